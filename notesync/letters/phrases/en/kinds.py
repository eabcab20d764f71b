"""How an English message shows what it is."""

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
                r"(?:can't|cannot|can not|won't be able to) (?:manage|make it|do it|help) (?:just |right )?(?:now|at the moment|this)|(?:i'm afraid|unfortunately,?) i (?:can't|cannot|won't)|thanks for (?:your|the) (?:message|email|note|request)",
                r"(?:have to|must|need to) (?:decline|disappoint|say no|pass|turn)|(?:won't|can't|cannot) (?:manage|do) ~(?:call|conversation|talk|chat|now|weeks)|honour(?:s|ed)? me|feel honoured|can't get round to|(?:declining|not giving) (?:any|every)\w*|ask me again|try again in|do ask (?:mr|mrs|ms|dr)|write to me again",
            ),
        ),
        (
            "offer",
            pattern(
                r"(?:happy|glad|pleased) to (?:tell|share|talk you|answer|give you|help you)~|(?:sure|gladly|of course|happily),? (?:i'll |i will |i can )?tell you|(?:i'd|i would) (?:gladly|happily) (?:tell|share|answer)|i'm happy to (?:tell|chat|share)|(?:feel free to|you can|do) (?:ask|call) me",
                r"ask (?:me )?(?:anything|away|whatever)|fire away|pick my brain|(?:i'll|i can|i'd) ~tell you|tell you (?:all|about|what)|(?:heard|tells? me|says?|said|wrote|hear) (?:that )?(?:you|you're|you'd)~(?:thinking|like to|want to|might)|if you want to talk|come (?:along|round)|what do you want to know|i'll call you",
            ),
        ),
        (
            "confirm",
            pattern(
                r"still on|looking forward to (?:our|tomorrow|seeing|meeting|the) ~(?:conversation|talk|call|meeting|lunch|tomorrow|you|chat|coffee)|see you (?:tomorrow|on|at|then)|as (?:agreed|discussed|arranged),? (?:i|we)|confirm\w* (?:our|the|that)",
                r"all set|still ok(?:ay)?(?: for)?|(?:suits|works for) me (?:well|fine)|until then|then (?:we'll|i'll) (?:meet|be|see)|we'll meet|your quick (?:yes|reply)|as (?:arranged|agreed|discussed)|i'll (?:be at|be there|dial in|gladly come|ring you)|see you then|just to confirm",
            ),
        ),
        (
            "news",
            pattern(
                r"(?:i )?(?:got|have|'ve got|landed) (?:the|a|an) (?:new )?(?:job|offer|position|role|contract)(?! for)|i've made up my mind|i have (?:decided|made up)|i've decided|i(?:'ll be| will be)? (?:start|starting|begin|am starting|'m starting) (?:as|at|in|on)\b~|since ~i(?:'ve| have) been (?:in|at|with|a)|i'm leaving the|what came of",
                r"somebody else got|it's official|in the bag|(?:since|from|as of|from) (?:monday|yesterday|today|january|february|march|april|may|june|july|august|september|october|november|december|the first),? (?:i've|i'm|i am|i have|i lead|it's|on)|i've (?:arrived|resigned|accepted|withdrawn)|i have arrived|got in|made all the difference|(?:how it ended|what came of|how things stand|small update)|you (?:once|advised)",
            ),
        ),
        (
            "thank-you",
            pattern(
                r"(?:thanks|thank you|thx|cheers|grateful)(?: \w+){0,4} for(?: \w+){0,4} (?:talk\w*|call|time|lunch|coffee|yesterday|today|morning|afternoon|conversation|chat|meeting|insights?|advice|tips?|openness|evening|tea|walk|answers|tour|breakfast|dinner)|^\W*(?:cheers|thanks|thank you) \w+[!.,]",
                r"(?:your|the) (?:advice|tip|hint|picture|line|example)\b|it was an honour|that was (?:so|very|good|kind|really)|(?:thanks|thank you|ta|thx) (?:again|so much|a lot|for (?:the|your|earlier|today|yesterday|listening|taking))|(?:most )?grateful for the time|should like to thank|heartfelt",
            ),
        ),
        (
            "reminder",
            pattern(
                r"(?:\w+ )?(?:days|weeks|a week|a fortnight|day|week) ago ~(?:wrote|message|email)|wrote to you ~(?:ago|last|on|before|already)|(?:got|get|been|have been|may have) (?:got )?(?:buried|lost|missed|slipped)|nudge|reminder|follow(?:ing)? up|following-up|my (?:last |first |earlier |short )?(?:email|message|note|mail)|my enquiry|my inquiry|(?:reply|response|answer) to my|written to you ~(?:three times|twice|already|before)|bump\w*|checking in|have you (?:talked|spoken)|circling back|any news",
                r"once more|one more (?:quiet |gentle |small )?\w+|me again|again about|(?:so far|to this day|sadly|unfortunately|still) ~(?:not|no|nothing|failed|haven't) ~(?:answer\w*|repl\w+|react\w*|heard|respon\w+|received)|have you ~(?:spoken|talked|asked|had words|managed)|i asked you for|i wrote to you|i had offered|i offered you|come back to you|may i remind|still on your list|(?:first|second|third|last two|my last) messages?|nudge|prod|pest|buried in|(?:forgot|forgotten) (?:about )?me|been waiting|waiting (?:for|since)|what about (?:that|the|our) (?:call|talk|chat)|top of the pile|my (?:question|note) (?:about|of|can)",
            ),
        ),
        (
            "report-back",
            pattern(
                r"(?:i )?(?:spoke|talked|met|had (?:the|a|my) (?:video )?(?:chat|call|talk|coffee|lunch|conversation)) (?:\w+ )?(?:to|with|up with) \w+|thank\w* ~(?:putting us in touch|introduc\w+|connecting us|the introduction|the intro)|wanted to tell you how (?:it|the)|met \w+ (?:yesterday|last|on)",
                r"(?:talk|chat|conversation|call|meeting) with (?:your|mr|mrs|ms|dr) ~(?:was|helped)|went to see (?:your|mr|mrs|ms)|on your recommendation|(?:i )?(?:owe that to you|have you to thank)|for (?:connecting us|putting me on|ringing him|ringing her|the introduction)|did get in touch|visited your",
            ),
        ),
        (
            "intro-blurb",
            pattern(
                r"(?:lines?|text|note|words)\b ?~(?:pass on|forward|send on|for (?:mr|mrs|ms|your))|(?:send|pass) (?:this|it|them) on|tell(?:ing)? ~about me|for introducing me|[“\"](?:my name is|i'm|i am) "
            ),
        ),
    ),
)
