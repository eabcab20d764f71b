"""The user's index is copied with all that git tells by it."""

from __future__ import annotations

import os

from tests.sync.devices import CARLA, Device

CARLAS = "contacts/Carla Voigt.md"
THEN = (1_790_000_000_000_000_000,) * 2


def test_a_save_of_the_same_length_in_the_second_of_the_last_commit_is_synced(
    laptop: Device, office: Device
) -> None:
    file, index = laptop.root / CARLAS, laptop.root / ".git/index"
    laptop.git("config", "--global", "core.trustctime", "false")
    os.utime(file, ns=THEN)
    laptop.git("update-index", "--refresh")
    saved = CARLA.replace("harbour", "airport")
    file.write_bytes(saved.encode())
    os.utime(file, ns=THEN)
    os.utime(index, ns=THEN)  # as if all that had been within one second
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert office.read(CARLAS) == saved
