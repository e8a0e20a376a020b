# SPDX-License-Identifier: MIT
"""What letters say, already worded: each in one language, to one person."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Block, HostMark, Sheet, Wording


@frozen
class LetterPage:
    """A letter in one language. ``to`` is the id of the participation it goes to.

    ``sender`` is the return address in one line, ``address`` that of who gets it, ``signed`` who
    signs; ``name`` is that of who gets it, for the outline.
    """

    to: str
    language: str
    name: str
    sender: str
    address: tuple[str, ...]
    date: str
    subject: str
    body: tuple[Block, ...]
    signed: tuple[str, ...]


@frozen
class LettersContent:
    """Letters one after the other, under the hosts' names and logos.

    ``nobody`` is said where there is none.
    """

    sheet: Sheet
    hosts: tuple[HostMark, ...]
    letters: tuple[LetterPage, ...]
    nobody: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.letters
