from models.access import Role, Viewer
from models.charts.chart_file import Caption
from models.charts.culture.bars import Bar, bars, table
from models.services import installation
from models.wording import words
from pages.parts.figure import csv_file, png_file, svg_file
from pages.shell.database import database

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
