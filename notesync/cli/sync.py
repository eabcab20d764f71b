"""The commands that bring devices together: sync, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notesync.cli import syncing
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import clean, clip
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.syncing_conflicts import Found

SHOWN = 70  # cells of a value


@click.command(
    cls=Command, help=N_("Commit what is new here, and bring this vault and its remote together.")
)
@click.option("--yes", "-y", is_flag=True, help=N_("Do what would be asked about as well."))
@click.pass_context
def sync(ctx: click.Context, yes: bool) -> int:
    """Sync; end with 0 when vault and remote are one, with 6 when that has to wait."""
    return syncing.sync_now(session_of(ctx), yes=yes)


@click.command(
    cls=Command, help=N_("List what two devices changed differently; take the other value.")
)
@click.option("--take", type=int, metavar="N", help=N_("Put the other value of number N in place."))
@click.option("--keep", type=int, metavar="N", help=N_("Leave what is in place at number N."))
@click.pass_context
def conflicts(ctx: click.Context, take: int | None, keep: int | None) -> None:
    """Print every value that stands in two versions, or settle one."""
    from dataclasses import asdict

    from notesync.workspace import syncing_conflicts as room

    session = session_of(ctx)
    if take is not None and keep is not None:
        raise click.UsageError(session.words.t("Either --take or --keep."))
    if take is not None or keep is not None:
        from notesync.cli.writing import finish

        settle = room.keep if take is None else room.take
        finish(session, settle(session.workspace, (keep if take is None else take) or 0))
        return
    found = room.conflicts(session.workspace)
    copies = room.copies(session.workspace)
    if session.json:
        rows = [{**asdict(each.record), "number": each.number, "path": each.path} for each in found]
        beside = [{"path": path, "of": other} for path, other in copies]
        print_json({"count": len(found), "conflicts": rows, "copies": beside})
        return
    called = [(each, room.called(each, session.words.t)) for each in found]
    if session.plain:
        print_plain(
            (each.number, each.path, name, each.record.kept, each.record.other, each.record.date)
            for each, name in called
        )
        return
    _show(session, called, copies)


def _show(
    session: Session, called: Sequence[tuple[Found, str]], copies: Sequence[tuple[str, str]]
) -> None:
    """Print conflicts with what each is called, then copies of files with what they are of."""
    words = session.words
    here, other = words.t("in place:"), words.t("the other:")
    for each, name in called:
        click.echo(f"{each.number}  {clean(each.path)}: {clean(name)}")
        click.echo(f"   {here} {_short(each.record.kept) or '–'}")
        when = f" ({each.record.date})" if each.record.date else ""
        click.echo(f"   {other} {_short(each.record.other) or '–'}{when}")
    for path, other in copies:
        told = words.t("{path}: a second version of {other}", path=path, other=other)
        click.echo(f"–  {clean(told)}")
    if copies:
        session.say(words.t("Keep the one that you want, and delete or rename the other."))
    if called:
        session.say(words.t("To take the other: notesync conflicts --take N; else --keep N."))
    elif not copies:
        session.say(words.t("Nothing stands in two versions."))


def _short(value: str) -> str:
    return clip(clean(" ".join(value.split())), SHOWN)


@click.command(cls=Command, help=N_("Put together what a merge by hand has left apart."))
@click.pass_context
def repair(ctx: click.Context) -> None:
    """Merge an unmerged index and notes with marks in them."""
    from notesync.cli.writing import finish
    from notesync.workspace.syncing_repair import repair_index, repair_marks

    session = session_of(ctx)
    words = session.words
    if not session.dry_run:
        done = repair_index(session.workspace)
        for path in done.files:
            session.say(clean(words.t("{path}: put together", path=path)))
        if done.finished:
            session.say(words.t("The merge that was under way is committed."))
        session.workspace.look()
    plan = repair_marks(session.workspace)
    if plan.steps or session.json:
        finish(session, plan)
    elif session.dry_run or not (done.files or done.finished):
        session.say(words.t("There is nothing to repair."))


@click.command(
    "merge-file", cls=Command, help=N_("Merge THEIRS into OURS: git's merge driver for notes.")
)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("path", required=False, default="")
@click.pass_context
def merge_file(ctx: click.Context, base: Path, ours: Path, theirs: Path, path: str) -> None:
    """Merge three versions of a file; always ends well, so that git goes on."""
    from notesync.sync.driver import merge_files

    session = session_of(ctx)
    if not merge_files(base, ours, theirs, path or str(ours)):
        name = clean(path or str(ours))
        session.say(session.words.t("{path}: both texts stand one after the other.", path=name))


@click.command(cls=Command, help=N_("Bring a note back from the history, also a deleted one."))
@click.argument("note")
@click.option("--from", "until", metavar="DATE", help=N_("As it was on the evening of this day."))
@click.pass_context
def restore(ctx: click.Context, note: str, until: str | None) -> None:
    """Write a note as it was; `undo` takes that back."""
    from datetime import date

    from notesync.cli.writing import finish
    from notesync.workspace.dates import past
    from notesync.workspace.syncing_restore import restore as plan

    session = session_of(ctx)
    day = date.fromisoformat(past(until, session.workspace.today)) if until else None
    finish(session, plan(session.workspace, note, day))
