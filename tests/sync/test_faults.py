"""A sync that fails anywhere: a plain sync afterwards, and all is as if nothing had happened.

Every git call and every write of a sync that has something to merge is made to fail in every way.
Usually some of them, drawn anew each day; all of them in `make test-long`.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from notesync.vault.vault import Vault
from tests.conftest import LONG
from tests.sync.devices import Device, git, leftovers, remote_tree
from tests.sync.faults import SAVES, WAYS, syncing, syncing_with_git

CARLAS = "contacts/Carla Voigt.md"
SOME = 10  # faults of each kind on a usual day
DAY = datetime.now(UTC).toordinal()  # noqa: TID251 -- other faults every day

# Everything that was typed since the devices last met, by where.
TYPED_HERE = ("token-log-here", "token-new-here", "token-renamed-here", "token-org-here")
TYPED_THERE = ("token-log-there", "token-new-there", "token-body-there", "token-org-there")


def note(number: int) -> str:
    return f"---\ntype: contact\nid: id{number}\norg: before\n---\n\n# {number}\n\nA text.\n"


def prepare(laptop: Device, office: Device) -> None:
    """Let both devices edit, rename, delete; what is there is pushed, what is here isn't."""
    for number in range(6):
        laptop.write(f"contacts/{number}.md", note(number))
    laptop.write("photo.png", b"\x89PNG\0 before")
    laptop.sync()
    office.sync()
    office.append(CARLAS, "- 2026-05-12 thanked token-log-there\n")
    office.write("contacts/There.md", note(7).replace("A text", "token-new-there"))
    office.write("contacts/0.md", note(0).replace("A text", "token-body-there"))
    office.write("contacts/1.md", note(1).replace("before", "token-org-there"))
    office.write("photo.png", b"\x89PNG\0 after")
    (office.root / "contacts/2.md").unlink()
    (office.root / "contacts/3.md").rename(office.root / "contacts/three.md")
    assert office.sync().code == 0
    laptop.append(CARLAS, "- 2026-05-13 news token-log-here\n")
    laptop.write("conversations/Here.md", note(8).replace("A text", "token-new-here"))
    laptop.write("contacts/1.md", note(1).replace("before", "token-org-here"))
    (laptop.root / "contacts/4.md").rename(laptop.root / "contacts/four.md")
    laptop.append("contacts/four.md", "token-renamed-here\n")
    (laptop.root / "contacts/5.md").unlink()


