# SPDX-License-Identifier: MIT
"""The direction of imports, and which package alone may use which library."""

from collections.abc import Iterator
from pathlib import Path

from tests.sources import PACKAGE, Source, sources

LAYERS = ("domain", "store", "services", "exchange", "handouts", "ui")
ALLOWED = {
    "domain": {"domain"},
    "store": {"store", "domain"},
    "services": {"services", "domain"},
    "exchange": {"exchange", "domain"},
    "handouts": {"handouts", "domain"},
}
OWNERS = {
    "PySide6": {"ui", "app"},
    "reportlab": {"handouts"},
    "pypdf": {"handouts"},
    "pypdfium2": {"handouts"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "openpyxl": {"exchange"},
    "PIL": {"exchange"},
    "xlsxwriter": {"exchange"},
    "icalendar": {"exchange"},
    "click": {"cli"},
}
DOMAIN_LIBRARIES = {"babel", "dateutil", "holidays"}
STANDARD = __import__("sys").stdlib_module_names


def place(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def test_imports_go_in_one_direction() -> None:
    assert len(sources()) > 500
    assert [fault for source in sources() for fault in faults(source)] == []


def faults(source: Source) -> Iterator[str]:
    """What a file may not import."""
    here = place(source.path)
    for level, name in source.imports:
        top, *rest = name.split(".")
        if level:
            yield f"{source}: relative import"
        if top == "forumdesk" and rest and here in ALLOWED and rest[0] not in ALLOWED[here]:
            yield f"{source}: {here} may not import {name}"
        commands = here.startswith("cli") and top == "click"
        if top in OWNERS and here not in OWNERS[top] and not commands:
            yield f"{source}: {top} belongs to {OWNERS[top]}"
        if here == "domain" and top not in ("forumdesk", *STANDARD, *DOMAIN_LIBRARIES):
            yield f"{source}: domain imports {name}"


def test_every_place_is_known() -> None:
    places = {place(source.path) for source in sources()}
    assert places <= {*LAYERS, "__init__", "__main__", "app", "cli"}
