"""Real editors save a note, each in its own way, and the index follows."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.watch.following import followed

REPLACE = "%s/Hamburg/Leipzig/"


def batch(*command: str) -> Callable[[Path], None]:
    """Run a command to its end; ``FILE`` in it is the note."""

    def change(path: Path) -> None:
        words = [word.replace("FILE", str(path)) for word in command]
        environment = {**os.environ, "TERM": "dumb", "HOME": str(path.parents[2])}
        subprocess.run(words, check=True, timeout=60, env=environment, capture_output=True)

    return change


def vim(*settings: str) -> Callable[[Path], None]:
    options = [word for setting in settings for word in ("-c", f"set {setting}")]
    quiet = ("vim", "-u", "NONE", "-N", "-es", "FILE", *options)
    return batch(*quiet, "-c", REPLACE, "-c", "wq")


def nano(path: Path) -> None:
    """Typed into a terminal, as a person does it: replace, save, leave."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm", HOME=str(path.parents[2]))
        os.execvp("nano", ["nano", "--ignorercfiles", str(path)])  # noqa: S606 -- its own terminal
    read_until(terminal, b"Anna.md")
    for keys in (b"\x1c", b"Hamburg\r", b"Leipzig\r", b"a", b"\x0f", b"\r", b"\x18"):
        time.sleep(0.2)
        os.write(terminal, keys)
    drain(terminal)
    os.close(terminal)
    assert os.waitpid(child, 0)[1] == 0


def read_until(terminal: int, wanted: bytes) -> None:
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 4096)


def drain(terminal: int) -> None:
    """Read until the other side has hung up."""
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:  # Linux says so when the program has ended
        return


LISP = '(progn (goto-char 1) (while (search-forward "Hamburg" nil t) (replace-match "Leipzig"))'

EDITORS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "vim": ("vim", vim()),
    "vim, renaming": ("vim", vim("backupcopy=no", "backup")),
    "vim, in place": ("vim", vim("backupcopy=yes", "nowritebackup")),
    "neovim": ("nvim", batch("nvim", "--clean", "-es", "FILE", "-c", REPLACE, "-c", "wq")),
    "emacs": ("emacs", batch("emacs", "-Q", "--batch", "FILE", "--eval", f"{LISP} (save-buffer))")),
    "nano": ("nano", nano),
    "sed -i": ("sed", batch("sed", "-i", "s/Hamburg/Leipzig/", "FILE")),
    "perl -i": ("perl", batch("perl", "-pi", "-e", "s/Hamburg/Leipzig/", "FILE")),
}


@pytest.mark.editor
@pytest.mark.parametrize("name", EDITORS)
def test_the_index_follows_a_real_editor(name: str, tmp_path: Path) -> None:
    program, change = EDITORS[name]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed here; its way of saving is replayed elsewhere")
    with followed(tmp_path) as following:
        following.settles()
        change(following.vault.root / "contacts" / "Anna.md")
        found = following.settles()
        assert any("leipzig" in str(row).casefold() for row in found["fields"])
