"""Turn rows of views into JSON values: stable keys, ISO dates, people by name as in the notes.

`notesync.views.payload` puts them together for ``status``, `notesync.views.documents` for each view
by itself. Only ``text``, ``what`` and ``why`` are in the user's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from notesync.views.ahead import Meeting
from notesync.views.coverage import Target
from notesync.views.facts import Facts
from notesync.views.moved import Move
from notesync.views.questions import Clarity
from notesync.views.sentences import OWED, label, reason, sentence
from notesync.views.steps import Step
from notesync.views.thanks_promises import Owed, Thanks
from notesync.views.waiting import Waiting
from notesync.words import Words

Row = dict[str, object]


def step_row(step: Step, facts: Facts, words: Words) -> Row:
    """Something to do now."""
    person = facts.people.get(step.contact)
    return {
        "action": step.action,
        "contact": person.name if person else None,
        "org": person.contact.org if person else "",
        "date": iso(step.day),
        "reason": step.reason,
        "late": step.late,
        "owed": step.action in OWED,
        "others": list(facts.names(step.others)),
        "about": step.about,
        "what": label(step, facts, words),
        "why": reason(step, facts, words),
        "text": sentence(step, facts, words),
    }


def meeting_row(row: Meeting) -> Row:
    """A planned conversation."""
    return {
        "people": list(row.names),
        "date": row.day.isoformat(),
        "time": row.time,
        "org": row.org,
        "city": row.city,
        "channel": row.channel,
        "kind": row.kind,
        "confirmed": row.confirmed,
        "path": row.path,
    }


def waiting_row(row: Waiting) -> Row:
    """An open ask."""
    return {
        "contact": row.name,
        "org": row.org,
        "asked": row.asked.isoformat(),
        "business_days": row.business_days,
        "next_action": row.action or None,
        "next_date": iso(row.day),
        "due": row.due,
        "until": iso(row.until),
        "closes": iso(row.closes),
    }


def thanks_row(row: Thanks) -> Row:
    """A conversation to thank for."""
    return {
        "contact": row.name,
        "due": row.due.isoformat(),
        "days_late": row.days_late,
        "talked": row.talked.isoformat(),
    }


def promise_row(row: Owed) -> Row:
    """An open promise."""
    return {
        "who": row.who,
        "people": list(row.names),
        "text": row.text,
        "due": iso(row.due),
        "nudge": iso(row.nudge),
    }


def question_row(row: Clarity) -> Row:
    """A question and how clear it is."""
    return {
        "question": row.question.name,
        "voices": len(row.voices),
        "state": row.state,
        "saturated": row.saturated,
        "decision": row.question.decision,
    }


def coverage_rows(rows: Iterable[Target]) -> Row:
    """The target organizations, and how many of them are reached."""
    targets = list(rows)
    return {
        "reached": sum(row.reached for row in targets),
        "targets": len(targets),
        "organizations": [{"organization": row.name, "state": row.state} for row in targets],
    }


def move_row(row: Move, facts: Facts) -> Row:
    """Something that moved, with the names by which one speaks of people."""
    return {
        "kind": row.code,
        "date": row.day.isoformat(),
        "contact": facts.short_name(facts.people[row.contact].name),
        "named": list(facts.short_names(row.named)),
        "count": row.count,
    }


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None
