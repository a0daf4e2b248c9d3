"""Nothing in the trace of a whole region leads to a respondent or to who sent an idea."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from models.services import demo
from models.trace.action import Action

TEXTS = yaml.safe_load((Path(demo.__file__).parent / "comments.yaml").read_text(encoding="utf-8"))
# What a line says of each thing that respondents and their reviewers stand behind.
NOTHING = {
    Action.IMPORT_ANSWERS: set(),
    Action.PUBLISH_COMMENTS: set(),
    Action.REVIEW_COMMENT: {"wave_id", "decided"},
    Action.IMPORT_IDEA: {"stage", "innovation_type"},
    Action.RELEASE_WAVE: {"state", "released_on", "hash"},
}


@pytest.fixture(scope="module")
def region(demo_database):
    with closing(sqlite3.connect(f"file:{demo_database}?mode=ro", uri=True)) as connection:
        yield connection


def test_a_line_about_answers_comments_and_ideas_says_only_what_is_listed(region):
    query = "SELECT before, after, reason FROM trace WHERE action = ?"
    for action, fields in NOTHING.items():
        lines = region.execute(query, [action]).fetchall()
        assert lines
        assert all(not reason for *_states, reason in lines)
        states = [json.loads(state) for *pair, _reason in lines for state in pair if state]
        assert {field for state in states for field in state} <= fields


def test_no_text_of_a_respondent_and_no_key_stands_anywhere_in_the_trace(region):
    rows = region.execute("SELECT subject, before, after, reason FROM trace").fetchall()
    whole = "\n".join(str(part) for row in rows for part in row)
    comments = [text for texts in TEXTS["comments"].values() for text in texts]
    ideas = [title for (title,) in region.execute("SELECT title FROM ideas")]
    keys = [key for (key,) in region.execute("SELECT id FROM responses LIMIT 500")]
    links = [key for (key,) in region.execute("SELECT token_hash FROM links LIMIT 500")]
    assert all((comments, ideas, keys))
    assert [secret for secret in (*comments, *ideas, *keys, *links) if secret in whole] == []
