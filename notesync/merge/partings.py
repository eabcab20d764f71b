"""Cut paragraphs in all versions where one side parted them: bodies with matches in, texts out.

Somebody put a heading or a blank line into a paragraph, while the other side changed it, too. From
then on each part is a paragraph of its own; so it is made one in the other versions as well, before
the lines are compared. Where a part begins in another version its words tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from notesync.merge import align, rows
from notesync.merge.bodies import Bodies
from notesync.merge.rows import TEXT, Row

_WORD = re.compile(r"\w+")
_RUN = 2  # so many words of a line in another paragraph are a part of it

_Place = tuple[int, int]  # a row, and where in its text a word begins
_Cuts = tuple[set[_Place], set[_Place], set[_Place]]


def parted(bodies: Bodies) -> list[str] | None:
    """The three bodies with a blank line wherever one side parted what the other changed, too.

    None where nobody did.
    """
    base = bodies.rows[0]
    steady = [_steady(bodies, side) for side in (0, 1)]
    known = [dict(pairs) for pairs in steady]
    loose = {
        at for at, row in enumerate(base)
        if row.kind == TEXT and not row.listed and not any(at in each for each in known)
    }  # fmt: skip
    if not loose:
        return None
    links = [_links(bodies, side, steady[side], loose) for side in (0, 1)]
    cuts: _Cuts = (set(), set(), set())
    for side in (0, 1):
        blocks = _blocks(bodies.rows[side + 1])
        for at in loose & links[side].keys():
            for place in _partings(links[side][at], blocks):
                cuts[0].add((at, place))
                _add_same(cuts[2 - side], links[1 - side].get(at, []), place)
    if not any(cuts):
        return None
    return [_cut(version, each) for version, each in zip(bodies.rows, cuts, strict=True)]


_Link = tuple[int, _Place]  # where a word of a line begins, and where it stands on a side


def _steady(bodies: Bodies, side: int) -> align.Pairs:
    """The rows that stayed as and where they were."""
    base, own = bodies.rows[0], bodies.rows[side + 1]
    same = sorted(
        (old, new) for new, old in bodies.found[side].items() if base[old].text == own[new].text
    )
    return [same[index] for index in align.increasing([new for _, new in same])]


def _links(
    bodies: Bodies, side: int, steady: align.Pairs, loose: set[int]
) -> dict[int, list[_Link]]:
    """For each line its words that are found on a side, between the rows that stayed."""
    base, own = bodies.rows[0], bodies.rows[side + 1]
    found: dict[int, list[_Link]] = {}
    for left, right in align.gaps(steady, len(base), len(own)):
        old = [*_words(base, [at for at in left if at in loose])]
        new = [*_words(own, [at for at in right if own[at].kind == TEXT])] if old else []
        pairs = align.common([word for word, _ in old], [word for word, _ in new])
        for a, b in pairs:
            at, begin = old[a][1]
            found.setdefault(at, []).append((begin, new[b][1]))
    return found


def _words(version: Sequence[Row], places: Sequence[int]) -> Iterator[tuple[str, _Place]]:
    for at in places:
        for word in _WORD.finditer(version[at].text):
            yield word.group().casefold(), (at, word.start())


def _blocks(version: Sequence[Row]) -> dict[int, int]:
    """Row -> the first one of its paragraph."""
    return {at: block.start for block in rows.blocks(version) for at in block}


def _partings(links: Sequence[_Link], blocks: dict[int, int]) -> Iterator[int]:
    """Where in a line the words begin that stand in another paragraph than those before."""
    runs = [[*each] for _, each in groupby(links, key=lambda link: blocks[link[1][0]])]
    runs = [run for run in runs if len(run) >= _RUN]
    for before, after in pairwise(runs):
        if blocks[before[0][1][0]] != blocks[after[0][1][0]]:
            yield after[0][0]


def _add_same(cuts: set[_Place], links: Sequence[_Link], place: int) -> None:
    """Cut a line on a side where it is cut in the base."""
    after = next((there for begin, there in links if begin >= place), None)
    before = next((there for begin, there in reversed(links) if begin < place), None)
    if before and after and before[0] == after[0]:
        cuts.add(after)


def _cut(version: Sequence[Row], cuts: set[_Place]) -> str:
    """A body with blank lines in these places, instead of the blanks before them."""
    changed = list(version)
    for at, begin in sorted(cuts, reverse=True):
        text = changed[at].text
        blank = max(text.rfind(" ", 0, begin), text.rfind("\t", 0, begin))
        if text[: max(blank, 0)].strip():
            text = f"{text[:blank].rstrip()}\n\n{text[blank + 1 :]}"
            changed[at] = replace(changed[at], text=text)
    return rows.join(changed)
