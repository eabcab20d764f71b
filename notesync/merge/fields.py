"""Merge headers key by key: three headers in segments in, one header out, and what lost.

A key that one side left alone comes from the other as it was typed, with its quotes and comments;
only a key that both sides changed is decided, by the rule of its field. Texts are never merged by
characters (two dates would make a third); lists are merged as ordered sets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from notesync.merge import notation, outdated
from notesync.merge.choice import Dates, three_way
from notesync.merge.head import Head, Name, Segment, in_one_column
from notesync.merge.lists import (
    field_of,
    is_list,
    items_of,
    ordered_set,
    record_set,
    text_of,
    write_list,
)
from notesync.merge.weave import Gap, Unit, weave
from notesync.notes import scalars
from notesync.notes.frontmatter import HeaderValue, Nested

_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Lost:
    """A value of the header that lost, and the line that records it."""

    field: str
    kept: str
    other: str
    line: str


@dataclass(slots=True)
class Fields:
    """A merged header.

    Attributes:
        head: Its segments.
        lost: What lost, to be recorded.
    """

    head: Head
    lost: list[Lost] = field(default_factory=list)

    @property
    def values(self) -> dict[str, HeaderValue]:
        """What the header shall say."""
        return {
            name[1]: segment.value
            for name, segment in self.head.segments.items()
            if name[0] == "key"
        }


# ---------------------------------------------------------------- the rules of the fields


def _later_value(ours: str, theirs: str) -> bool | None:
    """The later of two dates; no answer where one is none."""
    if _PARTIAL_DATE.fullmatch(ours) and _PARTIAL_DATE.fullmatch(theirs):
        return ours > theirs
    return None


def _earlier_value(ours: str, theirs: str) -> bool | None:
    """The earlier of two dates; no answer where one is none."""
    later = _later_value(ours, theirs)
    return None if later is None else not later


# Field -> whether our value stands in place when both sides changed it. Every other field, and
# where there is no answer: the value of the later commit, then the larger one. So for the
# confidence the later judgement counts.
STRATEGIES: Mapping[str, Callable[[str, str], bool | None]] = {
    "last_contact": _later_value,
    "created": _earlier_value,
}


# ---------------------------------------------------------------- the whole header


def merge_heads(base: Head | None, ours: Head, theirs: Head, dates: Dates) -> Fields:
    """Merge two headers.

    Args:
        base: What both began with; None when that was no header that could be read.
        ours: One side's.
        theirs: The other's.
        dates: Who wins where both changed a value.
    """
    first, ours, theirs = in_one_column(base or replace(ours, segments={}), ours, theirs)
    old = first.segments
    merging = _Merging(ours, theirs, dates)
    merged: dict[Name, Segment] = {}
    for name in dict.fromkeys((*ours.segments, *theirs.segments)):
        versions = (old.get(name), ours.segments.get(name), theirs.segments.get(name))
        segment = merging.settle(name, *versions)
        if segment is not None:
            merged[name] = segment
    _drop(outdated.in_header(first, ours, theirs), merged, ours)
    order = weave(
        list(old),
        [name for name in ours.segments if name in merged],
        [name for name in theirs.segments if name in merged],
        _units,
    )
    segments: dict[Name, Segment] = {}
    for name in order:
        for number, text in enumerate(merging.beside.get(name, ()), 1):
            segments["#", text, -number] = Segment(" " * merged[name].column + text + "\n")
        segments[name] = merged[name]
    head = Head(
        _agreed(base.opening if base else None, ours.opening, theirs.opening),
        _agreed(base.closing if base else None, ours.closing, theirs.closing),
        segments,
        _agreed(base.tail if base else None, ours.tail, theirs.tail),
    )
    return Fields(head, merging.lost)


def _drop(records: Container[str], merged: dict[Name, Segment], head: Head) -> None:
    """Take records out of the list of a header."""
    name: Name = ("key", notation.KEY, 1)
    segment = merged.get(name)
    items = items_of(segment.value) if segment else ()
    left = tuple(item for item in items if item not in records)
    if segment is None or left == items:
        return
    if not left:
        del merged[name]
    elif written := write_list(head, name, segment, left):
        merged[name] = written


def _agreed(base: str | None, ours: str, theirs: str) -> str:
    """What two of three agree on, else the longer one: nothing of it is anybody's words."""
    agreed, text = three_way(base, ours, theirs)
    return (text or "") if agreed else max(ours, theirs, key=lambda each: (len(each), each))


def _units(names: Sequence[Name], _gap: Gap[Name]) -> list[Unit[Name]]:
    """New keys by name; the comments above a key stay with it."""
    units: list[Unit[Name]] = []
    comments: list[Name] = []
    for name in names:
        if name[0] == "#":
            comments.append(name)
            continue
        rank = 2 if name[1] == notation.KEY else 0  # the records stand last
        units.append(Unit((rank, *name[1:]), (*comments, name)))
        comments = []
    units += [Unit((1, *name[1:]), (name,)) for name in comments]
    return units


