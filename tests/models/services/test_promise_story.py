from models.access import Role, Viewer
from models.services.promise_story import promise_story
from models.services.updates import explanations
from models.steering.explanation import Explanation
from tests.models.services.updates.people import (
    BOSS,
    CRITERION,
    DAY,
    STEWARD,
    own,
)

OWNING_BOSS = Viewer("ida holm", Role.LEADERSHIP)
COMMITTEE = Viewer("udvalg", Role.COMMITTEE)


def story(db, by=COMMITTEE, criterion_id=CRITERION):
    return promise_story(db, "hovedstaden", criterion_id, as_of=DAY, on=DAY, by=by)


def test_a_story_has_what_was_set_written_and_decided(db):
    target = own(db)
    words = Explanation(CRITERION, "for få hold")
    explanations.explain(db, words, by=STEWARD, on=DAY)
    story_of_it = story(db)
    assert story_of_it.targets == (target,)
    assert story_of_it.standing.target == target
    assert [row.why for row in story_of_it.explanations] == ["for få hold"]
    assert (story_of_it.records, story_of_it.overrides) == ((), ())
    assert story(db, criterion_id="HOV-T3-C6").detectable is None


def test_only_its_owner_and_stewards_may_explain_a_promise(db):
    own(db)
    writers = [viewer.name for viewer in (STEWARD, OWNING_BOSS, BOSS, COMMITTEE) if
               story(db, viewer).may_explain]  # fmt: skip
    assert writers == [STEWARD.name, OWNING_BOSS.name]
