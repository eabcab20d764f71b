"""One note, three versions: the rules, each with a note that shows it."""

from __future__ import annotations

import pytest

from notesync.merge.note import annotated, merge_note
from notesync.notes import document
from notesync.notes.body import read_body
from tests.merge.merging import DATES, MAY_12, MAY_13, merged

CARLA = """\
---
type: contact
org: "[[Elbgrün]]"
role: Head of communications   # since 2019
tags: [energy, heat]
last_contact: 2026-04
created: 2026-04-24
---

Meike knows her from a trade fair. Speaks fast, laughs often.

## Log

- 2026-04-27 asked email — about heat networks
- 2026-04-28 agreed email for:2026-05-05

## Promises

- [ ] me: send the article 📅 2026-05-09
- [ ] they: introduce Nora
"""


def test_what_one_side_changed_is_taken_as_it_was_typed() -> None:
    changed = CARLA.replace("Head of communications   # since", "'Head of everything' # until")
    assert merged(CARLA, changed, CARLA) == changed


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    changed = CARLA.replace("energy", "wind")
    assert merged(CARLA, changed, changed) == changed


def test_a_text_that_both_changed_keeps_the_later_one_and_records_the_other() -> None:
    ours = CARLA.replace("Head of communications", "Director")
    theirs = CARLA.replace("Head of communications", "Board member")
    result = merged(CARLA, ours, theirs)
    assert "role: Board member   # since 2019\n" in result
    assert (
        'conflicts:\n  - role = "Director" ← "Head of communications" (2026-05-12)\n---' in result
    )


def test_of_two_texts_of_the_same_day_the_larger_one_stays() -> None:
    ours = CARLA.replace("Head of communications", "Ärztin")
    theirs = CARLA.replace("Head of communications", "Zahnärztin")
    assert "role: Ärztin " in merged(CARLA, ours, theirs, (MAY_12, MAY_12))


def test_a_header_that_stands_further_in_is_merged_with_one_that_does_not() -> None:
    base = "---\n  who:\n    - Anna\n  about:\n    a: 1\n    b: 2\n---\n"
    ours = base.replace("    - Anna\n", "    - Anna\n    - Bea\n")
    theirs = "---\nabout:\n  a: 1\n  b: 3\nnew: 1\n---\n"
    result = merged(base, ours, theirs)
    assert result == (
        "---\n  who:\n    - Anna\n    - Bea\n  about:\n    a: 1\n    b: 3\n  new: 1\n---\n"
    )


def test_two_dates_never_make_a_third() -> None:
    ours = CARLA.replace("created: 2026-04-24", "created: 2026-03-24")
    theirs = CARLA.replace("created: 2026-04-24", "created: 2026-04-11")
    result = merged(CARLA, ours, theirs)
    assert "2026-03-11" not in result
    assert "\ncreated: 2026-03-24\n" in result


@pytest.mark.parametrize(
    ("key", "before", "one", "other", "stays"),
    [
        ("last_contact", "2026-04", "2026-05-20", "2026-05-03", "2026-05-20"),
        ("created", "2026-04-24", "2026-04-20", "2026-04-22", "2026-04-20"),
        ("confidence_after", "3", "5", "2", "2"),  # the later judgement counts
        ("last_contact", "2026-04", "yesterday", "2026-05-03", "2026-05-03"),
        ("zuletzt", "2026-04", "2026-05-20", "2026-05-03", "2026-05-20"),
    ],
)
def test_some_fields_have_a_rule_of_their_own(
    key: str, before: str, one: str, other: str, stays: str
) -> None:
    base = f"---\ntype: contact\n{key}: {before}\n---\n"
    result = merged(base, base.replace(before, one), base.replace(before, other))
    lost = other if stays == one else one
    assert f"\n{key}: {stays}\n" in result
    assert f'  - {key} = "{lost}" ← "{before}"' in result


def test_lists_are_merged_as_sets_in_order() -> None:
    ours = CARLA.replace("[energy, heat]", "[energy, heat, museums]")
    theirs = CARLA.replace("[energy, heat]", "[wind, energy]")
    result = merged(CARLA, ours, theirs)
    assert "\ntags: [wind, energy, museums]\n" in result
    assert "conflicts" not in result


