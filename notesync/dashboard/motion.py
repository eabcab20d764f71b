"""Turn what I did into the page's blocks of movement: steps, weeks, days and confidence.

Each has a sentence that says what it shows. Below eight, counts and no percentages; nothing that is
quiet is called empty. Source: method.md, "Principles" and "Views".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TypedDict

from markupsafe import Markup

from notesync.dashboard.phrases import Phrases, term
from notesync.dashboard.pictures.days import WEEKS as DAY_WEEKS
from notesync.dashboard.pictures.weeks import WEEKS
from notesync.dashboard.places import Places
from notesync.dashboard.rows import Block, Day, Mood, Rung, Split, Week
from notesync.notes.kinds import LINTS, ORIGINS, Term
from notesync.views.activity import Act, activity
from notesync.views.confidence import Confidence, confidence
from notesync.views.facts import Facts
from notesync.views.findings import finding
from notesync.views.funnel import Count, Funnel, funnel
from notesync.views.funnel import Split as Part
from notesync.views.labels import STEPS
from notesync.views.momentum import in_pause
from notesync.views.status import Status
from notesync.words import N_, Words

DAYS = 40  # in the table; the picture shows them all
# Step -> what is said of it when it is the one that falls behind.
_FINDINGS: Mapping[str, str] = {
    "settled": N_("{count} of {of} asks have been answered or closed so far."),
    "yes": N_("{count} of {of} answers were a yes."),
    "talked": N_("{count} of {of} yeses have become a conversation."),
    "named": N_("In {count} of {of} conversations somebody was named."),
    "thanked": N_("For {count} of {of} conversations thanks were sent by the next day."),
}


class Motion(TypedDict):
    """The fields of `Page` that are made here."""

    rungs: tuple[Rung, ...]
    rungs_block: Block
    origins: tuple[Split, ...]
    wordings: tuple[Split, ...]
    weeks: tuple[Week, ...]
    weeks_block: Block
    days: tuple[Day, ...]
    days_says: str
    since: date | None
    moods: tuple[Mood, ...]
    moods_block: Block


def motion(found: Status, places: Places, phrases: Phrases) -> Motion:
    """Make all of them."""
    facts, words = found.facts, phrases.words
    came, felt = funnel(facts), confidence(facts)
    monday = facts.today - timedelta(days=facts.today.weekday())
    acts = activity(facts, monday - timedelta(weeks=DAY_WEEKS - 1))
    started = facts.book.me.started or min((act.day for act in acts), default=None)
    days = tuple(_days(acts, facts, places, phrases))
    return Motion(
        rungs=tuple(_rungs(came, words)),
        rungs_block=_steps_block(came, facts, words),
        origins=tuple(_splits(came.origins, ORIGINS, words)),
        wordings=tuple(_splits(came.wordings, LINTS, words)),
        weeks=tuple(_weeks(acts, started, facts, words)) if acts else (),
        weeks_block=_weeks_block(found, words),
        days=days,
        days_says=_days_says(days, words),
        since=started,
        moods=tuple(
            Mood(places.people(one.people), one.day, one.before, one.after)
            for one in reversed(felt.changes)
        ),
        moods_block=_moods_block(felt, facts, words),
    )


# ---------------------------------------------------------------- from asking to thanks


def _rungs(came: Funnel, words: Words) -> Iterable[Rung]:
    if came.counts[0].count:
        yield from (Rung(words.t(STEPS[one.step]), one.count, one.of) for one in came.counts)


def _steps_block(came: Funnel, facts: Facts, words: Words) -> Block:
    steps = {one.step: one for one in came.counts}
    if not steps["asked"].count:
        return Block()
    shown = steps[came.weakest] if came.weakest else steps["yes"]
    gist = words.n(
        "{asked} asked, {count} said yes",
        "{asked} asked, {count} said yes",
        steps["yes"].count,
        asked=steps["asked"].count,
    )
    hint = finding("steps", came, facts, words) if shown.of else ""
    return Block(gist, _found(shown, words) if shown.of else "", hint)


def _found(one: Count, words: Words) -> str:
    said = words.t(_FINDINGS[one.step], count=one.count, of=one.of)
    if one.percent is None:
        return said
    share = words.t("That is {percent} %.", percent=one.percent)
    return f"{said} {share}"


def _splits(parts: Sequence[Part], terms: Sequence[Term], words: Words) -> Iterable[Split]:
    """The same by origin or wording; one part alone says nothing new."""
    if len(parts) > 1:
        for part in parts:
            name = term(part.by, terms, words) if part.by else words.t("not said")
            yield Split(name, tuple(one.count for one in part.counts))


# ---------------------------------------------------------------- weeks and days


def _weeks(acts: Sequence[Act], started: date | None, facts: Facts, words: Words) -> Iterable[Week]:
    """The last weeks since the start, the newest last."""
    talks: Counter[date] = Counter()
    others: Counter[date] = Counter()
    for act in acts:
        (talks if act.code == "talked" else others)[_monday(act.day)] += 1
    first = max(_monday(started or facts.today), _monday(facts.today) - timedelta(weeks=WEEKS - 1))
    while first <= facts.today:
        quiet = not talks[first] and not others[first]
        pause = words.t("break") if quiet and in_pause(first, facts) else ""
        yield Week(first, talks[first], others[first], pause)
        first += timedelta(weeks=1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks_block(found: Status, words: Words) -> Block:
    moved = found.momentum
    says = finding("momentum", moved, found.facts, words)
    if not moved.active:
        return Block("", words.t("It has been quiet lately. One small step begins a new week."))
    return Block(words.t("{active} of {weeks} weeks", active=moved.active, weeks=moved.weeks), says)


def _days(acts: Sequence[Act], facts: Facts, places: Places, phrases: Phrases) -> Iterable[Day]:
    """The days with something on them, the newest first."""
    for day, these in groupby(reversed(acts), key=lambda act: act.day):
        done = list(these)[::-1]
        met = _people(act for act in done if act.code == "talked")
        touched = _people(act for act in done if act.code != "talked")
        told = [
            (N_("talked with {people}"), met),
            (N_("in touch with {people}"), [key for key in touched if key not in met]),
        ]
        parts = [
            phrases.t(message, people=phrases.names(places.people(keys)))
            for message, keys in told
            if keys
        ]
        plain = [
            phrases.words.t(message, people=_listed(keys, places)) for message, keys in told if keys
        ]
        if any(not act.people for act in done):
            parts.append(phrases.t("a step of your own"))
            plain.append(phrases.words.t("a step of your own"))
        talks = sum(act.code == "talked" for act in done)
        title = f"{phrases.words.day(day, facts.today)}: {'; '.join(plain)}"
        yield Day(day, talks, len(done) - talks, Markup("; ").join(parts), title)


def _people(acts: Iterable[Act]) -> list[str]:
    return list(dict.fromkeys(key for act in acts for key in act.people))


def _listed(keys: Sequence[str], places: Places) -> str:
    few = ", ".join(one.name for one in places.people(keys[:4]))
    return f"{few} …" if len(keys) > 4 else few  # noqa: PLR2004 -- a hint, not a list


def _days_says(days: Sequence[Day], words: Words) -> str:
    if not days:
        return ""
    return words.n(
        "On {count} day in these months there was something to write down.",
        "On {count} days in these months there was something to write down.",
        len(days),
    )


# ---------------------------------------------------------------- confidence


def _moods_block(felt: Confidence, facts: Facts, words: Words) -> Block:
    if felt.median is None:
        return Block()
    change = f"{felt.median:+g}".replace("-", "−") if felt.median else "±0"
    gist = words.t("usually {change}", change=change)
    return Block(gist, finding("confidence", felt, facts, words))
