import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.errors import PROBLEMS
from notesync.notes import names

NOTES = [
    ("contacts/Carla Voigt.md", ("Carla", "C. Voigt")),
    ("contacts/Dr. Henrik Solms.md", ()),
    ("contacts/Anna Müller.md", ()),
    ("me.md", ()),
    ("archive/me.md", ()),
    ("organizations/Hafen/Werk.md", ()),
]


def resolve(target: str, source: str = "") -> tuple[str, ...]:
    return names.resolve(names.directory(NOTES), target, source)


def find(query: str) -> tuple[str, ...]:
    known = [
        (path, names.without_suffix(path).rpartition("/")[2], aliases) for path, aliases in NOTES
    ]
    return names.find(known, query)


# ---------------------------------------------------------------- two folds


def test_a_link_finds_its_note_whatever_the_case_and_unicode_form() -> None:
    decomposed = unicodedata.normalize("NFD", "ANNA MÜLLER")
    assert names.key(decomposed) == names.key("Anna Müller")
    assert names.key("Anna Müller") != names.key("Anna Mueller")


def test_search_finds_german_spellings_both_ways() -> None:
    assert len({names.search_fold(word) for word in ("Mueller", "Müller", "muller", "MÜLLER")}) == 1
    assert len({names.search_fold(word) for word in ("Straße", "strasse", "STRASSE")}) == 1
    assert len({names.search_fold(word) for word in ("Größe", "Groesse", "grosse")}) == 1


def test_search_leaves_out_accents_and_barred_letters() -> None:
    assert names.search_fold("José Łukasz Søren François") == "jose lukasz soren francois"


def test_search_keeps_letters_whose_marks_are_no_accents() -> None:
    assert names.search_fold("한국 が") == "한국 が"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert names.key(names.key(text)) == names.key(text)
    assert names.search_fold(names.search_fold(text)) == names.search_fold(text)


