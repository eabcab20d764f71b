"""What makes a job word harmless, in German."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

from notesync.letters.phrases.de.nouns import JOB
from notesync.letters.phrases.phrasebook import Guards, pattern

GUARDS = Guards(
    subject=pattern(r"ich|du|ihr|sie|wir|man|er|es|i"),
    negation=pattern(
        r"nicht|nich|net|ned|nöd|nit|kein\w{0,2}|koa\w*|ohne|nie|niemals|niemand\w*|kaum|keinesfalls|weder|nichts|nix|statt|"
        r"anstatt|anstelle|weniger|jenseits|unabhängig|mitnichten"
    ),
    late_negation=pattern(r"nicht|nich|net|ned|nöd|keine\w?"),
    disclaimer=pattern(
        r"nicht (?:,? ?dass|weil|um|damit|darum|deshalb|etwa)|keine (?:sorge|angst|bange)~|"
        r"(?:geht|ging) ~(?:nicht|weniger) (?:darum|um)~|nicht ~(?:vor|darum|meine absicht|mein ziel)|"
        r"(?:heißt|bedeutet|meine) ~nicht|(?:glaub|denk)\w* ~nicht|ohne ~hintergedanken"
    ),
    retraction=pattern(
        r"(?:darum|davon|das|deshalb|deswegen|daran)~(?:geht es|gehts|ist|schreibe|denke|meine|soll)"
        r"~nicht|(?:darum|deshalb|deswegen) (?:geht|schreib|soll)~nicht|nicht der grund"
    ),
    before=pattern(r"bevor|ehe|vor einer|vor der|vor meiner"),
    inquiry=pattern(
        r"wie|wieso|warum|weshalb|worauf|woran|wonach|worin|was|wer|wen|wem|und we[rnm]|welche\w?|woher|wodurch|inwiefern|"
        r"inwieweit|(?:in|nach|auf|mit|bei|an|aus|für|zu|über) (?:welche\w|was)"
    ),
    theirs=pattern(
        rf"(?:ihre?[nmrs]?|deine?[nmrs]?|eure?[nmrs]?|seine?[nmrs]?) (?!(?:\w+ )?(?:k?ein\w*|noch|denn|da|zufällig|vielleicht|gerade|grad|freie\w*|offene\w*|was) )(?:\w+ ){{0,2}}"
        rf"(?:{JOB}|arbeit|bewerbung(?:en)?|lebenslauf|beruf|aufgabe|tätigkeit)",
        r"(?:sie|du|ihr|er) (?:[\w]+ ){0,6}(?:gekommen|gelandet|gewechselt|gefunden|bekommen|gesucht|"
        r"eingestellt|beworben) (?:sind|bist|seid|ist|haben|hast|habt|hat)",
        r"(?:sie|du|ihr) ~(?:gekommen|gelandet|gewechselt|beworben)",
    ),
    rhetorical=pattern(
        r"(?:könn|würd|woll|hätt|hab|gib|möcht|such|brauch|nehm)\w*|hast|kann|kannst|gäbe|magst|wär\w*|ist|will"
    ),
)
