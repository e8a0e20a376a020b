# SPDX-License-Identifier: MIT
"""The participants of an edition as a list shows them: found, sorted, counted, read by the page.

A hundred thousand are held as ids in order; what a page of them says is read when it is shown.
The texts they are found by are held in memory, since looking for a syllable in them there takes
a tenth of what the database takes over three tables.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.finding import searched
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.sifting import Filters, Mark, Order, Row, View
from forumdesk.domain.wording import clean
from forumdesk.store import reading, roster_sql
from forumdesk.store.records import table
from forumdesk.store.roster_order import Everybody, ordered

FEW = 400  # changed participants up to which a list is mended instead of read anew
SLICE = 2000  # participants whose texts are read at once
_AMONG = "p.id IN (SELECT value FROM json_each(:ids))"
Told = Callable[[], AbstractContextManager[None]]
_NONE_LEFT: tuple[None, frozenset[str], Sequence[int]] = (None, frozenset(), ())


class Roster:
    """Lists of the participants of one edition, for readers of a language.

    Holds nothing of the records but the texts they are found by; ``forget`` tells it what a step
    changed.
    """

    def __init__(
        self, connection: sqlite3.Connection, told: Told, edition: str, *, language: str
    ) -> None:
        self.edition, self.language = edition, language
        self._connection, self._told = connection, told
        self._everybody: Everybody | None = None
        self._seen = -1  # how much had been changed when that was so
        self._texts: dict[str, str] = {}
        self._lines: tuple[Sequence[str] | None, list[str]] = (None, [])
        self._left: tuple[Sequence[str] | None, frozenset[str], Sequence[int]] = _NONE_LEFT

    # Which, and in which order

    def ids(self, filters: Filters, order: Order, today: date) -> list[str]:
        """The participations that the filters leave, in order; words typed are left aside."""
        everybody = self._known_by_name()
        where, values = roster_sql.conditions(filters)
        _, value, name = roster_sql.keys(order, self.language)
        known = {**self._known(today), **values}
        said = everybody.names if value == name else self._of_each(value, known)
        places = everybody.by_name
        if where != roster_sql.EVERYBODY:
            left = self._of_each(where, known)
            places = [place for place in places if left[place]]
        ids = everybody.ids
        return [ids[place] for place in ordered(places, said, falling=order.falling)]

    def _known_by_name(self) -> Everybody:
        """Everybody by name; read anew only where something else may have changed."""
        if self._everybody is None or self._seen != self._connection.total_changes:
            _, _, name = roster_sql.keys(Order(), self.language)
            known: dict[str, object] = {"edition": self.edition}
            ids, names = self._of_each("p.id", known), self._of_each(name, known)
            self._everybody, self._seen = Everybody(ids, names), self._connection.total_changes
        return self._everybody

    def _of_each(self, value: str, known: dict[str, object]) -> list[Any]:
        """Something of everybody, in the order of entry; as one text, which is read fastest."""
        sql = f"""SELECT json_group_array(value) FROM (SELECT {value} AS value
          FROM {roster_sql.SOURCE} WHERE +{roster_sql.EVERYBODY} ORDER BY p.rowid)"""
        found: list[Any] = json.loads(self._all(sql, known)[0][0])
        return found

    def following(
        self, ids: Sequence[str], touched: frozenset[str], view: View, *, today: date
    ) -> list[str]:
        """The same as ``ids``, from those before a step that touched some participations."""
        filters, order = view.filters, view.order
        if len(touched) > FEW:
            return self.ids(filters, order, today)
        where, values = roster_sql.conditions(filters)
        among = {**values, "ids": json.dumps(sorted(touched))}
        # With the plus SQLite looks up the few ids, and not every participant of the edition.
        where = f"+{where} AND {_AMONG}"
        left = [id_ for id_ in ids if id_ not in touched]
        for keyed in self._keyed(where, among, order, today):
            left.insert(self._place(left, keyed, order, today), keyed[0])
        return left

    def _place(self, ids: list[str], keyed: tuple[Any, ...], order: Order, today: date) -> int:
        """Where a participation stands among others in order."""
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            (other,) = self._keyed("p.id = :id", {"id": ids[middle]}, order, today)
            if _before(other, keyed, falling=order.falling):
                low = middle + 1
            else:
                high = middle
        return low

    def _keyed(
        self, where: str, values: dict[str, object], order: Order, today: date
    ) -> list[tuple[Any, ...]]:
        """Ids with the keys that they are sorted by."""
        empty, value, name = roster_sql.keys(order, self.language)
        way = "DESC" if order.falling else "ASC"
        sql = f"""SELECT p.id, {empty} AS blank, {value} AS value, {name} AS name
          FROM {roster_sql.SOURCE} WHERE {where} ORDER BY blank, value {way}, name, p.id"""
        return self._all(sql, {**self._known(today), **values})

    # Words typed

    def narrowed(self, ids: Sequence[str], typed: str) -> list[str]:
        """Those of which every word is found in the person, the organization or the office.

        Texts and words are compared by their single letters: so a syllable whose last consonant
        is still to come is found in one that has it, and a consonant alone begins a syllable.
        """
        words = _words(typed)
        if not words:
            return list(ids)
        places = self._found_in(ids, words)
        self._left = (ids, words, places)
        return [ids[n] for n in places] if len(places) < len(ids) else list(ids)

    def would_find(self, ids: Sequence[str], typed: str) -> int:
        """How many of those other words would leave."""
        words = _words(typed)
        return len(self._found_in(ids, words) if words else ids)

    def _found_in(self, ids: Sequence[str], words: frozenset[str]) -> Sequence[int]:
        """The places of those that have every word, of those left by the last key if they can be.

        Long words first: they leave fewer for the others. Of one that lacks a word nothing but its
        text is touched: a hundred thousand are spread over more memory than is near.
        """
        before, known, places = self._left
        if before is not ids or not all(any(old in word for word in words) for old in known):
            known, places = frozenset(), range(len(ids))
        texts = self._texts_of(ids)
        for word in sorted(words - known, key=len, reverse=True):
            left = [n for n in places if word in texts[n]]
            places = left if len(left) < len(places) else places
        return places

    def _texts_of(self, ids: Sequence[str]) -> list[str]:
        """The text that each of them is found by, kept for the next key that is pressed."""
        if self._lines[0] is not ids:
            self.prepare(ids)
            self._lines = (ids, [self._texts[id_] for id_ in ids])
        return self._lines[1]

    def prepare(self, ids: Iterable[str]) -> None:
        """Read what some participants are found by, where that is not known yet."""
        missing = [id_ for id_ in ids if id_ not in self._texts]
        for begin in range(0, len(missing), SLICE):
            self._read_texts(missing[begin : begin + SLICE])

    def _read_texts(self, ids: Sequence[str]) -> None:
        sql = f"""SELECT p.id, ifnull(q.search, '') || char(10) || ifnull(o.search, '') || char(10)
          || p.search FROM participation AS p LEFT JOIN person AS q ON q.id = p.person
          LEFT JOIN organization AS o ON o.id = p.organization WHERE {_AMONG}"""
        found = dict(self._all(sql, {"ids": json.dumps(ids)}))
        self._texts.update((id_, _letters(found.get(id_, ""))) for id_ in ids)

    def forget(self, touched: Collection[str] | None = None) -> None:
        """These have changed; ``None``: any may have."""
        self._lines, self._left = (None, []), _NONE_LEFT
        if touched is None:
            self._everybody = None
            self._texts.clear()
            return
        for id_ in touched:
            self._texts.pop(id_, None)
        if self._everybody and self._everybody.knows(self._named(touched), touched):
            self._seen = self._connection.total_changes
        else:
            self._everybody = None

    def _named(self, ids: Collection[str]) -> dict[str, str]:
        """Those of the edition among some participations, with the keys of their names."""
        _, _, name = roster_sql.keys(Order(), self.language)
        sql = f"""SELECT p.id, {name} FROM {roster_sql.SOURCE}
          WHERE +{roster_sql.EVERYBODY} AND {_AMONG}"""
        return dict(self._all(sql, {"edition": self.edition, "ids": json.dumps(sorted(ids))}))

    def of(self, field: str, ids: Iterable[str]) -> frozenset[str]:
        """The participations of some persons (``field`` person), organizations or sides."""
        assert field in ("person", "organization", "side")
        sql = f"""SELECT id FROM participation WHERE +edition = :edition
          AND {field} IN (SELECT value FROM json_each(:ids))"""
        rows = self._all(sql, {"edition": self.edition, "ids": json.dumps(sorted(ids))})
        return frozenset(id_ for (id_,) in rows)

    # How many

    def total(self) -> int:
        """How many there are in all."""
        sql = "SELECT count(*) FROM participation WHERE edition = :edition"
        return int(self._all(sql, {"edition": self.edition})[0][0])

    def tally(self, field: str) -> dict[str, int]:
        """How many there are of each side, organization, category or status; ``""`` of none."""
        assert field in ("side", "organization", "category", "status")
        sql = f"""SELECT ifnull({field}, ''), count(*) FROM participation
          WHERE edition = :edition GROUP BY 1 ORDER BY 2 DESC, 1"""
        return dict(self._all(sql, {"edition": self.edition}))

    def count(self, mark: Mark, today: date) -> int:
        """How many a mark leaves."""
        sql = f"""SELECT count(*) FROM {roster_sql.SOURCE}
          WHERE p.edition = :edition AND ({roster_sql.MARKS[mark]})"""
        return int(self._all(sql, self._known(today))[0][0])

    # What they say

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """What a page of participants says, in the order of the ids; those gone are left out."""
        with self._told():
            found = self._found(Participation, ids)
            people = self._found(Person, {p.person for p in found.values() if p.person})
            bodies = {p.organization for p in found.values() if p.organization}
            organizations = self._found(Organization, bodies)
            came = self._came(ids)
        return [
            Row(
                p,
                people.get(p.person or ""),
                organizations.get(p.organization or ""),
                came.get(id_),
            )
            for id_ in ids
            if (p := found.get(id_))
        ]

    def _found(self, kind: type[Any], ids: Iterable[str]) -> dict[str, Any]:
        records: Iterator[Any] = iter(
            reading.find(self._connection, table(kind), {"id": list(ids)}) if ids else ()
        )
        return {record.id: record for record in records}

    def _came(self, ids: Sequence[str]) -> dict[str, datetime]:
        log: Any = reading.find(self._connection, table(CheckIn), {"participation": list(ids)})
        last = {line.participation: line for line in sorted(log, key=lambda c: (c.at, c.id))}
        return {id_: line.at for id_, line in last.items() if line.how is not CheckInHow.UNDONE}

    def _known(self, today: date) -> dict[str, object]:
        """The parameters that conditions name."""
        sql = """SELECT e.reply_by, (SELECT b.id FROM edition AS b WHERE b.series = e.series
            AND (ifnull(b.first_day, ''), ifnull(b.number, 0), b.id)
              < (ifnull(e.first_day, '9'), ifnull(e.number, 0), e.id) AND b.id <> e.id
            ORDER BY ifnull(b.first_day, '') DESC, ifnull(b.number, 0) DESC, b.id DESC LIMIT 1)
          FROM edition AS e WHERE e.id = :edition"""
        found = self._all(sql, {"edition": self.edition}) or [(None, None)]
        reply_by, before = found[0]
        named = {"edition": self.edition, "reply_by": reply_by, "before": before}
        return {**named, "today": today.isoformat()}

    def _all(self, sql: str, values: dict[str, object]) -> list[tuple[Any, ...]]:
        with self._told():
            return self._connection.execute(sql, values).fetchall()


def _words(typed: str) -> frozenset[str]:
    """The words typed, as they are looked for."""
    parts = (_letters(searched(part)) for part in clean(typed).split())
    return frozenset(filter(None, parts))


class _Letters(dict[int, str]):
    """What stands for each character of folded text: for a syllable, its letters.

    Those have codes of one byte that no folded text has, control characters and what folding
    takes apart: most texts are half as long in memory then, and looked through sooner.
    """

    def __init__(self) -> None:
        super().__init__()
        free = (chr(code) for code in range(0x80, 0x100))
        bytes_ = (c for c in free if c < "\xa0" or unicodedata.normalize("NFKD", c) != c)
        hangul = (*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3))
        self._bytes = dict(zip(hangul, bytes_, strict=False))

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFD", chr(code)).translate(self._bytes)
        return self[code]


_LETTERS = _Letters()


def _letters(folded: str) -> str:
    """Hangul taken apart into single letters; Gil-dong and Gildong are one."""
    folded = folded.replace("-", "")
    return folded if folded.isascii() else folded.translate(_LETTERS)


def _before(one: tuple[Any, ...], other: tuple[Any, ...], *, falling: bool) -> bool:
    """Whether a row of ``_keyed`` stands before another."""
    if one[1] != other[1] or one[2] == other[2]:
        return (one[1], one[3], one[0]) < (other[1], other[3], other[0])
    return bool(one[2] > other[2]) if falling else bool(one[2] < other[2])
