"""The vocabulary of the method: kinds of notes, log verbs and the closed lists of field values.

Everything is read in German and English and kept as one English code; what is *written* follows
the vault's language. Source: method.md, "Vocabulary" and "Log verbs".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

KINDS = ("contact", "conversation", "organization", "question", "opportunity", "review", "me")
PLAIN = "note"
# Stages of an opportunity, from the first to the last; each is a field with its day.
STAGES = ("seen", "applied", "interview", "offer", "accepted", "rejected", "withdrawn")

# Kind -> folder name, by the vault's language. The first folder is where new notes go.
FOLDERS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "contact": "contacts",
        "conversation": "conversations",
        "organization": "organizations",
        "question": "questions",
        "opportunity": "opportunities",
        "review": "reviews",
        "inbox": "inbox",
    },
    "de": {
        "contact": "Menschen",
        "conversation": "Gespräche",
        "organization": "Firmen",
        "question": "Fragen",
        "opportunity": "Chancen",
        "review": "Rückblicke",
        "inbox": "Eingang",
    },
}

# What `type:` may say, besides the code itself.
TYPE_NAMES: Mapping[str, str] = {
    "kontakt": "contact",
    "mensch": "contact",
    "person": "contact",
    "gespräch": "conversation",
    "firma": "organization",
    "organisation": "organization",
    "unternehmen": "organization",
    "company": "organization",
    "frage": "question",
    "chance": "opportunity",
    "rückblick": "review",
    "ich": "me",
}


class Term(NamedTuple):
    """One value of a closed list.

    Attributes:
        code: The canonical English code, used in JSON and by the views.
        de: How it is written in a German vault.
        also: Further words that are understood when read; case, hyphens, blanks and the spelling
            of umlauts never matter.
    """

    code: str
    de: str
    also: tuple[str, ...] = ()


# Log verbs in the rank that one day's facts have (method.md, "Request episodes"), then the rest.
VERBS: tuple[Term, ...] = (
    Term("asked", "angefragt", ("gefragt",)),
    Term("reminded", "nachgefragt"),
    Term("replied", "geantwortet"),
    Term("deferred", "vertagt", ("später",)),
    Term("declined", "abgesagt", ("nein",)),
    Term("referred", "verwiesen", ("verwiesen an",)),
    Term("agreed", "zugesagt", ("ja",)),
    Term("moved", "verschoben"),
    Term("confirmed", "bestätigt"),
    Term("cancelled", "ausgefallen"),
    Term("talked", "gesprochen"),
    Term("thanked", "bedankt"),
    Term("reported", "berichtet"),
    Term("news", "gemeldet"),
    Term("wrote", "geschrieben"),
    Term("introduced", "vorgestellt", ("bekanntgemacht",)),
    Term("gave", "gegeben", ("geholfen",)),
    Term("received", "bekommen"),
    Term("rests", "ruht"),
    Term("note", "Notiz"),
)
# "erzählt" is `reported` when the person introduced someone whom I have met since, else `news`.
# It is read as the code "told" and settled when the book is built.
TOLD = Term("told", "erzählt")

CIRCLES = (
    Term("friend", "Freund", ("Freundin",)),
    Term("family", "Familie"),
    Term("acquaintance", "Bekannte", ("Bekannter", "Bekanntschaft")),
    Term(
        "former-colleague",
        "Ex-Kollege",
        ("Ex-Kollegin", "ex-colleague", "ehemaliger Kollege", "ehemalige Kollegin"),
    ),
    Term("leisure", "Freizeit"),
    Term("alumni", "Studium"),
    Term("online", "online"),
    Term("stranger", "unbekannt"),
)
ORIGINS = (
    Term("known", "bekannt"),
    Term("dormant", "eingeschlafen"),
    Term("introduced", "vermittelt"),
    Term("cold", "kalt"),
    Term("event", "Veranstaltung"),
    Term("inbound", "kam auf mich zu"),
)
CHANNELS = (
    Term("email", "E-Mail", ("mail",)),
    Term("phone", "Telefon", ("call", "Anruf", "telefonisch", "telephone")),
    Term("video", "Video", ("Videoanruf", "video call")),
    Term("in-person", "persönlich"),
    Term("lunch", "Mittagspause", ("Mittagessen",)),
    Term("coffee", "Kaffee"),
    Term("walk", "Spaziergang"),
    Term("event", "Veranstaltung"),
    Term("message", "Nachricht", ("chat", "SMS", "WhatsApp", "LinkedIn", "Xing")),
    Term("letter", "Brief", ("postcard", "Postkarte")),
)
CONVERSATION_KINDS = (
    Term("information", "Informationsgespräch", ("informational interview",)),
    Term("practice", "Übungsgespräch"),
    Term("catch-up", "Wiedersehen"),
    Term("employment", "Vorstellungsgespräch", ("job interview", "Bewerbungsgespräch")),
    Term("give-back", "geschenktes Gespräch"),
    Term("coaching", "Coaching"),
    Term("chance", "Zufall"),
)
STATES = (
    Term("planned", "geplant"),
    Term("held", "geführt", ("stattgefunden",)),
    Term("cancelled", "ausgefallen", ("canceled", "abgesagt")),
    Term("no-show", "nicht erschienen"),
)
CLOSENESS = (Term("close", "eng"), Term("familiar", "vertraut"), Term("loose", "lose"))
SENIORITY = (Term("junior", "junior"), Term("peer", "peer"), Term("senior", "senior"))
REGISTERS = (Term("Sie", "Sie", ("per Sie",)), Term("du", "du", ("per du",)))
WHYS = (
    Term("organization", "Firma", ("Organisation",)),
    Term("role", "Rolle"),
    Term("expertise", "Fachwissen", ("Wissen",)),
)
MENTIONS = (
    Term("yes", "ja", ("true", "gern")),
    Term("no", "nein", ("false",)),
    Term("ask-first", "erst fragen", ("vorher fragen",)),
)
SOURCES = (
    Term("posting", "Anzeige", ("Stellenanzeige",)),
    Term("contact", "Kontakt"),
    Term("own-idea", "eigene Idee", ("Initiativbewerbung",)),
    Term("headhunter", "Headhunter"),
)

# Said of a guess, and of whether a contact may be named.
YES_NO = (Term("yes", "ja", ("true", "wahr")), Term("no", "nein", ("false", "falsch")))
# What the wording check said of the message that a line stands for.
LINTS = (
    Term("plea", "klingt nach Jobbitte", ("Jobbitte",)),
    Term("weak", "geht klarer", ("schwach",)),
    Term("ok", "gut so", ("gut",)),
)

# Every closed list under the name by which fields and log keys refer to it.
VOCABULARIES: Mapping[str, tuple[Term, ...]] = {
    "verb": (*VERBS, TOLD),
    "circle": CIRCLES,
    "origin": ORIGINS,
    "channel": CHANNELS,
    "kind": CONVERSATION_KINDS,
    "state": STATES,
    "closeness": CLOSENESS,
    "seniority": SENIORITY,
    "register": REGISTERS,
    "why": WHYS,
    "mention": MENTIONS,
    "source": SOURCES,
    "yes-no": YES_NO,
    "lint": LINTS,
}


def default_folders() -> Mapping[str, str]:
    """Both languages' folder names, so that a vault is understood whatever its language."""
    return {name.casefold(): kind for names in FOLDERS.values() for kind, name in names.items()}


def default_types() -> Mapping[str, str]:
    """The codes themselves and their German names."""
    return {**{kind: kind for kind in KINDS}, PLAIN: PLAIN, **TYPE_NAMES}


class KindMap(NamedTuple):
    """How a vault says of what kind a note is (notesync.toml: ``[folders]`` and ``[types]``).

    Attributes:
        folders: Case-folded folder path (relative, ``/``) to kind; subfolders inherit.
        types: Case-folded value of ``type:`` to kind, the vault's own words before ours.
        conversation_kinds: Case-folded folder path to the conversation kind that is meant there.
    """

    folders: Mapping[str, str] = MappingProxyType(default_folders())
    types: Mapping[str, str] = MappingProxyType(default_types())
    conversation_kinds: Mapping[str, str] = MappingProxyType({})
