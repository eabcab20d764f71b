from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.vault.config import Config, load, parse
from notesync.vault.source import BadConfig, MistypedKey, UnknownKey


def test_an_empty_file_is_a_vault_with_all_defaults() -> None:
    assert parse("") == Config()
    assert parse("\n# only a comment\n") == Config()


def test_everything_that_can_be_said_is_understood() -> None:
    read = parse(
        """\
lang = "de"
form = "Sie"
region = "DE-HH"
today = 2026-05-29
ignore = ["Vorlagen/", "*.excalidraw.md"]

[folders]
contacts = ["Leute", "Netz/Menschen/"]
"Gespräche" = "Termine"
[types]
Kollegin = "Mensch"
Meeting = "conversation"
memo = "note"
[conversation_kinds]
"Termine/Kaffee" = "Wiedersehen"
[rhythm]
remind = 5
long_dormant = 2
[sync]
paths = ["Leute", "Termine"]
[dashboard]
links = "obsidian"
"""
    )
    assert (read.lang, read.form, read.region) == ("de", "Sie", "DE-HH")
    assert read.today == date(2026, 5, 29)
    assert read.ignore == ("Vorlagen/", "*.excalidraw.md")
    assert read.folders == {"contact": ("Leute", "Netz/Menschen"), "conversation": ("Termine",)}
    assert read.kinds.folders["netz/menschen"] == "contact"
    assert read.kinds.folders["menschen"] == "contact"
    assert read.kinds.types["kollegin"] == "contact"
    assert read.kinds.types["meeting"] == "conversation"
    assert read.kinds.types["memo"] == "note"
    assert read.kinds.conversation_kinds == {"termine/kaffee": "catch-up"}
    assert (read.rhythm.remind, read.rhythm.long_dormant, read.rhythm.thanks) == (5, 2, 1)
    assert read.sync_paths == ("Leute", "Termine")
    assert read.links == "obsidian"


def test_new_notes_go_into_the_first_mapped_folder_else_the_usual_one() -> None:
    read = parse('lang = "de"\n[folders]\ncontacts = ["Leute", "Alte"]\n')
    assert read.folder("contact") == "Leute"
    assert read.folder("conversation") == "Gespräche"
    assert Config().folder("contact", "de") == "Menschen"
    assert Config().folder("contact") == "contacts"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nlagn = 'de'\n", ':2: notesync knows no "lagn" here. Is it "lang"? It knows: lang, '),
        ("language = 'de'", ':1: notesync knows no "language" here. '),
        ("xyzzy = 1", ':1: notesync knows no "xyzzy" here. It knows: lang, form, region, '),
        ("[rhythm]\nremind = 3\nremnd = 4", ':3: notesync knows no "remnd" here. Is it "remind"?'),
        ("[rythm]\n", ':1: notesync knows no "rythm" here. Is it "rhythm"?'),
        ("[sync]\n[dashboard]\npaths = []", ':3: notesync knows no "paths" here. It knows: links.'),
        ("sync.path = 'x'", ':1: notesync knows no "path" here. Is it "paths"?'),
        ("sync = { path = 'x' }", ':1: notesync knows no "path" here. Is it "paths"?'),
        ('"for m" = 1', ':1: notesync knows no "for m" here. Is it "form"?'),
        ("lang = 'fr'", ':1: lang can\'t be "fr". Write "de" or "en".'),
        ("lang = 1", ':1: lang can\'t be 1. Write "de" or "en".'),
        ("form = 'sie'", ':1: form can\'t be "sie". Write "du" or "Sie".'),
        ("region = 'Hamburg'", ':1: region can\'t be "Hamburg". Write a country or a state of it'),
        ("today = '2026-02-30'", ':1: today can\'t be "2026-02-30". Write a day such as'),
        ("today = 2026-05-29T10:00:00", ":1: today can't be"),
        ("today = 3", ":1: today can't be 3. Write a day"),
        ("ignore = [1]", ":1: ignore can't be [1]. Write patterns such as"),
        ("ignore = ['/']", ":1: ignore can't be ['/']. Write patterns such as"),
        ("ignore = ['[z-a]']", ":1: ignore can't be ['[z-a]']. Write patterns such as"),
        ("folders = 1", ":1: folders can't be 1. Write [folders] and its keys below it."),
        ("[folders]\ncontact = '../x'", ':2: contact can\'t be "../x". Write folders inside'),
        ("[folders]\ncontact = '.hidden'", ":2: contact can't be"),
        ("[folders]\ncontact = []", ":2: contact can't be []. Write folders inside"),
        ("[folders]\ncontact = ''", ":2: contact can't be"),
        ("[folders]\nplaces = 'x'", ':2: notesync knows no "places" here.'),
        ("[folders]\nfirmen = 'X'", ':2: notesync knows no "firmen" here. Is it "Firmen"?'),
        (
            "[folders]\ncontacts = 'A'\nquestions = 'a'",
            ':3: the folder "a" is given to contact and to question. Keep one.',
        ),
        ("[types]\nx = 'friend'", ':2: x can\'t be "friend". Write contact, conversation,'),
        ("[types]\nx = 1", ":2: x can't be 1. Write contact, "),
        ("types = 1", ":1: types can't be 1. Write [types] and its keys below it."),
        ("conversation_kinds = 1", ":1: conversation_kinds can't be 1."),
        ("[conversation_kinds]\nx = 'chat'", ':2: x can\'t be "chat". Write information, '),
        ("[conversation_kinds]\n'../x' = 'chance'", ":2: ../x can't be"),
        ("[rhythm]\nremind = 0", ":2: remind can't be 0. Write a whole number such as 7."),
        ("[rhythm]\nremind = true", ":2: remind can't be True. Write a whole number"),
        ("[rhythm]\nremind = 7.5", ":2: remind can't be 7.5. Write a whole number"),
        ("[rhythm]\nremind = 99999", ":2: remind can't be 99999."),
        ("[[rhythm]]\nremind = 7", ":1: rhythm can't be"),
        ("[dashboard]\nlinks = 'javascript:'", ':2: links can\'t be "javascript:".'),
        ("[folders]\nRückblicke = 'x'", ':2: put quotes around Rückblicke, like this: "Rückbl'),
        ("lang = de", ":1: this is not valid TOML ("),
        ("lang = 'de'\nlang = 'en'", ":2: this is not valid TOML ("),
        ("lang = 'de'\n[", ":2: this is not valid TOML ("),
        ("lang = '''de\n", ":2: this is not valid TOML ("),
        ("a = " + "[" * 5000, ": this is not valid TOML ("),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_what_to_write(text: str, said: str) -> None:
    with pytest.raises(BadConfig) as wrong:
        parse(text)
    assert str(wrong.value).startswith(f"notesync.toml{said}")
    assert wrong.value.exit_code == 5


