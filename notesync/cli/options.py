"""The options that every command understands, before and after its name, for click.

click hands each of them to `remember`, which keeps the last one given in the `Session`.
"""

from __future__ import annotations

import click

from notesync.cli.session import SHARED, Progress, Session

# Whoever has options needs the session too, and finds it here.
__all__ = ["KEY", "SHARED", "Progress", "Session", "remember", "session_of", "shared_options"]

KEY = "notesync.options"


def remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep an option that was really given; a later place (nearer the end) wins."""
    session = session_of(ctx)
    if param.name and value not in (None, False):
        setattr(session, param.name, value)


def session_of(ctx: click.Context) -> Session:
    """The session of this run; contexts of one run share their ``meta``."""
    session = ctx.meta.setdefault(KEY, ctx.obj or Session())
    assert isinstance(session, Session)
    return session


def shared_options() -> list[click.Parameter]:
    """The options that every command understands, as docs/commands.md lists them.

    They are eager, so that what they say is known when ``--help`` or an error is shown.
    """
    return [
        click.Option(
            names,
            help=about,
            metavar=None if choices else metavar or None,
            type=click.Choice(choices) if choices else None,
            is_flag=not metavar,
            is_eager=True,
            expose_value=False,
            callback=remember,
        )
        for names, about, metavar, choices in SHARED
    ]
