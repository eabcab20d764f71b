"""Turn what somebody types into ranked hits, each with the line that fits best and its highlights.

The full text is folded (`notesync.notes.names.search_fold`), and so are the words of the query:
*Mueller*, *Müller* and *muller* find each other. Only letters and digits of the query ever reach
SQLite, so nothing that is typed can be mistaken for FTS5's query language. What is highlighted is
the note's own text, as its file has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from notesync.errors import UsageError
from notesync.index.folding import field_key, field_value
from notesync.index.schema import WEIGHTS
from notesync.index.store import Store
from notesync.notes import lines
from notesync.notes.names import WORD, search_fold
from notesync.words import N_

WIDTH = 160  # characters of a snippet
_LEAD = 50  # characters of it that stand before the first highlight
_QUOTES = str.maketrans(dict.fromkeys("„“”«»", '"'))
_PHRASES = re.compile(r'"([^"]*)"?|([^\s"]+)')


class NothingToFind(UsageError):
    """A query without a single letter or digit."""

    sentence = N_(
        "There is no word to search for in “{text}”. Type one, such as: notesync search Kampagne"
    )


class Hit(NamedTuple):
    """One note that fits.

    Attributes:
        score: Higher fits better (bm25, see https://sqlite.org/fts5.html#the_bm25_function).
        line: 1-based line of the snippet in the file.
        snippet: That line, cut to `WIDTH` around its first highlight; "" for an empty file.
        spans: (start, end) offsets in the snippet of what was searched for.
    """

    path: str
    name: str
    kind: str
    score: float
    line: int
    snippet: str
    spans: tuple[tuple[int, int], ...]


class Phrase(NamedTuple):
    """Folded words that must follow each other; the last may be the beginning of one."""

    words: tuple[str, ...]
    prefix: bool = False


def search(
    store: Store,
    text: str,
    read: Callable[[str], str],
    *,
    where: Iterable[tuple[str, str]] = (),
    kinds: Sequence[str] = (),
    limit: int = 20,
) -> list[Hit]:
    """Find notes in which all words and "phrases" occur; the last word may be a beginning.

    Args:
        store: The index, refreshed.
        text: What was typed.
        read: Gives the text of a note by path, for snippets; asked for those that are shown only.
        where: Front-matter keys and values that a note must have.
        kinds: If not empty, kinds that a note may have.
        limit: How many hits at most, the best first.

    Raises:
        NothingToFind: The text holds no word.
    """
    phrases = phrases_in(text)
    weights = ", ".join(map(str, WEIGHTS))
    tests, values = conditions(where, kinds)
    # Equal scores are told apart by path, so that the order doesn't depend on the index's past.
    found = store.rows(
        f"SELECT notes.path, notes.name, notes.kind, bm25(fts, {weights}) AS score"
        f" FROM fts JOIN notes ON notes.id = fts.rowid WHERE fts MATCH ? {tests}"
        " ORDER BY score, notes.path LIMIT ?",
        (expression(phrases), *values, limit),
    )
    return [
        Hit(path, name, kind, -score, *snippet(read(path), phrases))
        for path, name, kind, score in found
    ]


def conditions(where: Iterable[tuple[str, str]], kinds: Sequence[str]) -> tuple[str, list[str]]:
    """``--where`` and kinds as SQL over `notes`, with the values to bind."""
    parts, values = [], []
    for key, value in where:
        parts.append("AND notes.id IN (SELECT note FROM fields WHERE key = ? AND value = ?)")
        values += [field_key(key), field_value(value)]
    if kinds:
        parts.append(f"AND notes.kind IN ({', '.join('?' * len(kinds))})")
        values += kinds
    return " ".join(parts), values


def parse(text: str) -> list[Phrase]:
    """What was typed as phrases: one for each word, one for what stands between quotes."""
    phrases = []
    for found in _PHRASES.finditer(text.translate(_QUOTES)):
        quoted, bare = found.groups()
        words = tuple(word for _, word in _words(quoted or bare or ""))
        if words:
            # one letter begins too much to say anything
            typing = bare is not None and found.end() == len(text.rstrip()) and len(words[-1]) > 1
            phrases.append(Phrase(words, prefix=typing))
    return phrases


def phrases_in(text: str) -> list[Phrase]:
    """As `parse`, where there has to be something to search for.

    Raises:
        NothingToFind: The text holds no word.
    """
    if phrases := parse(text):
        return phrases
    raise NothingToFind(text=text)


def expression(phrases: Iterable[Phrase]) -> str:
    """The phrases in FTS5's query language: all of them, in any order."""
    return " AND ".join(
        f'"{" ".join(phrase.words)}"{" *" if phrase.prefix else ""}' for phrase in phrases
    )


def snippet(text: str, phrases: Sequence[Phrase]) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """The line in which most of the phrases occur, the first such one, with its highlights.

    Where only the name fits, it is the first line that isn't empty.

    Returns:
        Its 1-based number, the line cut to `WIDTH`, and the highlights in what was cut.
    """
    best, number, first = 0, 0, 0
    chosen: list[tuple[int, int]] = []
    rows = lines.split(text)
    for at, line in enumerate(rows):
        if not first and line.strip() and line.strip() != "---":
            first = at + 1
        folded = search_fold(line)
        if not any(phrase.words[0] in folded for phrase in phrases):
            continue
        spans = [list(_find(line, phrase)) for phrase in phrases]
        if (count := sum(map(bool, spans))) > best:
            best, number, chosen = count, at + 1, [span for found in spans for span in found]
            if best == len(phrases):
                break
    number = number or first or 1
    return number, *cut(rows[number - 1] if rows else "", _merged(chosen))


def _words(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The words of a text, folded, with where they stand."""
    for found in WORD.finditer(text):
        if word := search_fold(found.group()):
            yield found.span(), word


def _find(line: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in a line."""
    words = list(_words(line))
    size = len(phrase.words)
    for at in range(len(words) - size + 1):
        run = tuple(word for _, word in words[at : at + size])
        if run[:-1] == phrase.words[:-1] and (
            run[-1].startswith(phrase.words[-1]) if phrase.prefix else run[-1] == phrase.words[-1]
        ):
            yield words[at][0][0], words[at + size - 1][0][1]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cut(
    line: str, spans: Sequence[tuple[int, int]], width: int = WIDTH
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A line cut to `width` so that its first highlight is in sight; ``…`` for what is left out."""
    start = len(line) - len(line.lstrip())
    line = line.rstrip()
    if len(line) - start > width and spans:
        start = max(start, min(spans[0][0] - min(_LEAD, width // 3), len(line) - width))
    end = min(len(line), start + width)
    before = "…" if line[:start].strip() else ""
    after = "…" if end < len(line) else ""
    shift = len(before) - start
    shown = tuple(
        (max(left, start) + shift, min(right, end) + shift)
        for left, right in spans
        if left < end and right > start
    )
    return f"{before}{line[start:end]}{after}", shown
