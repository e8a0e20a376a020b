# SPDX-License-Identifier: MIT
"""Lists as XLSX: typed cells, nothing run or linked, ready to filter."""

import io
import re
import tracemalloc
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from forumdesk.domain.roster import Asked, Roster, Value
from forumdesk.domain.words import words_in
from forumdesk.exchange.xlsx_out import MOST, SheetTable, write_xlsx
from tests.exchange.people import forum

NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)
SPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def written(
    head: Sequence[str], rows: Iterable[Sequence[Value]], **more: object
) -> zipfile.ZipFile:
    file = io.BytesIO()
    usual = {"name": "제1회 포럼", "made": NOON}
    write_xlsx(SheetTable(head=head, rows=rows, **{**usual, **more}), file)  # type: ignore[arg-type]
    return zipfile.ZipFile(file)


def sheet(file: zipfile.ZipFile) -> ElementTree.Element:
    return ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))


def cells(file: zipfile.ZipFile) -> dict[str, tuple[str, str]]:
    """The type and value of each cell as the file has them."""
    found = {}
    for cell in sheet(file).iterfind(".//s:c", SPACE):
        text = "".join(cell.itertext())
        found[cell.attrib["r"]] = (cell.attrib.get("t", "n"), text)
    return found


def test_cells_have_types() -> None:
    row = (7, "007", "+82 10", date(2027, 6, 24), datetime(2027, 6, 24, 12), "=1+1", "")
    found = cells(written("abcdefg", [row]))
    assert found["A2"] == ("n", "7")
    assert found["B2"] == ("inlineStr", "007")
    assert found["C2"] == ("inlineStr", "+82 10")
    assert found["D2"] == ("n", "46562")
    assert found["E2"] == ("n", "46562.5")
    assert found["F2"] == ("inlineStr", "=1+1")
    assert "G2" not in found


@pytest.mark.parametrize(
    "text", ["=A1", "@x", "http://evil.example", "mailto:a@b.c", "{=1}", "_x0041_"]
)
def test_text_stays_text(text: str) -> None:
    file = written("a", [[text]])
    kind, said = cells(file)["A2"]
    assert kind == "inlineStr"
    assert said == text.replace("_x", "_x005F_x")
    source = file.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in source
    assert "hyperlink" not in source


def test_control_characters_and_days_before_calendars_stop_nothing() -> None:
    row = ("a\x00\x1f\ud800\ufffeb", date(1899, 5, 1), datetime(1000, 1, 1, 9))
    found = cells(written("abc", [row]))
    assert found["A2"][1].replace("_xFFFE_", "") == "ab"
    assert [found[key] for key in ("B2", "C2")] == [
        ("inlineStr", "1899-05-01"),
        ("inlineStr", "1000-01-01 09:00"),
    ]


def test_too_long_a_text_is_cut_and_told_of() -> None:
    file = io.BytesIO()
    table = SheetTable("x", ["a"], [["가" * (MOST + 5)], ["b" * MOST]], NOON)
    assert write_xlsx(table, file) == 1
    found = cells(zipfile.ZipFile(file))
    assert len(found["A2"][1]) == len(found["A3"][1]) == MOST
    assert found["A2"][1].endswith("가…")


def test_the_sheet_is_ready_to_be_filtered_and_its_columns_are_as_wide_as_their_words() -> None:
    asked = Asked(columns=("number", "hangul", "office.ko", "organization.en"), languages=("ko",))
    roster = Roster(forum(), asked, words_in("ko"))
    assert roster.fixed == 2
    file = written(roster.head, roster.rows(), fixed=roster.fixed)
    tree = sheet(file)
    assert tree.find(".//s:autoFilter", SPACE).attrib["ref"] == "A1:D3"  # type: ignore[union-attr]
    pane = tree.find(".//s:pane", SPACE)
    assert pane is not None
    assert (pane.attrib["xSplit"], pane.attrib["ySplit"], pane.attrib["state"]) == (
        "2",
        "1",
        "frozen",
    )
    widths = [float(c.attrib["width"]) for c in tree.iterfind(".//s:col", SPACE)]
    assert widths[0] < widths[1] < widths[3]
    wide = written(["홍"], [["홍" * 20]])
    narrow = written(["h"], [["h" * 20]])
    first = [float(sheet(f).find(".//s:col", SPACE).attrib["width"]) for f in (wide, narrow)]  # type: ignore[union-attr]
    assert first[0] == pytest.approx(2 * first[1], rel=0.1)


def test_the_file_names_no_user_and_is_the_same_each_time() -> None:
    one, other = (written("ab", [["a", 1]]) for _ in range(2))
    for name in one.namelist():
        assert one.read(name) == other.read(name)
    about = one.read("docProps/core.xml").decode()
    assert "제1회 포럼" in about
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", about) in ([], [""])


@pytest.mark.parametrize("name", ["a/b:c*?[x]\\", "'", "", "가" * 60, "History"])
def test_any_title_names_a_sheet(name: str) -> None:
    book = written("a", [["x"]], name=name).read("xl/workbook.xml").decode()
    (title,) = re.findall(r'<sheet name="(.*?)"', book)
    assert 0 < len(title) <= 31


def test_memory_does_not_grow_with_the_list() -> None:
    def peak(rows: int) -> int:
        tracemalloc.start()
        write_xlsx(
            SheetTable("x", ["a", "b"], ([f"n{n}", n] for n in range(rows)), NOON), io.BytesIO()
        )
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(8000) < 1.5 * peak(1000) + 300_000
