"""Turn the facts about a person into the texts that fill the slots of a letter to her.

Only what is noted as a fact gets into a letter: days, names, questions, what was learned. The free
text of a log is a diary; nobody else shall read it. Whoever introduced us is named only where the
note says that she may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesync.letters import when
from notesync.letters.address import greeting, join, surname
from notesync.letters.memory import Memory, memory
from notesync.letters.occasions import MEETINGS, OCCASIONS, SHARED, articled
from notesync.letters.sender import NOBODY, Sender
from notesync.notes.book import Conversation
from notesync.views.ahead import ahead
from notesync.views.facts import UNCOUNTED, Facts, Person, first_name
from notesync.views.thanks_promises import THANKED_KINDS, promises, report_back

MINUTES = "20"
MOST_TOPICS = 3
FAR = frozenset({"phone", "video"})  # channels for which nobody travels


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wished of a letter, besides whom it is for; "" where nothing is.

    Attributes:
        about: What to ask, as typed: a question, "how one …", or a topic.
        question: Key of the question of mine that is meant.
        whom: Key of the other person that it is about (met through her, or to be met).
        because: What drew my attention to her.
        times: When it would suit me.
        minutes: How many I ask for.
    """

    about: str = ""
    question: str = ""
    whom: str = ""
    because: str = ""
    times: str = ""
    minutes: str = ""


NOTHING = Wish()


@dataclass(frozen=True, slots=True)
class Setting:
    """Whom a letter is for, and how it speaks.

    Attributes:
        person: Whom it is for.
        facts: The facts of the day.
        lang: ``de`` or ``en``.
        register: ``du`` or ``Sie``.
        sender: Who writes.
        wish: What is wished of it.
    """

    person: Person
    facts: Facts
    lang: str
    register: str
    sender: Sender = NOBODY
    wish: Wish = NOTHING


def material(setting: Setting) -> dict[str, str]:
    """Slot to text, for everything but the question; what the notes don't say is left out."""
    person, facts = setting.person, setting.facts
    contact, wish = person.contact, setting.wish
    me = facts.book.me
    found = {
        "greeting": greeting(contact.name, setting.register, setting.lang),
        "name": contact.name,
        "first_name": first_name(contact.name),
        "surname": surname(contact.name),
        "org": "" if articled(contact.org, setting.lang) else contact.org,
        "city": contact.city,
        "me": setting.sender.name,
        "story": setting.sender.story,
        "minutes": wish.minutes or MINUTES,
        "times": wish.times,
        "because": wish.because,
        "introducer": join(facts.names(nameable(person, facts)), setting.lang),
        "shared": _shared(setting),
        "last_time": _last_time(setting),
        "asked_when": _asked(setting),
        "referred": _referred(setting),
        "my_topics": ", ".join(me.topics[:MOST_TOPICS]),
        **_talk(setting),
        **_meeting(setting),
        **_met(setting),
        **_own(setting),
    }
    return {slot: text for slot, text in found.items() if text}


def nameable(person: Person, facts: Facts) -> tuple[str, ...]:
    """Keys of the introducers who may be named to her; the private ones never."""
    if person.contact.mention != "yes":
        return ()
    return _public(person.introducers, facts)


def _shared(setting: Setting) -> str:
    contact = setting.person.contact
    table = SHARED[setting.lang]
    return table.get(contact.circle, "") or table.get(contact.origin, "")


def _last_time(setting: Setting) -> str:
    """When we were last in touch; of a floor that only says the year, the year."""
    person, today = setting.person, setting.facts.today
    if person.last_contact is None:
        return ""
    floor = person.contact.last_contact == person.last_contact
    only_year = floor and (person.last_contact.month, person.last_contact.day) == (1, 1)
    return when.around(person.last_contact, today, setting.lang, only_year=only_year)


def _asked(setting: Setting) -> str:
    episode = setting.person.open
    if episode is None or episode.asked is None:
        return ""
    return when.ago(episode.asked, setting.facts.today, setting.lang)


def _referred(setting: Setting) -> str:
    """Whom she named when she couldn't herself, the last time; where we never talked."""
    facts = setting.facts
    if setting.person.talks:
        return ""
    lines = [event.named for event in setting.person.contact.log if event.verb == "referred"]
    return join(facts.names(_public(lines[-1], facts)), setting.lang) if lines else ""


