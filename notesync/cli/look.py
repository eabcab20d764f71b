"""The commands that look over all notes: status, list and search."""

from __future__ import annotations

import click

from notesync.cli.command import Command
from notesync.cli.listing import print_list
from notesync.cli.options import Session, session_of
from notesync.cli.searching import LIMIT, print_search
from notesync.cli.today import print_status
from notesync.errors import UsageError
from notesync.words import N_

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
    from notesync.workspace.kind_names import kind_named

    session = session_of(ctx)
    code = kind_named(kind)
    if wanted["person"]:
        wanted["person"] = session.workspace.find(str(wanted["person"])).name
    wanted |= {end: _day(session, str(wanted[end])) for end in ("since", "until")}
    wanted["limit"] = wanted["limit"] or 0
    print_list(session, code, sort=sort, where=pairs(where), **wanted)


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
    default=LIMIT,
    metavar="N",
    help=N_("At most so many."),
)
@click.pass_context
def search(ctx: click.Context, text: tuple[str, ...], where: tuple[str, ...], limit: int) -> None:
    """Print the notes in which the words occur, the best first."""
    print_search(session_of(ctx), " ".join(text), where=pairs(where), limit=limit)


@click.command(cls=Command, help=N_("What to do next, and what moves."))
@click.pass_context
def status(ctx: click.Context) -> None:
    """Print the day's status."""
    print_status(session_of(ctx))
