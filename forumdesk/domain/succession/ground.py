# SPDX-License-Identifier: MIT
"""What every part of a plan stands on: the last edition, the choices, and the new edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, EditionState
from forumdesk.domain.succession.choices import Choices
from forumdesk.domain.succession.days import chosen_day, shift_of, shifted_day, span
from forumdesk.domain.succession.places import Place, place_for, said, venue_of
from forumdesk.domain.times import zone
from forumdesk.domain.validity import tidied
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text

NewId = Callable[[], str]


@frozen
class Ground:
    """The last edition, what was chosen, the new edition, its place, and by how much days move."""

    last: Dossier
    choices: Choices
    edition: Edition
    place: Place
    shift: timedelta | None
    new_id: NewId

    def text(self, message: str, **values: object) -> Text:
        """A text of the program's own words in the languages of the document that it speaks."""
        return said(message, self.last.languages, **values)


def ground_of(last: Dossier, choices: Choices, new_id: NewId) -> Ground:
    """The ground of a plan; raises ``ForumDeskError`` for a day or a zone that can't be."""
    day = chosen_day(last, choices.on)
    place = place_for(last, choices)
    zone(place.timezone)
    shift = shift_of(last, day)
    bare = Edition(
        new_id(),
        last.series.id,
        number=max((e.number or 0 for e in (*last.editions, last.edition)), default=0) + 1,
        first_day=day,
        last_day=shifted_day(day, span(last)),
        city=place.city,
        timezone=place.timezone,
        reply_by=shifted_day(last.edition.reply_by, shift.days) if shift else None,
        predecessor=last.edition.id,
    )
    edition = tidied(_carried(bare, last, choices, place))
    return Ground(last, choices, edition, place, shift, new_id)


def _carried(bare: Edition, last: Dossier, choices: Choices, place: Place) -> Edition:
    """The edition with what it has of the last one, and of its venue if that is known."""
    was, venue = last.edition, venue_of(last, place)
    practical = venue if choices.practical else replace(venue, practical=EMPTY, wifi=EMPTY)
    look = was if choices.design else replace(was, design="", accent="", precedence="")
    return replace(
        bare,
        state=EditionState.PLANNED,
        day_boundary=was.day_boundary,
        transfer=venue.transfer if venue is was or place.earlier else 0,
        venue=venue.venue,
        address=venue.address,
        map_link=venue.map_link,
        wifi=practical.wifi,
        practical=practical.practical,
        welcome=was.welcome if choices.welcome else EMPTY,
        design=look.design,
        accent=look.accent,
        cover=was.cover if choices.cover else None,
        precedence=look.precedence,
        sections=was.sections,
        contact=was.contact,
    )
