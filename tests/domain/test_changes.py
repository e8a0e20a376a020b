# SPDX-License-Identifier: MIT
"""What changed between two states of an edition, and the laws that comparing keeps."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.agenda import (
    Mode,
    Part,
    Role,
    Session,
    SessionRoom,
    SessionStatus,
    Visibility,
)
from forumdesk.domain.agenda import SessionKind as Kind
from forumdesk.domain.changes import Change, ChangeKind, Manner, compare, concerning, grouped
from forumdesk.domain.changes.change import APPEARING
from forumdesk.domain.dates import Clock
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.frozen import freeze, thaw
from forumdesk.domain.people import Invitation, Name, NameForm, Names, Script
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in
from tests.handouts.dossiers import FORUM, ROOMS, SESSIONS, at, titled

Edit = Callable[[Dossier], Dossier]
ITEM = Session("item", "edition", parent="open", starts=at("09:10"), minutes=5)
BASE = replace(
    FORUM,
    sessions=(*SESSIONS, ITEM),
    parts=(*FORUM.parts, Part("part5", "item", "p-doe", Role.WELCOMES)),
)


def changed(kind: str, id: str, /, **values: Any) -> Edit:
    """Fields of one record of a list of the dossier."""

    def edit(of: Dossier) -> Dossier:
        records = tuple(replace(r, **values) if r.id == id else r for r in getattr(of, kind))
        return replace(of, **{kind: records})

    return edit


def without(kind: str, id: str) -> Edit:
    """One record less, and none that points to it."""

    def edit(of: Dossier) -> Dossier:
        left = {kind: tuple(r for r in getattr(of, kind) if r.id != id)}
        if kind == "sessions":
            left["parts"] = tuple(part for part in of.parts if part.session != id)
            left["session_rooms"] = tuple(r for r in of.session_rooms if r.session != id)
        return replace(of, **left)

    return edit


def having(kind: str, record: Any) -> Edit:
    """One record more."""
    return lambda of: replace(of, **{kind: (*getattr(of, kind), record)})


def edited(*edits: Edit) -> Dossier:
    now = BASE
    for edit in edits:
        now = edit(now)
    return now


def said(*edits: Edit, language: str = "en", manner: Manner = Manner()) -> list[str]:  # noqa: B008
    return [c.phrase.said(words_in(language)) for c in compare(BASE, edited(*edits), manner)]


def test_equal_states_give_nothing() -> None:
    assert compare(BASE, BASE) == ()
    assert compare(thaw(freeze(BASE)), BASE) == ()


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            changed("sessions", "talk", starts=at("10:00")),
            "Talk — New time: 10:00–10:45 (before: 09:45–10:30)",
        ),
        (
            changed("sessions", "talk", starts=at("09:45", 4)),
            "Talk — New time: Thu, Sep 4 09:45–10:30 (before: Wed, Sep 3 09:45–10:30)",
        ),
        (
            changed("sessions", "talk", minutes=None),
            "Talk — New time: 09:45 (before: 09:45–10:30)",
        ),
        (
            changed("sessions", "talk", starts=None),
            "Talk — New time: none any more (before: 09:45–10:30)",
        ),
        (
            changed("sessions", "talk", title=Text.of(ko="강연", en="Lecture")),
            "Lecture — New title: Lecture (before: Talk)",
        ),
        (
            changed("sessions", "talk", status=SessionStatus.CANCELLED),
            "Talk — Cancelled (before: 09:45–10:30 · Attic)",
        ),
        (
            without("sessions", "talk"),
            "Talk — No longer on the program (before: 09:45–10:30 · Attic)",
        ),
        (
            having("sessions", titled("new", "새", "New", starts=at("11:00"))),
            "New — Added: 11:00",
        ),
        (having("sessions", titled("new", "새", "New")), "New — Added to the program"),
        (
            changed("session_rooms", "sr", room="hall"),
            "Talk — New room: Hall (before: Attic)",
        ),
        (without("session_rooms", "sr"), "Talk — New room: none any more (before: Attic)"),
        (
            having("session_rooms", SessionRoom("two", "open", "hall")),
            "Opening — New room: Hall",
        ),
        (
            changed("sessions", "talk", track=None),
            "Talk — New track: none any more (before: Technology)",
        ),
        (
            changed("sessions", "talk", visibility=Visibility.INVITED),
            "Talk — New admission: By invitation (before: Public)",
        ),
        (
            changed("sessions", "talk", abstract=Text.of(en="More")),
            "Talk — The text was revised",
        ),
        (
            changed("sessions", "item", starts=at("09:15")),
            "Opening, Welcome remarks — New time: 09:15–09:20 (before: 09:10–09:15)",
        ),
        (
            changed("parts", "part1", participation="p-doe"),
            "Opening — Opening remarks: Jane Doe (President, U.S. Association)"
            " (before: Gil-dong Hong)",
        ),
        (
            changed("participations", "p-nobody", person="hong"),
            "Talk — Presentation: Gil-dong Hong",
        ),
        (
            having("parts", Part("new", "talk", "p-hong", Role.CHAIRS)),
            "Talk — Chair: Gil-dong Hong (Chairman, Korea Association) (added)",
        ),
        (
            without("parts", "part1"),
            "Opening — Opening remarks: no longer Gil-dong Hong (Chairman, Korea Association)",
        ),
        (
            changed("parts", "part5", role=Role.CLOSES),
            "Opening, Closing remarks — Jane Doe: Closing remarks (before: Welcome remarks)",
        ),
        (
            changed("parts", "part1", label=Text.of(en="Toast")),
            "Opening — Gil-dong Hong: Toast (before: Opening remarks)",
        ),
        (
            changed("parts", "part1", mode=Mode.VIDEO),
            "Opening — Gil-dong Hong: by video (before: in person)",
        ),
        (
            changed("parts", "part1", mode=Mode.READ, reader="p-doe"),
            "Opening — Gil-dong Hong: read out by Jane Doe (before: in person)",
        ),
        (
            changed("participations", "p-hong", status=Invitation.DECLINED),
            "Opening — Opening remarks: to be announced (before: Gil-dong Hong)",
        ),
        (
            changed("participations", "p-hong", office=Text.of(ko="회장", en="President")),
            "Gil-dong Hong: President (before: Chairman)",
        ),
        (
            changed("participations", "p-hong", organization="ministry"),
            "Gil-dong Hong: Ministry of Industry (before: Korea Association)",
        ),
        (
            changed("people", "doe", names=Names.of({Script.LATIN: Name("Doe", "Janet")})),
            "Name corrected: Janet Doe (before: Jane Doe)",
        ),
        (
            changed("people", "doe", biography=Text.of(en="Born in …")),
            "Jane Doe: the biography was revised",
        ),
        (
            changed("organizations", "sia", name=Text.of(en="The SIA")),
            "Organization renamed: The SIA (before: U.S. Association)",
        ),
        (
            changed("rooms", "hall", name=Text.of(ko="홀", en="Great Hall")),
            "Room renamed: Great Hall (before: Hall)",
        ),
        (
            lambda of: replace(of, edition=replace(of.edition, venue=Text.of(en="Hotel"))),
            "New venue: Hotel (before: Great House)",
        ),
        (
            lambda of: replace(of, edition=replace(of.edition, first_day=None, last_day=None)),
            "New dates: none any more (before: Wednesday, September 3, 2025)",
        ),
        (
            changed("hosts", "h3", role=HostRole.SPONSOR),
            "Ministry of Industry: Sponsor (before: Supporter)",
        ),
        (
            without("hosts", "h3"),
            "Supporter: no longer Ministry of Industry",
        ),
    ],
)
def test_a_change_is_said_in_a_line(edit: Edit, sentence: str) -> None:
    assert said(edit) == [sentence]


def test_lines_are_said_in_korean_too() -> None:
    assert said(
        changed("sessions", "talk", starts=at("10:00")),
        changed("parts", "part1", participation="p-doe"),
        language="ko",
    ) == [
        "개회식 — 개회사: 제인 도(미국협회 대표) (당초: 홍길동)",
        "강연 — 시간 변경: 10:00–10:45 (당초: 09:45–10:30)",
    ]


def test_times_and_names_are_written_as_asked() -> None:
    edits = (
        changed("sessions", "talk", starts=at("14:00")),
        changed("participations", "p-nobody", person="hong"),
    )
    assert said(*edits, manner=Manner(Clock.H12, NameForm.FAMILY_CAPITALS)) == [
        "Talk — New time: 2:00 p.m.–2:45 p.m. (before: 9:45 a.m.–10:30 a.m.)",
        "Talk — Presentation: HONG Gil-dong",
    ]


def test_a_session_that_comes_with_all_its_items_is_one_change() -> None:
    coming = edited(
        having("sessions", titled("new", "새", "New", starts=at("11:00"), minutes=30)),
        having("sessions", Session("inner", "edition", parent="new", minutes=5)),
        having("parts", Part("p1", "new", "p-hong", Role.CHAIRS)),
        having("parts", Part("p2", "inner", "p-doe", Role.PRESENTS)),
    )
    (added,) = compare(BASE, coming)
    assert (added.kind, added.session, added.people) == (ChangeKind.ADDED, "new", {"hong", "doe"})
    (gone,) = compare(coming, BASE)
    assert (gone.kind, gone.before, gone.people) == (ChangeKind.REMOVED, added.after, added.people)


def test_a_session_cancelled_and_restored_keeps_its_record() -> None:
    cancelled = edited(changed("sessions", "open", status=SessionStatus.CANCELLED))
    assert [c.kind for c in compare(BASE, cancelled)] == [ChangeKind.CANCELLED]
    assert [c.kind for c in compare(cancelled, BASE)] == [ChangeKind.RESTORED]
    later = replace(cancelled, parts=())
    assert compare(cancelled, later) == ()


def test_an_item_that_keeps_its_place_in_a_session_goes_along() -> None:
    def later(id: str, minutes: int) -> Edit:
        session = next(s for s in BASE.sessions if s.id == id)
        assert session.starts is not None
        return changed("sessions", id, starts=session.starts + timedelta(minutes=minutes))

    both = compare(BASE, edited(later("open", 10), later("item", 10)))
    assert [(c.session, c.along, c.people) for c in both] == [
        ("open", False, {"hong", "doe"}),
        ("item", True, {"doe"}),
    ]
    own = compare(BASE, edited(later("open", 10), later("item", 5)))
    assert [(c.session, c.along) for c in own] == [("open", False), ("item", False)]
    open_ = compare(BASE, edited(changed("sessions", "open", starts=None), later("item", 5)))
    assert [(c.session, c.along) for c in open_] == [("open", False), ("item", False)]


def test_a_title_changed_in_one_language_is_seen_in_that_alone() -> None:
    edit = changed("sessions", "talk", title=Text.of(ko="새 강연", en="Talk"))
    (change,) = compare(BASE, edited(edit))
    assert change.is_seen_in("ko")
    assert not change.is_seen_in("en")
    assert change.after == Text.of(ko="새 강연")


def test_speakers_who_change_places_are_no_change() -> None:
    panel = edited(
        having("parts", Part("a", "talk", "p-hong", Role.DISCUSSES, 1)),
        having("parts", Part("b", "talk", "p-doe", Role.DISCUSSES, 2)),
    )
    swapped = replace(
        panel,
        parts=tuple(
            replace(p, participation={"a": "p-doe", "b": "p-hong"}.get(p.id, p.participation))
            for p in panel.parts
        ),
    )
    assert compare(panel, swapped) == ()


def test_changes_are_grouped_by_session_in_the_order_of_the_program() -> None:
    now = edited(
        changed("participations", "p-hong", office=Text.of(en="Chair")),
        changed("sessions", "talk", starts=at("08:00")),
        changed("sessions", "item", minutes=6),
        changed("parts", "part1", mode=Mode.VIDEO),
        changed("rooms", "hall", name=Text.of(en="Great Hall")),
        lambda of: replace(of, edition=replace(of.edition, slogan=EMPTY)),
    )
    groups = grouped(compare(BASE, now), BASE, now)
    assert [(g.session, [c.kind.value for c in g.changes]) for g in groups] == [
        ("", ["slogan"]),
        ("talk", ["retimed"]),
        ("open", ["mode", "retimed"]),
        ("", ["office", "room-name"]),
    ]


def test_a_person_hears_what_concerns_them() -> None:
    now = edited(
        changed("participations", "p-doe", office=Text.of(en="Chair")),
        changed("sessions", "open", minutes=40),
        changed("sessions", "talk", minutes=40),
        changed("parts", "part1", participation="p-doe"),
        lambda of: replace(of, edition=replace(of.edition, venue=Text.of(en="Hotel"))),
    )
    changes = compare(BASE, now)
    told = {who: [c.kind.value for c in concerning(changes, [who])] for who in ("hong", "doe")}
    assert told == {
        "hong": ["venue", "replaced"],
        "doe": ["venue", "retimed", "replaced", "office"],
    }
    assert concerning(changes, []) == changes[:1]


def test_a_circle_of_parents_ends() -> None:
    circle = edited(changed("sessions", "open", parent="item"))
    assert [c.kind for c in compare(circle, circle)] == []
    assert {c.kind for c in compare(replace(circle, sessions=()), circle)} >= set()
    assert grouped(compare(BASE, circle), BASE, circle) is not None


# Laws, over states made by any edits.

_TIMES = [None, at("08:00"), at("09:00"), at("10:00", 4)]
_SESSIONS = ["open", "pause", "talk", "item"]
_PARTS = ["part1", "part2", "part3", "part4", "part5"]
_EDITS: dict[str, list[tuple[str, Edit]]] = {
    "sessions": [
        (key, edit)
        for key in _SESSIONS
        for edit in (
            *(
                changed("sessions", key, starts=time, minutes=n)
                for time in _TIMES
                for n in (10, None)
            ),
            changed("sessions", key, title=Text.of(en="Other"), minutes=None),
            changed("sessions", key, title=EMPTY, kind=Kind.KEYNOTE),
            changed("sessions", key, status=SessionStatus.CANCELLED),
            changed("sessions", key, visibility=Visibility.CLOSED, track=None),
            without("sessions", key),
        )
    ],
    "parts": [
        (key, edit)
        for key in _PARTS
        for edit in (
            *(changed("parts", key, participation=p.id) for p in BASE.participations),
            *(changed("parts", key, role=role) for role in (Role.SPEAKS, Role.CHAIRS)),
            changed("parts", key, mode=Mode.READ, reader="p-hong"),
            without("parts", key),
        )
    ],
    "participations": [
        (p.id, edit)
        for p in BASE.participations
        for edit in (
            changed("participations", p.id, office=Text.of(en="Director")),
            changed("participations", p.id, organization="sia", person=None),
            changed("participations", p.id, status=Invitation.DECLINED),
        )
    ],
    "hosts": [(h.id, without("hosts", h.id)) for h in BASE.hosts],
    "rooms": [(r.id, changed("rooms", r.id, name=Text.of(en="Other"))) for r in ROOMS],
}
_SOME = st.lists(st.sampled_from([e for edits in _EDITS.values() for e in edits]), max_size=6)
STATES = _SOME.map(lambda edits: edited(*(edit for _, edit in edits)))


def turned(change: Change) -> Change:
    """The change of the way back."""
    other = {**APPEARING, **{gone: came for came, gone in APPEARING.items()}}
    kind = other.get(change.kind, change.kind)
    return replace(change, kind=kind, before=change.after, after=change.before)


def as_said(changes: tuple[Change, ...]) -> Counter[tuple[object, ...]]:
    """Changes without the record that stands for a part: each way names that of its end."""
    return Counter(
        (c.kind, c.subject.kind, c.before, c.after, c.session, c.people, c.along) for c in changes
    )


@given(STATES, STATES)
def test_the_way_back_is_the_way_turned_round(before: Dossier, after: Dossier) -> None:
    there, back = compare(before, after), compare(after, before)
    assert as_said(back) == as_said(tuple(map(turned, there)))


@given(STATES)
def test_equal_states_give_nothing_whatever_they_are(state: Dossier) -> None:
    assert compare(state, thaw(freeze(state))) == ()


@given(STATES, STATES, st.randoms(use_true_random=False))
def test_the_order_of_records_is_of_no_account(
    before: Dossier, after: Dossier, chance: Any
) -> None:
    lists = ("sessions", "parts", "participations", "people", "organizations", "rooms", "hosts")
    shuffled = replace(
        after,
        **{
            name: tuple(chance.sample(list(found), len(found)))
            for name in lists
            if (found := getattr(after, name)) is not None
        },
    )
    assert as_said(compare(before, shuffled)) == as_said(compare(before, after))


@given(_SOME, st.randoms(use_true_random=False))
def test_the_order_of_edits_is_of_no_account(edits: list[tuple[str, Edit]], chance: Any) -> None:
    own = list(dict(edits).values())  # one edit of each record
    other = chance.sample(own, len(own))
    gone = {key for key in _SESSIONS if key not in edited(*own).session}
    if not gone:  # a session takes its parts along: then the order counts
        assert compare(BASE, edited(*own)) == compare(BASE, edited(*other))


@given(STATES, STATES)
def test_every_change_is_seen_in_every_language(before: Dossier, after: Dossier) -> None:
    for change in compare(before, after):
        for language in ("en", "ko", "de"):
            assert change.phrase.said(words_in(language)).strip()
            assert "None" not in change.line.said(words_in(language))
