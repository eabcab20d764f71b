"""A vault to try things on, and the index that has no past."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault

Content = dict[str, list[tuple[Any, ...]]]


def a_vault(folder: Path, **notes: str) -> Vault:
    (folder / "notesync.toml").touch()
    for name, text in notes.items():
        write(folder, f"contacts/{name}.md", text)
    return Vault.open(folder)


def write(folder: Path, path: str, text: str | bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def from_nothing(vault: Vault) -> Content:
    """What an index says that has no past."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        refresh(vault, store)
        return store.content()
