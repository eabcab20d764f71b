"""Whatever is typed behind a capture command: a note that is understood, or a sentence."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from notesync.notes import document
from tests.cli.running import notesync
from tests.workspace.places import write

VAULT: dict[str, str | bytes] = {
    "contacts/Carla Voigt.md": "---\ncity: Kiel\n---\n\n## Log\n\n- 2026-04-28 asked\n",
    "contacts/Anna.md": "- [ ] me: call\n",
    "questions/Energy.md": "---\noptions: [solar, wind power]\n---\n",
    "questions/Food.md": "See [[Anna]] and [[Carla Voigt|her]].\n",
    "me.md": "",
    "conversations/2026-05-20 Anna.md": "---\npeople: Anna\nstate: planned\n---\n",
}
ODD = st.one_of(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        [
            "",
            " ",
            "---",
            "[[Carla Voigt]]",
            "[[",
            "\n- x",
            "# a",
            "|",
            "a\r\nb",
            "2026-02-30",
            "24.4.",
        ]
    ),
)
PEOPLE = st.sampled_from(["Carla", "Anna", "Carla Voigt", "contacts/Anna.md"])
NAME = st.one_of(PEOPLE, PEOPLE, ODD)
DAY = st.sampled_from(["yesterday", "24.4.", "2026-05-20", "20.5. 12:30", "Mi", "soon", ""])
VERB = st.sampled_from(["asked", "agreed", "moved", "ja", "abgesagt", "referred", "note", "talked"])
# An option -> what may stand behind it; a flag has nothing.
VALUES: dict[str, st.SearchStrategy[str]] = {
    "--on": DAY,
    "--for": DAY,
    "--until": DAY,
    "--by": st.sampled_from(["email", "Telefon", "pigeon"]),
    "--expect": st.sampled_from(["yes", "nein", ""]),
    "--kind": st.sampled_from(["practice", "Zufall", "x"]),
    "--minutes": st.sampled_from(["20", "1 h", "x"]),
    "--confidence": st.sampled_from(["2-4", "4", "x"]),
    **dict.fromkeys(("--named", "--note", "--city", "--insight", "--promise", "--about"), ODD),
    **dict.fromkeys(("--role", "--tags", "--org", "--topics"), ODD),
}
# A command -> what stands behind it, and its options.
COMMANDS: dict[str, tuple[list[st.SearchStrategy[str]], tuple[str, ...]]] = {
    "log": ([NAME, VERB, ODD, ODD], ("--on", "--by", "--expect", "--for", "--until", "--named")),
    "talk": ([NAME], ("--on", "--by", "--kind", "--minutes", "--city", "--named", "--promise")),
    "ask": ([NAME], ("--about", "--by", "--expect", "--on", "--note")),
    "decide": ([st.sampled_from(["Energy", "Food"]), ODD], ("--on",)),
    "done": ([NAME, ODD], ("--on",)),
    "set": (
        [
            st.one_of(PEOPLE, st.sampled_from(["Energy", "me"])),
            st.builds("{}{}{}".format, st.sampled_from(["city", "shoe", "tags", "ü"]),
                      st.sampled_from(["=", "+=", "-="]), ODD),
            st.builds("{}={}".format, ODD, ODD),
        ],
        (),
    ),
    "rename": ([PEOPLE, ODD], ()),
    "add contact": ([ODD, ODD], ("--role", "--tags", "--org", "--topics")),
}  # fmt: skip


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command with anything behind it."""
    command = draw(st.sampled_from(sorted(COMMANDS)))
    behind, options = COMMANDS[command]
    words = command.split()
    for option in draw(st.lists(st.sampled_from(options or ("--quiet",)), max_size=3)):
        words += [option, draw(VALUES[option])] if option in VALUES else [option]
    for number in range(draw(st.integers(0, 2)) if command == "talk" else 0):
        words += ["--insight", draw(ODD), "--question", ("Energy", "Food")[number]]
    words += ["--yes"] if command == "rename" else []
    least = min(len(behind), 2)
    count = draw(st.integers(least, len(behind)))
    return [*words, "--", *(draw(strategy) for strategy in behind[:count])]


@given(st.lists(lines(), min_size=1, max_size=3))
@settings(max_examples=100)
def test_anything_typed_ends_in_readable_notes_or_in_a_sentence(typed: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder, VAULT)
        for words in typed:
            ran = notesync("--vault", folder, "--today", "2026-05-12", *words)
            assert ran.code in {0, 1, 2, 4}, (words, ran.err)
            assert "made a mistake" not in ran.err, (words, ran.err)
            assert ran.err or "--quiet" in words
        for file in folder.rglob("*.md"):
            note = document.read(file.read_bytes().decode(), file.name)
            assert note.writable
            assert not note.problems, note.text
