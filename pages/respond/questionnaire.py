"""A respondent's questionnaire: its screens, the draft's answers, and sending them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from models.services.waves import answering, comment_intake
from models.services.waves.answering import Door, LinkUnknown
from pages.respond.visit import Visit
from pages.shell.database import Db, database
from survey.asking.instrument import Screen
from survey.asking.question import Item, OpenQuestion, Scale
from survey.disclosure.threshold import detail_threshold
from survey.errors import SurveyError

# On no scale, so that the check refuses it: stands for a value that is no number.
NOT_ON_ANY_SCALE = -1
LONGEST_ANSWER = 3
# The form's value for a choice that is taken back: the question has no answer then.
NO_ANSWER = "none"


class AnsweredAlready(SurveyError):
    """A questionnaire was sent with the visit's key; nothing more can be stored under it."""


@dataclass(frozen=True)
class Form:
    """A questionnaire behind a door, with the draft's answers filled in."""

    door: Door
    answers: Mapping[str, int]
    has_draft: bool = False

    @property
    def screens(self) -> tuple[Screen, ...]:
        """Return the questionnaire's screens."""
        return self.door.instrument.screens

    @property
    def question_count(self) -> int:
        """Return the number of questions, the open one not counted."""
        return sum(len(screen.items) for screen in self.screens)

    @property
    def next_screen(self) -> int:
        """Return the number of the first screen with an unanswered question, else of the last."""
        for number, screen in enumerate(self.screens, start=1):
            if self.answer_count(screen) < len(screen.items):
                return number
        return len(self.screens)

    @property
    def question(self) -> OpenQuestion | None:
        """Return the open question; None where the questionnaire has none."""
        return comment_intake.question(self.door.instrument)

    @property
    def fewest_comments(self) -> int:
        """Return the smallest number of comments that is published together."""
        return detail_threshold(self.door.wave.smallest_group)

    def answer_count(self, screen: Screen) -> int:
        """Return how many of a screen's questions have an answer."""
        return sum(item.id in self.answers for item in screen.items)

    def scale(self, item: Item) -> Scale:
        """Return a question's scale."""
        return self.door.instrument.scale(item.scale)


def draft_form(visit: Visit) -> Form:
    """Return the questionnaire with the draft's answers."""
    with database(drafts=True) as db:
        return _form(db, visit)


def keep(visit: Visit, number: int) -> int:
    """Store a screen's answers in the draft, without those taken back; return how many screens."""
    with database(drafts=True) as db:
        form = _form(db, visit)
        if 1 <= number <= len(form.screens):
            items = form.screens[number - 1].items
            answers = {**form.answers, **_form_answers(visit, items)}
            for item in items:
                if _is_empty(visit, item.id):
                    answers.pop(item.id, None)
            answering.keep_draft_at(db, visit.token, visit.key, answers, on=date.today())
    return len(form.screens)


def send(visit: Visit) -> bool:
    """Submit the answers and return True; False when there are none.

    The form carries the answers too: a second click finds no draft, but submits the same answers
    under the same key, which are stored once. Where there is a draft, it alone counts: what was
    taken back in another tab is in the form still. Raises CommentTooLong; then nothing is sent.
    """
    with database(drafts=True) as db:
        form = _form(db, visit, again=not visit.is_personal)
        items = [item for screen in form.screens for item in screen.items]
        answers = form.answers if form.has_draft else _form_answers(visit, items)
        if answers:
            answering.submit_at(
                db,
                visit.token,
                visit.key,
                answers,
                on=date.today(),
                comment=comment(visit, form),
            )
    return bool(answers)


def comment(visit: Visit, form: Form) -> str:
    """Return the answer to the open question, which is in the form and in no draft; else empty."""
    return visit.form.get(form.question.id, "") if form.question else ""


def withdraw(visit: Visit) -> None:
    """Delete the draft; raises AnsweredAlready when it has been sent."""
    with database(drafts=True) as db:
        _require_unsent(db, visit)
        answering.withdraw(db, visit.key)


def _require_unsent(db: Db, visit: Visit) -> None:
    # The thanks, and with them the new key, may have been lost on their way to the browser.
    if answering.has_answered(db, visit.key):
        raise AnsweredAlready("Du har allerede svaret.")


def _form(db: Db, visit: Visit, *, again: bool = False) -> Form:
    """Return the form; raises AnsweredAlready unless `again`, for a second click on send."""
    if visit.token is None:
        raise LinkUnknown("Linket findes ikke.")
    door = answering.door(db, visit.token, on=date.today())
    if not again:
        _require_unsent(db, visit)
    draft = answering.draft(db, visit.key)
    return Form(door, draft or {}, has_draft=draft is not None)


def _form_answers(visit: Visit, items: Iterable[Item]) -> dict[str, int]:
    return {
        item.id: _answer(visit.form[item.id])
        for item in items
        if item.id in visit.form and not _is_empty(visit, item.id)
    }


def _is_empty(visit: Visit, item_id: str) -> bool:
    return visit.form.get(item_id) == NO_ANSWER


def _answer(text: str) -> int:
    is_number = len(text) <= LONGEST_ANSWER and text.isascii() and text.isdigit()
    return int(text) if is_number else NOT_ON_ANY_SCALE
