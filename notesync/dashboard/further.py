"""Turn what lies farther away into the page's last blocks: ties, chances, the loop, giving back.

Whom I haven't spoken to for long, what came of it all, who doesn't know yet, and what I passed on.
Each row says its reason; none is a score. Source: method.md, "Views".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from markupsafe import Markup, escape

from notesync.dashboard.phrases import Phrases, term
from notesync.dashboard.places import Places, visible
from notesync.dashboard.rows import Block, Chance, Ref, Tie
from notesync.notes.kinds import SOURCES
from notesync.views.findings import finding
from notesync.views.give_back import GiveBack, Given, Pair, give_back
from notesync.views.labels import STAGES
from notesync.views.loop import Loop, loop, something_to_tell
from notesync.views.opportunities import Chance as Found
from notesync.views.opportunities import Chances, opportunities
from notesync.views.reconnect import REASONS, Reason, Reconnect, Sleeper, reconnect
from notesync.views.status import NOBODY, Status
from notesync.words import N_, Words

# Rows of each block; the notes hold the rest.
TIES = 6
ROWS = 60
# Why there is something to tell -> the sentence above whom to tell it.
_NEWS: Mapping[str, str] = {
    "arrived": N_("You have arrived. Whoever helped you on the way would like to hear it."),
    "accepted": N_("You accepted “{about}”. Whoever helped you would like to hear it."),
    "decided": N_("You decided “{about}”. Whoever helped you would like to hear it."),
}


class Further(TypedDict):
    """The fields of `Page` that are made here."""

    valuable: tuple[Tie, ...]
    easy: tuple[Tie, ...]
    ties_block: Block
    chances: tuple[Chance, ...]
    chances_block: Block
    untold: tuple[Markup, ...]
    told: tuple[Ref, ...]
    loop_block: Block
    given: tuple[Markup, ...]
    given_block: Block


def further(found: Status, places: Places, phrases: Phrases) -> Further:
    """Make all of them."""
    facts, words = found.facts, phrases.words
    ties = reconnect(facts)
    came, gave = opportunities(facts), give_back(facts)
    telling = something_to_tell(facts)
    open_ = loop(facts) if telling else NOBODY
    return Further(
        valuable=tuple(_ties(ties.valuable, "valuable", places, words)),
        easy=tuple(_ties(ties.easy, "easy", places, words)),
        ties_block=_ties_block(ties, found, words),
        chances=tuple(chance(row, places, phrases) for row in came.rows[:ROWS]),
        chances_block=_chances_block(came, found, words),
        untold=tuple(_untold(open_, places, phrases)) if telling else (),
        told=places.people(row.contact for row in open_.told) if telling else (),
        loop_block=_loop_block(open_, words),
        given=tuple(_given(gave, places, phrases)),
        given_block=_given_block(gave, found, words),
    )


# ---------------------------------------------------------------- not spoken to for long


def _ties(rows: Sequence[Sleeper], column: str, places: Places, words: Words) -> Iterable[Tie]:
    for row in rows[:TIES]:
        reasons: Sequence[Reason] = getattr(row, column)
        why = (words.t(REASONS[one.code], about=visible(one.about)) for one in reasons)
        yield Tie(places.person(row.contact), row.org, row.last, ", ".join(why))


def _ties_block(ties: Reconnect, found: Status, words: Words) -> Block:
    count = len({row.contact for row in (*ties.valuable, *ties.easy)})
    if not count:
        return Block()
    gist = words.n("{count} person", "{count} people", count)
    return Block(gist, finding("dormant", ties, found.facts, words))


# ---------------------------------------------------------------- opportunities


def chance(row: Found, places: Places, phrases: Phrases) -> Chance:
    """An opportunity as a row: how far it is, and how it came."""
    words = phrases.words
    stage = words.t(STAGES[row.stage]) if row.stage in STAGES else visible(row.stage or "–")
    parts = [escape(term(row.source, SOURCES, words)) if row.source else Markup()]
    if via := places.people(row.via):
        parts.append(phrases.t("through {people}", people=phrases.names(via)))
    came = Markup(", ").join(part for part in parts if part)
    return Chance(visible(row.name), row.org, stage, row.since or row.day, came)


def _chances_block(came: Chances, found: Status, words: Words) -> Block:
    if not came.rows:
        return Block()
    gist = words.n("{count} opportunity", "{count} opportunities", len(came.rows))
    return Block(gist, finding("opportunities", came, found.facts, words))


# ---------------------------------------------------------------- whom I will tell


def _untold(open_: Loop, places: Places, phrases: Phrases) -> Iterable[Markup]:
    for row in open_.untold[:ROWS]:
        message = (
            N_("{people}, talked {day}")
            if row.how == "talked"
            else N_("{people}, named somebody {day}")
        )
        yield phrases.t(
            message,
            people=phrases.names(places.people([row.contact])),
            day=phrases.words.day(row.day, open_.since),
        )


def _loop_block(open_: Loop, words: Words) -> Block:
    told, untold = len(open_.told), len(open_.untold)
    if not open_.because or not told + untold:
        return Block()
    return Block(
        words.n("{count} of {all} knows", "{count} of {all} know", told, all=told + untold),
        words.t(_NEWS[open_.because], about=visible(open_.about) if open_.about else ""),
    )


# ---------------------------------------------------------------- passing it on


def _given(gave: GiveBack, places: Places, phrases: Phrases) -> Iterable[Markup]:
    rows: list[Given | Pair] = [*gave.given, *gave.introduced]
    rows.sort(key=lambda row: row.day, reverse=True)
    for row in rows[:ROWS]:
        day = phrases.words.day(row.day)
        if isinstance(row, Pair):
            yield phrases.t(
                "{day}: {person} and {others} brought together",
                day=day,
                person=phrases.names(places.people([row.one])),
                others=phrases.names(places.people(row.others)),
            )
            continue
        who = phrases.names(places.people(row.people))
        if row.kind == "talk":
            yield phrases.t("{day}: time for {people}", day=day, people=who)
        elif row.text:
            text = places.markdown(row.text, row.people[0])
            yield phrases.t("{day}: {people}, {text}", day=day, people=who, text=text)
        else:
            yield phrases.t("{day}: something for {people}", day=day, people=who)


def _given_block(gave: GiveBack, found: Status, words: Words) -> Block:
    if not gave.given and not gave.introduced:
        return Block()
    days = [row.day for row in gave.given] + [row.day for row in gave.introduced]
    # Nothing given this month is no news for somebody who is looking for her own way.
    says = finding("give-back", gave, found.facts, words) if gave.this_month else ""
    return Block(words.t("last {day}", day=words.day(max(days), found.today)), says)
