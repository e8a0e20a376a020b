# SPDX-License-Identifier: MIT
"""What to look at before a handout is printed: findings that jump to their field.

Some follow from the data alone; those on fonts, pictures and what does not fit need the sheet to
have been set. Acknowledged findings say so, as those of the checks do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import chain
from types import MappingProxyType

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks import run
from forumdesk.domain.checks.common import clock, named, passage_named, person_named
from forumdesk.domain.checks.translation import Printed, listed, untranslated
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import last_printings
from forumdesk.domain.wording import Text
from forumdesk.domain.words import LEFTWARD, N_, Phrase
from forumdesk.handouts.agreement_looks import (
    AGREEMENT_LOOKS,
    FIELDS_OF_AGREEMENTS,
    draft_looks,
)
from forumdesk.handouts.brief_looks import BRIEF_LOOKS, FIELDS_OF_BRIEFS
from forumdesk.handouts.card_looks import CARD_LOOKS, card_fields
from forumdesk.handouts.catalogue import handout as handout_named
from forumdesk.handouts.catalogue import stale_printings
from forumdesk.handouts.contents.booklet import shown
from forumdesk.handouts.contents.fields import printed_fields
from forumdesk.handouts.contents.lines import name_text, shown_parts
from forumdesk.handouts.contents.passages import writers
from forumdesk.handouts.contents.sessions import every_session, who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.sheet import web_link
from forumdesk.handouts.contents.speakers import on_stage, photo_of
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.grid_looks import FIELDS_OF_GRIDS, GRID_LOOKS
from forumdesk.handouts.list_looks import FIELDS_OF_LISTS, LIST_LOOKS
from forumdesk.handouts.options import Arrangement, Audience, Options, Section
from forumdesk.handouts.press_looks import FIELDS_OF_FOLDED, looks_at_folding
from forumdesk.handouts.proof_looks import FIELDS_OF_PROOFS, PROOF_LOOKS
from forumdesk.handouts.result import Finding, FindingKind, Rendered
from forumdesk.handouts.seating_looks import FIELDS_OF_SEATING, SEATING_LOOKS
from forumdesk.handouts.stage_looks import STAGE_LOOKS
from forumdesk.handouts.theme_looks import theme_findings
from forumdesk.handouts.vehicle_looks import FIELDS_OF_VEHICLES, VEHICLE_LOOKS

_OWN_FIELDS = MappingProxyType(
    {
        **FIELDS_OF_LISTS,
        **FIELDS_OF_AGREEMENTS,
        **FIELDS_OF_BRIEFS,
        **FIELDS_OF_FOLDED,
        **FIELDS_OF_GRIDS,
        **FIELDS_OF_PROOFS,
        **FIELDS_OF_SEATING,
        **FIELDS_OF_VEHICLES,
    }
)
"""The texts of the data on sheets that do not show what the program shows."""
_OWN_LOOKS = MappingProxyType(
    {
        **STAGE_LOOKS,
        **LIST_LOOKS,
        **CARD_LOOKS,
        **AGREEMENT_LOOKS,
        **BRIEF_LOOKS,
        **PROOF_LOOKS,
        **GRID_LOOKS,
        **SEATING_LOOKS,
        **VEHICLE_LOOKS,
    }
)
"""What is looked at on one kind of sheet alone."""


@frozen
class Inspected:
    """A sheet to be looked at: what it is made from, its kind, and the file if there is one."""

    setting: Setting
    handout: str
    rendered: Rendered | None = None
    pages: str = ""  # the handout whose pages they are, where it is not this one

    @property
    def dossier(self) -> Dossier:
        """What the sheet is made from."""
        return self.setting.dossier

    @cached_property
    def fields(self) -> tuple[Printed, ...]:
        """The texts of the data on the sheet."""
        of_cards = card_fields(self.setting) if self.handout in CARD_LOOKS else ()
        found = _OWN_FIELDS.get(self.pages or self.handout, printed_fields)(self.setting)
        return tuple(printed for printed in (*found, *of_cards) if printed.text)

    @cached_property
    def sessions(self) -> list[Session]:
        """The sessions on the sheet; a sheet without an agenda has none."""
        wanted = self.setting.options.having(Section.AGENDA)
        return list(every_session(self.setting)) if wanted else []

    @cached_property
    def consents(self) -> dict[tuple[str, str], bool]:
        """What each person said to each purpose at this edition; one refusal is a refusal."""
        given: dict[tuple[str, str], bool] = {}
        for found in self.dossier.participations:
            for consent in found.consents:
                key = (found.person or "", consent.purpose)
                given[key] = consent.given and given.get(key, True)
        return given

    @property
    def edition(self) -> Subject:
        """The edition as a subject, where nothing nearer is to blame."""
        return Subject("edition", self.dossier.edition.id)


def preflight(
    dossier: Dossier, options: Options, handout: str, rendered: Rendered | None = None
) -> list[Problem]:
    """Everything found, errors first. Raises like the builders for a host or room unknown."""
    setting = Setting(dossier, handout_named(handout).takes(options))
    pages = shown(handout, options)
    inspected = Inspected(setting, handout, rendered, pages)
    own = _OWN_LOOKS.get(pages)
    looks = [*(look(inspected) for look in LOOKS), _arranged(inspected, options)]
    looks += [own(setting)] if own else []
    return run(dossier, [lambda _: chain(*looks)])


def _arranged(sheet: Inspected, asked: Options) -> Iterator[Problem]:
    """An arrangement was asked for that the sheet can't have."""
    if sheet.setting.options.arrangement is not asked.arrangement and sheet.setting.languages[1:]:
        phrase = Phrase.of(N_("On this sheet languages stand one below the other."))
        facts = asked.arrangement.value
        yield Problem("arrangement", Severity.NOTE, sheet.edition, phrase, facts)


