"""A vault from anywhere: nothing that its .git, its files or its remote configure is ever run.

Every test has a canary: a file that comes to be when what was configured is run. After our syncs it
is not there; where plain git would have run it, the same is done by hand, and it is.
"""

from __future__ import annotations

import shlex
import stat
import subprocess
from pathlib import Path

import pytest

from notesync.errors import NotesyncError
from notesync.sync.errors import BadRemote, UnsafePath
from notesync.sync.remote import refused
from tests.sync.devices import CARLA, Device, asking_server, git

CARLAS = "contacts/Carla Voigt.md"
HOOKS = (
    *("applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-applypatch", "post-checkout"),
    *("post-commit", "post-index-change", "post-merge", "post-rewrite", "post-update"),
    *("pre-applypatch", "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push"),
    *("pre-rebase", "pre-receive", "prepare-commit-msg", "proc-receive", "push-to-checkout"),
    *("reference-transaction", "sendemail-validate", "update"),
)


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def script(tmp_path: Path, canary: Path) -> Path:
    """A program that leaves the canary behind, whatever it is called with."""
    file = tmp_path / "evil.sh"
    file.write_text(f"#!/bin/sh\ntouch {shlex.quote(str(canary))}\nexit 1\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def exercise(laptop: Device, office: Device) -> None:
    """Let the laptop's sync do everything that a sync can do."""
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.write("photo.png", b"\x89PNG\r\n\0")
    office.commit()
    office.git("push", "-q", "origin", "main")
    laptop.write("contacts/Nora Lind.md", "# Nora\n")
    laptop.append("notesync.toml", "# changed\n")
    laptop.sync()


def by_hand(device: Device) -> None:
    """Do with plain git what a careless program would do."""
    device.append(CARLAS, "more\n")
    for command in (
        "status",
        "diff",
        "fetch",
        "add -A",
        "commit -m x",
        "-c merge.ff=false merge -m m @{upstream}",
        "push",
        "log -p --show-signature -2",
        "checkout HEAD~1 .",
    ):
        device.git(*command.split(), check=False)


# Key of .git/config -> its value, with {script} for a program; and whether plain git runs it when
# these commands are given by hand (a test that can't fail would prove nothing).
CONFIGURED: dict[str, tuple[dict[str, str], bool]] = {
    "fsmonitor": ({"core.fsmonitor": "{script}"}, True),
    "hooks path": ({"core.hooksPath": "{folder}"}, True),
    "editor": ({"core.editor": "{script}", "sequence.editor": "{script}"}, False),
    "pager": ({"core.pager": "{script}", "pager.log": "{script}"}, False),
    "alias": ({"alias.status": "!{script}", "alias.update-ref": "!{script}"}, False),
    "signing program": (
        {"commit.gpgSign": "true", "gpg.program": "{script}", "user.signingKey": "x"},
        True,
    ),
    "ssh signing program": (
        {
            "commit.gpgSign": "true",
            "gpg.format": "ssh",
            "gpg.ssh.program": "{script}",
            "gpg.ssh.defaultKeyCommand": "{script}",
        },
        True,
    ),
    "filter": ({"filter.evil.clean": "{script}", "filter.evil.smudge": "{script}"}, True),
    "filter process": ({"filter.evil.process": "{script}"}, True),
    "diff driver": ({"diff.evil.textconv": "{script}", "diff.evil.command": "{script}"}, True),
    "external diff": ({"diff.external": "{script}"}, True),
    "merge driver": ({"merge.evil.driver": "{script}"}, True),
    "upload pack": ({"remote.origin.uploadpack": "{script}"}, True),
    "receive pack": ({"remote.origin.receivepack": "{script}"}, True),
    "remote helper": ({"remote.origin.vcs": "evil"}, False),
    "instead of": (
        {"url.ext::{script} .insteadOf": "{remote}", "protocol.ext.allow": "always"},
        True,
    ),
    "push instead of": (
        {"url.ext::{script} .pushInsteadOf": "{remote}", "protocol.ext.allow": "always"},
        True,
    ),
    "include": ({"include.path": "{included}"}, True),
    "conditional include": ({"includeIf.gitdir:/**.path": "{included}"}, True),
    "worktree config": ({"extensions.worktreeConfig": "true"}, True),
    "attributes file": (
        {"core.attributesFile": "{attributes}", "filter.evil.clean": "{script}"},
        True,
    ),
    "submodule": ({"submodule.x.update": "!{script}", "submodule.recurse": "true"}, False),
    "alternate refs": ({"core.alternateRefsCommand": "{script}"}, False),
    "pack hook": ({"uploadpack.packObjectsHook": "{script}"}, False),
    "ask pass": ({"core.askPass": "{script}"}, False),
    "maintenance": ({"gc.auto": "1", "gc.recentObjectsHook": "{script}"}, False),
    "trailer": ({"trailer.x.command": "{script}", "trailer.x.cmd": "{script}"}, False),
    "git proxy": ({"core.gitProxy": "{script}"}, False),
}


@pytest.mark.parametrize("vector", CONFIGURED)
def test_what_the_vaults_config_names_is_not_run(
    vector: str, laptop: Device, office: Device, script: Path, canary: Path, tmp_path: Path
) -> None:
    keys, live = CONFIGURED[vector]
    folder = tmp_path / "hooks"
    folder.mkdir()
    for hook in HOOKS:
        (folder / hook).symlink_to(script)
    included, attributes = tmp_path / "included", tmp_path / "attributes"
    included.write_text(f"[core]\n\tfsmonitor = {script}\n", encoding="utf-8")
    attributes.write_text("* filter=evil\n", encoding="utf-8")
    if vector == "worktree config":
        (laptop.root / ".git" / "config.worktree").write_bytes(included.read_bytes())
    if vector != "attributes file":
        laptop.write(".gitattributes", "* filter=evil diff=evil merge=evil\n")
        laptop.sync()
        office.sync()
    remote = laptop.git("remote", "get-url", "origin").strip()
    values = {"script": script, "folder": folder, "included": included, "remote": remote}
    for key, value in keys.items():
        filled = value.format(attributes=attributes, **values)
        laptop.git("config", "--add", key.format(**values), filled)
    try:
        exercise(laptop, office)
        office.sync()
    except NotesyncError as error:
        assert "sign" in str(error)  # noqa: PT017 -- wanted, and impossible without the program
    assert not canary.exists()
    if "signing" not in vector:
        assert "contacts/Nora Lind.md" in git(Path(remote), "ls-tree", "-r", "--name-only", "main")
    office.append(CARLAS, "- 2026-05-13 news\n")
    office.commit()
    office.git("push", "-q", "origin", "main", check=False)
    by_hand(laptop)
    assert canary.exists() == live


@pytest.mark.parametrize("by", ["remote", "laptop"])
def test_no_hook_of_the_vault_is_run(
    by: str, laptop: Device, office: Device, script: Path, canary: Path
) -> None:
    for hook in HOOKS:
        (laptop.root / ".git" / "hooks" / hook).unlink(missing_ok=True)
        (laptop.root / ".git" / "hooks" / hook).symlink_to(script)
    if by == "remote":
        exercise(laptop, office)
    else:
        laptop.append(CARLAS, "x\n")
        laptop.sync()
    assert not canary.exists()
    by_hand(laptop)
    assert canary.exists()


def test_the_ssh_command_of_the_vault_is_not_run(
    laptop: Device, script: Path, canary: Path
) -> None:
    laptop.git("config", "core.sshCommand", str(script))
    laptop.git("remote", "set-url", "origin", "git@notesync.invalid:x.git")
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 6
    assert not canary.exists()
    laptop.git("fetch", check=False)
    assert canary.exists()


def test_the_users_own_ssh_command_is_run_and_may_not_ask(
    laptop: Device, tmp_path: Path, home: Path
) -> None:
    seen = tmp_path / "seen"
    own = tmp_path / "ssh"
    own.write_text(f'#!/bin/sh\necho "$@" >> {seen}\nexit 255\n', encoding="utf-8")
    own.chmod(0o755)
    with (home / ".gitconfig").open("a", encoding="utf-8") as config:
        config.write(f"[core]\n\tsshCommand = {own} -i key\n")
    laptop.git("remote", "set-url", "origin", "git@notesync.invalid:x.git")
    assert laptop.sync().code == 6
    assert "-i key -o BatchMode=yes" in seen.read_text(encoding="utf-8")


def test_the_credential_helper_of_the_vault_is_not_run(
    laptop: Device, script: Path, canary: Path
) -> None:
    laptop.git("config", "credential.helper", f"!{script}")
    laptop.git("config", "core.askPass", str(script))
    with asking_server() as url:
        laptop.git("remote", "set-url", "origin", url)
        assert laptop.sync().code == 6
        assert not canary.exists()
        laptop.git("fetch", check=False)
        assert canary.exists()


def test_nothing_that_the_caller_set_for_git_gets_through(
    laptop: Device, office: Device, script: Path, canary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_ASKPASS", "GIT_PROXY_COMMAND"):
        monkeypatch.setenv(name, str(script))
    monkeypatch.setenv("SSH_ASKPASS", str(script))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(script))
    monkeypatch.setenv("GIT_TRACE", str(canary))
    office_files = office.files
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    monkeypatch.setenv("GIT_DIR", str(office.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(office.root))
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert laptop.sync().code == 0
    assert not canary.exists()
    assert office.files == office_files
    laptop.git("status", check=False)
    assert canary.exists()


@pytest.mark.parametrize(
    "url",
    [
        "ext::sh -c touch% {canary}",
        "EXT::{script}",
        "fd::17",
        "evil::{script}",
        "evil://x/y",
        "--upload-pack={script}",
        "-oProxyCommand={script}",
        "ssh://-oProxyCommand={script}/x",
        "ssh://git@-oProxyCommand={script}/x",
        "-oProxyCommand={script}:x",
        "git@-oProxyCommand={script}:x",
        "host:-x",
        "",
        "x\ny",
    ],
)
def test_an_address_that_could_run_something_is_refused(
    url: str, laptop: Device, script: Path, canary: Path
) -> None:
    said = url.format(script=script, canary=canary)
    assert refused(said, str(laptop.root))
    laptop.git("config", "protocol.ext.allow", "always")
    laptop.git("config", "remote.origin.url", said)
    laptop.append(CARLAS, "x\n")
    with pytest.raises(BadRemote):
        laptop.sync()
    laptop.git("config", "remote.origin.url", "https://notesync.invalid/x")
    laptop.git("config", "remote.origin.pushurl", said)
    if said:
        with pytest.raises(BadRemote):
            laptop.sync()
    assert not canary.exists()


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org/x.git", "http://example.org/x", "ssh://git@example.org:22/~/x.git"),
        *("git@example.org:x.git", "example.org:notes", "file:///media/stick/notes.git"),
        *("/media/stick/notes.git", "../notes.git", "git://example.org/x", "C:/notes.git"),
    ],
)
def test_the_usual_addresses_are_taken(url: str) -> None:
    assert refused(url, "/home/petra/vault") == ""


