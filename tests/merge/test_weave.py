"""Orders of names: what stays, what moved, what is new."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from notesync.merge.weave import Gap, Unit, interleaved, weave

names = st.lists(st.sampled_from("abcdefghij"), unique=True)


def units(found: Sequence[str], _gap: Gap[str]) -> list[Unit[str]]:
    return [Unit((name,), (name,)) for name in found]


def woven(base: str, ours: str, theirs: str) -> str:
    return "".join(weave(base, ours, theirs, units))


def test_what_is_new_follows_its_neighbour_and_the_smaller_comes_first() -> None:
    assert woven("abc", "abxc", "abyc") == "abxyc"
    assert woven("abc", "xabc", "abcy") == "xabcy"


def test_no_sides_own_order_is_turned() -> None:
    assert woven("a", "azb", "ac") == "aczb"


def test_what_one_side_moved_stands_where_that_side_put_it() -> None:
    assert woven("abcd", "bcda", "abxcd") == "bxcda"
    assert woven("abcd", "abcd", "dabc") == "dabc"


def test_moves_of_both_sides_are_both_made() -> None:
    assert woven("abcdef", "bcdefa", "fabcde") == "fbcdea"


def test_where_both_moved_the_same_one_order_is_taken_whole() -> None:
    assert woven("abcde", "eabcd", "aebcd") == woven("abcde", "aebcd", "eabcd") == "eabcd"


def test_what_both_added_stands_in_order() -> None:
    assert woven("ad", "axyd", "axzyd") == "axzyd"
    assert sorted(woven("", "ab", "ba")) == ["a", "b"]


@given(names, names, names)
def test_every_name_stands_once(base: list[str], ours: list[str], theirs: list[str]) -> None:
    found = weave(base, ours, theirs, units)
    assert sorted(found) == sorted({*ours, *theirs})


@given(names, names)
def test_what_one_side_did_alone_is_its_order(base: list[str], ours: list[str]) -> None:
    kept = [name for name in base if name in ours]
    assert weave(base, ours, kept, units) == ours


heaps = st.lists(st.integers(0, 9), max_size=6)


@given(heaps, heaps, heaps)
def test_heaps_are_merged_the_same_in_any_order(a: list[int], b: list[int], c: list[int]) -> None:
    one, two, three = (
        [Unit((number, name), (f"{name}{number}",)) for number in heap]
        for name, heap in zip("xyz", (a, b, c), strict=True)
    )
    results = [
        interleaved(interleaved(one, two), three),
        interleaved(one, interleaved(two, three)),
        interleaved(interleaved(one, three), two),
    ]
    assert results[0] == results[1] == results[2]
