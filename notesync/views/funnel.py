"""Where does it stick: how far each ask came, from asking to thanks in time.

Every count has its own base, so that nothing is blamed on what had no chance yet: of the asks those
that are settled, of these the yeses, of the yeses those that came to a conversation (what lies
ahead is left out), of the conversations those with a name, and those thanked for in time (what may
still be thanked for is left out). Source: method.md, "Views", steps.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from notesync.notes.book import Conversation
from notesync.views.episodes import NO, YES, Episode
from notesync.views.evidence import WARMTH
from notesync.views.facts import Facts, Person
from notesync.views.thanks_promises import THANKED_KINDS
from notesync.words import N_

STEPS = ("asked", "settled", "yes", "talked", "named", "thanked")
FEW = 8  # below, counts are shown and never percentages
_LEAST = 3  # below, one step more or less says nothing at all
_SOON = timedelta(days=14)  # a yes may take so long to become a date
LINTS = ("ok", "weak", "plea", "")
# What helps where it sticks, by code.
REMEDIES: Mapping[str, str] = {
    "begin": N_("Ask one person this week; the easiest one will do."),
    "settled": N_("Some answers are still to come. Ask somebody else meanwhile."),
    "silent": N_(
        "Silence is mostly a full inbox. Try a shorter message, another channel, "
        "or somebody who can introduce you."
    ),
    "declined": N_(
        "Ask for little: 20 minutes and one question. Whoever can't may know somebody who can."
    ),
    "wording": N_(
        "Let your draft be read before you send it (notesync lint): "
        "what asks for information is easier to answer."
    ),
    "talked": N_("After a yes, offer two dates at once, at a place that is near for the other."),
    "named": N_("End every conversation with: Who else should I talk to? May I mention you?"),
    "thanked": N_("Write two lines on the way home, with one thing that stayed with you."),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many came to a step.

    Attributes:
        step: One of `STEPS`.
        count: How many came so far.
        of: How many had the chance to.
    """

    step: str
    count: int
    of: int

    @property
    def percent(self) -> int | None:
        """The share in per cent; None below `FEW`, where only counts are honest."""
        return round(100 * self.count / self.of) if self.of >= FEW else None


@dataclass(frozen=True, slots=True)
class Split:
    """The same for some of the asks: those to people of one origin, or with one kind of wording.

    ``by`` is a code of `notesync.notes.kinds.ORIGINS` or `LINTS`; "" where nothing is said.
    """

    by: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """How far the asks came.

    Attributes:
        counts: One for each of `STEPS`.
        origins: Split by the origin of the person, the warmest first.
        wordings: Split by the wording check of the last message before the answer.
        weakest: The step to which the smallest part came; "" when none falls behind, or when there
            is too little to tell.
        remedy: A code of `REMEDIES` for it, or "".
        few: Whether the weakest step is told from fewer than `FEW`: a first impression.
    """

    counts: tuple[Count, ...]
    origins: tuple[Split, ...] = ()
    wordings: tuple[Split, ...] = ()
    weakest: str = ""
    remedy: str = ""
    few: bool = False


# How far an ask went: for each of `STEPS` a bit whether it came there, and one above it whether it
# had the chance. There are few ways, and many asks.
_CAME, _CHANCE = 1, 2
_Ways = Counter[int]


def funnel(facts: Facts) -> Funnel:
    """Count how far each ask came, and say what helps where it sticks."""
    found: Counter[tuple[str, str, int]] = Counter()  # (origin, wording, way)
    missing: list[Episode] = []  # settled, and no yes
    for person in facts.people.values():
        if not person.episodes:
            continue
        origin = person.contact.origin or ("introduced" if person.introducers else "")
        for episode, way in _ways(person, facts):
            found[origin, episode.lint, way] += 1
            if way == _SETTLED:
                missing.append(episode)
    ways: _Ways = Counter()
    origins: defaultdict[str, _Ways] = defaultdict(Counter)
    wordings: defaultdict[str, _Ways] = defaultdict(Counter)
    for (origin, wording, way), count in found.items():
        for part in (ways, origins[origin], wordings[wording]):
            part[way] += count
    counts = _counts(ways)
    weakest = min(
        (count for count in counts[1:] if count.of >= _LEAST and count.count < count.of),
        key=lambda count: count.count / count.of,
        default=None,
    )
    step = weakest.step if weakest else ""
    return Funnel(
        counts,
        tuple(_splits(origins, WARMTH)),
        tuple(_splits(wordings, LINTS)),
        step,
        _remedy(step, missing) if ways else "begin",
        weakest is not None and weakest.of < FEW,
    )


