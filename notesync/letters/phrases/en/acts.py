"""What people do in a message, in English: ask, offer, wonder, tell. None of it is wrong by itself.

The second reader (`notesync.letters.learned`) has learned what each of them speaks for. So these
tables may be wide where those of the rules (`…pleas`) have to be narrow.
"""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

from re import Pattern

from notesync.letters.phrases.phrasebook import pattern

# Those who decide.
DECIDER = (
    r"(?:boss|bosses|manager|managers|hr|human resources|personnel|chief|partners?|head of \w+|heads?|"
    r"principal|headteacher|director|board|owner|supervisor|captain|foreman|foreperson|chef|"
    r"recruiter|hiring manager|higher-ups|management|those (?:who|in)|whoever|people upstairs|"
    r"right people|sister|brother|uncle|husband|wife|committee|selection|dean|superior|commander)"
)

ACTS: tuple[tuple[str, Pattern[str]], ...] = (
    (
        "speak-for-me",
        pattern(
            r"(?:a|good|kind|nice|quick|little|one|your) words? (?:in |from you|for me|for (?:him|her|us)|with|to|about me|in (?:her|his|your|their|the) ear)",
            r"put (?:in )?a word|put me (?:forward|up|in|through|on)",
            r"(?:mention|recommend|suggest|propose|refer|endorse|push|name|back|nominate|sponsor) (?:me|my name|us|him|her)\b",
            r"vouch|whisper|(?:speak|spoken|talk|talked|spoke) ~(?:about|for) (?:me|him|her)\b",
            r"sing my praises|have the ear|(?:her|his|boss's|their) ear\b",
            r"(?:give|pass|drop|shout|share|circulate|forward|leave|hand|slip|show|spread|send) (?:\w+ )?(?:me|my|on my|this|him my|her my|them my) ",
            r"pull (?:a |some |any )*strings",
            r"(?:think|thought|remember|remembers?) (?:of |about )?(?:me|us|him|her)\b|keep me in",
            r"bear me in",
            r"(?:tell|ask|text|ring|call|let) (?:your |the |him|her|them) ?~(?:about me|i'm|that i|i am|whether|if|know)",
            r"support my|on my behalf|get me (?:in|a|through|into|past|on)|(?:open|opens) ~doors?",
            rf"introduce (?:me|us|my) ~{DECIDER}",
            rf"(?:introduce|connect|put) me (?:to|with|in touch with|before|in front of) ~{DECIDER}",
            r"pass (?:it|this|me|my)~(?:on|along|to)\b|good turn|kindness",
            r"get my name (?:in|out|on|to)|in front of (?:the right|your|her|his|them)|point me to(?:wards)? ~(?:hr|the right|whoever)",
            r"keep (?:an? |your )?(?:ears?|eyes?) (?:out|open|peeled|to the ground)|(?:keep|hold) my (?:name|details|card) ~(?:on file|handy|somewhere)",
            r"(?:if|should|when) (?:you|anyone|anybody) (?:ever )?(?:hear|hears|come across|know|knows) of (?:anything|something|anyone|somebody|someone|a)\b",
        ),
    ),
    (
        "take-me",
        pattern(
            r"(?:take|have|use|want|hire|employ|consider|try|accept|need|place|fit|slot|slip|squeeze|choose|pick|get|send|engage|welcome|count|carry|give|offer) (?:a look at )?(?:me|someone like me|somebody like me|us|him|her)\b(?! (?:a |some |your )?(?:minute|time|call|know|20|15|twenty|half|ten|advice|hint|tip|idea|sense|impression|straight|honest|something|clear|different|better))",
            r"make me (?:one|part)|let me (?:help|join|start|in\b|work|show|prove|try|be|do|take)",
            r"(?:room|place|space|spot|corner|chair|desk|seat|bench|slot|opening|gap|use|bed|shift|need|work|anything|something|home) (?:\w+ ){0,3}(?:for (?:me|someone|somebody|us|him|her|a|one|another))",
            r"(?:any|of) use (?:to|for) (?:you|ye|the)",
            r"(?:could|can|might|would) (?:you |ye |you guys |your \w+ )?(?:do with|use|need|want) (?:a|an|some|someone|somebody|me|another|extra|more|help)\b",
            r"join (?:you|your|ye|the (?:team|crew|staff|family|gang)|them)\b",
            r"(?:part|member|one) of (?:your|the|the gang|a) (?:team|crew|family|gang|company|firm|staff|lot|you)",
            r"on your (?:team|crew|side|staff|bench|books|floor)",
            r"work (?:for|with|under|alongside|beside|at) (?:you|your|yours|ye)\b",
            r"(?:start|begin|starting) (?:with|at|on|for) (?:you|your|monday|the)",
            r"on board|aboard|under your wing|one of (?:you|your|them|the gang)\b|keep me (?:on|busy|around)?|put me to (?:work|use)|take a chance on me",
            r"(?:a|one) (?:chance|shot|try|go|week|day|month|trial)\b ~(?:to show|to prove|with you|at it|and)|give me (?:a |one |the )?(?:chance|shot|try|go|apron|week|day)",
            r"(?:needn't|don't need to|no need to) (?:look|search)|look no further|search no further|(?:get|getting|let me) through the door|foot in",
            r"(?:i'd|i would|i could|i'll|could i|may i|can i) (?:\w+ )?(?:fill|cover|stand in|fill in|step in|jump in|muck in|pitch in|help out|lend a hand|take over|take care of|walk in|be behind)\b",
        ),
    ),
    (
        "wish-to-work",
        pattern(
            r"(?:i'd|i would|i'll|would|should|i'm|i am|i|we'd) (?:\w+ ){0,3}(?:love|like|glad|happy|honou?red|delighted|thrilled|keen|eager|dream|dying|prepared|willing|ready|hope|hoping|want|welcome|jump|pleased|proud|grateful|wish|enjoy|gladly|happily) (?:\w+ ){0,4}(?:work|working|join|joining|assist|assisting|help out|helping|support|contribute|become|becoming|be part|being part|be considered|teach|serve|start|starting|begin|continue|move to|be of|be one|take on|take over|fill|cover|train|apprentice|volunteer|cook|drive|build|play|sing|write for|design|get into|get in|come on board|come aboard|come back|return)\b",
            r"be considered|apply(?:ing)? (?:to|for|at|with)|my application",
            r"i (?:want|wish|hope|intend) to (?:work|join|be|become|get|start)\b",
            r"come (?:on board|aboard|work|and work|back to work)|dream of (?:working|joining)",
            r"see myself|picture myself|imagine myself|belong (?:in|at|with|on)",
            r"i could (?:sit|do|take|run|cover|help|start|handle|fill|be|come|work|bring|lend|step|jump|support|build|offer|manage|lead|teach|drive)\b",
            r"(?:i can|i could|i'll|i'd) (?:night|weekend|all|do the|do that|do any)|i offer",
            r"offering (?:to|my|you)|i propose|my proposal",
            r"of (?:any |some )?(?:use|service|help) to (?:you|your)|at your side|count me in|i'd be up for|my services|(?:get|getting) (?:back )?into (?:your|the)\b|hoping to land|where do i sign|when do we start",
        ),
    ),
    (
        "ready",
        pattern(
            r"available|availability|at your (?:disposal|service)",
            r"(?:i'm|i am|am) (?:\w+ )?(?:ready|free|around|flexible|open to|footloose|mobile)\b(?! to (?:talk|chat|meet|hear|listen))",
            r"free (?:from|as of|all|any|every|after|since|to start)",
            r"(?:could|can|would|will|i'd|able to|to) (?:start|begin|join|come in|jump in|step in|move|relocate|be there|walk in|get going|come for)\b",
            r"start (?:immediately|tomorrow|today|monday|at once|right|next|any|whenever|in|from|as soon)",
            r"notice period|(?:immediate|immediately)",
            r"(?:any|every) (?:day|shift|hours?|role|city|job|date|work|post|time of)\b|trial",
            r"unpaid|without pay|for free|for nothing|no pay|wouldn't (?:have to|need to) pay",
            r"part-time|full-time|weekends|nights|shifts|interview",
            r"(?:diary|calendar|schedule|weeks?|hands?|plate) (?:is|are|'s) (?:\w+ )?(?:empty|clear|free|white|open)",
            r"time on my hands|nothing on|day or night|i'm there|say when|say the word",
            r"a word from you|just (?:say|call|shout|ring)|on the market|to be had",
            r"call (?:up)?on me|whenever you need|move (?:in|there|to|anywhere)|salary|wages?",
            r"pay rate|hourly|terms",
            r"last day (?:at|with|in) ~(?:is|was)|(?:left|leaving|quit|finished|finish) ~(?:as of|on|last|this|in)|timing couldn't be better|i'm (?:all )?yours|all yours|spare hands|hands are (?:free|idle)|out of (?:contract|season)",
        ),
    ),
    (
        "you-need",
        pattern(
            r"short[- ](?:staffed|handed)|short (?:of|on) (?:people|staff|hands|someone|\w+ers)",
            r"(?:you're|you are|you were|ye're|they're|team is|are you|you) (?:\w+ ){0,2}(?:short|short-handed|looking for|expanding|growing|hiring|recruiting|searching|taking on|building|adding|down a|desperate for|swamped|snowed|overworked|rushed)",
            r"one (?:body|man|person) down|man down|down a|extra pair|pair of hands",
            r"(?:spare|extra|helping|more|another) hands?|reinforcements?|vacan(?:cy|cies|t)",
            r"openings?|opens up|frees up|comes up|coming up|becomes? free",
            r"empty (?:chair|desk|seat)|unstaffed|going (?:at|in|with) (?:your|yours)|positions?",
            r"placements?|internships?|apprenticeships?|traineeship|posts? (?:of|as|in|at)|jobs?",
            r"jobs going|roles?|hir(?:e|es|ed|ing)|recruit\w*|employ\w*",
            r"(?:leaving|retires?|left|maternity|quit|sick|off) |replace\w*|successor",
            r"fill (?:the|a|that|his|her)|whoever (?:does|is)",
            r"who (?:do i|should i|would i) (?:speak|talk|send|apply|ask) ~(?:about|for|to) (?:a|the|working|joining|getting)",
            r"looking for (?:work|a job|a position|something|a new|new|my next|an|employment)",
            r"seeking|in search of|on the lookout|need (?:work|a job|something)",
        ),
    ),
    (
        "praise-self",
        pattern(
            r"(?:i'm|i am|being|he's|she's|he is|she is|,|and|am) (?:a |an |very |quite |so |really |also |both |pretty |always )*(?:reliable|hard[- ]?working|hard worker|punctual|strong|fast|quick|tidy|patient|honest|flexible|motivated|driven|dedicated|passionate|creative|fluent|skilled|experienced|qualified|certified|licensed|resilient|sharp|unflappable|organi[sz]ed|diligent|loyal|team player|natural|presentable|numerate|gifted|talented|hungry|dependable|cheerful|friendly|trustworthy|committed|ambitious|good with|great with|superb|steady|sober|fit and|kind with|detail|structured|humble|spotless|adaptable|energetic|enthusiastic|conscientious|willing to learn|eager to learn|careful|capable)",
            r"never (?:late|ill|sick|oversleep|miss|missed|complain|been late|off)|fast learner",
            r"learn fast|learn quickly|won't (?:regret|disappoint|let you down)|not regret",
            r"not be disappointed|wouldn't regret",
            r"(?:an? |the )?(?:perfect|ideal|great|good|real|valuable|right|best) (?:fit|match|asset|addition|person|man|woman|candidate|choice|one)",
            r"asset|suit you|fit (?:right )?in",
            r"i'd be (?:perfect|ideal|great|good|brilliant|a good|a great|an asset|the)",
            r"fit (?:your|the) team|what you need|exactly what you|need look",
            r"needn't (?:look|search)",
            r"(?:see|show you|prove|showing you|tell you) (?:what i can|how (?:i|good|well|much)|that i|more about me|my)",
            r"what i (?:can|could) (?:do|bring|offer|add)|i (?:bring|offer|deliver|know my|excel)",
            r"you (?:know|'d see|would see|'ll see) (?:me|what i|how i|i'm|my capacity|i )",
            r"capable of",
            r"my (?:skills|strengths|experience|expertise|qualifications|talents?|track record|abilities|knowledge)",
            r"value (?:to|for|i)|benefit|contribute|strengthen|i assure you|crush it|work ethic",
            r"references",
            r"(?:tick|ticks) (?:every|all) (?:the )?box\w*|won't find (?:anyone|anybody|someone)|natural (?:\w+)|i'm rather|(?:well|nicely) suited|you'll (?:want|love|like|not) ~me|patient with|good (?:hands|with)|steady hands|like me enough|me in action|i (?:pride|consider) myself",
        ),
    ),
    (
        "credentials",
        pattern(
            r"\d+ years?(?:'| of|of)? (?:\w+ ){0,3}(?:experience|practice|service|in|as|on|with|at)",
            r"(?:\w+teen|twelve|ten|five|seven|eight|nine|six|four|three|two|twenty|thirty|eleven|fifteen|decades?) years? (?:of|in|on|as|at|with)",
            r"experience (?:in|with|as|of)|degree|diploma|certificate|licen[cs]e|bsc|msc|mba|phd",
            r"qualification|trained|graduat\w+|ticket|apprenticed|speak (?:\w+ )?languages",
            r"languages|clean licence|permit|award\w*|quota|million|revenue|budget",
        ),
    ),
    (
        "papers",
        pattern(
            r"cv|c\.v\.|resum[eé]|résumé|bio-?data|portfolio|profile(?= (?:and|to|with|on to))",
            r"my (?:\w+ )?(?:profile|folder|papers|documents|details|name|number|card|reel|showreel|samples|sketches|work samples|references|testimonials|certificates|mark sheets|drawings|photos|demo|application|particulars|credentials|website|stuff)",
            r"attached|enclosed|enclose|attach|attaching|herewith|cover letter",
            r"link (?:below|to my)|perusal|for your consideration|recordings?",
        ),
    ),
    (
        "lost-work",
        pattern(
            r"laid off|let (?:me |us )?go|redundan\w+|unemployed|out of (?:work|a job)",
            r"between (?:jobs|roles|things|positions|projects)|lost my (?:job|position)",
            r"(?:contract|funding|position|post|fixed term|project) (?:is |was )?(?:ends?|ending|ended|runs out|up|over|finish\w*|expires?|cut)",
            r"(?:company|firm|plant|shop|branch|mill|factory|hotel|mall|practice) ~(?:clos\w+|shut\w*|folded|bankrupt|insolven\w*)",
            r"sacked|fired|cut loose|made redundant|restructur\w*|on the dole|jobless",
            r"job[- ]?hunt\w*|job search|no (?:job|work)|without (?:a job|work)|new challenge",
            r"next (?:challenge|step|role|chapter|move)|fresh start|change of scene",
            r"get out of here|looking around|back (?:on|in|into) (?:the )?(?:market|work\w*)",
        ),
    ),
    (
        "distress",
        pattern(
            r"rent|last (?:hope|resort|chance|address)|no ?(?:one|body) else|who else to turn",
            r"don't know (?:what|who|how)|beg|begging|desperate\w*",
            r"anything (?:at all|will do|whatsoever|goes|really)?[,.! ]|whatever|don't care",
            r"don't mind (?:what|which)|give up|go on like this|nothing left|rejection\w*|savings",
            r"debts?|please please|every door|nobody (?:answers|wants|writes)|can't sleep|hopeless",
            r"at my wits|struggling|mouths to feed|my children|no family|urgent\w*|save|saving a",
            r"kindly help|help me (?:out|please)|please help|any help",
        ),
    ),
    (
        "boss",
        pattern(
            rf"{DECIDER}",
        ),
    ),
    (
        "for-other",
        pattern(
            r"(?:my|our) (?:\w+ )?(?:son|daughter|nephew|niece|grandson|granddaughter|boy|girl|lad|cousin|brother|sister|husband|wife|friend|kid|youngest|eldest|partner|mum|mother|dad|godson|goddaughter|stepson)(?:'s)?(?: \w+)? (?:is|has|needs|wants|would|could|'s|just|finished|finishes|,|who|\()",
            r"(?:him|her|he|she) (?:is|has|would|could|needs|deserves|works)|on (?:his|her) behalf",
            r"make room for (?:her|him)",
        ),
    ),
    (
        "outcome",
        pattern(
            r"where (?:things|i|we|it) stand",
            r"any (?:news|movement|word|update|decision|chance|luck|joy|progress)|chances?",
            r"decision|decided (?:yet|about)|hear(?:d)? (?:back|from (?:him|her|them|your))",
            r"did (?:he|she|they) (?:say|read|look)|has (?:he|she) (?:said|read|seen)",
            r"have they (?:said|decided|read)|(?:fingers|toes) |next steps?|what happens next",
            r"move forward|proceed|look forward to (?:your|hearing)",
            r"positive (?:reply|answer|response)|favou?rable|status of|considered|shortlist\w*",
            r"still (?:interested|keen|waiting|hoping|available)",
        ),
    ),
    (
        "inquire",
        pattern(
            r"(?:how|what|why|which|where|when) (?:did|do|does|has|have|is|was|were|are|would|made|surprised|changed|helped|convinced|drew|took|kept|goes|went|counts|matters|makes|struck|tripped|would you) ~(?:you|your|it|people|one|the|that|most|a)\b",
            r"what (?:\w+ )?(?:surprised|changed|helped|convinced|tripped|matters|counts|kept)",
            r"how (?:\w+ )?(?:different|hard|much|long|often|big|you)",
            r"would you (?:still|do|say|choose|advise|have|go|recommend (?!me))",
            r"what (?:i|one|someone) (?:should|would|could) ",
            r"do you (?:miss|regret|find|still|ever|think)",
            r"(?:is|was) (?:it|there) (?:really|true|anything|something|harder|easier|a)\b",
            r"who else|whom else",
        ),
    ),
    (
        "understand",
        pattern(
            r"understand|learn(?:ing)? (?:about|how|what|more about|from)|find(?:ing)? out|curious",
            r"wonder(?:ing)?|figure out|work out (?:whether|what|if)|make sense of",
            r"get a (?:feel|picture|sense|better)|know more about|know what|know how|know whether",
            r"get my head round|pick your brain",
            r"your (?:view|take|perspective|advice|thoughts?|opinion|experience|honest)|insight",
            r"weighing|compare|comparing|deciding|decide (?:whether|if|between)|make up my mind",
            r"torn|question|ask you|hear how|hear what|hear about",
        ),
    ),
    (
        "not-a-job",
        pattern(
            r"(?:not|n't|no|without|never|nothing) ~(?:job|position|vacanc\w+|opening|apply\w*|application|work|cv|hir\w+|role|placement|post|employment|hunting|favou?r|reference|sell)",
            r"before i (?:apply|decide|commit|jump|hand|quit|send|sign|leave|start)",
            r"happy (?:in|at|where|with my)|not (?:looking|asking|after|hunting|planning)",
            r"just (?:want|like|trying|curious|information)",
            r"only (?:want|like|trying|curious|information)|purely",
        ),
    ),
    (
        "their-path",
        pattern(
            r"you (?:\w+ )?(?:moved|switched|changed|left|went|came|made the|started|began|became|swapped|crossed|trained|retrained|gave up|built|set up|founded|spent|worked|wrote|said|told|explained|described|spoke|talked|ran|took|turned|quit)",
            r"your (?:\w+ )?(?:switch|move|change|path|route|step|transition|career|journey|first year|talk|article|book|piece|interview|podcast|lecture|early)",
            r"how you",
        ),
    ),
    (
        "thinking-of",
        pattern(
            r"(?:i'm|i am|been|i've been|and) (?:\w+ )?(?:thinking|considering|wondering|toying|weighing|pondering|contemplating|mulling|undecided|torn|looking into|exploring|tempted)",
            r"could imagine|might (?:be|suit)|whether (?:to|it|i|that)|or (?:whether|rather|stay)",
            r"change (?:fields?|careers?|direction|jobs)|move (?:into|towards)|retrain\w*",
            r"switch (?:to|into)",
        ),
    ),
    (
        "one-way-out",
        pattern(
            r"if (?:not|it doesn't|it isn't|you can't|you're too|you'd rather|that's|this|now|the timing|it's|you don't|time|there's no|no)\b",
            r"no (?:problem|worries|pressure|rush|hard feelings|bother|harm|need|obligation)",
            r"(?:quite|perfectly|totally|that's|absolutely|completely|entirely) (?:fine|ok|okay|understand|all right|alright)",
            r"feel free|a no\b|say no|i'll understand|understand entirely|whenever suits",
            r"either way|don't feel",
        ),
    ),
)
