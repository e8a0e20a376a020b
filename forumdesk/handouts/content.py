# SPDX-License-Identifier: MIT
"""What a sheet says, already worded, whatever way it is set.

Frozen values without a trace of type size, page or column: made from a dossier by the builders
in ``contents``, pickled for the paper worker, set by the layouts. Every text is a ``Wording``:
the languages of the document in their order, but for those the data has not; what is the same in
all of them stands once.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias

from forumdesk.domain.naming import position
from forumdesk.domain.values import frozen

if TYPE_CHECKING:
    from forumdesk.handouts.outcomes import AgreementPage, Promises
    from forumdesk.handouts.passages import Passages

Wording: TypeAlias = tuple[tuple[str, str], ...]
"""One text: pairs of language (BCP 47) and text in the order of the document; maybe empty."""

NOTHING: Wording = ()


def said(wording: Wording, language: str) -> tuple[str, str]:
    """The pair for a line set in ``language``: its own, else the first there is, else empty.

    The language given back is that of the text, for the structure tree of the page.
    """
    own = (pair for pair in wording if pair[0] == language)
    return next(own, wording[0] if wording else (language, ""))


def affiliation(office: Wording, organization: Wording, language: str) -> tuple[str, str]:
    """Office and organization as one (see ``domain.naming.position``), for a line in
    ``language``, and the language it is in, whose order they have.
    """
    tag, held = said(office, language)
    body_tag, body = said(organization, language)
    tag = tag if held else body_tag
    return tag, position(held, body, tag)


class BlockKind(StrEnum):
    """What a block of running text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"


