# SPDX-License-Identifier: MIT
"""Particles follow the sound before them."""

import pytest

from forumdesk.domain.korean import filled, with_particles
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, words_in


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("장관님을(를)", "장관님을"),
        ("한국협회이(가)", "한국협회가"),
        ("안덕근은(는)", "안덕근은"),
        ("러몬도과(와)", "러몬도와"),
        ("그랜드볼룸(으)로", "그랜드볼룸으로"),
        ("포토맥홀(으)로", "포토맥홀로"),
        ("로비(으)로", "로비로"),
        ("307호(으)로", "307호로"),
        ("제10(으)로", "제10으로"),
        ("제8(으)로", "제8로"),
        ("5은(는)", "5는"),
        ("Intel이(가)", "Intel이"),
        ("Intel(으)로", "Intel로"),
        ("Qualcomm과(와)", "Qualcomm과"),
        ("Samsung은(는)", "Samsung은"),
        ("KOTRA은(는)", "KOTRA는"),
        ("Apple을(를)", "Apple을"),
        ("‘함께’을(를)", "‘함께’를"),
        ("(주)하나(HANA)이(가)", "(주)하나(HANA)가"),
        ("을(를)", "를"),
        ("특별한 것 없는 말", "특별한 것 없는 말"),
        ("A과(와) B이(가)", "A와 B가"),
    ],
)
def test_the_form_is_chosen_by_what_stands_before(said: str, right: str) -> None:
    assert with_particles(said) == right


def test_a_message_is_filled_and_values_stay_as_typed() -> None:
    values = {"who": "김을(를)", "room": "101호", "way": "(으)로"}
    assert (
        filled("{who}은(는) {room}(으)로, {way} {{x}}", values) == "김을(를)은 101호로, (으)로 {x}"
    )


def test_the_program_speaks_korean_with_the_right_particles() -> None:
    missing = "“{name}” has no {fields} in {language}."
    told = Phrase.of(missing, name=Text.of(ko="포럼"), fields=Phrase.of("title"), language="영어")
    assert told.said(words_in("ko")) == "“포럼”에 영어 제목이 없습니다."
    assert told.said(words_in("en")) == "“포럼” has no title in 영어."
