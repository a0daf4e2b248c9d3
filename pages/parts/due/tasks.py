"""What waits for a steward: the task that has waited longest, large, and the others under it."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import assert_never

import streamlit as st

from models.services.due import STEPS, Due, PromiseDue, Task, TaskKind
from models.wording import N_
from pages.parts.address import link
from pages.parts.promises.shares import lacking_words
from pages.parts.share_bars import share_bar
from pages.parts.way import way
from pages.shell.wording import Markdown, _, markdown_escaped, ngettext, say, say_counted, words

_STEP_WORDS = (
    N_("Notér, hvornår MED har godkendt undersøgelsen."),
    N_("Åbn undersøgelsen, og send hver enhed sit link."),
    N_("Følg, hvor mange der svarer, og luk undersøgelsen, når tiden er gået."),
    N_("Frigiv resultatet, så enhederne kan se det."),
)
_STEP_SINCE = (
    N_("Planlagt"), N_("Godkendt {day}, {ago}"), N_("Åbnet {day}, {ago}"),
    N_("Lukket {day}, {ago}"),
)  # fmt: skip
DAYS_OF_A_MONTH, DAYS_OF_A_YEAR, MOST_DAYS, MOST_MONTHS = 30.44, 365.25, 60, 24


def tasks(work: Due, on: date) -> None:
    """Show each task; the first, which has waited longest, larger than the others."""
    st.caption(_("Det, der har ventet længst, står øverst."))
    for place, task in enumerate(work.tasks):
        with st.container(border=True, key=f"due_{'first' if not place else 'later'}_{place}"):
            _task(task, on, place)


def nothing_due(work: Due, on: date) -> None:
    """Say that nothing waits, and what comes next and when."""
    st.success(_("Der er ikke noget, der venter på dig."), icon=":material/check_circle:")
    if work.upcoming is not None and work.upcoming.day is not None:
        promise, day = work.upcoming, work.upcoming.day
        st.markdown(
            say("Næste måling gælder {day}, om {time}: {promise}.", day=words().day(day),
                time=duration(on, day), promise=promise.criterion.text)
        )  # fmt: skip
    else:
        st.markdown(_("Ingen måling er på vej: ingen løfter har et mål, der venter på tal."))
        way("steward/targets.py", _("Gå til Mål"))
    if not work.has_waves:
        way("steward/waves.py", _("Planlæg en undersøgelse"), tab="new")


def duration(first: date, last: date) -> str:
    """Return the time between two days in days, from two months on in months, then in years."""
    days = (last - first).days
    if days < MOST_DAYS:
        return ngettext("{n} dag", "{n} dage", days)
    months = round(days / DAYS_OF_A_MONTH)
    if months < MOST_MONTHS:
        return ngettext("{n} måned", "{n} måneder", months)
    return ngettext("{n} år", "{n} år", int(days / DAYS_OF_A_YEAR))


def ago(day: date, on: date) -> str:
    """Return how long a day lies back, or that it is today."""
    return _("for {time} siden", time=duration(day, on)) if day < on else _("i dag")


def _task(task: Task, on: date, place: int) -> None:
    match task.kind:
        case TaskKind.MEASUREMENTS:
            _measurements(task, on)
        case TaskKind.TARGETS:
            _targets(task, on)
        case TaskKind.WAVE:
            _wave(task, on)
        case TaskKind.COMMENTS:
            _comments(task, on)
        case TaskKind.IDEAS:
            _ideas(task, on)
        case _ as never:
            assert_never(never)
    if len(task.promises) > 1:
        _all_promises(task, place)


def _measurements(task: Task, on: date) -> None:
    n, first = len(task.promises), task.promises[0]
    _heading(task, say_counted("{n} måling mangler", "{n} målinger mangler", n))
    _since(_("Skulle gælde {day}, {ago}", **_time(task.since, on)))
    _first(first)
    done = _("{n} af {all} løfter er ajour med deres tal", n=task.done, all=task.of)
    _share_and_way(task, done, "steward/observations.py", _("Skriv målingen"), _there(task))


def _targets(task: Task, on: date) -> None:
    first = task.promises[0]
    lacking = lacking_words(len(task.promises) - task.starts, task.starts)
    _heading(task, markdown_escaped(lacking))
    if task.since is not None:
        _since(_("Strategiens frist var {day}, {ago}", **_time(task.since, on)))
    elif first.day is not None:
        _since(_("Strategiens første frist er {day}", day=words().day(first.day)))
    else:
        _since(_("Strategien sætter ingen frist"))
    _first(first)
    done = _("{n} af {all} løfter har et mål", n=task.done, all=task.of)
    _share_and_way(task, done, "steward/targets.py", _("Sæt målet"), _there(task))


def _wave(task: Task, on: date) -> None:
    wave, number = task.wave, task.done
    st.subheader(markdown_escaped(wave.name if wave else ""))
    _since(_(_STEP_SINCE[number], **_time(task.since, on)))
    step = _("Trin {n} af {last}", n=number + 1, last=STEPS)
    st.markdown(f"**{markdown_escaped(step)}** · {_(_STEP_WORDS[number])}")
    done = _("{n} af {all} trin er taget", n=number, all=STEPS)
    there = {"tab": "waves"}
    _share_and_way(task, done, "steward/waves.py", _("Gå til Undersøgelser"), there)


def _comments(task: Task, on: date) -> None:
    st.subheader(say("Kommentarer: {wave}", wave=task.wave.name if task.wave else ""))
    if task.since is not None:
        _since(_("Undersøgelsen lukkede {day}, {ago}", **_time(task.since, on)))
    st.markdown(_("To personer læser hver kommentar, før den vises."))
    done = _("{n} af {all} kommentarer er læst af mindst én", n=task.done, all=task.of)
    _share_and_way(task, done, "steward/comments.py", _("Gå til Kommentarer"), {})


def _ideas(task: Task, on: date) -> None:
    n = task.of - task.done
    st.subheader(say_counted("{n} idé er ikke vurderet", "{n} idéer er ikke vurderet", n))
    _since(_("Den ældste kom {day}, {ago}", **_time(task.since, on)))
    done = _("{n} af {all} idéer er vurderet", n=task.done, all=task.of)
    _share_and_way(task, done, "steward/idea_clinic.py", _("Gå til idéerne"), {"tab": "waiting"})


def _heading(task: Task, text: Markdown) -> None:
    st.subheader(text)
    if task.strategy is not None:
        st.caption(markdown_escaped(task.strategy.organisation.name))


def _since(text: str) -> None:
    st.html(f'<p class="pj-since">{escape(text)}</p>')


def _time(since: date | None, on: date) -> dict[str, str]:
    return {} if since is None else {"day": words().day(since), "ago": ago(since, on)}


def _first(promise: PromiseDue) -> None:
    criterion = promise.criterion
    st.markdown(
        say("Begynd med: **{promise}** ({code})", promise=criterion.text, code=criterion.id)
    )


def _there(task: Task) -> dict[str, str]:
    return _place(task, task.promises[0])


def _place(task: Task, promise: PromiseDue) -> dict[str, str]:
    strategy_id = task.strategy.id if task.strategy else ""
    return {"strategy": strategy_id, "criterion": promise.criterion.id, "tab": "one"}


def _share_and_way(task: Task, done: str, script: str, label: str, there: dict[str, str]) -> None:
    st.html(share_bar(task.done, task.of, done))
    way(script, label, **there)


def _all_promises(task: Task, place: int) -> None:
    """List every promise of a task, each with its day and the way to it."""
    page = "observations" if task.kind is TaskKind.MEASUREMENTS else "targets"
    with st.expander(say("Se alle {n}", n=len(task.promises))):
        rows: Sequence[str] = [_row(page, task, promise) for promise in task.promises]
        st.html(f'<ul class="pj-due" id="due-{place}">{"".join(rows)}</ul>')


def _row(page: str, task: Task, promise: PromiseDue) -> str:
    address = escape(link(page, **_place(task, promise)))
    day = words().day(promise.day) if promise.day else _("ingen frist")
    return (
        f'<li><a href="{address}">{escape(promise.criterion.text)}</a> '
        f'<span class="pj-small">{escape(promise.criterion.id)} · {escape(day)}</span></li>'
    )
