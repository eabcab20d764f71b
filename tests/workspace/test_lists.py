"""A list is the same from memory, and never older than the notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.workspace.lists import CELLS, rows
from tests.workspace.places import opened, write

NOTES: dict[str, str | bytes] = {
    "contacts/Zoe Ahrens.md": '---\norg: "[[Elbgrün]]"\ncity: Hamburg\n---\n',
    "contacts/Ädda Böhm.md": "---\norg: [Nordlicht, Solvana]\n---\n\n## Log\n- 2026-05-04 asked\n",
    "contacts/Carla.md": "---\ncity: Kiel\ncreated: 2026-04-02\n---\n",
    "notes/plain.md": "Nothing of a person.\n",
}
BY_NAME = [
    ("contacts/Ädda Böhm.md", "Ädda Böhm", "Nordlicht", "", "2026-05-04"),
    ("contacts/Carla.md", "Carla", "", "Kiel", "2026-04-02"),
    ("contacts/Zoe Ahrens.md", "Zoe Ahrens", "Elbgrün", "Hamburg", ""),
]


def listed(
    folder: Path, kind: str = "contact", order: str = "name", **wanted: object
) -> list[tuple[str, ...]]:
    """What a command of its own would show."""
    with opened(folder) as workspace:
        return [tuple(row) for row in rows(workspace, kind, order, **wanted)]


def remembered(folder: Path) -> int:
    """How many answers the index holds."""
    with opened(folder) as workspace:
        return int(workspace.store.value("SELECT count(*) FROM answers"))


def test_a_list_is_the_same_from_memory(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    assert listed(tmp_path) == BY_NAME
    assert remembered(tmp_path) == 1
    assert listed(tmp_path) == BY_NAME
    assert all(len(row) == len(CELLS) for row in BY_NAME)


def test_a_list_follows_every_change(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    listed(tmp_path)
    (tmp_path / "contacts" / "Carla.md").unlink()
    assert listed(tmp_path) == [BY_NAME[0], BY_NAME[2]]
    write(tmp_path, {"contacts/Berit.md": "---\norg: Kaikante\n---\n"})
    assert listed(tmp_path)[1] == ("contacts/Berit.md", "Berit", "Kaikante", "", "")
    assert remembered(tmp_path) == 1


@pytest.mark.parametrize("kind", ["contact", "note", "question"])
@pytest.mark.parametrize("order", ["name", "day", "city"])
def test_each_kind_and_order_is_remembered_by_itself(kind: str, order: str, tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    alone = listed(tmp_path, kind, order)
    for other in ("contact", "note", "question"):
        for how in ("name", "day", "city"):
            listed(tmp_path, other, how)
    assert listed(tmp_path, kind, order) == alone


def test_what_is_filtered_is_asked_anew(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    assert listed(tmp_path) == BY_NAME
    assert listed(tmp_path, city="Kiel") == BY_NAME[1:2]
    assert listed(tmp_path, limit=1) == BY_NAME[:1]
    assert listed(tmp_path, tags=(), where=(), city="", limit=0) == BY_NAME
    assert remembered(tmp_path) == 1
