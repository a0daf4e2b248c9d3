"""What the auditor of a release tried is said in the reader's language."""

import pytest

from models.wording import LANGUAGES, words
from models.wording.audit import audit_sentences
from survey.release.pattern_audit import passed
from survey.release.places import Places


@pytest.fixture
def record():
    """The auditor's word as a release keeps it."""
    nothing = Places({}, {}, {}, {}, {}, {})
    text = passed(nothing, None, None, None, k=5, share_k=10, moves={})
    return text.replace("k=5, 0 units", "k=5, 304 to 332 units")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_of_what_was_tried_is_a_sentence_in_the_language(record, language):
    sentences = audit_sentences(record, words(language))
    assert len(sentences) == 6
    assert "304–332" in sentences[0]
    assert not any("theorem" in sentence or "breach" in sentence for sentence in sentences)


def test_a_record_with_other_parts_is_told_by_its_outcome_alone():
    sentences = audit_sentences("theorem 1, 0 breaches", words("da"))
    assert sentences == ("Revisoren fandt ingen gruppe, der er for lille.",)