@frozen
class Block:
    """A paragraph or list item of running text; ``mark`` is the number a numbered item bears."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    mark: str = ""


Prose: TypeAlias = tuple[tuple[str, tuple[Block, ...]], ...]
"""Running text: pairs of language and its blocks, in the order of the document; maybe empty."""


@frozen
class Picture:
    """A raster picture with the words that stand for it; ``width``, ``height`` in pixels.

    ``id`` is that of the image record, for findings about it.
    """

    id: str
    data: bytes
    media_type: str
    width: int
    height: int
    alt: Wording = NOTHING


@frozen
class HostMark:
    """A host as it stands on a cover."""

    name: Wording
    logo: Picture | None = None


@frozen
class HostGroup:
    """Hosts of one role, in order: ``role`` is the label over them ("Hosted by")."""

    role: Wording
    hosts: tuple[HostMark, ...]


@frozen
class Cover:
    """The front: ``hosts`` lead, then organizers, sponsors, supporters.

    ``credit`` says whose picture it is; it comes with the theme, which is in the sheet.
    """

    title: Wording
    slogan: Wording = NOTHING
    hosts: tuple[HostGroup, ...] = ()
    dates: Wording = NOTHING
    venue: Wording = NOTHING
    city: Wording = NOTHING
    picture: Picture | None = None
    credit: Wording = field(default=NOTHING, repr=False)


class BadgeKind(StrEnum):
    """What a small label beside a title is about; it never stands by colour alone."""

    INTERPRETATION = "interpretation"
    LANGUAGE = "language"
    VISIBILITY = "visibility"
    STATUS = "status"


@frozen
class Badge:
    """A small label beside a title. ``key`` is the state it shows (``closed``, ``draft`` …)."""

    kind: BadgeKind
    text: Wording
    key: str = ""


@frozen
class TrackMark:
    """A track: its colour (``#rrggbb`` or ``""``) and always its name."""

    name: Wording
    color: str = ""


@frozen
class PartLine:
    """Who does what. Set as "role — name, office, organization (note)", leaving out what is empty.

    ``key`` is the role's (``Role`` value): neighbours of one key can share a label. ``name`` may
    be empty where a body is seated without a person; ``announced`` is false while nobody is
    named, and ``name`` then says so. ``note`` is how the part is given, if not in person: "by
    video", "read by …".
    """

    key: str
    role: Wording
    name: Wording
    office: Wording = NOTHING
    organization: Wording = NOTHING
    note: Wording = NOTHING
    announced: bool = True


@frozen
class Quote:
    """A statement for the record, and whose it is (name, office, organization in one line)."""

    text: Wording
    by: Wording


@frozen
class Entry:
    """A session, or an item inside one.

    ``start`` and ``end`` are printed times, one pair where all languages write them alike.
    ``open_end``: there is a start and no end. Without a time ``start`` is empty and ``untimed``
    says so in words ("time to be announced"); an item without a time of its own says nothing.
    The title of an item may be what its part is called too ("09:12 Congratulatory remarks").
    ``quiet`` are breaks and meals, ``ceremony`` signings and photos. ``room`` is empty where
    the entry is plenary, or in the room of the entry it belongs to. ``summary`` is a line or two
    that explain the title. ``minutes`` is the duration where known. ``cancelled`` entries reach
    only the organizers' own sheets.
    """

    anchor: str
    kind: str
    title: Wording
    start: Wording = NOTHING
    end: Wording = NOTHING
    open_end: bool = False
    untimed: Wording = NOTHING
    minutes: int | None = None
    summary: Wording = NOTHING
    room: Wording = NOTHING
    track: TrackMark | None = None
    badges: tuple[Badge, ...] = ()
    quiet: bool = False
    ceremony: bool = False
    cancelled: bool = False
    parts: tuple[PartLine, ...] = ()
    items: tuple[Entry, ...] = ()
    quotes: tuple[Quote, ...] = ()


@frozen
class Day:
    """A program day: ``date`` in full ("Thursday, June 27, 2024"), ``short`` for a narrow place.

    ``ordinal`` ("Day 1", "제1일") is empty where the edition has one day. Sessions without a day
    stand in a last ``Day`` whose ``date`` says that it is to be announced.
    """

    anchor: str
    date: Wording
    short: Wording
    entries: tuple[Entry, ...]
    ordinal: Wording = NOTHING


@frozen
class Letter:
    """The welcome text."""

    heading: Wording
    text: Prose
    anchor: str = "welcome"


@frozen
class Agenda:
    """The days under their heading ("Program")."""

    heading: Wording
    days: tuple[Day, ...]
    anchor: str = "program"


@frozen
class Abstract:
    """What a session is about, at length; ``entry`` is the anchor of its place in the agenda.

    ``when`` names the day where the forum has several: "Wed, Sep 3 09:00–10:00".
    """

    anchor: str
    entry: str
    when: Wording
    title: Wording
    parts: tuple[PartLine, ...]
    text: Prose


@frozen
class Abstracts:
    """The abstracts under their heading, in the order of the agenda."""

    heading: Wording
    abstracts: tuple[Abstract, ...]
    anchor: str = "abstracts"


@frozen
class Appearance:
    """Where a speaker is on: title, role, and when it begins ("Wed, Sep 3 09:00").

    ``anchor`` is that of the entry; the day is named where the forum has several.
    """

    anchor: str
    when: Wording
    title: Wording
    role: Wording


@frozen
class Biography:
    """A speaker. ``also`` is the name in further scripts (Hanja …) as pairs of language, name."""

    anchor: str
    name: Wording
    also: Wording = NOTHING
    office: Wording = NOTHING
    organization: Wording = NOTHING
    photo: Picture | None = None
    text: Prose = ()
    appearances: tuple[Appearance, ...] = ()


@frozen
class Speakers:
    """The biographies under their heading; ``order`` says which, where it is not the agenda's."""

    heading: Wording
    biographies: tuple[Biography, ...]
    anchor: str = "speakers"
    order: Wording = NOTHING


@frozen
class PracticalNote:
    """A practical thing to know: a label, words about it, and perhaps a link (http or https)."""

    label: Wording
    text: Prose
    link: str = ""


@frozen
class Practical:
    """Practical information: venue, Wi-Fi, interpretation channels and the like."""

    heading: Wording
    notes: tuple[PracticalNote, ...]
    anchor: str = "practical"


@frozen
class NotesPage:
    """A ruled page to write on."""

    heading: Wording
    anchor: str = "notes"


@frozen
class BackCover:
    """The back: title, when and where, hosts, and the link as text and QR where there is one."""

    title: Wording
    dates: Wording
    place: Wording
    hosts: tuple[HostGroup, ...]
    link: str = ""
    link_label: Wording = NOTHING


@frozen
class Stamp:
    """What the foot of each page says of the state it shows.

    ``name`` is the version's, or the word for a draft; ``time`` is printed as it stands, local to
    the edition: all that differs between two prints of one draft; ``digest`` begins the content's.
    """

    name: Wording
    time: str = ""
    digest: str = ""


@frozen
class Labels:
    """Words a layout needs by itself: contents list, heads repeated after a break, draft mark."""

    contents: Wording
    continued: Wording
    page: Wording


@frozen
class Sheet:
    """What every handout has: languages in order, titles, running heads, stamp, labels.

    ``running`` heads the pages (a pair per language), ``dates`` stands opposite. ``title`` is
    the document's, ``subject`` what kind of sheet it is, ``design`` the theme it carries.
    ``logos`` are those of the hosts where that theme has them over running heads.
    """

    languages: tuple[str, ...]
    title: Wording
    subject: Wording
    running: Wording
    dates: Wording
    place: Wording
    stamp: Stamp
    labels: Labels
    design: str = field(default="", repr=False)
    logos: tuple[Picture, ...] = field(default=(), repr=False)


class Content(Protocol):
    """What a handout says: a frozen value; each kind of sheet has its own."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def sheet(self) -> Sheet:
        """What every handout has."""

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""


@frozen
class ProgramContent:
    """The printed program; what is left out is empty. ``order``: its sections, if not as usual."""

    sheet: Sheet
    cover: Cover | None = None
    contents: bool = True
    welcome: Letter | None = None
    agenda: Agenda | None = None
    abstracts: Abstracts | None = None
    speakers: Speakers | None = None
    agreements: tuple[AgreementPage, ...] = ()
    commitments: tuple[Promises, ...] = ()
    practical: Practical | None = None
    notes: NotesPage | None = None
    back: BackCover | None = None
    passages: Passages | None = None
    order: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        said = (self.welcome, self.abstracts, self.speakers, self.passages)
        agreed = self.agreements or self.commitments
        return not any(said) and not agreed and not (self.agenda and self.agenda.days)


class Detail(StrEnum):
    """What an agenda may leave out to fit, named in the order in which it goes."""

    QUOTES = "quotes"
    SUMMARY = "summary"
    ORGANIZATION = "organization"
    BADGES = "badges"
    OFFICE = "office"


@frozen
class AgendaContent:
    """The agenda on one sheet, or as few as it takes; ``details`` may go, first one first."""

    sheet: Sheet
    agenda: Agenda
    hosts: tuple[HostGroup, ...] = ()
    details: tuple[Detail, ...] = tuple(Detail)
    link: str = ""

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.agenda.days
