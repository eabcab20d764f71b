"""While `notesync watch` runs, commands are as right as without it, and walk over no folder."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notesync.index.store import Store
from notesync.watch.asking import SOCKET, vouched
from tests.cli.running import eventually, notesync, running
from tests.watch.following import make_vault
from tests.watch.vouching import CHANGES, attempt, from_nothing, write

if sys.platform != "linux":
    pytest.skip("inotify is Linux's", allow_module_level=True)

BEN = "---\ntype: contact\n---\n\nKnows everything about Glockenblumen.\n"

# A command, and how many folders were listed for it by their descriptors, as a look does it.
COUNTED = """
import os, sys
seen = []
def hook(event, arguments):
    if event == "os.scandir" and isinstance(arguments[0], int):
        seen.append(arguments[0])
sys.addaudithook(hook)
from notesync.cli.main import run
code = run(sys.argv[1:])
print(len(seen), file=sys.stderr)
sys.exit(code)
"""


def walked(root: Path, *command: str) -> tuple[str, int]:
    """What a command prints, and how many folders it looked through."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, "--vault", root, "--lang", "en", "--quiet", *command],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, int(done.stderr.splitlines()[-1])


def trusted(root: Path) -> bool:
    """Whether a command that begins now would take the index as it is."""
    state = root / ".notesync"
    if not (state / SOCKET).exists():
        return False
    with Store(state) as store:
        return vouched(str(root), str(state), int(store.meta("writes") or 0))


@pytest.mark.parametrize("command", [["watch"], ["serve", "--port", "0"]], ids=lambda c: c[0])
def test_while_a_vault_is_watched_no_command_walks_over_it(
    command: list[str], tmp_path: Path
) -> None:
    root = make_vault(tmp_path / "vault").root
    with running("--vault", root, *command, errors=tmp_path / "err") as watch:
        eventually(lambda: trusted(root), wanted=True)
        assert walked(root, "list", "--plain")[0].split("\t")[1] == "Anna"
        (root / "contacts" / "Ben.md").write_text(BEN, encoding="utf-8")
        at_once, folders = walked(root, "search", "Glockenblumen")
        assert "Ben" in at_once
        eventually(lambda: trusted(root), wanted=True)
        assert walked(root, "search", "Glockenblumen") == (at_once, 0)
        assert walked(root, "status", "--json")[1] == 0
        assert watch.end() == 0
    found, folders = walked(root, "search", "Glockenblumen")
    assert found == at_once
    assert folders > 0
    assert not (root / ".notesync" / SOCKET).exists()


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGKILL])
def test_without_an_answer_a_command_looks_for_itself(number: int, tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    with running("--vault", root, "watch", errors=tmp_path / "err") as watch:
        eventually(lambda: trusted(root), wanted=True)
        watch.process.send_signal(number)
        (root / "contacts" / "Ben.md").write_text(BEN, encoding="utf-8")
        found, folders = walked(root, "search", "Glockenblumen")
        assert "Ben" in found
        assert folders > 0
        watch.process.send_signal(signal.SIGCONT)
        if number == signal.SIGSTOP:
            eventually(lambda: trusted(root), wanted=True)
            assert walked(root, "search", "Glockenblumen") == (found, 0)


def test_a_watcher_that_polls_vouches_for_nothing(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    with running("--vault", root, "watch", "--poll", errors=tmp_path / "err") as watch:
        eventually((root / "dashboard.html").exists, wanted=True)
        assert not (root / ".notesync" / SOCKET).exists()
        assert watch.end() == 0


def test_what_notesync_toml_says_now_counts(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    write(root / "drafts" / "Ben.md")
    with running("--vault", root, "watch", errors=tmp_path / "err") as watch:
        eventually(lambda: trusted(root), wanted=True)
        for text in ('lang = "en"\nignore = ["drafts/"]\n', 'lang = "en"\n'):
            (root / "notesync.toml").write_text(text, encoding="utf-8")
            found = notesync("--vault", root, "list", "--plain").out
            assert ("Ben" in found) == ("drafts" not in text)
            eventually(lambda: trusted(root), wanted=True)
            assert notesync("--vault", root, "list", "--plain").out == found
        (root / "notesync.toml").write_text("[folders]\ncontact = 'drafts'\n", encoding="utf-8")
        assert "Ben" in notesync("--vault", root, "list", "contact", "--plain").out
        eventually(lambda: trusted(root), wanted=True)
        assert "Ben" in notesync("--vault", root, "list", "contact", "--plain").out
        assert watch.end() == 0


def test_a_note_whose_name_is_decomposed_is_found_and_written(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    odd = root / "contacts" / "Jo\u0308rg.md"
    odd.write_text(BEN, encoding="utf-8")
    with running("--vault", root, "watch", errors=tmp_path / "err") as watch:
        eventually(lambda: trusted(root), wanted=True)
        assert notesync("--vault", root, "show", "J\u00f6rg").code == 0
        assert notesync("--vault", root, "log", "J\u00f6rg", "agreed").code == 0
        assert "agreed" in odd.read_text(encoding="utf-8")
        assert len(list(odd.parent.iterdir())) == 2
        assert watch.end() == 0


def test_a_checkout_of_many_files_is_all_there_at_once(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    with running("--vault", root, "watch", errors=tmp_path / "err") as watch:
        eventually(lambda: trusted(root), wanted=True)
        for number in range(3000):
            (root / "contacts" / f"P{number}.md").write_text(BEN, encoding="utf-8")
        assert notesync("--vault", root, "list", "--plain").out.count("\n") == 3001
        eventually(lambda: trusted(root), wanted=True)
        assert notesync("--vault", root, "list", "--plain").out.count("\n") == 3001
        assert watch.end() == 0


def stress(root: Path, errors: Path, seed: int, steps: int) -> None:
    """Change and ask, at once or after a moment; what is trusted must be right."""
    chance = random.Random(seed)
    places = ["contacts/Anna.md", "contacts/Ben.MD", "people/Carla.md", "talks/Dora.md"]
    with running("--vault", root, "watch", errors=errors) as watch:
        eventually(lambda: trusted(root), wanted=True)
        for _ in range(steps):
            for _ in range(chance.randrange(3)):
                attempt(chance.choice(CHANGES), root / chance.choice(places))
            time.sleep(chance.choice((0, 0, 0.01, 0.1, 0.12, 0.15, 0.3)))
            if trusted(root):
                with Store(root / ".notesync") as store:
                    assert store.content() == from_nothing(root)
        for path in root.rglob("*"):  # where a file has another name nobody vouches
            if path.is_symlink() or (path.is_file() and path.stat().st_nlink > 1):
                path.unlink()
        eventually(lambda: trusted(root), wanted=True)
        assert watch.end() == 0


def test_whatever_happens_what_is_trusted_is_right(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    write(root / "talks" / "Dora.md")
    stress(root, tmp_path / "err", seed=6, steps=60)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_whatever_happens_for_long_what_is_trusted_is_right(seed: int, tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault").root
    stress(root, tmp_path / "err", seed=seed, steps=600)
