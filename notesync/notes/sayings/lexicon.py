"""The words of one language that a sentence is read by: literal tables, compiled when needed.

In patterns stand short names for the signs that `notesync.notes.sayings.masks` has put in place of
people, days and times: ``{who}`` one or several people, ``{day}``, ``{time}``, ``{minutes}``,
``{org}``; ``{gap}`` lets up to five words stand between. A blank is any blanks, an apostrophe any
apostrophe, and a group keeps nothing unless it has a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from notesync.notes.names import search_fold

# Where the signs of each kind begin in Unicode's private use area; each has 512 of them.
PERSON, DAY, TIME, MINUTES, ORG = "\ue000", "\ue200", "\ue400", "\ue600", "\ue800"
BETWEEN = "\uea00"  # stands for a comma between people
SIGN = re.compile(f"[{PERSON}-{BETWEEN}]")

_P, _D, _T, _M, _O = (f"[{c}-{chr(ord(c) + 0x1FF)}]" for c in (PERSON, DAY, TIME, MINUTES, ORG))
_CAP = r"(?-i:[^\W\d_a-zß-öø-ÿ][\w'’-]*[\w])"
_AND = rf"(?:\s*{BETWEEN}\s*|\s+(?:and|und|&|sowie)\s+)"
_SURE = rf"{_P}(?:{_AND}{_P})*"
_LOOSE = rf"(?:{_P}|{_CAP})(?:{_AND}(?:{_P}|{_CAP}))*"
_SLOTS: Mapping[str, str] = {
    "day": _D,
    "time": _T,
    "minutes": _M,
    "org": _O,
    "p": _P,
    "cap": _CAP,
    "gap": r"(?:\s+[^\s,]+){0,5}?",
}
_SYNTAX = re.compile(r"\(\?P<\w+>|\(\?-?[:!=i]+|\(\?<[=!]|\\[a-zA-Z]|\{\w+\}")


_GROUP = re.compile(r"(?<!\\)\((?!\?)")


@lru_cache(maxsize=1024)
def pattern(text: str, *, loose: bool = False) -> re.Pattern[str]:
    """Compile a pattern of a table; with `loose`, any capitalized word may be a person."""
    text = _GROUP.sub("(?:", text).replace(" ", r"\s+").replace("'", "['’]")
    people = _LOOSE if loose else _SURE
    slots = {**_SLOTS, "who": f"(?P<who>{people})", "other": f"(?P<other>{people})"}
    for name, sign in slots.items():
        text = text.replace(f"{{{name}}}", sign)
    return re.compile(text, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say that something happened.

    Attributes:
        verb: What it says: a log verb's code or one of `notesync.notes.sayings.saying`'s.
        by: ``me`` or ``they`` where the words alone don't tell whose act it is, else "".
        text: Its pattern, with ``{who}`` for the people.
        channel, kind: Codes that follow from it.
        open: Whether the words leave open if it was or will be.
    """

    verb: str
    by: str
    text: str
    channel: str = ""
    kind: str = ""
    open: bool = False


@dataclass(frozen=True)
class Lexicon:
    """One language.

    Attributes:
        lang: ``de`` or ``en``.
        forms: How acts are said, the more particular ones first.
        channels, kinds: Pattern of a word to the code that it says.
        learned: What an insight begins with; the rest of the clause is it.
        naming: What names follow, to the end of the clause.
        named_before: The same where the verb comes last; the group ``names`` holds them.
        referring: What of these says that she sent me on to somebody.
        mine, theirs: Promises; the group ``told`` is what was promised.
        giving: What a promise of mine begins with that is one even without a conversation.
        starts: What begins a clause of its own behind one of `links`.
        links: The words between clauses.
        denied, meant: What says that something did not happen, or has not yet.
        undone: What says so of a conversation that was planned.
        unreached: What says, behind a call, that nobody answered.
        clause: What a clause begins with that is a sentence of its own.
        she: A subject that means the person who was spoken of.
        of_topic: What begins a clause that says something of a name before a colon.
        adverbs: What may stand before a subject.
        has: What follows a subject that is not me.
        turned: A subject that is not me, behind its verb.
        at: What stands between a name and an organization.
        whose: Those of `at` that can't mean the place where we met.
        noble: Those of `at` that can be a part of the name.
        kin: What, behind a name, makes it somebody else.
        compound: The end of words that are no names.
        opening: Words that begin a sentence with a capital and are no names.
        before_people: Words behind which a name can be typed in small letters.
        due: Words before a day that isn't the act's.
        nouns: Words that are no names, though they stand beside names with a capital.
        filler: Words that say nothing by themselves.
    """

    lang: str
    forms: tuple[Form, ...]
    channels: Mapping[str, str]
    kinds: Mapping[str, str]
    learned: str
    naming: str
    named_before: tuple[str, ...]
    referring: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    giving: str
    starts: str
    links: str
    denied: str
    meant: str
    undone: str
    unreached: str
    clause: str
    she: str
    of_topic: str
    adverbs: str
    has: str
    turned: str
    at: str
    whose: str
    noble: str
    kin: str
    compound: str
    opening: str
    before_people: str
    due: str
    nouns: str
    filler: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the tables, folded: none of them is a name by itself."""
        return self.understood | _words(self.nouns) | _words(self.kin)

    @cached_property
    def understood(self) -> frozenset[str]:
        """The words that the tables understand; any other says something more."""
        one = (
            *("learned", "naming", "starts", "links", "denied", "meant", "undone", "unreached"),
            *("she", "adverbs", "has", "at", "before_people", "due", "filler"),
        )
        many = (*self.channels, *self.kinds, *self.named_before, *self.mine, *self.theirs)
        forms = (form.text for form in self.forms)
        tables = " ".join((*forms, *many, *(getattr(self, name) for name in one)))
        return _words(tables)


def _words(tables: str) -> frozenset[str]:
    plain = _SYNTAX.sub(" ", tables)
    return frozenset(search_fold(word) for word in re.findall(r"[^\W\d_]+", plain))
