# SPDX-License-Identifier: MIT
"""Whole lists as offices, registration services and telephones write them, from file to entries."""

from collections.abc import Iterable
from pathlib import Path

from forumdesk.domain import headings
from forumdesk.domain.desk import Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.people import Contact, Invitation, Name, Names, Person, Script, full_name
from forumdesk.domain.tables import Table
from forumdesk.domain.understanding import understood
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.exchange import tables
from forumdesk.exchange.contacts import Contacts
from tests.exchange.spreadsheets import book, sheet_data


def guessed(table: Table) -> dict[int, str]:
    sample = [row.cells for row, _ in zip(table.rows(), range(30), strict=False)]
    return headings.guess(table.headings, sample)


def digits(texts: Iterable[str]) -> str:
    return "".join(c for text in texts for c in text if c.isdigit())


def people(table: Table) -> list[ListEntry]:
    return list(understood(table, guessed(table)).entries(table.rows()))


def called(entries: Iterable[ListEntry], language: str) -> list[str]:
    return [full_name(Person("", entry.names), language) for entry in entries]


OFFICE = """제1회 한미 공급망 산업대화 반도체 포럼 참석자 명단,,,,,,
(2024. 6. 27. 현재),,,,,,

연번,성명,소속,직위,연락처,참석여부,비고
1,홍길동,한국반도체산업협회,부회장,010-1234-5678,참석,
2,안덕근 장관님,산업통상자원부,"산업통상자원부
장관",02-123-4567 / 010-2345-6789,참석,축사
3,남궁민수,삼성전자,부사장,01034567890,불참,"해외 출장,
대리 참석"
4,미정,SK하이닉스,,,미정,
합계,4명,,,,,
"""


def test_a_list_from_excel_on_korean_windows() -> None:
    table = tables.read(OFFICE.replace("\n", "\r\n").encode("cp949"), "명단.csv")
    assert (table.form.encoding, table.form.delimiter, table.form.sure) == ("cp949", ",", True)
    assert table.line == 4
    assert guessed(table) == {
        0: "number", 1: "name", 2: "organization", 3: "office", 4: "contact", 5: "status",
        6: "notes",
    }  # fmt: skip
    entries = people(table)
    assert called(entries[:4], "ko") == ["홍길동", "안덕근", "남궁민수", ""]
    assert [entry.line for entry in entries] == [5, 6, 8, 10, 11]
    assert entries[1].participation == {
        "office": Text.of(ko="산업통상자원부 장관"),
        "status": Invitation.ACCEPTED,
        "notes": "축사",
    }
    assert entries[1].person == {
        "honorific": Text.of(ko="장관님"),
        "contacts": (Contact("phone", "02-123-4567"), Contact("mobile", "010-2345-6789")),
    }
    assert entries[2].person == {"contacts": (Contact("mobile", "01034567890"),)}
    assert entries[2].participation["notes"] == "해외 출장,\n대리 참석"
    severities = [[f.severity for f in entry.findings] for entry in entries]
    assert severities == [[], [], [], [Severity.NOTE], [Severity.ERROR]]


SERVICE = """\ufeffOrder code;Attendee name;Company;Job title;E-mail address;Country;Ticket type;\
Status;Dietary requirements;T-shirt
AB1CD;Dr. Jane Smith;Semiconductor Industry Association;Vice President, Policy;\
jane@sia.example;United States;Speaker;Confirmed;vegan;M
EF2GH;"Hong, Gil-dong";KSIA;Vice Chairman;gil@a.kr;South Korea;Delegate;Pending;;L
JK3LM;Prof. Dr. Müller;TU Dresden;;mueller@tu.example;Germany;Delegate;Cancelled;;
NP4QR;HONG Gil-dong (홍길동);KSIA;Vice Chairman;not an address;Korea;Delegate;Confirmed;;XL
"""


