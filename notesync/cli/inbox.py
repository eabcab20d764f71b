"""The command that works through the inbox: `inbox` shows what a line becomes, and files it.

Nothing leaves the inbox but what is written elsewhere in the same moment; whatever isn't clear, or
isn't wanted now, stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from notesync.cli.asking import agreed
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.say import preview, settle
from notesync.cli.screen import clean, screen, wrap
from notesync.cli.writing import finish
from notesync.errors import NotesyncError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.inbox import Entry
    from notesync.workspace.plan import Plan

# What may be answered, by letter; Enter alone files it.
SKIP, EDIT, QUIT = "s", "e", "q"


@click.command(cls=Command, help=N_("Work through what your phone has put into the inbox."))
@click.option("--yes", is_flag=True, help=N_("File whatever is clear without asking."))
@click.pass_context
def inbox(ctx: click.Context, yes: bool) -> None:
    """Show each entry, and file those that the user wants to have filed."""
    from notesync.workspace.inbox import waiting

    session = session_of(ctx)
    entries = waiting(session.workspace)
    if not entries and not session.json:
        session.say(session.words.t("The inbox is empty."))
    elif yes:
        _file_all(session, entries)
    elif session.interactive and not (session.json or session.plain or session.dry_run):
        _work(session, entries)
    else:
        _list(session, entries)


# ---------------------------------------------------------------- listing


def _list(session: Session, entries: list[Entry]) -> None:
    """Print every entry with what it would become."""
    found = [(entry, *_proposal(session, entry)) for entry in entries]
    if session.json:
        rows = [
            {
                "path": entry.path,
                "line": entry.line or None,
                "day": entry.day.isoformat(),
                "kind": entry.kind or None,
                "text": entry.text,
                "would_write": _paths(session, plan) if plan else [],
                "problem": problem or None,
            }
            for entry, plan, problem in found
        ]
        print_json({"count": len(rows), "entries": rows})
        return
    if session.plain:
        print_plain(
            (entry.where, entry.day, entry.text, ", ".join(_paths(session, plan)) if plan else "")
            for entry, plan, _ in found
        )
        return
    terminal = screen(color=session.colored)
    for entry, plan, problem in found:
        _show(session, entry, err=False)
        becomes = " · ".join(_paths(session, plan)) if plan else problem
        terminal.show(f"    {line}" for line in wrap(clean(f"→ {becomes}"), terminal.width - 4))
    session.say(session.words.t("To file them: notesync inbox, or --yes for what is clear."))


def _proposal(session: Session, entry: Entry) -> tuple[Plan | None, str]:
    """What an entry would become where nobody is asked, or why that isn't clear."""
    from notesync.workspace import hearing
    from notesync.workspace import inbox as inboxes

    workspace = session.workspace
    try:
        if entry.kind:
            return inboxes.file_note(workspace, entry), ""
        heard = inboxes.heard(workspace, entry)
        answers = hearing.alone(heard, ())
        if hearing.OUT in answers.values():
            names = ", ".join(name for name, answer in answers.items() if answer == hearing.OUT)
            return None, session.words.t("Who is “{name}”?", name=names)
        return inboxes.file_line(workspace, entry, heard, answers), ""
    except NotesyncError as error:
        return None, _why(session, error)


def _why(session: Session, error: NotesyncError) -> str:
    """Why something can't be filed as it is."""
    from notesync.workspace.hearing import Nobody

    if isinstance(error, Nobody):
        return session.words.t("Nobody of your notes is in it.")
    return session.words.t(error.sentence, **error.values)


def _paths(session: Session, plan: Plan) -> list[str]:
    """The notes that a plan writes, the inbox left out."""
    from notesync.vault.captures import folders
    from notesync.workspace.plan import preview as look

    workspace = session.workspace
    own = tuple(f"{folder}/" for folder in folders(workspace.vault.config))
    found = (each.new or each.path for each in look(workspace.vault, plan, workspace.words))
    return list(dict.fromkeys(path for path in found if not path.startswith(own)))


