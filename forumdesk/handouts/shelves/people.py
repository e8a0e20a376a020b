# SPDX-License-Identifier: MIT
"""Lists of people, and what is written to them."""

from __future__ import annotations

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.kinds import Handout, later
from forumdesk.handouts.options import Arrangement
from forumdesk.handouts.reasons import (
    no_labels,
    no_rooms,
    nobody_listed,
    nobody_to_sign,
    nobody_to_write_to,
)
from forumdesk.handouts.shelves.sets import (
    BELOW,
    DOOR_PAPERS,
    LABELS,
    OF_LISTS,
    OF_SIGN_IN,
    ON_LETTERS,
    PAPER,
    WITHOUT_SECTIONS,
)
from forumdesk.handouts.taking import as_alone, as_cards, as_grid, as_list

LETTERS = "letters"
"""Letters to participants."""

PEOPLE: tuple[Handout, ...] = (
    Handout(
        "door-signs",
        T_("handout", "Door signs"),
        N_("What is in each room on each day, in large type for its door."),
        WITHOUT_SECTIONS,
        later("door_signs", "door_signs_content"),
        as_grid,
        BELOW,
        DOOR_PAPERS,
        apart=True,
        empty=no_rooms,
    ),
    Handout(
        "attendees",
        T_("handout", "List of participants"),
        N_("Who takes part: for everybody, for the door desk or for the organizers."),
        (*OF_LISTS, *PAPER, "names"),
        later("attendees", "attendees_content"),
        as_list,
        BELOW,
        everybody=True,
        empty=nobody_listed,
    ),
    Handout(
        "sign-in",
        T_("handout", "Sign-in sheets"),
        N_("To sign at the door, with codes for typing back who came."),
        (*OF_SIGN_IN, *PAPER, "names"),
        later("sign_in", "sign_in_content"),
        as_list,
        BELOW,
        everybody=True,
        empty=nobody_to_sign,
    ),
    Handout(
        LETTERS,
        T_("handout", "Letters"),
        N_("Letters to participants, one a page, for envelopes with a window."),
        ON_LETTERS,
        later("letters", "letters_content"),
        as_alone,
        (Arrangement.SINGLE,),
        everybody=True,
        ages=False,  # it was sent as it was
        apart=True,
        empty=nobody_to_write_to,
    ),
    Handout(
        "labels",
        T_("handout", "Address labels"),
        N_("Address labels, each in the order in which its country writes one."),
        LABELS,
        later("labels", "labels_content"),
        as_cards,
        everybody=True,
        empty=no_labels,
    ),
)
