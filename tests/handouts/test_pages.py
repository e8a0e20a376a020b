# SPDX-License-Identifier: MIT
"""The text of a program's pages, compared with ``tests/pages``.

After a change that is meant run this file with ``FORUMDESK_PAGES=write`` and look at what changed.
"""

import os
from dataclasses import replace

import pytest

from forumdesk.handouts.options import options_from
from forumdesk.handouts.render import render
from tests.handouts.conftest import folder, texts
from tests.handouts.full import full_program

SHEETS = (
    {"arrangement": "stacked"},
    {"arrangement": "columns", "theme": "ministerial"},
    {"arrangement": "facing", "paper": "Letter"},
    {"arrangement": "en", "paper": "A5", "theme": "plain"},
)


@pytest.mark.parametrize("given", SHEETS, ids=lambda given: "-".join(given.values()))
def test_pages_say_what_they_said(given: dict[str, str]) -> None:
    content, options = full_program(), options_from(given)
    sheet = replace(content.sheet, languages=options.languages or content.sheet.languages)
    pages = texts(render(replace(content, sheet=sheet), options).data)
    said = "".join(f"===== {n}\n{page.rstrip()}\n" for n, page in enumerate(pages, 1))
    path = folder("pages") / f"program-{'-'.join(given.values())}.txt"
    if os.environ.get("FORUMDESK_PAGES") == "write":
        path.write_text(said, "utf-8")
    assert said.splitlines() == path.read_text("utf-8").splitlines()
