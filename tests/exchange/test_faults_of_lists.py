# SPDX-License-Identifier: MIT
"""The faults that lists of people come with, each named after what it does."""

import io
import struct
import tracemalloc
import unicodedata
import zipfile

import pytest

from forumdesk.domain import headings
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.people import Contact, Name, Script
from forumdesk.domain.tables import Table
from forumdesk.domain.understanding import understood
from forumdesk.domain.wording import Text
from forumdesk.exchange import tables
from forumdesk.exchange.contacts import Contacts
from forumdesk.exchange.tables import Choices
from tests.exchange.spreadsheets import MAIN, book, packed, sheet_data


def entries(table: Table) -> list[ListEntry]:
    sample = [row.cells for row, _ in zip(table.rows(), range(20), strict=False)]
    return list(understood(table, headings.guess(table.headings, sample)).entries(table.rows()))


def of_csv(text: str) -> list[ListEntry]:
    return entries(tables.read(text.encode(), "list.csv"))


def test_20_two_hundred_thousand_rows_are_read_as_a_stream() -> None:
    line = "홍길동,한국반도체산업협회,부장,gil@a.kr\n"
    heads = "성명,소속,직위,이메일\n"
    assert sum(1 for _ in tables.read((heads + line * 200_000).encode(), "x.csv").rows()) == 200_000
    table = tables.read((heads + line * 20_000).encode(), "list.csv")
    tracemalloc.start()
    count = sum(1 for _ in table.rows())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (count, most < 1 << 20) == (20_000, True)


def test_21_bytes_that_are_no_characters_are_replaced_with_consent_alone() -> None:
    data = "성명,소속\n홍길동,협회\n김철수,".encode() + b"\xb0\xa1\xff\n"
    with pytest.raises(ForumDeskError, match=r"list.csv, line 3: the byte 0xB0"):
        tables.read(data, "list.csv")
    one, two = entries(tables.read(data, "list.csv", Choices(replace=True)))
    assert (one.findings, len(two.findings)) == ((), 1)


def test_22_decomposed_hangul_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "성명,소속\n홍길동,협회\n")
    (one,) = of_csv(decomposed)
    assert (one.names[Script.HANGUL], one.organization["ko"]) == (Name("홍", "길동"), "협회")


def test_23_invisible_and_control_characters_are_taken_out() -> None:
    rows = "\u200b홍\ufeff길\x07동\u202e,협\u2028회,\u2066gil@a.kr\u2069\n"
    (one,) = of_csv(f"성명,소속,이메일\n{rows}")
    assert one.names[Script.HANGUL] == Name("홍", "길동")
    assert one.organization["ko"] == "협 회"
    assert one.person == {"contacts": (Contact("email", "gil@a.kr"),)}


def test_24_numbers_that_a_spreadsheet_has_mangled_are_told_and_kept() -> None:
    one, two = of_csv("성명,전화\n홍길동,1.23457E+09\n김철수,1012345678\n")
    assert (one.person["contacts"], one.participation["notes"]) == ((), "전화: 1.23457E+09")
    assert [f.values for f in one.findings] == [(("value", "1.23457E+09"),)]
    assert two.person["contacts"] == (Contact("phone", "1012345678"),)
    assert "may have lost a zero" in two.findings[0].message


def test_24_leading_zeros_and_plus_signs_stay() -> None:
    rows = [
        ["성명", "전화", "접수번호"],
        ["홍길동", "+82 10-1234-5678", "007"],
        ["김철수", "010", "0"],
    ]
    text = "\n".join(",".join(row) for row in rows)
    for table in (
        tables.read(text.encode(), "x.csv"),
        tables.read(book(("s", sheet_data(rows))), "x"),
    ):
        found = [(one.person["contacts"], one.key) for one in entries(table)]
        assert found == [
            ((Contact("phone", "+82 10-1234-5678"),), "007"),
            ((Contact("phone", "010"),), "0"),
        ]


