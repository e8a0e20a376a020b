# SPDX-License-Identifier: MIT
"""A very large conference that nobody here wrote, from its file to the problems in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import FOSDEM

Tell = Callable[..., Any]


def test_fosdem_is_taken_in_whole_and_its_two_clashes_found(
    fosdem_once: tuple[Path, dict[str, Any]], fosdem: Path, told: Tell
) -> None:
    report = fosdem_once[1]
    assert (report["read"], report["added"], report["skipped"]) == (1079, 1079, 0)
    again = told("import", fosdem, FOSDEM)
    assert (again["added"], again["unchanged"]) == (0, 1079)
    counts = told("info", fosdem)["series"][0]["editions"][0]["counts"]
    assert (counts["sessions"], counts["rooms"], counts["speakers"]) == (1079, 37, 1216)
    problems = told("check", fosdem, code=1)
    errors = sorted(p["text"] for p in problems if p["severity"] == "error")
    assert [text.split(" is in two places")[0] for text in errors] == [
        "Gábor Szárnyas",
        'Richard "RichiH" Hartmann',
    ]
    assert len(problems) < 20
