"""Turn a sentence of the user's own into a `Saying`: who, what, when, who was named, what learned.

The sentence is cut into clauses; each is an act, a naming, something learned, a promise, or words
that go along as text. Only the words of the sentence count, and a clause that denies or intends
something is no act: whatever isn't clear stays text, so that nothing is lost and nothing invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from notesync.notes.names import search_fold
from notesync.notes.sayings import acts, told
from notesync.notes.sayings.clauses import DASHES, HARD, Clause, clauses
from notesync.notes.sayings.english import ENGLISH
from notesync.notes.sayings.german import GERMAN
from notesync.notes.sayings.hearing import Hearing
from notesync.notes.sayings.known import WORD, Known
from notesync.notes.sayings.lexicon import Lexicon, pattern
from notesync.notes.sayings.masks import mask
from notesync.notes.sayings.people import persons
from notesync.notes.sayings.saying import NOTE, PLAN, TALK, Act, Saying

LEXICONS = (GERMAN, ENGLISH)
LONGEST = 1000  # letters of a sentence that is read; a longer text is a note, whatever it says
# Acts whose every day and time is written; of the others only one is.
TIMED = frozenset({TALK, PLAN, "agreed", "moved"})


def read(text: str, known: Known, lang: str = "en") -> Saying:
    """Read a sentence.

    Args:
        text: The sentence; perhaps several, or with line breaks.
        known: Whom the notes know.
        lang: The language of the vault, for a sentence that could be either.
    """
    if len(text) > LONGEST:
        whole = " ".join(text.split())
        people = Hearing(mask(whole[:LONGEST], known, GERMAN), GERMAN, known)
        people.keep(Clause(people.masked.text))
        return Saying(text, (Act(NOTE, people.person, text=whole),) if people.person else ())
    by_likeness = sorted(LEXICONS, key=lambda one: _likeness(text, one, lang), reverse=True)
    readings = [tuple(_acts(text, known, lexicon)) for lexicon in by_likeness]
    clear = (found for found in readings if any(act.verb != NOTE for act in found))
    return Saying(text, next(clear, readings[0]))


def _likeness(text: str, lexicon: Lexicon, lang: str) -> tuple[int, bool]:
    """How many words of a language a sentence has; the vault's own comes first of equals."""
    words = (search_fold(found.group()) for found in WORD.finditer(text))
    return sum(word in lexicon.words for word in words), lexicon.lang == lang


def _acts(text: str, known: Known, lexicon: Lexicon) -> Iterator[Act]:
    """The acts of a sentence, or a note with all of it where none is clear."""
    masked = mask(text, known, lexicon)
    hearing = Hearing(masked, lexicon, known)
    for clause in clauses(masked.text, lexicon):
        _take(hearing, clause)
    whole = " ".join(text.split())
    if not hearing.acts and hearing.person:
        yield Act(NOTE, hearing.person[:1], text=whole)
    for act in hearing.acts:
        learned = tuple(filter(None, act.learned))
        yield replace(act, learned=learned, text=whole if act.verb == NOTE else act.text)


# ---------------------------------------------------------------- what a clause can be


def _topic(hearing: Hearing, clause: Clause) -> bool:
    """``Nora: …``: of whom the rest speaks."""
    only = pattern(r"({p})(\s*(and|und|&)\s*{p})*").fullmatch(clause.text)
    if only is None or clause.after not in {":", *DASHES} or hearing.acts:
        return False
    hearing.person = persons(hearing, clause.text)
    return True


def _more(hearing: Hearing, clause: Clause) -> bool:
    """A day, how long, by what: more of the act that was told."""
    own = pattern(hearing.lexicon.clause).search(clause.text)
    if hearing.learning or own or hearing.says_more(clause.text):
        return False
    if hearing.acts:
        hearing.detail(clause.text)
    if not hearing.acts or hearing.last.verb not in TIMED:
        hearing.keep(clause)
    return True


# In this order a clause is tried; what none of them takes stays text.
READERS: tuple[Callable[[Hearing, Clause], bool], ...] = (
    acts.unreached,
    told.learned,
    told.promised,
    told.more_names,
    told.named,
    acts.acted,
    _topic,
    acts.another_date,
    told.until,
    _more,
    told.goes_on,
)
_NAMING = (told.more_names, told.named)


def _take(hearing: Hearing, clause: Clause) -> None:
    """Find out what a clause is, and keep it."""
    if clause.before in HARD:
        hearing.learning = False
    taken = next((reader for reader in READERS if reader(hearing, clause)), None)
    hearing.naming = taken in _NAMING
    if taken is None:
        hearing.keep(clause)
