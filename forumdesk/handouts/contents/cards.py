# SPDX-License-Identifier: MIT
"""What stands on badges, tents and place cards: name, body, office, band and code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forumdesk.domain.codes import scan_code
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.letters import languages_for
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Seating
from forumdesk.domain.seat_layouts import Place
from forumdesk.domain.terms import T_
from forumdesk.handouts.card_options import Order
from forumdesk.handouts.cards.content import AnyCard, Card, CardsContent, card_digest
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.chosen import chosen
from forumdesk.handouts.contents.lines import body_of, name_of
from forumdesk.handouts.contents.plans import place_of, plans_asked_for, sitting
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.taking import as_tents

BADGES = T_("paper", "Badges")
TENTS = T_("paper", "Name tents")
PLACES = T_("paper", "Place cards")
_TABLE = T_("paper", "Table {table}")
_SEAT = T_("paper", "Seat {seat}")
_TABLE_AND_SEAT = T_("paper", "Table {table}, seat {seat}")
_NOBODY = T_("paper", "There is nothing to print.")
_CODE = T_("paper", "QR code: {digits}")
# What is on many lists in one word, and is to be read in each language of the sheet.
_CATEGORIES = {
    "speaker": T_("category", "Speaker"),
    "delegate": T_("category", "Delegate"),
    "government": T_("category", "Government"),
    "interpreter": T_("category", "Interpreter"),
    "press": T_("category", "Press"),
    "staff": T_("category", "Staff"),
    "vip": T_("category", "VIP"),
    "guest": T_("category", "Guest"),
    "sponsor": T_("category", "Sponsor"),
    "organizer": T_("category", "Organizer"),
}


def badges_content(dossier: Dossier, options: Options, imprint: Imprint) -> CardsContent:
    """The badges of an edition; raises ``ForumDeskError`` for somebody or a side unknown."""
    setting = Setting(dossier, options, imprint)
    cards = [_badge(setting, one) for one in chosen(setting)]
    return made(setting, "badges", BADGES, cards)


def tents_content(dossier: Dossier, options: Options, imprint: Imprint) -> CardsContent:
    """The name tents of an edition; raises like ``badges_content``."""
    setting = Setting(dossier, as_tents(options), imprint)
    return made(setting, "name-tents", TENTS, _seats(setting, places=False))


def places_content(dossier: Dossier, options: Options, imprint: Imprint) -> CardsContent:
    """The place cards of an edition, with table and seat; raises like ``badges_content``."""
    setting = Setting(dossier, as_tents(options), imprint)
    return made(setting, "place-cards", PLACES, _seats(setting, places=True))


def _seats(setting: Setting, *, places: bool) -> Iterator[Card]:
    """A card for each seat; that of a body which has not said who comes bears the body's name."""
    laid = setting.options.plan or setting.options.order is Order.TABLE
    seated = sitting(setting.dossier, plans_asked_for(setting)) if laid else {}
    for one in chosen(setting):
        found = card(setting, one)
        if not found.name:
            found = replace(found, name=found.organization, organization=NOTHING)
        if found.name:
            place = _place(setting, one, seated.get(one.id)) if places else NOTHING
            yield replace(found, side=NOTHING, tone=0, place=place)


def _place(setting: Setting, one: Participation, at: tuple[Seating, Place] | None) -> Wording:
    """Where somebody sits: in the plan that was asked for, else as was typed."""
    if at is not None:
        return place_of(setting, *at)
    if one.table_name and one.seat:
        return setting.say(_TABLE_AND_SEAT, table=one.table_name, seat=one.seat)
    if one.table_name:
        return setting.say(_TABLE, table=one.table_name)
    return setting.say(_SEAT, seat=one.seat) if one.seat else NOTHING


def made(
    setting: Setting, handout: str, subject: tuple[str, str], cards: Iterable[AnyCard]
) -> CardsContent:
    """The content of some cards: the new ones alone if that is asked for, then the blank ones."""
    common = CardsContent(sheet(setting, subject), handout, (), empty=setting.say(_NOBODY))
    wanted = list(cards)
    if setting.options.only_new:
        known = {
            one.participation: one.digest
            for one in setting.dossier.card_prints
            if one.handout == handout
        }
        wanted = [c for c in wanted if known.get(c.participation) != card_digest(common, c)]
    return replace(common, cards=(*wanted, *blanks(setting)))


def blanks(setting: Setting) -> list[Card]:
    """The cards without a name."""
    return [Card()] * setting.options.blanks


def _badge(setting: Setting, one: Participation) -> Card:
    code = scan_code(one)
    return replace(
        card(setting, one),
        band=category(setting, one.category),
        code=code,
        code_alt=setting.say(_CODE, digits=code)[0][1] if code else "",
    )


def card(setting: Setting, one: Participation) -> Card:
    """What every card says of a participant."""
    dossier = setting.dossier
    places = dossier.derived(_sides)
    place = places.get(one.side or "")
    return Card(
        one.id,
        name=setting.text(one.badge_name) if one.badge_name else name_of(setting, one),
        organization=body_of(setting, one),
        office=setting.text(one.office),
        side=setting.text(dossier.sides[place].name) if place is not None else NOTHING,
        tone=place + 1 if place is not None else 0,
        languages=languages_for(dossier, one, setting.languages),
    )


def _sides(dossier: Dossier) -> dict[str, int]:
    return {side.id: place for place, side in enumerate(dossier.sides)}


def category(setting: Setting, typed: str) -> Wording:
    """The word for a category: in every language where the program knows it, else as typed."""
    known = _CATEGORIES.get(typed.strip().casefold())
    if known:
        return setting.say(known)
    return ((setting.languages[0], typed.strip()),) if typed.strip() else NOTHING
