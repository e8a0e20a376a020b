# SPDX-License-Identifier: MIT
"""Where an edition's records came from, and so by which ids other programs know them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from forumdesk.domain.intake import OWN
from forumdesk.domain.versions import Origin

UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
NOTHING: Mapping[str, Any] = MappingProxyType({})
_THEIRS = "schedule:"


class Sources:
    """The origins of an edition's records; of several of one record that of the main program.

    ``name`` is what that program is called by itself (its acronym); empty where none was
    imported. Of several origins in one program the first counts: it knows most.
    """

    def __init__(self, origins: Iterable[Origin]) -> None:
        programs = [one for one in origins if _is_of_program(one)]
        sessions = Counter(one.source for one in programs if one.table_name == "session")
        main = max(
            sessions, key=lambda name: (name.startswith(_THEIRS), sessions[name]), default=""
        )
        self.name = main.removeprefix(_THEIRS).removeprefix(OWN).partition("#")[0]
        self._found: dict[tuple[str, str], Origin] = {}
        for origin in sorted(programs, key=lambda one: one.source != main):
            self._found.setdefault((origin.table_name, origin.record), origin)

    def extra(self, table: str, record: str) -> Mapping[str, Any]:
        """What the source said of a record and no field of it holds."""
        origin = self._found.get((table, record))
        if origin is None or not origin.extra:
            return NOTHING
        try:
            said = json.loads(origin.extra)
        except ValueError:
            return NOTHING
        return said if isinstance(said, dict) else NOTHING

    def guid(self, table: str, record: str) -> str:
        """The id by which a record is known everywhere: the source's own, else that of ours."""
        origin = self._found.get((table, record))
        theirs = origin.key.removeprefix("guid:") if origin else ""
        if UUID.fullmatch(theirs):
            return theirs
        return record if UUID.fullmatch(record) else str(uuid5(NAMESPACE_OID, record))


def _is_of_program(origin: Origin) -> bool:
    """Whether a program of others says something; a file of ours that came back does not."""
    if origin.source.startswith(OWN):
        return origin.key != f"guid:{origin.record}"
    return origin.source.startswith(_THEIRS)