def _translations(sheet: Inspected) -> Iterable[Problem]:
    return untranslated(sheet.dossier, sheet.fields, sheet.setting.languages)


def _characters(sheet: Inspected) -> Iterator[Problem]:
    """Characters no font has, by the field they are in."""
    missing = set(sheet.rendered.missing) if sheet.rendered else set()
    seen: set[str] = set()
    for printed in sheet.fields:
        texts = "".join(printed.text.values())
        if found := missing.intersection(texts + normal(texts)):
            seen |= found
            yield _missing(Subject(printed.kind, printed.id, printed.field), printed.name, found)
    if rest := missing - seen:
        yield _missing(sheet.edition, sheet.dossier.title, rest)


def _writing(sheet: Inspected) -> Iterator[Problem]:
    """Languages that this arrangement has no page for, and writing that can't be set yet."""
    left_out = sheet.setting.languages[2:]
    if left_out and sheet.setting.options.arrangement is Arrangement.FACING:
        phrase = Phrase.of(
            N_("Facing pages hold two languages; {languages} is not on this sheet."),
            languages=", ".join(left_out),
        )
        yield Problem("language-left-out", Severity.WARNING, sheet.edition, phrase)
    for printed in sheet.fields:
        texts = printed.text.values()
        leftward = [bool(LEFTWARD.search(text)) for text in texts]
        if any(leftward):
            message = _TURNED if all(leftward) else _IN_ANOTHER
            phrase = Phrase.of(message, name=printed.name)
            subject = Subject(printed.kind, printed.id, printed.field)
            yield Problem("right-to-left", Severity.ERROR, subject, phrase)


_IN_ANOTHER = N_(
    "“{name}” is written from right to left, which can’t be set properly here;"
    " it is printed in its other language."
)
_TURNED = N_(
    "“{name}” is written from right to left, which can’t be set properly here;"
    " have somebody who reads it look at the sheet."
)


def _missing(subject: Subject, name: Text | Phrase, characters: set[str]) -> Problem:
    listed = " ".join(f"{c} (U+{ord(c):04X})" for c in sorted(characters))
    phrase = Phrase.of(
        N_("“{name}” has characters that no font here can print: {characters}."),
        name=name,
        characters=listed,
    )
    return Problem("missing-characters", Severity.ERROR, subject, phrase, listed)


def _unnamed_parts(sheet: Inspected) -> Iterator[Problem]:
    """Parts with "to be announced", or a body where a name will stand."""
    twice = Counter(session.title for session in sheet.sessions)
    for session in sheet.sessions:
        open_parts, bodies = [], []
        for part in shown_parts(sheet.setting, session):
            found = who(sheet.setting, part)
            if found is None or not (found.person or found.organization):
                open_parts.append(part.id)
            elif not found.person:
                bodies.append(part.id)
        for parts, message, severity in (
            (open_parts, _ANNOUNCED, Severity.WARNING),
            (bodies, _BODY, Severity.NOTE),
        ):
            if parts:
                which = _told_apart(sheet, session) if twice[session.title] > 1 else named(session)
                phrase = Phrase.of(message, session=which, count=len(parts))
                subject = Subject("session", session.id, "parts")
                yield Problem("part-without-name", severity, subject, phrase, " ".join(parts))


def _told_apart(sheet: Inspected, session: Session) -> Text | Phrase:
    """A session that is not the only one of its title: with when it is."""
    if session.starts is None:
        return named(session)
    day = f"{session.starts:%m-%d} " if sheet.dossier.days[1:] else ""
    return Phrase.of("{title}, {at}", title=named(session), at=f"{day}{clock(session.starts)}")


