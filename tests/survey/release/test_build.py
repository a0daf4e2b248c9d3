from collections import Counter
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.organisation import UnitUnknown
from survey.asking.wave import WaveState, WaveStillOpen
from survey.release.build import STEPS, Step, build, code_version, fingerprint
from survey.release.cells import FIGURES, KEYS
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import CULTURE, DAY, a_tree, a_wave, some_answers, trees

ITEMS = [item.id for item in CULTURE.items]
DIMENSIONS = [dimension.id for dimension in CULTURE.dimensions]
seeds = st.integers(0, 99_999)


def all_saying(value, *, people, unit="0"):
    answers = some_answers(0, [], 0).reindex(range(people))
    for dimension in CULTURE.dimensions:
        for item in dimension.items:
            answers[item.id] = 6 - value if item.reverse else value
    return answers.assign(unit_id=unit, group="")


def released(answers, tree, k=5):
    return build(answers, tree, CULTURE, a_wave(smallest_group=k), on=DAY)


def scores_of(release):
    """The cells of dimensions and index, which stand on whole scores."""
    return release.cells[release.cells["measure"].isin([*DIMENSIONS, "index"])]


def scored(answers):
    """Each respondent's unit and, by measure, the scores that are there."""
    for row in answers.to_dict("records"):
        scores = {d.id: oracles.dimension_score(row, d) for d in CULTURE.dimensions}
        scores["index"] = oracles.index(scores.values())
        yield row["unit_id"], {name: score for name, score in scores.items() if score is not None}


def points(answers):
    """Each respondent's unit and the points of every item of a dimension they have a score in."""
    for row in answers.to_dict("records"):
        own = {}
        for dimension in CULTURE.dimensions:
            score = oracles.dimension_score(row, dimension)
            for item in dimension.items if score is not None else ():
                answer = oracles.item_points(row, item)
                own[item.id] = score if answer is None else answer
        yield row["unit_id"], own


def block_of(unit_id, tree, published):
    """The nearest published unit, itself or above; None where there is none."""
    upwards = [unit.id for unit in tree.path(unit_id)][::-1]
    return next((above for above in upwards if above in published), None)


def item_mean(people, tree, published, unit_id, item_id):
    """Of coded blocks, as long as rounding a place's own figure would not hide as much."""
    blocks = {}
    for unit, own in people:
        block = block_of(unit, tree, published)
        if item_id in own and block is not None and block in tree.subtree(unit_id):
            blocks.setdefault(block, []).append(own[item_id])
    n = sum(map(len, blocks.values()))
    total = 0
    for block, own in blocks.items():
        mean = Fraction(sum(own), len(own))
        near = block == unit_id or Fraction(n, 2) < 5 * len(own)
        total += len(own) * (min(95, max(5, mean)) if near else mean)
    return min(95, max(5, Fraction(total, n)))


def dimension_mean(people, tree, published, unit_id, dimension):
    means = [item_mean(people, tree, published, unit_id, item.id) for item in dimension.items]
    return sum(means) / len(means)


@settings(max_examples=examples(6, thorough=100))
@given(trees(), seeds)
def test_every_mean_agrees_with_the_oracle(tree, seed):
    answers = some_answers(seed, [unit.id for unit in tree.units], most=14)
    release, people = released(answers, tree), list(points(answers))
    mean_of = release.cells.set_index(["unit_id", "measure"])["mean"]
    places = {
        d.id: {at for at, measure in mean_of.index if measure == d.id} for d in CULTURE.dimensions
    }
    for unit_id in release.published:
        present = [d for d in CULTURE.dimensions if unit_id in places[d.id]]
        means = [dimension_mean(people, tree, places[d.id], unit_id, d) for d in present]
        assert [mean_of[unit_id, d.id] for d in present] == [oracles.coded(mean) for mean in means]
        if (unit_id, "index") in mean_of:
            assert mean_of[unit_id, "index"] == oracles.coded(Fraction(sum(means), len(means)))


