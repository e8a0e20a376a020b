# SPDX-License-Identifier: MIT
"""What was asked of the handouts of an edition, kept among the settings of the program."""

from __future__ import annotations

import json
from collections.abc import Mapping

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.handouts.catalogue import HANDOUTS, options_for
from forumdesk.handouts.options import Options, options_as_json
from forumdesk.ui.settings import Settings


def remembered(settings: Settings, dossier: Dossier) -> dict[str, Options]:
    """The options kept for an edition; what does not fit any more is as at first."""
    start = options_for(dossier)
    kept = settings.choices.handouts.get(dossier.edition.id, "{}")
    found: dict[str, Options] = {}
    for each in HANDOUTS:
        try:
            found[each.name] = each.asked(json.loads(kept).get(each.name, {}), start)
        except (ForumDeskError, ValueError, AttributeError):
            found[each.name] = each.usual(start)
    return found


def remember(settings: Settings, dossier: Dossier, options: Mapping[str, Options]) -> None:
    """Keep what differs from the usual options of an edition, by handout."""
    start = options_as_json(options_for(dossier))
    kept = {
        name: {k: v for k, v in options_as_json(of).items() if v != start.get(k)}
        for name, of in options.items()
    }
    known = settings.choices.handouts
    settings.change(handouts={**known, dossier.edition.id: json.dumps(kept)})
