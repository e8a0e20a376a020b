# SPDX-License-Identifier: MIT
"""Messages as files and links: what a mail program reads in them is what was written."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.letters import Message
from forumdesk.exchange.mail import LONGEST_LINK, batches, eml, eml_files, fits, mailto
from forumdesk.handouts.naming import file_name

BODY = "존경하는 홍길동 회장님께\n\n초청합니다. {forum}\n100 % & more?\n\n감사합니다."
HONG = Message("홍길동", "hong@example.org", "제1회 포럼 초청", BODY, "ko")


def read(data: bytes) -> dict[str, str]:
    message = message_from_bytes(data, policy=default)
    return {
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "body": message.get_content().replace("\r\n", "\n"),
        "type": message.get_content_type(),
        "charset": str(message.get_content_charset()),
    }


def test_a_mail_program_reads_what_was_written() -> None:
    data = eml(HONG)
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert read(data) == {
        "to": "홍길동 <hong@example.org>",
        "subject": "제1회 포럼 초청",
        "body": BODY + "\n",
        "type": "text/plain",
        "charset": "utf-8",
    }
    message = message_from_bytes(data, policy=default)
    assert (message["X-Unsent"], message["Content-Language"]) == ("1", "ko")
    assert {"From", "Date", "Message-ID"}.isdisjoint(message.keys())  # whoever sends adds these
    assert eml(HONG) == data


@pytest.mark.parametrize(
    "name", ['"Kim", Lee; <x@y.kr>', "Kim\r\nBcc: spy@example.org", "김\u2028홍", "O'Neil, Jr.", ""]
)
def test_no_name_or_subject_adds_a_header(name: str) -> None:
    message = message_from_bytes(
        eml(Message(name, "a@example.org", f"Re: {name}", "Text")), policy=default
    )
    assert {key.lower() for key in message.keys()} == {  # noqa: SIM118 - a message is no mapping
        *("to", "subject", "x-unsent", "content-type"),
        *("content-transfer-encoding", "mime-version"),
    }
    assert [one.addr_spec for one in message["To"].addresses] == ["a@example.org"]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_comes_back(text: str) -> None:
    data = eml(Message("A", "a@example.org", "S", text))
    body = read(data)["body"]
    assert " ".join(body.split()) == " ".join(text.split())


def test_what_is_no_address_is_refused() -> None:
    for address in ("", "not one", "a@b.kr, c@d.kr", "a@b.kr\nBcc: x@y.kr"):
        message = Message("A", address, "S", "B")
        for make in (eml, mailto):
            with pytest.raises(ForumDeskError, match="is not an e-mail address"):
                make(message)


def test_a_domain_in_hangul_goes_as_it_does_over_the_net() -> None:
    assert "a@xn--" in read(eml(Message("A", "a@한국.kr", "S", "B")))["to"]
    long = "가" * 70
    with pytest.raises(ForumDeskError, match="is not an e-mail address"):
        eml(Message("A", f"a@{long}.kr", "S", "B"))


def test_files_are_named_after_whom_they_are_to_and_never_leave_the_folder() -> None:
    odd = Message("../../홍/길:동", "a@b.kr", "CON", "B")
    names = list(eml_files([HONG, odd, odd], file_name))
    assert names == ["01 홍길동 - 제1회 포럼 초청.eml", "02 .. .. 홍 길 동 - CON.eml", names[2]]
    assert len(set(names)) == 3
    assert not any("/" in name or "\\" in name or ":" in name for name in names)


def test_a_link_opens_the_message() -> None:
    link = urlsplit(mailto(HONG))
    assert (link.scheme, link.path) == ("mailto", "hong@example.org")
    values = parse_qs(link.query, strict_parsing=True)
    assert values == {"subject": ["제1회 포럼 초청"], "body": [BODY.replace("\n", "\r\n")]}
    assert "+" not in link.query  # a plus is a plus, not a space
    assert fits(HONG)


def test_a_long_body_is_cut_at_a_paragraph() -> None:
    long = Message("A", "a@b.kr", "S", "\n\n".join([f"문단 {n} " + "가" * 60 for n in range(20)]))
    link = mailto(long)
    assert len(link) <= LONGEST_LINK
    body = unquote(link.partition("&body=")[2]).replace("\r\n", "\n")
    assert body
    assert long.body.startswith(body)
    assert body.endswith("가")
    assert not fits(long)
    endless = Message("A", "a@b.kr", "S", "가" * 5000)
    assert mailto(endless) == "mailto:a@b.kr?subject=S"


def test_batches_hold_all_once_and_are_short_enough() -> None:
    addresses = [f"person{n:04}@ministry.example.org" for n in range(200)]
    links = batches([*addresses, addresses[0]], "회신 요청 & more")
    assert all(len(link) <= LONGEST_LINK for link in links)
    found = []
    for link in links:
        assert link.startswith("mailto:?subject=")
        values = parse_qs(urlsplit(link).query)
        assert values["subject"] == ["회신 요청 & more"]
        found += values["bcc"][0].split(",")
    assert found == addresses
    assert batches([], "S") == ()
    with pytest.raises(ForumDeskError):
        batches(["a@b.kr", "no"], "S")
