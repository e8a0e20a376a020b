# SPDX-License-Identifier: MIT
"""Spreadsheets as tables: what somebody sees in the cells, as text."""

import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.tables import Table
from forumdesk.domain.words import words_in
from forumdesk.exchange import tables
from forumdesk.exchange.tables import Choices
from forumdesk.exchange.xlsx_numbers import number, show_for
from tests.exchange.spreadsheets import book, packed, sheet_data

HEADS = ["성명", "소속", "비고"]


def read(data: bytes, sheet: str = "") -> Table:
    return tables.read(data, "list.xlsx", Choices(sheet=sheet))


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows()]


def row(*values: str, line: int = 2) -> str:
    """A sheet with headings and one row of cells, given as XML without their place."""
    made = "".join(f'<c r="{chr(65 + at)}{line}" {value}</c>' for at, value in enumerate(values))
    heads = sheet_data([HEADS]).replace("</sheetData>", "")
    return f'{heads}<row r="{line}">{made}</row></sheetData>'


def test_rows_have_the_numbers_they_have_in_the_sheet() -> None:
    rows = [["참석자 명단"], [], HEADS, [], ["홍길동", "협회", ""], [], ["김철수", "", "x"], []]
    table = read(book(("명단", sheet_data(rows))))
    assert (table.headings, table.line, table.form.sheet) == (tuple(HEADS), 3, "명단")
    assert [(one.line, one.cells) for one in table.rows()] == [
        (5, ("홍길동", "협회", "")),
        (7, ("김철수", "", "x")),
    ]
    assert cells(table) == cells(table)


def test_shared_and_rich_texts_are_read_without_their_pronunciation() -> None:
    strings = (
        "<si><t>홍길동</t></si>"
        '<si><r><t xml:space="preserve">한국 </t></r><r><t>협회</t></r></si>'
        "<si><t>東京</t><rPh><t>トウキョウ</t></rPh></si>"
        "<si><t>a_x000D_b_x005F_x0041_</t></si>"
    )
    data = book(("s", row('t="s"><v>0</v>', 't="s"><v>1</v>', 't="s"><v>2</v>')), strings=strings)
    assert cells(read(data)) == [("홍길동", "한국 협회", "東京")]
    other = book(("s", row('t="s"><v>3</v>', 't="s"><v>9</v>', 't="s"><v>x</v>')), strings=strings)
    assert cells(read(other)) == [("a\rb_x0041_", "", "")]


def test_formulas_count_by_their_values_and_errors_and_truth_are_said() -> None:
    data = book(
        ("s", row('t="str"><f>A1&amp;"x"</f><v>결과</v>', 't="b"><v>1</v>', 't="e"><v>#N/A</v>'))
    )
    assert cells(read(data)) == [("결과", "TRUE", "#N/A")]
    dates = book(("s", row('t="d"><v>2024-06-27</v>', 't="b"><v>0</v>', "><f>1+1</f><v>2</v>")))
    assert cells(read(dates)) == [("2024-06-27", "FALSE", "2")]


