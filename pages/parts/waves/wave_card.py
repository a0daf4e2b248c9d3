"""A wave's card on the steward's page: facts, state, and the next step."""

from typing import assert_never

import streamlit as st

from models.access import Viewer
from models.services.culture import results
from models.services.release import publish
from models.services.waves import lifecycle
from models.wording import N_
from models.wording.audit import audit_sentences
from models.wording.participation import band
from pages.parts.finding import show_finding
from pages.parts.form.form import Form
from pages.parts.messages import leave, refusals
from pages.parts.waves.participation import participation
from pages.parts.waves.wave_form import approval_form
from pages.parts.waves.wave_links import keep_links, wave_links
from pages.parts.way import way
from pages.shell.database import database
from pages.shell.viewer import today
from pages.shell.wording import _, markdown_escaped, ngettext, say, words
from survey.asking.organisation import Organisation
from survey.asking.participation import Band
from survey.asking.wave import Wave, WaveState

STATE_WORD = {
    WaveState.DRAFT: N_("Planlagt"),
    WaveState.OPEN: N_("Åben for svar"),
    WaveState.CLOSED: N_("Lukket"),
    WaveState.RELEASED: N_("Frigivet"),
}


def wave_card(wave: Wave, organisation: Organisation | None, by: Viewer) -> None:
    """Show the wave's facts, its state, and the steps that the state allows."""
    with st.container(border=True, key=f"wave_{wave.id}"):
        st.subheader(markdown_escaped(wave.name))
        st.markdown(f"**{_(STATE_WORD[wave.state])}** · {markdown_escaped(_facts(wave))}")
        if organisation is None:
            st.info(_("Der er ingen enheder endnu. Indlæs dem under fanen Enheder."))
            return
        match wave.state:
            case WaveState.DRAFT:
                _planned_wave(wave, organisation, by)
            case WaveState.OPEN:
                _open_wave(wave, organisation, by)
            case WaveState.CLOSED:
                _closed_wave(wave, by)
            case WaveState.RELEASED:
                _released_wave(wave, by)
            case _ as never:
                assert_never(never)


def _facts(wave: Wave) -> str:
    say = words()
    facts = [_("mindste gruppe {k}", k=wave.smallest_group)]
    if wave.approved_on:
        facts.append(
            _(
                "godkendt af MED {day} ({minutes})",
                day=say.day(wave.approved_on),
                minutes=wave.minutes,
            )
        )
    if wave.opens_on:
        facts.append(_("åbnet {day}", day=say.day(wave.opens_on)))
    if wave.closes_on:
        facts.append(_("lukket {day}", day=say.day(wave.closes_on)))
    return ", ".join(facts)


def _planned_wave(wave: Wave, organisation: Organisation, by: Viewer) -> None:
    if wave.approved_on is None or not wave.minutes:
        form = Form(f"approval_{wave.id}")
        approval = approval_form(form)
        if approval is not None:
            day, minutes = approval
            with form.refusals():
                with database() as db:
                    lifecycle.approve(db, wave.id, approved_on=day, minutes=minutes, by=by)
                form.clear()
                leave(_("Godkendelsen er noteret: {day}.", day=words().day(day)), at="waves")
        return
    st.markdown(
        ngettext(
            "Når du åbner, får enheden sit eget link. Alle i enheden bruger det samme link.",
            "Når du åbner, får hver af de {n} enheder sit eget link. "
            "Alle i enheden bruger det samme link.",
            len(organisation.units),
        )
    )
    if st.button(_("Åbn undersøgelsen"), type="primary", key=f"open_{wave.id}"):
        with refusals():
            with database() as db:
                tokens = lifecycle.open_wave(db, wave.id, by=by, on=today())
            keep_links(wave.id, tokens)
            leave(_("Undersøgelsen er åben. Send nu hver enhed sit link."), at="waves")


def _open_wave(wave: Wave, organisation: Organisation, by: Viewer) -> None:
    _so_far(wave, organisation, by)
    wave_links(wave, organisation)
    participation(wave, by)
    first, second, _rest = st.columns([2, 2, 3])
    with first, st.popover(_("Lav nye links"), width="stretch"):
        st.markdown(
            _(
                "De gamle links holder op med at virke. Den, der er i gang med at svare, må "
                "begynde forfra gennem det nye."
            )
        )
        if st.button(_("Lav nye links nu"), key=f"new_{wave.id}"):
            with refusals():
                with database() as db:
                    tokens = lifecycle.new_links(db, wave.id, by=by)
                keep_links(wave.id, tokens)
                leave(_("De nye links er klar."), at="waves")
    with second, st.popover(_("Luk undersøgelsen"), width="stretch"):
        st.markdown(_("Ingen kan svare, når den er lukket. Svar, der ikke er sendt, slettes."))
        if st.button(_("Luk nu"), type="primary", key=f"close_{wave.id}"):
            with refusals():
                with database(answers=True) as db:
                    lifecycle.close_wave(db, wave.id, by=by, on=today())
                leave(_("Undersøgelsen er lukket. Nu kan resultatet frigives."), at="waves")


