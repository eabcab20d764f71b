"""The German expressions of the wording check, with some dialect and the typing of messengers.

Collected from how people ask in mails, messengers and networks; words are written as they are
spoken where that is common ("nich", "hätt'st", "brauchts").
"""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye
# ruff: noqa: SIM905 -- a list of words reads best as words

from __future__ import annotations

import re

from notesync.letters.phrases.phrasebook import Phrasebook, pattern

# Job nouns by name: "\w*stelle" would find Leitstelle, Baustelle, Schnittstelle.
JOB = (
    r"(?:(?:teilzeit|vollzeit|traum|ausbildungs|lehr|werkstudenten|trainee|praktikums|praktikanten|"
    r"aushilfs|halbtags|fest|arbeits|doktoranden|referenten|einstiegs)?stellen?|"
    r"(?:teilzeit|neben|mini|studenten|ferien|traum|aushilfs|sommer|voll\w*|werkstudenten)?-?jobs?|"
    r"positionen|position|anstellung|festanstellung|beschäftigung|arbeitsplatz|arbeitsplätze|vakanz\w*|"
    r"praktik(?:um|a)|praktikumspl(?:atz|ätze)|ausbildungspl(?:atz|ätze)|volontariat|trainee\w*|"
    r"lehrstelle|arbeitsstelle|posten|jobangebote?|stellenangebote?|einstiegsmöglichkeit(?:en)?|"
    r"jobmöglichkeit(?:en)?|karrieremöglichkeit(?:en)?|einsatzmöglichkeit(?:en)?)"
)
SEARCHED = (
    rf"(?:{JOB}|arbeit|herausforderung(?:en)?|wirkungskreis|aufgabe|tätigkeit|"
    r"was neues|etwas neues|arbeitgeber)"
)
PAPERS = (
    r"(?:lebensl[aä]uf(?:e|s)?|cv|vita|bewerbung(?:en)?|\w*unterlagen|zeugnisse?|bewerbungsmappe|"
    r"arbeitsproben|bewerbungsschreiben|anschreiben|kurzprofil|qualifikationsprofil|referenzen)"
)
YOU = r"(?:du|ihr|sie|man|euch|ihnen|dir|deine\w?|eure\w?|ihre\w?|es)"
HAVE = r"(?:haben|hätten|habt|hättet|hast|hättest|hätts|habts|gibt|gäbe|gibts|gibt's|gäb's)"
WHERE = (
    r"(?:bei (?:euch|dir|ihnen|deine[mr] \w+|eure[mr] \w+|ihre[mr] \w+)|"
    r"in (?:eurem|ihrem|deinem|eurer|ihrer|deiner) \w+|im (?:team|unternehmen|haus\w?|betrieb))"
)
WORKERS = (
    r"(?:jemand\w*|leute|leit|wen|wem|verstärkung|mitarbeiter\w*|kolleg\w+|gesell\w+|aushilfe\w*|"
    r"helfer\w*|azubis?|lehrling\w*|personal|praktikant\w*|fachkr[aä]ft\w*|nachwuchs|"
    r"unterstützung|hilfskr[aä]ft\w*|\w+(?:er|erin|innen|entwickler|ingenieure?n?))"
)
MINUTES = (
    r"(?:(?:zehn|fünfzehn|zwanzig|fünfundzwanzig|dreißig|dreissig|fuenfzehn|vierzig|"
    r"fünfundvierzig|dreiviertel)|(?:\d{1,2} ?(?:-|–|bis|oder) ?)?(\d{1,3}))"
)
DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"

