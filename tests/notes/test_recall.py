"""A book that is bound again is the one that is bound from nothing, whatever has changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.binding import bind
from notesync.notes.book import Book
from notesync.notes.note import Note
from notesync.notes.packing import pack
from notesync.notes.recall import Recall
from tests.views.vault import files_of, note_of

WHO = st.sampled_from(("Anna", "Ben", "Ida", "ida", "Elbgrün", "../contacts/Ben", "Anna B"))
DAY = st.sampled_from(("2026-05-01", "2026-05-04", "2026-05-09"))
VERB = st.sampled_from(("asked", "agreed", "talked", "told", "referred", "introduced", "thanked"))


@st.composite
def contacts(draw: st.DrawFn) -> str:
    lines = [f"- {draw(DAY)} {draw(VERB)} named:[[{draw(WHO)}]]" for _ in range(draw(COUNT))]
    alias = draw(st.sampled_from(("", "aliases: [Ida]", "aliases: [Anna B, Ben]")))
    by = draw(st.sampled_from(("", 'introduced_by: "[[Ida]]"', 'introduced_by: "[[Anna]]"')))
    org = draw(st.sampled_from(("", "org: elbgrün", "private: yes", "origin: known")))
    return "\n".join(("---", alias, by, org, "---", "## Log", *lines))


@st.composite
def talks(draw: st.DrawFn) -> str:
    people = draw(st.sampled_from(("", f'people: ["[[{draw(WHO)}]]"]')))
    said = draw(
        st.sampled_from(("", "- [insight] Much [[Q]] +remote", f"- [name] [[{draw(WHO)}]]"))
    )
    return f"---\n{people}\ndate: {draw(DAY)}\n---\n{said}"


COUNT = st.integers(0, 3)
OTHERS = st.sampled_from(("---\noptions: [Remote]\n---", "---\noptions: [here, remote]\n---", ""))
FILES: dict[str, st.SearchStrategy[str]] = {
    "contacts/Anna": contacts(),
    "contacts/Ben": contacts(),
    "contacts/further/Ida": contacts(),
    "conversations/2026-05-04 Ida and Ben": talks(),
    "conversations/2026-05-09 Anna": talks(),
    "organizations/Elbgrün": st.just("---\ntarget: yes\n---"),
    "questions/Q": OTHERS,
    "opportunities/Chance": st.sampled_from(("", '---\nvia: "[[Ida]]"\n---')),
    "me": st.just("---\ntopics: [harbours]\n---"),
}
# What is saved, one file after the other; None deletes it.
SAVES = st.lists(
    st.sampled_from(sorted(FILES)).flatmap(
        lambda name: st.tuples(st.just(name), st.none() | FILES[name])
    ),
    min_size=1,
    max_size=12,
)


def read(text: str) -> list[Note]:
    return [note_of(path, text) for path, text in files_of(text).items()]


def again(recall: Recall, notes: list[Note]) -> Book:
    """The book as the index would have it bound: by path, from the lines that it keeps."""
    inorder = sorted(notes, key=lambda note: note.path)
    return recall.bind(lambda kind: [pack(note)[0] for note in inorder if note.kind == kind])


@given(SAVES)
def test_a_book_bound_again_after_each_save_is_one_bound_from_nothing(
    saves: list[tuple[str, str | None]],
) -> None:
    recall = Recall()
    files: dict[str, str] = {}
    for name, text in saves:
        files.pop(name, None)
        if text is not None:
            files[name] = text
        notes = [note_of(f"{each}.md", text) for each, text in files.items()]
        assert again(recall, notes) == bind(notes)


def test_a_file_name_speaks_of_whoever_is_named_anywhere_though_the_header_names_nobody() -> None:
    notes = read(
        "=== organizations/Elbgrün\n---\ntarget: yes\n---\n"
        '=== conversations/2026-05-01 Anna, Ben\n---\npeople: ["[[Elbgrün]]"]\n---\n'
        "=== contacts/Ida\n## Log\n- 2026-05-01 asked named:[[Anna]]\n"
        '=== conversations/2026-05-09 Ida\n---\npeople: ["[[Ben]]"]\n---\n'
    )
    first = bind(notes).conversations[0]
    assert first.people == ("?anna", "?ben")
    assert again(Recall(), notes) == bind(notes)


def test_what_has_not_changed_is_the_very_same_record() -> None:
    recall = Recall()
    anna, ben = "=== contacts/Anna\n## Log\n- 2026-05-04 asked", "=== contacts/Ben\n"
    before = again(recall, read(anna + "\n" + ben))
    after = again(recall, read(anna + "\n" + ben + "---\nrole: Baker\n---"))
    assert after.contacts["contacts/Anna.md"] is before.contacts["contacts/Anna.md"]
    assert after.contacts["contacts/Ben.md"].role == "Baker"
    assert before.contacts["contacts/Ben.md"].role == ""


def test_a_new_alias_changes_what_other_notes_mean() -> None:
    recall = Recall()
    anna = "=== contacts/Anna\n## Log\n- 2026-05-04 referred named:[[Benny]]\n"
    before = again(recall, read(anna + "=== contacts/Ben\n"))
    assert "?benny" in before.contacts
    after = again(recall, read(anna + "=== contacts/Ben\n---\naliases: [Benny]\n---"))
    assert "?benny" not in after.contacts
    assert after.contacts["contacts/Anna.md"].log[0].named == ("contacts/Ben.md",)
