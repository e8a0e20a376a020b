# SPDX-License-Identifier: MIT
"""What the modules of a plan are called, and what becomes of them in one line."""

from __future__ import annotations

from forumdesk.domain.succession.plan import Account, Module
from forumdesk.domain.terms import T_
from forumdesk.domain.words import Words

_CALLED = {
    Module.AGENDA: T_("next", "Agenda"),
    Module.ROOMS: T_("next", "Rooms"),
    Module.TRACKS: T_("next", "Tracks"),
    Module.HOSTS: T_("next", "Hosts"),
    Module.SIDES: T_("next", "Sides"),
    Module.PEOPLE: T_("next", "People"),
    Module.PARTS: T_("next", "Parts in the program"),
    Module.QUOTAS: T_("next", "Seats"),
    Module.LETTERS: T_("next", "Letters"),
    Module.PASSAGES: T_("next", "Texts of the program"),
    Module.SEATINGS: T_("next", "Seating plans"),
    Module.PACK: T_("next", "Handout pack"),
    Module.EDITION: T_("next", "Venue and design"),
    Module.COMMITMENTS: T_("next", "Open commitments"),
    Module.AGREEMENTS: T_("next", "Agreements"),
}


def module_called(module: Module, words: Words) -> str:
    """What a module is called."""
    return words.context(*_CALLED[module])


def counted(account: Account, words: Words) -> str:
    """How many are carried, new and left behind: "29 carried · 2 left behind"."""
    pieces = (
        (account.carried, words("{count:,} carried", count=account.carried)),
        (account.made, words("{count:,} new", count=account.made)),
        (account.left, words("{count:,} left behind", count=account.left)),
    )
    return " · ".join(said for count, said in pieces if count)
