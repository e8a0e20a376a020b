# SPDX-License-Identifier: MIT
"""The stories of texts besides the agenda: letters, messages, sponsors, emergency, imprint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.handouts.content import Letter, Prose, Sheet, Wording, affiliation
from forumdesk.handouts.dress import heading, languages_of
from forumdesk.handouts.passages import Called, Colophon, Emergency, Message, Sponsors, Tier
from forumdesk.handouts.story import (
    Bit,
    Element,
    Entry,
    Gap,
    Label,
    Part,
    Plate,
    Plates,
    Portrait,
    Rich,
    Text,
    Words,
    rich,
)

_MAJOR, _MINOR = 2, 3  # logos beside each other
_SHORT = 6  # signs of a number that is set as large as can be


def letter_entries(letter: Letter) -> tuple[Entry, ...]:
    """A letter under its heading."""
    top = heading(letter.heading, anchor=letter.anchor)
    return (top, Entry((Text(letter.text, "letter"),), width="rail", pad="row"))


# -- messages -----------------------------------------------------------------------------------


def message_parts(messages: Sequence[Message]) -> Iterator[Part]:
    """Messages, the first on a page of its own, each on one page if it fits on any."""
    pictured = any(message.portrait for message in messages)
    for n, message in enumerate(messages):
        yield Part(_message(message, pictured=pictured), own_page=n == 0, whole=True)


def _message(message: Message, *, pictured: bool) -> tuple[Entry, ...]:
    body: list[Element] = [Text(message.text, "message")]
    if message.signature or message.name or message.organization:
        body.append(Gap("message-signed"))
    if message.signature:
        signed = Plates((Plate(message.signature),), "message-signature", keep=True)
        body += [signed, Gap("part")]
    if message.name:
        body.append(Words(rich(message.name), "message-name", keep=True))
    if held := _held(message):
        body.append(Words(held, "message-office"))
    row = Entry(
        tuple(body),
        rail=Portrait(message.portrait) if message.portrait else None,
        width="photo-rail" if pictured else "rail",
        pad="row",
    )
    return (_top(message.heading, message.anchor), row)


def _held(message: Message) -> Rich:
    return tuple(
        (language, (Bit(affiliation(message.office, message.organization, language)[1]),))
        for language in languages_of(message.office, message.organization)
    )


# -- sponsors -----------------------------------------------------------------------------------


def sponsor_entries(sponsors: Sponsors) -> tuple[Entry, ...]:
    """Words of thanks, then the logos, those who give most larger."""
    entries = [_top(sponsors.heading, sponsors.anchor)]
    if sponsors.text:
        entries.append(_prose(sponsors.text))
    entries += [_tier(tier) for tier in sponsors.tiers]
    return tuple(entries)


def _tier(tier: Tier) -> Entry:
    plates = tuple(Plate(member.logo, rich(member.name)) for member in tier.members)
    size = "major" if tier.major else "minor"
    return Entry(
        (
            Words(rich(tier.role), "label", inline=True, keep=True),
            Gap("plates-head"),
            Plates(
                plates,
                f"sponsor-{size}",
                "sponsor-name",
                f"sponsor-{size}",
                _MAJOR if tier.major else _MINOR,
            ),
        ),
        pad="sponsor-row",
        rule="hairline",
    )


# -- emergency and imprint ----------------------------------------------------------------------


def emergency_entries(emergency: Emergency) -> tuple[Entry, ...]:
    """Large numbers one below the other, then what else there is to know."""
    rows = [_number(called) for called in emergency.numbers]
    rest = [_prose(emergency.text)] if emergency.text else []
    return (_top(emergency.heading, emergency.anchor), *rows, *rest)


def _number(called: Called) -> Entry:
    long = any(len(number) > _SHORT for _, number in called.number)
    return Entry(
        (Words(rich(called.label), "emergency-label"),),
        rail=Label(rich(called.number), "emergency-long" if long else "emergency-number"),
        width="emergency-rail",
        pad="emergency-row",
        rule="hairline",
        tag="LI",
    )


def imprint_entries(imprint: Colophon, sheet: Sheet) -> tuple[Entry, ...]:
    """Facts under labels; which version it is, the stamp of the sheet says."""
    stamp = sheet.stamp
    state: Wording = tuple(
        (language, " · ".join(filter(None, (name, stamp.time)))) for language, name in stamp.name
    )
    facts = (imprint.publisher, Called(imprint.state, state), *imprint.facts)
    rows = [_fact(fact) for fact in facts if fact.label]
    rest = [_prose(imprint.text)] if imprint.text else []
    return (_top(imprint.heading, imprint.anchor), *rows, *rest)


def _fact(fact: Called) -> Entry:
    """What is under a label; in an imprint the number is the label."""
    return Entry(
        (Words(rich(fact.label), "imprint"),),
        rail=Label(rich(fact.number), "label"),
        width="rail",
        pad="row-quiet",
        rule="hairline",
    )


def _top(text: Wording, anchor: str) -> Entry:
    """The heading of what stands on one page: it needs no more than there is of it."""
    return heading(text, anchor=anchor, need="")


def _prose(text: Prose) -> Entry:
    return Entry((Text(text),), width="rail", pad="row")
