"""English: how one says what happened, whom one was pointed to, what was learned and promised."""

from __future__ import annotations

from notesync.notes.sayings.lexicon import Form, Lexicon

_TALK = (
    "lunch|breakfast|dinner|brunch|coffee|tea|beer|drinks|walk|call|phone call|video call|zoom"
    "|chat|talk|conversation|meeting|interview|catch[- ]?up|coaching|informational|lunched"
)
_DATE = f"{_TALK}|appointment"
_JUST = r"(has |have |had |just |also |finally |already |kindly |then )*"

FORMS: tuple[Form, ...] = (
    Form("no-show", "", r"{who} (didn't|did not|never) (show up|show|come|turn up|appear)"),
    Form("no-show", "", r"{who} stood me up"),
    Form("cancelled", "",
         rf"({_DATE}) with {{who}}{{gap}} (was |is |got |has been )*(cancelled|canceled|called off"
         rf"|off\b|fell through)"),
    Form("cancelled", "", rf"{{who}} {_JUST}(cancelled|canceled|called it off|called off)"),
    Form("cancelled", "",
         rf"(cancelled|canceled|called off) (the |my |our )?({_DATE}) with {{who}}"),
    Form("moved", "",
         rf"(moved|rescheduled|postponed|shifted) (the |my |our )?({_DATE})?\s*with {{who}} "
         rf"(to|until|till) {{day}}"),
    Form("moved", "",
         rf"({_DATE}) with {{who}}{{gap}} (was |is |got |has been )*(moved|rescheduled|postponed) "
         rf"(to|until|till) {{day}}"),
    Form("moved", "",
         rf"{{who}} {_JUST}(moved|rescheduled|postponed) (\w+ ){{0,3}}(to|until|till) "
         rf"{{day}}"),
    Form("deferred", "",
         r"{who}{gap} (deferred|asked me to (come back|wait|try again|write again)|put me "
         r"off|not before|not until)\b.*{day}"),
    Form("declined", "", rf"{{who}} {_JUST}(declined|said no|refused|turned me down|passed)\b"),
    Form("declined", "", r"{who} (has|had) no (time|capacity)"),
    Form("declined", "",
         r"{who} (can't(?! wait)|cannot|couldn't|could not|can not|isn't able"
         r"|won't (be able|make it|meet|do it)|doesn't have "
         r"(the )?time|doesn't want)"),
    Form("declined", "", r"\b(no|rejection|refusal) from {who}"),
    Form("confirmed", "", rf"{{who}} {_JUST}confirmed\b"),
    Form("confirmed", "me", r"confirmed (\w+ ){0,3}with {who}"),
    Form("agreed", "", rf"{{who}} {_JUST}(agreed|said yes|accepted)\b"),
    Form("agreed", "",
         r"{who} (is (in\b|happy to|up for it|free\b|available)|would love to|will meet me"
         r"|has time)"),
    Form("agreed", "", r"\byes from {who}"),
    Form("agreed", "", r"{who} (can|could|would) (do |make |meet )?(me )?(it )?(on )?{day}"),
    Form("thanked", "me", r"\bthanked {who}"),
    Form("thanked", "me", r"\bthank[- ]?you (\w+ )?(sent )?(to|for) {who}"),
    Form("thanked", "me", r"(said|sent|my|many) thanks? (you )?to {who}"),
    Form("thanked", "me", r"\b(sent|wrote|gave|brought) {who} (a |my )?thank"),
    Form("news", "me", r"(told|wrote) (to )?{who} what (came|became)"),
    Form("reported", "me", r"reported (back )?to {who}"),
    Form("reported", "me",
         r"(told|wrote) (to )?{who} (how|about (the|my) (talk|meeting|conversation|lunch"
         r"|call|coffee))"),
    Form("introduced", "me", r"introduced {who} (to|and) {other}"),
    Form("introduced", "me", r"(put|brought) {who} (in touch with|together with|and) {other}"),
    Form("introduced", "me", r"connected {who} (with|to|and) {other}"),
    Form("introduced", "me", r"(introduced|connected) {who}\b"),
    Form("reminded", "me", r"(reminded|nudged|chased|pinged) {who}"),
    Form("reminded", "me", r"followed up (\w+ )?with {who}"),
    Form("reminded", "me", r"(reminder|nudge) (sent )?to {who}"),
    Form("talk", "", rf"{{who}} {_JUST}(called|phoned|rang)( me\b|\s*$| back\b| {{day}})", "phone"),
    Form("talk", "", r"\bcall from {who}", "phone"),
    Form("replied", "",
         rf"{{who}} {_JUST}(replied|answered|responded|wrote back|wrote (to )?me|wrote\b"
         rf"|got back to me|emailed me|messaged me|texted me|reacted)"),
    Form("replied", "", r"heard (back )?from {who}"),
    Form("replied", "", r"\b(reply|answer|response|e-?mail|mail|message|letter|note) from {who}"),
    Form("asked", "me",
         r"(wrote|emailed|e-mailed|messaged|texted) (to )?{who} (asking|to ask|and asked)"),
    Form("asked", "me", r"(\basked|\bapproached|\bcontacted) {who}"),
    Form("asked", "me", r"reached out to {who}"),
    Form("asked", "me", r"(request|inquiry|enquiry) (sent )?to {who}|sent (a |my )?request to {p}"),
    Form("wrote", "me", r"(wrote back|replied|responded|answered|written|wrote) to {who}"),
    Form("wrote", "me", r"(\bwrote|\bwritten|\banswered|\btexted|\bmessaged|\bgreeted) {who}"),
    Form("wrote", "me", r"(\bemailed|\be-mailed|\bmailed) {who}", "email"),
    Form("wrote", "me",
         r"sent {who} (an? )?(email|e-mail|mail|message|note|letter|text|postcard|card)"),
    Form("wrote", "me", r"\b(e-?mail|mail|message|letter|note|card|postcard) (sent )?to {who}"),
    Form("received", "", rf"{{who}} {_JUST}(sent|gave|lent|forwarded) (me|us)\b"),
    Form("received", "", r"(\bgot|\breceived) (.*\s)?from {who}"),
    Form("plan", "", r"\bappointment (\w+ ){0,2}?with {who}"),
    Form("plan", "me", r"\b(meeting|seeing|visiting|meet|see|visit) (up with )?{who}"),
    Form("talk", "", r"\b(bumped|ran) into {who}", "in-person", "chance"),
    Form("talk", "", rf"\b({_TALK}) ([^\s,]+ ){{0,4}}?with {{who}}", open=True),
    Form("talk", "", rf"\b({_TALK}) {{who}}\s*$", open=True),
    Form("talk", "",
         r"\b(talked|spoke|spoken|chatted|met|caught up|sat down|went|had \w+|phoned) "
         r"([^\s,]+ ){0,4}?(with|to) {who}"),
    Form("talk", "me", r"\bmet (up with )?{who}", "in-person"),
    Form("talk", "me", r"\b(called|phoned|rang) {who}", "phone"),
    Form("talk", "me", r"\b(saw|visited) {who}"),
    Form("talk", "", r"\b(was|went) (for|to|at|out|on|in the) ([^\s,]+ ){0,3}?with {who}"),
    Form("talk", "", r"{who} and (I|me) (\w+ )?(met|talked|spoke|chatted|had|went)"),
    Form("gave", "me", r"(\bhelped|\badvised|\bsupported) {who}"),
    Form("gave", "me", r"(\bsent|\bgave|\blent|\bforwarded) {who}\s"),
    Form("gave", "me", r"\b(sent|gave|lent|forwarded) ([^\s,]+ ){1,5}?to {who}"),
)  # fmt: skip

