"""List every slot of a letter in one table: what fills it, and what stands there otherwise.

The marks are in the language of the letter, since that is where they stand until somebody fills
them in; the wording check finds them there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from notesync.words import N_


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot.

    Attributes:
        about: What fills it, an English msgid.
        de, en: What its mark asks, in the language of the letter.
    """

    about: str
    de: str
    en: str

    @property
    def marks(self) -> Mapping[str, str]:
        """What its mark asks, by language."""
        return {"de": self.de, "en": self.en}


SLOTS: Mapping[str, Slot] = {
    "greeting": Slot(N_("The greeting, as you address her"), "welche Anrede?", "which greeting?"),
    "name": Slot(N_("Her whole name"), "welcher Name?", "which name?"),
    "first_name": Slot(N_("Her first name"), "welcher Vorname?", "which first name?"),
    "surname": Slot(N_("Her last name, where one says Sie"), "Nachname?", "last name?"),
    "org": Slot(N_("Her organization"), "welche Firma?", "which organization?"),
    "city": Slot(N_("Her city"), "welche Stadt?", "which city?"),
    "me": Slot(N_("Your name (me.md)"), "eigener Name?", "your name?"),
    "story": Slot(
        N_("Where you come from, in half a sentence (me.md)"),
        "woher, in einem halben Satz?",
        "where you come from, in half a sentence?",
    ),
    "question": Slot(
        N_("Your question, as a sentence that asks"), "welche Frage?", "which question?"
    ),
    "wondering": Slot(
        N_("Your question, as “how one …” or “whether …”"),
        "welche Frage, als „wie man …“?",
        "what about?",
    ),
    "topic": Slot(N_("Your question, as a word or two"), "welches Thema?", "which topic?"),
    "minutes": Slot(N_("How many minutes you ask for (--minutes)"), "wie viele?", "how many?"),
    "times": Slot(N_("When it would suit you (--times)"), "welche Tage passen?", "when suits you?"),
    "because": Slot(
        N_("What drew your attention to her (--because)"),
        "Vortrag, Artikel, Interview?",
        "which talk, article, interview?",
    ),
    "introducer": Slot(
        N_("Who introduced you; only where your note says mention: yes"),
        "von wem?",
        "who introduced you?",
    ),
    "shared": Slot(
        N_("What you shared: “we used to work together” (circle)"),
        "woher bekannt?",
        "how do you know each other?",
    ),
    "last_time": Slot(
        N_("When you last heard from each other"), "wann zuletzt?", "when was the last time?"
    ),
    "talked_when": Slot(
        N_("The day of your last conversation"), "wann gesprochen?", "when did you talk?"
    ),
    "occasion": Slot(N_("What it was: the conversation, lunch, the call"), "wofür?", "what for?"),
    "quote": Slot(N_("Her own words, from what you learned"), "welcher Satz?", "which words?"),
    "insight": Slot(N_("Something you learned from her"), "was war neu?", "what did you learn?"),
    "remembered": Slot(
        N_("What stayed with you; always yours to fill in"),
        "was ist geblieben?",
        "what stayed with you?",
    ),
    "named": Slot(N_("Whom she named to you"), "wen genannt?", "whom did she name?"),
    "referred": Slot(
        N_("To whom she referred you when she couldn't"), "an wen verwiesen?", "referred to whom?"
    ),
    "promise_day": Slot(N_("Until when you promised her something"), "bis wann?", "by when?"),
    "asked_when": Slot(N_("The day on which you asked her"), "wann gefragt?", "when did you ask?"),
    "meeting": Slot(
        N_("What you planned: our conversation, lunch, call"),
        "was ist geplant?",
        "what is planned?",
    ),
    "meeting_when": Slot(
        N_("The day and time you planned"), "Tag und Uhrzeit?", "which day and time?"
    ),
    "meeting_city": Slot(N_("The city in which you meet"), "an welchem Ort?", "where do you meet?"),
    "met": Slot(N_("Whom you met through her (--for)"), "wem?", "whom did you meet?"),
    "met_when": Slot(N_("The day on which you met"), "wann getroffen?", "when did you meet?"),
    "met_insight": Slot(
        N_("Something you learned there"), "was war dort neu?", "what did you learn there?"
    ),
    "target": Slot(N_("Whom you would like to meet (--for)"), "welchem Menschen?", "whom to meet?"),
    "decided_question": Slot(
        N_("The question you decided last"), "welche ist entschieden?", "which is decided?"
    ),
    "decision": Slot(N_("What you decided"), "wie entschieden?", "decided for what?"),
    "helped": Slot(
        N_("Something you learned from her about that question"),
        "welcher Gedanke half?",
        "which thought helped?",
    ),
    "outcome": Slot(
        N_("What came of it; always yours to fill in"),
        "was ist daraus geworden?",
        "what came of it?",
    ),
    "arrived_org": Slot(
        N_("Where you arrived (an accepted opportunity)"), "wo angekommen?", "arrived where?"
    ),
    "my_topics": Slot(
        N_("What you gladly talk about (topics in me.md)"), "worüber?", "about what?"
    ),
    "free_from": Slot(N_("The day after your pause (me.md)"), "ab wann?", "from when?"),
}
