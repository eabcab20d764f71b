from pathlib import Path

import pytest

from notesync.vault.errors import (
    BadName,
    Changed,
    FileVanished,
    NameTaken,
    NoFolder,
    NoState,
    NotAVault,
    NotOurs,
    NotText,
    NoVault,
    OutsideVault,
    StillChanging,
)
from notesync.vault.snapshot import Snapshot
from notesync.vault.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    (tmp_path / "notesync.toml").write_text('lang = "de"\n')
    (tmp_path / "Menschen").mkdir()
    return Vault.open(tmp_path)


def test_a_vault_is_found_from_a_folder_inside_it(vault: Vault) -> None:
    assert Vault.find(None, None, vault.root / "Menschen").root == vault.root
    assert Vault.find(str(vault.root), None, Path("/")).config.lang == "de"
    assert Vault.find(None, str(vault.root / "notesync.toml"), Path("/")).root == vault.root


def test_without_a_vault_the_message_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(NoVault, match="notesync init") as none:
        Vault.find(None, None, tmp_path)
    assert none.value.exit_code == 5
    with pytest.raises(NotAVault, match="notesync init"):
        Vault.find(str(tmp_path), None, tmp_path)


def test_what_is_written_is_read_back(vault: Vault) -> None:
    stat = vault.write("Menschen/Jürgen.md", "# Jürgen\r\n", None)
    seen = vault.read("Menschen/Jürgen.md")
    assert (seen.text, seen.stat) == ("# Jürgen\r\n", stat)
    assert vault.scan() == ([stat], [])
    with pytest.raises(Changed):
        vault.write("Menschen/Jürgen.md", "x", "0" * 32)


def test_no_path_leads_out_of_the_vault(vault: Vault) -> None:
    for path in ("../x.md", "/etc/passwd", "a//b.md", "", "a/../../x.md", "a\0.md"):
        with pytest.raises(OutsideVault):
            vault.read(path)
    (vault.root / "away").symlink_to("/usr")
    with pytest.raises(OutsideVault):
        vault.write("away/x.md", "x", None)


def test_a_note_that_is_gone_is_said_to_be_gone(vault: Vault) -> None:
    with pytest.raises(FileVanished):
        vault.read("Menschen/Niemand.md")
    with pytest.raises(FileVanished):
        vault.read("Menschen/" + "x" * 300 + ".md")


@pytest.mark.parametrize(
    "path",
    [
        *("con.md", "a:b.md", "Menschen/what?.md", "a\nb.md", "ü" * 130 + ".md", "[x].md"),
        *("notes.txt", "Carla", ".hidden.md", ".obsidian/Carla.md", "a:b/Carla.md", "x.md~"),
    ],
)
def test_names_that_some_computer_cant_hold_are_never_made(vault: Vault, path: str) -> None:
    with pytest.raises(BadName):
        vault.write(path, "x", None)
    seen = vault.write("Carla.md", "x", None)
    with pytest.raises(BadName):
        vault.rename("Carla.md", path, vault.read("Carla.md").digest)
    assert vault.scan()[0] == [seen]


def test_in_an_oddly_named_folder_that_is_there_notes_are_made(vault: Vault) -> None:
    (vault.root / "what? [old]").mkdir()
    vault.write("what? [old]/Carla.md", "x", None)
    assert vault.read("what? [old]/Carla.md").text == "x"


def test_a_name_in_other_capitals_or_unicode_form_is_taken(vault: Vault) -> None:
    vault.write("Menschen/Jürgen.md", "x", None)
    for twin in ("Menschen/JÜRGEN.md", "Menschen/Ju\u0308rgen.md"):
        with pytest.raises(NameTaken, match=r"Menschen/Jürgen\.md is there already"):
            vault.write(twin, "y", None)


def test_a_note_may_change_the_capitals_of_its_own_name(vault: Vault) -> None:
    vault.write("Menschen/jürgen.md", "x", None)
    digest = vault.read("Menschen/jürgen.md").digest
    vault.rename("Menschen/jürgen.md", "Menschen/Jürgen.md", digest)
    assert [each.path for each in vault.scan()[0]] == ["Menschen/Jürgen.md"]


def test_text_that_is_no_unicode_is_refused(vault: Vault) -> None:
    with pytest.raises(NotText):
        vault.write("Carla.md", "\udcff", None)
    assert vault.scan()[0] == []


def test_what_cant_be_read_whole_is_never_edited(vault: Vault) -> None:
    for name, content in (
        ("large.md", b"---\na: b\n---\n" + b"x" * 1_000_001),
        ("latin.md", b"M\xfcller"),
        ("wide.md", "Müller".encode("utf-16")),
        ("nul.md", b"a\0b"),
    ):
        (vault.root / name).write_bytes(content)
        with pytest.raises(NotOurs):
            vault.edit(name, lambda seen: seen.text + "more")
        assert (vault.root / name).read_bytes() == content


def test_an_edit_that_changes_nothing_writes_nothing(vault: Vault) -> None:
    before = vault.write("Carla.md", "x", None)
    assert vault.edit("Carla.md", lambda seen: seen.text) == before
    assert vault.write("Carla.md", "x", vault.read("Carla.md").digest) == before
    assert vault.read("Carla.md").stat == before


def test_the_state_folder_is_private_and_ignored_by_git(vault: Vault) -> None:
    folder = vault.state_dir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"
    assert vault.state_dir() == folder


def test_a_state_folder_that_cant_be_made_is_said_to_be_so(vault: Vault) -> None:
    (vault.root / ".notesync").write_text("in the way")
    with pytest.raises(NoState, match="in the way"):
        vault.state_dir()


def test_a_note_that_changes_again_and_again_is_given_up_and_left(vault: Vault) -> None:
    file = vault.root / "Carla.md"
    file.write_text("0")

    def change(seen: Snapshot) -> str:
        file.write_text(f"{seen.text}1")
        return "ours"

    with pytest.raises(StillChanging):
        vault.edit("Carla.md", change)
    assert set(file.read_text()) == {"0", "1"}


def test_a_vault_is_reached_over_a_link_and_from_its_notesync_toml(
    vault: Vault, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(vault.root)
    assert Vault.find(str(link), None, Path("/")).root == vault.root
    assert Vault.find(None, None, link / "Menschen").root == vault.root
    with pytest.raises(NoFolder, match="notesync init"):
        Vault.find(str(link / "none"), None, Path("/"))


def test_a_home_that_doesnt_exist_is_no_vault() -> None:
    with pytest.raises(NoFolder):
        Vault.find("~nobody-of-this-name/net", None, Path("/"))
