"""Measure sync beside git itself: ``python -m benchmarks.sync [--notes 10000] [--rounds 9]``.

Two ratios, taken in turn so that whatever else the machine does falls on both alike: a sync that
has nothing to do beside the three git commands that any sync needs (status, fetch, compare), and
the merge of two days' edits, from two commits to branch, index and files, beside ``git merge`` of
the same. The remote is a folder of this machine; over a network both sides wait for it alike.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.measure import COMMAND
from benchmarks.vaults import SEED, write_vault
from notesync.sync import moving
from notesync.sync.checkout import Checkout
from notesync.sync.commits import bases_of, write_commit
from notesync.sync.merging import merge
from notesync.sync.sync import sync
from notesync.vault.vault import Vault
from notesync.words import ENGLISH

EDITS = 30  # notes that each device changes in two days
BOTH = 5  # of them, those that both change
YOUNG = 1.1  # seconds after which git trusts a file's time stamp


def git(folder: Path, *arguments: str) -> str:
    """Run git."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def timed(do: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def prepare(folder: Path, count: int) -> tuple[Path, str, str]:
    """A synced vault, and two commits with two days' edits of each of two devices."""
    vault = folder / "vault"
    write_vault(vault, count, SEED)
    (vault / ".gitignore").write_text(".notesync/\n/Übersicht.html\n/dashboard.html\n", "utf-8")
    git(vault, "init", "-q", "-b", "main")
    git(vault, "config", "user.name", "Bench")
    git(vault, "config", "user.email", "bench@example.org")
    git(vault, "add", "-A")
    git(vault, "commit", "-q", "-m", "start")
    git(folder, "clone", "-q", "--bare", str(vault), "remote.git")
    git(vault, "remote", "add", "origin", str(folder / "remote.git"))
    git(vault, "fetch", "-q")
    git(vault, "branch", "-q", "-u", "origin/main")
    notes = sorted(path for path in vault.rglob("*.md") if ".git" not in path.parts)
    some = random.Random(SEED).sample(notes, 2 * EDITS - BOTH)
    git(vault, "switch", "-q", "-c", "theirs")
    for note in some[EDITS - BOTH :]:
        first, *rest = note.read_text(encoding="utf-8").split("\n")
        note.write_text("\n".join([first, "mood: good", *rest]), encoding="utf-8")
    git(vault, "commit", "-q", "-a", "-m", "theirs")
    theirs = git(vault, "rev-parse", "HEAD")
    git(vault, "switch", "-q", "main")
    time.sleep(YOUNG)
    git(vault, "status")
    return vault, edited(vault, some[:EDITS]), theirs


def edited(vault: Path, notes: list[Path]) -> str:
    """A commit of ours, beside the branch, that adds a line to each of these notes."""
    git(vault, "switch", "-q", "-c", "ours")
    for note in notes:
        with note.open("a", encoding="utf-8") as file:
            file.write("\n- 2026-06-01 note — at the end of the day\n")
    git(vault, "commit", "-q", "-a", "-m", "ours")
    commit = git(vault, "rev-parse", "HEAD")
    git(vault, "switch", "-q", "main")
    return commit


def nothing_to_do(vault: Path, rounds: int) -> dict[str, float]:
    """Medians in seconds: the bare git commands, the same within notesync, and its command."""
    seen = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all")

    def bare() -> None:
        git(vault, *seen)
        git(vault, "fetch", "-q", "origin")
        git(vault, "rev-parse", "HEAD", "origin/main")

    def inside() -> None:
        assert sync(Vault.open(vault), ENGLISH, lambda _: False).code == 0

    def command() -> None:
        subprocess.run([*COMMAND, "--vault", vault, "sync", "--quiet"], check=True)

    taken: dict[str, list[float]] = {"bare": [], "inside": [], "command": []}
    for _ in range(rounds):
        taken["bare"].append(timed(bare))
        taken["inside"].append(timed(inside))
        taken["command"].append(timed(command))
    return {name: median(each) for name, each in taken.items()}


def two_days(vault: Path, ours: str, theirs: str, rounds: int) -> dict[str, float]:
    """Medians in seconds: ``git merge`` and ours, each from two commits to the files."""
    taken: dict[str, list[float]] = {"git": [], "notesync": []}
    git(vault, "switch", "-q", "ours")

    def by_git() -> None:
        subprocess.run(
            ["git", "merge", "-q", "--no-edit", theirs],
            cwd=vault,
            check=False,  # it may stop at a conflict, which takes no longer
            capture_output=True,
        )

    def by_us() -> None:
        bases = bases_of(checkout, ours, theirs)
        join = merge(checkout, bases, ours, theirs)
        commit = write_commit(checkout, join.tree, [ours, theirs], "merged\n")
        moving.move(checkout, ours, commit, index=join.index)

    for _ in range(rounds):
        for name, do in (("git", by_git), ("notesync", by_us)):
            git(vault, "reset", "-q", "--hard", ours)
            time.sleep(YOUNG)
            git(vault, "status")
            with Checkout(Vault.open(vault), ENGLISH) as checkout:
                taken[name].append(timed(do))
    git(vault, "reset", "-q", "--hard", ours)
    return {name: median(each) for name, each in taken.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sync", description=__doc__)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="notesync-bench-") as folder:
        vault, ours, theirs = prepare(Path(folder), chosen.notes)
        idle = nothing_to_do(vault, chosen.rounds)
        print(f"{chosen.notes:,} notes, load {os.getloadavg()[0]:.1f}")
        print(f"nothing to do: git {idle['bare'] * 1000:.0f} ms")
        for name in ("inside", "command"):
            ratio = idle[name] / idle["bare"]
            print(f"  notesync, {name}: {idle[name] * 1000:.0f} ms, {ratio:.2f} times git")
        merged = two_days(vault, ours, theirs, chosen.rounds)
        print(f"two days' edits: git merge {merged['git'] * 1000:.0f} ms")
        ratio = merged["notesync"] / merged["git"]
        print(f"  notesync: {merged['notesync'] * 1000:.0f} ms, {ratio:.2f} times git")


if __name__ == "__main__":
    main()
