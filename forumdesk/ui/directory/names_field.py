# SPDX-License-Identifier: MIT
"""A person's name in each script: family and given name apart, or as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from forumdesk.domain.people import Name, Names, Script
from forumdesk.domain.terms import T_
from forumdesk.domain.words import Words
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import label

# Those that there is always a line for; others where a name is written in them.
_USUAL = (Script.HANGUL, Script.LATIN, Script.HANJA)
_CALLED = {
    Script.HANGUL: T_("script", "Hangul"),
    Script.LATIN: T_("script", "Latin"),
    Script.HANJA: T_("script", "Hanja"),
    Script.KANA: T_("script", "Kana"),
    Script.CYRILLIC: T_("script", "Cyrillic"),
    Script.ARABIC: T_("script", "Arabic"),
    Script.OTHER: T_("script", "Other script"),
}
_PARTS = ("family", "given", "full")


class NamesField(QWidget):
    """Fields for the names; ``committed`` carries them all when one has changed."""

    committed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._names = Names()
        self.fields: dict[tuple[Script, str], LineField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        heads = (words("Family name"), words("Given name"), words("Or the whole name"))
        for column, head in enumerate(heads, 1):
            self._grid.addWidget(label(head, "small"), 0, column)
            self._grid.setColumnStretch(column, 3 if column == 3 else 2)
        for script in _USUAL:
            self._add_line(script)

    def _add_line(self, script: Script) -> None:
        row = self._grid.rowCount()
        said = self._words.context(*_CALLED[script])
        self._grid.addWidget(label(said, "small"), row, 0)
        heads = (
            self._words("Family name"),
            self._words("Given name"),
            self._words("Or the whole name"),
        )
        for column, (part, head) in enumerate(zip(_PARTS, heads, strict=True), 1):
            field = LineField(f"{said}: {head}")
            field.committed.connect(self._changer(script, part))
            self._grid.addWidget(field, row, column)
            self.fields[script, part] = field

    def _changer(self, script: Script, part: str) -> Callable[[str], None]:
        def change(text: str) -> None:
            now = self._names.get(script, Name())
            parts = {name: getattr(now, name) for name in _PARTS} | {part: text}
            self._names = Names.of({**self._names, script: Name(**parts)})
            self.committed.emit(self._names)

        return change

    def show_value(self, names: Names) -> None:
        """Show the names."""
        self._names = names
        for script in names:
            if (script, "full") not in self.fields:
                self._add_line(script)
        for (script, part), field in self.fields.items():
            field.show_value(getattr(names.get(script, Name()), part))

    def setReadOnly(self, only_read: bool) -> None:
        """Whether they can only be read."""
        for field in self.fields.values():
            field.setReadOnly(only_read)

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor into the first field."""
        self.fields[_USUAL[0], "family"].setFocus()
