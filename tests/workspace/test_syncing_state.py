"""How the last sync went, as the foot of status and page tells it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from notesync.workspace.syncing_state import LastSync, foot, last_sync, remember

AT = int(datetime(2026, 5, 12, 18, 2).astimezone().timestamp())
TODAY = date(2026, 5, 12)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    (tmp_path / "notesync.toml").write_text("", encoding="utf-8")
    return Vault.open(tmp_path)


@pytest.mark.parametrize(
    ("last", "today", "said"),
    [
        (None, TODAY, "Only on this device."),
        (LastSync("local", AT), TODAY, "Only on this device."),
        (LastSync("synced", AT, AT), TODAY, "Synced 18:02."),
        (LastSync("synced", AT, AT), date(2026, 5, 14), "Synced on Tue 12 May."),
        (LastSync("waiting", AT, AT), TODAY, "Synced 18:02; what came after waits here."),
        (LastSync("waiting", AT), TODAY, "Committed here, not synced yet."),
        (
            LastSync("stopped", AT, AT),
            date(2027, 1, 1),
            "Synced on Tue 12 May 2026. To see why not since, run: notesync sync",
        ),
        (LastSync("stopped", AT), TODAY, "Not synced yet. To see why, run: notesync sync"),
    ],
)
def test_the_foot_says_how_old_the_last_sync_is(
    last: LastSync | None, today: date, said: str
) -> None:
    assert foot(last, ENGLISH, today) == said


def test_the_last_good_sync_is_remembered_beyond_those_that_wait(vault: Vault) -> None:
    assert last_sync(vault) is None
    remember(str(vault.root), "synced", AT)
    remember(str(vault.root), "waiting", AT + 60, "offline")
    assert last_sync(vault) == LastSync("waiting", AT + 60, AT, "offline")
    remember(str(vault.root), "synced", AT + 120)
    assert last_sync(vault) == LastSync("synced", AT + 120, AT + 120)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"result": "odd"}', '{"result": "synced"}'])
def test_a_damaged_memory_is_none(vault: Vault, text: str) -> None:
    (vault.state_dir() / "sync.json").write_text(text, encoding="utf-8")
    assert last_sync(vault) is None
