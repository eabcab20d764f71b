"""What there is already in a folder that is to become a vault, without changing anything.

Somebody who keeps notes in Obsidian, Foam, zk or Logseq has folders and types of her own. They are
found by the names that people use for them, so that notesync fits the vault and not the vault
notesync.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from notesync.notes import kinds
from notesync.vault.finding import FILE
from notesync.vault.litter import is_note_name
from notesync.vault.names import encodable

DEPTH = 3  # levels of folders that are looked at
SAMPLE = 2000  # notes whose type is read
HEADER = 4096  # bytes of a note in which its type must stand

# What people call a folder of such notes, without numbers and signs before it.
FOLDER_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("people", "person", "persons", "contacts", "contact"), "contact"),
    **dict.fromkeys(("menschen", "personen", "kontakte", "leute"), "contact"),
    **dict.fromkeys(("conversations", "meetings", "meeting notes", "calls"), "conversation"),
    **dict.fromkeys(("interviews", "1-1s", "gespräche", "gesprächsnotizen"), "conversation"),
    **dict.fromkeys(("treffen", "besprechungen", "meetingnotizen"), "conversation"),
    **dict.fromkeys(("organizations", "organisations", "companies", "orgs"), "organization"),
    **dict.fromkeys(("employers", "firmen", "unternehmen", "organisationen"), "organization"),
    **dict.fromkeys(("questions", "open questions", "fragen", "offene fragen"), "question"),
    **dict.fromkeys(("opportunities", "jobs", "job applications"), "opportunity"),
    **dict.fromkeys(("chancen", "bewerbungen", "stellenanzeigen"), "opportunity"),
    **dict.fromkeys(("reviews", "weekly reviews", "rückblicke", "wochenrückblicke"), "review"),
}
TEMPLATES = frozenset(("templates", "template", "vorlagen", "vorlage"))
_PASSED_OVER = frozenset({"archive", "archiv", "attachments", "anhänge", "assets", "node_modules"})

# What people write after `type:`, besides what notesync understands anyway.
TYPE_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("people", "persons", "contacts", "personen", "kontakte"), "contact"),
    **dict.fromkeys(("meeting", "call", "talk", "interview", "1-1", "1on1"), "conversation"),
    **dict.fromkeys(("besprechung", "treffen", "telefonat", "meetings"), "conversation"),
    **dict.fromkeys(("company", "org", "organisation", "employer", "arbeitgeber"), "organization"),
    **dict.fromkeys(("job", "application", "stelle", "bewerbung"), "opportunity"),
    **dict.fromkeys(("weekly review", "weekly", "wochenrückblick"), "review"),
}

# What shows that a program keeps its notes here.
APPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Obsidian", (".obsidian",)),
    ("Foam", (".foam", ".vscode/foam.json")),
    ("zk", (".zk",)),
    ("Logseq", ("logseq/config.edn",)),
    ("Dendron", ("dendron.yml",)),
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is.

    Attributes:
        empty: Nothing but what git and the desktop put there.
        vault_above: A vault that the folder lies in.
        repository: The git repository that it is or lies in.
        apps: Programs that keep notes here.
        notes: How many notes there are, as far as was looked.
        folders: Kind to the folders that seem to hold such notes, the fullest first.
        types: What stands after ``type:`` and means a kind, to that kind.
        templates: Folders of templates that would be taken for people or conversations.
    """

    empty: bool = True
    vault_above: Path | None = None
    repository: Path | None = None
    apps: tuple[str, ...] = ()
    notes: int = 0
    folders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    templates: tuple[str, ...] = ()


def look(folder: Path) -> Survey:
    """Look at a folder, which need not be there yet.

    Args:
        folder: Absolute.
    """
    above = next((each for each in folder.parents if os.path.isfile(each / FILE)), None)
    around = (folder, *folder.parents)
    repository = next((each for each in around if os.path.lexists(each / ".git")), None)
    if not os.path.isdir(folder):
        return Survey(vault_above=above, repository=repository)
    there = set(os.listdir(folder))
    walked = list(_walk(folder))
    notes = [f"{place}{name}" for place, names in walked for name in names]
    templates = tuple(place for place, _ in walked if _bare(place) in TEMPLATES)
    known = kinds.default_types()
    typed = _typed(folder, (each for each in notes if not each.startswith(templates)))

    def misleading(place: str) -> bool:
        named = _typed(folder, (each for each in notes if each.startswith(place)))
        return any(name in TYPE_NAMES or known.get(name) in kinds.KINDS for name in named)

    return Survey(
        empty=there <= {".git", ".notesync", ".DS_Store", ".directory", "desktop.ini"},
        vault_above=above,
        repository=repository,
        apps=tuple(
            app for app, signs in APPS if any(os.path.exists(folder / each) for each in signs)
        ),
        notes=len(notes),
        folders=_folders(walked),
        types={
            name: TYPE_NAMES[name]
            for name, _ in typed.most_common()
            if name in TYPE_NAMES and name not in known
        },
        templates=tuple(place.rstrip("/") for place in templates if misleading(place)),
    )


def _walk(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Folders (with a final slash; "" is the top) with their notes' names, the upper ones first."""
    levels = [""]
    for _ in range(DEPTH + 1):
        below: list[str] = []
        for place in levels:
            names: list[str] = []
            try:
                entries = sorted(os.scandir(folder / place), key=lambda each: each.name)
            except OSError:
                continue
            for entry in filter(lambda each: encodable(each.name), entries):
                if entry.is_file(follow_symlinks=False) and is_note_name(entry.name):
                    names.append(entry.name)
                elif entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                    below.append(f"{place}{entry.name}/")
            yield place, names
        levels = [place for place in below if _bare(place) not in _PASSED_OVER]


def _bare(place: str) -> str:
    """A folder's own name without the numbers and signs that sort it: "10_People/" is "people"."""
    name = unicodedata.normalize("NFC", place.rstrip("/").rpartition("/")[2]).casefold()
    return re.sub(r"^(?:\d+[\W_]+|[^\w]+|_+)+", "", name).strip()


def _folders(walked: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    counts: Counter[str] = Counter()  # notes in a folder and below it
    mapped: dict[str, str] = {}  # folder -> kind
    for place, names in walked:
        inner = {_bare(f"{part}/") for part in place.split("/")}
        kind = "" if inner & TEMPLATES else FOLDER_NAMES.get(_bare(place), "")
        above = [each for each in mapped if place.startswith(each)]
        if kind and kind not in {mapped[each] for each in above}:
            mapped[place] = kind
            above.append(place)
        for each in above:
            counts[each] += len(names)
    return {
        kind: tuple(
            unicodedata.normalize("NFC", place.rstrip("/"))
            for place in sorted(mapped, key=lambda each: (-counts[each], each))
            if mapped[place] == kind
        )
        for kind in sorted(set(mapped.values()), key=kinds.KINDS.index)
    }


def _typed(folder: Path, notes: Iterable[str]) -> Counter[str]:
    """What stands after ``type:`` in these notes, case-folded, and how often."""
    found: Counter[str] = Counter()
    for path in islice(notes, SAMPLE):
        try:
            with open(folder / path, "rb") as file:
                head = file.read(HEADER).decode(errors="replace")
        except OSError:
            continue
        header = re.match(r"\ufeff?---\s*\n(.*?\n)---", head.replace("\r\n", "\n"), re.DOTALL)
        typed = header and re.search(r"^type:[ \t]*(.*?)[ \t]*$", header[1], re.MULTILINE)
        if typed:
            found[typed[1].strip("\"'").casefold()] += 1
    return found
