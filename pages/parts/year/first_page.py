"""The first page of the annual status on screen, with the texts of the printed one."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from models.access import Permission
from models.report.year.annual_status import AnnualStatus
from models.report.year.first_page import Bar, BarPart, ChangeLine, FirstPage, RedCard, first_page
from models.report.year.phrases import phrases
from pages.parts.address import link
from pages.parts.finding import show_finding
from pages.parts.status_mark import mark
from pages.shell import theme
from pages.shell.viewer import admits
from pages.shell.wording import markdown_escaped, words


def show_first_page(status: AnnualStatus) -> None:
    """Show the year's finding, its bar, what changed, the worst reds and what is asked for."""
    page, texts = first_page(status, words()), phrases(status, words(), None)
    organisation = status.strategy.organisation.name
    st.header(markdown_escaped(f"{status.year} · {organisation}"))
    show_finding(page.finding)
    st.html(
        _bars(page)
        + _changes(page, texts, status.strategy.id)
        + _reds(page, texts, status.strategy.id)
        + _proposals(page, texts)
    )


def _bars(page: FirstPage) -> str:
    before = ""
    if page.before:
        before = f'<div class="pj-before">{_bar(page.before, "tint", "text")}</div>'
    now = f'<div class="pj-now">{_bar(page.bar, "fill", "")}</div>'
    legend = "".join(
        f"<li>{_badge(part)} <b>{words().number(part.n, 0)}</b></li>" for part in page.bar.parts
    )
    return f'{before}{now}<ul class="pj-part-words">{legend}</ul>'


def _bar(bar: Bar, ground: str, ink: str) -> str:
    """Return the bar as HTML; its words below are for screen readers too.

    ground, ink: the colours of a part and of its number; a blank ink is that of the page's ground.
    """
    parts = "".join(
        f'<span style="flex: {part.n}; background: var(--pj-{ground}-{_css(part)});'
        f'{f" color: var(--pj-{ink}-{_css(part)})" if ink else ""}">'
        f"{mark(part.sign)}{words().number(part.n, 0)}</span>"
        for part in bar.parts
    )
    classes = f"pj-day-parts pj-day-parts-{theme.mode()}"
    return (
        f'<div class="pj-day-bar"><p>{escape(bar.day)}</p>'
        f'<div class="{classes}" aria-hidden="true">{parts}</div></div>'
    )


def _changes(page: FirstPage, texts: Mapping[str, str], strategy_id: str) -> str:
    if not page.change:
        return ""
    lines = "".join(_change(line, strategy_id) for line in page.changes)
    listed = f'<ul class="pj-changes">{lines}</ul>' if lines else ""
    return (
        f"<h3>{escape(texts['change_heading'])}</h3><p>{escape(page.change)}</p>"
        f"{listed}{_small(page.more_changes)}"
    )


def _change(line: ChangeLine, strategy_id: str) -> str:
    return (
        f"<li><span>{_promise(line.text, line.criterion_id, strategy_id)}</span>"
        f"<span>{_badge(line.before)} → {_badge(line.after)}</span>"
        f'<span class="pj-small">{escape(line.cause)}</span></li>'
    )


def _reds(page: FirstPage, texts: Mapping[str, str], strategy_id: str) -> str:
    if not page.reds:
        return ""
    cards = "".join(_red(red, strategy_id) for red in page.reds)
    return (
        f"<h3>{escape(texts['worst_heading'])}</h3>"
        f'<div class="pj-reds">{cards}</div>{_small(page.more_reds)}'
    )


def _red(red: RedCard, strategy_id: str) -> str:
    why, action = (f"<p>{escape(text)}</p>" if text else "" for text in (red.why, red.action))
    return (
        f"<article>{_badge(BarPart(red.sign, 1, red.word))}"
        f"<h4>{_promise(red.text, red.criterion_id, strategy_id)}</h4>"
        f"<p><b>{escape(red.facts)}</b></p>{_small(red.terms)}{why}{action}"
        "</article>"
    )


def _proposals(page: FirstPage, texts: Mapping[str, str]) -> str:
    """Return what is asked for as HTML; blank without any for who cannot write it."""
    if not page.proposals and not admits(Permission.SET_TARGET):
        return ""
    items = "".join(f"<li>{escape(text)}</li>" for text in page.proposals)
    body = f"<ol>{items}</ol>" if items else f"<p>{escape(texts['proposals_none'])}</p>"
    return f'<div class="pj-asks"><h3>{escape(texts["proposals_heading"])}</h3>{body}</div>'


def _promise(text: str, criterion_id: str, strategy_id: str) -> str:
    """Return a promise's words, linked to its page for who may open that."""
    if not admits(Permission.SEE_SCOREBOARD):
        return escape(text)
    address = link("criterion", "year", strategy=strategy_id, criterion=criterion_id)
    return f'<a href="{escape(address)}" target="_self">{escape(text)}</a>'


def _badge(part: BarPart) -> str:
    return (
        f'<span class="pj-badge" style="color: var(--pj-text-{_css(part)})">'
        f"{mark(part.sign)}<span>{escape(part.word)}</span></span>"
    )


def _css(part: BarPart) -> str:
    return part.sign.replace("_", "-")


def _small(text: str) -> str:
    return f'<p class="pj-small">{escape(text)}</p>' if text else ""
