# SPDX-License-Identifier: MIT
"""What the columns of a foreign list mean."""

import pytest

from forumdesk.domain import headings
from forumdesk.domain.columns import COLUMNS
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.heads import Head, head_of
from forumdesk.domain.words import interface_languages, words_in

KEYS = {
    "성명/직위": "name", "성명(직위)": "name", "Name & title": "name", "Name and title": "name",
    "성명": "name", "이름": "name", "성함": "name", "참석자 명": "name", "Name": "name",
    "Full name": "name", "FULL_NAME": "name", "氏名": "name", "한글성명": "hangul",
    "한글 이름": "hangul", "name_kr": "hangul", "성명(국문)": "hangul", "국문성명": "hangul",
    "영문명": "latin", "영문 성명": "latin", "성명 (영문)": "latin", "English Name": "latin",
    "Name (English)": "latin", "name_en": "latin", "한자": "", "성명(한자)": "hanja",
    "name_cn": "hanja", "Last name": "family", "Surname": "family", "Nachname": "family",
    "First Name": "given", "Vorname": "given", "소속": "organization",
    "소속기관명": "organization", "회사명": "organization", "Company": "organization",
    "Affiliation": "organization", "소속(영문)": "organization.en",
    "Organization (Korean)": "organization.ko", "영문 회사명": "organization.en",
    "会社名": "organization", "Firma": "organization", "부서": "department",
    "Department": "department", "부서명(국문)": "department.ko", "직위": "office",
    "직책": "office", "직함": "office", "직위/직책": "office", "Position": "office",
    "Job Title": "office", "Title": "office", "직위(영문)": "office.en", "役職": "office",
    "소속/직위": "affiliation", "소속 및 직위": "affiliation", "이메일": "email", "E-mail": "email",
    "E-mail address": "email", "전자우편": "email", "이메일 주소": "email",
    "Work email": "email", "전화": "phone", "Tel.": "phone", "전화번호": "phone",
    "off_phone": "phone", "Phone no.": "phone", "휴대폰": "mobile", "핸드폰 번호": "mobile",
    "Mobile": "mobile", "H.P": "mobile", "H.P.": "mobile", "연락처": "contact",
    "Contact": "contact", "국가": "country", "Country": "country", "Country/Region": "country",
    "구분": "category", "Category": "category", "Ticket type": "category", "참석여부": "status",
    "참석 여부 (O/X)": "status", "RSVP": "status", "비고": "notes", "Remarks": "notes",
    "Comments": "notes", "備考": "notes", "약력": "biography", "experience": "biography",
    "홈페이지": "url", "homepage": "url", "주소": "address", "Registration ID": "id",
    "접수번호": "id", "No.": "number", "연번": "number", "좌석번호": "seat",
    "개인정보 동의": "consent-list", "도착일시": "arrives", "Dietary requirements": "diet",
    "Your e-mail address": "email", "귀하의 소속 기관": "organization",
    "참석자 휴대폰": "mobile", "담당자 이메일": "", "비서 연락처": "", "Emergency contact": "",
    "Hotel name": "", "T-shirt": "", "": "", "party": "", "district": "", "여권번호": "",
    "생년월일": "",
}  # fmt: skip


@pytest.mark.parametrize("heading", KEYS)
def test_headings_are_understood_in_several_languages(heading: str) -> None:
    assert headings.guess([heading]) == ({0: KEYS[heading]} if KEYS[heading] else {})


@pytest.mark.parametrize("language", interface_languages())
def test_every_title_of_a_list_of_ours_is_understood(language: str) -> None:
    words = words_in(language)
    titles, keys = [], []
    for column in COLUMNS:
        for tag in ("ko", "en", "ja", "fr", "zh-Hant") if column.lingual else ("",):
            titles.append(column.shown(words, tag))
            keys.append(f"{column.key}.{tag}" if tag else column.key)
        if column.lingual:
            titles.append(column.shown(words))
            keys.append(column.key)
    assert headings.guess(titles) == dict(enumerate(keys))


def test_a_word_for_a_name_depends_on_what_stands_beside_it() -> None:
    assert headings.guess(["성", "이름"]) == {0: "family", 1: "given"}
    assert headings.guess(["이름", "소속"]) == {0: "name", 1: "organization"}
    assert headings.guess(["Name", "Vorname"]) == {0: "family", 1: "given"}
    assert headings.guess(["Name", "First name", "Last name"])[0] == "name"


