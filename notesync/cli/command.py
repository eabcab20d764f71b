"""Click commands that have the shared options and speak the user's language in their help.

What click says by itself is in `notesync.cli.click_messages`.
"""

from __future__ import annotations

import click

from notesync.cli.options import session_of, shared_options


class Speaking(click.Command):
    """A command whose help is translated as it is shown; the command itself stays as it is."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, read after the shared options, so that it speaks the --lang that follows."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.is_eager = False
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``Usage: notesync log [OPTIONS] NAME``, what is in capitals in the user's words."""
        words = session_of(ctx).words
        pieces = map(words.t, self.collect_usage_pieces(ctx))
        prefix = words.t("Usage:") + " "
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command is for."""
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(session_of(ctx).words.t(self.help))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All options with what they are for."""
        words = session_of(ctx).words
        rows = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is None or isinstance(param, click.Argument):
                continue
            names, about = record
            if param.metavar:
                names = names.replace(f" {param.metavar}", f" {words.t(param.metavar)}")
            rows.append((names, words.t(about) if about else ""))
        with formatter.section(words.t("Options")):
            formatter.write_dl(rows)


class Command(Speaking):
    """A command that knows the shared options."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters, then the shared ones, then ``--help``."""
        params = super().get_params(ctx)
        return [*params[:-1], *shared_options(), *params[-1:]]
