# SPDX-License-Identifier: MIT
"""PySide6's own Python modules, each of which runs when something asks for it.

With them PySide6 explains a wrong call, answers ``inspect.signature`` and writes type stubs. It
carries them as source, compiles and runs all of them at each start, and that took an eighth of
ours; a window that works asks for none.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_HELD = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
        "mapping",
        "parser",
    )
)
# Python asks a module's ``__getattr__`` for a name that it hasn't; PySide6 looks for the function
# of ``mapping`` among the module's names by itself.
_STAND_IN = """
__held__ = "source"
def __getattr__(name):
    from forumdesk.ui.qtsupport import found
    return found(name, globals())
"""
_OF_MAPPING = """
def update_mapping():
    return __getattr__("update_mapping")()
"""


@contextmanager
def held_back() -> Iterator[None]:
    """What PySide6 compiles of these modules in this block only waits to be asked for.

    One that PySide6 has no longer, or has under another name, is simply not held.
    """
    compiled: Callable[..., Any] = builtins.compile

    def compile_(source: object, filename: object, *args: object, **kwargs: object) -> object:
        if filename not in _HELD:
            return compiled(source, filename, *args, **kwargs)
        more = _OF_MAPPING if str(filename).endswith("/mapping.py") else ""
        made = compiled(_STAND_IN + more, filename, *args, **kwargs)
        # Put in as it is: written into the text, it would have to be parsed.
        parts = (source if part == "source" else part for part in made.co_consts)
        return made.replace(co_consts=tuple(parts))

    vars(builtins)["compile"] = compile_
    try:
        yield
    finally:
        vars(builtins)["compile"] = compiled


def found(name: str, module: dict[str, Any]) -> object:
    """What a module has under a name, after running it if it hasn't run."""
    if "__held__" in module:
        source = module.pop("__held__")
        exec(compile(source, module["__file__"], "exec", dont_inherit=True), module)
    if name not in module:
        raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
    return module[name]
