# SPDX-License-Identifier: MIT
"""Speed and size as ratios: what a job takes of ours to the floor for it, in one run."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
REAL_INPUT = Path(os.environ.get("FORUMDESK_DATA", ROOT.parent / "shared" / "data"))


@dataclass(frozen=True)
class Measure:
    """What a job takes of ours and of the floor, in ``unit``.

    ``must`` and ``wants`` are ratios of ours to the floor that must, and should, not be passed;
    ``None`` where there is only something to know.
    """

    name: str
    ours: float
    floor: float
    unit: str = "s"
    must: float | None = None
    wants: float | None = None

    @property
    def ratio(self) -> float:
        """Ours by the floor."""
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def missed(self) -> bool:
        """Whether it is worse than it must be."""
        return self.must is not None and self.ratio > self.must


def seconds(job: Callable[[], object]) -> float:
    """The time of one run of a job, without what the collector makes of earlier ones."""
    gc.collect()
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def in_turn(ours: Callable[[], object], floor: Callable[[], object], times: int = 5) -> list[float]:
    """Median seconds of two jobs, run by turns so that both see the same moods of the machine."""
    pairs = [(seconds(ours), seconds(floor)) for _ in range(times)]
    return [median(times) for times in zip(*pairs, strict=True)]


_PEAK = """
import resource, sys
from pathlib import Path
status = Path("/proc/self/status")
if status.is_file():  # what getrusage says there includes the parent's peak
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    print(int(lines["VmHWM"].split()[0]) / 1024)
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak / (1024**2 if sys.platform == "darwin" else 1024))
"""


def child_peak(code: str, *arguments: str) -> float:
    """Peak memory in MiB of a new Python that runs ``code``, with ``arguments`` in ``sys.argv``."""
    done = subprocess.run(
        [sys.executable, "-c", code + _PEAK, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.splitlines()[-1])
