"""What has changed is told from marks alone; marks survive being packed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.index.manifest import (
    YOUNG_NS,
    Changes,
    Mark,
    NoManifest,
    diff,
    differing,
    is_young,
    mark,
    pack,
    pack_stats,
    unpack,
)
from notesync.vault.snapshot import Stat

number = st.integers(-(2**63), 2**64)
path = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
stats = st.lists(
    st.builds(Stat, path, number, number, number, number), unique_by=lambda stat: stat.path
)
NOW = 10 * YOUNG_NS


@given(stats)
def test_marks_come_back_as_they_were_packed(found: list[Stat]) -> None:
    marks = {stat.path: mark(stat) for stat in sorted(found)}
    assert unpack(pack(marks)) == marks


@given(stats)
def test_a_walk_packs_to_the_same_bytes_as_its_marks(found: list[Stat]) -> None:
    assert pack_stats(found) == pack({stat.path: mark(stat) for stat in sorted(found)})


@given(st.binary(max_size=8).filter(lambda found: found != pack({})))
def test_bytes_that_are_no_marks_are_refused(found: bytes) -> None:
    with pytest.raises(NoManifest):
        unpack(found)


@given(stats, st.integers(0, 99))
def test_of_a_blob_that_is_cut_off_no_mark_is_made_up(found: list[Stat], cut: int) -> None:
    blob = pack_stats(found)
    with suppress(NoManifest):  # it is refused, unless only the end of a path is missing
        marks = unpack(blob[: len(blob) * cut // 100])
        assert {*marks.values()} <= {mark(stat) for stat in found}


def test_a_blob_that_is_cut_off_is_refused() -> None:
    blob = pack_stats([Stat("a.md", 1, 2, 3, 4)])
    with pytest.raises(NoManifest):
        unpack(blob[:20])


@given(stats, stats)
def test_doing_the_changes_leads_from_the_old_to_the_new(old: list[Stat], new: list[Stat]) -> None:
    before = {stat.path: mark(stat) for stat in old}
    after = {stat.path: mark(stat) for stat in new}
    changes = diff(before, after, frozenset())
    done = {path: before[path] for path in before.keys() - set(changes.removed)}
    done |= {path: after[path] for path in (*changes.added, *changes.suspect)}
    assert done == after
    assert not set(changes.added) & before.keys()
    assert set(changes.suspect) <= before.keys() & after.keys()


@given(stats, st.data())
def test_where_two_manifests_differ_is_all_that_changes(
    found: list[Stat], data: st.DataObject
) -> None:
    now = [stat._replace(size=data.draw(st.sampled_from([stat.size, 7]))) for stat in found]
    gone = data.draw(st.sets(st.sampled_from([stat.path for stat in found] or ["x"]), max_size=3))
    come = data.draw(st.dictionaries(path, st.just((1, 2, 3, 4)), max_size=3))
    kept = [stat for stat in now if stat.path not in gone | come.keys()]
    now = [*kept, *(Stat(name, *numbers) for name, numbers in come.items())]
    young = data.draw(st.frozensets(st.sampled_from([stat.path for stat in found] or ["x"])))
    before, after = pack_stats(found), pack_stats(now)
    whole = diff(unpack(before), unpack(after), young)
    assert diff(*differing(before, after, young), young) == whole


def test_only_what_differs_is_unpacked() -> None:
    old = [Stat(f"{name}.md", 1, 2, 3, 4) for name in "abc"]
    new = [*old[:2], old[2]._replace(mtime_ns=5)]
    young = frozenset({"a.md"})
    found = differing(pack_stats(old), pack_stats(new), young)
    assert found == (
        {"a.md": (1, 2, 3, 4), "c.md": (1, 2, 3, 4)},
        {"a.md": (1, 2, 3, 4), "c.md": (1, 5, 3, 4)},
    )


def test_of_a_new_note_among_many_only_its_own_mark_is_unpacked() -> None:
    old = [Stat(f"{number:05}.md", 1, 2, 3, 4) for number in range(2000)]
    young = frozenset({"00007.md", "01800.md"})
    found = differing(pack_stats(old), pack_stats([*old, Stat("01000a.md", 5, 6, 7, 8)]), young)
    same = dict.fromkeys(sorted(young), (1, 2, 3, 4))
    assert found == (same, {**same, "01000a.md": (5, 6, 7, 8)})


def test_nothing_to_do_is_false() -> None:
    marks = {"a.md": (1, 2, 3, 4)}
    assert not diff(marks, marks, frozenset())


def test_what_was_too_young_is_suspect_though_its_mark_is_the_same() -> None:
    marks = {"a.md": (1, 2, 3, 4), "b.md": (1, 2, 3, 4)}
    assert diff(marks, marks, frozenset({"b.md", "gone.md"})) == Changes(suspect=("b.md",))


@pytest.mark.parametrize("field", range(4))
def test_each_number_of_a_mark_counts(field: int) -> None:
    numbers = [1, 2, 3, 4]
    old = {"a.md": marked(*numbers)}
    numbers[field] += 1
    assert diff(old, {"a.md": marked(*numbers)}, frozenset()).suspect == ("a.md",)


def marked(size: int = 0, mtime_ns: int = 0, inode: int = 0, ctime_ns: int = 0) -> Mark:
    return mark(Stat("a.md", size, mtime_ns, inode, ctime_ns))


def test_what_was_written_within_two_seconds_is_young() -> None:
    assert is_young(marked(ctime_ns=NOW - YOUNG_NS + 1), NOW)
    assert is_young(marked(mtime_ns=NOW - YOUNG_NS + 1), NOW)


def test_what_has_rested_for_two_seconds_is_not_young() -> None:
    assert not is_young(marked(mtime_ns=NOW - YOUNG_NS, ctime_ns=NOW - YOUNG_NS), NOW)


def test_a_ctime_in_the_future_can_not_be_trusted() -> None:
    assert is_young(marked(ctime_ns=NOW * 2), NOW)


def test_an_mtime_in_the_future_is_somebodys_invention() -> None:
    assert not is_young(marked(mtime_ns=NOW * 2), NOW)
