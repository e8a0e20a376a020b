# SPDX-License-Identifier: MIT
"""Sign-in sheets: a row to sign for each, its code, and room for those who come unannounced."""

from dataclasses import replace
from itertools import pairwise

import pytest

from forumdesk.domain.codes import number_of_row
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import Invitation
from forumdesk.handouts.attendees import sign_in_story
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.contents.sign_in import sign_in_content
from forumdesk.handouts.document import Document
from forumdesk.handouts.flow.boxes import RuleMark
from forumdesk.handouts.lists import ListRow, SignInContent
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.render import look
from tests.handouts.conftest import reader, texts
from tests.handouts.crowds import PRIVATE, coming, crowd, with_secrets
from tests.handouts.dossiers import every_text
from tests.handouts.test_tagging import walk

BOTH = Options(("ko", "en"))
EN = Options(("en",), Arrangement.SINGLE)
MM = 72 / 25.4
THEMES = ["modern", "ministerial", "plain"]


def content(dossier: Dossier, options: Options = EN) -> SignInContent:
    return sign_in_content(dossier, options, Imprint())


def rows(dossier: Dossier, options: Options = EN) -> list[ListRow]:
    return [row for group in content(dossier, options).groups for row in group.rows]


def pages(dossier: Dossier, options: Options = EN) -> list[str]:
    return texts(render("sign-in", content(dossier, options), options).data)


def test_every_side_has_sheets_of_its_own() -> None:
    found = pages(crowd(60), BOTH)
    korean = [page for page in found if "한국 측" in page]
    assert not [page for page in korean if "미국 측" in page]
    assert len(found) > len(korean) > 1
    assert all("참석자 서명부" in page and "Sign-in sheet" in page for page in found)
    assert all(f"{n} / {len(found)}" in page for n, page in enumerate(found, 1))
    assert all("서명" in page and "Signature" in page for page in found)


def test_rows_bear_codes_that_are_read_back() -> None:
    codes = [row.code for row in rows(crowd(30))]
    assert sorted(number_of_row(code) or 0 for code in codes) == list(range(1, 31))
    assert all(code in "".join(pages(crowd(30))) for code in codes)
    assert [row.code for row in rows(crowd(0, coming(0, number=None)))] == [""]


def test_who_is_expected_is_asked_for() -> None:
    guests = [coming(n, status=status) for n, status in enumerate(Invitation)]
    dossier = crowd(0, *guests)
    assert {row.code[:-1] for row in rows(dossier)} == {"3", "4"}
    marked = {row.code: row.status for row in rows(dossier) if row.marked}
    assert list(marked.values()) == [(("en", "Tentative"),)]
    everybody = replace(EN, expected=tuple(Invitation))
    assert len(rows(dossier, everybody)) == len(Invitation)


def heights(dossier: Dossier, options: Options) -> list[float]:
    """The distances between the rules that rows end with, in millimetres, page by page."""
    made = Document(content(dossier, options).sheet, look(options, sheet="sign-in"))
    made.add(sign_in_story(content(dossier, options)))
    found = []
    for page in made.pages():
        lines = [
            top - strip.above + mark.y
            for top, strip in page.strips
            for mark in strip.marks
            if isinstance(mark, RuleMark)
        ]
        found += [(a - b) / MM for a, b in pairwise(lines[1:])]
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A5])
@pytest.mark.parametrize("options", [BOTH, EN], ids=["both", "en"])
def test_rows_are_high_enough_to_sign_in(theme: str, paper: Paper, options: Options) -> None:
    found = heights(crowd(30), replace(options, theme=theme, paper=paper))
    assert len(found) > 30
    assert min(found) >= 9


@pytest.mark.parametrize("blanks", [0, 3, 12])
def test_blank_rows_follow_those_who_are_expected(blanks: int) -> None:
    few = replace(EN, list_order=ListOrder.NAME, blank_rows=blanks)
    assert len(heights(crowd(4), few)) == 4 + blanks


def test_a_forum_without_participants_has_blank_rows() -> None:
    empty = pages(crowd(0), BOTH)
    assert len(empty) == 1
    assert "서명" in empty[0]
    assert len(heights(crowd(0), BOTH)) == BOTH.blank_rows


def test_how_to_type_codes_back_is_said_in_both_languages() -> None:
    first = pages(crowd(4), BOTH)[0].replace("\n", " ")
    assert "ForumDesk에 입력하십시오" in first
    assert "type the codes of the signed rows into ForumDesk" in first


def test_nothing_private_stands_on_a_sheet_that_all_sign() -> None:
    made = content(with_secrets(crowd(12)), BOTH)
    assert not [text for text in every_text(made) if PRIVATE in text]


def test_the_file_is_tagged_with_an_outline_of_sides() -> None:
    made = reader(render("sign-in", content(crowd(6), BOTH), BOTH).data)
    tags = [node["/S"] for node in walk(made.root_object["/StructTreeRoot"]["/K"])]
    assert tags.count("/Table") == 2
    assert tags.count("/TH") == 10
    assert [item.title for item in made.outline] == [
        *("참석자 서명부 · 한국 측", "참석자 서명부 · 미국 측"),
    ]


def test_bodies_and_offices_are_in_every_language_they_have() -> None:
    found = rows(crowd(30), BOTH)
    assert {len(row.organization) for row in found if row.organization} == {2}
    assert {len(row.office) for row in rows(crowd(30)) if row.office} == {1}
