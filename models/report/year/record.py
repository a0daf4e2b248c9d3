"""The annual status as canonical JSON, to recompute its figures from."""

import json
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from models.charts.promises.signs import Sign, sign_of
from models.report.year.annual_status import AnnualStatus, CriterionOutcome
from models.report.year.context import YearContext
from models.report.year.culture import Culture

SCHEMA = "pejling-annual-status/1"


def as_document(status: AnnualStatus) -> dict[str, Any]:
    """Return the year in plain values: keys in snake_case, days as ISO 8601, missing as None."""
    return {
        "schema": SCHEMA,
        "strategy": status.strategy.id,
        "organisation": status.strategy.organisation.name,
        "year": status.year,
        "as_of": status.as_of,
        "known": status.knowledge_date,
        "rule": status.rule,
        "counts": {sign: status.distribution.get(sign, 0) for sign in Sign},
        "judged": status.assessable,
        "with_data": status.with_data,
        "due_this_year": [outcome.criterion.id for outcome in status.due_this_year],
        "reds": [outcome.criterion.id for outcome in status.reds],
        "without_target": [outcome.criterion.id for outcome in status.without_target],
        "themes": [
            {"theme_id": line.theme.id, "label": line.label.label, "counts": line.label.counts,
             "coverage": line.label.coverage}
            for line in status.themes
        ],
        "criteria": [_criterion(outcome) for outcome in status.outcomes],
        "culture": _culture(status.culture) if status.culture else None,
        "before": _before(status.context),
        "explanations": [
            asdict(explanation) for _id, explanation in sorted(status.context.explanations.items())
        ],
        "proposals": [proposal.text for proposal in status.context.proposals],
    }  # fmt: skip


def as_json(status: AnnualStatus) -> str:
    """Return the year as canonical JSON: sorted keys, no blanks, the same bytes every time."""
    return json.dumps(
        as_document(status),
        default=date.isoformat,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    )


def fingerprint(status: AnnualStatus) -> str:
    """Return the SHA-256 of the canonical JSON as hexadecimal digits."""
    return sha256(as_json(status).encode()).hexdigest()


def _criterion(outcome: CriterionOutcome) -> dict[str, Any]:
    return {
        "criterion_id": outcome.criterion.id,
        "theme_id": outcome.criterion.theme_id,
        "text": outcome.criterion.text,
        "due": outcome.due,
        "fate": outcome.fate,
        "target": asdict(outcome.target) if outcome.target else None,
        "moved": asdict(outcome.moved) if outcome.moved else None,
        **asdict(outcome.assessment),
    }


def _before(context: YearContext) -> dict[str, Any] | None:
    """Return the day and the statuses of a year before; None where no year lies before."""
    if context.before_day is None:
        return None
    return {
        "as_of": context.before_day,
        "statuses": {row.criterion.id: sign_of(row.assessment) for row in context.before},
    }


def _culture(culture: Culture) -> dict[str, Any]:
    return {
        "wave_name": culture.wave_name,
        "closes_on": culture.closes_on,
        "validated": culture.validated,
        "lines": [
            {"dimension_id": line.dimension_id, "name": line.name, "mean": line.figure.mean,
             "n": line.figure.n}
            for line in culture.lines
        ],
    }  # fmt: skip
