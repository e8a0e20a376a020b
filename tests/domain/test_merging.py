# SPDX-License-Identifier: MIT
"""What the source says, said last time and what stands here: which of them holds."""

from dataclasses import replace
from datetime import datetime

import pytest

from forumdesk.domain.agenda import Link, Session, SessionKind
from forumdesk.domain.merging import decided, marks, merged
from forumdesk.domain.people import Contact, Name, Names, Person, Script
from forumdesk.domain.wording import Text

FIRST = {
    "title": Text.of(en="Opening"),
    "kind": SessionKind.OPENING,
    "starts": datetime(2026, 5, 1, 9),
    "minutes": 30,
    "links": (Link("https://x.example/a"),),
    "track": None,
}
HERE = Session("s", "e", **FIRST)  # type: ignore[arg-type]


def test_marks_are_short_leave_out_what_is_empty_and_do_not_change() -> None:
    assert marks({"title": Text.of(en="A"), "track": None, "links": (), "minutes": 0}) == (
        "title.en=16dda5bd4730 minutes=fa14b27e5f09"
    )


@pytest.mark.parametrize(
    ("here", "now", "wanted"),
    [
        ({}, {}, {}),
        ({}, {"minutes": 45}, {"minutes": 45}),
        ({}, {"minutes": None}, {"minutes": None}),
        ({"minutes": 40}, {}, {"minutes": 40}),
        ({"minutes": 45}, {"minutes": 45}, {"minutes": 45}),
        ({"title": Text.of(en="Opening", ko="개회")}, {"title": Text.of(en="Start")},
         {"title": Text.of(en="Start", ko="개회")}),
        ({}, {"title": Text.of(de="Beginn")}, {"title": Text.of(de="Beginn")}),
        ({"title": Text.of(ko="개회", en="Ours")}, {"title": Text.of(de="Beginn", en="Opening")},
         {"title": Text.of(ko="개회", en="Ours", de="Beginn")}),
        ({}, {"links": ()}, {"links": ()}),
        ({"links": (Link("o"),)}, {"links": (Link("t"),)}, {"links": (Link("o"), Link("t"))}),
    ],
)  # fmt: skip
def test_the_source_holds_where_only_it_changed(
    here: dict[str, object], now: dict[str, object], wanted: dict[str, object]
) -> None:
    stands = replace(HERE, **here)  # type: ignore[arg-type]
    fresh, kept = merged(stands, {**FIRST, **now}, marks(FIRST))
    assert fresh == replace(stands, **wanted)  # type: ignore[arg-type]
    assert kept == ()


def test_what_changed_in_both_stays_and_is_named() -> None:
    stands = replace(HERE, minutes=40, title=Text.of(en="Ours"))
    now = {**FIRST, "minutes": 45, "title": Text.of(en="Theirs"), "kind": SessionKind.KEYNOTE}
    fresh, kept = merged(stands, now, marks(FIRST))
    assert fresh == replace(stands, kind=SessionKind.KEYNOTE)
    assert kept == ("title.en", "minutes")


def test_a_record_of_other_origin_is_only_filled_in() -> None:
    stands = replace(HERE, minutes=None, links=())
    fresh, kept = merged(stands, {**FIRST, "title": Text.of(en="Theirs", ko="개회")}, None)
    assert fresh == replace(HERE, title=Text.of(en="Opening", ko="개회"))
    assert kept == ()


def test_names_count_by_script() -> None:
    said = {"names": Names.of({Script.LATIN: Name(full="Gildong Hong")}),
            "contacts": (Contact("email", "a@x.example"),)}  # fmt: skip
    both = Names.of({Script.LATIN: Name(full="Gildong Hong"), Script.HANGUL: Name("홍", "길동")})
    stands = Person("p", both)
    now = {"names": Names.of({Script.LATIN: Name(full="Gil-dong Hong")}), "contacts": ()}
    fresh, kept = merged(stands, now, marks(said))
    assert fresh.names == Names.of({**both, Script.LATIN: Name(full="Gil-dong Hong")})
    assert kept == ()
    gone, _ = merged(stands, {"names": Names()}, marks(said))
    assert gone.names == Names.of({Script.HANGUL: Name("홍", "길동")})


def test_lists_beside_the_record_are_decided_alike() -> None:
    last = marks({"rooms": ("a", "b")})
    assert decided(("a", "b"), ("c",), last, "rooms") == ("c",)
    assert decided(("a",), ("a", "b"), last, "rooms") == ("a",)
    assert decided(("a",), ("b", "c"), last, "rooms") == ("a", "b", "c")
