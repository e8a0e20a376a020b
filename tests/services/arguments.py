# SPDX-License-Identifier: MIT
"""Arguments for any service, made from its annotations."""

import json
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import partial
from inspect import Parameter, signature
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Fix, ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.forum import Edition, Room, Series, Side
from forumdesk.domain.list_plan import Action, Plan, decide
from forumdesk.domain.people import Contact, Name, Names, Participation, Person, Script
from forumdesk.domain.records import KINDS, field_types
from forumdesk.domain.references import references_of
from forumdesk.domain.succession import plan as succession
from forumdesk.domain.succession.choices import Choices, Invite, Office, Parts, Texts
from forumdesk.domain.succession.planning import plan_next
from forumdesk.domain.succession.reading import read_last
from forumdesk.domain.whole import Whole
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import Phrase
from forumdesk.exchange.forum_json import read as read_forum
from forumdesk.services.listing import plan_list
from forumdesk.services.sample import Sample, read_sample
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from tests.services.small import PNG

BOGUS = "00000000-0000-7000-8000-000000000000"


def mostly(usual: SearchStrategy[Any], odd: list[Any]) -> SearchStrategy[Any]:
    """Something usual, and now and then something odd."""
    return st.integers(0, 7).flatmap(lambda n: usual if n else st.sampled_from(odd))


# What a reader of a foreign format may hand over: cleaned, but otherwise anything.
_TAME_WORDS = st.sampled_from(
    [
        *("9:30", "+15", "45m", "오후 2:30", "Hall", "break"),
        *("Opening", "개회식", "Gina Raimondo", "홍길동", "Two\nlines", "", "Asia/Seoul", "ko"),
        *("#aa00ff", "KR", "image/png", "x" * 300),
        *("early September 2024", "상반기", "by the next forum", "on track", "2024-09-10"),
    ]
)
_WORDS = mostly(_TAME_WORDS, ["  Two  ", "한글", "a\u200bb\x00", "\ud800", "a\r\n2"])
_TAME_INTS = st.integers(0, 90)
_INTS = mostly(_TAME_INTS, [-1, 0, 1440, 10**6, 2**63])
_DATES = mostly(st.dates(date(2024, 6, 26), date(2024, 6, 29)), [date.min, date.max])
_TIMES = mostly(
    st.datetimes(datetime(2024, 6, 27, 7), datetime(2024, 6, 28, 1)),
    [datetime.min, datetime.max, datetime(2024, 6, 27, tzinfo=UTC)],
)
_NAMES = st.builds(Name, _WORDS, _WORDS, _WORDS)

_VALUES: Mapping[object, SearchStrategy[Any]] = {
    str: _WORDS,
    int: _INTS,
    bool: st.booleans(),
    float: st.floats(),
    bytes: st.sampled_from([b"", b"text", PNG]),
    date: _DATES,
    datetime: _TIMES,
    object: _WORDS,
    types.NoneType: st.none(),
    Sample: st.builds(read_sample),
    Text: st.dictionaries(st.sampled_from(["ko", "en", "de"]), _WORDS).map(Text.of),
    Names: st.dictionaries(st.sampled_from(Script), _NAMES).map(Names.of),
}


# What plain texts and numbers stand for that are no ids (see ``domain.ids``).
_NAMED: Mapping[str, SearchStrategy[Any]] = {
    "table number": mostly(st.integers(1, 2), [0, -1, 3, 2**63]),
    "seat number": mostly(st.integers(1, 4), [0, -1, 99, 2**63]),
    "column": mostly(
        st.sampled_from(
            [
                *("starts", "ends", "minutes", "kind", "status", "rooms", "parts", "track"),
                *("title.ko", "title.en", "abstract.en"),
            ]
        ),
        ["", "title", "title.", "position", "notes.ko", "title.한국어"],
    ),
    "commitment column": mostly(
        st.sampled_from(["due", "status", "owners", "notes", "title.ko", "text.en", "edition"]),
        ["", "title", "source", "position", "title.한국어"],
    ),
    "term column": mostly(
        st.sampled_from(["text.ko", "text.en", "note.en"]),
        ["", "text", "note.", "position", "text.한국어"],
    ),
    "organization name": mostly(
        st.sampled_from(["KSIA", "한국반도체산업협회", "sia", " Nothing  Yet "]),
        ["", "Nobody", "\x00"],
    ),
    "sheet options": mostly(
        st.sampled_from(["{}", '{"paper": "A5"}', ' {"side": "x", "paper": "A4"}']),
        ["", "[]", "{", "\x00"],
    ),
    "sheet": mostly(
        st.sampled_from(["1R", "1R, 2W-", "2W 결석\n1R", "1R..2W", "1R-2W x", ""]),
        ["1T", "37Z", "Opening", "1R 1T", "2W..1R", "\x00"],
    ),
    "theme": mostly(st.sampled_from(["modern", "ministerial", "plain"]), ["", "gothic"]),
    "theme data": mostly(
        st.sampled_from(
            [
                *("{}", '{"ink":{"accent":"#204060"}}', '{"manner":{"cover":"picture"}}'),
                *('{"type":{"base":10}}', '{"page":{"margins":[20,20,20,20]}}'),
            ]
        ),
        ["", "[", "[]", '{"ink":{"accent":"blue"}}', '{"nothing":1}', '{"page":{"margins":[99]}}'],
    ),
    "theme key": mostly(
        st.sampled_from(["ink", "accent", "type", "base", "manner", "cover", "credit"]),
        ["", "nothing", "\x00"],
    ),
    "roster column": mostly(
        st.sampled_from(
            [
                *(
                    "name",
                    "organization",
                    "office.ko",
                    "badge-name.en",
                    "category",
                    "table",
                    "seat",
                ),
                *("notes", "grade", "since", "rank", "honored", "email", "consent-list"),
                *("status", "side", "arrives", "reply-by"),
            ]
        ),
        ["", "number", "office", "came", "office.한국어", "name.ko"],
    ),
}
_TAME: Mapping[object, SearchStrategy[Any]] = {**_VALUES, str: _TAME_WORDS, int: _TAME_INTS}


