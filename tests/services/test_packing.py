# SPDX-License-Identifier: MIT
"""The handout pack: what is put into it, changed, moved, and noted when it is made."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.packing import Planned, Produced
from forumdesk.domain.people import CardPrint
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.versions import Printing
from forumdesk.services.packing import (
    add_pack_sheet,
    change_pack_sheet,
    fill_pack,
    log_pack,
    order_pack,
    remove_pack_sheets,
    tick_pack_sheets,
)
from tests.services.small import Small, label


def pack(small: Small) -> list[PackSheet]:
    found = small.desk.find(PackSheet, edition=small.edition.id)
    return sorted(found, key=lambda sheet: sheet.position)


def names(small: Small) -> list[str]:
    return [sheet.handout for sheet in pack(small)]


def test_usual_sheets_are_filled_in_once(small: Small) -> None:
    wanted = [Planned("program"), Planned("agenda", copies=40), Planned("agenda", '{"paper":"A5"}')]
    made = fill_pack(small.desk, small.edition.id, wanted)
    assert label(small.desk) == "Fill the handout pack"
    # The program was there; what differs only in how it is written is the same.
    assert [(sheet.handout, sheet.copies) for sheet in made] == [("agenda", 40), ("agenda", 1)]
    assert fill_pack(small.desk, small.edition.id, [Planned("agenda", ' {"paper": "A5"} ')]) == []
    assert names(small) == ["program", "attendees", "agenda", "agenda"]
    small.desk.undo()
    assert names(small) == ["program", "attendees"]


def test_a_sheet_is_added_as_it_is_asked_for(small: Small) -> None:
    edition = small.edition.id
    added = add_pack_sheet(small.desk, edition, "program", options='{"paper":"A5"}', copies=3)
    assert (added.options, added.copies, added.ticked, added.position) == (
        *('{"paper": "A5"}', 3, True, 2),
    )
    with pytest.raises(ForumDeskError, match="in the pack already"):
        add_pack_sheet(small.desk, edition, "program", options='{"paper": "A5"}')
    for odd in ("", "[]", "{", "7"):
        with pytest.raises(ForumDeskError, match="can't be read"):
            add_pack_sheet(small.desk, edition, "program", options=odd)
    assert len(pack(small)) == 3


def test_copies_ticks_and_order_are_changed(small: Small) -> None:
    program, attendees = pack(small)
    change_pack_sheet(small.desk, program.id, {"copies": 7})
    change_pack_sheet(small.desk, program.id, {"copies": 70})
    tick_pack_sheets(small.desk, [program.id, attendees.id], ticked=False)
    order_pack(small.desk, small.edition.id, [attendees.id])
    assert [(s.handout, s.copies, s.ticked) for s in pack(small)] == [
        *(("attendees", 1, False), ("program", 70, False))
    ]
    small.desk.undo()
    small.desk.undo()
    small.desk.undo()
    assert pack(small) == [program, attendees]
    with pytest.raises(ForumDeskError):
        change_pack_sheet(small.desk, program.id, {"copies": -1})
    with pytest.raises(ForumDeskError):
        change_pack_sheet(small.desk, program.id, {"edition": small.later.id})
    with pytest.raises(ForumDeskError):
        order_pack(small.desk, small.later.id, [program.id])


def test_sheets_are_taken_out(small: Small) -> None:
    remove_pack_sheets(small.desk, [sheet.id for sheet in pack(small)])
    assert pack(small) == []
    assert label(small.desk) == "Take from the handout pack"


def test_a_pack_that_was_made_is_noted_in_one_step(small: Small) -> None:
    before = len(small.desk.history())
    produced = [
        Produced("program", small.version.id, 8, 120, "d1", '{"paper": "A4"}'),
        Produced("badges", None, 2, 1, "d2", "{}", ((small.hong.id, "card"),)),
    ]
    log_pack(small.desk, small.edition.id, produced)
    assert len(small.desk.history()) == before + 1
    assert label(small.desk) == "Make the handout pack"
    found = {p.handout: p for p in small.desk.find(Printing) if p.digest}
    assert (found["program"].version, found["program"].copies) == (small.version.id, 120)
    assert (found["program"].pages, found["program"].options) == (8, '{"paper": "A4"}')
    assert [c.participation for c in small.desk.find(CardPrint)] == [small.hong.id]
    small.desk.undo()
    assert [p.digest for p in small.desk.find(Printing)] == [""]
    assert small.desk.find(CardPrint) == []
