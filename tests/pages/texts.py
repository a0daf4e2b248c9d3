"""Every text that a page shows, as it is seen."""

import csv
from html.parser import HTMLParser
from io import BytesIO, StringIO

from openpyxl import load_workbook

from tests.pages.rendered import rendered

# The fields of Streamlit's elements that it reads as markdown; of radio and pills the options too.
MARKDOWN = {"body", "label", "help", "text", "content"}
OPTIONS = {"Radio", "ButtonGroup"}
# Read as they stand, whatever their fields are called.
PLAIN = {"Code", "Text"}


def html_text(app):
    """All that a page draws as HTML of our own, its marks included."""
    return " ".join(element.proto.body for element in app.get("html"))


class Reader(HTMLParser):
    """The text of HTML, and those of its attributes."""

    def __init__(self, markup):
        super().__init__()
        self.text, self.attributes, self.is_drawing = "", [], False
        self.feed(markup)

    def handle_data(self, data):
        # A record in a script has its own escapes; the words of a drawing may be hyphenated.
        self.text += "" if self.cdata_elem or self.is_drawing else data

    def handle_starttag(self, tag, attributes):
        self.is_drawing |= tag == "svg"
        self.attributes += [value for _name, value in attributes if value]

    def handle_endtag(self, tag):
        self.is_drawing &= tag != "svg"


def texts_of_html(markup):
    """The text of a page or a paper, and those of its attributes, which are read out."""
    reader = Reader(markup)
    return [reader.text, *reader.attributes]


def cells_of_file(file):
    """The texts in the cells of a CSV or XLSX file."""
    if file.name.endswith("xlsx"):
        sheet = load_workbook(BytesIO(file.content), read_only=True).active
        rows = list(sheet.iter_rows(values_only=True))
    else:
        text = file.content.decode("utf-8-sig")
        rows = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in text[:40] else ",")
    return [cell for row in rows for cell in row if isinstance(cell, str)]


def visible_texts(app):
    """The texts of all elements of a page that AppTest has run, and of its menu."""
    for part in app._tree.children.values():
        yield from of_block(part)


def of_block(block):
    if getattr(block, "proto", None) is not None:
        yield from of_element(block)
    for child in getattr(block, "children", {}).values():
        yield from of_block(child)


def of_element(element):
    kind = type(element.proto).__name__
    if kind == "Html":
        yield from texts_of_html(element.proto.body)
    elif kind in {"Table", "Dataframe"}:
        yield from cells(element)
    elif kind != "VegaLiteChart":  # Drawn from data that are never read as markdown.
        yield from of_message(element.proto, kind)


def cells(element):
    """The texts of a table, which is read as markdown, or of a sheet, which is not."""
    frame = element.value.reset_index()
    read = rendered if element.type == "table" else str
    yield from (read(str(text)) for text in [*frame.columns, *frame.to_numpy().ravel()])


def of_message(message, kind):
    """The texts in a message of Streamlit and in the messages inside it."""
    for field, value in message.ListFields():
        for part in value if field.is_repeated else [value]:
            if field.message_type:
                yield from of_message(part, kind)
            elif isinstance(part, str):
                markdown = field.name in MARKDOWN or (kind in OPTIONS and field.name == "options")
                yield (
                    rendered(part, label=field.name == "label")
                    if markdown and kind not in PLAIN
                    else part
                )