GERMAN = Phrasebook(
    lang="de",
    common=frozenset(
        "ich und der die das du sie ihr ist nicht mit für bei wie war habe hast haben zu mir mich "
        "dir dich den dem ein eine auf wenn danke dank liebe lieber hallo guten tag gern gerne "
        "würde hätten bitte auch noch es im von über nach sehr mal oder wir uns hab i net nöd "
        "habt hast euch euer dein sucht suche jemanden fürs grad gerade vom zum zur beim ins meine mein einen eurem bin sind wird werden kannst könntest könnten magst mal schon nur noch mehr viel alle alles unser ja nein doch was wo wann servus hob mi do konn ghört aufm suachts brauchts net ned kannst sofort kein keine heute morgen gestern freu dabei bleibt vor".split()
    ),
    letters=frozenset("äöüß"),
    abbreviations=frozenset(
        "dr prof mag dipl ing hr fr nr ca bzw usw evtl ggf str z b d h u a st co max min tel "
        "ehem inkl jr sog vgl abt".split()
    ),
    coordination=re.compile(
        r"\b(?:aber|sondern|jedoch|doch|dennoch|trotzdem)\b|\bund(?=\s+(?:ich|suche|bin|möchte)\b)",
        re.IGNORECASE,
    ),
    subject=pattern(r"ich|du|ihr|sie|wir|man|er|es|i"),
    negation=pattern(
        r"nicht|nich|net|ned|nöd|nit|kein\w{0,2}|koa\w*|ohne|nie|niemals|niemand\w*|kaum|keinesfalls|weder|nichts|nix|statt|"
        r"anstatt|anstelle|weniger|jenseits|unabhängig|mitnichten"
    ),
    late_negation=pattern(r"nicht|nich|net|ned|nöd|keine\w?"),
    disclaimer=pattern(
        r"nicht (?:,? ?dass|weil|um|damit|darum|deshalb|etwa)|keine (?:sorge|angst|bange)~|"
        r"(?:geht|ging) ~(?:nicht|weniger) (?:darum|um)~|nicht ~(?:vor|darum|meine absicht|mein ziel)|"
        r"(?:heißt|bedeutet|meine) ~nicht|(?:glaub|denk)\w* ~nicht|ohne ~hintergedanken"
    ),
    retraction=pattern(
        r"(?:darum|davon|das|deshalb|deswegen|daran)~(?:geht es|gehts|ist|schreibe|denke|meine|soll)"
        r"~nicht|(?:darum|deshalb|deswegen) (?:geht|schreib|soll)~nicht|nicht der grund"
    ),
    before=pattern(r"bevor|ehe|vor einer|vor der|vor meiner"),
    inquiry=pattern(
        r"wie|wieso|warum|weshalb|worauf|woran|wonach|worin|was|welche\w?|woher|wodurch|inwiefern|"
        r"inwieweit|(?:in|nach|auf|mit|bei|an|aus|für|zu|über) (?:welche\w|was)"
    ),
    myself=pattern(r"(?<!wie\x20)(?:ich|mich|mir|meine?[nmrs]?)"),
    theirs=pattern(
        rf"(?:ihre?[nmrs]?|deine?[nmrs]?|eure?[nmrs]?|seine?[nmrs]?) (?:\w+ ){{0,2}}"
        rf"(?:{JOB}|arbeit|bewerbung(?:en)?|lebenslauf|beruf|aufgabe|tätigkeit)",
        r"(?:sie|du|ihr|er) (?:[\w]+ ){0,6}(?:gekommen|gelandet|gewechselt|gefunden|bekommen|gesucht|"
        r"eingestellt|beworben) (?:sind|bist|seid|ist|haben|hast|habt|hat)",
        r"(?:sie|du|ihr) ~(?:gekommen|gelandet|gewechselt|beworben)",
    ),
    homographs=pattern(
        r"an (?:ihrer|deiner|meiner|dieser|einer|der|erster|seiner|eurer|jener|welcher|manchen|"
        r"einigen|vielen|zwei|mehreren) (?:\w+ )?stellen?",
        r"(?:klare|feste|eindeutige|gegenteilige|andere|ihre|deine|seine|eine) position (?:zu|zum|zur|in der frage)",
        r"position (?:zu|zum|zur) \w+",
        r"in (?:meiner|ihrer|deiner|einer ähnlichen) position",
        r"(?:ich|mir|mich) stelle",
        r"stelle (?:ich|mir|mich|ihnen|dir|gern|gerne|mal|nur|hier)",
        r"(?:ich|würde) (?:\w+ ){0,3}(?:eine|diese|die|ein paar|zwei|drei) fragen? stelle\w?",
        r"(?:fragen?|aufgaben?|antrag|sich|ihnen|dir|man|mir) (?:\w+ ){0,4}(?:zu )?stell(?:en|te|ten|st|t)(?! ~frei)",
        r"auf der stelle",
        r"zur stelle",
        r"position beziehen",
        r"an anderer stelle",
    ),
    opening=pattern(
        rf"{HAVE} (?:es |denn |da )?{YOU}?~(?:offene|freie|passende|geeignete|vakante)\w? (?:\w+ )?{JOB}",
        rf"{HAVE} ~{JOB} (?:für mich|frei|zu besetzen|zu vergeben|offen)",
        rf"{HAVE} ~{WHERE}~(?:{JOB}|bedarf|möglichkeit(?:en)?|etwas freies|was freies|(?:et)?was frei)",
        rf"{HAVE} ~(?:{JOB}|möglichkeit(?:en)?|bedarf)~{WHERE}",
        rf"{HAVE} (?:sie|ihr|du)~(?:bedarf|{JOB} ~(?:für|als|frei))",
        rf"{HAVE} (?:sie|ihr|du)~(?:noch |gerade |zurzeit |derzeit )(?:einen? )?(?:freie\w? )?(?:{JOB}|plätze|platz frei)",
        r"(?:such|sucht|suchen|suacht|suachts|suchts|suchst|brauch|braucht|brauchts|brauchst|brauchen|"
        rf"benötigen|benötigt) (?:(?:du|ihr|sie|es|man|euer|eure|dein|deine|ihre?)\b ?)?~{WORKERS}",
        rf"(?:ob|falls|wenn) ~(?:jemand\w*|wen|leute|verstärkung|{WORKERS}) (?:such|brauch|einstell|benötig)\w+(?!,? (?:der|die|das|zum|mit) )",
        r"stell(?:t|en|ts) (?:ihr|sie|man|es|eure?|ihre?)~ein",
        r"(?:sie|ihr|firma|unternehmen|abteilung|team)~(?:einstell(?:en|t)|neueinstellung\w*)",
        rf"(?:{JOB}|platz|was|etwas|plätze) ~frei (?:wird|würde|werden|ist|wäre|sind|hat|habt|haben|hast)",
        rf"(?:ist|wäre|wird|würde|sind|werden) ~(?:{JOB}|platz|(?:et)?was|plätze)~(?:frei|unbesetzt|zu besetzen|offen)",
        rf"(?:{JOB}|einstieg)~(?:für mich|für jemanden wie mich)",
        r"(?:eine |die )?(?:vakanz|vakanzen) ~(?:ergibt|ergeben|gibt|frei|hört|passt|entspricht)",
        rf"(?:interess\w+|bewerb\w+) ~(?:mich|ich)~(?:auf|um|für) ~(?:ausgeschriebene|offene|freie)?\w* ?(?:{JOB})",
        r"bei (?:euch|ihnen|dir) (?:\w+ ){0,3}(?:einsteigen|anfangen|unterkommen|mitmachen|jobben|reinkommen|arbeiten)(?: (?:kann|könnte|dürfte|darf|würde))?",
        r"(?:einstieg|einstiegsmöglichkeiten|perspektiven?|möglichkeiten?|jobchancen|chancen) ~(?:für mich|bei (?:ihnen|euch|dir))~(?:sprechen|unterhalten|reden|gibt|sehen|siehst|seht)",
    ),
    opening_plain=pattern(
        r"(?:hiermit|gern|gerne) ~bewerbe ~mich|hiermit bewerbe ich|bewerbe (?:ich )?mich (?:hiermit|initiativ|bei (?:ihnen|euch)|um|auf|als)|(?:mich|initiativ) ~(?:bei (?:ihnen|euch)|in ihrem \w+|um eine \w+) (?:\w+ )?bewerben|initiativbewerbung",
        r"(?:hast|habt|haben|hätten|hättest|hättet|weißt|wüsstest|wissen|wisst|findet|findest|finden|gibt|gäbe|ergibt) (?:\w+ ){0,4}(?:et|irgend|irgendet)?was (?:passendes |geeignetes |freies )?für mich",
        r"(?:et|irgend|irgendet)?was für mich (?:hast|habt|haben|hättest|hätten|tun|machen|drehen|weißt|wisst|dabei)",
        r"(?:ergibt|tut|findet|böte|ergäbe) sich ~(?:bei (?:ihnen|euch|dir))? ?~(?:et)?was",
        r"mich ~(?:gebrauchen|einstellen|anstellen|nehmen würde\w*|unterbringen|reinbringen|neibringa|reinholen|reinschleusen|einschleusen|übernehmen|beschäftigen|anheuern)",
        r"(?:gebrauchen|einstellen|anstellen|brauchen) ~(?:sie|könnt ihr|kannst du) ~mich",
        r"mi do neibringa|mi neibringa",
        r"bei (?:euch|dir|ihnen) ~(?:unterkommen|unterkriech\w*|unterzukommen)|unterkommen ~bei (?:euch|dir|ihnen)",
        r"(?:würde|möchte|will|würd|mecht|mag|dürfte|könnte|kann|hoffe|darf) (?:\w+ ){0,5}(?:für sie|für euch|für ihr\w* \w+|bei (?:ihnen|euch|dir)|in ihrem \w+|in eurem \w+)(?: \w+){0,3} (?:zu )?(?:arbeiten|anfangen|einsteigen|mitarbeiten|mitwirken|tätig werden|starten)",
        r"zu (?:euch|ihnen) (?:ins team |rüber)?(?:wechseln|kommen und mitarbeiten)",
        r"(?:ihr|euer) team ~(?:verstärken|bereichern|ergänzen|unterstützen|suchen)|teil (?:ihres|eures|deines) (?:\w+ )?(?:teams|unternehmens) ~(?:werden|sein)",
        r"(?:mir|gut) ~vorstellen, ~übernehmen|(?:in|zu) (?:ihr|euer|dein) (?:\w+ )?(?:team|haus|unternehmen) (?:passe|passen würde|gehöre)|über ein angebot ~freuen|(?:et)?was (?:drehen|deichseln|einfädeln|arrangieren)|mich ~als (?:kandidat\w*|bewerber\w*)|mich (?:\w+ ){0,5}(?:präsentieren|vorzustellen als)|(?:mitarbeit|zusammenarbeit|tätigkeit) ~bei (?:ihnen|euch) ~vorstellen",
        r"wann (?:fange ich an|darf ich anfangen|kann ich anfangen|soll ich anfangen|kann ich loslegen)",
        r"(?:persönlich )?bei ihnen vorstellen|(?:wann|damit|dass) (?:darf |kann |dürfte )?ich mich ~(?:vorstellen|vorzustellen)|vorstellungsgespräch ~(?:freu|einlad|würde)\w*|einladung ~vorstellungsgespräch|persönlich ~von mir überzeugen",
        r"(?:wenn|falls|sobald|sollte\w*) ~(?:etwas|was|irgendwas|stellen|jobs|vakanzen|davon) (?:\w+ ){0,3}(?:hörst|hört|hören|mitbekommst|mitbekommt|mitbekommen|frei wird)",
        r"wer ~von (?:etwas|was|einer stelle|einem job|stellen|jobs) ~(?:hört|weiß)",
        r"(?:gebt|geben sie|gib|gebn's) mir ~(?:eine |die |a )?chance",
        r"(?:einen?|an) (?:\w+ )?(?:job|stelle|praktikum|arbeit|ausbildungsplatz|posten) ~(?:besorgen|vermitteln|verschaffen|beschaffen|organisieren|klarmachen|zuschanzen)",
        r"(?:mein|meinem) profil ~(?:interessant|passt|passen|passend|entspricht|überzeugt|weckt)|(?:vakanz|stelle)~meinem profil",
    ),
    seeking=pattern(
        rf"(?:ich )?(?:such|suche|suach) (?:ich )?~{SEARCHED}",
        rf"(?:auf|bei) (?:der |meiner )?(?:suche|jobsuche|stellensuche|arbeitssuche|arbeitsuche)(?: nach ~{SEARCHED})?",
        rf"{SEARCHED} (?:suche|such)|(?:bin|momentan|derzeit|gerade|seit \w+) ~(?:arbeitslos|arbeitssuchend|arbeitsuchend|jobsuchend|ohne job|ohne arbeit)",
        rf"sucht ~(?:ab sofort|verantwortungsvolle|neue|eine)\w* ~{SEARCHED}",
        rf"suche ~nach ~{SEARCHED}",
        rf"(?:brauche?|bräuchte|benötige) (?:ich )?~(?:einen? |an )?(?:\w+ )?(?:{JOB}|arbeit)",
        rf"(?:möchte|würde|will|wünsche|hätte) ~(?:eine |einen )(?:\w+ )?(?:{JOB}) ~(?:in ihrem|bei ihnen|bei euch|in eurem|finden)",
    ),
    available=pattern(
        r"ab sofort (?:\w+ ){0,3}(?:verfügbar|frei|zu haben|einsetzbar|anfangen|beginnen|bereit)|(?:verfügbar|frei|zu haben) ab sofort",
        r"(?:sofort|heute|morgen|gleich|jederzeit|nächste woche|kurzfristig|direkt|am \w+|montag) (?:\w+ )?(?:anfangen|ofanga|afange|starten|loslegen|beginnen|einsteigen)",
        r"(?:bin|wär|wäre|stehe|steh|stünde|weiterhin|sofort|kurzfristig|umgehend) (?:\w+ ){0,5}(?:verfügbar|zu haben|einsetzbar|abkömmlich)",
        r"(?:ab|zum) (?:dem )?(?:\d{1,2}\. ?)?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|\d{1,2}\.) (?:\w+ ){0,3}(?:verfügbar|frei|zu haben|einsetzbar|wieder auf dem markt)",
        r"(?:stehe|stünde|steh) (?:ich )?(?:ihnen )?~(?:kurzfristig|sofort|ab sofort|ab \w+|jederzeit) ~zur verfügung",
        r"auf dem markt|ab \w+ wieder auf dem \w*markt",
        r"(?:kündigungsfrist|eintrittstermin|eintrittsdatum|gehaltsvorstellung\w*)~(?:beträgt|liegt|ist|wäre|von|frühest\w+)|frühestmögliche\w* eintritt\w*",
        r"könn?te? (?:di|mo|mi|do|fr|sa|so|montags|dienstags|mittwochs|donnerstags|freitags) (?:und|u\.|\+|,) ?(?:di|mo|mi|do|fr|sa|so|\w+s)\b~(?:flexibel|arbeiten|wochenende)",
    ),
    papers=pattern(
        rf"(?:anbei|beiliegend|angehängt|im anhang|beigefügt|in der anlage|als anlage|als pdf|anliegend)~{PAPERS}",
        rf"{PAPERS} ~(?:anbei|im anhang|in der anlage|angehängt|hängt an|hängen an|liegt bei|liegen bei|beigefügt|hänge ich|häng ich|füge ich|schicke ich|schick ich|sende ich|lege ich|finden sie|findest du|beizulegen|anbei)",
        rf"(?:häng|hänge|schick|schicke|sende|send|übersende|füge|lege|maile|leite|lass|lasse|übermittle|reiche|gebe|geb) (?:ich )?(?:\w+ ){{0,5}}{PAPERS}",
        rf"(?:mein\w{{0,2}}|ihnen|dir|euch|ich) (?:\w+ ){{0,4}}{PAPERS} (?:\w+ ){{0,5}}(?:schicken|senden|zusenden|zuschicken|zukommen lassen|übersenden|nachreichen|vorlegen|mitschicken|mailen|hier lassen|dalassen|vorbeibringen|einreichen|prüfen|ansehen|anzusehen)",
        r"(?:wohlwollende|wohlwollender) prüfung",
    ),
    feedback=pattern(
        r"feedback|gegenlesen|kritik|rückmeldung dazu|deine meinung|ihre meinung|draufschau\w*|"
        r"drüberschau\w*|verständlich|deinen rat|ihren rat|verbessern"
    ),
    forwarding=pattern(
        rf"(?:mein\w{{0,2}} (?:\w+ )?(?:{PAPERS}|profil)|mich|ihren lebenslauf|seinen lebenslauf) ~(?:weiterleit\w*|weitergeb(?!rach)\w*|weitergibst|weitergebt|weiterreich\w*|weiterempfehl\w*|weiterzuleiten|weiterzugeben)",
        rf"leite[tn]? (?:sie |es |ihn |doch )*~(?:mein\w{{0,2}}|ihren|seinen|ihr) (?:\w+ )?(?:{PAPERS}|profil) ~weiter",
        rf"(?:gib|gebt|geben sie|reich|reicht|reichen sie) ~(?:{PAPERS}|mein\w{{0,2}} profil) ~weiter",
        r"(?:ein )?(?:gutes |paar gute |mal ein |kleines )?wort(?:e)? für mich|für mich (?:\w+ ){0,6}(?:ein )?(?:gutes )?wort",
        r"mich (?:\w+ ){0,6}(?:ins spiel|ins gespräch) bring\w*|bring\w* mich ~ins (?:spiel|gespräch)",
        r"mich (?:\w+ ){0,6}(?:empfehl\w*|empfiehl\w*|vorschlag\w*|vorschläg\w*|vermitteln|weiterempfehl\w*|anpreisen|unterzubringen)|empfiehl\w* ~mich|schlag\w* mich ~vor",
        r"(?:für mich|dich für mich|sich für mich) ~(?:verwenden|einsetzen|stark mach\w*|einzusetzen)|setz\w* (?:dich|sich) ~für mich ein",
        r"(?:mir|für mich) (?:\w+ ){0,6}(?:türe?n?|tor) ~(?:öffn\w*|aufmach\w*|aufstoß\w*)|türöffner(?:in)?|vitamin b",
        r"(?:denk|denkt|denken sie|denkst) ~an mich",
        r"(?:beim?|mit) ~chef\w* ~(?:geredet|gesprochen|reden|sprechen) ~(?:wegen mir|über mich|für mich)|(?:wegen mir|über mich) ~(?:mit|bei) ~(?:chef|personal|hr)\w*",
        r"(?:dein\w*|eure\w*|ihre\w*) (?:chef\w*|boss|personal\w*|hr)\b~(?:von mir erzähl\w*|von mir zu erzähl\w*|meinen namen|auf mich aufmerksam)",
        r"meinen namen ~(?:fallen lass\w*|nenn\w*|erwähn\w*) ~(?:chef|personal|abteilung)\w*",
        r"meine (?:unterlagen|mappe|papiere|bewerbung) ~(?:abgegeben|abgeben|hinlegen|legen|einreichen|weitergereicht|weitergegeben)|weitergabe an (?:die|den|ihre)",
        r"an (?:die|eure|ihre|deine) (?:personal\w*|hr\w*|zuständig\w*)~(?:weiterleit\w*|weitergeb(?!rach)\w*|weiterreich\w*)",
    ),
    selling=pattern(
        r"(?:hoch|sehr )?motivierte?r?n?|teamfähig\w*|belastbar\w*|teamplayer\w*|team-player\w*|zielorientiert\w*|zielstrebig\w*|kommunikationsst\w+|durchsetzungss?t\w+|lösungsorientiert\w*|ergebnisorientiert\w*|leistungsbereit\w*|leistungsst[aä]rk\w*|einsatzbereit\w*|hands-on\w*|lernbereit\w*|lernwillig\w*|überdurchschnittlich\w*|einsatzfreud\w+",
        r"(?:großes|hohes|viel|mein|vollem) engagement|engagierte?r? (?:\w+ )?(?:\w+in|\w+er|mitarbeiter\w*)|schnelle auffassungsgabe|organisationstalent|macher(?:in)?",
        r"(?:ich )?(?:verfüge|bringe|bring|biete|habe) (?:ich )?(?:über )?~(?:kenntnisse|erfahrung|expertise|know-how|fachwissen|kompetenz(?:en)?|fähigkeiten|ausbildung)(?: \w+){0,5}(?: mit)?(?=[ ,.;!]|$)",
        r"nachweislich\w*|erfolgreich\w* (?:\w+ )?(?:geleitet|aufgebaut|umgesetzt|verantwortet|gesteigert|abgeschlossen)|track record|umsatz~gesteigert",
        r"(?:ihr|euer) (?:unternehmen|team|haus) ~(?:bereicher\w*|voranbring\w*|unterstütz\w*|verstärk\w*)|(?:gewinn|bereicherung|verstärkung|mehrwert) für (?:ihr|sie|euer|euch|das)~|von mein\w+ \w+ ~profitieren|profitieren ~von mein\w+",
        r"mein\w? (?:\w+ )?(?:fähigkeiten|erfahrung(?:en)?|stärken|kompetenzen|kenntnisse|expertise) ~(?:einbringen|einzubringen|einsetzen|unter beweis)",
        r"(?:ich )?(?:würde |glaube.{0,15})?(?:perfekt|super|hervorragend|optimal|bestens|ideal|sehr gut) (?:zu (?:euch|ihnen|dir)|in (?:ihr|euer|dein)|für)~(?:pass\w*|geeignet)?",
        r"(?:bin|ich bin) überzeugt, (?:dass )?(?:ich|sie)|wenn die (?:erst mal |erstmal )?sehen, was ich kann|überstunden (?:\w+ ){0,3}(?:schrecken|machen|sind)|(?:ist|sind) meine leidenschaft|arbeite (?:\w+ ){0,2}(?:sauber|schnell|zuverlässig|genau|selbstständig|präzise)",
        r"(?:habe|hab) ~(?:budget|umsatz|team)~(?:verantwortet|geführt|geleitet|gesteigert)",
        r"(?:ihr|euer) (?:neuer|neue) (?:mann|frau|mitarbeiter\w*|kolleg\w+)|die richtige für (?:sie|euch|ihr)|der richtige für (?:sie|euch|ihr)",
        r"(?:bin|analytisch\w*|zuverlässig\w*|flexibel|loyal|kreativ\w*|pünktlich|fleißig\w*|ehrgeizig\w*|durchsetzungsstark|belastbar)(?: ?, ?|\s+und\s+)(?:sehr )?(?:analytisch\w*|zuverlässig\w*|flexibel|loyal|kreativ\w*|pünktlich|fleißig\w*|ehrgeizig\w*|durchsetzungsstark|belastbar)",
        r"fachwissen, kreativität|kreativität und (?:\w+ )?engagement|ich kann alles (?:machen)?",
    ),
    despair=pattern(
        r"letzte (?:hoffnung|rettung|chance)|nicht (?:mehr )?(?:\w+ )?weiter ?(?:weiß|weiss|wusste|komme)|weiß (?:ich )?(?:\w+ ){0,2}nicht mehr weiter|weiter weiß ich nicht",
        r"(?:jede|jegliche) hilfe ~(?:recht|willkommen|dankbar)|für jede hilfe|(?:bin |so |total |echt |langsam )?verzweifelt|am verzweifeln",
        r"(?:mir ist |ist mir )?(?:echt |inzwischen |mittlerweile |langsam )?(?:alles|jede[rs]? job|jede arbeit) (?:\w+ )?recht|(?:nehme|nehm|mache|mach) (?:\w+ )?(?:fast |wirklich |inzwischen )?(?:alles|jeden job|jede arbeit)|würde alles (?:machen|nehmen)|(?:offen|dankbar) für alles|egal (?:was|welch\w+ job)",
        r"brauche?~(?:dringend|echt|wirklich|unbedingt|bald) (?:\w+ )?(?:etwas|was|einen job|arbeit|eine stelle|geld)|(?:dringend|echt|unbedingt) (?:\w+ )?(?:etwas|was) neues|(?:dringend|unbedingt) (?:\w+ )?(?:job|arbeit|stelle)",
        r"finde (?:sonst |einfach |ja )?(?:nichts|nix|keine arbeit|keine stelle|keinen job)|keiner nimmt mich|niemand (?:nimmt|will) mich|mich nimmt (?:keiner|niemand)",
        r"(?:arbeitslosengeld|geld|ersparnisse|alg)~(?:läuft|laufen|geht|gehen|reicht|reichen) ~(?:aus|nicht|ende)|(?:wird's|wirds|wird es) eng (?:mit|bei) der miete|miete ~(?:nicht|zahlen|eng)",
        r"\d+ absagen|hunderte? (?:von )?(?:bewerbungen|absagen)|nur absagen|eine absage nach der anderen|hagelt (?:\w+ )?absagen",
        r"bitte,? bitte|ich flehe|(?:bitte|könn\w+) ~(?:irgendwas|irgendetwas) für mich (?:tun|machen)",
    ),
    everyone=pattern(
        r"(?:hallo|liebe|hey|hi|moin|servus) (?:sportsfreunde|mitglieder|nachbarn|nachbarinnen und nachbarn|vereins\w+|mitstreiter\w*|ihr lieben|zusammen|alle|an alle|leute|freunde|freundinnen und freunde|kolleginnen und kollegen|kollegen|community|in die runde|miteinander|netzwerk)",
        r"ihr lieben|liebe alle|liebes netzwerk|an alle|in die runde|hallöchen zusammen|leute|wer von euch",
    ),
    spread=pattern(
        r"(?:kennt|weiß|hat) (?:\w+ )?(?:jemand|wer|einer|ihr)~(?:jemanden|wen|stelle|job|was|etwas|firma|der|die)|(?:bitte |gerne? )?teilen|(?:idee|weiß|wissen|tipp)~(?:gebraucht|gesucht|unterkomm)\w*|(?:falls|wenn|sofern) ihr ~(?:wisst|hört|kennt)|wer ~(?:unterbring\w*|möge|hört|kennt|weiß|sucht|braucht|einstellt)|leitet ~weiter|wenn ihr ~(?:hört|wisst|mitbekommt)|jeden (?:hinweis|tipp)|#opentowork|open to work|gerne (?:weitersagen|teilen)|weitersagen",
    ),
    candidacy=(
        pattern(
            rf"{JOB}|rollen?|ausbildung|lehre|teilzeit|vollzeit|halbtags|homeoffice|mitarbeit|promovieren|promotion|doktorand\w*|bürostelle|saison|spielzeit|gelegenheiten|neue\w? aufgaben?|beruflich ~verändern|"
            r"assistenz|aushilf\w*|dienstverhältnis|arbeitsvertrag|arbeiten|arbeit|arbad|schaffe|"
            r"(?:ihr|euer|eurem|ihrem|ihres|eures) (?:\w+ )?(?:team|trupp|mannschaft|belegschaft|kollegium)|verstärkung|nachfolge\w*|leitung"
        ),
        pattern(
            r"bewerb\w*|bewirb\w*|kandidat\w*|lebenslauf|werdegang|qualifi\w+|(?:meine )?fähigkeiten|was ich kann|"
            r"(?:mich|ich) ~(?:als \w+|vorstellen|vorzustellen|präsentieren|einbringen|beweisen|nützlich)|reizt mich|auf den leib|"
            r"motivier\w*|mein (?:\w+ )?profil|mein können|anpack\w*|nicht bereuen|kennenlernen|kennenzulernen|probe\w*|"
            r"wie geschaffen|genau (?:richtig|die richtige|der richtige)|wunschliste|mit leib und seele|gewissenhaft|verschwiegen|tüchtig|zuverlässig|meine mappe|mappe|handwerklich|geschickt|mache alles|packen ~an|ich könnte ~(?:beginnen|anfangen|starten)|(?:bin|wäre|wär) (?:ich )?(?:genau |sicher )?(?:der|die|euer|ihr|eure|ihre) (?:richtige|neue\w*)|bin fleißig|kann (?:alles|gut|auch)|gelernte\w?|habe ~(?:gelernt|erfahrung)"
        ),
        pattern(
            r"einstell\w*|eingestellt|(?:such|brauch|nehm|nimm|nehmts|benötig|einstell)\w* ~(?:jemand\w*|leute|leit|wen|noch wen|mich|verstärkung|hilfe|hände)|"
            r"(?:jemand\w*|wen|leute|leit|hände) ~(?:such|brauch|nehm|einstell|benötig)\w*|unterbring\w*|unterkommen|aufzunehmen|aufnehmen|"
            r"(?:et)?was frei|frei (?:wird|ist|wäre|werden|geworden)|chance|chancen|bedarf|helfende hände|mittel für|neue leute|leute ~gesucht|gesucht|gebraucht|rumfrag\w*|umhör\w*|hör dich ~um|berücksichtig\w*|(?:ihn|sie|uns|mich) ~nehmen|nehmt ihr|(?:findet|fände|ergibt|ergäbe) sich|für mich ~findet|reinkriegen|rein ?bekommen|besetz\w*|vakan\w*|geht (?:bei|da) (?:euch|ihnen|dir) (?:\w+ )?was|geht was bei|"
            r"bei (?:euch|ihnen|dir) ~(?:anfang\w*|mitmach\w*|einsteig\w*|arbeit\w*|mitarbeit\w*|rein\w*|was für)|bieten sie|mich ~(?:nehmen|brauchen|holen|nimmt|nehmt)|zu euch (?:holen|kommen)|möglichkeit für mich|"
            r"würde (?:ich )?~(?:bei ihnen|für sie|bei euch|bei dir) "
        ),
        pattern(
            r"chef\w*|meister\w*|boss|geschäftsleitung|geschäftsführ\w+|personal\w*|hr|vorgesetzt\w+|abteilungsleit\w+|meinen namen|ein wort|fürsprech\w*|kontakte spielen|beziehungen|drähte|empfehlung\w*|weiterempfehl\w*"
        ),
    ),
    circumstance=(
        pattern(
            r"gekündigt|kündigung|entlass\w+|insolven\w+|arbeitslos\w*|arbeitsuchend\w*|arbeitssuchend\w*|raus bei|rausgeflogen|befristet|vertrag ~(?:läuft|endet)|in rente|ruhestand|jobcenter|arbeitsamt|arbeitsagentur|alg|bürgergeld|firma ~(?:zu|pleite|schließt|dicht)"
        ),
        pattern(
            r"brutto|gehalt|weniger geld|stundenlohn|lohn|wechselbereit|ander\w+ angebot|quartal\w*|sofort|auf der matte|kurzfristig|flexibel|einsatzbereit|ab (?:montag|morgen|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|nächste\w*)|probezeit|zum (?:1|ersten)|verdien\w*|jederzeit verfügbar"
        ),
        pattern(
            r"brauche?|dringend|hilfe|helfen|hilfst|angewiesen|strohhalm|verzweif\w*|mega wichtig|miete|absagen?|absage|not|bitte|schulden|familie zu|kinder zu|gefallen|glück|irgendwas|egal|rette\w*"
        ),
    ),
    talking=pattern(
        r"telefon\w*|anruf\w*|ruf\w*|treffen|triff\w*|austausch\w*|reden|red|sprechen|gespräch\w*|quatschen|schnacken|schnurre|kaffee|termin\w*|zeit|vernetz\w*|unterhalten|minuten|bereden|hören|erzähl\w*|kontakt"
    ),
    rhetorical=pattern(
        r"(?:könn|würd|woll|hätt|hab|gib|möcht|such|brauch|nehm)\w*|hast|kann|kannst|gäbe|magst|wär\w*|ist|will"
    ),
    requesting=re.compile(
        r"\?|\b(?:würde?|würd|wür|dad)\b[^.!?]{0,40}\b(?:gern|gerne|freuen|wüsse|interessier\w+)|\bmöchte\b|\bbitte\b|\bmelde?n?\b[^.!?]{0,12}\b(?:dich|sie|euch|mal)\b|"
        r"\b(?:ruf|rufen sie|schreib|schreiben sie|sag bescheid|meld dich|lass uns|lass mal)\b|\bhätte gern|\bsött|\bkönn(?:t?en|test|tet|t)? wir|\bsuche?\b|\bwill\b|\bwäre (?:schön|toll|super)|\bfreue? (?:ich )?mich (?:sehr |riesig )?über|\baustausch|\bvernetz|\bwarte\b|\bantwort|\bminuten\b|her damit|\bmag(?:st)? jemand|\bwenn jemand",
        re.IGNORECASE,
    ),
    greeting=pattern(
        r"(?:sehr )?geehrte[rs]?|liebe[rs]?|hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|grüß (?:gott|dich|sie)|hoi|grüezi|na"
    ),
    formal=pattern(
        r"sehr geehrte\w?|(?:herr|frau)(?:n)?(?: dr\.?| prof\w*\.?)? [A-ZÄÖÜ]\w+|damen und herren"
    ),
    logistics=pattern(
        r"wie geht(?:'s|s| es)?~|wann ~|wie (?:wäre|wär)(?:'s|s| es)?~|was (?:hältst|halten) (?:du|sie) ~|welcher (?:termin|tag)~|wo ~treffen|was (?:du|ihr|sie|de) (?:gerade |so |mittlerweile |jetzt |alles )*(?:machst|treibst|macht|machen|treiben|treibt|machsch)|wie es (?:dir|euch|ihnen) ~geht|wie du (?:so )?bist|bist du (?:noch|da|dabei)~|wie steht (?:es|'s) (?:um|mit)~|keine zeit für~|wie lange nicht|was machst du (?:so|gerade)~",
    ),
    question=pattern(
        r"(?:wie|wieso|warum|weshalb|worauf|woran|womit|wofür|wodurch|worin|wonach|wovon|wozu|was|welche[nmrs]?|woher|inwiefern|inwieweit|wer|wo|wia|wieviel|wie viel|ob) [^.!?\n]{5,}",
        r"(?:unterschied|unterscheide\w*) ~|(?:würden|würdest) (?:sie|du) ~(?:oder|heute|noch|eher) ~",
        r"(?:lohnt|reicht|braucht|geht|gibt|kann|muss|ist|sind|war|hat) (?:sich |es |man |das |der |die )(?!.{0,30}(?:zeit|treffen|telefonier))[^.!?\n]{10,}\?",
    ),
    topic=pattern(
        r"thema:? \w+|(?:fragen?|etwas|was|paar fragen|gespräch|austausch|austauschen|sprechen|reden|unterhalten|erzählen|gedanken|rat) (?:\w+ ){0,3}(?:zu|zum|zur|über|von|dazu) (?!ihnen|dir|euch|mir)\w+|(?:über|zu) [^.!?\n]{3,40} (?:sprechen|reden|austauschen|fragen|unterhalten|erfahren|ausfragen|lernen|hören)|(?:interessier|interessiere|beschäftigt|interessiert) ~(?:mich|für|sehr) ~\w+|möchte ~(?:verstehen|wissen|herausfinden|lernen)|(?:eine|zwei|drei|paar|kurze|kleine) (?:\w+ )?fragen? (?:zu|zur|zum|über|dazu)|meine frage|ihren? (?:alltag|erfahrung\w*|weg|blick|sicht)|deine[nr]? (?:alltag|erfahrung\w*|weg|blick|sicht)",
    ),
    minutes=pattern(
        rf"{MINUTES} ?-?(?:min|mins|minuten|minütchen|minute|minütiges|minütige|')",
        r"viertelst[uü]nd\w*|viertel stund\w*|halbe[s]? ?st[uü]nd\w*|hoibe stund|halb stund|halbi stund|½ stunde|halbstündig\w*|'?ne halbe|dreiviertelstunde",
    ),
    brief=pattern(
        r"kaffee|mittagessen|mittagspause|mittag|lunch|tee|feierabendbier|bier|spaziergang|runde|kaffeepause|frühstück|zwei (?:sätze|zeilen)|drei (?:sätze|zeilen)|kurze[rn]? (?:mail|antwort|nachricht|telefonat|anruf|frage)|kurz (?:\w+ )?(?:telefonieren|anrufen|sprechen|fragen)|per mail|lesetipp|sprachnachricht|abendessen",
    ),
    hours=pattern(
        r"(?:eine|1|ne|'ne) (?:ganze |gute |knappe |volle )?(?:stunde|stündchen|h)|(?:zwei|drei|vier|2|3|4|anderthalb|eineinhalb|ein bis zwei|1-2|1,5|1 bis 2|mehrere|paar) ?(?:stunden|h|stündig\w*)|(?:ganzen?|halben) (?:tag|nachmittag|vormittag|abend)|(?:einen|zwei|ein paar) tage? (?:\w+ )?(?:hospitier\w*|begleit\w*|mitlauf\w*|über die schulter)|(?:50|60|90|120) ?(?:min|minuten)",
    ),
    connection=pattern(
        r"(?:ihr|ihre|ihren|ihrem|ihrer|dein|deine|deinen|deinem|deiner) (?:\w+ ){0,3}(?:vortrag|artikel|beitrag|post|buch|podcast|interview|aufsatz|porträt|portrait|führung|workshop|blog\w*|konzert|gastbeitrag|video|webinar|seminar|vorlesung|projekt|kolumne|studie|newsletter|text|keynote|stand|arbeit|werkstatt|abteilung|team|profil|tweet|kommentar|film|ausstellung|auftritt|laden|seite|website)",
        r"(?:gehört|gelesen|gesehen|gestoßen|erlebt|aufmerksam|kennengelernt|begegnet|getroffen|besucht|verfolgt|angeschaut|gefunden|empfohlen|genannt|gesprochen|erinner\w*|erzählt\w?|meinte|gemeint|erwähnt\w?|betreut|gearbeitet|geraten|verwiesen|gesessen|gemailt|geschrieben|ermuntert|gegeben)",
        r"wir (?:beide|haben|waren|sind|kennen|saßen|teilen)|(?:mein|meine) (?:\w+ )?(?:professor\w*|dozent\w*|chef\w*|kolleg\w+|freund\w*|schwester|bruder|nachbar\w*|mutter|vater|tante|onkel)|ehemalige\w?|alumn\w+|kommiliton\w+|gemeinsam\w*|beide|genau wie sie|wie sie (?:arbeite|bin|komme|habe)|in der zeitung|damals|früher|neulich|seit ihrem|seit deinem|(?:nummer|adresse|kontakt) ~(?:ggeh|gegeben|von)|über (?:frau|herrn)|von (?:frau|herrn)|lese ich|liegt (?:\w+ ){0,3}auf meinem|du (?:kennst|bist|hast)|du doch|sie doch|als sie|lieber onkel|liebe tante|ggeh|gseit|auf der \w+ saß|saß ich|durfte ich",
    ),
    way_out=pattern(
        r"(?:wenn|wenns|wenn's|falls|sollte|sollten|sofern|soweit)\b[^.!?\n]{0,60}?(?:nicht|nich|ned|nöd|net|kein\w*|nein|passt|passen|mag|magst|mögen|mögt|möchten|möchtest|lust|luft|voll|eng|verschlingt|stress|viel|keine zeit|fehlt|andermal|erst im|knapp|ungünstig|möglich|zu|drückt|abschluss|zeit hast|zeit haben|umständlich|geht|ginge|lieber|hergibt|dazwischenkommt|untersagt|unpassend)",
        r"kein(?:en|e|er)? (?:stress|problem|druck|ding|thema|eile|muss|umstände)|auch (?:gut|ok|okay|in ordnung|kein problem|völlig ok|schön|guet|fein|nicht schlimm)|(?:völlig|ganz|natürlich|absolut|total) (?:in ordnung|ok|okay)|verständnis|verstehe ich|(?:ein|kurzes|klares) nein|(?:eine )?(?:kurze )?absage (?:ist|wäre|genügt|reicht)|nur (?:wenn|falls|so)|ignorier\w*|ein ?andermal|sag einfach|alles gut|macht (?:gar |überhaupt )?(?:nichts|nix)|passt schon|au guet|sonst (?:auch|gern|eben|per|schreib|dann|schick|bleib\w*|bin|ist|freue)|(?:sagen sie|sag) ruhig (?:nein|ab)|so passt es nicht|gern (?:erst )?(?:später|nächste|im)|auch eine antwort|trage ich mit|respektiere|lässt|ist es auch recht|auch recht|(?:oder|gern auch|notfalls|alternativ|reicht auch|auch gern) (?:\w+ ){0,2}(?:per mail|einen lesetipp|schriftlich|kurz per|später|eine kurze mail|sprachnachricht|gar nicht)|wenn nicht|wenn nich|wenns nöd|falls nicht|nimm dir ruhig zeit|ganz ohne druck|unverbindlich|nehme ich (?:gern|nicht übel)|nicht böse|nicht übel|fühl\w* (?:dich|sie) (?:sich )?(?:zu nichts|nicht) verpflichtet|nicht verpflichtet|ohne verpflichtung|auch wenn die antwort nein|zu nichts",
    ),
    pressure=pattern(
        r"(?:im|schon im|bereits im) vor(?:aus|hinein)|vorab (?:schon )?(?:vielen )?dank|(?:danke|dank) (?:schon|bereits) (?:mal |jetzt|im|vorab)|schon (?:mal|jetzt) (?:vielen |herzlichen )?dank",
        rf"(?:bitte|mir|antwort\w*|rückmeldung|bescheid|melden|termin) [^.!?\n]{{0,50}}?bis (?:spätestens |zum |nächsten |kommenden |diesen )*(?:{DAY}|morgen|heute|ende|übermorgen|\d)|bis {DAY}\b|spätestens (?:am|bis|{DAY})",
        r"umgehend|zeitnah|asap|schnellstmöglich|so schnell wie möglich|unverzüglich|heute noch|noch heute|gleich morgen|dringend|kurzfristig|am besten (?:heute|gleich|sofort|morgen)|(?:rechne|zähle|zähl|baue|verlasse mich) (?:ich )?(?:fest |voll )?(?:mit|auf) (?:dich|dir|sie|ihnen|ihre\w?|deine\w?|euch)|ich erwarte|erwarte ich|(?:du|sie) (?:musst|müssen)|(?:melde|meld|antworte|ruf|schreib)\w* ~endlich|endlich (?:mal|melden|antworten)|unbedingt (?:sprechen|reden|treffen|heute|diese)|ich bestehe|es eilt|muss (?:dich|sie) ~(?:sprechen|fragen|sehen)|duldet keinen|lass mich nicht (?:hängen|im stich)|enttäusch\w* mich nicht",
    ),
    supposing=pattern(r"wenn|falls|sofern|sollte\w*|solange"),
    favour=pattern(
        r"(?:könn(?:en|ten|test|tet)|kannst|kann|würd(?:en|est)|magst|mögen|darf|dürfte|hätt(?:en|est|st|sch)|hast|haben|wär(?:en|e)|bitte|hab) (?:sie|du|ihr|ich|wir|mir|es|bitte)"
    ),
    flattery=pattern(
        r"koryphäe|(?:absolut|wirklich|unglaublich|wahnsinnig|total|extrem|zutiefst|mega) (?:beeindruck\w*|inspirierend\w*|großartig\w*|faszinierend\w*|genial\w*)|beeindruckende[nrs]? (?:profil|werdegang|karriere|laufbahn|lebenslauf|persönlichkeit|vita)|(?:top|absoluter|absolute)[- ](?:top-?)?(?:expert\w*|profi)|genau (?:der mann|die frau), d|(?:größter|riesiger|großer) fan|ich bewundere (?:sie|dich)|bewundere ich|(?:mein|ein) (?:großes |absolutes )?(?:vorbild|idol)|(?:eine |große )?ehre|brillant\w*|legende|gurus?|niemand (?:kann|weiß) ~(?:so|besser)|einzigartige?[nrs]? (?:expertise|persönlichkeit|werdegang)|(?:sie|du) (?:sind|bist) (?:einfach )?(?:der|die|das) (?:beste|größte)\w*",
    ),
    reproach=pattern(
        r"(?:noch |bisher |bis heute |leider |immer noch )*(?:immer )?(?:noch )?keine (?:antwort|rückmeldung|reaktion)|nichts (?:von (?:ihnen|dir) )?gehört|(?:schon |bereits )(?:zweimal|dreimal|mehrfach|mehrmals|zum \w+ mal) ~(?:geschrieben|gefragt|angerufen|gemeldet)|(?:das |finde ich |ich finde das |sehr |etwas |echt )(?:schade|enttäuschend|unhöflich|traurig|befremdlich)|enttäuscht|wenigstens|keine zeit für (?:mich|alte|uns)|ignorier(?:st|en sie|t ihr)|(?:melde|meld) dich (?:doch )?(?:endlich|mal wieder|gefälligst)|warum (?:antwort|meld|schreib)\w+ (?:du|sie)|anstand|so viel zeit (?:muss|wird)|warte (?:ich )?(?:nun|jetzt|seit|schon|noch|immer)|gute[nmr]? ton|höflichkeit|(?:dich|sie) (?:ja )?(?:ewig|lange|nie) nicht gemeldet|(?:hast|haben) (?:du|sie) ~(?:vergessen|nicht (?:geantwortet|reagiert|gemeldet))|vergessen haben|nicht für nötig",
    ),
    flexible=pattern(
        r"wann (?:immer )?(?:es )?(?:ihnen|dir|du|sie|euch)|wann es|(?:richte|passe) (?:ich )?mich|(?:ort|zeit|zeitpunkt|wo und wann|termin)~(?:bestimmen|wählen|aussuchen|überlasse|ihnen|dir)|wie (?:es |du |sie )(?:ihnen |dir |am liebsten |magst|mögen|möchte\w*|passt)|(?:telefon|telefonisch|persönlich|video|kaffee|vor ort|tee) (?:oder|und) \w+|oder (?:am )?(?:telefon|telefonisch|per video|video|anruf)|(?:an einem tag|tag|zeit), (?:der|die) (?:ihnen|dir)|(?:diese|kommende|nächste) oder (?:nächste|übernächste)|in den nächsten \w+|irgendwann|jederzeit|(?:komme|komm) (?:ich )?(?:gern|gerne|jederzeit)|nach ihnen|nach dir|wie du magst|gern auch (?:später|im|abends|telefonisch)|falls gerade|lieber danach|eben im sommer",
    ),
    thanks=pattern(
        r"danke|dankeschön|vielen dank|herzlichen dank|besten dank|dankbar|merci|dank|bedanke|dank dir|vergelts gott"
    ),
    insight=pattern(
        r"(?:dass|wie|warum|weshalb|ob|was|der satz|der hinweis|der gedanke|der tipp|dein tipp|ihr tipp|ihr rat|dein rat|ihr hinweis|dein hinweis|das mit|die idee|die geschichte|die sache mit|der teil|das bild|das beispiel|ihr beispiel|dein beispiel|der punkt|die unterscheidung|ihr satz|dein satz|ihre idee|deine idee|ihr bild|dein bild|ihr vergleich),? [^.!?\n]{8,}|(?:überrascht|neu für mich|war mir neu|wusste (?:ich )?nicht|weiß ich|gelernt|verstanden|klarer|mitgenommen|nehme ~mit|aufgefallen|nachgegangen|nachgedacht|nicht aus dem kopf|hängen geblieben|gemerkt|hilfreich war|geholfen hat|augen geöffnet|verstehe ich)",
    ),
    du=re.compile(
        r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[nmrs]?)?|hast|kannst|magst|würdest|könntest|hättest|bist)\b"
    ),
    sie=re.compile(
        r"(?<=[a-zäöüß,] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b|\b(?:[Hh]aben|[Kk]önnten|[Hh]ätten|[Ww]ürden|[Mm]öchten) Sie\b"
    ),
    kinds=(
        (
            "decline-give",
            pattern(
                r"schaffe ich es (?:leider )?(?:gerade )?nicht|(?:leider|gerade) ~(?:nicht schaffen|keine zeit|absagen)~(?:danke|alles gute|empfehlen)|muss ich (?:dir|ihnen) (?:leider )?absagen|danke für (?:deine|ihre) (?:nachricht|anfrage|mail)"
            ),
        ),
        (
            "offer",
            pattern(
                r"(?:klar|gern|gerne|sicher|natürlich)\W+(?:\w+ )?erzähl\w* ich|(?:erzähle|erzähl|berichte) (?:ich )?(?:dir|ihnen|euch) (?:gern|gerne)|ich erzähle ~gern|(?:beantworte|teile) ~gern|kannst (?:du )?mich gern (?:\w+ )?(?:fragen|anrufen)|nehme mir gern zeit"
            ),
        ),
        (
            "confirm",
            pattern(
                r"bleibt(?:'s| es|s) (?:bei|dabei)|freue mich (?:schon )?auf (?:unser|morgen|das) ~(?:gespräch|treffen|telefonat|mittagessen|morgen)|(?:wie besprochen|wie vereinbart),? (?:treffen|sehen)|bestätige ~(?:termin|treffen)|bis morgen"
            ),
        ),
        (
            "news",
            pattern(
                r"(?:hab|habe) (?:die|den|einen|eine) (?:neue |neuen )?(?:stelle|job|zusage|vertrag|ausbildungsplatz)|ich habe mich (?:nun |jetzt )?entschieden|(?:fange|fang|beginne|starte) (?:ich )?~(?:an|als|bei)\b|seit \w+(?: \w+)? bin ich ~(?:bei|im|als)|zugesagt bekommen|erzählen, was daraus geworden"
            ),
        ),
        (
            "thank-you",
            pattern(
                r"(?:danke|dank|merci)(?: \w+){0,4} (?:für|fürs|für's)(?: \w+){0,4} (?:gespräch|telefonat|zeit|mittagessen|mittagspause|kaffee|treffen|gestern|vormittag|nachmittag|austausch|offenheit|heute|einblick\w*|rat|tipps?|abend|anruf|tee|spaziergang|antworten|führung)|^\W*(?:\w+ )?(?:danke|merci) \w+[!.,]"
            ),
        ),
        (
            "reminder",
            pattern(
                r"(?:vor|seit) (?:\w+ )?(?:\w+ )?(?:tagen|wochen|tag|woche)~(?:geschrieben|gemailt|angefragt|kontaktiert|nachricht)|untergegangen|(?:zwei|drei|vier|mehr)\w*mal ~geschrieben|nachfragen|nachhaken|nachgehakt|stups|meine (?:letzte |erste |kurze )?(?:mail|nachricht|anfrage|zeilen)|keine (?:antwort|rückmeldung)|noch einmal (?:auf|melden|nachfragen)|schon zweimal geschrieben|erinnern an|kleine erinnerung|noch mal wegen|hast du schon mit"
            ),
        ),
        (
            "report-back",
            pattern(
                r"(?:habe|hab|han|war|bin|saß) (?:ich )?~(?:mit|bei) ~(?:im videocall|am telefon|zusammen|essen|kaffee|dort|da|telefoniert|gesprochen|getroffen|gredt|geredet|gesessen)|(?:danke|dank)~(?:vermittl\w*|zusammengebracht|kontakt|bekannt gemacht|vorgestellt)|wollte dir erzählen, wie es (?:mit|bei)"
            ),
        ),
    ),
)
