"""Whatever bytes a file holds, it becomes rows and problems, and hides no other note."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from notesync.errors import PROBLEMS
from notesync.index import books, lookup, search
from notesync.index.lookup import Filter
from notesync.index.problems import problems
from notesync.index.refresh import refresh
from notesync.index.store import Store
from tests.index.folders import a_vault, from_nothing, write

DEMO = Path(__file__).parents[2] / "notesync" / "demo"
EXAMPLES = sorted(path.read_bytes() for path in DEMO.rglob("*.md"))
BITS = (
    b"---\n", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"[[", b"]]", b"- ", b": ", b'"', b"{",
    b"[", b"\t", b"## Log\n", b"```\n", b"<!--", b"&a ", b"*a", b"!!x ", b"\xc2\x85", b"=======\n",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A note of the example vault to which something has happened."""
    content = bytearray(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        gone = draw(st.sampled_from([0, 0, 1, 5, 80]))
        content[at : at + gone] = draw(st.sampled_from(BITS) | st.binary(max_size=4))
    return bytes(content)


@given(
    files=st.lists(st.binary(max_size=200) | mutated(), min_size=1, max_size=5),
    folder=st.sampled_from(["contacts", "conversations", "questions", "opportunities", "."]),
)
def test_any_bytes_become_rows_and_problems(files: list[bytes], folder: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        vault = a_vault(Path(name), Good="# Good\n\nfindable\n")
        for number, content in enumerate(files):
            write(vault.root, f"{folder}/{number}.md", content)
        with Store(vault.state_dir()) as store:
            done = refresh(vault, store)
            assert len(done.added) == len(files) + 1
            assert len(lookup.select(store, Filter())) == len(files) + 1
            for one in problems(store, everything=True):
                assert one.path
                assert PROBLEMS[one.code].format(**dict(one.values))
            books.load(store)
            hits = search.search(store, "findable", lambda path: vault.read(path).text)
            assert "contacts/Good.md" in [hit.path for hit in hits]
            for number, content in enumerate(reversed(files)):  # and from anything to anything
                write(vault.root, f"{folder}/{number}.md", content)
            refresh(vault, store)
            assert store.content() == from_nothing(vault)


def test_the_body_of_a_broken_note_can_be_searched() -> None:
    with tempfile.TemporaryDirectory() as name:
        vault = a_vault(Path(name), Broken="---\ntags: [\n---\nfindable all the same\n")
        with Store(vault.state_dir()) as store:
            refresh(vault, store)
            assert search.search(store, "findable", lambda _: "")
            assert problems(store)


def test_of_a_large_file_only_the_header_is_kept() -> None:
    with tempfile.TemporaryDirectory() as name:
        text = "---\ncity: Köln\n---\nunfindable\n" + "x" * 1_000_001
        vault = a_vault(Path(name), Large=text)
        with Store(vault.state_dir()) as store:
            refresh(vault, store)
            assert not search.search(store, "unfindable", lambda _: "")
            assert lookup.select(store, Filter(city="Köln"))
            assert [one.code for one in problems(store)] == ["large"]
