"""Every state that a repository, a remote or a network can be in gets an answer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from notesync.errors import NotesyncError
from notesync.sync import locks
from notesync.sync.actions import LeaveOut, SetAside, Warn
from notesync.sync.errors import (
    BadBranch,
    Detached,
    IndexLocked,
    NoRepository,
    NotAgreed,
    NotAgreedYet,
    OddRepository,
    PartOfRepository,
    SeveralRemotes,
    UnderWay,
    Unmerged,
)
from notesync.sync.outcome import Outcome
from notesync.vault.errors import Busy
from notesync.vault.lock import Lock
from tests.sync.devices import CARLA, TOML, Device, asking_server, git, leftovers, remote_tree

CARLAS = "contacts/Carla Voigt.md"
NORA = "---\ntype: contact\nid: nora01\n---\n\n# Nora Lind\n"
NORAS = "contacts/Nora Lind.md"

Clone = Callable[[str], Device]


def vault(folder: Path) -> Device:
    """A vault that isn't in git."""
    folder.mkdir()
    device = Device(folder)
    device.write("notesync.toml", TOML)
    device.write(CARLAS, CARLA)
    return device


def age(lock: Path) -> None:
    """Let a lock be more than ten minutes old."""
    made = lock.stat().st_mtime
    os.utime(lock, (made - 700, made - 700))


def kind(outcome: Outcome) -> str:
    """What happened at the remote."""
    assert outcome.code == 6
    assert outcome.trouble is not None
    return outcome.trouble.kind


# ------------------------------------------------------------------------ the repository


def test_without_a_repository_it_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(NoRepository, match="git init"):
        vault(tmp_path / "vault").sync()


def test_a_vault_in_a_larger_repository_is_left_to_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "large")
    device = vault(tmp_path / "large" / "vault")
    with pytest.raises(PartOfRepository, match="repository of its own"):
        device.sync()
    assert not (device.root / ".git").exists()


def test_without_a_remote_everything_is_committed(tmp_path: Path) -> None:
    device = vault(tmp_path / "vault")
    device.git("init", "-q")
    outcome = device.sync()
    assert (outcome.code, outcome.remote) == (0, "")
    assert device.clean
    assert device.git("log", "--format=%s").strip() == "1 note: 1 person; 1 other file"


def test_an_empty_vault_without_commits_and_remote_is_fine(tmp_path: Path) -> None:
    device = vault(tmp_path / "vault")
    device.git("init", "-q")
    device.write(".git/info/exclude", "*\n")
    assert device.sync().code == 0


