"""A new name for a note, and the links that follow it."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.index import problems
from notesync.workspace.new_notes import NameInUse
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import take_back
from notesync.workspace.renaming import Renaming, SameName, rename
from tests.workspace.places import done, files, opened, text, write

BODY = """\
[[Carla Voigt]] and [[Carla Voigt|her]], [[carla voigt#Log]], ![[contacts/Carla Voigt.md]];
not `[[Carla Voigt]]`, not \\[[Carla Voigt]], not <!-- [[Carla Voigt]] -->.

> - a quote of [[Carla Voigt]]
>   and [[Carla Voigt]]

    [[Carla Voigt]] in code

```
[[Carla Voigt]]
```
| a | b |
|---|---|
| [[Carla Voigt\\|C]] | [[Carlo Voigt]] |
"""
AFTER = """\
[[Carla Lind]] and [[Carla Lind|her]], [[Carla Lind#Log]], ![[contacts/Carla Lind.md]];
not `[[Carla Voigt]]`, not \\[[Carla Voigt]], not <!-- [[Carla Voigt]] -->.

> - a quote of [[Carla Lind]]
>   and [[Carla Lind]]

    [[Carla Voigt]] in code

```
[[Carla Voigt]]
```
| a | b |
|---|---|
| [[Carla Lind\\|C]] | [[Carlo Voigt]] |
"""
HEADER = """\
---
org: "[[Carla Voigt]]"  # [[Carla Voigt]]
people: ['[[Carla Voigt]]', '[[Nora]]']
named:
  - "[[Carla Voigt]]"
  - Carla Voigt
---
"""


def renamed(workspace: Workspace, old: str, new: str) -> Renaming:
    found = rename(workspace, workspace.find(old), new)
    done(workspace, found.plan)
    return found


def test_links_follow_in_header_and_body_but_not_in_code(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": "Hello.\n", "Note.md": HEADER + BODY})
    with opened(tmp_path) as workspace:
        found = renamed(workspace, "Carla", "Carla Lind")
    assert text(tmp_path, "Note.md") == (
        HEADER.replace('"[[Carla Voigt]]"  #', '"[[Carla Lind]]"  #')
        .replace("'[[Carla Voigt]]'", "'[[Carla Lind]]'")
        .replace('- "[[Carla Voigt]]"', '- "[[Carla Lind]]"')
        + AFTER
    )
    assert (
        text(tmp_path, "contacts/Carla Lind.md") == "---\naliases:\n  - Carla Voigt\n---\nHello.\n"
    )
    assert not (tmp_path / "contacts/Carla Voigt.md").exists()
    assert found.links == (("Note.md", 10),)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks_stay(tmp_path: Path, newline: str) -> None:
    before = (HEADER + BODY).replace("\n", newline)
    write(tmp_path, {"contacts/Carla Voigt.md": "", "Note.md": before})
    with opened(tmp_path) as workspace:
        renamed(workspace, "Carla", "Carla Lind")
    after = text(tmp_path, "Note.md")
    assert after.count(newline) == before.count(newline)
    assert after.replace(newline, "").count("\n") == 0


def test_the_old_name_still_leads_there(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "contacts/Carla Voigt.md": "---\naliases: [Carla Lind, C]\n---\nSee [[Carla Voigt]].\n",
            "conversations/2026-05-05 Carla Voigt.md": "",
        },
    )
    with opened(tmp_path) as workspace:
        renamed(workspace, "Carla Voigt", "Carla Lind")
        assert workspace.find("Carla Voigt", "contact").path == "contacts/Carla Lind.md"
        (talk,) = workspace.everything.conversations
    assert talk.people == ("contacts/Carla Lind.md",)
    assert text(tmp_path, "contacts/Carla Lind.md") == (
        "---\naliases: [C, Carla Voigt]\n---\nSee [[Carla Lind]].\n"
    )


def test_a_name_that_no_file_can_hold_leads_there_all_the_same(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": "---\naliases: [C]\n---\n"})
    with opened(tmp_path) as workspace:
        renamed(workspace, "Carla", "Carla/Lind")
        assert workspace.find("Carla/Lind").path == "contacts/Carla Lind.md"
    new = text(tmp_path, "contacts/Carla Lind.md")
    assert new == "---\naliases: [C, Carla Voigt, Carla/Lind]\n---\n"


def test_links_that_mean_another_note_stay(tmp_path: Path) -> None:
    notes: dict[str, str | bytes] = {
        "contacts/Elbgrün.md": "",
        "organizations/Elbgrün.md": "",
        "A.md": "[[contacts/Elbgrün]] [[organizations/Elbgrün]] [[Elbgrün]] [[x/Elbgrün]]\n",
        "sub/B.md": "[[../contacts/Elbgrün]] [[./Elbgrün]]\n",
    }
    write(tmp_path, notes)
    with opened(tmp_path) as workspace:
        renamed(workspace, "contacts/Elbgrün.md", "Elba")
    assert text(tmp_path, "A.md") == (
        "[[contacts/Elba]] [[organizations/Elbgrün]] [[Elbgrün]] [[x/Elbgrün]]\n"
    )
    assert text(tmp_path, "sub/B.md") == "[[../contacts/Elba]] [[./Elbgrün]]\n"


def test_links_follow_from_a_note_that_bears_its_own_name_as_an_alias(tmp_path: Path) -> None:
    carla = "---\naliases: [carla voigt]\n---\n"
    write(tmp_path, {"contacts/Carla Voigt.md": carla, "A.md": "[[Carla Voigt]]\n"})
    with opened(tmp_path) as workspace:
        renamed(workspace, "Carla", "Carla Lind")
    assert text(tmp_path, "A.md") == "[[Carla Lind]]\n"


def test_a_note_that_can_not_be_written_keeps_its_links(tmp_path: Path) -> None:
    torn = "---\nkey: [\n---\n[[Carla Voigt]]\n"
    write(tmp_path, {"contacts/Carla Voigt.md": "", "Torn.md": torn})
    with opened(tmp_path) as workspace:
        found = renamed(workspace, "Carla", "Carla Lind")
    assert found.left == ("Torn.md",)
    assert text(tmp_path, "Torn.md") == torn


def test_only_the_case_of_a_name_can_change(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/carla.md": "x\n"})
    with opened(tmp_path) as workspace:
        renamed(workspace, "carla", "Carla")
    assert files(tmp_path) == {"contacts/Carla.md": b"x\n"}


def test_a_name_in_use_is_not_taken(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/A.md": "", "contacts/B.md": "---\naliases: [C]\n---\n"})
    before = files(tmp_path)
    with opened(tmp_path) as workspace:
        for name in ("B", "c"):
            with pytest.raises(NameInUse):
                renamed(workspace, "contacts/A.md", name)
        with pytest.raises(SameName):
            renamed(workspace, "contacts/A.md", "A")
    assert files(tmp_path) == before


def test_the_example_vault_survives_every_rename_and_its_undoing(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "vault-example"
    write(tmp_path, {}, (example / "notesync.toml").read_text(encoding="utf-8"))
    for name, content in files(example).items():
        write(tmp_path, {name: content}, (example / "notesync.toml").read_text(encoding="utf-8"))
    before = files(tmp_path)
    with opened(tmp_path) as workspace:
        for path in before:
            renamed(workspace, path, f"New {Path(path).stem}")
            assert not problems.problems(workspace.store)
            take_back(workspace.vault)
            workspace.look()
            assert files(tmp_path) == before
