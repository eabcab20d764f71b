r"""Turn a file's bytes into plain text and its form, and back: byte order mark and line ends.

Notes are merged as text whose lines all end with ``\n``. What an editor changes without a word
being typed is merged by itself: a tool that rewrites all line ends on one device must not be in the
way of a sentence on the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notesync.merge import align
from notesync.merge.choice import ranked, three_way
from notesync.notes import lines
from notesync.notes.frontmatter import BOM

MIXED = "mixed"
# Line ends -> which wins where both sides changed them differently.
_NEWLINES: Mapping[str, int] = {"": 0, MIXED: 1, "\r": 2, "\r\n": 3, "\n": 4}


@dataclass(frozen=True, slots=True)
class Form:
    r"""How a text lies in its file.

    Attributes:
        bom: Whether a byte order mark comes first.
        newline: ``\n``, ``\r\n``, ``\r``, ``mixed``, or "" where there is no line break.
        final: Whether the last line ends with a line break; None for an empty text.
    """

    bom: bool = False
    newline: str = ""
    final: bool | None = None


@dataclass(frozen=True, slots=True)
class Text:
    r"""A file's text with its form.

    Attributes:
        text: Without a byte order mark; each line ends with ``\n``.
        form: How it lay in the file.
        ends: Each line's own end.
    """

    text: str = ""
    form: Form = Form()
    ends: tuple[str, ...] = ()


def is_text(data: bytes) -> bool:
    """Whether bytes can be merged by lines: UTF-8 without a zero byte."""
    if b"\0" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def read(data: bytes) -> Text:
    """Read a file that is text (see `is_text`)."""
    text = data.decode()
    bom = text.startswith(BOM)
    if bom:
        text = text[1:]
    if "\r" not in text:
        ends = ("\n",) * text.count("\n")
        newline = "\n" if ends else ""
    else:
        ends = tuple(found.group() for found in lines.BREAK.finditer(text))
        newline = ends[0] if len(set(ends)) == 1 else MIXED
        text = lines.BREAK.sub("\n", text)
    final = text.endswith("\n") if text else None
    if final is False:
        text += "\n"
        ends += ("",)
    return Text(text, Form(bom, newline, final), ends)


def merged(base: Form | None, ours: Form, theirs: Form) -> Form:
    """The form after a merge."""
    old = base or Form()
    newline = ranked(old.newline, ours.newline or theirs.newline, theirs.newline or ours.newline,
                     _NEWLINES)  # fmt: skip
    _, bom = three_way(old.bom, ours.bom, theirs.bom)
    return Form(bom, newline, _final(old.final, ours.final, theirs.final))


def _final(base: bool | None, ours: bool | None, theirs: bool | None) -> bool:  # noqa: FBT001 -- three versions of one property
    if ours is None or theirs is None:
        known = ours if theirs is None else theirs
        return known is not False
    agreed, final = three_way(base, ours, theirs)
    return bool(final) if agreed else True


def write(text: str, form: Form, versions: Sequence[Text] = ()) -> bytes:
    r"""The bytes of a merged text.

    Args:
        text: Each line ends with ``\n``.
        form: How it shall lie in the file.
        versions: Base, ours and theirs, whose line ends are kept line by line where they are mixed.
    """
    if form.newline == MIXED:
        text = _with_ends(text, versions)
    elif form.newline not in {"", "\n"}:
        text = text.replace("\n", form.newline)
    if form.final is False:
        text = text[: -len(_last_break(text))] if _last_break(text) else text
    return ((BOM if form.bom else "") + text).encode()


def _last_break(text: str) -> str:
    return next((end for end in ("\r\n", "\n", "\r") if text.endswith(end)), "")


def _with_ends(text: str, versions: Sequence[Text]) -> str:
    """Give each line the end that it had, or that the one side gave it that changed it."""
    rows = text.split("\n")[:-1]
    found = []
    for version in versions:
        pairs = align.common(rows, version.text.split("\n")[:-1])
        found.append({a: version.ends[b] or "\n" for a, b in pairs})
    usual = max(
        (end for version in versions[1:] for end in version.ends if end), key=_rank, default="\n"
    )
    parts: list[str] = []
    for at, row in enumerate(rows):
        base, ours, theirs = (ends.get(at, "") for ends in found)
        end = ranked(base, ours or theirs, theirs or ours, _NEWLINES) or usual
        if end == "\n" and not row and parts and parts[-1].endswith("\r"):
            end = "\r\n"  # a CR and an LF around an empty line would be one line break
        parts.append(row + end)
    return "".join(parts)


def _rank(end: str) -> int:
    return _NEWLINES.get(end, 0)