_ANNOUNCED = N_("“{session}” says “to be announced” for {count} of its parts.")
_BODY = N_("“{session}” names an organization, but no person, for {count} of its parts.")


def _times(sheet: Inspected) -> Iterator[Problem]:
    edition = sheet.dossier.edition
    if not sheet.dossier.days:
        phrase = Phrase.of(N_("The edition has no dates yet; the sheet shows none."))
        yield Problem(
            "no-dates", Severity.WARNING, Subject("edition", edition.id, "first_day"), phrase
        )
    sessions = sheet.sessions
    if not sessions and sheet.setting.options.having(Section.AGENDA):
        phrase = Phrase.of(N_("There is no session on this sheet."))
        yield Problem("no-sessions", Severity.WARNING, sheet.edition, phrase)
    for session in sessions:
        if session.starts is None and session.parent is None:
            phrase = Phrase.of(N_("“{session}” has no time yet."), session=named(session))
            subject = Subject("session", session.id, "starts")
            yield Problem("no-time", Severity.WARNING, subject, phrase)


def _drafts(sheet: Inspected) -> Iterable[Problem]:
    """Agreements that are told of, or would be, before they are agreed."""
    return draft_looks(sheet.setting) if sheet.setting.options.having(Section.AGREEMENTS) else ()


def _consents(sheet: Inspected) -> Iterator[Problem]:
    """Names on a public sheet that were refused, and photos nobody has agreed to."""
    setting = sheet.setting
    public = setting.options.audience is Audience.PUBLIC
    writing = {person.id: person for person in writers(setting)}
    people = {person.id: person for person in on_stage(setting)} | writing
    for person in people.values():
        name, subject = name_text(setting, person), Subject("person", person.id)
        if public and sheet.consents.get((person.id, "list")) is False:
            phrase = Phrase.of(N_("{name} did not consent to be named in public."), name=name)
            yield Problem("no-consent", Severity.ERROR, subject, phrase, "list")
        pictured = setting.options.having(Section.SPEAKERS) or person.id in writing
        wanted = pictured and photo_of(setting, person)
        if wanted and (person.id, "photo") not in sheet.consents:
            phrase = Phrase.of(N_("The photo of {name} is printed without consent."), name=name)
            at = Subject("person", person.id, "photo")
            yield Problem("no-consent", Severity.WARNING, at, phrase, "photo")


def _stale(sheet: Inspected) -> Iterator[Problem]:
    """Sheets of this kind that were printed say something else by now."""
    mine = replace(
        sheet.dossier,
        printings=tuple(p for p in sheet.dossier.printings if p.handout == sheet.handout),
    )
    known = {version.id: version.name for version in sheet.dossier.versions}
    last = {printing.id for printing in last_printings(mine.printings)}
    for printing in stale_printings(mine):
        if printing.id in last:
            version = known.get(printing.version or "")
            message = _CHANGED if version else _DRAFT_CHANGED
            phrase = Phrase.of(message, version=version)
            subject = Subject("printing", printing.id)
            yield Problem("stale", Severity.WARNING, subject, phrase, printing.digest)


_CHANGED = N_("The sheets printed last, from “{version}”, have changed since.")
_DRAFT_CHANGED = N_("The sheets printed last, from a draft, have changed since.")


def _link(sheet: Inspected) -> Iterator[Problem]:
    link = sheet.dossier.edition.link
    subject = Subject("edition", sheet.dossier.edition.id, "link")
    if link and not web_link(link):
        phrase = Phrase.of(N_("The link is not printed: it does not begin with http or https."))
        yield Problem("link", Severity.WARNING, subject, phrase, link)


def _folding(sheet: Inspected) -> Iterable[Problem]:
    made = sheet.rendered
    return looks_at_folding(sheet.handout, sheet.setting, made) if made else ()


def _layout(sheet: Inspected) -> Iterator[Problem]:
    """What the layout had to say; details left out are told together."""
    findings = sheet.rendered.findings if sheet.rendered else ()
    dropped = [f.text for f in findings if f.kind is FindingKind.DROPPED]
    if dropped:
        phrase = Phrase.of(
            N_("Left out so that the sheet fits: {details}."),
            details=listed([_DETAILS[detail] for detail in dropped]),
        )
        yield Problem("dropped", Severity.WARNING, sheet.edition, phrase, " ".join(dropped))
    yield from (_found(sheet, f) for f in findings if f.kind is not FindingKind.DROPPED)


