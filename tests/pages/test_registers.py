"""The register shows a strategy whole: promises, gaps and defects."""

import pytest

from models.access import Role
from models.services.promises import strategies

SECTIONS = (
    "Vision og mål",
    "Temaer",
    "Initiativer",
    "Manglende koblinger",
    "Model",
    "Styring",
    "Cases",
    "Øvrig tekst",
    "Fejl og tvivl",
)


def register(open_app, strategy, section):
    app = open_app(Role.STEWARD, "steward/registers", strategy=strategy)
    app.button_group(key="register_section").set_value(section).run()
    assert not app.exception
    return app


def everything(app):
    tables = [element.value.reset_index().to_string() for element in app.table]
    texts = [element.value for element in (*app.markdown, *app.caption, *app.warning, *app.info)]
    labels = [element.label for element in app.expander]
    return "\n".join((*tables, *texts, *labels)).replace("\\", "")


@pytest.mark.parametrize("strategy", [strategy.id for strategy in strategies.catalogue()])
def test_every_section_of_every_strategy_opens(open_app, strategy):
    app = register(open_app, strategy, SECTIONS[0])
    for section in SECTIONS[1:]:
        app.button_group(key="register_section").set_value(section).run()
        assert not app.exception


def test_every_criterion_of_hovedstaden_is_in_the_register(open_app):
    text = everything(register(open_app, "hovedstaden", "Temaer"))
    assert all(criterion.id in text for criterion in strategies.strategy("hovedstaden").criteria)


def test_every_initiative_and_part_is_in_the_register(open_app):
    text = everything(register(open_app, "hovedstaden", "Initiativer"))
    plan = strategies.strategy("hovedstaden")
    assert all(
        part.id in text
        for initiative in plan.initiatives
        for part in (initiative, *initiative.parts)
    )


def test_thirteen_criteria_of_hovedstaden_have_no_initiative(open_app):
    text = everything(register(open_app, "hovedstaden", "Manglende koblinger"))
    assert "13 af 65 succeskriterier har intet initiativ" in text


def test_the_defects_of_the_paper_are_shown(open_app):
    text = everything(register(open_app, "hovedstaden", "Fejl og tvivl"))
    assert "1267" in text


def test_the_matrix_has_twelve_cells(open_app):
    matrix = register(open_app, "hovedstaden", "Model").table[0].value
    assert matrix.shape == (3, 4)