def test_a_block_list_keeps_its_style_and_comments() -> None:
    base = "---\npeople:\n  - '[[A]]'  # first\n  - '[[B]]'\n---\n"
    ours = base.replace("  - '[[B]]'\n", "  - '[[B]]'\n  - '[[C]]'\n")
    theirs = base.replace("  - '[[A]]'", "  # whom we met\n  - '[[D]]'\n  - '[[A]]'")
    result = merged(base, ours, theirs)
    assert document.read(result).get("people") == ("[[D]]", "[[A]]", "[[B]]", "[[C]]")
    assert "# first" in result
    assert "# whom we met" in result


def test_one_text_and_a_list_of_several_make_a_list() -> None:
    base = "---\naliases: Carla\n---\n"
    ours = "---\naliases: [Carla, Karla]\n---\n"
    theirs = "---\naliases: CV\n---\n"
    assert document.read(merged(base, ours, theirs)).get("aliases") == ("CV", "Karla")


def test_a_key_removed_against_changed_stays_changed() -> None:
    ours = CARLA.replace("role: Head of communications   # since 2019\n", "")
    theirs = CARLA.replace("Head of communications", "Director")
    assert "\nrole: Director   # since 2019\n" in merged(CARLA, ours, theirs)


def test_a_key_removed_against_requoted_is_gone() -> None:
    ours = CARLA.replace("role: Head of communications   # since 2019\n", "")
    theirs = CARLA.replace("Head of communications", "'Head of communications'")
    assert "role" not in merged(CARLA, ours, theirs)


def test_a_tool_that_reorders_and_requotes_takes_nothing_from_anybody() -> None:
    ours = CARLA.replace("Head of communications   # since 2019", "Director   # since May")
    theirs = CARLA.replace(
        'type: contact\norg: "[[Elbgrün]]"\nrole: Head of communications',
        "org: '[[Elbgrün]]'\nrole: \"Head of communications\"",
    ).replace("created: 2026-04-24\n", "created: '2026-04-24'\ntype: contact\n")
    result = merged(CARLA, ours, theirs)
    assert result.startswith(
        "---\norg: '[[Elbgrün]]'\nrole: Director   # since May\ntags: [energy, heat]\n"
        "last_contact: 2026-04\ncreated: '2026-04-24'\ntype: contact\n---\n"
    )


def test_a_comment_that_one_side_wrote_outlives_the_value_of_the_other() -> None:
    ours = CARLA.replace("# since 2019", "# since 2020")
    theirs = CARLA.replace("Head of communications", "Director")
    assert "role: Director   # since 2020\n" in merged(CARLA, ours, theirs)


def test_two_comments_on_one_key_both_stay() -> None:
    ours = CARLA.replace("Head of communications   # since 2019", "Director  # since May")
    theirs = CARLA.replace("Head of communications   # since 2019", "Board  # says Meike")
    result = merged(CARLA, ours, theirs)
    assert "# since May" in result
    assert "role: Board  # says Meike\n" in result


def test_new_keys_of_both_sides_stand_where_each_put_them() -> None:
    ours = CARLA.replace("tags:", "city: Hamburg\ntags:").replace("---\n\n", "phone: 1\n---\n\n")
    theirs = CARLA.replace("---\n\n", "email: c@example.org\n---\n\n")
    result = merged(CARLA, ours, theirs)
    assert "since 2019\ncity: Hamburg\ntags" in result
    assert "created: 2026-04-24\nemail: c@example.org\nphone: 1\n---\n" in result


def test_a_nested_value_that_both_changed_is_recorded_as_its_source() -> None:
    base = "---\nmeta: {a: 1}\n---\n"
    result = merged(base, base.replace("1", "2"), base.replace("1", "3"))
    assert "meta: {a: 3}\n" in result
    assert """'meta = yaml "{a: 2}" ← yaml "{a: 1}" (2026-05-12)'""" in result


def test_a_block_of_text_that_both_changed_is_recorded_line_by_line() -> None:
    base = "---\nabout: |\n  one\n  two\n---\n"
    result = merged(base, base.replace("two", "zwei"), base.replace("two", "deux"))
    assert document.read(result).get("about") == "one\ndeux\n"
    assert 'about = lines ["one", "zwei", ""]' in result


