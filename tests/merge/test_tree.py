"""Three trees of files: what is the same file, what becomes of it, and what it is called."""

from __future__ import annotations

from hashlib import sha256

from notesync.merge.files import SUBMODULE
from notesync.merge.tree import File, Side, merge_trees
from tests.merge.merging import merged_trees, texts


def beside(path: str, text: str) -> str:
    """What a copy of this text beside a path is called."""
    stem, dot, extension = path.partition(".")
    return f"{stem}.conflict-{sha256(text.encode()).hexdigest()[:8]}{dot}{extension}"


ANNA = """\
---
type: contact
id: a1
org: Hafenwerk
---

She draws before she writes, and keeps bees on the roof of the office.
"""
PLAIN = "A plain note.\n\nIt has some lines,\nnone of them long,\nand no header at all.\n"


def test_what_one_side_changed_made_or_deleted_is_taken() -> None:
    base = {"a.md": ANNA, "b.md": PLAIN, "c.md": "gone\n"}
    ours = {"a.md": ANNA + "More.\n", "b.md": PLAIN}
    theirs = {"a.md": ANNA, "b.md": PLAIN, "c.md": "gone\n", "new.md": "New.\n"}
    found = merged_trees(base, ours, theirs)
    assert texts(found) == {"a.md": ANNA + "More.\n", "b.md": PLAIN, "new.md": "New.\n"}
    assert not found.conflicts


def test_a_note_renamed_here_and_edited_there_is_both() -> None:
    edited = ANNA.replace("Hafenwerk", "Solvana")
    found = merged_trees({"Anna.md": ANNA}, {"people/Anna Müller.md": ANNA}, {"Anna.md": edited})
    assert texts(found) == {"people/Anna Müller.md": edited}
    assert not found.conflicts


def test_a_note_is_known_by_its_id_however_much_it_was_changed() -> None:
    ours = {"people/Anna Müller.md": "---\nid: a1\n---\n\nAll new.\n"}
    theirs = {"Anna.md": ANNA.replace("Hafenwerk", "Solvana")}
    found = merged_trees({"Anna.md": ANNA}, ours, theirs)
    assert list(found.files) == ["people/Anna Müller.md"]
    assert "All new." in texts(found)["people/Anna Müller.md"]
    assert "org: Solvana" in texts(found)["people/Anna Müller.md"]


def test_a_plain_note_is_known_by_its_words() -> None:
    ours = {"sub/other.md": PLAIN.replace("none of them long", "all of them short")}
    theirs = {"plain.md": PLAIN + "\nOne more.\n"}
    found = merged_trees({"plain.md": PLAIN}, ours, theirs)
    assert texts(found) == {"sub/other.md": ours["sub/other.md"] + "\nOne more.\n"}


def test_a_note_whose_name_another_note_took_is_followed() -> None:
    other = ANNA.replace("id: a1", "id: b2").replace("She draws", "He paints")
    ours = {"Anna Alt.md": ANNA, "Anna.md": other}
    theirs = {"Anna.md": ANNA.replace("Hafenwerk", "Solvana")}
    found = merged_trees({"Anna.md": ANNA}, ours, theirs)
    assert texts(found) == {
        "Anna Alt.md": ANNA.replace("Hafenwerk", "Solvana"), "Anna.md": other,
    }  # fmt: skip


def test_two_notes_that_changed_places_are_followed() -> None:
    other = PLAIN.replace("plain", "simple")
    one, two = ANNA, ANNA.replace("a1", "b2").replace("She draws", "He paints")
    ours = {"x.md": two, "y.md": one, "z.md": other}
    theirs = {"x.md": one + "More of one.\n", "y.md": two, "z.md": other}
    found = merged_trees({"x.md": one, "y.md": two, "z.md": PLAIN}, ours, theirs)
    assert texts(found) == {"x.md": two, "y.md": one + "More of one.\n", "z.md": other}


def test_a_note_deleted_here_and_edited_there_stays_and_says_so() -> None:
    edited = ANNA.replace("Hafenwerk", "Solvana")
    found = merged_trees({"Anna.md": ANNA}, {}, {"Anna.md": edited})
    assert texts(found) == {
        "Anna.md": edited.replace(
            "org: Solvana\n",
            'org: Solvana\nconflicts:\n  - (file) = "deleted" (2026-05-12)\n',
        )
    }
    [conflict] = found.conflicts
    assert (conflict.field, conflict.other, conflict.why) == ("(file)", "deleted", "edited-deleted")


def test_a_plain_note_deleted_here_and_edited_there_says_so_in_a_comment() -> None:
    found = merged_trees({"a.md": PLAIN}, {}, {"a.md": PLAIN + "More.\n"})
    assert texts(found) == {
        "a.md": PLAIN + 'More.\n\n<!-- conflict: (file) = "deleted" (2026-05-12) -->\n'
    }


