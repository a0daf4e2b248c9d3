"""Results lie as rows, each wave in the structure it was collected in; actions and comments.

Who may read what is not set here: `migrations/env.py` sets the walls of `models/storage/walls.py`
anew after every step up or down, for all tables there are then. So a later step that makes a table
need not think of it, and `pejling migrate` mends what somebody else has granted.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FIGURES = (
    "n",
    "mean",
    "low",
    "high",
    "level",
    "level_low",
    "level_high",
    "favourable",
    "favourable_n",
    "predicted",
    "n_eff",
    "divided",
    "opted_out",
)
# What a release of before had beside its key; the text of it was a list of such columns.
KEPT = {"family": "family", "unit_id": "unit_id", "group": "respondent_group", "measure": "measure"}
FIRST_FIGURES = ("n", "mean", "low", "high", "level", "favourable", "favourable_n")
TEXTS = ("released_on", "reliability", "items", "drivers")
NO_ROWS = "[]"

RELEASES = sa.table(
    "releases",
    *(sa.column(name) for name in ("wave_id", "cells", "reliability", "items", "drivers")),
    sa.column("released_on", sa.Date()),
)
CELLS = sa.table(
    "release_cells",
    *(sa.column(name, sa.Text()) for name in ("wave_id", *KEPT.values())),
    *(sa.column(name, sa.Float(precision=53)) for name in FIGURES),
)


def _constraints() -> tuple[sa.CheckConstraint]:
    # SQLite makes the table anew and would lose the check, which it cannot tell.
    return (sa.CheckConstraint("smallest_group >= 5", name=op.f("ck_releases_smallest_group")),)


def upgrade() -> None:
    """Go one step on."""
    old = op.get_bind().execute(sa.select(RELEASES.c.wave_id, RELEASES.c.cells)).all()
    op.add_column("releases", sa.Column("released_on", sa.Date(), nullable=True))
    for name in TEXTS[1:]:
        op.add_column("releases", sa.Column(name, sa.Text(), nullable=True))
    # No day was noted. The one the wave closed on is the first on which it can have been released;
    # a release without it cannot have come from the program, and gets the day of this step.
    op.execute(
        "UPDATE releases SET released_on = COALESCE((SELECT COALESCE(closes_on, opens_on) "
        "FROM waves WHERE waves.id = releases.wave_id), CURRENT_DATE)"
    )
    op.execute(RELEASES.update().values(reliability=NO_ROWS, items=NO_ROWS, drivers=NO_ROWS))
    with op.batch_alter_table("releases", table_args=_constraints()) as releases:
        releases.drop_column("cells")
        releases.alter_column("released_on", existing_type=sa.Date(), nullable=False)
        for name in TEXTS[1:]:
            releases.alter_column(name, existing_type=sa.Text(), nullable=False)
    op.create_table(
        "release_cells",
        sa.Column("wave_id", sa.Text(), nullable=False),
        *(sa.Column(name, CODE, nullable=False) for name in KEPT.values()),
        *(sa.Column(name, sa.Float(precision=53), nullable=True) for name in FIGURES),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["releases.wave_id"], name=op.f("fk_release_cells_wave_id")
        ),
        sa.PrimaryKeyConstraint("wave_id", *KEPT.values(), name=op.f("pk_release_cells")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_release_cells_wave_id_family_measure_level_low_level_high"),
        "release_cells",
        ["wave_id", "family", "measure", "level_low", "level_high"],
        unique=False,
    )
    op.create_table(
        "structures",
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_structures_wave_id")),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_structures")),
    )
    op.create_table(
        "actions",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.CheckConstraint("what <> ''", name=op.f("ck_actions_what")),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_actions_wave_id")),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_actions")),
    )
    op.create_index(
        op.f("ix_actions_wave_id_unit_id"), "actions", ["wave_id", "unit_id"], unique=False
    )
    op.create_table(
        "comments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("first_by", sa.Text(), nullable=False),
        sa.Column("second_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'approved', 'edited', 'withheld')",
            name=op.f("ck_comments_state"),
        ),
        sa.CheckConstraint("language IN ('', 'da', 'sv', 'en')", name=op.f("ck_comments_language")),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_comments_wave_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_comments_wave_id"), "comments", ["wave_id"], unique=False)
    for wave_id, text in old:
        op.bulk_insert(CELLS, _rows(wave_id, json.loads(text)))
    _freeze_structures()


def _rows(wave_id: str, kept: list[dict[str, Any]]) -> list[dict[str, Any]]:
    columns = {column["name"]: column["values"] for column in kept}
    names = {**KEPT, **{name: name for name in FIRST_FIGURES}}
    empty = {"wave_id": wave_id} | dict.fromkeys(FIGURES)
    return [
        empty | dict(zip(names.values(), values))
        for values in zip(*(columns[name] for name in names))
    ]


def _freeze_structures() -> None:
    # Nobody kept what the tree looked like when these waves opened; as it is today comes nearest,
    # and from now on a reorganisation leaves them alone.
    names = ("id", "parent_id", "name", "kind", "staff")
    db = op.get_bind()
    units = sa.table("units", *(sa.column(name) for name in (*names, "place")))
    rows = db.execute(sa.select(*(units.c[name] for name in names)).order_by(units.c.place))
    found = [dict(row) for row in rows.mappings()]
    text = json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    asked = db.scalars(sa.text("SELECT id FROM waves WHERE state <> 'draft'")).all()
    structures = sa.table("structures", sa.column("wave_id"), sa.column("units"))
    if found:
        op.bulk_insert(structures, [{"wave_id": wave_id, "units": text} for wave_id in asked])


def downgrade() -> None:
    """Go the step back."""
    released = op.get_bind().scalars(sa.select(RELEASES.c.wave_id)).all()
    cells = {wave_id: _text(wave_id) for wave_id in released}
    op.drop_index(op.f("ix_comments_wave_id"), table_name="comments")
    op.drop_table("comments")
    op.drop_index(op.f("ix_actions_wave_id_unit_id"), table_name="actions")
    op.drop_table("actions")
    op.drop_table("structures")
    op.drop_index(op.f("ix_release_cells_wave_id_family_measure_level_low_level_high"), table_name="release_cells")
    op.drop_table("release_cells")
    op.add_column("releases", sa.Column("cells", sa.Text(), nullable=True))
    for wave_id, text in cells.items():
        of_wave = RELEASES.c.wave_id == wave_id
        op.execute(RELEASES.update().where(of_wave).values(cells=text))
    with op.batch_alter_table("releases", table_args=_constraints()) as releases:
        for name in TEXTS:
            releases.drop_column(name)
        releases.alter_column("cells", existing_type=sa.Text(), nullable=False)


def _text(wave_id: str) -> str:
    of_wave = CELLS.c.wave_id == wave_id
    rows = op.get_bind().execute(sa.select(CELLS).where(of_wave)).mappings().all()
    columns = [
        {"name": old, "type": "str", "values": [row[new] for row in rows]}
        for old, new in KEPT.items()
    ] + [
        {"name": name, "type": "float64", "values": [row[name] for row in rows]}
        for name in FIRST_FIGURES
    ]
    return json.dumps(columns, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
