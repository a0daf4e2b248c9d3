"""The respondents' addresses: the unit's link, the questionnaire and the thanks."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from models.errors import DatabaseUnavailable
from models.services.waves.answering import LinkUnknown
from models.services.waves.comment_intake import CommentTooLong
from models.wording import LANGUAGES
from pages.respond import limits, questionnaire, unit_pages
from pages.respond.forms import FormRefused, read_form
from pages.respond.html import HEADERS, TOO_MANY, notice, page, redirect
from pages.respond.limits import trace
from pages.respond.link import token_of
from pages.respond.questionnaire import AnsweredAlready
from pages.respond.visit import Visit, read_visit
from survey.asking.wave import WaveClosed
from survey.errors import SurveyError

MOVED = 301
BAD_REQUEST, NOT_FOUND, NOT_ALLOWED, CONFLICT, UNAVAILABLE = 400, 404, 405, 409, 503

# The pages that a change of language leads back to.
ADDRESSES = ("/svar/gennemse", "/svar/tak", "/svar/tal", "/svar/ide")

Handler = Callable[[Visit, Request], Response]


def _status(error: SurveyError) -> int:
    match error:
        case LinkUnknown():
            return 404
        case WaveClosed():
            return 410
        case _:
            return 400


def _endpoint(
    handler: Handler, *, sealed: bool = True, limited: bool = True
) -> Callable[[Request], object]:
    """Return the endpoint of a handler, which runs off the event loop; an error gives its notice.

    sealed: refuse a form without the visit's seal, not only one from another site.
    limited: the handler looks the link up, so its uses are counted.
    """
    respond = partial(_limited, handler) if limited else handler

    async def endpoint(request: Request) -> Response:
        try:
            form = await read_form(request) if request.method == "POST" else {}
        except FormRefused as refusal:
            return notice(refusal.status)
        visit = read_visit(request, form)
        answer = respond
        if request.method == "POST" and not (visit.is_sealed if sealed else visit.same_site):
            if not visit.is_sent:
                return notice(403)
            answer = _sent_already
        try:
            return await run_in_threadpool(answer, visit, request)
        except AnsweredAlready:
            return await run_in_threadpool(_after_sending, visit, request)
        except SurveyError as error:
            return notice(_status(error))
        except DatabaseUnavailable:
            return notice(UNAVAILABLE)

    return endpoint


def _limited(handler: Handler, visit: Visit, request: Request) -> Response:
    """Return the handler's response, or refuse who tries too many codes or floods a link.

    A browser that has been inside is not held up by others behind the same address.
    """
    own, link = trace(f"{visit.token}.{visit.key}"), trace(visit.token or "")
    enters = handler is _enter
    inside = not enters and limits.visits.is_spent(own)
    if (enters or visit.token) and not inside and limits.codes.is_spent(visit.address):
        return notice(TOO_MANY)
    sends = handler in (_send, unit_pages.send_idea)
    uses_link = visit.token is not None and not enters and (not inside or sends)
    if uses_link and limits.links.is_spent(link):
        return notice(TOO_MANY)
    try:
        response = handler(visit, request)
    except LinkUnknown:
        limits.codes.spend(visit.address)
        raise
    if uses_link:
        limits.links.spend(link)
        limits.visits.spend(own)
    return response


class _NothingHere:
    """The notice for an address or a method that no page has; a slash too many is taken away."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        looks, path = scope["method"] in ("GET", "HEAD"), scope["path"]
        response = notice(NOT_FOUND if looks else NOT_ALLOWED)
        if looks and path.endswith("/"):
            response = RedirectResponse(path.rstrip("/"), MOVED, headers=HEADERS)
        await response(scope, receive, send)


def _enter(visit: Visit, request: Request) -> Response:
    token = token_of(request.path_params.get("token") or visit.form.get("code", ""))
    if token is None:
        raise LinkUnknown("Linket findes ikke.")
    visit = visit.at_link(token)
    unit_pages.home(visit)
    return redirect(visit, "/svar")


def _start(visit: Visit, _request: Request) -> Response:
    if visit.token is None:
        return page("code.html.j2", visit)
    return _start_page(visit)


def _start_page(visit: Visit, *, deleted: bool = False) -> Response:
    home = unit_pages.home(visit)
    try:
        form = questionnaire.draft_form(visit) if home.is_open else None
    except AnsweredAlready:
        if not visit.is_personal:
            raise
        form = None
    return page("start.html.j2", visit, home=home, form=form, deleted=deleted, today=date.today())


def _code(visit: Visit, _request: Request) -> Response:
    return page("code.html.j2", visit)


def _number(request: Request) -> int:
    """Return the number of the screen in the address; 0, which no screen has, for anything else."""
    text = request.path_params["number"]
    return int(text) if re.fullmatch("[0-9]{1,3}", text) else 0


