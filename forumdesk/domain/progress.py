# SPDX-License-Identifier: MIT
"""How far a long operation has come."""

from __future__ import annotations

from forumdesk.domain.values import frozen


@frozen
class Progress:
    """``done`` of ``total`` things; a long operation yields one after every few milliseconds."""

    done: int
    total: int
