"""Statements that many in the wave answer with "don't know", for the region and the hospitals."""

from collections.abc import Sequence

import streamlit as st

from models.services.culture.unknown import MANY, Unknown
from models.wording.figures import coded_percent
from pages.shell.wording import _, markdown_escaped, say, words
from survey.asking.organisation import Unit


def often_unknown(statements: Sequence[Unknown], unit: Unit) -> None:
    """List the statements with the shares of region and unit; nothing where there are none."""
    if not statements:
        return
    st.header(_("Det kan mange ikke svare på"))
    st.markdown(
        say(
            "Udsagn, som mindst {many} % i hele undersøgelsen har svaret ”ved ikke” til.", many=MANY
        )
    )
    st.markdown("\n".join(f"- {markdown_escaped(_line(row, unit))}" for row in statements))


def _line(statement: Unknown, unit: Unit) -> str:
    if unit.parent_id is None:
        return _(
            "”{statement}” {whole} i hele regionen.",
            statement=words().of(statement.item.wording),
            whole=coded_percent(statement.whole, words()),
        )
    return _(
        "”{statement}” Regionen: {whole}. {unit}: {own}.",
        statement=words().of(statement.item.wording),
        whole=coded_percent(statement.whole, words()),
        unit=unit.name,
        own=coded_percent(statement.own, words()),
    )