@settings(max_examples=examples(3, thorough=50))
@given(trees(), seeds)
def test_every_cell_counts_whoever_has_a_score_in_it(tree, seed):
    answers = some_answers(seed, [unit.id for unit in tree.units], most=14)
    people = list(scored(answers))
    for cell in scores_of(released(answers, tree)).itertuples():
        below = tree.subtree(cell.unit_id)
        assert cell.n == sum(unit in below and cell.measure in own for unit, own in people)


def attack(answers, tree, cells, k):
    """Whether somebody can be worked out from these cells, measure by measure."""
    people = list(scored(answers))
    for measure, of_measure in cells.groupby("measure"):
        counts = Counter(unit for unit, scores in people if measure in scores)
        if oracles.attackable(tree, counts, set(of_measure["unit_id"]), k):
            return True
    return False


@settings(max_examples=examples(6, thorough=100))
@given(trees(5), seeds, st.sampled_from([0.02, 0.2, 0.5]))
def test_no_attacker_finds_fewer_than_k_behind_means_nor_ten_behind_shares(tree, seed, missing):
    answers = some_answers(seed, [unit.id for unit in tree.units], most=12, missing=missing)
    cells = released(answers, tree).cells
    assert not attack(answers, tree, cells, k=5)
    assert not attack(answers, tree, cells[cells["favourable"].notna()], k=10)


@settings(max_examples=examples(3, thorough=50))
@given(trees(), seeds, st.randoms())
def test_the_order_of_respondents_is_nothing(tree, seed, random):
    answers = some_answers(seed, [unit.id for unit in tree.units], most=12)
    order = random.sample(list(answers.index), len(answers))
    assert released(answers, tree).hash == released(answers.loc[order], tree).hash


@settings(max_examples=examples(3, thorough=50))
@given(trees(), seeds)
def test_no_cell_stands_on_fewer_than_the_smallest_group(tree, seed):
    cells = released(some_answers(seed, [unit.id for unit in tree.units], most=12), tree, k=6).cells
    assert (cells["n"] >= 6).all()
    assert (cells.loc[cells["opted_out"].notna(), "n"] >= 6).all()
    assert (cells["favourable_n"].dropna() >= 12).all()


def test_every_published_unit_has_every_measure():
    cells = released(all_saying(4, people=6), a_tree(0)).cells
    assert list(cells["measure"]) == [*DIMENSIONS, "index", *(item.id for item in CULTURE.items)]
    assert list(cells.columns) == [*KEYS, *FIGURES]


@pytest.mark.parametrize(("value", "figure"), [(5, 95), (1, 5), (3, 50)])
def test_what_everybody_says_is_shown_as_five_or_less_or_ninety_five_or_more(value, figure):
    cells = scores_of(released(all_saying(value, people=30), a_tree()))
    assert set(cells["mean"]) == {figure}
    assert set(cells["favourable"]) == {95 if value == 5 else 5}


def test_a_share_needs_ten_people_where_a_mean_needs_five():
    answers = pd.concat([all_saying(4, people=9, unit="1"), all_saying(2, people=12, unit="2")])
    cells = scores_of(released(answers, a_tree(0, 0))).set_index("unit_id")
    assert cells.loc["1", "mean"].notna().all()
    assert cells.loc["1", "favourable"].isna().all()


def test_the_share_of_the_only_other_unit_is_hidden_too():
    answers = pd.concat([all_saying(4, people=9, unit="1"), all_saying(2, people=12, unit="2")])
    cells = released(answers, a_tree(0, 0)).cells
    assert set(cells.loc[cells["favourable"].notna(), "unit_id"]) == {"0"}


def test_when_some_skip_a_dimension_the_index_tells_nothing_more_than_the_dimensions():
    answers = all_saying(5, people=6)
    answers.loc[0, [item.id for item in CULTURE.items]] = 3
    answers.loc[0, [item.id for item in CULTURE.dimension("ANE").items]] = None
    cells = released(answers, a_tree()).cells.set_index("measure")
    # Eight dimensions of (5 x 100 + 50) / 6 and one of 95; the respondents' own would be 91.67.
    assert cells.loc["index", "mean"] == oracles.coded((8 * Fraction(550, 6) + 95) / 9)


