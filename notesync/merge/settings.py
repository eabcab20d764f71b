"""Merge notesync.toml key by key, and lists of patterns line by line: three texts in, one out.

A key that both sides set differently gets the winner's value, and the loser's as a comment below;
lists of texts are merged as sets. The result is read before it is handed out.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from notesync.merge import notation
from notesync.merge.choice import Dates, three_way
from notesync.merge.conflict import Conflict
from notesync.merge.lists import ordered_set
from notesync.merge.weave import Gap, Unit, weave

BOTH_CHANGED = "both-changed"
_LONGEST = 200  # lines of one value

# What a segment is called: "table", "key" or "#"; the table; the key or comment; the so-manieth.
Name = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A table's line, a key with its lines, or a comment line; and the blank lines before it."""

    text: str
    lead: str = ""
    value: object = None


def merge_lines(base: str, ours: str, theirs: str) -> str:
    """The union of lines, without what one side took out (for ``.gitignore`` and its like)."""
    old, mine, yours = (_numbered(text.splitlines()) for text in (base, ours, theirs))
    both = set(mine) & set(yours)
    kept = both | ((set(mine) | set(yours)) - set(old))

    def units(
        names: Sequence[tuple[str, int]], _gap: Gap[tuple[str, int]]
    ) -> list[Unit[tuple[str, int]]]:
        return [Unit(name, (name,)) for name in names]

    order = weave(old, [n for n in mine if n in kept], [n for n in yours if n in kept], units)
    return "".join(line + "\n" for line, _ in order)


def _numbered(lines: Sequence[str]) -> list[tuple[str, int]]:
    times: dict[str, int] = {}
    found = []
    for line in lines:
        times[line] = times.get(line, 0) + 1
        found.append((line, times[line]))
    return found


def merge_settings(
    base: str, ours: str, theirs: str, dates: Dates, path: str
) -> tuple[str, tuple[Conflict, ...]] | None:
    """Merge a TOML file; None where a side can't be read or the result would say something else."""
    versions = [_segments(text) for text in (base, ours, theirs)]
    if versions[1] is None or versions[2] is None:
        return None
    old, mine, yours = versions[0] or {}, versions[1], versions[2]
    conflicts: list[Conflict] = []
    merged: dict[Name, _Segment] = {}
    for name in dict.fromkeys((*mine, *yours)):
        segment = _settle(name, old.get(name), mine.get(name), yours.get(name), dates, conflicts)
        if segment is not None:
            merged[name] = segment
    for name in list(merged):  # a key keeps its table
        for side in (mine, yours):
            table = next((n for n in side if n[0] == "table" and n[1] == name[1]), None)
            if name in side and table and table not in merged:
                merged[table] = side[table]
    order = weave(
        list(old), [n for n in mine if n in merged], [n for n in yours if n in merged], _units
    )
    text = "".join(merged[name].lead + merged[name].text for name in order)
    said = {(n[1], n[2]): s.value for n, s in merged.items() if n[0] == "key"}
    read = _segments(text)
    if read is None or said != {(n[1], n[2]): s.value for n, s in read.items() if n[0] == "key"}:
        return None
    return text, tuple(replace(each, path=path) for each in conflicts)


def _segments(text: str) -> dict[Name, _Segment] | None:
    """A file's segments by name; None when it is no TOML."""
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    found: dict[Name, _Segment] = {}
    times: dict[tuple[str, str, str], int] = {}
    for kind, table, key, segment in _parsed(text.splitlines(keepends=True)):
        times[kind, table, key] = times.get((kind, table, key), 0) + 1
        found[kind, table, key, times[kind, table, key]] = segment
    return found


def _parsed(lines: Sequence[str]) -> Iterator[tuple[str, str, str, _Segment]]:
    table, lead, at = "", "", 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            lead += lines[at]
            at += 1
            continue
        end = at + 1
        if line.startswith("#"):
            yield "#", table, line, _Segment(lines[at], lead)
        elif line.startswith("["):
            table = line.partition("#")[0].strip()
            yield "table", table, "", _Segment(lines[at], lead)
        else:
            value, end = _value(lines, at)
            key = line.partition("=")[0].strip()
            yield "key", table, key, _Segment("".join(lines[at:end]), lead, value)
        lead, at = "", end


def _value(lines: Sequence[str], at: int) -> tuple[Mapping[str, object] | None, int]:
    """What a key says, and the line behind it: as many lines as make it complete."""
    for end in range(at + 1, min(len(lines), at + _LONGEST) + 1):
        try:
            return tomllib.loads("".join(lines[at:end])), end
        except tomllib.TOMLDecodeError:
            continue
    return None, at + 1


def _units(names: Sequence[Name], _gap: Gap[Name]) -> list[Unit[Name]]:
    """Keys before tables, a table with its keys, a comment with what it stands above."""
    units: list[Unit[Name]] = []
    held: list[Name] = []
    for name in names:
        held.append(name)
        if name[0] == "#":
            continue
        if units and units[-1].names[-1][1] == name[1] and _begins_table(units[-1]):
            units[-1] = Unit(units[-1].key, (*units[-1].names, *held))
        else:
            units.append(Unit((int(name[0] == "table"), name), tuple(held)))
        held = []
    if held:
        units.append(Unit((0, held[0]), tuple(held)))
    return units


def _begins_table(unit: Unit[Name]) -> bool:
    return any(name[0] == "table" for name in unit.names)


def _settle(
    name: Name, base: _Segment | None, ours: _Segment | None, theirs: _Segment | None,
    dates: Dates, conflicts: list[Conflict],
) -> _Segment | None:  # fmt: skip
    if ours is None or theirs is None:
        kept = ours or theirs
        return None if base is not None and kept is not None and base.value == kept.value else kept
    _, lead = three_way(base.lead if base else None, ours.lead, theirs.lead)
    agreed, text = three_way(base.text if base else None, ours.text, theirs.text)
    if agreed:
        return replace(ours if ours.text == text else theirs, lead=lead or "")
    before = base.value if base else None
    if theirs.value in (ours.value, before):
        return replace(ours, lead=lead or "")
    if ours.value == before:
        return replace(theirs, lead=lead or "")
    lists = [_list(value) for value in (before, ours.value, theirs.value)]
    if lists[1] is not None and lists[2] is not None:
        items = ordered_set(lists[0] or (), lists[1], lists[2])
        text = f"{name[2]} = {json.dumps(list(items), ensure_ascii=False)}\n"
        return _Segment(text, lead or "", tomllib.loads(text))
    wins = dates.ours_wins(ours.text, theirs.text)
    won, lost = (ours, theirs) if wins else (theirs, ours)
    day = notation.day(dates.theirs if wins else dates.ours)
    when = f" ({day})" if day else ""
    conflicts.append(Conflict("", name[2], won.text.strip(), lost.text.strip(), BOTH_CHANGED))
    note = "".join(f"# conflict{when}: {line}\n" for line in lost.text.strip().splitlines())
    text = won.text if won.text.endswith("\n") else won.text + "\n"
    return _Segment(text + note, lead or "", won.value)


def _list(value: object) -> tuple[str, ...] | None:
    """The texts of a key whose value is a list of texts."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    items = next(iter(value.values()))
    if isinstance(items, list) and all(isinstance(item, str) for item in items):
        return tuple(items)
    return None
