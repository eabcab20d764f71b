"""How a German message shows what it is."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Kinds, pattern

KINDS = Kinds(
    talking=pattern(
        r"telefon\w*|anruf\w*|ruf\w*|treffen|triff\w*|austausch\w*|reden|red|sprechen|gespräch\w*|quatschen|schnacken|schnurre|kaffee|termin\w*|zeit|vernetz\w*|unterhalten|minuten|bereden|hören|erzähl\w*|kontakt"
    ),
    requesting=re.compile(
        r"\?|\b(?:würde?|würd|wür|dad)\b[^.!?]{0,40}\b(?:gern|gerne|freuen|wüsse|interessier\w+)|\bmöchte\b|\bbitte\b|\bmelde?n?\b[^.!?]{0,12}\b(?:dich|sie|euch|mal)\b|"
        r"\b(?:ruf|rufen sie|schreib|schreiben sie|sag bescheid|meld dich|lass uns|lass mal)\b|\bhätte gern|\bsött|\bkönn(?:t?en|test|tet|t)? wir|\bsuche?\b|\bwill\b|\bwäre (?:schön|toll|super)|\bfreue? (?:ich )?mich (?:sehr |riesig )?über|\baustausch|\bvernetz|\bwarte\b|\bantwort|\bminuten\b|her damit|\bmag(?:st)? jemand|\bwenn jemand",
        re.IGNORECASE,
    ),
    kinds=(
        (
            "decline-give",
            pattern(
                r"schaffe ich es (?:leider )?(?:gerade )?nicht|(?:leider|gerade) ~(?:nicht schaffen|keine zeit|absagen)~(?:danke|alles gute|empfehlen)|muss ich (?:dir|ihnen) (?:leider )?absagen|danke für (?:deine|ihre) (?:nachricht|anfrage|mail)"
            ),
        ),
        (
            "offer",
            pattern(
                r"(?:klar|gern|gerne|sicher|natürlich)\W+(?:\w+ )?erzähl\w* ich|(?:erzähle|erzähl|berichte) (?:ich )?(?:dir|ihnen|euch) (?:gern|gerne)|ich erzähle ~gern|(?:beantworte|teile) ~gern|kannst (?:du )?mich gern (?:\w+ )?(?:fragen|anrufen)|nehme mir gern zeit"
            ),
        ),
        (
            "confirm",
            pattern(
                r"bleibt(?:'s| es|s) (?:bei|dabei)|freue mich (?:schon )?auf (?:unser|morgen|das) ~(?:gespräch|treffen|telefonat|mittagessen|morgen)|(?:wie besprochen|wie vereinbart),? (?:treffen|sehen)|bestätige ~(?:termin|treffen)|bis morgen"
            ),
        ),
        (
            "news",
            pattern(
                r"(?:hab|habe) (?:die|den|einen|eine) (?:neue |neuen )?(?:stelle|job|zusage|vertrag|ausbildungsplatz)|ich habe mich (?:nun |jetzt )?entschieden|(?:fange|fang|beginne|starte) (?:ich )?~(?:an|als|bei)\b|seit \w+(?: \w+)? bin ich ~(?:bei|im|als)|zugesagt bekommen|erzählen, was daraus geworden"
            ),
        ),
        (
            "thank-you",
            pattern(
                r"(?:danke|dank|merci)(?: \w+){0,4} (?:für|fürs|für's)(?: \w+){0,4} (?:gespräch|telefonat|zeit|mittagessen|mittagspause|kaffee|treffen|gestern|vormittag|nachmittag|austausch|offenheit|heute|einblick\w*|rat|tipps?|abend|anruf|tee|spaziergang|antworten|führung)|^\W*(?:\w+ )?(?:danke|merci) \w+[!.,]"
            ),
        ),
        (
            "reminder",
            pattern(
                r"(?:vor|seit) (?:\w+ )?(?:\w+ )?(?:tagen|wochen|tag|woche)~(?:geschrieben|gemailt|angefragt|kontaktiert|nachricht)|untergegangen|(?:zwei|drei|vier|mehr)\w*mal ~geschrieben|nachfragen|nachhaken|nachgehakt|stups|meine (?:letzte |erste |kurze )?(?:mail|nachricht|anfrage|zeilen)|keine (?:antwort|rückmeldung)|noch einmal (?:auf|melden|nachfragen)|schon zweimal geschrieben|erinnern an|kleine erinnerung|noch mal wegen|hast du schon mit"
            ),
        ),
        (
            "report-back",
            pattern(
                r"(?:habe|hab|han|war|bin|saß) (?:ich )?~(?:mit|bei) ~(?:im videocall|am telefon|zusammen|essen|kaffee|dort|da|telefoniert|gesprochen|getroffen|gredt|geredet|gesessen)|(?:danke|dank)~(?:vermittl\w*|zusammengebracht|kontakt|bekannt gemacht|vorgestellt)|wollte dir erzählen, wie es (?:mit|bei)"
            ),
        ),
    ),
)