def _so_far(wave: Wave, organisation: Organisation, by: Viewer) -> None:
    """Show how many of the whole region have answered, and that the steward decides the end."""
    with database() as db:
        units = lifecycle.participation(db, wave.id, by=by)
    whole = units[units["unit_id"] == organisation.root.id]
    for rate, invited in zip(whole["band"], whole["invited"], strict=True):
        if rate is not None and invited == invited:  # noqa: PLR0124 - NaN is the one value unlike itself
            show_finding(
                _(
                    "{band} af {n} inviterede har svaret.",
                    band=band(Band(rate), words()).capitalize(),
                    n=int(invited),
                )
            )
    days = (today() - wave.opens_on).days if wave.opens_on else 0
    open_for = (
        ngettext("Har været åben i {n} dag.", "Har været åben i {n} dage.", days)
        if days
        else _("Åbnet i dag.")
    )
    end = _("Den har ingen fast slutdag: den lukker, når du lukker den.")
    st.caption(markdown_escaped(f"{open_for} {end}"))


def _closed_wave(wave: Wave, by: Viewer) -> None:
    participation(wave, by)
    st.markdown(
        say(
            "Når du frigiver, regnes resultatet ud én gang for alle og kan ikke laves om. "
            "Kun grupper med mindst {k} svar vises. En større enhed skjules også, hvis man ellers "
            "kunne regne en lille ud ved at trække fra. Enkelte svar vises aldrig.",
            k=wave.smallest_group,
        )
    )
    if st.button(_("Frigiv resultatet"), type="primary", key=f"release_{wave.id}"):
        with refusals():
            bar = st.progress(0.0, _("Regner resultatet ud …"))
            with database(answers=True) as db:
                release = publish.release_wave(
                    db,
                    wave.id,
                    by=by,
                    on=today(),
                    progress=lambda step, of, name: bar.progress(step / of, f"{_(name)} …"),
                )
            leave(
                ngettext(
                    "Resultatet er frigivet. {n} enhed vises; resten indgår i et større tal.",
                    "Resultatet er frigivet. {n} enheder vises; resten indgår i et større tal.",
                    len(release.published),
                ),
                at="waves",
            )


def _released_wave(wave: Wave, by: Viewer) -> None:
    with database() as db:
        has_answers = lifecycle.has_answers(db, wave.id, by=by)
        releases = results.released_waves(db, by=by)
    heads = [release.head for release in releases if release.wave.id == wave.id]
    for release in heads:
        st.markdown(
            ngettext(
                "Resultatet viser {n} enhed og ligger fast.",
                "Resultatet viser {n} enheder og ligger fast.",
                len(release.published),
            )
        )
        with st.expander(_("Kontrol af, at ingen kan genkendes")):
            sentences = audit_sentences(release.audit, words())
            st.markdown("\n".join(f"- {markdown_escaped(sentence)}" for sentence in sentences))
    way("leadership/culture.py", _("Se innovationskulturen"), wave=wave.id)
    if has_answers:
        _erasing(wave, by)
    else:
        st.caption(_("De enkelte svar er slettet. Resultatet ligger fast."))


def _erasing(wave: Wave, by: Viewer) -> None:
    with st.popover(_("Slet de enkelte svar")):
        st.markdown(
            _(
                "Resultatet bliver stående, som det blev frigivet, og regnes aldrig om. De enkelte "
                "svar kan ikke hentes tilbage. Slet dem senest 24 måneder efter undersøgelsen."
            )
        )
        if st.button(_("Slet svarene nu"), type="primary", key=f"erase_{wave.id}"):
            with refusals():
                with database(answers=True) as db:
                    erased = publish.erase_answers(db, wave.id, by=by)
                leave(
                    ngettext(
                        "{n} svar er slettet. Resultatet ligger fast.",
                        "{n} svar er slettet. Resultatet ligger fast.",
                        erased,
                    ),
                    at="waves",
                )
