"""Suggesting ideas, taking them in from files, grouping them, and what leadership then sees."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.ideas.grouping import Grouping, IdeaTheme
from models.ideas.idea import Idea, InnovationType, Stage
from models.ideas.language import language as spoken
from models.ideas.themes import group
from models.services.files import sheets
from models.services.files.row import FileRow
from models.services.files.sheets import ImportReport, Note
from models.services.promises.strategies import strategy
from models.storage import Db, units
from models.storage import ideas as kept
from models.wording import N_

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
    """All ideas: by theme, largest first, and those that came after the latest grouping."""

    shelves: tuple[Shelf, ...]
    waiting: tuple[Idea, ...]


def suggest(
    db: Db,
    title: str,
    text: str,
    *,
    unit_id: str | None = None,
    innovation_type: InnovationType | None = None,
    language: str = "",
    by: Viewer,
    on: date,
) -> Idea:
    """Take an idea in. The same suggestion from the same unit on the same day is one idea.

    language: found from the words when blank.
    """
    require(by, Permission.SUGGEST_IDEA)
    title, text = title.strip(), text.strip()
    _require_words(title, text)
    words = "\x1f".join((title, text, unit_id or "", on.isoformat()))
    idea = Idea(
        "idea-" + sha256(words.encode()).hexdigest()[:12],
        title,
        text,
        language or spoken(f"{title} {text}"),
        unit_id,
        innovation_type,
        on,
    )
    known = kept.get(db, idea.id)
    if known is not None:
        return known
    kept.add_all(db, [idea])
    return idea


def _require_words(title: str, text: str) -> None:
    if not title:
        raise InputError("Giv ideen en titel.")
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        raise InputError(
            "Ideen er for lang: en titel må fylde {title} tegn og en tekst {text}.",
            title=LONGEST_TITLE,
            text=LONGEST_TEXT,
        )


def import_ideas(
    db: Db, path: Path, *, by: Viewer, on: date, dry_run: bool = False
) -> ImportReport:
    """Take ideas in from a file; the same file twice changes nothing the second time.

    What is blank keeps what is known: the day it came (else today), its stage, and the language
    that the words speak.
    """
    require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL)
    known = {idea.id: idea for idea in kept.all_ideas(db)}
    places = {unit.id for unit in units.all_units(db)}
    ideas = sheet.each(_Reading(known, places, on).idea)
    sheet.refuse_repeated([idea.id for idea in ideas], "idea_id")
    added = [idea for idea in ideas if idea.id not in known]
    changed = [idea for idea in ideas if idea.id in known and idea != known[idea.id]]
    if not dry_run:
        kept.add_all(db, added)
        for idea in changed:
            kept.update(db, idea)
    report = sheet.report(added=len(added), changed=len(changed), dry_run=dry_run)
    if places or not any(idea.unit_id for idea in ideas):
        return report
    note = Note(N_("Organisationen er ikke indlæst; enhederne er taget, som de står"), {})
    return replace(report, notes=(*report.notes, note))


@dataclass(frozen=True)
class _Reading:
    """What a row is read against: the ideas there are, the units there are, and today."""

    known: Mapping[str, Idea]
    places: Set[str]
    on: date

    def idea(self, row: FileRow) -> Idea:
        """The row as an idea; a blank cell keeps what is known."""
        before = self.known.get(row.text("idea_id"))
        title, text = row.text("title"), row.raw("text")
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
        return Idea(
            id=row.text("idea_id"),
            title=title,
            text=text,
            language=row.choice("language", _Language, _Language(spoken(f"{title} {text}"))).value,
            unit_id=self._unit(row),
            innovation_type=_type(row) or (before.innovation_type if before else None),
            submitted_on=row.day_or_none("submitted_on")
            or (before.submitted_on if before else self.on),
            stage=row.choice("stage", Stage, before.stage if before else Stage.SUBMITTED),
        )

    def _unit(self, row: FileRow) -> str | None:
        unit_id = row.raw("unit_id")
        if unit_id and self.places and unit_id not in self.places:
            raise row.fault(
                "unit_id",
                N_(
                    "{file}, række {row}, kolonne {column}: enheden „{value}“ findes ikke i "
                    "organisationen. Rækker med fejl: {faults}."
                ),
                value=unit_id,
            )
        return unit_id or None


def _type(row: FileRow) -> InnovationType | None:
    return row.choice("innovation_type", InnovationType) if row.raw("innovation_type") else None


def of_unit(db: Db, unit_id: str) -> tuple[Idea, ...]:
    """A unit's own ideas, the newest first."""
    own = [idea for idea in kept.all_ideas(db) if idea.unit_id == unit_id]
    return tuple(sorted(own, key=lambda idea: (idea.submitted_on, idea.id), reverse=True))


def group_ideas(db: Db, *, by: Viewer, strategy_id: str | None = None) -> Grouping:
    """Group all ideas anew and keep the result; it replaces the grouping before.

    strategy_id: the strategy whose themes the groups are laid beside.
    """
    require(by, Permission.GROUP_IDEAS)
    said = strategy_themes(strategy_id) if strategy_id else None
    grouping = group(kept.all_ideas(db), said)
    kept.keep_grouping(db, grouping)
    return grouping


def strategy_themes(strategy_id: str) -> dict[str, str]:
    """Theme id -> all a strategy says about it: title, criteria and initiatives."""
    plan = strategy(strategy_id)
    said = {theme.id: [theme.title] for theme in plan.themes}
    for criterion in plan.criteria:
        said[criterion.theme_id].append(criterion.text)
    for initiative in plan.initiatives:
        if initiative.theme_id is not None:
            said[initiative.theme_id].append(initiative.title)
    return {theme_id: " ".join(texts) for theme_id, texts in said.items()}


def portfolio(db: Db) -> Portfolio:
    """The ideas as they were last grouped, and those that wait for the next grouping."""
    ideas = {idea.id: idea for idea in kept.all_ideas(db)}
    grouping = kept.grouping(db) or Grouping((), {})
    shelves = tuple(
        Shelf(
            theme,
            tuple((ideas[one], grouping.assignments[one][1]) for one in theme.idea_ids),
        )
        for theme in grouping.themes
    )
    waiting = tuple(idea for idea in ideas.values() if idea.id not in grouping.assignments)
    return Portfolio(shelves, waiting)
