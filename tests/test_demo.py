"""The example vault, in both languages, against the story it tells (stories/petra.json).

The events are read here with a reader of the test's own, python-frontmatter and a few patterns, so
that a mistake in ours can't hide one in the notes; the figures of the days are notesync's own.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import holidays
import pytest

from notesync.notes import document
from notesync.notes.binding import bind
from notesync.notes.cutting import cut
from notesync.notes.kinds import CHANNELS, FOLDERS, TYPE_NAMES, VERBS, KindMap, Term
from notesync.notes.note import Note
from notesync.notes.reading import read_note
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.views.payload import payload
from notesync.views.status import status
from notesync.words import Words

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "vault-example"
DEMO = {lang: ROOT / "notesync" / "demo" / lang for lang in ("en", "de")}
STORY = json.loads((ROOT / "tests" / "stories" / "petra.json").read_text(encoding="utf-8"))

QUESTIONS = {
    "en": ["B2B or B2C", "Energy", "Agency or company", "Leading part-time"],
    "de": ["B2B oder B2C", "Energie", "Agentur oder Unternehmen", "Führung in Teilzeit"],
}
LANGUAGES = pytest.mark.parametrize("lang", DEMO)

# The story's events that are one line in a log, and the verb of that line.
LOGGED = {
    "ask": "asked",
    "agree": "agreed",
    "remind": "reminded",
    "confirm": "confirmed",
    "thank": "thanked",
    "report": "reported",
    "refer": "referred",
}
LOG_LINE = re.compile(r"^- (\d{4}-\d\d-\d\d) (\S+)(.*)$", re.MULTILINE)
LINK = re.compile(r"\[\[([^\]|#]+)")


def files(vault: Path) -> dict[str, bytes]:
    """Path in the vault to bytes, without what notesync derives there."""
    derived = {"dashboard.html", "Übersicht.html"}
    return {
        path.relative_to(vault).as_posix(): path.read_bytes()
        for path in vault.rglob("*")
        if path.is_file() and path.name not in derived and ".notesync" not in path.parts
    }


def codes(terms: tuple[Term, ...]) -> dict[str, str]:
    """Each way to write a term, to its code."""
    return {word: term.code for term in terms for word in (term.code, term.de, *term.also)}


def header(path: Path) -> dict[str, Any]:
    return frontmatter.loads(path.read_text(encoding="utf-8")).metadata


def linked(value: object) -> list[str]:
    """The names in a header's link or list of links."""
    return LINK.findall(str(value))


def notes(lang: str, kind: str) -> dict[str, Path]:
    folder = DEMO[lang] / FOLDERS[lang][kind]
    return {path.stem: path for path in sorted(folder.glob("*.md"))}


def log(lang: str, person: str) -> list[tuple[str, str, str]]:
    """(date, code of the verb, the rest of the line) of a person's log lines."""
    verbs = codes(VERBS)
    text = notes(lang, "contact")[person].read_text(encoding="utf-8")
    return [(day, verbs[verb], rest) for day, verb, rest in LOG_LINE.findall(text)]


def question_code(lang: str, name: str) -> str:
    return f"Q{QUESTIONS[lang].index(name) + 1}"


def voices(lang: str, path: Path) -> set[str]:
    """The questions (Q1 to Q4) on which a conversation's lines say something."""
    text = path.read_text(encoding="utf-8")
    found = set(re.findall(r"^### \[\[([^\]]+)\]\]", text, re.MULTILINE))
    for line in re.findall(r"^- (?!\[[ x-]\]|\[surprise\]).*$", text, re.MULTILINE):
        found |= set(LINK.findall(line)) & set(QUESTIONS[lang])
    return {question_code(lang, name) for name in found}