def test_lines_of_a_log_are_a_set_and_stand_by_date() -> None:
    ours = CARLA.replace("for:2026-05-05\n", "for:2026-05-05\n- 2026-05-06 thanked email\n")
    theirs = CARLA.replace("for:2026-05-05\n", "for:2026-05-05\n- 2026-05-04 confirmed email\n")
    assert (
        "for:2026-05-05\n- 2026-05-04 confirmed email\n- 2026-05-06 thanked email\n\n## Promises"
        in merged(CARLA, ours, theirs)
    )


def test_the_same_log_line_typed_twice_is_one() -> None:
    line = "- 2026-05-06 thanked email — for the tea\n"
    ours = CARLA.replace("- 2026-04-27", f"{line}- 2026-04-27")
    theirs = CARLA.replace("for:2026-05-05\n", f"for:2026-05-05\n{line}")
    assert merged(CARLA, ours, theirs).count(line) == 1


def test_a_log_line_that_was_deleted_or_edited_does_not_come_back() -> None:
    ours = CARLA.replace("- 2026-04-27 asked email — about heat networks\n", "")
    theirs = CARLA.replace("agreed email", "agreed call")
    result = merged(CARLA, ours, theirs)
    assert "asked" not in result
    assert "agreed email" not in result
    assert result.count("agreed call") == 1


def test_the_parts_of_a_log_line_are_merged_each_by_itself() -> None:
    ours = CARLA.replace("2026-04-27 asked email —", "2026-04-26 asked email expect:yes —")
    theirs = CARLA.replace("about heat networks", "about heat networks. And tea.")
    assert "- 2026-04-26 asked email expect:yes — about heat networks. And tea.\n" in merged(
        CARLA, ours, theirs
    )


def test_a_log_line_that_lost_is_recorded_and_is_no_event() -> None:
    ours = CARLA.replace("about heat networks", "about museums")
    theirs = CARLA.replace("about heat networks", "about the fair")
    result = merged(CARLA, ours, theirs)
    assert "— about the fair\n<!-- conflict 3/3 (2026-05-12)\n— about museums\n-->\n- 2026-04" in (
        result
    )
    facts = read_body(document.read(result).body, 1, "contact")
    assert [(line.day, line.verb, line.text) for line in facts.log] == [
        ("2026-04-27", "asked", "about the fair"), ("2026-04-28", "agreed", ""),
    ]  # fmt: skip


def test_both_make_the_log_and_there_is_one() -> None:
    base = "---\ntype: contact\n---\n\nText.\n"
    ours = base + "\n## Log\n\n- 2026-05-06 thanked\n"
    theirs = base + "\n## Log\n\n- 2026-05-04 asked\n"
    assert merged(base, ours, theirs) == (
        base + "\n## Log\n\n- 2026-05-04 asked\n- 2026-05-06 thanked\n"
    )


def test_sentences_of_one_line_are_merged() -> None:
    ours = CARLA.replace("a trade fair.", "the fair in Essen.")
    theirs = CARLA.replace("laughs often.", "laughs often, asks back.")
    assert (
        "\nMeike knows her from the fair in Essen. Speaks fast, laughs often, asks back.\n"
        in merged(CARLA, ours, theirs)
    )


def test_a_sentence_that_both_changed_is_recorded_below() -> None:
    ours = CARLA.replace("laughs often.", "laughs a lot.")
    theirs = CARLA.replace("laughs often.", "laughs often, asks back.")
    assert (
        "\nMeike knows her from a trade fair. Speaks fast, laughs often, asks back.\n"
        "<!-- conflict 2/2 (2026-05-12)\nSpeaks fast, laughs a lot.\n-->\n"
        in merged(CARLA, ours, theirs)
    )


def test_a_paragraph_that_a_tool_wrapped_takes_the_sentence_of_the_other() -> None:
    base = "One sentence here. Another one\nfollows it, and is long. A third.\n"
    ours = "One sentence here.\nAnother one follows it, and\nis long. A third.\n"
    theirs = base.replace("A third.", "A third one, changed.")
    result = merged(base, ours, theirs)
    assert " ".join(result.split()) == (
        "One sentence here. Another one follows it, and is long. A third one, changed."
    )


def test_two_paragraphs_in_one_place_both_stand() -> None:
    ours = CARLA + "\nShe sent tea.\n"
    theirs = CARLA + "\nHer sister rows.\n"
    assert merged(CARLA, ours, theirs) == CARLA + "\nHer sister rows.\n\nShe sent tea.\n"


