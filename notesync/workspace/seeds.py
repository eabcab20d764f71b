"""Turn "I know no one" into names: a memory prompt for each circle, a note for each name.

A name that is there already is told and not doubled; one that is like a known one is left for the
door to ask about. Every circle is one plan, so that `undo` takes it back as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from notesync.errors import UsageError
from notesync.index import lookup
from notesync.notes import values
from notesync.notes.document import Document
from notesync.notes.likeness import similar
from notesync.notes.names import search_fold, split_names
from notesync.notes.note import Note
from notesync.words import N_
from notesync.workspace import conversations, new_notes
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan, Splice, Step
from notesync.workspace.saying import org_header

LONGEST, SHORTEST = 60, 2  # letters of a name
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle of people and what may bring their names back to mind."""

    code: str
    title: str
    hints: str


# In this order they are asked for: the nearest people first.
CIRCLES: tuple[Circle, ...] = (
    Circle(
        "friend",
        N_("Friends"),
        N_("Whom would you tell good news first? Who came to your last birthday?"),
    ),
    Circle(
        "family",
        N_("Family"),
        N_("Brothers, sisters, cousins, godparents, and those they live with?"),
    ),
    Circle(
        "former-colleague",
        N_("Former colleagues"),
        N_("Job by job: who sat beside you? Who had lunch with you? Bosses, trainees, customers?"),
    ),
    Circle(
        "alumni",
        N_("School and studies"),
        N_("Who copied your notes, and whose did you copy? Teachers, flatmates, a year abroad?"),
    ),
    Circle(
        "leisure",
        N_("Leisure"),
        N_("Choir, sports, allotment, dog walks: whom do you meet there?"),
    ),
    Circle(
        "acquaintance",
        N_("Neighbours and everyday life"),
        N_("Next door, other parents, the hairdresser, the dentist, the café on the corner?"),
    ),
    Circle(
        "online",
        N_("Online"),
        N_("Whose posts do you read? With whom do you exchange messages now and then?"),
    ),
)
# What a heading in a file may say besides the words for one person of a circle.
HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("friends", "freunde", "freundinnen", "freundinnen und freunde"), "friend"),
    **dict.fromkeys(("relatives", "verwandte", "verwandtschaft"), "family"),
    **dict.fromkeys(("colleagues", "former colleagues", "work", "job"), "former-colleague"),
    **dict.fromkeys(("kollegen", "kolleginnen", "ex-kollegen", "arbeit"), "former-colleague"),
    **dict.fromkeys(("studies", "school", "university", "uni", "schule"), "alumni"),
    **dict.fromkeys(("hobbies", "sports", "sport", "verein", "chor"), "leisure"),
    **dict.fromkeys(("neighbours", "neighbors", "nachbarn", "nachbarschaft"), "acquaintance"),
    **dict.fromkeys(("acquaintances", "bekannte", "everyday", "alltag"), "acquaintance"),
}
_FOLDED = {search_fold(name): code for name, code in HEADINGS.items()}


class NotAName(UsageError):
    """A line that is no name."""

    sentence = N_("“{text}” doesn't look like a name, so it is left out.")


class NobodyToAsk(UsageError):
    """No terminal and no pipe."""

    sentence = N_(
        "Nobody is here to be asked. Names may come from a file, one a line: "
        "notesync seed --circle friend < names.txt"
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as typed, with the organization that stood in brackets behind it."""

    name: str
    org: str = ""


@dataclass(slots=True)
class Batch:
    """The names of one circle.

    Attributes:
        circle: Its code, or "".
        new: Those who get a note.
        there: Paths of those who have one.
        like: Those left out, each with the paths of whom she may be.
    """

    circle: str = ""
    new: list[Entry] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    like: list[tuple[Entry, tuple[str, ...]]] = field(default_factory=list)


def entries(line: str) -> list[Entry]:
    """The names of a line; several have commas between them.

    Raises:
        NotAName: There is something in it that is none.
    """
    text = re.sub(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+", "", line).strip()
    found = []
    for part in re.split(r"[,;](?![^(]*\))", text):
        bracket = re.search(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$", part)
        org = bracket[1].strip() if bracket else ""
        whole = part[: bracket.start()] if bracket else part
        found += [Entry(_checked(name), org) for name in split_names(whole)]
    return found


def _checked(name: str) -> str:
    name = " ".join(name.strip(" .\"'“”„").split())
    letters = sum(char.isalpha() for char in name)
    if letters < SHORTEST or len(name) > LONGEST or len(name.split()) > MOST_WORDS:
        raise NotAName(text=name)
    return name


def circle_named(line: str) -> str | None:
    """The circle that a heading names, as ``# Friends`` or ``Freunde:``.

    "" for a heading that names none, None for a line that is no heading.
    """
    found = re.fullmatch(r"\s*(?:#+\s*(.+?)\s*:?|(.+?)\s*:)\s*", line)
    if found is None:
        return None
    text = found[1] or found[2]
    return values.code("circle", text) or _FOLDED.get(search_fold(text), "")


def place(
    workspace: Workspace, batch: Batch, entry: Entry, known: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """Put a name into a batch, unless somebody known may be meant.

    Args:
        workspace: The vault.
        batch: The names of the circle so far.
        entry: The name.
        known: (path, name) of everybody, from `notesync.workspace.namings.everybody`.

    Returns:
        Those who may be meant, by path or, for names of this batch, by name; () when it is settled.
    """
    if path := new_notes.same_name(workspace, "contact", entry.name):
        batch.there += [] if path in batch.there else [path]
        return ()
    folded = search_fold(entry.name)
    if any(search_fold(other.name) == folded for other in batch.new):
        return ()
    here = [(other.name, other.name) for other in batch.new]
    found = similar(entry.name, (*known, *here))
    if not found:
        batch.new.append(entry)
    return found


def there_already(workspace: Workspace, circle: str) -> int:
    """How many notes are of this circle already."""
    return lookup.count(workspace.store, "contact", "circle", circle)


def plan(workspace: Workspace, batches: Iterable[Batch]) -> Plan:
    """The notes of the new names, and the circle of those who had none noted."""
    steps: list[Step] = []
    count = 0
    lang = new_notes.language(workspace)
    for batch in batches:
        circle = values.word("circle", batch.circle, lang) if batch.circle else ""
        origin = "cold" if batch.circle == "stranger" else "known"
        for entry in batch.new:
            header: dict[str, str | Sequence[str]] = dict(org_header(workspace, entry.org))
            header |= {"circle": circle} if circle else {}
            header["origin"] = values.word("origin", origin, lang)
            steps.append(new_notes.create(workspace, "contact", entry.name, header))
            count += 1
        if circle:
            steps += [Change(path, _with_circle(circle)) for path in batch.there]
    said = workspace.words.n("{count} new name written.", "{count} new names written.", count)
    return Plan(f"seed ({count})", tuple(steps), said if count else "")


def _with_circle(circle: str) -> Splice:
    def splice(note: Document) -> Document:
        spelled = conversations.spelled(note, "contact", "circle")
        return note if note.get(spelled) else conversations.put(note, "circle", circle, "contact")

    return splice


def easiest(workspace: Workspace) -> Note | None:
    """Whom to ask first, as `status` says it too."""
    from notesync.views.beginnings import beginnings
    from notesync.views.steps import rows_of

    steps = beginnings(rows_of(workspace.facts))
    key = next((step.contact for step in steps if step.reason == "easiest"), "")
    return lookup.note(workspace.store, key) if key else None
