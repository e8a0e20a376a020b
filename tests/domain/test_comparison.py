# SPDX-License-Identifier: MIT
"""Editions side by side: who is there again, who speaks, how the program grew."""

from dataclasses import replace
from datetime import date

from forumdesk.domain.agenda import CheckIn, CheckInHow, SessionKind, SessionStatus
from forumdesk.domain.compared import Comparison, Figures
from forumdesk.domain.comparison import among_all, compared, facts_of
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.people import Erasure, Invitation, Participation
from forumdesk.domain.reading import dossier as read
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from tests.domain.making import AMERICA, KOREA, edition, item, part, session
from tests.domain.test_attendance import NINE


def in_year(number: int, dossier: Dossier) -> Dossier:
    """The edition as one of a number, its participants those of persons by their ids."""
    mine = replace(dossier.edition, id=f"e{number}", number=number, first_day=date(2020, 6, number))
    return replace(dossier, edition=mine)


def forum(number: int, koreans: str, americans: str, **more: object) -> Dossier:
    """An edition to which persons come, each of a body of their own name."""
    coming = tuple(
        Participation(
            f"{number}{name}", f"e{number}", name, side=side.id, organization=f"of {name}"[:4]
        )
        for side, names in ((KOREA, koreans), (AMERICA, americans))
        for name in names.split()
    )
    accepted = tuple(replace(one, status=Invitation.ACCEPTED) for one in coming)
    found = edition(sides=(KOREA, AMERICA), **more)  # type: ignore[arg-type]
    return replace(in_year(number, found), participations=accepted)


def test_who_came_to_any_edition_before_comes_again() -> None:
    found = compared(
        [
            facts_of(forum(1, "kim lee", "jane")),
            facts_of(forum(2, "han", "")),
            facts_of(forum(3, "kim han park", "ann")),
        ]
    )
    third = found.editions[2]
    assert (third.whole.participants, third.whole.participants_again) == (4, 2)
    assert (third.side("KR").participants, third.side("KR").participants_again) == (3, 2)
    assert (third.side("US").participants, third.side("US").participants_again) == (1, 0)
    assert [one.whole.participants_again for one in found.editions[:2]] == [0, 0]
    assert third.whole.organizations_again == 2


def test_who_declined_or_waits_takes_no_part_and_who_came_anyway_does() -> None:
    dossier = forum(1, "kim lee park", "")
    statuses = (Invitation.DECLINED, Invitation.WAITLISTED, Invitation.INVITED)
    people = tuple(
        replace(one, status=status)
        for one, status in zip(dossier.participations, statuses, strict=True)
    )
    log = (CheckIn("c", "1park", NINE, how=CheckInHow.TYPED),)
    (line,) = compared([facts_of(replace(dossier, participations=people, check_ins=log))]).editions
    assert line.whole.participants == 1
    assert (line.whole.expected, line.whole.came) == (0, 0)


def test_speakers_and_their_minutes_by_side() -> None:
    sessions = (
        session("a", "09:00", 30),
        session("b", "10:00", 60, status=SessionStatus.CANCELLED),
        session("c", "12:00", 60, kind=SessionKind.LUNCHEON),
        item("a", "a1"),
    )
    parts = (part("a", "kim"), part("b", "lee"), part("c", "jane"))
    first = in_year(
        1, edition(*sessions, parts=parts, sides=(KOREA, AMERICA), seats={"kim": {"side": "k"}})
    )
    again = in_year(
        2,
        edition(
            *sessions,
            parts=(*parts, part("a", "han")),
            sides=(KOREA,),
            seats={"kim": {"side": "k"}, "han": {"side": "k"}},
        ),
    )
    one, two = compared([facts_of(first), facts_of(again)]).editions
    assert (one.sessions, one.items, one.program) == (1, 1, 30)
    assert (one.whole.speakers, one.whole.speakers_again, one.side("KR").minutes) == (1, 0, 30)
    assert (two.whole.speakers, two.whole.speakers_again, two.side("KR").minutes) == (2, 1, 30)


def test_sides_are_the_same_by_country_else_by_name() -> None:
    japan = Side("j", "edition", Text.of(en="Japan"), country="JP")
    guests = Side("g", "edition", Text.of(en="Guests"))
    first = in_year(1, edition(sides=(KOREA, guests)))
    renamed = replace(KOREA, id="k2", name=Text.of(en="Republic of Korea"))
    then = in_year(2, edition(sides=(japan, renamed, replace(guests, id="g2"))))
    found = compared([facts_of(first), facts_of(then)])
    assert [name.best(("en",)) for _, name in found.sides] == [
        "Japan",
        "Republic of Korea",
        "Guests",
    ]
    assert found.editions[0].side("JP") == Figures()


def test_erased_persons_still_count_without_being_anybody() -> None:
    facts = facts_of(forum(1, "kim", ""))
    erased = replace(facts, erasures=(Erasure("x", "e1", date(2026, 1, 1), "k", attended=True),))
    (line,) = compared([erased]).editions
    assert (line.side("KR").participants, line.side("US").participants) == (2, 0)


def test_the_editions_of_the_sample_are_read_and_compared(sample_desk: ForumFile) -> None:
    desk = sample_desk
    editions = sorted(desk.find(Edition), key=lambda one: one.number or 0)
    found = among_all(desk, read(desk, editions[0].id)).comparison
    assert isinstance(found, Comparison)
    assert [one.edition.number for one in found.editions] == [1, 2, 3]
    alone = compared([facts_of(read(desk, each.id)) for each in editions])
    assert found == alone
    for one in found.editions:
        by_side = [figures for _, figures in one.sides]
        assert abs(sum(figures.minutes for figures in by_side) - one.whole.minutes) <= len(by_side)
        assert sum(figures.participants for figures in by_side) <= one.whole.participants