@given(st.text() | st.binary().map(lambda each: each.decode("latin-1")))
def test_any_text_is_a_config_or_a_sentence(text: str) -> None:
    try:
        parse(text)
    except BadConfig as wrong:
        assert str(wrong).startswith("notesync.toml:")  # noqa: PT017 -- most texts are wrong


KEYS = st.sampled_from(["lang", "today", "folders", "types", "rhythm", "sync", "ignore", "x"])
VALUES = st.recursive(
    st.sampled_from(["'de'", "1", "true", "1.5", "2026-05-29", "07:30:00", "''", "'../x'", "nan"]),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda each: f"[{', '.join(each)}]")
        | st.lists(inner, max_size=1).map(
            lambda each: f"{{ {''.join(f'remind = {x}' for x in each)} }}"
        )
    ),
    max_leaves=4,
)


@given(st.dictionaries(KEYS, VALUES))
def test_any_value_of_any_type_is_taken_or_refused_with_a_sentence(table: dict[str, str]) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in table.items())
    try:
        parse(text)
    except BadConfig as wrong:
        assert str(wrong).startswith("notesync.toml:")  # noqa: PT017 -- most are wrong


def test_a_file_that_cant_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    file = tmp_path / "notesync.toml"
    with pytest.raises(BadConfig, match="can't be read"):
        load(file)
    file.write_bytes(b"lang = '\xff'")
    with pytest.raises(BadConfig, match="UTF-8"):
        load(file)
    file.write_bytes(b"\xef\xbb\xbflang = 'de'\r\nform = 'du'\r\n")
    assert load(file) == Config(lang="de", form="du")


def test_a_near_miss_and_a_stranger_are_different_errors() -> None:
    with pytest.raises(MistypedKey):
        parse("ignor = []")
    with pytest.raises(UnknownKey):
        parse("colour = 1")


def test_branches_of_other_devices_are_named() -> None:
    assert parse('[sync]\nbranches = "phone"\n').sync_branches == ("phone",)
    assert parse('[sync]\nbranches = ["phone", "tab/let-2"]\n').sync_branches == (
        "phone",
        "tab/let-2",
    )


@pytest.mark.parametrize("name", ["", "-x", "a b", "a..b", "x/", "../x", "a:b", "a*", "@{u}"])
def test_a_branch_that_could_be_something_else_is_refused(name: str) -> None:
    with pytest.raises(BadConfig, match="branches of the remote"):
        parse(f'[sync]\nbranches = ["{name}"]\n')
