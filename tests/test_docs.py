"""The pages of docs/ and the README: what they show is what notesync does.

Console blocks are played like the transcripts of `tests.test_transcripts`. After a change that is
meant, write what they print anew and look at the diff::

    python -m tests.test_docs
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

from docs import write_commands, write_keys, write_views
from notesync.notes import document
from notesync.notes.kinds import KindMap
from notesync.notes.reading import read_note
from notesync.vault import config, finding
from tests.bad_input_vault import checked, listed, notesync, put, write_refused
from tests.test_transcripts import BLOCK, played

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

# -------------------------------------------------------------------- what is printed

DAY = "2026-05-29"  # on which the example's story stops, and on which the pages are played
PLAYED = tuple(page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8")))
OPENING = f"```console\n$ export NOTESYNC_TODAY={DAY}\n```\n"


def played_on_the_day(page: Path, folder: Path) -> str:
    """The page with what its commands print on the day of the example."""
    return played(OPENING + page.read_text(encoding="utf-8"), folder).removeprefix(OPENING)


@pytest.mark.parametrize("page", PLAYED, ids=lambda page: page.stem)
def test_a_page_shows_what_its_commands_print(page: Path, tmp_path: Path) -> None:
    assert played_on_the_day(page, tmp_path) == page.read_text(encoding="utf-8")


def test_the_readme_shows_petras_tuesday(tmp_path: Path) -> None:
    typed = "```console\n$ notesync init petra --demo --lang en -q\n$ cd petra\n"
    shown = played(f"{typed}$ notesync status --today 2026-05-12\n```\n", tmp_path)
    _, told, _ = README.split("```\n", 2)
    assert told.startswith("Tuesday, 12 May 2026")
    assert told in shown


# -------------------------------------------------------------------- pages made from tables


@pytest.mark.parametrize(
    "writer", [write_commands, write_keys, write_views], ids=["commands", "keys", "views"]
)
def test_a_page_that_is_made_is_up_to_date(writer: ModuleType) -> None:
    assert writer.page() == writer.PAGE.read_text(encoding="utf-8"), "run: make docs"


# -------------------------------------------------------------------- the format

# A file of the page's vault, with what the page says that it is read as.
FILE = re.compile(
    r'^```(?:markdown|toml) title="([^"]+)"\n(.*?)^```\n(?:```json\n(.*?)^```\n)?',
    re.MULTILINE | re.DOTALL,
)
FILES = {path: (text, said) for path, text, said in FILE.findall(FORMAT)}
NOTES = {path: text for path, (text, _) in FILES.items() if path != finding.FILE}
CONFIG = FILES[finding.FILE][0]
# A row of the tables of bad input: what stands in a note, what check says.
ROW = re.compile(r"^\| `([^`]*⏎[^`]*)` \| (.+) \|$", re.MULTILINE)


def holds(found: object, said: object) -> bool:
    """Whether what was found is all that the page says, and maybe more."""
    if isinstance(found, tuple) and hasattr(found, "_asdict"):
        found = found._asdict()
    if isinstance(said, dict) and isinstance(found, dict):
        return all(key in found and holds(found[key], value) for key, value in said.items())
    if isinstance(said, list) and isinstance(found, tuple):
        return len(found) == len(said) and all(map(holds, found, said))
    return found == said


def test_every_note_of_the_format_page_says_what_it_is_read_as() -> None:
    assert FORMAT.count("```") == 2 * (FORMAT.count("```json") + len(FILES))
    assert FORMAT.count("```json") == len(NOTES)


@pytest.mark.parametrize("path", NOTES)
def test_a_note_of_the_format_page_is_read_as_the_page_says(path: str) -> None:
    text, said = FILES[path]
    kinds = config.parse(CONFIG).kinds
    note = read_note(path, document.read(text, path), kinds)._asdict()
    assert not note["problems"]
    wanted = json.loads(said)
    assert {key: note[key] for key in wanted if not holds(note[key], wanted[key])} == {}
    if wanted.get("fields") == {}:
        assert note["fields"] == {}


def test_the_vault_of_the_format_page_has_no_problem(tmp_path: Path) -> None:
    for path, (text, _) in FILES.items():
        put(tmp_path, path, text)
    assert checked(tmp_path, "--all") == []
    assert listed(tmp_path) == set(NOTES)
    assert notesync(tmp_path, "list", "contacts", "--where", "zip=01067", "--plain").out


@pytest.mark.parametrize(("stands", "said"), ROW.findall(FORMAT))
def test_bad_input_is_told_as_the_format_page_says(stands: str, said: str, tmp_path: Path) -> None:
    put(tmp_path, finding.FILE, "")
    put(tmp_path, "contacts/Anna.md", stands.replace("⏎", "\n") + "\n")
    (line,) = checked(tmp_path)
    assert re.sub(r"^contacts/Anna\.md(:\d+)*: ", "", line) == said
    assert listed(tmp_path) == {"contacts/Anna.md"}
    below = FORMAT.index(stands) > FORMAT.index("the note can be written to")
    alone = not below or "can't be edited" in said
    assert write_refused(tmp_path, "contacts/Anna.md") is alone


# -------------------------------------------------------------------- the concepts

EXAMPLES = {
    page.stem: re.findall(r"^```markdown\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    for page in PAGES
    if page.parent.name == "concepts" and (text := page.read_text(encoding="utf-8"))
}
# What the page of a noun shows -> the kind of note it stands in, and what of it is read there.
SHOWN = {
    "ask": ("contacts/Anna.md", "log", 3),
    "contact": ("contacts/Anna.md", "log", 3),
    "insight": ("conversations/2026-05-05 Anna.md", "insights", 2),
    "promise": ("conversations/2026-05-05 Anna.md", "promises", 2),
    "question": ("questions/B2B or B2C.md", "fields", 2),
}


def test_every_example_of_a_concept_is_known() -> None:
    assert {noun for noun, examples in EXAMPLES.items() if examples} == set(SHOWN)


@pytest.mark.parametrize("noun", SHOWN)
def test_the_example_of_a_concept_is_understood(noun: str) -> None:
    path, what, count = SHOWN[noun]
    (text,) = EXAMPLES[noun]
    note = read_note(path, document.read(text, path), KindMap())
    assert len(getattr(note, what)) == count
    assert not note.problems


def test_every_concept_is_listed() -> None:
    listing = (ROOT / "docs" / "concepts" / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"^- \[.*?\]\((.*?)\.md\):", listing, re.MULTILINE)
    assert sorted(linked) == sorted(noun for noun in EXAMPLES if noun != "README")


def test_decisions_are_numbered_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listing = (folder / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^(\d+)\. \[(.*)\]\((.*)\)$", listing, re.MULTILINE)
    records = sorted(folder.glob("[0-9]*.md"))
    assert [record.name for record in records] == [name for _, _, name in listed]
    for number, record in enumerate(records, 1):
        assert record.name.startswith(f"{number:04}-")
        assert record.read_text(encoding="utf-8").startswith(
            f"# {number}. {listed[number - 1][1]}\n\n**Decided** "
        )


def write_anew() -> None:
    """Put what is printed now into every page."""
    for page in PLAYED:
        with tempfile.TemporaryDirectory() as folder:
            text = played_on_the_day(page, Path(folder))
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_anew()


SOURCE = re.compile(r"([a-z]+\.md)(?:'s)?,? \(?(?:from )?\"([A-Z][^\"]*)\"")
PACKAGE = ROOT / "notesync"


def sources(module: Path) -> set[tuple[str, str]]:
    """The pages and headings that a module names as the source of a rule."""
    text = re.sub(r"\s*\n\s*#?\s*", " ", module.read_text(encoding="utf-8"))
    return {(found[1], found[2]) for found in SOURCE.finditer(text)}


@pytest.mark.parametrize(
    "module",
    [module for module in sorted(PACKAGE.rglob("*.py")) if sources(module)],
    ids=lambda module: str(module.relative_to(PACKAGE)),
)
def test_a_source_of_a_rule_can_be_read(module: Path) -> None:
    for page, heading in sources(module):
        lines = (ROOT / "docs" / page).read_text(encoding="utf-8").splitlines()
        assert any(line.lstrip("#").strip().startswith(heading) for line in lines), (page, heading)
