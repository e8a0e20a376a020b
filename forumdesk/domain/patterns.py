# SPDX-License-Identifier: MIT
"""Regular expressions compiled when they are first used: most runs use few of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property


class Pattern:
    """A regular expression; its methods are those of ``re.Pattern``."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as ``re`` has it."""
        return re.compile(self._source, self._flags)

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """Find it anywhere in a text."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """Find it at the beginning of a text."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        """Find it as the whole of a text."""
        return self.compiled.fullmatch

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """Replace it wherever it stands in a text."""
        return self.compiled.sub
