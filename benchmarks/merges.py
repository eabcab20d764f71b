"""Take the samples of merging two days' edits of two devices: ours, and ``git merge`` of the same.

Both begin with two commits and end when branch, index and files are moved. The repository is a
clone beside the vault, made when it is first asked for; neither that nor what comes before a merge
is measured.
"""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

from benchmarks.measure import Place, Sample, process, task
from benchmarks.peers import GIT, git, synced
from benchmarks.vaults import SEED

EDITS = 30  # notes that each device changes in two days
BOTH = 5  # of them, those that both change
YOUNG = 1.1  # seconds after which git trusts a file's time stamp


def repository(place: Place) -> Path:
    """A clone with the branches ``ours`` and ``theirs``, at ``ours``."""
    folder = Path(f"{place.folder}.merge")
    if not folder.exists():
        git("clone", "--quiet", synced(place), folder)
        notes = sorted(path for path in folder.rglob("*.md") if ".git" not in path.parts)
        some = random.Random(SEED).sample(notes, min(2 * EDITS - BOTH, len(notes)))
        _edit(folder, "theirs", some[EDITS - BOTH :], first="mood: good\n")
        _edit(folder, "ours", some[:EDITS], last="\n- 2026-06-01 note — at the end of the day\n")
    return folder


def _edit(folder: Path, branch: str, notes: list[Path], first: str = "", last: str = "") -> None:
    """A commit on a branch of its own, which adds something to each of these notes."""
    git("-C", folder, "switch", "--quiet", "--create", branch, "origin/main")
    for note in notes:
        fence, rest = note.read_text(encoding="utf-8").split("\n", 1)
        note.write_text(f"{fence}\n{first}{rest}{last}", encoding="utf-8")
    git("-C", folder, "commit", "--quiet", "--all", "--message", branch)


def before(place: Place) -> Path:
    """The repository as it is before a merge."""
    folder = repository(place)
    git("-C", folder, "switch", "--quiet", "--force-create", "merged", "ours")
    time.sleep(YOUNG)
    subprocess.run(["git", "-C", folder, "status"], check=True, stdout=subprocess.DEVNULL)
    return folder


def by_git(place: Place) -> Sample:
    """``git merge``."""
    return process(*GIT, "-C", before(place), "merge", "--quiet", "--no-edit", "theirs")[0]


def by_us(place: Place) -> Sample:
    """The merge that a sync makes."""
    return task("merged", Place(before(place), place.count))
