"""What is private stays out of the page, and so does whoever is known only through it."""

from __future__ import annotations

from notesync.dashboard.privacy import veil
from notesync.errors import problem
from tests.dashboard.pages import book_of, page_of

PRIVATE = """\
---
type: contact
private: true
aliases: [Tuvia]
org: Silberhof
---

## Log
- 2026-05-01 asked email — about the *Quellfrage*
"""


def test_a_private_person_is_not_on_the_page() -> None:
    html = page_of({"contacts/Zelda Quist.md": PRIVATE, "contacts/Anna.md": "# Anna\n"})
    assert "Anna" in html
    for hidden in ("Zelda", "Quist", "Tuvia", "Silberhof", "Quellfrage"):
        assert hidden not in html


def test_her_name_is_struck_out_of_the_notes_of_others() -> None:
    anna = """\
## Log
- 2026-05-02 referred — ask [[Zelda Quist]], [[Zelda Quist|my friend]] or Tuvia; Zelda knows
- 2026-05-03 note — Quists garden, Mrs Quist's garden, Quister
"""
    html = page_of({"contacts/Zelda Quist.md": PRIVATE, "contacts/Anna.md": anna})
    assert "ask …, … or …; … knows" in html
    assert "Zelda" not in html
    assert "my friend" not in html
    # A word that only begins like the name is another word; the genitive is not.
    assert "… garden, Mrs …&#39;s garden, Quister" in html


def test_a_first_name_that_somebody_who_is_shown_has_too_stays_hers() -> None:
    other = "## Log\n- 2026-05-02 note — Zelda is well\n"
    html = page_of({"contacts/Zelda Quist.md": PRIVATE, "contacts/Zelda Berg.md": other})
    assert "Zelda is well" in html
    assert "Quist" not in html


def test_whoever_is_named_only_in_a_private_conversation_is_not_on_the_page() -> None:
    talk = "---\nprivate: true\npeople: ['[[Anna]]']\nnamed: ['[[Xaver Ohm]]']\n---\n"
    public = "---\npeople: ['[[Anna]]']\nnamed: ['[[Berta Lux]]']\n---\n"
    html = page_of(
        {
            "contacts/Anna.md": "# Anna\n",
            "conversations/2026-05-02 Anna.md": talk,
            "conversations/2026-05-03 Anna.md": public,
        }
    )
    assert "Berta Lux" in html
    assert "Xaver" not in html


def test_whoever_a_shown_note_names_as_well_is_on_the_page() -> None:
    talk = "---\nprivate: true\npeople: ['[[Anna]]']\nnamed: ['[[Xaver Ohm]]']\n---\n"
    anna = "## Log\n- 2026-05-04 note named:[[Xaver Ohm]] — said it again\n"
    html = page_of({"contacts/Anna.md": anna, "conversations/2026-05-02 Anna.md": talk})
    assert "Xaver Ohm" in html


def test_a_conversation_of_hers_alone_goes_with_her_and_one_with_others_stays() -> None:
    alone = "---\npeople: ['[[Zelda Quist]]']\n---\n- [insight] about silver\n"
    both = "---\npeople: ['[[Zelda Quist]]', '[[Anna]]']\n---\n- [insight] about bread\n"
    html = page_of(
        {
            "contacts/Zelda Quist.md": PRIVATE,
            "contacts/Anna.md": "# Anna\n",
            "conversations/2026-05-02 Zelda Quist.md": alone,
            "conversations/2026-05-03 Zelda Quist und Anna.md": both,
        }
    )
    assert "about bread" in html
    assert "about silver" not in html
    assert "Quist" not in html


def test_a_private_question_is_not_on_the_page_and_an_insight_loses_its_stance_on_it() -> None:
    question = "---\nprivate: true\noptions: [Ulmen, Eschen]\n---\n"
    talk = "---\npeople: ['[[Anna]]']\n---\n- [insight] trees are slow [[Hausbau]] +Ulmen\n"
    notes = {
        "contacts/Anna.md": "# Anna\n",
        "questions/Hausbau.md": question,
        "conversations/2026-05-03 Anna.md": talk,
    }
    assert "Hausbau" not in page_of(notes)
    book, _ = veil(book_of(notes))
    assert book.conversations[0].insights[0].stances == ()


def test_a_private_organization_is_named_nowhere() -> None:
    notes = {
        "organizations/Silberhof.md": "---\nprivate: true\ntarget: true\n---\n",
        "contacts/Anna.md": "---\norg: '[[Silberhof]]'\nrole: cook at Silberhof\n---\n",
    }
    assert "Silberhof" not in page_of(notes)


def test_problems_do_not_give_away_what_is_private() -> None:
    inside = problem("bad-date", 7, value="x")
    problems = (
        type(inside)(inside.code, 7, 0, inside.values, "contacts/Zelda Quist.md"),
        type(inside)(inside.code, 7, 0, (("value", "Tuvia"),), "conversations/2026 Zelda Quist.md"),
    )
    html = page_of({"contacts/Zelda Quist.md": PRIVATE}, problems=problems)
    assert html.count("<code>") == 1
    assert "conversations/2026 …" in html
    assert "Zelda" not in html
    assert "Tuvia" not in html


def test_a_book_without_private_notes_is_the_same_book() -> None:
    book = book_of({"contacts/Anna.md": "# Anna\n"})
    assert veil(book)[0] is book


def test_other_spellings_of_her_name_are_struck_out_too() -> None:
    anna = "## Log\n- 2026-05-02 note — MÜLLER, Mueller and Müllers; the miller, a ZELDA, zelda\n"
    html = page_of({"contacts/Zelda Müller.md": PRIVATE, "contacts/Anna.md": anna})
    assert "…, … and …; the miller, a …, zelda" in html


def test_a_link_with_her_name_in_it_is_struck_out_however_it_is_escaped() -> None:
    anna = (
        "## Log\n- 2026-05-02 note — see [it](../papers/Zelda%20Quist.pdf), [b](a%20Qu%69st.pdf)\n"
    )
    html = page_of({"contacts/Zelda Quist.md": PRIVATE, "contacts/Anna.md": anna})
    assert "see" in html
    assert "Quist" not in html
    assert "Qu%69st" not in html


def test_no_id_or_address_on_the_page_holds_her_name() -> None:
    talk = "---\npeople: ['[[Zelda Quist]]', '[[Anna]]']\ndate: 2026-05-20\nstate: planned\n---\n"
    notes = {
        "contacts/Zelda Quist.md": PRIVATE,
        "contacts/Anna.md": "# Anna\n",
        "conversations/2026-05-20 Zelda Quist und Anna.md": talk,
        "questions/What would Zelda do.md": "---\noptions: [Zelda, Anna]\n---\n",
    }
    for live in (False, True):
        html = page_of(notes, live=live)
        assert "What would … do" in html
        assert "zelda" not in html.casefold()
