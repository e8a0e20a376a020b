# SPDX-License-Identifier: MIT
"""What the checks call too long is what takes too much room on paper."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from forumdesk.domain.limits import SPACES, columns
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from tests.domain.making import SERIES, edition, session

WORDS = {
    "ko": "공급망과 인재를 잇는 두 나라의 대화와 협력, 그 다음 단계를 향한 실천의 약속",
    "en": "supply chains and the talent of two countries in dialogue on the next steps together",
}


def title(language: str, width: int) -> str:
    """A title of so many columns, or the few less that its last word leaves over."""
    said = ""
    for word in 9 * WORDS[language].split():
        longer = f"{said} {word}".strip()
        if columns(longer) > width:
            break
        said = longer
    return said


def lines_of(language: str, theme: str, width: int) -> int:
    """On how many lines of the program the title of a session stands."""
    whole = edition(session("a", "09:00", title=Text.of({language: title(language, width)})))
    whole = replace(whole, series=replace(SERIES, languages=(language,)))
    options = replace(options_for(whole), theme=theme)
    program = handout("program")
    sheet = program.build(whole, options, Imprint(at=datetime(2026, 1, 1, 12, tzinfo=UTC)))
    pages = PdfReader(BytesIO(render(program.name, sheet, options).data)).pages
    words = set(WORDS[language].split())
    printed = [line.split() for page in pages for line in page.extract_text().splitlines()]
    return sum(bool(words & set(line)) for line in printed)


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_title_that_is_not_too_long_takes_two_lines(language: str, theme: str) -> None:
    most = SPACES["session", "title"].columns
    assert lines_of(language, theme, most) == 2
    assert lines_of(language, theme, 2 * most) > 2
