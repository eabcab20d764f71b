"""What a refresh tells, when the index is built anew, and what half-written files do."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.errors import NotesyncError, Problem
from notesync.index.books import calendar
from notesync.index.refresh import Refreshed, refresh
from notesync.index.store import Store
from notesync.vault.snapshot import Stat
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, from_nothing, write


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return a_vault(tmp_path, Anna="# Anna\n\nknows Bernd\n", Bernd="---\ntags: [kiel]\n---\n")


@pytest.fixture
def store(vault: Vault) -> Iterator[Store]:
    with Store(vault.state_dir()) as store:
        yield store


def paths(store: Store) -> list[str]:
    return [path for (path,) in store.rows("SELECT path FROM notes ORDER BY path")]


# ------------------------------------------------------------------------ what a refresh says


def test_the_first_refresh_reads_every_note(vault: Vault, store: Store) -> None:
    done = refresh(vault, store)
    assert done.added == ("contacts/Anna.md", "contacts/Bernd.md")
    assert done.rebuilt == "new"


def test_an_unchanged_vault_keeps_its_generation(vault: Vault, store: Store) -> None:
    first = refresh(vault, store)
    assert refresh(vault, store) == Refreshed(first.generation, writes=store.meta("writes"))


def test_each_change_is_told_and_raises_the_generation(vault: Vault, store: Store) -> None:
    first = refresh(vault, store)
    write(vault.root, "contacts/Anna.md", "# Anna\n\nmoved\n")
    write(vault.root, "new.md", "hello")
    (vault.root / "contacts/Bernd.md").unlink()
    done = refresh(vault, store)
    assert done.added == ("new.md",)
    assert done.changed == ("contacts/Anna.md",)
    assert done.removed == ("contacts/Bernd.md",)
    assert done.generation > first.generation
    assert store.content() == from_nothing(vault)


def test_a_file_that_is_only_touched_keeps_the_generation(vault: Vault, store: Store) -> None:
    first = refresh(vault, store)
    os.utime(vault.root / "contacts/Anna.md", (1, 1))
    assert refresh(vault, store) == Refreshed(first.generation, writes=store.meta("writes"))
    assert store.content() == from_nothing(vault)


def test_a_rewrite_that_leaves_size_and_times_alone_is_seen(vault: Vault, store: Store) -> None:
    file = vault.root / "contacts/Anna.md"
    before = file.stat()
    refresh(vault, store)
    file.write_text(file.read_text().replace("Bernd", "Xaver"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert refresh(vault, store).changed == ("contacts/Anna.md",)


def test_a_young_file_is_read_again_even_if_its_stat_is_the_same(
    vault: Vault, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(vault, store)
    stats = vault.scan()
    write(vault.root, "contacts/Anna.md", "# Anna\n\nknows Xaver\n")
    # A clock so coarse that both writes bear the same time, in a file of the same size.
    monkeypatch.setattr(vault, "scan", lambda **_: stats)
    assert refresh(vault, store).changed == ("contacts/Anna.md",)


def test_an_old_file_is_not_read_again(
    vault: Vault, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waits until the files are no longer young."""
    time.sleep(2.1)
    refresh(vault, store)
    monkeypatch.setattr(vault, "read", lambda path: pytest.fail(f"{path} was read"))
    assert not refresh(vault, store).changed


def test_problems_met_on_the_way_are_kept_and_go_again(vault: Vault, store: Store) -> None:
    first = refresh(vault, store)
    link = vault.root / "contacts/Link.md"
    link.symlink_to("Anna.md")
    second = refresh(vault, store)
    assert store.rows("SELECT path, code, ours FROM problems") == [
        ("contacts/Link.md", "symlink", 1)
    ]
    assert second.generation > first.generation
    link.unlink()
    refresh(vault, store)
    assert store.rows("SELECT path FROM problems") == []


