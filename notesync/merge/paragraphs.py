"""Find paragraphs that a side wrapped, parted or joined while the other changed them too.

Line by line the other's edit could not be found in them any more: a paragraph is known by its
words. Where a word of an old line stands in another line than the one that this became, the lines
say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notesync.merge import align, rows
from notesync.merge.bodies import Bodies, Tangle
from notesync.merge.rows import TEXT, Row

_RARE = 3  # a word that stands in so many paragraphs says which of them one was
_BETWEEN = 8  # rows that may stand between the parts of a paragraph
_SAME = 0.5  # part of the words that two paragraphs share when one became the other
_ELSEWHERE = 0.2  # part of its words, or of the missing ones, that is found elsewhere now


def wrapped(bodies: Bodies) -> Iterator[Tangle]:
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
        if not base or not ours or not theirs or base == ours == theirs:
            continue
        if any(_rewrapped(bodies, side, stretches[0], stretches[side + 1]) for side in (0, 1)):
            yield Tangle(*stretches)


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
    if not likes or missing.total() < _ELSEWHERE * words.total():
        return likes
    return likes + [
        at for at in sorted(near.difference(likes)) if _holds_most(side[at].words, missing)
    ]


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
    """The rows from the first to the last of these paragraphs; empty where not all is theirs.

    A few rows of text may stand between, such as a paragraph that was put where one was parted.
    """
    if not places:
        return range(0)
    stretch = range(version[places[0]].rows.start, version[places[-1]].rows.stop)
    own = sum(len(version[at].rows) for at in places)
    if len(stretch) > 2 * own + _BETWEEN or any(parted[at].kind != TEXT for at in stretch):
        return range(0)
    return stretch


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
