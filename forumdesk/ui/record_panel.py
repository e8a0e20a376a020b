# SPDX-License-Identifier: MIT
"""Panels of the inspector that are declared: a heading, and a field for each field of a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.fields import (
    ColorField,
    DayField,
    MinutesField,
    NumberField,
    SwitchField,
    TypedField,
    read_only,
)
from forumdesk.ui.forms import BilingualField, LineField, TextField, captioned
from forumdesk.ui.inspector import Panel
from forumdesk.ui.labels import FlowLabel, label
from forumdesk.ui.workspace import Workspace
from forumdesk.ui.zones import ZoneField

Choices = Callable[[Dossier, Words], Sequence[tuple[object, str]]]


@frozen
class Field:
    """A field of a record as it is edited.

    ``name`` is the record's, ``label`` a marked message. ``kind``: ``line``, ``text`` (several
    lines), ``texts`` (a line in each language), ``long`` (lines in each language), ``number``,
    ``minutes`` (a length, 0 if empty), ``day``, ``color``, ``zone``, ``switch`` (yes or no), or
    ``choice`` among ``choices``. Fields of one ``row`` (not 0) stand beside each other.
    """

    name: str
    label: str
    kind: str = "line"
    choices: Choices | None = None
    row: int = 0


class RecordPanel(Panel):
    """A panel made from ``fields``; each committed value is given to ``change``.

    Derived classes say where the record is (``record``), what it is called and how it changes.
    """

    fields: ClassVar[tuple[Field, ...]] = ()

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.id = ""
        self.heading = FlowLabel(look="lead")
        self.second = label(look="small", wrap=True)
        self.editors: dict[str, QWidget] = {}
        self._built_for: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 16, 18, 18)
        self._layout.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.heading)
        head.addWidget(self.second)
        self._layout.addLayout(head)
        self._layout.addStretch(1)
        self._form: QWidget | None = None
        work.refused.connect(self._show_again)

    # What a derived class says

    def record(self, dossier: Dossier, id: str) -> Record | None:
        """The record of this id; ``None`` if it is gone."""
        raise NotImplementedError

    def called(self, dossier: Dossier, record: Any) -> tuple[str, str]:  # noqa: ANN401
        """The heading of a record, and the line under it."""
        raise NotImplementedError

    def change(self, changes: Mapping[str, object]) -> None:
        """Change fields of the record shown, through a service."""
        raise NotImplementedError

    def said(self, field: Field) -> str:
        """What a field is called."""
        return self.work.words(field.label)

    def made(self, field: Field, name: str) -> Editor | None:
        """An editor of the panel's own for a field; ``None`` for that of its kind."""
        return None

    def shown(self, record: Any, name: str) -> object:  # noqa: ANN401
        """What the editor of a field shows of a record."""
        return getattr(record, name)

    def below(self) -> Sequence[QWidget]:
        """What stands under the fields, made once."""
        return ()

    # Showing

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show a record of an edition."""
        record = self.record(dossier, id)
        if record is None:
            return False
        self.id = id
        self._build(dossier)
        heading, second = self.called(dossier, record)
        self.heading.setText(heading)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        for name, editor in self.editors.items():
            _show(editor, self.shown(record, name))
        read_only(list(self.editors.values()), not self.work.editable)
        return True

    def _show_again(self) -> None:
        """A value was refused: show what there is instead."""
        if self.isVisible() and self.work.dossier is not None:
            self.show_record(self.work.dossier, self.id)

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field."""
        editor = self.editors.get(field)
        if isinstance(editor, BilingualField):
            empty = (f for f in editor.fields.values() if not f.value())
            next(empty, next(iter(editor.fields.values()))).setFocus()
        elif editor is not None:
            editor.setFocus()

    def _build(self, dossier: Dossier) -> None:
        """Make the fields for the languages and choices there are, anew if these change."""
        words = self.work.words
        offered = {f.name: tuple(f.choices(dossier, words)) for f in self.fields if f.choices}
        wanted = (dossier.languages, tuple(offered.items()))
        if wanted == self._built_for:
            return
        self._built_for = wanted
        if self._form is not None:
            self._form.deleteLater()
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        rows: dict[int, QHBoxLayout] = {}
        for field in self.fields:
            placed = self._placed(field, dossier.languages, offered.get(field.name, ()))
            if not field.row:
                column.addWidget(placed)
                continue
            if field.row not in rows:
                rows[field.row] = QHBoxLayout()
                rows[field.row].setSpacing(8)
                column.addLayout(rows[field.row])
            rows[field.row].addWidget(placed, 1)
        for widget in self.below():
            column.addWidget(widget)
        self._layout.insertWidget(1, self._form)

    def _placed(
        self, field: Field, languages: Sequence[str], choices: Sequence[tuple[object, str]]
    ) -> QWidget:
        """A field with its name; its value goes to ``change`` when committed."""
        name = self.said(field)
        editor = self.made(field, name) or _editor(field, name, languages, choices)
        signal = editor.typed if isinstance(editor, TypedField) else editor.committed
        nothing = 0 if field.kind == "minutes" else None
        signal.connect(lambda value: self.change({field.name: nothing if value is None else value}))
        self.editors[field.name] = editor
        own = isinstance(editor, BilingualField | SwitchField)
        return editor if own else captioned(name, editor)


Editor = BilingualField | LineField | TextField | ChoiceField | ZoneField | SwitchField


def _editor(
    field: Field, name: str, languages: Sequence[str], choices: Sequence[tuple[object, str]]
) -> Editor:
    made: dict[str, Callable[[], Editor]] = {
        "line": lambda: LineField(name),
        "text": lambda: TextField(name),
        "texts": lambda: BilingualField(name, languages),
        "long": lambda: BilingualField(name, languages, long=True),
        "number": lambda: NumberField(name),
        "minutes": lambda: MinutesField(name),
        "day": lambda: DayField(name),
        "color": lambda: ColorField(name),
        "zone": lambda: ZoneField(name),
        "choice": lambda: ChoiceField(name, choices),
        "switch": lambda: SwitchField(name),
    }
    return made[field.kind]()


def _show(editor: QWidget, value: object) -> None:
    if isinstance(editor, TypedField):
        editor.show_typed("" if value == "" else value)
    elif isinstance(editor, BilingualField):
        editor.show_value(value if isinstance(value, Text) else Text())
    elif isinstance(editor, ChoiceField):
        editor.show_value(value)
    elif isinstance(editor, SwitchField):
        editor.show_value(bool(value))
    elif isinstance(editor, LineField | TextField | ZoneField):
        editor.show_value(str(value))
