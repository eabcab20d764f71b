"""Turn the codes in rows of views into words: one table a code, for every place that shows them.

`notesync.views.sentences` has the words of steps, `notesync.views.telling` those of a line of time.
"""

from __future__ import annotations

from collections.abc import Mapping

from notesync.words import N_

# Step of asking -> how far it has come (`notesync.views.funnel`).
STEPS: Mapping[str, str] = {
    "asked": N_("asked"),
    "settled": N_("answered, or closed"),
    "yes": N_("said yes"),
    "talked": N_("talked"),
    "named": N_("named somebody"),
    "thanked": N_("thanked in time"),
}
# What may be done about an open ask (`notesync.views.waiting`).
THEN: Mapping[str, str] = {
    "broaden": N_("ask someone else there too"),
    "remind": N_("ask once more, another way"),
    "reply": N_("answer"),
    "ask": N_("ask again, perhaps"),
}
# In place of "there", where no organization is known.
ELSEWHERE = N_("ask someone else who knows")
# How far I have come at an organization (`notesync.views.coverage`).
SO_FAR: Mapping[str, str] = {
    "none": N_("nobody there yet"),
    "listed": N_("on the list"),
    "asked": N_("asked"),
    "talked": N_("talked"),
    "voices": N_("several voices"),
}
# Stage of an opportunity -> what became of it (`notesync.views.opportunities`).
STAGES: Mapping[str, str] = {
    "seen": N_("seen"),
    "applied": N_("applied for"),
    "interview": N_("invited"),
    "offer": N_("offered"),
    "accepted": N_("accepted"),
    "rejected": N_("given to somebody else"),
    "withdrawn": N_("let go"),
}
# What moved -> how it is told of all those with whom it did (`notesync.views.moved`).
MOVED: Mapping[str, str] = {
    "talked": N_("talked with {names}"),
    "agreed": N_("yes from {names}"),
    "referred": N_("{names} couldn't, but named {named}"),
    "declined": N_("{names} couldn't"),
    "asked": N_("asked {names}"),
    "names": N_("new: {named}"),
    "thanked": N_("thanked {names}"),
    "given": N_("did something for {names}"),
}
