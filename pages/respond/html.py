"""Turns what is to be said into plain HTML, without script and without anything from elsewhere."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from models.services import installation
from models.wording import LANGUAGES, N_, words
from pages.respond.visit import Visit
from pages.shell.database import database

LANGUAGE_NAMES = {"da": "Dansk", "sv": "Svenska", "en": "English"}

# Even stricter than the rest of the house: no script at all.
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}

# A title and what to do, for each way in which a visit can come to nothing.
NOTICES = {
    404: (
        N_("Linket virker ikke"),
        N_(
            "Måske mangler der et stykke af det, eller der er byttet om på tegn. "
            "Kopiér hele linket fra beskeden, du fik, eller spørg den, der sendte det."
        ),
    ),
    410: (
        N_("Undersøgelsen er ikke åben"),
        N_(
            "Den er lukket eller endnu ikke åbnet, og der kan ikke svares lige nu. "
            "Tak, fordi du ville være med. Spørg din leder, hvornår resultatet kommer."
        ),
    ),
    400: (
        N_("Svaret kunne ikke gemmes"),
        N_("Det lå uden for skalaen. Gå tilbage, vælg et af svarene på siden, og prøv igen."),
    ),
    403: (
        N_("Siden er blevet for gammel"),
        N_(
            "Den hører til et besøg, der er afsluttet, eller til en anden browser. "
            "Åbn linket til undersøgelsen igen; det, du har gemt i denne browser, ligger der endnu."
        ),
    ),
}

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def page(template: str, visit: Visit, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page in the visitor's language, which also leaves the visitor's marks in the browser."""
    with database() as db:
        invented = installation.invented(db) is not None
    html = _ENVIRONMENT.get_template(template).render(
        _=visit.words.say, visit=visit, languages=LANGUAGE_NAMES, invented=invented, **values
    )
    response = HTMLResponse(html, status, headers=HEADERS)
    visit.leave(response)
    return response


def notice(status: int) -> HTMLResponse:
    """A kind word in all languages at once, since nobody knows who reads it."""
    title, advice = NOTICES[status]
    said = [
        (one, words(one).say(title), words(one).say(advice), words(one).say("Skriv linket selv"))
        for one in LANGUAGES
    ]
    html = _ENVIRONMENT.get_template("notice.html.j2").render(said=said, status=status)
    return HTMLResponse(html, status, headers=HEADERS)
