# SPDX-License-Identifier: MIT
"""Schedules of a very large conference, against the plain writing of the same text."""

from __future__ import annotations

import json
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.versions import Origin
from forumdesk.exchange.programs import write_program
from forumdesk.exchange.schedule_out import Outgoing, languages_by_use
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from tests.bench import Measure, in_turn
from tests.bench.bench_import import SOURCE, empty_file, imported


def measures() -> Iterator[Measure]:
    """From the edition as it is read for every export; nothing without the real input."""
    if not SOURCE.is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        path = empty_file(Path(folder) / "fosdem.forum")
        imported(path, SOURCE)
        with ForumFile.open(path) as desk:
            (edition,) = desk.find(Edition)
            origins = tuple(desk.find(Origin, edition=edition.id))
            of = dossier(desk, edition.id)
    floors: dict[str, Callable[[bytes], Callable[[], object]]] = {
        "schedule.xml": _written_tree,
        "schedule.json": _written_json,
    }
    for kind, floor in floors.items():
        data = _written(kind, of, origins)
        ours, least = in_turn(partial(_written, kind, of, origins), floor(data))
        yield Measure(f"{kind} of FOSDEM", ours, least, must=4, wants=2)


def _written(kind: str, of: Dossier, origins: tuple[Origin, ...]) -> bytes:
    data, _ = write_program(kind, Outgoing(of, origins, languages=languages_by_use(of)))
    return data


def _written_tree(data: bytes) -> Callable[[], object]:
    """The floor: a tree of the same elements is made, and written."""
    known = ET.fromstring(data)
    return lambda: ET.tostring(_built(known), "utf-8")


def _built(known: ET.Element) -> ET.Element:
    made = ET.Element(known.tag, dict(known.attrib))
    made.text, made.tail = known.text, known.tail
    made.extend([_built(child) for child in known])
    return made


def _written_json(data: bytes) -> Callable[[], object]:
    """The floor: the same values are put together once more, and written."""
    known = json.loads(data)
    return lambda: json.dumps(_copied(known), ensure_ascii=False).encode()


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {name: _copied(part) for name, part in value.items()}
    return [_copied(part) for part in value] if isinstance(value, list) else value
