"""The technical note of a promise: what is measured, from what, how it is judged, how surely."""

from html import escape

import streamlit as st

from models.services.promises import strategies
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.rule.freshness import fresh_days, stale_days
from models.strategy.rule.versions.rule import rule_of
from models.strategy.rule.words import DIRECTION_WORD, FREQUENCY_WORD, SHAPE_WORD
from models.strategy.target import PERCENT_KINDS, RECORDED, Direction
from models.wording.calculation import CRITERION_INTERVAL, FORECAST, PLACE
from pages.parts.promise.facts import fact_list
from pages.parts.promise.number import outlook
from pages.parts.promises.paper_words import ORIGIN_SENTENCE, level_words
from pages.shell.wording import _, words


def technical_note(standing: ScoreboardCriterion, *, rule: str) -> None:
    """Show the note, folded. rule: the version of the status rule."""
    facts = (
        *_definition(standing),
        *_target(standing),
        (_("Regel"), _rule(standing, rule)),
        (_("Usikkerhed"), _uncertainty(standing)),
        *_paper(standing),
    )
    escaped = [(name, escape(text)) for name, text in facts]
    with st.expander(_("Teknisk note: hvad tallet er, og hvordan det er regnet")):
        st.html(fact_list(escaped))


def _definition(standing: ScoreboardCriterion) -> list[tuple[str, str]]:
    indicator, target = standing.criterion.indicator, standing.target
    frequency = target.frequency if target else indicator.frequency
    place = indicator.data_source
    if target is not None and target.source != RECORDED:
        place = _("Undersøgelsen af innovationskultur")
    return [
        (_("Hvad der måles"), indicator.name),
        (_("Enhed"), indicator.unit),
        (_("Sådan regnes det ud"), indicator.how_measured),
        (_("Hvor tallene findes"), place),
        (_("Hvor ofte"), _(FREQUENCY_WORD[frequency])),
        (
            _("Mindst så mange svar"),
            "" if indicator.min_n is None else words().number(indicator.min_n, 0),
        ),
    ]


def _target(standing: ScoreboardCriterion) -> list[tuple[str, str]]:
    target, proposal = standing.target, standing.criterion.indicator.target
    because = proposal.rule or proposal.hint
    origin = _(ORIGIN_SENTENCE[proposal.origin])
    facts = [(_("Målets ophav"), f"{origin} ({because})" if because else origin)]
    if target is None:
        return facts
    way = _(DIRECTION_WORD[target.direction])
    if target.strict:
        way = _("{way}; præcis på målet er ikke nok", way=way)
    shape = _(SHAPE_WORD[target.shape])
    follows_path = target.direction is not Direction.MAINTAIN
    return [
        *facts,
        (_("Retning"), way),
        (_("Vejen til målet"), shape if follows_path else ""),
        (_("Tolerance"), words().number(target.tolerance, 6) if target.tolerance else ""),
        (_("Delmål"), _points(standing)),
    ]


def _points(standing: ScoreboardCriterion) -> str:
    points = standing.target.points if standing.target else ()
    return ", ".join(f"{words().number(value, 6)} ({words().day(day)})" for day, value in points)


def _rule(standing: ScoreboardCriterion, version: str) -> str:
    """Return the version of the rule, and those of its figures that decide this promise."""
    rule, target = rule_of(version), standing.target
    sentences = [_("{rule}: den samme for alle løfter, og offentlig.", rule=version)]
    if target is not None and target.direction is not Direction.MAINTAIN:
        sentences.append(
            _(
                "På sporet fra {green} % af den planlagte ændring, bagud under {red} %, for "
                "tidligt at vurdere under {early} %.",
                green=words().number(100 * rule.green),
                red=words().number(100 * rule.red),
                early=words().number(100 * rule.early),
            )
        )
    frequency = target.frequency if target else standing.criterion.indicator.frequency
    sentences.append(
        _(
            "En målings alder i dage: frisk til {fresh}, for gammel efter {stale}.",
            fresh=fresh_days(frequency),
            stale=stale_days(frequency),
        )
    )
    return " ".join(sentences)


def _uncertainty(standing: ScoreboardCriterion) -> str:
    target, indicator = standing.target, standing.criterion.indicator
    sentences = [indicator.uncertainty]
    if (target.kind if target else indicator.kind) in PERCENT_KINDS:
        sentences.append(_(CRITERION_INTERVAL))
    if outlook(standing) is not None:
        sentences.append(_(FORECAST))
    return " ".join(filter(None, sentences))


def _paper(standing: ScoreboardCriterion) -> list[tuple[str, str]]:
    criterion = standing.criterion
    strategy = strategies.strategy_of(criterion.id)
    reading = criterion.due_alternative
    where = _(PLACE, line=criterion.source.line, title=strategy.document.title)
    return [
        (_("Ansvar ifølge strategien"), level_words(criterion.level)),
        (
            _("Sådan er fristen læst"),
            " ".join(filter(None, (criterion.due_basis, reading.reason if reading else ""))),
        ),
        (_("Note"), criterion.note),
        (_("Kilde"), where),
    ]
