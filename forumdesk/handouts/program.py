# SPDX-License-Identifier: MIT
"""The story of the printed program: every section as entries that name styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from forumdesk.handouts.content import (
    Abstract,
    Biography,
    Day,
    NotesPage,
    Practical,
    ProgramContent,
    Speakers,
    Wording,
    affiliation,
)
from forumdesk.handouts.content import Entry as Session
from forumdesk.handouts.dress import (
    heading,
    languages_of,
    names_of,
    one_line,
    own,
    parts_list,
    quotation,
    with_badges,
)
from forumdesk.handouts.options import Section
from forumdesk.handouts.outcomes import AgreementPage, NumberedAim, Promises, Signature
from forumdesk.handouts.passage_story import (
    emergency_entries,
    imprint_entries,
    letter_entries,
    message_parts,
    sponsor_entries,
)
from forumdesk.handouts.scorecard import promise_entry
from forumdesk.handouts.sections import in_order
from forumdesk.handouts.story import (
    Bit,
    Element,
    Entry,
    Gap,
    Label,
    Lines,
    Pair,
    Pairs,
    Part,
    Portrait,
    Rich,
    Text,
    Times,
    Words,
    rich,
)


def program_story(content: ProgramContent) -> Iterator[Part]:
    """The sections between the covers, in their order, without the contents list."""
    for section in in_order(content.order):
        yield from _SECTIONS[section](content)


def _welcome(content: ProgramContent) -> Iterator[Part]:
    """The forum's own words, then the messages of others."""
    if letter := content.welcome:
        yield Part(letter_entries(letter), own_page=True)
    if content.passages:
        yield from message_parts(content.passages.messages)


def _agenda(content: ProgramContent) -> Iterator[Part]:
    if agenda := content.agenda:
        sheet = content.sheet
        when = sheet.dates if len(agenda.days) > 1 else one_line(sheet.dates, sheet.place)
        top = heading(agenda.heading, anchor=agenda.anchor, aside=rich(when))
        yield Part((top, *days(agenda.days)), own_page=True)


def _abstracts(content: ProgramContent) -> Iterator[Part]:
    if content.abstracts:
        entries = [_abstract(abstract) for abstract in content.abstracts.abstracts]
        top = heading(content.abstracts.heading, anchor=content.abstracts.anchor)
        yield Part((top, *entries))


def _people(content: ProgramContent) -> Iterator[Part]:
    if content.speakers:
        yield Part(_speakers(content.speakers))


def _agreements(content: ProgramContent) -> Iterator[Part]:
    for agreement in content.agreements:
        yield Part(tuple(_agreement(agreement)), own_page=True)


def _commitments(content: ProgramContent) -> Iterator[Part]:
    for promises in content.commitments:
        yield Part(tuple(_promises(promises)))


def _to_know(content: ProgramContent) -> Iterator[Part]:
    if content.practical:
        yield Part(_practical(content.practical))


def _to_write_on(content: ProgramContent) -> Iterator[Part]:
    if content.notes:
        yield Part(_notes(content.notes), own_page=True)


def _texts(content: ProgramContent) -> Iterator[Part]:
    for letter in content.passages.others if content.passages else ():
        yield Part(letter_entries(letter))


def _emergency(content: ProgramContent) -> Iterator[Part]:
    for each in content.passages.emergency if content.passages else ():
        yield Part(emergency_entries(each), whole=True)


def _sponsors(content: ProgramContent) -> Iterator[Part]:
    for each in content.passages.sponsors if content.passages else ():
        yield Part(sponsor_entries(each), whole=True)


def _imprint(content: ProgramContent) -> Iterator[Part]:
    for each in content.passages.imprint if content.passages else ():
        yield Part(imprint_entries(each, content.sheet), whole=True)


_SECTIONS: Mapping[Section, Callable[[ProgramContent], Iterator[Part]]] = MappingProxyType(
    {
        Section.WELCOME: _welcome,
        Section.AGENDA: _agenda,
        Section.ABSTRACTS: _abstracts,
        Section.SPEAKERS: _people,
        Section.AGREEMENTS: _agreements,
        Section.COMMITMENTS: _commitments,
        Section.PRACTICAL: _to_know,
        Section.OTHER: _texts,
        Section.EMERGENCY: _emergency,
        Section.SPONSORS: _sponsors,
        Section.IMPRINT: _imprint,
        Section.NOTES: _to_write_on,
    }
)