ENGLISH = Lexicon(
    lang="en",
    forms=FORMS,
    channels={
        r"\b(lunch|lunched)\b": "lunch",
        r"\bcoffee\b": "coffee",
        r"\bwalk\b": "walk",
        r"\b(video call|video|zoom|zoomed|teams|skype)\b": "video",
        r"\b(call|called|phone|phoned|phone call|rang|telephone)\b": "phone",
        r"\b(email|e-mail|mail|emailed|e-mailed|mailed)\b": "email",
        r"\b(whatsapp|sms|linkedin|xing|signal|message|messaged|text|texted|dm|chat)\b": "message",
        r"\b(letter|postcard|card)\b": "letter",
        r"\b(met|in person)\b": "in-person",
        r"\b(conference|meetup|fair)\b": "event",
    },
    kinds={
        r"\bjob interview\b|\binterviewed at\b": "employment",
        r"\bpractice\b": "practice",
        r"\b(catch[- ]?up|caught up|reunion)\b": "catch-up",
        r"\bcoaching\b": "coaching",
        r"\binformational\b": "information",
    },
    learned=(
        r"((and|I|we|also) )*"
        r"((learned|learnt|learnt|found out|realized|realised|insight|insights|takeaway"
        r"|takeaways|lesson)"
        r"(\s*:\s*|\s*,? that | (?=how\b|why\b)|\s*$))"
    ),
    naming=(
        r"(named|names|mentioned|recommended|suggested) (me |also |contacting |talking to "
        r"|asking )*"
        r"|introduced? me to |passed me on to "
        r"|(pointed|referred|sent|directed) me (on )?(to|towards) "
        r"|(connected me|put me in (touch|contact)) with "
        r"|told me (about |to (talk to|speak to|speak with|talk with|ask|contact|call|meet"
        r"|write to) )"
        r"|(I should|I could|(said|suggested|advised|told) (me )?to) (also )?"
        r"(talk to|speak to|speak with|talk with|ask|contact"
        r"|call|email|meet|see|write to) (?=\S)"
        r"|(name|number|contact|email|address|details) (of|for) "
        r"|(names|name|contact|contacts)\s*:\s*"
        r"|gave me (?={p})"
    ),
    named_before=(r"gave me (?P<names>.+?)'s? (number|name|contact|email|address|details)",),
    referring=r"\b(pointed|referred|sent|directed) me\b",
    mine=(
        (
            r"^(and )?(I )?(have |had )?(also )?promised( {p}| her| him| them)?"
            r"( to\b| that I will\b|\s*:)?\s*(?P<told>(?!me\b).*)"
        ),
        (
            r"^(and )?(I'll|I will|I shall|I'm going to|I am going to|I offered to|will|I have to"
            r"|I need to|I must) (?P<told>(send|forward|introduce|share|mail|email|lend|give"
            r"|write|call|ask|find|look|check|bring|connect|get back|pass|put|let|show|return) .+)"
        ),
        r"^(and )?I owe ({p}|her|him|them) (?P<told>.+)",
    ),
    giving=(
        "send|forward|introduce|share|mail|email|lend|give|bring|connect|get back|pass|put|let"
        "|show|return"
    ),
    theirs=(
        (
            r"^(and |then )*(she|he|they|who|{p}) (has |have |also |kindly )*(promised|offered) "
            r"(me )?(to |:\s*)?(?P<told>.+)"
        ),
        r"^(and |then )*promised (me )(to )?(?P<told>.+)",
        (
            r"^(and )?(she'll|he'll|they'll|(she|he|they|who|{p}) (will|is going to|are going to"
            r"|wants to)) (also |then |kindly )?(?P<told>(send|forward|introduce|share|mail|email"
            r"|lend|give|write|call|ask|find|look|check|bring|connect|get back|pass|put|let|show"
            r"|talk to|tell|invite|help|recommend|mention|keep)\b.*)"
        ),
    ),
    starts=(
        r"(she|he|they)\b|she'll|he'll|I'll|named|mentioned|recommended|suggested"
        r"|introduced\s|learned|learnt"
        r"|thanked|asked|promised|told me|pointed me|referred me|said (yes|no)|will\s|put me"
        r"|gave me|connected me"
    ),
    links=r"and|but|then|who|which",
    denied=(
        r"\b(not|never|nobody|no one|no answer|no reply|no|without|almost|nearly|voicemail"
        r"|missed|tried)\b|n't\b"
    ),
    meant=(
        r"\b(should|must|need to|want to|wanted to|wants to|will|would|might|could|may|plan "
        r"to|going to|have to|to-do|todo|maybe|perhaps|let's|hope to)\b"
        r"|^(call|ask|write|thank|prepare|plan|arrange|schedule|set up|organize|organise|invite"
        r"|contact|email|remind|tell|remember)\b"
    ),
    undone=r"\b(cancelled|canceled|postponed|moved|rescheduled|called off|fell through)\b",
    unreached=(
        r"\b(no answer|no reply|no response|voicemail|nobody (there|home)|busy|didn't pick up"
        r"|couldn't reach|wasn't (there|in)|not (there|in))\b"
    ),
    clause=r"\b(she|he|they|that|because|if|whether|although)\b",
    she=r"^(and |but |then )*(she|he|they)\b",
    of_topic=r"(said (yes|no)|agreed|declined|replied|answered|accepted|can't)\b",
    adverbs=r"({day}|{time}|and|but|then|so|finally|just|today|unfortunately|also|,)\s*",
    has=(
        r"(has|had|is|was|will|can|could|met|called|spoke|talked|wrote|asked|told|thanked|saw"
        r"|introduced|reminded|helped|sent|gave|visited|phoned|emailed|connected|confirmed"
        r"|contacted|and {p} )\b"
    ),
    turned=r"(?!)",
    at=r"at the|from the|at|from|of",
    whose=r"from the|from|of",
    noble="",
    kin="boss|colleague|colleagues|mother|father|wife|husband|partner|brother|sister|team|assistant",
    compound="(?!)",
    opening=(
        "\\w+(ed|ing)|left|gave|told|sent|saw|had|got|made|took|went|wrote|found|heard|lost|kept"
        "|bought|brought|dear|great|nice|lovely|long|short|good|quick|only|still|also|when|hi|hello"
    ),
    before_people="with|to|from|met|called|asked|thanked",
    due=r"by|until|till|before|since|after",
    nouns=(
        "colleague boss team friend friends job office company article link book study news "
        "weather birthday holiday idea question topic project"
    ),
    filler=(
        "January February March April June July August September October November December I me "
        "my mine we us our you he she it they him her his hers them their the a an and or but "
        "also then so very good great nice lovely long short quick brief first second had have "
        "has having was were is are be been am at in on by to of for with from about over via "
        "per this that which who what when just finally again there here up out down off back "
        "some any bit little really yes no today yesterday tomorrow now Mr Mrs Ms Miss Dr Prof "
        "meeting talk time day week morning evening afternoon night minutes hour together went "
        "got getting go did do done took chat hi hello thanks another our next last around "
        "nicely briefly already still too well via"
    ),
)
