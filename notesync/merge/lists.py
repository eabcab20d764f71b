"""Merge lists of a header as ordered sets, and write them in the style in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from notesync.merge import notation
from notesync.merge.head import Head, Name, Segment
from notesync.merge.weave import Gap, Unit, weave
from notesync.notes import document
from notesync.notes.fields import EVERY, KEYS, FieldKey, folded_key
from notesync.notes.frontmatter import HeaderItem, HeaderValue, Nested
from notesync.notes.refusal import SpliceRefused
from notesync.notes.schema import TYPES


def field_of(key: str) -> FieldKey | None:
    """What a key means in the first kind of note that knows it."""
    folded = folded_key(key)
    return next((KEYS[kind][folded] for kind in EVERY if folded in KEYS[kind]), None)


def text_of(value: HeaderValue) -> str:
    """A value as one text."""
    if isinstance(value, tuple):
        return ", ".join(map(text_of, value))
    return value.raw if isinstance(value, Nested) else value


def items_of(value: HeaderValue | None) -> tuple[HeaderItem, ...]:
    """A value as a list: of one text one item."""
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def is_list(key: str, *values: HeaderValue | None) -> bool:
    """Whether a key is merged as a list: it is one on a side, or its field is one."""
    if any(isinstance(value, Nested) for value in values):
        return False
    if any(isinstance(value, tuple) for value in values):
        return True
    rule = field_of(key)
    return key == notation.KEY or (rule is not None and TYPES[rule.type].many)


def ordered_set(
    base: Sequence[HeaderItem], ours: Sequence[HeaderItem], theirs: Sequence[HeaderItem]
) -> tuple[HeaderItem, ...]:
    """Three lists as one: what both have or one added, without what one took out; each once."""
    old, mine, yours = (list(dict.fromkeys(items)) for items in (base, ours, theirs))
    both = set(mine) & set(yours)
    kept = {item for item in (*mine, *yours) if item in both or item not in old}

    def units(names: Sequence[HeaderItem], _gap: Gap[HeaderItem]) -> list[Unit[HeaderItem]]:
        return [Unit((text_of(item),), (item,)) for item in names]

    return tuple(weave(old, [i for i in mine if i in kept], [i for i in yours if i in kept], units))


def record_set(
    base: Sequence[HeaderItem], ours: Sequence[HeaderItem], theirs: Sequence[HeaderItem]
) -> tuple[HeaderItem, ...]:
    """Records as a set: the same field and value is one record, whatever else it says."""
    old, mine, yours = (
        [item for item in items if isinstance(item, str)] for items in (base, ours, theirs)
    )
    known = {notation.identity(item) for item in old}
    names = [{notation.identity(item) for item in items} for items in (mine, yours)]
    kept = [
        item
        for item in (*mine, *yours)
        if notation.identity(item) not in known
        or all(notation.identity(item) in side for side in names)
    ]
    return notation.united(kept)


def write_list(
    head: Head, name: Name, segment: Segment, values: tuple[HeaderItem, ...]
) -> Segment | None:
    """A segment whose list is another, in its own style; None when that can't be written."""
    text = segment.text
    try:
        found = document.read(f"{head.opening}{text}{head.closing}")
        changed = found.set(name[1], [str(value) for value in values if isinstance(value, str)])
    except SpliceRefused:
        return None
    if changed.get(name[1]) != values:
        return None
    inner = changed.text[len(head.opening) : len(changed.text) - len(head.closing)]
    return replace(segment, text=inner, value=values)
