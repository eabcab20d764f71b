"""The command that takes a whole sentence: `say`. It shows what it will write, and asks once.

The sentence is read by `notesync.workspace.saying`; here its doubts become questions at a terminal,
or the advice of what to add where nobody can be asked.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from notesync.cli.asking import agreed, choose
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.cli.screen import clean
from notesync.cli.writing import finish, lines_of
from notesync.errors import NotesyncError, UsageError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.notes.sayings.saying import Somebody
    from notesync.workspace.hearing import Doubt, Heard
    from notesync.workspace.plan import Plan

NEAR = 4  # people who are offered for a name that isn't known


class NothingSaid(UsageError):
    """No sentence."""

    sentence = N_('Say what happened, for example: notesync say "{example}"')


class NotInIt(UsageError):
    """``--new`` with a name that isn't in the sentence."""

    sentence = N_("“{name}” is no new name in that sentence.")


@click.command(
    cls=Command, help=N_("Say in a sentence what happened; it shows what it will write.")
)
@click.argument("sentence", nargs=-1, metavar="SENTENCE")
@click.option("--on", default="", metavar="DATE", help=N_("The day, if the sentence doesn't say."))
@click.option("--new", multiple=True, metavar="NAME", help=N_("This name is of somebody new."))
@click.option("--yes", is_flag=True, help=N_("Don't ask before writing."))
@click.pass_context
def say(
    ctx: click.Context, sentence: tuple[str, ...], on: str, new: tuple[str, ...], yes: bool
) -> int:
    """Read a sentence, or one a line from a pipe, and write what each says."""
    session = session_of(ctx)
    said = [text for text in sentence if text != "-"]
    if said:
        if not " ".join(said).strip():
            raise NothingSaid(example=_example(session))
        _say(session, " ".join(said), on=on, new=new, yes=yes)
        return 0
    code = 0
    for number, line in _lines(session, piped=bool(sentence)):
        try:
            _say(session, line, on=on, new=new, yes=yes)
        except NotesyncError as error:
            if not number:
                raise
            words = session.words
            told = words.t(error.sentence, **error.values)
            session.say(words.t("Line {number}: {told}", number=number, told=clean(told)))
            code = code or error.exit_code
    return code


def _lines(session: Session, *, piped: bool) -> Iterator[tuple[int, str]]:
    """The sentences of a pipe with their numbers, or the one that is typed when asked."""
    if piped or not sys.stdin.isatty():
        rows = [row.strip() for row in sys.stdin.read().splitlines()]
        if not any(rows):
            raise NothingSaid(example=_example(session))
        yield from ((number, row) for number, row in enumerate(rows, 1) if row)
    elif session.interactive:
        shown = session.words.t("What happened?")
        yield 0, click.prompt(shown, err=True, prompt_suffix=" ")
    else:
        raise NothingSaid(example=_example(session))


def _example(session: Session) -> str:
    return session.words.t("Lunch with Meike, she named Carla Voigt at Elbgrün")


def _say(session: Session, sentence: str, *, on: str, new: tuple[str, ...], yes: bool) -> None:
    from notesync.workspace import dates, hearing, saying

    workspace = session.workspace
    day = dates.moment(on, workspace.today)[0] if on else ""
    heard = hearing.heard(workspace, sentence, on=day)
    for name in new:
        if name.casefold() not in {doubt.name.casefold() for doubt in heard.doubts}:
            raise NotInIt(name=name)
    settled = settle(session, heard, new)
    if settled is None:
        session.say(session.words.t("Nothing was written."))
        return
    heard, answers = settled
    plan = saying.plan(workspace, heard, answers)
    if session.interactive and not (session.dry_run or yes):
        preview(session, plan)
        if not agreed(session, session.words.t("Write this?"), default=True):
            session.say(session.words.t("Nothing was written."))
            return
    finish(session, plan, told(heard, answers))