def test_the_same_paragraph_in_one_place_stands_once() -> None:
    both = CARLA + "\nShe sent tea.\n"
    assert merged(CARLA, both + "\nAnd more.\n", both) == both + "\nAnd more.\n"


def test_a_paragraph_goes_before_a_new_section_and_an_item_stays_in_its_list() -> None:
    ours = CARLA + "- [ ] me: write to Nora\n"
    theirs = CARLA + "\n## Ideas\n\nA walk.\n"
    assert merged(CARLA, ours, theirs) == (
        CARLA + "- [ ] me: write to Nora\n\n## Ideas\n\nA walk.\n"
    )


def test_a_task_is_ticked_here_and_worded_anew_there() -> None:
    ours = CARLA.replace("[ ] me: send", "[x] me: send")
    theirs = CARLA.replace("the article", "the long article")
    assert "- [x] me: send the long article 📅 2026-05-09\n" in merged(CARLA, ours, theirs)


def test_ticked_wins_over_other_marks_and_its_date_is_kept_beside_a_new_one() -> None:
    ours = CARLA.replace("[ ] me: send the article 📅 2026-05-09", "[-] me: send the article")
    theirs = CARLA.replace("[ ] me: send the article", "[x] me: send the article").replace(
        "📅 2026-05-09", "📅 2026-05-09 ✅ 2026-05-08"
    )
    result = merged(CARLA, ours, theirs)
    assert "- [x] me: send the article" in result
    assert "✅ 2026-05-08" in result


def test_a_task_ticked_here_and_deleted_there_stays_ticked() -> None:
    ours = CARLA.replace("[ ] they", "[x] they")
    theirs = CARLA.replace("- [ ] they: introduce Nora\n", "")
    assert "- [x] they: introduce Nora\n" in merged(CARLA, ours, theirs)


def test_a_line_deleted_here_and_edited_there_stays_edited() -> None:
    ours = CARLA.replace("- 2026-04-27 asked email — about heat networks\n", "")
    theirs = CARLA.replace("heat networks", "heat networks, and tea")
    assert "- 2026-04-27 asked email — about heat networks, and tea\n" in merged(
        CARLA, ours, theirs
    )


def test_a_section_deleted_here_keeps_its_heading_for_what_was_written_there() -> None:
    start = CARLA.index("## Log")
    ours = CARLA[:start] + CARLA[CARLA.index("## Promises") :]
    theirs = CARLA.replace("for:2026-05-05\n", "for:2026-05-05\n- 2026-05-06 thanked\n")
    assert "\n## Log\n\n- 2026-05-06 thanked\n\n## Promises\n" in merged(CARLA, ours, theirs)


def test_a_section_moved_here_takes_along_what_was_written_there() -> None:
    start, end = CARLA.index("## Log"), CARLA.index("## Promises")
    ours = CARLA[:start] + CARLA[end:] + "\n" + CARLA[start:end].rstrip("\n") + "\n"
    theirs = CARLA.replace("for:2026-05-05\n", "for:2026-05-05\n- 2026-05-06 thanked\n")
    assert merged(CARLA, ours, theirs).endswith(
        "introduce Nora\n\n## Log\n\n- 2026-04-27 asked email — about heat networks\n"
        "- 2026-04-28 agreed email for:2026-05-05\n- 2026-05-06 thanked\n"
    )


FENCED = "Text.\n\n```py\na = 1\nb = 2\nc = 3\n```\n\nMore.\n"


def test_a_fence_that_both_changed_in_one_place_is_one_block() -> None:
    result = merged(FENCED, FENCED.replace("b = 2", "b = 20"), FENCED.replace("b = 2", "b = 30"))
    assert result == (
        "Text.\n\n```py\na = 1\nb = 30\nc = 3\n```\n"
        "<!-- conflict (2026-05-12)\n```py\na = 1\nb = 20\nc = 3\n```\n-->\n\nMore.\n"
    )


def test_a_fence_changed_in_two_places_holds_both() -> None:
    result = merged(FENCED, FENCED.replace("a = 1", "a = 0"), FENCED.replace("c = 3", "c = 4"))
    assert result == FENCED.replace("a = 1", "a = 0").replace("c = 3", "c = 4")


def test_two_new_fences_in_one_place_stay_two() -> None:
    base = "Text.\n"
    ours, theirs = base + "\n```py\na = 1\n```\n", base + "\n```py\nb = 2\n```\n"
    assert merged(base, ours, theirs) == ("Text.\n\n```py\na = 1\n```\n\n```py\nb = 2\n```\n")


