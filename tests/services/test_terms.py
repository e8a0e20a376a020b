# SPDX-License-Identifier: MIT
"""Terms of a series: typed, pasted from a spreadsheet, put in order, each as one step."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.printed import Term
from forumdesk.domain.reading import dossier
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.services import terms
from tests.services.small import Small, label


def said(small: Small) -> list[tuple[str, str]]:
    """The terms of the series, in order."""
    found = small.desk.find(Term, series=small.series.id)
    return [(term.text.get("ko", ""), term.text.get("en", "")) for term in found]


def pasted(small: Small, text: str) -> list[Term]:
    return terms.paste_terms(small.desk, small.series.id, text)


def test_a_term_is_added_after_the_others_changed_and_removed(small: Small) -> None:
    desk, series = small.desk, small.series.id
    first = terms.add_term(desk, series, Text.of(ko="수율", en="yield"), {})
    second = terms.add_typed_term(desk, series, "text.en", "wafer")
    assert label(desk) == "Add term “wafer”"
    terms.set_term_cell(desk, second.id, "text.ko", "웨이퍼")
    terms.change_term(desk, first.id, {"note": Text.of(en="the share of good dies")})
    assert said(small) == [("수율", "yield"), ("웨이퍼", "wafer")]
    terms.order_terms(desk, series, [second.id])
    assert said(small) == [("웨이퍼", "wafer"), ("수율", "yield")]
    terms.remove_terms(desk, [first.id])
    assert label(desk) == "Remove term “yield”"
    assert said(small) == [("웨이퍼", "wafer")]
    desk.undo()
    assert dossier(desk, small.edition.id).terms == tuple(desk.find(Term, series=series))
    assert len(said(small)) == 2


def test_pasted_lines_are_one_step(small: Small) -> None:
    made = pasted(small, "고대역폭 메모리\thigh-bandwidth memory\n수율\tyield\tgood dies\r\n\n")
    assert label(small.desk) == "Paste 2 terms"
    assert said(small) == [("고대역폭 메모리", "high-bandwidth memory"), ("수율", "yield")]
    assert [term.note for term in made] == [EMPTY, Text.of(en="good dies")]
    small.desk.undo()
    assert said(small) == []


@pytest.mark.parametrize(
    "text",
    [
        "foundry\t파운드리\nyield\t수율",
        "English\t한국어\nfoundry\t파운드리\nyield\t수율",
        "en\tko\tnote\nfoundry\t파운드리\t\nyield\t수율\t",
        "영어,한국어\nfoundry,파운드리\nyield,수율",
        '"foundry"\t"파운드리"\nyield\t수율',
    ],
)
def test_columns_are_told_by_heading_or_script(small: Small, text: str) -> None:
    pasted(small, text)
    assert said(small) == [("파운드리", "foundry"), ("수율", "yield")]


def test_a_term_that_is_there_is_not_added_again_but_completed(small: Small) -> None:
    pasted(small, "수율\nHBM\tHBM")
    again = pasted(small, "수율\tyield\nHBM\tHBM\n수율\treturn")
    assert [term.text["en"] for term in again] == ["return"]
    assert said(small) == [("수율", "yield"), ("HBM", "HBM"), ("수율", "return")]


def test_a_quotation_mark_alone_is_part_of_a_term(small: Small) -> None:
    # More than a field of a table may hold, should the mark begin one.
    long = "\n".join(f"용어 {n}\tterm {n} {'x' * 150}" for n in range(900))
    pasted(small, f'"소부장\tmaterials\n{long}')
    assert ('"소부장', "materials") in said(small)
    assert len(said(small)) == 901


def test_nothing_to_paste_is_said(small: Small) -> None:
    for text in ("", " \t \n", "한국어\tEnglish"):
        with pytest.raises(ForumDeskError, match="no term"):
            pasted(small, text)
    assert said(small) == []


def test_cells_are_typed_over_with_the_paste_and_emptied(small: Small) -> None:
    desk, series = small.desk, small.series.id
    old = terms.add_term(desk, series, Text.of(ko="웨이퍼"), {})
    terms.paste_terms(desk, series, "칩렛\tchiplet", cells=[(old.id, "text.en", "wafer")])
    assert said(small) == [("웨이퍼", "wafer"), ("칩렛", "chiplet")]
    cells = [(old.id, "text.ko"), (old.id, "text.en")]
    terms.empty_term_cells(desk, cells)
    assert label(desk) == "Empty 2 cells"
    assert said(small) == [("칩렛", "chiplet")]
    desk.undo()
    assert said(small) == [("웨이퍼", "wafer"), ("칩렛", "chiplet")]


@pytest.mark.parametrize("column", ["position", "text", "note.", ""])
def test_other_columns_are_refused(small: Small, column: str) -> None:
    with pytest.raises(ForumDeskError, match="Nothing can be typed"):
        terms.add_typed_term(small.desk, small.series.id, column, "x")
    assert said(small) == []
