"""What the strategy's own paper says about a criterion, before anybody has put a figure on it."""

import streamlit as st

from models.strategy.plan import Criterion
from models.wording import N_
from pages.shell.wording import _, words

ORIGIN_SENTENCE = {
    "source": N_("Målet står i strategien."),
    "derived": N_("Målet følger af strategiens ord."),
    "proposed": N_("Målet er et forslag."),
    "to_be_set": N_("Strategien sætter intet tal. Det er jer, der beslutter det."),
}

CLAIM_SENTENCE = {
    "stated": N_("Succeskriteriet står i strategien."),
    "exemplary": N_("Succeskriteriet er et eksempel i strategien."),
    "principle": N_("Succeskriteriet er et princip i strategien."),
    "derived": N_("Succeskriteriet er udledt: strategien siger det ikke selv som et krav."),
}


def paper_card(criterion: Criterion) -> None:
    """The promise, the proposed way of measuring it, and where it stands in the paper."""
    indicator = criterion.indicator
    with st.container(border=True):
        st.markdown(f"**{criterion.text}**")
        st.caption(_(CLAIM_SENTENCE.get(criterion.claim, "")))
        promise, measure = st.columns(2)
        with promise:
            _pair(_("Frist i strategien"), criterion.due_text or _("Ingen frist"))
            if criterion.due_alternative:
                _pair(_("Kan også læses som"), words().day(criterion.due_alternative))
            _pair(_("Målet"), _target_sentence(criterion))
            _pair(_("Kilde"), _source_sentence(criterion))
        with measure:
            _pair(_("Forslag til måling"), f"{indicator.name} ({indicator.unit})")
            _pair(_("Sådan måles det"), indicator.how_measured)
            _pair(_("Hvor tallene findes"), indicator.data_source)
        if criterion.note:
            st.info(criterion.note)


def _pair(name: str, value: str | None) -> None:
    if value:
        st.markdown(f"{name}  \n**{value}**" if len(value) < 40 else f"{name}  \n{value}")  # noqa: PLR2004 - a short fact stands out, a sentence does not shout


def _target_sentence(criterion: Criterion) -> str:
    proposal = criterion.indicator.target
    because = proposal.rule or proposal.hint
    sentence = _(ORIGIN_SENTENCE.get(proposal.origin, ""))
    return f"{sentence} ({because})" if because else sentence


def _source_sentence(criterion: Criterion) -> str:
    source = criterion.source
    return _(
        "”{quote}”, linje {line} i {file}",
        quote=source.quote,
        line=source.line,
        file=source.file,
    )