def arguments(service: Callable[..., Any], desk: ForumFile) -> SearchStrategy[dict[str, Any]]:
    """Keyword arguments for a service, on what is in the file now."""
    hints = typing.get_type_hints(service, include_extras=True)
    given, optional = {}, {}
    for name, parameter in list(signature(service).parameters.items())[1:]:
        made = _made(hints[name], desk, f"{service.__qualname__}({name})")
        (given if parameter.default is Parameter.empty else optional)[name] = made
    return st.fixed_dictionaries(given, optional=optional)


def _made(hint: Any, desk: ForumFile, where: str) -> SearchStrategy[Any]:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        base, kind = inner
        if isinstance(kind, str):
            return _NAMED[kind]
        return _changes(kind, desk) if base is not str else _ids(kind, desk)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(_made(one, desk, where) for one in inner))
    if origin is not None:
        return _several(origin, [_made(one, desk, where) for one in inner if one is not ...], hint)
    return _plain(hint, desk, where)


def _several(origin: Any, inner: list[SearchStrategy[Any]], hint: Any) -> SearchStrategy[Any]:
    if origin is tuple and ... not in typing.get_args(hint):
        return st.tuples(*inner)
    if origin is Mapping:
        return st.dictionaries(*inner, max_size=3)
    if origin is frozenset:
        return st.frozensets(*inner, max_size=3)
    assert origin in (Sequence, tuple, list), f"add a strategy for {hint}"
    return st.lists(*inner, max_size=4).map(tuple)


def _entries(desk: ForumFile) -> SearchStrategy[ListEntry]:
    """Rows of lists, tidy or not; some name people who are in the file."""
    people = st.deferred(lambda: st.sampled_from([p.names for p in desk.find(Person)]))
    few = ("contacts", "notes", "honorific", "languages"), ("office", "status", "category", "seat")
    person, part = (
        st.fixed_dictionaries(
            {}, optional={name: _made(field_types(kind)[name], desk, "a value") for name in names}
        )
        for kind, names in zip((Person, Participation), few, strict=True)
    )
    contacts = st.lists(st.sampled_from(_CONTACTS), max_size=2, unique=True).map(tuple)
    known = st.fixed_dictionaries({"contacts": contacts})
    return st.builds(
        ListEntry,
        _INTS,
        people | _VALUES[Names],
        st.sampled_from(["", "1", "2"]),
        known | mostly(person, [{"nothing": 1}]),
        mostly(part, [{"nothing": 1}]),
        st.sampled_from([EMPTY, Text.of(en="SIA"), Text.of(ko="(주)새회사")]) | _VALUES[Text],
        st.sampled_from(["", "KR", "korea"]),
        st.sampled_from(["", "Korea", "Nowhere"]),
    )


def _plans(desk: ForumFile) -> SearchStrategy[Plan]:
    """Plans of such lists, some rows of them decided by hand."""
    editions = st.none() | _ids(Edition, desk)
    lists = st.lists(_entries(desk), max_size=5)
    choices = st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from(Action), _ids(Person, desk)), max_size=2
    )
    return st.builds(partial(_planned, desk), editions, lists, choices)


def _planned(
    desk: ForumFile,
    edition: str | None,
    entries: list[ListEntry],
    choices: list[tuple[int, Action, str]],
) -> Plan:
    with suppress(ForumDeskError):
        plan = plan_list(desk, edition, "list", entries)
        for number, action, person in choices:
            with suppress(ForumDeskError):
                plan = decide(plan, number, action, person=person)
        return plan
    return plan_list(desk, None, "list", entries)


def _next_editions(desk: ForumFile) -> SearchStrategy[succession.Plan]:
    """Next editions of the series there are, by any choices; some of a series without one."""
    known = ("rooms", Room), ("offices", Participation)
    by_id = {
        name: st.dictionaries(_ids(kind, desk), _made(hint, desk, "a value"), max_size=2)
        for (name, kind), hint in zip(known, (Text, Office), strict=True)
    }
    choices = st.builds(
        Choices,
        on=st.none() | _DATES,
        city=st.none() | _VALUES[Text],
        timezone=st.sampled_from(["", "Asia/Seoul", "America/New_York"]),
        items=st.booleans(),
        texts=st.sampled_from(Texts),
        invite=st.sampled_from(Invite),
        side=_ids(Side, desk),
        behind=st.frozensets(_ids(Participation, desk), max_size=2),
        parts=st.sampled_from(Parts),
        review_in=_ids(Session, desk),
        **by_id,
    )
    last = st.deferred(lambda: st.sampled_from([e.id for e in desk.find(Edition)] or [BOGUS]))
    return st.builds(partial(_next_edition, desk), last, choices)


