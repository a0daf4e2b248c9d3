"""The questionnaire as a respondent meets it: screens, answers so far, and each step kept."""

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

# On no scale, so that the check refuses it: what somebody sent instead of a number.
NO_ANSWER_OF_OURS = -1
LONGEST_ANSWER = 3


@dataclass(frozen=True)
class Form:
    """A questionnaire behind a door, with the draft's answers filled in."""

    door: Door
    answers: Mapping[str, int]

    @property
    def screens(self) -> tuple[Screen, ...]:
        """What is asked, a screen at a time."""
        return self.door.instrument.screens

    @property
    def asked(self) -> int:
        """How many questions there are."""
        return sum(len(screen.items) for screen in self.screens)

    @property
    def next_screen(self) -> int:
        """Number of the first screen with a question open; the last screen when there is none."""
        for number, screen in enumerate(self.screens, start=1):
            if self.given(screen) < len(screen.items):
                return number
        return len(self.screens)

    @property
    def question(self) -> OpenQuestion | None:
        """What is asked in the respondent's own words, if anything."""
        return comment_intake.question(self.door.instrument)

    @property
    def fewest_comments(self) -> int:
        """How many comments must stand together before any of them is shown."""
        return detail_threshold(self.door.wave.smallest_group)

    def given(self, screen: Screen) -> int:
        """How many of a screen's questions have an answer."""
        return sum(item.id in self.answers for item in screen.items)

    def scale(self, item: Item) -> Scale:
        """The answers to choose from."""
        return self.door.instrument.scale(item.scale)


def require_door(token: str) -> None:
    """Raise LinkUnknown or WaveClosed unless the link leads to an open wave."""
    with database() as db:
        answering.door(db, token, on=date.today())


def filled(visit: Visit) -> Form:
    """The questionnaire with what the visitor has answered so far."""
    with database(drafts=True) as db:
        return _form(db, visit)


def keep(visit: Visit, number: int) -> int:
    """Keep the answers of one screen in the draft; returns how many screens there are."""
    with database(drafts=True) as db:
        form = _form(db, visit)
        if 1 <= number <= len(form.screens):
            sent = _sent(visit, form.screens[number - 1].items)
            answers = {**form.answers, **sent}
            answering.keep_draft(db, form.door.wave.id, visit.key, answers)
    return len(form.screens)


def send(visit: Visit) -> bool:
    """Hand the answers in, once however often they are sent; False when there are none.

    The page sent them along: a second click finds the draft gone, but the same key and answers.
    Raises CommentTooLong; then nothing is handed in.
    """
    with database(drafts=True) as db:
        form = _form(db, visit)
        door = form.door
        items = [item for screen in form.screens for item in screen.items]
        answers = {**_sent(visit, items), **form.answers}
        if answers:
            answering.submit(
                db,
                door.wave.id,
                door.unit.id,
                visit.key,
                answers,
                on=date.today(),
                comment=words_of(visit, form),
            )
    return bool(answers)


def words_of(visit: Visit, form: Form) -> str:
    """What was written to the open question. It comes with the form and is in no draft."""
    return visit.form.get(form.question.id, "") if form.question else ""


def withdraw(visit: Visit) -> None:
    """Forget the draft."""
    with database(drafts=True) as db:
        answering.withdraw(db, visit.key)


def _form(db: Db, visit: Visit) -> Form:
    if visit.token is None:
        raise LinkUnknown("Linket findes ikke.")
    door = answering.door(db, visit.token, on=date.today())
    return Form(door, answering.draft(db, visit.key) or {})


def _sent(visit: Visit, items: Iterable[Item]) -> dict[str, int]:
    return {item.id: _answer(visit.form[item.id]) for item in items if item.id in visit.form}


def _answer(text: str) -> int:
    is_number = len(text) <= LONGEST_ANSWER and text.isascii() and text.isdigit()
    return int(text) if is_number else NO_ANSWER_OF_OURS
