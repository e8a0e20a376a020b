# SPDX-License-Identifier: MIT
"""The sample forum: data files in ``resources/sample``, read here and written as a user would.

Each file names records by short keys and points to others by them; ``README.md`` beside the
files says how.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Series, SeriesHost
from forumdesk.domain.people import Organization, Person
from forumdesk.domain.printed import Term
from forumdesk.domain.progress import Progress
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.services._sample_changes import publish_and_change
from forumdesk.services._sample_motorcade import write_motorcade
from forumdesk.services._sample_seating import write_plans
from forumdesk.services._sample_values import Table, person_values
from forumdesk.services._sample_writer import Writer, write_edition


@frozen
class Sample:
    """The sample as its files say it; editions in order."""

    organizations: Table
    people: Table
    biographies: Table
    series: Table
    terms: Table
    editions: tuple[Table, ...]
    motorcade: Table  # cars by the number of the edition
    seating: Table

    @property
    def size(self) -> int:
        """How many things are reported as progress while it is written."""
        per_edition = (len(e["participants"]) + len(e["sessions"]) for e in self.editions)
        return len(self.organizations) + len(self.people) + sum(per_edition)


def read_sample(folder: Path | None = None) -> Sample:
    """The sample forum that comes with the program, or another of the same form."""
    place = folder or resources() / "sample"
    said = place / "passages.toml"
    passages = _read(said) if said.exists() else {}
    return Sample(
        _read(place / "organizations.toml"),
        _read(place / "people.toml"),
        _read(place / "biographies.toml"),
        _read(place / "series.toml"),
        _read_if_there(place / "terms.toml"),
        tuple(
            {**_read(path), "passages": passages.get(path.stem, ())}
            for path in sorted(place.glob("[0-9]*.toml"))
        ),
        _read_if_there(place / "motorcade.toml"),
        _read_if_there(place / "seating.toml"),
    )


def write_sample(desk: Desk, sample: Sample) -> Iterator[Progress]:
    """Write a sample into the file as one step; a cancelled one leaves nothing."""
    with desk.step(N_("Add the sample forum")):
        for done, _ in enumerate(_all(Writer(desk), sample), 1):
            yield Progress(done, sample.size)


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text("utf-8"))


def _read_if_there(path: Path) -> Table:
    return _read(path) if path.exists() else {}


def _all(writer: Writer, sample: Sample) -> Iterator[None]:
    for key, table in sample.organizations.items():
        writer.add(Organization, table, key=key)
        yield
    for key, table in sample.people.items():
        told = person_values(table, sample.biographies.get(key, {}))
        writer.add(Person, table, key=key, **told)
        yield
    series = writer.add(Series, sample.series)
    hosts = {key: {"organization": key} for key in sample.series["hosts"]}
    writer.add_each(SeriesHost, hosts, series=series)
    for n, table in enumerate(sample.terms.get("terms", ())):
        writer.add(Term, table, series=series, position=n)
    for table in sample.editions:
        writer.forget_edition()
        yield from write_edition(writer, series, table)
        write_motorcade(writer, sample.motorcade.get(str(table["number"]), {}))
        yield from publish_and_change(writer, table)
        write_plans(writer, sample.seating.get(str(table["number"]), ()))