def test_a_note_deleted_here_and_only_renamed_there_is_deleted() -> None:
    assert not merged_trees({"Anna.md": ANNA}, {}, {"Anna Müller.md": ANNA}).files


def test_a_note_renamed_on_both_sides_takes_the_larger_path_and_the_other_as_alias() -> None:
    found = merged_trees({"Anna.md": ANNA}, {"Anna M.md": ANNA}, {"Anna Müller.md": ANNA})
    assert texts(found) == {
        "Anna Müller.md": ANNA.replace(
            "org: Hafenwerk\n",
            "org: Hafenwerk\naliases:\n  - Anna M\nconflicts:\n"
            '  - (path) = "Anna M.md" ← "Anna.md" (2026-05-12)\n',
        )
    }
    assert [each.why for each in found.conflicts] == ["both-renamed"]


def test_a_note_moved_into_two_folders_needs_no_alias() -> None:
    found = merged_trees({"Anna.md": ANNA}, {"a/Anna.md": ANNA}, {"b/Anna.md": ANNA})
    assert list(found.files) == ["b/Anna.md"]
    assert "aliases" not in texts(found)["b/Anna.md"]


def test_the_same_rename_on_both_sides_is_no_conflict() -> None:
    found = merged_trees({"a.md": ANNA}, {"b.md": ANNA + "One.\n"}, {"b.md": ANNA})
    assert texts(found) == {"b.md": ANNA + "One.\n"}
    assert not found.conflicts


def test_two_new_notes_of_one_name_and_two_ids_both_stay() -> None:
    other = ANNA.replace("a1", "b2")
    found = merged_trees({}, {"Anna.md": ANNA}, {"Anna.md": other})
    assert texts(found) == {"Anna.md": ANNA, "Anna b2.md": other}


def test_a_name_that_a_merge_gave_gives_way_to_one_that_somebody_gave() -> None:
    named = {"Anna M.md": ANNA}
    found = merged_trees({"Anna.md": ANNA}, named, {"Anna a1.md": ANNA + "More.\n"})
    assert texts(found) == {"Anna M.md": ANNA + "More.\n"}
    assert not found.conflicts


def test_two_new_notes_of_one_name_without_ids_are_merged() -> None:
    found = merged_trees({}, {"day.md": "Tea.\n"}, {"day.md": "Coffee.\n"})
    assert texts(found) == {"day.md": "Coffee.\n\nTea.\n"}


def test_a_new_note_with_the_same_id_in_two_places_is_one() -> None:
    found = merged_trees({}, {"a/Anna.md": ANNA}, {"b/Anna.md": ANNA + "More.\n"})
    assert list(found.files) == ["b/Anna.md"]


def test_two_notes_that_were_given_one_name_both_stay() -> None:
    base = {"a.md": ANNA, "b.md": PLAIN}
    found = merged_trees(base, {"c.md": ANNA, "b.md": PLAIN}, {"a.md": ANNA, "c.md": PLAIN})
    assert texts(found) == {"c.md": ANNA, beside("c.md", PLAIN): PLAIN}


def test_names_that_some_computers_take_for_one_are_told_apart() -> None:
    found = merged_trees({}, {"anna.md": ANNA}, {"Anna.md": ANNA.replace("a1", "b2")})
    assert set(found.files) == {"anna.md", "Anna b2.md"}
    composed, parted = "Müller.md", "Mu\u0308ller.md"
    found = merged_trees({}, {composed: "One.\n"}, {parted: "Two.\n"})
    assert texts(found) == {parted: "Two.\n", beside(composed, "One.\n"): "One.\n"}


def test_a_new_name_gives_way_to_one_that_was_there_before() -> None:
    base = {"old.md": ANNA, "Anna.md": PLAIN}
    found = merged_trees(base, {**base, "Anna.md": PLAIN + "More.\n"}, {"anna.md": ANNA})
    assert texts(found)["Anna.md"].startswith(PLAIN + "More.\n")
    assert texts(found)["anna a1.md"] == ANNA
    found = merged_trees({}, {"ANNA.md": ANNA}, {}, ("anna.md", "other.md"))
    assert list(found.files) == ["ANNA.md"]  # our side has both already
    one, two = {"x.md": ANNA}, {"anna.md": ANNA}
    found = merged_trees(one, {**one, "Anna.md": PLAIN}, two)
    assert texts(found) == {"anna.md": ANNA, beside("Anna.md", PLAIN): PLAIN}


def test_twins_that_one_side_has_already_are_left_alone() -> None:
    ours = {"anna.md": "One.\n", "Anna.md": "Two.\n"}
    assert texts(merged_trees({}, ours, {"x.md": "X.\n"})) == {**ours, "x.md": "X.\n"}


