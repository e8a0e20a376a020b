# SPDX-License-Identifier: MIT
"""Inspector panels of an edition and of what it is set up from: hosts, sides, rooms, tracks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, EditionState, Host, HostRole, Room, Side, Track
from forumdesk.domain.records import Record
from forumdesk.domain.terms import term
from forumdesk.domain.themes import USUAL as USUAL_THEME
from forumdesk.domain.themes import theme_names, theme_title
from forumdesk.domain.words import N_, Words
from forumdesk.services import availability, editions, quotas
from forumdesk.ui.availability import AvailabilityField
from forumdesk.ui.dates import days
from forumdesk.ui.forms import captioned
from forumdesk.ui.inviting.quota_field import QuotaField
from forumdesk.ui.labels import button
from forumdesk.ui.record_panel import Field, RecordPanel
from forumdesk.ui.themes.cover_field import cover_field
from forumdesk.ui.workspace import Workspace


def _states(_: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    return [(state, term(state, words)) for state in EditionState]


def _roles(_: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    return [(role, term(role, words)) for role in HostRole]


def _hosts(dossier: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    hosting = dict.fromkeys(host.organization for host in dossier.hosts)
    named = [(id_, words.text(dossier.organization[id_].name)) for id_ in hosting]
    return [(None, words("none")), *named]


def _rules(dossier: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    """The sets of rules; the edition's own choice where there is none such any more, too."""
    from forumdesk.domain.precedence import USUAL, rule_sets  # noqa: PLC0415 - with the panel

    return [
        ("" if rules.name == USUAL else rules.name, words.text(rules.title))
        for rules in rule_sets()
    ]


