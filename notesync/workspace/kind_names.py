"""Turn what somebody types for a kind of note into the kind: code, plural, or German name."""

from __future__ import annotations

from notesync.errors import NotFound
from notesync.notes.kinds import KINDS, PLAIN, TYPE_NAMES
from notesync.words import N_

_EVERY = (*KINDS, PLAIN)
_PLURALS = {  # that don't come from their singular by a letter or two
    "people": "contact",
    "opportunities": "opportunity",
    "rückblicke": "review",
    "kontakte": "contact",
    "gespräche": "conversation",
}


class NoKind(NotFound):
    """A kind of note that doesn't exist."""

    sentence = N_("There is no kind of note called “{name}”. Kinds are: {known}.")


def kind_named(name: str) -> str:
    """The kind that a typed word means: its code, plural, or German name.

    Raises:
        NoKind: None is called so.
    """
    folded = name.casefold()
    for form in (folded, folded.removesuffix("s"), folded.removesuffix("en")):
        if form in _EVERY:
            return form
        if form in TYPE_NAMES:
            return TYPE_NAMES[form]
    if folded in _PLURALS:
        return _PLURALS[folded]
    raise NoKind(name=name, known=", ".join(_EVERY))
