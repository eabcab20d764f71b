"""The words of a letter for what two people shared and share: tables by language.

In the language of the letter, which need not be the one in which notesync speaks; so they are no
messages for the catalogs.
"""

from __future__ import annotations

from collections.abc import Mapping

# Circle or origin -> what we shared, as a clause that begins a sentence.
SHARED: Mapping[str, Mapping[str, str]] = {
    "de": {
        "former-colleague": "wir haben früher zusammen gearbeitet",
        "alumni": "wir haben zusammen studiert",
        "online": "wir kennen uns aus dem Netz",
        "event": "wir sind uns auf einer Veranstaltung begegnet",
    },
    "en": {
        "former-colleague": "we used to work together",
        "alumni": "we studied together",
        "online": "we know each other from online",
        "event": "we met at an event",
    },
}
# Channel -> what one says thank you for, and what one looks forward to (German: accusative).
OCCASIONS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "phone": "das Telefonat",
        "lunch": "das Mittagessen",
        "coffee": "den Kaffee",
        "walk": "den Spaziergang",
        "": "das Gespräch",
    },
    "en": {
        "phone": "the call",
        "video": "the call",
        "lunch": "lunch",
        "coffee": "the coffee",
        "walk": "the walk",
        "": "the conversation",
    },
}
MEETINGS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "phone": "unser Telefonat",
        "lunch": "unser Mittagessen",
        "coffee": "unseren Kaffee",
        "walk": "unseren Spaziergang",
        "": "unser Gespräch",
    },
    "en": {
        "phone": "our call",
        "video": "our call",
        "lunch": "our lunch",
        "coffee": "our coffee",
        "walk": "our walk",
        "": "our conversation",
    },
}
# Before the noun in German, which a letter would have to bend: "bei den Stadtwerken Leipzig".
ARTICLED = (
    *("stadtwerk", "universität", "hochschule", "fachhochschule", "akademie", "museum", "theater"),
    *("amt", "landesamt", "bundesamt", "ministerium", "senat", "behörde", "verein", "verband"),
    *("stiftung", "institut", "agentur", "bundes", "landes", "zentrum", "klinik", "krankenhaus"),
    *(
        "schule",
        "deutsche",
        "freie",
        "freies",
        "genossenschaft",
        "verlag",
        "stadt",
        "büro",
        "kanzlei",
    ),
    *("bank", "sparkasse", "the", "der", "die", "das", "ein", "eine"),
)


def articled(org: str, lang: str) -> bool:
    """Whether a letter would have to bend this name, or put an article before it."""
    return lang == "de" and org.casefold().startswith(ARTICLED)
