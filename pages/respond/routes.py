"""The respondents' addresses: in by the unit's link, through the questionnaire, out with thanks."""

import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from models.services.waves.answering import LinkUnknown
from models.services.waves.comment_intake import CommentTooLong
from models.wording import LANGUAGES
from pages.respond import questionnaire
from pages.respond.html import HEADERS, notice, page
from pages.respond.visit import TOKEN, Visit, visit
from survey.asking.wave import WaveClosed
from survey.errors import SurveyError

SEE_OTHER = 303
BAD_REQUEST = 400
# Far longer words than there is room for must still come back to who wrote them.
LARGEST_FORM = 60_000

Answering = Callable[[Visit, Request], Response]


def _status(error: SurveyError) -> int:
    match error:
        case LinkUnknown():
            return 404
        case WaveClosed():
            return 410
        case _:
            return 400


def _kindly(answering: Answering, *, sealed: bool = True) -> Callable[[Request], object]:
    """An address: the database is asked off the event loop, and what goes wrong is said kindly."""

    async def endpoint(request: Request) -> Response:
        form: dict[str, str] = {}
        if request.method == "POST":
            if not _of_a_size(request):
                return notice(400)
            form = {name: text for name, text in (await request.form()).items() if text}
        came = visit(request, form)
        if request.method == "POST" and not (came.meant if sealed else came.same_site):
            return notice(403)
        try:
            return await run_in_threadpool(answering, came, request)
        except SurveyError as error:
            return notice(_status(error))

    return endpoint


def _of_a_size(request: Request) -> bool:
    length = request.headers.get("content-length", "")
    return length.isdigit() and int(length) <= LARGEST_FORM


def _go(came: Visit, address: str) -> Response:
    return came.leave(RedirectResponse(address, SEE_OTHER, headers=HEADERS))


def _token(text: str) -> str:
    # A whole link may be pasted, or its last part typed with spaces for hyphens.
    token = re.sub(r"\s+", "-", text.strip()).rstrip("/").rpartition("/")[2].lower()
    if not TOKEN.fullmatch(token):
        raise LinkUnknown("Linket findes ikke.")
    return token


def _enter(came: Visit, request: Request) -> Response:
    token = _token(request.path_params.get("token") or came.form.get("code", ""))
    questionnaire.require_door(token)
    return _go(came.through(token), "/svar")


def _start(came: Visit, _request: Request) -> Response:
    if came.token is None:
        return page("code.html.j2", came)
    return page("start.html.j2", came, form=questionnaire.filled(came), deleted=False)


def _code(came: Visit, _request: Request) -> Response:
    return page("code.html.j2", came)


def _screen(came: Visit, request: Request) -> Response:
    form = questionnaire.filled(came)
    number = request.path_params["number"]
    if not 1 <= number <= len(form.screens):
        return _go(came, "/svar")
    return page("screen.html.j2", came, form=form, number=number, screen=form.screens[number - 1])


def _keep(came: Visit, request: Request) -> Response:
    number = request.path_params["number"]
    count = questionnaire.keep(came, number)
    go = came.form.get("go", "next")
    if go in LANGUAGES:
        return _go(came.speaking(go), f"/svar/side/{number}")
    if go == "back":
        return _go(came, f"/svar/side/{number - 1}" if number > 1 else "/svar")
    if go == "review" or number >= count:
        return _go(came, "/svar/gennemse")
    return _go(came, f"/svar/side/{number + 1}")


def _review(came: Visit, _request: Request, *, problem: CommentTooLong | None = None) -> Response:
    form = questionnaire.filled(came)
    return page(
        "review.html.j2",
        came,
        status=200 if problem is None else BAD_REQUEST,
        form=form,
        own_words=questionnaire.words_of(came, form),
        problem=came.words.error(problem) if problem else "",
    )


def _reread(came: Visit, request: Request) -> Response:
    """The same page in another language. What was written goes along in the page, kept nowhere."""
    language = came.form.get("go", "")
    return _review(came.speaking(language) if language in LANGUAGES else came, request)


def _send(came: Visit, request: Request) -> Response:
    try:
        sent = questionnaire.send(came)
    except CommentTooLong as problem:
        return _review(came, request, problem=problem)
    return _go(came.afresh(), "/svar/tak") if sent else _go(came, "/svar/gennemse")


def _thanks(came: Visit, _request: Request) -> Response:
    return page("thanks.html.j2", came)


def _delete(came: Visit, _request: Request) -> Response:
    questionnaire.withdraw(came)
    fresh = came.afresh()
    return page("start.html.j2", fresh, form=questionnaire.filled(fresh), deleted=True)


def _speak(came: Visit, _request: Request) -> Response:
    language = came.form.get("go", "")
    address = came.form.get("address", "")
    known = came.speaking(language) if language in LANGUAGES else came
    return _go(known, address if address in ("/svar/gennemse", "/svar/tak") else "/svar")


ROUTES = [
    Route("/svar", _kindly(_start), methods=["GET"]),
    Route("/svar", _kindly(_enter, sealed=False), methods=["POST"]),
    Route("/svar/kode", _kindly(_code), methods=["GET"]),
    Route("/svar/sprog", _kindly(_speak, sealed=False), methods=["POST"]),
    Route("/svar/gennemse", _kindly(_review), methods=["GET"]),
    Route("/svar/gennemse", _kindly(_reread), methods=["POST"]),
    Route("/svar/send", _kindly(_send), methods=["POST"]),
    Route("/svar/tak", _kindly(_thanks), methods=["GET"]),
    Route("/svar/slet", _kindly(_delete), methods=["POST"]),
    Route("/svar/side/{number:int}", _kindly(_screen), methods=["GET"]),
    Route("/svar/side/{number:int}", _kindly(_keep), methods=["POST"]),
    Route("/svar/{token}", _kindly(_enter), methods=["GET"]),
]
