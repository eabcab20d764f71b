import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes import kinds
from notesync.vault import actions, config, layout, source, starter
from notesync.vault.actions import (
    AppendLines,
    CreateFolder,
    InitGit,
    Keep,
    MergeDriver,
    Tell,
    WriteFile,
)
from notesync.vault.vault import Vault


def init(folder: Path, lang: str = "en", *, demo: bool = False) -> list[actions.Action]:
    """What `notesync init` does, with a no to every question."""
    planned = layout.plan(folder, lang=lang, region="DE-HH", demo=demo, today=date(2026, 4, 20))
    return layout.apply([action for action in planned if not action.ask])


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and ".git" not in each.relative_to(folder).parts
    }


def git(*arguments: str | Path) -> None:
    subprocess.run(["git", *map(str, arguments)], check=True, capture_output=True)


def test_a_new_folder_becomes_a_vault(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "net"
    init(folder)
    assert Vault.open(folder).config.region == "DE-HH"
    assert sorted(files(folder)) == [".gitignore", "me.md", "notesync.toml"]
    assert {each.name for each in folder.iterdir() if each.is_dir()} == {
        *("contacts", "conversations", "organizations", "questions", "opportunities"),
        *("reviews", "inbox"),
    }
    assert (folder / ".gitignore").read_text() == ".notesync/\n/dashboard.html\n/Übersicht.html\n"
    assert "started: 2026-04-20\n" in (folder / "me.md").read_text()


def test_a_german_vault_has_german_folders(tmp_path: Path) -> None:
    init(tmp_path, "de")
    assert {each.name for each in tmp_path.iterdir() if each.is_dir()} == {
        *("Menschen", "Gespräche", "Firmen", "Fragen", "Chancen", "Rückblicke", "Eingang")
    }
    assert Vault.open(tmp_path).config.form == "du"


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    init(tmp_path)
    before = files(tmp_path)
    again = layout.plan(tmp_path, lang="de", region="AT-9")
    assert {type(action) for action in again} <= {Keep, InitGit}
    layout.apply([action for action in again if not action.ask])
    assert files(tmp_path) == before


def test_nothing_is_done_before_it_is_applied(tmp_path: Path) -> None:
    layout.plan(tmp_path / "new", lang="en")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def obsidian(tmp_path: Path) -> Path:
    """A vault as it is found in the wild."""
    notes = {
        ".obsidian/app.json": "{}",
        "10 People/Ada Lovelace.md": "---\ntype: Person\n---\n",
        "10 People/family/Grandma.md": "---\ntype: person\n---\n",
        "Areas/Meetings/2024-01-01 Ada.md": "---\r\ntype: meeting\r\n---\r\n",
        "Areas/People/Old.md": "",
        "Templates/People/person.md": "---\ntype: job\n---\n",
        "Companies/Acme.md": '---\ntags: x\ntype: "company"\n---\n',
        "Recipes/Soup.md": "---\ntype: recipe\n---\n",
        "me.md": "It's me.\n",
    }
    for path, text in notes.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


def test_an_obsidian_vault_keeps_its_folders_and_types(obsidian: Path) -> None:
    before = files(obsidian)
    done = init(obsidian)
    assert before.items() <= files(obsidian).items()
    settings = Vault.open(obsidian).config
    assert settings.folders == {
        "contact": ("10 People", "Areas/People"),
        "conversation": ("Areas/Meetings",),
        "organization": ("Companies",),
    }
    assert settings.kinds.types["meeting"] == "conversation"
    assert settings.kinds.types["company"] == "organization"
    assert "job" not in settings.kinds.types
    assert settings.ignore == ("Templates/",)
    assert not (obsidian / "contacts").exists()
    assert (obsidian / "questions").is_dir()
    assert Keep(obsidian / "me.md") in done
    assert Tell(obsidian, actions.USES, "Obsidian") in done


def test_a_folder_whose_name_is_no_utf8_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "\udcff People").mkdir()
    init(tmp_path)
    assert Vault.open(tmp_path).config.folders == {}


