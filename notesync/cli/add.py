"""The command that adds notes: one subcommand a kind, whose options are the keys of that kind.

The options are made from the table of fields, so that help and files can never differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import click

from notesync.cli.command import Command, Speaking
from notesync.cli.options import SHARED, session_of, shared_options
from notesync.errors import UsageError
from notesync.notes.fields import FieldKey
from notesync.words import N_

# Kind -> what its subcommand is for.
ABOUT: Mapping[str, str] = {
    "contact": N_("Add a person."),
    "organization": N_("Add an organization."),
    "question": N_("Add a question of yours."),
    "opportunity": N_("Add an opportunity."),
}
SHARED_NAMES = frozenset(name for names, *_ in SHARED for name in names)


class NotAddable(UsageError):
    """A kind that `add` doesn't make."""

    sentence = N_("notesync add makes no “{kind}”. It makes: {known}.")


class UseTalk(UsageError):
    """Conversations have a command of their own."""

    sentence = N_("Conversations are noted with: notesync talk NAME (planned ones with --planned)")


class Kinds(click.Group, Speaking):
    """The subcommands of `add`, one a kind, made when they are called."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The shared options, then ``--help``."""
        params = super().get_params(ctx)
        return [*params[:-1], *shared_options(), *params[-1:]]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds, as they are listed in the help."""
        del ctx
        return list(ABOUT)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The subcommand of a kind, in either language.

        Raises:
            UseTalk, NotAddable: There is none.
        """
        from notesync.notes.kinds import default_types

        kind = default_types().get(cmd_name.casefold().rstrip("s"), "")
        kind = kind or default_types().get(cmd_name.casefold(), "")
        if kind == "conversation":
            raise UseTalk
        if kind not in ABOUT:
            raise NotAddable(kind=cmd_name, known=", ".join(ABOUT))
        return command(kind, session_of(ctx).words.lang)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The kinds with what they are."""
        words = session_of(ctx).words
        with formatter.section(words.t("What can be added")):
            formatter.write_dl([(kind, words.t(about)) for kind, about in ABOUT.items()])


@click.group(cls=Kinds, help=N_("Add a person, an organization, a question or an opportunity."))
def add() -> None:
    """Each kind is a subcommand of its own."""


def command(kind: str, lang: str) -> click.Command:
    """The subcommand that makes notes of this kind; its help names values in this language."""
    from notesync.workspace.additions import keys

    fields = keys(kind)
    options: list[click.Parameter] = [click.Argument(["name"], nargs=-1, metavar="NAME")]
    for key in fields:
        options += _options(key, lang)

    @click.pass_context
    def run(ctx: click.Context, /, name: tuple[str, ...], **given: tuple[str, ...]) -> None:
        from notesync.cli import asking
        from notesync.cli.writing import finish
        from notesync.workspace.additions import add as plan

        session = session_of(ctx)
        said: dict[str, Sequence[str]] = {}
        for parameter, texts in given.items():
            key = parameter.removesuffix("__also").removeprefix("key_")
            if texts:
                said[key] = (*said.get(key, ()), *texts)
        made = plan(session.workspace, kind, " ".join(name), said)
        if kind == "contact" and session.interactive and not session.dry_run:
            if not asking.really_new(session, " ".join(name)):
                session.say(session.words.t("Nothing was written."))
                return
            made = replace(made, next="")
        finish(session, made)

    return Command(kind, params=options, callback=run, help=ABOUT[kind])


def _options(key: FieldKey, lang: str) -> list[click.Parameter]:
    """The option of a key, and a hidden one that understands its other spellings."""
    names = [f"--{spelling.replace('_', '-')}" for spelling in (key.name, *key.also)]
    free = [name for name in dict.fromkeys(names) if name not in SHARED_NAMES]
    shown = click.Option(
        [f"key_{key.name}", free[0]], multiple=True, metavar=_metavar(key, lang), help=key.about
    )
    if not free[1:]:
        return [shown]
    return [shown, click.Option([f"key_{key.name}__also", *free[1:]], multiple=True, hidden=True)]


def _metavar(key: FieldKey, lang: str) -> str:
    """What stands behind the option in the help."""
    from notesync.notes.kinds import VOCABULARIES

    if key.vocabulary:
        terms = VOCABULARIES[key.vocabulary]
        return "|".join(term.de if lang == "de" else term.code for term in terms)
    kinds = {"date": "DATE", "partial-date": "DATE", "birthday": "DATE", "yes-no": "yes|no"}
    return kinds.get(key.type, "NAME" if key.type in {"link", "links"} else "TEXT")
