# SPDX-License-Identifier: MIT
"""Seating by precedence: whom, how the sides mix, and what would change, said before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from forumdesk.domain.checks.delegations import lacking
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation
from forumdesk.domain.places import Layout, Seating
from forumdesk.domain.seat_filling import Mixing
from forumdesk.domain.seat_layouts import room_of
from forumdesk.domain.seating import (
    Placing,
    Wanted,
    change,
    placed,
    seats_of,
    stays,
    usual_mixing,
    wanted_people,
)
from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.services.seating import seat_by_precedence
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.fields import SwitchField
from forumdesk.ui.forms import captioned, closing_row
from forumdesk.ui.labels import button, label
from forumdesk.ui.seating.faces import names_said
from forumdesk.ui.seating.plans import plan_title
from forumdesk.ui.workspace import Workspace

_NAMED = 5  # of those for whom there is no seat
MIXINGS = {
    Mixing.ALTERNATE: T_("mixing", "In turn: one of each side"),
    Mixing.SPLIT: T_("mixing", "Guests at the right hand, hosts at the left"),
    Mixing.RANK: T_("mixing", "By rank alone"),
}
_ANSWERS = (
    ("accepted", N_("Those who accepted"), (Invitation.ACCEPTED,)),
    (
        "likely",
        N_("Those who accepted, and those still asked"),
        (Invitation.ACCEPTED, Invitation.INVITED, Invitation.TENTATIVE),
    ),
    (
        "all",
        N_("Everybody who has not declined"),
        (
            *(Invitation.ACCEPTED, Invitation.INVITED, Invitation.TENTATIVE),
            *(Invitation.PROPOSED, Invitation.WAITLISTED),
        ),
    ),
)


class PrecedenceDialog(QDialog):
    """Asks who is seated, shows what changes, and seats them in one step."""

    def __init__(self, parent: QWidget, work: Workspace, dossier: Dossier, plan: Seating) -> None:
        super().__init__(parent)
        self.work, self._dossier, self._plan = work, dossier, plan
        words = work.words
        self.setWindowTitle(words("Seat by precedence"))
        self.answers = ChoiceField(words("Whom"), [(key, words(text)) for key, text, _ in _ANSWERS])
        sides = [(side.id, words.text(side.name)) for side in dossier.sides]
        self.side = ChoiceField(words("Side"), [(None, words("All sides")), *sides])
        mixings = [(one, words.context(*MIXINGS[one])) for one in MIXINGS]
        self.mixing = ChoiceField(words("How the sides sit"), mixings)
        self.acting = SwitchField(words("Only those with a part in the session"))
        self.lacking = lacking(dossier, plan) if plan.layout is Layout.BILATERAL else None
        self.lacks = label("", "warning", wrap=True)
        self.there = button(words("Go there"), "quiet")
        self.said = label(look="muted", wrap=True)
        self.go = button(words("&Seat them"), "first")
        self._lay_out()
        self.answers.show_value("accepted")
        self.side.show_value(None)
        self.mixing.show_value(usual_mixing(plan.layout))
        for field in (self.answers, self.side, self.mixing, self.acting):
            field.committed.connect(lambda _: self.look())
        self.go.clicked.connect(self.apply)
        self.there.clicked.connect(self._go_there)
        self.look()

    def _lay_out(self) -> None:
        words = self.work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(plan_title(self._dossier, self._plan, words), "lead", wrap=True))
        layout.addWidget(captioned(words("Whom"), self.answers))
        layout.addWidget(captioned(words("Side"), self.side))
        layout.addWidget(captioned(words("How the sides sit"), self.mixing))
        layout.addWidget(self.acting)
        self.acting.setVisible(self._plan.session is not None)
        # Two delegations that face each other do not mix.
        self.mixing.setEnabled(self._plan.layout is not Layout.BILATERAL)
        if self.lacking is not None:
            self.lacks.setText(self.lacking.phrase.said(words))
            layout.addWidget(self.lacks)
            layout.addWidget(self.there, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addLayout(closing_row(self, words, self.go))
        self.resize(460, 380 if self.lacking is None else 500)

    def _go_there(self) -> None:
        """Go to where what is lacking is mended."""
        self.reject()
        if self.lacking is not None:
            self.work.go(self.lacking.subject)

    def _asked(self) -> Wanted:
        statuses = next(s for key, _, s in _ANSWERS if key == self.answers.currentData())
        side: str | None = self.side.currentData()
        return Wanted(statuses, (side,) if side else (), self.acting.isChecked())

    def placing(self) -> Placing:
        """Who would sit where."""
        plan, dossier = self._plan, self._dossier
        known = room_of(plan).chair
        kept = [s for at, s in seats_of(dossier, plan).items() if stays(s) and at in known]
        people = wanted_people(dossier, plan, self._asked())
        return placed(dossier, plan, people, mixing=Mixing(self.mixing.currentData()), kept=kept)

    def look(self) -> None:
        """Say what would change."""
        words, dossier, plan = self.work.words, self._dossier, self._plan
        after, before = self.placing(), seats_of(dossier, plan)
        kept = [seat for seat in before.values() if stays(seat)]
        told = change(before, after, kept)
        lines = [
            words.plural("{count} gets a seat.", "{count} get a seat.", told.seated),
            words.plural("{count} gets another one.", "{count} get another one.", told.moved),
            words.plural("{count} loses theirs.", "{count} lose theirs.", told.gone),
        ]
        shown = [
            line for line, n in zip(lines, (told.seated, told.moved, told.gone), strict=True) if n
        ]
        if not shown:
            shown.append(words("Everybody sits there already."))
        if kept:
            stay = words.plural("{count} seat stays.", "{count} seats stay.", len(kept))
            shown.append(stay)
        if after.left:
            shown.append(self._left(after))
        self.said.setText(" ".join(shown))
        self.go.setEnabled(bool(told.seated or told.moved or told.gone))

    def _left(self, after: Placing) -> str:
        words, dossier = self.work.words, self._dossier
        names = [_name(dossier, who, self.work) for who in after.left[:_NAMED]]
        more = len(after.left) - len(names)
        listed = ", ".join(names) + (f" +{more}" if more else "")
        text = words.plural(
            "For {count} there is no seat:", "For {count} there is no seat:", len(after.left)
        )
        return f"{text} {listed}."

    def apply(self) -> None:
        """Seat them."""
        asked = self._asked()
        done, placing = self.work.done(
            seat_by_precedence,
            self._plan.id,
            statuses=asked.statuses,
            sides=asked.sides,
            with_part=asked.with_part,
            mixing=Mixing(self.mixing.currentData()),
        )
        if not done:
            return
        if placing is not None and placing.left:
            self.work.messages.tell(self._left(placing))
        self.accept()


def _name(dossier: Dossier, who: str, work: Workspace) -> str:
    one = dossier.participation.get(who)
    return names_said(dossier, one, work.words)[0] if one else "…"
