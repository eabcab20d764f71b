"""What is measured in a process of its own: ``python -m benchmarks.tasks TASK VAULT``.

Each task does its imports first, then one thing, and prints wall-clock and CPU seconds of that one
thing as JSON. A fresh process for each sample keeps one task's memory and caches out of the next.
"""

from __future__ import annotations

import gc
import hashlib
import itertools
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

QUERY = "straßenplanung mueller"
LINE = "- 2026-05-28 angefragt mail\n"  # what changes, where a note has to change
# Views that status shows nothing of; all others are in its payload.
BESIDE_STATUS = {"steps", "dormant", "confidence", "loop", "give-back", "opportunities"}


@contextmanager
def timed() -> Iterator[None]:
    """Print how long the block took, on the clock and on the CPU, that of its workers too."""
    gc.collect()
    wall, cpu = time.perf_counter(), _cpu()
    yield
    found = {"wall": time.perf_counter() - wall, "cpu": _cpu() - cpu}
    print(json.dumps(found))


def _cpu() -> float:
    """Seconds of CPU time that this process has used, and those that it has started and ended."""
    own = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in own)


def files(folder: Path) -> Iterator[Path]:
    """Every note of a vault."""
    return folder.rglob("*.md")


def nothing(_folder: Path) -> None:
    """What a process with the task's imports needs anyway; for its peak memory."""
    with timed():
        pass


def read_and_hash(folder: Path) -> None:
    """Read every file and hash it, which any index has to do at least."""
    with timed():
        for file in files(folder):
            hashlib.blake2b(file.read_bytes()).digest()


def bare_parse(folder: Path) -> None:
    """Compose each header with PyYAML's C loader and parse each body with markdown-it-py.

    Nothing is made of either: no fields, no facts, no rows.
    """
    import yaml
    from markdown_it import MarkdownIt

    from notesync.notes import frontmatter

    texts = [file.read_text(encoding="utf-8") for file in files(folder)]
    parser = MarkdownIt("commonmark")
    with timed():
        for text in texts:
            fence = frontmatter.split(text)
            if fence:
                yaml.compose(text[fence.start : fence.end], Loader=yaml.CBaseLoader)
            parser.parse(text[fence.body :] if fence else text)


def cold_index(folder: Path) -> None:
    """Build the index from nothing, beside the vault."""
    _build(folder)


def cold_index_without_text(folder: Path) -> None:
    """Build the index, but give the full text nothing: this tells what the full text costs."""
    from benchmarks.textless import without_texts

    with without_texts():
        _build(folder, empty="SELECT 1 FROM fts WHERE fts MATCH 'e*' LIMIT 1")


def _build(folder: Path, empty: str = "") -> None:
    """Build an index; the query `empty` must find nothing in it."""
    from notesync.index.intake import Intake
    from notesync.index.refresh import refresh
    from notesync.index.store import Store
    from notesync.notes import document, outline, reading
    from notesync.vault.vault import Vault

    del Intake, document, outline, reading  # imported here so that their imports are not counted
    vault = Vault.open(folder)
    with tempfile.TemporaryDirectory() as beside:
        with timed():
            store = Store(Path(beside))
            refresh(vault, store)
        if empty and store.rows(empty):
            raise AssertionError(empty)
        store.close()


def unchanged_look(folder: Path) -> None:
    """Refresh when nothing has changed."""
    from notesync.index.refresh import refresh
    from notesync.index.store import Store
    from notesync.vault.vault import Vault

    vault = Vault.open(folder)
    with Store(vault.state_dir()) as store, timed():
        refresh(vault, store)


def contacts(folder: Path) -> Sequence[Path]:
    """The notes of all people, in the order of their names."""
    return sorted((folder / "Menschen").iterdir())


def change(contact: Path) -> None:
    """Add a line to a contact."""
    with contact.open("a", encoding="utf-8") as file:
        file.write(LINE)


def change_one(folder: Path) -> None:
    """Add a line to a contact, another one each time."""
    people = contacts(folder)
    change(people[time.time_ns() % len(people)])


def after_one_change(folder: Path) -> None:
    """Refresh after one note has changed, with all that needs to be imported for it."""
    from notesync.index.refresh import refresh
    from notesync.index.store import Store
    from notesync.vault.vault import Vault

    vault = Vault.open(folder)
    change_one(folder)
    with Store(vault.state_dir()) as store, timed():
        refresh(vault, store)


