"""Push to the remote; what it refuses then becomes a `Trouble`, told and tried later."""

from __future__ import annotations

import os
import re
import time

from notesync.sync.checkout import Checkout
from notesync.sync.errors import TimedOut
from notesync.sync.git import NETWORK, Done
from notesync.sync.remote import Remote
from notesync.sync.repository import HEADS
from notesync.sync.trouble import Kind, Trouble, kind_of

TRIES = 5  # pushes, each after another fetch and merge
# Why a push was not taken, when it was because of another one.
_FASTER = re.compile(r"\[rejected\]|cannot lock ref|failed to update ref|incorrect old value|stale")


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
