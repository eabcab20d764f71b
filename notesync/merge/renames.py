"""Tell which file of one tree became which file of another: two trees in, pairs of paths out.

By the note's id first, wherever it lies; then by path; then by equal bytes; last by the words in
common, much as git does by lines (a tool may have quoted or wrapped every line anew). Files are
compared only with those with which they share a word that few others have, so the time does not
grow with the square of their number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from notesync.merge import align
from notesync.merge.form import is_text
from notesync.notes import frontmatter

ALIKE = 0.6  # part of the larger file's words that two files share, for one to be the other
WITHIN = 0.7  # part of the smaller file's words, where one is the other with much more in it
ALL_BUT_FEW = 0.85  # likewise, where one is the other with several times as much in it
_FEW = 5  # words that both have at least in these cases
_COMMON = 8  # a word that stands in more files than that tells nothing
_KEY = re.compile(r"^(?:typ[e]?:.*|[^\s:#-][^:\n]*:)", re.MULTILINE)  # the same in every such note
_LARGEST = 1 << 20

_ID = re.compile(rb"^id:[ \t]*(['\"]?)([^\s'\"#].*?)\1[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")


def note_id(data: bytes) -> str:
    """The id in a note's header, "" where there is none."""
    opened = _HEADER.match(data)
    if opened is None:
        return ""
    end = data.find(b"\n---", opened.end() - 1)
    found = _ID.search(data, opened.end() - 1, max(end, opened.end()))
    return found[2].decode("utf-8", "replace") if found else ""


def origins(
    base: Mapping[str, bytes], side: Mapping[str, bytes], fixed: Collection[str] = ()
) -> dict[str, str]:
    """Path on a side -> the path in the base of the same file; new files are left out.

    Args:
        base: The old tree's files.
        side: The new tree's.
        fixed: Paths of links and submodules, which are matched by path only.
    """
    found = {path: path for path in side if path in base}
    gone = {path for path in base if path not in side}
    new = {path for path in side if path not in base}
    fresh = {path for path in new if path not in fixed}
    loose = {
        path
        for path in found
        if path not in fixed
        and base[path] != side[path]
        and _is_another(base[path], side[path], other_files=bool(fresh or gone))
    }
    for path in loose:
        del found[path]
    gone = {path for path in gone | loose if path not in fixed}
    new = {path for path in new | loose if path not in fixed}
    for find in (_by_id, _by_bytes, _by_words):
        find(found, base, side, gone, new)
    for path in sorted(new & gone):
        _match(found, gone, new, path, path)
    return found


def _is_another(old: bytes, new: bytes, *, other_files: bool) -> bool:
    """Whether a file may be another one that took the name of the old one.

    Without an id only one that shares no word with it: many notes begin with the same template, so
    a new note is easily more like what an old one was than the old one is now.
    """
    before = note_id(old)
    if before:
        return before != note_id(new)
    return other_files and not _words(old) & _words(new)


def _match(found: dict[str, str], gone: set[str], new: set[str], old: str, path: str) -> None:
    found[path] = old
    gone.discard(old)
    new.discard(path)


def unique_ids(files: Mapping[str, bytes], paths: Iterable[str]) -> dict[str, str]:
    """Id -> path, of ids that only one of these files has."""
    found: dict[str, list[str]] = {}
    for path in paths:
        if name := note_id(files[path]):
            found.setdefault(name, []).append(path)
    return {name: each[0] for name, each in found.items() if len(each) == 1}


def _by_id(
    found: dict[str, str], base: Mapping[str, bytes], side: Mapping[str, bytes],
    gone: set[str], new: set[str],
) -> None:  # fmt: skip
    if not gone or not new:
        return
    old, now = unique_ids(base, gone), unique_ids(side, new)
    for name in sorted(old.keys() & now.keys()):
        _match(found, gone, new, old[name], now[name])


def _base_name(path: str) -> str:
    return path.rpartition("/")[2]


def _suffix(path: str) -> str:
    return _base_name(path).rpartition(".")[2]


def _by_bytes(
    found: dict[str, str], base: Mapping[str, bytes], side: Mapping[str, bytes],
    gone: set[str], new: set[str],
) -> None:  # fmt: skip
    """Equal files; of several the one with the same name, else the first."""
    places: dict[bytes, list[str]] = {}
    for path in sorted(gone):
        if base[path]:
            places.setdefault(base[path], []).append(path)
    for same_name in (True, False):
        for path in sorted(new):
            olds = places.get(side[path], [])
            fits = [old for old in olds if not same_name or _base_name(old) == _base_name(path)]
            if fits:
                olds.remove(fits[0])
                _match(found, gone, new, fits[0], path)


def _by_words(
    found: dict[str, str], base: Mapping[str, bytes], side: Mapping[str, bytes],
    gone: set[str], new: set[str],
) -> None:  # fmt: skip
    """Files of one kind with most of their words in common, the most alike first."""
    if not gone or not new:
        return
    words = {path: _words(base[path]) for path in gone}
    places: dict[str, list[str]] = {}
    for path in sorted(gone):
        for word in words[path]:
            places.setdefault(word, []).append(path)
    scores = []
    for path in sorted(new):
        own, name = _words(side[path]), note_id(side[path])
        near = {
            old
            for word in own
            if len(places.get(word, ())) <= _COMMON
            for old in places.get(word, ())
        }
        for old in near:
            other = note_id(base[old])
            if _suffix(old) != _suffix(path) or (name and other and name != other):
                continue
            alike = _alike(words[old], own)
            if alike:
                scores.append((-alike, _base_name(old) != _base_name(path), old, path))
    for _, _, old, path in sorted(scores):
        if old in gone and path in new:
            _match(found, gone, new, old, path)


def _words(data: bytes) -> Counter[str]:
    """The words of a text, the keys and the type in its header left out."""
    if len(data) > _LARGEST or not is_text(data):
        return Counter()
    text = data.decode()
    fence = frontmatter.split(text)
    if fence is not None:
        text = _KEY.sub("", text[fence.start : fence.end]) + text[fence.body :]
    return align.words(text)


def _alike(old: Counter[str], new: Counter[str]) -> float:
    """The words that both have, as part of all words; long words count more; 0 when too few."""
    shared, *sizes = (
        sum(len(word) * times for word, times in each.items()) for each in (old & new, old, new)
    )
    if not shared:
        return 0.0
    of_larger, of_smaller = shared / max(sizes), shared / min(sizes)
    enough = WITHIN if of_larger >= WITHIN / 2 else ALL_BUT_FEW
    within = of_smaller >= enough and (old & new).total() >= _FEW
    return of_larger if of_larger >= ALIKE or within else 0.0
