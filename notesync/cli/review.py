"""The command that looks back on a week: `review` writes its note and shows what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.screen import clean, screen, wrap
from notesync.cli.writing import finish
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.reviews import Review


@click.command(cls=Command, help=N_("Look back on a week: a note with what moved and comes next."))
@click.argument("week", nargs=-1, metavar="[WEEK]")
@click.option("--edit", is_flag=True, help=N_("Open the note in your editor afterwards."))
@click.pass_context
def review(ctx: click.Context, week: tuple[str, ...], edit: bool) -> None:
    """Make a week's note, or bring its block up to date."""
    from notesync.workspace import reviews

    session = session_of(ctx)
    workspace = session.workspace
    name = reviews.week_named(" ".join(week), workspace.today)
    found = reviews.review(workspace, name)
    if edit and not session.dry_run:
        from notesync.cli.edit import ready

        ready(session)
    finish(session, found.plan, {"review": told(found)})
    if not (session.json or session.dry_run or edit):
        _show(session, found)
    if edit and not session.dry_run:
        from notesync.cli.edit import open_editor

        open_editor(session, found.plan.note)


def _show(session: Session, found: Review) -> None:
    """Print what notesync says of the week."""
    from notesync.notes.links import plain

    terminal = screen(color=session.colored)
    for part in found.parts:
        title = clean(part.heading.lstrip("# "))
        rows = [wrap(clean(plain(row)), terminal.width, "  ") for row in part.rows]
        terminal.show([terminal.style(title, bold=True), *(line for row in rows for line in row)])


def told(found: Review) -> dict[str, object]:
    """The week for ``--json``: people and questions by name."""
    facts, week = found.facts, found.week

    def question(key: str) -> str:
        return facts.book.questions[key].name if key in facts.book.questions else ""

    return {
        "week": found.name,
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "path": found.plan.note,
        "moved": [
            {
                "kind": move.code,
                "date": move.day.isoformat(),
                "contact": facts.people[move.contact].name,
                "named": list(facts.names(move.named)),
            }
            for move in week.moved
        ],
        "learned": [
            {
                "text": lesson.text,
                "question": question(lesson.question),
                "people": list(facts.names(lesson.people)),
            }
            for lesson in week.learned
        ],
        "decided": [
            {"question": question(key), "decision": decision} for key, decision in week.decided
        ],
        "next": [
            {
                "action": step.action,
                "contact": next(iter(facts.names([step.contact])), None),
                "date": step.day.isoformat() if step.day else None,
            }
            for step in week.next
        ],
    }
