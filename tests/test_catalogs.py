"""Every sentence has its German, with du and with Sie, and both sound as they should.

What is extracted here is what `make words` extracts: by the mappings of pyproject.toml and the
keywords of the Makefile. When a sentence lacks its German: `make words`, then write it.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from notesync.cli.click_messages import COUNTED, MESSAGES
from notesync.workspace.speech import catalogs, speak

ROOT = Path(__file__).parents[1]
FORMS = ("de", "de_SIE")
SLOT = re.compile(r"\{(\w+)[^}]*\}")
CLICKS = {*MESSAGES, *(pair[0] for pair in COUNTED)}

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

Id = str | tuple[str, ...]
Said = Id | list[str]


# ---------------------------------------------------------------- reading


def keywords() -> dict[str, object]:
    typed = re.search(r"-k '([^']+)'", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert typed
    return dict(parse_keywords(typed[1].split()))


@cache
def extracted() -> dict[Id, str]:
    """Every sentence of code and templates, and where it stands."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    methods = [(each["pattern"], each["method"]) for each in mappings["tool"]["babel"]["mappings"]]
    found = extract_from_dir(ROOT, methods, {}, keywords=keywords())  # type: ignore[arg-type]  # a list is fine
    return {each[2]: f"{each[0]}:{each[1]}" for each in found}


@cache
def catalog(form: str) -> Catalog:
    with (catalogs() / form / "LC_MESSAGES" / "notesync.po").open("rb") as file:
        return read_po(file)


def said(form: str) -> dict[Id, tuple[str, ...]]:
    """Message id to all its forms."""
    return {_id(each.id): _all(each.string) for each in catalog(form) if each.id}


def german() -> Iterator[tuple[str, str]]:
    """Every German sentence of both catalogs."""
    for form in FORMS:
        for texts in said(form).values():
            yield from ((form, text) for text in texts)


def _id(text: Said) -> Id:
    return text if isinstance(text, str) else tuple(text)


def _all(text: Said | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


# ---------------------------------------------------------------- whole


def test_every_sentence_has_its_german() -> None:
    assert [
        f"{extracted()[each]}: {each!r}" for each in extracted().keys() - said("de").keys()
    ] == []
    assert [each for each, texts in said("de").items() if not all(texts)] == []


def test_no_german_is_left_of_a_sentence_that_is_gone() -> None:
    assert sorted(map(str, said("de").keys() - extracted().keys())) == []
    assert [list(catalog(form).obsolete) for form in FORMS] == [[], []]


def test_no_german_is_a_guess() -> None:
    assert [each.id for form in FORMS for each in catalog(form) if each.fuzzy] == []


def test_babel_finds_what_python_says() -> None:
    """A sentence inside an f-string would be missed."""
    known = {_all(each)[0] for each in extracted()}
    missed = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "notesync").rglob("*.py"))
        for line, text in sentences(path)
        if text not in known
    ]
    assert missed == []


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    names = set(keywords())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        first = node.args[0]
        if name in names and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, first.value


@pytest.mark.parametrize("form", FORMS)
def test_what_ships_is_what_was_written(form: str) -> None:
    with (catalogs() / form / "LC_MESSAGES" / "notesync.mo").open("rb") as file:
        shipped = {_id(each.id): _all(each.string) for each in read_mo(file) if each.id}
    assert shipped == said(form)


@pytest.mark.parametrize("form", FORMS)
def test_a_count_of_one_and_of_many_have_each_their_form(form: str) -> None:
    assert catalog(form).num_plurals == 2
    assert [each for each, texts in said(form).items() if len(texts) != len(_all(each))] == []


@pytest.mark.parametrize("form", FORMS)
def test_slots_are_the_same_in_both_languages(form: str) -> None:
    """In the form for one, German may say "eine" instead of the count; click's may do without."""
    wrong = []
    for each, texts in said(form).items():
        for at, text in enumerate(texts):
            wanted = set(SLOT.findall(_all(each)[at]))
            found = set(SLOT.findall(text))
            one = {"count"} if len(texts) > 1 and at == 0 else set()
            if not wanted - one <= found <= wanted and _all(each)[0] not in CLICKS:
                wrong.append((each, text))
            assert found <= wanted, (each, text)
    assert wrong == []


# ---------------------------------------------------------------- sound

