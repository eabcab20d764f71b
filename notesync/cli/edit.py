"""The commands that change a note that is there: set, edit, rename, undo."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from notesync.cli import asking
from notesync.cli.asking import agreed
from notesync.cli.command import Command
from notesync.cli.options import Progress, Session, session_of
from notesync.cli.out import print_json
from notesync.cli.screen import clean
from notesync.cli.writing import finish
from notesync.errors import NotesyncError, UsageError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.renaming import Renaming

MOST_ROWS = 12  # of a list that is only told
# Tried in this order where neither VISUAL nor EDITOR says what to open.
EDITORS = ("sensible-editor", "nano", "vim", "vi")
# Those of them, and others, that live in a terminal.
IN_TERMINAL = frozenset({*EDITORS, "nvim", "micro", "hx", "helix", "kak", "joe", "ne", "pico"})


class NoEditor(NotesyncError):
    """No editor is known."""

    sentence = N_("No editor is known. Say which one, for example: export EDITOR=nano")


class EditorMissing(NotesyncError):
    """The editor can't be started."""

    sentence = N_("“{command}” can't be started ({reason}). Look at VISUAL and EDITOR.")


class NoTerminal(UsageError):
    """An editor that lives in a terminal, where there is none."""

    sentence = N_(
        "“{command}” needs a terminal, and here is none. Open the note with another program, or "
        "leave out --edit."
    )


class NothingOpened(UsageError):
    """``--no-input`` beside an editor."""

    sentence = N_("With --no-input no editor is opened. Leave out one of the two.")


class NobodyToAsk(UsageError):
    """A rename asks first; here nobody can answer."""

    sentence = N_("Nobody is here to be asked. To rename all the same, add --yes.")


class NothingToSet(UsageError):
    """A note without any KEY=VALUE."""

    sentence = N_('Say what to change, for example: notesync set "{name}" city=Hamburg')


@click.command("set", cls=Command, help=N_("Change keys of a note; an empty value removes one."))
@click.argument("name")
@click.argument("pairs", nargs=-1, metavar="KEY=VALUE…")
@click.pass_context
def set_(ctx: click.Context, name: str, pairs: tuple[str, ...]) -> None:
    """Set, add to, take from or remove keys."""
    from notesync.workspace import edits

    session = session_of(ctx)
    if not pairs:
        raise NothingToSet(name=name)
    assignments = [edits.assignment(pair) for pair in pairs]
    note = asking.note(session, name)
    finish(session, edits.set_keys(session.workspace, note, assignments))


@click.command(cls=Command, help=N_("Open a note in your editor, then say what isn't understood."))
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@click.option("--talk", is_flag=True, help=N_("The last conversation with this person."))
@click.pass_context
def edit(ctx: click.Context, name: tuple[str, ...], talk: bool) -> None:
    """Open a note in the editor."""
    session = session_of(ctx)
    if talk:
        path = _last_talk(session, " ".join(name))
    else:
        path = asking.note(session, " ".join(name)).path
    if session.dry_run:
        click.echo(clean(session.workspace.vault.disk(path)))
        return
    ready(session)
    open_editor(session, path)


def _last_talk(session: Session, name: str) -> str:
    """The note of the last conversation with somebody, with the headings of a debrief.

    Raises:
        NoTalk: There is none.
    """
    from notesync.workspace import debriefs
    from notesync.workspace.plan import carry_out

    workspace = session.workspace
    plan = debriefs.last_talk(workspace, asking.person(session, name))
    if not session.dry_run:
        ready(session)
        carry_out(workspace.vault, plan, workspace.words)
        workspace.look()
    return plan.note


def ready(session: Session) -> None:
    """See that an editor can be opened, before anything is written.

    Raises:
        NoEditor, EditorMissing: There is none.
        NoTerminal, NothingOpened: It would have nobody in front of it.
    """
    command = editor()
    if session.no_input:
        raise NothingOpened
    name = os.path.basename(command[0]) if command else ""  # noqa: PTH119 -- a program's name
    if name in IN_TERMINAL and not sys.stdin.isatty():
        raise NoTerminal(command=name)


