# SPDX-License-Identifier: MIT
"""The large conference that paper is measured with, and the memory a sheet of it takes."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.wording import Text
from forumdesk.exchange.schedule_xml import read
from forumdesk.handouts.content import Content
from forumdesk.services.importing import import_edition
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from tests.bench import REAL_INPUT, child_peak

SOURCE = REAL_INPUT / "fosdem_2026.xml"


def conference() -> Dossier:
    """The large conference as it was imported."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ForumFile.create(Path(folder) / "bench.forum") as desk,
    ):
        series = Series(desk.new_id(), Text.of(en="FOSDEM"), languages=("en",))
        with desk.step("Add"):
            desk.put(series)
        for _ in import_edition(desk, series.id, read(SOURCE.read_bytes())):
            pass
        [edition] = desk.find(Edition)
        return dossier(desk, edition.id)


def content_peak(code: str, content: Content) -> float:
    """The peak in MiB of a process that runs code on content, pickled in the file it is given."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content"
        path.write_bytes(pickle.dumps(content))
        return child_peak(code, str(path))
