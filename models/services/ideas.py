"""Ideas: suggested by units, imported from files, grouped into themes, shown as a portfolio."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.ideas.grouping import Grouping, IdeaTheme
from models.ideas.idea import Idea, InnovationType, Stage
from models.ideas.language import language_of
from models.ideas.themes import group
from models.services.files import sheets
from models.services.files.changes import changes
from models.services.files.note import ImportReport, Note
from models.services.files.row import FileRow
from models.services.files.rows import idea_row
from models.services.files.upload import File
from models.services.idea_stages import leave_lines, require_step
from models.services.promises.strategies import strategy
from models.storage import Db, ideas, units
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.wording import N_
from survey.plain_text import plain

REQUIRED = ("idea_id", "title", "text")
OPTIONAL = ("language", "unit_id", "innovation_type", "submitted_on", "stage")
LONGEST_TITLE, LONGEST_TEXT = 200, 5000


class _Language(StrEnum):
    DANISH = "da"
    SWEDISH = "sv"
    ENGLISH = "en"


@dataclass(frozen=True)
class Shelf:
    """A theme with its ideas, each with its fit (0..1), the best fitting first."""

    theme: IdeaTheme
    ideas: tuple[tuple[Idea, float], ...]


@dataclass(frozen=True)
class Portfolio:
    """All ideas: by theme, largest first; waiting: those that came after the latest grouping."""

    shelves: tuple[Shelf, ...]
    waiting: tuple[Idea, ...]

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Every idea, those in a theme first."""
        shelved = (idea for shelf in self.shelves for idea, _fit in shelf.ideas)
        return (*shelved, *self.waiting)


def suggest(
    db: Db,
    title: str,
    text: str,
    *,
    innovation_type: InnovationType | None = None,
    language: str = "",
    by: Viewer,
    on: date,
) -> Idea:
    """Add an idea of the viewer's own unit and return it.

    The same suggestion from one unit on one day is one idea.

    language: one of da, sv, en; when blank it is recognised by the text.
    """
    require(by, Permission.SUGGEST_IDEA)
    title, text = plain(title).strip(), plain(text).strip()
    require_words(title, text)
    identity = "\x1f".join((title, text, by.unit_id or "", on.isoformat()))
    while True:
        idea = Idea(
            "idea-" + sha256(identity.encode()).hexdigest()[:12],
            title,
            text,
            language or language_of(f"{title} {text}"),
            by.unit_id,
            innovation_type,
            on,
        )
        if ideas.add(db, idea):
            return idea
        before = ideas.get(db, idea.id) or idea
        if (before.title, before.text) == (title, text):
            return before
        # The idea of that id has got other words since.
        identity += "\x1f"


def require_words(title: str, text: str) -> None:
    """Raise InputError for an idea without a title, or with too long texts."""
    if not title:
        raise InputError("Giv idéen en titel.", field="title")
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        raise InputError(
            "Idéen er for lang: en titel må fylde {title} tegn og en tekst {text}.",
            title=LONGEST_TITLE,
            text=LONGEST_TEXT,
        )


def import_ideas(
    db: Db, path: File, *, by: Viewer, on: date, dry_run: bool = False
) -> ImportReport:
    """Add the ideas of a file, or change them; the same file twice changes nothing.

    A blank cell keeps the idea's earlier value: its day (else today), type and stage. A blank
    language is recognised by the text.
    """
    require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL)
    if not dry_run:
        ideas.lock(db)
    before = {idea.id: idea for idea in ideas.all_ideas(db)}
    unit_ids = {unit.id for unit in units.all_units(db)}
    of_file = sheet.each(_Reading(before, unit_ids, on).idea)
    ids = [idea.id for idea in of_file]
    sheet.refuse_repeated(ids, "idea_id")
    sheet.refuse_alike(ids, "idea_id", before)
    sheet.refuse_lost_zeros(ids, "idea_id", before)
    added = [idea for idea in of_file if idea.id not in before]
    changed = [idea for idea in of_file if idea.id in before and idea != before[idea.id]]
    if not dry_run:
        ideas.add_all(db, added)
        for idea in changed:
            ideas.update(db, idea)
        leave_lines(db, before, (*added, *changed), by)
    differences = changes(
        {idea.id: idea_row(before[idea.id]) for idea in changed},
        {idea.id: idea_row(idea) for idea in (*added, *changed)},
    )
    report = sheet.report(
        added=len(added), changed=len(changed), dry_run=dry_run, changes=differences
    )
    if unit_ids or not any(idea.unit_id for idea in of_file):
        return report
    note = Note(N_("Organisationen er ikke indlæst; enhederne er taget, som de står"), {})
    return replace(report, notes=(*report.notes, note))


