# SPDX-License-Identifier: MIT
"""What the command line says when it was asked for something it can't do, or fails itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from forumdesk import __version__
from forumdesk.cli.speaking import spoken
from forumdesk.domain.tracing import traced
from forumdesk.domain.words import Words


def usage(error: click.ClickException, words: Words) -> str:
    """A mistake on the command line in our own words, with a way to find out more."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "forumdesk"
    hint = words("See {command}.", command=f"{path} --help")
    return f"{_mistake(error, words)} {hint}"


def _mistake(error: click.ClickException, words: Words) -> str:
    match error:
        case click.NoSuchOption():
            return words("There is no option {name}.", name=error.option_name)
        case click.MissingParameter() if error.param is not None:
            return words("{name} is missing.", name=_name(error.param))
        case click.BadParameter() if error.param is not None:
            name = _name(error.param)
            return words("{name}: {reason}", name=name, reason=_sentence(error.message))
        case click.BadOptionUsage() if "does not take" in error.message:
            return words("The option {name} takes no value.", name=error.option_name)
        case click.BadOptionUsage():
            return words("The option {name} lacks its value.", name=error.option_name)
        case _:
            return _sentence(error.format_message())


def _name(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or parameter.name or "").upper()


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def reported(error: Exception) -> str:
    """Write an unexpected error to the log and say where that is."""
    words = spoken()
    try:
        path = _log(error)
    except OSError as unwritable:
        details = f"{traced(error).splitlines()[-1]} ({unwritable.strerror})"
        return words("a fault in ForumDesk itself: {details}", details=details)
    return words("a fault in ForumDesk itself; what happened is written in {path}.", path=str(path))


def _log(error: Exception) -> Path:
    import platformdirs  # noqa: PLC0415 - needed only here

    folder = Path(platformdirs.user_log_dir("forumdesk", appauthor=False, ensure_exists=True))
    path = folder / "faults.log"
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%SZ} forumdesk {__version__}\n")
        log.write(traced(error))
        log.write("\n")
    return path
