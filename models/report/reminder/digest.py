"""The mail that reminds an owner of the values that are due, as plain text and as simple HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.report.reminder.reminded_promise import RemindedPromise
from models.report.template import template
from models.wording import Words


@dataclass(frozen=True)
class Digest:
    """A mail: its subject, and the same contents as text and as HTML."""

    subject: str
    text: str
    html: str


def digest(promises: Sequence[RemindedPromise], words: Words, *, address: str = "") -> Digest:
    """Return the mail about an owner's due promises, in the order given. It says no figure.

    address: of the page where values are entered; blank where it is not set.
    """
    n = len(promises)
    subject = words.ngettext(
        "Pejling: {n} værdi venter på dig", "Pejling: {n} værdier venter på dig", n
    )
    opening = words.ngettext(
        "Du er ejer af {n} løfte, hvis næste værdi skulle være skrevet:",
        "Du er ejer af {n} løfter, hvis næste værdi skulle være skrevet:",
        n,
    )
    rows = [
        words.say("{promise} ({code}), værdi for {day}", promise=promise.text, code=promise.code,
                  day=words.day(promise.day))
        for promise in promises
    ]  # fmt: skip
    where = words.say("Skriv tallene, eller tryk Uændret, på siden Mine opdateringer i Pejling.")
    closing = words.say("Du får højst én mail om ugen. Tovholderen kan rette din adresse.")
    lines = (opening, "\n".join(f"- {row}" for row in rows), where, address, closing)
    html = template("digest.html.j2").render(
        language=words.language, opening=opening, rows=rows, where=where, address=address,
        closing=closing,
    )  # fmt: skip
    return Digest(subject, "\n\n".join(line for line in lines if line) + "\n", html)