def after_another_change(folder: Path) -> None:
    """Refresh after one note has changed, in a process that has done so before (the watcher)."""
    from notesync.index.refresh import refresh
    from notesync.index.store import Store
    from notesync.vault.vault import Vault

    vault = Vault.open(folder)
    with Store(vault.state_dir()) as store:
        change_one(folder)
        refresh(vault, store)
        change_one(folder)
        with timed():
            refresh(vault, store)


def search(folder: Path) -> None:
    """Search for two words, with snippets, as the watcher or a server would."""
    from notesync.index.search import search as find
    from notesync.index.store import Store
    from notesync.vault.vault import Vault

    vault = Vault.open(folder)
    with Store(vault.state_dir()) as store:
        find(store, "anders", lambda path: vault.read(path).text)
        with timed():
            find(store, QUERY, lambda path: vault.read(path).text)


def load_book(folder: Path) -> None:
    """Read the Book from the index."""
    from notesync.index import books
    from notesync.index.store import Store
    from notesync.vault.vault import Vault

    vault = Vault.open(folder)
    with Store(vault.state_dir()) as store, timed():
        books.load(store)


def all_views(folder: Path) -> None:
    """Derive every row and figure of a day from the Book: what status says, and each other view."""
    from notesync.index import books
    from notesync.index.store import Store
    from notesync.vault.vault import Vault
    from notesync.views.calendar import Calendar, years_needed
    from notesync.views.catalogue import VIEWS
    from notesync.views.facts import gather
    from notesync.views.payload import payload
    from notesync.views.status import of_facts
    from notesync.words import ENGLISH

    vault = Vault.open(folder)
    today = vault.config.today or date(2026, 5, 29)
    with Store(vault.state_dir()) as store:
        book = books.load(store)
        years = sorted(years_needed(book, today))
        holidays = books.calendar(store, vault.config.region, years[0], years[-1])
        calendar = Calendar(holidays, frozenset(years))
        with timed():
            facts = gather(book, today, calendar, vault.config.rhythm)
            payload(of_facts(facts), ENGLISH)
            for view in VIEWS:
                if view.name in BESIDE_STATUS:
                    view.of(facts)


def dashboard_page(folder: Path) -> None:
    """Load the Book and render the dashboard's file, all that is done besides reading changes."""
    from notesync.dashboard.render import render
    from notesync.index import books
    from notesync.index.store import Store
    from notesync.vault.vault import Vault
    from notesync.views.calendar import Calendar, years_needed
    from notesync.words import ENGLISH

    vault = Vault.open(folder)
    today = vault.config.today or date(2026, 5, 29)
    with Store(vault.state_dir()) as store, timed():
        book = books.load(store)
        years = sorted(years_needed(book, today))
        holidays = books.calendar(store, vault.config.region, years[0], years[-1])
        render(
            book,
            today=today,
            calendar=Calendar(holidays, frozenset(years)),
            rhythm=vault.config.rhythm,
            words=ENGLISH,
        )


def merged(folder: Path) -> None:
    """Merge the branch ``theirs`` into what is checked out, from two commits to the files."""
    from notesync.sync import course, moving
    from notesync.sync.checkout import Checkout
    from notesync.sync.commits import bases_of, write_commit
    from notesync.sync.merging import merge
    from notesync.vault.vault import Vault
    from notesync.words import ENGLISH

    del course  # imported here so that the imports of a sync with something to do are not counted
    with Checkout(Vault.open(folder), ENGLISH) as checkout:
        ours, theirs = map(checkout.objects.name, ("HEAD", "theirs"))
        with timed():
            join = merge(checkout, bases_of(checkout, ours, theirs), ours, theirs)
            commit = write_commit(checkout, join.tree, [ours, theirs], "merged\n")
            moving.move(checkout, ours, commit, index=join.index)


TASKS: Mapping[str, Callable[[Path], None]] = {
    task.__name__: task
    for task in (
        nothing,
        read_and_hash,
        bare_parse,
        cold_index,
        cold_index_without_text,
        unchanged_look,
        after_one_change,
        after_another_change,
        search,
        load_book,
        all_views,
        dashboard_page,
        merged,
    )
}


def main(arguments: list[str]) -> None:
    """Run one task on one vault, with garbage left where it is, as the commands do."""
    gc.disable()
    (name, folder) = itertools.islice(arguments, 2)
    TASKS[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