def _next_edition(desk: ForumFile, edition: str, choices: Choices) -> succession.Plan:
    with suppress(ForumDeskError):
        last = read_last(desk, desk.get(Edition, edition))
        return plan_next(last, choices, new_id=desk.new_id, rooms=desk.find(Room))
    nothing = Dossier(Series(BOGUS, EMPTY), Edition(BOGUS, BOGUS))
    return succession.Plan(nothing, nothing.edition, records=(nothing.edition,))


def _plain(hint: Any, desk: ForumFile, where: str) -> SearchStrategy[Any]:
    if hint in _OF_DESK:
        return _OF_DESK[hint](desk)
    values = _TAME if where.startswith("a value") else _VALUES
    if hint in values:
        return values[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    assert is_dataclass(hint), f"{where}: add a strategy for {hint} to tests/services/arguments.py"
    hints = typing.get_type_hints(hint, include_extras=True)
    parts = {f.name: f"a value, {hint.__name__}.{f.name}" for f in fields(hint)}
    return st.builds(hint, **{name: _made(hints[name], desk, at) for name, at in parts.items()})


def _fixes(desk: ForumFile) -> SearchStrategy[Fix]:
    """What a check might offer; what the checks do offer is held to more in ``test_fixing``."""
    known = st.fixed_dictionaries(
        {"session": _ids(Session, desk), "changes": _changes(Session, desk)}
    )
    possible = st.builds(Fix, st.just(Phrase("")), st.just("planning.change_session"), known)
    return mostly(possible, [Fix(Phrase(""), name, {}) for name in ("", "none.such", "_sets.x")])


def _wholes(desk: ForumFile) -> SearchStrategy[Whole]:
    """What another file might hold: this one with records gone, changed, or made once more."""
    return st.builds(partial(_whole, desk), st.randoms(use_true_random=False))


def _whole(desk: ForumFile, chance: Random) -> Whole:
    stored = json.loads(export_json(desk))
    odd = chance.random() < 0.2
    for records in stored.values():
        others = [dict(record) for record in records]
        for record in records:
            if chance.random() < 0.1:
                field = chance.choice([name for name in record if name != "id"])
                taken = chance.choice(others)[field]
                record[field] = chance.choice([None, 7, "새", {"en": "x"}]) if odd else taken
        if others and chance.random() < 0.3:
            records.append({**chance.choice(others), "id": str(UUID(int=chance.getrandbits(128)))})
        if chance.random() < 0.1:
            records.pop(0) if records else None
    with suppress(ForumDeskError):
        return read_forum(json.dumps(stored).encode(), "other.json")
    return Whole("other.json")


_CONTACTS = (
    *(Contact("email", "a@b.kr"), Contact("email", "A@B.kr"), Contact("phone", "010-1234-5678")),
    *(Contact("mobile", "+82 10 1234 5678"), Contact("email", " c@d.kr ")),
)
# What is made of what is in the file.
_OF_DESK: Mapping[object, Callable[[ForumFile], SearchStrategy[Any]]] = {
    Fix: _fixes,
    ListEntry: _entries,
    Plan: _plans,
    Whole: _wholes,
    succession.Plan: _next_editions,
}


def _ids(kind: type[Any], desk: ForumFile) -> SearchStrategy[str]:
    there = st.deferred(lambda: st.sampled_from([*_existing(kind, desk)] or [BOGUS]))
    others = st.deferred(lambda: st.sampled_from([BOGUS, "", *_existing(KINDS[0], desk)]))
    return st.integers(0, 19).flatmap(lambda n: there if n else others)


def _existing(kind: type[Any], desk: ForumFile) -> Iterator[str]:
    return (record.id for record in desk.find(kind))


def _changes(kind: type[Any], desk: ForumFile) -> SearchStrategy[dict[str, Any]]:
    pointed = {reference.field: reference.to for reference in references_of(kind)}

    def value(name: str, hint: Any) -> SearchStrategy[Any]:
        if name not in pointed:
            return _made(hint, desk, f"{kind.__name__}.{name}")
        ids = _ids(pointed[name], desk)
        return st.none() | ids if isinstance(hint, types.UnionType) else ids

    fitting = {name: value(name, hint) for name, hint in field_types(kind).items()}
    usual = [name for name in fitting if name != "id"]
    few = st.lists(st.sampled_from(usual), max_size=3, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: fitting[name] for name in names})
    )
    wrong = st.fixed_dictionaries({}, optional={"id": _WORDS, "nothing": _WORDS, "title": _INTS})
    return st.integers(0, 9).flatmap(lambda n: few if n else wrong)
