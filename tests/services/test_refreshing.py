# SPDX-License-Identifier: MIT
"""A dossier brought up to date equals one read anew, whatever was done."""

from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from forumdesk.domain.agenda import CheckIn, Part, Role, Session
from forumdesk.domain.desk import News
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, Room, Track
from forumdesk.domain.outcomes import Commitment
from forumdesk.domain.people import Name, Names, Organization, Participation, Person, Script
from forumdesk.domain.progress import Progress
from forumdesk.domain.reading import MANY, dossier, read_everybody, whole_dossier
from forumdesk.domain.refreshing import refreshed
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, outcomes, parts, people, planning, publishing
from forumdesk.store.forumfile import ForumFile

Act = Callable[[ForumFile, Any, Random], object]


class Nothing(Exception):  # noqa: N818 - no error: there is none left to do it to
    """The random walk has removed all of a kind."""


def any_of(desk: ForumFile, kind: type[Any], random: Random, **where: object) -> str:
    found = sorted(str(key) for (key,) in desk.tally(kind, "id", **where))
    if not found:
        raise Nothing
    return random.choice(found)


def title(random: Random) -> Text:
    return Text.of(en=f"New {random.random()}")


ACTS: dict[str, Act] = {
    "rename": lambda d, e, r: planning.change_session(
        d, any_of(d, Session, r, edition=e), {"title": title(r)}
    ),
    "move": lambda d, e, r: planning.retime_session(
        d, any_of(d, Session, r, edition=e), datetime(2025, 6, 26, 9) + timedelta(hours=2), 30
    ),
    "add": lambda d, e, r: planning.add_session(d, e, {"title": title(r)}),
    "remove": lambda d, e, r: planning.remove_session(d, any_of(d, Session, r, edition=e)),
    "rooms": lambda d, e, r: planning.set_rooms(
        d, any_of(d, Session, r, edition=e), [any_of(d, Room, r, edition=e)]
    ),
    "new room": lambda d, e, r: editions.add_room(d, e, title(r), {}),
    "no room": lambda d, e, r: editions.remove_room(d, any_of(d, Room, r, edition=e)),
    "no track": lambda d, e, r: editions.remove_track(d, any_of(d, Track, r, edition=e)),
    "track": lambda d, e, r: editions.add_track(d, e, title(r), {}),
    "role": lambda d, e, r: parts.change_part(d, any_of(d, Part, r), {"role": Role.SPEAKS}),
    "typed": lambda d, e, r: parts.add_part_by_name(
        d, any_of(d, Session, r, edition=e), f"홍길{r.choice('동순자')}", Role.CHAIRS
    ),
    "office": lambda d, e, r: invitations.change_participation(
        d, any_of(d, Participation, r, edition=e), {"office": title(r)}
    ),
    "name": lambda d, e, r: people.change_person(
        d, any_of(d, Person, r), {"names": Names.of({Script.LATIN: Name("A", "B")})}
    ),
    "edition": lambda d, e, r: editions.change_edition(
        d, any_of(d, Edition, r), {"slogan": title(r)}
    ),
    "host": lambda d, e, r: editions.remove_host(d, any_of(d, Host, r, edition=e)),
    "promise": lambda d, e, r: outcomes.change_commitment(
        d, any_of(d, Commitment, r), {"text": title(r)}
    ),
    "printing": lambda d, e, r: publishing.log_printing(d, e, "program", pages=2),
    "honor": lambda d, e, r: invitations.change_participation(
        d, any_of(d, Participation, r, edition=e), {"honored": r.random() < 0.5}
    ),
    "interpreter": lambda d, e, r: invitations.change_participation(
        d, any_of(d, Participation, r, edition=e), {"category": r.choice(("통역사", "guest"))}
    ),
    "gone": lambda d, e, r: invitations.remove_participation(
        d, any_of(d, Participation, r, edition=e, honored=False)
    ),
    "came": lambda d, e, r: check_in(d, any_of(d, Participation, r, edition=e)),
    "undo": lambda d, e, r: d.undo(),
    "redo": lambda d, e, r: d.redo(),
}


def crowd(desk: ForumFile, edition: str) -> None:
    """One participant more than a dossier has that is whole."""
    body, more = (
        desk.find(Organization)[0].id,
        MANY + 1 - desk.count(Participation, edition=edition),
    )
    with desk.step("Invite"):
        desk.put_all(Participation(desk.new_id(), edition, organization=body) for _ in range(more))


def check_in(desk: ForumFile, participation: str) -> None:
    with desk.step("Check in"):
        desk.put(CheckIn(desk.new_id(), participation, desk.now()))


def test_of_many_participants_those_on_the_program_are_read(sample_desk: ForumFile) -> None:
    desk = sample_desk
    edition = desk.find(Edition)[1].id
    few = dossier(desk, edition)
    assert few.whole
    assert few == whole_dossier(desk, edition)
    crowd(desk, edition)
    many = dossier(desk, edition)
    assert not many.whole
    acting = {part.participation for part in few.parts}
    acting |= {part.reader for part in few.parts if part.reader}
    acting |= {signatory.participation for signatory in few.signatories}
    acting |= {p.participation for p in few.passages if p.participation}
    acting |= {seat.participation for seat in few.seats if seat.participation}
    acting |= {rider.participation for rider in few.riders}
    acting |= {p.id for p in few.participations if p.honored or p.rank is not None}
    acting |= {p.id for p in few.participations if "interpret" in p.category}
    assert {p.id for p in many.participations} == acting
    assert sum(heads.count for heads in many.heads) == MANY + 1
    everybody = whole_dossier(desk, edition)
    assert len(everybody.participations) == MANY + 1
    assert sorted(everybody.heads, key=str) == sorted(many.heads, key=str)
    check_in(desk, everybody.participations[-1].id)
    told: list[Progress] = []
    read: list[Dossier] = []

    def reading() -> Generator[Progress, None, None]:
        read.append((yield from read_everybody(desk, dossier(desk, edition))))

    told.extend(reading())
    assert in_any_order(read[0]) == in_any_order(whole_dossier(desk, edition))
    assert [told[0].total, told[-1].done] == [MANY + 1, MANY + 1]
    assert len(told) > 5


def in_any_order(read: Dossier) -> Dossier:
    """A dossier whose lists of people are in one order, however they were read."""
    names = ("participations", "people", "images", "check_ins", "card_prints")
    ordered = {name: tuple(sorted(getattr(read, name), key=lambda r: r.id)) for name in names}
    return replace(read, **ordered)


@pytest.mark.parametrize("many", [False, True], ids=["whole", "program"])
@pytest.mark.parametrize("seed", range(4))
def test_refreshed_dossier_equals_one_read_anew(
    seed: int, *, many: bool, sample_desk: ForumFile
) -> None:
    random = Random(seed)
    heard: list[News] = []
    desk = sample_desk
    edition = desk.find(Edition)[1].id
    if many:
        crowd(desk, edition)
    desk.listeners.append(heard.append)
    shown = dossier(desk, edition)
    for _ in range(60):
        name, act = random.choice(list(ACTS.items()))
        if name == "undo" and len(desk.history(3)) < 2:
            continue
        with suppress(Nothing):
            act(desk, edition, random)
        for news in heard:
            shown = refreshed(desk, shown, news)
        heard.clear()
        assert shown == dossier(desk, edition), name
