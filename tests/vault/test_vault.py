from pathlib import Path

import pytest

from notesync.vault.errors import Changed, FileVanished, NotAVault, NoVault, OutsideVault
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
