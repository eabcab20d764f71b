"""Tell what to think of before a draft is sent: what is missing, who wanted to be asked first.

Nothing here forbids anything; each is a sentence beside the letter. One rule, one function; CHECKS
lists them with the kinds that they are for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from notesync.letters.kinds import EVERY, RELATIONS
from notesync.letters.material import Setting, last_talk, nameable
from notesync.views.briefing import open_questions
from notesync.views.questions import questions
from notesync.words import N_

FIRST = frozenset(RELATIONS.values())
# Kinds that carry a question of mine.
ASKING = FIRST | {"reminder", "intro-blurb"}

# Code -> what to think of before sending.
ADVICE: Mapping[str, str] = {
    "guessed": N_(
        "The note doesn't say Sie or du; this letter says {register}. "
        'To change it: notesync set "{name}" register={other}'
    ),
    "ask-first": N_("{others} wanted to ask first. Until then nobody is named here."),
    "unnamed": N_(
        "{others} isn't named here: only with mention: yes in the note is an introducer named."
    ),
    "question": N_("Say with --about what you would like to know. Still open: {questions}."),
    "asked": N_("You have asked already, on {day}; the answer is still open."),
    "again": N_(
        "Your last ask is not long ago ({day}). From {again} on it is easier to ask once more."
    ),
    "reminded": N_("You have asked once more already, on {day}. One reminder is enough."),
    "not-asked": N_("No ask is open, so there is nothing to remind of."),
    "no-talk": N_('No conversation is noted yet. After one: notesync talk "{name}"'),
    "no-plan": N_(
        'No conversation is planned. Once it is: notesync log "{name}" agreed --for DATE'
    ),
    "no-met": N_("Nobody whom you met this way is noted. Say who it is with --for NAME."),
    "no-arrival": N_("me.md doesn't say arrived: yet, and no opportunity is accepted."),
    "no-name": N_("me.md doesn't say what you are called. Make it the first heading."),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to think of before sending: a code of `ADVICE`, and what fills its sentence."""

    code: str
    values: tuple[tuple[str, object], ...] = ()

    @property
    def sentence(self) -> str:
        """English msgid."""
        return ADVICE[self.code]


Check = Callable[[Setting, tuple[str, ...]], Iterator[Advice]]


def advice(setting: Setting, kind: str, unfilled: tuple[str, ...]) -> tuple[Advice, ...]:
    """What to think of before sending a letter.

    Args:
        setting: Whom it is for.
        kind: Its kind.
        unfilled: The slots that are marked in it.
    """
    return tuple(
        said for check, kinds in CHECKS if kind in kinds for said in check(setting, unfilled)
    )


def _guessed(setting: Setting, _: tuple[str, ...]) -> Iterator[Advice]:
    if not setting.person.contact.register and setting.lang == "de":
        other = "Sie" if setting.register == "du" else "du"
        yield _say("guessed", register=setting.register, other=other, name=setting.person.name)


def _introducers(setting: Setting, _: tuple[str, ...]) -> Iterator[Advice]:
    person, facts = setting.person, setting.facts
    if person.introducers and not nameable(person, facts):
        code = "ask-first" if person.contact.mention == "ask-first" else "unnamed"
        yield _say(code, others=", ".join(facts.names(person.introducers)))


def _question(setting: Setting, unfilled: tuple[str, ...]) -> Iterator[Advice]:
    if {"question", "wondering", "topic"}.isdisjoint(unfilled):
        return
    facts = setting.facts
    rows = open_questions(setting.person, facts, questions(facts))
    if rows:
        yield _say("question", questions=", ".join(row.name for row in rows))


def _asked(setting: Setting, _: tuple[str, ...]) -> Iterator[Advice]:
    episodes, facts = setting.person.episodes, setting.facts
    last = episodes[-1] if episodes else None
    if last is None:
        return
    if last.waiting and last.asked:
        yield _say("asked", day=last.asked)
    ended = last.closed or (last.answered if last.answer == "declined" else None)
    again = ended + timedelta(weeks=facts.rhythm.ask_again) if ended else None
    if again and again > facts.today:
        yield _say("again", day=last.asked or ended, again=again)


def _reminder(setting: Setting, _: tuple[str, ...]) -> Iterator[Advice]:
    episode = setting.person.open
    if episode is None or episode.asked is None:
        yield _say("not-asked")
    elif episode.reminded:
        yield _say("reminded", day=episode.reminded)


def _talk(setting: Setting, _: tuple[str, ...]) -> Iterator[Advice]:
    if last_talk(setting.person) is None:
        yield _say("no-talk", name=setting.facts.short_name(setting.person.name))


def _plan(setting: Setting, _: tuple[str, ...]) -> Iterator[Advice]:
    if not setting.person.ahead:
        yield _say("no-plan", name=setting.facts.short_name(setting.person.name))


def _met(_setting: Setting, unfilled: tuple[str, ...]) -> Iterator[Advice]:
    if "met" in unfilled:
        yield _say("no-met")


def _arrival(setting: Setting, unfilled: tuple[str, ...]) -> Iterator[Advice]:
    if "outcome" in unfilled and setting.facts.book.me.arrived is None:
        yield _say("no-arrival")


def _name(_setting: Setting, unfilled: tuple[str, ...]) -> Iterator[Advice]:
    if "me" in unfilled:
        yield _say("no-name")


CHECKS: tuple[tuple[Check, frozenset[str]], ...] = (
    (_guessed, EVERY),
    (_introducers, frozenset({"request-introduced"})),
    (_question, ASKING),
    (_asked, FIRST),
    (_reminder, frozenset({"reminder"})),
    (_talk, frozenset({"thank-you", "news"})),
    (_plan, frozenset({"confirm"})),
    (_met, frozenset({"report-back"})),
    (_arrival, frozenset({"close-the-loop"})),
    (_name, EVERY),
)


def _say(code: str, **values: object) -> Advice:
    return Advice(code, tuple(values.items()))
