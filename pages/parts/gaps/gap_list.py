"""The gaps, kind by kind, folded: the promises as links, and the files of them."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from models.charts.promises.figures import late_word
from models.charts.promises.signs import sign_of
from models.services.files.writing import Value
from models.services.gaps import GapList
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.gap import GAP_WORD, Effort, GapKind
from pages.parts.address import link
from pages.parts.files.table_files import table_files
from pages.parts.gaps.choices import ALL, GapChoice, owner_of
from pages.parts.gaps.next_step import NEXT, next_step
from pages.parts.status_mark import mark
from pages.shell.wording import _, say, words


def gap_sections(gap_list: GapList, choice: GapChoice, *, source: str) -> None:
    """Show what the choice leaves of the list; a kind that was chosen stands open."""
    narrowed = choice.narrowed(gap_list)
    rows = {**narrowed.promises, **narrowed.efforts}
    if not any(rows.values()):
        st.info(_("Ingen mangler passer til valget. Vælg ”Alle” i et af felterne."))
        return
    for kind, gaps in rows.items():
        if not gaps:
            continue
        title = say("{gap}: {n}", gap=_(GAP_WORD[kind]), n=len(gaps))
        with st.expander(title, expanded=choice.kind != ALL, key=f"gap_{kind}_{choice.kind}"):
            next_step(kind)
            items = "".join(map(partial(_item, gap_list), gaps))
            st.html(f'<ul class="pj-gaps">{items}</ul>')
    table_files(partial(file_rows, narrowed), name="mangler", source=source)


def _item(gap_list: GapList, gap: ScoreboardCriterion | Effort) -> str:
    if isinstance(gap, tuple):
        return _effort(gap_list, gap)
    address = link("criterion", "strategy", "year", criterion=gap.criterion.id)
    owner = owner_of(gap)
    details = [owner or _("ingen ejer"), late_word(gap, words())]
    if owner in gap_list.left:
        day = words().day(gap_list.left[owner].left_on)
        details[0] = _("{owner} er her ikke efter {day}", owner=owner, day=day)
    code = f'<span class="pj-code">{escape(gap.criterion.id)}</span>'
    return (
        f'<li>{mark(sign_of(gap.assessment))}<span><a href="{escape(address)}" target="_self">'
        f'{escape(gap.criterion.text)}</a> <span class="pj-small">'
        f"{escape(' · '.join(details))} · {code}</span></span></li>"
    )


def _effort(gap_list: GapList, effort: Effort) -> str:
    first, *others = effort
    text = escape(f"{_theme(gap_list, effort)} · {first.id}")
    more = "".join(
        f'<span class="pj-small">{escape(_("også"))}: {escape(other.title)} '
        f"({escape(_theme(gap_list, (other,)))} · {escape(other.id)})</span>"
        for other in others
    )
    return (
        f'<li><span></span><span>{escape(first.title)} <span class="pj-small">{text}</span>{more}'
        "</span></li>"
    )


def _theme(gap_list: GapList, effort: Effort) -> str:
    theme_id = effort[0].theme_id
    return gap_list.board.strategy.theme(theme_id).title if theme_id else _("Uden tema")


def file_rows(gap_list: GapList) -> list[Mapping[str, Value]]:
    """Return a row for each gap of each promise, and for each initiative."""
    promises = [
        _file_row(kind, row.criterion.id, row.criterion.text, owner_of(row),
                  gap_list.board.strategy.theme(row.criterion.theme_id).title,
                  late_word(row, words()))
        for kind, rows in gap_list.promises.items()
        for row in rows
    ]  # fmt: skip
    initiatives = [
        _file_row(kind, ", ".join(row.id for row in effort), effort[0].title, "",
                  _theme(gap_list, effort), "")
        for kind, rows in gap_list.efforts.items()
        for effort in rows
    ]  # fmt: skip
    return promises + initiatives


def _file_row(
    kind: GapKind, code: str, text: str, owner: str, theme: str, status: str
) -> Mapping[str, Value]:
    return {
        _("Det mangler"): _(GAP_WORD[kind]),
        _("Kode"): code,
        _("Løfte"): text,
        _("Tema"): theme,
        _("Ejer"): owner,
        _("Status"): status,
        _("Næste skridt"): _(NEXT[kind]).removeprefix(_("Næste skridt: ")),
    }
