# SPDX-License-Identifier: MIT
"""The order of precedence: rules, pins, and who does not come."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, HostRole, Series, Side
from forumdesk.domain.grades import grades
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Organization, Participation, Person
from forumdesk.domain.precedence import (
    CRITERIA,
    carry_ranking,
    in_order,
    order,
    pinned_place,
    ranking,
    rule_sets,
    rules_named,
    rules_of,
)
from forumdesk.domain.wording import Text

KSIA, SIA = "ksia", "sia"
KR, US = "side-kr", "side-us"


def somebody(name: str, office: str = "", side: str | None = None, **more: object) -> tuple:
    person = Person(f"person {name}", names_from(name))
    made = Participation(name, "e", person.id, office=Text.of(en=office), side=side)
    return person, replace(made, **more)


def forum(*who: tuple, rules: str = "", zone: str = "Asia/Seoul") -> Dossier:
    edition = Edition("e", "s", timezone=zone, precedence=rules)
    hosts = (Host("h1", "e", KSIA), Host("h2", "e", SIA, HostRole.CO_HOST, 1))
    return Dossier(
        Series("s", Text.of(en="Forum"), languages=("en", "ko")),
        edition,
        hosts=hosts,
        sides=(
            Side(KR, "e", Text.of(en="Korea"), "KR", KSIA),
            Side(US, "e", Text.of(en="United States"), "US", SIA, 1),
        ),
        organizations=(Organization(KSIA, Text.of(en="K")), Organization(SIA, Text.of(en="S"))),
        people=tuple(person for person, _ in who),
        participations=tuple(made for _, made in who),
    )


def names(dossier: Dossier) -> list[str]:
    places = ranking(dossier)
    return sorted(places, key=places.__getitem__)


def test_by_state_the_grade_comes_first_then_guests_then_who_was_in_office_earlier() -> None:
    dossier = forum(
        somebody("Director Home", "Director", KR),
        somebody("Minister Home", "Minister", KR),
        somebody("Minister Guest", "Minister", US, since=date(2024, 1, 1)),
        somebody("Minister Elder", "Minister", US, since=date(2020, 1, 1)),
        somebody("Nobody Knows"),
        rules="state",
    )
    guests, elder = "Minister Guest", "Minister Elder"
    assert names(dossier) == [elder, guests, "Minister Home", "Director Home", "Nobody Knows"]
    abroad = replace(dossier, edition=replace(dossier.edition, timezone="America/New_York"))
    assert names(abroad)[:3] == ["Minister Home", elder, guests]


def test_by_association_the_heads_of_the_hosts_come_before_ministers() -> None:
    dossier = forum(
        somebody("A Minister", "Minister", US),
        somebody("S President", "President", US, organization=SIA),
        somebody("K Chairman", "Chairman", KR, organization=KSIA),
        somebody("K Vice", "Vice Chairman", KR, organization=KSIA),
        somebody("Zoe Manager", "Manager", US),
        somebody("Adam Beta", "Manager", US),
        somebody("Adam Alpha", "Manager", US),
    )
    assert rules_of(dossier).name == "association"
    assert names(dossier) == [
        *("K Chairman", "S President", "A Minister", "K Vice"),
        *("Adam Alpha", "Adam Beta", "Zoe Manager"),
    ]


def test_a_clerk_of_a_host_is_not_its_head() -> None:
    dossier = forum(
        somebody("K Clerk", "Coordinator", KR, organization=KSIA),
        somebody("A Director", "Director", US),
    )
    assert names(dossier) == ["A Director", "K Clerk"]


def test_sides_take_turns_and_who_does_not_come_takes_none() -> None:
    dossier = forum(
        somebody("K2", "Director", KR),
        somebody("K1", "Minister", KR),
        somebody("K0", "President of the Republic", KR, status=Invitation.DECLINED),
        somebody("U1", "Ambassador", US),
        somebody("U2", "Manager", US),
        somebody("U3", "Student", US),
        somebody("Neither", "Minister"),
        rules="alternating",
    )
    assert names(dossier) == ["K1", "U1", "K2", "U2", "U3", "Neither", "K0"]


def test_hangul_goes_by_hangul_and_latin_by_family_name() -> None:
    those = [somebody(name) for name in ("홍길동", "Zed Adams", "강감찬", "Amy Young", "Ännie Aab")]
    dossier = forum(*those)
    assert names(dossier) == ["Ännie Aab", "Zed Adams", "Amy Young", "강감찬", "홍길동"]
    korean = replace(dossier, series=replace(dossier.series, languages=("ko", "en")))
    assert names(korean) == ["강감찬", "홍길동", "Ännie Aab", "Zed Adams", "Amy Young"]


def test_a_grade_set_by_hand_counts_more_than_the_office() -> None:
    dossier = forum(
        somebody("Called Manager", "Manager", grade="minister"), somebody("Real", "Vice Minister")
    )
    assert names(dossier) == ["Called Manager", "Real"]


def test_who_is_pinned_stands_exactly_there_and_others_fill_in() -> None:
    dossier = forum(
        *(somebody(name, "Manager") for name in ("A A", "B B", "C C")),
        somebody("Low", "Student", rank=2, pin_reason="Speaks first"),
        somebody("Last", "Minister", rank=5),
    )
    assert names(dossier) == ["A A", "Low", "B B", "C C", "Last"]


def test_two_pinned_at_one_place_and_one_beyond_the_end() -> None:
    dossier = forum(
        somebody("Second", "Manager", rank=1),
        somebody("First", "Minister", rank=1),
        somebody("Far", "Minister", rank=90),
        somebody("Free", "Student"),
    )
    assert names(dossier) == ["First", "Second", "Free", "Far"]


def test_those_pinned_behind_somebody_absent_move_up() -> None:
    gone = somebody("Gone", "Minister", rank=1, status=Invitation.DECLINED)
    dossier = forum(gone, somebody("Two", "Manager", rank=2), somebody("By rule", "Vice Minister"))
    assert names(dossier) == ["Two", "By rule", "Gone"]
    assert [pinned_place(rank, [1, 4]) for rank in (1, 2, 4, 5)] == [1, 1, 3, 3]


def test_some_are_put_in_the_order_of_all() -> None:
    dossier = forum(*(somebody(n, "Manager") for n in ("C C", "B B", "A A")))
    chosen = [dossier.participation["C C"], dossier.participation["A A"]]
    assert [one.id for one in in_order(dossier, chosen)] == ["A A", "C C"]


def test_every_set_of_rules_says_what_it_is_in_both_languages() -> None:
    sets = rule_sets()
    assert [rules.name for rules in sets] == ["association", "alternating", "state"]
    known = {grade.name for grade in grades()}
    for rules in sets:
        assert set(rules.title) == set(rules.about) == {"ko", "en"}
        assert set(rules.criteria) <= set(CRITERIA)
        assert rules.heads in known


def test_rules_that_there_are_not_are_refused_or_replaced() -> None:
    assert rules_named("").name == "association"
    with pytest.raises(ForumDeskError, match=r"no rules of precedence “nonsense”.*state"):
        rules_named("nonsense")
    assert rules_of(forum(rules="nonsense")).name == "association"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Minister", "Director", "", "Student"]),
            st.none() | st.integers(1, 12),
            st.sampled_from([KR, US, None]),
            st.sampled_from(Invitation),
        ),
        max_size=9,
    ),
    st.sampled_from([rules.name for rules in rule_sets()]),
)
def test_everybody_has_one_place(who: list, rules: str) -> None:
    dossier = forum(
        *(
            somebody(f"No {n}", office, side, rank=rank, status=status)
            for n, (office, rank, side, status) in enumerate(who)
        )
    )
    ids = order(dossier, rules_named(rules))
    assert sorted(ids) == sorted(dossier.participation)
    places = ranking(replace(dossier, edition=replace(dossier.edition, precedence=rules)))
    assert sorted(places.values()) == list(range(1, len(who) + 1))


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_criterion_orders_any_edition(criterion: str) -> None:
    who = [somebody(f"No {n}", "Minister", side) for n, side in enumerate((US, None, KR))]
    rules = replace(rules_named("state"), criteria=(criterion,))
    found = {"guests": "No 0", "home": "No 2", "side": "No 2"}.get(criterion)
    first = order(forum(*who), rules)[0]
    assert first == (found or "No 0")


def test_the_order_is_taken_over_while_nothing_it_follows_from_changes() -> None:
    before = forum(somebody("A A", "Manager"), somebody("B B", "Minister"))
    places = ranking(before)
    same = replace(before, parts=())
    carry_ranking(before, same)
    assert ranking(same) is places
    other = replace(before, participations=before.participations[:1])
    carry_ranking(before, other)
    assert ranking(other) == {"A A": 1}
    rules = replace(before, edition=replace(before.edition, precedence="state"))
    carry_ranking(before, rules)
    assert ranking(rules) is not places
    unasked = forum(somebody("A A"))
    later = replace(unasked, parts=())
    carry_ranking(unasked, later)
    assert ranking(later) == {"A A": 1}
