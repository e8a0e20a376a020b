# SPDX-License-Identifier: MIT
"""What the model says of references is what the schema holds."""

from forumdesk.domain.references import REFERENCES
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.records import table, tables


def test_every_foreign_key_is_declared_and_restricts(desk: ForumFile) -> None:
    keys = {
        (name, row[3], row[2], row[6])
        for name in tables()
        for row in desk._connection.execute(f"PRAGMA foreign_key_list({name})")
    }
    declared = {(table(r.kind).name, r.field, table(r.to).name, "RESTRICT") for r in REFERENCES}
    assert keys == declared
