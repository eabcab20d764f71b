"""Whatever the bytes of a note: they end in rows and problems, and no byte of it changes.

Any bytes at all, and the example's notes with something done to them: cut, doubled, swapped, with
other line ends, marks, zero bytes and control characters put in.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from notesync.index.problems import problems
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.notes import document, lines
from notesync.notes.refusal import SpliceRefused
from notesync.vault.errors import NotOurs
from notesync.vault.vault import Vault
from tests.bad_input_vault import checked, found, listed, notesync, put, untouched
from tests.index.folders import from_nothing

EXAMPLE = Path(__file__).parent.parent / "vault-example"
NOTES = {
    str(file.relative_to(EXAMPLE)): file.read_bytes() for file in sorted(EXAMPLE.rglob("*.md"))
}
# Where a note lies decides how it is read.
PLACES = st.sampled_from(
    [
        "contacts/Fuzz.md",
        "conversations/2026-05-05 Fuzz.md",
        "questions/Fuzz.md",
        "me.md",
        "reviews/2026-W19.md",
        "opportunities/Fuzz.md",
        "Fuzz.md",
    ]
)

# ------------------------------------------------------------------------ bytes

# What headers, logs, links and tasks are made of, beside bytes that are no text.
BITS = st.sampled_from(
    [
        *(b"---\n", b"---", b"\n", b"\r\n", b"\r", b": ", b"- ", b"  ", b"\t", b"#", b"## Log\n"),
        *(b"## Learned\n", b"## Verlauf\n", b"## Names\n", b"[[", b"]]", b"[", b"]", b"{", b"}"),
        *(b"|", b">", b"&a", b"*a", b"!!map", b"!", b"%", b"@", b'"', b"'", b"\\", b"`", b"```\n"),
        *(b"<!--", b"-->", b"<", b"~~~\n", b"$", b"\0", b"\x1b[31m", b"\x07", b"\x85", b"\xff"),
        *(b"\xfe", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xf0\x9f\x8c\xb1"),
        *("ä".encode(), b"a\xcc\x88", b"type: contact\n", b"type: conversation\n", b"date: "),
        *(
            b"2026-02-30",
            b"2026-05-01",
            b"0000-00-00",
            b"9999-12-31",
            b" asked ",
            b" agreed ",
            b"1e9",
        ),
        *(
            b"for:",
            b"until:",
            b"expect:",
            b"named:",
            b"people:\n",
            b"aliases: ",
            b"id: x\n",
            b"[ ] me: ",
        ),
        *(b"[x] they: ", b"due:", "📅 ".encode(), b"[insight] ", b"+a", b"-b", b"<<<<<<< a\n"),
        *(
            b"=======\n",
            b">>>>>>> b\n",
            b"+++\n",
            b";;;\n",
            b"null",
            b"~",
            b"...\n",
            b"? ",
            b"<<: *a",
        ),
    ]
)
ANYTHING = st.lists(BITS | st.binary(max_size=6), max_size=40).map(b"".join) | st.binary()
AS_HEADER = ANYTHING.map(lambda inside: b"---\n" + inside + b"\n---\nbody\n")

# ------------------------------------------------------------------------ mutations


def cut(data: st.DataObject, note: bytes) -> bytes:
    return note[: data.draw(st.integers(0, len(note)))]


def behead(data: st.DataObject, note: bytes) -> bytes:
    return note[data.draw(st.integers(0, len(note))) :]


def leave_out(data: st.DataObject, note: bytes) -> bytes:
    at = data.draw(st.integers(0, len(note)))
    return note[:at] + note[at + data.draw(st.integers(1, 30)) :]


def put_in(data: st.DataObject, note: bytes) -> bytes:
    at = data.draw(st.integers(0, len(note)))
    return note[:at] + data.draw(BITS | st.binary(min_size=1, max_size=4)) + note[at:]


def change(data: st.DataObject, note: bytes) -> bytes:
    if not note:
        return note
    at = data.draw(st.integers(0, len(note) - 1))
    return note[:at] + bytes([data.draw(st.integers(0, 255))]) + note[at + 1 :]


def double(data: st.DataObject, note: bytes) -> bytes:
    at, size = data.draw(st.integers(0, len(note))), data.draw(st.integers(1, 200))
    return note[: at + size] + note[at:]


def swap_lines(data: st.DataObject, note: bytes) -> bytes:
    rows = note.splitlines(keepends=True)
    if len(rows) > 1:
        one, other = (data.draw(st.integers(0, len(rows) - 1)) for _ in range(2))
        rows[one], rows[other] = rows[other], rows[one]
    return b"".join(rows)


def leave_out_a_line(data: st.DataObject, note: bytes) -> bytes:
    rows = note.splitlines(keepends=True)
    if rows:
        del rows[data.draw(st.integers(0, len(rows) - 1))]
    return b"".join(rows)


def indent_a_line(data: st.DataObject, note: bytes) -> bytes:
    rows = note.splitlines(keepends=True)
    if rows:
        at = data.draw(st.integers(0, len(rows) - 1))
        rows[at] = data.draw(st.sampled_from([b" ", b"\t", b"    ", b"> ", b"- "])) + rows[at]
    return b"".join(rows)


def other_line_ends(data: st.DataObject, note: bytes) -> bytes:
    ends = [b"\r\n", b"\r", b"\n\n", b"\x85", b"\xe2\x80\xa8", b" \n", b""]
    if data.draw(st.booleans()):
        return note.replace(b"\n", data.draw(st.sampled_from(ends)))
    rows = note.split(b"\n")
    return b"".join(line + data.draw(st.sampled_from([b"\n", *ends])) for line in rows)


def with_a_mark(data: st.DataObject, note: bytes) -> bytes:
    return data.draw(st.sampled_from([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])) + note


def in_another_encoding(data: st.DataObject, note: bytes) -> bytes:
    encodings = ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "cp037"]
    encoding = data.draw(st.sampled_from(encodings))
    return note.decode(errors="replace").encode(encoding, "replace")


def join_another(data: st.DataObject, note: bytes) -> bytes:
    other = data.draw(st.sampled_from(sorted(NOTES.values())))
    return note + data.draw(st.sampled_from([b"", b"\n", b"=======\n"])) + other


MUTATIONS: list[Callable[[st.DataObject, bytes], bytes]] = [
    cut,
    behead,
    leave_out,
    put_in,
    change,
    double,
    swap_lines,
    leave_out_a_line,
    indent_a_line,
    other_line_ends,
    with_a_mark,
    in_another_encoding,
    join_another,
]


# ------------------------------------------------------------------------ what must hold


@contextlib.contextmanager
def a_vault() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    try:
        put(folder, "notesync.toml", 'today = "2026-05-29"\n')
        yield folder
    finally:
        shutil.rmtree(folder)


def ends_in_rows_and_problems(notes: dict[str, bytes], before: dict[str, bytes]) -> None:
    """Index the notes as they were before, then as they are: nothing raises, nothing is lost."""
    with a_vault() as folder:
        for path, content in before.items():
            put(folder, path, content)
        opened = Vault.open(folder)
        with Store(opened.state_dir()) as store:
            refresh(opened, store)
            for path, content in notes.items():
                put(folder, path, content)
            with untouched(folder):
                refresh(opened, store)
                assert [path for (path,) in store.rows("SELECT path FROM notes ORDER BY path")] == (
                    sorted(notes.keys() | before.keys())
                )
                assert store.content() == from_nothing(opened)
                for problem in problems(store, everything=True):
                    assert problem.sentence.format(**dict(problem.values))
                    rows = lines.split(opened.read(problem.path).text)
                    assert 0 <= problem.line <= max(len(rows), 1)
                    if problem.column:
                        assert problem.column <= len(rows[problem.line - 1]) + 1


@settings(max_examples=settings().max_examples // 2)
@given(place=PLACES, content=ANYTHING | AS_HEADER)
def test_any_bytes_end_in_rows_and_problems(place: str, content: bytes) -> None:
    ends_in_rows_and_problems({place: content}, {})


@settings(max_examples=settings().max_examples // 2)
@given(data=st.data(), path=st.sampled_from(sorted(NOTES)))
def test_a_mutated_note_ends_in_rows_and_problems(data: st.DataObject, path: str) -> None:
    note = NOTES[path]
    for mutation in data.draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4)):
        note = mutation(data, note)
    ends_in_rows_and_problems({path: note}, NOTES)


@settings(max_examples=settings().max_examples // 4)
@given(data=st.data(), place=PLACES, content=ANYTHING | AS_HEADER)
def test_every_command_shows_mutated_notes(data: st.DataObject, place: str, content: bytes) -> None:
    paths = data.draw(st.lists(st.sampled_from(sorted(NOTES)), min_size=1, max_size=6, unique=True))
    with a_vault() as folder:
        for path, note in NOTES.items():
            mutation = data.draw(st.sampled_from(MUTATIONS)) if path in paths else None
            put(folder, path, mutation(data, note) if mutation else note)
        put(folder, place, content)
        with untouched(folder):
            assert listed(folder) == NOTES.keys() | {place}
            found(folder, "energy")
            checked(folder, "--all")
            for command in (
                ["status"],
                ["status", "--json"],
                ["check"],
                ["show", "Carla"],
                ["search", "e"],
            ):
                assert notesync(folder, *command).code in {0, 3, 4}


@given(content=ANYTHING | AS_HEADER, key=st.sampled_from(["city", "people", "type", "x"]))
def test_a_write_into_any_bytes_changes_what_it_should_or_nothing(content: bytes, key: str) -> None:
    with a_vault() as folder:
        file = put(folder, "contacts/Fuzz.md", content)
        opened = Vault.open(folder)
        try:
            opened.edit(
                "contacts/Fuzz.md", lambda seen: document.read(seen.text).set(key, "Kiel").text
            )
        except (SpliceRefused, NotOurs):
            assert file.read_bytes() == content
        else:
            written = document.read(file.read_bytes().decode())
            assert written.get(key) == "Kiel"
            before = document.read(content.decode())
            assert written.body == before.body
            assert {k: v for k, v in written.header.items() if k != key} == {
                k: v for k, v in before.header.items() if k != key
            }
