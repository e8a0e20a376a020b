# SPDX-License-Identifier: MIT
"""The files that tell a desktop about the program and its documents."""

import configparser
import xml.etree.ElementTree as ET

from forumdesk.domain.assets import resources
from forumdesk.store.migrations import APPLICATION_ID

FOLDER = resources() / "desktop"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_entry_opens_forum_files():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(FOLDER / "forumdesk.desktop", "utf-8")
    said = entry["Desktop Entry"]
    assert said["Exec"] == "forumdesk %f"
    assert said["MimeType"] == "application/vnd.forumdesk.forum;"
    assert said["Name[ko]"]
    assert (FOLDER / f"{said['Icon']}.svg").is_file()


def test_forum_files_are_known_by_name_and_by_content():
    kind = ET.parse(FOLDER / "forumdesk.xml").getroot().find(f"{MIME}mime-type")
    assert kind.get("type") == "application/vnd.forumdesk.forum"
    assert [g.get("pattern") for g in kind.iter(f"{MIME}glob")] == ["*.forum"]
    by_number = [m for m in kind.iter(f"{MIME}match") if m.get("type") == "big32"]
    assert [(int(m.get("value"), 16), m.get("offset")) for m in by_number] == [
        (APPLICATION_ID, "68")
    ]
