# SPDX-License-Identifier: MIT
"""Text as it is stored: what nobody sees goes, what writing needs stays."""

import pytest

from forumdesk.domain.wording import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("홍\u200d길동\u200c", "홍길동"),
        ("\u200dJane\u200c Roe\u200d", "Jane Roe"),
        ("山\u200d田\u200c", "山田"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian parts a word so
        ("क्\u200dष", "क्\u200dष"),  # Devanagari joins so
        ("👩\u200d💻", "👩\u200d💻"),
        ("👩\u200d", "👩"),
    ],
)
def test_joiners_stay_where_they_join(typed: str, kept: str) -> None:
    assert clean(typed) == kept
