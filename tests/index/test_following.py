"""The heart of the index: whatever happened, it equals one that is built from nothing."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from notesync.errors import Problem
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.snapshot import Snapshot, Stat
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, from_nothing

# ------------------------------------------------------------------------ several, and killed

NAMES = [
    b"contacts/Anna.md",
    b"contacts/anna.md",
    "contacts/Jörg Müller.md".encode(),
    "contacts/Jo\u0308rg Mu\u0308ller.md".encode(),
    b"contacts/old/Anna.md",
    b"contacts/bad \xff.md",
    b"conversations/2026-05-05 Anna.md",
    b"plain.md",
    b"deep/er/plain.md",
    "deep/emoji 🌱.md".encode(),
]
TEXTS = [
    b"",
    b"# Anna\n\n## Log\n- 2026-05-01 asked email\n- 2026-05-03 agreed\n",
    b"---\nid: abc\naliases: [Anna, Ann]\ntags: x\n---\n[[Anna]] and [[plain|that]]\n",
    b"---\nid: abc\naliases: [Anne, Ann]\ntags: y\n---\n[[Anna]] and [[plain|that]]\n",  # as long
    b"---\nid: abd\nlast_contact: 2026-02-30\ncity: K\xc3\xb6ln\n---\n\r\nbody\r\n",
    b'---\npeople: ["[[Anna]]"]\ndate: 2026-05-05\n---\n- [insight] it moves [[Q]]\n- [ ] me: x\n',
    b"---\nid: [1\n",
    b"\xff\xfe\x00no text",
    b'---\nx: "\\ud800"\n? a\n: b\n---\n',
    "---\nstraße: Große\n---\nMüller Mueller\n".encode(),
]
name_of = st.sampled_from(NAMES)
text_of = st.sampled_from(TEXTS)


def in_a_process(work: Callable[[], object], *, killed_after: int = 0) -> int:
    """Do something in a process of its own, killed after so many calls into C; returns its pid."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        left = killed_after

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal left
            if event == "c_call":
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        if killed_after:
            sys.setprofile(count)
        work()
        status = 0
    finally:
        os._exit(status)


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class Stop(Exception):
    """Raised in the middle of things."""


@contextmanager
def stopping(after: int) -> Iterator[None]:
    """Within it, something like Ctrl-C happens after so many calls into C."""
    left = after

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal left
        left -= event == "c_call"
        if left <= 0:
            raise Stop

    before = sys.getprofile()
    gc.disable()  # what others do while garbage is looked for isn't to be stopped
    try:
        with suppress(Stop):
            sys.setprofile(count)
            try:
                yield
            finally:
                sys.setprofile(before)
    finally:
        gc.enable()


class Coarse(Vault):
    """A vault on a disk whose clock ticks every two seconds, as FAT's does."""

    def scan(self, *, sealing: bool = False) -> tuple[list[Stat], list[Problem]]:
        stats, problems = super().scan(sealing=sealing)
        return [coarse(stat) for stat in stats], problems

    def read(self, path: str) -> Snapshot:
        snapshot = super().read(path)
        return snapshot._replace(stat=coarse(snapshot.stat))


def coarse(stat: Stat) -> Stat:
    tick = 2 * 10**9
    return stat._replace(
        mtime_ns=stat.mtime_ns // tick * tick, ctime_ns=stat.ctime_ns // tick * tick
    )


def test_another_text_as_long_in_the_same_tick_raises_the_generation(tmp_path: Path) -> None:
    file = a_vault(tmp_path, Anna="# Anna\n\none\n").root / "contacts/Anna.md"
    with Store(Vault.open(tmp_path).state_dir()) as store:
        before = refresh(Coarse.open(tmp_path), store)
        file.write_text("# Anna\n\ntwo\n", encoding="utf-8")
        after = refresh(Coarse.open(tmp_path), store)
        assert after.changed == ("contacts/Anna.md",)
        assert after.generation > before.generation


