"""What a repository's own configuration says, and how much of it is honoured."""

from __future__ import annotations

import pytest

from notesync.sync import repository, standin
from notesync.sync.errors import OddRepository, SeveralRemotes
from notesync.sync.remote import remote_of
from notesync.sync.settings import Settings
from tests.sync.devices import Device


def read(laptop: Device) -> Settings:
    return standin.make(repository.locate(laptop.root))


def test_data_is_let_through_and_the_rest_is_only_named(laptop: Device) -> None:
    laptop.git("config", "user.name", 'Petra "P." \\ Ü')
    laptop.git("config", "core.sshCommand", "evil")
    laptop.git("config", "branch.main.rebase", "true")
    found = read(laptop)
    assert found.get("user.name") == 'Petra "P." \\ Ü'
    assert found.get("core.sshcommand") == ""
    assert set(found.passed_over) >= {"core.sshcommand", "branch.main.rebase"}
    ours = laptop.root / ".git" / "notesync" / "common" / "config"
    said = laptop.git("config", "--file", str(ours), "--list")
    assert 'user.name=Petra "P." \\ Ü\n' in said
    assert "evil" not in said


def test_what_was_read_once_is_remembered_until_the_file_changes(
    laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(laptop)

    def never(_: object) -> Settings:
        raise AssertionError

    monkeypatch.setattr(standin, "listed", never)
    assert read(laptop) == first
    monkeypatch.undo()
    laptop.git("config", "user.email", "other@example.org")
    assert read(laptop).get("user.email") == "other@example.org"


def test_a_configuration_that_cannot_be_read_is_told(laptop: Device) -> None:
    laptop.write(".git/config", "[core\n")
    with pytest.raises(OddRepository, match="configuration can't be read"):
        read(laptop)


def test_an_extension_that_nobody_knows_is_told(laptop: Device) -> None:
    laptop.git("config", "extensions.fromTheFuture", "true")
    with pytest.raises(OddRepository, match="newer git"):
        read(laptop)


def test_excludes_are_read_from_files_only(laptop: Device) -> None:
    laptop.git("config", "core.excludesFile", "/dev/zero")
    assert read(laptop).get("core.excludesfile") == ""
    laptop.write("ignored-names", "*.txt\n")
    laptop.git("config", "core.excludesFile", str(laptop.root / "ignored-names"))
    laptop.write("a.txt", "x\n")
    assert laptop.sync().code == 0
    assert "a.txt" not in laptop.git("ls-files")


def test_a_repository_that_is_not_complete_is_told(laptop: Device) -> None:
    (laptop.root / ".git" / "HEAD").rename(laptop.root / ".git" / "HEAD.away")
    with pytest.raises(OddRepository, match="not complete"):
        laptop.sync()
    (laptop.root / ".git").rename(laptop.root / "away")
    laptop.write(".git", "nowhere\n")
    with pytest.raises(OddRepository, match="leads nowhere"):
        laptop.sync()


def test_a_head_that_says_nothing_is_told(laptop: Device) -> None:
    laptop.write(".git/HEAD", "")
    with pytest.raises(OddRepository, match="HEAD can't be read"):
        laptop.sync()


def test_the_remote_that_a_branch_names_counts() -> None:
    place = repository.Place("/v", "/v/.git", "/v/.git")
    two = (("remote.a.url", "https://a/x"), ("remote.b.url", "https://b/x"))
    named = Settings((*two, ("branch.main.remote", "b"), ("branch.main.merge", "refs/heads/n")))
    found = remote_of(place, named, "main")
    assert found is not None
    assert (found.name, found.url, found.upstream) == ("b", "https://b/x", "refs/heads/n")
    with pytest.raises(SeveralRemotes):
        remote_of(place, Settings(two), "main")
    origin = Settings((*two, ("remote.origin.url", "https://o/x")))
    assert getattr(remote_of(place, origin, "main"), "name", "") == "origin"
    local = Settings((("branch.main.remote", "."), ("branch.main.merge", "refs/heads/x")))
    assert remote_of(place, local, "main") is None
