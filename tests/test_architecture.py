# SPDX-License-Identifier: MIT
"""The direction of imports, and which package alone may use which library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "forumdesk"
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


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def place(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_in_one_direction(path: Path) -> None:
    here = place(path)
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "forumdesk" and rest and here in ALLOWED:
            assert rest[0] in ALLOWED[here], f"{path}: {here} may not import {name}"
        if top in OWNERS:
            assert here in OWNERS[top] or (here.startswith("cli") and top == "click"), (
                f"{path}: {top} belongs to {OWNERS[top]}"
            )
        if here == "domain" and top != "forumdesk":
            assert top in STANDARD or top in DOMAIN_LIBRARIES, f"{path}: domain imports {name}"


def test_every_place_is_known() -> None:
    places = {place(path) for path in modules()}
    assert places <= {*LAYERS, "__init__", "__main__", "app", "cli"}
