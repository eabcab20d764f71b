"""What holds for any story: made-up logs and talks, on any day."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.binding import bind
from notesync.notes.book import Book
from notesync.notes.kinds import VERBS
from notesync.notes.packing import pack
from notesync.notes.recall import Recall
from notesync.notes.rhythm import Rhythm
from notesync.views.facts import gather
from notesync.views.orders import impossible_orders
from notesync.views.payload import payload
from notesync.views.status import status
from notesync.views.timeline import timeline
from notesync.words import ENGLISH
from tests.views.vault import HAMBURG, notes_of

FIRST = date(2026, 4, 1)
PEOPLE = ("Anna", "Ben", "Cem")
DAYS = st.integers(0, 60).map(lambda days: FIRST + timedelta(days=days))
KEYS = st.sampled_from(("", "", "expect:yes", "expect:no", "named:Ida", "named:Ben"))
VERB = st.sampled_from([term.code for term in VERBS] + ["asked", "agreed", "told"])


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, date, str]:
    """Who, when, and a log line."""
    day, verb, key = draw(DAYS), draw(VERB), draw(KEYS)
    when = draw(st.none() | DAYS)
    if when and verb in {"agreed", "moved"}:
        key += f" for:{when}"
    if when and verb in {"deferred", "rests"}:
        key += f" until:{when}"
    return draw(st.sampled_from(PEOPLE)), day, f"- {day} {verb} {key}".rstrip()


@st.composite
def talks(draw: st.DrawFn) -> tuple[date, str]:
    """When, and a conversation's note."""
    day = draw(DAYS)
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True))
    kind = draw(st.sampled_from(("information", "practice", "give-back", "employment")))
    state = draw(st.sampled_from(("", "", "state: planned", "state: cancelled", "state: held")))
    body = draw(
        st.sampled_from(("", "- [insight] Much [[Q]] +a", "- [ ] me: call", "- [ ] they: x"))
    )
    return day, f"---\npeople: [{', '.join(people)}]\nkind: {kind}\n{state}\n---\n{body}\n"


LOGS = st.lists(lines(), max_size=12)
TALKS = st.lists(talks(), max_size=4)


def files_of_story(log: list[tuple[str, date, str]], met: list[tuple[date, str]]) -> dict[str, str]:
    files = {
        f"contacts/{name}.md": "---\ncreated: 2026-03-01\norg: Hafenwerk\n---\n## Log\n"
        + "".join(f"{line}\n" for who, _, line in log if who == name)
        for name in PEOPLE
    }
    files |= {f"conversations/{day} {at}.md": text for at, (day, text) in enumerate(met)}
    files["questions/Q.md"] = "---\noptions: [a, b]\n---\n"
    return files


def shown(
    log: list[tuple[str, date, str]], met: list[tuple[date, str]], today: date
) -> dict[str, Any]:
    found = status(bind(notes_of(files_of_story(log, met))), today, HAMBURG, Rhythm())
    impossible_orders(found.facts)
    for key in found.facts.people:
        timeline(key, found.facts)
    return payload(found, ENGLISH)


@given(LOGS, TALKS, DAYS)
def test_figures_fit_together(
    log: list[tuple[str, date, str]], met: list[tuple[date, str]], today: date
) -> None:
    got = shown(log, met, today)
    assert got["asked"] == got["settled"] + len(got["waiting"])
    assert got["settled"] == got["agreed"] + got["declined"] + got["no_reply"]
    assert got["referred"] <= got["declined"]
    assert got["guessed"] + got["guessed_silent"] <= got["settled"]
    assert got["expected_yes"] <= got["guessed"]
    assert got["generations_reached"] <= got["generations_listed"]
    assert got["active_weeks"] <= got["weeks"] <= 8
    assert len(got["next"]) <= 3
    assert not set(got["broaden"]) & set(got["remind"])
    assert {row["contact"] for row in got["waiting"]} >= {*got["broaden"], *got["remind"]}
    assert all(row["date"] >= today.isoformat() for row in got["planned"])
    assert all(row["talked"] <= today.isoformat() for row in got["thanks_open"])


@given(LOGS, DAYS)
def test_a_finished_log_cut_to_a_day_is_the_log_of_that_day(
    log: list[tuple[str, date, str]], today: date
) -> None:
    log = [(who, day, line) for who, day, line in log if "told" not in line]
    built = [(who, day, line) for who, day, line in log if day <= today]
    assert shown(log, [], today) == shown(built, [], today)


def bound(files: dict[str, str], recall: Recall) -> Book:
    notes = sorted(notes_of(files), key=lambda note: note.path)
    return recall.bind(lambda kind: [pack(note)[0] for note in notes if note.kind == kind])


@given(LOGS, TALKS, st.sets(st.integers(0, 15)), DAYS, DAYS)
def test_facts_that_follow_on_earlier_ones_are_those_from_nothing(
    log: list[tuple[str, date, str]],
    met: list[tuple[date, str]],
    gone: set[int],
    first: date,
    today: date,
) -> None:
    fewer = [line for at, line in enumerate(log) if at not in gone]
    others = [talk for at, talk in enumerate(met) if at + len(log) not in gone]
    recall, before = Recall(), None
    for lines, talks, day in ((log, met, first), (fewer, others, today), (log, others, today)):
        files = files_of_story(lines, talks)
        book = bound(files, recall)
        before = gather(book, day, HAMBURG, Rhythm(), before)
        assert before == gather(bind(notes_of(files)), day, HAMBURG, Rhythm())


def test_whoever_is_as_she_was_is_taken_over_and_nobody_on_another_day() -> None:
    recall = Recall()
    story = [("Anna", FIRST, f"- {FIRST} asked"), ("Ben", FIRST, f"- {FIRST} asked")]
    before = gather(bound(files_of_story(story, []), recall), FIRST, HAMBURG, Rhythm())
    later = [*story, ("Ben", FIRST, f"- {FIRST} agreed")]
    after = gather(bound(files_of_story(later, []), recall), FIRST, HAMBURG, Rhythm(), before)
    assert after.people["contacts/Anna.md"] is before.people["contacts/Anna.md"]
    assert after.people["contacts/Ben.md"].episodes[0].answer == "agreed"
    day = FIRST + timedelta(days=90)
    much_later = gather(bound(files_of_story(later, []), recall), day, HAMBURG, Rhythm(), after)
    assert much_later.people["contacts/Anna.md"].episodes[0].closed is not None