def test_templates_that_nobody_takes_for_people_stay_in_the_vault(tmp_path: Path) -> None:
    for path, text in (
        ("Templates/Recipe.md", "---\ntype: recipe\n---\n"),
        ("Templates/People/Someone.md", "# {{title}}\n"),
        ("Vorlagen/Mensch.md", "---\ntype: Mensch\n---\n"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    done = init(tmp_path)
    settings = Vault.open(tmp_path).config
    assert settings.ignore == ("Vorlagen/",)
    assert settings.folders == {}
    assert Tell(tmp_path / "Vorlagen", actions.LEFT_OUT, "notesync.toml") in done


def test_an_obsidian_vault_is_asked_about_its_window_state(obsidian: Path) -> None:
    planned = layout.plan(obsidian, lang="en")
    offers = [each for each in planned if each.ask and isinstance(each, AppendLines)]
    assert [each.lines for each in offers] == [(".obsidian/workspace*.json",)]
    layout.apply(planned)
    assert (obsidian / ".gitignore").read_text().endswith(".obsidian/workspace*.json\n")
    assert {type(each) for each in layout.plan(obsidian, lang="en")} == {Keep, MergeDriver}


def test_a_folder_that_differs_only_in_case_is_used_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "Contacts").mkdir()
    (tmp_path / "INBOX").mkdir()
    init(tmp_path)
    assert Vault.open(tmp_path).config.folder("contact") == "Contacts"
    names = {each.name for each in tmp_path.iterdir()}
    assert "contacts" not in names
    assert "inbox" not in names


def test_gitignore_keeps_its_lines_and_line_ends(tmp_path: Path) -> None:
    ignore = tmp_path / ".gitignore"
    ignore.write_bytes(b"/private/\r\n*.html\r\n.notesync")
    init(tmp_path)
    assert ignore.read_bytes() == b"/private/\r\n*.html\r\n.notesync"
    ignore.write_bytes(b"\xff\xfe rubbish\r\n/dashboard.html\r\nlast")
    init(tmp_path)
    assert ignore.read_bytes() == (
        b"\xff\xfe rubbish\r\n/dashboard.html\r\nlast\r\n.notesync/\r\n/\xc3\x9cbersicht.html\r\n"
    )


def test_a_gitignore_that_is_a_link_is_left_to_its_owner(tmp_path: Path) -> None:
    (tmp_path / "dotfile").write_text("x\n")
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / ".gitignore").symlink_to("../dotfile")
    done = init(tmp_path / "vault")
    assert (tmp_path / "dotfile").read_text() == "x\n"
    assert any(isinstance(each, Tell) and each.sentence == actions.BY_HAND for each in done)


def test_git_is_offered_where_there_is_none_and_ignores_what_is_derived(tmp_path: Path) -> None:
    folder = tmp_path / "net"
    planned = layout.plan(folder, lang="en")
    assert InitGit(folder) in planned
    layout.apply(planned)
    (folder / "dashboard.html").write_text("")
    Vault.open(folder).state_dir()
    git("-C", folder, "add", "-A")
    listed = subprocess.run(
        ["git", "-C", folder, "ls-files"], check=True, capture_output=True, text=True
    ).stdout
    assert listed.split() == [".gitignore", "me.md", "notesync.toml"]
    assert not any(isinstance(each, InitGit) for each in layout.plan(folder, lang="en"))


def test_in_a_repository_no_second_one_is_begun(tmp_path: Path) -> None:
    git("init", "-q", tmp_path)
    (tmp_path / ".gitignore").write_text("*.pyc\n")
    planned = layout.plan(tmp_path, lang="en")
    assert not any(isinstance(each, InitGit) for each in planned)
    below = layout.plan(tmp_path / "net", lang="en")
    assert Tell(tmp_path / "net", actions.SUBFOLDER, str(tmp_path)) in below
    assert not any(isinstance(each, InitGit) for each in below)


def test_there_is_no_vault_in_a_vault_and_none_in_a_file(tmp_path: Path) -> None:
    init(tmp_path)
    with pytest.raises(layout.InsideVault):
        layout.plan(tmp_path / "contacts", lang="en")
    with pytest.raises(layout.NoSuchFolder):
        layout.plan(tmp_path / "me.md", lang="en")