def test_a_list_from_a_registration_service() -> None:
    table = tables.read(SERVICE.encode(), "export.csv")
    assert (table.form.encoding, table.form.delimiter) == ("utf-8-sig", ";")
    understanding = understood(table, guessed(table))
    entries = list(understanding.entries(table.rows()))
    assert called(entries, "en") == ["Jane Smith", "Gil-dong Hong", "Müller", "Gil-dong Hong"]
    assert [entry.key for entry in entries] == ["AB1CD", "EF2GH", "JK3LM", "NP4QR"]
    assert [entry.country for entry in entries] == ["US", "KR", "DE", "KR"]
    assert [entry.participation["status"] for entry in entries] == [
        *(Invitation.ACCEPTED, Invitation.INVITED, Invitation.CANCELLED, Invitation.ACCEPTED)
    ]
    assert entries[0] == ListEntry(
        line=2,
        names=Names.of({Script.LATIN: Name("Smith", "Jane")}),
        key="AB1CD",
        person={
            "contacts": (Contact("email", "jane@sia.example"),),
            "diet": "vegan",
            "honorific": Text.of(en="Dr."),
        },
        participation={
            "office": Text.of(en="Vice President, Policy"),
            "category": "Speaker",
            "status": Invitation.ACCEPTED,
        },
        organization=Text.of(en="Semiconductor Industry Association"),
        country="US",
        cells=entries[0].cells,
    )
    assert entries[3].names[Script.HANGUL] == Name("홍", "길동")
    assert entries[3].participation["notes"] == "E-mail address: not an address"
    assert [f.phrase.said(words_in("en")) for f in understanding.findings] == [
        "The column “T-shirt” was not taken in."
    ]


def test_a_list_of_two_languages_on_two_rows_of_headings() -> None:
    rows = [
        ["참석자 명단"],
        ["성명", "", "소속", "", "휴대폰"],
        ["국문", "영문", "국문", "영문", ""],
        ["홍길동", "HONG Gil-dong", "한국반도체산업협회", "KSIA", "010-1234-5678"],
    ]
    (entry,) = people(tables.read(book(("명단", sheet_data(rows))), "명단.xlsx"))
    assert entry.names == Names.of(
        {Script.HANGUL: Name("홍", "길동"), Script.LATIN: Name("Hong", "Gil-dong")}
    )
    assert entry.organization == Text.of(ko="한국반도체산업협회", en="KSIA")


CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ED=99=8D=EA=B8=B8=EB=8F=99;;;;
TEL;CELL:010-1234-5678
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ED=95=9C=EA=B5=AD=EB=B0=98=EB=8F=84=EC=B2=B4=
=EC=82=B0=EC=97=85=ED=98=91=ED=9A=8C
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Smith;Jane;;Ms.
EMAIL;INTERNET;PREF:jane@sia.example
TITLE:Director
END:VCARD
"""


def test_contacts_from_an_assistants_telephone() -> None:
    entries = list(Contacts(CARDS.encode(), "contacts.vcf").entries())
    assert called(entries, "ko") == ["홍길동", "Jane Smith"]
    assert entries[0].organization == Text.of(ko="한국반도체산업협회")
    assert entries[0].person == {"contacts": (Contact("mobile", "010-1234-5678"),)}
    assert entries[1].participation == {"office": Text.of(en="Director")}


def test_the_members_of_the_assembly_are_all_read(real_input: Path) -> None:
    table = tables.read((real_input / "kr_assembly_utf8.csv").read_bytes(), "kr_assembly_utf8.csv")
    understanding = understood(table, guessed(table))
    entries = list(understanding.entries(table.rows()))
    assert len(entries) == 299
    assert all(
        set(entry.names) == {Script.HANGUL, Script.HANJA, Script.LATIN}
        and all(name.family and name.given for name in entry.names.values())
        for entry in entries
    )
    assert not [finding for entry in entries for finding in entry.findings]
    phones = [
        contact.value
        for entry in entries
        for contact in dict.fromkeys(entry.person["contacts"])  # type: ignore[call-overload]
        if contact.kind == "phone"
    ]
    column = [row.cells[7] for row in table.rows()]
    assert len(phones) >= sum(map(bool, column))
    assert digits(phones) == digits(column)
    # One family name, romanized in six ways, is one in Hangul and the family name in each.
    jeong = [entry.names for entry in entries if entry.names[Script.HANGUL].family == "정"]
    assert {names[Script.LATIN].family for names in jeong} == {
        *("Jeong", "Chung", "Choung", "Jung", "Cheong", "Chong")
    }
    assert [f.values[0][1] for f in understanding.findings] == [
        *("party", "district", "committee", "when_elected")
    ]
