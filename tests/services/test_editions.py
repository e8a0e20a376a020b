# SPDX-License-Identifier: MIT
"""Series, editions and what stands around an agenda."""

from datetime import date

import pytest

from forumdesk.domain.agenda import Session, SessionRoom
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, Host, HostRole, Room, Series, SeriesHost, Side, Track
from forumdesk.domain.outcomes import Commitment, Report
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.records import KINDS
from forumdesk.domain.wording import Text
from forumdesk.services import editions
from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, en, label


def test_new_series_has_its_title_and_the_fields_given(desk: ForumFile) -> None:
    title = Text.of(ko="포럼", en="Forum")
    made = editions.create_series(desk, title, {"languages": ("en", "ko"), "paper": "Letter"})
    assert made == Series(made.id, title, languages=("en", "ko"), paper="Letter")
    assert desk.find(Series) == [made]
    assert label(desk) == "Create series “Forum”"


@pytest.mark.parametrize(
    ("title", "fields", "sentence"),
    [
        (Text(), {}, "A series needs a title in at least one language."),
        (en("F"), {"languages": ()}, "A series needs at least one language."),
        (en("F"), {"languages": ("ko", "ko")}, "“ko” does not fit the field “languages”."),
        (en("F"), {"languages": ("한",)}, "“한” does not fit the field “languages”."),
        (en("F"), {"paper": 4}, "“4” does not fit the field “paper”."),
        (en("F"), {"colour": "red"}, "Series has no field “colour”."),
        (en("F"), {"id": "1"}, "The field “id” never changes."),
    ],
)
def test_series_that_can_not_be_is_refused(
    desk: ForumFile, title: Text, fields: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ForumDeskError) as refused:
        editions.create_series(desk, title, fields)
    assert str(refused.value) == sentence
    assert desk.history() == []


def test_changed_series_keeps_its_other_fields(small: Small) -> None:
    changed = editions.change_series(small.desk, small.series.id, {"notes": " Yearly\u200b "})
    assert changed == Series(small.series.id, small.series.title, notes="Yearly")
    assert small.desk.get(Series, small.series.id) == changed


def test_series_hosts_are_set_in_order_and_those_that_stay_keep_their_record(small: Small) -> None:
    before = small.desk.find(SeriesHost, series=small.series.id)
    editions.set_series_hosts(small.desk, small.series.id, [small.sia.id])
    editions.set_series_hosts(small.desk, small.series.id, [small.sia.id, small.ksia.id])
    after = small.desk.find(SeriesHost, series=small.series.id)
    assert [(host.organization, host.position) for host in after] == [
        (small.sia.id, 0),
        (small.ksia.id, 1),
    ]
    assert after[0].id == before[1].id


def test_series_with_editions_stays(small: Small) -> None:
    with pytest.raises(ForumDeskError) as refused:
        editions.remove_series(small.desk, small.series.id)
    assert str(refused.value) == (
        "“Chip Forum” has editions (2); remove them first. Nothing was changed."
    )


def test_series_without_editions_goes_with_its_commitments(small: Small) -> None:
    for edition in small.desk.find(Edition):
        editions.remove_edition(small.desk, edition.id)
    editions.remove_series(small.desk, small.series.id)
    assert small.desk.count(Series, id=small.series.id) == 0
    assert small.desk.count(Commitment) == 0


def test_new_edition_is_numbered_after_the_highest(small: Small) -> None:
    made = editions.add_edition(small.desk, small.series.id, {"timezone": "Asia/Seoul"})
    assert made == Edition(made.id, small.series.id, number=3, timezone="Asia/Seoul")
    special = editions.add_edition(small.desk, small.series.id, {"number": None})
    assert special.number is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"last_day": date(2024, 6, 26)},
            "The last day (2024-06-26) is before the first (2024-06-27).",
        ),
        ({"timezone": "Asia"}, "Asia"),
        ({"timezone": ""}, "zone"),
        ({"timezone": "../etc/passwd"}, "../etc/passwd"),
        ({"day_boundary": 1440}, "“1440” does not fit the field “day_boundary”."),
        ({"day_boundary": -1}, "“-1” does not fit the field “day_boundary”."),
        ({"number": 0}, "“0” does not fit the field “number”."),
        ({"venue": Text((("Korean!", "호텔"),))}, "“Korean!” does not fit the field “venue”."),
        ({"accent": "blue"}, "“blue” does not fit the field “accent”."),
        ({"first_day": date(24, 6, 27)}, "“0024-06-27” does not fit the field “first_day”."),
        ({"series": "other"}, "The field “series” never changes."),
    ],
)
def test_edition_that_can_not_be_is_refused(
    small: Small, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ForumDeskError) as refused:
        editions.change_edition(small.desk, small.edition.id, changes)
    assert sentence in str(refused.value)
    assert small.desk.get(Edition, small.edition.id) == small.edition


def test_day_boundary_may_be_midnight_or_the_last_minute(small: Small) -> None:
    for minutes in (0, 1439):
        changed = editions.change_edition(small.desk, small.edition.id, {"day_boundary": minutes})
        assert changed.day_boundary == minutes
    assert label(small.desk) == "Change “1st Chip Forum”"