def _counts(ways: _Ways) -> tuple[Count, ...]:
    return tuple(
        Count(
            step,
            sum(count for way, count in ways.items() if way >> 2 * at & _CAME),
            sum(count for way, count in ways.items() if way >> 2 * at & _CHANCE),
        )
        for at, step in enumerate(STEPS)
    )


def _splits(parts: Mapping[str, _Ways], order: tuple[str, ...]) -> Iterable[Split]:
    """The asks of each origin or wording, in the order given."""
    for code in sorted(parts, key=lambda code: order.index(code) if code in order else len(order)):
        yield Split(code, _counts(parts[code]))


def _bits(*steps: tuple[bool, bool]) -> int:
    """The bits of a way, from whether an ask came to each step and whether it had the chance."""
    return sum(
        (_CAME * came | _CHANCE * chance) << 2 * at for at, (came, chance) in enumerate(steps)
    )


_OPEN = _bits((True, True), (False, True))
_SETTLED = _bits((True, True), (True, True), (False, True))
_YES = ((True, True), (True, True), (True, True))
_UNMET = {missed: _bits(*_YES, (False, missed)) for missed in (False, True)}
# Whether somebody was named, whether thanks came in time, whether that can be told -> the way.
_MET = {
    (named, in_time, known): _bits(*_YES, (True, True), (named, True), (in_time, known))
    for named, in_time, known in product((False, True), repeat=3)
}


def _ways(person: Person, facts: Facts) -> Iterable[tuple[Episode, int]]:
    """A person's asks, the newest first, and how far each came.

    What came of an ask are the conversations since then, until she was asked again.
    """
    end = date.max
    thanked: list[date] | None = None
    for episode in reversed(person.episodes):
        if episode.asked is None:
            continue
        if episode.answer not in YES:
            yield episode, _SETTLED if episode.settled else _OPEN
        else:
            if thanked is None:
                thanked = [fact.day for fact in person.facts if fact.verb == "thanked"]
            talks = [t for t in person.talks if t.day and episode.asked <= t.day < end]
            yield episode, _met(talks, thanked, facts) if talks else _unmet(episode, person, facts)
        end = episode.asked


def _met(talks: Sequence[Conversation], thanked: Sequence[date], facts: Facts) -> int:
    """The way of an ask that came to conversations.

    Args:
        talks: Those conversations.
        thanked: The days on which she was thanked, in order.
        facts: The facts of the day.
    """
    first = talks[0]
    assert first.day is not None
    named = bool(first.named) or (len(talks) > 1 and any(talk.named for talk in talks))
    if first.kind not in THANKED_KINDS:
        return _MET[named, False, False]
    due = first.day + timedelta(days=facts.rhythm.thanks)
    at = bisect_left(thanked, first.day)
    in_time = at < len(thanked) and thanked[at] <= due
    return _MET[named, in_time, in_time or facts.today > due]


def _unmet(episode: Episode, person: Person, facts: Facts) -> int:
    """The way of an ask with a yes that came to no conversation.

    It may still be held when it is planned, or when the yes is fresh.
    """
    fresh = episode.answered is not None and facts.today - episode.answered < _SOON
    last = episode is person.episodes[-1]
    return _UNMET[not (last and (person.ahead or person.pending or fresh))]


def _remedy(weakest: str, missing: Sequence[Episode]) -> str:
    """What helps there; where the yes is missing, it depends on what came instead."""
    if weakest != "yes":
        return weakest
    unclear = sum(episode.lint in {"weak", "plea"} for episode in missing)
    if 2 * unclear >= len(missing):
        return "wording"
    refused = sum(episode.answer in NO for episode in missing)
    return "declined" if 2 * refused > len(missing) else "silent"
