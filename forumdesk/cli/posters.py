# SPDX-License-Identifier: MIT
"""``export --tile``: large pages over several sheets of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import BinaryIO

from forumdesk.cli.exported import Exported
from forumdesk.domain.desk import Problem


def parted(exported: Exported, paper: str | None) -> Exported:
    """A handout over sheets of a paper, where one is named; raises ``ForumDeskError`` for none.

    What is noted of it as printed is the handout itself.
    """
    if paper is None:
        return exported
    from forumdesk.handouts.paper import page_sizes  # noqa: PLC0415 - for this alone
    from forumdesk.handouts.posters import paper_size, tiled  # noqa: PLC0415

    size = paper_size(paper)
    whole = BytesIO()
    told = exported.put(whole)
    data = tiled(whole.getvalue(), size)
    return replace(
        exported,
        put=partial(_put, data),
        pages=len(page_sizes(data)),
        problems=(*exported.problems, *told),
    )


def _put(data: bytes, file: BinaryIO) -> Sequence[Problem]:
    file.write(data)
    return ()
