"""Turn what a remote says when it refuses or can't be reached into what the user is told.

Nothing here is an error of ours: the edits are committed by then. What git says is in English and
without a code, so what happened is told by the words that git and its helpers have used for years;
where none of them fits, git's own words are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from notesync.words import N_

Kind = Literal[
    "offline", "slow", "auth", "host", "missing", "refused", "busy", "checked-out", "other"
]

# What happened -> what the user is told; `by_hand` is the git command that shows more.
SENTENCES: Mapping[Kind, str] = {
    "offline": N_("{remote} can't be reached. Everything is committed here and is synced later."),
    "slow": N_("{remote} took too long. Everything is committed here and is synced later."),
    "auth": N_(
        "{remote} wants to know who you are, and notesync does not ask in the background. "
        "Sign in by hand once: {by_hand}"
    ),
    "host": N_("The computer behind {remote} is not known yet. Meet it by hand once: {by_hand}"),
    "missing": N_("There is no repository at {remote}. Look at: git remote -v"),
    "refused": N_("{remote} did not take the commits: {said}"),
    "busy": N_("Other devices were faster every time. Everything is committed here; try again."),
    "checked-out": N_(
        "{remote} has its branch checked out and takes nothing. Make it a bare repository: "
        "git config core.bare true"
    ),
    "other": N_("{remote}: {said} To see more, run: {by_hand}"),
}

# What git or its helpers say -> what happened. The first that fits counts.
_SIGNS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("host", ("Host key verification failed", "authenticity of host")),
    (
        "auth",
        (
            *("Authentication failed", "could not read Username", "could not read Password"),
            *("terminal prompts disabled", "Permission denied", "Invalid username or password"),
            *("returned error: 401", "returned error: 403", "ccess denied"),
        ),
    ),
    ("checked-out", ("branch is currently checked out", "refusing to update checked out branch")),
    (
        "offline",
        (
            *("Could not resolve", "Couldn't resolve", "Temporary failure in name resolution"),
            *("Name or service not known", "No address associated", "Network is unreachable"),
            *("Connection timed out", "Connection refused", "Connection reset", "timed out"),
            *("Connection closed", "No route to host", "Failed to connect", "Couldn't connect"),
            *("unable to connect", "early EOF", "unexpected disconnect", "SSL_ERROR_SYSCALL"),
            *("GnuTLS recv error", "returned error: 5", "remote end hung up unexpectedly"),
        ),
    ),
    ("missing", ("not found", "not appear to be a git repository", "returned error: 404")),
)


class Trouble(NamedTuple):
    """Why the remote is not as the vault is now.

    Attributes:
        kind: What happened, a key of `SENTENCES`.
        remote: The remote's name.
        said: What git said.
        by_hand: The git command that shows more.
    """

    kind: Kind
    remote: str
    said: str = ""
    by_hand: str = ""

    @property
    def sentence(self) -> str:
        """What the user is told, with its slots unfilled."""
        return SENTENCES[self.kind]

    @property
    def values(self) -> dict[str, str]:
        """What fills the sentence's slots."""
        return {"remote": self.remote, "said": self.said, "by_hand": self.by_hand}


def kind_of(said: str) -> Kind:
    """What happened, by what git said."""
    found = (kind for kind, signs in _SIGNS if any(sign in said for sign in signs))
    return next(found, "other")
