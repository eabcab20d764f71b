"""A vault that a real watcher follows, and a way to wait until its index is right."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault
from notesync.watch.watcher import SETTLE, Look, Watcher

ANNA = "---\ntype: contact\ncity: Hamburg\n---\n\n## Log\n\n- 2026-05-01 asked email\n"
PATIENCE = 60.0  # seconds; a busy machine may be slow, but never wrong

Rows = dict[str, list[tuple[object, ...]]]


def make_vault(folder: Path) -> Vault:
    (folder / "contacts").mkdir(parents=True)
    (folder / "notesync.toml").write_text('lang = "en"\n', encoding="utf-8")
    (folder / "contacts" / "Anna.md").write_text(ANNA, encoding="utf-8")
    return Vault.open(folder)


def rebuilt(vault: Vault, empty: Path) -> Rows:
    """What an index says that is built from nothing in an empty folder."""
    with Store(empty) as store:
        refresh(vault, store)
        return store.content()


class Followed:
    """A vault with a watcher that runs in a thread of its own."""

    def __init__(self, vault: Vault, scratch: Path, *, poll: bool = False) -> None:
        self.vault = vault
        self.gave_up: list[str] = []
        self.looks = 0
        self.failures: list[BaseException] = []
        self._scratch = scratch
        self._count = 0
        self._ready = threading.Event()
        self._watcher = Watcher(str(vault.root), self._look, poll=poll, gave_up=self.gave_up.append)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            with Store(self.vault.state_dir()) as self._store:
                self._watcher.run()
        except BaseException as error:  # noqa: BLE001 -- told to the test, which runs elsewhere
            self.failures.append(error)
            self._ready.set()

    def _look(self) -> Look:
        found = refresh(self.vault, self._store, settle=SETTLE)
        self.looks += 1
        self._ready.set()
        return Look(pending=bool(found.pending))

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(PATIENCE)

    def stop(self) -> None:
        self._watcher.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        assert self.failures == []

    def content(self) -> Rows:
        """What the followed index says, read as any other command would read it."""
        with Store(self.vault.state_dir()) as store:
            return store.content()

    def settles(self) -> Rows:
        """Wait until the followed index says what one built from nothing says."""
        until = time.monotonic() + PATIENCE
        while True:
            self._count += 1
            wanted = rebuilt(self.vault, self._scratch / str(self._count))
            if (found := self.content()) == wanted:
                return found
            if time.monotonic() > until:
                assert found == wanted
            time.sleep(0.05)


@contextmanager
def followed(tmp_path: Path, *, poll: bool = False) -> Iterator[Followed]:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    following = Followed(make_vault(tmp_path / "vault"), scratch, poll=poll)
    following.start()
    try:
        yield following
    finally:
        following.stop()
