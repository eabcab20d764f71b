"""The short way is taken only where click would read the line the same way."""

from __future__ import annotations

import os
import subprocess
import sys
from inspect import signature
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.cli.listing import print_list
from notesync.cli.main import Doors
from notesync.cli.main import notesync as group
from notesync.cli.options import Session, session_of
from notesync.cli.searching import LIMIT
from notesync.cli.short import read

WORDS = (
    *(
        "status",
        "status",
        "sync",
        "list",
        "list",
        "search",
        "search",
        "contacts",
        "--vault",
        "--vault=x",
        "--today",
        "--today=2026-05-12",
        "x",
        "",
    ),
    *("--lang", "--lang=de", "--lang=fr", "de", "--json", "--json=1", "--plain", "-q", "--quiet"),
    *(
        "--no-input",
        "--dry-run",
        "--color",
        "--color=never",
        "always",
        "--help",
        "--all",
        "--",
        "-",
    ),
    *("--version", "--vault=", "--jso", "-qq", "2026-05-12", "a=b", "--limit", "3", "--where=a=b"),
)
# What click tells a short command beside the words that were typed, where nothing else was.
UNSAID: dict[str, dict[str, object]] = {
    "status": {},
    "sync": {"yes": False},
    "list": {
        **dict.fromkeys(("person", "folder", "org", "city", "since", "until", "sort"), ""),
        "tags": (),
        "where": (),
        "limit": None,
    },
    "search": {"where": (), "limit": LIMIT},
}
Line = tuple[Session, str, tuple[str, ...]]


def as_click_reads(line: list[str]) -> Line | None:
    """Session, command and words with which click calls a command; None for anything else."""
    reached: list[Line] = []

    class Listening(Doors):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            command = super().get_command(ctx, cmd_name)
            if command is None or cmd_name not in UNSAID:
                return command

            @click.pass_context
            def listen(ctx: click.Context, /, **told: object) -> None:
                kind, text = told.pop("kind", None), told.pop("text", ())
                assert isinstance(text, tuple)
                if told == UNSAID[cmd_name]:
                    words = text if kind is None else (str(kind),)
                    reached.append((session_of(ctx), cmd_name, words))

            return type(command)(cmd_name, callback=listen, params=command.params)

    listening = Listening("notesync", params=group.params, invoke_without_command=True)
    try:
        with listening.make_context("notesync", list(line), obj=Session()) as ctx:
            listening.invoke(ctx)
    except (click.exceptions.Exit, click.UsageError, click.Abort):
        return None
    return reached[0] if reached else None


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_whatever_is_read_without_click_is_read_the_same_by_click(line: list[str]) -> None:
    if found := read(line):
        meant = as_click_reads(line)
        assert meant
        assert found[1] == meant[1]
        assert (found[2] or default(found[1])) == meant[2]
        assert vars(found[0]) == vars(meant[0])


def default(command: str) -> tuple[str, ...]:
    """What stands for words that weren't typed."""
    usual = signature(print_list).parameters["kind"].default
    return (usual,) if command == "list" else ()


@pytest.mark.parametrize(
    ("line", "command", "words", "said"),
    [
        ("status", "status", "", {}),
        ("sync --no-input", "sync", "", {"no_input": True}),
        ("--vault x status --json", "status", "", {"vault": "x", "json": True}),
        (
            "--today=2026-05-12 --lang de status",
            "status",
            "",
            {"today": "2026-05-12", "lang": "de"},
        ),
        ("--vault x status --vault y", "status", "", {"vault": "y"}),
        ("list", "list", "", {}),
        ("--vault x list --plain questions", "list", "questions", {"vault": "x", "plain": True}),
        ("search Hafen --json list", "search", "Hafen list", {"json": True}),
    ],
)
def test_a_line_that_asks_for_one_of_them_is_read(
    line: str, command: str, words: str, said: dict[str, object]
) -> None:
    found = read(line.split())
    assert found
    assert found[1:] == (command, tuple(words.split()))
    assert vars(found[0]) == {"vault": None, "lang": None} | said


@pytest.mark.parametrize(
    "line",
    ["", "show", "status status", "status --help", "status x", "status --lang fr", "status -- ",
     "status --vault", "--vault --json status", "status --json=1", "sync --yes", "status sync",
     "search", "search --limit 3 Hafen", "search -x", "list contacts questions", "list --tag=a",
     "list -"],
)  # fmt: skip
def test_any_other_line_is_left_to_click(line: str) -> None:
    assert read(line.split()) is None


def test_an_empty_word_is_left_to_click() -> None:
    assert read(["search", ""]) is None


def run(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "notesync", *args],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NOTESYNC_LANG": "en", **environment},
    )


def test_the_status_is_the_same_either_way(tmp_path: Path) -> None:
    run("init", "--demo", "--yes", tmp_path / "petra")
    short = run("--vault", tmp_path / "petra", "status")
    long = run("--vault", tmp_path / "petra")  # without a command: click's way
    assert short.stdout.startswith("Friday, 29 May 2026")
    assert (short.stdout, short.stderr, short.returncode) == (long.stdout, long.stderr, 0)


@pytest.mark.parametrize(
    "line",
    ["list", "list gespräche --plain", "list questions --json", "search Energie --color=always",
     "search Jonas Kessler --plain", "search energy --json", "search xyzzy", "search !", "list x",
     "list opportunities"],
)  # fmt: skip
def test_a_list_and_a_search_are_the_same_either_way(line: str, petra: Path) -> None:
    short = run("--vault", petra, *line.split())
    command, *rest = line.split()
    usual = "--limit=20" if command == "search" else "--in="  # says nothing new, but to click
    long = run("--vault", petra, command, usual, *rest)
    assert read(line.split())
    assert short.stdout + short.stderr
    assert (short.stdout, short.stderr) == (long.stdout, long.stderr)
    assert short.returncode == long.returncode


def test_a_search_for_no_word_opens_no_vault(tmp_path: Path) -> None:
    """Which could have something to say, and would say it twice."""
    found = run("--vault", tmp_path, "search", "...")
    assert "no word" in found.stderr
    assert found.returncode == 2


def test_what_goes_wrong_is_explained_as_ever(tmp_path: Path) -> None:
    short = run("--vault", tmp_path, "status")
    assert "notesync init" in short.stderr
    assert (short.stdout, short.returncode) == ("", 5)


def test_a_day_that_is_none_is_explained_as_ever() -> None:
    short = run("status", "--today", "tomorrow")
    assert short.stderr == '"tomorrow" is not a day. Write --today as YYYY-MM-DD.\n'
    assert short.returncode == 2
