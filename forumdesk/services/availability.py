# SPDX-License-Identifier: MIT
"""When rooms and participants can be had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Availability, Room
from forumdesk.domain.ids import ParticipationId, RoomId
from forumdesk.domain.people import Participation
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._writing import add, called, participant_called

Windows = Sequence[tuple[datetime, datetime]]


def set_room_availability(desk: Desk, room: RoomId, windows: Windows) -> list[Availability]:
    """When a room can be had: from and to, in wall time; no window means at any time."""
    record = desk.get(Room, room)
    return _settled(desk, record, called(record.name), windows)


def set_participant_availability(
    desk: Desk, participation: ParticipationId, windows: Windows
) -> list[Availability]:
    """When a participant can be had: from and to, in wall time; no window means at any time."""
    record = desk.get(Participation, participation)
    return _settled(desk, record, participant_called(desk, record), windows)


def _settled(
    desk: Desk, of: Room | Participation, name: Text | str, windows: Windows
) -> list[Availability]:
    owner = {"room" if isinstance(of, Room) else "participation": of.id}
    before = {(a.starts, a.ends): a for a in desk.find(Availability, **owner)}
    wanted = dict.fromkeys(windows)
    with desk.step(N_("Set when “{name}” can be had"), name=name):
        for window, availability in before.items():
            if window not in wanted:
                desk.remove(Availability, availability.id)
        return [
            before.get(window)
            or add(
                desk,
                Availability,
                {},
                edition=of.edition,
                starts=window[0],
                ends=window[1],
                **owner,
            )
            for window in wanted
        ]
