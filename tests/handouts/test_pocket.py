# SPDX-License-Identifier: MIT
"""The pocket agenda: eight pages of one sheet, made to fit, more sheets where they must be."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from forumdesk.domain.agenda import Session, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.contents.pocket import pocket_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.pocket import PocketContent
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import FindingKind, Rendered
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import NOON
from tests.handouts.imposition.paper import marks_of, pocketed, sheet_size
from tests.handouts.staged import staged

BOTH = Options(("ko", "en"))
ALONE = re.compile(r"(?m)^(\d{1,2})\s*$")  # the number of a page stands on a line of its own


def pocket(dossier: Dossier, **given: object) -> Rendered:
    options = options_from(given, BOTH)
    content = handout("pocket").build(dossier, options, Imprint(at=NOON))
    return render("pocket", content, options)


def said_by(made: Rendered) -> str:
    """All text in one line: of what stands upside down poppler makes a line of each word."""
    return " ".join(" ".join(texts(made.data)).split())


def dropped(made: Rendered) -> list[str]:
    return [f.text for f in made.findings if f.kind is FindingKind.DROPPED]


def crowded(count: int) -> Dossier:
    """The day with so many sessions more, each with a title and a talker of its own."""
    dossier = staged()
    model = next(s for s in dossier.sessions if s.parent is None and s.starts and s.minutes)
    talk = next(p for p in dossier.parts)
    more, parts = [], []
    for n in range(count):
        starts = model.starts + timedelta(minutes=5 * n)
        title = Text.of(ko=f"세션 {n}호", en=f"Session No. {n} of many")
        more.append(replace(model, id=f"x{n}", title=title, starts=starts, minutes=5))
        parts.append(replace(talk, id=f"xp{n}", session=f"x{n}"))
    return replace(
        dossier,
        sessions=(*dossier.sessions, *more),
        parts=(*dossier.parts, *parts),
    )


@pytest.mark.parametrize(("paper", "size"), [("A4", (297, 210)), ("Letter", (279.4, 215.9))])
def test_a_day_is_one_sheet_in_folded_order(paper: str, size: tuple[float, float]) -> None:
    made = pocket(staged(), paper=paper)
    assert made.pages == 1
    assert sheet_size(made.data) == pytest.approx(size, abs=0.01)
    [side] = marks_of(made.data, ALONE)
    book = pocketed(side, sheet_size(made.data))
    assert [page.number for page in book] == [0, 2, 3, 4, 5, 6, 7, 0]  # covers have no number
    assert all(page.up for page in book)


def test_everything_of_the_day_is_on_it_in_reading_order() -> None:
    made = pocket(staged())
    assert dropped(made) == []
    read = poppler("pdfinfo", "-struct-text", "-", data=made.data)
    content = handout("pocket").build(staged(), BOTH, Imprint(at=NOON))
    assert isinstance(content, PocketContent)
    sessions = [session for day in content.agenda.days for session in day.entries]
    titles = [dict(session.title)["ko"] for session in sessions]
    assert len(titles) > 3
    places = [read.index(f'"{title}') for title in titles]
    assert places == sorted(places)
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=made.data)
    assert pocket(staged()).data == made.data


def test_type_shrinks_before_names_go_and_names_before_a_language() -> None:
    small, least = pocket(crowded(20)), pocket(crowded(40))
    assert (small.pages, dropped(small)) == (1, [])
    assert [f for f in small.findings if f.kind is FindingKind.SHRUNK]
    assert (least.pages, dropped(least)) == (1, ["names", "second"])
    said = said_by(least)
    for n in range(40):
        assert f"세션 {n}호" in said


def test_long_notes_go_before_names_do_and_stay_where_there_is_room() -> None:
    text = Text.of(ko="안내 문장입니다. " * 90, en="A sentence of notes. " * 90)
    noted = replace(crowded(16), edition=replace(staged().edition, practical=text))
    made = pocket(noted)
    assert (made.pages, dropped(made)) == (1, ["further"])
    assert "세션 15호" in said_by(made)
    roomy = pocket(replace(staged(), edition=noted.edition))
    assert dropped(roomy) == []
    assert said_by(roomy).count("안내 문장입니다.") == 90


def test_for_whom_a_session_is_never_goes() -> None:
    """Not even where names and a language do; not in a title of an item either."""
    dossier = crowded(110)
    invited = tuple(
        replace(s, visibility=Visibility.INVITED) if s.id == "x7" or s.parent else s
        for s in dossier.sessions
    )
    made = pocket(replace(dossier, sessions=invited))
    assert dropped(made)
    assert "세션 7호 초청자 한정" in said_by(made)
    assert "초청자 한정" in said_by(
        pocket(replace(staged(), sessions=invited[: len(staged().sessions)]))
    )


def test_what_can_not_fit_goes_on_to_further_sheets_and_nothing_is_cut() -> None:
    made = pocket(crowded(120))
    assert made.pages > 1
    said = said_by(made)
    for n in range(120):
        assert f"세션 {n}호" in said
    assert f"1 / {made.pages}" in said
    books = [pocketed(side, sheet_size(made.data)) for side in marks_of(made.data, ALONE)]
    numbers = [page.number for book in books for page in book]
    shown = [n for n in numbers if n]
    assert shown == sorted(shown)
    assert numbers[:8] == [0, 2, 3, 4, 5, 6, 7, 8]
    found = {p.kind: p for p in preflight(crowded(120), BOTH, "pocket", made)}
    assert f"takes {made.pages} sheets" in found["pocket-sheets"].phrase.said(words_in("en"))


def test_three_sessions_leave_pages_to_write_on() -> None:
    sessions = staged().sessions[:3]
    parts = tuple(p for p in staged().parts if p.session in {s.id for s in sessions})
    made = pocket(replace(staged(), sessions=sessions, parts=parts))
    assert made.pages == 1
    assert said_by(made).count("메모") >= 3


def test_a_forum_without_sessions_or_days_is_a_sheet_too() -> None:
    edition = replace(staged().edition, first_day=None, last_day=None)
    made = pocket(replace(staged(), sessions=(), parts=(), edition=edition))
    assert made.pages == 1
    assert "no-sessions" in {
        p.kind for p in preflight(replace(staged(), sessions=(), parts=()), BOTH, "pocket", made)
    }


def test_contact_emergency_and_link_are_on_the_back() -> None:
    edition = replace(
        staged().edition,
        contact=Text.of(ko="사무국 02-123-4567", en="Secretariat +82-2-123-4567"),
        link="https://example.org/2025",
    )
    help_ = Passage(
        "h", edition.id, PassageKind.EMERGENCY, text=Text.of(en="112 | Police\nKeep calm.")
    )
    made = pocket(replace(staged(), edition=edition, passages=(help_,)))
    said = said_by(made)
    assert "사무국 02-123-4567" in said
    assert "Secretariat +82-2-123-4567" in said
    assert re.search(r"112\s+Police", said)
    assert "Keep calm" not in said  # the program has room for it
    links = [link.get_object() for link in reader(made.data).pages[0]["/Annots"]]
    link = next(link for link in links if "example.org/2025" in link["/A"]["/URI"])
    wide, tall = (float(side) for side in reader(made.data).pages[0].mediabox[2:])
    left, low, right, top = (float(side) for side in link["/Rect"])
    assert wide / 2 < left < right < wide * 3 / 4  # the third panel of the lower row
    assert 0 < low < top < tall / 2


def test_a_contact_longer_than_a_page_takes_pages_before_it() -> None:
    contact = Text.of(ko="\n\n".join(f"{n}번 연락처 이름과 전화" for n in range(60)))
    made = pocket(replace(staged(), edition=replace(staged().edition, contact=contact)))
    said = said_by(made)
    assert all(f"{n}번 연락처" in said for n in range(60))


def test_markup_is_printed_as_typed_and_long_titles_fit() -> None:
    title = Text.of(ko="A&B <b>포럼</b> " + "아주긴이름" * 16, en="X" * 80)
    dossier = staged()
    made = pocket(replace(dossier, edition=replace(dossier.edition, title=title)))
    assert made.pages == 1
    assert "A&B <b>포럼</b>" in said_by(made)


def test_the_cover_says_which_day_and_room_it_is_of(sample: Dossier) -> None:
    day, room = sample.days[0], sample.rooms[0]
    options = options_from({"day": day.isoformat(), "room": room.id, "arrangement": "en"})
    content = pocket_content(sample, options, Imprint())
    [only] = content.agenda.days
    assert content.sheet.dates == only.date
    assert content.sheet.place[0][1].startswith(f"{room.name['en']} · ")
    whole = pocket_content(sample, options_from({"arrangement": "en"}), Imprint())
    assert room.name["en"] not in whole.sheet.place[0][1]


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_one_language_stands_alone(theme: str) -> None:
    said = said_by(pocket(staged(), arrangement="en", theme=theme))
    assert not re.search("[가-힣]", said)


def test_preflight_says_how_to_fold_and_looks_at_what_is_printed() -> None:
    made = pocket(staged())
    found = preflight(staged(), BOTH, "pocket", made)
    told = {p.kind: p.phrase.said(words_in("en")) for p in found}
    steps = [told[kind][:7] for kind in ("fold-1", "fold-2", "fold-3")]
    assert steps == ["1. Fold", "2. Cut ", "3. Push"]
    fields = {p.subject.field for p in found if p.kind == "translation"}
    assert not fields & {"summary", "office"}


def test_what_is_not_there_is_not_dropped() -> None:
    bare: tuple[Session, ...] = tuple(replace(s, parent=None) for s in staged().sessions)
    content = pocket_content(
        replace(staged(), sessions=bare, parts=()), options_from({"arrangement": "en"}), Imprint()
    )
    assert content.details == ()
