# SPDX-License-Identifier: MIT
"""What is done with a series over the years."""

from datetime import date

import pytest

from forumdesk.domain.chronicle import chronicle
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, Host, HostRole, Series, SeriesHost
from forumdesk.domain.frozen import thaw
from forumdesk.domain.people import Organization
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import Text
from forumdesk.services import editions, series
from forumdesk.services.publishing import publish_version
from tests.services.small import Small, en, label


def numbers(small: Small) -> list[int | None]:
    held = small.desk.find(Edition, series=small.series.id)
    return [edition.number for edition in held]


def test_planned_edition_has_its_hosts_in_their_turn(small: Small) -> None:
    fields = {"first_day": date(2026, 6, 25), "city": en("Seoul"), "timezone": "Asia/Seoul"}
    made = series.plan_edition(small.desk, small.series.id, fields, [small.sia.id, small.ksia.id])
    assert label(small.desk) == "Add edition of “Chip Forum”"
    assert (made.number, made.first_day, made.city) == (3, date(2026, 6, 25), en("Seoul"))
    hosts = small.desk.find(Host, edition=made.id)
    assert [(host.organization, host.role) for host in hosts] == [
        (small.sia.id, HostRole.HOST),
        (small.ksia.id, HostRole.CO_HOST),
    ]
    small.desk.undo()
    assert small.desk.count(Edition, id=made.id) == 0


def test_editions_are_renumbered_from_one_on(small: Small) -> None:
    series.plan_edition(small.desk, small.series.id, {}, [])
    steps = len(small.desk.history())
    found = series.renumber_editions(small.desk, small.later.id, 31)
    assert [edition.number for edition in found] == [31, 32]
    assert numbers(small) == [1, 31, 32]
    assert len(small.desk.history()) == steps + 1
    assert label(small.desk) == "Renumber editions of “Chip Forum”"
    small.desk.undo()
    assert numbers(small) == [1, 2, 3]


def test_renumbering_follows_time_not_entry(small: Small) -> None:
    earlier = editions.add_edition(small.desk, small.series.id, {"first_day": date(2020, 6, 25)})
    series.renumber_editions(small.desk, earlier.id, 1)
    assert numbers(small) == [2, 3, 1]


def test_number_below_one_is_refused(small: Small) -> None:
    with pytest.raises(ForumDeskError) as refused:
        series.renumber_editions(small.desk, small.edition.id, 0)
    assert str(refused.value) == "Editions are numbered from 1. Nothing was changed."


def test_renumbering_to_the_same_numbers_is_no_step(small: Small) -> None:
    steps = len(small.desk.history())
    series.renumber_editions(small.desk, small.edition.id, 1)
    assert len(small.desk.history()) == steps


def test_published_versions_keep_the_numbers_they_were_printed_with(small: Small) -> None:
    version = publish_version(small.desk, small.edition.id, "As printed")
    before = small.desk.get(Version, version.id)
    series.renumber_editions(small.desk, small.edition.id, 31)
    after = small.desk.get(Version, version.id)
    assert after == before
    printed = thaw(after.content)
    assert (printed.edition.number, printed.title["en"]) == (1, "1st Chip Forum")
    now = chronicle(small.desk, small.series.id).held[0].edition
    assert now.number == 31


def test_host_is_added_by_any_of_its_names(small: Small) -> None:
    series.add_series_host_by_name(small.desk, small.series.id, " nothing yet ")
    hosts = small.desk.find(SeriesHost, series=small.series.id)
    called = [small.desk.get(Organization, host.organization).name.best(("en",)) for host in hosts]
    assert called == ["KSIA", "SIA", "Nothing Yet"]
    assert label(small.desk) == "Add nothing yet to the hosts of “Chip Forum”"


def test_host_that_is_not_known_is_added_to_the_directory(small: Small) -> None:
    steps = len(small.desk.history())
    series.add_series_host_by_name(small.desk, small.series.id, "대만반도체협회")
    (body,) = [o for o in small.desk.find(Organization) if "대만" in o.name.get("ko", "")]
    assert body.name == Text.of(ko="대만반도체협회")
    assert len(small.desk.history()) == steps + 1
    with pytest.raises(ForumDeskError):
        series.add_series_host_by_name(small.desk, small.series.id, " ")


def test_host_that_is_there_stays_where_it_is(small: Small) -> None:
    series.add_series_host_by_name(small.desk, small.series.id, "ksia")
    hosts = small.desk.find(SeriesHost, series=small.series.id)
    assert [host.organization for host in hosts] == [small.ksia.id, small.sia.id]


def test_rule_is_kept_as_it_was_understood(small: Small) -> None:
    changed = editions.change_series(small.desk, small.series.id, {"recurrence": "every 6 months"})
    assert changed.recurrence == "FREQ=MONTHLY;INTERVAL=6"
    made = editions.create_series(small.desk, en("Other"), {"recurrence": "rrule:freq=yearly"})
    assert made.recurrence == "FREQ=YEARLY"


def test_rule_by_which_no_day_comes_is_refused(small: Small) -> None:
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    with pytest.raises(ForumDeskError) as refused:
        editions.change_series(small.desk, small.series.id, {"recurrence": rule})
    assert str(refused.value) == "There is no such day: month 2, day 30."
    with pytest.raises(ForumDeskError):
        editions.create_series(small.desk, en("Other"), {"recurrence": "sometimes"})


def test_series_with_a_rule_of_old_can_be_edited_all_the_same(small: Small) -> None:
    with small.desk.step("As an earlier version wrote it"):
        kept = Series(small.series.id, small.series.title, recurrence="every so often")
        small.desk.put(kept)
    changed = editions.change_series(small.desk, small.series.id, {"paper": "Letter"})
    assert (changed.paper, changed.recurrence) == ("Letter", "every so often")


def test_chronicle_tells_what_each_edition_has(small: Small) -> None:
    of = chronicle(small.desk, small.series.id)
    first, later = of.held
    assert [host.id for host in first.hosts] == [small.ksia.id, small.sia.id]
    assert (first.sessions, first.participants) == (4, 2)
    assert (later.hosts, later.sessions, later.participants) == ((), 0, 0)
    assert [host.id for host in of.hosts] == [small.ksia.id, small.sia.id]
    assert of.countries == ("US",)
    assert [other.series.title for other in of.others] == [en("No Editions Yet")]
    empty = chronicle(small.desk, of.others[0].series.id)
    assert (empty.held, empty.hosts) == ((), ())
