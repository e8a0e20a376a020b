# SPDX-License-Identifier: MIT
"""Sessions in a column too narrow for a rail of times and one of roles: both run in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.handouts.content import Entry as Session
from forumdesk.handouts.content import PartLine, Wording
from forumdesk.handouts.dress import languages_of, one_line, own, person, with_badges
from forumdesk.handouts.program import same
from forumdesk.handouts.story import Bit, Element, Entry, Rich, Words

_APART = "\u2002"  # an en space, after what runs in


def narrow_session(session: Session) -> Entry:
    """A session: its time and place, its title, and a paragraph for each who speaks."""
    when = _times(session) or session.untimed
    place = one_line(session.room, session.track.name if session.track else ())
    style = "title-quiet" if session.quiet else "title"
    title = with_badges(session.title, session.badges)
    body: list[Element] = [
        Words(_run_in((when, "press-when"), place, "place"), "place", inline=True, keep=True),
        Words(title, style, tag="P" if session.quiet else "H3", inline=True, keep=True),
        *_people(session.parts),
        *(element for item in session.items for element in _item(item)),
    ]
    return Entry(
        tuple(body),
        pad="row",
        rule="hairline",
        bar=session.track.color if session.track else "",
        anchor=session.anchor,
        title=session.title,
        level=3,
        tag="LI",
    )


def _item(item: Session) -> Iterator[Element]:
    """An item inside a session: where it is called as what is done in it, in a line with it."""
    if len(item.parts) == 1 and same(item.title, item.parts[0].role):
        yield _part(item.parts[0], (item.start, "time-item"), item.title)
        return
    title = tuple((tag, (Bit(text, "title-item"),)) for tag, text in item.title)
    head = Words(_before((item.start, "time-item"), title), "place", inline=True, keep=True)
    yield Entry((head, *_people(item.parts)), pad="item-row")


def _people(parts: Sequence[PartLine]) -> Iterator[Words]:
    """Who speaks; neighbours in one role share its name."""
    last = ""
    for part in parts:
        again = part.key == last and part.key
        yield _part(part, ((), ""), () if again else part.role)
        last = part.key


def _part(part: PartLine, start: tuple[Wording, str], role: Wording) -> Words:
    languages = languages_of(role, part.name, part.office, part.organization, part.note)
    said = tuple((tag, person(part, tag)) for tag in languages)
    return Words(_before(start, _before((role, "role"), said)), "part", inline=True)


def _run_in(head: tuple[Wording, str], text: Wording, style: str) -> Rich:
    """A text after another that stands before it."""
    languages = languages_of(text) or languages_of(head[0])
    said = tuple((tag, (Bit(own(text, tag), style),)) for tag in languages)
    return _before(head, said)


def _before(head: tuple[Wording, str], said: Rich) -> Rich:
    """What runs in before a text; where it is alike in all languages it is said once."""
    text, style = head
    if not text:
        return said
    once = len(text) == 1
    return tuple(
        (tag, bits if once and n else (Bit(own(text, tag), style), Bit(_APART), *bits))
        for n, (tag, bits) in enumerate(said)
    )


def _times(session: Session) -> Wording:
    if not session.start:
        return ()
    return tuple(
        (tag, "–".join(filter(None, (own(session.start, tag), own(session.end, tag)))))
        for tag in languages_of(session.start, session.end)
    )