def _public(keys: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Those of them whose notes aren't private."""
    known = (key for key in keys if key in facts.people)
    return tuple(key for key in known if not facts.people[key].contact.private)


def _talk(setting: Setting) -> dict[str, str]:
    """The last conversation: when and what it was, what stayed, whom she named."""
    talk = last_talk(setting.person)
    if talk is None or talk.day is None:
        return {}
    facts, lang = setting.facts, setting.lang
    kept: Memory = memory(talk.insights, lang)
    return {
        "talked_when": when.on(talk.day, facts.today, lang),
        "occasion": OCCASIONS[lang].get(talk.channel, OCCASIONS[lang][""]),
        "quote": kept.quote,
        "insight": kept.insight,
        "named": join(facts.names(_public(talk.named, facts)), lang),
        "promise_day": _promised(setting, talk),
    }


def last_talk(person: Person) -> Conversation | None:
    """The last conversation for which one says thank you, else the last one that isn't a gift."""
    talks = [talk for talk in person.talks if talk.kind not in UNCOUNTED]
    found = [talk for talk in talks if talk.kind in THANKED_KINDS] or talks
    return found[-1] if found else None


def _promised(setting: Setting, talk: Conversation) -> str:
    """Until when I promised her something in that conversation, if it lies ahead."""
    facts = setting.facts
    due = [
        row.due
        for row in promises(facts)
        if row.who == "me" and row.path == talk.path and row.due and row.due >= facts.today
    ]
    return when.by(min(due), facts.today, setting.lang) if due else ""


def _meeting(setting: Setting) -> dict[str, str]:
    """The next planned conversation."""
    facts, lang = setting.facts, setting.lang
    key = setting.person.key
    meeting = next((each for each in ahead(facts) if key in each.people), None)
    if meeting is None:
        return {}
    near = "" if meeting.channel in FAR else meeting.city
    return {
        "meeting": MEETINGS[lang].get(meeting.channel, MEETINGS[lang][""]),
        "meeting_when": when.at(meeting.day, meeting.time, facts.today, lang),
        "meeting_city": near,
    }


def _met(setting: Setting) -> dict[str, str]:
    """Whom I met through her: those of whom she hasn't heard, else the last one; or whom I wish."""
    facts, lang = setting.facts, setting.lang
    wished = setting.wish.whom
    keys = (wished,) if wished else met_through(setting.person, facts)
    met = [facts.people[key] for key in keys if key in facts.people]
    talks = [talk for person in met if (talk := last_talk(person)) and talk.day]
    target = wished or to_meet(setting.person, facts)
    found = {"target": facts.people[target].name if target in facts.people else ""}
    if not talks:
        return found
    last: date = max(talk.day for talk in talks if talk.day)
    told = [talk for talk in talks if not talk.private]  # what was said there stays there
    kept = memory([each for talk in told for each in talk.insights], lang)
    return {
        **found,
        "met": join(facts.names(keys), lang),
        "met_when": when.on(last, facts.today, lang),
        "met_insight": kept.insight,
    }


def met_through(person: Person, facts: Facts) -> tuple[str, ...]:
    """Keys of those whom I met through her: who is not reported back, else the last one."""
    for row in report_back(facts):
        if row.contact == person.key:
            return row.met
    met = [p for p in facts.people.values() if person.key in p.introducers and p.talks]
    met.sort(key=lambda each: (each.talks[-1].day or date.min, each.name))
    return tuple(each.key for each in met[-1:])


def to_meet(person: Person, facts: Facts) -> str:
    """Key of the one whom she named and whom I haven't asked yet, the first named first; or ""."""
    named = [p for p in facts.people.values() if person.key in p.introducers and p.untouched]
    named.sort(key=lambda each: (each.contact.since or date.max, each.name))
    return named[0].key if named else ""


def _own(setting: Setting) -> dict[str, str]:
    """What happened to me: the last decision, where I arrived, the end of a pause."""
    facts, lang = setting.facts, setting.lang
    book, today = facts.book, facts.today
    decided = [
        q
        for q in book.questions.values()
        if q.decided and q.decided <= today and q.decision and not q.private
    ]
    heard = [each for talk in setting.person.talks for each in talk.insights]
    voiced = {each.question for each in heard}
    decided.sort(key=lambda q: (q.key in voiced, q.decided or date.min, q.name))
    found = {}
    if decided:
        last = decided[-1]
        said = [each for each in heard if each.question == last.key]
        found = {
            "decided_question": last.name,
            "decision": last.decision,
            "helped": memory(said, lang).insight,
        }
    accepted = [
        (day, chance.org)
        for chance in book.opportunities
        for stage, day in chance.stages
        if stage == "accepted" and day <= today and chance.org and not chance.private
    ]
    if accepted and not articled(max(accepted)[1], lang):
        found["arrived_org"] = max(accepted)[1]
    for first, end in book.me.paused:
        if first <= today <= end:
            found["free_from"] = when.after(end, today, lang)
    return found
