# SPDX-License-Identifier: MIT
"""What the sheets of a signing say: the copies that are signed, the table, the facts for the press.

Already worded, as all content is.
"""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Prose, Quote, Sheet, Wording
from forumdesk.handouts.outcomes import NumberedAim


@frozen
class SignatureBlock:
    """A place to sign. ``party`` stands over the line, name and office below it.

    ``seal`` stands at the end of the line where a seal is customary; a witness has no party.
    """

    name: Wording
    office: Wording = NOTHING
    party: Wording = NOTHING
    seal: str = ""


@frozen
class SigningCopy:
    """A copy in one language, for one party: ``whose`` it is comes first in it.

    ``called`` says which copy it is, for the outline; ``done`` where and when it is signed,
    empty where the closing says so.
    """

    anchor: str
    language: str
    whose: Wording
    called: str
    kind: Wording
    title: Wording
    parties: tuple[Wording, ...]
    preamble: Prose
    aims: tuple[NumberedAim, ...]
    closing: Prose
    done: Wording
    signatures: tuple[SignatureBlock, ...]
    witnessed: Wording
    witnesses: tuple[SignatureBlock, ...]


@frozen
class SigningCopiesContent:
    """Signing copies one after the other; ``nothing`` is said where there is none."""

    sheet: Sheet
    copies: tuple[SigningCopy, ...]
    nothing: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.copies


@frozen
class Seat:
    """A place at the table: for which party, who sits there and who stands behind.

    ``folder`` says what lies before it at first.
    """

    flag: Wording
    party: Wording
    name: Wording
    office: Wording
    behind: Wording
    folder: Wording


@frozen
class Turn:
    """A round of signing: which folder each seat signs, in the order of the seats."""

    called: Wording
    folders: tuple[Wording, ...]


@frozen
class Figure:
    """Somebody in the photograph; ``signs``: one of those in the centre."""

    name: Wording
    signs: bool = False


@frozen
class TableHeads:
    """The words of the sheet for the table."""

    flags: Wording
    behind: Wording
    seats: Wording
    folders: Wording
    audience: Wording
    turns: Wording
    photo: Wording
    checklist: Wording


@frozen
class SigningTable:
    """The table at which an agreement is signed, as the audience sees it from left to right."""

    anchor: str
    title: Wording
    when: Wording
    seats: tuple[Seat, ...]
    turns: tuple[Turn, ...]
    figures: tuple[Figure, ...]
    checks: tuple[Wording, ...]
    notes: Prose = ()


@frozen
class SigningTableContent:
    """The sheets for the tables; ``nothing`` is said where nothing is signed."""

    sheet: Sheet
    heads: TableHeads
    tables: tuple[SigningTable, ...]
    nothing: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.tables


@frozen
class Fact:
    """Something to know: a label, and what there is to say, one thing a line."""

    label: Wording
    lines: tuple[Wording, ...]


@frozen
class Facts:
    """What was signed: for the press. ``aims`` are told in short."""

    anchor: str
    kind: Wording
    title: Wording
    facts: tuple[Fact, ...]
    aims_label: Wording
    aims: tuple[NumberedAim, ...]
    quotes_label: Wording
    quotes: tuple[Quote, ...]


@frozen
class FactSheetContent:
    """The fact sheet, ``contacts`` at its end."""

    sheet: Sheet
    facts: tuple[Facts, ...]
    contacts: Fact
    nothing: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.facts
