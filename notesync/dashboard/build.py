"""Turn a `Scene` into the `Page`: every view asked once, every name given its place.

This is the upper half of the page (now, ahead, this week, questions); what folds below it comes
from `notesync.dashboard.folds` and its neighbours, and from `notesync.dashboard.people`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from markupsafe import Markup

from notesync.dashboard import branches, folds, further, health, motion, people
from notesync.dashboard.organization_page import organization_places
from notesync.dashboard.page import Page
from notesync.dashboard.person_page import first_steps
from notesync.dashboard.phrases import Phrases, term
from notesync.dashboard.places import Places, visible
from notesync.dashboard.question_page import finding, signed, stances, state
from notesync.dashboard.rows import Card, Fact, Meeting, Person, Step, Voice
from notesync.dashboard.scene import SET_ASIDE, Scene
from notesync.notes import links
from notesync.notes.kinds import CHANNELS, CONVERSATION_KINDS
from notesync.views import sentences
from notesync.views.ahead import Meeting as Planned
from notesync.views.briefing import briefing
from notesync.views.briefing_words import sections
from notesync.views.moved import Move
from notesync.views.next import next_steps
from notesync.views.questions import Clarity
from notesync.views.status import Status
from notesync.views.steps import Rows
from notesync.views.welcome import welcome
from notesync.words import N_, Words

FEW_NAMES = 4  # of those who haven't answered, in one sentence
STEPS = 500  # the first of the day, each told with its person
INSIGHTS = 100  # of one question; the conversations hold the rest
BRIEFED = 3  # conversations ahead with a briefing; the others have it when they come nearer
# A line of a briefing: what stands before it, and what is told.
_LINE = Markup('<p><span class="soft">{}</span> {}</p>')

# What is told of a week with all its people in one line: move -> sentence.
_TOLD = {
    "talked": N_("Talked with {people}"),
    "agreed": N_("Yes from {people}"),
    "declined": N_("{people} couldn't"),
    "asked": N_("Asked {people}"),
    "thanked": N_("Thanked {people}"),
    "given": N_("Did something for {people}"),
}
# Whoever answered this week isn't told of as asked once more.
_ANSWERS = frozenset({"agreed", "referred", "declined"})


def build(scene: Scene) -> Page:
    """Put the page together."""
    found, facts, places = scene.found, scene.facts, scene.places
    phrases, words = scene.phrases, scene.words
    shown = places.organizations()[: people.MOST]
    return Page(
        today=scene.today,
        vault=scene.vault,
        people_count=len(facts.people),
        talks=found.talks,
        now=_now(found, words),
        paused=facts.paused,
        steps=tuple(_steps(found, places, words)),
        ahead=tuple(
            _meeting(row, found, places, phrases, briefed=at < BRIEFED)
            for at, row in enumerate(found.ahead)
        ),
        moved=tuple(_moved(found.moved, places, phrases)),
        sofar=_so_far(found, words),
        cards=tuple(_cards(found.questions, places, words)),
        **folds.folds(found, places, phrases),
        **branches.branches(found, places, phrases),
        **motion.motion(found, places, phrases),
        **further.further(found, places, phrases),
        people=() if scene.live else _people(scene),
        everybody=people.listed(scene.chosen, facts, places, phrases) if scene.live else (),
        people_more=len(facts.people) - len(scene.chosen),
        organizations=() if scene.live else organization_places(scene),
        listed=tuple(map(places.organization, shown)) if scene.live else (),
        organizations_more=places.organization_count - len(shown),
        **health.health(scene),
    )


def _steps(found: Status, places: Places, words: Words) -> Iterable[Step]:
    facts = found.facts
    for step in found.steps:
        step = step._replace(about=links.plain(step.about))  # noqa: PLW2901 -- the same step, legible
        somebody = places.people([step.contact])
        yield Step(
            who=somebody[0] if somebody else None,
            org=facts.org(step.contact),
            do=sentences.label(step, facts, words),
            why=sentences.reason(step, facts, words),
            owed=step.action in sentences.OWED,
            late=step.late,
        )


def _now(found: Status, words: Words) -> str:
    """What stands above the steps."""
    if found.facts.paused:
        return words.t("You have a break; nothing is due.")
    if found.gap:
        return welcome(len(found.steps), words)
    return words.t("Now")


# ---------------------------------------------------------------- ahead


def _meeting(
    row: Planned, found: Status, places: Places, phrases: Phrases, *, briefed: bool
) -> Meeting:
    kind = "" if row.kind == "information" else term(row.kind, CONVERSATION_KINDS, phrases.words)
    where = (row.time, row.city, term(row.channel, CHANNELS, phrases.words), kind)
    return Meeting(
        who=places.people(row.people),
        org=row.org,
        day=row.day,
        where=", ".join(part for part in where if part),
        anchor=places.anchor("m", row.key),
        briefing=tuple(_briefing(row, found, phrases)) if briefed else (),
    )


def _briefing(row: Planned, found: Status, phrases: Phrases) -> Iterable[Fact]:
    """One page before a conversation, for each who will be there."""
    facts, words, known = found.facts, phrases.words, _known(found)
    for key in row.people:
        whose = f"{visible(facts.people[key].name)}: " if len(row.people) > 1 else ""
        for section in sections(briefing(key, facts, known), facts, words):
            lines = (_LINE.format(*line) for line in section.lines)
            yield Fact(whose + section.title, Markup().join(lines))


# ---------------------------------------------------------------- this week


def _moved(moves: Sequence[Move], places: Places, phrases: Phrases) -> Iterable[Markup]:
    """One line for each thing that moved, with everybody's names."""
    told: set[str] = set()
    answered = {move.contact for move in moves if move.code in _ANSWERS}
    for move in moves:
        if move.code == "asked" and move.contact in answered:
            continue
        who = phrases.names(places.people([move.contact]))
        named = phrases.names(places.people(move.named))
        if move.code == "referred":
            if named:
                yield phrases.t("{person} couldn't, and named {others}", person=who, others=named)
            else:
                yield phrases.t("{person} couldn't, and knew somebody else", person=who)
        elif move.code == "names":
            if named:
                yield phrases.t("{person} named {others}", person=who, others=named)
        elif move.code not in told:
            told.add(move.code)
            same = [one for one in moves if one.code == move.code]
            if move.code == "asked":
                same = [one for one in same if one.contact not in answered]
            everybody = phrases.names(places.people(dict.fromkeys(one.contact for one in same)))
            if move.code == "insights":
                count = sum(one.count for one in same)
                yield phrases.n(
                    "{count} insight from {people}",
                    "{count} insights from {people}",
                    count,
                    people=everybody,
                )
            else:
                yield phrases.t(_TOLD[move.code], people=everybody)


