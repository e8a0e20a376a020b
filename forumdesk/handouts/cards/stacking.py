# SPDX-License-Identifier: MIT
"""Texts one below the other in a place of fixed size, and how they come to stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, log
from typing import Protocol

from forumdesk.domain.values import frozen
from forumdesk.handouts.cards.fitting import Block, Fitter, Text
from forumdesk.handouts.flow.boxes import Mark, TextMark
from forumdesk.handouts.tagging import Node

_SHRINK = 0.93  # all of a stack at a time
_SHRINKS = 16
_SAME = 0.01  # points


class Ground(Protocol):
    """What can be drawn on: the page at hand, or marks that are kept for it."""

    def marks(self, marks: Iterable[Mark], y: float) -> None:
        """Marks whose base line is at ``y``."""


@frozen
class Area:
    """A place on a face: its left and upper edge over the foot of the face, width and height."""

    x: float
    top: float
    width: float
    height: float


@dataclass(eq=False, slots=True)
class Stack:
    """Texts as they are set, their height, and those that do not fit."""

    texts: Sequence[Text]
    blocks: list[Block]
    height: float
    overflowing: list[str]


def stacked(fitter: Fitter, texts: Sequence[Text], room: tuple[float, float]) -> Stack:
    """Texts within width and height: all made smaller together where they are too tall.

    None gets smaller than the floor as long as others can; where all are there, and it is not
    enough, they get as small as it takes, and the first one is told as not fitting.
    """
    if not texts:
        return Stack(texts, [], 0.0, [])
    for floor, first in ((fitter.floor, 0), (0.0, _SHRINKS)):
        stack = _shrunk(fitter, texts, room, (floor, first))
        if stack.height <= room[1] + _SAME:
            break
    if not floor:
        stack.overflowing = stack.overflowing or [texts[0].words]
    return stack


def _shrunk(
    fitter: Fitter, texts: Sequence[Text], room: tuple[float, float], by: tuple[float, int]
) -> Stack:
    """The texts made smaller as often as it takes, from a number of times on.

    What it will take is guessed from their height, and looked for from there.
    """
    floor, first = by
    last = first + _SHRINKS - 1
    stack = _set(fitter, texts, room, (_SHRINK**first, floor))
    low, high = first + 1, last + 1
    if stack.height <= room[1] + _SAME:
        return stack
    times = first + ceil(log(max(room[1], _SAME) / stack.height) / log(_SHRINK))
    while low < high:
        times = min(max(times, low), high - 1)
        tried = _set(fitter, texts, room, (_SHRINK**times, floor))
        if tried.height <= room[1] + _SAME:
            high, stack, times = times, tried, times - 1
        else:
            low = times = times + 1
    return stack if high <= last else _set(fitter, texts, room, (_SHRINK**last, floor))


def _set(
    fitter: Fitter, texts: Sequence[Text], room: tuple[float, float], by: tuple[float, float]
) -> Stack:
    blocks, height, overflowing = [], 0.0, []
    scale, floor = by
    for text in texts:
        style = text.style
        if scale < 1:
            style = fitter.sized(style, max(style.size * scale, min(style.size, floor)))
        block = fitter.fit(text, style, room)
        blocks.append(block)
        height += block.height + (text.gap * scale if len(blocks) > 1 else 0.0)
        if not block.fits:
            overflowing.append(text.words)
    return Stack(texts, blocks, height, overflowing)


def put(press: Ground, stack: Stack, area: Area, node: Node | None) -> float:
    """Draw a stack from the upper edge of an area down; where it ends. Artifacts have no node."""
    top = area.top
    room = stack.height - sum(block.height for block in stack.blocks)
    gaps = sum(text.gap for text in stack.texts[1:])
    scale = room / gaps if gaps else 0.0
    for number, (text, block) in enumerate(zip(stack.texts, stack.blocks, strict=True)):
        top -= text.gap * scale if number else 0.0
        own = node.add(text.tag, block.language) if node is not None else None
        top = put_block(press, block, Area(area.x, top, area.width, 0), own)
    return top


def put_block(press: Ground, block: Block, area: Area, node: Node | None) -> float:
    """Draw a block from the upper edge of an area down; where it ends."""
    style, top = block.style, area.top
    for line in block.lines:
        left = area.x + indent(style.align, area.width - line.width)
        marks = (
            TextMark(left + piece.x, piece.text, piece.span, piece.width, node)
            for piece in line.pieces
        )
        press.marks(marks, top - style.rise)
        top -= style.leading
    return top


def indent(align: str, free: float) -> float:
    """How far a line stands in from the left, with so much room beside it."""
    return {"center": free / 2, "right": free}.get(align, 0.0)
