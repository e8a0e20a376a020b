# SPDX-License-Identifier: MIT
"""Run every measure and print one table; exit 1 if one is worse than it must be.

``python -m tests.bench`` runs all, ``python -m tests.bench import paper`` only those of
``bench_import.py`` and ``bench_paper.py``. Each of these modules has a function ``measures()``.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tests.bench import Measure

HEAD = ("measure", "ours", "floor", "ratio", "must", "wants", "")


def main(wanted: list[str]) -> int:
    print(_line(HEAD), flush=True)
    missed = 0
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if wanted and path.stem.removeprefix("bench_") not in wanted:
            continue
        for measure in importlib.import_module(f"tests.bench.{path.stem}").measures():
            print(_line(_cells(measure)), flush=True)
            missed += measure.missed
    if missed:
        print(f"{missed} worse than they must be")
    return 1 if missed else 0


def _cells(measure: Measure) -> tuple[str, ...]:
    verdict = ""
    if measure.missed:
        verdict = "MISSED"
    elif measure.wants is not None:
        verdict = "good" if measure.ratio <= measure.wants else "ok"
    return (
        measure.name,
        f"{measure.ours:.3g} {measure.unit}",
        f"{measure.floor:.3g} {measure.unit}",
        f"{measure.ratio:.2f}",
        "" if measure.must is None else f"<= {measure.must:g}",
        "" if measure.wants is None else f"<= {measure.wants:g}",
        verdict,
    )


def _line(cells: tuple[str, ...]) -> str:
    name, *rest = cells
    return f"{name:<48}" + "".join(f"{cell:>11}" for cell in rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
