"""What do I do now: at most three steps, ordered by the social cost of being late.

Each source of steps is one function in `ORDER`; the first that have something fill the list. Ties
go by date, then name. What rests, or is dated before ``started``, is never due; in a pause nothing
is; after a gap of four weeks there are the three smallest steps and no backlog. Source: method.md,
"Views", next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import islice

from notesync.notes.book import Conversation
from notesync.views.ahead import meeting_of
from notesync.views.beginnings import beginnings, greetings, start
from notesync.views.evidence import find_evidence
from notesync.views.facts import Facts, Person, org_key
from notesync.views.momentum import gap
from notesync.views.steps import Rows, Source, Step
from notesync.views.thanks_promises import Thanks, past_nudge
from notesync.views.touch import dormant, keep_in_touch
from notesync.views.waiting import due

STEPS = 3
_GIVES_WAY = 14  # days after which a late thanks leaves this list
_DEBRIEF = 14  # days in which a conversation is remembered well enough
# Conversations whose content isn't mine to write down.
_UNDEBRIEFED = frozenset({"give-back"})


def next_steps(rows: Rows, count: int = STEPS) -> tuple[Step, ...]:
    """The steps of today, at most `count`."""
    if rows.facts.paused:
        return ()
    order = _SMALLEST if gap(rows.facts) else ORDER
    return tuple(islice(_distinct(rows, order), count))


def _distinct(sources: Rows, order: Iterable[Source]) -> Iterable[Step]:
    """All steps in order; of several that one message to a person would settle, the first."""
    written: set[tuple[str, str]] = set()
    for source in order:
        for step in sorted(source(sources), key=lambda step: _by_date(step, sources.facts)):
            message = _MESSAGES.get(step.action)
            if message and step.contact:
                if (message, step.contact) in written:
                    continue
                written.add((message, step.contact))
            yield step


# Steps that are one message: thanks for two talks at once, a new word to somebody whatever for.
_MESSAGES: Mapping[str, str] = {
    "thank": "thanks",
    **dict.fromkeys(("ask", "find_evidence", "keep_in_touch", "reconnect", "start"), "word"),
}


def _by_date(step: Step, facts: Facts) -> tuple[bool, date, str]:
    name = facts.people[step.contact].name if step.contact in facts.people else ""
    # Ties and first steps come in an order of their own: the easiest first.
    if step.action in {"reconnect", "start", "find_evidence"} or step.reason == "easy":
        return (False, date.min, "")
    return (step.day is None, step.day or date.min, name)


# ---------------------------------------------------------------- the sources


def _late_thanks(sources: Rows) -> Iterable[Step]:
    for row in sources.thanks:
        if 0 < row.days_late <= _GIVES_WAY:
            yield _thank(row, late=True)


def _thanks_due(sources: Rows) -> Iterable[Step]:
    for row in sources.thanks:
        if not row.days_late:
            yield _thank(row, late=False)


def _thank(row: Thanks, *, late: bool) -> Step:
    return Step(
        "thank", "talked", row.contact, row.due, row.talked, key=row.conversation, late=late
    )


def _late_promises(sources: Rows) -> Iterable[Step]:
    for row in sources.promises:
        if row.who == "me" and row.due and row.due < sources.facts.today:
            yield Step(
                "keep_promise",
                "promised",
                row.people[0] if row.people else "",
                row.due,
                others=row.people[1:],
                about=row.text,
                key=row.path,
                late=True,
            )


def _meetings(sources: Rows) -> Iterable[Step]:
    facts = sources.facts
    for meeting in sources.meetings:
        key, day = meeting.key, meeting.day
        for person in meeting.confirm:
            yield Step("confirm", "planned", person, day, day, key=key)
        if day == facts.today and not meeting.confirm:
            person = next(iter(meeting.people), "")
            if not _rests(person, facts):
                yield Step("prepare", "today", person, day, day, meeting.people[1:], key=key)


def _did_it_happen(sources: Rows) -> Iterable[Step]:
    facts = sources.facts
    for talk in facts.conversations.pending:
        meeting = meeting_of(talk, facts)
        person = next(iter(talk.people), "")
        if facts.counts(meeting.day) and not _rests(person, facts):
            others = meeting.people[1:]
            yield Step(
                "did_it_happen",
                "day_passed",
                person,
                meeting.day,
                meeting.day,
                others,
                key=talk.key,
            )


def _debrief(sources: Rows) -> Iterable[Step]:
    facts = sources.facts
    for talk in reversed(facts.conversations.held):
        assert talk.day is not None
        if (facts.today - talk.day).days > _DEBRIEF:
            break
        person = next(iter(talk.people), "")
        if (
            talk.noted
            and talk.kind not in _UNDEBRIEFED
            and not _debriefed(talk)
            and facts.counts(talk.day)
            and not _rests(person, facts)
        ):
            yield Step("debrief", "talked", person, talk.day, talk.day, key=talk.key)


def _debriefed(talk: Conversation) -> bool:
    return bool(
        talk.insights
        or talk.surprises
        or talk.named
        or talk.promises
        or talk.confidence_before
        or talk.confidence_after
    )


def _reply(sources: Rows) -> Iterable[Step]:
    facts = sources.facts
    for person in facts.people.values():
        if person.my_turn and not person.resting and facts.counts(person.my_turn):
            yield Step("reply", "replied", person.key, person.my_turn, person.my_turn)


def _report_back(sources: Rows) -> Iterable[Step]:
    for row in sources.reports:
        late = row.due < sources.facts.today
        yield Step("report_back", "met", row.contact, row.due, row.talked, row.met, late=late)


def _named(sources: Rows) -> Iterable[Step]:
    facts = sources.facts
    for person in facts.people.values():
        naming = facts.book.namings.get(person.key)
        if person.resting or not person.untouched or not (naming or person.introducers):
            continue
        day = naming.day if naming else person.contact.since
        if not facts.counts(day):
            continue
        by = person.introducers or (naming.by if naming else ())
        due_ = day + timedelta(days=facts.rhythm.ask_named) if day else None
        yield Step("ask", "named", person.key, due_, day, by)


def _remind(sources: Rows) -> Iterable[Step]:
    for row in due(sources.waiting, "remind"):
        yield Step("remind", "no_answer", row.contact, row.day, row.asked)


def _broaden(sources: Rows) -> Iterable[Step]:
    facts = sources.facts
    for row in due(sources.waiting, "broaden"):
        others = _others_at(facts.people[row.contact], facts)
        yield Step("broaden", "no_answer_yet", row.contact, row.day, row.asked, others)


def _others_at(person: Person, facts: Facts) -> tuple[str, ...]:
    """Who else is listed at her organization and was never asked."""
    org = org_key(person.contact.org)
    return tuple(
        other.key
        for other in facts.people.values()
        if org and org_key(other.contact.org) == org and other.untouched and not other.resting
    )


def _find_evidence(sources: Rows) -> Iterable[Step]:
    for row in find_evidence(sources.facts, sources.clarity):
        yield Step(
            "find_evidence", "open_question", row.contact, about=row.question_name, key=row.question
        )


def _nudge(sources: Rows) -> Iterable[Step]:
    for row in past_nudge(sources.promises, sources.facts.today):
        person = next(iter(row.people), "")
        others = row.people[1:]
        yield Step("nudge", "they_promised", person, row.nudge, row.due, others, row.text, row.path)


def _keep_in_touch(sources: Rows) -> Iterable[Step]:
    for tie in keep_in_touch(sources.facts):
        yield Step("keep_in_touch", "cadence", tie.contact, tie.due, tie.last)


def _reconnect(sources: Rows) -> Iterable[Step]:
    for tie in dormant(sources.facts):
        yield Step("reconnect", "dormant", tie.contact, tie.due, tie.last)


def _rests(key: str, facts: Facts) -> bool:
    return key in facts.people and facts.people[key].resting


# From what costs most when it is late to what can wait.
ORDER: tuple[Source, ...] = (
    _late_thanks,
    _late_promises,
    _meetings,
    _did_it_happen,
    _debrief,
    _reply,
    _thanks_due,
    _report_back,
    _named,
    _remind,
    _broaden,
    _find_evidence,
    _nudge,
    _keep_in_touch,
    _reconnect,
    start,
)
# After a gap: what is in the diary, then what is small.
_SMALLEST: tuple[Source, ...] = (
    _meetings,
    greetings,
    _named,
    _find_evidence,
    _reconnect,
    beginnings,
)
