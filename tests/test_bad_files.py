"""Bad input around a note: what is no file, what can't be read, what is too large, odd names.

Nothing here may block, be followed, be lost or be changed; each is told where a person can act.
"""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from notesync.index.refresh import refresh
from notesync.index.search import search
from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.bad_input_vault import (
    WORD,
    checked,
    codes,
    found,
    listed,
    notesync,
    put,
    untouched,
    write_refused,
)
from tests.index.folders import from_nothing

BODY = f"Am {WORD} getroffen.\n"
ANNA = "contacts/Anna.md"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    put(tmp_path, "notesync.toml", "")
    put(tmp_path, ANNA, BODY)
    return tmp_path


def names_in(folder: Path) -> list[bytes]:
    """The names in a folder, as its bytes are."""
    return sorted(os.fsencode(file.name) for file in folder.iterdir())


# -------------------------------------------------------------------- what is no file


def test_a_link_is_told_and_not_followed(
    vault: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = put(tmp_path_factory.mktemp("outside"), "Secret.md", "geheim\n")
    (vault / "contacts/Link.md").symlink_to(outside)
    (vault / "contacts/Nowhere.md").symlink_to("nowhere")
    (vault / "contacts/Round.md").symlink_to("Round.md")
    advice = "This is a link to another place. notesync follows no links; put the file here."
    assert checked(vault) == [
        f"contacts/{name}.md: {advice}" for name in ("Link", "Nowhere", "Round")
    ]
    assert notesync(vault, "check").code == 3
    assert found(vault, "geheim") == set()
    assert listed(vault) == {ANNA}
    assert write_refused(vault, "contacts/Link.md")
    assert outside.read_text() == "geheim\n"


def test_a_folder_that_is_a_link_is_told_and_not_looked_into(
    vault: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    put(outside, "Secret.md", "geheim\n")
    (vault / "contacts/more").symlink_to(outside)
    (vault / "contacts/around").symlink_to(vault)
    said = notesync(vault, "check")
    assert said.out.splitlines() == [
        f"contacts/{name}: This folder is a link to another place and is not looked into."
        for name in ("around", "more")
    ]
    assert said.code == 0  # worth knowing, but nothing is wrong with it
    assert listed(vault) == {ANNA}


def test_a_pipe_never_blocks(vault: Path) -> None:
    os.mkfifo(vault / "contacts/Pipe.md")
    said = notesync(vault, "check")
    assert said.out == "contacts/Pipe.md: This is a pipe, not a note. Delete it or rename it.\n"
    assert said.code == 3
    assert listed(vault) == {ANNA}
    assert write_refused(vault, "contacts/Pipe.md")
    assert stat.S_ISFIFO((vault / "contacts/Pipe.md").stat().st_mode)


def test_a_socket_is_told(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(vault / "contacts")  # a socket's address must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("Socket.md")
        assert checked(vault) == [
            "contacts/Socket.md: This is a socket, not a note. Delete it or rename it."
        ]
    assert listed(vault) == {ANNA}


def test_a_device_is_told_and_not_opened(vault: Path) -> None:
    try:
        os.mknod(vault / "contacts/Null.md", stat.S_IFCHR | 0o600, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("only root may make a device, and not everywhere")
    assert checked(vault) == [
        "contacts/Null.md: This is a device, not a note. Delete it or rename it."
    ]


def test_a_folder_named_like_a_note_is_a_folder(vault: Path) -> None:
    put(vault, "contacts/Folder.md/Bernd.md", BODY)
    assert listed(vault) == {ANNA, "contacts/Folder.md/Bernd.md"}
    assert checked(vault) == []


# -------------------------------------------------------------------- what can't be read

NOBODY = 65534


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A vault of a user whom permissions concern; nothing concerns root."""
    folder = Path(tempfile.mkdtemp())
    put(folder, "notesync.toml", "")
    put(folder, ANNA, BODY)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


def as_nobody(folder: Path, *args: str) -> tuple[int, list[str]]:
    """Run `notesync` as a user without rights: exit code, and the lines on stdout."""
    notesync(folder, *args)  # so that every module is imported: nobody may not read ours
    for path in (folder, *folder.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    shutil.rmtree(folder / ".notesync")
    out = folder.with_suffix(".out")
    pid = os.fork()
    if pid == 0:
        code = 99
        try:
            with out.open("w", encoding="utf-8") as file:
                if os.geteuid() == 0:
                    os.setgroups([])
                    os.setgid(NOBODY)
                    os.setuid(NOBODY)
                said = notesync(folder, *args)
                file.write(said.out)
                code = said.code
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    lines = out.read_text(encoding="utf-8").splitlines()
    out.unlink()
    return code, lines


def test_a_file_that_may_not_be_read_is_told_and_listed(unprivileged: Path) -> None:
    put(unprivileged, "contacts/Locked.md", BODY).chmod(0)
    code, (line,) = as_nobody(unprivileged, "check")
    assert code == 3
    assert line.startswith(
        "contacts/Locked.md: The file can't be read (Permission denied). Look at"
    )
    assert [line.split("\t")[0] for line in as_nobody(unprivileged, "list", "--plain")[1]] == [
        ANNA,
        "contacts/Locked.md",
    ]


def test_a_folder_that_may_not_be_read_is_told_and_hides_no_other(unprivileged: Path) -> None:
    put(unprivileged, "contacts/locked/Bernd.md", BODY)
    (unprivileged / "contacts/locked").chmod(0)
    code, (line,) = as_nobody(unprivileged, "check")
    assert code == 3
    assert line.startswith("contacts/locked: The folder can't be looked into (Permission denied).")
    assert len(as_nobody(unprivileged, "list", "--plain")[1]) == 1


def test_a_file_that_vanishes_while_the_folder_is_read_is_gone(vault: Path) -> None:
    bernd = put(vault, "contacts/Bernd.md", BODY)
    opened = Vault.open(vault)
    with Store(opened.state_dir()) as store:
        refresh(opened, store, progress=lambda *_: bernd.unlink(missing_ok=True))
        assert store.rows("SELECT path FROM notes") == [(ANNA,)]
        assert store.content() == from_nothing(opened)
    assert checked(vault) == []


def test_a_folder_that_vanishes_while_it_is_read_is_gone(vault: Path) -> None:
    for number in range(20):
        put(vault, f"diary/{number}.md", BODY)
    opened = Vault.open(vault)
    with Store(opened.state_dir()) as store:
        refresh(opened, store, progress=lambda *_: shutil.rmtree(vault / "diary", True))  # noqa: FBT003 -- ignore_errors
        assert store.rows("SELECT path FROM notes") == [(ANNA,)]
        assert store.content() == from_nothing(opened)


def test_a_hit_whose_file_has_gone_is_shown_without_its_lines(vault: Path) -> None:
    opened = Vault.open(vault)
    with Store(opened.state_dir()) as store:
        refresh(opened, store)
        hits = search(store, WORD, lambda _path: "")
    assert [(hit.path, hit.snippet) for hit in hits] == [(ANNA, "")]


# -------------------------------------------------------------------- what is too large


def test_of_a_file_over_a_megabyte_only_the_header_is_read(vault: Path) -> None:
    large = f"---\ncity: Kiel\n---\n{'Wort ' * 220_000}Ende{WORD}\n"
    put(vault, "contacts/Large.md", large)
    with untouched(vault):
        said = notesync(vault, "check")
        assert said.code == 0
        assert said.out == (
            "contacts/Large.md: The file has 1.1 MB, so only its header was read. Is it one note?\n"
        )
        assert "Large" in notesync(vault, "list", "--city", "kiel").out
        assert found(vault, f"Ende{WORD}") == set()
        assert found(vault, "Large") == {"contacts/Large.md"}
        assert write_refused(vault, "contacts/Large.md")


def test_of_a_file_over_ten_megabytes_only_the_name_is_known(vault: Path) -> None:
    put(vault, "contacts/Huge.md", b"---\ncity: Kiel\n---\n" + b"x" * 10_000_000)
    with untouched(vault):
        said = notesync(vault, "check")
        assert said.code == 0
        assert said.out == "contacts/Huge.md: The file has 10 MB and was not read. Is it a note?\n"
        assert "Huge" not in notesync(vault, "list", "--city", "kiel").out
        assert found(vault, "Huge") == {"contacts/Huge.md"}
        assert write_refused(vault, "contacts/Huge.md")


def test_a_file_of_holes_takes_neither_time_nor_room(vault: Path) -> None:
    with (vault / "contacts/Holes.md").open("wb") as file:
        file.truncate(2**40)
    assert codes(vault) == [("contacts/Holes.md", "huge")]


# Each is repeated to 900 kB, at the head of a note, behind a log line, in an insight, in a name, in
# a promise: what takes a second here and more than a minute at ten times the size is not linear.
ENDLESS = [
    *("x", "[[", "[[a]] ", "[", "](", "*", "**a ", "`", "<", "<!--", "&", "\\", "> ", "- ", "1. "),
    *(
        "#",
        "# \n",
        "a\n",
        "\n",
        "\t",
        "  ",
        "|",
        "~",
        "![[",
        "http://",
        "a@b.c ",
        "#tag ",
        "ae",
        "ß",
    ),
    *("e", "\u0308", "ﷺ", "📅 ", "[due:: ", "- 2026-05-01 asked ", "+a ", '"', "und ", "=======\n"),
]
LEADS = {
    "contact": ["", "## Log\n- 2026-05-01 asked email ", "- [ ] me: "],
    "conversation": ["", "## Learned\n- ", "## Names\n- ", "- [surprise] "],
}


@pytest.mark.long
@pytest.mark.parametrize("bit", ENDLESS)
def test_endless_lines_are_read_in_linear_time(vault: Path, bit: str) -> None:
    for kind, leads in LEADS.items():
        for number, lead in enumerate(leads):
            text = f"---\ntype: {kind}\n---\n{lead}{bit * (900_000 // len(bit.encode()))}"
            put(vault, f"many/{kind} {number}.md", text)
    with untouched(vault):
        notesync(vault, "check")
        assert len(listed(vault)) == 8
        assert notesync(vault, "status").code == 0


@pytest.mark.parametrize("bit", ["x", "[[", "*", "ae", "- ", "a\n"])
def test_long_lines_are_cut_where_they_are_shown(vault: Path, bit: str) -> None:
    put(vault, "contacts/Long.md", f"## Log\n- 2026-05-01 asked {WORD}{bit * 30_000}\n")
    with untouched(vault):
        for command in (["search", WORD, "--plain"], ["check"], ["list"], ["status"]):
            said = notesync(vault, *command)
            assert said.code in {0, 3}
            assert all(len(line) < 1000 for line in said.out.splitlines()), command


# -------------------------------------------------------------------- odd names

ODD = [
    "new\nline.md",
    "tab\there.md",
    "bell\a.md",
    "emoji 🌱👩\u200d🌾.md",
    " blanks .md",
    "quotes \"'`$(touch pwned).md",
    "back\\slash.md",
    "-rf.md",
    "%41 %FC.md",
    "{value} {}.md",
    "ünï©ödé.md",
    "right\u202eto left.md",
    "x" * 252 + ".md",
    "ü" * 126 + ".md",
    "UPPER.MD",
    "both.markdown",
    "CON.md",
    "aux.md",
    "what?.md",
    "a:b.md",
    "ends with dot..md",
    "[[brackets]].md",
    "hash#tag^block.md",
]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_listed_searched_and_shown(vault: Path, name: str) -> None:
    path = unicodedata.normalize("NFC", f"contacts/{name}")
    try:
        put(vault, path, "---\nlast_contact: 2026-02-30\n---\nSeltsames\n")
    except OSError:
        pytest.skip("this file system can't hold the name")
    with untouched(vault):
        assert listed(vault) == {ANNA, path}
        assert found(vault, "Seltsames") == {path}
        assert (path, "bad-partial-date") in codes(vault)
        lines = checked(vault)
        assert any("2026-02-30" in line for line in lines)
        assert all(line.startswith("contacts/") for line in lines)  # no name breaks a line
    assert not write_refused(vault, path)
    assert not (vault / "pwned").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("new\nline.md", "name-control"),
        ("CON.md", "name-windows"),
        ("what?.md", "name-windows"),
        ("a:b.md", "name-windows"),
        ("ends with dot..md", "name-windows"),
        ("[[brackets]].md", "name-link"),
        ("x" * 252 + ".md", "name-long"),
    ],
)
def test_a_name_that_some_computer_cant_hold_is_told_as_a_warning(
    vault: Path, name: str, code: str
) -> None:
    put(vault, f"contacts/{name}", BODY)
    assert codes(vault) == [(f"contacts/{name}", code)]
    assert notesync(vault, "check").code == 0


def test_names_that_are_no_utf8_are_shown_found_and_written(vault: Path) -> None:
    odd = os.fsencode(vault / "contacts") + b"/J\xf6rg.md"
    try:
        Path(os.fsdecode(odd)).write_bytes(b"---\nrole: a: b\n---\nSeltsames\n")
    except OSError:
        pytest.skip("this file system wants UTF-8")
    path = "contacts/J%F6rg.md"
    assert codes(vault) == [(path, "name-bytes"), (path, "header-colon")]
    assert listed(vault) == {ANNA, path}
    assert found(vault, "Seltsames") == {path}
    assert write_refused(vault, path)
    Path(os.fsdecode(odd)).write_bytes(b"---\nrole: a\n---\nSeltsames\n")
    assert not write_refused(vault, path)
    assert b"city: Bremen" in Path(os.fsdecode(odd)).read_bytes()
    assert names_in(vault / "contacts") == [b"Anna.md", b"J\xf6rg.md"]


def test_a_folder_whose_name_is_no_utf8_hides_nothing(vault: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(vault) + b"/K\xf6ln"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system wants UTF-8")
    (folder / "Bernd.md").write_text(BODY)
    assert listed(vault) == {ANNA, "K%F6ln/Bernd.md"}
    assert found(vault, WORD) == {ANNA, "K%F6ln/Bernd.md"}
    assert not write_refused(vault, "K%F6ln/Bernd.md")


def test_names_that_differ_in_case_only_are_two_notes_and_a_warning(vault: Path) -> None:
    put(vault, "contacts/ANNA.md", "Seltsames\n")
    if len(names_in(vault / "contacts")) == 1:
        pytest.skip("this file system takes both for one name")
    assert listed(vault) == {ANNA, "contacts/ANNA.md"}
    assert codes(vault) == [(ANNA, "name-twin")]
    assert notesync(vault, "check").code == 0
    put(vault, "contacts/Bernd.md", "kennt [[Anna]]\n")
    assert ("contacts/Bernd.md", "link-ambiguous") in codes(vault)


def test_names_that_differ_in_unicode_form_only_are_two_notes_and_a_warning(vault: Path) -> None:
    for form in ("NFC", "NFD"):
        put(vault, unicodedata.normalize(form, "contacts/Jörg.md"), f"{form}\n")
    if len(names_in(vault / "contacts")) == 2:
        pytest.skip("this file system takes both for one name")
    assert len(listed(vault)) == 3
    assert [code for _, code in codes(vault)] == ["name-twin"]
    assert len(found(vault, "NFC") | found(vault, "NFD")) == 2


def test_a_name_in_decomposed_letters_is_one_note_under_its_usual_name(vault: Path) -> None:
    put(vault, unicodedata.normalize("NFD", "contacts/Jörg Müller.md"), BODY)
    assert listed(vault) == {ANNA, "contacts/Jörg Müller.md"}
    assert checked(vault) == []
    assert not write_refused(vault, "contacts/Jörg Müller.md")
    assert len(names_in(vault / "contacts")) == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_odd_names_and_texts_print_in_every_encoding(vault: Path, encoding: str) -> None:
    put(vault, "contacts/🌱 Łukasz.md", f"---\nlast_contact: “nie”\n---\n{WORD} 🌱\n")
    Path(os.fsdecode(os.fsencode(vault / "contacts") + b"/\xff\xfe.md")).write_bytes(BODY.encode())
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    for command in (["check"], ["list"], ["search", WORD], ["status"], ["check", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "notesync", "--vault", vault, *command],
            capture_output=True,
            env=environment,
            check=False,
        )
        assert done.returncode in {0, 3}, done.stderr.decode(errors="replace")
        assert b"Traceback" not in done.stderr
        assert b"made a mistake" not in done.stderr


# -------------------------------------------------------------------- litter


@pytest.mark.parametrize(
    "name",
    [
        "Anna.md~", "#Anna.md#", ".#Anna.md", "4913", "Anna.md.swp", ".Anna.md.swp", "Anna.md.tmp",
        ".goutputstream-A1B2C3", "Anna.md___jb_tmp___", "Anna.md___jb_old___", "~$Anna.md",
        ".syncthing.Anna.md.tmp", "~syncthing~Anna.md.tmp", ".hidden.md", "._Anna.md",
        ".obsidian/workspace.md", ".git/description.md", ".trash/Anna.md", "Anna.txt", "photo.jpg",
    ],
)  # fmt: skip
def test_what_editors_and_sync_programs_drop_is_no_note(vault: Path, name: str) -> None:
    put(vault, f"contacts/{name}", "---\n[\n---\n")
    with untouched(vault):
        assert listed(vault) == {ANNA}
        assert checked(vault, "--all") == []
        assert found(vault, WORD) == {ANNA}
