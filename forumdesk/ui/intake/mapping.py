# SPDX-License-Identifier: MIT
"""What the columns of a list mean: a line for each, with what stands in it and what it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.columns import COLUMNS
from forumdesk.domain.heading_words import EXTRA_KEYS
from forumdesk.domain.headings import IGNORE, field_title
from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.intake.source import Look
from forumdesk.ui.labels import ElidedLabel, label
from forumdesk.ui.workspace import Workspace

EXAMPLES = 3  # values shown of a column


def offered(
    words: Words, languages: Sequence[str], extra: Sequence[str]
) -> list[tuple[object, str]]:
    """Everything a column can mean, by key: for each language where it is told apart."""
    found: list[tuple[object, str]] = [("", words("– not taken in –"))]
    for one in COLUMNS:
        if one.told:
            continue
        if one.lingual:
            found.append((one.key, one.shown(words)))
            found += [(f"{one.key}.{tag}", one.shown(words, tag)) for tag in languages]
        else:
            found.append((one.key, one.shown(words)))
    known = {key for key, _ in found}
    for key in (*EXTRA_KEYS, *extra):
        if key in known or key in ("", IGNORE):
            continue
        known.add(key)
        found.append((key, field_title(key, words)))
    return found


class MappingView(QWidget):
    """The columns of a table; ``changed`` when one was given another meaning."""

    changed = Signal()

    def __init__(self, work: Workspace, languages: Sequence[str]) -> None:
        super().__init__()
        self._work, self._languages = work, tuple(languages)
        self.fields: list[ChoiceField] = []
        self._holder = QScrollArea()
        self._holder.setWidgetResizable(True)
        self._holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._holder)

    def show_look(self, look: Look, mapping: Mapping[int, str]) -> None:
        """Show a table's columns under a mapping."""
        words = self._work.words
        choices = offered(words, self._languages, list(mapping.values()))
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        heads = (words("Column in the list"), words("What it means"), words("For example"))
        for at, head in enumerate(heads):
            grid.addWidget(label(head, "small"), 0, at)
        self.fields = []
        for at, heading in enumerate(look.table.headings):
            name = heading.strip() or words("Column {number}", number=at + 1)
            field = ChoiceField(words("What “{column}” means", column=name), choices)
            field.setMinimumWidth(220)
            field.show_value(mapping.get(at, "").replace(IGNORE, ""))
            field.committed.connect(lambda _: self.changed.emit())
            self.fields.append(field)
            title = ElidedLabel(" ".join(name.split()), "strong")
            title.setMinimumWidth(180)
            grid.addWidget(title, at + 1, 0)
            grid.addWidget(field, at + 1, 1)
            grid.addWidget(ElidedLabel(_examples(look, at), "muted"), at + 1, 2)
        grid.setRowStretch(len(look.table.headings) + 1, 1)
        self._holder.setWidget(whole)

    def mapping(self) -> dict[int, str]:
        """What each column means now; those not taken in are said to be so."""
        return {at: str(field.currentData() or IGNORE) for at, field in enumerate(self.fields)}


def _examples(look: Look, at: int) -> str:
    """A few values of a column, each once."""
    found = (" ".join(row[at].split()) for row in look.sample if at < len(row))
    return " · ".join(islice(dict.fromkeys(filter(None, found)), EXAMPLES))
