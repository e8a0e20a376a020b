# SPDX-License-Identifier: MIT
"""``publish`` and ``changes``: versions of an edition, and what changed between two states."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from forumdesk.cli.files import EDITION, FILE, JSON, edition_named, forum
from forumdesk.cli.frame import command
from forumdesk.cli.making import texts
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_


@command("publish", N_("Freeze an edition as it is now under a name, as what is being printed."))
@FILE
@click.option("--name", metavar="NAME", required=True, help=N_("What the version is called."))
@click.option(
    "--note",
    "notes",
    metavar="LANGUAGE=TEXT",
    multiple=True,
    help=N_("What to know about it in one language; give it once for each language."),
)
@EDITION
@JSON
def publish_command(
    file: Path, name: str, *, notes: Sequence[str], edition: str | None, as_json: bool
) -> None:
    """Publish a version."""
    note = texts(notes)
    from forumdesk.services.publishing import publish_version  # noqa: PLC0415 - after the request

    with forum(file) as desk:
        made = publish_version(desk, edition_named(desk, edition).id, name, note=note)
    if as_json:
        give_json({"name": made.name, "at": made.at, "digest": made.digest, "note": made.note})
        return
    words = spoken()
    say(words("Published “{name}” ({digest}).", name=shown(made.name), digest=made.digest[:7]))


@command("changes", N_("Tell what changed since a version was published."))
@FILE
@click.option("--since", metavar="NAME", required=True, help=N_("The version to compare with."))
@click.option(
    "--until", metavar="NAME", help=N_("The later version; by default the edition as it is now.")
)
@click.option("--person", metavar="NAME", help=N_("Only what changed for this person."))
@EDITION
@JSON
def changes_command(
    file: Path,
    *,
    since: str,
    until: str | None,
    person: str | None,
    edition: str | None,
    as_json: bool,
) -> None:
    """Compare two states of an edition."""
    from forumdesk.domain.changes import compare, concerning  # noqa: PLC0415 - for this alone
    from forumdesk.domain.frozen import as_of, version_named  # noqa: PLC0415
    from forumdesk.store.queries import dossier  # noqa: PLC0415

    with forum(file, reading=True) as desk:
        now = dossier(desk, edition_named(desk, edition).id)
    before = as_of(now, version_named(now, since))
    after = now if until is None else as_of(now, version_named(now, until))
    found = compare(before, after)
    if person is not None:
        found = concerning(found, _called(person, before, after))
    words = spoken()
    if as_json:
        from forumdesk.cli.changed import change_json  # noqa: PLC0415 - loaded with the changes

        give_json([change_json(change, words, now.languages) for change in found])
        return
    for change in found:
        say(shown(change.phrase.said(words)))
    if not found:
        say(words("Nothing has changed."))


def _called(name: str, *states: Dossier) -> set[str]:
    """The persons of a name, by id; raises ``ForumDeskError`` if there is none in any state."""
    from forumdesk.domain.naming import is_called  # noqa: PLC0415 - loaded with the changes

    found = {person.id for state in states for person in state.people if is_called(person, name)}
    if not found:
        raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=name)
    return found
