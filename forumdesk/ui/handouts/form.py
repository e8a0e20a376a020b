# SPDX-License-Identifier: MIT
"""The options of a handout as a form, made from their one declaration in ``handouts.options``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import permutations
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import name_text
from forumdesk.domain.themes import own_theme
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.handouts.options import Options, choice_name, options_from
from forumdesk.handouts.question import Ask, Question
from forumdesk.handouts.stock import stocks_for
from forumdesk.handouts.theme import theme_names, theme_title
from forumdesk.ui.choices import Choice, ChoiceField, SeveralField
from forumdesk.ui.dates import language_name, short_day
from forumdesk.ui.fields import ColorField, DayField, NumberField, TypedField
from forumdesk.ui.forms import captioned
from forumdesk.ui.labels import button, label, tip

Offer = Callable[[Question, Dossier, Words], Sequence[Choice]]


class OptionsForm(QWidget):
    """``changed`` carries the ``Options`` as they are after each change.

    ``themesWanted``: somebody wants to see to the themes there are.
    """

    changed = Signal(object)
    themesWanted = Signal()

    def __init__(
        self, words: Words, questions: Sequence[Question], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._options = Options()
        self._fields: dict[str, QWidget] = {}
        self._questions = {question.name: question for question in questions}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.refused = label(look="danger", wrap=True)
        self.refused.hide()
        layout.addWidget(self.refused)
        for question in questions:
            self._add(layout, question)

    def _add(self, layout: QVBoxLayout, question: Question) -> None:
        said = self._words(question.label)
        field = self._field(question, said)
        field.setToolTip(tip(self._words(question.help)))
        self._fields[question.name] = field
        layout.addWidget(field if isinstance(field, QCheckBox) else captioned(said, field))
        if question.ask is Ask.THEME:
            self.themes = button(self._words("Edit &themes…"), "link")
            self.themes.clicked.connect(self.themesWanted)
            layout.addWidget(self.themes, 0, Qt.AlignmentFlag.AlignLeft)

    def _field(self, question: Question, said: str) -> QWidget:
        match question.ask:
            case Ask.SWITCH:
                switch = QCheckBox(said)
                switch.clicked.connect(lambda on: self._change(question, on))
                return switch
            case Ask.SEVERAL:
                none = N_("nothing") if getattr(Options(), question.name) else N_("as usual")
                several = SeveralField(said, self._words(none))
                several.committed.connect(lambda keys: self._change(question, keys))
                return several
            case Ask.COLOR | Ask.NUMBER | Ask.DATE:
                typed = _TYPED[question.ask](said)
                nothing = 0 if question.ask is Ask.NUMBER else ""
                typed.typed.connect(lambda value: self._change(question, value or nothing))
                return typed
        choice = ChoiceField(said)
        choice.committed.connect(lambda key: self._change(question, key))
        return choice

    def show_options(self, options: Options, dossier: Dossier) -> None:
        """Show options, with what this edition offers to choose from."""
        self._options = options
        for name, field in self._fields.items():
            value = getattr(options, name)
            if isinstance(field, QCheckBox):
                field.setChecked(value)
            elif isinstance(field, TypedField):
                field.show_typed(None if value == "" else value)
            else:
                self._show_choice(self._questions[name], field, value, dossier)

    def _show_choice(
        self, question: Question, field: QWidget, value: object, dossier: Dossier
    ) -> None:
        choices = _OFFERS[question.ask](question, dossier, self._words)
        if isinstance(field, SeveralField) and isinstance(value, tuple):
            field.show_value([str(each) for each in value], choices)
        elif isinstance(field, ChoiceField):
            key = ",".join(value) if isinstance(value, tuple) else _key(value)
            if question.ask is Ask.THEME and (own := own_theme(dossier.themes, key)):
                key = own.id
            if key not in dict(choices):
                choices = [*choices, (key, self._called(question, value, key))]
            field.show_value(key, choices)

    def _called(self, question: Question, value: object, key: str) -> str:
        """What a value is called that is not among those offered."""
        if question.ask is Ask.PEOPLE and isinstance(value, tuple):
            return self._words.plural("{count} person", "{count} people", len(value))
        return key

    def _change(self, question: Question, value: object) -> None:
        try:
            self._options = options_from({question.name: value}, self._options)
        except ForumDeskError as error:
            self.refused.setText(error.said(self._words))
            self.refused.show()
            return
        self.refused.hide()
        self.changed.emit(self._options)

    def field(self, name: str) -> QWidget:
        """The field of an option."""
        return self._fields[name]


_TYPED: Mapping[Ask, Callable[[str], TypedField]] = MappingProxyType(
    {Ask.COLOR: ColorField, Ask.NUMBER: NumberField, Ask.DATE: DayField}
)


def _key(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _languages(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    """The languages of the document in every order, and each alone."""
    tags = dossier.languages
    every = permutations(tags) if len(tags) <= 3 else [tags]
    orders = [*every, *((tag,) for tag in tags if len(tags) > 1)]
    return [(",".join(o), " · ".join(language_name(tag) for tag in o)) for o in orders]


def _members(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    return [(member.value, choice_name(member, words)) for member in question.values]


def _hosts(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    names = {h.organization: dossier.organization[h.organization].name for h in dossier.hosts}
    usual = words("as in the edition")
    if question.of == "agreement":
        # Copies are for parties, who need not be hosts.
        bodies = (party.organization for party in dossier.parties)
        names = {key: dossier.organization[key].name for key in bodies}
        usual = words("one for every party")
    return [("", usual), *((k, words.text(n)) for k, n in names.items())]


def _agreements(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    titles = ((one.id, words.text(one.title) or "…") for one in dossier.agreements)
    return [("", words("every agreement")), *titles]


def _bound(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    return [(one.name, words.context(*one.title)) for one in HANDOUTS if one.bound]


def _plans(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    titles = ((one.id, words.text(one.title) or "…") for one in dossier.seatings)
    return [("", words("every seating plan")), *titles]


def _rooms(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    return [("", words("All rooms")), *((r.id, words.text(r.name)) for r in dossier.rooms)]


def _days(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    days = ((day.isoformat(), short_day(day, words)) for day in dossier.days)
    return [("", words("All days")), *days]


def _themes(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    names = ((name, words.text(theme_title(name))) for name in theme_names())
    own = ((theme.id, words.text(theme.name)) for theme in dossier.themes)
    return [("", words("as in the edition")), *names, *own]


def _versions(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    newest = sorted(dossier.versions, key=lambda version: version.at, reverse=True)
    return [("", words("the last one printed")), *((v.id, v.name) for v in newest)]


def _people(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    """Those with a part, in the order of their names."""
    acting = {dossier.participation[part.participation].person for part in dossier.parts}
    names = ((p.id, words.text(name_text(p))) for p in dossier.people if p.id in acting)
    return [("", words("everybody")), *sorted(names, key=lambda pair: pair[1])]


def _stocks(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    names = ((stock.name, words.text(stock.title)) for stock in stocks_for(question.of))
    return [("", words("as the paper asks")), *sorted(names, key=lambda pair: pair[1])]


def _sides(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    return [("", words("All sides")), *((s.id, words.text(s.name)) for s in dossier.sides)]


def _participants(question: Question, dossier: Dossier, words: Words) -> Sequence[Choice]:
    """Everybody with a name, in the order of their names."""
    found = ((one.id, dossier.person.get(one.person or "")) for one in dossier.participations)
    names = ((key, words.text(name_text(person))) for key, person in found if person)
    return [("", words("everybody")), *sorted(names, key=lambda pair: pair[1])]


_OFFERS: Mapping[Ask, Offer] = MappingProxyType(
    {
        Ask.LANGUAGES: _languages,
        Ask.CHOICE: _members,
        Ask.SEVERAL: _members,
        Ask.HOST: _hosts,
        Ask.ROOM: _rooms,
        Ask.DAY: _days,
        Ask.THEME: _themes,
        Ask.VERSION: _versions,
        Ask.PERSON: _people,
        Ask.STOCK: _stocks,
        Ask.SIDE: _sides,
        Ask.PEOPLE: _participants,
        Ask.HANDOUT: _bound,
        Ask.AGREEMENT: _agreements,
        Ask.PLAN: _plans,
    }
)
