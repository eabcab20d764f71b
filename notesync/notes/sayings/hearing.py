"""A sentence while it is read: the acts found so far, and what is added to the last of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from notesync.notes.names import search_fold
from notesync.notes.sayings.clauses import Clause
from notesync.notes.sayings.known import WORD, Known
from notesync.notes.sayings.lexicon import DAY, MINUTES, ORG, PERSON, SIGN, TIME, Lexicon, pattern
from notesync.notes.sayings.masks import Masked
from notesync.notes.sayings.saying import NOTE, PLAN, TALK, Act, Somebody

# Channels that an act other than a talk can have; "thanked her for lunch" was not at lunch.
WRITTEN = frozenset({"email", "phone", "video", "message", "letter", "in-person", "event"})
# Acts that are said or written to somebody, by some channel.
LETTERS = frozenset(
    {
        *("asked", "reminded", "replied", "wrote", "agreed", "declined", "referred", "deferred"),
        *("confirmed", "thanked", "reported", "news"),
    }
)
# Acts beside which a day is rather that of the conversation.
OTHERS_DAY = frozenset({"declined", "cancelled", "confirmed"})
_FIRM, _SPAN, _A_DAY = pattern("{org}"), pattern("{minutes}"), pattern("{day}")
_IN_CITY = re.compile(r"\bin\s+([^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*)?)")


@dataclass(slots=True)
class Hearing:
    """What was heard so far.

    Attributes:
        masked: The sentence.
        lexicon: Its language.
        known: Whom the notes know.
        acts: In order.
        loose: Clauses from before the first act.
        person: Who was spoken of last.
        learning: Whether what comes is an insight.
        naming: Whether what comes can be more names.
        promising: Whose promise comes, ``me`` or ``they``, or "".
        unclear: Whether a clause denied or intended something.
    """

    masked: Masked
    lexicon: Lexicon
    known: Known
    acts: list[Act] = field(default_factory=list)
    loose: list[Clause] = field(default_factory=list)
    person: tuple[Somebody, ...] = ()
    learning: bool = False
    naming: bool = False
    promising: str = ""
    unclear: bool = False

    @property
    def last(self) -> Act:
        """The act to which things are added; a note where nothing was told yet."""
        if not self.acts:
            self.begin(Act(NOTE, self.person))
        return self.acts[-1]

    def begin(self, act: Act) -> None:
        """Another act begins; the first one takes what stood before it."""
        self.acts.append(act)
        self.person = act.people
        self.unclear = False
        if len(self.acts) == 1:
            for clause in self.loose:
                self.detail(clause.text)
                self.keep_rest(clause)
            self.loose.clear()

    def change(self, **parts: Any) -> None:  # noqa: ANN401 -- an Act's own fields, checked by its type
        """Give the last act other parts."""
        self.acts[-1] = replace(self.last, **parts)

    # ------------------------------------------------------------ text that stays text

    def keep(self, clause: Clause) -> None:
        """Words that are nothing else stay as text."""
        if not self.acts:
            # Of two capitalized words that nobody knows, nobody can say that they are a name.
            known = (one for one in self.people(clause.text) if one.paths)
            self.person = self.person or tuple(known)[:1]
            self.loose.append(clause)
            return
        told, held = self.masked.plain(clause.text), self.last.text
        mark = " " if clause.before == "&" else f"{clause.before or ','} "
        self.change(text=f"{held}{mark}{told}" if held else told)

    def keep_rest(self, clause: Clause) -> None:
        """A clause that says more than was understood, or of others, is kept whole."""
        own = (*self.last.people, *self.last.named)
        firms = (self.masked.organizations[ord(s) - ord(ORG)] for s in _FIRM.findall(clause.text))
        rest = {*self.people(clause.text), *firms}.difference(own, (one.org for one in own))
        # Twenty minutes that were asked for are none of the asking's.
        span = self.last.verb not in {TALK, PLAN} and _SPAN.search(clause.text)
        day = self.last.verb in OTHERS_DAY and _A_DAY.search(clause.text)
        if self.says_more(clause.text) or rest or span or day:
            self.keep(clause)

    def says_more(self, text: str) -> bool:
        """Whether a clause has words beyond those of the tables."""
        words = {search_fold(found.group()) for found in WORD.finditer(SIGN.sub(" ", text))}
        people = (*self.acts[-1].people, *self.acts[-1].named) if self.acts else ()
        names = (search_fold(found.group()) for one in people for found in WORD.finditer(one.text))
        return bool(words - self.lexicon.understood - set(names))

    def people(self, text: str) -> list[Somebody]:
        """Everybody in a clause who has a sign."""
        signs = (sign for sign in SIGN.findall(text) if PERSON <= sign < DAY)
        return list(dict.fromkeys(self.masked.people[ord(s) - ord(PERSON)] for s in signs))

    # ------------------------------------------------------------ details of an act

    def detail(self, text: str, but: str = "") -> None:
        """Days, time, duration, channel, kind and city of a clause, for the last act.

        Args:
            text: The clause.
            but: What of it speaks of others.
        """
        text = text.replace(but, " ") if but else text
        self._signs(text)
        act = self.last
        for word, code in self.lexicon.channels.items():
            fits = act.verb in {TALK, PLAN} or (act.verb in LETTERS and code in WRITTEN)
            if not act.channel and fits and pattern(word).search(text):
                act = replace(act, channel=code)
        for word, code in self.lexicon.kinds.items():
            if not act.kind and pattern(word).search(text):
                act = replace(act, kind=code)
        self.acts[-1] = replace(act, city=act.city or self._city(text))

    def _signs(self, text: str) -> None:
        due = pattern(rf"\b({self.lexicon.due}) (den |dem |the )?$")
        act, masked = self.last, self.masked
        for found in SIGN.finditer(text):
            sign = found.group()
            if DAY <= sign < TIME and not due.search(text[: found.start()]):
                act = replace(act, days=(*act.days, masked.days[ord(sign) - ord(DAY)]))
            elif TIME <= sign < MINUTES:
                act = replace(act, time=act.time or masked.times[ord(sign) - ord(TIME)])
            elif MINUTES <= sign < ORG:
                act = replace(act, minutes=act.minutes or masked.minutes[ord(sign) - ord(MINUTES)])
        self.acts[-1] = act

    def _city(self, text: str) -> str:
        for found in _IN_CITY.finditer(self.masked.plain(text)):
            for words in (found[1], found[1].split()[0]):
                if search_fold(words) in self.known.cities:
                    return words
        return ""