def test_a_wrong_notesync_toml_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notesync.toml").write_text("lagn = 'de'\n")
    with pytest.raises(source.BadConfig, match='"lang"'):
        layout.plan(tmp_path, lang="en")
    assert os.listdir(tmp_path) == ["notesync.toml"]  # noqa: PTH208 -- one name


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_example_story_goes_into_a_folder_of_its_own(tmp_path: Path, lang: str) -> None:
    git("init", "-q", tmp_path)
    done = init(tmp_path, lang, demo=True)
    settings = Vault.open(tmp_path).config
    assert (settings.lang, settings.today) == (lang, date(2026, 5, 29))
    stats, problems = Vault.open(tmp_path).scan()
    assert len(stats) > 20
    assert problems == []
    assert all(isinstance(each, WriteFile | CreateFolder) for each in done)
    with pytest.raises(layout.NotEmpty):
        layout.plan(tmp_path, lang=lang, demo=True)


def test_a_file_that_came_meanwhile_is_kept(tmp_path: Path) -> None:
    planned = layout.plan(tmp_path, lang="en")
    (tmp_path / "me.md").write_text("mine\n")
    (tmp_path / ".gitignore").write_text(".notesync/\n")
    done = layout.apply([action for action in planned if not action.ask])
    assert (tmp_path / "me.md").read_text() == "mine\n"
    assert Keep(tmp_path / "me.md") in done
    assert (tmp_path / ".gitignore").read_text() == ".notesync/\n/dashboard.html\n/Übersicht.html\n"


def test_every_action_fills_its_sentence(obsidian: Path) -> None:
    for action in layout.plan(obsidian, lang="en"):
        said = action.sentence.format(**actions.values(action, obsidian))
        assert "{" not in said


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/"), min_size=1).filter(
    lambda name: not name.startswith(".") and name.strip("/")
)


@given(
    st.sampled_from(["de", "en"]),
    st.dictionaries(st.sampled_from(list(kinds.FOLDERS["en"])), st.lists(NAMES, min_size=1)),
    st.dictionaries(st.text(st.characters(codec="utf-8")), st.sampled_from(kinds.KINDS)),
    st.lists(NAMES.filter(lambda name: "[" not in name)),
)
def test_a_new_notesync_toml_says_what_was_found(
    lang: str, folders: dict[str, list[str]], types: dict[str, str], ignore: list[str]
) -> None:
    text = starter.config_text(lang, "DE-HH", folders, types, ignore)
    try:
        read = config.parse(text)
    except source.NotTheSame:  # the same folder for two kinds, as no survey finds it
        return
    assert read.lang == lang
    assert set(read.folders) == set(folders)
    assert len(read.ignore) == len(ignore)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_example_in_a_new_notesync_toml_is_right_once_uncommented(lang: str) -> None:
    lines = starter.config_text(lang).splitlines()
    # An example is a comment that begins like a setting.
    live = [line.removeprefix("# ") if " = " in line else line for line in lines]
    read = config.parse("\n".join(live))
    assert read.region == "DE-HH"
    assert read.folders["contact"]
    assert read.links == "obsidian"
    assert read.sync_paths
    assert read.kinds.conversation_kinds
    assert read.rhythm == config.Config().rhythm


def test_in_a_clone_of_the_users_own_git_is_offered_our_merge(tmp_path: Path) -> None:
    git("init", "-q", tmp_path)
    (tmp_path / ".gitattributes").write_text("*.png binary\n")
    planned = layout.plan(tmp_path, lang="en")
    assert MergeDriver(tmp_path) in planned
    layout.apply([action for action in planned if isinstance(action, MergeDriver)])
    said = subprocess.run(
        ["git", "config", "merge.notesync.driver"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "notesync merge-file %O %A %B %P\n"
    assert (tmp_path / ".gitattributes").read_text() == "*.png binary\n*.md merge=notesync\n"
    assert MergeDriver(tmp_path) not in layout.plan(tmp_path, lang="en")


def test_a_clone_that_git_cannot_configure_is_told_what_to_do(tmp_path: Path) -> None:
    git("init", "-q", tmp_path)
    (tmp_path / ".git" / "config.lock").touch()
    (told,) = layout.apply([MergeDriver(tmp_path)])
    assert isinstance(told, Tell)
    assert told.what.startswith("git config merge.notesync.name")
    assert not (tmp_path / ".gitattributes").exists()