def _show(session: Session, entry: Entry, *, err: bool) -> None:
    """An entry: where it is, of which day, and its text."""
    terminal = screen(color=session.colored)
    day = session.words.day(entry.day, session.workspace.today)
    head = f"{entry.where} ({day})"
    rows = [clean(head), *(f"  {line}" for line in wrap(clean(entry.text), terminal.width - 2))]
    if err:
        click.echo("\n".join(rows), err=True)
    else:
        terminal.show(rows)


# ---------------------------------------------------------------- filing


def _file_all(session: Session, entries: list[Entry]) -> None:
    """File what is clear, and tell what stays."""
    wrote, left = 0, []
    for entry in entries:
        plan, problem = _proposal(session, entry)
        if plan is None:
            left.append((entry, problem))
            continue
        finish(session, plan)
        wrote += 1
    for entry, problem in left:
        session.say(clean(f"{entry.where}: {problem}"))
    if left and not session.dry_run:
        message = session.words.n(
            "{count} stays in the inbox.", "{count} stay in the inbox.", len(left)
        )
        session.say(message)


def _work(session: Session, entries: list[Entry]) -> None:
    """Ask about each entry."""
    words = session.words
    filed = 0
    for number, entry in enumerate(entries, 1):
        click.echo(f"\n{number}/{len(entries)}  ", nl=False, err=True)
        _show(session, entry, err=True)
        answer = _one(session, entry)
        if answer is None:
            break
        filed += answer
    count = words.n("{count} filed.", "{count} filed.", filed)
    rest = len(entries) - filed
    stays = words.n("{count} stays in the inbox.", "{count} stay in the inbox.", rest)
    session.say(f"{count} {stays}" if rest else count)


def _one(session: Session, entry: Entry) -> bool | None:
    """Whether an entry was filed; None when the user wants to stop."""
    sentence = ""
    while True:
        answer = _ask(session, entry, sentence)
        if answer == QUIT:
            return None
        if answer == SKIP:
            return False
        if answer == EDIT:
            shown = session.words.t("In other words:")
            sentence = click.prompt(shown, err=True, prompt_suffix=" ").strip()
            continue
        try:
            plan = _plan(session, entry, sentence)
        except NotesyncError as error:
            session.say(clean(_why(session, error)))
            continue
        if plan is not None:
            finish(session, plan)
            return True


def _ask(session: Session, entry: Entry, sentence: str) -> str:
    """Show what it would become, if that is clear, and ask what to do."""
    if not sentence:
        plan, _ = _proposal(session, entry)
        if plan is not None:
            preview(session, plan)
        elif problem := _problem(session, entry):
            session.say(clean(problem))
    question = (
        N_("Enter files it, s skips, q stops:")
        if entry.kind
        else N_("Enter files it, e says it in other words, s skips, q stops:")
    )
    typed = click.prompt(
        session.words.t(question), default="", show_default=False, err=True, prompt_suffix=" "
    )
    return str(typed).strip().casefold()[:1]


def _problem(session: Session, entry: Entry) -> str:
    """What no question can settle, or ""."""
    from notesync.workspace import inbox as inboxes

    try:
        _ = entry.kind or inboxes.heard(session.workspace, entry)
    except NotesyncError as error:
        return _why(session, error)
    return ""


def _plan(session: Session, entry: Entry, sentence: str) -> Plan | None:
    """The plan for an entry, with its doubts asked; None when the user wants it otherwise."""
    from notesync.workspace import inbox as inboxes

    workspace = session.workspace
    if entry.kind:
        return inboxes.file_note(workspace, entry)
    settled = settle(session, inboxes.heard(workspace, entry, sentence))
    if settled is None:
        return None
    heard, answers = settled
    plan = inboxes.file_line(workspace, entry, heard, answers)
    if not answers and not sentence:
        return plan  # which was shown already
    preview(session, plan)
    return plan if agreed(session, session.words.t("Write this?"), default=True) else None
