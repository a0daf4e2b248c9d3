"""Words for the parts of a strategy's paper, and texts of the paper ready for markdown."""

from collections.abc import Iterable

import streamlit as st

from models.strategy.paper.criterion import (
    Basis,
    Claim,
    Criterion,
    Origin,
    Responsible,
    ResponsibleLevel,
)
from models.strategy.paper.passage import Section, Source
from models.strategy.paper.theme import ThemeKind
from models.wording import N_
from pages.shell.wording import Markdown, _, language, markdown_escaped, say, words

THEME_KIND_WORD = {
    ThemeKind.FRAME: N_("Ramme"),
    ThemeKind.FOCUS_AREA: N_("Indsatsområde"),
    ThemeKind.LANDMARK: N_("Pejlemærke"),
    ThemeKind.EFFORT: N_("Indsats"),
    ThemeKind.THEME: N_("Tema"),
    ThemeKind.AIM: N_("Mål"),
}

CLAIM_SENTENCE = {
    Claim.STATED: N_("Står i strategien."),
    Claim.EXEMPLARY: N_("Står i strategien som et eksempel."),
    Claim.PRINCIPLE: N_("Står i strategien som et princip."),
    Claim.DERIVED: N_("Et forslag: udledt af strategien, som ikke selv siger det."),
}

ORIGIN_SENTENCE = {
    Origin.SOURCE: N_("Målet står i strategien."),
    Origin.DERIVED: N_("Målet følger af strategiens ord."),
    Origin.TO_BE_SET: N_("Strategien sætter intet tal. Det beslutter I."),
}

RESPONSIBLE_WORD = {
    Responsible.POLITICAL: N_("politisk"),
    Responsible.ADMINISTRATIVE: N_("administrativt"),
    Responsible.BOTH: N_("administrativt og lokalt"),
    Responsible.LOCAL: N_("lokalt"),
}

SECTION_WORD = {
    Section.PURPOSE: N_("Formål"),
    Section.DEFINITION: N_("Begreber"),
    Section.PROBLEM: N_("Problemet"),
    Section.EMPHASIS: N_("Særlig vægt på"),
    Section.FOUNDATION: N_("Grundlag"),
    Section.BUSINESS: N_("Erhvervslivet"),
    Section.PRINCIPLE: N_("Principper"),
    Section.ORGANISATION: N_("Organisering"),
    Section.IMPROVEMENT: N_("Forbedringsmodel"),
    Section.SCOPE: N_("Hvad strategien dækker"),
    Section.PARTNER: N_("Partnere"),
    Section.FACT: N_("Fakta"),
    Section.EXAMPLE: N_("Eksempler"),
}


def level_words(level: ResponsibleLevel) -> str:
    """Return who answers for it, and whether the paper states so."""
    responsible = _(RESPONSIBLE_WORD[level.value])
    if level.basis is Basis.STATED:
        return _("{who} (står i strategien)", who=responsible)
    return _("{who} (læst ud af teksten)", who=responsible)


def due_words(criterion: Criterion) -> str:
    """Return the due date in the paper's words and as a day."""
    if criterion.due is None:
        return criterion.due_text or _("Ingen frist i strategien")
    day = words().day(criterion.due)
    return f"{criterion.due_text} ({day})" if criterion.due_text else day


def place(source: Source, *, under: str = "") -> Markdown:
    """Return the words of a place in the paper, ready for markdown. under: its heading."""
    if under:
        return say("Under ”{heading}”: ”{quote}”", heading=under, quote=source.quote)
    return say("”{quote}”", quote=source.quote)


def paper_text(text: str, gloss: str = "") -> Markdown:
    """Return a text of the paper, ready for markdown, in English followed by its gloss."""
    escaped = markdown_escaped(text)
    if not gloss or language() != "en":
        return escaped
    return Markdown(f"{escaped} · *{markdown_escaped(gloss)}*")


def with_code(text: str, code: str) -> Markdown:
    """Return a text with its code after it, small. text: ready for markdown, or plain."""
    return Markdown(f"{markdown_escaped(text)} :small[:gray[{markdown_escaped(code)}]]")


def entry(text: str, source: Source, *, gloss: str = "", more: str = "") -> Markdown:
    """Return a point of a list: a text of the paper, a remark (`more`) and its place."""
    remark = f" · {markdown_escaped(more)}" if more else ""
    return Markdown(f"- {paper_text(text, gloss)}{remark}  \n  :small[:gray[{place(source)}]]")


def point_list(title: str, entries: Iterable[Markdown]) -> None:
    """Show points under a heading; nothing when there are none."""
    points = list(entries)
    if points:
        st.markdown("\n".join((f"**{markdown_escaped(title)}**\n" if title else "", *points)))
