"""The course of one sync: rounds of committing, merging, pushing and moving, until all is one."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from notesync.merge.conflict import Conflict
from notesync.sync import consent, local, locks, moving, recording
from notesync.sync.actions import (
    Action,
    Commit,
    LeaveOut,
    Record,
    Send,
    SetAside,
    Take,
    Warn,
    What,
)
from notesync.sync.checkout import Checkout
from notesync.sync.commits import BranchMoved, authored, bases_of, move_branch, write_commit
from notesync.sync.consent import Consent, Question
from notesync.sync.errors import InTheWay, NeverSettles
from notesync.sync.fetching import Fetching
from notesync.sync.files import Change, Saved
from notesync.sync.local import Edits
from notesync.sync.locks import IndexMoved, PrivateIndex
from notesync.sync.messages import counted
from notesync.sync.outcome import Outcome
from notesync.sync.pushing import TRIES, push, wait
from notesync.sync.status import Looking
from notesync.sync.trouble import Trouble
from notesync.vault.finding import FILE
from notesync.words import N_

ROUNDS = 8  # of committing and merging, while the user goes on saving
LONG = 1.0  # seconds after which it is worth while to look at the files once more
AHEAD = 24 * 3600  # seconds by which another device's clock may be ahead without a word

# Keys that have a part in how a remote is reached.
REACHING = ("core.sshcommand", "credential.", "http.", "ssh.", "url.")

UNUSED = N_(
    "The vault's own .git/config sets {keys}, which notesync does not use, since a vault may come "
    "from anywhere. Set what is yours with: git config --global"
)
MERGED = N_("From other devices: {what}")
CLOCK = N_("A commit of another device is dated in the future. Is its clock right?")


class Course:
    """The course of one sync: rounds, until vault and remote are one.

    Args:
        checkout: The repository.
        fetching: The fetch that is under way; None without a remote.
        agree: Asked before what can't be meant by everybody.
        dry_run: Find out, and change nothing.
    """

    def __init__(
        self, checkout: Checkout, fetching: Fetching | None, agree: Consent, *, dry_run: bool
    ) -> None:
        self.checkout = checkout
        self.fetching = fetching
        self.agree = agree
        self.dry_run = dry_run
        self.actions: list[Action] = []
        self.conflicts: list[Conflict] = []
        self.stubborn: Counter[str] = Counter()
        self.theirs = ""  # the remote's commit, when we have put it there ourselves
        self.races = 0
        self.index: PrivateIndex | None = None  # with the merge in it, until the files are moved

    def run(self, seen: bytes) -> Outcome:
        """Go on until vault and remote are one, or can't be.

        Args:
            seen: What the first look at the files has found.

        Raises:
            NeverSettles: Files were saved again and again.
            NotesyncError: Something else is in the way.
        """
        try:
            for _ in range(ROUNDS):
                try:
                    outcome = self.round(seen)
                except Saved as saved:
                    self.insist(saved.path)
                except (BranchMoved, IndexMoved):
                    wait(0)
                else:
                    if outcome is not None:
                        return outcome
                self._drop_index()
                seen = Looking(self.checkout.git).result()
        finally:
            self._drop_index()
        raise NeverSettles

    def _drop_index(self) -> None:
        if self.index is not None:
            self.index.drop()
            self.index = None

    def round(self, seen: bytes) -> Outcome | None:
        """Commit, fetch, merge, push, move; None when the user has saved something meanwhile."""
        looked = time.monotonic()
        edits = local.read(self.checkout, seen)
        for path in edits.paths:  # it is taken up, so it is in nobody's way
            self.stubborn.pop(path, None)
        ours = self._commit(edits)
        if self.fetching is None:
            return self._end(None)
        theirs = self.theirs or self._fetch(ours)
        if isinstance(theirs, Trouble):
            return self._end(theirs)
        target = self._with_others(self._join(ours, theirs))
        changes = moving.changes_of(self.checkout, ours, target) if ours != target else ()
        self._ask_for_deletions(ours, changes)
        if target != theirs:
            trouble = self._push(target)
            if trouble is not None:
                return self._later(trouble)
        if target == ours or self.dry_run:
            self._take(changes)
            late = time.monotonic() - looked > LONG and not self.dry_run
            return None if late and local.look(self.checkout).files else self._end(None)
        self.theirs = target
        return self._move(ours, target, edits)

    def insist(self, path: str) -> None:
        """A file holds what is not committed: look again, but not for ever."""
        self.stubborn[path] += 1
        time.sleep(0.02 * self.stubborn[path])

    def _end(self, trouble: Trouble | None) -> Outcome:
        remote = self.fetching.remote.name if self.fetching else ""
        unused = self.checkout.settings.passed_over
        keys = ", ".join(key for key in unused if key.startswith(REACHING))
        if trouble is not None and keys:
            self._told(Warn(UNUSED, {"keys": keys}))
        return Outcome(tuple(self.actions), remote, trouble, tuple(self.conflicts))

    def _told(self, action: Action) -> None:
        if action not in self.actions:
            self.actions.append(action)

    def _question(self, question: Question | None, *, committed: bool) -> None:
        if question is not None and not self.dry_run:
            consent.ask(self.checkout, self.agree, question, committed=committed)

    # ------------------------------------------------------------------------ committing

    def _commit(self, edits: Edits) -> str:
        """Commit what was edited; gives the commit that stands for this device now."""
        for each in edits.left_out:
            self._told(LeaveOut(each.path, each.why))
        if not edits.files:
            return edits.head
        notes = [each for each in edits.files if consent.is_note(each.path)]
        gone = sum(each.gone for each in notes)
        new = sum(each.head is None and not each.gone for each in notes)
        if edits.head:
            first = consent.first(self.checkout, edits.head, edits.paths)
            self._question(first, committed=False)
            if first is not None and not self.dry_run:
                consent.agreed(self.checkout)
            many = consent.gone_here(self.checkout, edits.head, gone, new)
            self._question(many, committed=False)
        commit, index = recording.commit_edits(self.checkout, edits)
        try:
            checkout = self.checkout
            if commit == edits.head:
                if any(each.staged for each in edits.files) and not self.dry_run:
                    locks.install(checkout.place, index)
                return commit
            said = counted(checkout.root, edits.paths, checkout.vault.config.kinds, checkout.words)
            self._told(Commit(said, edits.paths))
            if not self.dry_run:
                locks.install(checkout.place, index)
                move_branch(checkout, commit, edits.head, said)
        finally:
            index.drop()
        return commit

    # ------------------------------------------------------------------------ merging

    def _fetch(self, ours: str) -> str | Trouble:
        """The remote's commit; "" when it has none."""
        assert self.fetching is not None
        found = self.fetching.result()
        if found == "" and self.fetching.was_there:
            values: dict[str, object] = {
                "remote": self.fetching.remote.name,
                "branch": self.fetching.name,
            }
            self._question(Question(consent.EMPTIED, values), committed=bool(ours))
        return found

    def _with_others(self, target: str) -> str:
        """The same with what devices have put into branches of their own."""
        assert self.fetching is not None
        for commit in self.fetching.more().values():
            target = self._join(target, commit)
        return target

    def _join(self, ours: str, theirs: str) -> str:
        """The commit that holds what both sides did."""
        if not theirs or ours == theirs:
            return ours
        if not ours:
            return theirs
        checkout = self.checkout
        if authored(checkout, theirs) > time.time() + AHEAD:
            self._told(Warn(CLOCK))
        from notesync.sync.merging import merge  # only here: most syncs have nothing to merge

        bases = self._bases(ours, theirs)
        if bases == (ours,):
            return theirs
        if bases == (theirs,):
            return ours
        join = merge(checkout, bases, ours, theirs)
        self._drop_index()
        self.index = join.index
        for each in join.conflicts:
            self.conflicts.append(each)
            self._told(Record(each.path, each.field, each.kept, each.other))
        what = counted(checkout.root, join.theirs, checkout.vault.config.kinds, checkout.words)
        said = checkout.words.t(MERGED, what=what)
        return write_commit(checkout, join.tree, [ours, theirs], f"{said}\n")

    def _bases(self, ours: str, theirs: str) -> tuple[str, ...]:
        """The merge bases; a history that was cut off is fetched whole before there are none."""
        checkout, fetching = self.checkout, self.fetching
        assert fetching is not None
        bases = bases_of(checkout, ours, theirs)
        if not bases and fetching.shallow and fetching.whole() == theirs:
            bases = bases_of(checkout, ours, theirs)
        if not bases and not checkout.objects.name(f"{theirs}:{FILE}"):
            values: dict[str, object] = {"remote": fetching.remote.name}
            self._question(Question(consent.STRANGER, values), committed=True)
        return bases

    def _ask_for_deletions(self, ours: str, changes: Sequence[Change]) -> None:
        if ours and self.fetching is not None:
            remote = self.fetching.remote.name
            question = consent.gone_there(self.checkout, ours, changes, remote)
            self._question(question, committed=True)

    # ------------------------------------------------------------------------ pushing, moving

    def _push(self, commit: str) -> Trouble | None:
        assert self.fetching is not None
        remote = self.fetching.remote
        if self.dry_run:
            self._told(Send(remote.name))
            return None
        trouble = push(self.checkout, remote, commit, self.fetching.branch)
        if trouble is None:
            self._told(Send(remote.name))
            self.theirs = commit
        return trouble

    def _later(self, trouble: Trouble) -> Outcome | None:
        """After a push that wasn't taken: fetch and merge again, if another device was faster."""
        assert self.fetching is not None
        self.races += trouble.kind == "busy"
        if trouble.kind != "busy" or self.races >= TRIES:
            return self._end(trouble)
        # The candidate is dropped with what it would have recorded.
        self.conflicts.clear()
        self.actions = [each for each in self.actions if not isinstance(each, Record)]
        self.theirs = ""
        wait(self.races)
        self.fetching.again()
        return None

    def _move(self, ours: str, target: str, edits: Edits) -> Outcome | None:
        """Bring the files to the merged commit."""
        aside = {path for path, count in self.stubborn.items() if count > 1}
        for path, count in self.stubborn.items():
            if count > 2 and path not in edits.paths:  # noqa: PLR2004 -- and it will never be
                raise InTheWay(path=path)
        index, self.index = self.index, None
        moved = moving.move(self.checkout, ours, target, aside, index)
        for old, new in moved.aside:
            self._told(SetAside(old, new))
        self._take(moved.changes)
        return None if moved.edits else self._end(None)

    def _take(self, changes: Sequence[Change]) -> None:
        for each in changes:
            what: What = "gone" if each.new is None else "new" if each.old is None else "changed"
            self._told(Take(each.path, what))
