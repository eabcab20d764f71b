"""The commands that note what happened: log, talk, decide, done. Each takes one line to use.

Names are found by first name, alias or beginning; dates may be typed as one says them. What is
typed is handed to `notesync.workspace`, which plans; `notesync.cli.writing` writes and tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from notesync.cli.asking import choose, person
from notesync.cli.asking import question as question_named
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.screen import clean
from notesync.cli.writing import finish
from notesync.errors import UsageError
from notesync.notes import values
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.notes.note import Note
    from notesync.workspace.learning import Learned
    from notesync.workspace.plan import Plan

ON = N_("The day it happened: 2026-04-24, 24.4., yesterday; else today.")
BY = N_("How: email, phone, message, in-person, lunch, coffee …")
NAMED = N_("Someone who was named to you; gets a note if there is none.")
DRAFT = N_("A file with your message; what the wording check says of it is noted.")
EXPECT = N_("Your guess: will the answer be yes or no?")


class TooShort(UsageError):
    """A name without anything behind it."""

    sentence = N_("Say who and what, for example: notesync {example}")


class LooseQuestion(UsageError):
    """A question or stance with no insight that it could belong to."""

    sentence = N_("--{option} “{value}” needs an --insight before it.")


class NoLetter(UsageError):
    """A message beside something that isn't a message of mine."""

    sentence = N_("{option} goes with a message of yours, and “{verb}” is none.")


class OneState(UsageError):
    """A conversation can't be planned and called off at once."""

    sentence = N_("Of --planned, --cancelled and --no-show only one can be meant.")


@click.command(cls=Command, help=N_("Note in one line what happened with a person."))
@click.argument("words", nargs=-1, required=True, metavar="NAME VERB [TEXT]")
@click.option("--on", default="", metavar="DATE", help=ON)
@click.option("--by", default="", metavar="CHANNEL", help=BY)
@click.option("--expect", default="", metavar="yes|no", help=EXPECT)
@click.option("--for", "planned", default="", metavar="WHEN", help=N_("The day that was agreed."))
@click.option("--named", multiple=True, metavar="NAME", help=NAMED)
@click.option("--until", default="", metavar="DATE", help=N_("Until when it is put off, or rests."))
@click.option("--draft", default="", metavar="FILE|-", help=DRAFT)
@click.option("--note", default="", metavar="TEXT", help=N_("A few words about it."))
@click.pass_context
def log(
    ctx: click.Context,
    /,
    words: tuple[str, ...],
    named: tuple[str, ...],
    draft: str,
    **said: str,
) -> None:
    """Write one line into somebody's log."""
    from notesync.workspace import journal_entries as entries

    session = session_of(ctx)
    if len(words) == 1:
        words = tuple(words[0].split())
    if len(words) == 1:
        from notesync.notes.values import word

        thanked = word("verb", "thanked", session.words.lang)
        raise TooShort(example=f"log {words[0]} {thanked}")
    name, rest = entries.split(words, session.workspace.words.lang)
    who = person(session, name)
    line = entries.read(session.workspace, rest, entries.Said(**said))
    if draft:
        from notesync.cli.lint import checked_draft

        if line.verb not in entries.LETTERS:
            raise NoLetter(
                option="--draft", verb=values.word("verb", line.verb, session.words.lang)
            )
        line = line._replace(
            lint=checked_draft(session, draft, who.name, entries.LETTERS[line.verb])
        )
    finish(session, entries.plan(session.workspace, who, line, named))


class InOrder(Command):
    """A command that remembers in which order its options were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse twice: click keeps several values of an option, but not what stood between."""
        try:
            _, _, order = self.make_parser(ctx).parse_args(list(args))
        except click.UsageError:
            order = []  # the second parsing says what is wrong
        ctx.meta["notesync.order"] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


