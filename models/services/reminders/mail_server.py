"""The mail server that reminders go through, and sending one mail by it."""

import re
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid
from enum import StrEnum
from typing import Final
from urllib.parse import unquote, urlsplit

from models.errors import InputError
from models.report.reminder.digest import Digest
from survey.plain_text import plain

# Seconds that the server may take over each step.
PATIENCE: Final = 20
# One address and nothing else: no blank, comma, bracket or line break, which mean something there.
_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
ADDRESS: Final = re.compile(rf"{_ATOM}(\.{_ATOM})*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
LONGEST: Final = 254
PORTS: Final = {"smtps": 465, "smtp": 587, "smtp+plain": 25}


class Delivery(StrEnum):
    """The outcome of handing over a mail.

    SENT: the server has taken it. REFUSED: the server said no. UNREACHABLE: nothing was handed
    over. UNCERTAIN: handed over, but the server did not answer.
    """

    SENT = "sent"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class MailServer:
    """A server for mail.

    scheme: smtps is encrypted from the start; smtp turns to TLS before anything else is said, and
    sends nothing where the server cannot; smtp+plain is not encrypted and takes no password.
    """

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""


def mail_server(text: str) -> MailServer:
    """Return the server that a URL names; raises InputError, which says nothing of a password."""
    wrong = InputError(
        "PEJLING_SMTP_URL skal se ud som smtps://bruger:kode@server:465, smtp://server:587 "
        "(STARTTLS) eller smtp+plain://server:25 (uden kode)."
    )
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise wrong from None
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    is_open = parts.scheme == "smtp+plain" and bool(user or password)
    if parts.scheme not in PORTS or not parts.hostname or is_open:
        raise wrong
    return MailServer(parts.scheme, parts.hostname, port or PORTS[parts.scheme], user, password)


def is_address(text: str) -> bool:
    """Whether a text is one e-mail address that can be written to."""
    return len(text) <= LONGEST and ADDRESS.fullmatch(text) is not None


def message(
    digest: Digest, *, name: str, address: str, sender: str, language: str, at: datetime
) -> EmailMessage:
    """Return the mail to somebody. A name is text: no line break in it begins another header."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _line(digest.subject)
    mail["From"] = Address("Pejling", addr_spec=sender)
    mail["To"] = Address(_line(name), addr_spec=address)
    mail["Date"] = at
    mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(digest.text)
    mail.add_alternative(digest.html, subtype="html")
    # Last: a new content takes such headers along.
    mail["Content-Language"] = language
    return mail


def _line(text: str) -> str:
    return " ".join(plain(text).split())


def send(
    mail: EmailMessage,
    server: MailServer,
    *,
    trust: ssl.SSLContext | None = None,
    patience: float = PATIENCE,
) -> Delivery:
    """Hand a mail over, and return what became of it; no fault of a server is raised.

    trust: whose certificates are good; None: those that the machine trusts.
    """
    context = trust or ssl.create_default_context()
    try:
        client = _connected(server, context, patience, mail["From"].addresses[0].domain)
    except (smtplib.SMTPException, OSError):
        return Delivery.UNREACHABLE
    try:
        client.send_message(mail)
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
        return Delivery.REFUSED
    except (smtplib.SMTPException, OSError):
        return Delivery.UNCERTAIN
    else:
        return Delivery.SENT
    finally:
        client.close()


def _connected(
    server: MailServer, context: ssl.SSLContext, patience: float, own_name: str
) -> smtplib.SMTP:
    """Return the connection, encrypted and signed in as the server's URL says."""
    if server.scheme == "smtps":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, own_name, timeout=patience, context=context
        )
    else:
        client = smtplib.SMTP(server.host, server.port, own_name, timeout=patience)
    try:
        if server.scheme == "smtp":
            client.starttls(context=context)
        if server.user:
            client.login(server.user, server.password)
    except (smtplib.SMTPException, OSError):
        client.close()
        raise
    return client