# -- the agenda ---------------------------------------------------------------------------------


def days(of: tuple[Day, ...], told: Callable[[Session], Entry] | None = None) -> Iterator[Entry]:
    """Every day: its heading where there are several, then its sessions, as they are ``told``."""
    made = told or session_entry
    for day in of:
        if len(of) > 1:
            yield _day(day)
        for session in day.entries:
            yield made(session)


def _day(day: Day) -> Entry:
    ordinal = (Words(rich(day.ordinal), "ordinal", inline=True, keep=True),) if day.ordinal else ()
    return Entry(
        (*ordinal, Words(rich(day.date), "day", tag="H2", keep=True), Gap("after-day")),
        before="day",
        anchor=day.anchor,
        title=day.date,
        level=2,
        need="day-needs",
        keep=True,
        running=day.short or day.date,
    )


def session_entry(session: Session) -> Entry:
    """A session as a row of the agenda."""
    style = "title-quiet" if session.quiet else "title"
    body: list[Element] = [
        Words(
            with_badges(session.title, session.badges),
            style,
            tag="P" if session.quiet else "H3",
            inline=session.quiet,
            symbol=session.kind if session.ceremony else "",
        )
    ]
    body += _details(session)
    track = session.track.color if session.track else ""
    return Entry(
        tuple(body),
        rail=_rail(session),
        width="rail",
        pad="row-quiet" if session.quiet else "row",
        before="tint-gap" if session.quiet else "",
        rule="" if session.quiet else "hairline",
        tint="tint" if session.quiet else "",
        bar=track,
        anchor=session.anchor,
        title=session.title,
        level=0 if session.quiet else 3,
        tag="LI",
    )


def _details(session: Session) -> Iterator[Element]:
    if place := _place(session):
        yield Words(place, "place", inline=True)
    if session.summary:
        yield Gap("part")
        yield Words(rich(session.summary), "summary")
    if session.parts:
        yield Gap("parts")
        yield parts_list(session.parts)
    if session.items:
        yield Gap("parts")
        for n, item in enumerate(session.items):
            yield _item(item, first=n == 0)
    for quote in session.quotes:
        yield Gap("parts")
        yield from quotation(quote)


def _place(session: Session) -> Rich:
    """Room and track in one line."""
    return rich(one_line(session.room, session.track.name if session.track else ()))


def _item(item: Session, *, first: bool) -> Entry:
    """An item inside a session; where its title says but the role, the title is the label."""
    told = all(not item.title or same(item.title, part.role) for part in item.parts)
    if item.parts and told and not item.badges:
        body = [parts_list(item.parts, label=item.title), *_details(replace(item, parts=()))]
    else:
        body = [Words(with_badges(item.title, item.badges), "title-item", keep=True)]
        body += _details(item)
    return Entry(
        tuple(body),
        rail=Times(item.start, (), style="time-item") if item.start else None,
        width="item",
        pad="item-row",
        rule="" if first else "hairline",
        anchor=item.anchor,
    )


def same(one: Wording, other: Wording) -> bool:
    """Whether two texts say the same in every language of the first."""
    return bool(one) and all(
        own(other, language).casefold() == text.casefold() for language, text in one
    )


def _rail(session: Session) -> Times | Label | None:
    if session.start:
        return Times(session.start, session.end, session.open_end)
    return Label(rich(session.untimed), "untimed") if session.untimed else None


# -- abstracts and speakers ---------------------------------------------------------------------


def _abstract(abstract: Abstract) -> Entry:
    body: list[Element] = [Words(rich(abstract.title), "title", tag="H2", keep=True)]
    if abstract.parts:
        body += [Words(names_of(abstract.parts), "reference", inline=True, keep=True)]
    body += [Gap("parts"), Text(abstract.text)]
    return Entry(
        tuple(body),
        rail=Label(rich(abstract.when), "label"),
        width="rail",
        pad="row",
        rule="hairline",
        anchor=abstract.anchor,
    )


def _speakers(speakers: Speakers) -> tuple[Entry, ...]:
    top = heading(speakers.heading, anchor=speakers.anchor)
    pictured = any(one.photo for one in speakers.biographies)
    return (top, *(_biography(one, pictured=pictured) for one in speakers.biographies))


