# SPDX-License-Identifier: MIT
"""What the program remembers between runs: choices, recent files, sizes and places.

Kept as JSON in the system's folder for settings. A settings file that can't be read is put
aside and the defaults are used; no forum file ever depends on it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, field, fields, replace
from pathlib import Path

from forumdesk.domain.values import frozen

RECENT = 12
PLACES = 60  # files whose last place is remembered


@frozen
class Choices:
    """Everything remembered, with its defaults.

    ``language`` is that of the interface (empty: the system's), ``appearance`` one of ``look``;
    ``recent`` paths of files, newest first; ``shortcuts`` key sequences by command;
    ``geometry`` the window's, as base64; ``places`` the last place in each file; ``splits``
    the widths of the parts of the window; ``hidden`` parts of the window put away;
    ``handouts`` the options of handouts by edition, as JSON; ``folder`` where a handout was
    written last; ``door`` what the desk at the door is called.
    """

    language: str = ""
    appearance: str = "system"
    recent: tuple[str, ...] = ()
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    geometry: str = ""
    splits: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    handouts: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    door: str = ""


class Settings:
    """The settings file; every change is written at once."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or _usual()
        self.choices = self._read()

    def change(self, **values: object) -> None:
        """Set fields of ``Choices`` and write them down; what can't be written is logged."""
        before = self.choices
        self.choices = replace(before, **values)  # type: ignore[arg-type]
        if self.choices == before and self.path.is_file():
            return  # the file opened last is opened again: nothing to wait for a disk for
        try:
            self._write()
        except OSError as error:
            _warn("settings not written: %s", error.strerror)

    def opened(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path)
        others = (p for p in self.choices.recent if p != name)
        self.change(recent=(name, *others)[:RECENT])

    def forget(self, path: str) -> None:
        """Take a file from the recent ones."""
        self.change(recent=tuple(p for p in self.choices.recent if p != path))

    def place(self, path: Path) -> Mapping[str, str]:
        """Where the user was last in a file."""
        return self.choices.places.get(str(path), {})

    def keep_place(self, path: Path, place: Mapping[str, str]) -> None:
        """Remember where the user is in a file."""
        places = {k: v for k, v in self.choices.places.items() if k != str(path)}
        places[str(path)] = place
        self.change(places=dict(list(places.items())[-PLACES:]))

    def _read(self) -> Choices:
        try:
            return _choices(json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return Choices()
        except (OSError, ValueError) as error:
            _warn("settings set aside: %s", error)
            self._set_aside()
            return Choices()

    def _set_aside(self) -> None:
        try:
            self.path.replace(self.path.with_suffix(".unreadable.json"))
        except OSError as error:
            _warn("settings could not be set aside: %s", error.strerror)

    def _write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(".new")
        new.write_text(json.dumps(asdict(self.choices), ensure_ascii=False, indent=1), "utf-8")
        os.replace(new, self.path)


def _usual() -> Path:
    from platformdirs import user_config_path  # noqa: PLC0415 - not where another place is given

    return user_config_path("forumdesk", appauthor=False) / "settings.json"


def _warn(message: str, why: object) -> None:
    import logging  # noqa: PLC0415 - a start without trouble logs nothing

    logging.getLogger(__name__).warning(message, why)


def _choices(stored: object) -> Choices:
    """Stored values as choices; raises ``ValueError`` for anything of another shape."""
    if not isinstance(stored, dict):
        raise ValueError("not an object")
    values: dict[str, object] = {}
    for known in fields(Choices):
        if known.name in stored:
            values[known.name] = _checked(known.name, stored[known.name])
    return Choices(**values)  # type: ignore[arg-type]


def _checked(name: str, value: object) -> object:
    if name in ("recent", "hidden"):
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
    elif name == "places":
        if isinstance(value, dict) and all(_is_strings(v) for v in value.values()):
            return value
    elif name in ("shortcuts", "splits", "handouts"):
        if _is_strings(value):
            return value
    elif isinstance(value, str):
        return value
    raise ValueError(f"{name} is of another shape")


def _is_strings(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