def _screen(visit: Visit, request: Request) -> Response:
    form = questionnaire.draft_form(visit)
    number = _number(request)
    if not 1 <= number <= len(form.screens):
        return redirect(visit, "/svar")
    return page("screen.html.j2", visit, form=form, number=number, screen=form.screens[number - 1])


def _keep(visit: Visit, request: Request) -> Response:
    number = _number(request)
    count = questionnaire.keep(visit, number)
    go = visit.form.get("go", "next")
    if go in LANGUAGES:
        return redirect(visit.in_language(go), f"/svar/side/{number}")
    if go == "back":
        return redirect(visit, f"/svar/side/{number - 1}" if number > 1 else "/svar")
    if go == "review" or number >= count:
        return redirect(visit, "/svar/gennemse")
    return redirect(visit, f"/svar/side/{number + 1}")


def _review(visit: Visit, _request: Request, *, problem: CommentTooLong | None = None) -> Response:
    form = questionnaire.draft_form(visit)
    return page(
        "review.html.j2",
        visit,
        status=200 if problem is None else BAD_REQUEST,
        form=form,
        comment=questionnaire.comment(visit, form),
        problem=visit.words.error(problem) if problem else "",
    )


def _review_in_language(visit: Visit, request: Request) -> Response:
    """Return the review in another language; the comment is in the page and stored nowhere."""
    language = visit.form.get("go", "")
    return _review(visit.in_language(language) if language in LANGUAGES else visit, request)


def _send(visit: Visit, request: Request) -> Response:
    try:
        submitted = questionnaire.send(visit)
    except CommentTooLong as problem:
        return _review(visit, request, problem=problem)
    if not submitted:
        return redirect(visit, "/svar/gennemse")
    return redirect(visit.after_sending(), "/svar/tak")


def _sent_already(visit: Visit, _request: Request) -> Response:
    return page("sent.html.j2", visit, status=CONFLICT)


def _after_sending(visit: Visit, request: Request) -> Response:
    """Lead somebody whose answers were sent to the thanks; what came with a form is not stored.

    A browser that never got the thanks gets them now, and the key of whoever answers next.
    """
    if visit.is_personal:
        return redirect(visit, "/svar")
    if request.method == "POST":
        return _sent_already(visit.after_sending(), request)
    return redirect(visit.after_sending(), "/svar/tak")


def _thanks(visit: Visit, _request: Request) -> Response:
    return page("thanks.html.j2", visit)


def _delete(visit: Visit, _request: Request) -> Response:
    questionnaire.withdraw(visit)
    return _start_page(visit.after_deleting(), deleted=True)


def _set_language(visit: Visit, _request: Request) -> Response:
    language = visit.form.get("go", "")
    address = visit.form.get("address", "")
    visit = visit.in_language(language) if language in LANGUAGES else visit
    return redirect(visit, address if address in ADDRESSES else "/svar")


ROUTES = [
    Route("/svar", _endpoint(_start), methods=["GET"]),
    Route("/svar", _endpoint(_enter, sealed=False), methods=["POST"]),
    Route("/svar/kode", _endpoint(_code, limited=False), methods=["GET"]),
    Route("/svar/sprog", _endpoint(_set_language, sealed=False, limited=False), methods=["POST"]),
    Route("/svar/gennemse", _endpoint(_review), methods=["GET"]),
    Route("/svar/gennemse", _endpoint(_review_in_language), methods=["POST"]),
    Route("/svar/send", _endpoint(_send), methods=["POST"]),
    Route("/svar/tak", _endpoint(_thanks, limited=False), methods=["GET"]),
    Route("/svar/slet", _endpoint(_delete), methods=["POST"]),
    Route("/svar/side/{number}", _endpoint(_screen), methods=["GET"]),
    Route("/svar/side/{number}", _endpoint(_keep), methods=["POST"]),
    Route("/svar/tal", _endpoint(unit_pages.figures), methods=["GET"]),
    Route("/svar/tal", _endpoint(unit_pages.finish), methods=["POST"]),
    Route("/svar/ide", _endpoint(unit_pages.idea_page), methods=["GET"]),
    Route("/svar/ide", _endpoint(unit_pages.send_idea), methods=["POST"]),
    Route("/svar/ide/tilbage", _endpoint(unit_pages.take_back_idea), methods=["POST"]),
    Route("/svar/ide/{idea_id}", _endpoint(unit_pages.edit_idea), methods=["GET"]),
    Route("/svar/ide/{idea_id}", _endpoint(unit_pages.rewrite_idea), methods=["POST"]),
    Route("/svar/{token}", _endpoint(_enter), methods=["GET"]),
    Route("/svar", _NothingHere()),
    Route("/svar/{rest:path}", _NothingHere()),
]
