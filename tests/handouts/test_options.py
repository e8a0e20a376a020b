# SPDX-License-Identifier: MIT
"""One declaration of the options serves command line, window and JSON."""

from dataclasses import fields, replace
from datetime import date
from enum import StrEnum

import pytest

from forumdesk.domain.dates import Clock
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import NameForm
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.handouts.kinds import Handout
from forumdesk.handouts.options import (
    QUESTIONS,
    Arrangement,
    Audience,
    Options,
    Paper,
    Section,
    choice_name,
    options_as_json,
    options_from,
)

ASKED = Options(
    languages=("en", "ko"),
    arrangement=Arrangement.COLUMNS,
    first_host="SIA",
    paper=Paper.LETTER,
    theme="formal",
    accent="#1F4E5F",
    large_print=True,
    sections=(Section.COVER, Section.AGENDA),
    day=date(2024, 6, 27),
    room="Potomac Hall",
    names=NameForm.FAMILY_CAPITALS,
    clock=Clock.H12,
    audience=Audience.GUESTS,
    texts_by=date(2024, 5, 31),
)


def test_options_survive_json() -> None:
    assert options_from(options_as_json(ASKED)) == ASKED
    assert options_from(options_as_json(Options())) == Options()


def test_options_as_typed() -> None:
    typed = {
        "languages": "en, ko",
        "arrangement": "columns",
        "first_host": "SIA",
        "paper": "letter",
        "theme": "formal",
        "accent": "#1F4E5F",
        "large_print": "yes",
        "sections": "agenda,cover",
        "day": "2024-06-27",
        "room": " Potomac Hall ",
        "names": "family-capitals",
        "clock": "12",
        "audience": "guests",
        "texts_by": "2024-05-31",
    }
    assert options_from(typed) == ASKED


def test_a_language_is_an_arrangement() -> None:
    alone = options_from({"arrangement": "ko"}, ASKED)
    assert (alone.languages, alone.arrangement) == (("ko",), Arrangement.SINGLE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("paper", "B7"),
        ("arrangement", "Side by side!"),
        ("languages", "korean language"),
        ("languages", 7),
        ("sections", "cover,appendix"),
        ("day", "yesterday"),
        ("texts_by", "soon"),
        ("accent", "blue"),
        ("large_print", "perhaps"),
        ("colour", "red"),
    ],
)
def test_what_cannot_be_met_is_named(name: str, value: object) -> None:
    with pytest.raises(ForumDeskError) as refused:
        options_from({name: value})
    assert (QUESTIONS[name].flag if name in QUESTIONS else name) in str(refused.value)


@pytest.mark.parametrize("one", HANDOUTS, ids=lambda one: one.name)
def test_what_a_handout_does_not_take_is_refused_with_what_it_takes(one: Handout) -> None:
    own: dict[str, tuple[StrEnum, ...]] = {"paper": one.papers, "arrangement": one.arrangements}
    for name, taken in own.items():
        if name not in one.options:
            continue
        for value in QUESTIONS[name].values:
            if value in taken:
                assert getattr(one.asked({name: str(value)}, Options()), name) is value
                continue
            with pytest.raises(ForumDeskError) as refused:
                one.asked({name: str(value)}, Options())
            assert str(refused.value) == (
                f"--{name} can't be “{value}” for {one.name}; it is one of: {', '.join(taken)}."
            )
            # What the edition has is not asked for: it gives way to what there is.
            assert getattr(one.usual(replace(Options(), **{name: value})), name) in taken


def test_every_option_can_be_asked_and_every_choice_has_a_name() -> None:
    assert list(QUESTIONS) == [field.name for field in fields(Options)]
    for question in QUESTIONS.values():
        assert question.label
        assert question.help.endswith(".")
        for member in question.values:
            assert choice_name(member, words_in("en"))