def _designs(dossier: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    """The themes there are: the usual one, the others bundled, the file's own."""
    named = [
        ("" if name == USUAL_THEME else name, words.text(theme_title(name)))
        for name in theme_names()
    ]
    return [*named, *((theme.id, words.text(theme.name)) for theme in dossier.themes)]


class EditionPanel(RecordPanel):
    """An edition's titles, days, place and state."""

    fields = (
        Field("title", N_("Title (if not the usual one)"), "texts"),
        Field("slogan", N_("Slogan"), "texts"),
        Field("number", N_("Number"), "number", row=1),
        Field("state", N_("State"), "choice", _states, row=1),
        Field("first_day", N_("First day"), "day", row=2),
        Field("last_day", N_("Last day"), "day", row=2),
        Field("reply_by", N_("Answers are asked for by"), "day"),
        Field("precedence", N_("Order of precedence"), "choice", _rules),
        Field("design", N_("Theme on paper"), "choice", _designs, row=3),
        Field("accent", N_("House colour"), "color", row=3),
        Field("timezone", N_("Time zone"), "zone"),
        Field("transfer", N_("Minutes from one room to another"), "minutes"),
        Field("city", N_("City"), "texts"),
        Field("venue", N_("Venue"), "texts"),
        Field("address", N_("Address"), "texts"),
        Field("map_link", N_("Link to a map")),
        Field("link", N_("Web page")),
        Field("wifi", N_("Wi-Fi note"), "texts"),
        Field("contact", N_("Contact of the secretariat"), "long"),
        Field("welcome", N_("Welcome message"), "long"),
        Field("practical", N_("Practical notes"), "long"),
        Field("notes", N_("Notes of the secretariat"), "text"),
    )

    def record(self, dossier: Dossier, id: str) -> Record | None:
        """The edition shown."""
        return dossier.edition if dossier.edition.id == id else None

    def called(self, dossier: Dossier, record: Edition) -> tuple[str, str]:
        """Its title, and when it is."""
        words = self.work.words
        when = days(record.first_day, record.last_day, words)
        return words.text(dossier.title), " · ".join(
            filter(None, (when, term(record.state, words)))
        )

    def shown(self, record: Edition, name: str) -> object:
        """The usual theme is the one of an edition that says none."""
        value = super().shown(record, name)
        return "" if name == "design" and value == USUAL_THEME else value

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.quota = QuotaField(work, work.words("Seats in all"), quotas.set_edition_quota)
        self.cover = cover_field(work)

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show the edition, how many may come, and the picture of its cover."""
        shown = super().show_record(dossier, id)
        if shown:
            self.quota.show_for(dossier, id)
            self.cover.show_value(dossier.edition.cover)
            self.cover.setReadOnly(not self.work.editable)
        return shown

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field."""
        if field == "cover":
            self.cover.choose.setFocus()
        else:
            super().focus_field(field)

    def below(self) -> Sequence[QWidget]:
        """How many may come, and the picture of the cover."""
        return (self.quota, captioned(self.work.words("Cover picture"), self.cover))

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the edition; a first day set after the last one takes it along."""
        tidy = {key: value or "" if key == "accent" else value for key, value in changes.items()}
        self.work.run(editions.change_edition, self.id, {**tidy, **self._last_day(changes)})

    def _last_day(self, changes: Mapping[str, object]) -> Mapping[str, object]:
        dossier, first = self.work.dossier, changes.get("first_day")
        if dossier is None or not isinstance(first, date):
            return {}
        before, last = dossier.edition.first_day, dossier.edition.last_day
        if before is None or last is None or first <= last:
            return {}
        return {"last_day": first + (last - before)}


class SetPanel(RecordPanel):
    """A panel of one thing among several in an order: it can be moved and removed."""

    order: ClassVar[Callable[..., object]]
    remove: ClassVar[Callable[..., object]]

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        words = work.words
        self.up = self._button(words("Move &up"), lambda: self._move(-1))
        self.down = self._button(words("Move &down"), lambda: self._move(1))
        self.gone = self._button(words("&Remove"), self._remove)

    def all(self, dossier: Dossier) -> Sequence[Record]:
        """All of the kind, in order."""
        raise NotImplementedError

    def record(self, dossier: Dossier, id: str) -> Record | None:
        """The one of this id."""
        return next((record for record in self.all(dossier) if record.id == id), None)

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show it, and whether it can move."""
        if not super().show_record(dossier, id):
            return False
        ids = [record.id for record in self.all(dossier)]
        may = self.work.editable
        self.up.setEnabled(may and ids[0] != id)
        self.down.setEnabled(may and ids[-1] != id)
        self.gone.setEnabled(may)
        return True

    def below(self) -> Sequence[QWidget]:
        """The buttons."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        for made in (self.up, self.down):
            layout.addWidget(made)
        layout.addStretch(1)
        layout.addWidget(self.gone)
        return (row,)

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        made = button(text)
        made.clicked.connect(lambda _=False: run())
        return made

    def _move(self, by: int) -> None:
        dossier = self.work.dossier
        if dossier is None:
            return
        ids = [record.id for record in self.all(dossier)]
        at = ids.index(self.id)
        ids.insert(at + by, ids.pop(at))
        self.work.run(type(self).order, dossier.edition.id, ids)

    def _remove(self) -> None:
        removed, _ = self.work.done(type(self).remove, self.id)
        if removed:
            self.work.go(Subject("edition", self.work.edition))


class RoomPanel(SetPanel):
    """A room."""

    order, remove = editions.order_rooms, editions.remove_room
    fields = (
        Field("name", N_("Name"), "texts"),
        Field("capacity", N_("Seats"), "number", row=1),
        Field("layout", N_("Layout"), row=1),
        Field("changeover", N_("Minutes to turn it over"), "minutes"),
    )

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.available = AvailabilityField(work, availability.set_room_availability)

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show the room, and when it can be had."""
        shown = super().show_record(dossier, id)
        if shown:
            self.available.show_for(dossier, id)
            self.available.setReadOnly(not self.work.editable)
        return shown

    def below(self) -> Sequence[QWidget]:
        """When it can be had, and the buttons."""
        return (captioned(self.available.accessibleName(), self.available), *super().below())

    def all(self, dossier: Dossier) -> Sequence[Record]:
        """The rooms."""
        return dossier.rooms

    def called(self, dossier: Dossier, record: Room) -> tuple[str, str]:
        """Its name."""
        return self.work.words.text(record.name), self.work.words("Room")

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the room."""
        self.work.run(editions.change_room, self.id, changes)


class TrackPanel(SetPanel):
    """A track."""

    order, remove = editions.order_tracks, editions.remove_track
    fields = (Field("name", N_("Name"), "texts"), Field("color", N_("Colour"), "color"))

    def all(self, dossier: Dossier) -> Sequence[Record]:
        """The tracks."""
        return dossier.tracks

    def called(self, dossier: Dossier, record: Track) -> tuple[str, str]:
        """Its name."""
        return self.work.words.text(record.name), self.work.words("Track")

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the track."""
        tidy = {key: value or "" if key == "color" else value for key, value in changes.items()}
        self.work.run(editions.change_track, self.id, tidy)


class SidePanel(SetPanel):
    """A side."""

    order, remove = editions.order_sides, editions.remove_side
    fields = (
        Field("name", N_("Name"), "texts"),
        Field("organization", N_("Led by"), "choice", _hosts, row=1),
        Field("country", N_("Country (two letters)"), row=1),
    )

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.quota = QuotaField(work, work.words("Seats of this side"), quotas.set_side_quota)

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show the side, and how many of it may come."""
        shown = super().show_record(dossier, id)
        if shown:
            self.quota.show_for(dossier, id)
        return shown

    def below(self) -> Sequence[QWidget]:
        """How many of it may come, and the buttons."""
        return (self.quota, *super().below())

    def all(self, dossier: Dossier) -> Sequence[Record]:
        """The sides."""
        return dossier.sides

    def called(self, dossier: Dossier, record: Side) -> tuple[str, str]:
        """Its name."""
        return self.work.words.text(record.name), self.work.words("Side")

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the side."""
        tidy = {
            key: value.upper() if key == "country" and isinstance(value, str) else value
            for key, value in changes.items()
        }
        self.work.run(editions.change_side, self.id, tidy)


class HostPanel(SetPanel):
    """A host."""

    order, remove = editions.order_hosts, editions.remove_host
    fields = (Field("role", N_("Part in the edition"), "choice", _roles),)

    def all(self, dossier: Dossier) -> Sequence[Record]:
        """The hosts."""
        return dossier.hosts

    def called(self, dossier: Dossier, record: Host) -> tuple[str, str]:
        """Its name, and what it does."""
        words = self.work.words
        return words.text(dossier.organization[record.organization].name), term(record.role, words)

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the host."""
        self.work.run(editions.change_host, self.id, changes)
