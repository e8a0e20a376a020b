# SPDX-License-Identifier: MIT
"""Messages for people to send with their own mail program: as files, as links, in batches.

Nothing is sent from here. A file is a draft by RFC 5322 that mail programs open to be sent
(``X-Unsent``); a link is a ``mailto:`` by RFC 6068.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.letters import Message, is_address
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_

LONGEST_LINK = 1900
"""Characters of a ``mailto:`` link: Windows passes 2048 on to a mail program, browsers as few."""


def eml(message: Message) -> bytes:
    """A message as a file; raises ``ForumDeskError`` for an address that is none."""
    address = _checked(message.address)
    made = EmailMessage(SMTP)
    made["To"] = Address(one_line(message.name), addr_spec=address)
    made["Subject"] = one_line(message.subject)
    made["X-Unsent"] = "1"  # mail programs open it to be sent, not as one received
    # Base64, since a line of Korean has three bytes a letter and quoted-printable triples each.
    coding = "7bit" if message.body.isascii() and _is_narrow(message.body) else "base64"
    made.set_content(message.body + "\n", charset="utf-8", cte=coding)
    if message.language:
        made["Content-Language"] = message.language
    return made.as_bytes()


def eml_files(messages: Iterable[Message], named: Callable[..., str]) -> dict[str, bytes]:
    """Messages as files by name: their number, who they are to, what about.

    ``named`` makes a file name of words, fit for every system (``handouts.naming.file_name``).
    """
    every = list(messages)
    wide = max(len(str(len(every))), 2)
    return {
        named(f"{number:0{wide}} {message.name}", message.subject, ending="eml"): eml(message)
        for number, message in enumerate(every, 1)
    }


def mailto(message: Message) -> str:
    """A link that opens a mail program with the message.

    A body too long for a link is cut at a paragraph, so that the rest is added by hand; see
    ``fits``. Raises ``ForumDeskError`` for an address that is none.
    """
    address = quote(_checked(message.address), safe="@")
    start = f"mailto:{address}?subject={_encoded(one_line(message.subject))}"
    paragraphs = message.body.split("\n")
    for count in range(len(paragraphs), 0, -1):
        link = f"{start}&body={_encoded(chr(10).join(paragraphs[:count]).rstrip())}"
        if len(link) <= LONGEST_LINK:
            return link
    return start


def fits(message: Message) -> bool:
    """Whether all of a message fits into a link."""
    return mailto(message).endswith("&body=" + _encoded(message.body.rstrip()))


def batches(addresses: Iterable[str], subject: str) -> tuple[str, ...]:
    """Links with one subject to many, unseen by one another (Bcc), as many to each as it holds."""
    start = f"mailto:?subject={_encoded(one_line(subject))}&bcc="
    links: list[str] = []
    group: list[str] = []
    for address in dict.fromkeys(_checked(one) for one in addresses):
        part = quote(address, safe="@")
        if group and len(start) + sum(len(one) + 1 for one in group) + len(part) > LONGEST_LINK:
            links.append(start + ",".join(group))
            group = []
        group.append(part)
    return (*links, *([start + ",".join(group)] if group else []))


def _checked(address: str) -> str:
    address = address.strip()
    if not is_address(address):
        raise ForumDeskError(
            N_("“{address}” is not an e-mail address; no message was made."), address=address[:80]
        )
    return _in_ascii(address)


def _in_ascii(address: str) -> str:
    """An address with a domain in Hangul as it goes over the net (IDNA)."""
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return address
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        raise ForumDeskError(
            N_("“{address}” is not an e-mail address; no message was made."), address=address[:80]
        ) from None


def _encoded(text: str) -> str:
    """Text in a link: line ends as RFC 6068 has them, all but letters and digits in escapes."""
    return quote("\r\n".join(text.split("\n")), safe="")


def _is_narrow(body: str) -> bool:
    """Whether no line is longer than a message may have it."""
    lines: Sequence[str] = body.split("\n")
    return all(len(line) < 900 for line in lines)
