"""The command that notes an ask, and guides to it where a person sits at the terminal.

What do you expect, what would you like to know, a letter with its wording check, how, whom else:
Enter skips each. Whatever an option says is not asked, and in a script nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from notesync.cli.asking import LETTERS, agreed, person
from notesync.cli.capture import BY, DRAFT, EXPECT, ON
from notesync.cli.command import Command
from notesync.cli.completing import note_names
from notesync.cli.lint import checked_draft
from notesync.cli.options import Session, session_of
from notesync.cli.screen import clean
from notesync.cli.writing import finish
from notesync.errors import NotesyncError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.letters.lint import Report
    from notesync.views.facts import Person


@dataclass
class Ask:
    """What is known of an ask so far, as typed; "" where nothing is.

    Attributes:
        about: What I would like to know.
        verdict: What the wording check said of the message.
        other: Whom else I could ask.
    """

    session: Session
    about: str = ""
    by: str = ""
    expect: str = ""
    verdict: str = ""
    other: str = ""


@click.command("ask", cls=Command, help=N_("Note that you asked someone for a conversation."))
@click.argument("name", nargs=-1, required=True, metavar="NAME", shell_complete=note_names)
@click.option("--about", default="", metavar="QUESTION", help=N_("What you asked about."))
@click.option("--by", default="", metavar="CHANNEL", help=BY)
@click.option("--expect", default="", metavar="yes|no", help=EXPECT)
@click.option("--on", default="", metavar="DATE", help=ON)
@click.option("--draft", default="", metavar="FILE|-", help=DRAFT)
@click.option("--note", default="", metavar="TEXT", help=N_("A few words about it."))
@click.pass_context
def ask_(ctx: click.Context, /, name: tuple[str, ...], draft: str, **said: str) -> None:
    """Write into somebody's log that I asked."""
    from notesync.workspace import journal_entries as entries

    session = session_of(ctx)
    workspace = session.workspace
    who = person(session, " ".join(name))
    about = said.pop("about")
    entries.read(workspace, "asked", entries.Said(**said))  # what can't be meant is told first
    ask = Ask(session, about, said["by"], said["expect"])
    if draft:
        ask.verdict = checked_draft(session, draft, who.name, "request")
    # Whoever isn't in the notes on that day yet can be asked all the same.
    whom = workspace.facts.people.get(who.path) if session.interactive else None
    if whom and not _guided(ask, whom, written=bool(draft)):
        session.say(session.words.t("Nothing is noted. Your letter stands above."))
        return
    line = entries.read(
        workspace, "asked", entries.Said(**said | {"by": ask.by, "expect": ask.expect})
    )
    if ask.about:
        line = entries.with_text(line, entries.about(workspace, ask.about))
    plan = entries.plan(workspace, who, line._replace(lint=ask.verdict))
    if ask.other:
        plan = entries.with_another(workspace, plan, ask.other)
    finish(session, plan)


# ---------------------------------------------------------------- step by step


def _guided(ask: Ask, whom: Person, *, written: bool) -> bool:
    """Ask for what is still open; False when a letter was written and not sent."""
    click.echo(ask.session.words.t("Enter skips what you don't want to answer."), err=True)
    _expectation(ask, whom)
    _question(ask, whom)
    sent = written or _letter(ask, whom)
    if sent:
        _channel(ask)
        _another(ask, whom)
    return sent


def _expectation(ask: Ask, whom: Person) -> None:
    words = ask.session.words
    if ask.expect:
        return
    question = words.t("Will {name} say yes? Your guess (yes, no):", name=whom.name)
    ask.expect = _typed(ask.session, question, "yes-no")


def _question(ask: Ask, whom: Person) -> None:
    """The open questions to choose from; one's own words do as well."""
    from notesync.views.briefing import open_questions
    from notesync.views.questions import questions

    if ask.about:
        return
    session, facts = ask.session, ask.session.workspace.facts
    rows = open_questions(whom, facts, questions(facts))
    for number, row in enumerate(rows, 1):
        click.echo(clean(f"  {number}  {row.text or row.name}"), err=True)
    typed = _typed(session, session.words.t("What would you like to know (a number, or words)?"))
    ask.about = _chosen(typed, [row.name for row in rows])


def _letter(ask: Ask, whom: Person) -> bool:
    """Draft, edit, check, as often as one likes; whether there is none, or it was sent."""
    from notesync.cli.draft import edited, verdict_lines
    from notesync.workspace import drafting

    session = ask.session
    words, workspace = session.words, session.workspace
    if session.dry_run or not agreed(session, words.t("Write the letter now?"), default=False):
        return True
    wish = drafting.wish(workspace, about=ask.about)
    kind = drafting.kind(workspace, "request", whom)
    text = drafting.draft(workspace, whom, kind, wish).text
    while True:
        text = edited(session, text)
        report: Report = drafting.checked(workspace, whom, text, kind)
        for line in verdict_lines(report, session):
            click.echo(clean(line), err=True)
        if not agreed(session, words.t("Change it once more?"), default=False):
            break
    click.echo(text, nl=not text.endswith("\n"))
    _copied(session, text)
    ask.verdict = report.verdict
    return agreed(session, words.t("Have you sent it? Then it is noted."), default=True)


def _copied(session: Session, text: str) -> None:
    """Put the letter on the clipboard, where there is one and it is wished."""
    from notesync.cli import clipboard

    try:
        clipboard.program()
        if agreed(session, session.words.t("Copy it to the clipboard?"), default=True):
            clipboard.copy(text)
    except clipboard.NoClipboard:
        return
    except NotesyncError as error:
        session.say(session.words.t(error.sentence, **error.values))


def _channel(ask: Ask) -> None:
    if not ask.by:
        question = ask.session.words.t("How did you ask (email, phone, message …)?")
        ask.by = _typed(ask.session, question, "channel")


def _another(ask: Ask, whom: Person) -> None:
    """Whom else one could ask: whoever asks two people waits for neither."""
    from notesync.index import lookup
    from notesync.views.briefing import others_to_ask

    session, facts = ask.session, ask.session.workspace.facts
    paths = lookup.resolve(session.workspace.store, ask.about, ("question",)) if ask.about else ()
    keys = others_to_ask(whom, facts, paths[0] if len(paths) == 1 else "")
    for number, key in enumerate(keys, 1):
        other = facts.people[key].contact
        told = ", ".join(part for part in (other.name, other.org) if part)
        click.echo(clean(f"  {number}  {told}"), err=True)
    typed = _typed(session, session.words.t("Whom else could you ask (a number, or a name)?"))
    ask.other = _chosen(typed, list(facts.names(keys)))


def _chosen(typed: str, options: Sequence[str]) -> str:
    """What was typed, or the option of that number."""
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(options):
        return options[int(typed) - 1]
    return typed


def _typed(session: Session, question: str, vocabulary: str = "") -> str:
    """What the user types, "" for Enter alone; a word of a closed list is asked for again."""

    def read(text: str) -> str:
        from notesync.workspace.typed import NotAWord, code

        typed = text.strip()
        if vocabulary == "yes-no":
            typed = LETTERS.get(typed.casefold(), typed)
        try:
            if vocabulary:
                code(vocabulary, typed, session.words.lang)
        except NotAWord as error:
            message = session.words.t(error.sentence, **error.values)
            raise click.UsageError(message) from None
        return typed

    typed = click.prompt(
        clean(question),
        default="",
        show_default=False,
        value_proc=read,
        err=True,
        prompt_suffix=" ",
    )
    return str(typed)
