# SPDX-License-Identifier: MIT
"""Lists of participants: who is on them, in which order, and what stands in their columns."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.columns import COLUMNS, Reader
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series, Side
from forumdesk.domain.listed import ListOrder
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import (
    Consent,
    Contact,
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.roster import Asked, Roster, columns_for, name_read_back, plain
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in

EN, KO = words_in("en"), words_in("ko")
YES, NO = Consent("list", True), Consent("list", False)


def person(id: str, hangul: str = "", latin: str = "", **more: Any) -> Person:
    names = {Script.HANGUL: hangul, Script.LATIN: latin}
    parts = {script: name.split(" ") for script, name in names.items() if name}
    return Person(id, Names.of({s: Name(f, " ".join(g)) for s, (f, *g) in parts.items()}), **more)


def coming(id: str, **more: Any) -> Participation:
    usual = {"person": id[2:], "status": Invitation.ACCEPTED, "consents": (YES,)}
    return Participation(id, "e", **{**usual, **more})


PEOPLE = (
    person("kim", "김 철수", "Kim Cheol-su", contacts=(Contact("phone", "+82 2-1"),)),
    person("na", "나 영희", "Na Yeong-hui"),
    Person("berg", Names.of({Script.LATIN: Name("van den Berg", "Jan")})),
    person("doe", "", "Doe Jane"),
)
FORUM = Dossier(
    series=Series("s", Text.of(ko="포럼", en="Forum")),
    edition=Edition("e", "s", last_day=date(2027, 6, 24), timezone="Asia/Seoul"),
    sides=(
        Side("us", "e", Text.of(ko="미국", en="United States"), position=0),
        Side("kr", "e", Text.of(ko="한국", en="Korea"), position=1),
    ),
    organizations=(
        Organization("b", Text.of(ko="나라", en="Abc"), country="US"),
        Organization("a", Text.of(ko="가나", en="Xyz"), country="KR"),
    ),
    people=PEOPLE,
    participations=(
        coming("p-kim", side="kr", organization="a", number=4, office=Text.of(ko="장관")),
        coming("p-na", side="kr", organization="b", rank=1, number=3),
        coming("p-berg", side="us", organization="b", number=2, status=Invitation.TENTATIVE),
        coming("p-doe", side="us", organization="a", number=1, consents=(NO,)),
    ),
)


def ids(asked: Asked, dossier: Dossier = FORUM) -> list[str]:
    return [one.id[2:] for one in Roster(dossier, asked, EN).listed]


def rows(*columns: str, dossier: Dossier = FORUM, **asked: Any) -> list[tuple[object, ...]]:
    usual = {"columns": columns, "order": ListOrder.NAME, "languages": ("ko", "en")}
    return list(Roster(dossier, Asked(**{**usual, **asked}), EN).rows())


def test_lists_are_ordered_by_side_organization_or_name() -> None:
    assert ids(Asked(languages=("en",))) == ["doe", "berg", "na", "kim"]
    assert ids(Asked(order=ListOrder.NAME, languages=("ko",))) == ["kim", "na", "doe", "berg"]
    assert ids(Asked(order=ListOrder.NAME, languages=("en",))) == ["doe", "kim", "na", "berg"]
    by_body = Asked(order=ListOrder.ORGANIZATION)
    assert ids(replace(by_body, languages=("ko",))) == ["kim", "doe", "na", "berg"]
    assert ids(replace(by_body, languages=("en",))) == ["na", "berg", "kim", "doe"]


def test_the_public_list_has_who_comes_and_agreed() -> None:
    assert set(ids(Asked(Reader.PUBLIC))) == {"kim", "na"}
    assert set(ids(Asked(Reader.DOOR))) == {"kim", "na", "berg", "doe"}
    gone = replace(FORUM.participations[0], status=Invitation.DECLINED)
    silent = replace(FORUM.participations[1], consents=())
    other = replace(FORUM, participations=(gone, silent, *FORUM.participations[2:]))
    assert ids(Asked(Reader.PUBLIC), other) == []
    assert set(ids(Asked(Reader.DOOR), other)) == {"na", "berg", "doe"}
    assert set(ids(Asked(Reader.ORGANIZER), other)) == {"kim", "na", "berg", "doe"}


@pytest.mark.parametrize(
    ("consents", "on_it"),
    [
        ((YES, NO), False),
        ((replace(YES, until=date(2027, 6, 23)),), False),
        ((replace(YES, until=date(2027, 6, 24)),), True),
        ((Consent("photo", True),), False),
    ],
)
def test_a_refusal_counts_and_an_ended_consent_does_not(
    consents: tuple[Consent, ...], on_it: bool
) -> None:
    one = replace(FORUM.participations[0], consents=consents)
    assert ids(Asked(Reader.PUBLIC), replace(FORUM, participations=(one,))) == ["kim"] * on_it


def test_a_body_s_seat_is_on_no_public_list() -> None:
    seat = coming("p-seat", person=None, organization="a")
    dossier = replace(FORUM, participations=(seat,))
    assert ids(Asked(Reader.PUBLIC), dossier) == []
    assert ids(Asked(Reader.DOOR), dossier) == ["seat"]
    assert rows("hangul", "organization.en", dossier=dossier) == [("", "Xyz")]


def test_columns_stand_once_for_each_language() -> None:
    asked = Asked(columns=("latin", "office", "organization.en"), languages=("ko", "en"))
    assert Roster(FORUM, asked, EN).head == (
        *("Name (Latin)", "Office (Korean)", "Office (English)", "Organization (English)"),
    )
    assert rows("latin", "office", "organization.en")[0] == ("Cheol-su Kim", "장관", "", "Xyz")


def test_what_stands_in_the_cells() -> None:
    kim = rows("number", "hangul", "latin", "office", "status", "consent-list", "country")[0]
    assert kim == (4, "김철수", "Cheol-su Kim", "장관", "", "Accepted", "yes", "KR")
    assert rows("phone", "family", "given", "side")[0] == ("+82 2-1", "김", "철수", "Korea")
    doe = rows("consent-list", "consent-photo", "rank", "came")[2]
    assert doe == ("no", "", "", "")
    korean = Roster(FORUM, Asked(columns=("status", "consent-list")), KO)
    assert next(iter(korean.rows())) == ("참석", "아니요")


def test_the_name_is_said_in_every_script_without_a_column_of_its_own() -> None:
    assert [row[0] for row in rows("name")] == [
        "김철수 (Cheol-su Kim)",
        "나영희 (Yeong-hui Na)",
        "Jane Doe",
        "van den Berg, Jan",
    ]
    assert [row[1] for row in rows("hangul", "name")] == [
        *("Cheol-su Kim", "Yeong-hui Na", "Jane Doe", "van den Berg, Jan"),
    ]


def test_a_name_in_a_rare_script_brings_its_column() -> None:
    usual = Roster(FORUM, Asked(), EN)
    assert "name" not in {place.key for place in usual.places}
    ivan = Person("ivan", Names.of({Script.CYRILLIC: Name("Иванов", "Иван")}))
    more = replace(FORUM, people=(*PEOPLE, ivan), participations=(coming("p-ivan"),))
    with_him = Roster(more, Asked(), EN)
    at = [place.key for place in with_him.places].index("name")
    assert [row[at] for row in with_him.rows()] == ["Иванов, Иван"]


def test_private_columns_are_refused_to_others_and_stand_nowhere_by_themselves() -> None:
    for reader in (Reader.PUBLIC, Reader.DOOR):
        with pytest.raises(ForumDeskError, match="phone"):
            Roster(FORUM, Asked(reader, ("phone",)), EN)
    with pytest.raises(ForumDeskError, match=r"shoe.*number, hangul"):
        Roster(FORUM, Asked(columns=("shoe",)), EN)
    for reader in Reader:
        usual = {place.column.key for place in Roster(FORUM, Asked(reader), EN).places}
        assert not usual & {"email", "phone", "mobile", "address", "diet", "notes", "about"}
        everything = columns_for(reader, ("ko", "en"))
        assert Roster(FORUM, Asked(reader, tuple(p.key for p in everything)), EN).places == (
            everything
        )


def test_every_column_has_cells() -> None:
    one = replace(
        FORUM.participations[0],
        arrives=datetime(2027, 6, 23, 18, 5),
        since=date(2020, 5, 1),
        honored=True,
    )
    dossier = replace(FORUM, participations=(one,))
    asked = Asked(columns=tuple(column.key for column in COLUMNS), languages=("ko",))
    roster = Roster(dossier, asked, EN)
    (row,) = roster.rows()
    said = dict(zip([place.key for place in roster.places], map(plain, row), strict=True))
    assert (said["arrives"], said["since"], said["honored"]) == (
        *("2027-06-23 18:05", "2020-05-01", "yes"),
    )


def test_who_came_is_told_in_the_edition_s_own_time() -> None:
    at = datetime(2027, 6, 24, 0, 30, tzinfo=UTC)
    lines = (
        CheckIn("1", "p-kim", at),
        CheckIn("2", "p-na", at),
        CheckIn("3", "p-na", at.replace(hour=1), how=CheckInHow.UNDONE),
        CheckIn("4", "p-kim", at.replace(hour=2)),
    )
    found = rows("came", dossier=replace(FORUM, check_ins=lines))
    assert [row[0] for row in found] == [datetime(2027, 6, 24, 9, 30), "", "", ""]


def test_only_those_chosen_are_listed() -> None:
    assert ids(Asked(only=frozenset({"p-kim", "p-doe"}))) == ["doe", "kim"]


WORD = st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True)
LATIN = st.builds(" ".join, st.lists(st.one_of(WORD, st.just("de")), min_size=1, max_size=3))
HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=4)


@given(
    st.one_of(st.tuples(LATIN, LATIN), st.tuples(HANGUL, HANGUL)),
    st.sampled_from([None, True, False]),
)
def test_names_are_read_back_as_they_were(name: tuple[str, str], order: bool | None) -> None:
    script = Script.HANGUL if name[0][0] > "\u1100" else Script.LATIN
    names = Names.of({script: Name(*name)})
    assert names_from(name_read_back(Person("x", names, order), script)) == names


def test_what_is_said_in_further_languages_has_columns_too() -> None:
    tel = Organization("tel", Text.of(ja="東京エレクトロン", en="TEL"))
    abroad = replace(
        FORUM,
        organizations=(*FORUM.organizations, tel),
        participations=(coming("p-na", organization="tel", office=Text.of(ja="部長")),),
    )
    wanted = Asked(columns=("organization", "office", "badge-name"))
    roster = Roster(abroad, wanted, EN)
    assert [place.key for place in roster.places] == [
        *("organization.ko", "organization.en", "organization.ja"),
        *("office.ko", "office.en", "office.ja", "badge-name.ko", "badge-name.en"),
    ]
    (row,) = roster.rows()
    assert row == ("", "TEL", "東京エレクトロン", "", "", "部長", "", "")
    asked = Roster(abroad, replace(wanted, languages=("ko",)), EN)
    assert [place.key for place in asked.places] == [
        "organization.ko",
        "office.ko",
        "badge-name.ko",
    ]
