"""Take the samples of other programs that do comparable work on the same vault: git and rg.

git gets repositories beside the vault, never in it, so that what notesync is measured on stays the
same. They are made when they are first asked for, and their making is not measured.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measure import Place, Sample, Take, notesync, process

GIT = ("git", "-c", "user.name=Petra", "-c", "user.email=petra@example.org", "-c", "gc.auto=0")
COMMON = "kostet"  # a word that stands in nearly every note
_EMAIL = re.compile(r"^email: (\w+)@", re.MULTILINE)


def git(*arguments: str | Path) -> None:
    """Run git, as part of making something ready."""
    subprocess.run([*GIT, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=600)


def git_status(place: Place) -> Sample:
    """``git status`` of the same notes, when git's own index is fresh."""
    beside = Path(f"{place.folder}.git")
    here = (f"--git-dir={beside}", f"--work-tree={place.folder}")
    if not beside.exists():
        git(*here, "init", "--quiet")
        (beside / "info" / "exclude").write_text(".notesync/\nÜbersicht.html\n", encoding="utf-8")
        git(*here, "add", "--all")
        git(*here, "commit", "--quiet", "--message", "All notes")
        git(*here, "status")
    return process(*GIT, *here, "status", "--short")[0]


def rare_word(place: Place) -> str:
    """A word that stands in a note or two: the beginning of somebody's address."""
    for contact in sorted((place.folder / "Menschen").iterdir()):
        if found := _EMAIL.search(contact.read_text(encoding="utf-8")):
            return found[1]
    return "niemand"


def ripgrep(place: Place, word: str) -> Sample:
    """Search the files for a word."""
    return process("rg", "--ignore-case", "--count", "--glob", "*.md", word, place.folder)[0]


def by(program: str, samples: Mapping[str, Take]) -> Mapping[str, Take]:
    """These samples where the program is installed that they need, else none."""
    return samples if shutil.which(program) else {}


# The same two searches by us and by rg.
SEARCHES: Mapping[str, Take] = {
    "rare word": lambda place: notesync(place, "search", rare_word(place)),
    "common word": lambda place: notesync(place, "search", COMMON),
    **by(
        "rg",
        {
            "rg, rare word": lambda place: ripgrep(place, rare_word(place)),
            "rg, common word": lambda place: ripgrep(place, COMMON),
        },
    ),
}


def synced(place: Place) -> Path:
    """A clone with the same notes, which has nothing to sync."""
    beside = Path(f"{place.folder}.sync")
    clone = beside / "clone"
    if not beside.exists():
        beside.mkdir()
        git("init", "--quiet", "--bare", "--initial-branch=main", beside / "remote.git")
        git("clone", "--quiet", beside / "remote.git", clone)
        ignored = shutil.ignore_patterns(".notesync", "Übersicht.html")
        shutil.copytree(place.folder, clone, dirs_exist_ok=True, ignore=ignored)
        (clone / ".gitignore").write_text(".notesync/\nÜbersicht.html\n", encoding="utf-8")
        for name, value in (("user.name", "Petra"), ("user.email", "petra@example.org")):
            git("-C", clone, "config", name, value)
        git("-C", clone, "switch", "--quiet", "--force-create", "main")
        git("-C", clone, "add", "--all")
        git("-C", clone, "commit", "--quiet", "--message", "All notes")
        git("-C", clone, "push", "--quiet", "--set-upstream", "origin", "main")
        for _ in range(2):
            sync(place)
    return clone


def sync(place: Place) -> Sample:
    """``sync`` when there is nothing to do."""
    return notesync(Place(synced(place), place.count), "sync", "--quiet")


def bare_sync(place: Place) -> Sample:
    """What git itself needs to see that there is nothing to do."""
    commands = "git status --porcelain && git fetch --quiet && git rev-parse HEAD @{u}"
    return process("sh", "-c", f"cd '{synced(place)}' && {commands}")[0]