@click.command(cls=InOrder, help=N_("Note a conversation; a planned one is completed."))
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--on", default="", metavar="DATE", help=N_("The day of it; else today."))
@click.option("--at", default="", metavar="TIME", help=N_("When it began, as 12:30."))
@click.option("--by", default="", metavar="CHANNEL", help=BY)
@click.option("--kind", default="", help=N_("information, practice, catch-up, give-back, chance …"))
@click.option("--minutes", default="", metavar="N", help=N_("How long."))
@click.option("--city", default="", help=N_("Where."))
@click.option("--named", multiple=True, metavar="NAME", help=NAMED)
@click.option("--insight", multiple=True, metavar="TEXT", help=N_("Something you learned."))
@click.option("--question", multiple=True, metavar="Q", help=N_("On which question of yours."))
@click.option("--stance", multiple=True, metavar="+X", help=N_("For or against an option: +X, -X."))
@click.option(
    "--promise", multiple=True, metavar="TEXT", help=N_('"send it until 9.5.", "they: …"')
)
@click.option("--confidence", default="", metavar="2-4", help=N_("Before and after, from 1 to 5."))
@click.option("--planned", is_flag=True, help=N_("It lies ahead."))
@click.option("--cancelled", is_flag=True, help=N_("It was called off."))
@click.option("--no-show", is_flag=True, help=N_("The other did not come."))
@click.option("--edit", is_flag=True, help=N_("Open the note in your editor afterwards."))
@click.pass_context
def talk(ctx: click.Context, /, names: tuple[str, ...], edit: bool, **said: object) -> None:
    """Write a conversation down."""
    from notesync.workspace import talks

    session = session_of(ctx)
    states = [code for code in ("planned", "cancelled", "no_show") if said.pop(code)]
    if len(states) > 1:
        raise OneState
    lists = {name: _texts(said.pop(name)) for name in ("insight", "question", "stance", "promise")}
    learned = [_with_question(session, one) for one in _learned(ctx.meta["notesync.order"], lists)]
    found = [person(session, name) for name in _people(session, names)]
    unique = list({one.path: one for one in found}.values())
    told = talks.Told(
        learned=tuple(learned),
        promises=lists["promise"],
        state=states[0].replace("_", "-") if states else "",
        **said,  # type: ignore[arg-type]  # click has seen to the types
    )
    plan = talks.plan(session.workspace, unique, told)
    if edit:
        _edited(session, plan, unique, form=not told.state)
    else:
        finish(session, plan)


def _edited(session: Session, plan: Plan, people: Sequence[Note], *, form: bool) -> None:
    """Write a conversation with the headings of a debrief, and open it in the editor."""
    from notesync.cli.edit import open_editor, ready
    from notesync.workspace import debriefs

    if not session.dry_run:
        ready(session)
    finish(session, debriefs.with_form(session.workspace, plan, people) if form else plan)
    if session.dry_run:
        return
    open_editor(session, plan.note)
    if form and debriefs.is_empty(session.workspace, plan.note):
        message = N_('Nothing filled in yet, and that can wait: notesync edit "{name}" --talk')
        session.say(clean(session.words.t(message, name=people[0].name)))


def _with_question(session: Session, learned: Learned) -> Learned:
    """The insight with its question chosen, where a terminal was asked for it."""
    if not learned.question or not session.interactive:
        return learned
    return replace(learned, question=question_named(session, learned.question).path)


def _texts(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def _people(session: Session, names: Sequence[str]) -> Sequence[str]:
    """The names as they were typed; one of several words needs no quotes."""
    from notesync.index import lookup

    whole = " ".join(names)
    if len(names) > 1 and len(lookup.resolve(session.workspace.store, whole, ("contact",))) == 1:
        return [whole]
    return names


def _learned(order: Iterable[str | None], given: dict[str, tuple[str, ...]]) -> Iterable[Learned]:
    """Each insight with the question and the stances that were given with it.

    Raises:
        LooseQuestion: There is no insight for one.
    """
    from notesync.workspace.learning import Learned

    rest = {name: iter(values) for name, values in given.items()}
    insights: list[Learned] = []
    for name in order:
        if name == "insight":
            insights.append(Learned(next(rest["insight"])))
        elif name in {"question", "stance"}:
            value = next(rest[name])
            last = insights[-1] if insights else None
            if last is None or (name == "question" and last.question):
                raise LooseQuestion(option=name, value=value)
            insights[-1] = (
                replace(last, question=value)
                if name == "question"
                else replace(last, stances=(*last.stances, value))
            )
    return insights


@click.command(cls=Command, help=N_("Decide a question of yours."))
@click.argument("question")
@click.argument("option", nargs=-1, required=True)
@click.option("--on", default="", metavar="DATE", help=N_("The day you decided; else today."))
@click.pass_context
def decide(ctx: click.Context, question: str, option: tuple[str, ...], on: str) -> None:
    """Write a decision into the question's note."""
    from notesync.workspace import dates, edits

    session = session_of(ctx)
    workspace = session.workspace
    day = dates.past(on, workspace.today)
    note = question_named(session, question)
    finish(session, edits.decide(workspace, note, " ".join(option), day))


@click.command(cls=Command, help=N_("Tick off a promise to or of a person."))
@click.argument("name")
@click.argument("words", nargs=-1)
@click.option("--on", default="", metavar="DATE", help=N_("The day it was kept; else today."))
@click.pass_context
def done(ctx: click.Context, name: str, words: tuple[str, ...], on: str) -> None:
    """Tick a promise; a terminal is asked when several fit."""
    from notesync.workspace import dates, promises

    session = session_of(ctx)
    workspace = session.workspace
    day = dates.past(on, workspace.today)
    who = person(session, name)
    found = promises.open_with(workspace, who, " ".join(words))
    if len(found) > 1:
        texts = [each.promise.text for each in found]
        chosen = choose(session, session.words.t("Which one?"), texts)
        found = found if chosen is None else [found[chosen]]
    one = promises.choose(who, " ".join(words), found)
    finish(session, promises.tick(workspace, who, one, day))
