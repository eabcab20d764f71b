"""A click command that has the shared options and speaks the user's language in its help."""

from __future__ import annotations

import click

from notesync.cli.options import session_of, shared_options
from notesync.words import Words


class Command(click.Command):
    """A command that knows the shared options and speaks the user's language in its help."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters, then the shared ones, then ``--help``."""
        params = super().get_params(ctx)
        return [*params[:-1], *shared_options(), *params[-1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, read after the shared options, so that it speaks the --lang that follows."""
        return late(super().get_help_option(ctx))

    def get_help(self, ctx: click.Context) -> str:
        """The help text, translated."""
        words = session_of(ctx).words
        translate(self, words)
        return super().get_help(ctx)


def late(option: click.Option | None) -> click.Option | None:
    """Let an eager option wait for those that are eager too but were typed after it."""
    if option is not None:
        option.is_eager = False
    return option


def translate(command: click.Command, words: Words) -> None:
    """Put a command's help into the user's words, in place, just before it is shown."""
    if command.help:
        command.help = words.t(command.help)
    for param in command.params:
        if isinstance(param, click.Option) and param.help:
            param.help = words.t(param.help)
