"""Turn the facts into one page before a conversation: what connects us, what to ask, what to give.

All of it stands in the notes; it is put together where it is needed. Source: method.md, "Briefing".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesync.notes.book import Question
from notesync.views.ahead import Meeting, ahead
from notesync.views.coverage import Target, coverage
from notesync.views.evidence import same_topic, words_of
from notesync.views.facts import Facts, Person, org_key
from notesync.views.questions import ASKING, Clarity, questions
from notesync.views.steps import Rows
from notesync.views.thanks_promises import Owed, promises

FEWEST_QUESTIONS, MOST_QUESTIONS = 3, 5
MOST = 3  # rows of each other block
# What one person said to the other; a note to oneself is none of it.
_WORDS = frozenset(
    {
        *("asked", "reminded", "replied", "deferred", "declined", "referred", "agreed", "moved"),
        *("confirmed", "wrote", "thanked", "reported", "news", "gave", "received", "talked"),
        "introduced",
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was last said: a log line (its verb), or something ``learned`` in a talk."""

    day: date
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """An open question of mine that she may know about.

    Attributes:
        key, name, text: Of the question; the text is "" where only its name says it.
        state: As `notesync.views.questions` has it.
        voices: How many people have said something on it.
        fits: Whether her topics, role or organization match it.
        heard: Whether she has said something on it already.
    """

    key: str
    name: str
    text: str
    state: str
    voices: int
    fits: bool
    heard: bool


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom to ask for: somebody at an ``organization``, or who knows about a ``question``."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Gift:
    """What I can give: a ``topic`` of mine, or a ``person`` (her key) whom I could introduce."""

    kind: str
    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What happened since we last were in touch.

    Attributes:
        kind: ``decided``, ``talked``, ``arrived``, or the stage of an opportunity.
        name: The question or opportunity; "" for the others.
        text: The decision, or the opportunity's organization.
        people: Keys of those whom I met.
    """

    day: date
    kind: str
    name: str = ""
    text: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """One page before a conversation.

    Attributes:
        person: Whom I meet.
        meeting: The next planned conversation, or None.
        introducers: Keys of those who led me to her.
        said: The last words between us, newest first.
        mine, theirs: Open promises.
        questions: Open questions that she could answer, the thinnest evidence first.
        ask_for: Whom she may know.
        gifts: What I can give.
        since: What happened since the last contact, oldest first.
    """

    person: Person
    meeting: Meeting | None
    introducers: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    mine: tuple[Owed, ...] = ()
    theirs: tuple[Owed, ...] = ()
    questions: tuple[Open, ...] = ()
    ask_for: tuple[Aim, ...] = ()
    gifts: tuple[Gift, ...] = ()
    since: tuple[News, ...] = ()


def briefing(key: str, facts: Facts, known: Rows | None = None) -> Briefing:
    """What to know before a conversation with somebody.

    Args:
        key: With whom.
        facts: The facts of the day.
        known: What was derived of them already.

    Raises:
        KeyError: There is no such person today.
    """
    person = facts.people[key]
    open_, rows, meetings, targets = (
        (known.promises, known.clarity, known.meetings, known.coverage)
        if known
        else (promises(facts), questions(facts), ahead(facts), coverage(facts))
    )
    owed = [row for row in open_ if key in row.people]
    return Briefing(
        person,
        next((meeting for meeting in meetings if key in meeting.people), None),
        person.introducers,
        tuple(_said(person)),
        tuple(row for row in owed if row.who == "me"),
        tuple(row for row in owed if row.who == "they"),
        open_questions(person, facts, rows),
        tuple(_ask_for(person, facts, rows, targets)),
        tuple(_gifts(person, facts)),
        tuple(_since(person, facts)),
    )


def open_questions(person: Person, facts: Facts, rows: Iterable[Clarity]) -> tuple[Open, ...]:
    """My open questions, those first that fit her and of which least is known.

    What she could answer comes first, at most `MOST_QUESTIONS`; where that is little, others of
    which little is known fill it up to `FEWEST_QUESTIONS`.
    """
    offered = _offered(person, facts)
    found = [
        Open(
            row.question.key,
            row.question.name,
            row.question.question,
            row.state,
            len(row.voices),
            same_topic(_wanted(row), offered),
            person.key in row.voices,
        )
        for row in rows
        if row.state in ASKING
    ]
    found.sort(key=lambda row: (not row.fits, row.heard, row.voices, row.name))
    fitting = sum(row.fits for row in found)
    return tuple(found[: min(max(fitting, FEWEST_QUESTIONS), MOST_QUESTIONS)])


def _wanted(row: Clarity) -> frozenset[str]:
    return words_of(_text_of(row.question))


def _text_of(question: Question) -> str:
    return " ".join((question.name, question.question, *question.options, *question.topics))


def _offered(person: Person, facts: Facts) -> frozenset[str]:
    contact = person.contact
    there = (each for each in facts.book.organizations.values() if contact.org)
    industry = next((o.industry for o in there if org_key(o.name) == org_key(contact.org)), "")
    texts = (*contact.topics, contact.role, contact.org, contact.industry, industry)
    return words_of(" ".join(texts))


def _said(person: Person) -> Iterable[Said]:
    """The last log lines with words in them, and what I learned when we last talked."""
    log = [e for e in person.contact.log if e.verb in _WORDS and e.text]
    for event in log[: -MOST - 1 : -1]:
        yield Said(event.day, event.verb, event.text)
    told = [(talk.day, talk.insights) for talk in person.talks if talk.day and talk.insights]
    for day, insights in told[-1:]:
        yield from (Said(day, "learned", learned.text) for learned in insights[:MOST])


def _ask_for(
    person: Person, facts: Facts, rows: Iterable[Clarity], targets: Iterable[Target]
) -> Iterable[Aim]:
    """Organizations of mine that are still dark, near ones first; then what nobody spoke of."""
    own = org_key(person.contact.org)
    places = {org_key(org.name): org for org in facts.book.organizations.values()}
    here = places.get(own)

    def far(key: str) -> bool:
        org = places[key]
        return not (here and org.industry and org.industry == here.industry)

    dark = [org_key(row.name) for row in targets if not row.reached]
    for key in sorted((key for key in dark if key != own), key=far)[:MOST]:
        yield Aim("organization", places[key].name)
    offered = _offered(person, facts)
    unheard = (row for row in rows if row.state == "open")
    others = [row for row in unheard if not same_topic(_wanted(row), offered)]
    yield from (Aim("question", row.question.name) for row in others[:MOST])


def _gifts(person: Person, facts: Facts) -> Iterable[Gift]:
    """What I gladly talk about, what fits her first; and whom of mine she might like to meet."""
    offered = _offered(person, facts)
    mine = facts.book.me.topics
    for topic in sorted(mine, key=lambda text: not same_topic(words_of(text), offered))[:MOST]:
        yield Gift("topic", topic)
    interests = words_of(" ".join(person.contact.topics))
    topics = {topic for other in facts.people.values() for topic in other.contact.topics}
    fitting = {topic for topic in topics if same_topic(words_of(topic), interests)}
    known = {*person.introducers, *(key for talk in person.talks for key in talk.named), person.key}
    own = org_key(person.contact.org)
    found = [
        other
        for key, other in facts.people.items()
        if other.talks
        and not fitting.isdisjoint(other.contact.topics)
        and key not in known
        and not (other.contact.org and org_key(other.contact.org) == own)
    ]
    found.sort(key=lambda other: (other.last_contact or date.min, other.name), reverse=True)
    for other in found[:MOST]:
        yield Gift("person", other.name, other.key)


def _since(person: Person, facts: Facts) -> Iterable[News]:
    """What happened to me since the last contact; nothing where there was none."""
    last = person.last_contact
    if last is None:
        return
    book = facts.book
    found = [
        News(q.decided, "decided", q.name, q.decision)
        for q in book.questions.values()
        if q.decided and last < q.decided <= facts.today
    ]
    found += [
        News(day, stage, chance.name, chance.org)
        for chance in book.opportunities
        for stage, day in chance.stages[-1:]
        if last < day <= facts.today
    ]
    if book.me.arrived and last < book.me.arrived <= facts.today:
        found.append(News(book.me.arrived, "arrived"))
    talks = [t for t in facts.talks if t.day and t.day > last and person.key not in t.people]
    if talks:
        met = tuple(dict.fromkeys(key for talk in talks for key in talk.people))
        found.append(News(max(t.day for t in talks if t.day), "talked", people=met))
    yield from sorted(found, key=lambda row: (row.day, row.kind, row.name))


def others_to_ask(person: Person, facts: Facts, question: str = "") -> tuple[str, ...]:
    """Keys of those who could know as well: at the same organization first, then by the question.

    Only people whom I haven't asked and who aren't resting, at most `MOST`.

    Args:
        person: Whom I ask.
        facts: The facts of the day.
        question: Key of the question of mine, or "".
    """
    asked = facts.book.questions.get(question)
    wanted = words_of(_text_of(asked)) if asked else frozenset[str]()
    own = org_key(person.contact.org)
    found = []
    for other in facts.people.values():
        if other.key == person.key or not other.untouched or other.resting:
            continue
        there = bool(own) and org_key(other.contact.org) == own
        if there or same_topic(wanted, _offered(other, facts)):
            found.append((not there, other.name, other.key))
    return tuple(key for _, _, key in sorted(found)[:MOST])
