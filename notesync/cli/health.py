"""The commands that tell what is wrong and what is possible: check, schema, completion."""

from __future__ import annotations

import click

from notesync.cli.command import Command
from notesync.cli.options import session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import clean, screen, wrap
from notesync.words import N_

HAS_PROBLEMS = 3


@click.command(cls=Command, help=N_("List what should be looked at, with path, line and advice."))
@click.option("--all", "everything", is_flag=True, help=N_("Problems of plain notes too."))
@click.pass_context
def check(ctx: click.Context, everything: bool) -> int:
    """Print every problem; end with 3 when there are some in our kinds of notes."""
    from notesync.workspace.health import advice
    from notesync.workspace.health import check as examine

    session = session_of(ctx)
    found = examine(session.workspace, everything=everything)
    words = session.words
    around = [words.t(sentence, **values) for sentence, values in advice(session.workspace)]
    count = sum(not problem.warning for problem in found)
    if session.json:
        rows = [
            {
                "code": problem.code,
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "warning": problem.warning,
                "text": words.t(problem.sentence, **dict(problem.values)),
            }
            for problem in found
        ]
        print_json({"count": count, "problems": rows, "advice": around})
    else:
        lines = [
            (problem.where, words.t(problem.sentence, **dict(problem.values))) for problem in found
        ]
        if session.plain:
            print_plain(lines)
        else:
            for where, text in lines:
                click.echo(f"{clean(where)}: {clean(text)}")
        if not found:
            session.say(words.t("All notes are understood."))
        for sentence in around:
            session.say(sentence)
    return HAS_PROBLEMS if count else 0


@click.command(cls=Command, help=N_("The keys of every kind of note, as JSON Schema with --json."))
@click.argument("kind", required=False)
@click.pass_context
def schema(ctx: click.Context, kind: str | None) -> None:
    """Print the keys that notesync knows."""
    from notesync.notes.fields import EVERY
    from notesync.notes.schema import json_schema
    from notesync.workspace.health import keys

    session = session_of(ctx)
    if session.json:
        import json

        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))
        return
    rows = keys(kind, session.words)
    if session.plain:
        print_plain(rows)
        return
    terminal = screen(color=session.colored)
    common = {session.words.t("Every note"): [row for row in rows if row[0] == "*"]}
    own = {one: [row for row in rows if one in row[0].split(", ")] for one in EVERY}
    for title, group in (common | own).items():
        if not group:
            continue
        terminal.show([terminal.style(title, bold=True)])
        left = max(len(key) for _, key, _, _ in group) + 4
        for _, key, about, says in group:
            text = f"{about}: {says}" if says else about
            first, *more = wrap(text, terminal.width - left)
            terminal.show([f"  {key}".ljust(left) + first, *(" " * left + line for line in more)])


@click.command(
    cls=Command,
    help=N_("Print the completion script for your shell; put it where your shell looks for one."),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print click's completion script for notesync."""
    from click.shell_completion import get_completion_class

    root = ctx.find_root().command
    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(root, {}, "notesync", "_NOTESYNC_COMPLETE").source())
