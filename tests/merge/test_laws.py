"""Laws of merging, over made-up notes and edits: each example is a seed, so that it is cheap."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from notesync.merge import notation
from notesync.merge.note import merge_note
from notesync.notes import document
from notesync.notes.document import Document
from tests.conftest import LONG
from tests.merge import edits
from tests.merge.devices import in_place, tokens
from tests.merge.edits import EDITS, REBUILDING, Edit, Typist
from tests.notes.generators import Sample, any_text, samples

MANY = settings(
    max_examples=20_000 if LONG else 1_000, suppress_health_check=[HealthCheck.too_slow]
)
seeds = st.integers(0, 10**9)
ANYTHING = (*EDITS * 2, *REBUILDING)
# What neither deletes nor moves, nor tears a paragraph, table or fence, and adds whole lines and
# sentences: here all orders of merging give the same bytes.
WHOLE: tuple[Edit, ...] = (
    edits.add_log_line_below, edits.add_log_line, edits.change_log_date, edits.add_item_below,
    edits.add_child, edits.tick, edits.add_sentence, edits.add_paragraph_after,
    edits.append_paragraph, edits.add_row, edits.edit_scalar, edits.add_to_list,
)  # fmt: skip
# Words put behind the end of a line, with no full stop: once two devices' are merged, nobody can
# tell where the first one's end and the other's begin, so a third one's may stand in the middle.
ADDING: tuple[Edit, ...] = (*WHOLE, edits.add_words, edits.edit_log_line)


def versions(
    seed: int, names: str, most: int, among: tuple[Edit, ...] = ANYTHING, noise: float = 0.2
) -> list[str]:
    """A note, and what each of some people made of it."""
    base = edits.note(Typist(seed, "b"))
    found = [base]
    for number, name in enumerate(names):
        typist = Typist(seed * 7 + number, name)
        times = typist.random.randint(1, most)
        found.append(edits.edited(typist, base, times, noise=noise, among=among))
    return found


def merge(base: str, ours: str, theirs: str, dates: tuple[int, int] = (0, 0)) -> str:
    """The merge as text."""
    return merge_note(base.encode(), ours.encode(), theirs.encode(), dates=dates).data.decode()


def readable(text: str) -> bool:
    """Whether a note's header can be read and written."""
    found = document.read(text)
    return found.writable and all(problem.warning for problem in found.problems)


@MANY
@given(seeds)
def test_swapping_the_sides_gives_the_same_bytes(seed: int) -> None:
    base, ours, theirs = versions(seed, "km", 5)
    dates = (seed % 3, seed % 2)
    assert merge(base, ours, theirs, dates) == merge(base, theirs, ours, (dates[1], dates[0]))


@MANY
@given(seeds)
def test_what_only_one_side_changed_is_taken_byte_for_byte(seed: int) -> None:
    base, ours = versions(seed, "k", 5)
    assert merge(base, ours, ours) == merge(base, base, ours) == merge(base, ours, base) == ours


@MANY
@given(seeds)
def test_nothing_is_lost_invented_doubled_or_brought_back_and_all_can_be_read(seed: int) -> None:
    base, ours, theirs = versions(seed, "km", 6)
    result = merge(base, ours, theirs)
    old, one, other = tokens(base), tokens(ours), tokens(theirs)
    typed = (one.keys() | other.keys()) - old.keys()
    assert not typed - tokens(result).keys()
    placed = tokens(in_place(result))
    assert placed.keys() <= one.keys() | other.keys()
    assert not [word for word in typed if placed[word] > 1]
    assert readable(ours)
    assert readable(theirs)
    assert readable(result)
    assert "conflict header" not in result  # the last resorts were not needed
    assert "conflict body" not in result


@MANY
@given(seeds)
def test_no_word_stands_twice_where_nobody_wrapped_or_parted_a_paragraph(seed: int) -> None:
    """And where each line keeps a third of its words: of less nobody can tell what it was."""
    base, ours, theirs = versions(seed, "km", 2, EDITS, 0.0)
    placed = tokens(in_place(merge(base, ours, theirs)))
    assert not placed - (tokens(base) | tokens(ours) | tokens(theirs))


@MANY
@given(seeds)
def test_nothing_is_lost_where_lines_are_moved_about(seed: int) -> None:
    base, ours, theirs = versions(seed, "km", 6, (*ANYTHING, *(edits.move_item, edits.fence) * 10))
    typed = (tokens(ours).keys() | tokens(theirs).keys()) - tokens(base).keys()
    assert not typed - tokens(merge(base, ours, theirs)).keys()


@MANY
@given(seeds)
def test_what_is_added_stands_below_its_heading(seed: int) -> None:
    base, ours, theirs = versions(seed, "km", 4, ADDING)
    places = places_of(merge(base, ours, theirs))
    for side in (ours, theirs):
        for word, heading in places_of(side).items():
            assert word not in places or places[word] == heading


