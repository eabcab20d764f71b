"""Make one row of several where line by line would go wrong: bodies and matches in, the same out.

A paragraph that a tool wrapped anew, or that somebody parted or joined, has no line left that the
other side's edit could be found in; it becomes one row, and is merged by sentence. A fence that
both sides changed in the same place becomes one row, since half of one code and half of another is
no code. Where only one side touched either, nothing is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from notesync.merge import align, rows
from notesync.merge.rows import CODE, TEXT, Row

Found = dict[int, int]
_RARE = 3  # a word that stands in so many paragraphs says which of them one was
_SAME = 0.5  # part of the words that two paragraphs share when one became the other
_ELSEWHERE = 0.2  # part of the missing words that is found in other lines after wrapping anew


@dataclass(frozen=True, slots=True)
class Bodies:
    """Three bodies, and for each side the place in the base of each place of its own."""

    rows: tuple[list[Row], list[Row], list[Row]]
    found: tuple[Found, Found]


@dataclass(frozen=True, slots=True)
class _Tangle:
    """A stretch of each version that becomes one row."""

    base: range
    ours: range
    theirs: range


def untangled(bodies: Bodies) -> Bodies:
    """Make one row of each stretch that both sides changed and that has no lines to go by."""
    steady = tuple(_steady(bodies, side) for side in (0, 1))
    if all(len(each) == len(bodies.rows[0]) == len(bodies.rows[side + 1])
           for side, each in enumerate(steady)):  # fmt: skip
        return bodies
    tangles: list[_Tangle] = []
    for tangle in (*_wrapped(bodies), *_fences(bodies, steady)):
        if not any(_overlap(tangle, other) for other in tangles):
            tangles.append(tangle)
    return _collapsed(bodies, tangles) if tangles else bodies


def _overlap(one: _Tangle, other: _Tangle) -> bool:
    return any(
        a.start < b.stop and b.start < a.stop
        for a, b in (
            (one.base, other.base), (one.ours, other.ours), (one.theirs, other.theirs),
        )
    )  # fmt: skip


def _steady(bodies: Bodies, side: int) -> Found:
    """Place in the base -> place on a side, of the rows that stayed as and where they were."""
    base, own = bodies.rows[0], bodies.rows[side + 1]
    same = sorted(
        (old, new) for new, old in bodies.found[side].items() if base[old].text == own[new].text
    )
    return dict(same[index] for index in align.increasing([new for _, new in same]))


# ---------------------------------------------------------------- paragraphs


def _wrapped(bodies: Bodies) -> Iterator[_Tangle]:
    """Paragraphs that one side wrapped, parted or joined while the other changed them too."""
    versions = [
        [_Paragraph.of(version, block) for block in rows.blocks(version)
         if version[block.start].kind == TEXT]
        for version in bodies.rows
    ]  # fmt: skip
    links = [_links(versions[0], versions[side]) for side in (1, 2)]
    for olds in _components(links):
        news = [sorted({new for old in olds for new in found.get(old, ())}) for found in links]
        stretches = [
            _stretch(version, places, bodies.rows[number])
            for number, (version, places) in enumerate(zip(versions, (olds, *news), strict=True))
        ]
        base, ours, theirs = (
            [bodies.rows[number][at].text for at in stretch]
            for number, stretch in enumerate(stretches)
        )
        if not base or not ours or not theirs or base in (ours, theirs):
            continue
        if any(_rewrapped(bodies, side, stretches[0], stretches[side + 1]) for side in (0, 1)):
            yield _Tangle(*stretches)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: its rows, its text and its words."""

    rows: range
    text: str
    words: Counter[str]

    @staticmethod
    def of(version: Sequence[Row], block: range) -> _Paragraph:
        """The paragraph in these rows."""
        text = "\n".join(version[at].text for at in block)
        return _Paragraph(block, text, align.words(text))


