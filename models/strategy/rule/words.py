"""The words a person reads for the codes of the steering model; said through the wording."""

from models.strategy.rule.assessment import Assessment, Reason, Status
from models.strategy.target import Direction, Frequency, IndicatorKind, Shape
from models.wording import N_

STATUS_WORD = {
    Status.ACHIEVED: N_("Nået"),
    Status.ON_TRACK: N_("På sporet"),
    Status.AT_RISK: N_("I risiko"),
    Status.OFF_TRACK: N_("Bagud"),
    Status.MISSED: N_("Ikke nået"),
    Status.NO_DATA: N_("Ingen data"),
}
UNDOCUMENTED = N_("Ikke dokumenteret")

REASON_WORD = {
    Reason.TRAJECTORY: N_("Målt mod den forventede udvikling"),
    Reason.TARGET_MET_HOLD: N_("Målet er nået og skal holdes"),
    Reason.ON_TIME: N_("Nået til tiden"),
    Reason.LATE: N_("Nået efter fristen"),
    Reason.TARGET_NOT_REACHED: N_("Målet blev ikke nået"),
    Reason.STALE: N_("Den seneste måling er for gammel"),
    Reason.STALE_RED_KEPT: N_("Rød, indtil en ny måling viser andet"),
    Reason.TARGET_MISSING: N_("Målet er ikke fastsat"),
    Reason.DUE_MISSING: N_("Fristen er ikke fastsat"),
    Reason.BASELINE_MISSING: N_("Udgangspunktet mangler"),
    Reason.NO_MEASUREMENT: N_("Der er ikke målt endnu"),
    Reason.TOO_EARLY: N_("Det er for tidligt at vurdere"),
    Reason.SAMPLE_TOO_SMALL: N_("For få har svaret"),
    Reason.AWAITING_MEASUREMENT: N_("Fristen er nået, målingen afventes"),
    Reason.OVERDUE_NO_MEASUREMENT: N_("Fristen er overskredet, og der er ingen måling"),
    Reason.NOT_CONFIRMED: N_("Planen er ikke bekræftet"),
}

KIND_WORD = {
    IndicatorKind.PERCENTAGE: N_("Andel"),
    IndicatorKind.COUNT: N_("Antal"),
    IndicatorKind.INDEX: N_("Indeks"),
    IndicatorKind.SURVEY: N_("Spørgeskema"),
    IndicatorKind.MILESTONE: N_("Milepæl"),
}

DIRECTION_WORD = {
    Direction.INCREASE: N_("Skal stige"),
    Direction.DECREASE: N_("Skal falde"),
    Direction.MAINTAIN: N_("Skal holdes"),
}

FREQUENCY_WORD = {
    Frequency.MONTHLY: N_("Hver måned"),
    Frequency.QUARTERLY: N_("Hvert kvartal"),
    Frequency.HALFYEARLY: N_("Hvert halve år"),
    Frequency.ANNUAL: N_("Hvert år"),
    Frequency.BIENNIAL: N_("Hvert andet år"),
}

SHAPE_WORD = {
    Shape.LINEAR: N_("Jævnt fra punkt til punkt"),
    Shape.STEP: N_("I trin"),
}


def status_word(assessment: Assessment) -> str:
    """The source word of a status; a promise due and never documented has its own."""
    if assessment.reason is Reason.OVERDUE_NO_MEASUREMENT:
        return UNDOCUMENTED
    return STATUS_WORD[assessment.status]
