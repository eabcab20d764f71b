"""What the wording check can find: each rule's weight, its reason and its hint, in one table.

A plea is an error and decides by itself. The others are warnings: two of them make a message weak,
and so does one that is `decisive` (a first message that asks nothing; a thank-you note without
anything from the talk, or with a new request).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from notesync.words import N_


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something is found, and what to write instead; English msgids."""

    reason: str
    hint: str
    plea: bool = False
    decisive: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule, and the place in the text where it applies (empty where something is missing)."""

    rule: str
    start: int
    end: int

    @property
    def reason(self) -> str:
        """English msgid."""
        return RULES[self.rule].reason

    @property
    def hint(self) -> str:
        """English msgid."""
        return RULES[self.rule].hint


RULES: Mapping[str, Rule] = {
    "opening": Rule(
        N_("This asks for an opening. A yes or no to that ends most conversations."),
        N_("Ask what you want to find out instead: what the work is like, what counts there."),
        plea=True,
    ),
    "whole": Rule(
        N_("Taken as a whole this reads like asking for a job, and here most of all."),
        N_("Ask one question that only she can answer, and say that it is about that."),
        plea=True,
    ),
    "seeking": Rule(
        N_("This says that you are looking for a position. The reader now has to help or refuse."),
        N_("Name the question that you are carrying around; the search needn't be mentioned."),
        plea=True,
    ),
    "available": Rule(
        N_("When you could start belongs in an application."),
        N_("Leave it out. Say instead when you would have time for a short talk."),
        plea=True,
    ),
    "papers": Rule(
        N_("With papers enclosed, a request for a talk becomes an application."),
        N_("Send no papers. One sentence about where you come from is enough."),
        plea=True,
    ),
    "forwarding": Rule(
        N_("This asks the reader to put you forward. She would have to vouch for you."),
        N_("Ask what she knows. At the end of a good talk you can ask whom else to talk to."),
        plea=True,
    ),
    "selling": Rule(
        N_("This praises you as an application does."),
        N_("Say in one plain sentence where you come from, then ask about the reader's work."),
        plea=True,
    ),
    "despair": Rule(
        N_("This tells of distress, and that makes it hard to answer freely."),
        N_(
            "Tell it to someone close. Here, ask something small that the reader can answer easily."
        ),
        plea=True,
    ),
    "broadcast": Rule(
        N_("This goes to many at once, so nobody feels asked."),
        N_("Write to one person, about what only she can tell you."),
        plea=True,
    ),
    "no-question": Rule(
        N_("The reader can't see what you would like to know."),
        N_("Ask one concrete question that she can answer from her own experience."),
        decisive=True,
    ),
    "no-time-box": Rule(
        N_("It isn't clear how much time you ask for."),
        N_("Say how long it takes, such as 20 minutes."),
    ),
    "no-connection": Rule(
        N_("The first two sentences don't say why you write to just this person."),
        N_("Begin with what connects you: her talk, her article, someone you both know."),
    ),
    "no-way-out": Rule(
        N_("There is no easy way to say no."),
        N_("Add half a sentence, such as: if it doesn't suit, that's quite all right."),
    ),
    "too-long": Rule(
        N_("It has more than 120 words. Many will put it off."),
        N_("Keep what connects you, the question, the time, and the way out."),
    ),
    "pressure": Rule(
        N_("This puts pressure on the reader, or thanks her before she has agreed."),
        N_("Leave the time to her, and thank her afterwards."),
    ),
    "too-much": Rule(
        N_("This asks for a lot: several things at once, or more than 45 minutes."),
        N_("Ask for one thing and 20 minutes. The rest often comes by itself in the talk."),
    ),
    "mixed-address": Rule(
        N_("Sie and du are mixed."),
        N_("Choose one of the two and keep to it."),
    ),
    "wrong-address": Rule(
        N_("Your notes say that you address this person differently (Sie or du)."),
        N_("Change the form of address, or what the note says under register."),
    ),
    "open-slot": Rule(
        N_("Something still has to be filled in here."),
        N_("Fill it in, or leave the sentence out."),
    ),
    "other-name": Rule(
        N_("This greets somebody else."),
        N_("Put in the name of the person who will read it."),
    ),
    "unnamed": Rule(
        N_("Your notes don't say that you may mention this person here."),
        N_("Ask her first, then note mention: yes; or leave the name out."),
    ),
    "flattery": Rule(
        N_("Praise without content says little about the reader."),
        N_("Say what exactly you liked or what stayed with you."),
    ),
    "reproach": Rule(
        N_("This sounds like a reproach for not having answered."),
        N_("Take it that the message got lost in the day, and ask your question once more."),
    ),
    "nothing-learned": Rule(
        N_("The thanks don't say what stayed with you."),
        N_("Name one thing from the talk that you know now and didn't know before."),
        decisive=True,
    ),
    "new-request": Rule(
        N_("These thanks ask for something new."),
        N_("Let the thanks stand alone and ask another day."),
        decisive=True,
    ),
}

# Good sign -> what is shown beside its tick.
GOOD: Mapping[str, str] = {
    "connection": N_("begins with what connects you"),
    "question": N_("asks one question"),
    "minutes": N_("names a short time"),
    "flexible": N_("leaves place and time to the reader"),
    "way-out": N_("makes it easy to say no"),
    "thanks": N_("says thank you"),
    "insight": N_("says what stayed with you"),
}
