"""notesync is killed at every single step of a write: only the old or the new text is left."""

import subprocess
import sys
from pathlib import Path

import pytest

from notesync.vault import undo
from notesync.vault.config import Config
from notesync.vault.errors import FileVanished
from notesync.vault.vault import Vault

# In a folder of its own each time, does the same and dies before the first, the second, the third
# call that touches the disk, until it lives to the end.
DYING = """
import os, sys
from itertools import count
from pathlib import Path
from notesync.vault import atomic, journal, syscalls, undo
from notesync.vault.config import Config
from notesync.vault.vault import Vault

if sys.argv[2] == "no exchange":
    syscalls._renamer = lambda: None

def mortal(call):
    def instead(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os._exit(9)
        return call(*arguments, **options)
    return instead

def die(root, number):
    global left
    left = number
    vault = Vault(root, Config())
    for module, names in (
        (os, ("open", "write", "fsync", "unlink", "rename", "link", "fchmod", "close", "mkdir")),
        (syscalls, ("exchange", "move_new")),
    ):
        for name in names:
            setattr(module, name, mortal(getattr(module, name)))
    with vault.recording("test"):
        DO
    os._exit(0)

for number in count(1):
    root = Path(sys.argv[1], str(number))
    root.mkdir()
    (root / "Carla.md").write_text("old text")
    child = os.fork() or die(root, number)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != 9:
        sys.exit(code)
"""
EDIT = 'vault.edit("Carla.md", lambda seen: "new text")'
CREATE = 'vault.write("Menschen/Nora.md", "new text", None)'
REMOVE = 'vault.remove("Carla.md", vault.read("Carla.md").digest)'
RENAME = 'vault.rename("Carla.md", "Voigt.md", vault.read("Carla.md").digest)'

# What the notes may say after a kill, by what was being done.
OUTCOMES = {
    EDIT: ({"Carla.md": "old text"}, {"Carla.md": "new text"}),
    CREATE: (
        {"Carla.md": "old text"},
        {"Carla.md": "old text", "Menschen/Nora.md": "new text"},
    ),
    REMOVE: ({"Carla.md": "old text"}, {}),
    # Without an exchange of names there is an instant with both.
    RENAME: (
        {"Carla.md": "old text"},
        {"Voigt.md": "old text"},
        {"Carla.md": "old text", "Voigt.md": "old text"},
    ),
}


def texts(vault: Vault) -> dict[str, str]:
    return {each.path: vault.read(each.path).text for each in vault.scan()[0]}


@pytest.mark.parametrize("how", ["exchange", "no exchange"])
@pytest.mark.parametrize("do", list(OUTCOMES))
def test_a_kill_at_any_step_leaves_the_old_or_the_new_and_undo_knows(
    tmp_path: Path, do: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notesync.vault.listing.LEFT_OVER", -1)
    script = DYING.replace("DO", do)
    subprocess.run([sys.executable, "-c", script, tmp_path, how], check=True)
    seen = set()
    for root in tmp_path.iterdir():
        vault = Vault(root, Config())
        after = texts(vault)
        assert after in OUTCOMES[do]
        seen.add(OUTCOMES[do].index(after))
        assert vault.scan()[1] == []
        assert not [each for each in root.rglob("*.tmp*") if each.is_file()]
        if after == OUTCOMES[do][1]:
            undo.apply(vault, undo.plan(vault))
            assert texts(vault) == {"Carla.md": "old text"}
    assert {0, 1} <= seen


def test_killed_while_a_removed_note_lies_aside_it_is_gone_for_good(tmp_path: Path) -> None:
    vault = Vault(tmp_path, Config())
    vault.write("Carla.md", "old text", None)
    vault.remove("Carla.md", vault.read("Carla.md").digest)
    with pytest.raises(FileVanished):
        vault.read("Carla.md")
