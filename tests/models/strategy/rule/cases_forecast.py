"""Worked forecasts of R1: the points, the target and its due date, what comes out."""

from models.strategy.rule.assessment import Status

YEARLY = "{}-12-31"


def yearly(first, *values):
    return tuple((YEARLY.format(first + place), value) for place, value in enumerate(values))


# points, target, due year, forecast, status and the headline after the forecast.
FORECASTS = {
    "FC1 four points, the baseline among them": (
        yearly(2013, 5, 12, 24, 30), 50, 2017,
        {"n": 4, "slope": 8.663, "point": 39.154, "indicative": False, "spread": 1.818,
         "error": 2.874, "quantile": 1.886, "low": 33.735, "high": 44.572, "probability": 0.032,
         "outlook": "unlikely"},
        Status.AT_RISK, Status.AT_RISK,
    ),
    "FC2 three points": (
        yearly(2013, 5, 12, 24), 50, 2017,
        {"n": 3, "slope": 9.507, "point": 43.026, "indicative": True, "low": None, "high": None,
         "probability": None, "outlook": None},
        Status.AT_RISK, Status.AT_RISK,
    ),
    "FC4 one value mistyped": (
        yearly(2013, 5, 12, 74, 30), 50, 2017,
        {"point": 39.154, "low": 0.0, "high": 100.0, "probability": 0.435, "outlook": "uncertain"},
        Status.ON_TRACK, Status.ON_TRACK,
    ),
    "FC5 on the line": (
        yearly(2012, 20, 26, 30, 36, 41, 45), 60, 2020,
        {"point": 60.5, "low": 58.9, "high": 62.1, "probability": 0.67, "outlook": "uncertain"},
        Status.ON_TRACK, Status.ON_TRACK,
    ),
    "FC6 flattening: a line cannot see it": (
        yearly(2012, 20, 34, 40, 43, 44, 44.5), 60, 2020,
        {"point": 57.3, "low": 42.2, "high": 72.5, "probability": 0.40, "outlook": "uncertain"},
        Status.ON_TRACK, Status.ON_TRACK,
    ),
    "FC7 decrease": (
        yearly(2013, 400, 372, 350, 318, 300), 200, 2020,
        {"n": 5, "slope": -25.009, "point": 224.906, "indicative": False, "spread": 4.363,
         "error": 8.393, "quantile": 1.638, "low": 211.16, "high": 238.652, "probability": 0.03,
         "outlook": "unlikely"},
        Status.AT_RISK, Status.AT_RISK,
    ),
    "FC8 ahead": (
        yearly(2012, 20, 26, 32, 37, 43, 48), 60, 2020,
        {"n": 6, "slope": 5.601, "point": 65.112, "indicative": False, "spread": 0.368,
         "error": 0.626, "quantile": 1.533, "low": 64.153, "high": 66.072, "probability": 0.999,
         "outlook": "likely"},
        Status.ON_TRACK, Status.ON_TRACK,
    ),
    "FC9 slow and steady": (
        yearly(2013, 38, 40, 41.5, 43, 44.5), 60, 2020,
        {"point": 49.0, "low": 48.1, "high": 49.9, "probability": 0.0, "outlook": "unlikely"},
        Status.ON_TRACK, Status.AT_RISK,
    ),
}  # fmt: skip
