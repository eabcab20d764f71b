"""Turn the views of what asking led to into their JSON documents.

How asking goes, who led to whom, what came of it; `notesync.views.documents` has the others, and
the table of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from notesync.views.confidence import Confidence
from notesync.views.expected import Expected
from notesync.views.facts import Facts
from notesync.views.funnel import REMEDIES, Count, Funnel
from notesync.views.give_back import GiveBack, introductions
from notesync.views.loop import Helper, Loop
from notesync.views.momentum import Momentum
from notesync.views.opportunities import Chances
from notesync.views.reconnect import REASONS, Reconnect, Sleeper
from notesync.views.rows_json import Row, iso
from notesync.views.snowball import Branch, Snowball, Tree
from notesync.words import Words

# ---------------------------------------------------------------- how asking goes


def expected(row: Expected, facts: Facts, _words: Words) -> Row:
    """What I guessed, what came, and each ask behind it."""
    return {
        "guessed": row.guessed,
        "expected_yes": row.expected_yes,
        "got_yes": row.got_yes,
        "silent": row.silent,
        "silent_expected_yes": row.silent_expected_yes,
        "asks": [
            {
                "contact": facts.people[guess.contact].name,
                "asked": iso(guess.asked),
                "expected": guess.expect,
                "answer": guess.answer or None,
                "yes": guess.yes,
            }
            for guess in row.guesses
        ],
    }


def funnel(row: Funnel, _facts: Facts, words: Words) -> Row:
    """How far the asks came, whole and split, with what helps."""
    return {
        "steps": _counts(row.counts),
        "by_origin": [{"origin": part.by, "steps": _counts(part.counts)} for part in row.origins],
        "by_wording": [{"lint": part.by, "steps": _counts(part.counts)} for part in row.wordings],
        "weakest": row.weakest or None,
        "few": row.few,
        "remedy": row.remedy or None,
        "remedy_text": words.t(REMEDIES[row.remedy]) if row.remedy else "",
    }


def _counts(counts: Iterable[Count]) -> list[Row]:
    return [
        {"step": one.step, "count": one.count, "of": one.of, "percent": one.percent}
        for one in counts
    ]


def momentum(row: Momentum, _facts: Facts, _words: Words) -> Row:
    """Active weeks, and each week behind them."""
    weeks = []
    for monday, active in row.mondays:
        year, week, _ = monday.isocalendar()
        weeks.append({"week": f"{year}-W{week:02}", "active": active})
    return {"active_weeks": row.active, "weeks": row.weeks, "each": weeks}


def confidence(row: Confidence, facts: Facts, _words: Words) -> Row:
    """The change, and the talks behind it."""
    return {
        "median": row.median,
        "talks": [
            {
                "people": _names(change.people, facts),
                "date": iso(change.day),
                "before": change.before,
                "after": change.after,
                "path": change.conversation,
            }
            for change in row.changes
        ],
    }


# ---------------------------------------------------------------- who led to whom


def snowball(row: Snowball, facts: Facts, _words: Words) -> Row:
    """New names per talk, and whose they are."""
    names = []
    for key in row.names:
        naming = facts.book.namings[key]
        by = _names(naming.by, facts)
        names.append({"contact": facts.people[key].name, "by": by, "date": iso(naming.day)})
    return {"names_per_talk": row.per_talk, "talks": row.talks, "names": names}


def tree(row: Tree, facts: Facts, _words: Words) -> Row:
    """Everybody in the tree, depth first, with whoever led there; and whom I brought together."""
    people: list[Row] = []
    stack: list[tuple[Branch, str]] = [(branch, "") for branch in reversed(row.branches)]
    while stack:  # a chain may be longer than Python's stack
        branch, by = stack.pop()
        people.append(
            {
                "contact": branch.name,
                "generation": branch.generation,
                "by": by or None,
                "met": branch.met,
            }
        )
        stack += [(child, branch.name) for child in reversed(branch.children)]
    return {
        "generations_listed": row.listed,
        "generations_reached": row.reached,
        "chain": _names(row.chain, facts),
        "people": people,
        "alone": _names(row.alone, facts),
        "introduced": _pairs(facts),
    }


def _pairs(facts: Facts) -> list[Row]:
    return [
        {
            "contact": facts.people[pair.one].name,
            "others": _names(pair.others, facts),
            "date": iso(pair.day),
        }
        for pair in introductions(facts)
        if pair.one in facts.people
    ]


def reconnect(rows: Reconnect, _facts: Facts, words: Words) -> Row:
    """Dormant ties in both columns, each with the reasons."""
    return {
        "easy": [_sleeper(row, words) for row in rows.easy],
        "valuable": [_sleeper(row, words) for row in rows.valuable],
    }


def _sleeper(row: Sleeper, words: Words) -> Row:
    return {
        "contact": row.name,
        "org": row.org,
        "last_contact": iso(row.last),
        "long": row.long,
        **{
            column: [
                {
                    "reason": reason.code,
                    "about": reason.about,
                    "text": words.t(REASONS[reason.code], about=reason.about),
                }
                for reason in reasons
            ]
            for column, reasons in (("easy", row.easy), ("valuable", row.valuable))
        },
    }


# ---------------------------------------------------------------- what came of it


def loop(row: Loop, _facts: Facts, _words: Words) -> Row:
    """Who helped, by whether she knows what came of it."""
    return {
        "since": iso(row.since),
        "because": row.because or None,
        "about": row.about,
        "helped": len(row.told) + len(row.untold),
        "told": [_helper(helper) for helper in row.told],
        "untold": [_helper(helper) for helper in row.untold],
    }


def _helper(row: Helper) -> Row:
    return {
        "contact": row.name,
        "org": row.org,
        "how": row.how,
        "date": iso(row.day),
        "told": iso(row.told),
    }


def give_back(row: GiveBack, facts: Facts, _words: Words) -> Row:
    """What I gave, and whom I brought together."""
    return {
        "this_month": row.this_month,
        "limit": row.limit or None,
        "given": [
            {
                "kind": given.kind,
                "people": _names(given.people, facts),
                "date": iso(given.day),
                "text": given.text,
            }
            for given in row.given
        ],
        "introduced": _pairs(facts)[::-1],
    }


def opportunities(row: Chances, facts: Facts, _words: Words) -> Row:
    """Every opportunity, and where they came from."""
    return {
        "opportunities": [
            {
                "opportunity": chance.name,
                "org": chance.org,
                "source": chance.source or None,
                "via": _names(chance.via, facts),
                "stage": chance.stage or None,
                "date": iso(chance.day),
                "since": iso(chance.since),
                "after_decision": chance.decided,
            }
            for chance in row.rows
        ],
        "by_source": [{"source": code or None, "count": count} for code, count in row.sources],
        "by_via": [{"contact": facts.people[key].name, "count": count} for key, count in row.via],
        "after_decision": row.after,
        "dated": row.dated,
    }


def _names(keys: Iterable[str], facts: Facts) -> list[str]:
    return list(facts.names(keys))
