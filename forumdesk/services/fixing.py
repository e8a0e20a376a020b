# SPDX-License-Identifier: MIT
"""Putting a problem right by a fix that its check offers."""

from __future__ import annotations

from forumdesk.domain.desk import Desk, Fix, ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.services import service_named


def apply_fix(desk: Desk, fix: Fix) -> None:
    """Do what a check offers: the step is that of the service it names.

    Refused as that service refuses it, where the file is no longer what the check saw.
    """
    service = service_named(fix.service)
    if service is None:
        raise ForumDeskError(N_("This problem can't be put right by itself; nothing was changed."))
    service(desk, **fix.arguments)
