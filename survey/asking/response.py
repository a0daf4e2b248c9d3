"""One filled-in questionnaire, and the check of its answers before they are stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from survey.asking.instrument import Instrument
from survey.errors import SurveyError

# "Don't know / not relevant": an answer, but missing in every score.
OPT_OUT: Final = 0


class AnswerOutsideScale(SurveyError):
    """An answer does not lie on its item's scale."""


@dataclass(frozen=True)
class Response:
    """The answers of a respondent; it names the unit and no person.

    answers: item id -> position on the item's scale; not answered is absent.
    group: the crossing family, e.g. a profession; blank when there is none.
    """

    wave_id: str
    unit_id: str
    answers: Mapping[str, int]
    group: str = ""


def check(answers: Mapping[str, int | None], instrument: Instrument) -> dict[str, int]:
    """Return the answers by item id; what was not answered (None) is left out.

    Raises AnswerOutsideScale, or UnknownItem for an item the instrument does not have.
    """
    return {
        item_id: _on_scale(item_id, answer, instrument)
        for item_id, answer in answers.items()
        if answer is not None
    }


def _on_scale(item_id: str, answer: int, instrument: Instrument) -> int:
    scale = instrument.scale_of(item_id)
    # True is an int in Python, and equals 1, but it is not an answer.
    if isinstance(answer, bool) or not isinstance(answer, int) or answer not in scale.answers:
        raise AnswerOutsideScale(
            "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item_id
        )
    return answer
