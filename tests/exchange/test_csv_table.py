# SPDX-License-Identifier: MIT
"""Text files of any dialect as tables."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.safe_cells import guarded
from forumdesk.domain.tables import Table
from forumdesk.domain.words import words_in
from forumdesk.exchange import tables
from forumdesk.exchange.tables import Choices


def read(text: str | bytes, **choices: object) -> Table:
    data = text.encode() if isinstance(text, str) else text
    return tables.read(data, "list.csv", Choices(**choices))  # type: ignore[arg-type]


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows()]


def messages(table: Table) -> list[tuple[int, str]]:
    found = [*table.findings, *(f for row in table.rows() for f in row.findings)]
    return [(f.line, f.phrase.said(words_in("en"))) for f in found]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_delimiter_and_line_end_is_found(sign: str, end: str) -> None:
    rows = [("성명", "소속", "직위"), ("홍길동", "협회, 서울; 본부", "부회장"), ("Kim", "", "x")]
    text = io.StringIO()
    csv.writer(text, delimiter=sign, lineterminator=end).writerows(rows)
    table = read(text.getvalue())
    assert (table.form.delimiter, table.form.sure) == (sign, True)
    assert (table.headings, cells(table)) == (rows[0], rows[1:])
    assert [row.line for row in table.rows()] == [2, 3]
    assert cells(table) == cells(table)  # read again from the beginning


def test_quoted_cells_keep_line_ends_delimiters_and_quotes() -> None:
    table = read('성명,주소\n"홍길동","서울 ""중구""\n을지로, 1"\n김철수,부산\n')
    assert cells(table) == [("홍길동", '서울 "중구"\n을지로, 1'), ("김철수", "부산")]
    assert [row.line for row in table.rows()] == [2, 4]


def test_a_delimiter_chosen_by_hand_or_said_by_the_file_is_taken() -> None:
    assert cells(read("성명,소속;직위\n가,나;다\n", delimiter=";")) == [("가,나", "다")]
    table = read("sep=;\n성명;소속\n가;나,다\n")
    assert (table.headings, table.line) == (("성명", "소속"), 2)
    assert [(row.line, row.cells) for row in table.rows()] == [(3, ("가", "나,다"))]


def test_one_column_is_a_table_too() -> None:
    table = read("성명\n홍길동\n김철수\n")
    assert (table.headings, cells(table), table.form.sure) == (
        ("성명",),
        [("홍길동",), ("김철수",)],
        True,
    )


def test_two_signs_that_make_a_table_alike_are_not_sure() -> None:
    assert not read("a;b,c;d\ne;f,g;h\n").form.sure


def test_ragged_rows_are_told_and_nothing_of_them_is_lost() -> None:
    table = read("성명,소속,직위\n홍길동\n김철수,협회,부장,서울,본부\n박영희,협회,과장,,\n")
    assert cells(table) == [
        ("홍길동", "", ""),
        ("김철수", "협회", "부장", "서울", "본부"),
        ("박영희", "협회", "과장"),
    ]
    assert messages(table) == [
        (2, "The row has fewer cells than there are headings (1, not 3); the last are empty."),
        (
            3,
            "The row has more cells than there are headings (5, not 3); not taken in: 서울 | 본부.",
        ),
    ]


def test_blank_rows_are_left_out_and_lines_stay_right() -> None:
    table = read("성명,소속\n\n홍길동,협회\n,\n\n김철수,협회\n,,\n\n\n")
    assert [row.line for row in table.rows()] == [3, 6]


def test_a_list_of_headings_alone_has_no_rows() -> None:
    assert cells(read("성명,소속\n")) == []
    assert cells(read("성명,소속")) == []


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\r\n", b"\xff\xfe", b"\0\0"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ForumDeskError, match=r"list.csv is empty; nothing was imported"):
        read(data)


def test_titles_over_the_headings_are_told() -> None:
    table = read("제1회 포럼 참석자 명단,,\n2024. 6. 27.,,\n\n성명,소속,직위\n홍길동,협회,부장\n")
    assert (table.headings, table.line) == (("성명", "소속", "직위"), 4)
    assert cells(table) == [("홍길동", "협회", "부장")]
    assert messages(table) == [
        (1, "The line “제1회 포럼 참석자 명단” stands over the headings and was not taken in."),
        (2, "The line “2024. 6. 27.” stands over the headings and was not taken in."),
    ]


def test_doubled_and_empty_headings_are_kept_and_the_doubled_told() -> None:
    table = read("성명,이메일,,이메일\n홍길동,a@b.kr,x,c@d.kr\n")
    assert table.headings == ("성명", "이메일", "", "이메일")
    assert messages(table) == [(1, "The heading “이메일” stands over 2 columns.")]


def test_a_list_without_headings_begins_with_its_first_row() -> None:
    table = read("홍길동,a@b.kr,010-1234-5678\n김철수,c@d.kr,010-2345-6789\n")
    assert (table.headings, table.line) == (("", "", ""), 0)
    assert len(cells(table)) == 2


def test_a_cell_without_end_is_refused_with_its_line() -> None:
    text = '성명,소속\n홍길동,협회\n김철수,"' + "부장\n" * 60_000
    with pytest.raises(ForumDeskError, match=r"list.csv, line 3: a cell is longer than any"):
        cells(read(text))


def test_a_file_larger_than_any_list_is_refused() -> None:
    with pytest.raises(ForumDeskError, match=r"larger than 128 MiB"):
        read(b"a" * ((128 << 20) + 1))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"\xef\xbb\xbf <html><table>", b"\x89PNG\r\n", b"<?xml version='1.0'?>"]
)
def test_what_only_calls_itself_a_list_is_refused(data: bytes) -> None:
    with pytest.raises(ForumDeskError, match=r"list.csv is no list, whatever its name says"):
        read(data)


def test_nul_characters_are_told() -> None:
    table = read("성명,소속\n홍\0길동,협회\n김철수,협회\n")
    assert messages(table) == [
        (2, "The row has characters without a meaning (NUL); they were left out.")
    ]


def test_replaced_characters_are_told_row_by_row_after_consent() -> None:
    data = "성명,소속\n홍길동,협회\n".encode() + b"\xff\xff,x\n" + "김철수,협회\n".encode()
    with pytest.raises(ForumDeskError, match="line 3: the byte 0xFF"):
        read(data)
    table = read(data, replace=True)
    assert cells(table)[1] == ("\ufffd\ufffd", "x")
    assert messages(table) == [(3, "Some characters of the row can't be read and stand as \ufffd.")]


def test_characters_that_were_lost_before_are_told_too() -> None:
    table = read("성명,소속\n홍\ufffd동,협회\n")
    assert [f.severity for row in table.rows() for f in row.findings] == [Severity.WARNING]


def test_pasted_cells_are_read() -> None:
    table = tables.pasted('성명\t소속\r\n홍길동\t"협회\n서울"\r\n', "clipboard")
    assert (table.form.kind, table.headings) == ("cells", ("성명", "소속"))
    assert cells(table) == [("홍길동", "협회\n서울")]
    assert cells(tables.pasted("성명\n홍길동\n", "clipboard")) == [("홍길동",)]
    with pytest.raises(ForumDeskError, match="clipboard is empty"):
        tables.pasted(" \n", "clipboard")


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffd"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_was_written_is_read(encoding: str, rows: list[list[str]]) -> None:
    """Any text at all, guarded against formulas as lists going out are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["성명", "소속", "직위"])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    table = tables.read(text.getvalue().encode(encoding), "list.csv")
    assert table.headings == ("성명", "소속", "직위")
    assert cells(table) == [tuple(row) for row in rows if any(row)]