@dataclass(slots=True)
class _Merging:
    """One merge of two headers while it goes on."""

    ours: Head
    theirs: Head
    dates: Dates
    lost: list[Lost] = field(default_factory=list)
    beside: dict[Name, tuple[str, ...]] = field(default_factory=dict)

    def settle(
        self, name: Name, base: Segment | None, ours: Segment | None, theirs: Segment | None
    ) -> Segment | None:
        """A segment after the merge; None when it is gone."""
        if ours is None or theirs is None:
            kept = ours or theirs
            assert kept is not None
            if base is None or base.value != kept.value or set(kept.comments) - set(base.comments):
                return kept
            return None
        lead = _agreed(base.lead if base else None, ours.lead, theirs.lead)
        agreed, text = three_way(base and base.text, ours.text, theirs.text)
        if agreed:
            chosen = ours if ours.text == text else theirs
            return replace(chosen, lead=lead)
        chosen = self._decide(name, base, ours, theirs)
        return replace(chosen, lead=lead)

    def _decide(self, name: Name, base: Segment | None, ours: Segment, theirs: Segment) -> Segment:
        """A key whose lines both sides changed."""
        before = base.value if base else None
        if ours.value == theirs.value:
            chosen = max(ours, theirs, key=lambda each: (len(each.comments), each.text))
        elif ours.value == before:
            chosen = theirs
        elif theirs.value == before:
            chosen = ours
        else:
            chosen = self._both_changed(name, before, ours, theirs)
        return self._with_comments(name, base, chosen, (ours, theirs))

    def _both_changed(
        self, name: Name, base: HeaderValue | None, ours: Segment, theirs: Segment
    ) -> Segment:
        if is_list(name[1], base, ours.value, theirs.value):
            merged = self._list(name, base, ours, theirs)
            if merged is not None:
                return merged
        return self._one(name, base, ours, theirs)

    def _one(self, name: Name, base: HeaderValue | None, ours: Segment, theirs: Segment) -> Segment:
        """One value in place, the other recorded."""
        rule = field_of(name[1])
        strategy = STRATEGIES.get(rule.name) if rule else None
        texts = [text_of(segment.value) for segment in (ours, theirs)]
        wins = strategy(*texts) if strategy else None
        if wins is None:
            wins = self.dates.ours_wins(*texts)
        kept, other = (ours, theirs) if wins else (theirs, ours)
        date = self.dates.theirs if wins else self.dates.ours
        line = notation.noted(name[1], other.value, base, date)
        self.lost.append(Lost(name[1], text_of(kept.value), text_of(other.value), line))
        return kept

    def _list(
        self, name: Name, base: HeaderValue | None, ours: Segment, theirs: Segment
    ) -> Segment | None:
        """Both lists as one ordered set; None where it can't be written."""
        old, mine, yours = (items_of(value) for value in (base, ours.value, theirs.value))
        if name[1] == notation.KEY:
            values = record_set(old, mine, yours)
        else:
            values = ordered_set(old, mine, yours)
        wins = self.dates.ours_wins(ours.text, theirs.text)
        for head, segment in ((self.ours, ours), (self.theirs, theirs))[:: 1 if wins else -1]:
            if segment.value == values:
                return segment
            written = write_list(head, name, segment, values)
            if written is not None:
                return written
        return None

    def _with_comments(
        self, name: Name, base: Segment | None, chosen: Segment, sides: Sequence[Segment]
    ) -> Segment:
        """The chosen lines, and no comment lost that either side wrote."""
        known = set(base.comments) if base else set()
        text, have = chosen.text, set(chosen.comments)
        beside = []
        for side in sides:
            gone = [each for each in known if each not in side.comments and each in have]
            for comment in side.comments:
                if comment in known or comment in have:
                    continue
                if len(gone) == 1 and text.count(gone[0]) == 1:  # it was edited
                    text = text.replace(gone[0], comment)
                    have.discard(gone.pop())
                else:
                    beside.append(comment)
                have.add(comment)
        if beside:
            self.beside[name] = tuple(sorted(beside))
        return replace(chosen, text=text, comments=tuple(sorted(have)))


def add_records(head: Head, lines: Sequence[str]) -> Head | None:
    """The header with these records in its list; None where they can't be written there."""
    name: Name = ("key", notation.KEY, 1)
    segment = head.segments.get(name)
    if segment is None:
        column = next((each.column for each in head.segments.values() if each.column), 0)
        values = notation.united(lines)
        styles = [(value, "" if scalars.is_plain(value) else "'") for value in values]
        rows = [f"{notation.KEY}:", *(f"  - {scalars.write(*each)}" for each in styles)]
        text = "".join(" " * column + row + "\n" for row in rows)
        new = Segment(text, "", values, column=column)
        return replace(head, segments={**head.segments, name: new})
    if isinstance(segment.value, Nested):
        return None
    old = [item for item in items_of(segment.value) if isinstance(item, str)]
    known = {notation.identity(item) for item in old}
    unknown = [line for line in lines if notation.identity(line) not in known]
    if not unknown:
        return head
    values = notation.united(old, unknown)
    written = write_list(head, name, segment, values)
    return None if written is None else replace(head, segments={**head.segments, name: written})
