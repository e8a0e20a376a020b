# SPDX-License-Identifier: MIT
"""The frame of the command line: commands found by name and loaded when used, translated help."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import click

from forumdesk.cli.speaking import spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_

DONE = "forumdesk.done"  # in the meta of a context: a step was taken, whatever happens after it


class Spoken(click.Command):
    """A command whose help is said in the language of messages."""

    allow_extra_args = True  # refused below, in our own words

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, unless it was given more than it takes."""
        if ctx.args and not isinstance(self, click.Group):
            raise ForumDeskError(
                N_("“{extra}” is too much. See {command}."),
                extra=ctx.args[0],
                command=f"{ctx.command_path} --help",
            )
        return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line of usage."""
        words = spoken()
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=words("Usage:") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        words = spoken()
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words(str(self.help)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with its sentence."""
        words = spoken()
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        with formatter.section(words("Options")):
            formatter.write_dl(
                [(_names(option, ctx), words(str(option.help))) for option in options]
            )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, in our own words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = N_("Show this help.")
        return option


def command(name: str, help: str) -> Callable[[Callable[..., Any]], Spoken]:
    """Declare a command with its marked help."""
    return click.command(name, cls=Spoken, help=help)


@frozen
class Entry:
    """A command by name: the module that declares it as ``NAME_command``, and one line on it.

    A hyphen in the name is an underscore there.
    """

    name: str
    module: str
    line: str


class Program(Spoken, click.Group):
    """All commands; an argument that is none of them is a forum file to open in the window."""

    entries: Sequence[Entry] = ()
    closing: Sequence[str] = ()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return [entry.name for entry in self.entries]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, its module loaded now."""
        entry = next((e for e in self.entries if e.name == cmd_name), None)
        return _loaded(entry.module, entry.name) if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument, or the one that opens a file."""
        found = self.get_command(ctx, args[0])
        if found is not None:
            return args[0], found, args[1:]
        return "open", _loaded("window", "open"), args

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands with a line each."""
        super().format_options(ctx, formatter)
        words = spoken()
        with formatter.section(words("Commands")):
            formatter.write_dl([(entry.name, words(entry.line)) for entry in self.entries])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What else there is to know, a line each."""
        words = spoken()
        for line in self.closing:
            formatter.write_paragraph()
            formatter.write_text(words(line))


def _names(option: click.Option, ctx: click.Context) -> str:
    record = option.get_help_record(ctx)
    return record[0] if record else ""


def _loaded(module: str, name: str) -> click.Command:
    found = importlib.import_module(f"forumdesk.cli.{module}")
    declared: click.Command = getattr(found, f"{name.replace('-', '_')}_command")
    return declared
