"""What is renamed by hand beside a move, or after it was killed, has no twin in the end."""

from __future__ import annotations

import pytest

from notesync.sync import journal, moving, repository
from notesync.sync.checkout import Checkout
from notesync.sync.files import Saved
from notesync.sync.journal import Move
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from tests.sync.devices import CARLA, Device, leftovers

CARLAS = "contacts/Carla Voigt.md"
THERE = "contacts/Carla Lind.md"  # as the other device calls her
HERE = "contacts/Carla Berg.md"
NORA = "---\ntype: contact\nid: nora01\n---\n\n# Nora Lind\n\nRuns the harbour's ferry.\n"
NORAS = "contacts/Nora Lind.md"


def opened(device: Device) -> Checkout:
    return Checkout(Vault.open(device.root), ENGLISH)


def killed(laptop: Device, office: Device) -> str:
    """Have a sync of the office be killed in its move to what the laptop synced; the commit."""
    assert office.sync().code == laptop.sync().code == 0
    office.git("fetch", "-q")
    place = repository.locate(office.root)
    journal.write(place, Move("refs/heads/main", office.head, laptop.head))
    return laptop.head


def rename(device: Device, old: str, new: str) -> None:
    (device.root / old).rename(device.root / new)


def synced(laptop: Device, office: Device) -> list[str]:
    """The notes that both have in the end."""
    assert office.sync().code == laptop.sync().code == office.sync().code == 0
    assert office.tree == laptop.tree
    assert leftovers(office) == []
    return sorted(path for path in office.files if path.endswith(".md"))


@pytest.mark.parametrize("text", [NORA, NORA.replace("id: nora01\n", "")], ids=["id", "no id"])
def test_a_new_note_that_is_renamed_after_a_kill_is_renamed_everywhere(
    laptop: Device, office: Device, text: str
) -> None:
    laptop.write(NORAS, text)
    new = killed(laptop, office)
    office.write("contacts/Nora Berg.md", text)  # the move had written it, and then it was renamed
    with opened(office) as checkout:
        moving.finish(checkout)
    assert office.head == new
    assert synced(laptop, office) == [CARLAS, "contacts/Nora Berg.md"]
    assert laptop.read("contacts/Nora Berg.md") == text


def test_a_new_note_alone_in_its_folder_is_renamed_everywhere(
    laptop: Device, office: Device
) -> None:
    laptop.write("people/Nora Lind.md", NORA)
    killed(laptop, office)
    office.write("contacts/Nora Lind.md", NORA)
    assert synced(laptop, office) == [CARLAS, NORAS]


def test_a_new_note_that_is_renamed_and_edited_after_a_kill_is_merged(
    laptop: Device, office: Device
) -> None:
    laptop.write(NORAS, NORA)
    killed(laptop, office)
    office.write("contacts/Nora Berg.md", NORA + "\nOften at sea.\n")
    _, path = synced(laptop, office)
    text = laptop.read(path)
    assert text.count("Runs the harbour's ferry.") == text.count("Often at sea.") == 1


def test_a_note_that_is_renamed_again_after_a_kill_gets_the_last_name(
    laptop: Device, office: Device
) -> None:
    rename(laptop, CARLAS, THERE)
    new = killed(laptop, office)
    rename(office, CARLAS, HERE)
    with opened(office) as checkout:
        moving.finish(checkout)
    assert office.head == new
    assert synced(laptop, office) == [HERE]


def test_a_killed_rename_is_finished_while_the_old_name_is_still_there(
    laptop: Device, office: Device
) -> None:
    rename(laptop, CARLAS, THERE)
    new = killed(laptop, office)
    with opened(office) as checkout:
        moving.finish(checkout)
    assert office.head == new
    assert synced(laptop, office) == [THERE]


@pytest.mark.parametrize("written", [False, True])
def test_the_old_name_of_a_note_that_is_renamed_after_a_kill_makes_no_twin(
    laptop: Device, office: Device, *, written: bool
) -> None:
    rename(laptop, CARLAS, THERE)
    laptop.append(THERE, "- 2026-05-12 thanked\n")
    killed(laptop, office)
    if written:
        office.write(THERE, laptop.read(THERE))
    rename(office, CARLAS, HERE)
    (path,) = synced(laptop, office)
    text = laptop.read(path)
    assert text.count("asked email") == text.count("thanked") == 1


def test_a_note_that_both_rename_while_a_sync_moves_makes_no_twin(
    laptop: Device, office: Device
) -> None:
    rename(laptop, CARLAS, THERE)
    laptop.sync()
    office.git("fetch", "-q")
    rename(office, CARLAS, HERE)
    with opened(office) as checkout, pytest.raises(Saved, match="Carla Voigt"):
        moving.move(checkout, office.head, laptop.head)
    assert THERE not in office.files
    assert office.read(HERE) == CARLA
    assert len(synced(laptop, office)) == 1


def test_a_note_of_the_users_own_stays_beside_what_a_killed_move_brings(
    laptop: Device, office: Device
) -> None:
    laptop.write(NORAS, NORA)
    new = killed(laptop, office)
    office.write("contacts/Tom.md", NORA.replace("nora01", "tom002"))
    with opened(office) as checkout:
        moving.finish(checkout)
    assert office.head == new
    assert synced(laptop, office) == [CARLAS, NORAS, "contacts/Tom.md"]
