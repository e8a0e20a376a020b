# SPDX-License-Identifier: MIT
"""Signs at doors as a file: a page each, everything on it, as large as can be."""

from dataclasses import replace

import pytest

from forumdesk.domain.agenda import SessionKind
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.result import FindingKind, Rendered
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import at, titled
from tests.handouts.test_tagging import walk
from tests.handouts.timetabled import conference, held, talk

SIGNS = handout("door-signs")
LINK = "https://forum.example/2025"


def made(forum: Dossier, **given: object) -> Rendered:
    options = SIGNS.asked(given, options_for(forum))
    return render("door-signs", SIGNS.build(forum, options, Imprint()), options)


def full(count: int, **more: object) -> Dossier:
    """A room with so many sessions from eight o'clock on."""
    sessions = [
        (talk(f"n{n}", at(f"{8 + n // 4:02}:{n % 4 * 15:02}"), 15, **more), ("r1",))  # type: ignore[arg-type]
        for n in range(count)
    ]
    return held(*sessions)


LOOKS = [(paper.value, "modern") for paper in SIGNS.papers]


@pytest.mark.parametrize(("paper", "theme"), [*LOOKS, ("A4", "ministerial"), ("A4", "plain")])
@pytest.mark.parametrize("count", [1, 5, 30])
def test_a_sign_is_one_page_and_says_everything(paper: str, theme: str, count: int) -> None:
    forum = full(count)
    linked = replace(forum, edition=replace(forum.edition, link=LINK))
    rendered = made(linked, paper=paper, theme=theme, arrangement="en")
    (page,) = texts(rendered.data)
    assert "Hall 1" in page
    assert "Wednesday, September 3, 2025" in page
    assert LINK in page
    assert all(f"Talk n{n}" in page for n in range(count))
    assert not [f for f in rendered.findings if f.kind is FindingKind.CODE]


def test_few_sessions_lie_on_their_side() -> None:
    for count, upright in ((1, False), (3, False), (4, True)):
        box = reader(made(full(count)).data).pages[0].mediabox
        assert (box.height > box.width) is upright


def test_details_go_first_and_nothing_is_ever_cut() -> None:
    rendered = made(full(40))
    gone = {f.text for f in rendered.findings if f.kind is FindingKind.ABRIDGED}
    assert gone == {"grid-who", "grid-second"}
    many = full(64, title="on the long way from the laboratory to the factory, and all that " * 3)
    pages = texts(made(many, large_print=True, arrangement="en").data)
    assert len(pages) > 1
    assert all("Hall 1" in page for page in pages)
    assert all(any(f"Talk n{n} " in page for page in pages) for n in range(64))


def named(page: str) -> str:
    """The room whose sign a page is."""
    return next(name for name in ("Hall 1", "Hall 2") if name in page)


def test_a_sign_a_page_by_day_and_room() -> None:
    pages = texts(made(conference(2), arrangement="en").data)
    assert [named(page) for page in pages] == ["Hall 1", "Hall 2"]
    only = texts(made(conference(2), arrangement="en", room="Hall 2").data)
    assert [named(page) for page in only] == ["Hall 2"]


def test_long_names_break_no_word_and_markup_stays() -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd"> &amp; </para>'
    forum = held(
        (titled("a", "", typed, kind=SessionKind.PANEL, starts=at("09:00"), minutes=30), ("r1",))
    )
    name = "A hall whose name is as long as a name of a hall can be, which is 80 characters"
    room = replace(forum.rooms[0], name=Text.of(en=name))
    (page,) = texts(made(replace(forum, rooms=(room, *forum.rooms[1:])), arrangement="en").data)
    words = page.split()
    assert set(name.split()) <= set(words)
    assert "".join(typed.split()) in "".join(words)


def test_signs_are_tagged_and_a_missing_program_is_said() -> None:
    data = made(conference(2)).data
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=data)
    tags = [node["/S"] for node in walk(reader(data).root_object["/StructTreeRoot"]["/K"])]
    assert tags.count("/H1") == 4  # two signs in two languages
    assert "There is no session yet." in texts(made(held(), arrangement="en").data)[0]