@pytest.mark.parametrize("url", ["{root}/evil.git", "evil.git", "./x/../evil.git", "file://{root}"])
def test_a_remote_inside_the_vault_is_refused(
    url: str, laptop: Device, script: Path, canary: Path
) -> None:
    git(laptop.root, "clone", "-q", "--bare", ".git", "evil.git")
    for hook in HOOKS:
        (laptop.root / "evil.git" / "hooks" / hook).unlink(missing_ok=True)
        (laptop.root / "evil.git" / "hooks" / hook).symlink_to(script)
    laptop.git("remote", "set-url", "origin", url.format(root=laptop.root))
    with pytest.raises(BadRemote, match="inside the vault"):
        laptop.sync()
    assert not canary.exists()


@pytest.mark.parametrize("name", ["--upload-pack={script}", "-x", "a b", ".."])
def test_a_remotes_name_that_could_run_something_is_refused(
    name: str, laptop: Device, script: Path, canary: Path
) -> None:
    named = name.format(script=script)
    url = laptop.git("remote", "get-url", "origin").strip()
    with (laptop.root / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f'[remote "{named}"]\n\turl = {url}\n[branch "main"]\n\tremote = "{named}"\n')
    with pytest.raises(BadRemote):
        laptop.sync()
    assert not canary.exists()


