"""Turn each view into its JSON document: ``notesync view NAME --json``.

Every figure stands beside the people, conversations or days that it counts, so that it can be
traced to its notes. People are told by name; only ``text`` is in the user's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from notesync.views import outcomes
from notesync.views.ahead import Meeting
from notesync.views.coverage import Target
from notesync.views.facts import Facts
from notesync.views.moved import Move
from notesync.views.owing import Owing
from notesync.views.questions import Clarity
from notesync.views.rows_json import (
    Row,
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
from notesync.views.steps import Step
from notesync.views.waiting import Waiting
from notesync.words import Words


def document(name: str, rows: object, facts: Facts, words: Words) -> Row:
    """A view's rows as JSON values.

    Args:
        name: The view's name in `notesync.views.catalogue.VIEWS`.
        rows: What its function gave.
        facts: The facts that it was given.
        words: For the ``text`` in it.
    """
    return _DOCUMENTS[name](rows, facts, words)


# ---------------------------------------------------------------- what to do, what is open


def _next(rows: tuple[Step, ...], facts: Facts, words: Words) -> Row:
    return {
        "steps": [step_row(step, facts, words) for step in rows],
        "paused": facts.paused,
        "paused_until": iso(facts.pause_ends),
    }


def _ahead(rows: tuple[Meeting, ...], facts: Facts, _words: Words) -> Row:
    return {
        "meetings": [{**meeting_row(row), "confirm": _names(row.confirm, facts)} for row in rows]
    }


def _moved(rows: tuple[Move, ...], facts: Facts, _words: Words) -> Row:
    year, week, _ = facts.today.isocalendar()
    moves = [
        {
            **move_row(row, facts),
            "contact": facts.people[row.contact].name,
            "named": _names(row.named, facts),
        }
        for row in rows
    ]
    return {"week": f"{year}-W{week:02}", "moves": moves}


def _owing(rows: Owing, facts: Facts, _words: Words) -> Row:
    return {
        "thanks": [{**thanks_row(row), "org": row.org} for row in rows.thanks],
        "report_back": [
            {
                "contact": row.name,
                "org": row.org,
                "met": _names(row.met, facts),
                "talked": iso(row.talked),
                "due": iso(row.due),
            }
            for row in rows.reports
        ],
        "promises": [
            {**promise_row(row), "path": row.path, "line": row.line} for row in rows.promises
        ],
        "older": [{**promise_row(row), "path": row.path, "line": row.line} for row in rows.older],
    }


def _waiting(rows: tuple[Waiting, ...], _facts: Facts, _words: Words) -> Row:
    return {"waiting": [waiting_row(row) for row in rows]}


# ---------------------------------------------------------------- what becomes clearer


def _questions(rows: tuple[Clarity, ...], facts: Facts, _words: Words) -> Row:
    return {
        "questions": [
            {
                **question_row(row),
                "text": row.question.question,
                "decided": iso(row.question.decided),
                "people": _names(row.voices, facts),
                "stances": [
                    {"option": option, "for": _names(pro, facts), "against": _names(con, facts)}
                    for option, pro, con in row.stances
                ],
                "insights": [
                    {
                        "text": said.text,
                        "people": _names(said.people, facts),
                        "date": iso(said.day),
                        "path": said.conversation,
                    }
                    for said in row.evidence
                ],
            }
            for row in rows
        ]
    }


def _coverage(rows: tuple[Target, ...], facts: Facts, _words: Words) -> Row:
    found = coverage_rows(rows)
    found["organizations"] = [
        {
            "organization": row.name,
            "state": row.state,
            "motivation": row.motivation or None,
            "people": _names(row.people, facts),
        }
        for row in rows
    ]
    return found


def _names(keys: Iterable[str], facts: Facts) -> list[str]:
    return list(facts.names(keys))


# Each takes the rows of its view; the table is keyed by the view's name.
_DOCUMENTS: Mapping[str, Callable[[Any, Facts, Words], Row]] = {
    "next": _next,
    "ahead": _ahead,
    "moved": _moved,
    "questions": _questions,
    "thanks": _owing,
    "waiting": _waiting,
    "expected": outcomes.expected,
    "steps": outcomes.funnel,
    "snowball": outcomes.snowball,
    "tree": outcomes.tree,
    "dormant": outcomes.reconnect,
    "coverage": _coverage,
    "momentum": outcomes.momentum,
    "confidence": outcomes.confidence,
    "loop": outcomes.loop,
    "give-back": outcomes.give_back,
    "opportunities": outcomes.opportunities,
}
