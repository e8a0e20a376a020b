# SPDX-License-Identifier: MIT
"""What an organizer does: one small function per intention, each taking a Desk first.

Every public function of this package whose first parameter is a ``Desk`` is a service; modules
whose name begins with an underscore hold what services share.
``every_service`` finds them all, so that the law of undo is tested over each one there is.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from typing import Any


def every_service() -> dict[str, Callable[..., Any]]:
    """All services by ``module.function``."""
    import pkgutil  # noqa: PLC0415 - for the tests of the law, not for every start

    found: dict[str, Callable[..., Any]] = {}
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if _is_service(function, module.__name__):
                found[f"{info.name}.{name}"] = function
    return found


def service_named(name: str) -> Callable[..., Any] | None:
    """The service ``module.function``; ``None`` if there is no such service."""
    import importlib.util  # noqa: PLC0415 - for fixes, which few sessions use

    module, _, function = name.partition(".")
    path = f"{__name__}.{module}"
    if not module.isidentifier() or module.startswith("_") or not importlib.util.find_spec(path):
        return None
    found = getattr(importlib.import_module(path), function, None)
    return found if inspect.isfunction(found) and _is_service(found, path) else None


def _is_service(function: Callable[..., Any], module: str) -> bool:
    if function.__module__ != module or function.__name__.startswith("_"):
        return False
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.annotation == "Desk"