NUMBERS = {
    "1012345678": "1012345678", "1.0123456789E10": "10123456789", "1.1000000000000001": "1.1",
    "0.1": "0.1", "-5": "-5", "1E-3": "0.001", "12345678901234567": "12345678901234567",
    "1.5E+20": "150000000000000000000", "3.0": "3", "0": "0", "text": "text", "1E999": "1E999",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize("stored", NUMBERS)
def test_numbers_stand_in_full(stored: str) -> None:
    assert number(stored) == NUMBERS[stored]


SINCE_1900, SINCE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
SHOWN = [
    (14, "", "45470", "2024-06-27"),
    (22, "", "45470.604166666664", "2024-06-27 14:30"),
    (20, "", "0.604166666666667", "14:30"),
    (0, "", "45470", "45470"),
    (31, "", "45470", "2024-06-27"),
    (170, 'yyyy"년" mm"월" dd"일"', "45470", "2024-06-27"),
    (170, "[$-412]yyyy/m/d", "45470.9", "2024-06-27"),
    (170, "yyyy-mm-dd hh:mm", "45470.99999999", "2024-06-28 00:00"),
    (170, "h:mm", "1.25", "06:00"),
    (170, "mm:ss", "0.5", "12:00"),
    (170, "#,##0", "1234567", "1234567"),
    (170, "[Red]General", "5", "5"),
    (170, "000-0000-0000", "1012345678", "010-1234-5678"),
    (170, r"000\-0000\-0000", "1012345678", "010-1234-5678"),
    (170, "[<=9999999]###-####;(0##) ###-####", "1234567", "123-4567"),
    (170, "[<=9999999]###-####;(0##) ###-####", "212345678", "(021) 234-5678"),
    (170, "00000", "123", "00123"),
    (170, "00000", "1234567", "1234567"),
    (170, "00000", "1.5", "1.5"),
    (170, "0.00", "1.5", "1.5"),
    (14, "", "1", "1900-01-01"),
    (14, "", "61", "1900-03-01"),
    (14, "", "-1", "-1"),
    (14, "", "1E10", "10000000000"),
    (14, "", "soon", "soon"),
]  # fmt: skip


@pytest.mark.parametrize(("format_id", "code", "stored", "shown"), SHOWN)
def test_numbers_are_shown_as_their_format_says(
    format_id: int, code: str, stored: str, shown: str
) -> None:
    assert show_for(format_id, code, SINCE_1900)(stored) == shown


@pytest.mark.parametrize(
    ("properties", "day"), [("", 45470), ('<workbookPr date1904="1"/>', 44008)]
)
def test_days_are_read_in_either_calendar(properties: str, day: int) -> None:
    styles = (
        '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    )
    rows = row(f's="1"><v>{day}</v>', 's="0"><v>7</v>', 's="9"><v>8</v>')
    data = book(("s", rows), styles=styles, properties=properties)
    assert cells(read(data)) == [("2024-06-27", "7", "8")]


def test_cells_merged_downwards_say_the_same_in_each_row() -> None:
    rows = [
        ["명단"],
        HEADS,
        ["가나다", "협회", "x"],
        ["라마바", "", ""],
        ["사아자", "", "y"],
        ["차카타", "", ""],
    ]
    merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B5"/></mergeCells>'
    table = read(book(("s", sheet_data(rows) + merged)))
    assert [row.cells[1] for row in table.rows()] == ["협회", "협회", "협회", ""]


def test_the_first_sheet_with_anything_in_it_is_read_and_the_others_told() -> None:
    data = book(
        ("빈 시트", "<sheetData/>"),
        ("한국측", sheet_data([["성명"], ["홍길동"]])),
        ("미국측", sheet_data([["Name"], ["Jane Smith"]])),
    )
    table = read(data)
    assert (table.form.sheet, table.form.sheets) == ("한국측", ("빈 시트", "한국측", "미국측"))
    assert [f.phrase.said(words_in("en")) for f in table.findings] == [
        "The sheet “한국측” is read; not taken in: 미국측."
    ]
    assert cells(read(data, "미국측")) == [("Jane Smith",)]
    with pytest.raises(
        ForumDeskError, match="no sheet “x”; its sheets are: 빈 시트, 한국측, 미국측"
    ):
        read(data, "x")


def test_hidden_sheets_come_last() -> None:
    data = book(('a" state="hidden', sheet_data([["x"]])), ("b", sheet_data([["성명"], ["가"]])))
    assert read(data).form.sheet == "b"


def test_rows_and_cells_without_a_place_follow_each_other() -> None:
    rows = "<sheetData><row><c><v>1</v></c><c t='inlineStr'><is><t>성명</t></is></c></row>"
    table = read(book(("s", f"{rows}<row><c/><c><v>2</v></c></row></sheetData>")))
    assert (table.headings, cells(table)) == (("1", "성명"), [("", "2")])


def test_names_with_a_prefix_are_the_same() -> None:
    data = book(("s", sheet_data([HEADS, ["가나다", "", "x"]])))
    prefixed = packed(
        {
            **{f"xl/{n}": c for n, c in _parts(data).items()},
            "xl/worksheets/s1.xml": _parts(data)["worksheets/s1.xml"]
            .replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x="),
        }
    )  # fmt: skip
    assert cells(read(prefixed)) == [("가나다", "", "x")]


def _parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {n.removeprefix("xl/"): file.read(n).decode() for n in file.namelist()}


def test_what_is_no_spreadsheet_is_refused() -> None:
    for data, text in (
        (packed({"word/document.xml": "<w/>"}), "is no spreadsheet"),
        (packed({"content.xml": "<x/>"}), r"another kind \(.xlsb, .ods\); save it as .xlsx"),
        (b"PK\x03\x04 cut off", "is damaged or has a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", r"of the old kind \(.xls\)"),
        (book(("s", "<sheetData><row>")), "is damaged"),
        (book(("s", "<sheetData/>")), "is empty"),
        (book(), "is empty"),
    ):
        with pytest.raises(ForumDeskError, match=text):
            read(data)


def test_an_encoding_that_there_is_not_and_a_packing_of_another_day_are_refused() -> None:
    parts = {f"xl/{name}": text for name, text in _parts(book(("s", "<sheetData/>"))).items()}
    odd = '<?xml version="1.0" encoding="klingon"?>' + parts["xl/workbook.xml"]
    data = packed({**parts, "xl/workbook.xml": odd})
    future = bytearray(packed(parts))
    future[future.index(b"PK\x01\x02") + 6] = 199  # the version it takes to unpack
    for hostile in (data, bytes(future)):
        with pytest.raises(ForumDeskError, match="is damaged"):
            read(hostile)


def test_a_file_cut_off_anywhere_is_refused() -> None:
    data = book(("s", sheet_data([HEADS, *[[f"이름{at}", "x", "y"] for at in range(300)]])))
    for end in range(50, len(data) - 1, 97):
        with pytest.raises(ForumDeskError, match=r"list\.xlsx"):
            cells(read(data[:end]))


def test_more_columns_than_any_list_has_are_refused() -> None:
    far = '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'
    with pytest.raises(ForumDeskError, match="more columns than any list"):
        read(book(("s", far)))
    # Programs write the looks of empty cells out to the last column.
    styled = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row></sheetData>'
    assert read(book(("s", styled))).headings == ("1",)


SHOWABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=9
)


@given(st.lists(st.lists(SHOWABLE, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    texts = [cell.replace("_x", "") for row in rows for cell in row]
    made = [texts[at : at + 3] for at in range(0, len(texts), 3)]
    table = read(book(("s", sheet_data([HEADS, *made]))))
    assert cells(table) == [tuple(row) for row in made if any(row)]


def test_cells_beyond_the_headings_are_told() -> None:
    rows = [HEADS, *[["가나다", "협회", "x"]] * 3, ["라마바", "", "", "", "넘침"]]
    table = read(book(("s", sheet_data(rows))))
    assert [f.phrase.said(words_in("en")) for row in table.rows() for f in row.findings] == [
        "The row has more cells than there are headings (5, not 3); not taken in: 넘침."
    ]


def test_a_cell_longer_than_any_should_be_is_refused() -> None:
    with pytest.raises(ForumDeskError, match="is damaged"):
        read(book(("s", sheet_data([["성명"], ["가" * (1 << 20), "x"], ["가" * ((1 << 20) + 1)]]))))
