"""Where English sentences and clauses begin and end, and what only looks like a word of the check."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye
# ruff: noqa: SIM905 -- a list of words reads best as words

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Grammar, pattern

GRAMMAR = Grammar(
    abbreviations=frozenset(
        "dr prof mr mrs ms st e i g eg ie vs ca no co inc ltd approx jr sr dept".split()
    ),
    coordination=re.compile(
        r"\b(?:but|yet|however|though|still|rather)\b(?!\s+than)|\band(?=\s+(?:i|i'm|am|would)\b)",
        re.IGNORECASE,
    ),
    greeting=pattern(
        r"dear|hi|hello|hey|heya|hiya|good (?:day|morning|afternoon|evening)|howya|story|mate|so|greetings|to whom"
    ),
    homographs=pattern(
        r"in (?:my|your|his|her|their|a|a similar|the same|no|any) position(?: to)?",
        r"(?:\w+ )?positions? (?:on|towards?|regarding)",
        r"(?:applications? of|practical applications?|applications? for \w+ing)",
        r"(?:i |to |have |i've |just |recently |we )resumed?(?= (?:my|the|our|work|contact|studies|\w+ing))",
        r"opening (?:of|hours|night|speech|line|day|remarks|question)",
        r"(?:nice|good|great|lovely|brilliant|fantastic|amazing) jobs? (?:on|with|of)",
        r"role models?|role of|role in|play\w* a role|role does|role did",
        r"(?:the|a|this|your|my|his|her|linkedin|blog) (?:\w+ )?posts? (?:on|about|from|last|yesterday|that|which|stuck|made|got)",
        r"(?:your|his|her|their|the|this|a) (?:\w+ )?posts?(?= (?:on|about|stuck|made|really|is|was))",
        r"opportunity to (?:speak|talk|chat|learn|ask|hear|meet|thank|listen|listen to|see)",
        r"take (?:this|the) opportunity",
        r"blog posts?|linkedin posts?",
    ),
    endings=tuple("'s ings ing ies ied edly ed ers er es ly s e".split()),
    stem=3,
    writer=pattern(r"i|i'm|i'd|i've|i'll|me|my|mine|myself|us|our|we|we're|we'd"),
    beginning=re.compile(r"\s*(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor)\.? )?([A-Z][\w'-]+),"),
    addressed=re.compile(
        r"\b[Dd]ear (?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor)\.? )?([A-Z][\w'-]+)(?=,)"
        r"|(?:^|(?<=[.!?]\s)|(?<=, ))(?:So |And |Well |Now )?(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor)\.? )?([A-Z][\w'-]+)(?=, (?:how|what|why|you|could you|would you|do you|may I)\b)"
    ),
    exclaimed=frozenset(
        "thanks please well so yes no honestly anyway hello hi hey ok okay sorry oh look listen also regards "
        "friend friends man mate sir madam professor doctor love now again ma chef uncle aunt aunty bhai".split()
    ),
)