SHAME = re.compile(
    r"overdue|neglect|\bfail|prospect|pipeline|networking|rejected|hidden job market"
    r"|überfällig|versäum|vernachlässig|gescheitert|fehlgeschlagen|säumig|mahnung"
    r"|netzwerken|kaltakquise|\b(sales|cold) leads?\b|\b(ein|dein|der|neuer|Ihr) Lead\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(vaults?|dashboards?|feedback|meetings?|follow-?ups?|tools?|insights?|reviews?|tags?"
    r"|conversations?|contacts?)\b",
)
# What is typed or stands in a file keeps its own words and quotes.
TYPED = re.compile(
    r'notesync [a-z].*|--\w+|\.toml|\[[^\]]+\]|\b\w+:|"\{key\}" =|\* " <|\{\w+[^}]*\}'
    r'|"(de|en|du|Sie|none|file|obsidian|vscode|vscodium|zed|DE-HH|2026-05-29)"'
    r"|\b(Sie|du) (und|oder) (du|Sie)\b"  # the forms of address themselves
)
SIE = re.compile(r"(?<![.:;–] )(?<!^)(?<!\n)\b(Sie|Ihnen|Ihr(e[mnrs]?)?)\b")
DU = re.compile(
    r"\b(du|dich|dir|dein(e[mnrs]?)?|euch|hast|hattest|bist|wirst|darfst|magst)\b", re.IGNORECASE
)
# Imperatives of du that are not a piece of the one of Sie.
IRREGULAR = ("Gib", "Nimm", "Lies", "Sieh", "Sprich", "Vergiss", "Lass", "Iss", "Wirf")


def test_no_sentence_shames() -> None:
    texts = [
        *(text for each in extracted() for text in _all(each)),
        *(text for _, text in german()),
    ]
    assert [text for text in texts if SHAME.search(text)] == []


def test_german_has_german_words() -> None:
    assert [text for _, text in german() if ENGLISH.search(TYPED.sub("", text))] == []


def test_german_has_german_quotes() -> None:
    wrong = re.compile(r"\"|”|“(?=\w)|„[^“]*$|^[^„]*“")
    assert [text for _, text in german() if wrong.search(TYPED.sub("", text))] == []


def test_german_calls_its_user_du() -> None:
    assert [
        text for texts in said("de").values() for text in texts if SIE.search(TYPED.sub("", text))
    ] == []


def test_the_form_with_sie_never_says_du() -> None:
    assert [
        text
        for texts in said("de_SIE").values()
        for text in texts
        if DU.search(TYPED.sub("", text))
    ] == []


def test_the_form_with_sie_holds_only_what_differs() -> None:
    du = said("de")
    assert [each for each, texts in said("de_SIE").items() if du.get(each) == texts] == []
    assert [str(each) for each in said("de_SIE").keys() - du.keys()] == []
    polite = re.compile(r"\b(Sie|Ihnen|Ihr(e[mnrs]?)?)\b")
    assert [t for texts in said("de_SIE").values() for t in texts if not polite.search(t)] == []


def test_whatever_says_du_can_say_sie() -> None:
    """Imperatives are known by those that the form with Sie has already: löschen Sie, lösche."""
    sie = said("de_SIE")
    polite = re.compile(r"\b(?!wenn)(\w{2,}?)e?n Sie\b")
    stems = {
        found[1].capitalize()
        for texts in sie.values()
        for text in texts
        for found in polite.finditer(text)
    }
    stems.discard("Bitt")  # "bitte" is politeness far more often than an order
    forms = {form for stem in (*stems, *IRREGULAR) for form in (stem, stem.lower())}
    starts = r"(?:^|[.:;,] |\b(?:und|oder|so|bitte) )"
    order = re.compile(rf"{starts}({'|'.join(sorted(forms))})e?\b(?! \w+e?n Sie)")
    missed = [
        text
        for each, texts in said("de").items()
        if each not in sie
        for text in texts
        if DU.search(TYPED.sub("", text)) or order.search(text)
    ]
    assert missed == []


def test_a_weekday_never_stands_right_before_a_name() -> None:
    """In German "Fr. Lindner" is a woman, not a Friday."""
    day_and_name = re.compile(r"\{(when|day)\},? \{(name|names|people|person|others|contact)\}")
    assert [text for _, text in german() if day_and_name.search(text)] == []


def test_a_day_never_ends_a_sentence() -> None:
    """It brings a point of its own: "Do 28.5." and then the one of the sentence."""
    ends = re.compile(r"\{(when|day|today|until)\}\.")
    assert [text for _, text in german() if ends.search(text)] == []


# ---------------------------------------------------------------- spoken


def test_sie_falls_back_to_du() -> None:
    words = speak("de", "Sie")
    assert words.t("This week") == "Diese Woche"
    assert words.t("Nothing is waiting for you today.") == "Heute wartet nichts auf Sie."
    assert speak("de").t("Nothing is waiting for you today.") == "Heute wartet nichts auf dich."


def test_german_counts() -> None:
    words = speak("de")
    one, many = "{names} from {count} conversation", "{names} from {count} conversations"
    assert words.n(one, many, 1, names="2 Namen") == "2 Namen aus 1 Gespräch"
    assert words.n(one, many, 4, names="3 Namen") == "3 Namen aus 4 Gesprächen"


def test_english_is_spoken_as_it_is_written() -> None:
    assert speak("en").t("This week") == "This week"
