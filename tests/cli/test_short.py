"""The short way to status and sync is taken only where click would read the line the same way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.cli.main import Doors
from notesync.cli.main import notesync as group
from notesync.cli.options import Session, session_of
from notesync.cli.short import read

WORDS = (
    *(
        "status",
        "status",
        "sync",
        "list",
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
    *("--version", "--vault=", "--jso", "-qq", "2026-05-12"),
)


def as_click_reads(line: list[str]) -> tuple[Session | None, str]:
    """The session with which click calls ``status`` or ``sync``; None for anything else."""
    reached: list[tuple[Session, str]] = []

    class Listening(Doors):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            command = super().get_command(ctx, cmd_name)
            if command is None or cmd_name not in {"status", "sync"}:
                return command

            @click.pass_context
            def listen(ctx: click.Context, /, **_: object) -> None:
                reached.append((session_of(ctx), cmd_name))

            return type(command)(cmd_name, callback=listen, params=command.params)

    listening = Listening("notesync", params=group.params, invoke_without_command=True)
    try:
        with listening.make_context("notesync", list(line), obj=Session()) as ctx:
            listening.invoke(ctx)
    except (click.exceptions.Exit, click.UsageError, click.Abort):
        return None, ""
    return reached[0] if reached else (None, "")


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_whatever_is_read_without_click_is_read_the_same_by_click(line: list[str]) -> None:
    found, command = read(line)
    if found is not None:
        meant, called = as_click_reads(line)
        assert meant
        assert command == called
        assert vars(found) == vars(meant)


@pytest.mark.parametrize(
    ("line", "command", "said"),
    [
        ("status", "status", {}),
        ("sync --no-input", "sync", {"no_input": True}),
        ("--vault x status --json", "status", {"vault": "x", "json": True}),
        ("--today=2026-05-12 --lang de status", "status", {"today": "2026-05-12", "lang": "de"}),
        ("--vault x status --vault y", "status", {"vault": "y"}),
    ],
)
def test_a_line_that_asks_for_one_of_them_is_read(
    line: str, command: str, said: dict[str, object]
) -> None:
    found, named = read(line.split())
    assert found
    assert named == command
    assert vars(found) == {"vault": None, "lang": None} | said


@pytest.mark.parametrize(
    "line",
    ["", "list", "status status", "status --help", "status x", "status --lang fr", "status -- ",
     "status --vault", "--vault --json status", "status --json=1", "sync --yes", "status sync"],
)  # fmt: skip
def test_any_other_line_is_left_to_click(line: str) -> None:
    assert read(line.split()) == (None, "")


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


def test_what_goes_wrong_is_explained_as_ever(tmp_path: Path) -> None:
    short = run("--vault", tmp_path, "status")
    assert "notesync init" in short.stderr
    assert (short.stdout, short.returncode) == ("", 5)


def test_a_day_that_is_none_is_explained_as_ever() -> None:
    short = run("status", "--today", "tomorrow")
    assert short.stderr == '"tomorrow" is not a day. Write --today as YYYY-MM-DD.\n'
    assert short.returncode == 2
