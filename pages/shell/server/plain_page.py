"""A page of plain HTML for who is not shown the dashboard: a section in every language."""

from collections.abc import Callable
from html import escape

from starlette.responses import HTMLResponse

from models.wording import LANGUAGES, Words, words


def plain_page(
    section: Callable[[Words], str], status: int, *, headers: dict[str, str] | None = None
) -> HTMLResponse:
    """Return the page; no browser or proxy keeps it.

    section: gives the HTML of a language, without its frame.
    """
    sections = "".join(
        f'<section lang="{language}">{section(words(language))}</section>' for language in LANGUAGES
    )
    html = (
        '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Pejling</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/filer/respond.css"></head>'
        f'<body><main class="column three"><h1>Pejling</h1>{sections}</main></body></html>'
    )
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store", **(headers or {})})


def paragraphs(words: Words, title: str, *texts: str) -> str:
    """Return a heading and paragraphs of sentences in a language."""
    lines = "".join(f"<p>{escape(words.say(text))}</p>" for text in texts)
    return f"<h2>{escape(words.say(title))}</h2>{lines}"


def survey_link(words: Words) -> str:
    """Return the link to the survey, which is open to all."""
    return f'<p><a href="/svar">{escape(words.say("Undersøgelser kan besvares herfra"))}</a></p>'
