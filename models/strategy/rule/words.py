"""Danish names of statuses, reasons and kinds, to be translated where they are shown."""

from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.change import Cause
from models.strategy.rule.forecast import Outlook
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape
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
ACHIEVED_LATE = N_("Nået for sent")
# Where there is a measurement that decides nothing: "Ingen data" beside it would be wrong.
UNASSESSED = N_("Kan ikke vurderes")

# Read beside the word of the status, which none of them repeats.
REASON_WORD = {
    StatusReason.TRAJECTORY: N_("Målt mod den forventede udvikling"),
    StatusReason.TARGET_MET_HOLD: N_("Målet er nået og skal holdes"),
    StatusReason.ON_TIME: N_("Til tiden"),
    StatusReason.LATE: N_("Efter fristen"),
    StatusReason.TARGET_NOT_REACHED: N_("Afgjort ved fristen"),
    StatusReason.STALE: N_("Den seneste måling er for gammel"),
    StatusReason.STALE_RED_KEPT: N_("Rød, indtil en ny måling viser andet"),
    StatusReason.TARGET_MISSING: N_("Målet er ikke fastsat"),
    StatusReason.DUE_MISSING: N_("Fristen er ikke fastsat"),
    StatusReason.BASELINE_MISSING: N_("Udgangspunktet mangler"),
    StatusReason.NO_MEASUREMENT: N_("Der er ikke målt endnu"),
    StatusReason.TOO_EARLY: N_("Det er for tidligt at vurdere"),
    StatusReason.SAMPLE_TOO_SMALL: N_("For få har svaret"),
    StatusReason.AWAITING_MEASUREMENT: N_("Fristen er nået, slutmålingen mangler"),
    StatusReason.OVERDUE_NO_MEASUREMENT: N_(
        "Fristen er overskredet, og der er ingen måling fra tiden omkring den"
    ),
    StatusReason.NOT_CONFIRMED: N_("Planen er ikke bekræftet"),
    StatusReason.PLAN: N_("Vurderet efter planen"),
    StatusReason.NOT_DONE: N_("Ikke gennemført ved fristen"),
}

OUTLOOK_WORD = {
    Outlook.LIKELY: N_("Sandsynligt"),
    Outlook.UNCERTAIN: N_("Usikkert"),
    Outlook.UNLIKELY: N_("Usandsynligt"),
}

CAUSE_WORD = {
    Cause.TIME: N_("Tiden er gået"),
    Cause.DATA: N_("Nye tal"),
    Cause.TARGET: N_("Målet er ændret"),
    Cause.RULE: N_("Reglen er ændret"),
    Cause.OVERRIDE: N_("Vurderet af mennesker"),
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
    PathShape.LINEAR: N_("Jævnt fra punkt til punkt"),
    PathShape.STEP: N_("I trin"),
}


def status_word(assessment: Assessment) -> str:
    """Return the source word of a status.

    A criterion due and never documented has its own, and so have a target reached late and a
    measurement that decides nothing.
    """
    if assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT:
        return UNDOCUMENTED
    if assessment.late:
        return ACHIEVED_LATE
    if assessment.status is Status.NO_DATA and assessment.value is not None:
        return UNASSESSED
    return STATUS_WORD[assessment.status]
