"""What a English request should have, and should not."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

import re

from notesync.letters.phrases.en.nouns import DAY, NUMBER
from notesync.letters.phrases.phrasebook import Quality, pattern

QUALITY = Quality(
    formal=pattern(r"(?:mr|mrs|ms|mx|dr|professor|prof|sir|madam)\b"),
    logistics=pattern(
        r"how are (?:you|things)~|how's (?:it|life|things)~|when (?:are|do|can|could|would|does|suits|should|is)~|how about~|what do you think|which (?:works|day|time|slot)~|what you're up to|what (?:you are|you've been|have you been) ~up to|what are you up to~|what (?:day|time)~|how you(?:'re| are) doing|where shall we~|so, no time~|what suits|how long it's been|where do we stand~|what you(?:'re| are)? do(?:ing)? (?:these days|now|nowadays|for a living|at the moment)|life and (?:all that|everything|the universe)",
    ),
    question=pattern(
        r"(?:how|why|how'd|what|which|where|who|whether|if you(?:'d| would| really)|what's|how's|who's) [^.!?\n]{5,}",
        r"(?:difference between|differs? from) ~",
        r"would you (?:still|rather|now|today|say|do|start|choose|pick) [^.!?\n]{8,}",
        r"(?:is|are|was|does|do|did|can|has) (?:it|there|the|one|that|people|you (?:really|miss|ever|still|find|regret|think)|a)\b(?!.{0,25}(?:time|meet|a call|catch up|chat))[^.!?\n]{10,}\?",
    ),
    topic=pattern(
        r"topic:? \w+|(?:questions?|talk|chat|hear|learn|ask (?:you|things)?|know|advice|thoughts|tell me|conversation|insights?|perspective|view|curious|think\w*|brain) (?:\w+ ){0,3}(?:about|on|into|regarding) (?!it\b|me\b|you\b|that\b)\w+|interested in (?!you)\w+|curious about~|like to understand|want to understand|trying to (?:find out|understand)|(?:one|a|two|three|few|single|small|quick) (?:\w+ )?questions? (?:about|on|regarding)|my question|your (?:experience|view|take|path|story)",
    ),
    minutes=pattern(
        rf"{NUMBER}[ -]?(?:min|mins|minutes?|m|-minute)",
        r"half[- ](?:an )?(?:hour|hr)|(?:a )?quarter of an hour|½ hour|half-hour|quarter-hour",
    ),
    brief=pattern(
        r"coffee|lunch|tea|cuppa|pint|beer|drink|walk|breakfast|dinner|(?:one|two|three|couple of|few) (?:lines|sentences|questions|names)|a name or two|single name|quick (?:call|chat|question|word|email)|short (?:call|chat|email|note|reply|answer)|brief (?:call|chat|conversation)|by email|reading tip|voice note|pick your brain",
    ),
    hours=pattern(
        r"(?<!half\x20)(?<!quarter\x20of\x20)(?:an|one|a full|1) (?:hour|hr)(?!s)(?! ago)|(?:two|three|four|several|a few|couple of|2|3|4|1-2|one or two|one to two) (?:hours|hrs)|hour and a half|(?:1\.5|90|60|120) ?(?:hours?|minutes?|mins?)|(?:one|two|three)(?: and a half)?[ -]hours?|one-hour|(?:whole|full|half a|entire) (?:day|afternoon|morning)|shadow you|for (?:a|the) day|spend (?:a|the) day",
    ),
    connection=pattern(
        r"your (?:\w+ ){0,3}(?:talk|article|post|book|podcast|interview|essay|portrait|tour|workshop|blog|concert|column|video|webinar|seminar|lecture|project|study|newsletter|paper|keynote|stand|piece|workshop|department|team|profile|tweet|comment|film|exhibition|work|shop|website|thread|session|story|research)",
        r"(?:heard|read|saw|seen|came across|stumbled|met|noticed|followed|following|watched|visited|listened|found|suggested|recommended|told|mentioned|said|thought|gave|pointed|supervised|taught|worked|introduced|referred|remember|sat|wrote|spoke|there was a piece|reading|pleasure of)",
        r"(?:we're|we are|we) (?:both|share|have|met|worked|went|are|know|did|were|used)|(?:fellow|alumni|alumnus|alumna|former|mutual|in common|same)|my (?:\w+ )?(?:professor|friend|boss|colleague|sister|brother|neighbour|neighbor|mother|father|aunt|uncle|cousin|old)|like you|(?:just )?like you|uncle|aunt|since your|got your (?:number|name|address)|you spoke|you (?:know|moved|used|still|were|are|'re|gave|told|mentioned|taught)|we both",
        r"your (?:\w+ ){0,2}(?:letter|lesson|class|bread|rye|own account|speech|tutorial|bakery|stall|voice|photos?|photographs?|garden|demonstration|performance|play|painting|sculpture|recipe|repair|map|letter|review|feature|report|lessons|course|album|song|novel|poem|exhibit|garage|maps)|i was (?:in|at|sitting|among) ~(?:your|when you|audience)|you (?:\w+ )?(?:explained|said|spoke|showed|talked|described|signed|told|ran|run|led|mentioned|wrote|taught|gave)",
    ),
    way_out=pattern(
        r"(?:if|should|when|unless)\b[^.!?\n]{0,60}?(?:not|n't|no|doesn|don|can't|too|busy|suits?|mad|tight|swallow\w*|short of|late|year-end|madness|time|works|possible|like|up for|rather|heavy|is better|prefer|easier|get round|welcome|awkward|trouble|room|convenient|fancy|happy|free|allow|willing|open to|comes up)",
        r"(?:no|zero) (?:stress|problem|worries|pressure|hard feelings|rush|bother|obligation|need|is fine|is a)|nae bother|grand if|(?:totally|absolutely|perfectly|quite|completely|that's|all|just|is|also) (?:fine|ok|okay|all right|alright|good|understand\w*)|(?:understand|get it) (?:completely|entirely|if|totally)|(?:fully|completely|quite|totally|of course|entirely|perfectly) understand|i(?:'ll| will|'d| would)? (?:\w+ )?understand|(?:a|quick|short|simple) no|only if|unless|no explanation|under no|if you don't|just ignore|feel free to (?:ignore|say no|decline)|another time|just say|all good|or (?:a|just a|even a) (?:reading|short|quick|line|email)|otherwise|say no|i can live with|i respect|can't be done|next week is fine|that's an answer|email is (?:good|fine)|is too|or just send|lets you|do say|or not at all|don't feel|take a no|even if the answer|a no\b|no is|or by email|either way|fine too|no hard|later is fine|works too|happy with a|not to worry|(?:no|without) (?:offence|offense|harm|matter|issues?|biggie|drama|fuss)|feel free to (?:pass|skip|refuse|decline|ignore|say)|free to (?:refuse|decline|say no)|fair enough|leave it|(?:please |kindly )?(?:just )?ignore (?:me|this)|do not mind my|thumbs-down|never mind|(?:nobody|no one|nothing) comes to mind|say so|forget i asked|a later is|some other (?:day|time|sunday|week)|pass on this|skip (?:it|this)|refuse|turn me down|delete this",
        r"(?:if|should|in case) [^.!?\n]{3,60}, (?:i'll|i will|just|say|leave|ignore|skip|tell|that's|it's|a |an |please ignore|kindly ignore|no|then|email|two lines|a line|don't|i won't|that is|it is|do not|please do not|by all means)\b",
    ),
    pressure=pattern(
        r"(?:thanks|thank you|thanking you|many thanks|cheers) (?:so much |very much )?in advance",
        rf"(?:please|reply|respond|response|answer|slot|let me|get back|need|know|hear) [^.!?\n]{{0,50}}?by (?:{DAY}|next|this|\d|end)",
        r"asap|as soon as possible|urgent\w*|immediately|at your earliest|call me today|today,? ok|ideally (?:tomorrow|today)|preferably (?:today|tomorrow|now)|at short notice|has to be (?:this|today|tomorrow)|(?:i'm |i am )?(?:counting|relying|banking) on you|i expect|expect (?:at least|a|an|your)|you must(?! (?:be|have|get|hear))|you have to (?:help|answer|call|meet|reply|see me|tell me|talk)|get back to me (?:for once|now|soon|today)|don't let me down|you owe me|i insist|need (?:to )?~urgently|by return|without delay|right now, please|waiting for your|in anticipation|take no for|won't take no|(?:reply|answer|confirm|respond|write back|call me|ring me|speak|talk|need|minutes) [^.!?\n]{0,40}(?:tonight|today|right now|straight ?away|now\b(?! (?:i|and|that)))|(?:must|has to|needs to) (?:happen|be) (?:today|tonight|now|this)|without fail|no later|by (?:tonight|close of business|cob|eod|end of (?:day|play|business)|noon|lunchtime)|keep the line|don't make me wait|no excuses|i need you to|i await your|i shall ring|i'll (?:ring|call|phone) you (?:at|on|tomorrow|tonight)|expecting your|kindly revert|revert (?:soon|asap)|the sooner the better",
    ),
    supposing=pattern(r"if|unless|should|when|in case"),
    favour=pattern(
        r"(?:could|can|would|will|may|might|please|mind|any chance|fancy|got|have|do) (?:you|i|we|ye|please|me|of|have|call|tell|send)"
    ),
    further=re.compile(
        r"(?:,| and| plus| or)(?: and)?(?: (?:also|then|maybe|even|perhaps|please))* (?:could you |would you |can you )?(?:send|lend|show|give|review|read|proofread|come|look|find|bring|name|introduce|tell|suggest|share|check|put|help|take|explain|recommend|call|pass|forward|teach|connect|invite|let|get)\b",
        re.IGNORECASE,
    ),
    flattery=pattern(
        r"(?:absolutely|truly|really|incredibly|totally|so|hugely|utterly) (?:amazing|inspiring|impressive|incredible|fantastic|brilliant)|(?:impressive|amazing|incredible|inspiring|stellar|outstanding|remarkable) (?:profile|career|background|cv|journey|track record|achievements)|thought leader|guru|legend|(?:top|leading|absolute|true) (?:top )?(?:expert|authority|rockstar|rock star)|exactly the (?:man|woman|person) i need|(?:biggest|huge|great|massive) fan|i (?:deeply |truly |really )?admire (?:you|your)|role model of mine|an honou?r|(?:be |so |deeply )honou?red|the (?:very )?best (?:in|there)|no ?one (?:knows|does) ~(?:better|like)|visionary|goddess|greatest (?:mind|\w+ (?:ever|of all|alive|in the))|(?:you are|you're) (?:a |the |simply |just |truly )*(?:genius|star|god|goddess|king|queen|prophet|hero|perfection|phenomenon|marvel|wonder|best|finest|greatest|icon)|perfection itself|(?:no ?one|nobody) (?:\w+ )?(?:in the world|like you|else in|compares|under the sun|on earth)|never (?:been|be) ~(?:as|like) (?:\w+ )?(?:as )?you|so (?:dazzling|brilliant|wise|clever|talented|gifted)|superstar|world-class|unrivalled|unmatched|bow to you|one and only|in awe",
    ),
    reproach=pattern(
        r"(?:still |yet |unfortunately )*(?:have |has )?(?:not|n't) (?:\w+ )?(?:received|heard|had|got|gotten|replied|answered|responded)|no (?:reply|response|answer)|(?:find (?:that|it|this) |that's |it's |rather |very |quite |bit )(?:disappointing|rude|a shame|sad|disrespectful|strange)|disappointed|at least a|no time for (?:old|me|us)|(?:written|emailed|messaged|called|texted|asked) (?:\w+ ){0,2}(?:twice|three times|several times|repeatedly)|ignor(?:ing|ed) (?:me|my)|don't ignore|get back to me|too (?:busy|important|good) for|why (?:haven't|don't|won't|aren't) you|a pity|worth an answer|find the time now|waiting (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:weeks|days|months)|good manners|haven't been in touch|have you forgotten|common (?:courtesy|decency)|for once(?!,? i)|important enough|not cool|ghosted|(?:worth|deserve) (?:an|a) (?:answer|reply)|have the (?:time|decency)|forgotten (?:about )?me|weren't worth|(?:not|n't) reacted|expected (?:more|better|a refusal|at least)|third time|nothing from you|gone quiet|silence from|radio silence|couldn't even|no way to treat|forgot(?:ten)? about me|you promised|a pity that|have been waiting|been waiting|you (?:said|promised) you(?:'d| would)",
    ),
    flexible=pattern(
        r"whenever|at any time|any time|anytime|whatever (?:day|time|suits)|on a day|(?:i'll |i'd |will )?fit (?:in )?(?:round|around|with|entirely)|(?:place|time|where|when) ~(?:up to you|you choose|you like|you prefer)|up to you|whichever|(?:phone|coffee|call|video|in person|lunch|tea) or \w+|or (?:on |by )?(?:the )?(?:phone|video|call)|this week or next|(?:in|over) the (?:next|coming) (?:few )?\w+|next few|sometime|some time|some evening|(?:gladly|happily|happy to|'d) (?:come|travel|meet)|suits you|works for you|your convenience|then in summer|later is fine",
    ),
    thanks=pattern(r"thanks?|thank you|thx|cheers|grateful|appreciate\w*|much obliged|ta"),
    insight=pattern(
        r"(?:that(?! was| is|'s)|how|why|whether|what|the (?:part|point|idea|story|bit|line|example|advice|tip) (?:about|on|that|of|with)|your (?:advice|tip|point|example|story|idea|line|remark|comment|hint)|hearing that|about the|the difference) [^.!?\n]{8,}|(?:surprised|was new to me|new to me|no idea|learned|learnt|realised|realized|clearer|stayed with me|stuck with me|take away|taken away|keeps going|going round|opened my eyes|made me think|hadn't (?:thought|considered|known)|had thought|never knew|helped me (?:most|to)|now i (?:know|understand|see)|shifted|didn't know|never thought|tried your|as you (?:said|suggested|advised)|took away)|your (?:picture|image|trick|question|story|way) (?:of|about|with) [^.!?\n]{5,}",
    ),
    du=None,
    sie=None,
)