def _biography(one: Biography, *, pictured: bool) -> Entry:
    also = " · ".join(text for _, text in one.also)
    names: Rich = tuple(
        (
            language,
            (Bit(text), *((Bit(f"  {also}", "reference"),) if also and n == 0 else ())),
        )
        for n, (language, text) in enumerate(one.name)
    )
    office: Rich = tuple(
        (
            language,
            (Bit(affiliation(one.office, one.organization, language)[1]),),
        )
        for language in languages_of(one.office, one.organization)
    )
    body: list[Element] = [Words(names, "bio-name", tag="H2", keep=True)]
    if office:
        body.append(Words(office, "bio-office", keep=True))
    if one.text:
        body += [Gap("parts"), Text(one.text)]
    if one.appearances:
        body += [Gap("parts"), _appearances(one)]
    return Entry(
        tuple(body),
        rail=Portrait(one.photo) if one.photo else None,
        width="photo-rail" if pictured else "",
        pad="row",
        rule="hairline",
        anchor=one.anchor,
    )


def _appearances(one: Biography) -> Pairs:
    return Pairs(
        tuple(
            Pair(
                rich(there.when),
                tuple(
                    (language, (Bit(text, link=f"#{there.anchor}"),))
                    for language, text in there.title
                ),
            )
            for there in one.appearances
        ),
        "reference",
        "reference",
        inline=True,
        share="role-date",
    )


# -- what comes of it ---------------------------------------------------------------------------


def _agreement(agreement: AgreementPage) -> Iterator[Entry]:
    yield heading(agreement.kind, anchor=agreement.anchor, aside=rich(agreement.signed))
    opening: list[Element] = [Words(rich(agreement.title), "agreement-title", tag="H2", keep=True)]
    if agreement.preamble:
        opening += [Gap("parts"), Text(agreement.preamble)]
    yield Entry(tuple(opening), pad="row")
    for aim in agreement.aims:
        yield _aim(aim)
    if agreement.closing:
        yield Entry((Text(agreement.closing),), pad="row", rule="hairline")
    if agreement.parties and not agreement.signatures:
        yield _parties(agreement)
    for signature in agreement.signatures:
        yield _signature(signature)


def _aim(aim: NumberedAim) -> Entry:
    body: list[Element] = []
    if aim.title:
        body.append(Words(rich(aim.title), "aim", tag="H3", keep=True))
    if aim.text:
        body.append(Text(aim.text))
    return Entry(
        tuple(body),
        rail=Label((("", (Bit(aim.number),)),), "number"),
        width="number",
        pad="row",
        rule="hairline",
        tag="LI",
    )


def _parties(agreement: AgreementPage) -> Entry:
    names = tuple(Words(rich(party), "sign-name") for party in agreement.parties)
    label = Words(rich(agreement.parties_label), "label", inline=True, keep=True)
    return Entry((label, *names), pad="row", rule="hairline")


def _signature(signature: Signature) -> Entry:
    body: list[Element] = [Words(rich(signature.party), "sign-name", keep=True)]
    said = tuple(
        (
            language,
            (
                Bit(own(signature.name, language), "part-name"),
                Bit("".join(f", {t}" for t in (own(signature.office, language),) if t)),
            ),
        )
        for language in languages_of(signature.name, signature.office)
    )
    body.append(Words(said, "part"))
    rail = Label(rich(signature.role), "label")
    return Entry(tuple(body), rail=rail, width="rail", pad="row", rule="hairline")


def _promises(promises: Promises) -> Iterator[Entry]:
    yield heading(promises.heading, anchor=promises.anchor)
    for promise in promises.promises:
        yield promise_entry(promise, promises.labels)


def _practical(practical: Practical) -> tuple[Entry, ...]:
    rows = []
    for note in practical.notes:
        body: list[Element] = [Text(note.text)] if note.text else []
        if note.link:
            body.append(Words((("", (Bit(note.link, "link", note.link),)),), "text"))
        rail = Label(rich(note.label), "label")
        rows.append(Entry(tuple(body), rail=rail, width="rail", pad="row", rule="hairline"))
    return (heading(practical.heading, anchor=practical.anchor), *rows)


def _notes(notes: NotesPage) -> tuple[Entry, ...]:
    return (heading(notes.heading, anchor=notes.anchor), Entry((Lines("note-line"),)))
