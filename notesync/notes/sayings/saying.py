"""What a sentence of a person's own says: values between her words and what is written.

`notesync.notes.sayings.reading` makes them out of a sentence. Nothing is looked up and nothing is
decided here: who is meant by a name, and which day by "Friday", is settled by whoever writes.
"""

from __future__ import annotations

from dataclasses import dataclass

# What an act may be besides a log verb's code.
TALK, PLAN, PROMISE, NOTE = "talk", "plan", "promise", "note"


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in a sentence.

    Attributes:
        text: Her name as it stands there, without a genitive's ending.
        paths: The notes that it can mean: none for somebody new, several when it isn't clear.
        org: The organization beside the name, or "".
        doubtful: Whether the words can also mean something else, such as "Sabine von Hagen" for a
            Sabine who is at Hagen's.
    """

    text: str
    paths: tuple[str, ...] = ()
    org: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A day in a sentence.

    Attributes:
        text: The words.
        day: What they leave to be typed: ``Tuesday``, ``20.5.``, an ISO day; "" beside `ago`.
        ago: How many days back it lies (negative: ahead), or None.
        way: ``back`` or ``ahead`` where the words say so, else "".
        vague: Whether they fix no day, as "last week".
    """

    text: str
    day: str = ""
    ago: int | None = None
    way: str = ""
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened, or will.

    Attributes:
        verb: A log verb's code, `TALK`, `PLAN` (a talk that lies ahead), `PROMISE` or `NOTE`.
        people: With whom; empty when nobody is said.
        days: All days that the act's words hold; which one is its own is settled by who writes.
        time: ``HH:MM``, or "".
        channel, kind: Codes, or "".
        minutes: How long, or 0.
        city: A city that the notes know, or "".
        named: Who was named.
        learned: Insights.
        promises: Each ``me: …`` or ``they: …``.
        text: The words that none of this holds, or "".
        open: Whether the words leave open if it was or will be, as "lunch with Nora on Friday".
    """

    verb: str
    people: tuple[Somebody, ...] = ()
    days: tuple[When, ...] = ()
    time: str = ""
    channel: str = ""
    kind: str = ""
    minutes: int = 0
    city: str = ""
    named: tuple[Somebody, ...] = ()
    learned: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    text: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, read; without acts when nobody is in it.

    Attributes:
        text: All of it, as typed.
        acts: In order.
    """

    text: str
    acts: tuple[Act, ...] = ()
