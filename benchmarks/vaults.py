"""Turn a number of notes and a seed into a German vault as a busy person might have one.

Three in ten notes are contacts with a log, four in ten conversations with insights, names and
promises, a few are organizations, questions, opportunities and reviews, the rest plain notes. A
note has about 2.3 kB; the same number and seed always give the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from benchmarks import words

SEED = 2026
TODAY = date(2026, 5, 29)
FIRST_DAY = date(2021, 1, 4)
WAIT = timedelta(days=6)  # from a yes to the conversation
CONFIG = f'lang = "de"\nregion = "DE-HH"\ntoday = "{TODAY}"\n'
ME = "---\ntype: me\nstarted: 2021-01-04\ntopics: [Energie, Schreiben, Häfen]\n---\n"

# Kind of note -> how many of 1,000 there are.
SHARES: Mapping[str, int] = {
    "contact": 300,
    "conversation": 400,
    "organization": 40,
    "opportunity": 8,
    "note": 251,
    "question": 1,
}
QUESTIONS = 20  # at most; nobody has more open questions than that


@dataclass(slots=True)
class Town:
    """Who and what there is to write about.

    Attributes:
        chance: Where every choice comes from.
        people: Names of contacts.
        organizations, questions: Their names.
        agreed: Who agreed to talk on which day; most conversations come of that.
    """

    chance: random.Random
    people: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    agreed: list[tuple[str, date]] = field(default_factory=list)

    def day(self) -> date:
        """A day in the past."""
        return FIRST_DAY + timedelta(days=self.chance.randrange((TODAY - FIRST_DAY).days))

    def text(self, size: int) -> str:
        """Prose of about so many characters, in paragraphs with a link here and there."""
        paragraphs: list[str] = []
        while size > 0:
            sentences = [self.sentence() for _ in range(self.chance.randint(2, 6))]
            if self.chance.random() < 0.3:  # noqa: PLR2004 -- three in ten
                sentences.append(f"Dazu auch [[{self.chance.choice(self.people)}]].")
            paragraphs.append(" ".join(sentences))
            size -= len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs)

    def sentence(self) -> str:
        """One sentence, of made-up compounds too, so that the vocabulary is as large as German."""
        pick = self.chance.choice
        return pick(words.SENTENCES).format(
            noun=pick(words.NOUNS),
            other=pick(words.NOUNS),
            compound=pick(words.FRONTS) + pick(words.BACKS),
            adjective=pick(words.ADJECTIVES),
            verb=pick(words.VERBS),
            place=pick(words.PLACES),
        )


def write_vault(folder: Path, count: int, seed: int = SEED) -> int:
    """Write a vault of `count` notes; returns how many bytes the notes have.

    Args:
        folder: An empty folder, or one that isn't there yet.
        count: How many notes; at least 20.
        seed: Another one gives another vault.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "notesync.toml").write_text(CONFIG, encoding="utf-8")
    size = 0
    for path, text in notes(count, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode()
        file.write_bytes(content)
        size += len(content)
    return size


def notes(count: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Path and text of every note."""
    chance = random.Random(seed)
    numbers = {kind: max(1, count * share // 1000) for kind, share in SHARES.items()}
    numbers["question"] = min(numbers["question"], QUESTIONS)
    numbers["note"] += count - 1 - sum(numbers.values())
    town = Town(chance)
    town.people = list(_distinct(numbers["contact"], town, _person))
    town.organizations = list(_distinct(numbers["organization"], town, _organization))
    town.questions = list(_distinct(numbers["question"], town, _question))
    yield "me.md", ME
    for name in town.people:
        yield f"Menschen/{name}.md", _contact(town, name)
    for number in range(numbers["conversation"]):
        yield _conversation(town, number)
    for name in town.organizations:
        yield f"Firmen/{name}.md", _organization_note(town)
    for name in town.questions:
        yield f"Fragen/{name}.md", _question_note(town, name)
    for number in range(numbers["opportunity"]):
        yield f"Chancen/{number:05} {town.sentence()[:30].strip()}.md", _opportunity(town)
    for number in range(numbers["note"]):
        yield f"Notizen/{number % 40:02}/{number:05} {_title(town)}.md", _plain(town)


# -------------------------------------------------------------------------------------- names


def _distinct(count: int, town: Town, make: Callable[[Town], str]) -> Iterator[str]:
    """So many names, no two of them alike."""
    known: set[str] = set()
    while len(known) < count:
        name = make(town)
        if name in known:
            name = f"{name} {town.chance.choice(words.MIDDLES)}{len(known)}"
        known.add(name)
        yield name


def _person(town: Town) -> str:
    pick = town.chance.choice
    return f"{pick(words.FIRST_NAMES)} {pick(words.NAME_FRONTS)}{pick(words.NAME_BACKS)}"


def _organization(town: Town) -> str:
    pick = town.chance.choice
    return f"{pick(words.FRONTS)}{pick(words.BACKS)} {pick(words.FORMS)}"


def _question(town: Town) -> str:
    pick = town.chance.choice
    return f"{pick(words.NOUNS)} oder {pick(words.NOUNS)}"


def _title(town: Town) -> str:
    pick = town.chance.choice
    return f"{pick(words.ADJECTIVES)} {pick(words.FRONTS)}{pick(words.BACKS)}"


# -------------------------------------------------------------------------------------- notes


def _contact(town: Town, name: str) -> str:
    pick, chance = town.chance.choice, town.chance.random
    day = town.day()
    header = [
        "type: contact",
        f'org: "[[{pick(town.organizations)}]]"',
        f"role: {pick(words.ROLES)}",
        f"city: {pick(words.CITIES)}",
        f"email: post{town.chance.randint(1, 9999)}@example.org",
        f'phone: "+49 40 {town.chance.randint(100000, 999999)}"',
        f"origin: {pick(('known', 'introduced', 'cold'))}",
        f"closeness: {pick(('close', 'familiar', 'loose'))}",
        f"register: {pick(('Sie', 'du'))}",
        f"topics: [{pick(words.NOUNS)}, {pick(words.NOUNS)}]",
        f"created: {day}",
    ]
    if chance() < 0.4:  # noqa: PLR2004 -- four in ten
        header.append(f'introduced_by: "[[{pick(town.people)}]]"')
    log = "\n".join(_log(town, name, day))
    return _note(header, f"{town.text(_size(town, 1500))}\n\n## Verlauf\n\n{log}\n")


def _log(town: Town, name: str, day: date) -> Iterator[str]:
    """One to three episodes: asked, and how it went on."""
    for _ in range(town.chance.randint(1, 3)):
        for verb, gap in town.chance.choice(words.EPISODES):
            day += timedelta(days=gap)
            if day > TODAY:
                return
            rest = verb.format(
                person=town.chance.choice(town.people),
                day=day + WAIT,
                text=town.sentence().lower().rstrip("."),
            )
            if "{day}" in verb and day + WAIT <= TODAY:
                town.agreed.append((name, day + WAIT))
            yield f"- {day} {rest}"
        day += timedelta(days=town.chance.randint(20, 200))


def _conversation(town: Town, number: int) -> tuple[str, str]:
    pick, chance = town.chance.choice, town.chance
    person, day = town.agreed.pop() if town.agreed else (pick(town.people), town.day())
    header = [
        "type: conversation",
        f"date: {day}",
        f"time: {chance.randint(8, 18):02}:{pick(('00', '15', '30'))}",
        "people:",
        f'  - "[[{person}]]"',
        f"kind: {pick(('information', 'catch-up', 'information'))}",
        f"channel: {pick(('lunch', 'phone', 'video', 'walk'))}",
        f"minutes: {pick((20, 30, 45, 60))}",
        f"confidence_before: {chance.randint(1, 4)}",
        f"confidence_after: {chance.randint(2, 5)}",
    ]
    due = day + timedelta(days=chance.randint(2, 14))
    box = "[ ]" if due > TODAY - timedelta(days=20) and chance.random() < 0.5 else "[x]"  # noqa: PLR2004 -- half of them
    learned = "\n".join(f"- {town.sentence()}" for _ in range(chance.randint(1, 3)))
    body = (
        f"{town.text(_size(town, 1300))}\n\n"
        f"## Gelernt\n\n### [[{pick(town.questions)}]]\n\n{learned}\n"
        f"- {town.sentence()} [[{pick(town.questions)}]]\n\n"
        f"- [surprise] {town.sentence()}\n\n"
        f"## Namen\n\n- [[{pick(town.people)}]], {town.sentence()}\n\n"
        f"## Versprechen\n\n- {box} ich: {pick(words.PROMISES)} 📅 {due}\n"
    )
    return f"Gespräche/{day:%Y}/{day} {person} {number}.md", _note(header, body)


def _organization_note(town: Town) -> str:
    pick = town.chance.choice
    header = [
        "type: organization",
        f"target: {pick(('yes', 'no', 'no'))}",
        f"motivation: {town.chance.randint(1, 5)}",
        f"industry: {pick(words.NOUNS)}",
        f"city: {pick(words.CITIES)}",
    ]
    return _note(header, town.text(_size(town, 2000)) + "\n")


def _question_note(town: Town, name: str) -> str:
    options = name.split(" oder ")
    header = ["type: question", f"question: {name}?", f"options: [{', '.join(options)}]"]
    return _note([*header, f"created: {FIRST_DAY}"], town.text(_size(town, 1500)) + "\n")


def _opportunity(town: Town) -> str:
    day = town.day()
    header = [
        "type: opportunity",
        f'org: "[[{town.chance.choice(town.organizations)}]]"',
        "source: contact",
        f'via: "[[{town.chance.choice(town.people)}]]"',
        f"seen: {day}",
    ]
    return _note(header, town.text(_size(town, 1800)) + "\n")


def _plain(town: Town) -> str:
    """A note of another life: recipes, projects, meetings; some with a header, some without."""
    pick = town.chance.choice
    text = (
        f"# {_title(town)}\n\n{town.text(_size(town, 1400))}\n\n## Mehr\n\n"
        + "\n".join(f"- {town.sentence()}" for _ in range(4))
        + f"\n\n> {town.sentence()}\n\n#{pick(words.FRONTS).lower()} [{pick(words.NOUNS)}]"
        f"(https://example.org/{town.chance.randint(1, 999)})\n"
    )
    if town.chance.random() < 0.5:  # noqa: PLR2004 -- half of them
        return text
    return _note([f"tags: [{pick(words.NOUNS)}]", f"created: {town.day()}"], text)


def _note(header: list[str], body: str) -> str:
    return "\n".join(["---", *header, "---", "", body])


def _size(town: Town, usual: int) -> int:
    """Characters of prose: most notes are short, a few long."""
    return int(usual * town.chance.lognormvariate(-0.08, 0.6))
