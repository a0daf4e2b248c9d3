"""The way from the dashboard to the questionnaire: whoever has signed in answers on plain pages.

Who it is comes from the sign-in alone, never from the address: a link from somebody else leads each
to their own draft. The address is behind the same wall as the dashboard.
"""

from collections.abc import Awaitable, Callable
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from models.access import Viewer
from models.claims import ClaimMalformed
from models.errors import DatabaseUnavailable, SteeringError
from models.services.waves import own_answers
from pages.respond.html import notice, redirect
from pages.respond.visit import read_visit
from pages.shell.database import database
from survey.errors import SurveyError

PLACE = "/besvar"
FORBIDDEN, GONE, UNAVAILABLE = 403, 410, 503


def endpoint(viewer_of: Callable[[Request], Viewer]) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint that leads to the questionnaire of a wave, at the viewer's own draft.

    viewer_of: gives whoever has signed in; it may raise ClaimMalformed.
    """

    async def to_questionnaire(request: Request) -> Response:
        return await run_in_threadpool(_to_questionnaire, request, viewer_of)

    return to_questionnaire


def _to_questionnaire(request: Request, viewer_of: Callable[[Request], Viewer]) -> Response:
    try:
        by = viewer_of(request)
        with database() as db:
            own = own_answers.own_link(db, request.path_params["wave_id"], by=by, on=date.today())
    except DatabaseUnavailable:
        return notice(UNAVAILABLE)
    except ClaimMalformed:
        return notice(FORBIDDEN)
    except (SteeringError, SurveyError):
        return notice(GONE)
    return redirect(read_visit(request, {}).with_own_key(own.token, own.key), "/svar")
