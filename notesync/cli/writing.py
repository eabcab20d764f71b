"""Turn a plan into what the user asked for: files written, or shown line by line with --dry-run.

What was written is told on stderr in one short line, with what follows from it; stdout is for data,
so only ``--json`` and ``--dry-run`` print there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from notesync.cli.options import Progress, Session
from notesync.cli.out import print_json
from notesync.cli.screen import clean, screen
from notesync.errors import Unusable
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.plan import Difference, Plan

UNCHANGED = N_("Nothing to change: it says so already.")
COLORS = {"+": "green", "-": "red", "@": "cyan"}


NOTHING: Mapping[str, object] = MappingProxyType({})


def finish(session: Session, plan: Plan, more: Mapping[str, object] = NOTHING) -> None:
    """Write what a command planned and tell about it; with --dry-run only show it.

    Args:
        session: What was typed.
        plan: What to write.
        more: What ``--json`` prints besides.

    Raises:
        NotesyncError: It can't be written; everything is as it was.
    """
    from notesync.workspace import plan as plans

    workspace = session.workspace
    if session.dry_run:
        show(session, list(plans.preview(workspace.vault, plan, workspace.words)), more)
        return
    with Progress(session) as progress:
        written = plans.carry_out(workspace.vault, plan, workspace.words, progress)
    # The notes are written; should something beside them fail, the next command will say so.
    with suppress(Unusable):
        workspace.look()
    said = plan.said if written else workspace.words.t(UNCHANGED)
    if session.json:
        print_json({"wrote": written, "said": said, "next": plan.next, **more})
        return
    if said:
        session.say(clean(said))
    if written and plan.next:
        session.say(clean(plan.next))


def show(
    session: Session, differences: Sequence[Difference], more: Mapping[str, object] = NOTHING
) -> None:
    """Print the lines that would change, one file after the other."""
    if session.json:
        print_json(
            {
                "wrote": [],
                "would_write": [each.new or each.path for each in differences],
                "lines": {each.path: list(lines_of(each)) for each in differences},
                **more,
            }
        )
        return
    terminal = screen(color=session.colored)
    for each in differences:
        terminal.show(
            terminal.style(clean(line), fg=COLORS.get(line[:1])) for line in lines_of(each)
        )
    if not differences:
        session.say(session.words.t(UNCHANGED))


def lines_of(each: Difference) -> Iterator[str]:
    """A note's change as a unified diff without context."""
    from difflib import unified_diff

    if each.new:
        yield f"--- {each.path}"
        yield f"+++ {each.new}"
        return
    before, after = each.before.splitlines(), each.after.splitlines()
    old, new = each.path if before else "/dev/null", each.path if after else "/dev/null"
    yield from unified_diff(before, after, old, new, n=0, lineterm="")
