import json
import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from models.report.year.culture import Culture, CultureLine
from models.report.year.html import html
from models.report.year.phrases import title
from models.report.year.record import as_json, fingerprint
from models.report.year.sentences import resume
from models.wording import LANGUAGES, words
from survey.release.figure import Figure
from tests.models.report.year.outcomes import a_criterion, a_standing, a_status, a_target, day
from tests.models.report.year.test_annual_status import REGION, due_2016

DA = words("da")
LINES = (CultureLine("TRU", {"da": "Tillid"}, Figure(mean=61, n=812)),)
CULTURE = Culture("Kultur 2016", day(2016), LINES, validated=False)


class Reader(HTMLParser):
    """Collects tags, so that a test can ask what the paper holds."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, *names):
        return [(tag, attrs) for tag, attrs in self.tags if tag in names]


@pytest.fixture
def status():
    moved = due_2016(id="M", target=a_target("M", due=2018))
    return a_status([*REGION, moved], culture=CULTURE)


@pytest.fixture
def paper(status):
    return html(status, DA)


def embedded(paper):
    return json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', paper)[1])


def test_the_paper_fetches_nothing(paper):
    links = re.findall(r'(?:src|href|url\()\s*=?\s*["\']?([^"\')\s>]+)', paper)
    assert links == []
    assert set(re.findall(r"https?://[^\s\"'<]+", paper)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_says_which_language_it_speaks(status, language):
    expected = words(language).language
    assert Reader(html(status, words(language))).all("html")[0][1]["lang"] == expected


def test_headings_come_in_order(paper):
    levels = [int(tag[1]) for tag, _ in Reader(paper).all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_heading_cell_a_scope(paper):
    read = Reader(paper)
    assert len(read.all("table")) == len(read.all("caption"))
    assert all("scope" in attrs for _, attrs in read.all("th"))


def test_page_and_paper_say_the_same_sentences(status, paper):
    assert all(sentence in paper for sentence in resume(status, DA))
    assert title(status, DA) == "Årsstatus 2016"


def test_the_paper_carries_its_own_data(status, paper):
    assert embedded(paper) == json.loads(as_json(status))
    assert embedded(paper)["counts"]["undocumented"] == 1
    assert embedded(paper)["reds"] == ["C", "E"]


def test_the_fingerprint_is_of_the_data(status, paper):
    assert fingerprint(status) == sha256(as_json(status).encode()).hexdigest()
    assert fingerprint(status) in paper


def test_the_same_year_gives_the_same_bytes(status):
    assert as_json(a_status(REGION)) == as_json(a_status(REGION))
    assert as_json(a_status(REGION)) != as_json(a_status(REGION, knowledge_date=date(2017, 5, 2)))


def test_invented_data_say_so(status, paper):
    assert "Opdigtede data (demo S)" in html(status, DA, invented="demo S")
    assert "Opdigtede" not in paper


def test_the_culture_stands_in_the_paper_where_there_is_one(paper):
    assert "Kultur 2016" in paper
    assert "Kultur 2016" not in html(a_status(REGION), DA)


def test_a_moved_promise_shows_both_days(paper):
    assert "frist 31. dec. 2018" in paper


def test_a_moved_promise_has_its_chip_wherever_it_is_listed(paper):
    rows = re.findall(r" · M<.*?</tr>", paper)
    assert len(rows) == 2
    assert all("Frist flyttet 2016 → 2018" in row for row in rows)
    assert all("Efter den lovede frist:" in row for row in rows)
    assert "Frister flyttet: 1. Røde efter den lovede frist: 1" in paper


def test_the_paper_has_something_to_say_when_there_is_nothing():
    quiet = html(a_status([a_standing(target=a_target())]), DA)
    assert "Ingen løfter forfaldt i 2016." in quiet
    assert "Alle løfter har et mål og en frist." in quiet


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<b>&\"'{{ 7*7 }}"])
def test_what_people_wrote_is_never_markup(text):
    paper = html(a_status([a_standing(a_criterion(text=text))]), DA)
    assert len(Reader(paper).all("script")) == 1
    assert not Reader(paper).all("b") or text not in paper
    assert embedded(paper)["criteria"][0]["text"] == text


@pytest.mark.parametrize(("validated", "notice"), [(False, True), (True, False)])
def test_the_paper_says_so_while_the_questionnaire_is_not_validated(status, validated, notice):
    culture = Culture("Kultur 2016", day(2016), LINES, validated=validated)
    paper = html(replace(status, culture=culture), DA)
    assert ("ikke afprøvet i en valideringsundersøgelse" in paper) is notice
