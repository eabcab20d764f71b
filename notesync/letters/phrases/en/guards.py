"""What makes a job word harmless, in English."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

from notesync.letters.phrases.en.nouns import JOB
from notesync.letters.phrases.phrasebook import Guards, pattern

GUARDS = Guards(
    subject=pattern(r"i|i'm|i'd|i've|i'll|you|you're|we|they|he|she|it|there"),
    negation=pattern(
        r"not|\w+n't|no|never|without|rather than|instead of|neither|nor|nothing|nae|havenae|none|"
        r"dont|isnt|wasnt|cannot|far from|hardly|no longer"
    ),
    late_negation=None,
    disclaimer=pattern(
        r"not (?:that|because|to|so much)|don't (?:worry|think|get me wrong)~|no worries~|"
        r"(?:it's|this is|this isn't|it isn't|that's) ~(?:not|n't)~about|i'm not ~(?:asking|trying|hoping|saying)~|rest assured~"
    ),
    retraction=pattern(
        r"that's not (?:what|why|my|the)|that isn't (?:what|why)|not what (?:this|i)|not why i|"
        r"(?:this|it) (?:is not|isn't) about that|not the reason|not my (?:point|aim)"
    ),
    before=pattern(r"before|prior to|until"),
    inquiry=pattern(r"how|what|why|which|where|who|in (?:what|which)|by what|for (?:what|which)"),
    theirs=pattern(
        rf"(?:your|his|her|their)(?: own)? (?:\w+ ){{0,2}}(?:{JOB}|work|career|application|cv|profession)",
        r"(?:how|when) (?:did )?you (?:\w+ )?(?:got|get|came|come|landed|land|found|find|moved|ended)~",
        r"you (?:\w+ ){0,2}(?:got|landed|found|took|left|applied|started)",
    ),
    rhetorical=pattern(
        r"(?:could|would|won't|can|don't|couldn't|wouldn't|can't|isn't|aren't|haven't|is|are|do|does|doesn't)(?:n't)?"
    ),
)
