# SPDX-License-Identifier: MIT
"""Personal agendas: what each may be at, their own parts, cards that go on on others."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.agenda import Part, Role, Session, SessionKind, SessionRoom, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import Invitation, OrganizationKind
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.wording import Text
from forumdesk.handouts.cards.agenda_content import AgendaCard, AgendaLine
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.personal import personal_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options, Paper, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import FindingKind
from tests.handouts.cards import guest, of
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import at, titled
from tests.handouts.staged import staged

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))


def cards(dossier: Dossier, options: Options = EN) -> dict[str, AgendaCard]:
    content = personal_content(dossier, options, Imprint())
    return {c.participation: c for c in content.cards if isinstance(c, AgendaCard)}


def en(wording: Wording) -> str:
    return dict(wording).get("en", wording[0][1] if wording else "")


def lines(card: AgendaCard) -> Iterator[AgendaLine]:
    for day in card.days:
        yield from day.lines


def said(card: AgendaCard) -> list[tuple[str, str, str]]:
    return [(line.clock, en(line.title), en(line.mine)) for line in lines(card)]


def rooms(*pairs: tuple[str, str]) -> tuple[SessionRoom, ...]:
    return tuple(SessionRoom(f"{session}-{room}", session, room) for session, room in pairs)


def session(key: str, clock: str, **given: Any) -> Session:
    return titled(key, "", key.capitalize(), starts=at(clock), minutes=60, **given)


def parallel(**given: Any) -> Dossier:
    """A plenary, two talks at once with a break beside them, and what not everybody may see."""
    sessions = (
        session("plenary", "09:00"),
        session("left", "10:00"),
        session("right", "10:00"),
        session("invited", "12:00", visibility=Visibility.INVITED),
        session("briefing", "13:00", visibility=Visibility.PRESS),
        session("closed", "14:00", visibility=Visibility.CLOSED),
        session("staff", "15:00", kind=SessionKind.INTERNAL),
        session("dinner", "18:00", kind=SessionKind.DINNER, visibility=Visibility.INVITED),
    )
    made = of(
        guest(1, "Ada Guest"),
        guest(2, "Bob Press", category="Press"),
        guest(3, "Cy Companion", companion_of="p1"),
        guest(4, "Di Speaker"),
    )
    return replace(
        made,
        sessions=sessions,
        parts=(
            Part("talk", "left", "p4", Role.PRESENTS, minutes=20),
            Part("quiet", "closed", "p4", Role.CHAIRS),
        ),
        session_rooms=rooms(("left", "hall"), ("right", "attic"), ("plenary", "hall")),
        **given,
    )


def test_a_guest_sees_what_is_open_and_what_is_parallel_together() -> None:
    card = cards(parallel())["p1"]
    assert said(card) == [
        ("09:00–10:00", "Plenary", ""),
        ("10:00–11:00", "Parallel sessions", ""),
        ("12:00–13:00", "Invited (By invitation)", ""),
        ("18:00–19:00", "Dinner (By invitation)", ""),
    ]
    together = list(lines(card))[1]
    assert [(one.clock, en(one.title), en(one.detail)) for one in together.inside] == [
        ("", "Left", "Hall"),
        ("", "Right", "Attic"),
    ]


def test_who_has_a_part_sees_it_and_not_what_goes_on_elsewhere() -> None:
    card = cards(parallel())["p4"]
    assert said(card) == [
        ("09:00–10:00", "Plenary", ""),
        ("10:00–11:00", "Left", "Presentation · 20 min"),
        ("12:00–13:00", "Invited (By invitation)", ""),
        ("14:00–15:00", "Closed", "Chair"),
        ("18:00–19:00", "Dinner (By invitation)", ""),
    ]


def test_who_is_known_to_be_invited_reads_no_mark() -> None:
    dossier = parallel()
    part = Part("toast", "invited", "p1", Role.HOSTS_TABLE)
    plan = Seating("plan", "edition", Text.of(en="Dinner"), Layout.ROUND, "dinner")
    seated = replace(
        dossier,
        parts=(*dossier.parts, part),
        seatings=(plan,),
        seats=(Seat("seat", "plan", 3, 7, "p1"),),
    )
    titles = [title for _, title, _ in said(cards(seated)["p1"])]
    assert titles[-2:] == ["Invited", "Dinner"]
    both = cards(dossier, BOTH)["p1"]
    marked = next(line for line in lines(both) if "Dinner" in en(line.title))
    assert dict(marked.title)["ko"].endswith("(초청자 한정)")


def test_the_press_and_companions_see_their_own() -> None:
    found = cards(parallel())
    assert [title for _, title, _ in said(found["p2"])] == [
        "Plenary",
        "Parallel sessions",
        "Briefing",
    ]
    assert [title for _, title, _ in said(found["p3"])] == [
        "Plenary",
        "Parallel sessions",
        "Dinner (By invitation)",
    ]
    dossier = parallel()
    (body,) = (b for b in dossier.organizations if b.id == "sia")
    bodies = tuple(
        replace(b, kind=OrganizationKind.PRESS) if b.id == body.id else b
        for b in dossier.organizations
    )
    assert "Briefing" in [
        t for _, t, _ in said(cards(replace(dossier, organizations=bodies))["p1"])
    ]


def test_many_parallel_sessions_are_told_by_number() -> None:
    dossier = parallel()
    many = tuple(session(f"talk{n}", "10:00") for n in range(40))
    held = rooms(*((one.id, "attic") for one in many), ("left", "hall"))
    dossier = replace(dossier, sessions=(*dossier.sessions[:2], *many), session_rooms=held)
    assert said(cards(dossier)["p1"])[1] == (
        "10:00–11:00",
        "41 sessions in parallel; see the program.",
        "",
    )


def test_items_with_an_own_part_are_marked_inside_theirs() -> None:
    own = lines(cards(staged())["p-hong"])
    opening = next(line for line in own if en(line.title) == "Opening")
    assert [(one.clock, en(one.title)) for one in opening.inside] == [
        ("09:00", "Opening remarks · 10 min"),
        ("09:20", "Congratulatory remarks"),
    ]
    assert opening.mine == ()


def test_seats_side_and_contact() -> None:
    dossier = parallel(
        sides=(Side("us", "edition", Text.of(en="United States")),),
        seatings=(Seating("plan", "edition", Text.of(en="Dinner"), Layout.ROUND, "dinner"),),
        seats=(Seat("seat", "plan", 3, 7, "p1"),),
    )
    sided = tuple(
        replace(p, side="us", table_name="1", seat="2") if p.id == "p1" else p
        for p in dossier.participations
    )
    edition = replace(dossier.edition, contact=Text.of(en="Call 123"))
    card = cards(replace(dossier, participations=sided, edition=edition))["p1"]
    assert en(card.side) == "United States"
    assert [en(note) for note in card.notes] == ["Table 1, seat 2", "Call 123"]
    assert en(list(lines(card))[-1].detail) == "Table 3, seat 7"


def test_each_reads_their_own_language_first() -> None:
    found = cards(staged(), BOTH)
    assert found["p-hong"].languages == ("ko", "en")
    assert found["p-doe"].languages == ("en", "ko")
    alone = cards(staged(), replace(BOTH, arrangement=Arrangement.SINGLE))
    assert alone["p-doe"].languages == ("en",)


def test_who_gets_one_is_asked_as_for_all_cards() -> None:
    dossier = parallel()
    out = tuple(
        replace(p, status=Invitation.DECLINED) if p.id == "p1" else p
        for p in dossier.participations
    )
    assert list(cards(replace(dossier, participations=out))) == ["p3", "p2", "p4"]  # by family name
    assert list(cards(dossier, options_from({"people": "Bob Press"}, EN))) == ["p2"]
    assert list(cards(dossier, options_from({"order": "number", "people": "4,1"}, EN))) == [
        "p1",
        "p4",
    ]


# -- on paper ------------------------------------------------------------------------------------


def long(count: int) -> Dossier:
    """A guest at a day of so many talks, one after the other."""
    talks = tuple(
        titled(f"t{n}", f"발표 {n:03}", f"Talk {n:03}", starts=at(f"{9 + n // 6:02}:{n % 6}0"))
        for n in range(count)
    )
    return replace(of(guest(1, "Ada Guest"), guest(2, "Bob Guest")), sessions=talks)


@pytest.mark.parametrize("stock", ["a4-pocket-4", "a4-pocket-8", "letter-pocket-8"])
def test_a_long_agenda_goes_on_on_further_cards_and_loses_nothing(stock: str) -> None:
    options = options_from({"stock": stock}, BOTH)
    content = handout("personal").build(long(80), options, Imprint())
    rendered = render("personal", content, options)
    said = "".join(texts(rendered.data))
    for n in range(80):
        assert said.count(f"Talk {n:03}") == 2
        assert said.count(f"발표 {n:03}") == 2
    assert "continued 2/" in said
    assert [f for f in rendered.findings if f.kind is FindingKind.OVERFLOW] == []
    assert rendered.pages >= 2


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_four_to_a_sheet_with_marks_to_cut_along(theme: str, paper: Paper) -> None:
    options = replace(BOTH, theme=theme, paper=paper)
    content = handout("personal").build(parallel(), options, Imprint())
    rendered = render("personal", content, options)
    said = "".join(texts(rendered.data))
    assert rendered.pages == 1
    for name in ("Ada Guest", "Bob Press", "Cy Companion", "Di Speaker"):
        assert name in said
    assert (rendered.findings, rendered.missing) == ((), "")
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=rendered.data)
    assert render("personal", content, options).data == rendered.data


def test_nobody_no_sessions_long_names_and_large_print() -> None:
    empty = handout("personal").build(of(), EN, Imprint())
    assert "nothing to print" in "".join(texts(render("personal", empty, EN).data))
    name = "Bartholomew Maximilian Wolfeschlegelsteinhausenbergerdorff von und zu Altenburg-Sachsen"
    alone = of(guest(1, name), guest(2, "Madonna"))
    content = handout("personal").build(alone, EN, Imprint())
    printed = "".join(texts(render("personal", content, EN).data))
    assert "Madonna" in printed
    assert "Altenburg" in printed
    large = replace(BOTH, large_print=True)
    content = handout("personal").build(parallel(), large, Imprint())
    rendered = render("personal", content, large)
    assert "Di Speaker" in "".join(texts(rendered.data))


def test_only_new_ones_and_preflight() -> None:
    kinds = [p.kind for p in preflight(parallel(), EN, "personal")]
    assert "nobody" not in kinds
    assert [p.kind for p in preflight(of(), EN, "personal")].count("nobody") == 1


def test_a_long_room_stands_under_the_title_beside_the_second_language() -> None:
    forum = staged()
    named = tuple(
        replace(
            room, name=Text.of(ko="일층 동쪽 큰 로비", en="Great Lobby at the Eastern Entrance")
        )
        for room in forum.rooms
    )
    options = options_from({"arrangement": "stacked", "stock": "a4-pocket-4"})
    content = personal_content(replace(forum, rooms=named), options, Imprint())
    page = "".join(texts(render("personal", content, options).data))
    assert " · Great Lobby at the Eastern Entrance" in " ".join(page.split())


def heights(count: int) -> tuple[list[str], dict[str, float]]:
    """The pages of a card of two days with so many talks each, and how far down its words stand."""
    talks = (
        titled(f"t{day}{n}", "", f"Talk{day}{n:02}", starts=at(f"{9 + n // 6:02}:{n % 6}0", day))
        for day in (3, 4)
        for n in range(count)
    )
    dossier = replace(of(guest(1, "Ada Guest")), sessions=tuple(talks))
    rendered = render("personal", handout("personal").build(dossier, EN, Imprint()), EN)
    assert rendered.findings == ()
    found = re.findall(
        r'yMin="([\d.]+)".*>(.*)</word>',
        poppler("pdftotext", "-bbox", "-", "-", data=rendered.data),
    )
    return texts(rendered.data), {word: float(top) for top, word in found}


def test_a_second_day_begins_with_air_where_the_card_has_room() -> None:
    parted = {}
    for count in (2, 8, 9, 10, 11, 12, 13, 14):
        pages, down = heights(count)
        assert all(f"Talk{day}{n:02}" in "".join(pages) for day in (3, 4) for n in range(count))
        if "continued" not in "".join(pages):
            parted[count] = down["Thursday,"] - down[f"Talk3{count - 1:02}"]
    assert parted[2] == pytest.approx(parted[8], abs=0.1)
    closest = min(parted.values())
    # A card that is all but full keeps its lines: what room there is parts the days.
    assert closest < parted[2] - 1
    assert max(parted) >= 10
