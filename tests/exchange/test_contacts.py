# SPDX-License-Identifier: MIT
"""Address books of every version, as telephones, mail programs and assistants write them."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.entries import ListEntry, Photo
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in
from forumdesk.exchange.contacts import Contacts, is_contacts
from forumdesk.exchange.encodings import Encoding
from forumdesk.exchange.vcard_syntax import cards

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(200))
PACKED = base64.b64encode(JPEG).decode()
HONG = Names.of({Script.HANGUL: Name("홍", "길동")})
SMITH = Names.of({Script.LATIN: Name("Smith", "Jane")})


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> str:
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def read(text: str | bytes) -> list[ListEntry]:
    return list(Contacts(text.encode() if isinstance(text, str) else text, "book.vcf").entries())


def one(*lines: str, version: str = "3.0") -> ListEntry:
    (entry,) = read(card(*lines, version=version))
    return entry


def told(entry: ListEntry) -> list[str]:
    return [finding.phrase.said(words_in("en")) for finding in entry.findings]


def test_a_card_of_2_1_in_quoted_printable() -> None:
    text = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ED=99=8D;=EA=B8=B8=EB=8F=99;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ED=99=8D=EA=B8=B8=",
        "=EB=8F=99",
        "ORG;CHARSET=EUC-KR;ENCODING=QUOTED-PRINTABLE:=BB=EF=BC=BA;=B9=DD=B5=B5=C3=BC",
        "TITLE;CHARSET=UTF-8;QUOTED-PRINTABLE:=EB=B6=80=EC=9E=A5",
        "TEL;CELL;VOICE:010-1234-5678",
        "TEL;WORK;FAX:02-123-4568",
        "EMAIL;INTERNET:gil@a.kr",
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo =3D 2",
        "PHOTO;JPEG;ENCODING=BASE64:",
        *(f" {PACKED[at : at + 60]}" for at in range(0, len(PACKED), 60)),
        "",
        version="2.1",
    )
    assert read(text) == [
        ListEntry(
            line=1,
            names=HONG,
            person={
                "contacts": (Contact("mobile", "010-1234-5678"), Contact("email", "gil@a.kr")),
                "notes": "one\ntwo = 2",
            },
            participation={"office": Text.of(ko="반도체 부장"), "notes": "Fax: 02-123-4568"},
            organization=Text.of(ko="삼성"),
            photo=Photo(JPEG, "image/jpeg"),
            cells=read(text)[0].cells,
        )
    ]


def test_a_card_of_3_0_with_groups_and_escapes() -> None:
    entry = one(
        "N:Smith;Jane;;Dr.;",
        "FN:Dr. Jane Smith",
        "item1.EMAIL;TYPE=INTERNET,pref:jane@a.example",
        "item1.X-ABLabel:_$!<Work>!$_",
        "ORG:Chips\\, Inc.;Policy",
        "TITLE:Vice President\\, Asia",
        "item2.ADR;TYPE=WORK:;;1 Main St\\nSuite 5;San Jose;CA;95110;USA",
        "item3.URL:https\\://www.a.example",
        "NOTE:one\\ntwo\\; three",
        "UID:urn:uuid:1",
        "PHOTO;ENCODING=b;TYPE=PNG:" + PACKED[:70],
        *(f" {PACKED[at : at + 70]}" for at in range(70, len(PACKED), 70)),
    )
    assert entry.names == SMITH
    assert entry.person == {
        "honorific": Text.of(en="Dr."),
        "contacts": (
            Contact("email", "jane@a.example"),
            Contact("address", "1 Main St Suite 5, San Jose, CA, 95110, USA"),
            Contact("url", "https://www.a.example"),
        ),
        "notes": "one\ntwo; three",
    }
    assert entry.participation == {"office": Text.of(en="Vice President, Asia, Policy")}
    assert (entry.organization, entry.country, entry.key) == (
        Text.of(en="Chips, Inc."),
        "US",
        "urn:uuid:1",
    )
    assert entry.photo == Photo(JPEG, "image/png")
    assert not entry.findings


def test_a_card_of_4_0_in_two_scripts() -> None:
    entry = one(
        "N;ALTID=1;LANGUAGE=ko:홍;길동;;;",
        "N;ALTID=1;LANGUAGE=en:Hong;Gil-dong;;;",
        "FN;ALTID=1:홍길동",
        'TEL;VALUE=uri;TYPE="voice,work":tel:+82-2-123-4567;ext=12',
        "EMAIL;TYPE=work:mailto:gil@a.kr",
        "LANG;PREF=1:ko",
        "LANG;PREF=2:en",
        f"PHOTO:data:image/png;base64,{PACKED}",
        version="4.0",
    )
    assert entry.names == Names.of({**HONG, Script.LATIN: Name("Hong", "Gil-dong")})
    assert entry.person == {
        "contacts": (
            Contact("phone", "+82-2-123-4567 ext. 12"),
            Contact("email", "gil@a.kr"),
        ),
        "languages": ("ko", "en"),
    }
    assert entry.photo == Photo(JPEG, "image/png")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"])
def test_files_in_any_encoding_with_any_line_ends(encoding: str, end: str) -> None:
    text = card("FN:홍길동", "ORG:협회", end=end) + card("FN:Jane Smith", end=end)
    entries = read(text.encode(encoding))
    assert [entry.names for entry in entries] == [HONG, SMITH]
    assert entries[0].organization == Text.of(ko="협회")
    assert [entry.line for entry in entries] == [1, 6]


def test_values_in_different_encodings_in_one_file() -> None:
    data = card("FN:홍길동").encode() + card("FN;CHARSET=EUC-KR:김철수").encode("cp949")
    assert [entry.names[Script.HANGUL].given for entry in read(data)] == ["길동", "철수"]


def test_lines_folded_inside_a_character_are_put_together() -> None:
    whole = card("FN:홍길동").encode()
    cut = whole.index("길".encode()) + 1
    assert read(whole[:cut] + b"\r\n " + whole[cut:])[0].names == HONG


def test_names_in_one_place_are_taken_apart() -> None:
    assert one("N:홍길동;;;;", "FN:홍길동").names == HONG
    assert one("N:;홍길동;;;", "FN:홍길동").names == HONG
    assert one("N:;;;;", "FN:홍길동 부회장님").person == {"honorific": Text.of(ko="부회장님")}
    assert one("N:홍;길동;;;", "FN:Gil-dong Hong").names == Names.of(
        {**HONG, Script.LATIN: Name("Hong", "Gil-dong")}
    )
    assert one("N:Cruz;Ana;María;;Jr.", "FN:Ana María Cruz Jr.").names == Names.of(
        {Script.LATIN: Name("Cruz", "Ana María")}
    )


def test_a_nickname_in_another_script_is_a_name_and_any_other_a_note() -> None:
    both = Names.of({**HONG, Script.LATIN: Name("Hong", "Gil-dong")})
    assert one("N:홍;길동;;;", "NICKNAME:Gil-dong Hong").names == both
    entry = one("N:Smith;Jane;;;", "NICKNAME:Janey,J")
    assert (entry.names, entry.participation) == (SMITH, {"notes": "NICKNAME: Janey\nNICKNAME: J"})


def test_an_address_in_one_place_keeps_its_lines() -> None:
    entry = one("FN:Jane Smith", "ADR:;;서울 중구\\n을지로 1;;;;")
    assert entry.person == {"contacts": (Contact("address", "서울 중구\n을지로 1"),)}


def test_how_a_name_is_said_is_its_reading() -> None:
    said = ("X-PHONETIC-FIRST-NAME:はなこ", "X-PHONETIC-LAST-NAME:やまだ")
    for lines in (said, said[::-1]):
        assert one("N:山田;花子;;;", *lines).person == {"reading": Text.of(ja="やまだ はなこ")}


def test_a_card_of_a_body_has_no_name() -> None:
    for lines in (
        ("FN:KSIA", "ORG:KSIA", "KIND:org"),
        ("FN:KSIA", "ORG:KSIA"),
        ("N:KSIA;;;;", "FN:KSIA", "ORG:KSIA"),
        ("N:;;;;", "FN:KSIA", "ORG:KSIA", "X-ABShowAs:COMPANY"),
    ):
        entry = one(*lines)
        assert (entry.names, entry.organization) == (Names(), Text.of(en="KSIA"))


def test_cards_inside_cards_are_passed_over() -> None:
    inner = card("FN:Secretary", "TEL:1234567").rstrip()
    entries = read(card("FN:Jane Smith", "AGENT:", inner, "TEL:7654321", version="2.1"))
    assert [entry.names for entry in entries] == [SMITH]
    assert entries[0].person == {"contacts": (Contact("phone", "7654321"),)}


def test_a_card_without_end_is_read_and_told() -> None:
    text = "BEGIN:VCARD\nFN:Jane Smith\nBEGIN:VCARD\nFN:홍길동\nEND:VCARD\nBEGIN:VCARD\nFN:김철수"
    entries = read(text)
    assert [told(entry) for entry in entries] == [
        ["The card has no end; what there is of it was read."],
        [],
        ["The card has no end; what there is of it was read."],
    ]
    assert [entry.names for entry in entries[:2]] == [SMITH, HONG]


def test_pictures_elsewhere_are_never_fetched() -> None:
    for address in ("http://example.com/x.jpg", "file:///etc/passwd", "cid:1"):
        entry = one("FN:Jane Smith", f"PHOTO;VALUE=uri:{address}")
        assert (entry.photo, told(entry)) == (None, [f"The photo at {address} was not fetched."])
    broken = one("FN:Jane Smith", "PHOTO;ENCODING=b:!!!")
    assert (broken.photo, told(broken)) == (None, ["The photo can't be read; it was left out."])


def test_base64_lines_that_are_not_moved_in_belong_to_the_picture() -> None:
    lines = [PACKED[at : at + 60] for at in range(0, len(PACKED), 60)]
    entry = one("FN:Jane Smith", "PHOTO;TYPE=JPEG;ENCODING=BASE64:", *lines, "", "TEL:1234567")
    assert entry.photo == Photo(JPEG, "image/jpeg")
    assert entry.person == {"contacts": (Contact("phone", "1234567"),)}


def test_what_leads_nowhere_is_kept_as_a_note() -> None:
    entry = one("FN:Jane Smith", "EMAIL:jane", "URL:javascript:alert(1)", "URL:file:///x.y")
    assert entry.person == {}
    assert entry.participation == {"notes": "jane\njavascript:alert(1)\nfile:///x.y"}
    assert len(entry.findings) == 3


def test_what_has_no_field_is_told_once() -> None:
    book = Contacts(card("FN:A B", "BDAY:1970-01-01").encode() * 2, "book.vcf")
    assert len(list(book.entries())) == 2
    assert [f.phrase.said(words_in("en")) for f in book.findings] == [
        "What the cards say under BDAY was not taken in."
    ]


def test_characters_that_cant_be_read_refuse_the_card_until_they_may_be_replaced() -> None:
    data = card("FN:홍길동").encode() + card("FN:\xff\xfe김철수").encode("latin-1", "ignore")
    data = data + b"BEGIN:VCARD\nFN:" + "김철수".encode() + b"\xff\nEND:VCARD\n"
    for replace, severity in ((False, Severity.ERROR), (True, Severity.WARNING)):
        entries = list(Contacts(data, "book.vcf", "utf-8", replace=replace).entries())
        assert [f.severity for f in entries[-1].findings] == [severity]
        assert entries[0].findings == ()


def test_a_card_about_nobody_is_refused() -> None:
    entry = one("TEL:1234567")
    assert [f.severity for f in entry.findings] == [Severity.ERROR]
    assert (entry.names, entry.organization) == (Names(), EMPTY)


def test_what_is_no_address_book_is_refused() -> None:
    assert not is_contacts(b"Name,Office\n")
    with pytest.raises(ForumDeskError, match=r"book.vcf is no address book"):
        Contacts(b"Name,Office\n", "book.vcf")


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_no_line_ends_the_book(lines: list[bytes]) -> None:
    data = b"BEGIN:VCARD\nFN:A B\n" + b"\n".join(lines) + b"\nEND:VCARD\nBEGIN:VCARD\nN:C;D\n"
    assert list(cards(data, Encoding("cp949")))
    list(Contacts(data, "book.vcf").entries())