def test_a_file_gives_way_to_a_folder_of_its_name() -> None:
    found = merged_trees({}, {"trip": "A file.\n"}, {"trip/day.md": "A note.\n"})
    assert texts(found) == {
        beside("trip", "A file.\n"): "A file.\n", "trip/day.md": "A note.\n",
    }  # fmt: skip


def test_a_picture_that_both_changed_is_kept_twice() -> None:
    found = merged_trees({"p.png": b"\0"}, {"p.png": b"\0a"}, {"p.png": b"\0b"})
    assert {path: file.data for path, file in found.files.items()} == {
        "p.png": b"\0b", beside("p.png", "\0a"): b"\0a",
    }  # fmt: skip
    [conflict] = found.conflicts
    assert (conflict.other, conflict.why) == (beside("p.png", "\0a"), "both-files")


def test_a_note_that_is_no_text_or_too_large_is_kept_twice() -> None:
    big = "x" * (1 << 20) + "\n"
    for base, ours, theirs in ((b"a", b"\xff", b"b"), (b"a", big.encode(), big.encode() + b"y")):
        found = merged_trees({"a.md": base}, {"a.md": ours}, {"a.md": theirs})
        assert {file.data for file in found.files.values()} == {ours, theirs}


def test_the_state_of_an_editor_is_the_later_one_without_a_copy() -> None:
    path = ".obsidian/workspace-mobile.json"
    found = merged_trees({path: "{}"}, {path: '{"a": 2}'}, {path: '{"a": 1}'})
    assert texts(found) == {path: '{"a": 1}'}


def test_patterns_are_united_and_what_one_side_took_out_is_out() -> None:
    found = merged_trees(
        {".gitignore": "a\nb\n"}, {".gitignore": "a\nb\nc\n"}, {".gitignore": "b\nd\n"}
    )
    assert texts(found) == {".gitignore": "b\nc\nd\n"}


def test_an_executable_bit_and_words_are_both_kept() -> None:
    base = {"run.md": File(b"One.\n")}
    ours = {"run.md": File(b"One.\n", "100755")}
    found = merged_trees(base, ours, {"run.md": File(b"One. Two.\n")})
    assert found.files == {"run.md": File(b"One. Two.\n", "100755")}


def test_links_are_files_of_their_own_kind() -> None:
    base = {"l": File(b"a", "120000")}
    found = merged_trees(base, {"l": File(b"b", "120000")}, {"l": File(b"c", "120000")})
    assert found.files == {
        "l": File(b"c", "120000"), beside("l", "b"): File(b"b", "120000"),
    }  # fmt: skip
    found = merged_trees({"n.md": PLAIN}, {"n.md": File(b"a", "120000")}, {"n.md": PLAIN + "x\n"})
    assert {file.mode for file in found.files.values()} == {"120000", "100644"}
    # What replaces a deleted link under another name is no rename of it.
    found = merged_trees(base, {"m": File(b"a", "120000")}, {"l": File(b"c", "120000")})
    assert set(found.files) == {"l", "m"}


def test_a_submodule_follows_the_later_side() -> None:
    one, two, three = (File(letter * 40, SUBMODULE) for letter in (b"1", b"2", b"3"))
    found = merged_trees({"sub": one}, {"sub": three}, {"sub": two})
    assert found.files == {"sub": two}
    [conflict] = found.conflicts
    assert (conflict.kept, conflict.other) == ("2" * 40, "3" * 40)
    found = merged_trees({}, {"sub": File(b"A file.\n")}, {"sub": two})
    assert set(found.files) == {"sub", beside("sub", "A file.\n")}


def test_names_that_are_no_utf8_are_names() -> None:
    path = b"caf\xe9.md".decode("utf-8", "surrogateescape")
    found = merged_trees({path: PLAIN}, {path: PLAIN + "a\n"}, {path: "b\n" + PLAIN})
    assert list(found.files) == [path]


def test_nothing_to_merge_takes_nothing() -> None:
    assert not merge_trees(Side(), Side(), Side()).files


def test_records_that_meet_again_breed_no_records() -> None:
    base = {"a.md": ANNA}
    ours = {"a.md": ANNA.replace("Hafenwerk", "Solvana").replace("She draws", "She paints")}
    theirs = {"a.md": ANNA.replace("Hafenwerk", "Elbgrün").replace("She draws", "She sings")}
    here = there = texts(merged_trees(base, ours, theirs))["a.md"]
    here, there = here + "Here.\n", there.replace("id: a1\n", "id: a1\ncity: Hamburg\n")
    for old in (base, ours, theirs):
        text = texts(merged_trees(old, {"a.md": here}, {"a.md": there}))["a.md"]
        assert text.count('org = "Solvana"') == 1
        assert text.count("<!-- conflict") == 1
        assert text.count("Here.") == 1
        assert text.count("city: Hamburg") == 1
