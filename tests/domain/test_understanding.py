# SPDX-License-Identifier: MIT
"""Rows of foreign lists as entries: what is said is understood, kept, or told."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain import headings
from forumdesk.domain.desk import Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.people import Consent, Contact, Invitation, Name, Names, Script
from forumdesk.domain.tables import Row
from forumdesk.domain.understanding import Understanding
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in

HONG = Names.of({Script.HANGUL: Name("홍", "길동")})


def entry(**cells: str) -> ListEntry:
    """An entry of a row whose headings are the keywords."""
    return listed(list(cells), [list(cells.values())])[0]


def listed(names: list[str], rows: list[list[str]]) -> list[ListEntry]:
    understanding = Understanding(names, headings.guess(names))
    return list(understanding.entries(Row(at, tuple(row)) for at, row in enumerate(rows, start=2)))


def told(one: ListEntry) -> list[str]:
    return [finding.phrase.said(words_in("en")) for finding in one.findings]


def test_a_row_becomes_an_entry() -> None:
    one = entry(
        접수번호="R-7", 성명="홍길동", 소속="한국반도체산업협회", 부서="정책실", 직위="부회장",
        이메일="gil@a.kr", 휴대폰="010-1234-5678", 국가="대한민국", 구분="연사", 참석여부="참석",
        비고="채식\n창가", 대표단="한국", 좌석="A-1",
    )  # fmt: skip
    assert one == ListEntry(
        line=2,
        names=HONG,
        key="R-7",
        person={"contacts": (Contact("email", "gil@a.kr"), Contact("mobile", "010-1234-5678"))},
        participation={
            "office": Text.of(ko="정책실 부회장"),
            "category": "연사",
            "status": Invitation.ACCEPTED,
            "notes": "채식\n창가",
            "seat": "A-1",
        },
        organization=Text.of(ko="한국반도체산업협회"),
        country="KR",
        side="한국",
        cells=one.cells,
    )


def test_a_field_without_a_column_is_missing_and_an_empty_cell_is_empty() -> None:
    one = entry(성명="홍길동", 이메일="", 직위="", 비고="", 참석여부="", 의전순위="", 취임일="")
    assert one.person == {"contacts": ()}
    assert one.participation == {"office": EMPTY, "notes": "", "rank": None, "since": None}


def test_family_and_given_names_apart_are_put_together() -> None:
    one = entry(**{"Last name": "Hong", "First name": "Gil-dong", "Name (Hangul)": "홍길동"})
    assert one.names == Names.of({**HONG, Script.LATIN: Name("Hong", "Gil-dong")})
    two = entry(성="홍", 이름="길동")
    assert two.names == HONG
    three = entry(**{"First name": "Ana", "Middle name": "María", "Surname": "Cruz"})
    assert three.names == Names.of({Script.LATIN: Name("Cruz", "Ana María")})


def test_names_in_several_columns_meet_and_contradictions_are_kept() -> None:
    one = entry(성명="홍길동", 영문성명="HONG GILDONG", 한자="洪吉童", 비고="x")
    assert one.names[Script.LATIN] == Name("Hong", "Gildong")
    names = ["성명", "성명"]
    two = listed(names, [["홍길동", "홍길순"]])[0]
    assert (two.names, two.participation) == (HONG, {"notes": "홍 길순"})


def test_a_title_glued_to_a_name_is_the_office_where_the_list_says_none() -> None:
    one = entry(성명="김철수 교수님", 소속="서울대학교")
    assert one.participation == {"office": Text.of(ko="교수")}
    assert one.person == {"honorific": Text.of(ko="교수님")}
    two = entry(성명="김철수 교수님", 직위="학장")
    assert two.participation == {"office": Text.of(ko="학장")}


def test_offices_with_line_breaks_are_one_line_or_one_in_each_language() -> None:
    one = entry(성명="홍길동", 직위="산업통상자원부\n장관", 소속="KSIA 부회장")
    assert one.participation["office"] == Text.of(ko="산업통상자원부 장관")
    assert one.organization == Text.of(ko="KSIA 부회장")
    two = entry(성명="홍길동", 직위="부회장\nVice Chairman", 소속="협회||Association")
    assert two.participation["office"] == Text.of(ko="부회장", en="Vice Chairman")
    assert two.organization == Text.of(ko="협회", en="Association")


def test_house_and_office_in_one_cell_are_told_apart_where_that_is_sure() -> None:
    said = {
        "한국반도체산업협회\n부회장": ("한국반도체산업협회", "부회장"),
        "산업통상자원부||반도체과 과장": ("산업통상자원부", "반도체과 과장"),
        "대한상공회의소 회장": ("대한상공회의소", "회장"),
        "서울대학교 전기정보공학부 교수": ("", "서울대학교 전기정보공학부 교수"),
        "(주) 세미텍 대표이사": ("", "(주) 세미텍 대표이사"),
        "SIA President": ("", "SIA President"),
        "협회\nVice Chairman": ("", "Vice Chairman"),
    }
    for cell, (body, office) in said.items():
        one = entry(**{"성명": "홍길동", "소속 및 직위": cell})
        assert isinstance(one.participation["office"], Text)
        assert (one.organization.best(), one.participation["office"].best()) == (body, office)


def test_texts_are_in_the_language_of_their_column_or_script() -> None:
    one = entry(**{"Name": "A B", "소속(국문)": "KSIA", "소속(영문)": "KSIA", "직위": "CEO"})
    assert one.organization == Text.of(ko="KSIA", en="KSIA")
    assert one.participation["office"] == Text.of(en="CEO")
    two = entry(氏名="山田 太郎", 会社="東京大学", 部署="工学部", 役職="教授")
    assert two.organization == Text.of(ja="東京大学")
    assert two.participation["office"] == Text.of(ja="工学部 教授")
    three = entry(Name="A B", Department="Policy", Position="Director")
    assert three.participation["office"] == Text.of(en="Director, Policy")


def test_several_ways_to_reach_somebody_in_a_cell() -> None:
    one = entry(
        성명="홍길동", 전화="02-123-4567 / 010-1234-5678", 이메일="a@x.kr; b@y.kr",
        연락처="02-1 안내 123, gil@z.kr, 010 9999 8888", 홈페이지="http://a.kr||www.b.kr",
        주소="서울 중구\n을지로 1",
    )  # fmt: skip
    assert one.person["contacts"] == (
        Contact("phone", "02-123-4567"), Contact("phone", "010-1234-5678"),
        Contact("email", "a@x.kr"), Contact("email", "b@y.kr"), Contact("email", "gil@z.kr"),
        Contact("phone", "02-1 안내 123"), Contact("mobile", "010 9999 8888"),
        Contact("url", "http://a.kr"), Contact("url", "www.b.kr"),
        Contact("address", "서울 중구\n을지로 1"),
    )  # fmt: skip
    assert not one.findings


@pytest.mark.parametrize(
    "number", ["+82 10-1234-5678", "0082-2-123-4567", "(02) 123-4567", "02)123-4567", "1588-0000"]
)
def test_telephone_numbers_stay_as_they_are_typed(number: str) -> None:
    one = entry(성명="홍길동", 전화=number)
    assert (one.person["contacts"], one.findings) == ((Contact("phone", number),), ())


def test_what_is_no_address_is_told_and_kept() -> None:
    one = entry(
        성명="홍길동", 이메일="gil(at)a.kr", 전화="비서실 문의", 홈페이지="javascript:x.y()"
    )
    assert one.person["contacts"] == ()
    assert one.participation["notes"] == (
        "이메일: gil(at)a.kr\n전화: 비서실 문의\n홈페이지: javascript:x.y()"
    )
    assert told(one) == [
        f"“{value}” under “{heading}” is not understood; it is kept as a note."
        for heading, value in (
            ("이메일", "gil(at)a.kr"),
            ("전화", "비서실 문의"),
            ("홈페이지", "javascript:x.y()"),
        )
    ]
    assert not entry(성명="홍길동", 이메일="-", 전화="없음", 홈페이지="N/A").findings


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("참석", Invitation.ACCEPTED), ("O", Invitation.ACCEPTED), ("Yes", Invitation.ACCEPTED),
        ("Confirmed", Invitation.ACCEPTED), ("등록 완료", Invitation.ACCEPTED),
        ("불참", Invitation.DECLINED), ("X", Invitation.DECLINED), ("Regrets", Invitation.DECLINED),
        ("미정", Invitation.TENTATIVE), ("Maybe", Invitation.TENTATIVE),
        ("대기", Invitation.WAITLISTED), ("취소", Invitation.CANCELLED),
        ("초청", Invitation.INVITED), ("초청 예정", Invitation.PROPOSED),
        ("Pending", Invitation.INVITED), ("○", Invitation.ACCEPTED), ("×", Invitation.DECLINED),
    ],
)  # fmt: skip
def test_statuses_are_understood_in_either_language(word: str, status: Invitation) -> None:
    assert entry(성명="홍길동", 참석여부=word).participation == {"status": status}


def test_unknown_words_are_kept_as_notes() -> None:
    one = entry(성명="홍길동", 참석여부="글쎄요", 국가="Atlantis", 취임일="언젠가", 의전순위="높음")
    assert one.participation == {
        "rank": None,
        "since": None,
        "notes": "참석여부: 글쎄요\n국가: Atlantis\n취임일: 언젠가\n의전순위: 높음",
    }
    assert (one.country, len(one.findings)) == ("", 4)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("대한민국", "KR"), ("한국", "KR"), ("Korea", "KR"), ("Republic of Korea", "KR"),
        ("South Korea", "KR"), ("KOR", "KR"), ("kr", "KR"), ("미국", "US"), ("U.S.A.", "US"),
        ("United States", "US"), ("US", "US"), ("일본", "JP"), ("日本", "JP"), ("Japan", "JP"),
        ("Deutschland", "DE"), ("UK", "GB"), ("네덜란드", "NL"), ("대만", "TW"), ("Vietnam", "VN"),
    ],
)  # fmt: skip
def test_countries_are_known_by_many_names(word: str, code: str) -> None:
    assert entry(성명="홍길동", 국가=word).country == code


def test_consents_are_yes_or_no() -> None:
    one = entry(
        **{"성명": "홍길동", "명단 게재 동의": "동의", "사진 사용 동의": "N", "연락 동의": ""}
    )
    assert one.participation == {"consents": (Consent("list", True), Consent("photo", False))}
    yes = ("예", "Y", "O", "✓", "TRUE", "네", "1")
    no = ("아니오", "no", "X", "FALSE", "비동의", "0")
    for words, given_ in ((yes, True), (no, False)):
        for word in words:
            found = entry(**{"성명": "홍길동", "May be listed": word}).participation["consents"]
            assert found == (Consent("list", given_),), word


def test_days_and_times_are_read_and_doubts_told() -> None:
    one = entry(성명="홍길동", 취임일="2024. 3. 4.", 도착="2024-06-26 18:30", 출발="6/7/2024")
    assert one.participation == {
        "since": date(2024, 3, 4),
        "arrives": datetime(2024, 6, 26, 18, 30),
        "departs": datetime(2024, 6, 7),
    }
    assert told(one) == ["“6/7/2024” may mean another day; it is read as 2024-06-07."]
    two = entry(성명="홍길동", 취임일="45470")
    assert two.participation == {"since": date(2024, 6, 27)}
    assert [f.severity for f in two.findings] == [Severity.NOTE]


def test_other_fields_take_their_values() -> None:
    one = entry(
        **{
            "Name": "Ana Cruz", "Family name first": "no", "Languages": "Korean, en; 일본어",
            "Diet": "Vegan", "Access needs": "Wheelchair", "Keep until": "2027-01-31",
            "About the person": "a\nb", "Biography": "x||y||||z", "Rank": "3",
            "Reason for the rank": "host", "Grade of office": "1", "Guest of honor": "yes",
            "Table": "5", "Name on the badge (English)": "Ana", "Reading": "AH-na",
            "Status since": "2024-05-01", "Answer by": "2024-06-01", "Checked in": "2024-06-27",
            "Form of address": "Ms.", "No.": "17",
        }
    )  # fmt: skip
    assert one.person == {
        "family_first": False, "languages": ("ko", "en", "ja"), "diet": "Vegan",
        "access": "Wheelchair", "keep_until": date(2027, 1, 31), "notes": "a\nb",
        "biography": Text.of(en="x\ny\n\nz"), "reading": Text.of(en="AH-na"),
        "honorific": Text.of(en="Ms."),
    }  # fmt: skip
    assert one.participation == {
        "rank": 3, "pin_reason": "host", "grade": "1", "honored": True, "table_name": "5",
        "badge_name": Text.of(en="Ana"), "status_on": date(2024, 5, 1),
        "reply_by": date(2024, 6, 1),
    }  # fmt: skip
    assert not one.findings


def test_several_columns_of_one_field_are_all_kept() -> None:
    names = ["성명", "소속", "기관명", "비고", "메모", "구분", "유형", "등록번호", "Languages"]
    row = ["김 교수님", "협회", "서울대", "a", "b", "연사", "VIP", "1.2E+11", "ko, Elvish"]
    one = listed(names, [row])[0]
    assert one.organization == Text.of(ko="협회, 서울대")
    assert one.person == {"honorific": Text.of(ko="교수님"), "languages": ("ko",)}
    assert one.participation == {
        "office": Text.of(ko="교수"),
        "category": "연사, VIP",
        "notes": "a\nb\n등록번호: 1.2E+11\nLanguages: Elvish",
    }
    two = listed(["성명", "소속", "기관명"], [["홍길동", "한국협회", "협회"]])[0]
    assert two.organization == Text.of(ko="한국협회")
    assert entry(**{"First name": "Jane Smith", "Last name": ""}).names[Script.LATIN] == Name(
        "Smith", "Jane"
    )


def test_what_a_cell_for_a_name_says_besides_is_kept() -> None:
    one = entry(성명="Jane Smith @jane <j@x.example>", 이메일="k@x.example", 내빈="글쎄")
    assert one.person == {
        "contacts": (Contact("email", "j@x.example"), Contact("email", "k@x.example"))
    }
    assert one.participation == {"honored": False, "notes": "@jane\n내빈: 글쎄"}


def test_a_name_to_follow_keeps_a_place_for_its_organization() -> None:
    one = entry(성명="미정", 소속="삼성전자")
    assert (one.names, [f.severity for f in one.findings]) == (Names(), [Severity.NOTE])
    two = entry(성명="", 소속="삼성전자")
    assert [f.severity for f in two.findings] == [Severity.WARNING]


def test_a_row_about_nobody_is_refused_and_the_list_goes_on() -> None:
    rows = [["", "", "메모만"], ["홍길동", "", ""], ["합계", "", "1명"], ["TBD", "", ""]]
    found = listed(["성명", "소속", "비고"], rows)
    refused = [any(f.severity is Severity.ERROR for f in one.findings) for one in found]
    assert refused == [True, False, True, True]
    assert told(found[0]) == ["The row names nobody and no organization; it can't be taken in."]
    assert told(found[2]) == ["The row is a total of the list, and nobody in it."]
    assert [one.line for one in found] == [2, 3, 4, 5]


def test_columns_without_a_meaning_are_told_once_if_there_is_anything_in_them() -> None:
    names = ["성명", "신발 크기", "모자", ""]
    understanding = Understanding(names, {0: "name", 2: "ignore"}, 1)
    rows = [
        Row(2, ("가나다", "", "x", "")),
        Row(3, ("라마바", "270", "x", "")),
        Row(4, ("a b", "1", "", "y")),
    ]
    assert len(list(understanding.entries(rows))) == 3
    assert [f.phrase.said(words_in("en")) for f in understanding.findings] == [
        "The column “신발 크기” was not taken in.",
        "The column “4” was not taken in.",
    ]


def test_errors_of_formulas_are_told_and_are_no_values() -> None:
    one = entry(성명="홍길동", 소속="#REF!", 비고="#1 손님")
    assert (one.organization, one.participation) == (EMPTY, {"notes": "#1 손님"})
    assert told(one) == ["A formula of the spreadsheet failed: #REF!."]


ANY = st.text(max_size=12)


@settings(deadline=None)  # the first loads the names of countries
@given(st.lists(ANY, min_size=14, max_size=14))
def test_no_row_ends_the_list(cells: list[str]) -> None:
    names = (
        "성명", "이름(영문)", "성", "소속", "부서", "직위", "이메일", "연락처", "국가", "참석여부",
        "취임일", "도착", "사용 언어", "의전 순위",
    )  # fmt: skip
    one = listed(list(names), [cells])[0]
    assert one.cells == (() if one.names else tuple(cells))
    assert one.names or one.organization or any(f.severity is Severity.ERROR for f in one.findings)
