# SPDX-License-Identifier: MIT
"""Where fonts, icons, catalogues, themes and the sample lie.

In a checkout and an editable install they are in ``resources/`` beside the package, in an
installed wheel in ``forumdesk/resources/``; nothing else in the program needs to know.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def resources() -> Path:
    """The folder of resources."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
