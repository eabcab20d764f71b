"""Links that follow a new name, in any body: exactly those that the index counts."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from notesync.notes import document
from notesync.notes.body import read_body
from notesync.notes.refusal import SpliceRefused
from notesync.workspace.relinking import relinked

OLD, NEW = "Carla Voigt", "Nora Lind"
FRAGMENTS = st.sampled_from(
    [
        "[[Carla Voigt]]",
        "[[Carla Voigt|her]]",
        "[[Carla Voigt#Log]]",
        "![[Carla Voigt]]",
        "[[ Carla Voigt ]]",
        "[[Carla Voigt\\|her]]",
        "[[Carla]]",
        "[[Carla Voigt",
        "text",
        "`",
        "``",
        "```",
        "~~~",
        "<!--",
        "-->",
        "<b>",
        "\\",
        "# ",
        "- ",
        "  - ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "| ",
        "---",
        "\n",
        "\n",
        "\n",
        "\n\n",
        " ",
        "ü😀",
        "\0",
        "\x0c",
        "\u2028",
    ]
)


def renamed(target: str) -> str | None:
    return NEW if target == OLD else None


@given(
    st.lists(FRAGMENTS, max_size=25).map("".join),
    st.sampled_from(["", "---\norg: x\n---\n", "\ufeff---\nk: v\n---\n\n"]),
    st.sampled_from(["\n", "\r\n"]),
)
@example("- [[Carla Voigt]]\n\t[[Carla Voigt]]", "", "\n")
@example("- a\n\t`[[Carla Voigt]] \n\t[[Carla Voigt]]` [[Carla Voigt]]", "", "\n")
@example("[[Carla Voigt]]\0 [[Carla Voigt]]", "", "\n")
def test_exactly_the_links_that_count_follow(body: str, header: str, newline: str) -> None:
    source = (header + body).replace("\n", newline)
    note = document.read(source)
    before = read_body(note.body, note.body_line, "contact").links
    try:
        after = relinked(note, renamed)
    except SpliceRefused:
        assert not note.writable
        return
    found = read_body(after.body, after.body_line, "contact").links
    assert found == [(NEW if target == OLD else target, line) for target, line in before]
    assert after.text.replace(NEW, OLD) == source