def names(text: str) -> set[str]:
    """Whom a conversation names: in its header and under its heading for names."""
    sections = re.findall(r"^## (?:Names|Namen)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    listed = frontmatter.loads(text).metadata.get("named", [])
    return set(linked(listed)) | {name for section in sections for name in LINK.findall(section)}


def telling(lang: str) -> Iterator[dict[str, Any]]:
    """The events that a vault tells, as petra.json writes them."""
    verbs = {verb: event for event, verb in LOGGED.items()}
    for person in notes(lang, "contact"):
        for day, verb, rest in log(lang, person):
            if verb in verbs:
                yield {"date": day, "event": verbs[verb], "who": person, **said(rest, verb)}
    for name, path in notes(lang, "conversation").items():
        found: dict[str, Any] = {"date": name[:10], "event": "talk", "who": name[11:]}
        if named := names(path.read_text(encoding="utf-8")):
            found["names"] = sorted(named)
        yield found | {"answers": sorted(voices(lang, path))}
    for name, path in notes(lang, "question").items():
        if (keys := header(path)).get("decided"):
            question = question_code(lang, name)
            decision = {"question": question, "option": keys["decision"]}
            yield {"date": str(keys["decided"]), "event": "decide", **decision}
    for path in notes(lang, "opportunity").values():
        keys = header(path)
        ((org,), (via,)) = linked(keys["org"]), linked(keys["via"])
        yield {"date": str(keys["applied"]), "event": "apply", "org": org, "via": via}


def said(rest: str, verb: str) -> dict[str, Any]:
    """What a log line says besides its date and verb, as petra.json writes it."""
    found: dict[str, Any] = {}
    if expect := re.search(r"\bexpect:(yes|no)\b", rest):
        found["expect"] = expect[1] == "yes"
    if when := re.search(r"\bfor:(\d{4}-\d\d-\d\d)", rest):
        found["when"] = when[1]
    if verb == "referred":
        found["names"] = LINK.findall(rest)
    return found


def sortable(event: Mapping[str, Any]) -> str:
    """An event in one order of keys and names."""
    event = {key: sorted(value) if key == "names" else value for key, value in event.items()}
    return json.dumps(event, sort_keys=True, ensure_ascii=False)


def test_the_example_vault_is_the_english_demo_byte_for_byte() -> None:
    assert files(EXAMPLE) == files(DEMO["en"])


@LANGUAGES
def test_the_vault_tells_every_event_of_the_story_and_no_other(lang: str) -> None:
    told = Counter(map(sortable, telling(lang)))
    assert told == Counter(map(sortable, STORY["events"]))


@LANGUAGES
def test_everybody_is_there_with_her_organization(lang: str) -> None:
    people = {
        name: next(iter(linked(header(path).get("org", ""))), None)
        for name, path in notes(lang, "contact").items()
    }
    assert people == {name: each["org"] for name, each in STORY["people"].items()}


@LANGUAGES
def test_the_targets_and_the_questions_are_those_of_the_story(lang: str) -> None:
    targets = {name for name, path in notes(lang, "organization").items() if header(path)["target"]}
    assert targets == set(STORY["targets"])
    assert set(notes(lang, "question")) == set(QUESTIONS[lang])


@LANGUAGES
def test_nobody_is_listed_before_she_was_named(lang: str) -> None:
    first_named: dict[str, str] = {}
    for event in STORY["events"]:
        for name in event.get("names", ()):
            first_named.setdefault(name, event["date"])
    created = {name: str(header(path)["created"]) for name, path in notes(lang, "contact").items()}
    assert {name: created[name] for name in first_named} == first_named
    others = {name: day for name, day in created.items() if name not in first_named}
    assert others.pop("Dr. Henrik Solms") == "2026-05-07"
    assert set(others.values()) == {STORY["started"]}
    assert len(others) == 5


@LANGUAGES
def test_who_was_named_says_by_whom(lang: str) -> None:
    introducers = {
        name: event["who"] for event in STORY["events"] for name in event.get("names", ())
    }
    told = {
        name: linked(keys["introduced_by"])[0]
        for name, path in notes(lang, "contact").items()
        if "introduced_by" in (keys := header(path))
    }
    assert told == introducers


@LANGUAGES
def test_every_link_leads_to_a_note(lang: str) -> None:
    paths = list(DEMO[lang].rglob("*.md"))
    targets = {path.stem for path in paths}
    assert [
        (path.name, link)
        for path in paths
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if link not in targets
    ] == []


@LANGUAGES
def test_one_promise_of_mine_and_one_of_theirs_are_open_and_others_are_kept(lang: str) -> None:
    promises = [
        promise
        for path in notes(lang, "conversation").values()
        for promise in re.findall(
            r"^- \[([ x])\] (me|ich|they|sie): .*📅 (\S+)(?: ✅ (\S+))?$",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    ]
    still_open = [(who, due) for mark, who, due, _ in promises if mark == " "]
    mine, theirs = ("me", "they") if lang == "en" else ("ich", "sie")
    assert still_open == [(theirs, "2026-05-22"), (mine, "2026-06-01")]
    kept = [(due, done) for mark, _, due, done in promises if mark == "x"]
    assert kept
    assert all(done <= due for due, done in kept)


def facts(lang: str) -> dict[str, Counter[tuple[str, ...]]]:
    """All that is dated or counted, without a word of prose, so that languages can be compared."""
    channels = codes(CHANNELS)
    counted: dict[str, Counter[tuple[str, ...]]] = {}
    for person in notes(lang, "contact"):
        counted[person] = Counter(
            (day, verb, channels.get(rest.split()[0], ""), *re.findall(r"\w+:[\w:-]+", rest))
            if rest[:2] != " —"
            else (day, verb)
            for day, verb, rest in log(lang, person)
        )
    for name, path in notes(lang, "conversation").items():
        keys = header(path)
        channel = channels[keys.pop("channel")]
        plain = (f"{key}={keys[key]}" for key in keys if key.startswith(("conf", "min", "date")))
        counted[name] = Counter([(channel, *plain, str(keys["people"]), str(keys.get("named")))])
    return counted


def test_both_languages_tell_the_same_facts() -> None:
    assert facts("en") == facts("de")


def test_both_languages_have_the_same_files() -> None:
    """File for file in the same kind of folder, with as many lines and the same keys."""
    for kind in FOLDERS["en"]:
        english, german = notes("en", kind), notes("de", kind)
        if kind not in {"question", "opportunity"}:
            assert list(english) == list(german)
        pairs = zip(
            QUESTIONS["en"] if kind == "question" else english,
            QUESTIONS["de"] if kind == "question" else german,
            strict=True,
        )
        for one, other in pairs:
            assert list(header(english[one])) == list(header(german[other]))
            lines = [len(path.read_bytes().splitlines()) for path in (english[one], german[other])]
            assert lines[0] == lines[1], one
    assert len(files(DEMO["en"])) == len(files(DEMO["de"]))


@LANGUAGES
def test_a_type_that_a_note_names_is_that_of_its_folder(lang: str) -> None:
    for kind in FOLDERS[lang]:
        for path in notes(lang, kind).values():
            typed = str(header(path).get("type", kind)).casefold()
            assert TYPE_NAMES.get(typed, typed) == kind, path.name


@LANGUAGES
def test_nothing_in_the_demo_can_reach_a_real_person(lang: str) -> None:
    """Addresses at example.org, numbers that nobody in Germany can be given.

    Source: Bundesnetzagentur, "Rufnummern für Medienproduktionen" (Amtsblatt 7/2021): 040 66969
    with three more digits in Hamburg, and 0152 28817386.
    """
    for path in notes(lang, "contact").values():
        keys = header(path)
        assert str(keys.get("email", "@example.org")).endswith("@example.org")
        phone = re.sub(r"\D", "", str(keys.get("phone", "")))
        assert re.fullmatch(r"|494066969\d{3}|4915228817386", phone), path.name


# ---------------------------------------------------------------- read by notesync


def read(lang: str) -> list[Note]:
    paths = sorted(DEMO[lang].rglob("*.md"))
    return [
        read_note(
            path.relative_to(DEMO[lang]).as_posix(),
            document.read(path.read_text(encoding="utf-8"), path.name),
            KindMap(),
        )
        for path in paths
    ]


def figures(lang: str, today: date, built_until: date) -> dict[str, Any]:
    """What ``status --json`` says of a day, of a vault that was built up to another."""
    book = bind(read(lang))
    if built_until < today:
        book = cut(book, built_until)
    years = range(today.year - 1, today.year + 2)
    days = holidays.country_holidays("DE", subdiv=STORY["region"][3:], years=years)
    calendar = Calendar(frozenset(days), frozenset(years))
    told = payload(status(book, today, calendar, Rhythm()), Words())
    return dict(json.loads(json.dumps(told)))


def alike(told: object, expected: object) -> object:
    """What was told, without the keys that the story doesn't mention."""
    if isinstance(expected, dict) and isinstance(told, dict):
        return {key: alike(told.get(key), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(told, list) and expected:
        return [alike(row, expected[0]) for row in told]
    return told


@LANGUAGES
def test_notesync_finds_no_problem_in_any_note(lang: str) -> None:
    assert [(note.path, found) for note in read(lang) for found in note.problems] == []


@LANGUAGES
@pytest.mark.parametrize("check", STORY["checks"], ids=lambda check: str(check["today"]))
def test_the_vault_shows_the_figures_of_the_story_on_each_of_its_days(
    lang: str, check: Mapping[str, Any]
) -> None:
    days = (date.fromisoformat(check[key]) for key in ("today", "built_until"))
    told = figures(lang, *days)
    for row in told["questions"]:
        row["question"] = question_code(lang, row["question"])
    told["questions"].sort(key=lambda row: row["question"])
    assert alike(told, check["status"]) == check["status"]


def test_both_languages_show_the_same_next_steps() -> None:
    for check in STORY["checks"]:
        today = date.fromisoformat(check["today"])
        steps = [
            [(step["action"], step["contact"], step["date"]) for step in told["next"]]
            for told in (figures(lang, today, today) for lang in DEMO)
        ]
        assert steps[0] == steps[1]
        assert 1 <= len(steps[0]) <= 3
        assert {contact for _, contact, _ in steps[0]} <= set(STORY["people"])
