"""Find what two versions of a sequence have in common: two lists of texts in, pairs of places out.

Lines that are unique on both sides are the anchors (patience diff); between two anchors a small
stretch is compared exactly and a long one by counting occurrences, so that the time is about
linear in the length of both. `difflib` would be quadratic, and takes an edit for a coincidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

Pairs = list[tuple[int, int]]

EXACT = 4_000  # up to so many comparisons a stretch without anchors is compared exactly
DEEPEST = 40  # stretches within stretches; beyond, occurrences are counted
NEAR = 6  # how far apart an edited line is looked for in a long stretch

_WORD = re.compile(r"\d{4}-\d{2}-\d{2}|\w+")
_FEW = 3  # fewer words than that are compared by their letters
_LIKE = 0.5  # from here on one line is an edit of another
_WITHIN = 0.8  # likewise, when the shorter one is contained in the longer one
_SAME_LETTERS = 0.6
_LONGEST = 200  # letters of few words that are still compared


def increasing(numbers: Sequence[int]) -> list[int]:
    """Indices of a longest strictly increasing subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[at] = number
            ends[at] = index
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def common(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Pairs of places, increasing on both sides, at which the same text stands."""
    pairs: Pairs = []
    stack = [(0, len(old), 0, len(new), 0)]
    while stack:
        i, i_end, j, j_end, depth = stack.pop()
        while i < i_end and j < j_end and old[i] == new[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            pairs.append((i_end, j_end))
        if i == i_end or j == j_end:
            continue
        small = (i_end - i) * (j_end - j) <= EXACT
        anchors, crossing = _anchors(old, new, i, i_end, j, j_end)
        if anchors and depth < DEEPEST and not (small and crossing):
            pairs += anchors
            edges = [(i - 1, j - 1), *anchors, (i_end, j_end)]
            for (a, b), (c, d) in pairwise(edges):
                if a + 1 < c and b + 1 < d:
                    stack.append((a + 1, c, b + 1, d, depth + 1))
        elif small:
            pairs += _exact(old, new, i, i_end, j, j_end)
        else:
            pairs += _by_occurrence(old, new, i, i_end, j, j_end)
    pairs.sort()
    return pairs


def _anchors(
    old: Sequence[str], new: Sequence[str], i: int, i_end: int, j: int, j_end: int
) -> tuple[Pairs, bool]:
    """Texts that stand exactly once on both sides, as many as are in order; whether few are."""
    once_old = _once(old, i, i_end)
    once_new = _once(new, j, j_end)
    both = [(at, once_new[text]) for text, at in once_old.items() if text in once_new]
    kept = increasing([b for _, b in both])
    return [both[index] for index in kept], 2 * len(kept) <= len(both)


def _once(texts: Sequence[str], start: int, end: int) -> dict[str, int]:
    found: dict[str, int] = {}
    twice = set()
    for at in range(start, end):
        text = texts[at]
        if text in found:
            twice.add(text)
        else:
            found[text] = at
    for text in twice:
        del found[text]
    return found


def _exact(old: Sequence[str], new: Sequence[str], i: int, i_end: int, j: int, j_end: int) -> Pairs:
    """A longest common subsequence, by the textbook's table."""
    rows, columns = i_end - i, j_end - j
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        below, row = table[a + 1], table[a]
        text = old[i + a]
        for b in range(columns - 1, -1, -1):
            row[b] = below[b + 1] + 1 if text == new[j + b] else max(below[b], row[b + 1])
    pairs: Pairs = []
    a = b = 0
    while a < rows and b < columns:
        if old[i + a] == new[j + b]:
            pairs.append((i + a, j + b))
            a, b = a + 1, b + 1
        elif table[a + 1][b] >= table[a][b + 1]:
            a += 1
        else:
            b += 1
    return pairs


def _by_occurrence(
    old: Sequence[str], new: Sequence[str], i: int, i_end: int, j: int, j_end: int
) -> Pairs:
    """The first of a text goes with the first, the second with the second, and so on."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(j_end - 1, j - 1, -1):
        places[new[at]].append(at)
    both = [(at, places[old[at]].pop()) for at in range(i, i_end) if places.get(old[at])]
    return [both[index] for index in increasing([b for _, b in both])]


# ---------------------------------------------------------------- what was edited


@lru_cache(maxsize=4096)
def words(text: str) -> Counter[str]:
    """The words of a text; a date is one word. They are remembered, so never change them."""
    return Counter(_WORD.findall(text))


def likeness(old: str, new: str) -> float:
    """How far one text is an edit of another: 0 when it is none, else up to 1."""
    ours, theirs = words(old), words(new)
    a, b = ours.total(), theirs.total()
    shared = (ours & theirs).total()
    if shared == min(a, b) and sum(map(len, ours & theirs)) >= _FEW:
        return max(_LIKE, 2 * shared / (a + b))  # one only has more words
    alike = 2 * shared / (a + b) if a + b else 0.0
    if alike >= _LIKE:
        return alike
    if min(a, b) < _FEW:
        if max(len(old), len(new)) > _LONGEST:
            return 0.0
        ratio = SequenceMatcher(None, old, new, autojunk=False).ratio()
        return ratio if ratio >= _SAME_LETTERS else 0.0
    within = shared / min(a, b)
    return within * _LIKE if within >= _WITHIN else 0.0


def edited(old: Sequence[int], new: Sequence[int], score: Callable[[int, int], float]) -> Pairs:
    """Pairs of an unmatched place and the one that is an edit of it, in the same order.

    Args:
        old: Unmatched places of the old version between two anchors.
        new: Those of the new version between the same anchors.
        score: How alike what stands at two places is; 0 when not at all.
    """
    if not old or not new:
        return []
    if len(old) * len(new) <= EXACT // 10:
        return _best(old, new, score)
    return _nearest(old, new, score)


def _best(old: Sequence[int], new: Sequence[int], score: Callable[[int, int], float]) -> Pairs:
    rows, columns = len(old), len(new)
    scores = [[score(a, b) for b in new] for a in old]
    table = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            with_it = scores[a][b] + table[a + 1][b + 1] if scores[a][b] else 0.0
            table[a][b] = max(with_it, table[a + 1][b], table[a][b + 1])
    pairs: Pairs = []
    a = b = 0
    while a < rows and b < columns:
        if scores[a][b] and table[a][b] == scores[a][b] + table[a + 1][b + 1]:
            pairs.append((old[a], new[b]))
            a, b = a + 1, b + 1
        elif table[a + 1][b] >= table[a][b + 1]:
            a += 1
        else:
            b += 1
    return pairs


def _nearest(old: Sequence[int], new: Sequence[int], score: Callable[[int, int], float]) -> Pairs:
    """In a long stretch, the most alike of the next few."""
    pairs: Pairs = []
    at = 0
    for place in old:
        window = range(at, min(at + NEAR, len(new)))
        best = max(window, key=lambda b: score(place, new[b]), default=-1)
        if best >= 0 and score(place, new[best]):
            pairs.append((place, new[best]))
            at = best + 1
    return pairs


def gaps(pairs: Pairs, old: int, new: int) -> Iterator[tuple[range, range]]:
    """The unmatched stretches between pairs that increase on both sides.

    Args:
        pairs: As `common` gives them.
        old: Length of the old version.
        new: Length of the new version.
    """
    i = j = 0
    for a, b in [*pairs, (old, new)]:
        if i < a or j < b:
            yield range(i, a), range(j, b)
        i, j = a + 1, b + 1