def test_25_marks_against_formulas_are_taken_off_and_nothing_else() -> None:
    (one, two) = of_csv(
        "성명,전화,비고,직위\n홍길동,+82 2 123 4567,'=1+1,'＝x\n김철수,'+82 2 123 4567,-,- 대표\n"
    )
    assert one.participation["notes"] == "=1+1"
    assert (
        one.participation["office"]["ko" if "ko" in one.participation["office"] else "en"] == "＝x"
    )  # type: ignore[index,operator]
    assert one.person["contacts"] == two.person["contacts"]
    assert two.participation["notes"] == "-"
    assert two.participation["office"] == Text.of(ko="- 대표")


def bomb(size: int) -> bytes:
    rows = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode() + b" " * size + b"</sheetData>"
    plain = book(("s", "<sheetData/>"))
    return packed({**_parts(plain), "xl/worksheets/s1.xml": rows + b"</worksheet>"})


def _parts(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_26_a_bomb_is_refused_by_what_it_says_and_by_what_comes_out() -> None:
    data = bomb(64 << 20)
    assert len(data) < 100_000
    lying = data.replace(struct.pack("<L", _size_of(data)), struct.pack("<L", 1000))
    for hostile, text in ((data, "far larger unpacked"), (lying, "is damaged")):
        tracemalloc.start()
        with pytest.raises(ForumDeskError, match=text):
            tables.read(hostile, "list.xlsx")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 8 << 20


def _size_of(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.getinfo("xl/worksheets/s1.xml").file_size


ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">'


@pytest.mark.parametrize("declared", [ENTITY, LAUGHS, OUTSIDE, REMOTE])
@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/s1.xml", "xl/sharedStrings.xml"]
)
def test_27_a_document_type_is_refused_in_every_part(part: str, declared: str) -> None:
    heads = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    parts = _parts(book(("s", heads), strings="<si><t>성명</t></si>"))
    assert tables.read(packed(parts), "list.xlsx").headings == ("성명",)
    content = parts[part]
    assert isinstance(content, bytes)
    hostile = packed(
        {**parts, part: declared.encode() + content.replace(b"<si><t>", b"<si><t>&a;")}
    )
    with pytest.raises(ForumDeskError, match="declares a document type"):
        tables.read(hostile, "list.xlsx")


def test_28_links_pictures_and_macros_are_not_looked_at() -> None:
    parts = _parts(book(("s", sheet_data([["성명"], ["홍길동"]]))))
    relations = parts["xl/_rels/workbook.xml.rels"]
    assert isinstance(relations, bytes)
    outside = (
        b'<Relationship Id="rId9" Target="file:///etc/passwd" TargetMode="External"'
        b' Type="x/sharedStrings"/></Relationships>'
    )
    more = {
        "xl/_rels/workbook.xml.rels": relations.replace(b"</Relationships>", outside),
        "xl/vbaProject.bin": b"\0" * 100,
        "xl/media/image1.png": b"not a picture",
        "xl/externalLinks/externalLink1.xml": ENTITY,
    }
    table = tables.read(packed({**parts, **more}), "list.xlsm")
    assert [row.cells for row in table.rows()] == [("홍길동",)]


def test_31_signs_in_cards_are_unescaped_and_addresses_that_act_are_no_links() -> None:
    lines = (
        *(
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:Smith\\, Jane",
            "ORG:A\\;B\\: C\\\\D",
            "NOTE:one\\ntwo",
        ),
        *("URL:javascript:alert(1)//a.b", "URL:file:///etc/passwd.d", "URL:https://a.b/;x:y"),
        "END:VCARD",
    )
    (one,) = Contacts("\r\n".join(lines).encode(), "book.vcf").entries()
    assert one.names[Script.LATIN] == Name("Smith", "Jane")
    assert one.organization == Text.of(en="A;B: C\\D")
    assert one.person == {"contacts": (Contact("url", "https://a.b/;x:y"),), "notes": "one\ntwo"}
    assert one.participation == {"notes": "javascript:alert(1)//a.b\nfile:///etc/passwd.d"}
