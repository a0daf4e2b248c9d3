"""A value of a promise in words, and the sort of value it is."""

from models.services.updates.due_updates import PromiseUpdate
from models.strategy.target import DONE, IndicatorKind
from pages.shell.wording import _, words


def kind_of(update: PromiseUpdate) -> IndicatorKind:
    """Return the sort of figure that the promise is assessed by."""
    standing = update.standing
    return standing.target.kind if standing.target else standing.criterion.indicator.kind


def value_words(update: PromiseUpdate, value: float) -> str:
    """Return a value with its unit; of a milestone whether it is done."""
    if kind_of(update) is IndicatorKind.MILESTONE:
        return _("sket") if value == DONE else _("ikke sket endnu")
    return words().with_unit(words().number(value, 10), update.standing.criterion.indicator.unit)
