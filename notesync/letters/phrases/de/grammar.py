"""Where German sentences and clauses begin and end, and what only looks like a word of the check."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye
# ruff: noqa: SIM905 -- a list of words reads best as words

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Grammar, pattern

GRAMMAR = Grammar(
    abbreviations=frozenset(
        "dr prof mag dipl ing hr fr nr ca bzw usw evtl ggf str z b d h u a st co max min tel "
        "ehem inkl jr sog vgl abt".split()
    ),
    coordination=re.compile(
        r"\b(?:aber|sondern|jedoch|doch|dennoch|trotzdem)\b|\bund(?=\s+(?:ich|suche|bin|möchte)\b)",
        re.IGNORECASE,
    ),
    greeting=pattern(
        r"(?:sehr )?geehrte[rs]?|liebe[rs]?|hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|grüß (?:gott|dich|sie)|hoi|grüezi|na"
    ),
    homographs=pattern(
        r"an (?:ihrer|deiner|meiner|dieser|einer|der|erster|seiner|eurer|jener|welcher|manchen|"
        r"einigen|vielen|zwei|mehreren) (?:\w+ )?stellen?",
        r"(?:klare|feste|eindeutige|gegenteilige|andere|ihre|deine|seine|eine) position (?:zu|zum|zur|in der frage)",
        r"position (?:zu|zum|zur) \w+",
        r"in (?:meiner|ihrer|deiner|einer ähnlichen) position",
        r"(?:ich|mir|mich) stelle",
        r"stelle (?!ich mich)(?:ich|mir|mich|ihnen|dir|gern|gerne|mal|nur|hier)",
        r"(?:ich|würde) (?:\w+ ){0,3}(?:eine|diese|die|ein paar|zwei|drei) fragen? stelle\w?",
        r"(?:fragen?|aufgaben?|antrag|sich|ihnen|dir|man|mir) (?:\w+ ){0,4}(?:zu )?stell(?:en|te|ten|st|t)(?! ~frei)",
        r"auf der stelle",
        r"zur stelle",
        r"position beziehen",
        r"an anderer stelle",
    ),
    endings=tuple("innen ungen ern est end em en er es et st in te e n s t".split()),
    stem=4,
    writer=pattern(r"ich|i|mich|mir|mi|mein\w*|uns|unser\w*|wir|mer"),
    beginning=re.compile(r"\s*(?:(?:Frau|Herr)n? )?(?:(?:Dr|Prof)\. )*([A-ZÄÖÜ][\w-]+),"),
    addressed=re.compile(
        r"\b[Ll]iebe[rs]? (?:(?:Frau|Herr) )?(?:(?:Dr|Prof)\. )*([A-ZÄÖÜ][\w-]+)(?=,)"
        r"|(?:^|(?<=[.!?]\s))(?:(?:Frau|Herr) )?(?:(?:Dr|Prof)\. )*([A-ZÄÖÜ][\w-]+)(?=, (?:du|Sie|kannst du|könntest du|könnten Sie|wie hast du|wie haben Sie)\b)"
    ),
    exclaimed=frozenset(
        "danke ach ja nein klar gut hey sorry oh na hallo stimmt also bitte super toll schade kurz "
        "ehrlich übrigens vielleicht grüße grüsse gruß gruss kollege kollegin freund freundin nachbar nachbarin alle leute".split()
    ),
)