def test_removed_edition_takes_everything_in_it_and_leaves_the_rest(small: Small) -> None:
    editions.remove_edition(small.desk, small.edition.id)
    counts = {kind.__name__: small.desk.count(kind) for kind in KINDS}
    assert {name: count for name, count in counts.items() if count} == {
        "Image": 1,
        "Organization": 3,
        "Person": 3,
        "Series": 2,
        "SeriesHost": 2,
        "Edition": 1,
        "Commitment": 1,
        "CommitmentOwner": 2,
        "Report": 1,
        "Term": 1,  # of a series
        "OwnTheme": 1,  # of the file
        "SavedView": 1,  # a way to look at any list of the file
    }
    [promise] = small.desk.find(Commitment)
    assert (promise.edition, promise.aim, promise.session) == (None, None, None)
    assert label(small.desk) == "Remove edition “1st Chip Forum”"


def test_removed_edition_takes_what_was_reported_at_it(small: Small) -> None:
    editions.remove_edition(small.desk, small.later.id)
    assert small.desk.count(Report) == 0
    assert small.desk.count(Commitment) == 1


def test_hosts_of_a_role_are_set_where_the_role_stands(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    sponsor = desk.find(Organization)[0]
    editions.add_host(desk, edition, sponsor.id, {"role": HostRole.SPONSOR})
    editions.set_hosts(desk, edition, [small.sia.id], HostRole.CO_HOST)
    hosts = desk.find(Host, edition=edition)
    assert [(host.organization, host.role, host.position) for host in hosts] == [
        (small.sia.id, HostRole.CO_HOST, 0),
        (sponsor.id, HostRole.SPONSOR, 1),
    ]
    added = editions.set_hosts(desk, edition, [small.ksia.id], HostRole.ORGANIZER)
    assert [host.position for host in added] == [2]


def test_host_is_changed_ordered_and_removed(small: Small) -> None:
    desk = small.desk
    first, second = desk.find(Host, edition=small.edition.id)
    editions.change_host(desk, first.id, {"role": HostRole.HOST})
    assert label(desk) == "Change host KSIA"
    editions.order_hosts(desk, small.edition.id, [second.id])
    assert [host.id for host in desk.find(Host)] == [second.id, first.id]
    editions.remove_host(desk, second.id)
    [left] = desk.find(Host)
    assert left == Host(first.id, small.edition.id, small.ksia.id, HostRole.HOST, 1)


def test_side_is_added_changed_ordered_and_removed(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    other = editions.add_side(desk, edition, en("U.S."), {"country": "US"})
    assert other == Side(other.id, edition, en("U.S."), country="US", position=1)
    changed = editions.change_side(desk, other.id, {"organization": small.sia.id})
    assert changed.organization == small.sia.id
    editions.order_sides(desk, edition, [other.id])
    assert [side.name for side in desk.find(Side)] == [en("U.S."), en("Korea")]
    editions.remove_side(desk, small.side.id)
    assert desk.find(Side) == [desk.get(Side, other.id)]
    assert desk.get(Participation, small.hong.id).side is None


def test_country_is_two_capitals(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="“Korea” does not fit the field “country”"):
        editions.change_side(small.desk, small.side.id, {"country": "Korea"})


def test_room_is_added_changed_ordered_and_removed(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    third = editions.add_room(desk, edition, en("Garden"), {"layout": "standing"})
    assert third == Room(third.id, edition, en("Garden"), layout="standing", position=2)
    assert editions.change_room(desk, third.id, {"capacity": 0}).capacity == 0
    editions.order_rooms(desk, edition, [third.id, small.annex.id])
    rooms = desk.find(Room)
    assert [room.name for room in rooms] == [en("Garden"), en("Annex"), en("Hall")]
    editions.remove_room(desk, small.hall.id)
    links = desk.find(SessionRoom, session=small.opening.id)
    assert [link.room for link in links] == [small.annex.id]
    assert label(desk) == "Remove room “Hall”"


def test_room_holds_no_fewer_than_nobody(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="“-1” does not fit the field “capacity”"):
        editions.change_room(small.desk, small.hall.id, {"capacity": -1})


def test_track_is_added_changed_ordered_and_removed(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    second = editions.add_track(desk, edition, en("Industry"), {})
    assert second == Track(second.id, edition, en("Industry"), position=1)
    assert editions.change_track(desk, second.id, {"color": "#123ABC"}).color == "#123ABC"
    editions.order_tracks(desk, edition, [second.id])
    assert [track.id for track in desk.find(Track)] == [second.id, small.track.id]
    editions.remove_track(desk, small.track.id)
    assert desk.get(Session, small.opening.id).track is None


@pytest.mark.parametrize("order", ["twice", "foreign"])
def test_order_that_names_what_is_not_there_is_refused(small: Small, order: str) -> None:
    elsewhere = editions.add_room(small.desk, small.later.id, en("Elsewhere"), {})
    rooms = [small.annex.id, small.annex.id] if order == "twice" else [elsewhere.id]
    with pytest.raises(ForumDeskError, match="names something that is not in the list"):
        editions.order_rooms(small.desk, small.edition.id, rooms)


def test_what_is_not_there_can_not_be_changed(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="nowhere"):
        editions.add_room(small.desk, "nowhere", en("Room"), {})
    assert small.desk.count(Person) == 3
