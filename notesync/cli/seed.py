"""The command that finds names: `seed` asks circle by circle, or takes names from a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from notesync.cli.asking import choose
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json
from notesync.cli.screen import clean, screen, wrap
from notesync.cli.writing import finish
from notesync.errors import NotesyncError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.seeds import Batch, Circle, Entry

END = "."
NEAR = 3  # people who are offered for a name like theirs


@click.command(cls=Command, help=N_("Write down whom you know, circle by circle, one name a line."))
@click.option("--circle", default="", metavar="CIRCLE", help=N_("Only this one: friend, family …"))
@click.option("--new", multiple=True, metavar="NAME", help=N_("This name is of somebody new."))
@click.pass_context
def seed(ctx: click.Context, circle: str, new: tuple[str, ...]) -> None:
    """Ask for names at a terminal, read them from a pipe elsewhere."""
    from notesync.workspace import seeds, typed

    session = session_of(ctx)
    code = typed.code("circle", circle, session.words.lang)
    if session.interactive:
        chosen = [each for each in seeds.CIRCLES if not code or each.code == code]
        _ask(session, chosen or [seeds.Circle(code, circle, "")], new)
        return
    if sys.stdin.isatty():
        raise seeds.NobodyToAsk
    _pipe(session, code, new)


# ---------------------------------------------------------------- from a pipe


def _pipe(session: Session, circle: str, new: tuple[str, ...]) -> None:
    """All names of a pipe as one plan."""
    from notesync.workspace import namings, seeds

    workspace = session.workspace
    known = namings.everybody(workspace)
    batches = [seeds.Batch(circle)]
    for line in sys.stdin.read().splitlines():
        if not line.strip():
            continue
        heading = seeds.circle_named(line)
        if heading is not None:
            if not heading:
                message = N_("“{heading}” is no circle, so the names below it get none.")
                session.say(clean(session.words.t(message, heading=line.strip())))
            batches.append(seeds.Batch(heading))
            continue
        for entry in _entries(session, line):
            _place(session, batches[-1], entry, known, new)
    _told(session, batches)
    _finish(session, batches)


def _entries(session: Session, line: str) -> Iterator[Entry]:
    from notesync.workspace import seeds

    try:
        yield from seeds.entries(line)
    except NotesyncError as error:
        session.say(clean(session.words.t(error.sentence, **error.values)))


def _place(
    session: Session,
    batch: Batch,
    entry: Entry,
    known: list[tuple[str, str]],
    new: tuple[str, ...],
) -> None:
    from notesync.workspace import seeds

    fresh = entry.name.casefold() in {name.casefold() for name in new}
    if like := seeds.place(session.workspace, batch, entry, [] if fresh else known):
        batch.like.append((entry, like))


def _told(session: Session, batches: list[Batch]) -> None:
    """Say who was left out, and why."""
    from notesync.notes.names import stem

    words = session.words
    there = [stem(path) for batch in batches for path in batch.there]
    if there:
        session.say(clean(words.t("There already: {names}.", names=", ".join(there))))
    for batch in batches:
        for entry, like in batch.like:
            others = ", ".join(map(stem, like[:NEAR]))
            left = N_(
                '“{name}” may be {others}, so it is left out. If not: notesync seed --new "{name}"'
            )
            session.say(clean(words.t(left, name=entry.name, others=others)))


def _finish(session: Session, batches: list[Batch]) -> None:
    """Write the names of all circles, and say whom to ask first."""
    from dataclasses import replace

    from notesync.workspace import seeds

    plan = seeds.plan(session.workspace, batches)
    more = {
        "names": [entry.name for batch in batches for entry in batch.new],
        "there": [path for batch in batches for path in batch.there],
        "left_out": [
            {"name": entry.name, "like": list(like)}
            for batch in batches
            for entry, like in batch.like
        ],
    }
    if not plan.steps:
        if session.json:
            print_json({"wrote": [], "said": "", "next": "", **more})
        else:
            session.say(session.words.t("No new names."))
        return
    if session.dry_run or session.json:
        finish(session, plan, more)
        return
    finish(session, replace(plan, said=""))  # which `_next` says
    _next(session, sum(len(batch.new) for batch in batches))


# ---------------------------------------------------------------- at a terminal


def _ask(session: Session, circles: list[Circle], new: tuple[str, ...]) -> None:
    """Ask for one circle after the other; each is written when it is done."""
    words, workspace = session.words, session.workspace
    intro = N_(
        "Whom do you know? One name a line. An empty line goes on to the next circle, a dot ends."
    )
    _say(session, words.t(intro))
    count = 0
    for number, circle in enumerate(circles, 1):
        batch, ended = _circle(session, circle, f"{number}/{len(circles)}", new)
        if batch.new or batch.there:
            from notesync.workspace import seeds

            finish(session, seeds.plan(workspace, [batch]))
            count += len(batch.new)
        if ended:
            break
    _next(session, count)


def _circle(
    session: Session, circle: Circle, number: str, new: tuple[str, ...]
) -> tuple[Batch, bool]:
    """The names of one circle, and whether they were the last."""
    from notesync.workspace import namings, seeds

    words = session.words
    title = words.t(circle.title)
    there = seeds.there_already(session.workspace, circle.code)
    if there:
        count = words.n("{count} is there already", "{count} are there already", there)
        title = f"{title} · {count}"
    click.echo(err=True)
    _say(session, f"{number}  {title}")
    if circle.hints:
        _say(session, words.t(circle.hints), indent="  ")
    batch = seeds.Batch(circle.code)
    known = namings.everybody(session.workspace)
    try:
        while True:
            line = _line()
            if line is None or line.strip() == END:
                return batch, True
            if not line.strip():
                return batch, False
            for entry in _entries(session, line):
                _ask_who(session, batch, entry, known, new)
    except (KeyboardInterrupt, click.Abort):
        if batch.new:
            click.echo(err=True)
            names = ", ".join(entry.name for entry in batch.new)
            session.say(clean(words.t("Not written: {names}.", names=names)))
        raise


def _line() -> str | None:
    """The next line that is typed; None at the end (Ctrl-D)."""
    click.echo("> ", nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        click.echo(err=True)
    return line or None


def _ask_who(
    session: Session,
    batch: Batch,
    entry: Entry,
    known: list[tuple[str, str]],
    new: tuple[str, ...],
) -> None:
    """Put a name into the batch; ask when it may be somebody who is there."""
    from notesync.notes.names import stem
    from notesync.workspace import seeds

    words, workspace = session.words, session.workspace
    before = len(batch.there)
    fresh = entry.name.casefold() in {name.casefold() for name in new}
    like = seeds.place(workspace, batch, entry, [] if fresh else known)[:NEAR]
    if like:
        options = [stem(path) for path in like]
        options.append(words.t("somebody new: {name}", name=entry.name))
        question = words.t("Who is “{name}”?", name=entry.name)
        chosen = choose(session, question, options)
        if chosen == len(like):
            batch.new.append(entry)
        elif chosen is not None and like[chosen] not in {other.name for other in batch.new}:
            batch.there.append(like[chosen])
    elif len(batch.there) > before:
        name = stem(batch.there[-1])
        _say(session, words.t("{name} is there already.", name=name), indent="  ")


def _say(session: Session, text: str, indent: str = "") -> None:
    """A text on the terminal, broken to its width."""
    width = screen(color=False).width - len(indent)
    session.say("\n".join(indent + line for line in wrap(clean(text), width)))


def _next(session: Session, count: int) -> None:
    """Whom to ask first, and how."""
    from notesync.workspace import seeds

    words = session.words
    if session.dry_run:
        return
    if not count:
        session.say(words.t("No new names. Perhaps another day."))
        return
    first = seeds.easiest(session.workspace)
    if first:
        message = words.n(
            "{count} name. The easiest one to ask first could be {name}.",
            "{count} names. The easiest one to ask first could be {name}.",
            count,
            name=first.name,
        )
        _say(session, message)
        session.say(clean(words.t("Next: {steps}", steps=f'notesync ask "{first.name}"')))
