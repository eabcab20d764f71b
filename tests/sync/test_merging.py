"""Merges on objects: histories that cross, objects of another form, dates, many files."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.merge import files
from notesync.merge.note import MergedNote, merge_note
from notesync.sync.checkout import Checkout
from notesync.sync.commits import bases_of, write_commit
from notesync.sync.merging import merge
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from tests.sync.devices import CARLA, TOML, Device, git

CARLAS = "contacts/Carla Voigt.md"


def commit(device: Device, text: str, when: str = "2026-05-12T12:00:00Z") -> str:
    """Commit what Carla's note says now."""
    device.write(CARLAS, text)
    device.git("commit", "-q", "-a", "-m", "x", "--date", when)
    return device.head


def merged(device: Device, ours: str, theirs: str) -> tuple[str, str]:
    """The merge of two commits: Carla's note, and the commit."""
    with Checkout(Vault.open(device.root), ENGLISH) as checkout:
        join = merge(checkout, bases_of(checkout, ours, theirs), ours, theirs)
        if join.index:
            join.index.drop()
        found = write_commit(checkout, join.tree, [ours, theirs], "m\n")
    return device.git("show", f"{found}:{CARLAS}"), found


def test_either_way_round_gives_the_same_tree(laptop: Device) -> None:
    base = laptop.head
    ours = commit(laptop, CARLA.replace("Elbgrün", "Hafenwerk") + "- 2026-05-12 thanked\n")
    laptop.git("reset", "-q", "--hard", base)
    theirs = commit(laptop, CARLA.replace("Elbgrün", "Solvana") + "- 2026-05-13 news\n")
    one, first = merged(laptop, ours, theirs)
    other, second = merged(laptop, theirs, ours)
    assert one == other
    trees = {laptop.git("rev-parse", f"{each}^{{tree}}") for each in (first, second)}
    assert len(trees) == 1
    assert all(word in one for word in ("Hafenwerk", "Solvana", "thanked", "news"))


def test_the_later_value_stands_in_place(laptop: Device) -> None:
    base = laptop.head
    early = commit(laptop, CARLA.replace("Elbgrün", "Solvana"), "2026-05-12T08:00:00Z")
    laptop.git("reset", "-q", "--hard", base)
    late = commit(laptop, CARLA.replace("Elbgrün", "Hafenwerk"), "2026-05-12T09:00:00Z")
    assert "\norg: Hafenwerk\n" in merged(laptop, early, late)[0]
    assert "\norg: Hafenwerk\n" in merged(laptop, late, early)[0]
    laptop.git("reset", "-q", "--hard", base)
    later = commit(laptop, CARLA.replace("Elbgrün", "Solvana"), "2026-05-12T10:00:00Z")
    assert "\norg: Solvana\n" in merged(laptop, late, later)[0]


def test_histories_that_cross_have_their_bases_merged_first(laptop: Device) -> None:
    base = laptop.head
    one = commit(laptop, CARLA + "- 2026-05-12 thanked\n")
    laptop.git("reset", "-q", "--hard", base)
    two = commit(laptop, CARLA.replace("harbour", "airport"))
    text, left = merged(laptop, one, two)
    _, right = merged(laptop, two, one)
    laptop.git("reset", "-q", "--hard", left)
    ours = commit(laptop, text + "- 2026-05-13 news\n")
    laptop.git("reset", "-q", "--hard", right)
    theirs = commit(laptop, text.replace("- 2026-05-12 thanked\n", ""))
    with Checkout(Vault.open(laptop.root), ENGLISH) as checkout:
        assert set(bases_of(checkout, ours, theirs)) == {one, two}
    result = CARLA.replace("harbour", "airport") + "- 2026-05-13 news\n"
    assert merged(laptop, ours, theirs)[0] == result
    assert merged(laptop, theirs, ours)[0] == result


