"""Answer ``list`` from memory where nothing has changed, else from the index.

What a list of a whole kind shows follows from the notes alone, so it is remembered in the index for
one generation (docs/decisions/0007), whoever asks on whatever day. A filtered one is asked anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from notesync.workspace.opening import Workspace

SHAPE = 1  # of what is remembered; raised when `CELLS` or what they hold changes
CELLS = ("path", "name", "org", "city", "day")  # of a row, each a text


def rows(workspace: Workspace, kind: str, order: str, **wanted: object) -> Sequence[Sequence[str]]:
    """The `CELLS` of the notes of a kind, in their order.

    Args:
        workspace: The open vault.
        kind: A kind of note.
        order: ``name``, ``day`` or a key of the header.
        wanted: Other attributes of `notesync.index.lookup.Filter`.
    """
    key = "" if any(wanted.values()) else json.dumps(["list", SHAPE, kind, order])
    remembered = workspace.store.answer(key) if key else None
    if remembered is not None:
        return cast("list[list[str]]", remembered)
    from notesync.index.lookup import Filter, select  # only when the notes are asked anyway

    generation = workspace.store.generation
    chosen: Mapping[str, Any] = wanted
    listed = select(workspace.store, Filter(kind=kind, sort=order, **chosen))
    found = [(one.path, one.name, one.text("org"), one.text("city"), one.day) for one in listed]
    if key:
        workspace.store.remember(key, found, generation)
    return found
