"""Simulate devices that edit one vault and sync through one remote, all in memory.

A device has a tree of files and remembers what it had when it last synced. Syncing is what the
floor above does with git: merge what is here with what is there, from what both had; push the
result. What was typed, and what somebody deleted, is written down beside it, so that a test can
tell what must still be there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from notesync.merge.tree import File, Side, merge_trees
from tests.merge import edits
from tests.merge.edits import Typist

Tree = dict[str, File]

EVERYTHING = (*edits.EDITS * 3, *edits.REBUILDING)
TOKEN = re.compile(r"[a-z]+\d+[aöxßé]", re.IGNORECASE)
_COMMENT = re.compile(r"<!-- conflict.*?-->", re.DOTALL)
_LIST = re.compile(r"^conflicts:\n(?:  - .*\n)+", re.MULTILINE)


def tokens(text: str) -> Counter[str]:
    """The words that were typed, however they are capitalized now."""
    return Counter(token.casefold() for token in TOKEN.findall(text))


def in_place(text: str) -> str:
    """A note without its records."""
    return _LIST.sub("", _COMMENT.sub("", text))


def all_tokens(tree: Mapping[str, File], *, recorded: bool) -> Counter[str]:
    """The typed words of a tree; those in records too, or without them."""
    found: Counter[str] = Counter()
    for path, file in tree.items():
        if path.endswith((".md", ".toml", ".gitignore")) and file.mode == "100644":
            text = file.data.decode()
            if ".conflict-" in path and not recorded:
                continue
            found += tokens(text if recorded else in_place(text))
    return found


@dataclass
class Remote:
    """What was pushed: each tree, with the paths that it changed and when."""

    trees: list[Tree]
    touched: list[dict[str, int]] = field(default_factory=lambda: [{}])


@dataclass
class Device:
    """One device: its tree, what it last synced, when it touched which path."""

    typist: Typist
    tree: Tree
    synced: int = 0
    touched: dict[str, int] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)

    def write(self, path: str, file: File | None, now: int) -> None:
        """Change, make or delete one file."""
        before = all_tokens({path: self.tree[path]} if path in self.tree else {}, recorded=True)
        if file is None:
            del self.tree[path]
        else:
            self.tree[path] = file
        after = all_tokens({path: file} if file else {}, recorded=True)
        self.deleted |= set(before) - set(after)
        self.touched[path] = now

    def sync(self, remote: Remote) -> int:
        """Merge with the remote and push; how many conflicts were recorded."""
        head = len(remote.trees) - 1
        base, theirs = remote.trees[self.synced], remote.trees[head]
        conflicts = 0
        if self.tree != base and head != self.synced:
            there: dict[str, int] = {}
            for touched in remote.touched[self.synced + 1 :]:
                there.update((p, max(t, there.get(p, 0))) for p, t in touched.items())
            paths = {
                path
                for path in (*base, *self.tree, *theirs)
                if not (base.get(path) == self.tree.get(path) == theirs.get(path))
            }
            old, mine, yours = (
                Side({p: tree[p] for p in paths if p in tree}, dates)
                for tree, dates in ((base, {}), (self.tree, self.touched), (theirs, there))
            )
            same = base.keys() - paths
            merged = merge_trees(old, mine, yours, unchanged=same)
            conflicts = len(merged.conflicts)
            swapped = merge_trees(old, yours, mine, unchanged=same)
            assert swapped.files == merged.files
            self.tree = {**{p: base[p] for p in same}, **merged.files}
        elif head != self.synced:
            self.tree = dict(theirs)
        if self.tree != theirs:
            remote.trees.append(dict(self.tree))
            remote.touched.append(dict(self.touched))
        self.synced = len(remote.trees) - 1
        self.touched = {}
        return conflicts


# ---------------------------------------------------------------- a day on a device


def _notes(device: Device) -> list[str]:
    return sorted(path for path in device.tree if path.endswith(".md"))


def edit_note(device: Device, now: int) -> None:
    if notes := _notes(device):
        path = device.typist.random.choice(notes)
        text = device.tree[path].data.decode()
        times = device.typist.random.randint(1, 3)
        new = edits.edited(device.typist, text, times, among=EVERYTHING)
        device.write(path, File(new.encode()), now)


def _note(typist: Typist) -> File:
    """A new note, as notesync makes it (with an id), or as somebody does by hand."""
    text = edits.note(typist)
    if typist.random.random() < 0.8:
        text = text.replace("---\n", f"---\nid: {typist.word()}\n", 1)
    return File(text.encode())


def new_note(device: Device, now: int) -> None:
    name = device.typist.random.choice([device.typist.word(), "2026-05-05", "Anna"])
    if f"notes/{name}.md" not in device.tree:
        device.write(f"notes/{name}.md", _note(device.typist), now)


def delete_note(device: Device, now: int) -> None:
    if notes := _notes(device):
        device.write(device.typist.random.choice(notes), None, now)


def rename_note(device: Device, now: int) -> None:
    """A note with an id: without one, a note that is also rewritten at once is another note."""
    if notes := [path for path in _notes(device) if b"\nid: " in device.tree[path].data]:
        path = device.typist.random.choice(notes)
        new = f"{device.typist.random.choice(('notes', 'people'))}/{device.typist.word()}.md"
        file = device.tree.pop(path)
        device.tree[new] = file
        device.touched |= {path: now, new: now}


def edit_picture(device: Device, now: int) -> None:
    device.write("picture.png", File(b"\0" + device.typist.word().encode()), now)


def add_pattern(device: Device, now: int) -> None:
    file = device.tree.get(".gitignore", File(b""))
    device.write(".gitignore", File(file.data + f"{device.typist.word()}\n".encode()), now)


def change_newlines(device: Device, now: int) -> None:
    if notes := _notes(device):
        path = device.typist.random.choice(notes)
        data = device.tree[path].data.replace(b"\r\n", b"\n")
        if data == device.tree[path].data:
            data = data.replace(b"\n", b"\r\n")
        device.write(path, File(data), now)


ACTIONS = (
    *(edit_note,) * 14, new_note, new_note, delete_note, rename_note, edit_picture, add_pattern,
)  # fmt: skip


def live(
    names: Sequence[str], seed: int, rounds: int, most: int, *, notes: int = 3
) -> tuple[list[Device], Remote, int]:
    """Some days on some devices: they edit, then sync in some order; last, all sync twice.

    Returns:
        The devices, what was pushed, and how many conflicts were recorded.
    """
    author = Typist(seed, "b")
    start: Tree = {f"notes/{n}.md": _note(author) for n in range(notes)}
    remote = Remote([start])
    devices = [
        Device(Typist(seed * 31 + number, name), dict(start)) for number, name in enumerate(names)
    ]
    now = conflicts = 0
    for _ in range(rounds):
        for device in devices:
            for _ in range(device.typist.random.randint(0, most)):
                now += 1
                device.typist.random.choice(ACTIONS)(device, now)
        for device in author.random.sample(devices, len(devices)):
            if author.random.random() < 0.8:  # else it is offline
                conflicts += device.sync(remote)
    for device in (*devices, *devices):
        conflicts += device.sync(remote)
    return devices, remote, conflicts