def test_the_cells_of_a_row_are_merged_each_by_itself() -> None:
    base = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    result = merged(base, base.replace("1", "one"), base.replace("2", "two"))
    assert result == base.replace("1", "one").replace("2", "two")


# ---------------------------------------------------------------- headers that can't be read


def test_a_header_broken_here_gives_way_to_the_one_that_can_be_read() -> None:
    ours = CARLA.replace('"[[Elbgrün]]"', "[[[Elbgrün").replace("Speaks", "She speaks")
    theirs = CARLA.replace("Head of communications", "Director")
    result = merged(CARLA, ours, theirs)
    assert document.read(result).get("role") == "Director"
    assert "She speaks fast" in result
    assert result.count("<!-- conflict header (2026-05-12)\n---\ntype: contact\norg: [[[Elb") == 1


def test_a_header_broken_before_is_mended_without_a_record() -> None:
    base = CARLA.replace('"[[Elbgrün]]"', "[[[Elbgrün")
    assert merged(base, CARLA, base + "\nMore.\n") == CARLA + "\nMore.\n"


def test_a_header_whose_end_was_deleted_is_told_from_the_text() -> None:
    ours = CARLA.replace("created: 2026-04-24\n---\n", "created: 2026-04-24\n")
    theirs = CARLA.replace("Head of communications", "Director")
    result = merged(CARLA, ours, theirs)
    assert result.startswith(theirs[: theirs.index("Meike")])
    assert result.count("Meike knows her") == 1


def test_two_broken_headers_are_merged_by_lines() -> None:
    base = CARLA.replace('"[[Elbgrün]]"', "[[[Elbgrün")
    ours = base.replace("created: 2026-04-24", "created: 2026-04-25")
    theirs = base.replace("type: contact", "type: person")
    result = merged(base, ours, theirs)
    assert result == ours.replace("type: contact", "type: person")


def test_two_broken_headers_that_contradict_are_both_kept() -> None:
    ours = CARLA.replace('"[[Elbgrün]]"', "[[[Elbgrün")
    theirs = CARLA.replace('"[[Elbgrün]]"', "{{Hafenwerk")
    result = merged(CARLA, ours, theirs)
    assert "\norg: {{Hafenwerk\n" in result
    assert "<!-- conflict header (2026-05-12)\n---\ntype: contact\norg: [[[Elbgrün" in result


def test_a_toml_header_is_merged_by_lines_or_kept_beside() -> None:
    base = '+++\ntitle = "A"\n\nyear = 2020\n+++\nText.\n'
    both = merged(base, base.replace('"A"', '"B"'), base.replace("2020", "2021"))
    assert both == base.replace('"A"', '"B"').replace("2020", "2021")
    one = merged(base, base.replace('"A"', '"B"'), base.replace('"A"', '"C"'))
    assert one.startswith('+++\ntitle = "C"\n')
    assert '<!-- conflict header (2026-05-12)\n+++\ntitle = "B"\n' in one


def test_a_header_added_here_stands_and_the_text_takes_what_was_written_there() -> None:
    base = "Text one.\n"
    result = merged(base, "---\ntype: contact\n---\nText one.\n", "Text one. And two.\n")
    assert result == "---\ntype: contact\n---\nText one. And two.\n"


def test_a_header_deleted_here_stays_with_what_was_changed_there() -> None:
    base = "---\ntype: contact\norg: A\n---\nText.\n"
    result = merged(base, "Text.\n", base.replace("org: A", "org: B"))
    assert result == "---\norg: B\n---\nText.\n"
    assert merged(base, "Text.\n", base + "More.\n") == "Text.\nMore.\n"


# ---------------------------------------------------------------- notes without a header


def test_a_plain_note_never_gets_a_header() -> None:
    result = merged("Text one.\n", "Text two.\n", "Text three.\n")
    assert result == "Text three.\n<!-- conflict (2026-05-12)\nText two.\n-->\n"


def test_what_looks_like_the_end_of_a_comment_does_not_end_a_record() -> None:
    base = "An arrow: a, b.\n"
    result = merged(base, "An arrow: a --> b, &gt; --&gt;.\n", "An arrow: a to b.\n")
    assert result.count("-->") == 1
    assert "a --&gt; b, &gt; --&amp;gt;." in result


