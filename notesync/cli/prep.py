"""The page before a conversation: what connects us, what to ask, what to give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from notesync.cli.command import Command
from notesync.cli.completing import note_names
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import Screen, cells, clean, pad, screen, wrap
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.views.briefing import Briefing
    from notesync.workspace.preparing import Preparation

INDENT = 2
MOST_LEFT = 20  # cells of what stands before a line


@click.command(cls=Command, help=N_("One page before a conversation with somebody."))
@click.argument("name", nargs=-1, required=True, metavar="NAME", shell_complete=note_names)
@click.pass_context
def prep(ctx: click.Context, name: tuple[str, ...]) -> None:
    """Print what to know before a conversation."""
    from notesync.workspace.preparing import preparation

    session = session_of(ctx)
    found = preparation(session.workspace, " ".join(name))
    if session.json:
        print_json(_json(found, session))
    elif session.plain:
        print_plain(_rows(found, session))
    else:
        terminal = screen(color=session.colored)
        terminal.show(_page(found, session, terminal))


def _page(found: Preparation, session: Session, terminal: Screen) -> Iterator[str]:
    from notesync.views.briefing_words import heading, sections

    facts, words = session.workspace.facts, session.words
    contact = found.briefing.person.contact
    title = ", ".join(part for part in (contact.name, contact.org) if part)
    yield terminal.style(clean(title), bold=True)
    about = [contact.role, contact.city, contact.register]
    if told := " · ".join(part for part in about if part):
        yield from wrap(clean(told), terminal.width)
    if meeting := heading(found.briefing, facts, words):
        yield from wrap(clean(words.t("You meet: {when}", when=meeting)), terminal.width)
    for section in sections(found.briefing, facts, words):
        yield ""
        yield from _block(section.title, section.lines, terminal)
    yield ""
    lines = tuple(
        (ideas.title if at == 0 else "", question)
        for ideas in found.ideas
        for at, question in enumerate(ideas.questions)
    )
    yield from _block(words.t("What you could ask"), lines, terminal)


def _block(title: str, lines: tuple[tuple[str, str], ...], terminal: Screen) -> Iterator[str]:
    """A heading with its lines below; what stands before them makes a column of its own."""
    yield terminal.style(clean(title), bold=True)
    left = min(max((cells(lead) for lead, _ in lines), default=0), MOST_LEFT)
    begun = False  # whether a line has stood beside something: from then on "" goes on with it
    for lead, text in lines:
        begun = begun or bool(lead)
        if terminal.narrow or not begun:
            whole = f"{lead}: {text}" if lead else text
            yield from (" " * INDENT + row for row in wrap(clean(whole), terminal.width - INDENT))
            continue
        room = max(terminal.width - left - 2 * INDENT, left)
        first, *more = wrap(clean(text), room) or [""]
        yield " " * INDENT + pad(clean(lead), left) + " " * INDENT + first
        yield from (" " * (left + 2 * INDENT) + row for row in more)


def _rows(found: Preparation, session: Session) -> Iterator[tuple[object, ...]]:
    from notesync.views.briefing_words import sections

    for section in sections(found.briefing, session.workspace.facts, session.words):
        for lead, text in section.lines:
            yield section.code, lead, text
    for ideas in found.ideas:
        for question in ideas.questions:
            yield "ideas", ideas.title, question


def _json(found: Preparation, session: Session) -> dict[str, object]:
    facts, briefing = session.workspace.facts, found.briefing
    contact = briefing.person.contact
    meeting = briefing.meeting
    return {
        "contact": contact.name,
        "org": contact.org,
        "role": contact.role,
        "city": contact.city,
        "register": contact.register,
        "topics": list(contact.topics),
        "meeting": meeting
        and {
            "date": meeting.day.isoformat(),
            "time": meeting.time,
            "city": meeting.city,
            "channel": meeting.channel,
            "confirmed": meeting.confirmed,
        },
        "introduced_by": list(facts.names(briefing.introducers)),
        "mention": contact.mention,
        "met": contact.met,
        "last_contact": briefing.person.last_contact and briefing.person.last_contact.isoformat(),
        **_told(briefing, session),
        "ideas": [
            {"phase": each.phase, "title": each.title, "questions": list(each.questions)}
            for each in found.ideas
        ],
    }


def _told(briefing: Briefing, session: Session) -> dict[str, object]:
    facts = session.workspace.facts
    return {
        "last_words": [
            {"date": each.day.isoformat(), "kind": each.kind, "text": each.text}
            for each in briefing.said
        ],
        "promises": [
            {"who": row.who, "text": row.text, "due": row.due and row.due.isoformat()}
            for row in (*briefing.mine, *briefing.theirs)
        ],
        "questions": [
            {
                "question": row.name,
                "text": row.text,
                "state": row.state,
                "voices": row.voices,
                "fits": row.fits,
            }
            for row in briefing.questions
        ],
        "ask_for": [{"kind": row.kind, "name": row.name} for row in briefing.ask_for],
        "give": [{"kind": row.kind, "name": row.name} for row in briefing.gifts],
        "since": [
            {
                "date": row.day.isoformat(),
                "kind": row.kind,
                "name": row.name,
                "text": row.text,
                "people": list(facts.names(row.people)),
            }
            for row in briefing.since
        ],
    }
