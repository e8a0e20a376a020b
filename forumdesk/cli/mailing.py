# SPDX-License-Identifier: MIT
"""``export eml``: letters as messages in a folder."""

from __future__ import annotations

from pathlib import Path

from forumdesk.cli.speaking import give_json, say, shown, shown_path, spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Options


def export_messages(
    output: Path, dossier: Dossier, options: Options, imprint: Imprint, *, as_json: bool
) -> None:
    """Write a message to everybody whom letters go to, and tell who gets none and why."""
    from forumdesk.exchange.mail import eml_files  # noqa: PLC0415 - for this alone
    from forumdesk.handouts.contents.letters import Mailing  # noqa: PLC0415
    from forumdesk.handouts.folders import write_folder  # noqa: PLC0415

    if str(output) == "-":
        raise ForumDeskError(N_("Messages are written into a folder; name it with -o."))
    mailing = Mailing(dossier, options, imprint)
    files = eml_files((message for _, message in mailing.messages()), file_name)
    write_folder(output, files)
    count = len(files)
    left_out = [each.why.said(spoken()) for each in mailing.no_message()]
    if as_json:
        give_json({"path": str(output), "messages": count, "left_out": left_out})
        return
    messages = spoken().plural("{count} message", "{count} messages", count)
    say(f"{shown_path(output)} ({messages})")
    for why in left_out:
        say(shown(why))
