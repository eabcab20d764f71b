"""Everything with one person, in order: facts, the next step, one line of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from notesync.cli.command import Command
from notesync.cli.completing import note_names
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import Screen, cells, clean, pad, screen, wrap
from notesync.notes.kinds import CHANNELS
from notesync.notes.links import plain
from notesync.views.sentences import join, label, reason, sentence
from notesync.views.stages import STAGES
from notesync.views.telling import told
from notesync.views.timeline import Entry
from notesync.words import N_, Words
from notesync.workspace.opening import Unknown
from notesync.workspace.persons import Known, known

# What is shown of a contact, with the words before it.
FACTS: tuple[tuple[str, str], ...] = (
    ("role", N_("role")),
    ("city", N_("city")),
    ("email", N_("email")),
    ("phone", N_("phone")),
    ("url", N_("web")),
    ("met", N_("known since")),
    ("register", N_("form of address")),
)
# What is told in one breath with the people whom it is about.
WITH_NAMES: Mapping[str, str] = {
    "named": N_("named by {others}"),
    "led": N_("led me to {others}"),
    "referred": N_("couldn't, but named {others}"),
}


@click.command(cls=Command, help=N_("Everything with one person, in order."))
@click.argument("name", nargs=-1, required=True, shell_complete=note_names)
@click.option(
    "--all", "everything", is_flag=True, help=N_("Also every line that names the person.")
)
@click.pass_context
def show(ctx: click.Context, name: tuple[str, ...], everything: bool) -> None:
    """Print one person's line of time, or another note as it stands."""
    session = session_of(ctx)
    typed = " ".join(name)
    try:
        found = known(session.workspace, typed, everything=everything)
    except Unknown:
        note = session.workspace.find(typed)
        if note.kind == "contact":
            raise
        text = session.workspace.vault.read(note.path).text
        if session.json:
            named = {"path": note.path, "name": note.name, "kind": note.kind}
            print_json({**named, "fields": dict(note.fields), "text": text})
            return
        for line in text.splitlines():
            click.echo(clean(line))
        return
    if session.json:
        print_json(_json(found, session))
    elif session.plain:
        print_plain((_iso(entry), entry.kind, *_parts(entry, session)) for entry in found.entries)
    else:
        terminal = screen(color=session.colored)
        terminal.show(_page(found, session, terminal))


def _page(found: Known, session: Session, terminal: Screen) -> Iterator[str]:
    words, contact = session.words, found.person.contact
    title = clean(", ".join(part for part in (contact.name, contact.org) if part))
    yield terminal.style(title, bold=True)
    facts = [(words.t(text), getattr(contact, key)) for key, text in FACTS]
    about = [f"{text}: {value}" for text, value in facts if value]
    yield from wrap(clean(" · ".join([words.t(STAGES[found.stage]), *about])), terminal.width)
    if contact.topics:
        yield from wrap(clean(" · ".join(contact.topics)), terminal.width)
    facts_of = session.workspace.facts
    for step in found.steps[:1]:
        what, why = label(step, facts_of, words), reason(step, facts_of, words)
        now = words.t("Now")
        yield from wrap(clean(f"{now}: {what} ({why})"), terminal.width)
    if found.entries:
        yield ""
        yield from _line_of_time(_rows(found, session), terminal.width)
    if found.mentions:
        yield ""
        yield terminal.style(words.t("Also named here"), bold=True)
        for mention in found.mentions:
            yield from wrap(clean(f"{mention.path}:{mention.line}: {mention.text}"), terminal.width)


def _line_of_time(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    """Days on the left, what happened beside them, whole: a text goes on below itself."""
    left = max(cells(day) for day, _ in rows) + 2
    for day, text in rows:
        first, *more = wrap(clean(text), max(width - left, left))
        yield pad(day, left) + first
        yield from (" " * left + line for line in more)


def _rows(found: Known, session: Session) -> list[tuple[str, str]]:
    words, today = session.words, session.workspace.today
    return [
        (words.day(entry.day, today) if entry.day else "", " · ".join(_parts(entry, session)))
        for entry in found.entries
    ]


def _parts(entry: Entry, session: Session) -> list[str]:
    """What happened, how, with whom, and what was said."""
    words = session.words
    facts = session.workspace.facts
    others = join(facts.names(entry.others), words)
    if others and entry.kind in WITH_NAMES:
        parts = [words.t(WITH_NAMES[entry.kind], others=others), _channel(entry.channel, words)]
    else:
        parts = [told(entry, words), _channel(entry.channel, words), others]
    if entry.until:
        parts.insert(2, words.day(entry.until, session.workspace.today))
    parts.append(plain(entry.text))
    return [part for part in parts if part]


def _channel(code: str, words: Words) -> str:
    term = next((term for term in CHANNELS if term.code == code), None)
    return code if term is None or words.lang == "en" else term.de


def _json(found: Known, session: Session) -> dict[str, object]:
    facts = session.workspace.facts
    contact = found.person.contact
    return {
        "contact": contact.name,
        "path": contact.key if contact.noted else None,
        "org": contact.org,
        "stage": found.stage,
        "last_contact": found.person.last_contact and found.person.last_contact.isoformat(),
        "next": [
            {
                "action": step.action,
                "reason": step.reason,
                "date": step.day and step.day.isoformat(),
                "text": sentence(step, facts, session.words),
            }
            for step in found.steps
        ],
        "timeline": [
            {
                "date": _iso(entry) or None,
                "kind": entry.kind,
                "state": entry.state,
                "channel": entry.channel,
                "who": entry.who,
                "people": list(facts.names(entry.others)),
                "until": entry.until and entry.until.isoformat(),
                "text": entry.text,
                "path": entry.path,
                "line": entry.line,
            }
            for entry in found.entries
        ],
        "mentions": [
            {"path": mention.path, "line": mention.line, "text": mention.text}
            for mention in found.mentions
        ],
    }


def _iso(entry: Entry) -> str:
    return entry.day.isoformat() if entry.day else ""
