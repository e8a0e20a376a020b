# SPDX-License-Identifier: MIT
"""What the program's source files are made of: each is read and parsed once for all tests."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "forumdesk"
SAYING = ("words", "_words", "spoken", "_spoken", "plural")


class Function(NamedTuple):
    """A function: where it is, how long, and what may be given to it by place."""

    name: str
    line: int
    length: int
    parameters: tuple[str, ...]


class Said(NamedTuple):
    """A call that says something: what is called, and its first texts, ``None`` for any other."""

    name: str
    line: int
    texts: tuple[str | None, ...]


class Source(NamedTuple):
    """A file, and what of it tests ask for."""

    path: Path
    text: str
    functions: tuple[Function, ...]
    imports: tuple[tuple[int, str], ...]  # level and name
    globals: tuple[int, ...]
    said: tuple[Said, ...]

    def __str__(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()


@cache
def sources() -> tuple[Source, ...]:
    """Every file of the package."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


def _read(path: Path) -> Source:
    text = path.read_text("utf-8")
    nodes = [*ast.walk(ast.parse(text))]
    return Source(
        path,
        text,
        tuple(
            _function(node)
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ),
        tuple(one for node in nodes for one in _imports(node)),
        tuple(node.lineno for node in nodes if isinstance(node, ast.Global)),
        tuple(
            Said(called(node), node.lineno, tuple(map(_text, node.args[:2])))
            for node in nodes
            if isinstance(node, ast.Call) and called(node) in SAYING
        ),
    )


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    given = (a.arg for a in (*node.args.posonlyargs, *node.args.args))
    return Function(node.name, node.lineno, length, tuple(given))


def _imports(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Import):
        yield from ((0, alias.name) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield node.level, node.module or ""


def _text(argument: ast.expr) -> str | None:
    said = argument.value if isinstance(argument, ast.Constant) else None
    return said if isinstance(said, str) else None


def called(call: ast.Call) -> str:
    """The name something is called by; of ``spoken()("…")`` the inner one."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call() as inner:
            return called(inner)
        case _:
            return ""
