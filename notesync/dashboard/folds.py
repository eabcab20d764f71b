"""Turn the views into the page's folded blocks, each with what it says beside its title.

Thanks and promises, asks without an answer, expected and got, and the organizations I would like:
an empty one is left out by the templates. `notesync.dashboard.branches` has who led to whom,
`notesync.dashboard.motion` and `notesync.dashboard.further` what comes after.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypedDict

from notesync.dashboard.phrases import Phrases
from notesync.dashboard.places import Places, visible
from notesync.dashboard.rows import Firm, Owed, Ref, Wait
from notesync.views import sentences
from notesync.views.facts import Facts
from notesync.views.findings import finding
from notesync.views.labels import ELSEWHERE, SO_FAR, THEN
from notesync.views.status import Status
from notesync.views.thanks_promises import Owed as Promised
from notesync.views.waiting import Waiting
from notesync.words import Words

# Rows of a block; there may be more in a vault that nobody has looked after.
ROWS = 150
FEW_NAMES = 4  # beside the title of a folded block


class Folds(TypedDict):
    """The fields of `Page` that are made here."""

    owed: tuple[Owed, ...]
    owed_gist: str
    waiting: tuple[Wait, ...]
    waiting_gist: str
    hope: str
    hope_gist: str
    guesses: tuple[tuple[str, int], ...]
    guessed: int
    firms: tuple[Firm, ...]
    firms_gist: str
    firms_says: str


def folds(found: Status, places: Places, phrases: Phrases) -> Folds:
    """Make all of them."""
    words, facts = phrases.words, found.facts
    firms = tuple(_firms(found, places, words))
    reached = sum(row.reached for row in found.coverage)
    hope, hope_gist = _hope(found, words)
    return Folds(
        owed=tuple(islice(_owed(found, places, phrases), ROWS)),
        owed_gist=_owed_gist(found, words),
        waiting=tuple(_wait(row, facts, places, words) for row in found.waiting[:ROWS]),
        waiting_gist=_waiting_gist(found, phrases),
        hope=hope,
        hope_gist=hope_gist,
        guesses=(
            (words.t("a yes expected"), found.expected.expected_yes),
            (words.t("a yes received"), found.expected.got_yes),
        ),
        guessed=found.expected.guessed,
        firms=firms,
        firms_gist=words.t("talked at {reached} of {all}", reached=reached, all=len(firms)),
        firms_says=finding("coverage", found.coverage, facts, words),
    )


# ---------------------------------------------------------------- thanks, promises, waiting


def _owed(found: Status, places: Places, phrases: Phrases) -> Iterable[Owed]:
    for thanks in found.thanks:
        yield Owed(
            phrases.t(
                "Thanks to {people} for the conversation {day}",
                people=phrases.names(places.people([thanks.contact])),
                day=sentences.day_words(thanks.talked, found.today, phrases.words),
            )
        )
    for report in found.report_back:
        yield Owed(
            phrases.t(
                "Tell {people} how it went with {others}",
                people=phrases.names(places.people([report.contact])),
                others=phrases.names(places.people(report.met)),
            )
        )
    for promise in found.promises:
        yield promised(promise, places, phrases)


def _owed_gist(found: Status, words: Words) -> str:
    thanks, reports, open_ = found.thanks, found.report_back, found.promises
    gist = [
        words.n("{count} thank-you", "{count} thank-yous", len(thanks)) if thanks else "",
        words.n("{count} report", "{count} reports", len(reports)) if reports else "",
        words.n("{count} promise", "{count} promises", len(open_)) if open_ else "",
    ]
    return ", ".join(part for part in gist if part)


def promised(row: Promised, places: Places, phrases: Phrases, own: str = "") -> Owed:
    """A promise as a sentence; the name of whose page it stands on (`own`) is no link there."""
    here = places.people([own])
    who = (Ref(ref.name) if ref in here else ref for ref in places.people(row.people))
    people = phrases.names(tuple(who))
    text = places.markdown(row.text, row.path)
    if not people:
        return Owed(phrases.t("You promised: {text}", text=text), row.due)
    if row.who == "me":
        return Owed(phrases.t("You promised {people}: {text}", people=people, text=text), row.due)
    return Owed(phrases.t("{people} promised: {text}", people=people, text=text), row.due)


def _waiting_gist(found: Status, phrases: Phrases) -> str:
    if len(found.waiting) > FEW_NAMES:
        count = len(found.waiting)
        return phrases.words.n("{count} person", "{count} people", count)
    return phrases.listed([visible(row.name) for row in found.waiting])


def _wait(row: Waiting, facts: Facts, places: Places, words: Words) -> Wait:
    if row.until:
        then = words.t("later, as agreed")
        return Wait(places.person(row.contact), row.org, row.business_days, then, row.until)
    elsewhere = row.action == "broaden" and not row.org
    then = words.t(ELSEWHERE if elsewhere else THEN[row.action]) if row.action else ""
    when = row.day if row.day and row.day > facts.today else None
    return Wait(places.person(row.contact), row.org, row.business_days, then, when)


# ---------------------------------------------------------------- expected, organizations


def _hope(found: Status, words: Words) -> tuple[str, str]:
    row = found.expected
    if not row.guessed and not row.silent:
        return "", ""
    gist = words.t(
        "yeses: expected {expected}, got {got}", expected=row.expected_yes, got=row.got_yes
    )
    return finding("expected", row, found.facts, words), gist


def _firms(found: Status, places: Places, words: Words) -> Iterable[Firm]:
    for row in found.coverage:
        yield Firm(
            name=visible(row.name),
            state=row.state,
            says=words.t(SO_FAR[row.state]),
            who=places.people(row.people),
            href=places.organization(row.name).href,
        )
