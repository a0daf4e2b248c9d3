"""The dimensions associated with the overall judgement, and the share who recommend."""

import pandas as pd
import streamlit as st

from models.charts.chart_file import Caption
from models.charts.culture.bars import Bar
from models.services.culture.results import ReleasedWave
from models.services.culture.shares import Recommendation
from models.wording.figures import coded_percent, percent_with_interval, signed
from models.wording.measures import measure_name
from pages.parts.culture import chart
from pages.parts.culture.summary import source_text
from pages.shell.wording import Markdown, _, markdown_escaped, say, words
from survey.asking.instrument import Instrument
from survey.release.figure import at_bottom
from survey.scoring.scored_responses import outcome_items

_FEWEST = 200


def drivers_view(release: ReleasedWave) -> None:
    """Each dimension's share of the explained overall judgement: an association, no cause."""
    drivers = release.head.drivers
    questions = outcome_items(release.instrument)
    if not questions:
        st.info(_("Skemaet har intet spørgsmål om det hele, som emnerne kan hænge sammen med."))
        return
    if drivers.empty:
        st.info(say("Sammenhænge regnes kun ud, når mindst {n} har svaret på det hele.", n=_FEWEST))
        return
    ordered = drivers.sort_values("weight", ascending=False)
    bars = [_driver(row, release.instrument) for row in ordered.to_dict("records")]
    first = ordered.iloc[0]
    st.markdown(f"*{markdown_escaped(words().of(questions[-1].wording))}*")
    title = _("{name} hænger mest sammen med svaret på det hele",
              name=measure_name(str(first["dimension"]), release.instrument, words()))  # fmt: skip
    reading = _(
        "Andel af den forklarede forskel mellem mennesker. Streg: her ligger andelen med 95 % "
        "sikkerhed. {n} svar.",
        n=words().number(first["n"], 0),
    )
    caption = Caption(title, reading, source_text(release))
    chart.bar_chart(bars, caption, name="sammenhaeng", longest=_longest(drivers))
    st.markdown(_("**Sammenhæng, ikke årsag.**") + " " + _meaning(first))


def _longest(drivers: pd.DataFrame) -> float:
    return float(max(drivers["high"].max(), drivers["weight"].max())) + 4


def _meaning(first: pd.Series) -> Markdown:
    return say(
        "Emnerne forklarer tilsammen {r2} % af forskellen på, hvordan folk svarer på det hele. At "
        "et emne fylder meget, viser ikke, at det andet stiger, når emnet gør. Intervaller, der "
        "overlapper, kan ikke rangordnes.",
        r2=words().number(100 * first["r2"], 0),
    )


def _driver(row: dict[str, float], instrument: Instrument) -> Bar:
    text = percent_with_interval(row["weight"], row["low"], row["high"], words())
    name = measure_name(str(row["dimension"]), instrument, words())
    return Bar(name, text, row["weight"], row["low"], row["high"])


def recommendation_view(release: ReleasedWave, recommendation: Recommendation | None) -> None:
    """Would they recommend their workplace: the mean and how the answers spread."""
    if not _is_asked_from_0(release.instrument):
        st.info(_("Skemaet spørger ikke, om folk vil anbefale deres arbejdsplads."))
        return
    if recommendation is None:
        st.info(_("Så få har svaret, at anbefalingen ikke kan vises."))
        return
    st.markdown(f"*{markdown_escaped(words().of(recommendation.item.wording))}*")
    if recommendation.shares:
        _spread(recommendation, release)
    st.caption(markdown_escaped(_balance(recommendation)))


def _is_asked_from_0(instrument: Instrument) -> bool:
    items = outcome_items(instrument)
    return any(instrument.scale(item.scale).first == 0 for item in items)


def _spread(recommendation: Recommendation, release: ReleasedWave) -> None:
    title = _("I gennemsnit {mean} af 10, {n} svar", mean=words().number(recommendation.mean, 1),
              n=words().number(recommendation.n, 0))  # fmt: skip
    bars = [
        Bar(str(answer), coded_percent(share, words()), share, hollow=at_bottom(share))
        for answer, share in sorted(recommendation.shares.items())
    ]
    reading = _("Andel af svarene ved hvert trin, 0 til 10. Små andele vises som højst 5 %.")
    chart.bar_chart(
        bars,
        Caption(title, reading, source_text(release)),
        name="anbefaling",
        longest=max(bar.value for bar in bars) + 4,
    )


def _balance(recommendation: Recommendation) -> str:
    if recommendation.low is None or recommendation.high is None:
        return _("Balancen mellem 9–10 og 0–6 kan ikke regnes ud af de viste andele.")
    return _(
        "Balance: andelen med 9–10 minus andelen med 0–6 ligger mellem {low} og {high} (90 % "
        "interval; små andele er kun kendt som højst 5 %). I Danmark og Sverige giver få 9 eller "
        "10, så tallet må ikke sammenlignes med udlandet og bør aldrig stå alene.",
        low=signed(recommendation.low, words()),
        high=signed(recommendation.high, words()),
    )