def test_two_new_notes_of_one_name_are_merged_as_if_there_had_been_nothing() -> None:
    result = merged(None, "# Day\n\nTea.\n", "# Day\n\nCoffee.\n")
    assert result == "# Day\n\nCoffee.\n\nTea.\n"


# ---------------------------------------------------------------- the form of the file


def test_line_ends_changed_here_are_no_conflict_with_words_written_there() -> None:
    ours = CARLA.replace("\n", "\r\n")
    theirs = CARLA.replace("Speaks fast", "Speaks very fast")
    assert merged(CARLA, ours, theirs) == theirs.replace("\n", "\r\n")


def test_a_byte_order_mark_and_a_missing_last_line_end_follow_the_one_who_changed_them() -> None:
    ours = "\ufeff" + CARLA
    theirs = CARLA.removesuffix("\n")
    result = merged(CARLA, ours, theirs + " by mail")
    assert result.startswith("\ufeff---")
    assert result.endswith("introduce Nora by mail")


def test_mixed_line_ends_stay_line_by_line() -> None:
    base = "one\r\ntwo\nthree\r\n"
    assert merged(base, base + "four\n", "zero\r\n" + base) == "zero\r\n" + base + "four\n"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ValueError, match="note"):
        merge_note(b"a", b"\0b", b"c", dates=DATES, path="note")


# ---------------------------------------------------------------- when all else fails


def test_what_can_not_be_read_any_more_keeps_one_text_and_the_other_beside() -> None:
    base = "Tea.\n\nCoffee.\n"
    ours, theirs = "<<<<<<< HEAD\n\n" + base, base + "\n=======\n\n>>>>>>> other\n"
    result = merge_note(base.encode(), ours.encode(), theirs.encode(), dates=DATES).data.decode()
    assert result == theirs + "\n<!-- conflict body (2026-05-12)\n" + ours.rstrip("\n") + "\n-->\n"
    headed = "---\norg: A\n---\n\n"
    mine, yours = headed.replace("A", "B") + ours, headed.replace("A", "C") + theirs
    result = merge_note(
        (headed + base).encode(), mine.encode(), yours.encode(), dates=DATES
    ).data.decode()
    assert result.startswith(yours)
    assert "<!-- conflict header (2026-05-12)\n---\norg: B\n---\n-->" in result
    assert "<!-- conflict body (2026-05-12)\n" in result


def test_a_comment_that_would_become_part_of_a_text_goes_to_the_top() -> None:
    base = "---\na: 1\n---\n"
    ours = "---\na: 1\ntext: |\n  x\n---\n"
    theirs = "---\na: 1\n  # about it\n---\n"
    result = merged(base, ours, theirs)
    assert document.read(result).header == {"a": "1", "text": "x\n"}
    assert "# about it" in result


def test_a_record_that_no_header_can_hold_stands_in_the_body() -> None:
    base = "---\norg: A\nconflicts: {a: 1}\n---\nText.\n"
    result = merged(base, base.replace("org: A", "org: B"), base.replace("org: A", "org: C"))
    assert result == (
        base.replace("org: A", "org: C") + '\n<!-- conflict: org = "B" ← "A" (2026-05-12) -->\n'
    )


def test_a_note_is_annotated_once() -> None:
    line = '(path) = "b.md" ← "a.md" (2026-05-12)'
    noted = annotated(CARLA.encode(), ("b",), line)
    assert annotated(noted, ("b",), line) == noted
    found = document.read(noted.decode())
    assert found.get("aliases") == ("b",)
    assert found.get("conflicts") == (line,)
    plain = annotated(b"Text.\n", ("b",), line)
    assert plain.decode() == f"Text.\n\n<!-- conflict: {line} -->\n"
    assert annotated(plain, ("b",), line) == plain
    assert annotated(b"\0", ("b",), line) == b"\0"


def test_dates_decide_as_they_are_and_unknown_ones_are_left_out() -> None:
    base = "---\norg: A\n---\n"
    ours, theirs = base.replace("A", "B"), base.replace("A", "C")
    assert "org: B\n" in merged(base, ours, theirs, (MAY_13, MAY_12))
    assert '  - org = "B" ← "A"\n' in merged(base, ours, theirs, (0, 0))
    assert '  - org = "B" ← "A"\n' in merged(base, ours, theirs, (10**18, 10**19))
