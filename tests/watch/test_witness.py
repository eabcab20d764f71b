"""The witness: says that the index is right only where it is, and as soon as it can."""

from __future__ import annotations

import mmap
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.index import manifest
from notesync.index.refresh import refresh
from notesync.vault.litter import OURS
from notesync.watch.asking import question
from notesync.watch.watcher import Look
from tests.watch.following import ANNA
from tests.watch.vouching import (
    CHANGES,
    NEW,
    Witnessed,
    append,
    attempt,
    delete,
    empty,
    forbid,
    name_twice,
    replace,
    set_back,
    turn_into_a_pipe,
    witnessed,
    write,
    write_in_place,
)

if sys.platform != "linux":
    pytest.skip("inotify is Linux's", allow_module_level=True)

Change = Callable[[Path], None]

# ---------------------------------------------------------------- one thing after the other


def test_nobody_vouches_before_the_first_look(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        assert not seen.vouched


def test_after_a_look_the_index_is_vouched_for_as_often_as_one_asks(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        assert seen.vouched
        assert seen.vouched
        assert seen.right


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_known_at_once_and_no_more_after_a_look(change: Change, tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        change(seen.root / "contacts" / "Anna.md")
        assert not seen.vouched
        assert not seen.vouched
        seen.look()
        assert seen.right
        assert seen.vouched == seen.vault.steady


def test_another_process_is_seen_as_well(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        subprocess.run(
            ["sed", "-i", "s/Hamburg/Leipzig/", "contacts/Anna.md"], cwd=seen.root, check=True
        )
        assert not seen.vouched


def test_what_is_written_into_a_file_that_stays_open_is_seen(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        with (seen.root / "contacts" / "Anna.md").open("r+b", buffering=0) as file:
            seen.look()
            assert seen.vouched
            file.write(b"---\ntype: talk\n")
            assert not seen.vouched
            seen.look()
        assert not seen.vouched  # it was closed, which is no change, but might end one


def test_what_was_written_through_memory_is_seen_when_it_is_done(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        with (seen.root / "contacts" / "Anna.md").open("r+b") as file:
            seen.look()
            with mmap.mmap(file.fileno(), 0) as memory:
                memory[4:8] = b"TYPE"
                memory.flush()
        assert not seen.vouched
        seen.look()
        assert seen.vouched
        assert seen.right


def test_a_folder_with_notes_that_is_moved_in_is_seen_with_what_changes_in_it(
    tmp_path: Path,
) -> None:
    outside = tmp_path / "Coming" / "from" / "elsewhere"
    write(outside / "Ben.md")
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        (tmp_path / "Coming").rename(seen.root / "Coming")
        assert not seen.vouched
        seen.look()
        assert seen.vouched
        (seen.root / "Coming" / "from" / "elsewhere" / "Ben.md").unlink()
        assert not seen.vouched


def test_a_folder_that_has_left_the_vault_is_watched_no_more(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        write(seen.root / "leaving" / "Ben.md")
        seen.look()
        (seen.root / "leaving").rename(tmp_path / "left")
        seen.look()
        (tmp_path / "left" / "Ben.md").unlink()
        assert seen.vouched


def test_a_renamed_folder_goes_on_being_watched(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        (seen.root / "contacts").rename(seen.root / "people")
        seen.look()
        assert seen.vouched
        (seen.root / "people" / "Anna.md").write_text(NEW, encoding="utf-8")
        assert not seen.vouched


def dashboard(root: Path) -> None:
    beside = root / f"{OURS}1"
    beside.write_text("page", encoding="utf-8")
    beside.rename(root / "dashboard.html")


def picture(root: Path) -> None:
    (root / "contacts" / "Anna.png").write_bytes(b"PNG")
    (root / "contacts" / "Anna.png").unlink()


def swap_file(root: Path) -> None:
    (root / "contacts" / ".Anna.md.swp").write_bytes(b"vim")
    (root / "contacts" / "4913").touch()


def repository(root: Path) -> None:
    (root / ".git" / "objects").mkdir(parents=True)
    (root / ".git" / "README.md").write_text("no note", encoding="utf-8")


def reading(root: Path) -> None:
    (root / "contacts" / "Anna.md").read_bytes()
    list(root.rglob("*"))


@pytest.mark.parametrize("change", [dashboard, picture, swap_file, repository, reading])
def test_what_no_index_knows_is_no_reason_to_look(change: Change, tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        change(seen.root)
        assert seen.vouched
        assert seen.right


def test_where_a_link_leads_somewhere_else_nobody_vouches(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        (seen.root / "stuff").symlink_to(tmp_path / "elsewhere")
        seen.look()
        asked = question(seen.root.stat(), seen.writes)
        assert seen.witness.vouches(asked) is False  # another look would tell no more
        (seen.root / "stuff").unlink()
        assert seen.witness.vouches(asked) is None
        seen.look()
        assert seen.vouched


def test_what_an_interrupted_write_left_behind_is_not_vouched_for(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        (seen.root / "contacts" / f"{OURS}1").touch()  # becomes a line of `check` by its age
        assert not seen.vouched
        seen.look()
        assert not seen.vouched


def test_an_index_that_somebody_else_has_written_to_is_not_vouched_for(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        asked = question(seen.root.stat(), seen.writes + 1)
        assert seen.witness.vouches(asked) is None  # a look would tell
        seen.look()
        assert seen.vouched


def test_a_question_about_another_folder_or_in_another_tongue_is_answered_with_no(
    tmp_path: Path,
) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        assert seen.witness.vouches(question(tmp_path.stat(), seen.writes)) is False
        assert seen.witness.vouches(b"notesync 2 hello") is False
        assert seen.witness.vouches(b"") is False
        assert seen.vouched


PLAINLY = (write, write_in_place, append, empty, replace, set_back, forbid)


@pytest.mark.parametrize("change", PLAINLY)
def test_after_a_save_there_is_a_look_at_nothing_but_that_note(
    change: Change, tmp_path: Path
) -> None:
    with witnessed(tmp_path / "vault") as seen:
        write(seen.root / "contacts" / "Ben.md")
        seen.look()
        assert seen.whole
        for name in ("Anna.md", "Ben.md"):
            change(seen.root / "contacts" / name)
            seen.look()
            assert not seen.whole
            assert seen.vouched
            assert seen.right


def test_what_came_or_went_or_is_no_plain_file_any_more_is_a_reason_to_walk(
    tmp_path: Path,
) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        for change in (write, delete, write, turn_into_a_pipe):
            change(seen.root / "contacts" / "Ben.md")
            seen.look()
            assert seen.whole
            assert seen.vouched
            assert seen.right


def test_an_index_that_is_newer_than_what_was_seen_is_a_reason_to_walk(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        write(seen.root / "contacts" / "Anna.md")
        seen.vault.entering = None
        refresh(seen.vault, seen.store)  # as a command does
        seen.vault.entering = seen.witness.entering
        seen.look()
        assert seen.whole
        assert seen.vouched
        assert seen.right


def test_another_file_in_the_place_of_a_decomposed_name_is_a_reason_to_walk(
    tmp_path: Path,
) -> None:
    with witnessed(tmp_path / "vault") as seen:
        write(seen.root / "contacts" / "Jo\u0308rg.md")
        seen.look()
        append(seen.root / "contacts" / "J\u00f6rg.md")
        seen.look()
        assert seen.whole
        assert seen.right


def test_a_name_that_is_no_text_is_a_reason_to_walk(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        write(seen.root / "contacts" / os.fsdecode(b"J\xfcrg.md"))
        delete(seen.root / "contacts" / os.fsdecode(b"J\xfcrg.md"))
        seen.look()
        assert seen.whole
        assert seen.right


def test_of_two_names_that_differ_in_their_form_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "YOUNG_NS", 0)
    with witnessed(tmp_path / "vault") as seen:
        for name in ("J\u00f6rg.md", "Jo\u0308rg.md"):
            write(seen.root / "contacts" / name)
        seen.look()
        delete(seen.root / "contacts" / "J\u00f6rg.md")
        seen.look()
        assert seen.right


@pytest.mark.parametrize("change", [append, replace])
def test_a_file_with_two_names_is_not_vouched_for(
    change: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "YOUNG_NS", 0)
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        name_twice(seen.root / "contacts" / "Anna.md")
        seen.look()
        assert not seen.vouched
        change(seen.root / "contacts" / "Twin of Anna.md")
        seen.look()
        assert seen.right


def test_another_folder_in_the_place_of_one_above_is_seen(tmp_path: Path) -> None:
    above = tmp_path / "up"
    with witnessed(above / "vault") as seen:
        seen.look()
        above.rename(tmp_path / "away")
        shutil.copytree(tmp_path / "away", above, symlinks=True)
        seen.look()
        for _ in range(2):
            append(seen.root / "contacts" / "Anna.md")
            assert not seen.vouched
            seen.look()
            assert seen.right
            assert seen.vouched


MARKS = "UPDATE manifest SET marks = CAST({} AS BLOB)"
META = "UPDATE meta SET value = '{}' WHERE key = '{}'"
GONE = "DELETE FROM meta WHERE key = '{}'"
DAMAGES = [
    MARKS.format("x'01'"),
    MARKS.format("substr(marks, 1, length(marks) - 1) || x'41'"),
    MARKS.format("marks || CAST('zz.md' AS BLOB) || x'00'"),
    MARKS.format("substr(marks, 1, 40) || zeroblob(200) || substr(marks, 41)"),
    MARKS.format("substr(marks, 1, 8) || replace(hex(zeroblob(50)), '0', 'A')"),
    "UPDATE manifest SET walk = 'x'",
    "DELETE FROM manifest",
    "INSERT INTO manifest SELECT * FROM manifest",
    "DELETE FROM notes",
    *(META.format(value, "young") for value in ("null", "[1]", "[[1]]", "x")),
    *(META.format("x", key) for key in ("writes", "generation")),
    *(GONE.format(key) for key in ("young", "writes", "generation")),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_built_anew(damage: str, tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        with closing(sqlite3.connect(seen.store.path)) as connection, connection:
            connection.execute(damage)
        append(seen.root / "contacts" / "Anna.md")
        seen.look()
        assert seen.right
        assert seen.vouched


@pytest.mark.parametrize("told", [Look(failed=True), Look(pending=True), Look()])
def test_a_look_that_is_not_done_is_not_vouched_for(told: Look, tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        seen.witness.watching(lambda _touched: told)
        assert not seen.vouched
        seen.look()
        assert seen.vouched


def test_more_than_the_queue_holds_is_a_reason_to_look(tmp_path: Path) -> None:
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text(encoding="ascii"))
    with witnessed(tmp_path / "vault") as seen:
        one, other = (seen.root / name for name in ("one.txt", "other.txt"))
        seen.look()
        for _ in range(most // 4 + 1):  # each writes and closes: two events
            one.write_bytes(b"x")
            other.write_bytes(b"x")
        (seen.root / "contacts" / "Anna.md").write_text(NEW, encoding="utf-8")
        assert not seen.vouched
        seen.look()
        assert seen.vouched
        assert seen.right


MOUNTED = """
import subprocess, sys
from pathlib import Path
from tests.watch.vouching import witnessed
with witnessed(Path(sys.argv[1])) as seen:
    seen.look()
    said = [seen.vouched]
    subprocess.run(["mount", "-t", "tmpfs", "none", seen.root / "contacts"], check=True)
    said.append(seen.vouched)
    seen.look()
    said += [seen.vouched, seen.right]
    subprocess.run(["umount", seen.root / "contacts"], check=True)
    said.append(seen.vouched)
    seen.look()
    print(*said, seen.vouched, seen.right)
"""


BOUND = """
import subprocess, sys
from pathlib import Path
from tests.watch.vouching import append, witnessed
with witnessed(Path(sys.argv[1])) as seen:
    (seen.root / "people").mkdir()
    subprocess.run(["mount", "--bind", seen.root / "contacts", seen.root / "people"], check=True)
    seen.look()
    said = [seen.vouched]
    append(seen.root / "contacts" / "Anna.md")
    seen.look()
    print(*said, seen.vouched, seen.right)
"""


@pytest.mark.parametrize(
    ("script", "said"),
    [(MOUNTED, "True False False True False True True"), (BOUND, "False False True")],
    ids=["hidden", "at two places"],
)
def test_a_folder_that_is_mounted_is_noticed_and_not_vouched_for(
    script: str, said: str, tmp_path: Path
) -> None:
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("here nobody may mount anything, not even for himself")
    done = subprocess.run(
        [*alone, sys.executable, "-c", script, str(tmp_path / "vault")],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.split() == said.split()


# ---------------------------------------------------------------- whatever happens, whenever

PLACES = [
    *("contacts/Anna.md", "contacts/Ben.MD", "people/Carla.md", "x.bak/Dora.md", "Eva.md"),
    *("contacts/Twin of Anna.md", "contacts/J\u00f6rg.md", "contacts/Jo\u0308rg.md"),
    os.fsdecode(b"contacts/J\xfcrg.md"),
]
YOUNG = (0, manifest.YOUNG_NS)  # whether a note is looked at again because it was too young
deed = st.tuples(st.sampled_from(CHANGES), st.sampled_from(PLACES))


def do(seen: Witnessed, deeds: list[tuple[Change, str]]) -> None:
    for change, place in deeds:
        attempt(change, seen.root / place)


@given(
    st.lists(st.tuples(st.lists(deed, max_size=3), st.booleans()), max_size=6),
    st.sampled_from(YOUNG),
)
def test_whatever_happens_only_the_right_index_is_vouched_for(
    steps: list[tuple[list[tuple[Change, str]], bool]], young: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        witnessed(Path(folder) / "vault") as seen,
        patch.object(manifest, "YOUNG_NS", young),
    ):
        for deeds, look in steps:
            do(seen, deeds)
            assert not seen.vouched or seen.right
            if look:
                seen.look()
                assert seen.right
                assert seen.vouched == seen.vault.steady


@given(
    st.lists(deed, max_size=3),
    st.lists(deed, max_size=2),
    st.lists(st.lists(deed, max_size=2), max_size=4),
    st.lists(deed, max_size=2),
)
def test_what_happens_in_the_midst_of_a_look_is_never_overlooked(
    first: list[tuple[Change, str]],
    before: list[tuple[Change, str]],
    between: list[list[tuple[Change, str]]],
    after: list[tuple[Change, str]],
) -> None:
    """Between what is armed and what is listed, folder by folder, and after it all."""
    with tempfile.TemporaryDirectory() as folder, witnessed(Path(folder) / "vault") as seen:
        do(seen, first)
        left = iter(between)

        def entering(descriptor: int, name: str) -> None:
            do(seen, next(left, []))
            seen.witness.entering(descriptor, name)
            do(seen, next(left, []))

        seen.look()
        seen.vault.entering = entering
        seen.look(lambda: do(seen, before), lambda: do(seen, after))
        assert not seen.vouched or seen.right
        seen.vault.entering = seen.witness.entering
        seen.look()
        assert seen.right
        assert seen.vouched == seen.vault.steady


def test_a_new_folder_is_watched_before_it_is_listed(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        write(seen.root / "new" / "Ben.md")

        def entering(descriptor: int, name: str) -> None:
            if name == "new/":
                write(seen.root / "new" / "Carla.md")  # nobody has watched it yet
            seen.witness.entering(descriptor, name)

        seen.vault.entering = entering
        seen.look()
        assert seen.vouched
        assert seen.right


def test_the_same_text_written_again_is_a_reason_to_look(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        (seen.root / "contacts" / "Anna.md").write_text(ANNA, encoding="utf-8")
        assert not seen.vouched
