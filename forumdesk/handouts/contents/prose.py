# SPDX-License-Identifier: MIT
"""Typed running text as paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forumdesk.handouts.content import Block, BlockKind

# Marks with which organizers begin list items; the Korean ones are those of public documents.
_BULLET = re.compile(r"\s*(?:[-*–—·‧•▪■□◦○◇◆△▲▷▶※]|ㅇ)\s+(?=\S)|\s*[△▲▷▶□■◇◆•▪](?=\S)")
_NUMBER = re.compile(
    r"\s*(?:(\d{1,2}[.)]|\(\d{1,2}\)|[가나다라마바사아자차카타파하][.)])\s+|([①-⑳])\s*)(?=\S)"
)


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text: each line a paragraph, or an item where it begins with its mark."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    for line in text.splitlines():
        if found := _BULLET.match(line):
            yield Block(line[found.end() :].strip(), BlockKind.BULLET)
        elif found := _NUMBER.match(line):
            yield Block(line[found.end() :].strip(), BlockKind.NUMBER, found[1] or found[2])
        elif line.strip():
            yield Block(line.strip())