def _so_far(found: Status, words: Words) -> str:
    """How asking has gone so far, with the guesses where there is one for every answer."""
    so_far, guesses = found.asks, found.expected
    if not so_far.asked:
        return ""
    answered = so_far.settled - so_far.no_reply
    if guesses.guessed == answered and answered:
        first = words.n(
            "So far {asked} asked, {count} said yes (you had expected {expected}).",
            "So far {asked} asked, {count} said yes (you had expected {expected}).",
            so_far.agreed,
            asked=so_far.asked,
            expected=guesses.expected_yes,
        )
    elif so_far.agreed:
        first = words.n(
            "So far {asked} asked, {count} said yes.",
            "So far {asked} asked, {count} said yes.",
            so_far.agreed,
            asked=so_far.asked,
        )
    else:
        first = words.n("So far {count} asked.", "So far {count} asked.", so_far.asked)
    waiting = found.waiting
    if 0 < len(waiting) <= FEW_NAMES:
        names = sentences.join([row.name for row in waiting], words)
        second = words.t("No answer yet from {people}.", people=names)
    elif waiting:
        second = words.n("{count} answer is to come.", "{count} answers are to come.", len(waiting))
    elif so_far.no_reply:
        second = ""
    else:
        second = words.t("Everybody has answered.")
    return f"{first} {second}".rstrip()


# ---------------------------------------------------------------- people


def _people(scene: Scene) -> tuple[Person, ...]:
    """Everybody who has a place in the file, each with the first step of the day with her."""
    found = scene.found
    rows = _known(found)
    steps = first_steps(next_steps(rows, STEPS), scene)
    return people.people(scene.chosen, scene.facts, scene.places, scene.phrases, steps=steps)


def _known(found: Status) -> Rows:
    """What several views and the steps are made of, as it was derived already."""
    return Rows(
        found.facts,
        found.ahead,
        found.thanks,
        found.promises,
        found.report_back,
        found.waiting,
        found.questions,
        found.coverage,
    )


# ---------------------------------------------------------------- questions


def _cards(rows: Iterable[Clarity], places: Places, words: Words) -> Iterable[Card]:
    """What is not decided comes first, and the most voices before fewer."""
    kept = (row for row in rows if row.state != SET_ASIDE)
    for row in sorted(kept, key=lambda row: (row.state == "decided", -len(row.voices))):
        where = places.question(row.question.key)
        yield Card(
            name=where.name,
            anchor=where.anchor,
            href=where.href,
            question=row.question.question,
            state=row.state,
            says=state(row, words),
            stances=stances(row, places),
            finding=finding(row, words),
            insights=tuple(
                Voice(
                    places.said(said.text, said.conversation),
                    places.people(said.people),
                    said.day,
                    signed(said.stances),
                )
                for said in islice(row.heard(), INSIGHTS)
            ),
            more=max(0, row.said - INSIGHTS),
        )
