"""Turn a `Status` into what ``status --json`` prints: stable keys, ISO dates, names of people.

People stand there by name, as in the notes; beside the keys of interface.md are those that the text
of ``status`` needs. Only ``text``, ``what`` and ``why`` are in the user's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from notesync.views.ahead import Meeting
from notesync.views.facts import Facts
from notesync.views.sentences import OWED, label, reason, sentence
from notesync.views.status import Status, confirm, promises_of_mine
from notesync.views.steps import Step
from notesync.views.thanks_promises import Owed, past_nudge
from notesync.views.waiting import Waiting, due
from notesync.words import Words

SCHEMA = 1


def payload(status: Status, words: Words) -> dict[str, object]:
    """Everything as JSON values; its keys are part of the interface."""
    facts = status.facts
    return {
        "schema": SCHEMA,
        "today": status.today.isoformat(),
        "mode": status.mode,
        "next": [_step(step, facts, words) for step in status.steps],
        "paused": facts.paused,
        "gap_weeks": status.gap,
        **_figures(status),
        **_people(status),
        "planned": [
            {"contact": name, "date": row.day.isoformat(), "time": row.time}
            for row in status.ahead
            for name in row.names
        ],
        "ahead": [_meeting(row) for row in status.ahead],
        "waiting": [_waiting(row) for row in status.waiting],
        "thanks_open": [
            {
                "contact": row.name,
                "due": row.due.isoformat(),
                "days_late": row.days_late,
                "talked": row.talked.isoformat(),
            }
            for row in status.thanks
        ],
        "promises": [_promise(row) for row in status.promises],
        "coverage": _coverage(status),
        "questions": [
            {
                "question": row.question.name,
                "voices": len(row.voices),
                "state": row.state,
                "saturated": row.saturated,
                "decision": row.question.decision,
            }
            for row in status.questions
        ],
        "moved": _moved(status),
        "chain": list(facts.short_names(status.tree.chain)),
        "problems": status.problems,
        "conflicts": status.conflicts,
    }


def _figures(status: Status) -> dict[str, object]:
    asks, expected, momentum = status.asks, status.expected, status.momentum
    return {
        "contacts": len(status.facts.people),
        "conversations": len(status.facts.conversations.held),
        "asked": asks.asked,
        "settled": asks.settled,
        "agreed": asks.agreed,
        "declined": asks.declined,
        "referred": asks.referred,
        "no_reply": asks.no_reply,
        "talks": status.talks,
        "promises_open": promises_of_mine(status.promises),
        "names_per_talk": status.snowball.per_talk,
        "leading_talks": status.snowball.talks,
        "generations_listed": status.tree.listed,
        "generations_reached": status.tree.reached,
        "expected_yes": expected.expected_yes,
        "got_yes": expected.got_yes,
        "guessed": expected.guessed,
        "guessed_silent": expected.silent,
        "active_weeks": momentum.active,
        "weeks": momentum.weeks,
    }


def _people(status: Status) -> dict[str, object]:
    facts = status.facts
    return {
        "broaden": [row.name for row in due(status.waiting, "broaden")],
        "remind": [row.name for row in due(status.waiting, "remind")],
        "confirm": list(facts.names(confirm(status.ahead))),
        "report_back": [row.name for row in status.report_back],
        "names_from_talks": list(facts.names(status.snowball.names)),
        "nudge": _each(
            name for row in past_nudge(status.promises, status.today) for name in row.names
        ),
    }


def _each(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _step(step: Step, facts: Facts, words: Words) -> dict[str, object]:
    person = facts.people.get(step.contact)
    return {
        "action": step.action,
        "contact": person.name if person else None,
        "org": person.contact.org if person else "",
        "date": _iso(step.day),
        "reason": step.reason,
        "late": step.late,
        "owed": step.action in OWED,
        "others": list(facts.names(step.others)),
        "about": step.about,
        "what": label(step, facts, words),
        "why": reason(step, facts, words),
        "text": sentence(step, facts, words),
    }


def _meeting(row: Meeting) -> dict[str, object]:
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


def _waiting(row: Waiting) -> dict[str, object]:
    return {
        "contact": row.name,
        "org": row.org,
        "asked": row.asked.isoformat(),
        "business_days": row.business_days,
        "next_action": row.action or None,
        "next_date": _iso(row.day),
        "due": row.due,
        "until": _iso(row.until),
        "closes": _iso(row.closes),
    }


def _promise(row: Owed) -> dict[str, object]:
    return {
        "who": row.who,
        "people": list(row.names),
        "text": row.text,
        "due": _iso(row.due),
        "nudge": _iso(row.nudge),
    }


def _coverage(status: Status) -> dict[str, object]:
    return {
        "reached": sum(row.reached for row in status.coverage),
        "targets": len(status.coverage),
        "organizations": [
            {"organization": row.name, "state": row.state} for row in status.coverage
        ],
    }


def _moved(status: Status) -> list[dict[str, object]]:
    """What moved this week, with the names by which one speaks of people."""
    facts = status.facts
    return [
        {
            "kind": row.code,
            "date": row.day.isoformat(),
            "contact": facts.short_name(facts.people[row.contact].name),
            "named": list(facts.short_names(row.named)),
            "count": row.count,
        }
        for row in status.moved
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
