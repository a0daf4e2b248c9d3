"""The respondents' pages as plain HTML: no script, and nothing from other sites."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from models.ideas.idea import STAGE_WORD
from models.report.own_culture.phrases import deadline, figures_label, why_not_its_own
from models.services import installation
from models.wording import LANGUAGE_NAMES, LANGUAGES, N_, words
from models.wording.figures import mean
from models.wording.levels import level_title
from models.wording.measures import dimension_name
from pages.respond.limits import WAIT_SECONDS
from pages.respond.visit import Visit
from pages.shell.database import database

SEE_OTHER, TOO_MANY = 303, 429

# Stricter than the dashboard's headers: no script at all.
HEADERS = {
    "Cache-Control": "no-store",
    # With no-referrer a browser would hide the Origin of our own forms too.
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}

_UNREADABLE = (
    N_("Pejling kunne ikke læse det, du sendte"),
    N_(
        "Det var ikke en af Pejlings egne formularer, det var for langt, eller det kom for "
        "langsomt. Åbn linket til undersøgelsen igen. Har du en kladde, du hverken har sendt "
        "eller slettet, ligger den der stadig."
    ),
)
# Title and advice by HTTP status.
NOTICES = {
    **dict.fromkeys((405, 408, 413, 415, 422), _UNREADABLE),
    429: (
        N_("Vent et minut"),
        N_(
            "Der er prøvet mange koder fra dette netværk, eller mange har brugt linket på én "
            "gang. Prøv igen om et minut. Har du en kladde, du hverken har sendt eller "
            "slettet, ligger den der stadig."
        ),
    ),
    503: (
        N_("Pejling er ikke klar lige nu"),
        N_(
            "Det seneste, du gjorde, er måske ikke gemt. Vent et øjeblik, og prøv igen; et "
            "svar tæller kun én gang. Har du en kladde, du hverken har sendt eller slettet, "
            "ligger den der stadig."
        ),
    ),
    500: (
        N_("Noget gik galt i Pejling"),
        N_(
            "Det seneste, du gjorde, er måske ikke gemt. Prøv igen om lidt; et svar tæller kun "
            "én gang. Sker det igen, så sig det til den, der sendte dig linket."
        ),
    ),
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
            "Den hører til et besøg, der er afsluttet, eller til en anden browser. Åbn linket "
            "til undersøgelsen igen. Har du en kladde, du hverken har sendt eller slettet, "
            "ligger den der stadig."
        ),
    ),
}

HERE = Path(__file__).parent
_ENVIRONMENT = Environment(
    # A screen's questions look the same where a steward looks at a questionnaire.
    loader=FileSystemLoader([HERE / "templates", HERE.parent / "parts/questionnaire/templates"]),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
# What the pages word like the dashboard does.
_ENVIRONMENT.globals |= {
    "deadline": deadline,
    "dimension_name": dimension_name,
    "level_title": level_title,
    "mean": mean,
    "not_its_own": why_not_its_own,
    "stage_words": STAGE_WORD,
    "figures_label": figures_label,
}


def page(template: str, visit: Visit, *, status: int = 200, **values: object) -> HTMLResponse:
    """Return a template's page in the visit's language, with the visit's cookies."""
    with database() as db:
        invented = installation.invented(db) is not None
    html = _ENVIRONMENT.get_template(template).render(
        _=visit.words.say,
        ngettext=visit.words.ngettext,
        visit=visit,
        languages=LANGUAGE_NAMES,
        invented=invented,
        **values,
    )
    response = HTMLResponse(html, status, headers=HEADERS)
    visit.set_cookies(response)
    return response


def redirect(visit: Visit, address: str) -> Response:
    """Return the way to an address of ours, with the visit's cookies."""
    return visit.set_cookies(RedirectResponse(address, SEE_OTHER, headers=HEADERS))


def notice(status: int) -> HTMLResponse:
    """Return the notice of an HTTP status in every language, because the reader's is not known."""
    title, advice = NOTICES[status]
    sections = [
        (
            language,
            words(language).say(title),
            words(language).say(advice),
            words(language).say("Skriv linket selv"),
            words(language).say("Til forsiden"),
        )
        for language in LANGUAGES
    ]
    html = _ENVIRONMENT.get_template("notice.html.j2").render(sections=sections, status=status)
    retry = {"Retry-After": str(WAIT_SECONDS)} if status == TOO_MANY else {}
    return HTMLResponse(html, status, headers=HEADERS | retry)
