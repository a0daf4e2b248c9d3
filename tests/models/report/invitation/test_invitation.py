import re
from dataclasses import replace

import pytest
import segno

from models.report.invitation.letter import letter
from models.report.invitation.poster import CODE_SIDE, QUIET, poster
from models.wording import LANGUAGES, words
from survey.asking import instruments
from survey.asking.organisation import Unit
from tests.builders import a_wave

LINK = "https://pejling.example/svar/7k3qd-9wz4m-0c5tv-xh2pn"
UNIT = Unit("her", None, "Kirurgisk (Å) afsnit", "section", 40)
RIK = instruments.load("rik-30")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mail_holds_the_link_alone_on_its_line(language):
    mail = letter(a_wave(), UNIT, LINK, RIK, words(language))
    assert LINK in mail.text.split("\n")
    assert a_wave().name in mail.subject
    assert UNIT.name in mail.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_is_a_whole_pdf_with_the_link_in_words(language):
    file = poster(a_wave(), UNIT, LINK, RIK, words(language))
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", file)[1])
    assert file[start:].startswith(b"xref\n0 8")
    for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n", file), start=1):
        assert file[int(place) :].startswith(b"%d 0 obj" % number)
    assert b"pejling.example/svar/7k3qd-9wz4m-0c5tv-xh2pn" in file
    assert b"Kirurgisk \\(\xc5\\) afsnit" in file


def test_the_code_on_the_poster_is_the_links():
    file = poster(a_wave(), UNIT, LINK, RIK, words("da"))
    matrix = segno.make_qr(LINK, error="m").matrix
    side = CODE_SIDE / (len(matrix) + 2 * QUIET)
    modules = [[0] * len(matrix) for _row in matrix]
    rectangle = rb"\n([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f"
    squares = [tuple(map(float, numbers)) for numbers in re.findall(rectangle, file)]
    left = min(square[0] for square in squares)
    top = max(square[1] for square in squares)
    for x, y, width, _height in squares:
        row, column = round((top - y) / side), round((x - left) / side)
        for place in range(column, column + round(width / side)):
            modules[row][place] = 1
    assert modules == [list(row) for row in matrix]


def test_a_name_the_font_lacks_and_a_long_link_do_not_stop_the_poster():
    unit = replace(UNIT, name="Łódź 研究")
    file = poster(a_wave(), unit, f"https://{'a' * 120}.example/svar/x", RIK, words("da"))
    assert file.startswith(b"%PDF-1.4")