def places_of(text: str) -> dict[str, str]:
    """Word to the heading below which it stands, in the body."""
    found: dict[str, str] = {}
    heading = ""
    for line in in_place(edits.split(text)[1]).split("\n"):
        if line.startswith("#"):
            heading = line
        else:
            found.update(dict.fromkeys(tokens(line), heading))
    return found


@MANY
@given(seeds)
def test_merging_the_result_again_adds_no_word(seed: int) -> None:
    base, ours, theirs = versions(seed, "km", 3, EDITS)
    result = merge(base, ours, theirs)
    for side in (ours, theirs):
        assert tokens(merge(base, result, side)).keys() == tokens(result).keys()


@MANY
@given(seeds)
def test_three_devices_in_any_order_hold_every_word_that_was_typed(seed: int) -> None:
    base, *sides = versions(seed, "kmp", 3)
    typed = set().union(*(tokens(side).keys() for side in sides)) - tokens(base).keys()
    for one, two, three in ((0, 1, 2), (0, 2, 1), (1, 2, 0)):
        result = merge(base, merge(base, sides[one], sides[two]), sides[three])
        assert not typed - tokens(result).keys()
        placed = tokens(in_place(result))
        assert not [word for word in typed if placed[word] > 1]
        assert readable(result)


def in_any_order(seed: int, among: tuple[Edit, ...]) -> list[str]:
    """What three devices that each did some edits have, by who merged first."""
    base, one, two, three = versions(seed, "kmp", 3, among, 0.0)
    return [
        merge(base, merge(base, one, two), three),
        merge(base, merge(base, one, three), two),
        merge(base, merge(base, two, three), one),
    ]


@MANY
@given(seeds)
def test_three_devices_that_add_whole_sentences_give_the_same_note_in_any_order(seed: int) -> None:
    results = in_any_order(seed, WHOLE)
    # Where somebody left two blank lines in one place, the order may tell how many remain.
    assert len({re.sub(r"\n{3,}", "\n\n", result) for result in results}) == 1


@MANY
@given(seeds)
@example(47179)
def test_three_devices_that_only_add_have_the_same_words_in_any_order(seed: int) -> None:
    first, *others = in_any_order(seed, ADDING)
    for other in others:
        assert tokens(other) == tokens(first)


@settings(max_examples=5_000 if LONG else 300)
@given(samples(), st.data())
def test_headers_of_any_kind_are_merged_key_by_key(sample: Sample, data: st.DataObject) -> None:
    ours, theirs = (data.draw(edited_headers(sample)) for _ in range(2))
    result = document.read(merge(sample.text, ours.text, theirs.text, (1, 2)))
    assert readable(result.text)
    assert result.body == sample.body
    base = document.read(sample.text)
    for key in base.header.keys() | ours.header.keys() | theirs.header.keys():
        old, mine, yours = (each.header.get(key) for each in (base, ours, theirs))
        if yours in (mine, old):
            assert result.header.get(key) == mine
        elif mine == old:
            assert result.header.get(key) == yours
        elif mine is None or yours is None:
            assert result.header.get(key) == (yours if mine is None else mine)
        elif key not in RULED and not any(isinstance(each, tuple) for each in (old, mine, yours)):
            assert result.header.get(key) == yours
            assert any(notation_of(item) == (key, mine) for item in listed(result, "conflicts"))


RULED = {"tags", "people", "last_contact"}  # with a rule of their own


@st.composite
def edited_headers(draw: st.DrawFn, sample: Sample) -> Document:
    """A note of which some keys were set, emptied, lengthened or removed."""
    note = document.read(sample.text)
    for _ in range(draw(st.integers(0, 3))):
        key = draw(st.sampled_from([*sorted(note.header), "new", "newer"]))
        kind = draw(st.sampled_from(["set", "set", "append", "remove"]))
        try:
            if kind == "set":
                note = note.set(key, draw(any_text))
            elif kind == "append":
                note = note.append(key, draw(any_text))
            else:
                note = note.remove(key)
        except document.SpliceRefused:
            continue
    return note


def listed(note: Document, key: str) -> tuple[object, ...]:
    """The items of a list."""
    value = note.get(key)
    return value if isinstance(value, tuple) else (value,)


def notation_of(item: object) -> tuple[str, object]:
    """What a record says: the key and the value."""
    noted = notation.read_line(str(item))
    return (noted.field, noted.other) if noted else ("", None)


@settings(max_examples=2_000 if LONG else 100)
@given(seeds)
def test_where_git_merges_cleanly_all_of_its_edits_are_held(folder: Path, seed: int) -> None:
    base, ours, theirs = versions(seed, "km", 3)
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(text.encode())
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode == 0:
        by_git = tokens(done.stdout.decode())
        assert not by_git.keys() - tokens(base).keys() - tokens(merge(base, ours, theirs)).keys()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where git finds the three versions."""
    return tmp_path_factory.mktemp("versions")