def told(heard: Heard, answers: Mapping[str, str]) -> dict[str, object]:
    """What a sentence was understood to say, for ``--json``."""
    from notesync.notes.names import stem
    from notesync.workspace import hearing

    def name(one: Somebody) -> str:
        meant = answers.get(one.text, next(iter(one.paths), ""))
        return one.text if meant in {hearing.NEW, ""} else stem(meant)

    def names(people: Sequence[Somebody]) -> list[str]:
        return [name(one) for one in people if answers.get(one.text) != hearing.OUT]

    acts = [
        {
            "verb": settled.verb,
            "people": names(act.people),
            "on": settled.on,
            "planned": settled.planned or None,
            "time": act.time or None,
            "channel": act.channel or None,
            "minutes": act.minutes or None,
            "named": names(act.named),
            "learned": list(act.learned),
            "promises": list(act.promises),
            "text": act.text or None,
        }
        for act, settled in zip(heard.saying.acts, heard.days, strict=True)
    ]
    left = [name for name, answer in answers.items() if answer == hearing.OUT]
    return {"acts": acts, "left_out": left}


def preview(session: Session, plan: Plan) -> None:
    """Show on stderr what would be written: each note, and its lines that come and go."""
    from notesync.workspace import plan as plans

    workspace, words = session.workspace, session.words
    for each in plans.preview(workspace.vault, plan, workspace.words):
        path = each.new or each.path
        head = path if each.before or each.new else words.t("{path} (new)", path=path)
        head = head if each.after or each.new else words.t("{path} (goes)", path=path)
        click.echo(clean(head), err=True)
        for line in list(lines_of(each))[2:]:  # behind the two that name the file
            if not line.startswith("@@"):
                click.echo(clean(f"  {line[:1]} {line[1:]}".rstrip()), err=True)


# ---------------------------------------------------------------- what isn't clear


def settle(
    session: Session, heard: Heard, new: tuple[str, ...] = ()
) -> tuple[Heard, Mapping[str, str]] | None:
    """Settle who and which day is meant; None when the user wants nothing written.

    Raises:
        NotFound, UsageError: It isn't clear, and nobody can be asked.
    """
    from notesync.workspace import hearing

    if not session.interactive:
        return heard, hearing.alone(heard, new)
    fresh = {name.casefold() for name in new}
    answers: dict[str, str] = {}
    unknown: list[Doubt] = []
    for doubt in heard.doubts:
        if doubt.name.casefold() in fresh:
            answers[doubt.name] = hearing.NEW
        elif doubt.paths:
            answer = _who(session, doubt)
            if answer is None:
                return None
            answers[doubt.name] = answer
        else:
            unknown.append(doubt)
    if unknown:
        made = _make(session, unknown)
        if not made and any(doubt.needed for doubt in unknown):
            return None
        answers |= {doubt.name: hearing.NEW if made else hearing.OUT for doubt in unknown}
    return _which_day(session, heard), answers


def _who(session: Session, doubt: Doubt) -> str | None:
    """Whom a name means, among those that it can mean and somebody new."""
    from notesync.notes.names import stem
    from notesync.workspace import hearing

    words = session.words
    paths = list(doubt.paths[:NEAR])
    options = [(path, stem(path)) for path in paths]
    options.append((hearing.NEW, words.t("somebody new: {name}", name=doubt.name)))
    if not doubt.needed:
        options.append((hearing.OUT, words.t("leave this name out")))
    question = words.t("Who is “{name}”?", name=doubt.name)
    chosen = choose(session, question, [shown for _, shown in options])
    return None if chosen is None else options[chosen][0]


def _make(session: Session, unknown: list[Doubt]) -> bool:
    """Whether those whom nobody knows get notes; one question for all of them."""
    names = ", ".join(doubt.name for doubt in unknown)
    question = session.words.n(
        "{names} is not in your notes. Make a note?",
        "{names} are not in your notes. Make notes?",
        len(unknown),
        names=names,
    )
    # One word may well be a slip of the finger, a first and a last name hardly.
    return agreed(session, question, default=all(" " in doubt.name for doubt in unknown))


def _which_day(session: Session, heard: Heard) -> Heard:
    """The sentence with its day settled."""
    from datetime import date

    from notesync.workspace import dates, hearing

    unclear = hearing.unclear_day(heard)
    if not unclear:
        return heard
    words, today = session.words, heard.today
    days = next((settled.days for settled in heard.days if settled.days), ())
    question = words.t("Which day is meant by “{words}”?", words=unclear)
    if days:
        shown = [words.day(date.fromisoformat(day), today) for day in days]
        chosen = choose(session, question, shown)
        return heard if chosen is None else hearing.on_day(heard, days[chosen])
    typed = click.prompt(
        clean(question),
        default=today.isoformat(),
        err=True,
        prompt_suffix=" ",
        value_proc=lambda text: dates.moment(text, today)[0],
    )
    return hearing.on_day(heard, typed)
