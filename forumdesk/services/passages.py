# SPDX-License-Identifier: MIT
"""Texts of a program besides its agenda: messages of welcome, sponsors, imprint and the like."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.ids import EditionId, PassageChanges, PassageId
from forumdesk.domain.people import Participation
from forumdesk.domain.printed import PASSAGES, Passage, PassageKind
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.services._pictures import drop_unused
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import (
    add,
    called,
    change,
    next_position,
    participant_called,
    reorder,
)
from forumdesk.services.people import add_image


def add_passage(
    desk: Desk, edition: EditionId, kind: PassageKind, fields: PassageChanges
) -> Passage:
    """A new text of an edition, after the others."""
    desk.get(Edition, edition)
    given = {"position": next_position(desk, Passage, edition=edition), **fields, "kind": kind}
    with desk.step(N_("Add text “{title}”"), title=Phrase(PASSAGES[kind])):
        return add(desk, Passage, given, edition=edition)


def change_passage(desk: Desk, passage: PassageId, changes: PassageChanges) -> Passage:
    """New values of some fields of a text; a signature replaced and used nowhere else goes."""
    record = desk.get(Passage, passage)
    with desk.step(N_("Change text “{title}”"), title=_called(desk, record)):
        after = change(desk, record, changes)
        drop_unused(desk, record.signature)
        return after


def remove_passage(desk: Desk, passage: PassageId) -> None:
    """Remove a text, with its signature."""
    record = desk.get(Passage, passage)
    with desk.step(N_("Remove text “{title}”"), title=_called(desk, record)):
        remove_whole(desk, record)
        drop_unused(desk, record.signature)


def order_passages(desk: Desk, edition: EditionId, passages: Sequence[PassageId]) -> list[Passage]:
    """Texts in a new order; those not named follow."""
    with desk.step(N_("Reorder the texts of “{title}”"), title=_titled(desk, edition)):
        return reorder(desk, desk.find(Passage, edition=edition), passages)


def set_signature(desk: Desk, passage: PassageId, data: bytes, size: tuple[int, int]) -> Passage:
    """Have a message signed with a picture, re-encoded before; ``size`` in pixels."""
    record = desk.get(Passage, passage)
    with desk.step(N_("Set the signature of “{title}”"), title=_called(desk, record)):
        return change_passage(desk, passage, {"signature": add_image(desk, data, size).id})


def remove_signature(desk: Desk, passage: PassageId) -> Passage:
    """A message goes without a signature."""
    record = desk.get(Passage, passage)
    with desk.step(N_("Remove the signature of “{title}”"), title=_called(desk, record)):
        return change_passage(desk, passage, {"signature": None})


def order_sections(desk: Desk, edition: EditionId, sections: Sequence[str]) -> Edition:
    """The order in which the sections of the program come; none named: the usual one."""
    record = desk.get(Edition, edition)
    if len(set(sections)) < len(sections):
        raise ForumDeskError(N_("A section can’t come twice; nothing was changed."))
    with desk.step(N_("Reorder the sections of “{title}”"), title=_titled(desk, edition)):
        return change(desk, record, {"sections": tuple(sections)})


def _called(desk: Desk, passage: Passage) -> Text | Phrase:
    """Its own title, or what it is; of a message, whose it is."""
    if passage.title:
        return passage.title
    kind = Phrase(PASSAGES[passage.kind])
    if passage.participation is None:
        return kind
    who = participant_called(desk, desk.get(Participation, passage.participation))
    return Phrase.of(N_("{text} by {name}"), text=kind, name=who)


def _titled(desk: Desk, edition: str) -> Text | str:
    record = desk.get(Edition, edition)
    return called(edition_title(desk.get(Series, record.series), record))
