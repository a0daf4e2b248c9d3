"""Mails through a real SMTP server: taken, refused, slow, encrypted, and with names that attack."""

import ssl
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from models.errors import InputError
from models.report.reminder.digest import digest
from models.report.reminder.reminded_promise import RemindedPromise
from models.services.reminders.mail_server import (
    Delivery,
    MailServer,
    is_address,
    mail_server,
    message,
    send,
)
from models.wording import words
from tests.running import free_port

DAY = date(2016, 12, 31)
PROMISES = [RemindedPromise("HOV-T2-C9", "Agenter <b>i hver afdeling</b>", DAY)]
AT = datetime(2017, 2, 1, 8, 0, tzinfo=UTC)


def mail(name="Ida Holm", address="ida@region.example"):
    text = digest(PROMISES, words("da"), address="https://pejling.example/my_updates")
    return message(text, name=name, address=address, sender="pejling@region.example",
                   language="da", at=AT)  # fmt: skip


class Postbox:
    """Takes what it is sent, or answers as it is told to."""

    def __init__(self, rcpt="250 OK", data="250 OK", wait=0.0):
        self.rcpt, self.data, self.wait, self.mails = rcpt, data, wait, []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.mails.append(SimpleNamespace(envelope=envelope, tls=session.ssl is not None))
        time.sleep(self.wait)
        return self.data


@contextmanager
def post_office(box=None, **options):
    box = box or Postbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port(), **options)
    server.start()
    try:
        yield box, server.port
    finally:
        server.stop(no_assert=True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """The server's side of TLS, and that of a client who trusts it."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    own = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(encoding, form, serialization.NoEncryption())
    (folder / "both.pem").write_bytes(own.public_bytes(encoding) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context, ssl.create_default_context(cadata=own.public_bytes(encoding).decode())


def test_a_mail_arrives_as_text_and_html_and_once():
    with post_office() as (box, port):
        assert send(mail(), MailServer("smtp+plain", "127.0.0.1", port)) is Delivery.SENT
    (letter,) = box.mails
    arrived = message_from_bytes(letter.envelope.content, policy=default)
    assert letter.envelope.rcpt_tos == ["ida@region.example"]
    assert arrived["Subject"] == "Pejling: 1 værdi venter på dig"
    assert (arrived["Auto-Submitted"], arrived["Content-Language"]) == ("auto-generated", "da")
    text = arrived.get_body(["plain"]).get_content()
    assert "Agenter <b>i hver afdeling</b> (HOV-T2-C9), værdi for 31. dec. 2016" in text
    assert "https://pejling.example/my_updates" in text
    html = arrived.get_body(["html"]).get_content()
    assert "Agenter &lt;b&gt;i hver afdeling&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("box", "outcome"),
    [
        (Postbox(rcpt="550 No such user"), Delivery.REFUSED),
        (Postbox(rcpt="451 Try later"), Delivery.REFUSED),
        (Postbox(data="554 Spam"), Delivery.REFUSED),
        (Postbox(wait=0.6), Delivery.UNCERTAIN),
    ],
)
def test_a_server_that_says_no_or_nothing_raises_no_fault(box, outcome):
    with post_office(box) as (_box, port):
        server = MailServer("smtp+plain", "127.0.0.1", port)
        assert send(mail(), server, patience=0.2) is outcome


def test_a_server_that_is_not_there_or_wants_no_tls_gets_nothing(certificate):
    assert send(mail(), MailServer("smtp+plain", "127.0.0.1", free_port())) is Delivery.UNREACHABLE
    with post_office() as (box, port):
        assert send(mail(), MailServer("smtp", "127.0.0.1", port)) is Delivery.UNREACHABLE
    assert box.mails == []


def test_mail_is_encrypted_and_a_certificate_that_nobody_trusts_is_refused(certificate):
    own, trusted = certificate
    with post_office(tls_context=own, require_starttls=True) as (box, port):
        server = MailServer("smtp", "localhost", port)
        assert send(mail(), server) is Delivery.UNREACHABLE
        assert send(mail(), server, trust=trusted) is Delivery.SENT
    assert [letter.tls for letter in box.mails] == [True]
    with post_office(ssl_context=own) as (box, port):
        server = MailServer("smtps", "localhost", port)
        assert send(mail(), server, trust=trusted) is Delivery.SENT
        assert len(box.mails) == 1


def test_a_wrong_password_sends_nothing(certificate):
    own, trusted = certificate
    with post_office(tls_context=own, auth_required=True) as (box, port):
        server = MailServer("smtp", "localhost", port, "pejling", "forkert")
        assert send(mail(), server, trust=trusted) is Delivery.UNREACHABLE
    assert box.mails == []


@pytest.mark.parametrize(
    "name",
    ["Ida\r\nBcc: alle@region.example", "Ida\nSubject: hej", 'Ida" <x@y.example>, "', "Ida, Bo"],
)
def test_no_name_becomes_a_header_or_another_address(name):
    letter = mail(name)
    assert letter["Bcc"] is None
    assert letter.get_all("Subject") == ["Pejling: 1 værdi venter på dig"]
    assert [address.addr_spec for address in letter["To"].addresses] == ["ida@region.example"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ida",
        "ida@",
        "@x",
        "a@b, c@d",
        "a b@c",
        "a@b\nBcc: c@d",
        "<a@b>",
        "a..b@c",
        "å@b",
        "a@b" * 90,
    ],
)
def test_what_is_not_one_address_is_never_written_to(text):
    assert not is_address(text)
    assert not is_address(f"{'a' * 250}@b.example")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://u:p%40ss@mail.example", MailServer("smtps", "mail.example", 465, "u", "p@ss")),
        ("smtp://mail.example", MailServer("smtp", "mail.example", 587)),
        ("smtp+plain://mail.example:2525", MailServer("smtp+plain", "mail.example", 2525)),
    ],
)
def test_a_url_names_the_server_and_how_it_is_encrypted(url, server):
    assert mail_server(url) == server


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtp://", "smtp://x:port", "smtp+plain://u:hemmelig@x"]
)  # fmt: skip
def test_a_url_of_another_kind_is_refused_without_its_password(url):
    with pytest.raises(InputError) as problem:
        mail_server(url)
    assert "hemmelig" not in str(problem.value)