def plant(laptop: Device, script: Path) -> str:
    """A configuration as one that ours was made from, but with a command in it."""
    config = laptop.root / ".git" / "notesync" / "common" / "config"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}[core]\n\tfsmonitor = {script}\n", encoding="utf-8")
    return text


def test_a_planted_configuration_of_ours_is_made_anew(
    laptop: Device, office: Device, script: Path, canary: Path
) -> None:
    text = plant(laptop, script)
    known = laptop.root / ".git" / "notesync" / "common" / "settings.json"
    said = known.read_text(encoding="utf-8")
    known.write_text(
        said.replace('"values": [', f'"values": [["core.fsmonitor", "{script}"], '),
        encoding="utf-8",
    )
    exercise(laptop, office)
    assert not canary.exists()
    config = laptop.root / ".git" / "notesync" / "common" / "config"
    assert config.read_text(encoding="utf-8") == text


def test_planted_hooks_and_links_of_ours_are_swept_away(
    laptop: Device, office: Device, script: Path, canary: Path, tmp_path: Path
) -> None:
    common = laptop.root / ".git" / "notesync" / "common"
    (common / "hooks").mkdir()
    (common / "hooks" / "pre-push").symlink_to(script)
    outside = tmp_path / "outside"
    outside.mkdir()
    (common / "refs").unlink()
    (common / "refs").symlink_to(outside)
    exercise(laptop, office)
    assert not canary.exists()
    assert not (common / "hooks").exists()
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["notesync", "notesync/common"])
def test_our_folder_is_no_way_out_of_the_repository(
    name: str, laptop: Device, tmp_path: Path
) -> None:
    outside = tmp_path / "ssh"
    outside.mkdir()
    (outside / "config").write_text("Host *\n", encoding="utf-8")
    ours = laptop.root / ".git" / name
    ours.rename(tmp_path / "was")
    ours.symlink_to(outside)
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert [each.name for each in outside.iterdir()] == ["config"]
    assert (outside / "config").read_text(encoding="utf-8") == "Host *\n"


