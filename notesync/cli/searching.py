"""Print what was found: for people, as JSON or as rows. What ``search`` does, without click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notesync.cli.echo import style
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import Screen, clean, clip, screen
from notesync.cli.session import Session
from notesync.errors import NotesyncError

if TYPE_CHECKING:
    from notesync.index.search import Hit

LIMIT = 20  # hits that are shown unless told


def print_search(
    session: Session, text: str, *, where: Sequence[tuple[str, str]] = (), limit: int = LIMIT
) -> None:
    """Print the notes in which the words occur, the best first.

    Args:
        session: The vault, and how to print.
        text: What was typed.
        where: Front-matter keys and values that a note must have.
        limit: How many hits at most.

    Raises:
        NothingToFind: The text holds no word.
    """
    from notesync.index.search import phrases_in, search

    phrases_in(text)  # before the vault is opened, which may have something to tell
    workspace = session.workspace

    def read(path: str) -> str:
        try:
            return workspace.vault.read(path).text
        except NotesyncError:  # gone since the look through the folder
            return ""

    hits = search(workspace.store, text, read, where=where, limit=limit)
    if session.json:
        print_json({"count": len(hits), "hits": [_json(hit) for hit in hits]})
    elif session.plain:
        print_plain((f"{hit.path}:{hit.line}", hit.name, hit.snippet) for hit in hits)
    elif hits:
        terminal = screen(color=session.colored)
        terminal.show([line for hit in hits for line in _lines(hit, terminal)])
    else:
        session.say(session.words.t("Nothing found."))


def _json(hit: Hit) -> dict[str, object]:
    return {
        "path": hit.path,
        "name": hit.name,
        "kind": hit.kind,
        "line": hit.line,
        "snippet": hit.snippet,
        "highlights": [list(span) for span in hit.spans],
        "score": round(hit.score, 4),
    }


def _lines(hit: Hit, terminal: Screen) -> Iterator[str]:
    """Where it is, then the line that fits."""
    from notesync.index.search import cut

    yield f"{terminal.style(clean(hit.name), bold=True)}  {clean(hit.path)}:{hit.line}"
    if hit.snippet:
        width = terminal.width - 2
        # less two cells for the marks of what is left out on either side
        seen, spans = cut(hit.snippet, hit.spans, width - 2)
        yield f"  {_marked(seen, spans) if terminal.color else clip(clean(seen), width)}"


def _marked(snippet: str, spans: Sequence[tuple[int, int]]) -> str:
    """A snippet with what was searched for in bold."""
    parts, at = [], 0
    for start, end in spans:
        parts += [clean(snippet[at:start]), style(clean(snippet[start:end]), bold=True)]
        at = end
    return "".join([*parts, clean(snippet[at:])])
