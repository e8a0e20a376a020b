# SPDX-License-Identifier: MIT
"""The handouts to choose from, shelf by shelf, each with a picture and what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.wording import fold
from forumdesk.domain.words import Words
from forumdesk.handouts.catalogue import SHELVES, options_for
from forumdesk.handouts.kinds import Handout
from forumdesk.handouts.options import Options
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.handouts.thumbnails import SIZE, Thumbnails
from forumdesk.ui.labels import label
from forumdesk.ui.look import Look
from forumdesk.ui.sheets.sheet import SheetView
from forumdesk.ui.workspace import Workspace

WIDTH = 232  # pixels of a card
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Thumbnail(QWidget):
    """The first page of a sheet, small; blank paper until it is drawn, or if it can't be."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.picture = QPixmap()
        self.setFixedSize(SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture; a null one leaves the paper blank."""
        self.picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper with a hairline round it, at the top of its room."""
        ratio = self.picture.devicePixelRatioF()
        size = self.picture.size() / ratio if not self.picture.isNull() else QSize(57, 80)
        left = (self.width() - size.width()) / 2
        sheet = QRectF(left, 0, size.width(), size.height())
        painter = QPainter(self)
        if self.picture.isNull():
            painter.fillRect(sheet, QColor(self._look.tokens.window))
        else:
            painter.drawPixmap(sheet.topLeft(), self.picture)
        painter.setPen(QColor(self._look.tokens.border))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class HandoutCard(QPushButton):
    """One handout: a picture of it, its name, and what it is for.

    ``left`` carries the key with which the focus is to go elsewhere.
    """

    left = Signal(QKeyEvent)

    def __init__(self, handout: Handout, words: Words, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        title, purpose = words.context(*handout.title), words(handout.purpose)
        self.handout = handout.name
        self.sought = fold(f"{title} {purpose} {handout.title[1]} {handout.name}")
        self.setProperty("look", "card")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(purpose)
        self.thumbnail = Thumbnail(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(2)
        head: QLabel = label(title, "strong", wrap=True)
        told.addWidget(head)
        told.addWidget(label(purpose, "small", wrap=True))
        told.addStretch(1)
        row.addLayout(told, 1)

    def sizeHint(self) -> QSize:
        """As high as its words, or its picture."""
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        return QSize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def minimumSizeHint(self) -> QSize:
        """The same: a card is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, arrows go on; what is typed is looked for."""
        if event.key() in _ENTER:
            self.click()
        elif event.key() in _STEPS or event.text().strip():
            self.left.emit(event)
        else:
            super().keyPressEvent(event)


class Gallery(QWidget):
    """``picked`` carries the name of the handout chosen."""

    picked = Signal(str)

    def __init__(self, work: Workspace, sheet: SheetView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = work.words
        self.setFixedWidth(WIDTH + 32)
        self.setAccessibleName(words("Handouts"))
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = ComposingLine()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(words("Find a handout"))
        self.field.setAccessibleName(words("Find a handout"))
        self.field.textChanged.connect(self.look_for)
        self.field.returnPressed.connect(self._take)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = label(words("No handout is called so."), "muted", wrap=True)
        self.cards: dict[str, HandoutCard] = {}
        self._heads: list[tuple[QLabel, list[HandoutCard]]] = []
        self._group = QButtonGroup(self)
        self.area.setWidget(self._shelves(work))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.addWidget(self.field)
        outer.addLayout(top)
        outer.addWidget(self.area, 1)
        self.thumbnails = Thumbnails(work, sheet, self.in_view)
        self.thumbnails.ready.connect(self._show_picture)
        self.area.verticalScrollBar().valueChanged.connect(lambda _: self.thumbnails.look())

    def _shelves(self, work: Workspace) -> QWidget:
        holder = QWidget(self.area.viewport())
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        for shelf in SHELVES:
            head = label(work.words.context(*shelf.title), "small")
            head.setContentsMargins(0, 8, 0, 0)
            column.addWidget(head)
            cards = [self._card(handout, work, holder) for handout in shelf.handouts]
            for card in cards:
                column.addWidget(card)
            self._heads.append((head, cards))
        column.addWidget(self.none)
        self.none.hide()
        column.addStretch(1)
        return holder

    def _card(self, handout: Handout, work: Workspace, parent: QWidget) -> HandoutCard:
        card = self.cards[handout.name] = HandoutCard(handout, work.words, work.look, parent)
        self._group.addButton(card)
        card.clicked.connect(lambda _=False: self.picked.emit(handout.name))
        card.left.connect(lambda event: self._go(card, event))
        return card

    # Showing

    def show_edition(self, dossier: Dossier, options: Mapping[str, Options]) -> None:
        """Make the pictures anew of sheets that say something else now."""
        start = options_for(dossier)
        self.thumbnails.show(dossier, lambda name: options.get(name, start))

    def mark(self, name: str) -> None:
        """Mark a handout as the one shown."""
        card = self.cards[name]
        card.setChecked(True)
        self._bring(card)

    def unmark(self) -> None:
        """Mark none: something else is shown."""
        if (card := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            card.setChecked(False)
            self._group.setExclusive(True)

    def in_view(self) -> list[str]:
        """The handouts whose cards can be seen, from the top."""
        seen = [card for card in self.cards.values() if not card.visibleRegion().isEmpty()]
        return [card.handout for card in seen]

    def _bring(self, card: HandoutCard) -> None:
        """Into view; the first with its shelf, also before all is laid out."""
        if card.handout == next(iter(self.cards)):
            self.area.verticalScrollBar().setValue(0)
        else:
            self.area.ensureWidgetVisible(card, 0, 8)

    def _show_picture(self, name: str, picture: QPixmap) -> None:
        self.cards[name].thumbnail.show_picture(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of it may be seen."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.thumbnails, self.thumbnails.look)

    # Finding

    def look_for(self, typed: str) -> None:
        """Leave the cards that have all the words typed in name or purpose."""
        wanted = [fold(word) for word in typed.split()]
        for head, cards in self._heads:
            for card in cards:
                card.setVisible(all(word in card.sought for word in wanted))
            head.setVisible(any(not card.isHidden() for card in cards))
        self.none.setVisible(all(card.isHidden() for card in self.cards.values()))
        self.thumbnails.look()

    def _found(self) -> list[HandoutCard]:
        return [card for card in self.cards.values() if not card.isHidden()]

    def _take(self) -> None:
        """Enter in the field chooses the first that was found."""
        if found := self._found():
            found[0].setFocus()
            found[0].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field to the cards, Esc shows all again."""
        if event.key() == Qt.Key.Key_Down and (found := self._found()):
            self._focus(found[0])
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.field.setFocus()
        else:
            super().keyPressEvent(event)

    def _go(self, card: HandoutCard, event: QKeyEvent) -> None:
        """From a card to another one, or to the field with what is typed."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        found = self._found()
        if not step:
            self.field.setFocus()
            self.field.setText(self.field.text() + event.text())
            return
        to = found.index(card) + step
        if to < 0 and step == -1:
            self.field.setFocus()
        else:
            self._focus(found[min(max(to, 0), len(found) - 1)])

    def _focus(self, card: HandoutCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring(card)
