"""What the wording check knows of a language: tables of expressions, as one value.

The tables (`notesync.letters.phrases.de`, `…en`) are regular expressions written for people: a
blank stands for any white space, and ``~`` for up to forty characters of one sentence. They are
compiled when a message of their language is read, once. Every gap is bounded, so that a check
takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Pattern

GAP = r"[^.!?]{0,40}?(?!\B\w)"  # never ends inside a word


def pattern(*expressions: str) -> Pattern[str]:
    """Several expressions as one pattern that finds any of them, at the borders of words."""
    either = "|".join(f"(?:{each})" for each in expressions)
    return re.compile(
        rf"(?<!\w)(?:{either})(?!\w)".replace("~", GAP).replace(" ", r"\s+"), re.IGNORECASE
    )


@dataclass(frozen=True, slots=True)
class Grammar:
    """Where sentences and clauses begin and end.

    Attributes:
        abbreviations: Words whose full stop ends no sentence, without it.
        coordination: Where a clause ends without a comma.
        greeting: A line that greets.
        homographs: What looks like a job word and is none.
        endings: What is cut off a word, so that its forms count as one; the first that fits.
        stem: Letters that must be left of it.
        writer: A word for whoever writes.
        beginning: A letter's first words where they are a name (group 1) and no greeting.
        addressed: A name by which the reader is spoken to later on (group 1 or 2).
        exclaimed: What stands before a comma like a name, and is none.
    """

    abbreviations: frozenset[str]
    coordination: Pattern[str]
    greeting: Pattern[str]
    homographs: Pattern[str]
    endings: tuple[str, ...]
    stem: int
    writer: Pattern[str]
    beginning: Pattern[str]
    addressed: Pattern[str]
    exclaimed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Guards:
    """What makes a job word harmless.

    Attributes:
        subject: A word that makes a clause stand by itself.
        negation: In the clause of a job word, before it.
        late_negation: In the clause of a job word, after it; None where a language has none.
        disclaimer: In the clause before it: "not that …".
        retraction: Right after it: "but that's not why I'm writing".
        before: How a clause begins that speaks of later.
        inquiry: How a question for information begins, or a clause that it depends on.
        theirs: The other person's job.
        rhetorical: How a question begins whose "not" denies nothing: "couldn't you …?"
    """

    subject: Pattern[str]
    negation: Pattern[str]
    late_negation: Pattern[str] | None
    disclaimer: Pattern[str]
    retraction: Pattern[str]
    before: Pattern[str]
    inquiry: Pattern[str]
    theirs: Pattern[str]
    rhetorical: Pattern[str]


@dataclass(frozen=True, slots=True)
class Pleas:
    """What asks for a job outright, each a table of expressions.

    Attributes:
        opening: Asks for an opening.
        opening_plain: Asks for one whatever the question looks like.
        seeking: "I'm looking for a position".
        available: When I could start: a plea by itself.
        papers: Documents enclosed or offered.
        feedback: What makes papers harmless: a wish for advice on them.
        forwarding: Asks to be put forward, passed on, recommended.
        selling: A mark of selling oneself.
        despair: Despair.
        everyone: A message to many.
        spread: What many are asked for.
        job: Words for jobs and applications, which a good message may deny.
    """

    opening: Pattern[str]
    opening_plain: Pattern[str]
    seeking: Pattern[str]
    available: Pattern[str]
    papers: Pattern[str]
    feedback: Pattern[str]
    forwarding: Pattern[str]
    selling: Pattern[str]
    despair: Pattern[str]
    everyone: Pattern[str]
    spread: Pattern[str]
    job: Pattern[str]


@dataclass(frozen=True, slots=True)
class Quality:
    """What a request should have, and should not.

    Attributes:
        formal: A greeting, or a word, to somebody one isn't close to.
        logistics: Questions that ask for nothing but a time, or how things are.
        question: A question for information, direct or indirect.
        topic: A topic named without a question.
        minutes: A time box; group 1 is a number of minutes, if one is written in digits.
        brief: What keeps a talk short without a number, among people who know each other.
        hours: A talk of more than 45 minutes.
        connection: What connects the writer with the reader.
        way_out: An easy way to say no.
        pressure: Pressure, or thanks in advance.
        supposing: How a clause begins that only supposes.
        favour: A sentence that asks for something.
        further: What is asked for beside it, in the same sentence.
        flattery: Praise without content.
        reproach: Reproach for silence.
        flexible: Leaves place or time to the reader.
        thanks: Thanks.
        insight: Something learned from a talk.
        du, sie: Forms of address; None where a language has one only.
    """

    formal: Pattern[str]
    logistics: Pattern[str]
    question: Pattern[str]
    topic: Pattern[str]
    minutes: Pattern[str]
    brief: Pattern[str]
    hours: Pattern[str]
    connection: Pattern[str]
    way_out: Pattern[str]
    pressure: Pattern[str]
    supposing: Pattern[str]
    favour: Pattern[str]
    further: Pattern[str]
    flattery: Pattern[str]
    reproach: Pattern[str]
    flexible: Pattern[str]
    thanks: Pattern[str]
    insight: Pattern[str]
    du: Pattern[str] | None
    sie: Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Kinds:
    """How a message shows what it is.

    Attributes:
        talking: That a talk is what is asked for.
        requesting: That something is wished from the reader.
        kinds: Kind to what is typical of it, in the order in which they are tried.
    """

    talking: Pattern[str]
    requesting: Pattern[str]
    kinds: tuple[tuple[str, Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All that is known of one language.

    Attributes:
        acts: What people do in a message, by name; the names are the same in all languages.
    """

    lang: str
    grammar: Grammar
    guards: Guards
    pleas: Pleas
    quality: Quality
    kinds: Kinds
    acts: tuple[tuple[str, Pattern[str]], ...]
