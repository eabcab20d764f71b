"""Turn a step into the command that notes it as done, ready to be typed as it stands."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from functools import cache

from notesync.dashboard.places import visible
from notesync.notes.kinds import VERBS
from notesync.notes.names import stem
from notesync.views.facts import Facts
from notesync.views.steps import Step
from notesync.words import Words

# Action -> what is typed behind ``notesync``: {name} is the person, {note} the note in which the
# step stands, {about} the question; a word of `VERBS` is written as the reader's language has it.
COMMANDS: Mapping[str, str] = {
    "thank": "log {name} {thanked}",
    "keep_promise": "done {name}",
    "confirm": "log {name} {confirmed}",
    "prepare": "prep {name}",
    "did_it_happen": "talk {name}",
    "debrief": "edit {note}",
    "reply": "log {name} {wrote}",
    "report_back": "log {name} {reported}",
    "ask": "ask {name}",
    "remind": "log {name} {reminded}",
    "broaden": "ask {other}",
    "find_evidence": "ask {name} --about {about}",
    "nudge": "log {name} {wrote}",
    "keep_in_touch": "log {name} {wrote}",
    "reconnect": "log {name} {wrote}",
    "start": "ask {name}",
}


def command(step: Step, facts: Facts, words: Words) -> str:
    """What to type; "" where no one line does it."""
    template = COMMANDS.get(step.action, "")
    note = stem(step.key.partition("#")[0])
    slots = {
        "name": _name(step.contact, facts),
        "other": next((_name(key, facts) for key in step.others), ""),
        "note": visible(note) if note else "",
        "about": visible(step.about) if step.about else "",
    }
    if not template or not all(slots[slot] for slot in slots if f"{{{slot}}}" in template):
        return ""
    quoted = {slot: _quoted(text) for slot, text in slots.items()}
    return f"notesync {template.format_map({**_verbs(words.lang), **quoted})}"


@cache
def _verbs(lang: str) -> Mapping[str, str]:
    return {verb.code: verb.de if lang == "de" else verb.code for verb in VERBS}


def _name(key: str, facts: Facts) -> str:
    """The name, unless it would be taken for an option."""
    person = facts.people.get(key)
    return visible(person.name).lstrip("-") if person else ""


def everybody_at(organization: str) -> str:
    """What lists everybody of an organization."""
    return f"notesync list --org {_quoted(visible(organization))}"


def _quoted(text: str) -> str:
    """One word for every shell, whatever is in it.

    Double quotes are what most people know; they stand where nothing in them means anything.
    """
    if text.isalnum():
        return text
    bare = text.replace(" ", "").replace("-", "").replace(".", "")
    return f'"{text}"' if bare.isalnum() else shlex.quote(text)
