"""The commands that show one view: view and reconnect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import Screen, cells, clean, columns, pad, screen, wrap
from notesync.errors import NotFound
from notesync.words import N_, Words

if TYPE_CHECKING:
    from notesync.views.catalogue import View


class NoView(NotFound):
    """A view that doesn't exist."""

    sentence = N_("There is no view called “{name}”. Views are: {known}.")


def _view_names(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names of views in either language that begin with what was typed."""
    from notesync.views.catalogue import VIEWS

    words = session_of(ctx).words
    names = [(name, view) for view in VIEWS for name in view.names]
    wanted = incomplete.casefold()
    return [
        CompletionItem(name, help=words.t(view.question))
        for name, view in names
        # Every name once it has begun; before that one for each view.
        if name.startswith(wanted) and (wanted or name == _called(view, words))
    ]


@click.command(cls=Command, help=N_("Show one view; without a name, list what there is to see."))
@click.argument("view", nargs=-1, shell_complete=_view_names)
@click.pass_context
def view(ctx: click.Context, view: tuple[str, ...]) -> None:
    """Print a view, or the list of them."""
    session = session_of(ctx)
    typed = " ".join(view)
    if typed:
        _show(session, _named(typed, session.words))
    else:
        _list(session)


@click.command(cls=Command, help=N_("Whom you haven't spoken to for long, and why to write."))
@click.pass_context
def reconnect(ctx: click.Context) -> None:
    """Print the dormant ties in their two columns."""
    session = session_of(ctx)
    _show(session, _named("dormant", session.words))


def _named(typed: str, words: Words) -> View:
    """The view that a typed name means.

    Raises:
        NoView: None is called so.
    """
    from notesync.views.catalogue import VIEWS, view_named

    found = view_named(typed)
    if found is None:
        raise NoView(name=typed, known=", ".join(_called(view, words) for view in VIEWS))
    return found


def _show(session: Session, chosen: View) -> None:
    from notesync.cli.tables import blocks
    from notesync.views.documents import document
    from notesync.views.findings import finding

    workspace = session.workspace
    facts, words = workspace.facts, session.words
    rows = chosen.of(facts)
    found = document(chosen.name, rows, facts, words)
    if session.json:
        head = {"view": chosen.name, "today": facts.today.isoformat()}
        print_json({**head, "text": finding(chosen.name, rows, facts, words), **found})
        return
    told = blocks(chosen.name, found, words, facts.today)
    if session.plain:
        print_plain(
            (block.code, *(cell or "" for cell in row[1:])) for block in told for row in block.rows
        )
        return
    terminal = screen(color=session.colored)
    lines = list(_head(chosen, words, terminal))
    lines += wrap(clean(finding(chosen.name, rows, facts, words)), terminal.width)
    for block in told:
        lines += ["", *block.lines(terminal)] if block.title or lines[-1] else block.lines(terminal)
    if not session.quiet:
        how = words.t("How it is counted: {definition}", definition=words.t(chosen.definition))
        lines += ["", *(terminal.style(line, dim=True) for line in wrap(how, terminal.width))]
    terminal.show(lines)


def _head(chosen: View, words: Words, terminal: Screen) -> Iterator[str]:
    """The title, and on the right which question it answers."""
    title, question = words.t(chosen.title), words.t(chosen.question)
    room = terminal.width - cells(question)
    if cells(title) + 2 <= room:
        yield terminal.style(pad(title, room), bold=True) + question
    else:
        yield terminal.style(title, bold=True)
        yield from wrap(question, terminal.width)


def _list(session: Session) -> None:
    """Every view with its question."""
    from notesync.views.catalogue import VIEWS

    words = session.words
    if session.json:
        rows = [
            {
                "view": view.name,
                "also": [view.german, *view.also],
                "title": words.t(view.title),
                "question": words.t(view.question),
                "definition": words.t(view.definition),
            }
            for view in VIEWS
        ]
        print_json({"views": rows})
        return
    if session.plain:
        print_plain((view.name, words.t(view.question), words.t(view.title)) for view in VIEWS)
        return
    terminal = screen(color=session.colored)
    shown = [(_called(view, words), words.t(view.question)) for view in VIEWS]
    if terminal.narrow:
        for name, question in shown:
            lines = wrap(question, terminal.width - 2)
            terminal.show([terminal.style(name, bold=True), *(f"  {line}" for line in lines)])
    else:
        terminal.show(columns(shown, terminal.width))


def _called(view: View, words: Words) -> str:
    """The name to type, in the user's language."""
    return view.german if words.lang == "de" else view.name
