# SPDX-License-Identifier: MIT
"""Cards: a small sheet for each person."""

from __future__ import annotations

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.kinds import Handout, later
from forumdesk.handouts.reasons import no_cards, no_cars, no_certificates
from forumdesk.handouts.shelves.sets import (
    BADGES,
    BELOW,
    CARD_ARRANGEMENTS,
    CERTIFICATES,
    PERSONAL,
    TENTS,
    VEHICLES,
)
from forumdesk.handouts.taking import as_cards, as_motorcade, as_personal, as_tents

CARDS: tuple[Handout, ...] = (
    Handout(
        "badges",
        T_("handout", "Badges"),
        N_("Name badges with a code to scan, on any sheet of cards or labels."),
        BADGES,
        later("cards", "badges_content"),
        as_cards,
        CARD_ARRANGEMENTS,
        everybody=True,
        empty=no_cards,
    ),
    Handout(
        "name-tents",
        T_("handout", "Name tents"),
        N_("Folded name tents for tables, with the name on both sides."),
        TENTS,
        later("cards", "tents_content"),
        as_tents,
        CARD_ARRANGEMENTS,
        everybody=True,
        empty=no_cards,
    ),
    Handout(
        "place-cards",
        T_("handout", "Place cards"),
        N_("Small cards for set tables, with table and seat."),
        TENTS,
        later("cards", "places_content"),
        as_tents,
        CARD_ARRANGEMENTS,
        everybody=True,
        empty=no_cards,
    ),
    Handout(
        "vehicle-cards",
        T_("handout", "Vehicle cards"),
        N_("Cards for the windscreens of a motorcade, and the list for who leads it."),
        VEHICLES,
        later("motorcade", "motorcade_content"),
        as_motorcade,
        BELOW,
        apart=True,
        empty=no_cars,
    ),
    Handout(
        "personal",
        T_("handout", "Personal agendas"),
        N_("Everybody’s own agenda on a small card, with what they do marked."),
        PERSONAL,
        later("personal", "personal_content"),
        as_personal,
        BELOW,
        everybody=True,
        empty=no_cards,
    ),
    Handout(
        "certificates",
        T_("handout", "Certificates"),
        N_("Certificates of attendance for who was checked in, and of thanks to who spoke."),
        CERTIFICATES,
        later("certificates", "certificates_content"),
        as_cards,
        CARD_ARRANGEMENTS,
        everybody=True,
        empty=no_certificates,
    ),
)
