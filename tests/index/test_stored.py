"""A mark of a stored manifest is read and changed as if the whole of it were."""

from __future__ import annotations

import sqlite3
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.index import manifest
from notesync.index.manifest import Mark, NoManifest
from notesync.index.stored import Marks

number = st.integers(min_value=0, max_value=2**64 - 1)
mark = st.tuples(number, number, number, number)
path = st.text("aäzÄ/ .~\U0001f331", min_size=1, max_size=4)
marks = st.dictionaries(path, mark, max_size=8).map(lambda found: dict(sorted(found.items())))


def stored(blob: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE manifest (walk, marks)")
    connection.execute("INSERT INTO manifest VALUES ('[]', ?)", (blob,))
    return connection


@given(marks, st.sets(path, max_size=4), mark, st.integers(1, 2))
def test_what_is_there_is_found_and_what_is_not_there_is_not(
    known: dict[str, Mark], others: set[str], another: Mark, times: int
) -> None:
    wanted = others | set(list(known)[::2])
    with stored(manifest.pack(known)) as connection:
        with connection.blobopen("manifest", "marks", 1) as blob:
            names = b""
            for _ in range(times):  # the second time its names are known
                blob.seek(0)
                found = Marks(blob, names)
                names = found.names
            numbers = found.numbers(wanted)
            assert {each: found[at] for each, at in numbers.items()} == {
                each: known[each] for each in wanted & known.keys()
            }
            for at in numbers.values():
                found[at] = another
        ((packed,),) = connection.execute("SELECT marks FROM manifest")
    assert packed == manifest.pack({**known, **dict.fromkeys(numbers, another)})


@pytest.mark.parametrize("blob", [b"", b"\1", (9).to_bytes(8, sys.byteorder) + bytes(80)])
def test_what_is_no_manifest_is_refused(blob: bytes) -> None:
    with (
        stored(blob) as connection,
        connection.blobopen("manifest", "marks", 1) as found,
        pytest.raises(NoManifest),
    ):
        Marks(found)
