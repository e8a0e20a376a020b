# SPDX-License-Identifier: MIT
"""The whole content as JSON: readable, in a fixed order, the same bytes for the same content."""

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from forumdesk.domain.people import Image, Name, Names, Organization, Person, Script
from forumdesk.domain.records import KINDS
from forumdesk.domain.wording import Text
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.records import table_name
from tests.store.making import one_of_each


def test_the_content_is_readable(desk: ForumFile) -> None:
    image = Image("i", "image/png", 2, 1, b"\x00\xff")
    person = Person("p", Names.of({Script.LATIN: Name("Kim", "A")}), family_first=True, photo="i")
    body = Organization("o", Text.of(ko='"포럼"\n', en="Forum & Co"))
    with desk.step("Add"):
        desk.put_all([image, person, body])
    exported = json.loads(export_json(desk))
    assert list(exported) == [table_name(kind) for kind in KINDS]
    assert {name: found for name, found in exported.items() if found} == {
        "image": [
            {
                "id": "i",
                "media_type": "image/png",
                "width": 2,
                "height": 1,
                "data": base64.b64encode(b"\x00\xff").decode(),
            }
        ],
        "organization": [
            {
                "id": "o",
                "name": {"en": "Forum & Co", "ko": '"포럼"'},
                "short": {},
                "kind": "other",
                "sector": "",
                "country": "",
                "parent": None,
                "logo": None,
                "website": "",
                "address": {},
                "aliases": [],
            }
        ],
        "person": [
            {
                "id": "p",
                "names": {"Latn": {"family": "Kim", "given": "A"}},
                "family_first": True,
                "reading": {},
                "honorific": {},
                "contacts": [],
                "biography": {},
                "photo": "i",
                "languages": [],
                "diet": "",
                "access": "",
                "notes": "",
                "keep_until": None,
            }
        ],
    }


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    made = None
    texts = []
    for name in ("a.forum", "b.forum"):
        with ForumFile.create(tmp_path / name) as desk:
            made = made or one_of_each(desk, Random(4))
            desk.now = lambda n=name: datetime(2026, 1, ord(n[0]) - 90, tzinfo=UTC)  # type: ignore[misc]
            with desk.step(name):
                desk.put_all(made)
            if name == "b.forum":
                for body in desk.find(Organization):
                    with desk.step("Change"):
                        desk.put(replace(body, sector="x", name=Text((("z", "1"), ("a", "2")))))
                    with desk.step("Change back"):
                        desk.put(body)
                assert desk.undo() is not None
                assert desk.redo() is not None
            texts.append(export_json(desk))
    assert texts[0] == texts[1]
    assert texts[0].endswith("\n}\n")


def test_texts_written_in_any_order_are_stored_in_one(desk: ForumFile) -> None:
    with desk.step("Add"):
        desk.put(Organization("o", Text((("ko", "나"), ("en", "b")))))
    assert '"name":{"en":"b","ko":"나"}' in export_json(desk)
    assert desk.find(Organization)[0].name == Text.of(en="b", ko="나")
