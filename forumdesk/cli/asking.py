# SPDX-License-Identifier: MIT
"""What can be asked of a handout, as options of a command."""

from __future__ import annotations

from collections.abc import Mapping

import click

from forumdesk.cli.exported import State, refuse_other_days
from forumdesk.cli.frame import Spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_
from forumdesk.handouts.catalogue import DataFormat, Handout, options_for
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import QUESTIONS, Options
from forumdesk.handouts.question import Ask, Question

_METAVARS = {
    Ask.LANGUAGES: "ko,en",
    Ask.HOST: "ORGANIZATION",
    Ask.ROOM: "ROOM",
    Ask.DAY: "YYYY-MM-DD",
    Ask.DATE: "YYYY-MM-DD",
    Ask.THEME: "NAME",
    Ask.COLOR: "#RRGGBB",
    Ask.VERSION: "NAME",
    Ask.PERSON: "NAME",
    Ask.NUMBER: "N",
    Ask.STOCK: "NAME",
    Ask.SIDE: "NAME",
    Ask.PEOPLE: "NAME,NUMBER",
    Ask.HANDOUT: "WHAT",
    Ask.AGREEMENT: "TITLE",
    Ask.PLAN: "TITLE",
}


def with_options(declared: Spoken) -> Spoken:
    """The command with an option for every question a handout asks."""
    by_flag: dict[str, list[Question]] = {}
    for question in QUESTIONS.values():
        by_flag.setdefault(question.flag, []).append(question)
    declared.params.extend(_option(*questions) for questions in by_flag.values())
    return declared


def _option(question: Question, *others: Question) -> click.Option:
    """The option of a question, and of others that are asked by the same name elsewhere."""
    names = [question.flag, question.asked_as]
    if question.ask is Ask.SWITCH:
        return click.Option(names, is_flag=True, default=None, help=question.help)
    joint = "," if question.ask is Ask.SEVERAL else "|"
    values = dict.fromkeys(value for one in (question, *others) for value in one.values)
    metavar = _METAVARS.get(question.ask) or joint.join(values)
    if question.name == "arrangement":
        metavar = f"LANGUAGE|{metavar}"
    return click.Option(names, metavar=metavar, help=question.help)


def refuse_unknown(kind: Handout | DataFormat, given: Mapping[str, object]) -> None:
    """Raise ``ForumDeskError`` for an option that is not asked of it, or has no value."""
    known = kind.options
    if isinstance(kind, Handout):
        state = () if kind.compares else ("version",)
        known = (*(question.asked_as for question in kind.questions), *state, "printed", "tile")
    for name, value in given.items():
        option = "--" + name.replace("_", "-")
        if name not in known:
            raise ForumDeskError(
                N_("{what} has no option {option}."), what=kind.name, option=option
            )
        if isinstance(value, str) and not value.strip():
            # An empty variable of a script must not print something else than was meant.
            raise ForumDeskError(N_("{option} can't be “{value}”."), option=option, value=value)


def asked_of(
    state: State, handout: Handout, given: Mapping[str, object]
) -> tuple[Dossier, Options, Imprint]:
    """The state of the edition that is meant, and what is asked of a handout of it."""
    of, imprint = state.read(everybody=handout.everybody, compares=handout.compares)
    fields = {question.asked_as: question.name for question in handout.questions}
    asked = {fields[name]: value for name, value in given.items()}
    options = handout.asked(asked, options_for(of))
    refuse_other_days(of, options.day)
    return of, options, imprint
