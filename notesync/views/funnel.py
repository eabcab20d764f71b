"""Where does it stick: how far each ask came, from asking to thanks in time.

Every count has its own base, so that nothing is blamed on what had no chance yet: of the asks those
that are settled, of these the yeses, of the yeses those that came to a conversation (what lies
ahead is left out), of the conversations those with a name, and those thanked for in time (what may
still be thanked for is left out). Source: method.md, "Views", steps.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

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
        origin = person.contact.origin or ("introduced" if person.introducers else "")
        for at, episode in enumerate(person.episodes):
            if episode.asked:
                found[origin, episode.lint, _way(episode, at, person, facts)] += 1
                if episode.answer not in YES and episode.settled:
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


@lru_cache(maxsize=64)
def _bits(*steps: tuple[bool, bool]) -> int:
    """The bits of a way, from whether an ask came to each step and whether it had the chance."""
    return sum(
        (_CAME * came | _CHANCE * chance) << 2 * at for at, (came, chance) in enumerate(steps)
    )


_OPEN = _bits((True, True), (False, True))
_SETTLED = _bits((True, True), (True, True), (False, True))


def _way(episode: Episode, at: int, person: Person, facts: Facts) -> int:
    """How far an ask came."""
    if episode.answer not in YES:
        return _SETTLED if episode.settled else _OPEN
    talks = _talks(episode, at, person)
    if not talks:
        missed = not _to_come(episode, at, person, facts)
        return _bits((True, True), (True, True), (True, True), (False, missed))
    named = any(talk.named for talk in talks)
    thanked = _thanked(talks[0], person, facts)
    return _bits((True, True), (True, True), (True, True), (True, True), (named, True), thanked)


def _talks(episode: Episode, at: int, person: Person) -> list[Conversation]:
    """The conversations that came of an ask: since then, and before she was asked again."""
    assert episode.asked is not None
    end = next((one.asked for one in person.episodes[at + 1 :] if one.asked), date.max)
    return [talk for talk in person.talks if talk.day and episode.asked <= talk.day < end]


def _to_come(episode: Episode, at: int, person: Person, facts: Facts) -> bool:
    """Whether the conversation may still be held: it is planned, or the yes is fresh."""
    if at + 1 < len(person.episodes):
        return False
    fresh = episode.answered is not None and facts.today - episode.answered < _SOON
    return bool(person.ahead or person.pending or fresh)


def _thanked(talk: Conversation, person: Person, facts: Facts) -> tuple[bool, bool]:
    """Whether a conversation was thanked for in time; and whether that can be told by now."""
    assert talk.day is not None
    if talk.kind not in THANKED_KINDS:
        return False, False
    due = talk.day + timedelta(days=facts.rhythm.thanks)
    done = next(
        (True for fact in person.facts if fact.verb == "thanked" and talk.day <= fact.day <= due),
        False,
    )
    return done, done or facts.today > due


def _remedy(weakest: str, missing: Sequence[Episode]) -> str:
    """What helps there; where the yes is missing, it depends on what came instead."""
    if weakest != "yes":
        return weakest
    unclear = sum(episode.lint in {"weak", "plea"} for episode in missing)
    if 2 * unclear >= len(missing):
        return "wording"
    refused = sum(episode.answer in NO for episode in missing)
    return "declined" if 2 * refused > len(missing) else "silent"
