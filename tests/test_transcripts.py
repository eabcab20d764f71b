"""Play the transcripts: every command in them is run, and must print what stands below it.

A transcript is a page that people read (``tests/transcripts/*.md``). In its ``console`` blocks a
line behind ``$`` is typed into a shell, in a folder that is empty at first; what it prints (both
streams, in order) follows, and ``[4]`` stands for an exit code other than 0. Ids are random, so
they are shown as ``id: …``. After a change that is meant, write them anew and look at the diff::

    python -m tests.test_transcripts
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parent / "transcripts").glob("*.md"))
ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ID = re.compile(r"\bid: [a-z][a-z0-9]{9}$", re.MULTILINE)


class Shell:
    """A shell that remembers where it is, on a machine on which nothing else is set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        programs = folder / ".bin"
        programs.mkdir()
        notesync = programs / "notesync"
        python = shlex.quote(sys.executable)
        notesync.write_text(f'#!/bin/sh\nexec {python} -m notesync "$@"\n', encoding="utf-8")
        notesync.chmod(0o755)
        self.environment = {
            "HOME": str(folder),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
        }

    def type(self, line: str) -> str:
        """Run a line; gives what it printed, then its exit code unless that is 0."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.folder /= words[1]
            return ""
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            self.environment[name] = value
            return ""
        ran = subprocess.run(  # noqa: S602 -- a transcript is typed into a real shell
            line,
            shell=True,
            check=False,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        home = self.environment["HOME"]
        printed = ID.sub("id: …", ran.stdout).replace(home, "~")
        printed += "" if printed.endswith("\n") or not printed else "\n"
        return printed + (f"[{ran.returncode}]\n" if ran.returncode else "")


def played(page: str, folder: Path) -> str:
    """The page with what its commands print now."""
    shell = Shell(folder)

    def play(block: re.Match[str]) -> str:
        typed = [line for line in block[1].splitlines() if line.startswith("$ ")]
        shown = "".join(f"{line}\n{shell.type(line[2:])}" for line in typed)
        return f"```console\n{shown}```"

    return BLOCK.sub(play, page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_transcript_says_what_is_printed(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert BLOCK.search(text)
    assert played(text, tmp_path) == text


def write_anew() -> None:
    """Put what is printed now into every transcript."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            text = played(page.read_text(encoding="utf-8"), Path(folder))
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_anew()
