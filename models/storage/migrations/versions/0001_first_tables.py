"""Every table the house began with."""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step on."""
    op.create_table(
        "ideas",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("innovation_type", sa.Text(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "innovation_type IN ('everyday', 'research_driven', 'breakthrough')",
            name=op.f("ck_ideas_innovation_type"),
        ),
        sa.CheckConstraint("language IN ('da', 'sv', 'en')", name=op.f("ck_ideas_language")),
        sa.CheckConstraint(
            "stage IN ('submitted', 'screened', 'piloted', 'implemented', 'declined')",
            name=op.f("ck_ideas_stage"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ideas")),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )
    op.create_table(
        "observations",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Text(), nullable=False),
        sa.Column("ref", sa.Date(), nullable=False),
        sa.Column("value", sa.Float(precision=53), nullable=False),
        sa.Column("recorded", sa.Date(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.CheckConstraint("k >= 0", name=op.f("ck_observations_k")),
        sa.CheckConstraint("n >= 0", name=op.f("ck_observations_n")),
        sa.CheckConstraint("population >= 0", name=op.f("ck_observations_population")),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_observations")),
    )
    op.create_index(
        op.f("ix_observations_criterion_id"), "observations", ["criterion_id"], unique=False
    )
    op.create_table(
        "participation",
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_participation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "targets",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Text(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("baseline", sa.Float(precision=53), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("target", sa.Float(precision=53), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("strict", sa.Boolean(), nullable=False),
        sa.Column("tolerance", sa.Float(precision=53), nullable=False),
        sa.Column("frequency", sa.Text(), nullable=False),
        sa.Column("sticky", sa.Boolean(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("low", sa.Float(precision=53), nullable=True),
        sa.Column("high", sa.Float(precision=53), nullable=True),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "direction IN ('increase', 'decrease', 'maintain')", name=op.f("ck_targets_direction")
        ),
        sa.CheckConstraint(
            "frequency IN ('monthly', 'quarterly', 'halfyearly', 'annual', 'biennial')",
            name=op.f("ck_targets_frequency"),
        ),
        sa.CheckConstraint(
            "kind IN ('percentage', 'count', 'index', 'survey', 'milestone')",
            name=op.f("ck_targets_kind"),
        ),
        sa.CheckConstraint("shape IN ('linear', 'step')", name=op.f("ck_targets_shape")),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_targets")),
    )
    op.create_index(
        op.f("ix_targets_criterion_id_set_on"), "targets", ["criterion_id", "set_on"], unique=False
    )
    op.create_table(
        "themes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("strategy_theme", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_themes")),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.CheckConstraint("staff >= 0", name=op.f("ck_units_staff")),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["units.id"],
            name=op.f("fk_units_parent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_table(
        "waves",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=False),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state IN ('draft', 'open', 'closed', 'released')", name=op.f("ck_waves_state")
        ),
        sa.CheckConstraint("smallest_group >= 5", name=op.f("ck_waves_smallest_group")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waves")),
    )
    op.create_table(
        "drafts",
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_drafts_wave_id")),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_drafts")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_drafts_wave_id"), "drafts", ["wave_id"], unique=False)
    op.create_table(
        "links",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_links_wave_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_links_wave_id"), "links", ["wave_id"], unique=False)
    op.create_table(
        "members",
        sa.Column("idea_id", sa.Text(), nullable=False),
        sa.Column("theme_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("fit", sa.Float(precision=53), nullable=False),
        sa.CheckConstraint("fit BETWEEN 0 AND 1", name=op.f("ck_members_fit")),
        sa.ForeignKeyConstraint(["idea_id"], ["ideas.id"], name=op.f("fk_members_idea_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_members_theme_id")),
        sa.PrimaryKeyConstraint("idea_id", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_theme_id"), "members", ["theme_id"], unique=False)
    op.create_table(
        "releases",
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("audit", sa.Text(), nullable=False),
        sa.Column("code_version", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("smallest_group >= 5", name=op.f("ck_releases_smallest_group")),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_releases_wave_id")),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_releases")),
    )
    op.create_table(
        "responses",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("respondent_group", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f("fk_responses_wave_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responses")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_responses_wave_id"), "responses", ["wave_id"], unique=False)


def downgrade() -> None:
    """Go the step back."""
    op.drop_index(op.f("ix_responses_wave_id"), table_name="responses")
    op.drop_table("responses")
    op.drop_table("releases")
    op.drop_index(op.f("ix_members_theme_id"), table_name="members")
    op.drop_table("members")
    op.drop_index(op.f("ix_links_wave_id"), table_name="links")
    op.drop_table("links")
    op.drop_index(op.f("ix_drafts_wave_id"), table_name="drafts")
    op.drop_table("drafts")
    op.drop_table("waves")
    op.drop_table("units")
    op.drop_table("themes")
    op.drop_index(op.f("ix_targets_criterion_id_set_on"), table_name="targets")
    op.drop_table("targets")
    op.drop_table("participation")
    op.drop_index(op.f("ix_observations_criterion_id"), table_name="observations")
    op.drop_table("observations")
    op.drop_table("marks")
    op.drop_table("ideas")