@dataclass(frozen=True)
class _Reading:
    """The ideas and units there are before an import, and its day."""

    before: Mapping[str, Idea]
    unit_ids: Set[str]
    on: date

    def idea(self, row: FileRow) -> Idea:
        """Return a row as an idea; a blank cell keeps the earlier value."""
        before = self.before.get(row.text("idea_id"))
        title, text = row.text("title"), row.raw("text")
        language = _Language(language_of(f"{title} {text}"))
        if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
            raise row.fault(
                "title" if len(title) > LONGEST_TITLE else "text",
                N_(
                    "{file}, række {row}, kolonne {column}: teksten er for lang. En titel må fylde "
                    "{title} tegn og en tekst {text}. Rækker med fejl: {faults}."
                ),
                title=LONGEST_TITLE,
                text=LONGEST_TEXT,
            )
        stage = row.choice("stage", Stage, before.stage if before else Stage.SUBMITTED)
        with row.problems("stage"):
            require_step(before.stage if before else stage, stage)
        return Idea(
            id=row.text("idea_id"),
            title=title,
            text=text,
            language=row.choice("language", _Language, language).value,
            unit_id=self._unit(row),
            innovation_type=_type(row) or (before.innovation_type if before else None),
            submitted_on=row.day_or_none("submitted_on")
            or (before.submitted_on if before else self.on),
            stage=stage,
        )

    def _unit(self, row: FileRow) -> str | None:
        unit_id = row.raw("unit_id")
        if unit_id and self.unit_ids and unit_id not in self.unit_ids:
            raise row.fault(
                "unit_id",
                N_(
                    "{file}, række {row}, kolonne {column}: enheden ”{value}” findes ikke i "
                    "organisationen. Rækker med fejl: {faults}."
                ),
                value=unit_id,
            )
        return unit_id or None


def _type(row: FileRow) -> InnovationType | None:
    return row.choice("innovation_type", InnovationType) if row.raw("innovation_type") else None


def own_ideas(db: Db, *, by: Viewer) -> tuple[Idea, ...]:
    """Return the ideas of the viewer's own unit, the newest first; none without a unit."""
    require(by, Permission.SUGGEST_IDEA)
    if by.unit_id is None:
        return ()
    return _newest_first(idea for idea in ideas.all_ideas(db) if idea.unit_id == by.unit_id)


def of_units(db: Db, unit_ids: Collection[str], *, by: Viewer) -> tuple[Idea, ...]:
    """Return the ideas of some units, the newest first."""
    require(by, Permission.SEE_IDEAS)
    return _newest_first(idea for idea in ideas.all_ideas(db) if idea.unit_id in unit_ids)


def _newest_first(of_units: Iterable[Idea]) -> tuple[Idea, ...]:
    return tuple(sorted(of_units, key=lambda idea: (idea.submitted_on, idea.id), reverse=True))


def group_ideas(db: Db, *, by: Viewer, strategy_id: str | None = None) -> Grouping:
    """Group all ideas and store the grouping in place of the earlier one.

    strategy_id: the strategy whose themes the groups are compared with.
    """
    require(by, Permission.GROUP_IDEAS)
    texts = strategy_themes(strategy_id) if strategy_id else None
    grouping = group(ideas.all_ideas(db), texts)
    ideas.keep_grouping(db, grouping)
    after = {"themes": len(grouping.themes)}
    trace.add(db, Write(Action.GROUP_IDEAS, subject.IDEAS, by, None, after))
    return grouping


def strategy_themes(strategy_id: str) -> dict[str, str]:
    """Return theme id -> the text of a strategy on it: title, criteria and initiatives."""
    plan = strategy(strategy_id)
    texts = {theme.id: [theme.title] for theme in plan.themes}
    for criterion in plan.criteria:
        texts[criterion.theme_id].append(criterion.text)
    for initiative in plan.initiatives:
        if initiative.theme_id is not None:
            texts[initiative.theme_id].append(initiative.title)
    return {theme_id: " ".join(parts) for theme_id, parts in texts.items()}


def portfolio(db: Db, *, by: Viewer) -> Portfolio:
    """Return the ideas as they were last grouped, and those that wait for the next grouping."""
    require(by, Permission.SEE_IDEAS)
    by_id = {idea.id: idea for idea in ideas.all_ideas(db)}
    grouping = ideas.grouping(db) or Grouping((), {})
    shelves = tuple(
        Shelf(
            theme,
            tuple((by_id[id_], grouping.assignments[id_][1]) for id_ in theme.idea_ids),
        )
        for theme in grouping.themes
    )
    waiting = tuple(idea for idea in by_id.values() if idea.id not in grouping.assignments)
    return Portfolio(shelves, waiting)
