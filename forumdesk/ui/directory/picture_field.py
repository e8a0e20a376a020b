# SPDX-License-Identifier: MIT
"""A portrait or logo: shown, chosen from a file or dropped here, and taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Image
from forumdesk.ui.contents import content_of
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace

SIZE = QSize(104, 132)


class PictureField(QWidget):
    """A picture with what can be done with it.

    ``set_picture`` is given the bytes of a picture read anew and its size in pixels.
    """

    removed = Signal()

    def __init__(
        self,
        work: Workspace,
        name: str,
        set_picture: Callable[[bytes, tuple[int, int]], object],
        size: QSize = SIZE,
    ) -> None:
        super().__init__()
        self._work, self._set, self._size = work, set_picture, size
        self._shown: str | None = None
        words = work.words
        self.setAcceptDrops(True)
        self.picture: QLabel = label("", "picture")
        self.picture.setFixedSize(size)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setAccessibleName(name)
        self._none = name
        self.choose = button(words("&Choose…"), "quiet")
        self.choose.setAccessibleName(words("Choose: {what}", what=name))
        self.choose.clicked.connect(self._choose)
        self.setFocusProxy(self.choose)
        self.gone = QToolButton()
        self.gone.setIcon(work.look.icons("close"))
        self.gone.setAccessibleName(words("Remove {what}", what=name))
        self.gone.setToolTip(words("Remove"))
        self.gone.clicked.connect(lambda _=False: self.removed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.picture)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.choose)
        row.addStretch(1)
        row.addWidget(self.gone)
        column.addLayout(row)
        column.addStretch(1)

    def show_value(self, image: str | None) -> None:
        """Show the picture of this id; where there is none, what could be."""
        self.gone.setVisible(image is not None and self._work.editable)
        if image is not None and image == self._shown:
            return
        self._shown = image
        found = self._work.desk.find(Image, id=image) if image else []
        shown = QPixmap()
        if found and shown.loadFromData(found[0].data):
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(shown.scaled(self._size, keep, smooth))
        else:
            self.picture.clear()
            self.picture.setText(self._none)

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be looked at."""
        self.choose.setEnabled(not only_read)
        self.setAcceptDrops(not only_read)

    def _choose(self) -> None:
        words = self._work.words
        kinds = words("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)")
        path = self._work.messages.open_path(self._none, kinds)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a picture anew, and give it on; what is none is refused in place."""
        from forumdesk.exchange.pictures import reencoded  # noqa: PLC0415 - loaded when first used

        try:
            made = reencoded(content_of(path), path.name)
        except ForumDeskError as error:
            self._work.messages.refuse(error)
            return
        self._set(made.data, (made.width, made.height))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file can be dropped here."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped."""
        event.acceptProposedAction()
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))
