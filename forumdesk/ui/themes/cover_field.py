# SPDX-License-Identifier: MIT
"""The picture of an edition's cover, where it is looked at and chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize

from forumdesk.services.covers import remove_cover, set_cover
from forumdesk.ui.directory.picture_field import PictureField
from forumdesk.ui.workspace import Workspace

SIZE = QSize(156, 104)


def cover_field(work: Workspace) -> PictureField:
    """A field for the cover of the edition shown."""

    def take(data: bytes, size: tuple[int, int]) -> None:
        work.run(set_cover, work.edition, data, size)

    made = PictureField(work, work.words("Cover picture"), take, SIZE)
    made.removed.connect(lambda: work.run(remove_cover, work.edition))
    return made
