# SPDX-License-Identifier: MIT
"""The program as a file: embedded, tagged, deterministic, read in order."""

import pickle
from collections.abc import Callable

import pytest

from forumdesk.handouts.content import ProgramContent
from forumdesk.handouts.options import Arrangement, Options
from forumdesk.handouts.render import render
from tests.handouts.conftest import reader

Program = Callable[..., tuple[ProgramContent, Options]]


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_program_is_tagged_embedded_and_the_same_each_time(
    program: Program, arrangement: Arrangement
) -> None:
    content, options = program(arrangement=arrangement.value)
    printed = render(content, options)
    again = render(*pickle.loads(pickle.dumps((content, options))))
    pdf = reader(printed.data)
    root = pdf.root_object
    assert printed.data == again.data
    assert len(pdf.pages) == printed.pages
    assert printed.missing == ()
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/Lang"] == "ko"
    for page in pdf.pages:
        assert page["/Tabs"] == "/S"
        for font in page["/Resources"]["/Font"].values():
            [descendant] = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in descendant.get_object()["/FontDescriptor"].get_object()
