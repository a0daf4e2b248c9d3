"""A published figure in words, the same on page and paper and in a file."""

from math import ceil, isnan

from models.wording import N_, Words
from survey.release.blocks import BOTTOM, TOP
from survey.release.figure import SILENT_BELOW, Figure, WhyHidden
from survey.statistics.change import SMALLEST_ARROW

MISSING = "–"
_HIDDEN = {
    WhyHidden.TOO_FEW: N_("skjult"),
    WhyHidden.NO_WHOLE: N_("skjult"),
    WhyHidden.NOT_ASKED: N_("ikke spurgt"),
    WhyHidden.SELDOM_ANSWERED: N_("for få svarede"),
    WhyHidden.STAFF_MOVED: N_("skjult"),
}
_WHY_HIDDEN = {
    WhyHidden.TOO_FEW: N_("Skjult: så få har svaret, at nogen kunne genkendes."),
    WhyHidden.NO_WHOLE: N_(
        "Så få har svaret, at ingen tal kan vises, uden at nogen kunne genkendes."
    ),
    WhyHidden.NOT_ASKED: N_("Der er ikke spurgt om det i denne undersøgelse."),
    WhyHidden.STAFF_MOVED: N_(
        "Udsagnene er skjult: siden enheden sidst havde tal, er kun få kommet til eller "
        "stoppet, eller antallet er ikke oplyst. Ved at sammenligne de to undersøgelser kunne "
        "man regne ud, hvad de svarede."
    ),
    WhyHidden.SELDOM_ANSWERED: N_(
        "Under to tredjedele af alle, der svarede på emnet, svarede på udsagnet."
    ),
}
SILENT_ALIKE = N_(
    "Intervallet forudsætter, at de, der ikke svarede, har det som de kolleger, der svarede. "
    "Har alle svaret, er kun afrundingen til hele tal tilbage."
)
POOLED_SPREAD = N_(
    "Alle enheder regnes med samme spredning, så ingen kan regne sig frem til en enheds egne "
    "svar. I gennemsnit rammer intervallet rigtigt ni ud af ti gange. I den tredjedel af "
    "afsnittene, hvor svarene er mest forskellige, rammer det 82–85 % af gangene, og hvor de "
    "er mest ens, næsten altid."
)
# What stands wherever the mean of a statement does.
WITH_ESTIMATED = N_("Gennemsnit inkl. anslået for dem, der besvarede resten af emnet.")
# What makes a change unsure, wherever one is shown.
WHY_UNSURE_CHANGE = N_(
    "Gennemsnittet i hver undersøgelse er usikkert af tre grunde: nogle svarede ikke, ingen svarer "
    "helt ens to gange, og tallet er afrundet. Derfor kan et tal flytte sig, uden at noget er "
    "forandret, også når alle har svaret."
)


def mean(figure: Figure, words: Words) -> str:
    """The mean in whole points: "58", "højst 5", "mindst 95"; "skjult" where none is published."""
    return (
        words.say(_HIDDEN[figure.hidden or figure.why])
        if figure.mean is None
        else points(figure.mean, words)
    )


def hidden(words: Words) -> str:
    """The word in the place of a figure that too few have answered for."""
    return words.say(_HIDDEN[WhyHidden.TOO_FEW])


def points(value: float | None, words: Words) -> str:
    """A published mean or share: open at both ends, for 100 would give away each answer.

    A dash when missing.
    """
    if value is None:
        return MISSING
    if value <= BOTTOM:
        return words.say("højst {n}", n=BOTTOM)
    return words.say("mindst {n}", n=TOP) if value >= TOP else words.number(value, 0)


def coded_percent(value: float | None, words: Words) -> str:
    """A published share in percent, open at both ends: "72 %", "højst 5 %"; a dash when missing."""
    return MISSING if value is None else words.with_unit(points(value, words), "%")


def percent(value: float | None, words: Words) -> str:
    """A percentage that is not coded, such as a response rate: "72 %"; a dash when missing.

    Never above 100, for a unit's link may be used by more people than the register knows.
    """
    return MISSING if value is None else words.with_unit(words.number(min(value, 100), 0), "%")


def interval(figure: Figure, words: Words) -> str:
    """The ends of the 90 % interval: "52–64", "59" where they are the same; a dash without one."""
    return span(figure.low, figure.high, words)


def span(low: float | None, high: float | None, words: Words) -> str:
    """The ends of any interval, as `interval` words them."""
    if low is None or high is None:
        return MISSING
    return MISSING.join(dict.fromkeys(words.number(end, 0) for end in (low, high)))


