# SPDX-License-Identifier: MIT
"""The handout pack of an edition: which sheets, in how many copies, and that it was made."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import EditionId, PackSheetChanges, PackSheetId, SheetOptions
from forumdesk.domain.packing import Planned, Produced, options_tidied
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.services._writing import add, change, next_position, reorder
from forumdesk.services.publishing import log_printing


def fill_pack(desk: Desk, edition: EditionId, sheets: Sequence[Planned]) -> list[PackSheet]:
    """Put sheets into the pack after those it has; one that is there already stays as it is."""
    desk.get(Edition, edition)
    there = {(one.handout, one.options) for one in desk.find(PackSheet, edition=edition)}
    made = []
    with desk.step(N_("Fill the handout pack")):
        for sheet in sheets:
            key = (one_line(sheet.handout), options_tidied(sheet.options))
            if key not in there:
                there.add(key)
                made.append(_added(desk, edition, sheet))
    return made


def add_pack_sheet(
    desk: Desk, edition: EditionId, handout: str, *, options: SheetOptions = "{}", copies: int = 1
) -> PackSheet:
    """Put a sheet into the pack; raises ``ForumDeskError`` if it is there just so."""
    desk.get(Edition, edition)
    handout, options = one_line(handout), options_tidied(options)
    if desk.find(PackSheet, edition=edition, handout=handout, options=options):
        raise ForumDeskError(N_("This sheet is in the pack already, just as it is."))
    with desk.step(N_("Add to the handout pack")):
        return _added(desk, edition, Planned(handout, options, copies))


def change_pack_sheet(desk: Desk, sheet: PackSheetId, changes: PackSheetChanges) -> PackSheet:
    """Change a sheet of the pack: its copies, its options, whether it is ticked."""
    record = desk.get(PackSheet, sheet)
    new = dict(changes)
    if isinstance(options := new.get("options"), str):
        new["options"] = options_tidied(options)
    # A number that is typed or counted up is one change.
    merge = f"pack {sheet} {' '.join(sorted(new))}"
    with desk.step(N_("Change the handout pack"), merge=merge):
        return change(desk, record, new)


def tick_pack_sheets(desk: Desk, sheets: Sequence[PackSheetId], *, ticked: bool) -> list[PackSheet]:
    """Tick sheets of a pack, or take the ticks from them."""
    records = [desk.get(PackSheet, sheet) for sheet in sheets]
    label = N_("Tick sheets of the handout pack") if ticked else N_("Untick sheets of the pack")
    with desk.step(label):
        return [
            one if one.ticked is ticked else change(desk, one, {"ticked": ticked})
            for one in records
        ]


def order_pack(desk: Desk, edition: EditionId, sheets: Sequence[PackSheetId]) -> list[PackSheet]:
    """Bring the sheets of a pack into an order; those that are not named come after it."""
    desk.get(Edition, edition)
    with desk.step(N_("Reorder the handout pack")):
        return reorder(desk, desk.find(PackSheet, edition=edition), sheets)


def remove_pack_sheets(desk: Desk, sheets: Sequence[PackSheetId]) -> None:
    """Take sheets out of a pack."""
    records = {sheet: desk.get(PackSheet, sheet) for sheet in sheets}
    with desk.step(N_("Take from the handout pack")):
        for one in records.values():
            desk.remove(PackSheet, one.id)


def log_pack(desk: Desk, edition: EditionId, produced: Sequence[Produced]) -> None:
    """Note all sheets of a pack that was made as printed, in one step."""
    desk.get(Edition, edition)
    with desk.step(N_("Make the handout pack")):
        for sheet in produced:
            log_printing(
                *(desk, edition, sheet.handout),
                version=sheet.version,
                pages=sheet.pages,
                copies=sheet.copies,
                digest=sheet.digest,
                options=sheet.options,
                cards=dict(sheet.cards),
            )


def _added(desk: Desk, edition: str, sheet: Planned) -> PackSheet:
    fields = {"copies": sheet.copies, "options": options_tidied(sheet.options)}
    place = next_position(desk, PackSheet, edition=edition)
    of = {"edition": edition, "handout": one_line(sheet.handout), "position": place}
    return add(desk, PackSheet, fields, **of)
