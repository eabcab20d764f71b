"""The words with which a timeline tells what happened, for the terminal and the dashboard alike.

Names stand apart from what is told, so that neither language has to bend them.
"""

from __future__ import annotations

from collections.abc import Mapping

from notesync.views.timeline import Entry
from notesync.words import N_, Words

# Log verb, or another kind of entry -> how its line begins.
KINDS: Mapping[str, str] = {
    "asked": N_("asked"),
    "reminded": N_("asked once more"),
    "replied": N_("answered"),
    "deferred": N_("asked for later"),
    "declined": N_("couldn't"),
    "referred": N_("couldn't, and named somebody"),
    "agreed": N_("said yes"),
    "moved": N_("moved to another day"),
    "confirmed": N_("confirmed"),
    "cancelled": N_("did not take place"),
    "talked": N_("talked"),
    "thanked": N_("thanked"),
    "reported": N_("told how it went"),
    "news": N_("told what came of it"),
    "wrote": N_("wrote"),
    "introduced": N_("brought together"),
    "gave": N_("gave"),
    "received": N_("received"),
    "rests": N_("rests"),
    "note": N_("note"),
    "named": N_("named by"),
    "led": N_("led me to"),
}
# State of a conversation -> how its line begins.
TALKS: Mapping[str, str] = {
    "held": N_("talked"),
    "planned": N_("planned"),
    "pending": N_("planned"),
    "cancelled": N_("did not take place"),
    "no-show": N_("did not take place"),
    "": N_("conversation"),
}
# (whose, state) of a promise -> how its line begins.
PROMISES: Mapping[tuple[str, str], str] = {
    ("me", "open"): N_("I promised"),
    ("me", "done"): N_("promised and kept"),
    ("me", "dropped"): N_("promised and dropped"),
    ("they", "open"): N_("promised me"),
    ("they", "done"): N_("promised me and kept"),
    ("they", "dropped"): N_("promised me and dropped"),
}


def told(entry: Entry, words: Words) -> str:
    """How an entry's line begins: ``asked``, ``talked``, ``promised and kept``."""
    if entry.kind == "talk":
        return words.t(TALKS[entry.state])
    if entry.kind == "promise":
        return words.t(PROMISES[entry.who, entry.state])
    return words.t(KINDS.get(entry.kind, entry.kind))
