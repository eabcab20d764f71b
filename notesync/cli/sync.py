"""The commands that bring devices together: sync, and what belongs to it."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json
from notesync.cli.screen import clean
from notesync.words import N_, Words

if TYPE_CHECKING:
    from notesync.sync.actions import Action, Outcome
    from notesync.sync.consent import Question

LISTED = 12  # files; more are counted
SHOWN = 70  # cells of a value


@click.command(
    cls=Command, help=N_("Commit what is new here, and bring this vault and its remote together.")
)
@click.option("--yes", "-y", is_flag=True, help=N_("Do what would be asked about as well."))
@click.pass_context
def sync(ctx: click.Context, yes: bool) -> int:
    """Sync; end with 0 when vault and remote are one, with 6 when that has to wait."""
    from notesync.vault.vault import Vault
    from notesync.workspace.syncing import sync_vault

    session = session_of(ctx)
    vault = Vault.find(session.vault, os.environ.get("NOTESYNC_VAULT"), Path.cwd())
    words = session.words

    def agree(question: Question) -> bool:
        return yes or (session.interactive and _agreed(session, question))

    outcome = sync_vault(vault, words, agree, time.time, dry_run=session.dry_run)
    if session.json:
        _print(outcome, words, dry_run=session.dry_run)
    else:
        _tell(outcome, session)
    return outcome.code


def _agreed(session: Session, question: Question) -> bool:
    from notesync.cli.asking import agreed

    for line in _shortened(list(question.listed), session.words):
        session.say(f"  {clean(line)}")
    return agreed(session, session.words.t(question.sentence, **question.values), default=False)


def _tell(outcome: Outcome, session: Session) -> None:
    """Say in a few lines what was done, or with --dry-run what would be."""
    words = session.words
    say = click.echo if session.dry_run else session.say
    taken = [each for each in outcome.actions if each.name == "take"]
    others = [each for each in outcome.actions if each.name != "take"]
    lines = [text(each, words) for each in others]
    lines += _shortened([text(each, words) for each in taken], words)
    for line in lines:
        say(clean(line))
    if session.dry_run:
        if not lines:
            session.say(words.t("Nothing to sync."))
        return
    if outcome.trouble is not None:
        trouble = outcome.trouble
        click.echo(clean(words.t(trouble.sentence, **trouble.values)), err=True)
    elif not outcome.remote:
        session.say(words.t("Committed, only on this device: there is no remote."))
    else:
        session.say(words.t("Synced.") if lines else words.t("Everything is synced."))


def _shortened(lines: Sequence[str], words: Words) -> list[str]:
    if len(lines) <= LISTED:
        return list(lines)
    more = len(lines) - LISTED + 1
    return [*lines[: LISTED - 1], words.n("… {count} more", "… {count} more", more)]


def text(action: Action, words: Words) -> str:
    """What an action is, in the user's words."""
    values = {each.name: getattr(action, each.name) for each in fields(action)}
    values |= values.pop("values", {})
    return words.t(values.pop("sentence", "") or action.sentence, **values)


def _print(outcome: Outcome, words: Words, *, dry_run: bool) -> None:
    rows = []
    for action in outcome.actions:
        row = {"do": action.name, **asdict(action)}
        row.pop("sentence", None)
        rows.append({**row, "text": text(action, words)})
    trouble = outcome.trouble
    print_json(
        {
            "result": "waiting" if trouble else "synced" if outcome.remote else "local",
            "remote": outcome.remote or None,
            "trouble": trouble
            and {
                "kind": trouble.kind,
                "said": trouble.said,
                "text": words.t(trouble.sentence, **trouble.values),
            },
            "actions": rows,
            "conflicts": [asdict(each) for each in outcome.conflicts],
            "dry_run": dry_run,
        }
    )


@click.command(
    cls=Command, help=N_("List what two devices changed differently; take the other value.")
)
@click.option("--take", type=int, metavar="N", help=N_("Put the other value of number N in place."))
@click.option("--keep", type=int, metavar="N", help=N_("Leave what is in place at number N."))
@click.pass_context
def conflicts(ctx: click.Context, take: int | None, keep: int | None) -> None:
    """Print every value that stands in two versions, or settle one."""
    from notesync.workspace import syncing_conflicts as room

    session = session_of(ctx)
    if take is not None and keep is not None:
        raise click.UsageError(session.words.t("Either --take or --keep."))
    if take is not None or keep is not None:
        from notesync.cli.outcome import finish

        settle = room.keep if take is None else room.take
        finish(session, settle(session.workspace, (keep if take is None else take) or 0))
        return
    found = room.conflicts(session.workspace)
    words = session.words
    if session.json:
        rows = [{**asdict(each.record), "number": each.number, "path": each.path} for each in found]
        print_json({"count": len(found), "conflicts": rows})
        return
    called = [room.called(each, words.t) for each in found]
    if session.plain:
        from notesync.cli.out import print_plain

        print_plain(
            (each.number, each.path, name, each.record.kept, each.record.other, each.record.date)
            for each, name in zip(found, called, strict=True)
        )
        return
    here, other = words.t("in place:"), words.t("the other:")
    for each, name in zip(found, called, strict=True):
        click.echo(f"{each.number}  {clean(each.path)}: {clean(name)}")
        click.echo(f"   {here} {_short(each.record.kept) or '–'}")
        when = f" ({each.record.date})" if each.record.date else ""
        click.echo(f"   {other} {_short(each.record.other) or '–'}{when}")
    if found:
        session.say(words.t("To take the other: notesync conflicts --take N; else --keep N."))
    else:
        session.say(words.t("Nothing stands in two versions."))


def _short(value: str) -> str:
    from notesync.cli.screen import clip

    return clip(clean(" ".join(value.split())), SHOWN)


@click.command(cls=Command, help=N_("Put together what a merge by hand has left apart."))
@click.pass_context
def repair(ctx: click.Context) -> None:
    """Merge an unmerged index and notes with marks in them."""
    from notesync.cli.outcome import finish
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

    from notesync.cli.outcome import finish
    from notesync.workspace.dates import past
    from notesync.workspace.syncing_restore import restore as plan

    session = session_of(ctx)
    day = date.fromisoformat(past(until, session.workspace.today)) if until else None
    finish(session, plan(session.workspace, note, day))
