# SPDX-License-Identifier: MIT
"""What languages are called, and who speaks them."""

import pytest

from forumdesk.domain.languages import base, language_name, spoken_in


@pytest.mark.parametrize(
    ("country", "language"),
    [("KR", "ko"), ("us", "en"), ("JP", "ja"), ("CN", "zh"), ("DE", "de"), ("", ""), ("XX", "")],
)
def test_a_countrys_first_language(country: str, language: str) -> None:
    assert spoken_in(country) == language


def test_a_languages_name_in_another() -> None:
    assert language_name("ko", "ko") == "한국어"
    assert language_name("ko", "en") == "Korean"
    assert language_name("qqq-not-a-tag!", "en") == "qqq-not-a-tag!"
    assert base("zh-Hant-TW") == "zh"
