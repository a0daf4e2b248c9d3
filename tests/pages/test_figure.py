import streamlit as st

from models.access import Role, Viewer
from models.charts.chart_file import Caption
from models.charts.culture.bars import Bar, bars, table
from models.services import installation
from models.wording import words
from pages.parts.figure import csv_file, png_file, svg_file
from pages.parts.promises.promise_table import promise_table
from pages.shell.database import database
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, values

DA, EN = words("da"), words("en")
BARS = [Bar("=HYPERLINK(1)", "41,5 %", 41.5), Bar("B", "højst 5 %", 5, hollow=True)]
CAPTION = Caption("To er & bliver to", "Procent.", "Kilde: Forår.")


def draw(mode):
    return bars(BARS, longest=60, mode=mode, words=DA)


MARK = "Opdigtede data: intet her handler om en virkelig region."


def test_the_files_of_a_figure_carry_its_words_and_the_mark_of_invented_data(own_database):
    rows = csv_file(table(BARS, DA), CAPTION, DA).decode("utf-8-sig").splitlines()
    picture = svg_file(draw, CAPTION, DA).decode()
    assert rows[0] == "Navn;Tal med interval;Værdi;Fra;Til;Figur;Læses sådan;Kilde"
    assert rows[1] == "'=HYPERLINK(1);41,5 %;41,5;;;To er & bliver to;Procent.;Kilde: Forår."
    assert "To er &amp; bliver to" in picture
    assert MARK not in picture
    with database() as db:
        installation.mark_invented(db, "demo S", by=Viewer("A demo", Role.ADMINISTRATOR))
    assert csv_file(table(BARS, DA), CAPTION, DA).decode().count(MARK) == len(BARS)
    assert MARK in svg_file(draw, CAPTION, DA).decode()
    assert png_file(draw, CAPTION, DA).startswith(b"\x89PNG")


def test_in_english_the_figures_come_in_the_international_form(own_database):
    rows = csv_file(table(BARS, EN), CAPTION, EN).decode().splitlines()
    assert ",41.5,," in rows[1]


def test_the_unit_that_a_paper_gives_its_figures_is_text_in_the_table_of_promises(
    own_database, monkeypatch
):
    indicator = {"indicator": a_criterion(kind="index").indicator.model_copy(
        update={"unit": "<!--x-->"})}  # fmt: skip
    criterion = a_criterion(kind="index").model_copy(update=indicator)
    promise = a_standing(criterion, a_target(kind="index"), values(y2016=30))
    tables = []
    monkeypatch.setattr(st, "html", tables.append)
    promise_table([promise], "small", caption="Løfter")
    assert "<!--" not in tables[0]
    assert "30\u00a0&lt;!--x--&gt;" in tables[0]
