# SPDX-License-Identifier: MIT
"""Pictures that nothing shows any more are not kept."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.people import Image
from forumdesk.domain.references import references_to


def drop_unused(desk: Desk, image: str | None) -> None:
    """Remove a picture that was replaced or taken away, unless it is shown elsewhere."""
    shown = references_to(Image)
    if image and not any(desk.count(r.kind, **{r.field: image}) for r in shown):
        desk.remove(Image, image)