def _found(sheet: Inspected, finding: Finding) -> Problem:
    severity, message = _FOUND[finding.kind]
    subject, name = _about(sheet, finding.anchor)
    if finding.anchor and finding.anchor == sheet.dossier.edition.cover:
        at = Subject("edition", sheet.dossier.edition.id, "cover")
        subject, name = at, Phrase.of(N_("the cover"))
    if finding.kind is FindingKind.CROWDED:
        subject = Subject("edition", sheet.dossier.edition.id, "design")
    if finding.kind is FindingKind.CODE:
        subject = Subject("edition", sheet.dossier.edition.id, "link")
    percent = round(finding.amount * 100)
    phrase = Phrase.of(
        message,
        name=name,
        text=Phrase.of(_DETAILS[finding.text]) if finding.text in _DETAILS else finding.text,
        amount=f"{finding.amount:.3g}",
        count=round(finding.amount),
        percent=percent,
    )
    facts = f"{finding.text} {finding.amount:.2f}"
    return Problem(finding.kind.value, severity, subject, phrase, facts)


_FOUND = {
    FindingKind.OVERFLOW: (Severity.ERROR, N_("“{name}” does not fit its place: {text}")),
    FindingKind.SHRUNK: (
        Severity.NOTE,
        N_("“{name}” is set smaller to fit: {percent} % of its size."),
    ),
    FindingKind.ABRIDGED: (
        Severity.WARNING,
        N_("Left out for lack of room in {count} of the sessions: {text}."),
    ),
    FindingKind.NUMBERED: (
        Severity.WARNING,
        N_("Sessions shortened or with a number alone, and told in full in the list: {count}."),
    ),
    FindingKind.COARSE: (
        Severity.WARNING,
        N_("The picture of {name} is coarse on paper: {amount} dots per inch."),
    ),
    FindingKind.BROKEN: (
        Severity.ERROR,
        N_("The picture of {name} can’t be read; its place on paper stays empty."),
    ),
    FindingKind.CROWDED: (
        Severity.WARNING,
        N_("The margin at the top has no room for logos; make it larger in the theme."),
    ),
    FindingKind.CODE: (
        Severity.WARNING,
        N_("The link is too long for a QR code that scans: {amount} mm to a dot."),
    ),
}
_DETAILS = {
    "quotes": N_("statements"),
    "summary": N_("summaries"),
    "organization": N_("organizations"),
    "badges": N_("labels beside titles"),
    "office": N_("offices"),
    "grid-who": N_("who is on"),
    "grid-track": N_("the words for tracks"),
    "sign-items": N_("items of sessions"),
    "grid-second": N_("the second language"),
    "names": N_("names of those on stage"),
    "further": N_("further practical notes"),
    "second": N_("the second language"),
    "items": N_("the items of sessions"),
}
_RECORDS = {
    "session": "session",
    "abstract": "session",
    "person": "person",
    "agreement": "agreement",
    "commitment": "commitment",
}


def _about(sheet: Inspected, anchor: str) -> tuple[Subject, Text | Phrase]:
    """The record an anchor or a picture's id belongs to, and its name."""
    dossier = sheet.dossier
    if pictured := _pictured(dossier, anchor):
        return pictured
    for person in dossier.people:
        if anchor and anchor in (person.photo, f"person-{person.id}"):
            field = "photo" if anchor == person.photo else ""
            return Subject("person", person.id, field), name_text(sheet.setting, person)
    kind, _, key = anchor.partition("-")
    if found := _called(dossier, kind, key):
        return found
    if kind in _RECORDS:
        return Subject(_RECORDS[kind], key), dossier.title
    return sheet.edition, dossier.title


def _pictured(dossier: Dossier, anchor: str) -> tuple[Subject, Text | Phrase] | None:
    """What has a picture of this id for its logo or signature, and its name."""
    for body in dossier.organizations:
        if anchor and body.logo == anchor:
            return Subject("organization", body.id, "logo"), body.name
    for passage in dossier.passages:
        if anchor and passage.signature == anchor:
            name = passage_named(dossier, passage)
            return Subject("passage", passage.id, "signature"), name
    return None


def _called(dossier: Dossier, kind: str, key: str) -> tuple[Subject, Text | Phrase] | None:
    """The record of an anchor, where it has a name of its own."""
    if kind == "participation" and (seat := dossier.participation.get(key)):
        return Subject(kind, key), person_named(dossier, seat)
    if kind in _RECORDS and (session := dossier.session.get(key)):
        return Subject("session", key, "abstract" if kind == "abstract" else ""), named(session)
    cars = {car.id: car for car in dossier.vehicles}
    if kind == "vehicle" and key in cars:
        return Subject(kind, key, "name"), cars[key].name
    return None


LOOKS: tuple[Callable[[Inspected], Iterable[Problem]], ...] = (
    _translations,
    _characters,
    _writing,
    _unnamed_parts,
    _times,
    _drafts,
    _consents,
    _stale,
    _link,
    theme_findings,
    _layout,
    _folding,
)
