"""Turn the commands, as click knows them, into docs/commands.md (`make docs`).

The page says what `--help` says, and a test holds the two together.
"""

from pathlib import Path

import click

from notesync.cli.main import COMMANDS, notesync
from notesync.cli.options import shared_options

PAGE = Path(__file__).parent / "commands.md"
OPENING = """\
# Commands

This page is made from the commands themselves by `make docs`. `notesync COMMAND --help` says the
same in your language.
"""


def page() -> str:
    """The whole page, as Markdown."""
    root = click.Context(notesync, info_name="notesync")
    parts = [OPENING]
    heading = ""
    for name, entry in COMMANDS.items():
        if entry.section != heading:
            heading = entry.section
            parts.append(f"## {heading}\n")
        command = notesync.get_command(root, name)
        assert command is not None
        parts.append(_entry(name, entry.about, click.Context(command, root, info_name=name)))
    parts.append("## Options that every command understands\n")
    parts.append("They may stand before or after the command.\n")
    parts.append(_options(shared_options(), root))
    return "\n".join(parts)


def _entry(name: str, about: str, ctx: click.Context) -> str:
    command = ctx.command
    usage = " ".join([f"notesync {name}", *command.collect_usage_pieces(ctx)])
    lines = [f"### {name}\n", f"{command.help or about}\n", f"```\n{usage}\n```\n"]
    own = _options(command.params, ctx)
    return "\n".join([*lines, own] if own else lines)


def _options(params: list[click.Parameter], ctx: click.Context) -> str:
    """A list of options, each with its names and what it is for; "" without any."""
    records = [param.get_help_record(ctx) for param in params]
    return "".join(f"- `{names}`: {about}\n" for names, about in filter(None, records) if about)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