def _links(base: Sequence[_Paragraph], side: Sequence[_Paragraph]) -> dict[int, list[int]]:
    """Old paragraph -> the new ones that have its text, or else most of the words of either."""
    found: dict[int, list[int]] = {}
    texts: dict[str, list[int]] = {}
    for at, paragraph in enumerate(side):
        texts.setdefault(paragraph.text, []).append(at)
    for at, paragraph in enumerate(base):
        if same := texts.get(paragraph.text):
            found[at] = [same.pop(0)]
    taken = {new for news in found.values() for new in news}
    places: dict[str, list[int]] = {}
    for at, paragraph in enumerate(side):
        for word in paragraph.words if at not in taken else ():
            places.setdefault(word, []).append(at)
    for at, paragraph in enumerate(base):
        likes = [] if at in found else _likes(paragraph.words, side, places)
        if likes:
            found[at] = likes
    return found


def _likes(
    words: Counter[str], side: Sequence[_Paragraph], places: Mapping[str, Sequence[int]]
) -> list[int]:
    """The paragraphs with most of these words, and where the rest of a parted one is."""
    near = {
        at for word in words if len(places.get(word, ())) <= _RARE for at in places.get(word, ())
    }
    likes = [at for at in sorted(near) if _shares(words, side[at].words)]
    missing = words.copy()
    for at in likes:
        missing -= side[at].words
    rest = [at for at in sorted(near.difference(likes)) if _holds_most(side[at].words, missing)]
    return likes + rest if likes else []


def _shares(old: Counter[str], new: Counter[str]) -> bool:
    return (old & new).total() >= _SAME * min(old.total(), new.total())


def _holds_most(words: Counter[str], missing: Counter[str]) -> bool:
    return (words & missing).total() >= _SAME * missing.total() > 0


def _components(links: Sequence[Mapping[int, Sequence[int]]]) -> Iterator[list[int]]:
    """Old paragraphs in groups: those that share a new one on a side belong together."""
    leader: dict[int, int] = {}

    def lead(at: int) -> int:
        while leader.setdefault(at, at) != at:
            at = leader[at]
        return at

    for found in links:
        first: dict[int, int] = {}
        for old, news in found.items():
            for new in news:
                leader[lead(old)] = lead(first.setdefault(new, old))
    groups: dict[int, list[int]] = {}
    for old in sorted(leader):
        groups.setdefault(lead(old), []).append(old)
    yield from groups.values()


def _stretch(version: Sequence[_Paragraph], places: Sequence[int], parted: Sequence[Row]) -> range:
    """The rows of these paragraphs; empty where something else stands between them."""
    if not places:
        return range(0)
    stretch = range(version[places[0]].rows.start, version[places[-1]].rows.stop)
    known = sum(len(version[at].rows) for at in places)
    return stretch if known == len(stretch) and parted[stretch.start].kind == TEXT else range(0)


def _rewrapped(bodies: Bodies, side: int, old: range, new: range) -> bool:
    """Whether words of these lines stand in other lines now, and are not just gone."""
    base, own, found = bodies.rows[0], bodies.rows[side + 1], bodies.found[side]
    missing: Counter[str] = Counter()
    more: Counter[str] = Counter()
    for at in old:
        missing.update(align.words(base[at].text))
    for at in new:
        words = align.words(own[at].text)
        before = found.get(at, -1)
        kept = words & align.words(base[before].text) if before in old else Counter[str]()
        missing.subtract(kept)
        more.update(words - kept)
    gone = +missing
    return bool(gone) and (gone & more).total() >= _ELSEWHERE * gone.total()


# ---------------------------------------------------------------- fences


def _fences(bodies: Bodies, steady: Sequence[Found]) -> Iterator[_Tangle]:
    """Fences that both sides changed in the same place."""
    base = bodies.rows[0]
    for at, row in enumerate(base):
        if row.kind != CODE or row.inner:
            continue
        stop = at + 1
        while stop < len(base) and base[stop].inner:
            stop += 1
        block = range(at, stop)
        if not _same_place(bodies, steady, block):
            continue
        stretches = [_block(bodies, side, block) for side in (0, 1)]
        if all(stretches):
            yield _Tangle(block, *stretches)