def test_a_respondent_without_a_single_score_does_not_stop_the_release():
    alone = all_saying(4, people=1, unit="2").assign(**dict.fromkeys(ITEMS, None), FUN1=1.0)
    answers = pd.concat([all_saying(4, people=30, unit="1"), alone], ignore_index=True)
    release = released(answers, a_tree(0, 0))
    assert release.cells["opted_out"].notna().any()
    assert "2" not in release.published


def test_a_dimension_hardly_anybody_answered_is_left_out_and_hides_nothing_else():
    answers = all_saying(4, people=8)
    answers.loc[:3, [item.id for item in CULTURE.dimension("SAM").items]] = 0
    cells = released(answers, a_tree()).cells
    items = {item.id for item in CULTURE.items} - {"SAM1", "SAM2", "SAM3"}
    assert set(cells["measure"]) == {*DIMENSIONS, "index", *items} - {"SAM"}


def test_without_seven_dimensions_there_is_no_index():
    answers = all_saying(4, people=5)
    for person, dimension in enumerate(CULTURE.dimensions[:3]):
        answers.loc[person, [item.id for item in dimension.items]] = None
    assert "index" not in set(released(answers, a_tree()).cells["measure"])


def test_the_whole_is_published_when_its_units_only_together_have_enough():
    answers = pd.concat([all_saying(4, people=2, unit=unit) for unit in "1234"], ignore_index=True)
    for person, dimension in zip((0, 2, 4, 6), CULTURE.dimensions, strict=False):
        answers.loc[person, [item.id for item in dimension.items]] = None
    assert released(answers, a_tree(0, 0, 0, 0)).published == {"0"}


@pytest.mark.parametrize("people", [0, 4])
def test_too_few_answers_give_an_empty_release_and_no_error(people):
    empty = released(all_saying(4, people=people), a_tree(0))
    assert empty.cells.empty
    assert empty.published == frozenset()
    assert list(empty.cells.columns) == [*KEYS, *FIGURES]


@pytest.mark.measured
def test_a_release_of_nothing_at_all_is_empty():
    assert released(pd.DataFrame({"unit_id": [], "group": []}), a_tree(0)).cells.empty


@pytest.mark.measured
def test_there_is_no_release_while_answers_may_still_come():
    with pytest.raises(WaveStillOpen):
        build(all_saying(4, people=9), a_tree(), CULTURE, a_wave(WaveState.OPEN), on=DAY)


@pytest.mark.measured
def test_an_answer_from_a_unit_outside_the_organisation_is_refused():
    with pytest.raises(UnitUnknown, match="elsewhere"):
        released(all_saying(4, people=9, unit="elsewhere"), a_tree())


def test_whoever_waits_is_told_each_step_but_the_keeping():
    steps = []
    build(all_saying(4, people=9), a_tree(), CULTURE, a_wave(), on=DAY, progress=steps.append)
    assert steps == [step for step in STEPS if step is not Step.KEEP]


def test_a_release_says_how_it_was_audited_and_by_which_version():
    release = released(all_saying(4, people=12), a_tree())
    assert "k=5" in release.audit
    assert "k=10" in release.audit
    assert release.code_version == code_version()


@pytest.mark.measured
def test_the_version_is_the_packages_or_says_source():
    assert code_version("pytest")[0].isdigit()
    assert code_version("no-such-package") == "source"


def test_the_hash_is_of_the_figures_and_not_of_how_they_are_kept():
    release = released(all_saying(4, people=12), a_tree())
    reordered = release.cells.sample(frac=1, random_state=1).astype({"n": float, "mean": object})
    assert fingerprint(reordered) == release.hash
    assert fingerprint(reordered.assign(n=13)) != release.hash
