"""What a sync asks before it goes on: too much gone, another history, a repository from before.

Each question is a value with its sentence and, where that helps, a list. The door asks, or says no
where nobody can be asked; ``--yes`` says yes to all of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from notesync.sync.checkout import Checkout
from notesync.sync.errors import NotAgreed, NotAgreedYet
from notesync.sync.files import Change
from notesync.sync.trees import paths
from notesync.vault.finding import FILE
from notesync.vault.litter import is_note_name
from notesync.words import N_

MANY = 0.3  # of all notes; more than that are not taken away without asking
FEW = 4  # notes; fewer than that can't be many, unless none is left
LEAST = 2  # notes; who deletes her only one means it
AGREED = "agreed"  # a file of ours: the first commit was agreed to

FIRST = N_("This repository was there before notesync. {count} files would be committed.")
GONE_HERE = N_("{count} of {all} notes are gone on this device.")
GONE_THERE = N_("{count} of {all} notes would be deleted here, since they are gone on {remote}.")
EMPTIED = N_("{remote} no longer has the branch {branch} and would get everything anew.")
STRANGER = N_(
    "{remote} holds other files with a history of their own, and no notesync.toml. They would be "
    "put together with your notes."
)


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be agreed to.

    Attributes:
        sentence: What would be done, with slots.
        values: What fills the slots.
        listed: Files that it is about.
    """

    sentence: str
    values: dict[str, object]
    listed: tuple[str, ...] = ()


Consent = Callable[[Question], bool]


def ask(checkout: Checkout, consent: Consent, question: Question, *, committed: bool) -> None:
    """Go on if the user agrees.

    Raises:
        NotAgreed, NotAgreedYet: She doesn't, or nobody could be asked.
    """
    if not consent(question):
        said = checkout.words.t(question.sentence, **question.values)
        raise (NotAgreedYet if committed else NotAgreed)(question=said)


def first(checkout: Checkout, head: str, paths: Sequence[str]) -> Question | None:
    """What to ask before the first commit into a repository that is older than the vault."""
    known = checkout.objects.name(f"{head}:{FILE}") if head else ""
    if not head or not paths or known or os.path.exists(checkout.file(AGREED)):
        return None
    return Question(FIRST, {"count": len(paths)}, tuple(paths))


def agreed(checkout: Checkout) -> None:
    """Remember that the first commit was agreed to, for vaults that never share notesync.toml."""
    with open(checkout.file(AGREED), "w", encoding="ascii"):
        pass


def gone_here(checkout: Checkout, head: str, gone: int, new: int) -> Question | None:
    """What to ask before many notes are deleted that are gone on this device."""
    found = _many(checkout, head, gone, new)
    return Question(GONE_HERE, {"count": gone, "all": found}) if found else None


def gone_there(
    checkout: Checkout, head: str, changes: Iterable[Change], remote: str
) -> Question | None:
    """What to ask before many notes are deleted here."""
    notes = [each for each in changes if is_note(each.path)]
    gone = tuple(each.path for each in notes if each.new is None)
    new = sum(each.old is None for each in notes)
    found = _many(checkout, head, len(gone), new)
    if not found:
        return None
    return Question(GONE_THERE, {"count": len(gone), "all": found, "remote": remote}, gone)


def _many(checkout: Checkout, head: str, gone: int, new: int) -> int:
    """How many notes there are, if more of them go than is usual; else 0."""
    less = gone - new  # a note that is renamed goes and comes
    if less < LEAST:
        return 0
    tree = checkout.objects.name(f"{head}^{{tree}}")
    count = sum(is_note(path) for path in paths(checkout.objects, tree))
    return count if less == count or (less >= FEW and less > MANY * count) else 0


def is_note(path: str) -> bool:
    """Whether this is the path of a note."""
    return is_note_name(path.rpartition("/")[2])
