"""Turn the commands, as click knows them, into docs/commands.md (`make docs`).

The page says what `--help` says, and a test holds the two together.
"""

from __future__ import annotations

from pathlib import Path

import click

from notesync.cli.main import COMMANDS, notesync
from notesync.cli.options import shared_options

PAGE = Path(__file__).parent / "commands.md"
OPENING = """\
# Commands

{names}

`notesync COMMAND --help` says the same in your language. Without a command, notesync shows the
status, or how to begin. This page is made from the commands themselves by `make docs`.

**Names** may be typed as you say them: a first name, an alias, the beginning of a name. If several
notes fit, notesync lists them and does nothing. **Days** may be typed as `2026-04-24`, `24.4.`,
`24.4. 12:30`, `yesterday` or `gestern`. **Verbs** and **channels**, such as `thanked` or
`lunch`, are listed in [keys and words](keys.md#words); both languages are understood.
"""
CLOSING = """\
## What else is listened to

| variable | what it says |
| --- | --- |
| `NOTESYNC_VAULT` | the vault, where `--vault` isn't given |
| `NOTESYNC_TODAY` | what counts as today, where `--today` isn't given |
| `NOTESYNC_LANG` | the language of what is shown, where `--lang` isn't given |
| `VISUAL`, `EDITOR` | the editor that `edit`, `--edit` and `ask` open; arguments may follow |
| `NO_COLOR` | no colour |

## How a command ends

What you asked for is printed on stdout, messages on stderr.

| code | meaning |
| --- | --- |
| 0 | done |
| 1 | it could not be done; the message says why |
| 2 | what was typed can't be meant |
| 3 | `check` found something to correct |
| 4 | a name that fits nothing, or more than one note |
| 5 | there is no vault, or it can't be used |
| 6 | everything is committed here and waits for the remote, see [sync](sync.md) |
| 130 | stopped with Ctrl-C |
"""


def page() -> str:
    """The whole page, as Markdown."""
    root = click.Context(notesync, info_name="notesync")
    names = " · ".join(f"[{name}](#{name})" for name in COMMANDS)
    parts = [OPENING.format(names=names)]
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
    parts.append(CLOSING)
    return "\n".join(parts)


def _entry(name: str, about: str, ctx: click.Context) -> str:
    command = ctx.command
    if isinstance(command, click.Group):
        usage = [_usage(f"{name} {one}", ctx, command) for one in command.list_commands(ctx)]
        own = "The options are the [keys](keys.md) of that kind: `--org`, `--city` …\n"
    else:
        usage = [_line(name, ctx)]
        own = _options(command.params, ctx)
    lines = [f"### {name}\n", f"{command.help or about}\n", "```\n" + "\n".join(usage) + "\n```\n"]
    return "\n".join([*lines, own] if own else lines)


def _usage(name: str, ctx: click.Context, group: click.Group) -> str:
    """The line that shows how a command below a command is typed."""
    command = group.get_command(ctx, name.rpartition(" ")[2])
    assert command is not None
    return _line(name, click.Context(command, ctx, info_name=name))


def _line(name: str, ctx: click.Context) -> str:
    """The line that shows how a command is typed: what it is about first, as people type it."""
    options, *rest = ctx.command.collect_usage_pieces(ctx)
    own = any(isinstance(param, click.Option) and not param.hidden for param in ctx.command.params)
    return " ".join([f"notesync {name}", *rest, *([options] if own else [])])


def _options(params: list[click.Parameter], ctx: click.Context) -> str:
    """A list of options, each with its names and what it is for; "" without any."""
    records = [param.get_help_record(ctx) for param in params]
    return "".join(f"- `{names}`: {about}\n" for names, about in filter(None, records) if about)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