# ------------------------------------------------------------------------ files


@pytest.mark.parametrize(
    "name", [".git", ".GIT", ".git ", ".git.", "git~1", ".g\u200cit", "..", ".git::$INDEX"]
)
def test_a_name_that_leads_out_or_into_git_is_refused(
    name: str, laptop: Device, office: Device
) -> None:
    before = laptop.files, laptop.head
    inner = office.git("rev-parse", "HEAD:contacts").strip()
    entries = b"40000 %b\0%b" % (name.encode(), bytes.fromhex(inner))
    done = subprocess.run(
        ["git", "hash-object", "--literally", "-t", "tree", "-w", "--stdin"],
        cwd=office.root,
        input=entries,
        capture_output=True,
        check=True,
    )
    tree = done.stdout.decode().strip()
    commit = office.git("commit-tree", "-p", "HEAD", "-m", "x", tree).strip()
    office.git("push", "-q", "origin", f"{commit}:refs/heads/main")
    laptop.yes = True
    with pytest.raises(UnsafePath):
        laptop.sync()
    assert (laptop.files, laptop.head) == before
    assert not (laptop.root / ".git" / "Carla Voigt.md").exists()


def test_a_link_is_never_written_through(laptop: Device, office: Device, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (office.root / "out").symlink_to(outside)
    office.sync()
    laptop.sync()
    assert (laptop.root / "out").is_symlink()
    (office.root / "out").unlink()
    office.write("out/evil.md", "x\n")
    office.sync()
    assert laptop.sync().code == 0
    assert list(outside.iterdir()) == []
    assert laptop.read("out/evil.md") == "x\n"


def test_a_link_that_the_user_put_there_is_never_written_through(
    laptop: Device, office: Device, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    laptop.write(".git/info/exclude", "/new\n")
    (laptop.root / "new").symlink_to(outside)
    office.write("new/x.md", "x\n")
    office.sync()
    laptop.sync()
    assert list(outside.iterdir()) == []


def test_names_that_look_like_options_or_patterns_are_only_names(
    laptop: Device, office: Device, canary: Path
) -> None:
    for name in ("--help", "-n", f"$(touch {canary.name})", "`x`", ";x", "*", "!x", "@{u}", "HEAD"):
        office.write(f"contacts/{name}.md", "x\n")
        office.write(name, "x\n")
    assert office.sync().code == 0
    laptop.append(CARLAS, "y\n")
    assert laptop.sync().code == 0
    assert laptop.files == office.files | laptop.files
    assert laptop.read("--help") == "x\n"
    assert not list(laptop.root.rglob(canary.name))


def test_what_we_write_is_for_the_owner_only(laptop: Device) -> None:
    for name in ("lock", "common/config", "common/settings.json"):
        file = laptop.root / ".git" / "notesync" / name
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0


def test_a_password_in_an_address_is_not_shown(laptop: Device) -> None:
    laptop.git("remote", "set-url", "origin", "https://petra:secret@notesync.invalid/x.git")
    outcome = laptop.sync()
    assert outcome.trouble is not None
    assert "secret" not in outcome.trouble.said
    assert "notesync.invalid" in outcome.trouble.said


def test_there_is_no_terminal_to_ask_at(laptop: Device, home: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    own = tmp_path / "ssh"
    own.write_text(
        f"#!/bin/sh\n(: < /dev/tty) 2>/dev/null && echo tty >> {seen}\n"
        f"echo $GIT_TERMINAL_PROMPT$SSH_ASKPASS_REQUIRE >> {seen}\n",
        encoding="utf-8",
    )
    own.chmod(0o755)
    with (home / ".gitconfig").open("a", encoding="utf-8") as config:
        config.write(f"[core]\n\tsshCommand = {own}\n")
    laptop.git("remote", "set-url", "origin", "git@notesync.invalid:x.git")
    assert laptop.sync().code == 6
    assert "tty" not in seen.read_text(encoding="utf-8")
    assert seen.read_text(encoding="utf-8").endswith("0never\n")


def test_the_users_signature_is_honoured(laptop: Device, home: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    with (home / ".gitconfig").open("a", encoding="utf-8") as config:
        config.write("[gpg]\n\tformat = ssh\n[commit]\n\tgpgSign = true\n")
        config.write(f"[user]\n\tsigningKey = {key}\n")
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert "-----BEGIN SSH SIGNATURE-----" in laptop.git("cat-file", "commit", "HEAD")


def test_the_vaults_config_is_left_as_it_is(laptop: Device, office: Device) -> None:
    config = laptop.root / ".git" / "config"
    before = config.read_bytes(), config.stat().st_mtime_ns
    exercise(laptop, office)
    assert (config.read_bytes(), config.stat().st_mtime_ns) == before
    assert CARLA in laptop.read(CARLAS)
