# SPDX-License-Identifier: MIT
"""What things of a foreign program become: languages, names, kinds and roles."""

from datetime import date, datetime

import pytest

from forumdesk.domain import source_fields as fields
from forumdesk.domain.agenda import Role, SessionKind, SessionStatus
from forumdesk.domain.intake import Finding, Schedule, SourceSession
from forumdesk.domain.language_tags import tags
from forumdesk.domain.people import Name, Script
from forumdesk.domain.session_words import session_kind, speaker_role
from forumdesk.domain.wording import Text

PAIR = ("ko", "en")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("en", ("en",)),
        ("en-GB", ("en-GB",)),
        ("EN_us", ("en-US",)),
        ("zh-hant", ("zh-Hant",)),
        ("Deutsch, English", ("de", "en")),
        ("de/en", ("de", "en")),
        ("German and English", ("de", "en")),
        ("한국어", ("ko",)),
        ("kr", ("ko",)),
        ("", ()),
        ("???", ()),
        ("en en", ("en",)),
    ],
)
def test_languages_are_told_from_many_names(said: str, wanted: tuple[str, ...]) -> None:
    assert tags(said) == wanted


@pytest.mark.parametrize(
    ("stated", "said", "main", "wanted"),
    [
        ("de", "반도체", "en", "de"),
        ("en-GB", "Chips", "", "en"),
        ("", "반도체 협력 포럼", "en", "ko"),
        ("", "Chips", "de", "de"),
        ("", "Chips", "", "en"),
        ("", "チップの話", "en", "ja"),
        ("", "An English text that names one Korean word, 반도체, in passing", "en", "en"),
        ("", "Чипы", "", "ko"),
    ],
)
def test_a_text_stands_under_its_language(stated: str, said: str, main: str, wanted: str) -> None:
    assert fields.language_of(stated, said, main, PAIR) == wanted


def test_a_series_in_asian_languages_keeps_latin_texts_as_english() -> None:
    assert fields.language_of("", "Chips", "", ("ko", "ja")) == "en"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Ada  Example", {Script.LATIN: "Ada Example"}),
        ("홍길동", {Script.HANGUL: "홍길동"}),
        ("洪吉童", {Script.HANJA: "洪吉童"}),
        ("홍길동 (Gil-dong Hong)", {Script.HANGUL: "홍길동", Script.LATIN: "Gil-dong Hong"}),
        ("Gil-dong Hong（홍길동）", {Script.HANGUL: "홍길동", Script.LATIN: "Gil-dong Hong"}),
        ("Ada (she/her)", {Script.LATIN: "Ada (she/her)"}),
        ("Smith, John", {Script.LATIN: "Smith, John"}),
        ("0x00 (🦆)", {Script.LATIN: "0x00 (🦆)"}),
        ("Пётр", {Script.CYRILLIC: "Пётр"}),
        ("42", {Script.OTHER: "42"}),
        ("Ωmega", {Script.OTHER: "Ωmega"}),
        ("", {}),
    ],
)
def test_names_stay_whole_in_their_script(said: str, wanted: dict[Script, str]) -> None:
    names = {script: Name(full=name) for script, name in wanted.items()}
    assert dict(fields.names(said)) == names


@pytest.mark.parametrize(
    ("word", "title", "kind"),
    [
        ("Talk", "Chips", SessionKind.PRESENTATION),
        ("keynote", "Chips", SessionKind.KEYNOTE),
        ("Opening Keynote", "", SessionKind.KEYNOTE),
        ("기조연설", "", SessionKind.KEYNOTE),
        ("패널 토론", "", SessionKind.PANEL),
        ("Podiumsdiskussion", "", SessionKind.PANEL),
        ("bof", "", SessionKind.DISCUSSION),
        ("", "Coffee break", SessionKind.BREAK),
        ("", "오찬", SessionKind.LUNCHEON),
        ("", "Registration", SessionKind.REGISTRATION),
        ("", "How to break RSA in an afternoon", SessionKind.PRESENTATION),
        ("Talk", "39c3 Opening", SessionKind.OPENING),
        ("", "폐회", SessionKind.CLOSING),
        ("closing", "", SessionKind.CLOSING),
        ("breakthrough", "", SessionKind.PRESENTATION),
        ("Mittagspause", "", SessionKind.LUNCHEON),
        ("gibberish", "", SessionKind.PRESENTATION),
    ],
)
def test_kinds_are_told_from_words(word: str, title: str, kind: SessionKind) -> None:
    assert session_kind(word, title) is kind


def test_roles_are_told_from_words_and_else_from_the_kind() -> None:
    talk = SessionKind.PRESENTATION
    assert speaker_role("moderator", talk) is Role.MODERATES
    assert speaker_role("좌장", talk) is Role.CHAIRS
    assert speaker_role("Panelist", talk) is Role.DISCUSSES
    assert speaker_role("", talk) is Role.SPEAKS
    assert speaker_role("wizard", SessionKind.KEYNOTE) is Role.KEYNOTE


def test_impossible_values_are_left_open() -> None:
    source = SourceSession("k", "T", starts=datetime.max, minutes=-5, languages=("?",))
    said = fields.session(source, "", PAIR)
    assert (said["starts"], said["minutes"], said["languages"]) == (None, None, ())
    schedule = Schedule(first_day=date.min, timezone="Mars/Base", day_boundary=5000)
    edition = fields.edition(schedule, PAIR)
    assert (edition["first_day"], edition["timezone"], edition["day_boundary"]) == (None, "", None)
    assert fields.color("red") == ""


def test_days_in_the_wrong_order_are_put_right() -> None:
    said = fields.edition(Schedule(first_day=date(2026, 5, 2), last_day=date(2026, 5, 1)), PAIR)
    assert (said["first_day"], said["last_day"]) == (date(2026, 5, 1), date(2026, 5, 2))


def test_a_session_says_everything_under_its_language() -> None:
    source = SourceSession("k", "Abgesagt: Chips", "Klein", "Kurz.", "Lang.", languages=("de",))
    said = fields.session(source, "en", PAIR)
    assert said["title"] == Text.of(de="Abgesagt: Chips")
    assert (said["summary"], said["abstract"]) == (
        Text.of(de="Klein"),
        Text.of(de="Kurz.\n\nLang."),
    )
    assert said["status"] is SessionStatus.CANCELLED
    twice = SourceSession("k", "T", abstract="Same.", description="Same.")
    assert fields.whole_abstract(twice) == "Same."


def test_a_finding_says_where() -> None:
    assert Finding("m", line=12, thing="Opening").where == "line 12: Opening"
    assert Finding("m").where == ""
    assert Finding("{x}", (("x", "1"),)).phrase.values == (("x", "1"),)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("39th Chaos Congress", 39),
        ("The 1st Forum", 1),
        ("제7회 한미 반도체 포럼", 7),
        ("39. Kongress", 39),
        ("FOSDEM 2026", None),
        ("Python 3.11 day", None),
        ("5G forum", None),
    ],
)
def test_the_number_of_an_edition_is_told_from_its_title(title: str, number: int | None) -> None:
    assert fields.ordinal_in(title) == number


def test_a_bare_name_is_the_title_in_every_language() -> None:
    said = Schedule(title="FOSDEM 2026", language="en")
    assert fields.edition_title(said, PAIR) == Text.of(en="FOSDEM 2026", ko="FOSDEM 2026")
    said = Schedule(title="39th Congress", language="en")
    assert fields.edition_title(said, PAIR) == Text.of(en="39th Congress")
    assert fields.edition_title(Schedule(), PAIR) == Text()
