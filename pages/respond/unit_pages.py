"""The pages of a unit's link beside the questionnaire: its cards, its figures and its ideas."""

import re
from datetime import UTC, date, datetime

from starlette.requests import Request
from starlette.responses import Response

from models.errors import InputError
from models.services import unit_link
from models.services.unit_link import UnitHome
from models.services.waves.answering import LinkUnknown
from pages.respond.html import page, redirect
from pages.respond.visit import Visit
from pages.shell.database import database

BAD_REQUEST = 400
IDEA_ID = re.compile(r"[\w-]{1,64}")


def home(visit: Visit) -> UnitHome:
    """Return what the visit's link leads to; raises LinkUnknown."""
    with database() as db:
        return unit_link.home(db, require_token(visit), on=date.today())


def require_token(visit: Visit) -> str:
    """Return the visit's link; raises LinkUnknown without one."""
    if visit.token is None:
        raise LinkUnknown("Linket findes ikke.")
    return visit.token


def figures(visit: Visit, _request: Request) -> Response:
    """Return the unit's figures and what it has agreed."""
    return page("figures.html.j2", visit, home=home(visit), today=date.today())


def finish(visit: Visit, _request: Request) -> Response:
    """Note that what was agreed is done, or not after all."""
    done = visit.form.get("go") == "done"
    with database() as db:
        unit_link.finish_at(db, require_token(visit), done=done, on=date.today())
    return redirect(visit, "/svar/tal")


def idea_page(visit: Visit, request: Request) -> Response:
    """Return the form for an idea, with the unit's ideas under it, and thanks for one just sent."""
    return _idea_page(
        visit,
        fresh_id=_id(request.query_params.get("sendt", "")),
        receipt=request.query_params.get("kvittering", ""),
        gone="taget" in request.query_params,
    )


def send_idea(visit: Visit, _request: Request) -> Response:
    """Store the idea and lead to the thanks, or show what is wrong with it."""
    try:
        with database() as db:
            idea, receipt = unit_link.suggest_at(
                db,
                require_token(visit),
                visit.form.get("title", ""),
                visit.form.get("text", ""),
                on=date.today(),
                now=datetime.now(UTC),
            )
    except InputError as problem:
        return _idea_page(visit, problem=problem)
    return redirect(visit, f"/svar/ide?sendt={idea.id}&kvittering={receipt}")


def take_back_idea(visit: Visit, _request: Request) -> Response:
    """Delete an idea just sent."""
    try:
        with database() as db:
            unit_link.take_back_at(
                db,
                require_token(visit),
                _id(visit.form.get("idea", "")),
                visit.form.get("receipt", ""),
                now=datetime.now(UTC),
            )
    except InputError as problem:
        return _idea_page(visit, problem=problem, filled=False)
    return redirect(visit, "/svar/ide?taget")


def edit_idea(visit: Visit, request: Request) -> Response:
    """Return the form with an idea's words."""
    return _edit_page(visit, request.path_params["idea_id"])


def rewrite_idea(visit: Visit, request: Request) -> Response:
    """Store an idea's new words, or show what is wrong with them."""
    idea_id = _id(request.path_params["idea_id"])
    title, text = visit.form.get("title", ""), visit.form.get("text", "")
    try:
        with database() as db:
            unit_link.rewrite_at(db, require_token(visit), idea_id, title, text)
    except InputError as problem:
        return _edit_page(visit, idea_id, problem=problem)
    return redirect(visit, "/svar/ide")


def _idea_page(
    visit: Visit,
    *,
    fresh_id: str = "",
    receipt: str = "",
    gone: bool = False,
    problem: InputError | None = None,
    filled: bool = True,
) -> Response:
    token = require_token(visit)
    with database() as db:
        unit = unit_link.unit_at(db, token)
        ideas = unit_link.ideas_at(db, token)
    return page(
        "idea.html.j2",
        visit,
        status=200 if problem is None else BAD_REQUEST,
        unit=unit,
        ideas=ideas,
        fresh=next((idea for idea in ideas if idea.id == fresh_id), None),
        receipt=receipt,
        gone=gone,
        problem=visit.words.error(problem) if problem else "",
        title=visit.form.get("title", "") if filled else "",
        text=visit.form.get("text", "") if filled else "",
    )


def _edit_page(visit: Visit, idea_id: str, *, problem: InputError | None = None) -> Response:
    token = require_token(visit)
    with database() as db:
        ideas = unit_link.ideas_at(db, token)
    idea = next((idea for idea in ideas if idea.id == idea_id), None)
    if idea is None:
        return redirect(visit, "/svar/ide")
    return page(
        "edit_idea.html.j2",
        visit,
        status=200 if problem is None else BAD_REQUEST,
        idea=idea,
        problem=visit.words.error(problem) if problem else "",
        title=visit.form.get("title", idea.title),
        text=visit.form.get("text", idea.text),
    )


def _id(text: str) -> str:
    return text if IDEA_ID.fullmatch(text) else ""