class Following(RuleBasedStateMachine):
    """Editors, git, kills and several notesyncs at work on one vault."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        a_vault(self.folder)
        self.vault: Vault = Coarse.open(self.folder)
        self.harmed = False
        self.stores = [Store(self.vault.state_dir()) for _ in range(2)]

    def teardown(self) -> None:
        self.look(0)  # however it ends, the next look puts it right
        for store in self.stores:
            store.close()
        shutil.rmtree(self.folder)

    def at(self, name: bytes) -> Path:
        return self.folder / os.fsdecode(name)

    @rule(name=name_of, text=text_of)
    def write(self, name: bytes, text: bytes) -> None:
        file = self.at(name)
        if not file.is_dir():
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.is_symlink():
                file.unlink()
            file.write_bytes(text)

    @rule(name=name_of, text=text_of)
    def save_atomically(self, name: bytes, text: bytes) -> None:
        new = self.folder / ".new~"
        new.write_bytes(text)
        self.at(name).parent.mkdir(parents=True, exist_ok=True)
        new.replace(self.at(name))

    @rule(name=name_of)
    def rewrite_as_long_and_as_old(self, name: bytes) -> None:
        file = self.at(name)
        if file.is_file():
            before = file.stat()
            file.write_bytes(file.read_bytes().swapcase())
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(name=name_of, day=st.sampled_from([0, -1, 10**9, 10**11]))
    def set_mtime(self, name: bytes, day: int) -> None:
        if self.at(name).is_file():
            os.utime(self.at(name), (day, day))

    @rule(name=name_of, size=st.integers(0, 40))
    def half_write(self, name: bytes, size: int) -> None:
        if self.at(name).is_file():
            os.truncate(self.at(name), min(size, self.at(name).stat().st_size))

    @rule(old=name_of, new=name_of)
    def rename(self, old: bytes, new: bytes) -> None:
        if self.at(old).is_file():
            self.at(new).parent.mkdir(parents=True, exist_ok=True)
            self.at(old).replace(self.at(new))

    @rule(one=name_of, other=name_of)
    def swap(self, one: bytes, other: bytes) -> None:
        if self.at(one).is_file() and self.at(other).is_file() and one != other:
            between = self.folder / ".between~"
            self.at(one).replace(between)
            self.at(other).replace(self.at(one))
            between.replace(self.at(other))

    @rule(name=name_of)
    def delete(self, name: bytes) -> None:
        self.at(name).unlink(missing_ok=True)

    @rule(
        old=st.sampled_from(["contacts", "deep", "People"]),
        new=st.sampled_from(["contacts", "deep", "People", "organizations"]),
    )
    def rename_folder(self, old: str, new: str) -> None:
        if (self.folder / old).is_dir() and not (self.folder / new).exists():
            (self.folder / old).rename(self.folder / new)

    @rule(name=name_of)
    def link(self, name: bytes) -> None:
        self.at(name).parent.mkdir(parents=True, exist_ok=True)
        if not self.at(name).exists() and not self.at(name).is_symlink():
            self.at(name).symlink_to("plain.md")

    @rule(folder=st.sampled_from(["contacts", "People", "deep"]))
    def configure(self, folder: str) -> None:
        toml = f'[folders]\ncontacts = ["{folder}"]\n'
        (self.folder / "notesync.toml").write_text(toml)
        self.vault = Coarse.open(self.folder)

    @rule(which=st.integers(0, 1))
    def look(self, which: int) -> None:
        store = self.stores[which]
        done = refresh(self.vault, store)
        assert done.rebuilt != "damaged" or self.harmed  # else it would hide what went wrong
        self.harmed &= not done.rebuilt
        assert store.content() == from_nothing(self.vault)
        store.rows("INSERT INTO fts (fts) VALUES ('integrity-check')")

    @rule(which=st.integers(0, 1))
    def refresh_as_the_watcher(self, which: int) -> None:
        done = refresh(self.vault, self.stores[which], settle=60)
        assert done.rebuilt != "damaged" or self.harmed
        self.harmed &= not done.rebuilt

    @rule(which=st.integers(0, 1), after=st.integers(1, 1500))
    def refresh_stopped(self, which: int, after: int) -> None:
        with stopping(after):
            refresh(self.vault, self.stores[which])

    @rule(after=st.integers(1, 1500))
    def refresh_killed(self, after: int) -> None:
        ended(in_a_process(self.refresh_here, killed_after=after))

    @rule(name=name_of, text=text_of)
    def refresh_at_once(self, name: bytes, text: bytes) -> None:
        pids = [in_a_process(self.refresh_here) for _ in range(2)]
        self.write(name, text)
        refresh(self.vault, self.stores[0])
        assert [ended(pid) for pid in pids] == [0, 0]

    def refresh_here(self) -> None:
        with Store(self.vault.state_dir()) as store:
            refresh(self.vault, store)

    @rule(which=st.integers(0, 1))
    def open_again(self, which: int) -> None:
        self.stores[which].close()
        self.stores[which] = Store(self.vault.state_dir())

    @rule(content=st.sampled_from([None, b"", b"garbage" * 999]), logs=st.booleans())
    def lose_the_index(self, content: bytes | None, *, logs: bool) -> None:
        for store in self.stores:
            store.close()
        file = self.vault.state_dir() / "index.db"
        file.unlink(missing_ok=True)
        if content is not None:
            file.write_bytes(content)
            self.harmed = True
        if logs:
            for suffix in ("-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
        self.stores = [Store(self.vault.state_dir()) for _ in range(2)]


TestFollowing = Following.TestCase
TestFollowing.settings = settings(
    max_examples=max(40, settings().max_examples // 5), stateful_step_count=25
)
