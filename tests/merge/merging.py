"""Merge texts in a test, and hold on the way what must hold for every merge."""

from __future__ import annotations

from collections.abc import Mapping

from notesync.merge.note import merge_note
from notesync.merge.tree import File, Merged, Side, merge_trees

DAY = 86_400
# Author dates of two sides: 12 and 13 May 2026. The second one is later and wins a tie.
MAY_12, MAY_13 = 20_585 * DAY, 20_586 * DAY
DATES = (MAY_12, MAY_13)


def merged(base: str | None, ours: str, theirs: str, dates: tuple[int, int] = DATES) -> str:
    """The merge of a note; swapping the sides gives the same."""
    old = None if base is None else base.encode()
    mine, yours = ours.encode(), theirs.encode()
    found = merge_note(old, mine, yours, dates=dates, path="note.md")
    swapped = merge_note(old, yours, mine, dates=(dates[1], dates[0]), path="note.md")
    assert found == swapped
    again = merge_note(old, found.data, yours, dates=(max(dates), dates[1]), path="note.md")
    assert again.data == found.data
    return found.data.decode()


def side(files: Mapping[str, str | bytes | File], date: int = 0) -> Side:
    """A tree of these files, all touched on one day."""
    tree = {
        path: each
        if isinstance(each, File)
        else File(each if isinstance(each, bytes) else each.encode())
        for path, each in files.items()
    }
    return Side(tree, dict.fromkeys(tree, date))


def merged_trees(
    base: Mapping[str, str | bytes | File],
    ours: Mapping[str, str | bytes | File],
    theirs: Mapping[str, str | bytes | File],
    unchanged: tuple[str, ...] = (),
) -> Merged:
    """The merge of two trees; swapping the sides, and merging again, gives the same."""
    old = side(base)
    mine, yours = (  # a deletion has a date, too
        Side(side(each).files, dict.fromkeys((*base, *each), date))
        for each, date in ((ours, MAY_12), (theirs, MAY_13))
    )
    found = merge_trees(old, mine, yours, unchanged)
    assert merge_trees(old, yours, mine, unchanged) == found
    result = Side(found.files, dict.fromkeys(found.files, MAY_13))
    for each in (mine, yours):
        assert merge_trees(old, result, each, unchanged).files == found.files
    return found


def texts(found: Merged) -> dict[str, str]:
    """Path to text of a merged tree."""
    return {path: file.data.decode() for path, file in found.files.items()}
