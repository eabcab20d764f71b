"""Tell which piece of an old line each piece of a new one comes from: two lists of pieces in.

Equal pieces are found first. Between these the words say it: wherever somebody parted or joined
sentences, wrapped them anew or took some out, each stretch of words belongs to the piece that had
them, so that no word can be in two versions of two pieces. What shares no words, but stands alone
in the same place, was written anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from notesync.merge import align
from notesync.merge.rows import bare

NEW = -1  # the place of a piece that comes from nowhere
_SOME = 3  # one word in so many is enough to know a stretch of words by
_WORD = re.compile(r"\d{4}-\d{2}-\d{2}|\w+")
_MARK = re.compile(r"[📅📆🗓➕✅❌⏳🛫🔁⛔🆔🔺⏫🔼🔽⏬#^]|[—–](?=\s)|[\[(]?[\w-]+::?(?=\S)|!?\[\[")

Piece = tuple[int, str]  # the place of the old piece, and the text that it has now


def descended(base: Sequence[str], side: Sequence[str]) -> list[Piece]:
    """What became of the pieces of a line, in the order of the new line; joined, they are it."""
    old, new = ([bare(text) for text in version] for version in (base, side))
    pairs = align.common(old, new)
    found: list[Piece] = []
    edges = [(-1, -1), *pairs, (len(old), len(new))]
    for (a, b), (c, d) in pairwise(edges):
        if b >= 0:
            found.append((a, side[b]))
        found += _between([(at, base[at]) for at in range(a + 1, c)], side[b + 1 : d])
    return found


def _between(base: Sequence[Piece], side: Sequence[str]) -> Iterator[Piece]:
    """What became of the pieces between two that stayed the same."""
    if not base or not side:
        yield from ((NEW, text) for text in side)
        return
    old = dict(base)
    owned = [*_owned(base, side)]
    kept = Counter(owner for piece in owned for _, _, owner in piece.words)
    whole = {at for at, text in base if 2 * kept[at] >= len(_WORD.findall(text))}
    stretches = _glued([each for piece in owned for each in _torn(piece, old, whole)])
    known = [(at, number) for number, (at, _) in enumerate(stretches) if at != NEW]
    places = {at: number for number, (at, _) in enumerate(base)}
    owner = {number: at for at, number in known}
    pairs = [(places[at], number) for at, number in known]
    for left, right in align.gaps(pairs, len(base), len(stretches)):
        owner.update((b, base[a][0]) for a, b in _anew(base, stretches, left, right))
    yield from ((owner.get(number, NEW), text) for number, (_, text) in enumerate(stretches))


def _anew(
    base: Sequence[Piece], side: Sequence[Piece], left: Sequence[int], right: Sequence[int]
) -> align.Pairs:
    """Which pieces were written anew as which: one in the place of one, or alike by its letters."""
    if len(left) == len(right) == 1:
        return [(left[0], right[0])] if _mark(base[left[0]][1]) == _mark(side[right[0]][1]) else []
    return align.edited(left, right, lambda a, b: _alike(base[a][1], side[b][1]))


def _alike(old: str, new: str) -> float:
    return align.likeness(bare(old), bare(new)) if _mark(old) == _mark(new) else 0.0


def _may_be(old: str, new: str) -> bool:
    """Whether one piece may have become the other: a due date never becomes a word of the log."""
    return len({_mark(old), _mark(new)} - {""}) <= 1


def _mark(piece: str) -> str:
    """What tells a piece apart from others: the mark of a task's date, a key, a dash."""
    found = _MARK.match(piece.lstrip())
    return found.group() if found else ""


# ---------------------------------------------------------------- whose words they are


@dataclass(frozen=True, slots=True)
class _Owned:
    """A new piece, and for each of its words where it stands and the old piece that had it."""

    text: str
    words: tuple[tuple[int, int, int], ...]


def _owned(base: Sequence[Piece], side: Sequence[str]) -> Iterator[_Owned]:
    """New pieces whose words know the old pieces that they come from, in order."""
    old = [(word, at) for at, text in base for word in _WORD.findall(text.casefold())]
    spans = [[*_WORD.finditer(text)] for text in side]
    new = [found.group().casefold() for each in spans for found in each]
    pairs = _late([word for word, _ in old], align.common([word for word, _ in old], new))
    owner = {b: old[a][1] for a, b in pairs}
    number = 0
    for text, each in zip(side, spans, strict=True):
        numbers = range(number, number + len(each))
        number += len(each)
        yield _Owned(text, tuple(
            (found.start(), found.end(), owner.get(at, NEW))
            for found, at in zip(each, numbers, strict=True)
        ))  # fmt: skip


def _late(old: Sequence[str], pairs: align.Pairs) -> align.Pairs:
    """The same words matched with the last old ones that they can be, next to what follows."""
    late: align.Pairs = []
    for a, b in reversed(pairs):
        c, d = late[-1] if late else (-1, -1)
        before = d == b + 1 and c - 1 > a and old[c - 1] == old[a]
        late.append((c - 1, b) if before else (a, b))
    return late[::-1]


def _torn(piece: _Owned, base: dict[int, str], whole: set[int]) -> Iterator[Piece]:
    """A new piece in stretches, each of which comes from one old piece or from none.

    Of an old piece that is still there for the most part (`whole`) every word counts.
    """
    owned = [(owner, number) for number, (_, _, owner) in enumerate(piece.words) if owner != NEW]
    runs = [  # none, or one for each start
        (owner, [number for _, number in each])
        for owner, each in groupby(owned, key=lambda pair: pair[0])
    ]
    starts = [0, *(words[0] for _, words in runs[1:])]
    ends = [*starts[1:], len(piece.words)]
    held = [
        (owner, start)
        for (owner, words), start, end in zip(runs, starts, ends, strict=False)
        if owner in whole or len(words) * _SOME >= min(end - start, len(_WORD.findall(base[owner])))
        if _may_be(base[owner], piece.text[_cut(piece, start) :])
    ]
    cuts = [0, *(_cut(piece, start) for _, start in held[1:]), len(piece.text)]
    owners = [owner for owner, _ in held] or [NEW]
    yield from (
        (owner, piece.text[a:b]) for owner, (a, b) in zip(owners, pairwise(cuts), strict=True)
    )


def _cut(piece: _Owned, word: int) -> int:
    """Where a stretch begins whose first word this is: at the blanks before it."""
    if not word:
        return 0
    end, start = piece.words[word - 1][1], piece.words[word][0]
    blank = re.search(r"\s", piece.text[end:start])
    return end + blank.start() if blank else start


def _glued(stretches: Iterable[Piece]) -> list[Piece]:
    """The stretches, those of one old piece as one, with all that stands between them."""
    found: list[Piece] = []
    first: dict[int, int] = {}
    for at, text in stretches:
        if at != NEW and at in first:
            before = "".join(each for _, each in found[first[at] :])
            found[first[at] :] = [(at, before + text)]
        else:
            first[at] = len(found)
            found.append((at, text))
    return found
