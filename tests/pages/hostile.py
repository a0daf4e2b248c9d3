"""Texts that mean something to a reader of markdown, HTML, formulas or templates."""

import json
import re
import sqlite3
from contextlib import closing, contextmanager
from functools import cache, partial
from itertools import count

import pytest
import streamlit as st
import yaml

from models.services.promises import strategies
from models.strategy.paper import load
from survey import definition_file

TEXTS = (
    "31. dec. 2013", "1) først", "<b>fed</b> & <i>x</i>", "**x** og __y__ *z* _w_ ~~v~~",
    "# overskrift", "- punkt", "+ punkt", "> citat", "[x](http://ondt.dk) ![](http://ondt.dk/x.png)",
    ":material/home: :material_home: :streamlit:", ":red[x] :blue-background[y] :small[z]",
    "$x^2$ og $$y$$", "| a | b |", "`kode` ``k``", "http://ondt.dk/a?b=c&d=e", "HTTPS://Ondt.dk",
    "www.ondt.dk", "navn@ondt.dk", ":smile: a:+1:b kl. 8:30:15", "&amp; &lt;b&gt; &#42; &copy;",
    "A -> B <- C <-> D -- E", "3 >= 2 <= 4 ~= 5", "--", "---", "===", "\\*x\\* \\", "[^1]: note",
    "[a]: http://x.dk", "- [ ] opgave", ":::note ::leaf[x]{y=z}", "{x} {0} %s %(n)s {{ 7*7 }}",
    "<script>alert(1)</script>", "<!-- x -->", "<https://ondt.dk> <a@b.dk>", "'x' \"y\" „z“",
    "5. ", "12.500 kr. (2,5 %)", "שלום (1)", "C:\\Temp\\ny", "=1+1", "@navn",
    "#1 i køen", "$5 og $6",
)  # fmt: skip

# What people wrote, by table and column; each text ends in the column's letter and its number.
COLUMNS = {
    "u": ("units", "name"),
    "w": ("waves", "name"),
    "m": ("waves", "minutes"),
    "i": ("ideas", "title"),
    "j": ("ideas", "text"),
    "t": ("themes", "name"),
    "o": ("targets", "owner"),
    "d": ("targets", "decision"),
    "e": ("observations", "evidence"),
    "a": ("actions", "what"),
    "r": ("actions", "responsible"),
    "c": ("comments", "shown"),
}  # fmt: skip
IN_LISTS = {"k": ("themes", "terms"), "n": ("structures", "units")}
IN_FILES = {"q": ("wave_questionnaires", "definition")}
PAPER = "s"
LETTERS = {*COLUMNS, *IN_LISTS, *IN_FILES, PAPER}
MARKED = re.compile(r"¤([a-z])(\d+)¤")


def hostile(letter, number):
    """A text that ends in the mark by which it is known again."""
    number %= len(TEXTS)
    return f"{TEXTS[number]} ¤{letter}{number}¤"


def make_hostile(path):
    """Replace what people wrote in a database of an invented region."""
    with closing(sqlite3.connect(path)) as file, file:
        for letter, (table, column) in (COLUMNS | IN_LISTS | IN_FILES).items():
            _key, key, *_more = file.execute(f"PRAGMA table_info({table})").fetchone()
            rows = file.execute(f"SELECT {key}, {column} FROM {table}").fetchall()
            texts = [replaced(letter, n, text) for n, (_id, text) in enumerate(rows)]
            file.executemany(
                f"UPDATE {table} SET {column} = ? WHERE {key} = ? AND {column} <> ''",
                [(text, row[0]) for row, text in zip(rows, texts, strict=True)],
            )


def replaced(letter, number, text):
    """A hostile text; a list in JSON with hostile texts or names; a definition file with such."""
    if letter in COLUMNS:
        return hostile(letter, number)
    if letter in IN_FILES:
        return yaml.safe_dump(hostile_content(letter, yaml.safe_load(text)), allow_unicode=True)
    parts = [
        part | {"name": hostile(letter, n)} if isinstance(part, dict) else hostile(letter, n)
        for n, part in enumerate(json.loads(text), start=number)
    ]
    return json.dumps(parts, ensure_ascii=False)


def hostile_content(letter, content):
    """The content of a definition file, its texts replaced: those with a blank, as no id has."""
    number = count()

    def turned(value):
        if isinstance(value, str) and " " in value:
            return hostile(letter, next(number))
        if isinstance(value, dict):
            # The name of a level begins with its number, which stands apart.
            levels = {"names"} & value.keys()
            return value | {name: turned(value[name]) for name in value.keys() - levels}
        return [turned(part) for part in value] if isinstance(value, list | tuple) else value

    return turned(content)


@cache
def hostile_paper(content, path):
    return hostile_content(PAPER, content(path))


@contextmanager
def hostile_strategies():
    """While this lasts the strategies are hostile."""
    content = definition_file.content

    def hostile_file(path):
        return (
            hostile_content(PAPER, content(path)) if path.parent == load.SHIPPED else content(path)
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(definition_file, "content", partial(hostile_paper, content))
        forget()
        yield
    forget()


def forget():
    """Read the strategies, and all that pages keep of them, anew."""
    for read in (load.load, strategies.catalogue, strategies.criteria):
        read.cache_clear()
    st.cache_resource.clear()


def unit_with_an_agreement(path):
    """A unit with figures and an agreed action in the newest survey of an invented region."""
    query = """
        SELECT unit_id FROM actions JOIN release_cells USING (wave_id, unit_id)
        WHERE measure = 'index' AND mean IS NOT NULL ORDER BY wave_id DESC, unit_id LIMIT 1
    """
    with closing(sqlite3.connect(path)) as file:
        return file.execute(query).fetchone()[0]


def mangled(text):
    """The marks in a text that do not follow what was written before them, with what does.

    A unit's name may come without the signs at its start, and with a capital.
    """
    faults = []
    for mark in MARKED.finditer(text):
        # A line may have been broken anywhere.
        before = "".join(text[: mark.start()].split()).casefold()
        original = "".join(TEXTS[int(mark[2])].split()).casefold().lstrip(",-–/")
        if not before.endswith(original):
            faults.append(f"{mark[0]}: {before[-len(original) - 10 :]!r} is not {original!r}")
    return tuple(faults)
