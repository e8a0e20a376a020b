# SPDX-License-Identifier: MIT
"""Write the golden file of the present format, and its schema: ``python -m tests.store.golden``.

One is kept of every released format, to be opened by every later version. While a format is not
released, run this after each change of its schema; once it is, its file stays as it is, and only
what it comes to in the present format is written anew beside it.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.migrations import FORMAT, FORMATS
from forumdesk.store.schema_check import WHOLE, expected
from tests.store.making import one_of_each

FILES = Path(__file__).parents[1] / "files"


def write(path: Path) -> None:
    """A file of the present format with records of every kind, and steps done and undone."""
    path.unlink(missing_ok=True)
    numbers = count(1)
    with ForumFile.create(path) as desk:
        desk.new_id = lambda: f"01900000-0000-7000-8000-{next(numbers):012x}"
        desk.now = lambda: datetime(2026, 6, 1, 9, tzinfo=UTC)
        with desk.step("Add {title}", title=Text.of(ko="포럼", en="Forum")):
            desk.put_all(one_of_each(desk, Random(1)))
        for body in desk.find(Organization):
            with desk.step("Rename"):
                desk.put(replace(body, short=Text.of(ko="한국반도체산업협회", en="KSIA")))
        with desk.step("Add"):
            desk.put(Organization(desk.new_id(), Text.of(en="Undone")))
        desk.undo()
        path.with_suffix(".json").write_text(export_json(desk), "utf-8")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 512")  # a page for each index makes it large
        connection.execute("VACUUM")


def tell(path: Path) -> None:
    """What a file of an older format comes to in the present one, beside it."""
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copy(path, folder))
        with ForumFile.open(copy, folder=Path(folder) / "backups") as desk:
            path.with_suffix(".json").write_text(export_json(desk), "utf-8")


def whole() -> str:
    """What the scripts of the schema come to, one thing a line."""
    return "[\n" + ",\n".join(map(json.dumps, sorted(expected(FORMATS, FORMAT)))) + "\n]\n"


if __name__ == "__main__":
    WHOLE.write_text(whole(), "utf-8")
    for number in range(1, FORMAT):
        tell(FILES / f"format-{number}.forum")
    write(FILES / f"format-{FORMAT}.forum")
