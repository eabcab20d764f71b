"""List every front-matter key that means something to notesync, in one table.

docs/keys.md is made from it. A key that is not here is the user's own: it stays in the header
untouched, is never a problem and can be searched with ``--where``. How a key's texts are read is
told by its type, see `notesync.notes.schema`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from notesync.notes.kinds import KINDS, PLAIN
from notesync.notes.names import search_fold
from notesync.words import N_

EVERY = (*KINDS, PLAIN)


class FieldKey(NamedTuple):
    """One key of a header.

    Attributes:
        name: The canonical key, as it is written.
        type: A name in `notesync.notes.schema.TYPES`.
        kinds: The kinds of notes that have it.
        about: What it says, for `notesync schema` and the help of `add`.
        also: Other keys that are read as this one; case, hyphens and umlauts don't matter.
        vocabulary: A name in `notesync.notes.kinds.VOCABULARIES`.
        low, high: A number's range, both ends included.
    """

    name: str
    type: str
    kinds: tuple[str, ...]
    about: str
    also: tuple[str, ...] = ()
    vocabulary: str = ""
    low: int = 0
    high: int = 0


_PERSON, _TALK, _ORG = ("contact",), ("conversation",), ("organization",)
_QUESTION, _CHANCE, _REVIEW, _ME = ("question",), ("opportunity",), ("review",), ("me",)

# Every key that means something to notesync, in the order in which docs/keys.md lists them.
FIELDS: tuple[FieldKey, ...] = (
    FieldKey("type", "text", EVERY, N_("What kind of note this is"), ("typ",)),
    FieldKey("id", "text", EVERY, N_("A short text that stays when the file is renamed")),
    FieldKey("aliases", "texts", EVERY, N_("Other names that lead here"), ("alias",)),
    FieldKey("tags", "texts", EVERY, N_("Words to find it by"), ("tag", "schlagwörter")),
    FieldKey("created", "date", EVERY, N_("The day the note was begun"), ("angelegt", "erstellt")),
    FieldKey(
        "private",
        "yes-no",
        EVERY,
        N_("Keeps the note out of dashboards and exports"),
        ("privat", "vertraulich"),
    ),
    # --- contact
    FieldKey(
        "org",
        "link",
        (*_PERSON, *_TALK, *_CHANCE),
        N_("The organization"),
        ("organization", "organisation", "company", "employer", "firma", "unternehmen"),
    ),
    FieldKey(
        "role",
        "text",
        _PERSON,
        N_("What she does there"),
        ("position", "job", "job_title", "rolle", "funktion", "beruf"),
    ),
    FieldKey(
        "city",
        "text",
        (*_PERSON, *_TALK, *_ORG),
        N_("The city"),
        ("town", "stadt", "ort"),
    ),
    FieldKey("email", "text", _PERSON, N_("E-mail address"), ("mail", "e-mail")),
    FieldKey(
        "phone",
        "text",
        _PERSON,
        N_("Phone number"),
        ("tel", "telephone", "mobile", "telefon", "mobil", "handy"),
    ),
    FieldKey("url", "text", _PERSON, N_("A page about her"), ("website", "web", "webseite")),
    FieldKey(
        "birthday",
        "birthday",
        _PERSON,
        N_("Birthday; without a year as --05-12"),
        ("birthdate", "geburtstag", "geburtsdatum"),
    ),
    FieldKey(
        "register",
        "word",
        _PERSON,
        N_("How we address each other in German"),
        ("anrede",),
        "register",
    ),
    FieldKey("lang", "text", _PERSON, N_("Language we write in"), ("language", "sprache")),
    FieldKey("circle", "word", _PERSON, N_("Where I know her from"), ("kreis",), "circle"),
    FieldKey("origin", "word", _PERSON, N_("How we came into contact"), ("herkunft",), "origin"),
    FieldKey(
        "introduced_by",
        "links",
        _PERSON,
        N_("Who introduced us"),
        ("introducer", "referred_by", "vermittelt_von", "vermittelt_durch", "empfohlen_von"),
    ),
    FieldKey(
        "mention",
        "word",
        _PERSON,
        N_("Whether I may mention who introduced us"),
        ("may_mention", "nennen", "erwähnen"),
        "mention",
    ),
    FieldKey(
        "met",
        "partial-date",
        _PERSON,
        N_("Since when we know each other"),
        ("known_since", "kennengelernt", "bekannt_seit", "kennen_seit"),
    ),
    FieldKey(
        "last_contact",
        "partial-date",
        _PERSON,
        N_("The last contact before the notes began"),
        ("last_contacted", "letzter_kontakt", "zuletzt"),
    ),
    FieldKey("closeness", "word", _PERSON, N_("How close we are"), ("nähe",), "closeness"),
    FieldKey(
        "seniority", "word", _PERSON, N_("Her experience beside mine"), ("erfahrung",), "seniority"
    ),
    FieldKey(
        "why",
        "words",
        _PERSON,
        N_("Why I'd like to talk to her"),
        ("warum", "weshalb", "wunsch"),
        "why",
    ),
    FieldKey(
        "topics",
        "texts",
        (*_PERSON, *_TALK, *_QUESTION, *_ME),
        N_("What one can talk about"),
        ("topic", "themen", "thema"),
    ),
    FieldKey(
        "keep_in_touch",
        "cadence",
        _PERSON,
        N_('How often to be in touch: "12 weeks", "3 months", "never"'),
        ("cadence", "in_kontakt_bleiben", "kontakt_halten", "rhythmus"),
    ),
    FieldKey("industry", "text", (*_PERSON, *_ORG), N_("The industry"), ("sector", "branche")),
    # --- conversation
    FieldKey("date", "moment", _TALK, N_("The day; else the file name's"), ("datum",)),
    FieldKey("time", "time", _TALK, N_("When it begins"), ("uhrzeit", "zeit")),
    FieldKey(
        "people",
        "links",
        _TALK,
        N_("With whom; else the file name's"),
        (
            "person",
            "with",
            "contact",
            "contacts",
            "participants",
            "attendees",
            "personen",
            "mit",
            "menschen",
            "teilnehmer",
            "kontakt",
        ),
    ),
    FieldKey("kind", "word", _TALK, N_("What kind of conversation"), ("art",), "kind"),
    FieldKey("channel", "word", _TALK, N_("How we talk"), ("kanal", "weg"), "channel"),
    FieldKey("minutes", "minutes", _TALK, N_("How long"), ("duration", "minuten", "dauer")),
    FieldKey(
        "named",
        "links",
        _TALK,
        N_("Who was named to me"),
        ("names", "genannt", "namen", "genannte"),
    ),
    FieldKey("state", "word", _TALK, N_("Whether it took place"), ("zustand",), "state"),
    FieldKey(
        "confidence_before",
        "number",
        _TALK,
        N_("My confidence before, 1 to 5"),
        ("zuversicht_vorher", "zuversicht_davor"),
        low=1,
        high=5,
    ),
    FieldKey(
        "confidence_after",
        "number",
        _TALK,
        N_("My confidence after, 1 to 5"),
        ("zuversicht_nachher", "zuversicht_danach"),
        low=1,
        high=5,
    ),
    # --- organization
    FieldKey(
        "target",
        "yes-no",
        _ORG,
        N_("Whether I'd like to work there"),
        ("ziel", "wunschfirma", "wunsch"),
    ),
    FieldKey("motivation", "number", _ORG, N_("How much it draws me, 1 to 5"), low=1, high=5),
    FieldKey("size", "text", _ORG, N_("How big it is"), ("employees", "größe", "mitarbeiter")),
    # --- question
    FieldKey("question", "text", _QUESTION, N_("The full question"), ("frage",)),
    FieldKey("options", "texts", _QUESTION, N_("What I choose between"), ("option", "optionen")),
    FieldKey("decided", "date", _QUESTION, N_("The day I decided"), ("entschieden",)),
    FieldKey("decision", "text", _QUESTION, N_("What I chose"), ("entscheidung",)),
    FieldKey("dropped", "date", _QUESTION, N_("The day it stopped mattering"), ("fallengelassen",)),
    # --- opportunity
    FieldKey("source", "word", _CHANCE, N_("Where it came from"), ("quelle",), "source"),
    FieldKey("via", "links", _CHANCE, N_("Who led me to it"), ("über", "durch")),
    FieldKey("seen", "date", _CHANCE, N_("The day I saw it"), ("gesehen",)),
    FieldKey("applied", "date", _CHANCE, N_("The day I applied"), ("beworben",)),
    FieldKey(
        "interview", "date", _CHANCE, N_("The day of the interview"), ("vorstellungsgespräch",)
    ),
    FieldKey("offer", "date", _CHANCE, N_("The day of the offer"), ("angebot",)),
    FieldKey("accepted", "date", _CHANCE, N_("The day I accepted"), ("angenommen",)),
    FieldKey("rejected", "date", _CHANCE, N_("The day they said no"), ("absage",)),
    FieldKey("withdrawn", "date", _CHANCE, N_("The day I withdrew"), ("zurückgezogen",)),
    # --- review
    FieldKey("week", "week", _REVIEW, N_("The week; else the file name's"), ("woche", "kw")),
    FieldKey("moved", "text", _REVIEW, N_("What moved"), ("bewegt",)),
    FieldKey("learned", "text", _REVIEW, N_("What I learned"), ("gelernt",)),
    FieldKey("decided", "text", _REVIEW, N_("What I decided"), ("entschieden",)),
    FieldKey("next", "text", _REVIEW, N_("What comes next"), ("als_nächstes", "weiter")),
    # --- me
    FieldKey("started", "date", _ME, N_("The day I began"), ("begonnen", "start", "beginn")),
    FieldKey("arrived", "date", _ME, N_("The day I arrived at new work"), ("angekommen",)),
    FieldKey(
        "paused", "spans", _ME, N_("Days off, as 2026-07-01..2026-07-14"), ("pause", "pausen")
    ),
    FieldKey(
        "give_limit",
        "number",
        _ME,
        N_("Conversations a month that I give"),
        ("geben_limit", "höchstens_geben"),
        high=999,
    ),
)


@lru_cache(maxsize=4096)
def folded_key(text: str) -> str:
    """A key without case, German spelling, and the difference of blank, ``-`` and ``_``."""
    return re.sub(r"[\s_-]+", "_", search_fold(text.strip()))


def _by_kind() -> Mapping[str, Mapping[str, FieldKey]]:
    tables: dict[str, dict[str, FieldKey]] = {kind: {} for kind in EVERY}
    for spelled in (False, True):  # a canonical key of one field beats another's synonym
        for field in FIELDS:
            for name in field.also if spelled else (field.name,):
                for kind in field.kinds:
                    tables[kind].setdefault(folded_key(name), field)
    return tables


KEYS = _by_kind()


def key_of(kind: str, typed: str) -> FieldKey | None:
    """The field that a typed key means in a note of this kind; None for a key of the user's own."""
    return KEYS[kind].get(folded_key(typed))
