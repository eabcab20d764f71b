import os
import re
import socket
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notesync.vault import leftovers
from notesync.vault.config import Config, parse
from notesync.vault.errors import NameTaken, VaultGone
from notesync.vault.fingerprint import digest
from notesync.vault.litter import OURS, is_litter, is_note_name
from notesync.vault.vault import Vault


def make(root: Path, *paths: str) -> Vault:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, errors="surrogateescape")
    return Vault(root, Config())


def paths(vault: Vault) -> list[str]:
    return [each.path for each in vault.scan()[0]]


def problems(vault: Vault) -> list[tuple[str, str]]:
    return [(each.path, each.code) for each in vault.scan()[1]]


def test_notes_are_listed_by_path_with_their_stats(tmp_path: Path) -> None:
    vault = make(tmp_path, "b/1.md", "b.md", "a b/2.markdown", "Ä.MD", "picture.png", "no-suffix")
    assert paths(vault) == ["a b/2.markdown", "b.md", "b/1.md", "Ä.MD"]
    for stat in vault.scan()[0]:
        found = (tmp_path / stat.path).stat()
        assert stat[1:] == (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)
        assert vault.read(stat.path).stat == stat


LITTER = (
    *("Carla.md~", "#Carla.md#", ".#Carla.md", "4913", ".Carla.md.swp", "Carla.md.swp"),
    *("Carla.md.tmp", ".goutputstream-X1Y2", "Carla.md___jb_tmp___", "Carla.md___jb_old___"),
    *(".syncthing.Carla.md.tmp", "~syncthing~Carla.md.tmp", "~$Carla.md", "._Carla.md"),
    *(".obsidian/x.md", ".git/x.md", ".trash/Carla.md", ".notesync/x.md", "~syncthing~a.md"),
    *(".Carla.md.kate-swp", "Carla.md.sb-1a2b3c-XyZ", "Carla.md.bak", ".Carla.md.icloud"),
    *("Carla.md.part", "Carla.md.crdownload", f"{OURS}0-0-0.tmp"),
)


def test_what_editors_and_sync_tools_drop_is_ignored(tmp_path: Path) -> None:
    vault = make(tmp_path, "Carla.md", *LITTER)
    assert paths(vault) == ["Carla.md"]
    assert problems(vault) == []


@pytest.mark.parametrize("path", LITTER)
def test_litter_is_known_by_its_name(path: str) -> None:
    assert is_litter(path.partition("/")[0])


@pytest.mark.parametrize(
    "name",
    [
        *("Carla.md", "#hashtag.md", "~ about.md", "4913.md", "2026-05-05 Carla~Jonas.md", "ä.md"),
        *("Carla (conflicted copy).md", "Carla.sync-conflict-20260505-101010-ABCDEF.md", "tmp.md"),
    ],
)
def test_names_that_only_look_like_litter_are_notes(name: str) -> None:
    assert is_note_name(name)
    assert not is_litter(name)


@given(st.text(min_size=1))
def test_no_note_is_litter(name: str) -> None:
    assert not (is_note_name(name) and is_litter(name))


def test_what_is_no_file_is_told_and_not_followed(tmp_path: Path) -> None:
    vault = make(tmp_path, "real/Carla.md")
    (tmp_path / "link.md").symlink_to("real/Carla.md")
    (tmp_path / "dangling.md").symlink_to("nowhere")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "picture.png").symlink_to("real/Carla.md")
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.md"))
        assert paths(vault) == ["real/Carla.md"]
        assert problems(vault) == [
            ("dangling.md", "symlink"),
            ("link", "folder-symlink"),
            ("link.md", "symlink"),
            ("pipe.md", "pipe"),
            ("socket.md", "socket"),
            ("up", "folder-symlink"),
        ]


def test_a_folder_named_like_a_note_is_a_folder(tmp_path: Path) -> None:
    assert paths(make(tmp_path, "Carla.md/notes.md")) == ["Carla.md/notes.md"]


EVERYTHING = ["Templates/a.md", "b.excalidraw.md", "c/Templates/d.md", "c/e.md", "ä/f.md"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ((), EVERYTHING),
        (("Templates/",), ["b.excalidraw.md", "c/e.md", "ä/f.md"]),
        (("/Templates",), ["b.excalidraw.md", "c/Templates/d.md", "c/e.md", "ä/f.md"]),
        (("*.excalidraw.md", "c/*.md"), ["Templates/a.md", "c/Templates/d.md", "ä/f.md"]),
        (("**/d.md", "?/f.md"), ["Templates/a.md", "b.excalidraw.md", "c/e.md"]),
        (("c/**", "[a-b].*"), ["ä/f.md"]),
        (("Temp", "emplates", "f", "c/e"), EVERYTHING),
        ((unicodedata.normalize("NFD", "ä"), "c", "Templates"), ["b.excalidraw.md"]),
    ],
)
def test_ignored_paths_are_no_part_of_the_vault(
    tmp_path: Path, patterns: tuple[str, ...], left: list[str]
) -> None:
    make(tmp_path, *EVERYTHING)
    assert paths(Vault(tmp_path, Config(ignore=patterns))) == left


def test_any_ignore_pattern_is_an_expression(tmp_path: Path) -> None:
    for pattern in ("(", "+x", "\\", "a{2}", "$", "^", "|", "[!a]b"):
        Vault(tmp_path, parse(f"ignore = ['{pattern}']")).scan()


# ---------------------------------------------------------------------------------- odd names


