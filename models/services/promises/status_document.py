"""The scoreboard as the document that `pejling status` prints; its keys are a contract."""

from datetime import date

from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion, ScoreboardTheme
from models.strategy.rule.forecast import Forecast
from models.strategy.rule.moved_due import MovedDue
from models.strategy.rule.override import OverrideInForce


def status_document(board: Scoreboard) -> dict[str, object]:
    """Return the scoreboard as `pejling status` prints it as JSON; the keys are a contract."""
    return {
        "strategy": board.strategy.id,
        "as_of": board.as_of.isoformat(),
        "known": None if board.knowledge_date is None else board.knowledge_date.isoformat(),
        "rule": board.rule,
        "counts": {status.value: count for status, count in board.counts.items()},
        "late": board.late,
        "moved": sum(standing.moved is not None for standing in board.standings),
        "without_target": board.without_target,
        "overridden_reds": board.overridden_reds,
        "criteria": [_criterion_document(standing) for standing in board.standings],
        "themes": [_theme_document(theme) for theme in board.themes],
    }


def _criterion_document(standing: ScoreboardCriterion) -> dict[str, object]:
    """Return one criterion; its headline is the status after the forecast's downgrade.

    value, ref: of a target reached late those nearest the due date, as in the worked cases of R1;
    decided_value, decided_ref: always those that decided.
    """
    assessment = standing.assessment
    value, ref = assessment.value, assessment.ref
    if assessment.due_ref is not None:
        value, ref = assessment.due_value, assessment.due_ref
    return {
        "criterion_id": standing.criterion.id,
        "theme_id": standing.criterion.theme_id,
        "status": assessment.status.value,
        "reason": assessment.reason.value,
        "expected": assessment.expected,
        "value": value,
        "ref": _iso(ref),
        "decided_value": assessment.value,
        "decided_ref": _iso(assessment.ref),
        "share_expected": assessment.share_expected,
        "share_achieved": assessment.share_achieved,
        "line_on_track": assessment.line_on_track,
        "line_off_track": assessment.line_off_track,
        "low": assessment.low,
        "high": assessment.high,
        "certain": assessment.certain,
        "response": assessment.response,
        "low_response": assessment.low_response,
        "days_late": assessment.days_late,
        "outside": assessment.outside,
        "slip": assessment.slip,
        "planned": _iso(assessment.planned),
        "moved": _moved_document(standing.moved),
        "freshness": None if assessment.freshness is None else assessment.freshness.value,
        "forecast": _forecast_document(standing.forecast),
        "headline": standing.headline.value,
        "override": _override_document(standing.override),
    }


def _override_document(override: OverrideInForce | None) -> dict[str, object] | None:
    """Return the status that people set, beside the computed one; never who they are."""
    if override is None:
        return None
    return {
        "status": override.status.value,
        "reason": override.reason.value,
        "expires": override.override.expires.isoformat(),
    }


def _forecast_document(outlook: Forecast | None) -> dict[str, object] | None:
    if outlook is None:
        return None
    return {
        "n": outlook.n,
        "due": outlook.due.isoformat(),
        "slope": outlook.slope,
        "point": outlook.point,
        "low": outlook.low,
        "high": outlook.high,
        "probability": outlook.probability,
        "indicative": outlook.indicative,
        "outlook": None if outlook.outlook is None else outlook.outlook.value,
    }


def _moved_document(moved: MovedDue | None) -> dict[str, object] | None:
    if moved is None:
        return None
    return {
        "promised_due": moved.promised.isoformat(),
        "due": moved.adopted.isoformat(),
        "status_by_promised_due": moved.assessment.status.value,
        "red_by_promised_due": moved.red,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _theme_document(theme: ScoreboardTheme) -> dict[str, object]:
    label = theme.label
    return {
        "theme_id": theme.theme.id,
        "label": label.label.value,
        "counts": {status.value: count for status, count in label.counts.items()},
        "late": label.late,
        "judged": label.assessable,
        "with_data": label.with_data,
        "coverage": label.coverage,
        "reds": list(label.reds),
        "overridden_reds": label.overridden_reds,
    }