def interval_sentence(figure: Figure, words: Words) -> str:
    """The 90 % interval named as one: "90 % interval 52–64"; blank without one."""
    if figure.interval is None:
        return ""
    if figure.low == figure.high:
        return words.say("usikkerhed under ét point")
    return words.say("90 % interval {span}", span=interval(figure, words))


def mean_with_interval(figure: Figure, words: Words) -> str:
    """A mean and its interval: "58 (52–64)"; the mean alone where the interval adds nothing."""
    of_mean, ends = mean(figure, words), interval(figure, words)
    if figure.mean is None or ends in {MISSING, of_mean}:
        return of_mean
    return f"{of_mean} ({ends})"


def share_with_interval(value: float, low: float, high: float, words: Words) -> str:
    """A share in percent and its interval: "41 % (38–44)"."""
    return f"{coded_percent(value, words)} ({span(low, high, words)})"


def percent_with_interval(value: float, low: float, high: float, words: Words) -> str:
    """A percentage that is not coded, and its interval: "60 % (55–65)"."""
    return f"{percent(value, words)} ({span(low, high, words)})"


def decimals(value: float, places: int, words: Words) -> str:
    """A statistic with so many decimals always, so that those of a column can be compared.

    A dash where it is NaN: not computed.
    """
    return words.number(value, places, fixed=True)


def decimals_span(low: float, high: float, places: int, words: Words) -> str:
    """The ends of a statistic's interval: "0,71–0,80"; blank where one was not computed."""
    if isnan(low) or isnan(high):
        return ""
    return MISSING.join(decimals(end, places, words) for end in (low, high))


def signed(difference: float, words: Words) -> str:
    """A difference in whole points with its sign, a true minus: "+8", "−8", "0"."""
    text = words.number(difference, 0)
    return f"+{text}" if difference > 0 and text != "0" else text


def signed_span(low: float, high: float, words: Words) -> str:
    """The ends of a difference's interval: "−2 til +6"."""
    return words.say("{low} til {high}", low=signed(low, words), high=signed(high, words))


def before_and_after(before: float, after: float, difference: float, words: Words) -> str:
    """Two waves' means and the difference between them: "52 → 60 (+8)"."""
    return words.say(
        "{before} → {after} ({difference})",
        before=points(before, words),
        after=points(after, words),
        difference=signed(difference, words),
    )


def why_hidden(figure: Figure, words: Words) -> str:
    """The reason to publish nothing, in a sentence; blank where something is published."""
    return "" if figure.hidden is None else words.say(_WHY_HIDDEN[figure.hidden])


def why_units_hidden(smallest_group: int, words: Words) -> str:
    """The reason for units without figures in a list.

    smallest_group: how many answers must stand behind a figure.
    """
    return words.say(
        "Skjult: så få har svaret, at nogen kunne genkendes, i enheden selv eller i en enhed "
        "ved siden af. Mindst {k} svar skal ligge bag hvert tal.",
        k=smallest_group,
    )


def shown_instead(unit: str, words: Words) -> str:
    """The reason to show a unit the figures of another one.

    unit: the name of the unit whose figures these are.
    """
    return words.say(
        "Enhedens egne tal vises ikke: så få har svaret, at nogen kunne genkendes, hos jer "
        "eller hos en enhed ved siden af. Her står tallene for {shown}.",
        shown=unit,
    )


def detectable(points_needed: float | None, words: Words, *, at_least: int = SMALLEST_ARROW) -> str:
    """The points a next wave would have to move to be seen; blank where they were not computed.

    Rounded up to whole points. at_least: fewer are not said; by default those that give no arrow.
    """
    if points_needed is None:
        return ""
    return words.say(
        "Med så mange svar ses en ændring på {n} point eller mere i mindst 8 af 10 tilfælde "
        "næste gang. En mindre kan også vise sig at være sikker, men overses oftere.",
        n=max(ceil(points_needed), at_least),
    )


def if_silent_lower(figure: Figure, silent: float, words: Words) -> str:
    """The mean as it would be if the silent share of the staff all lay lower; blank without a mean.

    silent: 0 to 1.
    """
    lower = figure.mean_if_silent_lower(silent)
    if lower is None:
        return ""
    return words.say(
        "Hvis alle, der ikke svarede, lå {drop} point lavere, ville tallet være {mean}.",
        drop=SILENT_BELOW,
        mean=points(lower, words),
    )


def if_at_most_silent_lower(silent: float, words: Words) -> str:
    """The most that the mean would fall, where the silent share is known only not to exceed this.

    silent: 0 to 1.
    """
    return words.say(
        "Hvis alle, der ikke svarede, lå {drop} point lavere, ville tallet være op til {n} point "
        "lavere.",
        drop=SILENT_BELOW,
        n=ceil(SILENT_BELOW * silent),
    )
