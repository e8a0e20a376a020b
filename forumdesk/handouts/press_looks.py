# SPDX-License-Identifier: MIT
"""What to look at before sheets are folded: how, how many there are, and how large."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.printed import PassageKind
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.booklets import BOOKLET, THICKEST
from forumdesk.handouts.contents.fields import printed_fields
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.imposition.plan import Flip, PressMarks
from forumdesk.handouts.pocket import POCKET
from forumdesk.handouts.result import Rendered

_UNSAID = frozenset({"summary", "office", "statement", "label", "slogan"})
"""Fields that a pocket agenda leaves out."""


def looks_at_folding(handout: str, setting: Setting, made: Rendered) -> Iterator[Problem]:
    """What there is to say of sheets that are folded."""
    about = Subject("edition", setting.dossier.edition.id)
    look = _LOOKS.get(handout)
    for kind, severity, phrase in look(setting, made) if look else ():
        yield Problem(kind, severity, about, phrase, str(made.pages))


def _pocket(setting: Setting, made: Rendered) -> Iterator[tuple[str, Severity, Phrase]]:
    if made.pages > 1:
        yield (
            "pocket-sheets",
            Severity.WARNING,
            Phrase.of(
                N_(
                    "The pocket agenda takes {count} sheets, each a booklet of its own;"
                    " of one day or one room it may be a single one."
                ),
                count=made.pages,
            ),
        )
    for kind, message in _TO_FOLD:
        yield kind, Severity.NOTE, Phrase.of(message)


def _booklet(setting: Setting, made: Rendered) -> Iterator[tuple[str, Severity, Phrase]]:
    options = setting.options
    sheets = made.pages // 2
    if not options.signature and sheets > THICKEST:
        message = N_(
            "{count} sheets in one fold hardly close; bind them of signatures of {most} or fewer."
        )
        yield "thick", Severity.WARNING, Phrase.of(message, count=sheets, most=THICKEST // 3)
    if options.bleed or options.press_marks is PressMarks.CROP:
        message = N_("With bleed and marks the sheets are larger than {paper}; they are cut to it.")
        yield "larger-paper", Severity.NOTE, Phrase.of(message, paper=options.paper.value)
    edge = _LONG if options.flip is Flip.LONG_EDGE else _SHORT
    yield "both-sides", Severity.NOTE, Phrase.of(edge, count=sheets)


_TO_FOLD = (
    ("fold-1", N_("1. Fold the sheet in half lengthwise, print outside.")),
    ("fold-2", N_("2. Cut along the line in the middle, both layers.")),
    ("fold-3", N_("3. Push the ends together; fold the cover to the front.")),
)
_SHORT = N_("Sheets of paper: {count}. Print on both sides, turned over the short edge.")
_LONG = N_("Sheets of paper: {count}. Print on both sides, turned over the long edge.")
_LOOKS: Mapping[str, Callable[[Setting, Rendered], Iterator[tuple[str, Severity, Phrase]]]] = (
    MappingProxyType({POCKET: _pocket, BOOKLET: _booklet})
)


def _pocket_fields(setting: Setting) -> Iterator[Printed]:
    """The texts of the data on a pocket agenda: those of the program that it has room for."""
    edition = setting.dossier.edition
    yield from (one for one in printed_fields(setting) if one.field not in _UNSAID)
    yield Printed("edition", edition.id, "contact", edition.contact, setting.dossier.title)
    for passage in setting.dossier.passages:
        if passage.kind is PassageKind.EMERGENCY:
            yield Printed("passage", passage.id, "text", passage.text, passage.title)


FIELDS_OF_FOLDED: Mapping[str, Callable[[Setting], Iterator[Printed]]] = MappingProxyType(
    {POCKET: _pocket_fields}
)