@pytest.fixture(autouse=True)
def _no_leftover_is_young(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notesync.vault.listing.LEFT_OVER", -1)


@pytest.fixture
def template(laptop: Device, office: Device, tmp_path: Path) -> Path:
    """A folder with both devices and the remote, to be copied."""
    for device in (laptop, office):
        device.git("remote", "set-url", "origin", "../remote.git")
    prepare(laptop, office)
    folder = tmp_path / "template"
    folder.mkdir()
    for name in ("laptop", "office", "remote.git"):
        shutil.copytree(tmp_path / name, folder / name, symlinks=True)
    return folder


def copied(template: Path, name: str) -> tuple[Device, Device, Path]:
    """Laptop, office and remote as they were prepared."""
    folder = template.parent / name
    shutil.copytree(template, folder, symlinks=True)
    return Device(folder / "laptop", yes=True), Device(folder / "office"), folder / "remote.git"


def all_is_well(laptop: Device, office: Device, remote: Path, said: str) -> None:
    """After a plain sync nothing is lost, nothing is doubled, nothing is left behind."""
    done = syncing(laptop)
    assert done.returncode == 0, (said, done.stderr)
    Vault.open(laptop.root).scan()  # as every command does: what a disk refused to delete goes now
    assert leftovers(laptop) == [], said
    assert laptop.clean, said
    assert laptop.tree == remote_tree(remote), said
    assert office.sync().code == 0, said
    assert office.tree == laptop.tree, said
    assert office.files == laptop.files, said
    texts = Counter[str]()
    for path in laptop.files:
        text = (laptop.root / path).read_bytes().decode(errors="replace")
        texts.update(each for each in (*TYPED_HERE, *TYPED_THERE) if each in text)
    assert texts == Counter((*TYPED_HERE, *TYPED_THERE)), said
    assert "contacts/2.md" not in laptop.files, said
    assert "contacts/5.md" not in laptop.files, said
    assert {"contacts/three.md", "contacts/four.md"} < laptop.files, said
    assert not {"contacts/3.md", "contacts/4.md"} & laptop.files, said
    assert (laptop.root / "photo.png").read_bytes() == b"\x89PNG\0 after", said
    git(laptop.root, "fsck", "--connectivity-only")


def drawn(every: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """All faults, or some of them."""
    if LONG:
        return every
    return sorted(random.Random(DAY).sample(every, min(SOME, len(every))))


def test_a_sync_without_a_fault(template: Path) -> None:
    laptop, office, remote = copied(template, "whole")
    done, count = syncing_with_git(laptop, 0, "", template.parent / "counted")
    assert done.returncode == 0, done.stderr
    assert count > 10
    all_is_well(laptop, office, remote, "no fault")


def test_a_fault_in_any_git_call_is_mended_by_a_plain_sync(template: Path) -> None:
    laptop, *_ = copied(template, "whole")
    _, count = syncing_with_git(laptop, 0, "", template.parent / "counted")
    faults = [(at, how) for at in range(1, count + 1) for how in WAYS]
    for at, how in drawn(faults):
        said = f"git call {at} of {count}: {how}"
        laptop, office, remote = copied(template, f"{at}-{how}")
        done, _ = syncing_with_git(laptop, at, how, template.parent / f"counted-{at}-{how}")
        assert "Traceback" not in done.stderr, (said, done.stderr)
        assert done.returncode in {0, 1, 6, -9}, (said, done.stderr)
        all_is_well(laptop, office, remote, said)
        shutil.rmtree(laptop.root.parent)


@pytest.mark.parametrize("how", ["kill", "no-room"])
def test_a_fault_in_any_write_is_mended_by_a_plain_sync(template: Path, how: str) -> None:
    laptop, *_ = copied(template, "whole")
    count = writes(laptop)
    for at, _ in drawn([(at, how) for at in range(1, count + 1)]):
        said = f"write {at} of {count}: {how}"
        laptop, office, remote = copied(template, f"{at}-{how}")
        done = syncing(laptop, at, how)
        assert "Traceback" not in done.stderr, (said, done.stderr)
        assert done.returncode in {100, 101, 105, 106, -9}, (said, done.stderr)
        all_is_well(laptop, office, remote, said)
        shutil.rmtree(laptop.root.parent)


@pytest.mark.parametrize("path", [CARLAS, "contacts/four.md", "contacts/0.md", "photo.png"])
def test_what_is_saved_while_a_sync_runs_is_kept_and_synced(template: Path, path: str) -> None:
    laptop, *_ = copied(template, "whole")
    _, count = syncing_with_git(laptop, 0, "", template.parent / "counted")
    saves = [(at, how) for at in range(1, count + 1) for how in SAVES]
    for at, how in drawn(saves)[:: 1 if LONG else 3]:
        said = f"{path}: {how} before git call {at} of {count}"
        laptop, office, remote = copied(template, f"{at}-{how}")
        save = (path, "- 2026-05-14 note — token-saved")
        done, _ = syncing_with_git(laptop, at, how, template.parent / f"c-{at}-{how}", save)
        assert done.returncode == 0, (said, done.stderr)
        assert leftovers(laptop) == [], said
        if at < count - 1:  # at the very last it may be too late to be seen
            assert laptop.clean, said
            assert laptop.tree == remote_tree(remote), said
        assert laptop.sync().code == 0
        assert office.sync().code == 0
        assert office.tree == laptop.tree == remote_tree(remote), said
        texts = [(laptop.root / each).read_bytes() for each in laptop.files]
        for word in (*TYPED_HERE, *TYPED_THERE, "token-saved"):
            found = sum(text.count(word.encode()) for text in texts)
            assert found == 1, (said, word)
        shutil.rmtree(laptop.root.parent)


def writes(laptop: Device) -> int:
    """How many writes a sync has: as many as are left of very many."""
    at = 1_000_000
    done = syncing(laptop, at)
    assert done.returncode == 0, done.stderr
    return at - int(done.stdout)
