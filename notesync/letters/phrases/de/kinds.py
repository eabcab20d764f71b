"""How a German message shows what it is."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Kinds, pattern

KINDS = Kinds(
    talking=pattern(
        r"telefon\w*|anruf\w*|ruf\w*|treffen|triff\w*|austausch\w*|reden|red|sprechen|gespräch\w*|quatschen|schnacken|schnurre|kaffee|termin\w*|zeit|vernetz\w*|unterhalten|minuten|bereden|hören|erzähl\w*|kontakt"
    ),
    requesting=re.compile(
        r"\?|\b(?:würde?|würd|wür|dad)\b[^.!?]{0,40}\b(?:gern|gerne|freuen|wüsse|interessier\w+)|\bmöchte\b|\bbitte\b|\bmelde?n?\b[^.!?]{0,12}\b(?:dich|sie|euch|mal)\b|"
        r"\b(?:ruf|rufen sie|schreib|schreiben sie|sag bescheid|meld dich|lass uns|lass mal)\b|\bhätte gern|\bsött|\bkönn(?:t?en|test|tet|t)? wir|\bsuche?\b|\bwill\b|\bwäre (?:schön|toll|super)|\bfreue? (?:ich )?mich (?:sehr |riesig )?über|\baustausch|\bvernetz|\bwarte\b|\bantwort|\bminuten\b|her damit|\bmag(?:st)? jemand|\bwenn jemand",
        re.IGNORECASE,
    ),
    kinds=(
        (
            "decline-give",
            pattern(
                r"schaffe ich es (?:leider )?(?:gerade )?nicht|(?:leider|gerade) ~(?:nicht schaffen|keine zeit|absagen)~(?:danke|alles gute|empfehlen)|muss ich (?:dir|ihnen) (?:leider )?absagen|danke für (?:deine|ihre) (?:nachricht|anfrage|mail)",
                r"(?:muss|musste|möchte) ~(?:absagen|ablehnen|passen|enttäuschen)|lehne (?:ich )?~ab|(?:schaffe?|schaff) ~(?:kein|keine|keinen|nicht) ?~(?:gespräch|telefonat|treffen|zeit)?|fühle mich geehrt|ehrt mich|komm\w* (?:gerade |grad )?zu (?:nix|nichts)|derzeit keine|(?:frag|fragen sie|versuch\w*|melde dich|schreib mir) ~(?:noch ?mal|noch einmal|wieder|im \w+) ?~(?:dann|jahr|wochen)?",
            ),
        ),
        (
            "offer",
            pattern(
                r"(?:klar|gern|gerne|sicher|natürlich)\W+(?:\w+ )?erzähl\w* ich|(?:erzähle|erzähl|berichte) (?:ich )?(?:dir|ihnen|euch) (?:gern|gerne)|ich erzähle ~gern|(?:beantworte|teile) ~gern|kannst (?:du )?mich gern (?:\w+ )?(?:fragen|anrufen)|nehme mir gern zeit",
                r"(?:frag|fragen sie|löcher\w*) (?:mich )?(?:ruhig|gern|gerne|alles|einfach)|frag mich|fragen sie!|(?:frag|fragt) alles|mich (?:gern |ruhig )?(?:löchern|ausfragen|ausquetschen)|erzähl\w* (?:ich )?(?:dir|ihnen)|wenn du (?:reden|quatschen) (?:willst|magst)|(?:gehört|erzählt|geschrieben|schrieben),?~(?:du|sie) ~(?:überleg\w*|wissen wollen|werden wollen|interessier\w*|nachdenk\w*|werden willst|wollten wissen|würden gern)|kommen sie doch|komm doch ~erzähl\w*",
            ),
        ),
        (
            "confirm",
            pattern(
                r"bleibt(?:'s| es|s) (?:bei|dabei)|freue mich (?:schon )?auf (?:unser|morgen|das) ~(?:gespräch|treffen|telefonat|mittagessen|morgen)|(?:wie besprochen|wie vereinbart),? (?:treffen|sehen)|bestätige ~(?:termin|treffen)|bis morgen",
                r"passt (?:mir |bei mir |es )?(?:sehr |auch |wunderbar )?(?:gut|prima|morgen|noch)|steht!|dann (?:sehen wir uns|bin ich|treffen wir uns|komme ich)|(?:bis|also) (?:dann|dahin)[,!]|(?:wie|so wie) (?:besprochen|vereinbart|abgemacht|verabredet)|(?:schnelle|prompte) (?:zusage|antwort)|(?:komme|rufe) (?:ich )?~wie (?:besprochen|vereinbart)",
            ),
        ),
        (
            "news",
            pattern(
                r"(?:hab|habe) (?:die|den|einen|eine) (?:neue |neuen )?(?:stelle|job|zusage|vertrag|ausbildungsplatz)|ich habe mich (?:nun |jetzt )?entschieden|(?:fange|fang|beginne|starte) (?:ich )?~(?:an|als|bei)\b|seit \w+(?: \w+)? bin ich ~(?:bei|im|als)|zugesagt bekommen|erzählen, was daraus geworden",
                r"(?:stelle|platz|job|zuschlag|zusage) (?:hat|ging an|bekommen)|(?:seit|ab) (?:gestern|heute|montag|oktober|januar|mai|\w+) (?:bin|ist|arbeite|gehe) ich|es ist (?:amtlich|so weit|raus)|ich bin angekommen|hat alles (?:entschieden|verändert)|(?:in der tasche|bestanden)|hab den platz|(?:wie es|was daraus) ~(?:ausgegangen|geworden|gekommen)",
            ),
        ),
        (
            "thank-you",
            pattern(
                r"(?:danke|dank|merci)(?: \w+){0,4} (?:für|fürs|für's)(?: \w+){0,4} (?:gespräch|telefonat|zeit|mittagessen|mittagspause|kaffee|treffen|gestern|vormittag|nachmittag|austausch|offenheit|heute|einblick\w*|rat|tipps?|abend|anruf|tee|spaziergang|antworten|führung)|^\W*(?:\w+ )?(?:danke|merci) \w+[!.,]",
                r"(?:ihr|dein) (?:rat|tipp|hinweis|bild|satz|beispiel)\b|es war mir eine (?:ehre|freude)|bedanke(?:n)?|(?:haben sie|hab|habt) (?:vielen |herzlichen |besten )?dank|danke (?:dir|ihnen|nochmal|noch einmal|fürs)|das war (?:so |ein |sehr )(?:gut|hilfreich|schön)\w*",
            ),
        ),
        (
            "reminder",
            pattern(
                r"(?:vor|seit) (?:\w+ )?(?:\w+ )?(?:tagen|wochen|tag|woche)~(?:geschrieben|gemailt|angefragt|kontaktiert|nachricht)|untergegangen|(?:zwei|drei|vier|mehr)\w*mal ~geschrieben|nachfragen|nachhaken|nachgehakt|stups|meine (?:letzte |erste |kurze )?(?:mail|nachricht|anfrage|zeilen)|keine (?:antwort|rückmeldung)|noch einmal (?:auf|melden|nachfragen)|schon zweimal geschrieben|erinnern an|kleine erinnerung|noch mal wegen|hast du schon mit",
                r"noch ?(?:ein)?mal (?:wegen|nach|an|leise|kurz|auf|zu|nachhaken|nachfragen|melden)|hake (?:ich )?~nach|nach wie vor|immer noch (?:nicht|keine|neugierig|interessiert)|erinner\w* ~(?:an|dich|sie)|(?:bis heute|bisher|leider|noch) ~(?:keine|nicht|nichts) (?:\w+ )?(?:rückmeldung|antwort|geantwortet|reagiert|gehört|reaktion)|(?:hatte|habe) (?:ich )?(?:ihnen|dir|sie|dich) ~(?:geschrieben|gebeten|angeboten|gefragt)|(?:schrieb|bat|fragte) ich (?:sie|ihnen|dich|dir)|(?:hast du|haben sie) (?:schon|inzwischen|jetzt|eigentlich|sie|ihn|es) ~(?:gefragt|gesprochen|gequatscht|geredet|abgegeben|geschaut)|vergessen\?|wochen warte|(?:letzten|beiden|erste|zweite|dritte) (?:beiden )?nachricht\w*|meine frage ~(?:hat zeit|noch)|unter mails|ich nochmal|schubs\w*",
            ),
        ),
        (
            "report-back",
            pattern(
                r"(?:habe|hab|han|war|bin|saß) (?:ich )?~(?:mit|bei) ~(?:im videocall|am telefon|zusammen|essen|kaffee|dort|da|telefoniert|gesprochen|getroffen|gredt|geredet|gesessen)|(?:danke|dank)~(?:vermittl\w*|zusammengebracht|kontakt|bekannt gemacht|vorgestellt)|wollte dir erzählen, wie es (?:mit|bei)",
                r"(?:war|saß|bin) ~(?:bei|mit) (?:deine[mr]|ihre[mr]) ~(?:bekannten|kolleg\w+|freund\w*|kontakt)|(?:das )?(?:gespräch|treffen|telefonat) mit (?:deine[mr]|ihre[mr]|frau|herrn|\w+) ~(?:war|hat)|(?:das )?verdanke ich (?:dir|ihnen)|(?:auf|durch) (?:ihre|deine) (?:empfehlung|vermittlung)|dein\w* (?:tipp|kontakt) mit|danke fürs (?:connecten|verbinden|vermitteln|zusammenbringen)",
            ),
        ),
        (
            "intro-blurb",
            pattern(
                r"(?:zeilen|text|worte|sätze|vorlage)\b ?~(?:weiterleiten|weitergeben|weiterschicken|weiterzuleiten|weiterzugeben|für (?:frau|herrn|deine|deinen|ihre))|(?:kannst|können|könnt|dürfen) (?:du |sie |ihr )?~(?:so )?(?:weiterleiten|weitergeben|weiterschicken)|von mir erzähl\w+|[„“\"»](?:ich heiße|mein name ist|ich bin) "
            ),
        ),
    ),
)