def test_who_looked_before_another_wrote_looks_again(
    vault: Vault, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(vault, store)
    write(vault.root, "new.md", "new")
    scan = vault.scan

    def scan_and_be_overtaken(*, sealing: bool) -> tuple[list[Stat], list[Problem]]:
        monkeypatch.undo()
        found = scan(sealing=sealing)
        write(vault.root, "newer.md", "newer")
        with Store(vault.state_dir()) as other:
            refresh(vault, other)
        return found

    monkeypatch.setattr(vault, "scan", scan_and_be_overtaken)
    refresh(vault, store)
    assert paths(store) == ["contacts/Anna.md", "contacts/Bernd.md", "new.md", "newer.md"]


def test_two_names_that_differ_in_unicode_form_only_are_two_notes(
    vault: Vault, store: Store
) -> None:
    write(vault.root, "J\u00f6rg.md", "composed")
    write(vault.root, "Jo\u0308rg.md", "decomposed")
    if len(list(vault.root.glob("J*.md"))) == 1:
        pytest.skip("this file system takes both for one name")
    refresh(vault, store)
    assert {"J\u00f6rg.md", "Jo\u0308rg.md"} <= set(paths(store))


def test_progress_counts_to_the_end(vault: Vault, store: Store) -> None:
    told: list[tuple[int, int]] = []
    refresh(vault, store, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_file_that_vanishes_while_it_is_read_is_gone(
    vault: Vault, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(vault, store)
    write(vault.root, "contacts/Anna.md", "changed")
    found = vault.scan()
    (vault.root / "contacts/Anna.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(vault, "scan", lambda **_: found)
        assert refresh(vault, store).removed == ("contacts/Anna.md",)
    assert store.content() == from_nothing(vault)


# ------------------------------------------------------------------------ why it is built anew


def test_another_configuration_means_another_index(vault: Vault, store: Store) -> None:
    refresh(vault, store)
    (vault.root / "notesync.toml").write_text('[folders]\norganizations = ["contacts"]\n')
    done = refresh(Vault.open(vault.root), store)
    assert done.rebuilt == "config"
    assert {kind for (kind,) in store.rows("SELECT kind FROM notes")} == {"organization"}


def test_what_does_not_decide_how_notes_are_read_rebuilds_nothing(
    vault: Vault, store: Store
) -> None:
    refresh(vault, store)
    (vault.root / "notesync.toml").write_text('lang = "de"\nregion = "DE-HH"\n')
    assert refresh(Vault.open(vault.root), store).rebuilt is None


NOTHING_KNOWN = "UPDATE manifest SET marks = zeroblob(9)"


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="emptied"),
        pytest.param(lambda file: file.write_bytes(b"no database" * 1000), id="overwritten"),
        pytest.param(lambda file: os.truncate(file, 8192), id="cut"),
        pytest.param(lambda file: (file.unlink(), file.symlink_to("other")), id="a link"),
        pytest.param(lambda file: _sql(file, "DROP TABLE names"), id="table missing"),
        pytest.param(lambda file: _sql(file, "CREATE TABLE more (x)"), id="table too many"),
        pytest.param(lambda file: _sql(file, "DELETE FROM manifest"), id="no manifest"),
        pytest.param(lambda file: _sql(file, "UPDATE manifest SET marks = x'00'"), id="manifest"),
        pytest.param(lambda file: _sql(file, NOTHING_KNOWN), id="no marks"),
        pytest.param(lambda file: _sql(file, "PRAGMA user_version = 999"), id="version"),
        pytest.param(lambda file: _sql(file, "UPDATE meta SET value = 0"), id="reader"),
    ],
)
def test_a_useless_index_is_built_anew(vault: Vault, harm: Callable[[Path], object]) -> None:
    with Store(vault.state_dir()) as store:
        refresh(vault, store)
    harm(store.path)
    with Store(vault.state_dir()) as store:
        assert refresh(vault, store).rebuilt in {"damaged", "version"}
        assert store.content() == from_nothing(vault)


def _sql(file: Path, sql: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(sql)
    connection.close()


@given(data=st.data())
def test_an_index_with_wrong_bytes_never_ends_in_a_traceback(data: st.DataObject) -> None:
    """Bytes that SQLite can't know to be wrong may say something wrong; all others are noticed."""
    with tempfile.TemporaryDirectory() as name:
        vault = a_vault(Path(name), Anna="---\naliases: [Änne]\n---\n[[Bernd]]\n", Bernd="x")
        with Store(vault.state_dir()) as store:
            refresh(vault, store)
        content = bytearray(store.path.read_bytes())
        for _ in range(data.draw(st.integers(1, 20))):
            at = data.draw(st.integers(0, len(content) - 1))
            content[at] = data.draw(st.integers(0, 255))
        store.path.write_bytes(content)
        write(vault.root, "contacts/Anna.md", "changed")
        with suppress(NotesyncError), Store(vault.state_dir()) as store:
            refresh(vault, store)
            store.content()
        with Store(vault.state_dir()) as store:  # and the next command puts it right
            refresh(vault, store)


# ------------------------------------------------------------------------ half-written files


@pytest.mark.parametrize("torn", ["", "  \n", "---\ntags: [ki"])
def test_a_file_that_an_editor_is_writing_keeps_its_last_good_state(
    vault: Vault, store: Store, torn: str
) -> None:
    refresh(vault, store)
    good = store.rows("SELECT path, brief FROM notes")
    write(vault.root, "contacts/Bernd.md", torn)
    done = refresh(vault, store, settle=60)
    assert done.pending == ("contacts/Bernd.md",)
    assert store.rows("SELECT path, brief FROM notes") == good
    assert refresh(vault, store, settle=60).pending == ("contacts/Bernd.md",)
    assert refresh(vault, store).changed == ("contacts/Bernd.md",)
    assert store.content() == from_nothing(vault)


@pytest.mark.parametrize("since", [1e9, 1e10])  # long ago, and by a clock that runs ahead
def test_a_file_that_stays_empty_is_believed_in_the_end(
    vault: Vault, store: Store, since: float
) -> None:
    refresh(vault, store)
    write(vault.root, "contacts/Bernd.md", "")
    os.utime(vault.root / "contacts/Bernd.md", (since, since))
    assert refresh(vault, store, settle=60).changed == ("contacts/Bernd.md",)


def test_a_new_empty_file_is_no_torn_one(vault: Vault, store: Store) -> None:
    refresh(vault, store)
    write(vault.root, "contacts/Carla.md", "")
    assert refresh(vault, store, settle=60).added == ("contacts/Carla.md",)


# ------------------------------------------------------------------------ what it costs

READS_AND_ASKS = """
import sys
from pathlib import Path
from notesync.index import books, lookup, problems, search
from notesync.index.books import calendar
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.snapshot import Stat
from notesync.vault.vault import Vault
vault = Vault.open(Path(sys.argv[1]))
with Store(vault.state_dir()) as store:
    refresh(vault, store)
    search.search(store, "kiel", lambda path: vault.read(path).text)
    lookup.select(store, lookup.Filter())
    problems.problems(store)
    books.calendar(store, "DE-HH", 2026, 2026)
    books.load(store)
print(*sys.modules)
"""
HEAVY = {"yaml", "frontmatter", "markdown_it", "holidays", "jinja2", "watchdog", "click"}
READERS = {"notesync.notes.document", "notesync.notes.reading", "notesync.notes.schema"}


def test_an_unchanged_vault_is_answered_for_without_any_reader(vault: Vault, store: Store) -> None:
    refresh(vault, store)
    calendar(store, "DE-HH", 2026, 2026)
    time.sleep(2.1)  # until no file is young any more
    refresh(vault, store)
    done = subprocess.run(
        [sys.executable, "-c", READS_AND_ASKS, vault.root],
        check=True,
        capture_output=True,
        text=True,
    )
    imported = set(done.stdout.split())
    assert "notesync.index.refresh" in imported
    assert not imported & (HEAVY | READERS | {"notesync.index.intake"})


@pytest.mark.parametrize("at", [18, 19])
def test_a_head_that_claims_to_be_for_newer_programs_only_is_damage(
    at: int, vault: Vault, store: Store
) -> None:
    refresh(vault, store)
    store.close()
    content = bytearray(store.path.read_bytes())
    content[at] = 3
    store.path.write_bytes(content)
    write(vault.root, "contacts/Anna.md", "changed")
    with suppress(NotesyncError), Store(vault.state_dir()) as other:
        refresh(vault, other)
    with Store(vault.state_dir()) as other:
        refresh(vault, other)
        assert other.content() == from_nothing(vault)
