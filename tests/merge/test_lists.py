"""Lists of a header as ordered sets; the list of records among them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.merge.lists import is_list, ordered_set
from notesync.notes import document
from notesync.notes.frontmatter import Nested
from tests.merge.merging import merged

items = st.lists(st.sampled_from("abcdef"), max_size=5).map(tuple)


@given(items, items, items)
def test_a_set_holds_what_both_have_or_one_added(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    found = ordered_set(base, ours, theirs)
    both = set(ours) & set(theirs)
    assert set(found) == both | ((set(ours) | set(theirs)) - set(base))
    assert len(found) == len(set(found))


def test_the_order_of_the_one_who_changed_it_is_kept() -> None:
    assert ordered_set("abc", "cab", "abc") == tuple("cab")
    assert ordered_set("abc", "abcx", "cab") == tuple("cxab")


def test_a_key_is_a_list_where_it_is_one_or_means_one() -> None:
    assert is_list("tags", "a", "b", "c")
    assert is_list("own", "a", ("b",), "c")
    assert not is_list("own", "a", "b", "c")
    assert not is_list("tags", "a", Nested("{}"), ("c",))


NOTE = """\
---
org: A
conflicts:
  - org = "B" ← "A" (2026-05-12)
  - city = "Bonn" (2026-05-11)
---
"""


def test_a_record_dropped_here_is_gone_and_a_new_one_there_stays() -> None:
    ours = NOTE.replace('  - city = "Bonn" (2026-05-11)\n', "")
    theirs = NOTE.replace("(2026-05-11)\n", '(2026-05-11)\n  - role = "x" (2026-05-10)\n')
    assert document.read(merged(NOTE, ours, theirs)).get("conflicts") == (
        'org = "B" ← "A" (2026-05-12)', 'role = "x" (2026-05-10)',
    )  # fmt: skip


def test_the_same_record_of_two_days_is_one() -> None:
    ours = NOTE.replace("(2026-05-11)\n", '(2026-05-11)\n  - role = "x" (2026-05-10)\n')
    theirs = NOTE.replace("(2026-05-11)\n", '(2026-05-11)\n  - role = "x" (2026-05-09)\n')
    found = document.read(merged(NOTE, ours, theirs)).get("conflicts")
    assert isinstance(found, tuple)
    assert [item for item in found if str(item).startswith("role")] == ['role = "x" (2026-05-09)']


def test_a_list_in_braces_or_with_structures_keeps_one_and_records_the_other() -> None:
    base = "---\nmeta: [a, {b: 1}]\n---\n"
    result = merged(base, base.replace("b: 1", "b: 2"), base.replace("b: 1", "b: 3"))
    assert "\nmeta: [a, {b: 3}]\n" in result
    assert '["a", "{b: 2}"]' in result
