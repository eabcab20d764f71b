"""What git and its helpers say, in the words of their sources, to what happened."""

from __future__ import annotations

import pytest

from notesync.sync.trouble import SENTENCES, Kind, Trouble, kind_of

SAID: tuple[tuple[Kind, str], ...] = (
    ("offline", "fatal: unable to access 'https://x/': Could not resolve host: x"),
    ("offline", "ssh: Could not resolve hostname x: Temporary failure in name resolution"),
    ("offline", "ssh: connect to host x port 22: Connection timed out"),
    ("offline", "ssh: connect to host x port 22: No route to host"),
    ("offline", "fatal: unable to access 'https://x/': Failed to connect to x port 443"),
    ("offline", "error: RPC failed; curl 56 GnuTLS recv error (-54)"),
    ("offline", "fatal: unable to access 'https://x/': The requested URL returned error: 503"),
    ("offline", "fatal: unable to connect to x: x: Name or service not known"),
    ("offline", "fetch-pack: unexpected disconnect while reading sideband packet"),
    ("auth", "fatal: Authentication failed for 'https://x/y.git/'"),
    ("auth", "fatal: could not read Username for 'https://x': terminal prompts disabled"),
    ("auth", "git@x: Permission denied (publickey). fatal: Could not read from remote repository."),
    ("auth", "fatal: unable to access 'https://x/': The requested URL returned error: 403"),
    ("host", "Host key verification failed. fatal: Could not read from remote repository."),
    ("missing", "remote: Repository not found. fatal: repository 'https://x/' not found"),
    ("missing", "fatal: '/media/stick/x.git' does not appear to be a git repository"),
    ("other", "fatal: something that nobody has seen before"),
)


@pytest.mark.parametrize(("kind", "said"), SAID)
def test_what_git_says_is_understood(kind: Kind, said: str) -> None:
    assert kind_of(said) == kind


def test_everything_that_can_happen_has_its_sentence() -> None:
    for kind, sentence in SENTENCES.items():
        trouble = Trouble(kind, "origin", "said", "git fetch origin")
        assert trouble.sentence == sentence
        assert sentence.format(**trouble.values)
