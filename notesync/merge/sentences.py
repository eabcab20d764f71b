"""Merge one line that both sides changed, sentence by sentence: three texts in, one text out.

A line falls into pieces: sentences; the cells of a table's row; the date, words, keys and text of a
log line; the marks behind a task. What one side left alone comes from the other. A piece that both
changed is a conflict: the winner stands in place, the other is handed back to be recorded. Pieces
are compared without their blanks, so a paragraph that was only wrapped anew has not changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notesync.merge.cells import Line, longer, merge_cells
from notesync.merge.choice import Dates, Loss, settled, three_way
from notesync.merge.descent import NEW, descended
from notesync.merge.rows import bare
from notesync.merge.weave import Gap, Unit, weave

# Where a piece begins; the blanks before it are its lead.
_CUT = re.compile(
    # behind a sentence, and the footnotes there
    r"""(?<=[.!?…])[)\]"'”“»«’]*(?:\s*\[\^[^\]\s]+\])*(?=\s+(?!\[\^)\S)"""
    r"|(?<=\S)(?=\s+[—–]\s)"  # before a dash
    r"|(?<=\S)(?=\s+[📅📆🗓➕✅❌⏳🛫🔁⛔🆔🔺⏫🔼🔽⏬])"  # the marks of a task
    r"|(?<=[📅📆🗓➕✅❌⏳🛫]\s\d{4}-\d{2}-\d{2})(?=\s+\S)"  # and what stands behind them
    r"|(?<=\S)(?=\s+[\[(][\w-]+::)"
    r"|(?<=\S)(?=\s+(?:due|fällig|bis|until|for|expect|minutes|lint|named):\S)"
    r"|(?<=\S)(?=\s+\#[^\W\d])"
    r"|(?<=\S)(?=\s+\^[\w-]+\s*$)"
    # the links at the end, with stances on questions
    r"|(?<=\S)(?=\s+(?:!?\[\[[^\[\]]*\]\][\s,]*(?:[+-][^\s,]+(?:[\s,]+|$))*)+$)"
    r"|^\d{4}-\d{2}-\d{2}(?=\s+\S)"  # the date of a log line
)
_WHOLE = re.compile(r"[\w -]+::\s")  # ``key:: value`` is one scalar
_LEAD = re.compile(r"\s*")


def merge_line(base: str, ours: str, theirs: str, dates: Dates, *, row: bool = False) -> Line:
    """Merge one line or paragraph.

    Args:
        base: What both began with.
        ours: One side's.
        theirs: The other's.
        dates: Who wins where both changed one piece.
        row: Whether it is the row of a table, which falls into cells.
    """
    agreed, text = three_way(base, ours, theirs)
    if agreed:
        return Line(text)
    if not any("\n" in text for text in (base, ours, theirs)):  # blanks say something only there
        if bare(ours) == bare(theirs):
            return Line(longer(ours, theirs))
        if bare(ours) == bare(base):
            return Line(theirs)
        if bare(theirs) == bare(base):
            return Line(ours)
    if row:
        return merge_cells(base, ours, theirs, dates)
    return _merge_pieces(pieces(base), pieces(ours), pieces(theirs), dates)


def pieces(text: str) -> list[str]:
    """The pieces of a line with the blanks before each; joined they are the line again."""
    if _WHOLE.match(text):
        return [text]
    cuts = [found.end() for found in _CUT.finditer(text)]
    edges = sorted({0, len(text), *cuts})
    return [text[a:b] for a, b in pairwise(edges)]


# ---------------------------------------------------------------- sentences


@dataclass(frozen=True, slots=True)
class _Name:
    """A piece: its place in the base, or a new text (the so-manieth of this text)."""

    old: int = NEW
    text: str = ""
    count: int = 0


def _merge_pieces(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], dates: Dates
) -> Line:
    mine, yours = (dict(_named(base, side)) for side in (ours, theirs))
    texts: dict[_Name, str] = {}
    lost: list[Loss] = []
    for name in (*mine, *(name for name in yours if name not in mine)):
        text = _settle(name, base, mine, yours, dates, lost)
        if text is not None:
            texts[name] = text
    order = weave(
        [_Name(at) for at in range(len(base))],
        [name for name in mine if name in texts],
        [name for name in yours if name in texts],
        lambda names, gap: _units(names, gap, texts),
    )
    return Line(_joined([texts[name] for name in order]), tuple(lost))


def _units(names: Sequence[_Name], _gap: Gap[_Name], texts: dict[_Name, str]) -> list[Unit[_Name]]:
    return [Unit((bare(texts[name]),), (name,)) for name in names]


def _named(base: Sequence[str], side: Sequence[str]) -> Iterator[tuple[_Name, str]]:
    """A side's pieces in its order, each named after the old piece that it is or was."""
    counts: Counter[str] = Counter()
    for old, text in descended(base, side):
        if old != NEW:
            yield _Name(old), text
            continue
        counts[bare(text)] += 1
        yield _Name(NEW, bare(text), counts[bare(text)]), text


def _settle(
    name: _Name, base: Sequence[str], mine: dict[_Name, str], yours: dict[_Name, str],
    dates: Dates, lost: list[Loss],
) -> str | None:  # fmt: skip
    """What becomes of a piece; None when it is gone."""
    old = base[name.old] if name.old != NEW else None
    if name not in mine or name not in yours:
        kept = mine.get(name, yours.get(name, ""))
        gone = old is not None and bare(old) == bare(kept)
        return None if gone else kept
    return _both(name, old, (mine[name], yours[name]), base, dates, lost)


def _both(
    name: _Name, old: str | None, sides: tuple[str, str], base: Sequence[str], dates: Dates,
    lost: list[Loss],
) -> str:  # fmt: skip
    """A piece that both sides have: its words by one rule, the blanks before it by another."""
    versions = [_parted(text) for text in (old or "", *sides)]
    (old_lead, before), (lead_a, a), (lead_b, b) = versions
    agreed, lead = three_way(None if old is None else old_lead, lead_a, lead_b)
    lead = lead if agreed and lead is not None else longer(lead_a, lead_b)
    if bare(a) == bare(b):
        text = a if b == before else b if a == before else longer(a, b)
    elif old is not None and bare(a) == bare(before):
        text = b
    elif old is not None and bare(b) == bare(before):
        text = a
    else:
        text, loss = settled(None if old is None else before, a, b, dates)
        if loss:
            part = f"{name.old + 1}/{len(base)}" if len(base) > 1 and old is not None else ""
            stripped = None if old is None else before.strip()
            lost.append(Loss(loss.kept.strip(), loss.other.strip(), stripped, loss.date, part))
    return lead + text


def _parted(text: str) -> tuple[str, str]:
    """The blanks before a piece, and the piece."""
    found = _LEAD.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:]


def _joined(texts: Sequence[str]) -> str:
    """The pieces as one line; between two of them stands at least a blank."""
    parts: list[str] = []
    for text in texts:
        blank, rest = _parted(text)
        if not parts:
            parts.append(rest if len(texts) > 1 else text)
        else:
            parts.append(text if blank else " " + text)
    return "".join(parts)
