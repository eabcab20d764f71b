"""Turn what happened with a person into the one line that her log gets, and what comes with it.

A date that was agreed gets a note of its own, so that the conversation can be completed later; one
that moved takes its note along; whoever was named and has no note gets one that says by whom.
Impossible orders are written down as they are said: ``check`` tells about them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from notesync.errors import NotesyncError, UsageError
from notesync.notes import journal, lines, links, values
from notesync.notes.body import SECTIONS
from notesync.notes.document import Document
from notesync.notes.note import LogLine, Note
from notesync.notes.verbs import WORD, near_verb
from notesync.words import N_
from notesync.workspace import conversations, dates, namings, typed
from notesync.workspace.namings import Named
from notesync.workspace.new_notes import language, link_to
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan, Splice, Step

# Verbs that stand for a message of mine, and the kind of letter that it is ("" for any).
LETTERS: Mapping[str, str] = {
    "asked": "request",
    "reminded": "reminder",
    "confirmed": "confirm",
    "thanked": "thank-you",
    "reported": "report-back",
    "news": "news",
    "wrote": "",
}
# Verbs with which she doesn't name anybody to me.
NOT_NAMING = frozenset({"introduced"})


class NoVerb(UsageError):
    """None of the words is a verb of the log."""

    sentence = N_('"{value}" is not a verb of the log. Write one of: {known}.')


class NearVerb(UsageError):
    """A slip of the finger in a verb."""

    sentence = N_('"{value}" is not a verb of the log. Did you mean "{near}"?')


class BadLogValue(UsageError):
    """A part of the line that can't be meant; ``reason`` is in the user's language."""

    sentence = N_("{reason}")


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of ``log`` say, as typed; "" where nothing is."""

    on: str = ""
    by: str = ""
    expect: str = ""
    planned: str = ""  # --for
    until: str = ""
    note: str = ""


def split(words: Sequence[str], lang: str) -> tuple[str, str]:
    """The name, and the rest that begins with a verb, of what was typed behind ``log``.

    A name of several words needs no quotes: it goes on until a word is a verb.

    Raises:
        NearVerb, NoVerb: There is no verb.
    """
    for at in range(1, len(words)):
        first = WORD.match(words[at].strip())
        if first and values.code("verb", first.group()):
            return " ".join(words[:at]), " ".join(words[at:])
    for word in words[1:]:
        if near := near_verb(word):
            raise NearVerb(value=word, near=near)
    raise NoVerb(value=words[-1], known=values.known_words("verb", lang))


def read(workspace: Workspace, text: str, said: Said) -> LogLine:
    """The line that is meant, its names as typed.

    Args:
        workspace: The vault.
        text: The verb with what follows, in the grammar of a log line.
        said: The options.

    Raises:
        UsageError: Something can't be meant.
    """
    words, today = workspace.words, workspace.today
    day = dates.past(said.on, today)
    line, problems = journal.parse_line(f"{day} {' '.join(text.split())}")
    if problems or line is None:
        found = problems[0]
        raise BadLogValue(reason=words.t(found.sentence, **dict(found.values)))
    if said.by:
        line = line._replace(channel=typed.code("channel", said.by, words.lang))
    if said.expect:
        line = line._replace(expect=typed.code("yes-no", said.expect, words.lang))
    if said.until:
        until = dates.moment(said.until, today, date.fromisoformat(day))[0]
        line = line._replace(until=until)
    if said.planned:
        on, at = dates.moment(said.planned, today, date.fromisoformat(day))
        line = line._replace(on=on, at=at)
    return _told(line, said.note)


def _told(line: LogLine, note: str) -> LogLine:
    """The line with the text of ``--note``; links in what was referred are named people."""
    text = " ".join(f"{line.text} {note}".split())
    named = line.named
    if note and line.verb == "referred":
        named = tuple(dict.fromkeys((*named, *(link.target for link in links.find(note)))))
    return line._replace(text=text, named=named)


# ---------------------------------------------------------------- what is written


