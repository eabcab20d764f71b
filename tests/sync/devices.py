"""Devices that share a vault through a remote: real clones, real git, and notesync on each."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from notesync.sync.consent import Question
from notesync.sync.glance import glance
from notesync.sync.outcome import Outcome
from notesync.sync.sync import sync
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from notesync.workspace.syncing_glance import settled

TOML = 'lang = "en"\n'
NOW = 1_790_000_000.0  # seconds of the epoch; a sync only remembers it
IGNORED = ".notesync/\n/dashboard.html\n"
CARLA = """---
type: contact
id: carla7
org: Elbgrün
last_contact: 2026-05-05
---

# Carla Voigt

Knows everybody at the harbour.

## Log

- 2026-05-05 asked email
"""


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    """Run git as a person would; what it printed."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 or not check, done.stderr
    return done.stdout


@dataclass
class Device:
    """A clone of the vault.

    Attributes:
        root: The vault's folder.
        yes: What is answered to every question.
        asked: What was asked.
    """

    root: Path
    yes: bool = False
    asked: list[Question] = field(default_factory=list)

    def sync(self, *, dry_run: bool = False) -> Outcome:
        """Sync, as `notesync sync` does."""
        begun = glance(str(self.root))
        try:
            if begun and (outcome := settled(begun, lambda: NOW, dry_run=dry_run)):
                return outcome
            vault = Vault.open(self.root)
            return sync(vault, ENGLISH, self._agree, dry_run=dry_run, begun=begun)
        finally:
            if begun:
                begun.end()

    def _agree(self, question: Question) -> bool:
        self.asked.append(question)
        return self.yes

    def git(self, *arguments: str, check: bool = True) -> str:
        """Run git in it."""
        return git(self.root, *arguments, check=check)

    def write(self, path: str, text: str | bytes) -> None:
        """Save a file, as an editor does."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        """What a file says."""
        return (self.root / path).read_bytes().decode()

    def append(self, path: str, text: str) -> None:
        """Add to a file."""
        self.write(path, self.read(path) + text)

    def commit(self, message: str = "by hand") -> None:
        """Commit everything by hand."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    @property
    def head(self) -> str:
        """The commit that is checked out."""
        return self.git("rev-parse", "HEAD").strip()

    @property
    def tree(self) -> str:
        """Its tree."""
        return self.git("rev-parse", "HEAD^{tree}").strip()

    @property
    def clean(self) -> bool:
        """Whether git sees nothing to commit, and index and branch agree."""
        return self.git("status", "--porcelain") == ""

    @property
    def files(self) -> set[str]:
        """Every file of the vault but git's and ours."""
        found = (each.relative_to(self.root) for each in self.root.rglob("*") if each.is_file())
        return {str(each) for each in found if each.parts[0] not in (".git", ".notesync")}


def remote_tree(remote: Path, branch: str = "main") -> str:
    """The tree that the remote's branch has."""
    return git(remote, "rev-parse", f"{branch}^{{tree}}").strip()


def leftovers(device: Device) -> list[str]:
    """Locks, temporary files and half-done work that nothing should leave behind."""
    gitdir = device.root / ".git"
    found = [str(each) for each in gitdir.rglob("*.lock")]
    found += [str(each) for each in (gitdir / "notesync").glob("index-*")]
    found += [str(each) for each in device.root.rglob(".~notesync-*")]
    names = ("journal", "running")
    return found + [name for name in names if (gitdir / "notesync" / name).exists()]


class _Asking(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="notes"')
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- as it is called there
        """Say nothing."""


@contextmanager
def asking_server() -> Iterator[str]:
    """A server that wants a password for everything; gives the address of a repository there."""
    server = HTTPServer(("127.0.0.1", 0), _Asking)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/notes.git"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
