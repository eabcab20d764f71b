"""Turn three versions of one note into the one that holds what both sides did: bytes in, bytes out.

The form of the file, its header and its body are merged each by its own rules and put together
again. Before the result is handed out it is read: if it can't be read though both sides could, says
anything else in its header than was decided, or lacks a word that somebody wrote in the body, the
winner's text is taken as it stands and the other's is kept whole in a record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from notesync.merge import align, fields, form, notation, rows, text
from notesync.merge.choice import Dates, three_way
from notesync.merge.conflict import Conflict
from notesync.merge.head import Head, Parted, part
from notesync.merge.rows import END, RECORD, Row
from notesync.notes import document
from notesync.notes.frontmatter import HeaderValue
from notesync.notes.refusal import SpliceRefused

BOTH_CHANGED, HEADER_BROKEN = "both-changed", "header-broken"


@dataclass(frozen=True, slots=True)
class MergedNote:
    """One note after the merge.

    Attributes:
        data: Its bytes.
        conflicts: What was recorded in it by this merge.
    """

    data: bytes
    conflicts: tuple[Conflict, ...] = ()


def merge_note(
    base: bytes | None, ours: bytes, theirs: bytes, *, dates: tuple[int, int], path: str = ""
) -> MergedNote:
    """Merge one note. Swapping the sides, with their dates, gives the same bytes.

    Args:
        base: What both sides began with; None when each made the note by itself, or when it was
            no text.
        ours: One side's bytes.
        theirs: The other side's.
        dates: Author dates (Unix seconds) of the last commits that touched the note on each side.
        path: Where the note lies, for the conflicts.

    Raises:
        ValueError: A side is no text (see `notesync.merge.form.is_text`).
    """
    agreed, data = three_way(base, ours, theirs)
    if agreed and data is not None:
        return MergedNote(data)
    if not (form.is_text(ours) and form.is_text(theirs)):
        raise ValueError(path)
    if (dates[0], ours) < (dates[1], theirs):  # the winner comes first, so no side is special
        ours, theirs, dates = theirs, ours, (dates[1], dates[0])
    old = base if base is not None and form.is_text(base) else b""
    first, mine, yours = (form.read(each) for each in (old, ours, theirs))
    shape = form.merged(first.form if old else None, mine.form, yours.form)
    three = _Three(part(first.text), part(mine.text), part(yours.text), Dates(*dates), path)
    merged = next(each for each in three.attempts() if three.holds(each))
    return MergedNote(form.write(merged.text, shape, (first, mine, yours)), merged.conflicts)


def annotated(data: bytes, aliases: Sequence[str], line: str) -> bytes:
    """A note with more aliases and one record; in a comment where no header can hold it.

    Args:
        data: The note.
        aliases: What else it is called.
        line: As `notesync.merge.notation.noted` gives it.
    """
    if not form.is_text(data):
        return data
    version = form.read(data)
    text = version.text
    with suppress(SpliceRefused):  # the record names the other path all the same
        if part(text).head:
            text = document.read(text).append("aliases", *aliases).text
    parted = part(text)
    kept = rows.split(parted.body)
    if notation.noted_comment(line) in [row.text for row in kept]:
        return data
    head = parted.head and fields.add_records(parted.head, [line])
    if head is None:
        put = (*kept[:-1], *_at_end(kept, [notation.noted_comment(line)]), kept[-1])
        changed = parted.raw + rows.join(put)
    else:
        changed = head.text + parted.body
    return form.write(changed, version.form, (version, version, version))


@dataclass(frozen=True, slots=True)
class _Head:
    """A merged header: its text, what it shall say (None: anything), what goes into the body."""

    text: str
    values: dict[str, HeaderValue] | None = None
    comments: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A merged note before it was checked."""

    text: str
    head: _Head
    rows: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    last: bool = False


