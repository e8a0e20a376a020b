# SPDX-License-Identifier: MIT
"""Lists as CSV: what spreadsheets open rightly, run nothing of, and give back as it was."""

import csv
import io
import itertools
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.roster import Asked, Roster
from forumdesk.domain.safe_cells import unguarded
from forumdesk.domain.wording import clean
from forumdesk.domain.words import words_in
from forumdesk.exchange.csv_out import csv_pieces
from tests.exchange.people import forum


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [[unguarded(cell) for cell in row] for row in rows]


def test_a_list_as_excel_opens_it() -> None:
    columns = ("number", "hangul", "phone", "office", "organization.en", "status-on", "notes")
    roster = Roster(forum(), Asked(columns=columns, languages=("en",)), words_in("en"))
    data = b"".join(csv_pieces(roster.head, roster.rows()))
    assert data.decode("utf-8-sig").split("\r\n") == [
        "No.,Name (Hangul),Telephone,Office (English),Organization (English),Status since,Notes",
        '7,홍길동,+82 2-123-4567,"Chairman, CEO",Korea Association,2027-05-01,'
        '"first line\nsecond line"',
        "8,,,,'=cmd|' /C calc'!A0,,",
        "",
    ]
    assert read(data)[2][4] == "=cmd|' /C calc'!A0"


def test_values_stand_as_text_that_is_read_the_same_everywhere() -> None:
    row = (7, date(2027, 6, 24), datetime(2027, 6, 24, 9, 5, 30), "")
    assert read(b"".join(csv_pieces("abcd", [row])))[1] == [
        "7",
        "2027-06-24",
        "2027-06-24 09:05",
        "",
    ]


CELLS = st.text(st.characters() | st.sampled_from("=+-@'\",;\n\t\r"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_any_text_comes_back(rows: list[list[str]]) -> None:
    found = read(b"".join(csv_pieces(("a", "b"), rows)))
    assert found[1:] == [[clean(cell) for cell in row] for row in rows]


def test_control_characters_and_half_characters_stop_nothing() -> None:
    data = b"".join(csv_pieces(["n"], [["a\x00\x07\ud800\u202eb\u2028c"]]))
    assert read(data)[1] == ["ab\nc"]


def test_rows_are_written_as_they_come() -> None:
    asked = []
    rows = (asked.append(n) or [str(n)] for n in range(10**9))  # type: ignore[func-returns-value]
    pieces = csv_pieces(["n"], rows)
    sizes = [len(piece) for piece in itertools.islice(pieces, 3)]
    assert len(asked) == 2000
    assert max(sizes) < 10_000
