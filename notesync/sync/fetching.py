"""Fetch the remote's branch, while other things are done, and find out which branch that is.

The branch is the one that the configuration names, else the one of the same name. Where the remote
has no such branch but others, the one that it shows by itself is meant (``master`` here, ``main``
there); that is remembered, so that it is asked for only once.
"""

from __future__ import annotations

import os

from notesync.sync.checkout import Checkout
from notesync.sync.commits import locked
from notesync.sync.errors import BadBranch, GitFailed, TimedOut
from notesync.sync.git import NETWORK, Running, failure
from notesync.sync.pushing import TRIES, ssh, wait
from notesync.sync.remote import Remote
from notesync.sync.repository import HEADS
from notesync.sync.settings import COMMON
from notesync.sync.tracking import REMEMBERED, branch_of, fetch, harmless, ref_of, tells
from notesync.sync.trouble import Kind, Trouble, kind_of

SHALLOW = "shallow"
_NO_BRANCH = "find remote ref"


class Fetching:
    """A fetch that is under way.

    Args:
        checkout: The repository.
        remote: Where from.
        begun: A fetch of the branch that has begun already.

    Raises:
        BadBranch: A branch's name could be taken for an option.
    """

    def __init__(self, checkout: Checkout, remote: Remote, begun: Running | None = None) -> None:
        self.checkout = checkout
        self.remote = remote
        self.branch = branch_of(checkout.place, checkout.head, remote)
        if not harmless(checkout.head, self.branch):
            raise BadBranch(branch=self.name)
        self.was_there = False
        self._hoped = ""
        self._found: str | Trouble | None = None
        self._running = begun or self._start()

    @property
    def name(self) -> str:
        """Short name of the branch there."""
        return self.branch.removeprefix(HEADS)

    @property
    def tracking(self) -> str:
        """The ref that holds what was fetched."""
        return ref_of(self.remote, self.branch)

    @property
    def others(self) -> tuple[str, ...]:
        """Short names of the branches that are merged as well."""
        named = self.checkout.vault.config.sync_branches
        return tuple(name for name in named if name != self.name)

    def more(self) -> dict[str, str]:
        """Those of them that there are, by short name, with their commits; once fetched."""
        found = {
            name: self.checkout.objects.name(f"{ref_of(self.remote, name)}^{{commit}}")
            for name in self.others
        }
        return {name: commit for name, commit in found.items() if commit}

    def again(self, *options: str) -> None:
        """Begin anew, such as with ``--unshallow``."""
        self._found = None
        self._running = self._start(*options)

    @property
    def shallow(self) -> bool:
        """Whether the history was cut off when it was cloned."""
        return os.path.exists(f"{self.checkout.place.common}/{SHALLOW}")

    def whole(self) -> str | Trouble:
        """Fetch the part of the history that was cut off; gives the same as `result`."""
        self.again("--unshallow")
        found = self._fetched()
        # git deletes this file when nothing is cut off any more; in our stand-in that was a link.
        if not os.path.lexists(self.checkout.file(f"{COMMON}/{SHALLOW}")):
            os.unlink(f"{self.checkout.place.common}/{SHALLOW}")
        return found

    def is_at(self, commit: str) -> bool:
        """Whether the remote's branch is at this commit, which is here. Mostly asks no git."""
        self._hoped = commit
        return self.result() == commit

    def result(self) -> str | Trouble:
        """The commit that the remote's branch is at; "" when the remote has no branch at all."""
        if self._found is None:
            self._found = self._asked()
        return self._found

    def _asked(self) -> str | Trouble:
        found = self._fetched()
        if found != "":
            return found
        other = self._shown()
        if isinstance(other, Trouble):
            return other
        if not other:
            self.was_there = bool(self.checkout.objects.name(f"{self.tracking}^{{commit}}"))
            return ""
        self._remember(other)
        self.branch = other
        self.again()
        return self._fetched()

    def _start(self, *options: str) -> Running:
        also = ssh(self.checkout, self.remote)
        return fetch(self.checkout.git, self.remote, self.branch, self.others, options, also)

    def _fetched(self) -> str | Trouble:
        for attempt in range(TRIES):
            try:
                done = self._running.result()
            except TimedOut:
                return self._trouble("slow", "")
            if done.code == 0:
                if self._is_at_hoped():
                    return self._hoped
                return self.checkout.objects.name(f"{self.tracking}^{{commit}}")
            if _NO_BRANCH in done.said:
                return ""
            error = failure("fetch", done)
            if not isinstance(error, GitFailed):
                raise error
            if not locked(error):
                return self._trouble(kind_of(done.said), done.said)
            wait(attempt)
            self.again()
        return self._trouble("busy", "")

    def _is_at_hoped(self) -> bool:
        here = self.checkout
        return bool(self._hoped) and tells(here.place, here.settings, self.tracking, self._hoped)

    def _shown(self) -> str | Trouble:
        """The branch that the remote shows by itself; "" when it is empty."""
        running = self.checkout.git.start(
            *("ls-remote", "--symref", "--end-of-options", self.remote.name, "HEAD", f"{HEADS}*"),
            also=ssh(self.checkout, self.remote),
            limit=NETWORK,
        )
        try:
            done = running.result()
        except TimedOut:
            return self._trouble("slow", "")
        if done.code:
            return self._trouble(kind_of(done.said), done.said)
        heads: dict[str, None] = {}
        shown = ""
        for line in done.out.decode(errors="replace").splitlines():
            value, _, name = line.partition("\t")
            if name == "HEAD" and value.startswith("ref: "):
                shown = value.removeprefix("ref: ")
            elif name.startswith(HEADS) and not name.startswith(f"{HEADS}-"):
                heads[name] = None
        usual = (shown, f"{HEADS}main", f"{HEADS}master", *heads)
        return next((head for head in usual if head in heads), "")

    def _trouble(self, kind: Kind, said: str) -> Trouble:
        return Trouble(kind, self.remote.name, said, f"git fetch {self.remote.name}")

    def _remember(self, branch: str) -> None:
        self.checkout.remove(REMEMBERED)
        with open(self.checkout.file(REMEMBERED), "x", encoding="utf-8") as file:
            file.write(f"{self.checkout.head.branch}\n{self.remote.name}\n{branch}\n")
