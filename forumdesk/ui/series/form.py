# SPDX-License-Identifier: MIT
"""The fields of a series: what it is called, how it counts, when and where it meets, who hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.chronicle import Chronicle
from forumdesk.domain.forum import Moved, Series
from forumdesk.domain.languages import country_name
from forumdesk.domain.numbering import USUAL, numbered
from forumdesk.domain.rule_words import Saying
from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.dates import language_name
from forumdesk.ui.fields import NumberField, read_only
from forumdesk.ui.forms import BilingualField, LineField, TextField, captioned
from forumdesk.ui.labels import FlowLabel, label
from forumdesk.ui.series.hosts_field import HostsField
from forumdesk.ui.series.places_field import PlacesField
from forumdesk.ui.series.rule_field import RuleField
from forumdesk.ui.workspace import Workspace
from forumdesk.ui.zones import ZoneField

PAPERS = ("A4", "Letter", "A5")
_BETWEEN, _APART = 14, 32  # pixels between fields, and between the columns


class SeriesForm(QWidget):
    """Fields that commit themselves; ``changed`` carries new values by the names of the record.

    ``hosted`` carries the ids of the hosts in a new order, ``hostNamed`` the name of another.
    """

    changed = Signal(object)
    hosted = Signal(object)
    hostNamed = Signal(str)

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._languages: tuple[str, ...] = ()
        self._of: Chronicle | None = None
        words = work.words
        self.texts: dict[str, BilingualField] = {}  # made anew for other languages
        self.example = FlowLabel(look="small")
        self.languages = LineField(words("Languages of its documents"))
        self.languages.setPlaceholderText("ko, en")
        self.spoken = label(look="small")
        self.paper = ChoiceField(words("Paper"), [(size, size) for size in PAPERS])
        self.notes = TextField(words("Notes of the secretariat"))
        self.hosts, self.places = HostsField(work), PlacesField(work)
        self.rule = RuleField(work)
        self.sentence = FlowLabel(look="strong")
        self.moved = ChoiceField(words("On a public holiday"), _ways(words))
        self.holidays = LineField(words("Countries whose public holidays count"))
        self.countries = FlowLabel(look="small")
        self.lead = NumberField(words("Days of preparation"))
        self.zone = ZoneField(words("Time zone"))
        self.plain: dict[str, Any] = {
            "paper": self.paper,
            "notes": self.notes,
            "moved": self.moved,
            "timezone": self.zone,
        }
        self._names = QVBoxLayout()
        self._lay_out(words)
        self._wire()

    # Building

    def _lay_out(self, words: Words) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        self._names.setSpacing(_BETWEEN)
        paper = QHBoxLayout()
        paper.setSpacing(12)
        paper.addLayout(_explained(self.languages, self.spoken), 2)
        top = Qt.AlignmentFlag.AlignTop
        paper.addWidget(captioned(words("Paper"), self.paper), 1, top)
        left = (
            *(label(words("What it is called"), "lead"), self._names, self.example, paper),
            *(label(words("Who hosts it, in turn"), "lead"), self.hosts),
            *(label(words("Notes"), "lead"), self.notes),
        )
        moved = QHBoxLayout()
        moved.setSpacing(12)
        moved.addWidget(captioned(words("On a public holiday"), self.moved), 3)
        moved.addWidget(captioned(words("Days of preparation"), self.lead), 2)
        right = (
            *(label(words("When it meets"), "lead"), self.sentence, self.rule, moved),
            _explained(self.holidays, self.countries),
            *(label(words("Where it meets, in turn"), "lead"), self.places),
            captioned(words("Time zone of editions elsewhere"), self.zone),
        )
        for parts in (left, right):
            row.addLayout(_column(parts), 1)

    def _wire(self) -> None:
        for name, field in self.plain.items():
            field.committed.connect(self._changer(name))
        self.languages.committed.connect(lambda text: self._give("languages", _tags(text)))
        self.holidays.committed.connect(lambda text: self._give("holidays", _codes(text)))
        self.lead.typed.connect(lambda days: self._give("lead", days or 0))
        self.rule.committed.connect(self._changer("recurrence"))
        self.places.committed.connect(
            lambda places, zones: self.changed.emit({"places": places, "zones": zones})
        )
        self.hosts.committed.connect(self.hosted)
        self.hosts.named.connect(self.hostNamed)

    def _changer(self, name: str) -> Callable[[object], None]:
        return lambda value: self._give(name, value)

    def _give(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _build_texts(self, languages: tuple[str, ...]) -> None:
        """The fields with a line for each language of the series."""
        if languages == self._languages:
            return
        self._languages = languages
        for old in self.texts.values():
            self._names.removeWidget(old)
            old.hide()
            old.deleteLater()
        words = self.work.words
        called = {
            "title": words("Title"),
            "short": words("Short title"),
            "numbering": words("Titles of editions"),
        }
        for name, said in called.items():
            field = BilingualField(said, languages, beside=len(languages) == 2 and name != "title")
            field.committed.connect(self._changer(name))
            self.texts[name] = field
            self._names.addWidget(field)
        tip = words(
            "{n} is the number, {n}th its ordinal, {N} a Roman numeral, {ordinal} a word, "
            "{title} the title"
        )
        for language, line in self.texts["numbering"].fields.items():
            line.setToolTip(tip)
            if isinstance(line, LineField):
                line.setPlaceholderText(USUAL.get(language, "{n}. {title}"))
                line.textChanged.connect(self._show_example)

    # Showing

    def show_series(self, of: Chronicle, met: date) -> None:
        """Show a series as it is now; ``met`` is the day a new rule is thought from."""
        if self._of is None or self._of.series.id != of.series.id:
            self.places.forget()
        self._of, series = of, of.series
        self._build_texts(series.languages)
        for name, field in self.texts.items():
            field.show_value(getattr(series, name))
        for name, plain in self.plain.items():
            plain.show_value(getattr(series, name))
        if series.paper not in PAPERS:
            sizes = [(size, size) for size in (*PAPERS, series.paper)]
            self.paper.show_value(series.paper, sizes)
        self._show_lists(series, of)
        self.hosts.show_hosts(of.hosts)
        self.places.show_series(series)
        self.rule.show_rule(series.recurrence, met)
        self._show_example()
        fields = (*self.texts.values(), *self.plain.values())
        read_only((*fields, self.languages, self.holidays, self.lead), not self.work.editable)

    def _show_lists(self, series: Series, of: Chronicle) -> None:
        words = self.work.words
        said = Saying(series, of.countries).said(words)
        self.sentence.setText(said[:1].upper() + said[1:])
        self.languages.show_value(", ".join(series.languages))
        self.spoken.setText(" · ".join(map(language_name, series.languages)))
        self.holidays.show_value(", ".join(series.holidays))
        self.holidays.setPlaceholderText(", ".join(of.countries) or "KR, US")
        named = [country_name(c, words.language) or c for c in of.countries]
        text = " · ".join(named) if series.holidays else ""
        if named and not series.holidays:
            text = words("Those of its hosts: {countries}", countries=" · ".join(named))
        self.countries.setText(text)
        self.countries.setVisible(bool(text))
        self.lead.show_typed(series.lead or None)

    def _show_example(self) -> None:
        """The title of the next edition by the pattern as it is typed, in each language."""
        if self._of is None:
            return
        series = self._of.series
        numbers = [edition.number or 0 for edition in self._of.editions]
        number = max(numbers, default=0) + 1
        lines = []
        for language, field in self.texts["numbering"].fields.items():
            typed = field.text() if isinstance(field, LineField) else ""
            pattern = typed or USUAL.get(language, "{n}. {title}")
            title = series.title.get(language, "")
            if title:
                lines.append(numbered(pattern, number, language, title))
        said = "\n".join(lines)
        self.example.setText(
            self.work.words("The next one:\n{titles}", titles=said) if said else ""
        )

    def field_named(self, name: str) -> QWidget | None:
        """The widget of a field of the record."""
        others: Mapping[str, QWidget] = {
            "recurrence": self.rule.rrule,
            "languages": self.languages,
            "holidays": self.holidays,
            "lead": self.lead,
        }
        if name in self.texts:
            return next(iter(self.texts[name].fields.values()))
        return self.plain.get(name) or others.get(name)


def _column(parts: Sequence[Any]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(_BETWEEN)
    for n, part in enumerate(parts):
        if n and getattr(part, "property", None) and part.property("look") == "lead":
            column.addSpacing(8)
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return column


def _explained(field: QWidget, about: QWidget) -> QVBoxLayout:
    """A field under its name, with what its value means in words below it."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(captioned(field.accessibleName(), field))
    column.addWidget(about)
    return column


def _ways(words: Words) -> list[tuple[object, str]]:
    return [
        (Moved.STAYS, words("it stays")),
        (Moved.BEFORE, words("the working day before")),
        (Moved.AFTER, words("the next working day")),
    ]


def _tags(text: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[\s,;·/]+", text)))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.upper() for code in _tags(text)))
