"""Push to the remote; what it refuses then or to a fetch becomes a `Trouble`, told and tried later.

Nothing here is an error of ours: the edits are committed by then. What git says is in English and
without a code, so what happened is told by the words that git and its helpers have used for years;
where none of them fits, git's own words are shown.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from typing import Literal, NamedTuple

from notesync.sync.checkout import Checkout
from notesync.sync.errors import TimedOut
from notesync.sync.git import NETWORK, Done
from notesync.sync.remotes import Remote
from notesync.sync.repository import HEADS
from notesync.words import N_

TRIES = 5  # pushes, each after another fetch and merge

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
# Why a push was not taken, when it was because of another one.
_FASTER = re.compile(r"\[rejected\]|cannot lock ref|failed to update ref|incorrect old value|stale")


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


def push(checkout: Checkout, remote: Remote, commit: str, branch: str) -> Trouble | None:
    """Let the remote's branch be at this commit, if that follows on what is there.

    Returns:
        None when it was taken; ``busy`` when another device was faster.
    """
    running = checkout.git.start(
        *("push", "--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no"),
        *("--end-of-options", remote.name, f"{commit}:{branch}"),
        also=ssh(checkout, remote),
        limit=NETWORK,
    )
    by_hand = f"git push {remote.name} {branch.removeprefix(HEADS)}"
    try:
        done = running.result()
    except TimedOut:
        return Trouble("slow", remote.name, by_hand=by_hand)
    if done.code == 0:
        return None
    kind = _refusal(done)
    return Trouble(kind, remote.name, _told(done), by_hand)


def _refusal(done: Done) -> Kind:
    """Why a push was not taken. Its lines for scripts say it in so many words."""
    lines = done.out.decode(errors="replace").splitlines()
    line = next((each for each in lines if each.startswith("!")), "")
    if _FASTER.search(line):
        return "busy"
    if "checked out" in line or "checked out" in done.said:
        return "checked-out"
    if "[remote rejected]" in line:
        return "refused"
    return kind_of(done.said)


def _told(done: Done) -> str:
    """What the remote said, without what git adds for people who push by hand."""
    lines = re.split(r"(?=\bremote: )", done.said.partition("error: failed to push")[0])
    remote = " ".join(line.removeprefix("remote: ").strip() for line in lines if "remote: " in line)
    rejected = re.search(r"\[remote rejected\] \((.*?)\)", done.out.decode(errors="replace"))
    return remote or (rejected[1] if rejected else done.said)


def kind_of(said: str) -> Kind:
    """What happened, by what git said."""
    found = (kind for kind, signs in _SIGNS if any(sign in said for sign in signs))
    return next(found, "other")


def wait(attempt: int) -> None:
    """Let others go first: longer each time, and never for just as long as they wait."""
    time.sleep((0.05 + 0.15 * os.urandom(1)[0] / 255) * 2**attempt)


def ssh(checkout: Checkout, remote: Remote) -> dict[str, str]:
    """What keeps ssh from asking: the user's own command for it, told to be silent."""
    if remote.local:
        return {}
    command = checkout.configured.get("core.sshcommand") or "ssh"
    program = re.split(r"[\\/]", command.split(" ")[0].strip("\"'"))[-1].lower()
    if program.removesuffix(".exe") in {"plink", "tortoiseplink"}:
        return {"GIT_SSH_COMMAND": f"{command} -batch"}
    return {"GIT_SSH_COMMAND": f"{command} -o BatchMode=yes -o ConnectTimeout=20"}
