# SPDX-License-Identifier: MIT
"""``new``: a forum file with one series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from forumdesk.cli.files import FILE
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import say, shown_path, spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.times import zone
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # the part of BCP 47 that documents use


@command("new", N_("Make a forum file with one series and, so far, no edition."))
@FILE
@click.option(
    "--title",
    "titles",
    metavar="LANGUAGE=TEXT",
    multiple=True,
    required=True,
    help=N_("The title of the series in one language; give it once for each language."),
)
@click.option(
    "--short",
    "shorts",
    metavar="LANGUAGE=TEXT",
    multiple=True,
    help=N_("A short title, by which editions are named here."),
)
@click.option(
    "--languages",
    metavar="ko,en",
    help=N_("The languages of the documents, in order. By default those of the titles."),
)
@click.option(
    "--timezone",
    metavar="ZONE",
    default="UTC",
    help=N_("The time zone where the forum meets, like Asia/Seoul."),
)
def new_command(
    file: Path,
    titles: Sequence[str],
    shorts: Sequence[str],
    *,
    languages: str | None,
    timezone: str,
) -> None:
    """Make a forum file."""
    title = texts(titles)
    order = tags(languages) if languages else tuple(t.partition("=")[0].strip() for t in titles)
    fields = {
        "short": texts(shorts),
        "languages": tuple(dict.fromkeys(order)),
        "timezone": zone(timezone).key,
    }
    # The store is loaded when the request is known to be sound.
    from forumdesk.services.editions import create_series  # noqa: PLC0415
    from forumdesk.store.forumfile import ForumFile  # noqa: PLC0415

    with ForumFile.create(file) as desk, removed_on_failure(file):
        create_series(desk, title, fields)
    words = spoken()
    say(words("Made {path}.", path=shown_path(file)))


@contextmanager
def removed_on_failure(path: Path) -> Iterator[None]:
    """Take a file that is being made away again if that does not come to its end."""
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def texts(pairs: Sequence[str]) -> Text:
    """``ko=포럼`` and ``en=Forum`` as one text; raises ``ForumDeskError`` for anything else."""
    found: dict[str, str] = {}
    for pair in pairs:
        tag, equals, text = pair.partition("=")
        if not equals or not _TAG.fullmatch(tag.strip()) or not text.strip():
            raise ForumDeskError(
                N_("“{pair}” should be a language and a text, like ko=포럼; nothing was written."),
                pair=pair,
            )
        if tag.strip() in found:
            raise ForumDeskError(
                N_("There are two texts in “{language}”; nothing was written."),
                language=tag.strip(),
            )
        found[tag.strip()] = text
    return Text.of(found)


def tags(listed: str) -> tuple[str, ...]:
    """``ko,en`` as language tags; raises ``ForumDeskError`` for anything else."""
    found = tuple(tag.strip() for tag in listed.split(",") if tag.strip())
    if not found or not all(map(_TAG.fullmatch, found)):
        raise ForumDeskError(
            N_("“{listed}” should be languages, like ko,en; nothing was written."), listed=listed
        )
    return found
