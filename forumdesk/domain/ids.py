# SPDX-License-Identifier: MIT
"""How services name what they work on: ids and changes of each kind of record.

All are plain strings and mappings to the type checker; the kind rides along in the annotation,
so that forms and tests can tell which record an id is of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, TypeAlias

from forumdesk.domain.agenda import CheckIn, Part, Session, SessionRoom
from forumdesk.domain.forum import (
    Availability,
    Edition,
    Host,
    Room,
    Series,
    SeriesHost,
    Side,
    Track,
)
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Original,
    Party,
    Report,
    Review,
    Signatory,
)
from forumdesk.domain.people import (
    Image,
    LetterText,
    Organization,
    Participation,
    Person,
    Quota,
)
from forumdesk.domain.places import Rider, Seat, Seating, Vehicle
from forumdesk.domain.printed import OwnTheme, PackSheet, Passage, Term
from forumdesk.domain.versions import Acknowledgement, Origin, Printing, SavedView, Version
from forumdesk.domain.wording import Text

ImageId: TypeAlias = Annotated[str, Image]
OrganizationId: TypeAlias = Annotated[str, Organization]
PersonId: TypeAlias = Annotated[str, Person]
SeriesId: TypeAlias = Annotated[str, Series]
SeriesHostId: TypeAlias = Annotated[str, SeriesHost]
EditionId: TypeAlias = Annotated[str, Edition]
HostId: TypeAlias = Annotated[str, Host]
SideId: TypeAlias = Annotated[str, Side]
RoomId: TypeAlias = Annotated[str, Room]
AvailabilityId: TypeAlias = Annotated[str, Availability]
TrackId: TypeAlias = Annotated[str, Track]
ParticipationId: TypeAlias = Annotated[str, Participation]
QuotaId: TypeAlias = Annotated[str, Quota]
LetterTextId: TypeAlias = Annotated[str, LetterText]
OwnThemeId: TypeAlias = Annotated[str, OwnTheme]
TermId: TypeAlias = Annotated[str, Term]
PassageId: TypeAlias = Annotated[str, Passage]
PackSheetId: TypeAlias = Annotated[str, PackSheet]
SeatingId: TypeAlias = Annotated[str, Seating]
SeatId: TypeAlias = Annotated[str, Seat]
TableNumber: TypeAlias = Annotated[int, "table number"]
SeatNumber: TypeAlias = Annotated[int, "seat number"]
VehicleId: TypeAlias = Annotated[str, Vehicle]
RiderId: TypeAlias = Annotated[str, Rider]
SessionId: TypeAlias = Annotated[str, Session]
SessionRoomId: TypeAlias = Annotated[str, SessionRoom]
PartId: TypeAlias = Annotated[str, Part]
CheckInId: TypeAlias = Annotated[str, CheckIn]
AgreementId: TypeAlias = Annotated[str, Agreement]
PartyId: TypeAlias = Annotated[str, Party]
AimId: TypeAlias = Annotated[str, Aim]
SignatoryId: TypeAlias = Annotated[str, Signatory]
OriginalId: TypeAlias = Annotated[str, Original]
CommitmentId: TypeAlias = Annotated[str, Commitment]
CommitmentOwnerId: TypeAlias = Annotated[str, CommitmentOwner]
ReportId: TypeAlias = Annotated[str, Report]
ReviewId: TypeAlias = Annotated[str, Review]
VersionId: TypeAlias = Annotated[str, Version]
PrintingId: TypeAlias = Annotated[str, Printing]
AcknowledgementId: TypeAlias = Annotated[str, Acknowledgement]
OriginId: TypeAlias = Annotated[str, Origin]
SavedViewId: TypeAlias = Annotated[str, SavedView]

# A column of the agenda list: a field of a session, or a text in a language (``title.ko``).
ColumnName: TypeAlias = Annotated[str, "column"]
# A column of a list of people: its key in ``domain.columns``, with a language (``office.ko``).
RosterColumn: TypeAlias = Annotated[str, "roster column"]

# A column of the list of commitments: a field, or a text in a language (``title.ko``).
CommitmentColumn: TypeAlias = Annotated[str, "commitment column"]

# A column of the list of terms: a text in a language (``text.ko``, ``note.en``).
TermColumn: TypeAlias = Annotated[str, "term column"]

# What an organization is called, in any language, as somebody types it.
OrganizationName: TypeAlias = Annotated[str, "organization name"]

# What is asked of a sheet of a handout pack: a JSON object.
SheetOptions: TypeAlias = Annotated[str, "sheet options"]

# A signed sheet typed back: row codes and who was absent (``domain.sheets``).
SheetText: TypeAlias = Annotated[str, "sheet"]

# The name of a bundled theme; a theme's own data as JSON; where in it a value is, and the value.
ThemeName: TypeAlias = Annotated[str, "theme"]
ThemeData: TypeAlias = Annotated[str, "theme data"]
ThemePath: TypeAlias = Sequence[Annotated[str, "theme key"]]
ThemeValue: TypeAlias = str | float | bool | tuple[float, ...] | Text

# New values of some of a record's fields, by field name.
OrganizationChanges: TypeAlias = Annotated[Mapping[str, object], Organization]
PersonChanges: TypeAlias = Annotated[Mapping[str, object], Person]
SeriesChanges: TypeAlias = Annotated[Mapping[str, object], Series]
EditionChanges: TypeAlias = Annotated[Mapping[str, object], Edition]
HostChanges: TypeAlias = Annotated[Mapping[str, object], Host]
SideChanges: TypeAlias = Annotated[Mapping[str, object], Side]
RoomChanges: TypeAlias = Annotated[Mapping[str, object], Room]
TrackChanges: TypeAlias = Annotated[Mapping[str, object], Track]
ParticipationChanges: TypeAlias = Annotated[Mapping[str, object], Participation]
SessionChanges: TypeAlias = Annotated[Mapping[str, object], Session]
VehicleChanges: TypeAlias = Annotated[Mapping[str, object], Vehicle]
PartChanges: TypeAlias = Annotated[Mapping[str, object], Part]
AgreementChanges: TypeAlias = Annotated[Mapping[str, object], Agreement]
PartyChanges: TypeAlias = Annotated[Mapping[str, object], Party]
AimChanges: TypeAlias = Annotated[Mapping[str, object], Aim]
SignatoryChanges: TypeAlias = Annotated[Mapping[str, object], Signatory]
OriginalChanges: TypeAlias = Annotated[Mapping[str, object], Original]
CommitmentChanges: TypeAlias = Annotated[Mapping[str, object], Commitment]
CommitmentOwnerChanges: TypeAlias = Annotated[Mapping[str, object], CommitmentOwner]
ReportChanges: TypeAlias = Annotated[Mapping[str, object], Report]
TermChanges: TypeAlias = Annotated[Mapping[str, object], Term]
SeatingChanges: TypeAlias = Annotated[Mapping[str, object], Seating]
AcknowledgementChanges: TypeAlias = Annotated[Mapping[str, object], Acknowledgement]
PassageChanges: TypeAlias = Annotated[Mapping[str, object], Passage]
PackSheetChanges: TypeAlias = Annotated[Mapping[str, object], PackSheet]