@given(st.text())
def test_all_unicode_forms_of_a_text_are_one_name(text: str) -> None:
    forms = {names.key(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(st.text(alphabet="aeouäöüßAEOUÄÖÜs é", max_size=12))
def test_search_folds_word_by_word(text: str) -> None:
    assert names.search_fold(text).split(" ") == [names.search_fold(w) for w in text.split(" ")]


def folded_letter_by_letter(text: str) -> str:
    """The definition, which is too slow for bodies: leave out marks, then the e of ae, oe, ue."""
    letters = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"}
    marks = dict.fromkeys(range(0x0300, 0x0370))
    bare = unicodedata.normalize("NFD", text.casefold()).translate(marks | str.maketrans(letters))
    folded = unicodedata.normalize("NFC", bare)
    while any(pair in folded for pair in ("ae", "oe", "ue")):
        folded = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return folded


@given(
    st.text(alphabet="aeAEäÄöüÜßẞæŁıİǰŉΣς\u0308\u0301\u0323\u0345\u3099한가か“–é\udce4", max_size=8)
    | st.text()
)
def test_search_folds_as_if_letter_by_letter(text: str) -> None:
    assert names.search_fold(text) == folded_letter_by_letter(text)


def test_search_folds_each_character_of_unicode_as_if_alone() -> None:
    characters = filter(lambda one: unicodedata.category(one)[0] != "C", map(chr, range(0x110000)))
    text = " ".join(characters)
    assert names.search_fold(text) == folded_letter_by_letter(text)


def test_search_folds_a_million_vowels_in_one_go() -> None:
    """It would take an hour to leave them out one after the other."""
    assert names.search_fold("a" + "e" * 1_000_000) == "a"


# ---------------------------------------------------------------- links


def test_a_link_resolves_by_path_then_file_name_then_alias() -> None:
    assert resolve("contacts/Carla Voigt") == ("contacts/Carla Voigt.md",)
    assert resolve("carla voigt") == ("contacts/Carla Voigt.md",)
    assert resolve("Carla Voigt.md") == ("contacts/Carla Voigt.md",)
    assert resolve("CARLA") == ("contacts/Carla Voigt.md",)
    assert resolve("Nora Lind") == ()
    assert resolve("") == ()


def test_a_path_beats_a_file_name() -> None:
    assert resolve("me") == ("me.md",)


def test_the_end_of_a_path_is_enough() -> None:
    assert resolve("hafen/werk") == ("organizations/Hafen/Werk.md",)
    assert resolve("afen/Werk") == ()


def test_a_relative_path_starts_at_the_note_that_holds_the_link() -> None:
    assert resolve("../me", "archive/Old.md") == ("me.md",)
    assert resolve("./me", "archive/Old.md") == ("archive/me.md",)
    assert resolve("../../me", "archive/Old.md") == ()


def test_an_ambiguous_link_gives_every_candidate() -> None:
    both = names.directory([("a/Ida.md", ()), ("b/Ida.md", ()), ("c/Other.md", ("Ida",))])
    assert names.resolve(both, "Ida") == ("a/Ida.md", "b/Ida.md")
    assert names.resolve(both, "b/ida") == ("b/Ida.md",)


# ---------------------------------------------------------------- typed names


def test_a_note_is_called_like_the_end_of_its_path() -> None:
    called = [
        names.stem(path) for path in ("contacts/Dr. Solms.md", "Solms.MD", "notes/Solms", "md")
    ]
    assert called == ["Dr. Solms", "Solms", "Solms", "md"]


def test_a_first_name_or_the_beginning_of_a_name_is_enough() -> None:
    assert find("henrik") == ("contacts/Dr. Henrik Solms.md",)
    assert find("Henrik Sol") == ("contacts/Dr. Henrik Solms.md",)
    assert find("voi") == ("contacts/Carla Voigt.md",)
    assert find("Mueller") == ("contacts/Anna Müller.md",)
    assert find("contacts/Carla Voigt.md") == ("contacts/Carla Voigt.md",)


def test_what_fits_nobody_finds_nobody() -> None:
    assert find("Zoe") == ()
    assert find("  ") == ()
    assert find("Dr") == ()


def test_the_same_name_beats_a_name_that_holds_it() -> None:
    known = [("a.md", "Ida", ()), ("b.md", "Ida Berg", ())]
    assert names.find(known, "ida") == ("a.md",)
    assert names.find(known, "id") == ("a.md", "b.md")


def test_one_text_may_name_several_people() -> None:
    assert names.split_names("Carla Voigt und Nora Lind") == ("Carla Voigt", "Nora Lind")
    assert names.split_names("Anna, Bo & Cem") == ("Anna", "Bo", "Cem")
    assert names.split_names("Alexandra Bundy") == ("Alexandra Bundy",)


# ---------------------------------------------------------------- names of files


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Carla Voigt.md", ""),
        ("Übersicht 😀.md", ""),
        ("a:b.md", "name-windows"),
        ("CON.md", "name-windows"),
        ("com1.conversation.md", "name-windows"),
        ("Dr..md", "name-windows"),
        ("line\nbreak.md", "name-control"),
        ("B2B [old].md", "name-link"),
        ("C#.md", "name-link"),
        ("a\udcff.md", "name-bytes"),
        ("ü" * 124 + ".md", "name-long"),
    ],
)
def test_a_risky_file_name_says_why(name: str, code: str) -> None:
    assert names.risk(name) == code
    assert not code or code in PROBLEMS


def test_a_name_that_is_no_file_name_becomes_the_nearest_that_is() -> None:
    assert names.safe_name("Carla Voigt") == "Carla Voigt"
    assert names.safe_name("Dr. Henrik Solms") == "Dr. Henrik Solms"
    assert names.safe_name("AC/DC: live?") == "AC DC live"
    assert names.safe_name("../../etc/passwd") == "etc passwd"
    assert names.safe_name("con") == "con_"
    assert names.safe_name("Com1.txt") == "Com_1.txt"
    assert names.safe_name("") == "_"
    assert names.safe_name(unicodedata.normalize("NFD", "Müller")) == "Müller"


@given(st.text())
def test_a_safe_name_is_safe_everywhere_and_stays_what_it_is(text: str) -> None:
    safe = names.safe_name(text)
    assert names.risk(f"{safe}.md") == ""
    assert names.safe_name(safe) == safe
    assert not safe.startswith(".")
