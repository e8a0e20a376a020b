# SPDX-License-Identifier: MIT
"""How texts come together in lines, each language in its own."""

from forumdesk.handouts.dress import languages_of, one_line

TITLE = (("en", "Small Forum"),)
DATES = (("ko", "5월 3일"), ("en", "May 3"))


def test_a_text_of_one_language_does_not_lead() -> None:
    assert languages_of(TITLE, DATES) == ("ko", "en")
    assert languages_of(DATES, (("ja", "東京"),)) == ("ko", "en", "ja")
    assert languages_of((), TITLE) == ("en",)
    assert languages_of() == ()


def test_what_stands_once_stands_in_every_line() -> None:
    assert one_line(TITLE, DATES) == (
        ("ko", "Small Forum · 5월 3일"),
        ("en", "Small Forum · May 3"),
    )
