"""The command that begins: init, in a new folder or in one that is there already."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from notesync.cli.asking import agreed
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json
from notesync.vault import layout
from notesync.vault.actions import Action, CreateFolder, InitGit, WriteFile, values
from notesync.words import N_
from notesync.workspace.health import NO_HISTORY

# Above so many new files they are counted, not listed.
LISTED = 12


@click.command(
    cls=Command,
    help=N_("Make a vault of a folder, new or in use; nothing that is there is overwritten."),
)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--region", default="", help=N_("Whose public holidays count, such as DE-HH."))
@click.option("--demo", is_flag=True, help=N_("Fill a new folder with a finished story."))
@click.option("--yes", "-y", is_flag=True, help=N_("Do what would be asked about as well."))
@click.pass_context
def init(ctx: click.Context, folder: Path | None, region: str, demo: bool, yes: bool) -> None:
    """Look at the folder, say what is done, do it."""
    session = session_of(ctx)
    folder = folder or Path(session.vault or ".")
    if region:
        _known(region)
    # Without a day of its own a new vault begins with its first fact; in one that was there before,
    # nothing of the past is due.
    before = folder.is_dir() and any(folder.rglob("*.md"))
    today = (session.fixed_day or date.today()) if before else None
    actions = layout.plan(folder, lang=session.words.lang, region=region, demo=demo, today=today)
    new = any(
        isinstance(action, CreateFolder) and action.path == _real(folder) for action in actions
    )
    wanted = [action for action in actions if _wanted(action, session, new=new or demo, yes=yes)]
    done = wanted if session.dry_run else layout.apply(wanted)
    _tell(done, _real(folder), session, demo=demo)
    if not session.interactive and any(isinstance(a, InitGit) for a in actions if a not in wanted):
        session.say(session.words.t(NO_HISTORY))


def _known(region: str) -> None:
    """Refuse a region whose holidays nobody knows before it is written down.

    Raises:
        UnknownRegion: Says which ones are known.
    """
    from notesync.index.public_holidays import dates

    dates(region, date.today().year)


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))


def _wanted(action: Action, session: Session, *, new: bool, yes: bool) -> bool:
    """Whether to do this; what changes the user's habits is asked where somebody can answer."""
    if not action.ask or yes or session.dry_run:
        return True
    if session.interactive:
        question = session.words.t(action.sentence, **values(action, _base(action.path)))
        return agreed(session, f"{question}?", default=True)
    return new and isinstance(action, InitGit)


def _base(path: Path) -> Path:
    return path.parent


def _tell(done: Sequence[Action], folder: Path, session: Session, *, demo: bool) -> None:
    words = session.words
    sentences = [words.t(action.sentence, **values(action, folder)) for action in done]
    if session.json:
        print_json({"folder": str(folder), "done": sentences, "dry_run": session.dry_run})
        return
    files = sum(isinstance(action, WriteFile) for action in done)
    if files > LISTED:
        text = words.n("{folder}: {count} file", "{folder}: {count} files", files, folder=folder)
        sentences = [text]
    for sentence in () if session.quiet and not session.dry_run else sentences:
        click.echo(sentence)
    if session.dry_run:
        return
    here = Path.cwd().resolve() == folder
    steps = [] if here else [f"cd {_quoted(folder)}"]
    steps += ["notesync status"] if demo else ["notesync seed", "notesync"]
    session.say(words.t("Next: {steps}", steps=" · ".join(steps)))


def _quoted(folder: Path) -> str:
    import shlex

    try:
        near = os.path.relpath(folder)
    except ValueError:  # another drive
        near = str(folder)
    return shlex.quote(near if len(near) < len(str(folder)) else str(folder))
