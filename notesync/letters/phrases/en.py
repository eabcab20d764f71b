"""The English expressions of the wording check: British, Irish and American, mail and messenger."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye
# ruff: noqa: SIM905 -- a list of words reads best as words

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Phrasebook, pattern

JOB = (
    r"(?:(?:part-time |full-time |dream |entry-level |summer |new |trainee )?(?:jobs?|positions?|roles?|"
    r"vacanc(?:y|ies)|openings?|internships?|placements?|apprenticeships?|traineeships?|posts?|"
    r"job opportunit(?:y|ies)|career opportunit(?:y|ies)|employment|opportunit(?:y|ies)))"
)
SEARCHED = (
    rf"(?:(?:new |next |fresh |suitable |responsible |challenging )*(?:{JOB}|work|challenges?|employer|"
    r"gig|something new|position|role))"
)
PAPERS = (
    r"(?:cv|c\.v\.|resume|résumé|curriculum vitae|cover letter|application(?: documents| form)?|"
    r"references|certificates|transcripts?|documents|work samples)"
)
WHERE = (
    r"(?:at (?:your (?:\w+ )?(?:place|company|firm|office|organi[sz]ation|school|shop|department|end)|yours|[A-Z]\w+)|"
    r"(?:in|on|with) your (?:\w+ )?(?:team|company|department|organi[sz]ation|firm|office|crew))"
)
WORKERS = (
    r"(?:people|lads|someone|somebody|anyone|anybody|staff|hands|another \w+|(?:an )?extra \w+|help|"
    r"assistants?|apprentices|trainees|interns?|new \w+|more \w+|volunteers|\w+ers|graduates)"
)
NUMBER = (
    r"(?:(?:ten|fifteen|twenty|twenty-five|thirty|forty|forty-five)|"
    r"(?:\d{1,2} ?(?:-|–|to|or) ?)?(\d{1,3}))"
)
DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|the end of)"

ENGLISH = Phrasebook(
    lang="en",
    common=frozenset(
        "i the and a an to of you your is are was for with have has had in on at my me it that this "
        "what how would if not no be or so but we she he they from just thanks thank dear hi hello "
        "hey could can don't i'm i'd it's about when tomorrow still anyone any there here need want am been go going like time know please see your yours yes my our me us who when where why got do does did will up out".split()
    ),
    letters=frozenset(),
    abbreviations=frozenset(
        "dr prof mr mrs ms st e i g eg ie vs ca no co inc ltd approx jr sr dept".split()
    ),
    coordination=re.compile(
        r"\b(?:but|yet|however|though|still|rather)\b(?!\s+than)|\band(?=\s+(?:i|i'm|am|would)\b)",
        re.IGNORECASE,
    ),
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
    myself=pattern(r"(?<!like\x20)(?:i|me|my|i'm|i'd|myself)"),
    theirs=pattern(
        rf"(?:your|his|her|their)(?: own)? (?:\w+ ){{0,2}}(?:{JOB}|work|career|application|cv|profession)",
        r"(?:how|when) (?:did )?you (?:\w+ )?(?:got|get|came|come|landed|land|found|find|moved|ended)~",
        r"you (?:\w+ ){0,2}(?:got|landed|found|took|left|applied|started)",
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
    opening=pattern(
        rf"(?:do|does|would|might|is|are|did) (?:you|your|ye|there|they|the \w+)~(?:have|got|be|be)? ?~{JOB}(?: going| open| available| free| for me| with you| at)?",
        rf"(?:have|got) (?:you|ye)?~(?:any|a|an|some) (?:\w+ )?{JOB}",
        rf"(?:any|is there a|is there any|are there any|if there(?:'s| is| are)|whether there(?:'s| is| are)|whether) ~(?:{JOB}|vacancy|possibility|start)(?: going| open| available| for me)? ?~(?:{WHERE}|going|for me|in your|available|exists?|at the moment|at your|coming up)",
        r"any (?:\w+ )?(?:jobs|openings|vacancies|internships|positions)(?: going| open| in| at| available| for)?",
        rf"(?:is|are|'re|ye're|you're|if you|anyone|they're|you guys|you) (?:\w+ ){{0,4}}(?:hiring(?! (?:panel|process|manager|practice|work|decision))|recruiting(?! (?:process|practice))|taking (?:people|\w+) on|taking on (?:people|staff|\w+)|looking for {WORKERS}|looking for a (?:new |an )?\w+(?:er|or|ist|ant|ian))",
        rf"(?:do|does|could|can|would|will) (?:you|ye|your \w+|they|yous)~(?:need|use|want|require) (?:{WORKERS}|anyone else)",
        rf"(?:need|require|looking for|could use) (?:{WORKERS}) (?:at|in|on|for)~your",
        rf"(?:{JOB}|spot|place|spots|slot|seat) ~(?:opening up|opens up|comes up|coming up|becomes (?:free|available)|frees up|left (?:on|in)|free (?:on|in)|still (?:free|open))",
        rf"(?:is|are) there (?:still )?(?:a|any|some) ~(?:spot|place|room|space|{JOB})~(?:left|free|on your|in your|for me|open)",
        r"(?:a|any) (?:place|spot|space) ~(?:in|on) your (?:department|team|company|programme|program|lab)",
        rf"{JOB} ~for (?:me|someone like me|somebody like me)",
        rf"(?:interested in|apply(?:ing)? for|like to apply) ~(?:the|your|a|an|any) (?:\w+ )?(?:{JOB})~(?:{WHERE}|advertised|at your|with you)?",
        r"(?:possibility|chance|prospects?) ~(?:of|for) ~(?:a job|work|working|employment|a start|getting in)",
        r"boss~(?:is|was|were|'s)? ?(?:ever )?(?:looking for someone|looking for people|hiring)",
    ),
    opening_plain=pattern(
        r"(?:writing to|would like to|want to|wish to|like to) apply(?: for|\.| at)|urged me to apply|hereby apply(?:ing)?|(?:am|i'm) applying (?:for (?:the|your|a)|to (?:you|your))|speculative application|unsolicited application",
        r"(?:something|anything|a spot|a place|an opening|any work) for me (?:at|in|there|going|with)|(?:have you|do you have|you've got|you have|you got|got|have|is there|there's|there is|there might be) (?:\w+ )?(?:something|anything) (?:going )?(?:for me|at your|with you|i could do|i can do)",
        r"(?:is there|there is|there's|maybe) (?:\w+ )?(?:something|anything) (?:\w+ )?(?:at|in|with) your",
        r"(?:anything|something) (?:that )?you (?:can|could) do for me",
        r"(?:consider|hire|employ|recruit|take) me(?: on)?(?: for|\?|\.|!| as| at)?(?! to| back| seriously| \d)|could you (?:use|take) me|would take me|have me on|use me\?",
        r"(?:get|getting) me (?:in|into|a (?:job|start|gig|foot|interview))|get (?:a |my )?foot in the door|any chance of (?:a start|work|a job|an interview|getting)",
        r"(?:work|working) for (?:you|your \w+|you lot|you guys)(?!r)|(?:love|like|want|keen|happy|hoping) to (?:work|start|begin|join) (?:at|in|with|for)? ?(?:you|your|yours)\b|join (?:your|the) (?:\w+ )?(?:team|company|firm|crew|organi[sz]ation)|come over to you|be part of your",
        r"when (?:do|can|could|may|shall|should) i (?:start|come by to start|begin)|invited? (?:for|to) an interview|(?:when|so that|how) (?:may|can|could|might) ?i? ?introduce myself|i can introduce myself",
        r"(?:if|when|should) (?:you|anyone|ye) ~(?:hear|know|come across|see) (?:of|about)? ?(?:anything|something|any|a|an|vacancies|openings)(?! about (?:this|that|how))",
        r"(?:see|picture) myself ~(?:taking over|in that|in this|in the)|(?:fit|fitting) (?:in |into |right into |well into )+your (?:team|company)|(?:receive|get|getting|receiving) an offer|wangle|swing (?:it|something)|work something out for me|present myself (?:to you|as)|myself ~as a (?:candidate|applicant)|being one of you|imagine (?:working|being|joining|a job|myself)~(?:with you|for you|your|one of you)?",
        r"give me a chance|(?:able to |could |can )(?:get|find|sort|land) me (?:a |some )(?:\w+ )?(?:job|work|position|placement|internship|something)",
        r"my profile ~(?:interest|fit|match|suit)\w*|matching my profile|fits? my profile|if there's a fit",
        r"pick me|extra pair of hands",
    ),
    seeking=pattern(
        rf"(?:looking|searching|hunting|on the lookout|seeking|seek|look|search) (?:for )?(?:\w+ ){{0,4}}(?:{SEARCHED})",
        rf"(?:in search of|on the hunt for|in the market for) (?:\w+ ){{0,3}}(?:{SEARCHED})",
        r"job[- ]?(?:hunting|searching|seeking|seeker|search|hunt)|between jobs|out of work|unemployed|out of a job|lost my job|made redundant",
        r"(?:need|want|would like|require) (?:a|some|any) (?:\w+ )?(?:job|work|position|role|internship|placement)",
    ),
    available=pattern(
        r"(?:could|can) (?:start|begin) in \w+|(?:available|free|can start|could start|ready to start|able to start|start) (?:\w+ )?(?:immediately|right away|straight away|asap|today|tomorrow|now|at once|at short notice|any ?time|monday|next week|from \d|from (?:monday|tuesday|\w+day|january|february|march|april|may|june|july|august|september|october|november|december))|immediately available|(?:at|on) short notice ~(?:available|start)|free immediately",
        r"(?:back on|on) the (?:job )?market|notice period|salary expectations?|start date|immediate start",
        r"available (?:\w+ )?(?:from|as of|starting) (?:the )?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)",
        r"could do (?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\w* and ~(?:weekends|flexible|shifts)|open to (?:anything|work|any (?:role|job|offer)\w*)|#opentowork",
    ),
    papers=pattern(
        rf"(?:attached|enclosed|find attached|find enclosed|attaching|enclosing|attach|enclose|sending|send|forward|share|sharing|here's|here is|submit) (?:\w+ ){{0,5}}{PAPERS}",
        rf"{PAPERS} (?:\w+ ){{0,4}}(?:attached|enclosed|is attached|are attached|are enclosed|below|send|straight away|to you|on request|over)",
        r"(?:review|consider|look at|look over) (?:my|it) ~(?:application|cv|resume)|kindly (?:ask you to )?(?:review|consider)",
    ),
    feedback=pattern(
        r"feedback|proofread|opinion on|thoughts on (?:it|my)|improve|critique|your advice on"
    ),
    forwarding=pattern(
        rf"(?:forward|pass|hand|send|give|circulate|share) ~(?:my (?:\w+ )?(?:{PAPERS}|profile|details|name|number)|her {PAPERS}|his {PAPERS}|it) (?:on )?(?:\w+ )?(?:to|on|along|around|in)\b(?! for (?:a|some) (?:chat|question))~(?:hr|human|people|colleagues?|boss|manager|team|recruit\w*|department|head|responsible|whoever|on)?",
        r"pass (?:on |along )(?:my|her|his) (?:\w+ )?(?:cv|profile|resume|details|application)|pass it on to",
        r"(?:a )?(?:good |kind |quick )?words? (?:in )?(?:for me|with \w+ for me)|(?:put|putting) (?:in )?(?:a |in a )?(?:good )?word|vouch for me|pull (?:some|a few) strings",
        r"(?:recommend|refer|suggest|nominate|mention|propose|push|endorse|introduce) me (?:to|for|with|at) (?:him|her|your (?:\w+ )?(?:boss|manager|hr|head|director|company|team)|hr|the (?:job|position|role|boss|team|hiring)|a job)|(?:put|hand|handed|drop|slip) (?:in )?my (?:papers|folder|cv|resume|application)|put me forward|recommend me|refer me|refer myself",
        r"(?:open|get me through) ~doors? ~(?:for me|there)|open (?:a|some|the) doors?|door ?opener",
        r"(?:please |do )?(?:think of|remember|keep) me (?:in mind)?~?(?:if|when|for|!|\.|in mind)|keep an (?:eye|ear) (?:out|open) for me|bear me in mind",
        r"(?:talked?|spoken|speak|talk|word) (?:to|with) (?:your )?(?:boss|manager|hr|head) (?:\w+ )?about me|(?:give|tell) (?:him|her|your boss) (?:my number|about me)",
    ),
    selling=pattern(
        r"(?:highly |very )?motivated|team[- ]player|resilient|hard[- ]?working|results?[- ](?:driven|oriented)|goal[- ]oriented|self[- ]starter|proactive|dynamic|detail[- ]oriented|go-getter|passionate about|driven|dedicated|assertive|fast learner|quick learner|hands-on|strong communicat\w+|excellent communicat\w+|ambitious|committed (?:team|worker|professional)",
        r"(?:i bring|i offer|i have|i possess|i've got|i've|bringing|i'd bring) ~(?:years?|experience|expertise|knowledge|skills|degree|track record|background|behind me|commitment)",
        r"proven (?:track record|\w+)|track record|successfully (?:led|managed|built|increased|delivered)|(?:was )?responsible for ~(?:budget|team|million|revenue)|increased (?:sales|revenue)",
        r"(?:great|real|valuable|perfect|huge) (?:asset|addition|fit|match)|(?:brilliant|perfect|great|good|ideal) (?:fit|match) for|asset to|(?:benefit|profit) from my|add (?:\w+ )?value|value to your|enrich your|contribute to your|strengthen your",
        r"(?:bring|use|apply|contribute|put) my (?:\w+ )?(?:skills|experience|expertise|knowledge|talents?|strengths)|i am confident|i'm confident|convinced that i|once they see what i can do|(?:are|is) my passion|overtime (?:doesn't|does not)|work clean|your new (?:man|woman|colleague|hire)|the right (?:person|man|woman) for (?:you|your|the job)",
        r"(?:experienced|dedicated|seasoned|skilled|qualified|dynamic),? (?:\w+ )?(?:\w+ )?(?:professional|expert|specialist|manager|marketer|engineer|developer)|expertise, creativity|creativity and (?:\w+ )?commitment|(?:analytical|reliable|flexible|loyal|creative|punctual|honest)(?:, | and )(?:analytical|reliable|flexible|loyal|creative|punctual|assertive|honest)|i can do (?:everything|anything)|i'm flexible",
    ),
    despair=pattern(
        r"last (?:hope|resort|chance)|don't know what (?:else )?to do|at my wits'? end|at the end of my rope|(?:any|all) help (?:is|would be|at all)|desperate(?:ly)?|at a loss",
        r"(?:i'll|i will|i'd|would) (?:do|take|accept) (?:almost |absolutely |literally )?(?:anything|any job|any work|whatever)|open to anything|no matter what",
        r"(?:really|urgently|badly|desperately|just) need (?:something|a job|work|money|anything)(?: new| soon)?|need (?:a job|work) (?:urgently|badly|soon|asap)",
        r"(?:can't|cannot|can not) find (?:anything|work|a job)|nobody (?:wants|will take|hires)|no one (?:wants|will take|hires)",
        r"(?:benefits|savings|money) ~(?:run|running|runs|ran) out|(?:rent|mortgage)~(?:tight|due|pay|be tight)|can't pay",
        r"\d+ rejections|hundreds of (?:applications|rejections)|nothing but rejections|rejection after rejection|pretty please|i beg you|begging you|i'm begging",
    ),
    everyone=pattern(
        r"(?:hi|hello|hey|dear) (?:everyone|everybody|all|friends|folks|colleagues|guys|network|connections|team|community|there everyone)|hi,? all|dear (?:friends|colleagues) and (?:friends|colleagues)|folks|friends,|to all|network,"
    ),
    spread=pattern(
        r"(?:does|do|if) (?:any(?:one|body) )?(?:of you )?~(?:know|knows|hear|hears) (?:of )?(?:anyone|someone|anything|of|about|a|any|who)|(?:idea|know) where~(?:needed|wanted)|if you know of (?:something|anything|any)|send it my way|please share|feel free to share|share this|spread the word|(?:please )?pass (?:it |this )?on|any leads?|any (?:tips|hints|leads) (?:welcome|appreciated)|open to work|#opentowork|let me know if you hear"
    ),
    candidacy=(
        pattern(
            rf"{JOB}|part-time|full-time|work from home|apprentice\w*|train as|phd|doctorate|funding|season|gig|career move|office (?:work|job)|secretary|shifts|(?:for|any|some|look for|find|need) work|"
            r"your (?:\w+ )?(?:team|crew|staff|workforce)|succession|replacement|assistant"
        ),
        pattern(
            r"apply|applying|applicants?|candidate|cv|resume|qualifi\w+|skills|abilities|what i can do|(?:present|introduce|prove|sell|offer) (?:myself|me)|"
            r"appeals? to me|suit me|down to the ground|motivated|my profile|won't regret|wish list|through and through|conscientious|discreet|my (?:folder|papers)|the place for me|hard graft|do it all|up for grabs|i could (?:begin|start)|(?:get|put|hook|slip) (?:me|my)(?! (?:an appointment|a meeting|a date|the|in touch))|my chances|urged me to|personal meeting|meet in person|trial|made for me|"
            r"the right (?:one|person)|one of you|be part of|tailor-made|useful to you|i can (?:do|also|drive|cook|lift|weld|code)|trained as|hard worker|my experience|experienced|reliable"
        ),
        pattern(
            r"hire|hiring|recruit(?!er)\w*|(?:need|needing|want|take|taking|looking for|after|use|short of) ~(?:someone|somebody|anyone|anybody|people|hands|staff|lads|help|me\b)|taking (?:people|\w+) on|taken on|(?:take|taken|taking) (?:me|him|her|us|them|on)\b|helping hands|(?:is|are|'s) needed|ask around|turns? up|(?:keep|kept) (?:me|us) in mind|suitable|needs? a \w+|"
            r"anything going|something going|going at yours|place (?:a|me|someone|in)|(?:still )?(?:a |any )?(?:place|spot|space)s? (?:this|left|free|going|open)|having me back|take me|have me|openings?|vacan\w+|chance|do you offer|"
            r"(?:start|begin) (?:with|at|for) (?:you|your)|with you(?=[.!?,]|$)|get me(?! (?:an appointment|a meeting|a date|the|in touch))|fit me in|squeeze me in|room for (?:me|one more|another)|could use (?!your)"
        ),
        pattern(
            r"boss|gaffer|manager\w*|management|foreman|supervisor|hr|human resources|head of|higher[- ]ups|director|my name|a word|pull strings|connections|recommend\w*|vouch|owner"
        ),
    ),
    circumstance=(
        pattern(
            r"laid off|let (?:me )?go|letting (?:people|me|us) go|redundan\w+|unemploy\w+|out of work|lost my job|sacked|fired|gone bust|bankrupt\w*|insolven\w+|contract (?:ends|ended|runs out|is ending|is up)|job ?centre|on benefits|retire|retiring|closing down|shutting"
        ),
        pattern(
            r"salary|(?:another|other) offer|wage|pay|gross|less money|\d+k|notice|start of the|tomorrow|right away|straight away|immediately|asap|in a flash|flexible|available|from (?:monday|next|january|february|march|april|may|june|july|august|september|october|november|december)|switch at|short notice|earn\w*"
        ),
        pattern(
            r"need|urgent\w*|desperate\w*|help|straw|rent|rejections?|please|favou?r|world to me|mean the world|bills|struggling|kids|luck|anything|save me|owe"
        ),
    ),
    talking=pattern(
        r"calls?|phone|ring|meet\w*|chat|talk\w*|catch up|coffee|connect\w*|exchange|(?:your|some|have|got|have the|spare|any) time|minutes|slot|network\w*|conversation|natter|get together|speak\w*|hear|appointment|tell me|contact"
    ),
    rhetorical=pattern(
        r"(?:could|would|won't|can|don't|couldn't|wouldn't|can't|isn't|aren't|haven't|is|are|do|does|doesn't)(?:n't)?"
    ),
    requesting=re.compile(
        r"\?|\b(?:would|i'd|i would) (?:really |also |so )?(?:like|love|appreciate|be (?:glad|grateful|happy|thrilled|delighted|obliged))|\bplease\b|\bi want to\b|(?:^|[.!?,:] )(?:please |just |and |kindly )*(?:call|ring|tell|write|book|contact|reach out|answer|give)\b|\b(?:get back to|let me know|give me a|fire away|tell (?:him|her|your|them)|if anyone|slip (?:him|her))|"
        r"\blet's\b|\bcould (?:you|we|i)\b|\blooking for(?!ward)\b|\bmay i\b|\bwe should\b|\blook for\b|\blook forward to (?:connecting|hearing)|\bwould be (?:nice|great|lovely|good)|\bnetwork\b|\bwaiting\b|\breply\b|\bminutes\b|\bwe can\b",
        re.IGNORECASE,
    ),
    greeting=pattern(
        r"dear|hi|hello|hey|heya|hiya|good (?:day|morning|afternoon|evening)|howya|story|mate|so|greetings|to whom"
    ),
    formal=pattern(r"(?:mr|mrs|ms|mx|dr|professor|prof|sir|madam)\b"),
    logistics=pattern(
        r"how are (?:you|things)~|how's (?:it|life|things)~|when (?:are|do|can|could|would|does|suits|should|is)~|how about~|what do you think|which (?:works|day|time|slot)~|what you're up to|what (?:you are|you've been|have you been) ~up to|what are you up to~|what (?:day|time)~|how you(?:'re| are) doing|where shall we~|so, no time~|what suits|how long it's been|where do we stand~",
    ),
    question=pattern(
        r"(?:how|why|how'd|what|which|where|who|whether|if you(?:'d| would| really)|what's|how's|who's) [^.!?\n]{5,}",
        r"(?:difference between|differs? from) ~",
        r"would you (?:still|rather|now|today|say|do|start|choose|pick) [^.!?\n]{8,}",
        r"(?:is|are|was|does|do|did|can|has) (?:it|there|the|one|that|people|you really|a)\b(?!.{0,25}(?:time|meet|a call|catch up|chat))[^.!?\n]{10,}\?",
    ),
    topic=pattern(
        r"topic:? \w+|(?:questions?|talk|chat|hear|learn|ask (?:you|things)?|know|advice|thoughts|tell me|conversation|insights?|perspective|view|curious|think\w*|brain) (?:\w+ ){0,3}(?:about|on|into|regarding) (?!it\b|me\b|you\b|that\b)\w+|interested in (?!you)\w+|curious about~|like to understand|want to understand|trying to (?:find out|understand)|(?:one|a|two|three|few|single|small|quick) (?:\w+ )?questions? (?:about|on|regarding)|my question|your (?:experience|view|take|path|story)",
    ),
    minutes=pattern(
        rf"{NUMBER}[ -]?(?:min|mins|minutes?|m|-minute)",
        r"half[- ](?:an )?(?:hour|hr)|(?:a )?quarter of an hour|½ hour|half-hour|quarter-hour",
    ),
    brief=pattern(
        r"coffee|lunch|tea|cuppa|pint|beer|drink|walk|breakfast|dinner|(?:two|three|couple of|few) (?:lines|sentences|questions)|quick (?:call|chat|question|word|email)|short (?:call|chat|email|note|reply|answer)|brief (?:call|chat|conversation)|by email|reading tip|voice note|pick your brain",
    ),
    hours=pattern(
        r"(?<!half\x20)(?<!quarter\x20of\x20)(?:an|one|a full|1) (?:hour|hr)(?!s)(?! ago)|(?:two|three|four|several|a few|couple of|2|3|4|1-2|one or two|one to two) (?:hours|hrs)|hour and a half|(?:1\.5|90|60|120) ?(?:hours?|minutes?|mins?)|(?:whole|full|half a|entire) (?:day|afternoon|morning)|shadow you|for (?:a|the) day|spend (?:a|the) day",
    ),
    connection=pattern(
        r"your (?:\w+ ){0,3}(?:talk|article|post|book|podcast|interview|essay|portrait|tour|workshop|blog|concert|column|video|webinar|seminar|lecture|project|study|newsletter|paper|keynote|stand|piece|workshop|department|team|profile|tweet|comment|film|exhibition|work|shop|website|thread|session|story|research)",
        r"(?:heard|read|saw|seen|came across|stumbled|met|noticed|followed|following|watched|visited|listened|found|suggested|recommended|told|mentioned|said|thought|gave|pointed|supervised|taught|worked|introduced|referred|remember|sat|wrote|spoke|there was a piece|reading|pleasure of)",
        r"(?:we're|we are|we) (?:both|share|have|met|worked|went|are|know|did|were|used)|(?:fellow|alumni|alumnus|alumna|former|mutual|in common|same)|my (?:\w+ )?(?:professor|friend|boss|colleague|sister|brother|neighbour|neighbor|mother|father|aunt|uncle|cousin|old)|like you|(?:just )?like you|uncle|aunt|since your|got your (?:number|name|address)|you spoke|you (?:know|moved|used|still|were|are|'re|gave|told|mentioned|taught)|we both",
    ),
    way_out=pattern(
        r"(?:if|should|when|unless)\b[^.!?\n]{0,60}?(?:not|n't|no|doesn|don|can't|too|busy|suits?|mad|tight|swallow\w*|short of|late|year-end|madness|time|works|possible|like|up for|rather|heavy|is better|prefer|easier|get round|welcome|awkward|trouble|room|convenient|fancy|happy|free|allow|willing|open to|comes up)",
        r"(?:no|zero) (?:stress|problem|worries|pressure|hard feelings|rush|bother|obligation|need|is fine|is a)|nae bother|grand if|(?:totally|absolutely|perfectly|quite|completely|that's|all|just|is|also) (?:fine|ok|okay|all right|alright|good|understand\w*)|(?:understand|get it) (?:completely|entirely|if|totally)|(?:fully|completely|quite|totally|of course|entirely|perfectly) understand|i(?:'ll| will|'d| would)? (?:\w+ )?understand|(?:a|quick|short|simple) no|only if|unless|no explanation|under no|if you don't|just ignore|feel free to (?:ignore|say no|decline)|another time|just say|all good|or (?:a|just a|even a) (?:reading|short|quick|line|email)|otherwise|say no|i can live with|i respect|can't be done|next week is fine|that's an answer|email is (?:good|fine)|is too|or just send|lets you|do say|or not at all|don't feel|take a no|even if the answer|a no\b|no is|or by email|either way|fine too|no hard|later is fine|works too|happy with a|not to worry",
    ),
    pressure=pattern(
        r"(?:thanks|thank you|thanking you|many thanks|cheers) (?:so much |very much )?in advance",
        rf"(?:please|reply|respond|response|answer|slot|let me|get back|need|know|hear) [^.!?\n]{{0,50}}?by (?:{DAY}|next|this|\d|end)",
        r"asap|as soon as possible|urgent\w*|immediately|at your earliest|call me today|today,? ok|ideally (?:tomorrow|today)|preferably (?:today|tomorrow|now)|at short notice|has to be (?:this|today|tomorrow)|(?:i'm |i am )?(?:counting|relying|banking) on you|i expect|expect (?:at least|a|an|your)|you (?:must|have to)|get back to me (?:for once|now|soon|today)|for once|don't let me down|you owe me|i insist|need (?:to )?~urgently|by return|without delay|right now, please|waiting for your",
    ),
    supposing=pattern(r"if|unless|should|when|in case"),
    favour=pattern(
        r"(?:could|can|would|will|may|might|please|mind|any chance|fancy|got|have|do) (?:you|i|we|ye|please|me|of|have|call|tell|send)"
    ),
    flattery=pattern(
        r"(?:absolutely|truly|really|incredibly|totally|so|hugely|utterly) (?:amazing|inspiring|impressive|incredible|fantastic|brilliant|awesome)|(?:impressive|amazing|incredible|inspiring|stellar|outstanding|remarkable) (?:profile|career|background|cv|journey|track record|achievements)|thought leader|guru|legend|(?:top|leading|absolute|true) (?:top )?(?:expert|authority|rockstar|rock star)|exactly the (?:man|woman|person) i need|(?:biggest|huge|great|massive) fan|i (?:deeply |truly |really )?admire (?:you|your)|role model of mine|an honou?r|(?:be |so |deeply )honou?red|genius|the (?:very )?best (?:in|there)|no ?one (?:knows|does) ~(?:better|like)|visionary",
    ),
    reproach=pattern(
        r"(?:still |yet |unfortunately )*(?:have |has )?(?:not|n't) (?:\w+ )?(?:received|heard|had|got|gotten|replied|answered|responded)|no (?:reply|response|answer)|(?:find (?:that|it|this) |that's |it's |rather |very |quite |bit )(?:disappointing|rude|a shame|sad|disrespectful|strange)|disappointed|at least a|no time for (?:old|me|us)|(?:written|emailed|messaged|called|texted|asked) (?:\w+ ){0,2}(?:twice|three times|several times|repeatedly)|ignor(?:e|ing|ed) (?:me|my)|get back to me|too (?:busy|important|good) for|why (?:haven't|don't|won't|aren't) you|a pity|worth an answer|find the time now|waiting (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:weeks|days|months)|good manners|haven't been in touch|have you forgotten|common (?:courtesy|decency)|for once",
    ),
    flexible=pattern(
        r"whenever|at any time|any time|anytime|whatever (?:day|time|suits)|on a day|(?:i'll |i'd |will )?fit (?:in )?(?:round|around|with|entirely)|(?:place|time|where|when) ~(?:up to you|you choose|you like|you prefer)|up to you|whichever|(?:phone|coffee|call|video|in person|lunch|tea) or \w+|or (?:on |by )?(?:the )?(?:phone|video|call)|this week or next|(?:in|over) the (?:next|coming) (?:few )?\w+|next few|sometime|some time|some evening|(?:gladly|happily|happy to|'d) (?:come|travel|meet)|suits you|works for you|your convenience|then in summer|later is fine",
    ),
    thanks=pattern(r"thanks?|thank you|thx|cheers|grateful|appreciate\w*|much obliged|ta"),
    insight=pattern(
        r"(?:that(?! was| is|'s)|how|why|whether|what|the (?:part|point|idea|story|bit|line|example|advice|tip) (?:about|on|that|of|with)|your (?:advice|tip|point|example|story|idea|line|remark|comment|hint)|hearing that|about the|the difference) [^.!?\n]{8,}|(?:surprised|was new to me|new to me|no idea|learned|learnt|realised|realized|clearer|stayed with me|stuck with me|take away|taken away|keeps going|going round|opened my eyes|made me think|hadn't (?:thought|considered|known)|had thought|never knew|helped me (?:most|to)|now i (?:know|understand|see)|shifted)",
    ),
    du=None,
    sie=None,
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
