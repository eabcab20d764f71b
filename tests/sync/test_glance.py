"""The first look, which begins before anything else: only where nothing has to come before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.sync.checkout import Checkout
from notesync.sync.glance import Glance, glance
from notesync.sync.status import commit_of, sees_nothing
from notesync.sync.tracking import tells
from notesync.vault.lock import Lock
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from tests.sync.devices import Device

CARLAS = "contacts/Carla Voigt.md"
MAIN = "refs/remotes/origin/main"


def look(device: Device) -> Glance | None:
    return glance(str(device.root))


def ours(device: Device, name: str) -> Path:
    return device.root / ".git" / "notesync" / name


def test_a_look_sees_what_was_edited(laptop: Device) -> None:
    laptop.append(CARLAS, "x\n")
    begun = look(laptop)
    assert begun is not None
    seen = begun.looking.result()
    begun.end()
    assert not sees_nothing(seen)
    assert commit_of(seen) == laptop.git("rev-parse", "HEAD").strip()


def test_what_was_begun_and_is_not_wanted_leaves_the_repository_to_others(laptop: Device) -> None:
    begun = look(laptop)
    assert begun is not None
    begun.end()
    assert laptop.sync().code == 0


def test_another_sync_is_waited_for_and_not_looked_past(laptop: Device) -> None:
    with Lock(ours(laptop, "lock")):
        assert look(laptop) is None
    begun = look(laptop)
    assert begun is not None
    assert look(laptop) is None
    begun.end()


def test_a_sync_that_was_killed_is_finished_before_anything_is_looked_at(laptop: Device) -> None:
    for left in ("running", "journal"):
        ours(laptop, left).touch()
        assert look(laptop) is None
        ours(laptop, left).unlink()


def test_what_is_in_the_way_is_told_by_the_sync_itself(laptop: Device, tmp_path: Path) -> None:
    assert glance(str(tmp_path / "nowhere")) is None
    laptop.git("checkout", "-q", "--detach")
    assert look(laptop) is None
    laptop.git("switch", "-q", "main")
    laptop.git("sparse-checkout", "set", "contacts")
    assert look(laptop) is None


def test_vault_and_remote_are_one_where_nothing_differs(laptop: Device) -> None:
    begun = look(laptop)
    assert begun is not None
    assert begun.settled() == "origin"
    begun.end()


@pytest.mark.parametrize("what", ["edit", "commit", "theirs", "branches", "escape", "gone"])
def test_they_are_not_where_something_differs_or_may(
    what: str, laptop: Device, office: Device
) -> None:
    if what == "theirs":
        office.append(CARLAS, "x\n")
        assert office.sync().code == 0
    elif what == "edit":
        laptop.append(CARLAS, "x\n")
    else:
        more = {"branches": '[sync]\nbranches = ["phone"]\n', "escape": '"bran\\u0063hes" = 1\n'}
        laptop.append("notesync.toml", more.get(what, ""))
        laptop.append(CARLAS, "x\n")
        laptop.git("commit", "-q", "-a", "-m", "by hand")
        if what != "commit":
            laptop.git("push", "-q")
    begun = look(laptop)
    assert begun is not None
    if what == "gone":
        (laptop.root / "notesync.toml").unlink()
        laptop.git("update-index", "--assume-unchanged", "notesync.toml")
    assert begun.settled() == ""
    begun.end()


def test_a_ref_is_told_from_its_file_or_from_the_packed_ones(laptop: Device) -> None:
    commit = laptop.git("rev-parse", "HEAD").strip()
    other = "0" * len(commit)
    with Checkout(Vault.open(laptop.root), ENGLISH) as checkout:
        assert tells(checkout.place, checkout.settings, MAIN, commit)
        assert not tells(checkout.place, checkout.settings, MAIN, other)
        laptop.git("pack-refs", "--all")
        assert not (laptop.root / ".git" / MAIN).exists()
        assert tells(checkout.place, checkout.settings, MAIN, commit)
        assert not tells(checkout.place, checkout.settings, MAIN, other)
        assert not tells(checkout.place, checkout.settings, "refs/remotes/origin/mai", commit)
        assert not tells(checkout.place, checkout.settings, "remotes/origin/main", commit)


def test_a_ref_of_its_own_file_counts_and_not_a_packed_one(laptop: Device) -> None:
    before = laptop.git("rev-parse", "HEAD").strip()
    laptop.git("pack-refs", "--all")
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    with Checkout(Vault.open(laptop.root), ENGLISH) as checkout:
        assert not tells(checkout.place, checkout.settings, MAIN, before)


def test_a_link_in_the_place_of_a_ref_is_not_followed(laptop: Device, tmp_path: Path) -> None:
    commit = laptop.git("rev-parse", "HEAD").strip()
    (tmp_path / "elsewhere").write_text(f"{commit}\n", encoding="ascii")
    ref = laptop.root / ".git" / MAIN
    ref.unlink()
    ref.symlink_to(tmp_path / "elsewhere")
    with Checkout(Vault.open(laptop.root), ENGLISH) as checkout:
        assert not tells(checkout.place, checkout.settings, MAIN, commit)