def _same_place(bodies: Bodies, steady: Sequence[Found], block: range) -> bool:
    """Whether both sides changed a line of this fence, or put something behind it, differently."""
    ours, theirs = (_touched(bodies, side, steady[side], block) for side in (0, 1))
    return any(not _holds(ours[at], theirs[at]) for at in ours.keys() & theirs.keys())


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two stretches of lines has all lines of the other, in order."""
    return one == other or (
        bool(one and other) and len(align.common(one, other)) == min(len(one), len(other))
    )


def _touched(
    bodies: Bodies, side: int, steady: Found, block: range
) -> dict[tuple[int, str], list[str]]:
    """What a side has in place of each changed line of a fence, and what it put behind each."""
    own = bodies.rows[side + 1]
    inverse = {old: new for new, old in bodies.found[side].items() if old in block}
    touched: dict[tuple[int, str], list[str]] = {}
    for old in block:
        new = inverse.get(old)
        if old not in steady:
            touched[old, "line"] = [] if new is None else [own[new].text]
        behind: list[str] = []
        while new is not None and new + 1 < len(own) and own[new + 1].inner:
            new += 1
            if new in bodies.found[side]:
                break
            behind.append(own[new].text)
        if behind:
            touched[old, "behind"] = behind
    return touched


def _block(bodies: Bodies, side: int, block: range) -> range:
    """The fence on a side in which the rows of an old one stand; empty when there is no such."""
    own = bodies.rows[side + 1]
    places = [new for new, old in bodies.found[side].items() if old in block]
    if not places or any(own[at].kind != CODE for at in places):
        return range(0)
    start = min(places)
    while start and own[start].inner:
        start -= 1
    stop = start + 1
    while stop < len(own) and own[stop].inner:
        stop += 1
    return range(start, stop) if max(places) < stop else range(0)


# ---------------------------------------------------------------- one row of several


def _collapsed(bodies: Bodies, tangles: Sequence[_Tangle]) -> Bodies:
    """The bodies with one row in the place of each tangle, matched with each other."""
    stretches = (
        [tangle.base for tangle in tangles],
        [tangle.ours for tangle in tangles],
        [tangle.theirs for tangle in tangles],
    )
    parted = [
        _with_one_row(version, each) for version, each in zip(bodies.rows, stretches, strict=True)
    ]
    base_at = parted[0][1]
    found: list[Found] = []
    for side in (0, 1):
        own_at = parted[side + 1][1]
        known = {
            own_at[new]: base_at[old]
            for new, old in bodies.found[side].items()
            if not any(new in s or old in t for s, t in zip(
                stretches[side + 1], stretches[0], strict=True))
        }  # fmt: skip
        for old_stretch, new_stretch in zip(stretches[0], stretches[side + 1], strict=True):
            known[own_at[new_stretch.start]] = base_at[old_stretch.start]
        found.append(known)
    return Bodies((parted[0][0], parted[1][0], parted[2][0]), (found[0], found[1]))


def _with_one_row(
    version: Sequence[Row], stretches: Sequence[range]
) -> tuple[list[Row], Mapping[int, int]]:
    """A body with one row for each stretch, and the new place of each old one."""
    starts = {stretch.start: stretch for stretch in stretches}
    new: list[Row] = []
    places: dict[int, int] = {-1: -1}
    at = 0
    while at < len(version):
        stretch = starts.get(at, range(at, at + 1))
        row = version[at]
        if len(stretch) > 1:
            text = rows.join(version[at : stretch.stop])[len(row.lead) : -1]
            row = replace(row, text=text, core=rows.bare(text) if row.kind == TEXT else "")
        places.update(dict.fromkeys(stretch, len(new)))
        new.append(row)
        at = stretch.stop
    moved = [replace(row, above=places[row.above], parent=places[row.parent]) for row in new]
    return moved, places
