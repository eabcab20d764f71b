"""Lines that belong under a heading of a section: insights under their question."""

import pytest

from notesync.notes import document

LEARNED = ("Learned", "Gelernt")


def added(body: str) -> str:
    """The body after an insight on [[Energy]] was added to it."""
    note = document.read(f"---\ndate: 2026-05-05\n---\n{body}")
    return note.add_line(("[[Energy]]", "Energy"), "new", level=3, under=LEARNED).body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", "## Learned\n\n### [[Energy]]\n\n- new\n"),
        ("Text.", "Text.\n\n## Learned\n\n### [[Energy]]\n\n- new"),
        ("## Gelernt\n\n- a\n", "## Gelernt\n\n- a\n\n### [[Energy]]\n\n- new\n"),
        (
            "## Learned\n\n### Energy\n\n* a\n\n## Names\n",
            "## Learned\n\n### Energy\n\n* a\n* new\n\n## Names\n",
        ),
        (
            "## Learned\n\n### [[B]]\n\n- b\n\n## Names\n\n- x\n",
            "## Learned\n\n### [[B]]\n\n- b\n\n### [[Energy]]\n\n- new\n\n## Names\n\n- x\n",
        ),
    ],
)
def test_a_line_goes_under_its_heading_in_its_section(body: str, expected: str) -> None:
    assert added(body) == expected


def test_a_heading_of_that_name_in_another_section_is_another_one() -> None:
    body = "## Learned\n\n## Read\n\n### [[Energy]]\n\n- a book\n"
    assert added(body) == (
        "## Learned\n\n### [[Energy]]\n\n- new\n\n## Read\n\n### [[Energy]]\n\n- a book\n"
    )