def test_a_decomposed_name_has_a_composed_path(tmp_path: Path) -> None:
    folder, name = (unicodedata.normalize("NFD", each) for each in ("Gespräche", "Jürgen.md"))
    vault = make(tmp_path, f"{folder}/{name}")
    assert paths(vault) == ["Gespräche/Jürgen.md"]
    for each in (vault, Vault(tmp_path, Config())):  # the second has not scanned
        seen = each.read("Gespräche/Jürgen.md")
        assert unicodedata.normalize("NFC", seen.text) == "Gespräche/Jürgen.md"
    vault.edit("Gespräche/Jürgen.md", lambda seen: seen.text + "!")
    with pytest.raises(NameTaken):
        vault.write("Gespräche/jürgen.md", "another", None)
    vault.write("Gespräche/Carla.md", "in the folder that is there", None)
    assert os.listdir(tmp_path) == [folder]  # noqa: PTH208 -- names as they are
    assert sorted(os.listdir(tmp_path / folder)) == ["Carla.md", name]  # noqa: PTH208 -- names as bytes, or no path


def test_bytes_that_are_no_utf8_are_shown_and_told(tmp_path: Path) -> None:
    vault = make(tmp_path, "M\udcfcller.md", "\udce4/x.md")
    assert paths(vault) == ["%E4/x.md", "M%FCller.md"]
    assert problems(vault) == [("M%FCller.md", "name-bytes")]
    seen = Vault(tmp_path, Config()).read("M%FCller.md")
    vault.rename("M%FCller.md", "Müller.md", seen.digest)
    assert paths(vault) == ["%E4/x.md", "Müller.md"]


def test_two_names_of_one_folder_never_become_one_path(tmp_path: Path) -> None:
    other = unicodedata.normalize("NFD", "ä.md")
    vault = make(tmp_path, "ä.md", other, "%E4.md", "\udce4.md")
    assert paths(vault) == sorted(["ä.md", other, "%E4.md"])
    assert problems(vault) == [(".", "name-unlisted")]
    for path in paths(vault):
        assert vault.read(path).text == path


NAME = st.lists(
    st.sampled_from(
        [b"a", b"A", b"%E4", b"\xe4", b"\xc3\xa4", b"a\xcc\x88", b"\n", b"\xf0\x9f\x98\x80", b" "]
    ),
    min_size=1,
    max_size=3,
).map(b"".join)


@given(st.sets(st.tuples(NAME, NAME)))
@example({(b"\xe4", b"a"), (b"%E4", b"a")})
def test_every_note_is_found_under_its_path_or_told(names: Iterable[tuple[bytes, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = os.fsencode(folder)
        for place, name in names:
            os.makedirs(os.path.join(root, place), exist_ok=True)  # noqa: PTH103, PTH118 -- names as bytes, or no path
            file = os.path.join(root, place, name + b".md")  # noqa: PTH118 -- names as bytes, or no path
            with open(file, "wb") as out:  # noqa: PTH123 -- names as bytes, or no path
                out.write(place + b"/" + name + b".md")
        vault = Vault(Path(folder), Config())
        stats, found = vault.scan()
        listed = [each.path for each in stats]
        assert listed == sorted(set(listed))
        real = set()
        for path in listed:
            path.encode()
            for each in (vault, Vault(Path(folder), Config())):
                descriptor_path = os.fsencode(each.disk(path))
                with open(descriptor_path, "rb") as file_again:  # noqa: PTH123 -- names as bytes, or no path
                    content = file_again.read()
                assert descriptor_path == root + b"/" + content
                real.add(content)
        if not any(each.code == "name-unlisted" for each in found):
            assert len(real) == len(set(names))


# ---------------------------------------------------------------- what an interrupted write leaves


def left_over(root: Path, old: bytes, new: bytes, content: bytes) -> Path:
    file = root / f"{OURS}{digest(old)[:16]}-{digest(new)[:16]}-01234567.tmp"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("content", [b"old", b"new", b""])
def test_a_leftover_on_which_nothing_depends_is_cleared_away(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notesync.vault.listing.LEFT_OVER", -1)
    vault = make(tmp_path, "Carla.md")
    file = left_over(tmp_path, b"old", b"new", content)
    assert problems(vault) == []
    assert not file.exists()


def test_a_leftover_with_other_bytes_stays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notesync.vault.listing.LEFT_OVER", -1)
    vault = make(tmp_path, "Carla.md")
    file = left_over(tmp_path, b"old", b"new", b"what another program saved")
    (tmp_path / f"{OURS}by hand").write_text("x")
    (tmp_path / f"{OURS}link").symlink_to("Carla.md")
    assert [code for _, code in problems(vault)] == ["left-over"] * 3
    assert file.read_bytes() == b"what another program saved"
    assert leftovers.sweep(str(tmp_path / "gone"))


def test_a_write_that_is_going_on_is_not_disturbed(tmp_path: Path) -> None:
    vault = make(tmp_path, "Carla.md")
    file = left_over(tmp_path, b"old", b"new", b"old")
    assert problems(vault) == []
    assert file.exists()


def test_a_vault_that_is_gone_is_no_empty_vault(tmp_path: Path) -> None:
    vault = make(tmp_path / "vault", "a/1.md")
    vault.root.rename(tmp_path / "elsewhere")
    with pytest.raises(VaultGone):
        vault.scan()


def test_an_ignored_path_is_matched_as_a_whole() -> None:
    pattern = Vault(Path("/"), Config(ignore=("a/b",)))._ignore
    assert isinstance(pattern, re.Pattern)
    assert pattern.match("a/b")
    assert pattern.match("a/b/c.md")
    assert not pattern.match("a/bc")
    assert not pattern.match("x/a/b")
