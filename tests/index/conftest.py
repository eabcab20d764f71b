"""An index that has seen a vault; each module says what its vault holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault


@pytest.fixture
def store(vault: Vault) -> Iterator[Store]:
    with Store(vault.state_dir()) as store:
        refresh(vault, store)
        yield store
