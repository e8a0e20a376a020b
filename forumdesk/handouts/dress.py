# SPDX-License-Identifier: MIT
"""How the content of a sheet becomes bits and elements of a story: the turns all sheets share."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.handouts.content import Badge, PartLine, Quote, Wording, affiliation
from forumdesk.handouts.story import (
    Bit,
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Pair,
    Pairs,
    Rich,
    Words,
    rich,
)

BADGE_GAP = "\u00a0 "  # two spaces, of which one may end a line
_MARKS = ("“", "”")
_QUOTES = {"de": ("„", "“"), "fr": ("« ", " »"), "ja": ("「", "」"), "vi": _MARKS}


def languages_of(*texts: Wording) -> tuple[str, ...]:
    """Every language that one of the texts has, in the order of the text that has the most."""
    fullest = sorted(texts, key=len, reverse=True)
    return tuple(dict.fromkeys(language for text in fullest for language, _ in text))


def own(text: Wording, language: str) -> str:
    """A text in a language; one that stands once stands for all; ``""`` if there is none."""
    for key, words in text:
        if key == language:
            return words
    return text[0][1] if text else ""


def one_line(*texts: Wording) -> Wording:
    """Several texts in one line of each language, those left out that are empty."""
    return tuple(
        (language, " · ".join(filter(None, (own(text, language) for text in texts))))
        for language in languages_of(*texts)
    )


def badge_ink(badge: Badge) -> str:
    """The ink of a badge's field: that of its state, else of its kind."""
    by_state = {"cancelled": "bad", "draft": "faint", "closed": "mark", "internal": "bad"}
    by_kind = {"interpretation": "accent", "visibility": "mark"}
    return by_state.get(badge.key) or by_kind.get(badge.kind.value, "soft")


def status_ink(key: str) -> str:
    """The ink of a commitment's status."""
    return {"done": "good", "on-track": "accent", "late": "bad"}.get(key, "soft")


def with_badges(title: Wording, badges: Sequence[Badge], style: str = "") -> Rich:
    """A title with its labels after it."""
    return tuple(
        (
            language,
            (
                Bit(text, style),
                *(
                    bit
                    for badge in badges
                    if (said := own(badge.text, language))
                    for bit in (Bit(BADGE_GAP, style), Bit(said, pill=badge_ink(badge)))
                ),
            ),
        )
        for language, text in title
    )


def person(part: PartLine, language: str) -> tuple[Bit, ...]:
    """Who has a part: name, office, organization, and how it is given."""
    name = own(part.name, language)
    said = affiliation(part.office, part.organization, language)[1]
    note = own(part.note, language)
    bits = [Bit(name, "part-name" if part.announced else "part-note")] if name else []
    if said:
        bits.append(Bit(f", {said}" if name else said))
    if note:
        bits.append(Bit(f" ({note})", "part-note"))
    return tuple(bits)


def parts_list(parts: Sequence[PartLine], *, label: Wording = ()) -> Pairs:
    """Parts as a hanging list; neighbours in one role share its label, or ``label`` if given."""
    pairs = []
    last = ""
    for part in parts:
        # A name that is the same in all languages stands once beside its role in each.
        languages = languages_of(part.name, part.office, part.organization, part.note)
        told = () if part.key == last and part.key else rich(label or part.role)
        body = tuple((language, person(part, language)) for language in languages)
        pairs.append(Pair(told, body))
        last = part.key
    return Pairs(tuple(pairs), "role", "part")


def names_of(parts: Sequence[PartLine]) -> Rich:
    """Just the names (or bodies) of some parts, in one line."""
    return rich(one_line(*(part.name or part.organization for part in parts if part.announced)))


def quotation(quote: Quote) -> tuple[Element, ...]:
    """A statement between quotation marks, and whose it is."""
    text = tuple(
        (language, (Bit(_quoted(words, language), "quote"),)) for language, words in quote.text
    )
    return (
        Words(text, "quote", tag="BlockQuote", keep=True),
        Words(rich(quote.by), "quote-by", inline=True),
    )


def _quoted(text: str, language: str) -> str:
    opening, closing = _QUOTES.get(language.split("-", maxsplit=1)[0], _MARKS)
    return text if text.startswith(("“", "„", "«", "「", '"')) else f"{opening}{text}{closing}"


def heading(text: Wording, *, anchor: str, aside: Rich = (), need: str = "section-needs") -> Entry:
    """The heading of a section, ruled below, with words at its right edge."""
    return Entry(
        (Words(rich(text), "section", tag="H1", keep=True),),
        before="section",
        under="rule",
        anchor=anchor,
        title=text,
        level=1,
        need=need,
        keep=True,
        running=text,
        aside=Words(aside, "aside") if aside else None,
    )


def group_heading(title: Wording, anchor: str, aside: Wording) -> Entry:
    """The heading of a group of a list, with what is said of it at the right edge."""
    return Entry(
        (Words(rich(title), "list-group", tag="H2", inline=True, keep=True),),
        before="list-group",
        anchor=anchor,
        title=title,
        level=2,
        need="list-needs",
        keep=True,
        running=title,
        aside=Words(rich(aside), "aside", inline=True),
    )


def group_row(
    group: tuple[str, Wording],
    columns: tuple[Column, ...],
    said: Rich = (),
    *,
    running: bool = True,
) -> Entry:
    """The title of a group inside a table, across it, by anchor and title; it stays with the first.

    ``said`` is the title where more than its text is set; ``running``: heads of pages name it.
    """
    anchor, title = group
    words = Words(said or rich(title), "list-body", inline=True, keep=True)
    return Entry(
        (Fields(columns, (Field((words,), span=len(columns)),)),),
        pad="list-body",
        rule="hairline",
        before="list-body",
        tint="tint",
        anchor=anchor,
        title=title,
        level=2,
        keep=True,
        running=title if running else (),
        tag="TR",
    )


def day_heading(date: Wording, anchor: str, running: Wording) -> Entry:
    """The heading of a day over a table of its own, and what the heads of its pages say."""
    return Entry(
        (Words(rich(date), "day", tag="H2", inline=True, keep=True),),
        before="run-day",
        anchor=anchor,
        title=date,
        level=2,
        need="day-needs",
        keep=True,
        running=running,
    )


def empty_note(nothing: Wording) -> Entry:
    """What a sheet says under its head where there is nothing to be on it."""
    return Entry((Words(rich(nothing), "text"),), pad="row")


def titled(text: Wording, when: Wording) -> Entry:
    """The head of a sheet that has no cover: its title, and when and where below."""
    return Entry(
        (
            Words(rich(text), "section", tag="H1", keep=True),
            Words(rich(when), "sheet-when", inline=True, whole=True, keep=True),
        ),
        under="rule",
        anchor="top",
        title=text,
        level=1,
        keep=True,
    )
