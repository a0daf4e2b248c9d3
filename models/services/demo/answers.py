"""The answers of the invented people, item by item, with their opt-outs and gaps."""

import numpy as np
import pandas as pd
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from models.services.demo.people import People, Scores, people
from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation
from survey.asking.question import Item
from survey.asking.response import OPT_OUT
from survey.scoring import points

# Points: how far an answer slips from what its writer feels about the dimension.
SLIP = 13.0
# What the overall judgement stands on; a dimension that is not named has no part in it.
DRIVES = {"LED": 0.40, "STO": 0.25, "NYT": 0.20, "TRU": 0.15}
# Shares that say yes where the score is 50, and how much more for each point above.
FUNNEL = {"nyt": 0.50, "nyttigt": 0.36, "nyttiggjort": 0.27}
MORE_A_POINT = 0.006
RATHER_NOT = 0.03
# How many chose "don't know / not relevant", and how many passed a question by.
OPTED_OUT = {"SAM3": 0.17, "SAM2": 0.12, "BRU2": 0.09, "NYT3": 0.08, "ANE3": 0.06, "LED3": 0.05}
OPTED_OUT_ELSE = 0.02
SKIPPED_FIRST, SKIPPED_LAST = 0.005, 0.035
SKIPPED_BACKGROUND = 0.09
# Some stop half-way: this share, anywhere behind the first quarter.
STOPPED = 0.02
# How much units differ in how many answer; in a few, hardly anybody does.
ANSWERED_SPREAD = 0.09
TIRED, TIRED_ANSWERED = 0.04, (0.15, 0.50)
YES, NO, NOT_SAID = 1, 2, 3

Answers = NDArray[np.int8]


def filled_in(
    tree: Organisation,
    instrument: Instrument,
    seed: int,
    *,
    wave: int,
    response_rate: float,
) -> pd.DataFrame:
    """Respondents × unit_id, group and items: what was sent, NaN where nothing was said.

    response_rate: the share that answers in a usual unit.
    """
    everybody = people(tree, instrument, seed, wave=wave)
    chance = default_rng([seed, 8, wave])
    respondents = _responding(tree, everybody, response_rate, chance)
    ids = np.array([unit.id for unit in tree.units], dtype=object)
    columns: dict[str, object] = {"unit_id": ids[everybody.unit[respondents]], "group": ""}
    complete = answers(everybody, instrument, seed, wave=wave)
    reached = _reached(len(respondents), len(complete), chance)
    for place, (item_id, values) in enumerate(complete.items()):
        share = _skipped(item_id, place, len(complete), instrument)
        silent = (chance.random(len(respondents), dtype=np.float32) < share) | (reached <= place)
        columns[item_id] = np.where(
            silent, np.float32(np.nan), values[respondents].astype(np.float32)
        )
    return pd.DataFrame(columns)


def true_means(tree: Organisation, instrument: Instrument, seed: int, *, wave: int) -> pd.DataFrame:
    """Units × dimensions: the mean score if everybody in and under a unit had answered.

    What a published mean is an estimate of.
    """
    everybody = people(tree, instrument, seed, wave=wave)
    complete = answers(everybody, instrument, seed, wave=wave)
    own = {item.id: complete[item.id] for item in instrument.items}
    scores = points.score_dimensions(pd.DataFrame(own), instrument)
    ids = np.array([unit.id for unit in tree.units], dtype=object)
    of_unit = scores.groupby(ids[everybody.unit])
    sums, counts = (
        figures.reindex(ids, fill_value=0.0).astype(float)
        for figures in (of_unit.sum(), of_unit.count())
    )
    for unit_id in reversed(tree.subtree(tree.root.id)):
        parent_id = tree.unit(unit_id).parent_id
        if parent_id is not None:
            sums.loc[parent_id] += sums.loc[unit_id]
            counts.loc[parent_id] += counts.loc[unit_id]
    return sums / counts


def answers(
    everybody: People, instrument: Instrument, seed: int, *, wave: int
) -> dict[str, Answers]:
    """Item id -> what each one would answer, the opt-outs among it, nothing passed by."""
    chance = default_rng([seed, 3, wave])
    of_item: dict[str, Answers] = {}
    for place, dimension in enumerate(instrument.dimensions):
        for item in dimension.items:
            of_item[item.id] = _on_scale(item, instrument, everybody.feels[:, place], chance)
    whole = everybody.feels.mean(axis=1)
    weights = np.array(
        [DRIVES.get(dimension.id, 0.0) for dimension in instrument.dimensions], np.float32
    )
    overall = everybody.feels @ weights
    for item in (item for block in instrument.extras for item in block.items):
        if item.stage:
            of_item[item.id] = _did(item, whole, chance)
        elif item.role:
            of_item[item.id] = _on_scale(item, instrument, overall, chance)
        elif item.id == instrument.crossing:
            of_item[item.id] = everybody.profession
        else:
            of_item[item.id] = np.where(everybody.manages, YES, NO).astype(np.int8)
    return of_item


def _on_scale(item: Item, instrument: Instrument, feels: Scores, chance: Generator) -> Answers:
    """The place on the item's scale nearest to what each one feels, or the opt-out."""
    scale = instrument.scale(item.scale)
    slips = np.float32(SLIP) * chance.standard_normal(len(feels), dtype=np.float32)
    share = np.clip(feels + slips, 0, 100) / 100
    share = 1 - share if item.reverse else share
    values = (scale.first + np.round(share * (scale.points - 1))).astype(np.int8)
    if scale.opt_out is not None:
        opts_out = OPTED_OUT.get(item.id, OPTED_OUT_ELSE)
        values[chance.random(len(feels), dtype=np.float32) < opts_out] = OPT_OUT
    return values


def _did(item: Item, whole: Scores, chance: Generator) -> Answers:
    """Whether each one did it; the more, the better one finds it."""
    share = FUNNEL[item.stage] + MORE_A_POINT * (whole - 50)
    did = chance.random(len(whole), dtype=np.float32) < share
    values = np.where(did, YES, NO).astype(np.int8)
    values[chance.random(len(whole), dtype=np.float32) < RATHER_NOT] = NOT_SAID
    return values


def _responding(
    tree: Organisation, everybody: People, response_rate: float, chance: Generator
) -> NDArray[np.int64]:
    """The places of those who answer."""
    tired = chance.random(len(tree.units)) < TIRED
    usual = (response_rate - TIRED * sum(TIRED_ANSWERED) / 2) / (1 - TIRED)
    rates = chance.normal(usual, ANSWERED_SPREAD, len(tree.units))
    rates = np.where(tired, chance.uniform(*TIRED_ANSWERED, len(tree.units)), rates)
    draws = chance.random(len(everybody.unit), dtype=np.float32)
    return np.flatnonzero(draws < rates[everybody.unit])


def _reached(respondents: int, items: int, chance: Generator) -> NDArray[np.int64]:
    """Return the number of items before each respondent stopped; all of them for most."""
    stopped = chance.random(respondents) < STOPPED
    return np.where(stopped, chance.integers(items // 4, items, respondents), items)


def _skipped(item_id: str, place: int, items: int, instrument: Instrument) -> float:
    """The share that passes an item by: more towards the end, most where one tells who one is."""
    item = instrument.item(item_id)
    if not item.stage and not item.role and item not in instrument.items:
        return SKIPPED_BACKGROUND
    return SKIPPED_FIRST + (SKIPPED_LAST - SKIPPED_FIRST) * place / items
