# SPDX-License-Identifier: MIT
"""Particles follow the sound before them."""

import pytest

from forumdesk.domain.korean import with_particles


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
