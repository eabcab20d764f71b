"""Turn rows with a mark, a name and what is to be said of it into lines of the terminal.

Marks carry the meaning without colour. On a narrow terminal what is said takes a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from notesync.cli.screen import Screen, cells, clean, whole, wrap


def marked(rows: Sequence[Sequence[str | None]], screen: Screen) -> list[str]:
    """Rows of (mark, name, …, what, why), aligned; without a name the last two stand alone."""
    if screen.narrow:
        lines = []
        for mark, name, *rest in rows:
            head = name or rest[-2] or ""
            tail = " · ".join(text for text in rest if text and text != head)
            first, *more = wrap(clean(head), screen.width - 4) or [""]
            lines += [f"  {mark} {first}", *(f"    {line}" for line in more)]
            lines += [f"    {line}" for line in wrap(clean(tail), screen.width - 4)] if tail else []
        return lines
    named = [[text or "" for text in row[1:]] for row in rows if row[1]]
    aligned = iter(whole(_without_empty(named), screen.width - 4))
    lines = []
    for row in rows:
        alone = clean(f"{row[-2]} · {row[-1]}")
        first, *more = next(aligned) if row[1] else wrap(alone, screen.width - 4)
        lines += [f"  {row[0]} {first}", *(f"    {line}" for line in more)]
    return lines


def joined(parts: Sequence[str], width: int) -> list[str]:
    """Parts with dots between them; a line breaks between parts, never within one if it fits."""
    lines: list[str] = []
    for part in map(clean, parts):
        if lines and cells(lines[-1]) + cells(part) + 3 <= width:
            lines[-1] += f" · {part}"
        else:
            lines += wrap(part, width)
    return lines


def _without_empty(rows: list[list[str]]) -> list[list[str]]:
    used = [at for at in range(len(rows[0])) if any(row[at] for row in rows)] if rows else []
    return [[row[at] for at in used] for row in rows]