@dataclass(frozen=True, slots=True)
class _Three:
    """Three versions of a note, of which `ours` wins where nothing else decides."""

    base: Parted
    ours: Parted
    theirs: Parted
    dates: Dates
    path: str

    def attempts(self) -> Iterator[_Attempt]:
        """Merged notes, the finest first; the last one always holds."""
        body = text.merge_body(self.base.body, self.ours.body, self.theirs.body, self.dates)
        merged = _with_records(body)
        lost = tuple(
            Conflict(self.path, "", loss.kept, loss.other, BOTH_CHANGED) for _, loss in body.lost
        )
        for head in self._heads():
            put = (*merged[:-1], *_at_end(merged, head.comments), merged[-1])
            whole = head.text + rows.join(put)
            yield _Attempt(whole, head, put, (*head.conflicts, *lost))
        kept = rows.split(self.ours.body)
        comments = [notation.comment(self.theirs.body.strip("\n"), self.dates.theirs, "body")]
        if self.theirs.raw not in (self.ours.raw, self.base.raw):
            header = self.theirs.raw.rstrip("\n")
            comments.insert(0, notation.comment(header, self.dates.theirs, "header"))
        put = (*kept[:-1], *_at_end(kept, comments), kept[-1])
        lost = (self._conflict(self.ours.body, self.theirs.body, BOTH_CHANGED),)
        yield _Attempt(self.ours.raw + rows.join(put), _Head(self.ours.raw), put, lost, last=True)

    def holds(self, attempt: _Attempt) -> bool:
        """Whether a merged note can be read, says what was decided, and lacks nothing."""
        if attempt.last:
            return True
        found = document.read(attempt.text)
        if self.ours.readable and self.theirs.readable:
            if attempt.text[: found.body_start] != attempt.head.text:
                return False
            unread = [
                each.code
                for each in found.problems
                if not each.warning and each.code.startswith(("header-", "conflict"))
            ]
            before = (document.read(each.raw + each.body) for each in (self.ours, self.theirs))
            if unread and not any(each.problems for each in before):
                return False
        if attempt.head.values is not None and dict(found.header) != attempt.head.values:
            return False
        return self._lacks_nothing(attempt.rows)

    def _lacks_nothing(self, merged: Sequence[Row]) -> bool:
        """Whether every word that a side wrote is in the body or in a record there."""
        base = Counter(self.base.body.split("\n"))
        have = Counter(line for row in merged for line in row.text.split("\n"))
        for side in (self.ours, self.theirs):
            own = Counter(side.body.split("\n"))
            written = _words(own - base - have) - _words(base - own)
            if written - _words(have - own):
                whole = _words(own) - _words(base)
                if whole - _words(have):
                    return False
        return True

    def _conflict(self, kept: str, other: str, why: str, field: str = "") -> Conflict:
        return Conflict(self.path, field, kept.strip("\n"), other.strip("\n"), why)

    # ------------------------------------------------------------ the header

    def _heads(self) -> Iterator[_Head]:
        """Merged headers, the finest first."""
        agreed, raw = three_way(self.base.raw, self.ours.raw, self.theirs.raw)
        broken = [each for each in (self.ours, self.theirs) if not each.readable]
        if agreed and not (len(broken) == 1 and broken[0].raw == raw):
            yield _Head(raw)
            return
        mine, yours = (self._as_head(each) for each in (self.ours, self.theirs))
        if mine and yours:
            merged = fields.merge_heads(self.base.head, mine, yours, self.dates)
            yield self._written(merged)
            yield self._written(replace(merged, head=_compact(merged.head)))
        elif self.ours.readable == self.theirs.readable:
            yield from self._by_lines()
        winner, loser, date = self.ours, self.theirs, self.dates.theirs
        if self.theirs.readable and not self.ours.readable:
            winner, loser, date = self.theirs, self.ours, self.dates.ours
        why = HEADER_BROKEN if not loser.readable else BOTH_CHANGED
        yield _Head(
            winner.raw,
            comments=(notation.comment(loser.raw.rstrip("\n"), date, "header"),)
            if loser.raw
            else (),
            conflicts=(self._conflict(winner.raw, loser.raw, why),),
        )

    def _as_head(self, side: Parted) -> Head | None:
        """A side's header in segments; a header that was deleted is one without keys."""
        if side.head or side.raw:
            return side.head
        other = self.theirs if side is self.ours else self.ours
        return replace(other.head, segments={}, tail="") if other.head else None

    def _written(self, merged: fields.Fields) -> _Head:
        """The header with what lost among its records, or else with comments for the body."""
        head, comments = merged.head, []
        if merged.lost:
            lines = [lost.line for lost in merged.lost]
            noted = fields.add_records(head, lines)
            head = noted or head
            comments = [] if noted else [notation.noted_comment(line) for line in lines]
        merged = replace(merged, head=head)
        conflicts = tuple(
            Conflict(self.path, lost.field, lost.kept, lost.other, BOTH_CHANGED)
            for lost in merged.lost
        )
        gone = not merged.values and "" in (self.ours.raw, self.theirs.raw)
        return _Head("" if gone else head.text, merged.values, tuple(comments), conflicts)

    def _by_lines(self) -> Iterator[_Head]:
        """A header that is no plain YAML, merged by lines where that leaves no conflict."""
        body = text.merge_body(self.base.raw, self.ours.raw, self.theirs.raw, self.dates)
        raw = rows.join(body.rows)
        if not body.lost and part(raw).readable == self.ours.readable and not part(raw).body:
            yield _Head(raw)


_MARKS = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?:\[.\](?=\s|$))?")


def _words(lines: Mapping[str, int]) -> Counter[str]:
    """The words of some lines, each so many times; without bullets, boxes and ours of records."""
    found: Counter[str] = Counter()
    for line, times in lines.items():
        if notation.OPENING.fullmatch(line):
            continue
        for word, count in align.words(_MARKS.sub("", line, count=1)).items():
            found[word] += count * times
    return found


def _compact(head: Head) -> Head:
    """A header without blank lines and with its comments on top, where nothing can mistake them."""
    parts = sorted(head.segments.items(), key=lambda each: each[0][0] == "key")
    segments = {name: replace(segment, lead="") for name, segment in parts}
    return replace(head, segments=segments, tail="")


def _with_records(body: text.Body) -> list[Row]:
    """The rows of a merged body, each piece that lost recorded below what stands in place."""
    comments = [(at, notation.comment(loss.other, loss.date, loss.part)) for at, loss in body.lost]
    if not comments:
        return list(body.rows)
    return notation.with_comments(rows.split(rows.join(body.rows)), comments)


def _at_end(parted: Sequence[Row], comments: Sequence[str]) -> list[Row]:
    """Records that are about more than a line, to be put at the end of the body."""
    known = {row.text for row in parted if row.kind == RECORD}
    empty = all(row.kind == END for row in parted)
    return [
        Row(text, "" if empty and not at else "\n", RECORD)
        for at, text in enumerate(comments)
        if text not in known
    ]
