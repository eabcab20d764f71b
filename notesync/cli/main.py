"""The door from the shell: find the command, run it, turn an error into advice and an exit code.

Commands live in rooms of their own that are imported only when they are called (COMMANDS below);
``--help`` is answered from this table alone. This is the one place where exceptions become
sentences: what happened, where, what to do; never a traceback.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

import click

from notesync import __version__
from notesync.cli.click_messages import speaking
from notesync.cli.command import Speaking
from notesync.cli.options import Session, session_of, shared_options
from notesync.errors import NotesyncError
from notesync.words import N_


class Entry(NamedTuple):
    """One command: where it lives, under which heading it is listed, and what it is for."""

    place: str  # "module:attribute" below notesync.cli
    section: str
    about: str
    common: bool = False  # one of the five that --help shows


START, CAPTURE, LOOK = N_("Start"), N_("Capture"), N_("Look")
WRITE = N_("Write to people")
RUN, HEALTH = N_("Keep running"), N_("Health")
SYNC = N_("Sync")

COMMANDS: Mapping[str, Entry] = {
    "init": Entry("start:init", START, N_("Make a vault here, or in an existing folder.")),
    "add": Entry("add:add", CAPTURE, N_("Add a person, an organization, a question …")),
    "log": Entry("capture:log", CAPTURE, N_("Note in one line what happened."), common=True),
    "talk": Entry("capture:talk", CAPTURE, N_("Note a conversation."), common=True),
    "ask": Entry("ask:ask_", CAPTURE, N_("Note that you asked someone."), common=True),
    "decide": Entry("capture:decide", CAPTURE, N_("Decide a question.")),
    "done": Entry("capture:done", CAPTURE, N_("Tick off a promise.")),
    "say": Entry("say:say", CAPTURE, N_("Say in a sentence what happened.")),
    "seed": Entry("seed:seed", CAPTURE, N_("Find names: whom you know, circle by circle.")),
    "inbox": Entry("inbox:inbox", CAPTURE, N_("File what your phone has put into the inbox.")),
    "set": Entry("edit:set_", CAPTURE, N_("Change a key of a note.")),
    "edit": Entry("edit:edit", CAPTURE, N_("Open a note in your editor.")),
    "rename": Entry("edit:rename", CAPTURE, N_("Rename a note and the links to it.")),
    "undo": Entry("edit:undo", CAPTURE, N_("Take back the last thing notesync wrote.")),
    "status": Entry("look:status", LOOK, N_("What to do next, and what moves."), common=True),
    "show": Entry("show:show", LOOK, N_("Everything with one person, in order.")),
    "view": Entry("view:view", LOOK, N_("One view: waiting, steps, tree, dormant …")),
    "reconnect": Entry("view:reconnect", LOOK, N_("Whom you haven't spoken to for long.")),
    "prep": Entry("prep:prep", LOOK, N_("One page before a conversation.")),
    "list": Entry("look:list_", LOOK, N_("List people, conversations, questions …")),
    "search": Entry("look:search", LOOK, N_("Search all notes.")),
    "review": Entry("review:review", LOOK, N_("Look back on a week.")),
    "draft": Entry("draft:draft", WRITE, N_("Draft a letter from your notes.")),
    "lint": Entry("lint:lint_", WRITE, N_("Read a draft: does it ask for information?")),
    "sync": Entry("sync:sync", SYNC, N_("Bring vault and remote together."), common=True),
    "conflicts": Entry("sync:conflicts", SYNC, N_("What two devices changed differently.")),
    "restore": Entry("sync:restore", SYNC, N_("Bring a note back from the history.")),
    "repair": Entry("sync:repair", SYNC, N_("Mend what a merge by hand has left.")),
    "merge-file": Entry("sync:merge_file", SYNC, N_("Merge one note, for git.")),
    "watch": Entry("run:watch", RUN, N_("Keep index and dashboard up to date.")),
    "serve": Entry("serving:serve", RUN, N_("Show the dashboard in the browser, live.")),
    "dashboard": Entry("run:dashboard", RUN, N_("Write the dashboard file once.")),
    "check": Entry("health:check", HEALTH, N_("List what should be looked at.")),
    "schema": Entry("health:schema", HEALTH, N_("The keys of every kind of note.")),
    "completion": Entry("health:completion", HEALTH, N_("Print the shell completion script.")),
}


class Doors(click.Group, Speaking):
    """The command group: names from COMMANDS, modules imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of their table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's room."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        room, attribute = entry.place.split(":")
        command = getattr(import_module(f"notesync.cli.{room}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; suggest the nearest name for a mistyped one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            words = session_of(ctx).words
            near = get_close_matches(name, COMMANDS, 1, 0.6)
            hint = words.t('Did you mean "{name}"?', name=near[0]) if near else ""
            message = words.t('There is no command "{name}".', name=name)
            advice = words.t("notesync --help --all lists them.")
            ctx.fail(" ".join(part for part in (message, hint, advice) if part))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The five that matter, or with ``--all`` every command under its heading."""
        words = session_of(ctx).words
        everything = bool(ctx.meta.get("notesync.all"))
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, entry in COMMANDS.items():
            if everything or entry.common:
                heading = entry.section if everything else N_("The commands that matter")
                sections.setdefault(heading, []).append((name, words.t(entry.about)))
        for heading, rows in sections.items():
            with formatter.section(words.t(heading)):
                formatter.write_dl(rows)
        if not everything:
            formatter.write_paragraph()
            formatter.write_text(words.t("notesync --help --all lists the other commands."))


def _all(ctx: click.Context, param: click.Parameter, value: object) -> None:
    del param
    ctx.meta["notesync.all"] = value


@click.group(
    cls=Doors,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    help=N_("Ask people for information, not for a job: your contacts and conversations as files."),
    params=[
        *shared_options(),
        click.Option(
            ["--all"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_all,
            help=N_("With --help: every command."),
        ),
    ],
)
@click.version_option(__version__, prog_name="notesync", message="%(prog)s %(version)s")
@click.pass_context
def notesync(ctx: click.Context) -> None:
    """Without a command: status, or how to start when there is no vault yet."""
    if ctx.invoked_subcommand is None:
        from notesync.cli.today import status_or_start

        status_or_start(session_of(ctx))


def run(args: Sequence[str] | None = None) -> int:
    """Run notesync; every way to fail becomes a sentence on stderr and an exit code."""
    if asked := os.environ.get("_NOTESYNC_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(notesync, {}, "notesync", "_NOTESYNC_COMPLETE", asked)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without “ or 🌱 shows ? for it
        sys.stdout.reconfigure(errors="replace")
    typed = list(sys.argv[1:] if args is None else args)
    early = Session.early(typed)
    with speaking(early.words):
        return _run(typed, early)


def _run(args: list[str], early: Session) -> int:
    meta_holder: list[click.Context] = []
    try:
        with notesync.make_context("notesync", args, obj=early) as ctx:
            meta_holder.append(ctx)
            result = notesync.invoke(ctx)
            sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # noqa: BLE001 -- the one translator: nothing else shows a user a traceback
        session = session_of(meta_holder[0]) if meta_holder else early
        return explain(error, session)
    finally:
        if meta_holder:
            session_of(meta_holder[0]).close()


def explain(error: Exception, session: Session) -> int:
    """Print what happened and what to do; give the exit code."""
    words = session.words
    if isinstance(error, NotesyncError):
        click.echo(words.t(error.sentence, **error.values), err=True)
        return error.exit_code
    if isinstance(error, click.UsageError):
        if isinstance(error, click.BadParameter) and isinstance(error.param, click.Argument):
            error.param_hint = f"'{words.t(error.param.human_readable_name)}'"
        error.show()
        return error.exit_code
    if isinstance(error, click.ClickException):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    if isinstance(error, OSError):
        where = error.filename or "notesync"
        click.echo(f"{where}: {words.t(error.strerror or str(error))}", err=True)
        return 1
    return _unexpected(error, session)


def _unexpected(error: Exception, session: Session) -> int:
    """A mistake of ours: keep the details in a file for a report, tell the user in a sentence."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="notesync-", suffix=".txt", delete=False, encoding="utf-8"
    ) as report:
        traceback.print_exception(error, file=report)
    click.echo(
        session.words.t(
            "notesync made a mistake ({error}); your notes are safe. "
            "What it was doing stands in {path}: please report it.",
            error=type(error).__name__,
            path=report.name,
        ),
        err=True,
    )
    return 1
