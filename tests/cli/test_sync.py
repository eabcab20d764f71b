"""sync, conflicts, repair, restore, merge-file: what is typed and what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import eventually, notesync, running
from tests.sync.devices import CARLA, IGNORED, TOML, Device, git

CARLAS = "contacts/Carla Voigt.md"
CONFIG = "[user]\n\tname = Petra\n\temail = petra@example.org\n[init]\n\tdefaultBranch = main\n"


@pytest.fixture(autouse=True)
def _git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "home" / ".gitconfig").write_text(CONFIG, encoding="utf-8")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def laptop(tmp_path: Path) -> Device:
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(tmp_path, "clone", "-q", "remote.git", "laptop")
    device = Device(tmp_path / "laptop")
    device.write("notesync.toml", TOML)
    device.write(".gitignore", IGNORED)
    device.write(CARLAS, CARLA)
    device.sync()
    return device


@pytest.fixture
def office(laptop: Device) -> Device:
    git(laptop.root.parent, "clone", "-q", "remote.git", "office")
    return Device(laptop.root.parent / "office")


def contradict(laptop: Device, office: Device) -> None:
    """Let both devices give Carla another employer."""
    office.write(CARLAS, CARLA.replace("Elbgrün", "Hafenwerk"))
    office.sync()
    laptop.write(CARLAS, CARLA.replace("Elbgrün", "Solvana"))
    assert notesync("--vault", laptop.root, "sync").code == 0


def test_sync_says_what_it_did(laptop: Device, office: Device) -> None:
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.sync()
    laptop.write("contacts/Nora Lind.md", "# Nora Lind\n")
    found = notesync("--vault", laptop.root, "sync")
    assert (found.code, found.out) == (0, "")
    assert found.err.splitlines() == [
        "Committed here: 1 note: 1 person",
        "Sent to origin.",
        f"{CARLAS}: changed by another device",
        "Synced.",
    ]
    assert notesync("--vault", laptop.root, "sync").err == "Everything is synced.\n"
    assert notesync("--vault", laptop.root, "sync", "--quiet").err == ""


def test_sync_as_json(laptop: Device) -> None:
    laptop.append(CARLAS, "- 2026-05-12 thanked\n")
    found = notesync("--vault", laptop.root, "sync", "--json").json
    assert found["result"] == "synced"
    assert found["actions"] == [
        {
            "do": "commit",
            "message": "1 note: 1 person",
            "paths": [CARLAS],
            "text": "Committed here: 1 note: 1 person",
        },
        {"do": "send", "remote": "origin", "text": "Sent to origin."},
    ]


def test_a_dry_run_prints_what_would_be_done(laptop: Device) -> None:
    laptop.append(CARLAS, "- 2026-05-12 thanked\n")
    found = notesync("--vault", laptop.root, "sync", "--dry-run")
    assert found.out == "Committed here: 1 note: 1 person\nSent to origin.\n"
    assert not laptop.clean
    assert not (laptop.root / ".notesync" / "sync.json").exists()


def test_offline_is_exit_6_and_status_says_what_waits(laptop: Device, tmp_path: Path) -> None:
    notesync("--vault", laptop.root, "sync")
    (tmp_path / "remote.git").rename(tmp_path / "away.git")
    laptop.append(CARLAS, "- 2026-05-12 thanked\n")
    found = notesync("--vault", laptop.root, "sync")
    assert found.code == 6
    assert "There is no repository at origin" in found.err
    said = notesync("--vault", laptop.root, "status").out
    assert "what came after waits here." in said


def test_status_and_page_say_how_old_the_last_sync_is(laptop: Device) -> None:
    assert "Only on this device." in notesync("--vault", laptop.root, "status").out
    notesync("--vault", laptop.root, "sync")
    last = json.loads((laptop.root / ".notesync" / "sync.json").read_text(encoding="utf-8"))
    assert last["result"] == "synced"
    assert "Synced " in notesync("--vault", laptop.root, "status").out
    notesync("--vault", laptop.root, "dashboard")
    assert "Synced " in (laptop.root / "dashboard.html").read_text(encoding="utf-8")


def test_without_a_remote_it_is_only_on_this_device(tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    alone = Device(tmp_path / "alone")
    alone.write("notesync.toml", TOML)
    alone.git("init", "-q")
    found = notesync("--vault", alone.root, "sync")
    assert found.code == 0
    assert found.err.endswith("Committed, only on this device: there is no remote.\n")
    assert "Only on this device." in notesync("--vault", alone.root, "status").out


def test_what_is_to_be_asked_stops_a_sync_that_nobody_watches(laptop: Device) -> None:
    (laptop.root / CARLAS).unlink()
    for number in range(5):
        laptop.write(f"contacts/{number}.md", f"# {number}\n")
    laptop.sync()
    for number in range(5):
        (laptop.root / f"contacts/{number}.md").unlink()
    found = notesync("--vault", laptop.root, "sync")
    assert found.code == 1
    assert "5 of 5 notes are gone on this device." in found.err
    assert "notesync sync --yes" in found.err
    assert "run: notesync sync" in notesync("--vault", laptop.root, "status").out
    assert notesync("--vault", laptop.root, "sync", "--yes").code == 0


def test_a_conflict_is_told_counted_and_settled(laptop: Device, office: Device) -> None:
    contradict(laptop, office)
    assert "org: Solvana" in laptop.read(CARLAS)
    listed = notesync("--vault", laptop.root, "conflicts")
    assert listed.out.splitlines()[:2] == [f"1  {CARLAS}: org", "   in place: Solvana"]
    assert "the other: Hafenwerk" in listed.out
    status = notesync("--vault", laptop.root, "status")
    assert "One value in two versions: notesync conflicts" in status.out
    assert notesync("--vault", laptop.root, "status", "--json").json["conflicts"] == 1
    taken = notesync("--vault", laptop.root, "conflicts", "--take", "1")
    assert taken.err == f"{CARLAS}: took Hafenwerk.\n"
    assert laptop.read(CARLAS) == CARLA.replace("Elbgrün", "Hafenwerk")
    assert notesync("--vault", laptop.root, "conflicts").err == "Nothing stands in two versions.\n"
    assert notesync("--vault", laptop.root, "undo").code == 0
    assert notesync("--vault", laptop.root, "conflicts", "--keep", "1").code == 0
    assert laptop.read(CARLAS) == CARLA.replace("Elbgrün", "Solvana")
    assert notesync("--vault", laptop.root, "sync").code == 0
    assert office.sync().code == 0
    assert office.read(CARLAS) == laptop.read(CARLAS)


def test_conflicts_as_json_and_plain(laptop: Device, office: Device) -> None:
    contradict(laptop, office)
    found = notesync("--vault", laptop.root, "conflicts", "--json").json
    assert found["count"] == 1
    (row,) = found["conflicts"]
    assert (row["path"], row["field"], row["kept"]) == (CARLAS, "org", "Solvana")
    plain = notesync("--vault", laptop.root, "conflicts", "--plain").out
    assert plain.startswith(f"1\t{CARLAS}\torg\tSolvana\tHafenwerk\t")


def test_pictures_that_are_kept_twice_are_told(laptop: Device, office: Device) -> None:
    laptop.write("Bilder/photo.jpg", b"\xff\xd8\0laptop")
    office.write("Bilder/photo.jpg", b"\xff\xd8\0office!")
    laptop.sync()
    office.sync()
    said = notesync("--vault", office.root, "conflicts")
    (line,) = said.out.splitlines()
    assert line.startswith("–  Bilder/photo.conflict-")
    assert line.endswith(".jpg: a second version of Bilder/photo.jpg")
    (row,) = notesync("--vault", office.root, "conflicts", "--json").json["copies"]
    assert row["of"] == "Bilder/photo.jpg"


def test_a_conflict_that_is_not_there_is_not_found(laptop: Device) -> None:
    found = notesync("--vault", laptop.root, "conflicts", "--take", "3")
    assert found.code == 4
    assert "There is no conflict 3." in found.err
    both = notesync("--vault", laptop.root, "conflicts", "--take", "1", "--keep", "1")
    assert both.code == 2


def test_a_deleted_note_comes_back(laptop: Device) -> None:
    (laptop.root / CARLAS).unlink()
    laptop.sync()
    found = notesync("--vault", laptop.root, "restore", "Carla Voigt")
    assert found.code == 0
    assert found.err.startswith(f"{CARLAS}: as it was on ")
    assert laptop.read(CARLAS) == CARLA
    notesync("--vault", laptop.root, "undo")
    assert CARLAS not in laptop.files


def test_a_note_comes_back_as_it_was_before(laptop: Device) -> None:
    laptop.append(CARLAS, "one\n")
    laptop.git("commit", "-qam", "x", "--date", "2026-05-12T12:00:00")
    laptop.append(CARLAS, "two\n")
    laptop.git("commit", "-qam", "x", "--date", "2026-05-14T12:00:00")
    assert notesync("--vault", laptop.root, "restore", CARLAS, "--from", "2026-05-13").code == 0
    assert laptop.read(CARLAS) == CARLA + "one\n"
    laptop.git("checkout", "-q", ".")
    assert notesync("--vault", laptop.root, "restore", "carla voigt").code == 0
    assert laptop.read(CARLAS) == CARLA + "one\n"
    early = notesync("--vault", laptop.root, "restore", CARLAS, "--from", "2020-01-01")
    assert early.code == 4
    assert "has no version of" in early.err


def test_a_renamed_note_comes_back_under_its_new_name(laptop: Device) -> None:
    text = CARLA.replace("Elbgrün", "Solvana")
    (laptop.root / CARLAS).rename(laptop.root / "contacts/Carla Lind.md")
    laptop.write("contacts/Carla Lind.md", text)
    laptop.sync()
    assert notesync("--vault", laptop.root, "restore", "Carla Voigt").code == 0
    assert laptop.read("contacts/Carla Lind.md") == CARLA
    assert CARLAS not in laptop.files


def test_a_renamed_note_comes_back_as_it_was_under_its_old_name(laptop: Device) -> None:
    laptop.append(CARLAS, "one\n")
    laptop.git("commit", "-qam", "x", "--date", "2026-05-12T12:00:00")
    laptop.append(CARLAS, "two\n")
    (laptop.root / CARLAS).rename(laptop.root / "contacts/Carla Lind.md")
    laptop.git("add", "-A")
    laptop.git("commit", "-qm", "x", "--date", "2026-05-14T12:00:00")
    found = notesync("--vault", laptop.root, "restore", "Carla", "--from", "2026-05-13")
    assert found.code == 0
    assert laptop.read("contacts/Carla Lind.md") == CARLA + "one\n"
    assert CARLAS not in laptop.files


def test_a_note_that_never_was_is_not_found(laptop: Device) -> None:
    found = notesync("--vault", laptop.root, "restore", "Carla Vogt")
    assert found.code == 4
    assert "Did you mean Carla Voigt?" in found.err


def test_repair_finishes_a_merge_by_hand(laptop: Device, office: Device) -> None:
    office.write(CARLAS, CARLA.replace("Elbgrün", "Hafenwerk") + "- 2026-05-12 thanked\n")
    office.sync()
    laptop.write(CARLAS, CARLA.replace("Elbgrün", "Solvana") + "- 2026-05-13 news\n")
    laptop.commit()
    laptop.git("pull", "-q", "--no-rebase", check=False)
    assert "<<<<<<<" in laptop.read(CARLAS)
    assert notesync("--vault", laptop.root, "sync").code == 1
    found = notesync("--vault", laptop.root, "repair")
    assert found.code == 0
    assert f"{CARLAS}: put together" in found.err
    assert "The merge that was under way is committed." in found.err
    text = laptop.read(CARLAS)
    assert "<<<<<<<" not in text
    assert {"Solvana", "Hafenwerk", "thanked", "news"} <= set(text.replace('"', " ").split())
    assert laptop.clean
    assert not (laptop.root / ".git" / "MERGE_HEAD").exists()
    assert notesync("--vault", laptop.root, "sync").code == 0
    assert office.sync().code == 0
    assert office.read(CARLAS) == text


def test_repair_keeps_what_was_put_in_order_by_hand(laptop: Device, office: Device) -> None:
    contradict(laptop, office)
    laptop.git("reset", "-q", "--hard", "HEAD^1")
    laptop.git("merge", "-q", "origin/main^2", check=False)
    laptop.write(CARLAS, "# By hand\n")
    assert notesync("--vault", laptop.root, "repair").code == 0
    assert laptop.read(CARLAS) == "# By hand\n"
    assert laptop.clean


def test_repair_mends_marks_that_were_committed(laptop: Device) -> None:
    laptop.write(
        CARLAS,
        "---\ntype: contact\n<<<<<<< HEAD\norg: Solvana\n=======\norg: Hafenwerk\n"
        ">>>>>>> origin/main\n---\n\nText.\n<<<<<<< HEAD\nHere.\n||||||| base\nBefore.\n"
        "=======\nThere.\n>>>>>>> origin/main\n",
    )
    found = notesync("--vault", laptop.root, "repair")
    assert found.code == 0
    text = laptop.read(CARLAS)
    assert not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>", "|||||||"))
    assert all(word in text for word in ("Solvana", "Hafenwerk", "Here.", "There."))
    assert notesync("--vault", laptop.root, "repair").err == "There is nothing to repair.\n"
    assert notesync("--vault", laptop.root, "undo").code == 0
    assert "<<<<<<<" in laptop.read(CARLAS)


def test_merge_file_works_as_gits_merge_driver(laptop: Device, office: Device) -> None:
    import shlex
    import sys

    command = f"{shlex.quote(sys.executable)} -m notesync merge-file %O %A %B %P"
    laptop.git("config", "merge.notesync.driver", command)
    laptop.write(".gitattributes", "*.md merge=notesync\n")
    laptop.commit()
    laptop.sync()
    office.sync()
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.sync()
    laptop.append(CARLAS, "- 2026-05-13 news\n")
    laptop.commit()
    laptop.git("pull", "-q", "--no-rebase", "--no-edit")
    assert laptop.read(CARLAS) == CARLA + "- 2026-05-12 thanked\n- 2026-05-13 news\n"


@pytest.mark.parametrize(
    "texts",
    [
        (b"", b"\xff\xfe\0", b"\0\0\xff"),
        (b"---\n[", b"---\n{", b"---\n:"),
        (b"", b"a", b"b"),
        (b"x\n" * 1000, b"", b"y"),
    ],
)
def test_merge_file_never_fails_and_loses_nothing(
    texts: tuple[bytes, bytes, bytes], tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("base.md", "ours.md", "theirs.md")]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text)
    assert notesync("merge-file", *files).code == 0
    merged = [files[1], *tmp_path.glob("ours.conflict-*")]
    words = {word for each in merged for word in each.read_bytes().split()}
    assert words >= {word for text in texts[1:] for word in text.split()}
    assert notesync("merge-file", *files[:2], tmp_path / "missing").code == 0


def test_watch_syncs_every_so_often(laptop: Device, office: Device, tmp_path: Path) -> None:
    page = laptop.root / "dashboard.html"
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.sync()
    with running("--vault", laptop.root, "watch", "--sync", "5s", errors=tmp_path / "err") as watch:
        watch.says("Watching")
        eventually(lambda: "thanked" in laptop.read(CARLAS), wanted=True)
        eventually(lambda: page.exists() and "Synced " in page.read_text("utf-8"), wanted=True)
        laptop.write("contacts/Nora Lind.md", "# Nora Lind\n")
        remote = tmp_path / "remote.git"
        listed = ("ls-tree", "-r", "--name-only", "main")
        eventually(lambda: "contacts/Nora Lind.md" in git(remote, *listed), wanted=True)
        assert watch.end() == 0
        assert watch.err.count("\n") == 1


def test_watch_waits_quietly_for_the_network(laptop: Device, tmp_path: Path) -> None:
    (tmp_path / "remote.git").rename(tmp_path / "away.git")
    state = laptop.root / ".notesync" / "sync.json"
    with running("--vault", laptop.root, "watch", "--sync", "5s", errors=tmp_path / "err") as watch:
        watch.says("Watching")
        eventually(state.exists, wanted=True)
        assert watch.end() == 0
        assert watch.err.count("\n") == 1
    assert json.loads(state.read_text(encoding="utf-8"))["result"] == "waiting"


def test_watch_tells_once_what_needs_the_user(laptop: Device, tmp_path: Path) -> None:
    laptop.git("checkout", "-q", "--detach")
    with running("--vault", laptop.root, "watch", "--sync", "5s", errors=tmp_path / "err") as watch:
        watch.says("No branch is checked out")
        assert watch.end() == 0


@pytest.mark.parametrize("value", ["soon", "5x", "-1", "m"])
def test_a_time_that_is_none_is_a_usage_error(value: str, laptop: Device) -> None:
    found = notesync("--vault", laptop.root, "watch", "--sync", value)
    assert found.code == 2
    assert "--sync 5m" in found.err
