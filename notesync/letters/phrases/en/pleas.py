"""What asks for a job, in English: how people put it in mails, messengers and networks."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

from notesync.letters.phrases.en.nouns import JOB, PAPERS, SEARCHED, WHERE, WORKERS
from notesync.letters.phrases.phrasebook import Pleas, pattern

PLEAS = Pleas(
    opening=pattern(
        rf"(?:do|does|would|might|did) (?:you|your \w+|ye|they|the \w+) (?:\w+ ){{0,3}}(?:have|got|know of|offer) (?:\w+ ){{0,3}}{JOB}(?: going| open| available| free| for me| with you| at)?",
        rf"(?:have you|have ye|you got|got) (?:got )?(?:any|a|an|some) (?:\w+ ){{0,2}}{JOB}",
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
        r"(?:something|anything|a spot|a place|an opening|any work) for me (?:at|in|there|going|with)|(?:have you|do you have|you've got|you have|you got|got|have|is there|there's|there is|there might be) (?:\w+ )?(?:something|anything) (?:going )?(?:for me|at your|with you|i could do|i can do)(?! for you)",
        r"(?:is there|there is|there's|maybe) (?:\w+ )?(?:something|anything) (?:\w+ )?(?:at|in|with) your",
        r"(?:anything|something) (?:that )?you (?:can|could) do for me",
        r"(?:consider|hire|employ|recruit|take) me(?: on)?(?: for|\?|\.|!| as| at)?(?! to| back| seriously| along| with| through| out| round| there| \d)|could you (?:use|take) me|would take me|have me on|use me\?",
        r"(?:get|getting) me (?:in|into|a (?:job|start|gig|foot|interview))|get (?:a |my )?foot in the door|any chance of (?:a start|work|a job|an interview|getting)",
        r"(?<!s\x20)(?<!people\x20)(?<!little\x20)(?<!less\x20)(?<!more\x20)(?<!noon\x20)(?<!day\x20)(?<!week\x20)(?<!time\x20)(?<!morning\x20)(?:work|working) for (?:you|your \w+|you lot|you guys)(?!r)|(?:love|like|want|keen|happy|hoping) to (?:work|start|begin|join) (?:at|in|with|for)? ?(?:you|your|yours)\b|join (?:your|the) (?:\w+ )?(?:team|company|firm|crew|organi[sz]ation)|come over to you|be part of your",
        r"when (?:do|can|could|may|shall|should) i (?:start|come by to start|begin)|invited? (?:for|to) an interview|(?:when|so that|how) (?:may|can|could|might) ?i? ?introduce myself|i can introduce myself",
        r"(?:if|when|should) (?:you|anyone|ye) ~(?:hear|know|come across|see) (?:of|about)? ?(?:anything|something|any|a|an|vacancies|openings)(?! about (?:this|that|how))",
        r"(?:see|picture) myself ~(?:taking over|in that|in this|in the)|(?:fit|fitting) (?:in |into |right into |well into )+your (?:team|company)|(?:receive|get|getting|receiving) an offer|wangle|swing (?:it|something)|work something out for me|present myself (?:to you|as)|myself ~as a (?:candidate|applicant)|being one of you|imagine (?:working|being|joining|a job|myself)~(?:with you|for you|your|one of you)?",
        r"give me a chance|(?:able to |could |can )(?:get|find|sort|land) me (?:a |some )(?:\w+ )?(?:job|work|position|placement|internship|something)",
        r"my profile ~(?:interest|fit|match|suit)\w*|matching my profile|fits? my profile|if there's a fit",
        r"(?:pick|choose|take) me(?: on)?[!?.]|(?:another|extra) pair of hands|(?:can|could|may) i (?:\w+ )?(?:start|work|help out|begin) (?:at|with) (?:you|yours|your)|(?:come|stop by|drop in) for a trial|trial (?:day|shift|lesson)|(?:glad|happy|delighted|like) to introduce myself|part of (?:your|the) (?:\w+ )?(?:team|crew)|(?:benefit|profit) from my|knows? of (?:a job|work|something) for me|anything going (?:at|with|for)",
    ),
    seeking=pattern(
        rf"(?:looking|searching|hunting|on the lookout|seeking|seek|look|search) (?:for )?(?:\w+ ){{0,4}}(?:{SEARCHED})",
        rf"(?:in search of|on the hunt for|in the market for) (?:\w+ ){{0,3}}(?:{SEARCHED})",
        r"job[- ]?(?:hunting|searching|seeking|seeker|search|hunt)|(?:i'm|i am|currently) (?:\w+ )?(?:between jobs|out of work|out of a job)",
        r"(?:need|want|would like|require) (?:a|some|any) (?:\w+ )?(?:job|work|position|role|internship|placement)",
    ),
    available=pattern(
        r"(?:could|can) (?:start|begin) in \w+|(?:available|free|can start|could start|ready to start|able to start|start) (?:\w+ )?(?:immediately|right away|straight away|asap|today|tomorrow|now|at once|at short notice|any ?time|monday|next week|from \d|from (?:monday|tuesday|\w+day|january|february|march|april|may|june|july|august|september|october|november|december))|immediately available|(?:at|on) short notice ~(?:available|start)|free immediately",
        r"(?:back on the|on the job) market|notice period|salary expectations?|start date|immediate start",
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
        r"pass (?:on )?(?:my|her|his) (?:papers|cv|folder|resume|application|documents)",
        rf"(?:forward|pass|hand|send|give|circulate|share) ~(?:my (?:\w+ )?(?:{PAPERS}|profile|details|name|number)|her {PAPERS}|his {PAPERS}|it) (?:on )?(?:\w+ )?(?:to|on|along|around|in)\b(?! for (?:a|some) (?:chat|question))~(?:hr|human|people|colleagues?|boss|manager|team|recruit\w*|department|head|responsible|whoever|on)?",
        r"pass (?:on |along )(?:my|her|his) (?:\w+ )?(?:cv|profile|resume|details|application)|pass it on to (?:hr|your|whoever|the|anyone|someone)",
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
    job=pattern(rf"{JOB}|work|apply|applying|application|cv|resume|hired|hiring"),
)