def plan(
    workspace: Workspace,
    person: Note,
    line: LogLine,
    named: Sequence[str] = (),
    met: Named | None = None,
) -> Plan:
    """Write a line into somebody's log, and do what comes with it.

    Args:
        workspace: The vault.
        person: Whose log.
        line: The line; whom it names as typed.
        named: More names, as typed.
        met: Whom all these names mean, where that is settled already.

    Raises:
        NotFound: A name can be several people.
    """
    lang, words = language(workspace), workspace.words
    by = () if line.verb in NOT_NAMING else (person,)
    met = met or namings.named(workspace, (*line.named, *named), by=by)
    line = line._replace(named=met.links)
    if line.verb == "referred" and met.links and not links.find(line.text):
        told = ", ".join(map(links.write, met.links))
        line = line._replace(text=f"{told}: {line.text}" if line.text else told)
    text = journal.format_line(line, lang)
    steps: list[Step] = [Change(person.path, adding(text, lang)), *met.steps]
    plans, follows = _plans(workspace, person, line)
    said = [words.t("Noted for {name}: {line}", name=person.name, line=text)]
    if met.new:
        follows = f"{namings.news(workspace, met.new)} {follows}".strip()
    return Plan(
        command=f"log {person.name} {line.verb}",
        steps=(*steps, *plans),
        said=" ".join(said),
        next=follows or _next(workspace, line),
        note=person.path,
    )


def adding(text: str, lang: str) -> Splice:
    """The splice that puts a line at the end of a log; one that stands there already stays one."""
    english, german = SECTIONS["log"]
    headings = (german, english) if lang == "de" else (english, german)

    def splice(note: Document) -> Document:
        if any(row.strip().lstrip("-*+ ") == text for row in lines.split(note.body)):
            return note
        return note.add_line(headings, f"- {text}")

    return splice


def _plans(workspace: Workspace, person: Note, line: LogLine) -> tuple[list[Step], str]:
    """What becomes of planned conversations, and what to say of it."""
    words = workspace.words
    if not line.on:
        return [], ""
    when = words.day(date.fromisoformat(line.on), workspace.today)
    when = f"{when}, {line.at}" if line.at else when
    if line.verb == "moved":
        planned = conversations.planned(workspace, person.path, line.day)
        steps = conversations.redated(workspace, planned, line.on, line.at) if planned else []
        return steps, words.t("The conversation is planned for {when} now.", when=when)
    if line.verb == "agreed":
        made = conversations.agreed(workspace, person, line.on, line.at)
        return made, words.t(
            "Planned: a conversation with {name}, {when}.", name=person.name, when=when
        )
    return [], ""


def _next(workspace: Workspace, line: LogLine) -> str:
    """What follows from the line, where it is worth a word."""
    if line.verb != "asked":
        return ""
    from notesync.index.books import calendar
    from notesync.views.calendar import Calendar

    asked = date.fromisoformat(line.day)
    days = workspace.vault.config.rhythm.remind
    last = asked + timedelta(days=2 * days + 14)
    try:
        holidays = calendar(workspace.store, workspace.vault.config.region, asked.year, last.year)
    except NotesyncError:  # an unknown region is `check`'s to tell
        return ""
    on = Calendar(holidays).add(asked, days)
    if on <= workspace.today:
        return ""
    when = workspace.words.day(on, workspace.today)
    return workspace.words.t("Without an answer, one reminder is fine from {when} on.", when=when)


# ---------------------------------------------------------------- asking


def about(workspace: Workspace, question: str) -> str:
    """What an ask is about, as text of its line: a link where it is one of my questions."""
    from notesync.index import lookup

    paths = lookup.resolve(workspace.store, question, ("question",))
    what = links.write(link_to(workspace, paths[0])) if len(paths) == 1 else question
    return f"zu {what}" if language(workspace) == "de" else f"about {what}"


def with_text(line: LogLine, text: str) -> LogLine:
    """The line with a text before its own."""
    return line._replace(text=f"{text}: {line.text}" if line.text else text)


def with_another(workspace: Workspace, plan: Plan, name: str) -> Plan:
    """A plan with somebody else who could be asked: with a note, if there is none yet.

    Raises:
        Ambiguous: The name can be several people.
    """
    met = namings.named(workspace, (name,))
    words, other = workspace.words, ", ".join(met.links)
    follows = words.t('Then {name}: notesync ask "{name}"', name=other)
    if met.new:
        made = words.t("New in your notes: {names}.", names=", ".join(met.new))
        follows = f"{made} {follows}"
    return replace(plan, steps=(*plan.steps, *met.steps), next=f"{plan.next} {follows}".strip())
