"""Disks that are full, read-only or forbidden: real ones, in processes of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Tries one write and says what became of it.
WRITE = """
import os, sys
from pathlib import Path
from notesync.errors import NotesyncError
from notesync.vault.config import Config
from notesync.vault.vault import Vault

def attempt(do):
    try:
        do()
        print("written")
    except NotesyncError as error:
        print(type(error).__name__, "|", error)
    print(sorted(os.listdir(root)), (root / "Carla.md").read_text()[:9])

root = Path(sys.argv[1])
vault = Vault(root, Config())
text = "x" * 300_000
"""
EDIT = WRITE + 'attempt(lambda: vault.edit("Carla.md", lambda seen: text))\n'
NEW = WRITE + 'attempt(lambda: vault.write("Menschen/Nora.md", text, None))\n'
REMOVE = WRITE + 'attempt(lambda: vault.remove("Carla.md", vault.read("Carla.md").digest))\n'
RENAME = (
    WRITE + 'attempt(lambda: vault.rename("Carla.md", "C.md", vault.read("Carla.md").digest))\n'
)


def run(script: str, root: Path, *before: str) -> list[str]:
    done = subprocess.run(
        [*before, sys.executable, "-c", script, root], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def without_roots_rights() -> list[str]:
    """What to put before a command so that permissions count, even for root."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root may write anywhere, and there is no setpriv to give that up")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"]


def in_a_tmpfs(script: str, root: Path, options: str, before: str = "true") -> list[str]:
    """Run it on a small file system of its own, seen by nobody else."""
    shell = f'mount -t tmpfs -o {options} x "$1" && printf "old text" > "$1/Carla.md" && {before}'
    command = ["unshare", "--mount", "--user", "--map-root-user", "sh", "-c"]
    command += [f'{shell} && exec "$0" -c "$2" "$1"', sys.executable, str(root), script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system of our own can be mounted here: {done.stderr.strip()}")
    return done.stdout.splitlines()


@pytest.mark.parametrize("script", [EDIT, NEW])
def test_on_a_full_disk_the_old_file_stays_and_nothing_is_left(tmp_path: Path, script: str) -> None:
    said, left = in_a_tmpfs(script, tmp_path, "size=64k")
    assert said.startswith("DiskFull | There is no room left on the disk to write ")
    assert left in {"['Carla.md'] old text", "['Carla.md', 'Menschen'] old text"}


@pytest.mark.parametrize("script", [EDIT, NEW, REMOVE, RENAME])
def test_on_a_disk_that_can_only_be_read_everything_stays(tmp_path: Path, script: str) -> None:
    remount = 'mount -o remount,ro "$1"'
    said, left = in_a_tmpfs(script, tmp_path, "size=1m", remount)
    assert said.startswith("ReadOnlyDisk | The disk that holds ")
    assert left == "['Carla.md'] old text"


@pytest.mark.parametrize("script", [EDIT, NEW])
def test_beyond_the_largest_size_allowed_the_old_file_stays(tmp_path: Path, script: str) -> None:
    (tmp_path / "Carla.md").write_text("old text")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
    said, left = run(limit + script, tmp_path)
    assert said.startswith("DiskFull | ")
    assert left in {"['Carla.md'] old text", "['Carla.md', 'Menschen'] old text"}


@pytest.mark.parametrize("script", [EDIT, NEW, REMOVE, RENAME])
def test_where_writing_is_forbidden_everything_stays(tmp_path: Path, script: str) -> None:
    (tmp_path / "Carla.md").write_text("old text")
    tmp_path.chmod(0o555)
    said, left = run(script, tmp_path, *without_roots_rights())
    tmp_path.chmod(0o755)
    assert said.startswith("NotAllowed | You are not allowed to write ")
    assert left == "['Carla.md'] old text"


SCAN = (
    WRITE
    + """
stats, problems = vault.scan()
print([each.path for each in stats])
for each in problems:
    print(each.path, each.code, dict(each.values)["reason"])
seen = vault.read("secret.md")
print(repr(seen.text), seen.readonly, [each.code for each in seen.problems])
attempt(lambda: vault.edit("secret.md", lambda seen: text))
"""
)


def test_what_may_not_be_read_is_told_and_hides_nothing_else(tmp_path: Path) -> None:
    for path in ("Carla.md", "secret.md", "closed/x.md", "named only/y.md"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("old text")
    (tmp_path / "secret.md").chmod(0)
    (tmp_path / "closed").chmod(0)
    (tmp_path / "named only").chmod(0o400)
    said = run(SCAN, tmp_path, *without_roots_rights())
    for place in ("closed", "named only"):
        (tmp_path / place).chmod(0o700)
    assert said[:4] == [
        "['Carla.md', 'secret.md']",
        "closed folder-unreadable Permission denied",
        "named only/y.md unreadable Permission denied",
        "'' True ['unreadable']",
    ]
    assert said[4].startswith("NotOurs | secret.md can't be edited by notesync.")


FIND = """
import sys
from pathlib import Path
from notesync.errors import NotesyncError
from notesync.vault import layout
from notesync.vault.vault import Vault

for do in (
    lambda: Vault.find(None, None, Path(sys.argv[1], "closed", "below")),
    lambda: Vault.find(str(Path(sys.argv[1], "closed", "below")), None, Path("/")),
    lambda: layout.plan(Path(sys.argv[1], "closed"), lang="en"),
    lambda: layout.apply(layout.plan(Path(sys.argv[1], "closed", "below"), lang="en")),
):
    try:
        do()
    except NotesyncError as error:
        print(type(error).__name__)
"""


def test_folders_that_may_not_be_looked_into_end_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "closed" / "below").mkdir(parents=True)
    (tmp_path / "closed").chmod(0)
    said = run(FIND, tmp_path, *without_roots_rights())
    (tmp_path / "closed").chmod(0o700)
    assert said == ["NoVault", "NoFolder", "NotAllowed", "NotAllowed"]
