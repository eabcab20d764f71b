"""Tell from the notes how one writes to somebody: warm, dormant, introduced or cold; Sie or du.

Also whose words for a kind of letter mean which kind, in either language.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from notesync.letters.kinds import BY_ORIGIN, FOLLOWING, RELATIONS, REQUEST
from notesync.notes.names import search_fold
from notesync.views.facts import Facts, Person

# Kind -> how it is called in German, then other words that mean it.
NAMES: Mapping[str, tuple[str, ...]] = {
    REQUEST: ("Anfrage", "ask", "bitte"),
    "request-warm": ("Anfrage-warm", "warm"),
    "request-dormant": ("Anfrage-eingeschlafen", "dormant", "eingeschlafen"),
    "request-introduced": ("Anfrage-vermittelt", "introduced", "vermittelt"),
    "request-cold": ("Anfrage-kalt", "cold", "kalt"),
    "intro-blurb": ("Vorstellung", "intro", "blurb", "weiterleiten", "forward"),
    "reminder": ("Nachfrage", "remind", "erinnerung", "nachfragen"),
    "confirm": ("Bestätigung", "confirmation", "bestätigen"),
    "thank-you": ("Dank", "thanks", "thank", "thankyou", "danke", "danken"),
    "report-back": ("Bericht", "report", "berichten", "rückmeldung"),
    "news": ("Neuigkeit", "neuigkeiten", "neues"),
    "close-the-loop": ("Angekommen", "arrived", "abschluss", "loop"),
    "offer": ("Angebot", "anbieten", "give"),
    "decline-give": ("Absage", "decline", "absagen"),
}
# Who is near enough for du where nothing says so.
_NEAR_CIRCLES = frozenset({"friend", "family", "former-colleague", "leisure", "alumni"})
_NEAR = frozenset({"close", "familiar"})


def kind_named(typed: str) -> str:
    """The kind of letter that a word means, in either language; "" when it means none."""
    folded = _folded(typed)
    for kind, words in NAMES.items():
        if folded in (_folded(kind), *map(_folded, words)):
            return kind
    near = [kind for kind in (REQUEST, *FOLLOWING) if _folded(NAMES[kind][0]).startswith(folded)]
    near += [kind for kind in (REQUEST, *FOLLOWING) if kind.startswith(folded)]
    return near[0] if folded and len(set(near)) == 1 else ""


def _folded(text: str) -> str:
    return search_fold(text).replace(" ", "-").replace("_", "-")


def relation(person: Person, facts: Facts) -> str:
    """The kind of a first message to somebody: one of ``request-…``.

    Whom I met or heard from within a year is warm, longer ago is dormant; before that it counts who
    led me to her, and how she says we came into contact. Where nothing is said she is one of the
    people I know: those are the ones that one writes down first.
    """
    contact, last = person.contact, person.last_contact
    if last is not None:
        asleep = facts.today - last >= timedelta(days=facts.rhythm.dormant)
        return RELATIONS["dormant" if asleep else "warm"]
    if person.introducers:
        return RELATIONS["introduced"]
    if contact.origin:
        return BY_ORIGIN[contact.origin]
    return RELATIONS["cold" if contact.circle == "stranger" else "warm"]


def register(person: Person) -> str:
    """``Sie`` or ``du``: as the note says, else du where she is near, else Sie."""
    contact = person.contact
    if contact.register:
        return contact.register
    near = contact.circle in _NEAR_CIRCLES or contact.closeness in _NEAR
    return "du" if near else "Sie"


def language(person: Person, usual: str) -> str:
    """``de`` or ``en``: as the note says, else the usual one."""
    said = person.contact.lang.strip().casefold()
    if said.startswith(("de", "ger")):
        return "de"
    return "en" if said.startswith("en") else usual
