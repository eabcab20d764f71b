"""Print what ``status`` says: for people, as JSON or as rows; or how to start, without a vault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from notesync.cli.echo import echo
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import columns, screen
from notesync.cli.session import Session


def print_status(session: Session) -> None:
    """Print the status of the session's vault and day."""
    from notesync.workspace.answers import status_brief, status_payload

    workspace = session.workspace
    if session.json:
        print_json(status_payload(workspace))
        return
    if session.plain:
        print_plain(_plain(status_payload(workspace)))
        return
    from notesync.cli.digest import digest
    from notesync.vault.captures import something_waits
    from notesync.workspace.syncing_state import foot, last_sync

    terminal = screen(color=session.colored)
    synced = foot(last_sync(workspace.vault), session.words, workspace.today)
    root, inbox = workspace.vault.root, something_waits(workspace.vault)
    terminal.show(
        digest(status_brief(workspace), session.words, terminal, root, synced, inbox=inbox)
    )


def _plain(found: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """Status as rows: what it is, then its values."""
    for step in found["next"]:
        yield "next", step["action"], step["contact"] or "", step["date"] or "", step["text"]
    for meeting in found["ahead"]:
        people = ", ".join(meeting["people"])
        yield "ahead", meeting["date"], meeting["time"], people, meeting["org"], meeting["city"]
    for row in found["waiting"]:
        yield "waiting", row["contact"], row["business_days"], row["next_action"] or ""
    for question in found["questions"]:
        yield "question", question["question"], question["state"], question["voices"]
    for key, value in found.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield "figure", key, value


def status_or_start(session: Session) -> None:
    """Bare ``notesync``: status where there is a vault, else how to start."""
    from notesync.vault.errors import NoVault

    try:
        print_status(session)
    except NoVault:
        words = session.words
        echo(words.t("Ask people for information, not for a job. To begin:"))
        home = words.t("~/network")
        rows = [
            ("notesync init --demo ~/petra", words.t("look at a finished story first")),
            (f"notesync init {home}", words.t("begin your own vault")),
            ("notesync --help", words.t("what else there is")),
        ]
        screen(color=session.colored).show(f"  {line}" for line in columns(rows, 76))