def test_coming_to_a_meal_is_not_coming_to_the_forum() -> None:
    said = ["참석 여부", "오찬 참석 여부", "만찬 참석", "Dinner attendance", "식사", "Tour RSVP"]
    assert headings.guess(said) == {0: "status", 4: "diet"}


def test_title_is_an_office_or_a_form_of_address() -> None:
    names = ["Title", "Name"]
    assert headings.guess(names, [["CEO", "A B"], ["Dr.", "C D"]])[0] == "office"
    assert headings.guess(names, [["Ms.", "A B"], ["Prof. Dr.", "C D"]])[0] == "honorific"


def test_columns_without_headings_are_known_by_their_content() -> None:
    rows = [
        ["홍길동", "gil@a.kr", "010-1234-5678", "x"],
        ["김철수", "kim@a.kr", "02-123-4567", "y"],
    ]
    assert headings.guess(["", "", "", ""], rows) == {0: "name", 1: "email", 2: "phone"}
    # A heading that says something else is believed; a list without any name is not.
    assert headings.guess(["성명", "담당자 이메일"], rows) == {0: "name"}
    assert headings.guess(["Wer", "E-mail"], rows) == {0: "name", 1: "email"}


def test_columns_are_mapped_by_hand() -> None:
    names = ["성명", "당", "지역", "=비고="]
    guessed = {0: "name"}
    said = ["당=organization", "3=office.KO".lower(), "=비고==소속", "성명=latin"]
    assert headings.said(said, names, guessed) == {
        0: "latin",
        1: "organization",
        2: "office.ko",
        3: "organization",
    }
    assert headings.said(["성명=", "지역=ignore", "지역=email.ko"], names, guessed) == {
        0: "ignore",
        2: "email",
    }


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ("성명", "“성명” maps no column; write “Column=field”."),
        ("=name", "“=name” maps no column; write “Column=field”."),
        ("직위=office", "There is no column “직위”; the columns are: 성명, 소속."),
        ("3=office", "There is no column “3”; the columns are: 성명, 소속."),
    ],
)
def test_a_mapping_that_means_nothing_is_refused(choice: str, text: str) -> None:
    with pytest.raises(ForumDeskError) as caught:
        headings.said([choice], ["성명", "소속"], {})
    assert str(caught.value) == text


def test_a_field_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(ForumDeskError, match=r"no field “shoe size”; the fields are: number, hang"):
        headings.said(["성명=shoe size"], ["성명"], {})


def test_a_mapping_is_remembered_by_its_headings() -> None:
    names = ["성명 ", "E-Mail", ""]
    assert headings.signature(names) == headings.signature(["성 명", "e-mail", ""])
    assert headings.signature(names) != headings.signature(["성명", "", "E-Mail"])
    mapping = {0: "name", 1: "office.ko", 3: "ignore"}
    assert headings.to_lines(mapping, 4) == "name\noffice.ko\n\nignore"
    assert headings.from_lines(headings.to_lines(mapping, 4)) == mapping
    assert headings.from_lines("name\nshoe-size\n") == {0: "name"}


def test_the_headings_are_the_row_that_knows_most() -> None:
    rows = [
        (1, ["참석자 명단"]),
        (2, ["", "2024"]),
        (4, ["성명", "소속", "직위"]),
        (5, ["가나다", "협회", "부장"]),
    ]
    head = head_of(rows)
    assert (head.headings, head.line, head.last) == (("성명", "소속", "직위"), 4, 4)


def test_headings_over_headings_are_put_together() -> None:
    rows = [
        (1, ["성명", "", "소속", "", "이메일"]),
        (2, ["국문", "영문", "국문", "영문", ""]),
        (3, ["홍길동", "Gil-dong Hong", "협회", "KSIA", "a@b.kr"]),
    ]
    head = head_of(rows)
    assert (head.line, head.last) == (1, 2)
    assert list(headings.guess(head.headings).values()) == [
        *("hangul", "latin", "organization.ko", "organization.en", "email")
    ]


def test_unknown_headings_are_the_first_row_as_wide_as_the_rest() -> None:
    rows = [(1, ["Wer", "Was", "Wo"]), (2, ["A", "B", "C"]), (3, ["D", "E", "F"])]
    assert head_of(rows).headings == ("Wer", "Was", "Wo")
    assert head_of([]) == Head(())


def test_names_at_the_top_are_people_and_no_headings() -> None:
    for rows in (
        [["홍길동", "협회"]],
        [["홍길동", "협회"], ["김철수", "x"]],
        [["Jane Smith", "SIA"]],
    ):
        head = head_of(list(enumerate(rows, 1)))
        assert (head.headings, head.line) == (("", ""), 0)
