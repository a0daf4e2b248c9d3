"""A unit's poster as a PDF: an A4 page with a QR code that opens the unit's link.

The file is written by hand: a page of text in a font that every reader has, and a code of squares.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

import segno

from models.wording import Words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.wave import Wave

# In points, 72 to an inch; the origin is the lower left corner.
WIDTH, HEIGHT, MARGIN = 595, 842, 56
CODE_SIDE, CODE_BOTTOM = 300, 250
# Light modules around the code, without which a telephone does not find it (ISO/IEC 18004).
QUIET = 4
PETROL, INK, WHITE = "0.043 0.333 0.388", "0.082 0.137 0.173", "1 1 1"
# The widest letters of Helvetica Bold are 0.94 of its size, text on average 0.56.
AVERAGE_LETTER = 0.56


@dataclass(frozen=True)
class _Line:
    """A line of text: its size in points, its distance from the bottom, bold or not."""

    text: str
    size: int
    bottom: float
    bold: bool = False
    colour: str = INK


def poster(wave: Wave, unit: Unit, link: str, instrument: Instrument, words: Words) -> bytes:
    """Return the poster as a PDF of one page.

    A letter that the font lacks is replaced by a question mark; the code holds the link as it is.
    """
    content = "\n".join(
        (
            f"{PETROL} rg 0 {HEIGHT - 110} {WIDTH} 110 re f",
            *(_text_operator(line) for line in _lines(wave, unit, link, instrument, words)),
            f"{INK} rg",
            *_code(link),
        )
    )
    return _file(content.encode("cp1252", errors="replace"), words.say("Plakat"), words.language)


def _lines(
    wave: Wave, unit: Unit, link: str, instrument: Instrument, words: Words
) -> Iterator[_Line]:
    yield _Line("Pejling", 20, HEIGHT - 66, bold=True, colour=WHITE)
    title = words.say("Hvordan er det at udvikle nyt hos jer?")
    yield from _paragraph(title, 30, HEIGHT - 160, bold=True)
    lead = words.say(
        "{unit}: svar på {wave}. Det tager {minutes} minutter.",
        unit=unit.name,
        wave=wave.name,
        minutes=instrument.minutes,
    )
    yield from _paragraph(lead, 15, HEIGHT - 240)
    yield _Line(words.say("Ret telefonens kamera mod koden, eller skriv:"), 13, CODE_BOTTOM - 34)
    address = link.partition("://")[2] or link
    yield _Line(address, _size_of(address, 15), CODE_BOTTOM - 58, bold=True, colour=PETROL)
    promise = words.say(
        "Uden login. Ingen kan se, hvem der har svaret hvad, og et resultat vises kun, når mindst "
        "{k} har svaret. Det er frivilligt.",
        k=wave.smallest_group,
    )
    yield from _paragraph(promise, 13, CODE_BOTTOM - 110)


def _paragraph(text: str, size: int, top: float, *, bold: bool = False) -> Iterator[_Line]:
    letters = int((WIDTH - 2 * MARGIN) / (size * AVERAGE_LETTER))
    for place, line in enumerate(wrap(text, letters)):
        yield _Line(line, size, top - place * size * 1.3, bold)


def _size_of(text: str, most: int) -> int:
    """Return the largest size, at most `most`, in which a text stands on one line."""
    return min(most, int((WIDTH - 2 * MARGIN) / (max(len(text), 1) * AVERAGE_LETTER)))


def _text_operator(line: _Line) -> str:
    text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "F2" if line.bold else "F1"
    return (
        f"BT {line.colour} rg /{font} {line.size} Tf {MARGIN} {line.bottom:.1f} Td ({text}) Tj ET"
    )


def _code(link: str) -> Iterator[str]:
    """Return a rectangle for each run of dark modules in a row of the code."""
    rows = segno.make_qr(link, error="m").matrix
    side = CODE_SIDE / (len(rows) + 2 * QUIET)
    left, top = (WIDTH - CODE_SIDE) / 2 + QUIET * side, CODE_BOTTOM + CODE_SIDE - QUIET * side
    for number, row in enumerate(rows, start=1):
        for start, length in _runs(row):
            place = f"{left + start * side:.3f} {top - number * side:.3f}"
            # A hair wider, or a reader draws white lines between the squares.
            yield f"{place} {length * side + 0.05:.3f} {side + 0.05:.3f} re f"


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Return start and length of each run of dark modules."""
    start = 0
    for run in bytes(row).replace(b"\x00", b" ").split(b" "):
        if run:
            yield start, len(run)
        start += len(run) + 1


def _file(content: bytes, title: str, language: str) -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font.format(name="Helvetica").encode(),
        font.format(name="Helvetica-Bold").encode(),
        f"<< /Title ({title}) /Producer (Pejling) >>".encode("cp1252", errors="replace"),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, len(objects))
    cross_references = b"xref\n0 %d\n0000000000 65535 f \n" % count + table
    return body + cross_references + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)
