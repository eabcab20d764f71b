"""What a sync came to, as a value that costs nothing where nothing was to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from notesync.merge.conflict import Conflict
    from notesync.sync.actions import Action
    from notesync.sync.trouble import Trouble

SYNCED, NOT_SYNCED = 0, 6


class Outcome(NamedTuple):
    """What a sync came to.

    Attributes:
        actions: What was done, in this order.
        remote: The remote's name; "" for none.
        trouble: Why the remote is not as the vault is; None when it is.
        conflicts: What was recorded by this sync.
    """

    actions: tuple[Action, ...] = ()
    remote: str = ""
    trouble: Trouble | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def code(self) -> int:
        """0 when the remote's tree is the local one, or everything is committed without one."""
        return NOT_SYNCED if self.trouble else SYNCED
