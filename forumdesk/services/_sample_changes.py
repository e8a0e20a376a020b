# SPDX-License-Identifier: MIT
"""What became of a sample's edition once it was published: printings, and later changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.people import Participation
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, parts, planning, publishing
from forumdesk.services._sample_values import Table, field_values, span
from forumdesk.services._sample_writer import EDITION, Writer, write_sessions


def publish_and_change(writer: Writer, table: Table) -> Iterator[None]:
    """Publish an edition as its file says, note what was printed, then make the later changes."""
    edition = writer.find(Edition, EDITION)
    if "version" in table:
        version = _publish(writer, edition, table["version"])
        for printing in table["printings"]:
            writer.add(Printing, printing, edition=edition, version=version)
    for change in table.get("changes", ()):
        _change(writer, change)
    yield from write_sessions(writer, table, added=True)


def _publish(writer: Writer, edition: str, table: Table) -> str:
    note = Text.of(table["note"])
    version = publishing.publish_version(writer.desk, edition, table["name"], note=note)
    writer.desk.put(replace(version, at=table["at"]))
    return version.id


def _change(writer: Writer, table: Table) -> None:
    if "participant" in table:
        participation = writer.find(Participation, table["participant"])
        fields = field_values(Participation, table, writer.find)
        invitations.change_participation(writer.desk, participation, fields)
        return
    session = writer.desk.get(Session, writer.find(Session, table["session"]))
    if "who" in table:
        _replace(writer, session.id, table["who"], by=table["replaced_by"])
    if "rooms" in table:
        rooms = [writer.find(Room, key) for key in table["rooms"]]
        planning.set_rooms(writer.desk, session.id, rooms)
    fields = field_values(Session, table, writer.find)
    if "time" in table:
        assert session.starts is not None
        fields["starts"], fields["minutes"] = span(table["time"], session.starts.date())
    if fields:
        planning.change_session(writer.desk, session.id, fields)


def _replace(writer: Writer, session: str, who: str, *, by: str) -> None:
    held = writer.find(Participation, who)
    part = writer.desk.find(Part, session=session, participation=held)[0]
    changes = {"participation": writer.find(Participation, by)}
    parts.change_part(writer.desk, part.id, changes)
