# SPDX-License-Identifier: MIT
"""The house style in numbers: short files, short functions, few parameters, all annotated."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "forumdesk"
FILES = sorted(PACKAGE.rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef
ALLOWED_AT_TOP = {
    *("pyproject.toml", "forumdesk", "resources", "tests", "README.md"),
    *("Makefile", "LICENSE", "CHANGELOG.md", ".gitignore", ".ci"),
}


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_file_keeps_to_the_house_style(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 500
    assert text.startswith("# SPDX-License-Identifier: MIT\n")
    for function in functions(path):
        where = f"{path.name}:{function.lineno} {function.name}"
        assert length(function) <= 60, where
        given = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
        assert len([a for a in given if a not in ("self", "cls")]) <= 4, where


def test_files_and_functions_are_short_on_the_whole() -> None:
    files = [len(p.read_text("utf-8").splitlines()) for p in FILES if p.name != "__init__.py"]
    lengths = [length(f) for path in FILES for f in functions(path)]
    assert median(files) <= 150
    assert median(lengths) <= 8


def test_no_state_at_module_level() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not isinstance(node, ast.Global), f"{path}:{node.lineno}"


def test_frozen_values_are_made_the_quick_way() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        assert "@dataclass(frozen=True" not in text, f"{path}: @frozen of forumdesk.domain.values"


def test_top_level_holds_what_the_design_names() -> None:
    ignored = {".git", ".venv", *_ignored()}
    assert {p.name for p in ROOT.iterdir()} - ignored <= ALLOWED_AT_TOP


def _ignored() -> set[str]:
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    return {line.strip("/ ") for line in lines if line and not line.startswith("#")}