def open_editor(session: Session, path: str) -> None:
    """Open a note in the user's editor, wait, and list what is wrong in it afterwards.

    Raises:
        NoEditor, EditorMissing: There is none, or it can't be started.
    """
    from notesync.index.problems import problems

    workspace = session.workspace
    run_editor(session, workspace.vault.disk(path))
    workspace.look()
    for found in problems(workspace.store, everything=True):
        if found.path == path:
            sentence = session.words.t(found.sentence, **dict(found.values))
            session.say(clean(f"{found.where}: {sentence}"))


def run_editor(session: Session, file: str) -> None:
    """Open a file in the user's editor and wait.

    Raises:
        NoEditor, EditorMissing: There is none, or it can't be started.
    """
    command = editor()
    try:
        ended = subprocess.run([*command, "--", file], check=False)  # noqa: S603 -- the user's own editor
    except OSError as error:
        raise EditorMissing(command=command[0], reason=error.strerror or error) from error
    if ended.returncode:
        message = N_("The editor ended with code {code}.")
        session.say(session.words.t(message, code=ended.returncode))


def editor() -> Sequence[str]:
    """The user's editor with its arguments.

    Raises:
        NoEditor: None is set and none of the usual ones is there.
        EditorMissing: What is set can't be read as a command.
    """
    for name in ("VISUAL", "EDITOR"):
        if typed := os.environ.get(name, "").strip():
            try:
                return shlex.split(typed)
            except ValueError as error:
                raise EditorMissing(command=typed, reason=error) from error
    found = next(filter(None, map(shutil.which, EDITORS)), None)
    if found is None:
        raise NoEditor
    return [found]


@click.command(cls=Command, help=N_("Rename a note; links to it follow, the old name still leads."))
@click.argument("old")
@click.argument("new", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help=N_("Don't ask first."))
@click.pass_context
def rename(ctx: click.Context, old: str, new: tuple[str, ...], yes: bool) -> None:
    """Show what would change, ask, and rename."""
    from notesync.workspace.renaming import rename as renaming

    session = session_of(ctx)
    found = renaming(session.workspace, asking.note(session, old), " ".join(new))
    if not session.dry_run:
        _preview(session, found)
        if not (yes or session.no_input):
            if not session.interactive:
                raise NobodyToAsk
            if not agreed(session, session.words.t("Rename?"), default=True):
                session.say(session.words.t("Everything stays as it was."))
                return
    finish(session, found.plan)


def _preview(session: Session, found: Renaming) -> None:
    """Say which links would change."""
    words = session.words
    rows = []
    for path, count in found.links:
        links = words.n("{count} link", "{count} links", count)
        rows.append(clean(f"{path}: {links}"))
    _tell(session, rows)
    for path in found.left:
        session.say(clean(words.t("  {path} can't be written; its links stay right.", path=path)))


def _tell(session: Session, rows: Sequence[str]) -> None:
    """Say a list that may be long, its first rows and how many more there are."""
    for row in rows[:MOST_ROWS]:
        session.say(f"  {row}")
    if more := len(rows[MOST_ROWS:]):
        session.say("  " + session.words.n("… and {count} more", "… and {count} more", more))


@click.command(cls=Command, help=N_("Take back the last thing that notesync wrote."))
@click.pass_context
def undo(ctx: click.Context) -> None:
    """Put back what stood there before the last command."""
    from notesync.vault.undo import plan
    from notesync.workspace.plan import take_back

    session = session_of(ctx)
    workspace, words = session.workspace, session.words
    if session.dry_run:
        found = plan(workspace.vault)
    else:
        with Progress(session) as progress:
            found = take_back(workspace.vault, progress)
        workspace.look()
    command = found.entry.command
    if session.json:
        wrote = () if session.dry_run else found.paths
        print_json({"wrote": wrote, "undone": command, "paths": found.paths})
        return
    _tell(session, [clean(words.t(each.sentence, **asdict(each))) for each in found.actions])
    message = (
        N_("This would take back: {command}") if session.dry_run else N_("Taken back: {command}")
    )
    session.say(words.t(message, command=clean(command)))