def test_bases_of_bases_that_cross_too(laptop: Device) -> None:
    start = laptop.head
    one = commit(laptop, CARLA + "- 2026-05-12 thanked\n")
    laptop.git("reset", "-q", "--hard", start)
    two = commit(laptop, CARLA.replace("harbour", "airport"))
    for number in range(3):
        text, left = merged(laptop, one, two)
        _, right = merged(laptop, two, one)
        laptop.git("reset", "-q", "--hard", left)
        one = commit(laptop, text + f"- 2026-06-0{number + 1} note — ours\n")
        laptop.git("reset", "-q", "--hard", right)
        two = commit(laptop, text.replace("# Carla", f"# Carla {number}"))
    text, _ = merged(laptop, one, two)
    assert text.count("note — ours") == 3
    assert "# Carla 2 1 0 Voigt" in text
    assert text.count("thanked") == 1


def test_objects_named_by_sha256_are_synced(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "--object-format=sha256", "remote.git")
    devices = []
    for name in ("laptop", "office"):
        git(tmp_path, "init", "-q", "--object-format=sha256", name)
        device = Device(tmp_path / name)
        device.git("remote", "add", "origin", "../remote.git")
        device.write("notesync.toml", TOML)
        device.write(CARLAS, CARLA)
        devices.append(device)
        assert device.sync().code == 0
    laptop, office = devices
    laptop.append(CARLAS, "- 2026-05-12 thanked\n")
    office.append(CARLAS, "- 2026-05-13 news\n")
    assert [each.sync().code for each in (laptop, office, laptop)] == [0, 0, 0]
    assert laptop.read(CARLAS) == CARLA + "- 2026-05-12 thanked\n- 2026-05-13 news\n"
    assert laptop.tree == office.tree


def test_two_pictures_are_both_kept(laptop: Device, office: Device) -> None:
    laptop.write("photo.jpg", b"\xff\xd8\0laptop")
    office.write("photo.jpg", b"\xff\xd8\0office!")
    assert [each.sync().code for each in (laptop, office, laptop)] == [0, 0, 0]
    (copy,) = [path for path in laptop.files if ".conflict-" in path]
    both = {(laptop.root / path).read_bytes() for path in ("photo.jpg", copy)}
    assert both == {b"\xff\xd8\0laptop", b"\xff\xd8\0office!"}
    assert laptop.files == office.files


@pytest.mark.parametrize("edits", [1, 300])
def test_any_number_of_edits_is_merged(edits: int, laptop: Device, office: Device) -> None:
    for number in range(edits):
        laptop.write(f"contacts/Here {number}.md", f"---\nid: h{number}\n---\n")
        office.write(f"contacts/There {number}.md", f"---\nid: t{number}\n---\n")
    assert [each.sync().code for each in (laptop, office, laptop)] == [0, 0, 0]
    assert len(laptop.files) == 3 + 2 * edits
    assert laptop.files == office.files


def test_a_mistake_in_the_merge_costs_nobody_a_word(
    laptop: Device, office: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*texts: bytes, **options: object) -> MergedNote:
        if b"the airport" in texts[1] + texts[2]:
            raise RecursionError
        return merge_note(*texts, **options)  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr(files, "merge_note", mistaken)
    laptop.write("contacts/Nora Lind.md", CARLA.replace("carla7", "nora01"))
    assert [each.sync().code for each in (laptop, office)] == [0, 0]
    for device, word in ((laptop, "airport"), (office, "station")):
        device.write(CARLAS, CARLA.replace("harbour", word))
        device.append("contacts/Nora Lind.md", f"- 2026-05-12 note {word}\n")
    assert [each.sync().code for each in (laptop, office, laptop)] == [0, 0, 0]
    (copy,) = [path for path in laptop.files if ".conflict-" in path]
    both = {laptop.read(path) for path in (CARLAS, copy)}
    assert both == {CARLA.replace("harbour", word) for word in ("airport", "station")}
    assert {"airport", "station"} <= set(laptop.read("contacts/Nora Lind.md").split())
    assert laptop.files == office.files
    assert laptop.tree == office.tree
