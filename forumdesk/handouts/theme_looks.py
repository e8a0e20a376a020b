# SPDX-License-Identifier: MIT
"""What there is to look at in the theme of a sheet before it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.theme_rules import theme_problems
from forumdesk.domain.themes import PICTURES, is_carried, read_data, resolved
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.sheet import HOLDING
from forumdesk.handouts.dressing import design, is_gone
from forumdesk.handouts.options import Section

if TYPE_CHECKING:
    from forumdesk.handouts.preflight import Inspected


def theme_findings(sheet: Inspected) -> Iterator[Problem]:
    """A theme that is gone, type in it that is hard to read, a cover without its picture."""
    dossier, wanted = sheet.dossier, sheet.setting.options.theme
    subject = Subject("edition", dossier.edition.id, "design")
    if is_gone(dossier, wanted):
        phrase = Phrase.of(
            N_("The theme this sheet was set in is there no more; another is used in its place.")
        )
        yield Problem("theme-gone", Severity.WARNING, subject, phrase)
    carried = design(dossier, wanted)
    if not is_carried(carried):
        return
    try:
        problems = theme_problems(read_data(carried))
    except ForumDeskError as error:
        yield Problem("theme-broken", Severity.ERROR, subject, error.phrase)
        return
    yield from (replace(problem, subject=subject) for problem in problems)
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    if not broken:
        yield from _without_logo(sheet, resolved(carried)["manner"])
    if not broken and _wants_picture(sheet, carried) and not _has_picture(dossier):
        phrase = Phrase.of(N_("The theme shows a picture on the cover; the edition has none yet."))
        at = Subject("edition", dossier.edition.id, "cover")
        yield Problem("no-cover-picture", Severity.NOTE, at, phrase)


def _without_logo(sheet: Inspected, manner: Mapping[str, str]) -> Iterator[Problem]:
    """Hosts without a logo, where those of the others are shown."""
    if not (manner["heads"] or (manner["logos"] and _has_cover(sheet))):
        return
    dossier = sheet.dossier
    holding = [host.organization for host in dossier.hosts if host.role in HOLDING]
    bodies = [dossier.organization[key] for key in dict.fromkeys(holding)]
    bare = [body for body in bodies if (body.logo or "") not in dossier.image]
    for body in bare if len(bare) < len(bodies) or manner["heads"] else ():
        phrase = Phrase.of(
            N_("{name} has no logo; on this sheet those of the hosts are shown."), name=body.name
        )
        yield Problem("no-logo", Severity.WARNING, Subject("organization", body.id, "logo"), phrase)


def _has_cover(sheet: Inspected) -> bool:
    return sheet.handout == "program" and sheet.setting.options.having(Section.COVER)


def _wants_picture(sheet: Inspected, carried: str) -> bool:
    return _has_cover(sheet) and resolved(carried)["manner"]["cover"] in PICTURES


def _has_picture(dossier: Dossier) -> bool:
    return (dossier.edition.cover or "") in dossier.image
