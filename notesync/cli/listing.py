"""Print the notes of a kind: for people, as JSON or as rows. What ``list`` does, without click."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import columns, screen
from notesync.cli.session import Session

NEWEST_FIRST = ("conversation", "opportunity", "review")  # kinds that are listed so unless told


def print_list(
    session: Session, kind: str = "contact", *, sort: str = "", **wanted: object
) -> None:
    """Print the notes of a kind that pass the filters.

    Args:
        session: The vault, and how to print.
        kind: What was typed for a kind of note.
        sort: ``name``, ``day`` or a key of the header; "" for what suits the kind.
        wanted: Other attributes of `notesync.index.lookup.Filter`.

    Raises:
        NoKind: There is none that is called so.
    """
    from notesync.workspace.kind_names import kind_named

    code = kind_named(kind)
    order = sort or ("day" if code in NEWEST_FIRST else "name")
    if session.json:
        _print_json(session, {"kind": code, "sort": order, **wanted})
        return
    from notesync.workspace.lists import rows

    found = rows(session.workspace, code, order, **wanted)
    if session.plain:
        print_plain(found)
        return
    if not found:
        session.say(session.words.t("Nothing found."))
        return
    terminal = screen(color=session.colored)
    shown = [row[1:] for row in found]  # all but the path
    used = [at for at, cells in enumerate(zip(*shown, strict=True)) if at == 0 or any(cells)]
    if len(used) < len(shown[0]):
        shown = [[row[at] for at in used] for row in shown]
    terminal.show(columns(shown, terminal.width))


def _print_json(session: Session, wanted: Mapping[str, Any]) -> None:
    from notesync.index.lookup import Filter, select

    rows = [
        {
            "path": row.path,
            "name": row.name,
            "kind": row.kind,
            "day": row.day or None,
            "fields": dict(row.fields),
        }
        for row in select(session.workspace.store, Filter(**wanted))
    ]
    print_json({"count": len(rows), "notes": rows})
