"""Turn a `Status` into what ``status --json`` prints: stable keys, ISO dates, names of people.

People stand there by name, as in the notes; beside what other programs ask for are the keys that
the text of ``status`` needs. Only ``text``, ``what`` and ``why`` are in the user's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from notesync.views.rows_json import (
    coverage_rows,
    iso,
    meeting_row,
    move_row,
    promise_row,
    question_row,
    step_row,
    thanks_row,
    waiting_row,
)
from notesync.views.status import Status, confirm, promises_of_mine
from notesync.views.thanks_promises import past_nudge
from notesync.views.waiting import due
from notesync.words import Words

SCHEMA = 1
# What the text of `status` only counts, and what it says nothing of; with many notes nearly all.
COUNTED = frozenset({"names_from_talks", "waiting"})
UNSAID = frozenset(
    {
        *("broaden", "confirm", "coverage", "nudge", "planned", "promises", "remind"),
        *("report_back", "thanks_open"),
    }
)


def payload(status: Status, words: Words) -> dict[str, object]:
    """Everything as JSON values; its keys are part of the interface."""
    facts = status.facts
    return {
        "schema": SCHEMA,
        "today": status.today.isoformat(),
        "mode": status.mode,
        "next": [step_row(step, facts, words) for step in status.steps],
        "paused": facts.paused,
        "paused_until": iso(facts.pause_ends),
        "gap_weeks": status.gap,
        **_figures(status),
        **_people(status),
        "planned": [
            {"contact": name, "date": row.day.isoformat(), "time": row.time}
            for row in status.ahead
            for name in row.names
        ],
        "ahead": [meeting_row(row) for row in status.ahead],
        "waiting": [waiting_row(row) for row in status.waiting],
        "thanks_open": [thanks_row(row) for row in status.thanks],
        "promises": [promise_row(row) for row in status.promises],
        "coverage": coverage_rows(status.coverage),
        "questions": [question_row(row) for row in status.questions],
        "moved": [move_row(row, facts) for row in status.moved],
        "chain": list(facts.short_names(status.reach.chain)),
        "tell": [row.name for row in status.loop.untold],
        "given_this_month": status.given.this_month,
        "give_limit": facts.book.me.give_limit,
        "problems": status.problems,
        "conflicts": status.conflicts,
    }


def brief(payload: Mapping[str, object]) -> dict[str, object]:
    """What the text of `status` needs of a payload: counts where it has no room for names."""
    said = {key: value for key, value in payload.items() if key not in UNSAID}
    for key in COUNTED:
        rows = said[key]
        assert isinstance(rows, list)
        said[key] = len(rows)
    return said


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
        "generations_listed": status.reach.listed,
        "generations_reached": status.reach.reached,
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
