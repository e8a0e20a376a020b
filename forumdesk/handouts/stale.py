# SPDX-License-Identifier: MIT
"""Which printed sheets say something else than they would now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import as_of
from forumdesk.domain.themes import is_carried
from forumdesk.domain.versions import Printing, Version
from forumdesk.handouts.content import Content, Stamp
from forumdesk.handouts.options import Options, options_as_json, options_from

Build = Callable[[str, Dossier, Options], Content]
"""Makes what the handout of a name says of a dossier."""
Known = dict[tuple[str, str, str], Content | None]
"""What the handout of a name, asked for with some options, said of a version by its id."""
_NO_STAMP = Stamp(())


def content_digest(content: Content) -> str:
    """What tells sheets of other content apart, whenever they were made: SHA-256 in hex."""
    design = content.sheet.design if is_carried(content.sheet.design) else ""
    logos = repr(content.sheet.logos) if content.sheet.logos else ""
    return hashlib.sha256(f"{_unstamped(content)!r}{design}{logos}".encode()).hexdigest()


def options_kept(options: Options) -> str:
    """Options as they are kept with a printing."""
    return json.dumps(options_as_json(options), ensure_ascii=False, sort_keys=True)


def stale(dossier: Dossier, build: Build, known: Known | None = None) -> tuple[Printing, ...]:
    """The printings that say something else than their sheets would now, first one first.

    ``known`` keeps what the sheets of versions said, for the next look.

    A sheet is compared with what its version says in the words of today, else with the digest
    it was printed with. Of what can't be told (a handout or an option there is no more, a
    printing noted without either) nothing is said.
    """
    look = _Looking(dossier, build, {} if known is None else known)
    printed = sorted(dossier.printings, key=lambda printing: (printing.at, printing.id))
    return tuple(printing for printing in printed if look.is_stale(printing))


class _Looking:
    """A look at many printings, of which most are of a few sheets and versions."""

    def __init__(self, dossier: Dossier, build: Build, known: Known) -> None:
        self._now, self._build, self._known = dossier, build, known
        self._versions = {version.id: version for version in dossier.versions}
        self._said_now = cache(self._say_now)
        self._thawed = cache(self._thaw)

    def is_stale(self, printing: Printing) -> bool:
        version = self._versions.get(printing.version or "")
        if version is None and not printing.digest:
            return False
        try:
            now = self._said_now(printing.handout, printing.options)
        except LookupError:
            return False
        if now is not None and content_digest(now) == printing.digest:
            return False
        if version is None:
            return True
        return now != self._said_then(printing.handout, printing.options, version.id)

    def _say_now(self, handout: str, options: str) -> Content | None:
        return self._said(handout, options, self._now)

    def _said_then(self, handout: str, options: str, version: str) -> Content | None:
        key = (handout, options, version)
        if key not in self._known:
            self._known[key] = self._said(handout, options, self._thawed(version))
        return self._known[key]

    def _thaw(self, version: str) -> Dossier:
        found: Version = self._versions[version]
        return as_of(self._now, found)

    def _said(self, handout: str, options: str, dossier: Dossier) -> Content | None:
        """What a sheet says; ``None`` if it can't be made: the room it was for is gone."""
        asked = _read(options)
        try:
            return _unstamped(self._build(handout, dossier, asked))
        except ForumDeskError:
            return None


def _read(options: str) -> Options:
    """Options as kept with a printing; raises ``LookupError`` if this release can't read them."""
    try:
        return options_from(json.loads(options or "{}"), Options())
    except (ForumDeskError, ValueError, AttributeError) as error:
        raise LookupError(options) from error


def _unstamped(content: Content) -> Content:
    return replace(content, sheet=replace(content.sheet, stamp=_NO_STAMP))
