# SPDX-License-Identifier: MIT
"""Content in, PDF bytes out: values only, so that a worker process can do it.

>>> render(content, options).data  # the file
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from forumdesk.handouts.agenda import Fit, agenda_story, best_fit
from forumdesk.handouts.content import AgendaContent, Content, ProgramContent
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.options import Options
from forumdesk.handouts.program import program_story
from forumdesk.handouts.theme import least_scale, theme


def look(options: Options, *, scale: float = 1.0) -> Look:
    """How a sheet looks that is asked for so; raises ``ForumDeskError`` for an unknown theme."""
    of = theme(
        options.theme,
        paper=options.paper.value,
        accent=options.accent,
        large=options.large_print,
        scale=scale,
    )
    return Look(of, options.arrangement)


def render(content: Content, options: Options) -> Printed:
    """Set and draw a sheet. The same content and options give the same bytes.

    Raises ``ForumDeskError`` if the options name a theme or paper there is not.
    """
    with _without_collecting():
        if isinstance(content, AgendaContent):
            return _agenda(content, options)
        return _program(content, options)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No search for cyclic garbage while a sheet is set: hundreds of thousands of marks live
    until the end, and looking through them again and again takes a third of the time.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _program(content: ProgramContent, options: Options) -> Printed:
    document = Document(content.sheet, look(options))
    document.covers(content.cover, content.back)
    document.add(program_story(content))
    return document.printed(contents=content.contents)


def _agenda(content: AgendaContent, options: Options) -> Printed:
    @cache
    def made(fit: Fit) -> Document:
        document = Document(content.sheet, look(options, scale=fit.scale))
        document.add(agenda_story(content, fit.dropped))
        return document

    fit = best_fit(
        lambda tried: len(made(tried).pages()), content.details, least_scale(look(options).theme)
    )
    return replace(made(fit).printed(), fit=fit)
