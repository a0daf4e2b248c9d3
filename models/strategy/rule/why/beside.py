"""A status that people set, in a sentence beside the computed one."""

from models.strategy.rule.assessment import Assessment
from models.strategy.rule.override import OverrideInForce, OverrideReason
from models.strategy.rule.words import STATUS_WORD, status_word
from models.wording import Words


def beside(override: OverrideInForce, assessment: Assessment, words: Words) -> str:
    """Return who calls the status otherwise, and until when; the computed one stands.

    The names are those people gave themselves: a page writes them as text, never as markup.
    """
    values = {
        "computed": words.say(status_word(assessment)),
        "status": words.say(STATUS_WORD[override.status]),
        "by": override.override.by,
        "until": words.day(override.override.expires),
    }
    if override.reason is OverrideReason.WORSE:
        return words.say(
            "Reglen siger ”{computed}”. {by} kalder det ”{status}” til og med {until}.", **values
        )
    return words.say(
        "Reglen siger ”{computed}”. {by} kalder det ”{status}” til og med {until}; godkendt af "
        "{approved_by}.",
        approved_by=override.override.approved_by,
        **values,
    )
