"""Three devices, whatever happens on them: in the end all are alike, and nothing typed is lost.

Everything that is typed is a word that was never typed before. The model is the multiset of these
words: each is found exactly once in the end, or in a record of ``notesync conflicts``, unless
somebody who had it before her eyes took it away.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from notesync.merge import record
from tests.conftest import LONG
from tests.sync.conftest import CONFIG
from tests.sync.devices import IGNORED, TOML, Device, git, leftovers, remote_tree
from tests.sync.faults import syncing

WORD = re.compile(r"w\d+x")
COMMENT = re.compile(r"<!-- conflict.*?-->", re.DOTALL)
LISTED = re.compile(r"^conflicts:.*\n(?:[ \t]+-.*\n)*", re.MULTILINE)

DEVICES = st.sampled_from(["laptop", "office", "phone"])
CHOICES = st.integers(0, 1000)


class ThreeDevices(RuleBasedStateMachine):
    """Edits, renames, deletions, syncs, bad networks, kills and decisions, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="three-")))
        home = self.folder / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(CONFIG, encoding="utf-8")
        clean = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
        environment = {**clean, "HOME": str(home), "LANG": "en_US.UTF-8"}
        self.stack.enter_context(patch.dict(os.environ, environment, clear=True))
        self.count = 0
        self.taken: set[str] = set()
        self.devices: dict[str, Device] = {}

    @initialize()
    def begin(self) -> None:
        git(self.folder, "init", "-q", "--bare", "remote.git")
        self.clone("laptop")
        laptop = self.devices["laptop"]
        laptop.write("notesync.toml", TOML)
        laptop.write(".gitignore", IGNORED)
        for number in range(3):
            laptop.write(f"contacts/{number}.md", self.note(f"id{number}"))
        assert laptop.sync().code == 0
        self.clone("office")
        self.clone("phone")

    def clone(self, name: str) -> None:
        git(self.folder, "clone", "-q", "remote.git", name)
        self.devices[name] = Device(self.folder / name, yes=True)
        self.devices[name].git("config", "remote.origin.url", "../remote.git")

    # ------------------------------------------------------------------------ what is typed

    def word(self) -> str:
        """A word that was never typed before."""
        self.count += 1
        return f"w{self.count}x"

    def note(self, uid: str) -> str:
        return (
            f"---\ntype: contact\nid: {uid}\norg: {self.word()}\n---\n\n# Somebody\n\n"
            f"{self.word()} was here. {self.word()} came later.\n\n## Log\n\n"
            f"- 2026-05-01 note — {self.word()}\n"
        )

    def chosen(self, device: str, choice: int) -> str | None:
        """One of the notes of a device."""
        notes = sorted(path for path in self.devices[device].files if path.endswith(".md"))
        return notes[choice % len(notes)] if notes else None

    @rule(device=DEVICES)
    def make_a_note(self, device: str) -> None:
        number = self.count
        self.devices[device].write(f"contacts/new{number}.md", self.note(f"new{number}"))

    @rule(device=DEVICES)
    def make_a_note_of_a_usual_name(self, device: str) -> None:
        if "contacts/Nora.md" not in self.devices[device].files:
            self.devices[device].write("contacts/Nora.md", self.note(f"nora{self.count}"))

    @rule(device=DEVICES, choice=CHOICES)
    def add_a_line(self, device: str, choice: int) -> None:
        if path := self.chosen(device, choice):
            self.devices[device].append(path, f"- 2026-05-02 note — {self.word()}\n")

    @rule(device=DEVICES, choice=CHOICES)
    def add_a_key(self, device: str, choice: int) -> None:
        path = self.chosen(device, choice)
        if path and (text := self.devices[device].read(path)).startswith("---\n"):
            key = self.word()
            self.devices[device].write(path, text.replace("---\n", f"---\n{key}: yes\n", 1))

    @rule(device=DEVICES, choice=CHOICES, which=CHOICES)
    def write_over_a_word(self, device: str, choice: int, which: int) -> None:
        if path := self.chosen(device, choice):
            text = self.devices[device].read(path)
            bare = LISTED.sub("", COMMENT.sub("", text))
            words = sorted(set(WORD.findall(bare)))
            if words:
                old = words[which % len(words)]
                self.taken.add(old)
                new = self.word()
                self.devices[device].write(path, re.sub(rf"\b{old}\b", new, text))

    @rule(device=DEVICES, choice=CHOICES)
    def delete_a_note(self, device: str, choice: int) -> None:
        if path := self.chosen(device, choice):
            self.taken |= set(WORD.findall(self.devices[device].read(path)))
            (self.devices[device].root / path).unlink()

    @rule(device=DEVICES, choice=CHOICES)
    def rename_a_note(self, device: str, choice: int) -> None:
        if path := self.chosen(device, choice):
            root = self.devices[device].root
            (root / path).rename(root / "contacts" / f"renamed{self.count}.md")
            self.count += 1

    @rule(device=DEVICES, choice=CHOICES, number=CHOICES, take=st.booleans())
    def settle_a_conflict(self, device: str, choice: int, number: int, take: bool) -> None:  # noqa: FBT001 -- drawn
        path = self.chosen(device, choice)
        text = self.devices[device].read(path) if path else ""
        found = record.records(text)
        if path and found:
            one = found[number % len(found)]
            after = (record.take if take else record.drop)(text, one.number)
            self.taken |= set(WORD.findall(text)) - set(WORD.findall(after))
            self.devices[device].write(path, after)

    # ------------------------------------------------------------------------ what syncs do

    @rule(device=DEVICES)
    def sync(self, device: str) -> None:
        outcome = self.devices[device].sync()
        assert outcome.code == 0
        assert self.devices[device].clean
        assert leftovers(self.devices[device]) == []
        assert self.devices[device].tree == remote_tree(self.folder / "remote.git")

    @rule(device=DEVICES)
    def sync_without_a_network(self, device: str) -> None:
        self.devices[device].git("config", "remote.origin.url", "../unplugged.git")
        assert self.devices[device].sync().code == 6
        assert self.devices[device].clean
        self.devices[device].git("config", "remote.origin.url", "../remote.git")

    @precondition(lambda self: self.count % 3 == 0)
    @rule(device=DEVICES, at=st.integers(1, 120))
    def sync_and_be_killed(self, device: str, at: int) -> None:
        done = syncing(self.devices[device], at)
        assert "Traceback" not in done.stderr, done.stderr

    def teardown(self) -> None:
        try:
            if self.devices:
                self.all_is_well()
        finally:
            self.stack.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def all_is_well(self) -> None:
        for name in ("laptop", "office", "phone", "laptop", "office"):
            self.sync(name)
        assert len({device.tree for device in self.devices.values()}) == 1
        files = [device.files for device in self.devices.values()]
        assert files[0] == files[1] == files[2]
        laptop = self.devices["laptop"]
        texts = [laptop.read(path) for path in sorted(laptop.files)]
        anywhere = Counter(word for text in texts for word in WORD.findall(text))
        bare = [LISTED.sub("", COMMENT.sub("", text)) for text in texts]
        in_place = Counter(word for text in bare for word in WORD.findall(text))
        missing = self.saved_words() - anywhere.keys() - self.taken
        assert missing == set(), sorted(missing)
        doubled = {word for word, count in in_place.items() if count > 1}
        assert doubled == set(), sorted(doubled)

    def saved_words(self) -> set[str]:
        """Every word that is in any commit of any device."""
        found: set[str] = set()
        for device in self.devices.values():
            said = device.git("log", "--all", "--format=", "-p", "--no-renames")
            found |= set(WORD.findall(said))
        return found


TestThreeDevices = ThreeDevices.TestCase
TestThreeDevices.settings = settings(
    max_examples=150 if LONG else 6, stateful_step_count=40 if LONG else 25
)