def test_a_new_vault_takes_up_what_the_remote_has(laptop: Device, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    new = Device(folder)
    new.write("notesync.toml", TOML)
    new.write(".gitignore", laptop.read(".gitignore"))
    new.write(NORAS, NORA)
    new.git("init", "-q")
    new.git("remote", "add", "origin", laptop.git("remote", "get-url", "origin").strip())
    assert new.sync().code == 0
    assert laptop.sync().code == 0
    assert new.files == laptop.files == {"notesync.toml", ".gitignore", CARLAS, NORAS}
    assert new.tree == laptop.tree


def test_a_branch_without_commits_and_files_takes_over_the_remotes(
    laptop: Device, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    new = Device(folder)
    new.git("init", "-q")
    new.write("notesync.toml", TOML)
    new.write(".git/info/exclude", "notesync.toml\n")
    new.git("remote", "add", "origin", laptop.git("remote", "get-url", "origin").strip())
    assert new.sync().code == 0
    assert new.head == laptop.head
    assert new.read(CARLAS) == CARLA


def test_another_default_branch_is_found_and_remembered(laptop: Device, clone: Clone) -> None:
    office = clone("office")
    office.git("branch", "-m", "master")
    office.git("branch", "--unset-upstream")
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.read(CARLAS) == office.read(CARLAS)
    assert office.git("branch", "--show-current").strip() == "master"
    assert "master" not in office.git("ls-remote", "origin")
    laptop.append(CARLAS, "- 2026-05-13 news\n")
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert laptop.tree == office.tree


def test_the_upstream_that_is_configured_counts(laptop: Device, remote: Path) -> None:
    laptop.git("push", "-q", "origin", "main:refs/heads/notes")
    laptop.git("fetch", "-q")
    laptop.git("branch", "-q", "-u", "origin/notes")
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert remote_tree(remote, "notes") == laptop.tree != remote_tree(remote)


def test_several_remotes_without_a_choice_are_asked_about(laptop: Device) -> None:
    laptop.git("remote", "rename", "origin", "home")
    laptop.git("branch", "--unset-upstream", check=False)
    laptop.git("remote", "add", "work", "/nowhere")
    with pytest.raises(SeveralRemotes, match="home, work"):
        laptop.sync()
    laptop.git("config", "branch.main.remote", "home")
    assert laptop.sync().code == 0


def test_a_detached_head_is_left_alone(laptop: Device) -> None:
    laptop.git("checkout", "-q", "--detach")
    laptop.append(CARLAS, "x\n")
    with pytest.raises(Detached, match="git switch main"):
        laptop.sync()
    assert laptop.git("status", "--porcelain") == f' M "{CARLAS}"\n'


def diverge(laptop: Device) -> None:
    """Two branches that git can't merge."""
    laptop.git("switch", "-q", "-c", "other")
    laptop.write(CARLAS, CARLA.replace("Elbgrün", "Solvana"))
    laptop.commit()
    laptop.git("switch", "-q", "main")
    laptop.write(CARLAS, CARLA.replace("Elbgrün", "Hafenwerk"))
    laptop.commit()


@pytest.mark.parametrize(
    ("command", "abort"),
    [
        ("merge other", "merge --abort"),
        ("rebase other", "rebase --abort"),
        ("cherry-pick other", "cherry-pick --abort"),
        ("revert --no-commit HEAD", "revert --abort"),
        ("bisect start HEAD HEAD~1", "bisect reset"),
    ],
)
def test_what_the_user_is_in_the_middle_of_is_waited_for(
    laptop: Device, command: str, abort: str
) -> None:
    diverge(laptop)
    laptop.git(*command.split(), check=False)
    before = laptop.git("status", "--porcelain"), laptop.head, laptop.read(CARLAS)
    with pytest.raises(UnderWay, match=f"git {abort}"):
        laptop.sync()
    assert (laptop.git("status", "--porcelain"), laptop.head, laptop.read(CARLAS)) == before
    laptop.git(*abort.split())
    assert laptop.sync().code == 0


def test_an_unmerged_index_asks_for_repair(laptop: Device) -> None:
    diverge(laptop)
    laptop.git("merge", "other", check=False)
    (laptop.root / ".git" / "MERGE_HEAD").unlink()
    before = laptop.read(CARLAS)
    with pytest.raises(Unmerged, match="notesync repair"):
        laptop.sync()
    assert laptop.read(CARLAS) == before


def test_what_was_staged_gets_a_commit_of_its_own(laptop: Device) -> None:
    laptop.write(NORAS, "staged\n")
    laptop.git("add", "-A")
    laptop.write(NORAS, "saved\n")
    assert laptop.sync().code == 0
    assert laptop.git("show", f"HEAD:{NORAS}") == "saved\n"
    assert laptop.git("show", f"HEAD~1:{NORAS}") == "staged\n"
    assert laptop.clean


def test_what_was_staged_and_then_deleted_stays_in_the_history(laptop: Device) -> None:
    laptop.write(NORAS, "staged\n")
    laptop.git("add", "-A")
    (laptop.root / NORAS).unlink()
    assert laptop.sync().code == 0
    assert laptop.git("show", f"HEAD~1:{NORAS}") == "staged\n"
    assert NORAS not in laptop.files
    assert laptop.clean


def test_what_was_staged_whole_is_committed_once(laptop: Device) -> None:
    laptop.write(NORAS, NORA)
    laptop.git("add", "-A")
    (laptop.root / CARLAS).unlink()
    laptop.git("rm", "-q", "--cached", CARLAS)
    before = laptop.head
    assert laptop.sync().code == 0
    assert laptop.git("rev-list", f"{before}..HEAD").count("\n") == 1
    assert laptop.clean


def test_a_file_that_was_only_taken_out_of_the_index_is_put_back(laptop: Device) -> None:
    laptop.git("rm", "-q", "--cached", CARLAS)
    before = laptop.tree
    assert laptop.sync().code == 0
    assert laptop.tree == before
    assert laptop.clean


def test_a_file_that_is_ignored_from_now_on_stays_here_only(laptop: Device) -> None:
    laptop.git("rm", "-q", "--cached", CARLAS)
    laptop.append(".gitignore", "/contacts/\n")
    assert laptop.sync().code == 0
    assert "contacts" not in laptop.git("ls-tree", "-r", "--name-only", "HEAD")
    assert laptop.read(CARLAS) == CARLA
    assert laptop.clean


def test_an_index_that_another_git_holds_is_waited_for(
    laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.2)
    lock = laptop.root / ".git" / "index.lock"
    lock.write_bytes(b"")
    laptop.append(CARLAS, "x\n")
    with pytest.raises(IndexLocked, match=r"index\.lock"):
        laptop.sync()
    assert lock.exists()
    assert laptop.git("log", "--format=%s").count("\n") == 1
    lock.unlink()
    assert laptop.sync().code == 0


def test_an_old_lock_that_nobody_has_open_is_stale(laptop: Device) -> None:
    lock = laptop.root / ".git" / "index.lock"
    lock.write_bytes(b"")
    age(lock)
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert leftovers(laptop) == []


def test_an_old_lock_that_somebody_has_open_is_not(
    laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.2)
    lock = laptop.root / ".git" / "index.lock"
    with lock.open("wb"):
        age(lock)
        laptop.append(CARLAS, "x\n")
        with pytest.raises(IndexLocked):
            laptop.sync()


def test_two_syncs_take_turns(laptop: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notesync.sync.checkout.PATIENCE", 0.1)
    with Lock(laptop.root / ".git" / "notesync" / "lock"), pytest.raises(Busy, match="running"):
        laptop.sync()
    assert laptop.sync().code == 0


def test_a_part_of_a_tree_is_not_synced(laptop: Device) -> None:
    laptop.git("sparse-checkout", "set", "contacts")
    with pytest.raises(OddRepository, match="only a part"):
        laptop.sync()


def test_a_linked_worktree_is_synced_like_any_other(laptop: Device, tmp_path: Path) -> None:
    laptop.git("worktree", "add", "-q", "-b", "second", str(tmp_path / "linked"))
    linked = Device(tmp_path / "linked")
    linked.git("branch", "-q", "-u", "origin/main")
    linked.append(CARLAS, "- 2026-05-12 thanked\n")
    assert linked.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.read(CARLAS) == linked.read(CARLAS)
    assert linked.clean
    assert laptop.clean


def test_a_submodules_files_are_its_own(laptop: Device, office: Device, tmp_path: Path) -> None:
    other = vault(tmp_path / "other")
    other.git("init", "-q")
    other.commit()
    allow = ("-c", "protocol.file.allow=always")
    laptop.git(*allow, "submodule", "add", "-q", str(other.root), "module")
    laptop.git("commit", "-q", "-m", "module")
    laptop.append(f"module/{CARLAS}", "not committed there\n")
    laptop.write(NORAS, NORA)
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    assert [each.sync().code for each in (laptop, office, laptop)] == [0, 0, 0]
    assert laptop.read(f"module/{CARLAS}").endswith("not committed there\n")
    assert office.git("ls-files", "-s", "module").startswith("160000")
    assert laptop.tree == office.tree


def test_a_repository_in_the_vault_is_left_out_and_told(laptop: Device) -> None:
    laptop.write("project/x.md", "x\n")
    git(laptop.root / "project", "init", "-q")
    laptop.write(NORAS, NORA)
    outcome = laptop.sync()
    assert outcome.code == 0
    assert LeaveOut("project/", "nested") in outcome.actions
    assert "project" not in laptop.git("ls-files")


# ------------------------------------------------------------------------ files


def test_a_file_over_10_mb_is_left_out_and_told(laptop: Device) -> None:
    laptop.write("film.mp4", b"0" * 10_000_001)
    laptop.write("song.mp3", b"0" * 10_000_000)
    outcome = laptop.sync()
    assert outcome.code == 0
    assert LeaveOut("film.mp4", "large") in outcome.actions
    assert laptop.git("ls-files", "film.mp4", "song.mp3") == "song.mp3\n"


def test_a_large_file_that_comes_by_another_way_moves_ours_aside(
    laptop: Device, office: Device
) -> None:
    office.write("film.mp4", b"0" * 10_000_001)
    office.sync()
    laptop.write("film.mp4", b"another")
    laptop.sync()
    outcome = office.sync()
    (moved,) = [each for each in outcome.actions if isinstance(each, SetAside)]
    assert office.read("film.mp4") == "another"
    assert len((office.root / moved.new).read_bytes()) == 10_000_001
    assert moved.new.startswith("film.conflict-")


def test_an_ignored_file_that_comes_by_another_way_moves_ours_aside(
    laptop: Device, office: Device
) -> None:
    office.write(".git/info/exclude", "*.txt\n")
    office.write("list.txt", "mine")
    laptop.write("list.txt", "theirs")
    laptop.sync()
    outcome = office.sync()
    assert outcome.code == 0
    (moved,) = [each for each in outcome.actions if isinstance(each, SetAside)]
    assert office.read("list.txt") == "theirs"
    assert office.read(moved.new) == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_read_is_left_out_and_told(laptop: Device) -> None:
    laptop.write(NORAS, NORA)
    (laptop.root / NORAS).chmod(0)
    outcome = laptop.sync()
    assert LeaveOut(NORAS, "unreadable") in outcome.actions


def test_litter_is_never_committed(laptop: Device) -> None:
    for name in (".~notesync-1.tmp", ".x.md.swp", "x.md~", "#x#", ".#x", ".DS_Store", "~$x.docx"):
        laptop.write(name, "x")
    laptop.write(".obsidian/app.json", "{}")
    laptop.write("dashboard.html", "x")
    laptop.write(".gitignore", ".notesync/\n")
    assert laptop.sync().code == 0
    assert laptop.git("ls-files").split("\n")[:-1] == [
        ".gitignore",
        ".obsidian/app.json",
        f"{CARLAS}",
        "notesync.toml",
    ]


def test_only_the_paths_of_the_configuration_are_committed(laptop: Device, office: Device) -> None:
    laptop.write("notesync.toml", f'{TOML}[sync]\npaths = ["contacts"]\n')
    laptop.write(NORAS, NORA)
    laptop.write("diary/today.md", "mine")
    laptop.write("diary/staged.md", "mine")
    laptop.git("add", "diary/staged.md")
    assert laptop.sync().code == 0
    assert laptop.git("ls-tree", "-r", "--name-only", "HEAD").split("\n")[:-1] == [
        ".gitignore",
        CARLAS,
        NORAS,
        "notesync.toml",
    ]
    assert laptop.git("status", "--porcelain").split("\n")[:-1] == [
        "A  diary/staged.md",
        " M notesync.toml",
        "?? diary/today.md",
    ]
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.sync()
    assert laptop.sync().code == 0
    assert laptop.tree == office.tree
    assert laptop.git("status", "--porcelain").startswith("A  diary/staged.md\n M notesync.toml")


def test_a_file_outside_these_paths_is_never_written_over(laptop: Device, office: Device) -> None:
    laptop.write("diary.md", "one\n")
    laptop.sync()
    office.sync()
    laptop.write("notesync.toml", f'{TOML}[sync]\npaths = ["contacts"]\n')
    laptop.write("diary.md", "mine\n")
    office.write("diary.md", "theirs\n")
    office.sync()
    with pytest.raises(NotesyncError, match=r"diary\.md was changed here and by another"):
        laptop.sync()
    assert laptop.read("diary.md") == "mine\n"
    laptop.git("commit", "-q", "-m", "by hand", "diary.md")
    assert laptop.sync().code == 0


def test_a_file_outside_these_paths_that_was_deleted_comes_back_with_its_change(
    laptop: Device, office: Device
) -> None:
    laptop.write("diary.md", "one\n")
    laptop.sync()
    office.sync()
    laptop.write("notesync.toml", f'{TOML}[sync]\npaths = ["contacts"]\n')
    (laptop.root / "diary.md").unlink()
    office.write("diary.md", "theirs\n")
    office.sync()
    assert laptop.sync().code == 0
    assert laptop.read("diary.md") == "theirs\n"


def test_files_of_git_lfs_are_left_to_it(laptop: Device) -> None:
    laptop.write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n")
    laptop.write("a.bin", b"\0\1")
    outcome = laptop.sync()
    assert outcome.code == 0
    assert LeaveOut("a.bin", "filter") in outcome.actions
    assert laptop.git("ls-files", "a.bin") == ""


def test_a_pointer_of_git_lfs_is_a_file_like_any_other(laptop: Device, office: Device) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 2\n"
    laptop.write("a.bin", pointer)
    laptop.sync()
    assert office.sync().code == 0
    assert office.read("a.bin") == pointer


def test_an_encrypting_filter_that_is_not_run_leaves_its_files_out(laptop: Device) -> None:
    laptop.write(".gitattributes", "secret/** filter=git-crypt\n")
    laptop.git("config", "filter.git-crypt.clean", "git-crypt clean")
    laptop.git("config", "filter.git-crypt.required", "true")
    laptop.write("secret/diary.md", "plain text")
    outcome = laptop.sync()
    assert LeaveOut("secret/diary.md", "filter") in outcome.actions
    assert "diary" not in laptop.git("ls-tree", "-r", "--name-only", "HEAD")


# ------------------------------------------------------------------------ histories


def test_unrelated_histories_of_one_vault_are_put_together(laptop: Device, tmp_path: Path) -> None:
    other = vault(tmp_path / "other")
    other.git("init", "-q")
    other.write(NORAS, NORA)
    other.commit()
    other.git("remote", "add", "origin", laptop.git("remote", "get-url", "origin").strip())
    assert other.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.tree == other.tree
    assert {CARLAS, NORAS, "notesync.toml"} <= laptop.files


def test_a_strangers_repository_is_asked_about(tmp_path: Path, remote: Path) -> None:
    stranger = tmp_path / "project"
    git(tmp_path, "clone", "-q", str(remote), "project")
    project = Device(stranger)
    project.write("main.c", "int main() {}\n")
    project.commit()
    project.git("push", "-q", "origin", "main")
    mine = vault(tmp_path / "mine")
    mine.git("init", "-q")
    mine.git("remote", "add", "origin", str(remote))
    before = remote_tree(remote)
    with pytest.raises(NotAgreedYet, match="history of their own"):
        mine.sync()
    assert remote_tree(remote) == before
    mine.yes = True
    assert mine.sync().code == 0
    assert {"main.c", CARLAS} <= mine.files


def test_a_forced_push_elsewhere_loses_none_of_our_commits(laptop: Device, office: Device) -> None:
    laptop.write(NORAS, NORA)
    laptop.sync()
    office.sync()
    before = laptop.head
    office.git("reset", "-q", "--hard", "HEAD~1")
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.commit()
    office.git("push", "-q", "--force", "origin", "main")
    assert laptop.sync().code == 0
    assert laptop.git("merge-base", "--is-ancestor", before, "HEAD", check=True) == ""
    assert laptop.read(NORAS) == NORA
    assert laptop.read(CARLAS).endswith("thanked\n")


def many(device: Device, count: int = 12) -> list[str]:
    """Write so many notes."""
    paths = [f"contacts/Person {number}.md" for number in range(count)]
    for number, path in enumerate(paths):
        device.write(path, f"---\nid: p{number}\n---\n\n# Person {number}\n")
    return paths


def test_many_notes_gone_on_the_remote_are_asked_about(laptop: Device, office: Device) -> None:
    paths = many(laptop)
    laptop.sync()
    office.sync()
    for path in paths[:5]:
        (office.root / path).unlink()
    office.commit()
    office.git("push", "-q", "origin", "main")
    before = laptop.files
    with pytest.raises(NotAgreedYet, match="5 of 13 notes would be deleted here"):
        laptop.sync()
    assert laptop.files == before
    assert laptop.asked[0].listed == tuple(sorted(paths[:5]))
    laptop.yes = True
    assert laptop.sync().code == 0
    assert len(laptop.files) == len(before) - 5


def test_an_emptied_remote_is_asked_about(laptop: Device, office: Device) -> None:
    many(laptop)
    laptop.sync()
    office.sync()
    office.git("rm", "-q", "-r", ".")
    office.git("commit", "-q", "-m", "gone")
    office.git("push", "-q", "origin", "main")
    with pytest.raises(NotAgreedYet):
        laptop.sync()
    assert CARLAS in laptop.files


def test_many_notes_gone_here_are_asked_about(laptop: Device, remote: Path) -> None:
    paths = many(laptop)
    laptop.sync()
    before = remote_tree(remote)
    shutil.rmtree(laptop.root / "contacts")
    with pytest.raises(NotAgreed, match="13 of 13 notes are gone on this device"):
        laptop.sync()
    assert remote_tree(remote) == before
    laptop.git("checkout", "-q", ".")
    assert laptop.sync().code == 0
    assert set(paths) < laptop.files


def test_a_few_notes_may_go_and_many_may_be_renamed(laptop: Device, office: Device) -> None:
    paths = many(laptop)
    laptop.sync()
    office.sync()
    (office.root / "contacts").rename(office.root / "people")
    for path in paths[:2]:
        (office.root / path.replace("contacts", "people")).unlink()
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.files == office.files
    assert office.asked == laptop.asked == []


def test_a_remote_without_its_branch_is_asked_about(laptop: Device, remote: Path) -> None:
    git(remote, "update-ref", "-d", "refs/heads/main")
    with pytest.raises(NotAgreedYet, match="no longer has the branch main"):
        laptop.sync()
    laptop.yes = True
    assert laptop.sync().code == 0
    assert remote_tree(remote) == laptop.tree


def test_a_history_that_was_cut_off_is_fetched_whole(
    laptop: Device, tmp_path: Path, remote: Path
) -> None:
    for number in range(3):
        laptop.append(CARLAS, f"{number}\n")
        laptop.sync()
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{remote}", "shallow")
    shallow = Device(tmp_path / "shallow")
    laptop.git("reset", "-q", "--hard", "HEAD~2")
    laptop.write(NORAS, NORA)
    laptop.commit()
    laptop.git("push", "-q", "--force", "origin", "main")
    shallow.append(CARLAS, "mine\n")
    assert shallow.sync().code == 0
    assert shallow.read(NORAS) == NORA
    assert shallow.read(CARLAS) == CARLA + "0\n1\n2\nmine\n"
    assert shallow.git("rev-parse", "--is-shallow-repository").strip() == "false"


def test_a_repository_from_before_lists_what_it_would_commit(
    laptop: Device, clone: Clone, remote: Path
) -> None:
    old = clone("old")
    old.git("rm", "-q", "--cached", "notesync.toml")
    old.git("commit", "-q", "-m", "before notesync")
    old.git("push", "-q", "origin", "main")
    old.write("drafts/secret.txt", "not for others")
    before = remote_tree(remote)
    with pytest.raises(NotAgreed, match=r"there before notesync\. 2 files"):
        old.sync()
    assert old.asked[0].listed == ("drafts/secret.txt", "notesync.toml")
    assert remote_tree(remote) == before
    assert laptop.sync().code == 0


def test_who_shares_a_part_of_an_old_repository_is_asked_once(laptop: Device) -> None:
    laptop.git("rm", "-q", "--cached", "notesync.toml")
    laptop.git("commit", "-q", "-m", "before notesync")
    laptop.git("push", "-q", "origin", "main")
    laptop.write("notesync.toml", f'{TOML}[sync]\npaths = ["contacts"]\n')
    laptop.yes = True
    for number in range(3):
        laptop.append(CARLAS, f"{number}\n")
        assert laptop.sync().code == 0
    assert len(laptop.asked) == 1


def test_the_only_note_may_go(laptop: Device) -> None:
    (laptop.root / CARLAS).unlink()
    assert laptop.sync().code == 0
    assert laptop.asked == []


def test_a_clock_that_is_ahead_is_a_warning(laptop: Device, office: Device) -> None:
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.git("commit", "-q", "-a", "-m", "x", "--date", "2099-01-01T12:00:00Z")
    office.git("push", "-q", "origin", "main")
    outcome = laptop.sync()
    assert outcome.code == 0
    assert any(isinstance(each, Warn) for each in outcome.actions)


# ------------------------------------------------------------------------ the remote


def test_a_remote_out_of_reach_waits(laptop: Device, remote: Path) -> None:
    away = remote.rename(remote.with_name("unplugged.git"))
    laptop.append(CARLAS, "x\n")
    assert kind(laptop.sync()) == "missing"
    assert laptop.clean
    away.rename(remote)
    assert laptop.sync().code == 0
    assert laptop.tree == remote_tree(remote)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://notesync.invalid/x.git", "offline"),
        ("ssh://git@notesync.invalid/x.git", "offline"),
        ("git@notesync.invalid:x.git", "offline"),
        ("http://127.0.0.1:9/x.git", "offline"),
    ],
)
def test_no_network_waits(laptop: Device, url: str, expected: str) -> None:
    laptop.git("remote", "set-url", "origin", url)
    laptop.append(CARLAS, "x\n")
    assert kind(laptop.sync()) == expected
    assert laptop.clean


def test_a_remote_that_wants_a_password_is_tried_once(
    laptop: Device, home: Path, tmp_path: Path
) -> None:
    calls = tmp_path / "calls"
    script = tmp_path / "git-credential-count"
    script.write_text(f"#!/bin/sh\necho >> {calls}\n", encoding="utf-8")
    script.chmod(0o755)
    with (home / ".gitconfig").open("a", encoding="utf-8") as config:
        config.write(f"[credential]\n\thelper = {script}\n")
    with asking_server() as url:
        laptop.git("remote", "set-url", "origin", url)
        laptop.append(CARLAS, "x\n")
        outcome = laptop.sync()
    assert kind(outcome) == "auth"
    assert outcome.trouble is not None
    assert outcome.trouble.by_hand == "git fetch origin"
    assert calls.read_text(encoding="utf-8").count("\n") == 1  # asked by `get`, once


def test_settings_that_are_not_used_are_told_when_the_remote_is_out_of_reach(
    laptop: Device,
) -> None:
    laptop.git("config", "core.sshCommand", "ssh -i ~/.ssh/notes")
    assert laptop.sync().actions == ()
    laptop.git("remote", "set-url", "origin", "git@notesync.invalid:x.git")
    (told,) = laptop.sync().actions
    assert isinstance(told, Warn)
    assert told.values == {"keys": "core.sshcommand"}


def test_a_hook_of_the_remote_that_refuses_is_told(laptop: Device, remote: Path) -> None:
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'no notes on Sundays' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    laptop.append(CARLAS, "x\n")
    before = remote_tree(remote)
    outcome = laptop.sync()
    assert kind(outcome) == "refused"
    assert outcome.trouble is not None
    assert outcome.trouble.said == "no notes on Sundays"
    assert remote_tree(remote) == before
    assert laptop.clean
    hook.unlink()
    assert laptop.sync().code == 0


def test_a_remote_with_its_branch_checked_out_is_told(
    laptop: Device, tmp_path: Path, remote: Path
) -> None:
    git(tmp_path, "clone", "-q", str(remote), "full")
    laptop.git("remote", "set-url", "origin", str(tmp_path / "full"))
    laptop.append(CARLAS, "x\n")
    assert kind(laptop.sync()) == "checked-out"


def test_a_push_race_is_merged_again(laptop: Device, office: Device, remote: Path) -> None:
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.commit()
    slow = remote / "hooks" / "update"
    slow.write_text(
        "#!/bin/sh\nunset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY "
        f"GIT_ALTERNATE_OBJECT_DIRECTORIES\nrm -f {slow}\n"
        f"git -C {office.root} push -q origin main\n",
        encoding="utf-8",
    )
    slow.chmod(0o755)
    laptop.write(NORAS, NORA)
    assert laptop.sync().code == 0
    assert not slow.exists()
    assert laptop.read(CARLAS).endswith("thanked\n")
    assert remote_tree(remote) == laptop.tree
    assert laptop.clean


def test_a_race_that_is_always_lost_ends(
    laptop: Device, remote: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notesync.sync.course.wait", lambda _: None)
    (remote / "refs" / "heads" / "main.lock").write_bytes(b"")
    laptop.append(CARLAS, "x\n")
    assert kind(laptop.sync()) == "busy"
    assert laptop.clean


def test_commits_by_hand_are_synced_too(laptop: Device, office: Device) -> None:
    laptop.write(NORAS, NORA)
    laptop.commit()
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.commit()
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.tree == office.tree


def test_a_user_that_git_does_not_know_commits_all_the_same(laptop: Device, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n", encoding="utf-8")
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert laptop.git("log", "-1", "--format=%an").strip() == "notesync"


def test_an_odd_branch_is_refused(laptop: Device) -> None:
    laptop.git("update-ref", "refs/heads/-f", "HEAD")
    laptop.git("symbolic-ref", "HEAD", "refs/heads/-f")
    with pytest.raises(BadBranch):
        laptop.sync()
