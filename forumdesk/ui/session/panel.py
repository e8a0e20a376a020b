# SPDX-License-Identifier: MIT
"""The session in the inspector: every field of it, both languages side by side or stacked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.agenda import Session, SessionKind, SessionStatus, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import term
from forumdesk.services.arranging import follow_session, lock_sessions
from forumdesk.services.cells import set_cell
from forumdesk.services.planning import change_session, set_rooms
from forumdesk.ui.choices import ChoiceField, SeveralField
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.dates import language_name
from forumdesk.ui.forms import BilingualField, TextField, captioned
from forumdesk.ui.inspector import Panel
from forumdesk.ui.labels import label
from forumdesk.ui.session.found import Found
from forumdesk.ui.session.last_time import LastTime
from forumdesk.ui.session.parts import PartsField
from forumdesk.ui.session.planning_fields import PlanningFields
from forumdesk.ui.session.times import TimeFields
from forumdesk.ui.workspace import Workspace

_KINDS: dict[str, type[SessionKind] | type[SessionStatus] | type[Visibility]] = {
    "kind": SessionKind,
    "status": SessionStatus,
    "visibility": Visibility,
}
# Languages that may be spoken on the floor, besides those of the document.
_SPOKEN = ("ko", "en", "ja", "zh", "de", "fr", "es", "vi", "ar")


class SessionPanel(Panel):
    """Fields of a session."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._session: Session | None = None
        self._languages: tuple[str, ...] = ()
        self.head = label("", "lead", wrap=True)
        self.second = label("", "muted", wrap=True)
        self.last_time = LastTime(work)
        self.found = Found(work)
        words = work.words
        self.times = TimeFields(words)
        self.choices = {
            "kind": ChoiceField(words("Kind")),
            "status": ChoiceField(words("Status")),
            "visibility": ChoiceField(words("Who may know")),
        }
        self.rooms = SeveralField(words("Rooms"), words("All rooms"))
        self.track = ChoiceField(words("Track"))
        self.spoken = SeveralField(words("Spoken"), words("not said"))
        self.planning = PlanningFields(words)
        self.parts = PartsField(work)
        self.notes = TextField(words("Notes for the secretariat"))
        self.cues = TextField(words("Cues for the show caller"))
        self._others: dict[str, QWidget] = {
            "parts": self.parts.name,
            "rooms": self.rooms,
            "track": self.track,
            "languages": self.spoken,
            "notes": self.notes,
            "cues": self.cues,
            **self.planning.fields,
        }
        self.texts: dict[str, BilingualField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 14, 16, 20)
        self._layout.setSpacing(12)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._connect()

    def _connect(self) -> None:
        self.times.typed.connect(self._set_time)
        for name, field in self.choices.items():
            field.committed.connect(lambda key, name=name: self._change(name, _KINDS[name](key)))
        self.rooms.committed.connect(self._set_rooms)
        self.track.committed.connect(lambda key: self._change("track", key or None))
        self.spoken.committed.connect(lambda keys: self._change("languages", tuple(keys)))
        self.planning.changed.connect(self._plan)
        self.notes.committed.connect(lambda text: self._change("notes", text))
        self.cues.committed.connect(lambda text: self._change("cues", text))

    def _build(self, languages: Sequence[str]) -> None:
        """Lay the fields out; done anew for a document in other languages."""
        words = self.work.words
        self._languages = tuple(languages)
        # The fields that stay are only laid out again; the holders around them go.
        for keeper in (*self._kept(), self.head, self.second, self.last_time):
            keeper.setParent(None)
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.texts = {
            "title": BilingualField(words("Title"), languages),
            "summary": BilingualField(words("Summary"), languages, long=True),
            "abstract": BilingualField(words("Abstract"), languages, long=True),
            "interpretation": BilingualField(words("Interpretation"), languages),
        }
        for name, field in self.texts.items():
            field.committed.connect(lambda text, name=name: self._change(name, text))
        self._place()

    def _kept(self) -> list[QWidget]:
        return [
            *(self.found, self.times, *self.choices.values(), self.rooms, self.track, self.spoken),
            *(self.planning, self.parts, self.notes, self.cues),
        ]

    def _place(self) -> None:
        add = self._layout.addWidget
        heads = QVBoxLayout()
        heads.setSpacing(2)
        heads.addWidget(self.head)
        heads.addWidget(self.second)
        heads.addWidget(self.last_time)
        holder = QWidget()
        heads.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(heads)
        add(holder)
        add(self.found)
        add(self.times)
        add(self.texts["title"])
        add(_beside(self._named(self.choices["kind"]), self._named(self.choices["status"])))
        rooms = captioned(self.work.words("Rooms"), self.rooms)
        add(_beside(rooms, self._named(self.track)))
        add(self.parts)
        add(self.planning)
        add(self.texts["summary"])
        add(self.texts["abstract"])
        spoken = captioned(self.work.words("Spoken"), self.spoken)
        add(_beside(self._named(self.choices["visibility"]), spoken))
        add(self.texts["interpretation"])
        add(captioned(self.notes.accessibleName(), self.notes))
        add(captioned(self.cues.accessibleName(), self.cues))

    def _named(self, field: ChoiceField) -> QWidget:
        return captioned(field.accessibleName(), field)

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show the session as it is now."""
        if self._session is not None and self._session.id != id:
            self._leave()
        session = dossier.session.get(id)
        if session is None:
            self._session = None
            return False
        if dossier.languages != self._languages:
            self._build(dossier.languages)
        self._session = session
        self._show_head(dossier, session)
        self.last_time.show_session(session)
        self.found.show_session(session.id)
        self.times.show_session(session)
        for name, field in self.choices.items():
            members = [(m.value, term(m, self.work.words)) for m in _KINDS[name]]
            field.show_value(getattr(session, name).value, members)
        for name, text in self.texts.items():
            text.show_value(getattr(session, name))
        self._show_places(dossier, session)
        self.planning.show_session(dossier, session)
        self.parts.show_session(dossier, session)
        self.notes.show_value(session.notes)
        self.cues.show_value(session.cues)
        self._set_editable(self.work.editable)
        return True

    def _leave(self) -> None:
        """What is being typed belongs to the session that was shown until now."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            commit_typing()

    def _show_head(self, dossier: Dossier, session: Session) -> None:
        words = self.work.words
        self.head.setText(words.text(session.title) or words("Without a title"))
        rooms = ", ".join(words.text(room.name) for room in dossier.rooms_of(session))
        said = (term(session.kind, words), rooms, term(session.status, words))
        self.second.setText(" · ".join(filter(None, said)))

    def _show_places(self, dossier: Dossier, session: Session) -> None:
        words = self.work.words
        own = [] if session.parent else [room.id for room in dossier.rooms_of(session)]
        self.rooms.show_value(own, [(r.id, words.text(r.name)) for r in dossier.rooms])
        tracks = [(t.id, words.text(t.name)) for t in dossier.tracks]
        self.track.show_value(session.track or "", [("", words("(none)")), *tracks])
        tags = dict.fromkeys((*dossier.languages, *session.languages, *_SPOKEN))
        self.spoken.show_value(session.languages, [(tag, language_name(tag)) for tag in tags])

    def _set_editable(self, editable: bool) -> None:
        for text in self.texts.values():
            text.setReadOnly(not editable)
        for line in self.times.fields.values():
            line.setReadOnly(not editable)
        self.planning.setReadOnly(not editable)
        for long in (self.notes, self.cues):
            long.setReadOnly(not editable)
        for choice in (*self.choices.values(), self.rooms, self.track, self.spoken):
            choice.setEnabled(editable)

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field; ``title.ko`` is the Korean title."""
        name, _, language = field.partition(".")
        widget: QWidget | None = self.times.fields.get(name) or self.choices.get(name)
        if name in self.texts:
            fields = self.texts[name].fields
            widget = fields.get(language) or next(iter(fields.values()), None)
        widget = widget or self._others.get(name)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, name: str, value: object) -> None:
        if self._session is not None:
            self.work.run(change_session, self._session.id, {name: value})

    def _plan(self, name: str, value: object) -> None:
        """Take over a planning field; what is refused is shown as it is again."""
        session, dossier = self._session, self.work.dossier
        if session is None or dossier is None:
            return
        match name:
            case "locked":
                done, _ = self.work.done(lock_sessions, [session.id], bool(value))
            case "follows":
                leader = str(value) if value else None
                done, _ = self.work.done(follow_session, session.id, leader)
            case _:
                done, _ = self.work.done(change_session, session.id, {name: value})
        if not done:
            self.planning.show_session(dossier, session)

    def _set_rooms(self, rooms: Sequence[str]) -> None:
        if self._session is not None:
            self.work.run(set_rooms, self._session.id, rooms)

    def _set_time(self, name: str, text: str) -> None:
        session, dossier = self._session, self.work.dossier
        if session is None or dossier is None:
            return
        day = dossier.day_of(session)
        done, _ = self.work.done(set_cell, session.id, name, text, day=day)
        # Also where nothing has changed: what was typed for the same time is another text.
        self.times.show_session(self.work.desk.get(Session, session.id) if done else session)


def _beside(left: QWidget, right: QWidget) -> QWidget:
    """Two fields in a row, as wide as each other."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(left, 1)
    layout.addWidget(right, 1)
    return holder
