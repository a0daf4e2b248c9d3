"""Ideas, and the themes they were last grouped into."""

import json
from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import RowMapping, delete, insert, select

from models.ideas.grouping import Grouping, IdeaTheme
from models.ideas.idea import Idea, InnovationType, Stage
from models.storage import Db
from models.storage.sql.canonical_json import canonical
from models.storage.sql.upsert import add_once
from models.storage.sql.writing import lock_table
from models.storage.tables.ideas import IdeaRow, MemberRow, ThemeRow

_FIELDS = tuple(field.name for field in fields(Idea))
_SELECT = select(*(IdeaRow.__table__.c[name] for name in _FIELDS))


def lock(db: Db) -> None:
    """Let nobody else add or change an idea until the unit of work ends."""
    lock_table(db, IdeaRow)


def add(db: Db, idea: Idea) -> bool:
    """Add an idea; return False, and add nothing, when there is one with its id."""
    return add_once(db, IdeaRow, _row(idea))


def add_all(db: Db, ideas: Iterable[Idea]) -> None:
    """Add ideas."""
    rows = [_row(idea) for idea in ideas]
    if rows:
        db.execute(insert(IdeaRow), rows)


def update(db: Db, idea: Idea) -> None:
    """Replace the idea with the same id; raises NoResultFound when there is none."""
    row = db.get_one(IdeaRow, idea.id)
    for name, value in _row(idea).items():
        setattr(row, name, value)
    db.flush()


def drop(db: Db, idea_id: str) -> None:
    """Delete an idea, and its place in the latest grouping."""
    db.execute(delete(MemberRow).where(MemberRow.idea_id == idea_id))
    db.execute(delete(IdeaRow).where(IdeaRow.id == idea_id))


def get(db: Db, idea_id: str) -> Idea | None:
    """Return the idea with an id; None when there is none."""
    row = db.execute(_SELECT.where(IdeaRow.id == idea_id)).mappings().first()
    return None if row is None else _idea(row)


def all_ideas(db: Db) -> tuple[Idea, ...]:
    """Return every idea, oldest first."""
    ideas = [_idea(row) for row in db.execute(_SELECT).mappings()]
    return tuple(sorted(ideas, key=lambda idea: (idea.submitted_on, idea.id)))


def keep_grouping(db: Db, grouping: Grouping) -> None:
    """Replace the last grouping; of two at once the later one is left."""
    lock_table(db, ThemeRow)
    db.execute(delete(MemberRow))
    db.execute(delete(ThemeRow))
    themes = [
        {
            "id": theme.id,
            "place": place,
            "name": theme.name,
            "terms": canonical(theme.terms),
            "strategy_theme": theme.strategy_theme,
        }
        for place, theme in enumerate(grouping.themes)
    ]
    members = [
        {
            "idea_id": idea_id,
            "theme_id": theme.id,
            "place": place,
            "fit": grouping.assignments[idea_id][1],
        }
        for theme in grouping.themes
        for place, idea_id in enumerate(theme.idea_ids)
    ]
    for table, rows in ((ThemeRow, themes), (MemberRow, members)):
        if rows:
            db.execute(insert(table), rows)


def grouping(db: Db) -> Grouping | None:
    """Return the last grouping; None when no idea is in one."""
    members = db.scalars(select(MemberRow).order_by(MemberRow.place)).all()
    if not members:
        return None
    idea_ids: dict[str, list[str]] = {}
    for member in members:
        idea_ids.setdefault(member.theme_id, []).append(member.idea_id)
    themes = tuple(
        IdeaTheme(
            row.id,
            row.name,
            tuple(json.loads(row.terms)),
            tuple(idea_ids.get(row.id, ())),
            row.strategy_theme,
        )
        for row in db.scalars(select(ThemeRow).order_by(ThemeRow.place))
    )
    return Grouping(themes, {member.idea_id: (member.theme_id, member.fit) for member in members})


def _row(idea: Idea) -> dict[str, object]:
    return {name: getattr(idea, name) for name in _FIELDS}


def _idea(row: RowMapping) -> Idea:
    kind = row["innovation_type"]
    enums = {
        "innovation_type": None if kind is None else InnovationType(kind),
        "stage": Stage(row["stage"]),
    }
    return Idea(**{**row, **enums})
