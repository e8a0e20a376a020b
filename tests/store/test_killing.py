# SPDX-License-Identifier: MIT
"""Killed in the middle of anything: the last finished step is there, and nothing of the next."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

from forumdesk.domain.people import Organization
from forumdesk.store.forumfile import ForumFile

ROUNDS = 50
CHILD = """
import os, sys
from itertools import count
from pathlib import Path
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

def body(desk, n):
    # Every record of a step bears its number, so that half a step would show.
    return Organization(desk.new_id(), Text.of(en=str(n)), sector="x" * 1000)

for line in sys.stdin:
    # A fork a round: starting Python anew would be most of the test.
    if os.fork():
        os.wait()
        print("gone", flush=True)
        continue
    desk = ForumFile.open(Path(line.strip()))
    # One killed between undo and redo is in the history, too: no number comes twice.
    made = [int(entry.phrase.message) for entry in desk.history()]
    for n in count(max(made, default=-1) + 1):
        with desk.step(str(n)):
            if n % 3:
                desk.put_all(body(desk, n) for _ in range(40))
            else:
                for _ in range(20):
                    desk.put(body(desk, n))
        if n % 5 == 4:
            desk.undo(); desk.redo()
        sys.stderr.write(f"{os.getpid()} {n}\\n"); sys.stderr.flush()
"""


def kill(pid: int) -> None:
    subprocess.run(["kill", "-9", str(pid)], check=True)


def test_fifty_times_killed_while_editing(tmp_path: Path) -> None:
    path = tmp_path / "a.forum"
    ForumFile.create(path).close()
    pipe = subprocess.PIPE
    rng = Random(9)
    command = [sys.executable, "-c", CHILD]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        before = 0
        for _ in range(ROUNDS):
            child.stdin.write(f"{path}\n")
            child.stdin.flush()
            steps = rng.randrange(1, 4)  # killed inside the one after these
            while steps:
                pid, last = map(int, child.stderr.readline().split())
                steps -= pid != before  # what the one before said while it was killed
            os.kill(pid, signal.SIGKILL)
            child.stdout.readline()
            before = pid
            check(path, last)


def check(path: Path, last: int) -> None:
    with ForumFile.open(path) as desk:
        assert desk.recovered
        done = [int(entry.phrase.message) for entry in desk.history() if not entry.undone]
        found = Counter(int(body.name["en"]) for body in desk.find(Organization))
        assert found == {number: 40 if number % 3 else 20 for number in done}
        assert max(done) >= last
    assert os.listdir(path.parent) == [path.name]
