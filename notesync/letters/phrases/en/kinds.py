"""How a English message shows what it is."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Kinds, pattern

KINDS = Kinds(
    talking=pattern(
        r"calls?|phone|ring|meet\w*|chat|talk\w*|catch up|coffee|connect\w*|exchange|(?:your|some|have|got|have the|spare|any) time|minutes|slot|network\w*|conversation|natter|get together|speak\w*|hear|appointment|tell me|contact"
    ),
    requesting=re.compile(
        r"\?|\b(?:would|i'd|i would) (?:really |also |so )?(?:like|love|appreciate|be (?:glad|grateful|happy|thrilled|delighted|obliged))|\bplease\b|\bi want to\b|(?:^|[.!?,:] )(?:please |just |and |kindly )*(?:call|ring|tell|write|book|contact|reach out|answer|give)\b|\b(?:get back to|let me know|give me a|fire away|tell (?:him|her|your|them)|if anyone|slip (?:him|her))|"
        r"\blet's\b|\bcould (?:you|we|i)\b|\blooking for(?!ward)\b|\bmay i\b|\bwe should\b|\blook for\b|\blook forward to (?:connecting|hearing)|\bwould be (?:nice|great|lovely|good)|\bnetwork\b|\bwaiting\b|\breply\b|\bminutes\b|\bwe can\b",
        re.IGNORECASE,
    ),
    kinds=(
        (
            "decline-give",
            pattern(
                r"(?:can't|cannot|can not|won't be able to) (?:manage|make it|do it|help) (?:just |right )?(?:now|at the moment|this)|(?:i'm afraid|unfortunately,?) i (?:can't|cannot|won't)|thanks for (?:your|the) (?:message|email|note|request)"
            ),
        ),
        (
            "offer",
            pattern(
                r"(?:happy|glad|pleased) to (?:tell|share|talk you|answer|give you|help you)~|(?:sure|gladly|of course|happily),? (?:i'll |i will |i can )?tell you|(?:i'd|i would) (?:gladly|happily) (?:tell|share|answer)|i'm happy to (?:tell|chat|share)|(?:feel free to|you can|do) (?:ask|call) me"
            ),
        ),
        (
            "confirm",
            pattern(
                r"still on|looking forward to (?:our|tomorrow|seeing|meeting|the) ~(?:conversation|talk|call|meeting|lunch|tomorrow|you|chat|coffee)|see you (?:tomorrow|on|at|then)|as (?:agreed|discussed|arranged),? (?:i|we)|confirm\w* (?:our|the|that)"
            ),
        ),
        (
            "news",
            pattern(
                r"(?:i )?(?:got|have|'ve got|landed) (?:the|a|an) (?:new )?(?:job|offer|position|role|contract)(?! for)|i've made up my mind|i have (?:decided|made up)|i've decided|i(?:'ll be| will be)? (?:start|starting|begin|am starting|'m starting) (?:as|at|in|on)\b~|since ~i(?:'ve| have) been (?:in|at|with|a)|i'm leaving the|what came of"
            ),
        ),
        (
            "thank-you",
            pattern(
                r"(?:thanks|thank you|thx|cheers|grateful)(?: \w+){0,4} for(?: \w+){0,4} (?:talk\w*|call|time|lunch|coffee|yesterday|today|morning|afternoon|conversation|chat|meeting|insights?|advice|tips?|openness|evening|tea|walk|answers|tour|breakfast|dinner)|^\W*(?:cheers|thanks|thank you) \w+[!.,]"
            ),
        ),
        (
            "reminder",
            pattern(
                r"(?:\w+ )?(?:days|weeks|a week|a fortnight|day|week) ago ~(?:wrote|message|email)|wrote to you ~(?:ago|last|on|before|already)|(?:got|get|been|have been|may have) (?:got )?(?:buried|lost|missed|slipped)|nudge|reminder|follow(?:ing)? up|following-up|my (?:last |first |earlier |short )?(?:email|message|note|mail)|my enquiry|my inquiry|(?:reply|response|answer) to my|written to you ~(?:three times|twice|already|before)|bump\w*|checking in|have you (?:talked|spoken)|circling back|any news"
            ),
        ),
        (
            "report-back",
            pattern(
                r"(?:i )?(?:spoke|talked|met|had (?:the|a|my) (?:video )?(?:chat|call|talk|coffee|lunch|conversation)) (?:\w+ )?(?:to|with|up with) \w+|thank\w* ~(?:putting us in touch|introduc\w+|connecting us|the introduction|the intro)|wanted to tell you how (?:it|the)|met \w+ (?:yesterday|last|on)"
            ),
        ),
    ),
)
