"""The check that every id in a strategy is unique and every reference leads to one."""

from collections.abc import Iterator

from models.errors import InputError
from models.strategy.paper.strategy import Strategy

# The field's path, the id it names, and the ids it may name.
Reference = tuple[str, str, frozenset[str]]


def require_references(strategy: Strategy, file: str) -> None:
    """Raise InputError, naming file and field, for an id used twice or leading nowhere."""
    _require_unique(strategy, file)
    for field, name, valid_ids in _references(strategy):
        if name not in valid_ids:
            raise InputError(
                "{file}, feltet {field}: {id} findes ikke.", file=file, field=field, id=name
            )


def _require_unique(strategy: Strategy, file: str) -> None:
    for group in ("themes", "statements", "criteria", "initiatives", "cases", "passages"):
        earlier_ids: set[str] = set()
        for index, part in enumerate(getattr(strategy, group)):
            if part.id in earlier_ids:
                raise InputError(
                    "{file}, feltet {field}: {id} er brugt to gange.",
                    file=file,
                    field=f"{group}.{index}.id",
                    id=part.id,
                )
            earlier_ids.add(part.id)


def _references(strategy: Strategy) -> Iterator[Reference]:
    themes = frozenset(theme.id for theme in strategy.themes)
    for index, statement in enumerate(strategy.statements):
        yield f"statements.{index}.theme_id", statement.theme_id, themes
    yield from _from_criteria(strategy, themes)
    yield from _from_initiatives(strategy, themes)
    if strategy.matrix is not None:
        for name in strategy.matrix.frames:
            yield "matrix.frames", name, themes
        for name in strategy.matrix.focus_areas:
            yield "matrix.focus_areas", name, themes


def _from_criteria(strategy: Strategy, themes: frozenset[str]) -> Iterator[Reference]:
    statements = frozenset(statement.id for statement in strategy.statements)
    for index, criterion in enumerate(strategy.criteria):
        yield f"criteria.{index}.theme_id", criterion.theme_id, themes
        if criterion.statement_id is not None:
            yield f"criteria.{index}.statement_id", criterion.statement_id, statements


def _from_initiatives(strategy: Strategy, themes: frozenset[str]) -> Iterator[Reference]:
    criteria = frozenset(criterion.id for criterion in strategy.criteria)
    relatives = frozenset(part.id for part in (*strategy.initiatives, *strategy.cases))
    for index, initiative in enumerate(strategy.initiatives):
        if initiative.theme_id is not None:
            yield f"initiatives.{index}.theme_id", initiative.theme_id, themes
        for name in initiative.criteria:
            yield f"initiatives.{index}.criteria", name, criteria
        for name in initiative.related:
            yield f"initiatives.{index}.related", name, relatives
