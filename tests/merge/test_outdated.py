"""Records of what somebody has since edited further."""

from __future__ import annotations

from tests.merge.merging import merged

BODY = """\
Meike knows her. She laughs often.

## Log

- 2026-05-01 met — at the fair
"""


def recorded(note: str, here: str, there: str) -> str:
    """A note in which the one value lost against the other."""
    result = merged(note, note.replace("often", here), note.replace("often", there))
    assert f"She laughs {there}." in result
    assert f"conflict 2/2 (2026-05-12)\nShe laughs {here}.\n-->" in result
    return result


def test_a_record_gives_way_to_what_its_author_made_of_it() -> None:
    base = BODY.replace("often", "a lot")
    result = merged(base, BODY.replace("often", "a lot and loudly"), recorded(BODY, "a lot", "not"))
    assert result.count("<!--") == 1
    assert "She laughs not.\n<!-- conflict 2/2 (2026-05-12)\nShe laughs a lot and loudly." in result


def test_a_record_goes_with_the_line_that_its_author_deleted() -> None:
    base = BODY.replace("often", "a lot")
    deleted = BODY.replace(" She laughs often.", "")
    result = merged(base, deleted, recorded(BODY, "a lot", "not"))
    assert result == BODY.replace("often", "not")


def test_a_record_stays_where_its_author_left_the_line_alone() -> None:
    base = BODY.replace("often", "a lot")
    both = recorded(BODY, "a lot", "not")
    result = merged(base, base.replace("the fair", "a fair"), both)
    assert result == both.replace("the fair", "a fair")


def test_a_record_that_the_base_knows_nothing_of_stays() -> None:
    both = recorded(BODY, "a lot", "not")
    result = merged(BODY, BODY.replace("often", "well"), both)
    assert "She laughs well." in result
    assert result.count("<!--") == 2


HEAD = "---\ntype: contact\nrole: Buyer\n---\n"


def test_a_record_in_the_header_gives_way_likewise() -> None:
    one, other, further = (HEAD.replace("Buyer", role) for role in ("Cook", "Pilot", "Chef"))
    both = merged(HEAD, one, other)
    assert 'role = "Cook"' in both
    result = merged(one, further, both)
    assert "role: Pilot\n" in result
    assert 'conflicts:\n  - role = "Chef" ← "Cook" (2026-05-12)\n---\n' in result
    assert '- role = "Cook"' not in result
    assert "conflicts:" not in merged(one, HEAD.replace("role: Buyer\n", ""), both)
