# SPDX-License-Identifier: MIT
"""The house style in numbers: short files, short functions, few parameters, all annotated."""

from collections.abc import Iterator
from statistics import median

from tests.sources import ROOT, Source, sources

ALLOWED_AT_TOP = {
    *("pyproject.toml", "forumdesk", "resources", "tests", "README.md"),
    *("Makefile", "LICENSE", "CHANGELOG.md", ".gitignore", ".ci"),
}


def test_every_file_keeps_to_the_house_style() -> None:
    assert len(sources()) > 500
    assert [fault for source in sources() for fault in faults(source)] == []


def faults(source: Source) -> Iterator[str]:
    """What is against the house style in a file."""
    if (lines := len(source.text.splitlines())) > 500:
        yield f"{source}: {lines} lines"
    if not source.text.startswith("# SPDX-License-Identifier: MIT\n"):
        yield f"{source}: no licence at its top"
    for name, line, length, parameters in source.functions:
        if length > 60:
            yield f"{source}:{line} {name}: {length} lines"
        given = [one for one in parameters if one not in ("self", "cls")]
        if len(given) > 4:
            yield f"{source}:{line} {name}: {len(given)} parameters"


def test_files_and_functions_are_short_on_the_whole() -> None:
    files = [len(s.text.splitlines()) for s in sources() if s.path.name != "__init__.py"]
    assert median(files) <= 150
    assert median(function.length for s in sources() for function in s.functions) <= 8


def test_no_state_at_module_level() -> None:
    assert [f"{source}:{line}" for source in sources() for line in source.globals] == []


def test_frozen_values_are_made_the_quick_way() -> None:
    slow = [str(source) for source in sources() if "@dataclass(frozen=True" in source.text]
    assert slow == [], "@frozen of forumdesk.domain.values"


def test_top_level_holds_what_the_design_names() -> None:
    ignored = {".git", ".venv", *_ignored()}
    assert {p.name for p in ROOT.iterdir()} - ignored <= ALLOWED_AT_TOP


def _ignored() -> set[str]:
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    return {line.strip("/ ") for line in lines if line and not line.startswith("#")}
