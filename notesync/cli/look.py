"""The commands that look over all notes: status, list and search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import clean, clip, columns, screen
from notesync.cli.today import print_status
from notesync.errors import NotesyncError, UsageError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.index.search import Hit

AT_LEAST_ONE = click.IntRange(min=1)


def _at_least_one(ctx: click.Context, param: click.Parameter, value: int | None) -> int | None:
    """The same as a type would do, without a formula in the help."""
    return None if value is None else AT_LEAST_ONE.convert(value, param, ctx)


class BadWhere(UsageError):
    """``--where`` without a key and a value."""

    sentence = N_("--where “{value}” lacks its value. Write --where KEY=VALUE.")


def pairs(where: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """``--where KEY=VALUE`` options as pairs.

    Raises:
        BadWhere: One has no ``=``.
    """
    found = []
    for text in where:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise BadWhere(value=text)
        found.append((key.strip(), value.strip()))
    return tuple(found)


@click.command("list", cls=Command, help=N_("List notes of a kind: people, conversations, …"))
@click.argument("kind", default="contact")
@click.option("--with", "person", default="", metavar="NAME", help=N_("With this person."))
@click.option("--in", "folder", default="", metavar="FOLDER", help=N_("In this folder."))
@click.option("--tag", "tags", multiple=True, help=N_("With this tag."))
@click.option("--org", default="", help=N_("Of this organization."))
@click.option("--city", default="", help=N_("In this city."))
@click.option("--since", default="", metavar="DATE", help=N_("Not before this day."))
@click.option("--until", default="", metavar="DATE", help=N_("Not after this day."))
@click.option("--where", multiple=True, metavar="KEY=VALUE", help=N_("With this value of a key."))
@click.option("--sort", default="", metavar="KEY", help=N_("By name, day or any key."))
@click.option("--limit", type=int, callback=_at_least_one, metavar="N", help=N_("At most so many."))
@click.pass_context
def list_(
    ctx: click.Context, /, kind: str, where: tuple[str, ...], sort: str, **wanted: object
) -> None:
    """Print the notes of a kind that pass the filters."""
    from notesync.index.lookup import Filter, select
    from notesync.workspace.health import kind_named

    session = session_of(ctx)
    code = kind_named(kind)
    if wanted["person"]:
        wanted["person"] = session.workspace.find(str(wanted["person"])).name
    wanted |= {end: _day(session, str(wanted[end])) for end in ("since", "until")}
    wanted["limit"] = wanted["limit"] or 0
    order = sort or ("day" if code in ("conversation", "opportunity", "review") else "name")
    chosen = Filter(kind=code, where=pairs(where), sort=order, **wanted)  # type: ignore[arg-type]  # click's
    found = select(session.workspace.store, chosen)
    if session.json:
        rows = [
            {
                "path": row.path,
                "name": row.name,
                "kind": row.kind,
                "day": row.day or None,
                "fields": dict(row.note.fields),
            }
            for row in found
        ]
        print_json({"count": len(rows), "notes": rows})
        return
    shown = [(row.name, row.note.text("org"), row.note.text("city"), row.day) for row in found]
    if session.plain:
        print_plain((row.path, *cells) for row, cells in zip(found, shown, strict=True))
        return
    terminal = screen(color=session.colored)
    used = [at for at in range(4) if at == 0 or any(row[at] for row in shown)]
    if not found:
        session.say(session.words.t("Nothing found."))
        return
    terminal.show(columns([[row[at] for at in used] for row in shown], terminal.width))


def _day(session: Session, typed: str) -> str:
    """A day as it is typed anywhere, or a month or a year; "" where nothing was typed."""
    from notesync.notes.values import partial_day
    from notesync.workspace.dates import moment

    return typed and (partial_day(typed) or moment(typed, session.workspace.today)[0])


@click.command(cls=Command, help=N_("Search all notes; German spellings find each other."))
@click.argument("text", nargs=-1, required=True)
@click.option("--where", multiple=True, metavar="KEY=VALUE", help=N_("With this value of a key."))
@click.option(
    "--limit",
    type=int,
    callback=_at_least_one,
    default=20,
    metavar="N",
    help=N_("At most so many."),
)
@click.pass_context
def search(ctx: click.Context, text: tuple[str, ...], where: tuple[str, ...], limit: int) -> None:
    """Print the notes in which the words occur, the best first."""
    from notesync.index.search import search as find

    session = session_of(ctx)
    workspace = session.workspace

    def read(path: str) -> str:
        try:
            return workspace.vault.read(path).text
        except NotesyncError:  # gone since the look through the folder
            return ""

    hits = find(workspace.store, " ".join(text), read, where=pairs(where), limit=limit)
    if session.json:
        print_json({"count": len(hits), "hits": [_json(hit) for hit in hits]})
    elif session.plain:
        print_plain((f"{hit.path}:{hit.line}", hit.name, hit.snippet) for hit in hits)
    else:
        _show(hits, session)


def _json(hit: Hit) -> dict[str, object]:
    return {
        "path": hit.path,
        "name": hit.name,
        "kind": hit.kind,
        "line": hit.line,
        "snippet": hit.snippet,
        "highlights": [list(span) for span in hit.spans],
        "score": round(hit.score, 4),
    }


def _show(hits: Sequence[Hit], session: Session) -> None:
    from notesync.index.search import cut

    terminal = screen(color=session.colored)
    for hit in hits:
        place = f"{clean(hit.path)}:{hit.line}"
        terminal.show([f"{terminal.style(clean(hit.name), bold=True)}  {place}"])
        if hit.snippet:
            width = terminal.width - 2
            # less two cells for the marks of what is left out on either side
            seen, spans = cut(hit.snippet, hit.spans, width - 2)
            line = _marked(seen, spans) if terminal.color else clip(clean(seen), width)
            terminal.show([f"  {line}"])
    if not hits:
        session.say(session.words.t("Nothing found."))


def _marked(snippet: str, spans: tuple[tuple[int, int], ...]) -> str:
    """A snippet with what was searched for in bold."""
    parts, at = [], 0
    for start, end in spans:
        parts += [clean(snippet[at:start]), click.style(clean(snippet[start:end]), bold=True)]
        at = end
    return "".join([*parts, clean(snippet[at:])])


@click.command(cls=Command, help=N_("What to do next, and what moves."))
@click.pass_context
def status(ctx: click.Context) -> None:
    """Print the day's status."""
    print_status(session_of(ctx))
