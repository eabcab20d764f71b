"""What people do in a message, in German: ask, offer, wonder, tell. None of it is wrong by itself.

The second reader (`notesync.letters.learned`) has learned what each of them speaks for. So these
tables may be wide where those of the rules (`…pleas`) have to be narrow.
"""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

from re import Pattern

from notesync.letters.phrases.phrasebook import pattern

# Those who decide.
DECIDER = (
    r"(?:chefs?|chefin|boss|vorgesetzte\w*|personal(?:er\w*|abteilung|leit\w*|chef\w*|büro)|hr|"
    r"leiter\w*|leitung|geschäftsführ\w*|vorstand\w*|inhaber\w*|abteilungsleit\w*|teamleit\w*|"
    r"meister\w*|direktor\w*|direktion|schulleit\w*|rektor\w*|entscheider\w*|zuständige\w*|"
    r"verantwortliche\w*|hausdame|kapitän\w*|oben|filialleit\w*|partner|bürgermeister\w*|"
    r"aufsichtsrat|betriebsrat|ausbildungsleit\w*|bereichsleit\w*|intendant\w*|dekan\w*|"
    r"küchenchef\w*|die richtigen leute\w*|den richtigen leuten|schefin|chefetage|schef)"
)

ACTS: tuple[tuple[str, Pattern[str]], ...] = (
    (
        "speak-for-me",
        pattern(
            r"(?:gutes|kleines|nettes|ein|a|guts) (?:\w+ )?(?:wort|wörtchen|wörtli|wörterl) ?~(?:einlegen|einlegst|reden|legen|für mich|sagen|von (?:ihnen|dir)|mit|bei)",
            r"wort von (?:ihnen|dir)|(?:lege?|legst|legen) ~(?:gutes )?wort|empfiehlst|empfehlen",
            r"empfehl\w*|weiterempfehl\w*|vorschlagen|schlag\w* ~mich|in vorschlag|vorzuschlagen",
            r"ins spiel|(?:nenn|erwähn|nennst|nennen|erwähnen)\w* ~(?:mich|meinen namen|dass|mein)",
            r"meinen namen",
            r"(?:denk|denkt|denken|denkst|erinner\w*) ~(?:an mich|mich|an uns|an ihn|an sie)",
            r"(?:sag|sagst|sagen|frag|fragst|fragen|erzähl\w*|red|redest|reden|sprich|sprechen|sprichst|bescheid) (?:\w+ ){0,6}(?:dass (?:ich|es mich|wir)|von mir|über mich|für mich|wegen mir|meinetwegen|ob (?:er|sie|die|der|da|was|ihr|noch|es))",
            r"weiter(?:leit|geb|gib|reich|schick|sag|trag)\w*",
            r"(?:reich|gib|geb|leit|schick|leg|zeig|trag|leite|gebe)\w* ~(?:weiter|nach oben|ab\b|auf den tisch|in die hand)",
            r"zusammen(?:bring|zubring)\w*|vorfühl\w*|vorsprech\w*",
            r"(?:stell|stellst|stellen) (?:sie |du )?mich ~(?:vor|ein)|bürg\w*|fürsprache",
            r"fürsprech\w*|einsetzen|setz\w* ~für mich ein|beziehungen|türen?\b ~(?:öffn|auf)\w*",
            r"türöffner|draht zu|drück\w* ~(?:auf die tube|beide augen)|unterbring\w*",
            r"unterbräch\w*|einfädel\w*|ans herz|einschleus\w*|reinbring\w*",
            r"vermittel\w* ~(?:mich|job|stelle)|fädel\w*|gefallen|unterstütz\w* ~mich",
            r"helfen sie mir|hilf mir|hilfst du mir|vitamin b",
            r"(?:augen|ohren) (?:\w+ )?offen|umhör\w*|hinterkopf|auf dem schirm|vormerk\w*|merk\w* (?:dir |sie sich )?(?:meinen|mich)|auf (?:die|eure|ihre) liste|in (?:die|ihre|eure) kartei|an wen (?:\w+ ){0,4}wend\w*|kontakt zu(?:r|m)? ~(?:chef|personal|leit)\w*",
            r"(?:wenn|falls|sobald) (?:du|ihr|sie|jemand|wer) (?:\w+ ){0,3}(?:hör|erfähr|erfahr|weiß|wiss|mitbekomm)\w*|(?:hörst|hört|hören) (?:du |ihr |sie )?(?:\w+ )?was\b",
        ),
    ),
    (
        "take-me",
        pattern(
            r"(?:nimm|nimmst|nehmt|nehmen|nähmen|nimmt|nähmt|nehmts|stell|stellst|stellt|stellen|brauch\w*|hol|holt|holen|lass|lasst|lassen|hab|hast|habt|haben|hätt\w*|find\w*|gib|gebt|geben|gäb\w*|gibt\w*|könn\w*|kunnt\w*|mach\w*|setz\w*|probier\w*|versuch\w*|wollt|wollen|gebrauch\w*) (?:sie |ihr |du |es |'s |i |doch |bitte )*(?:\w+ ){0,4}(?:mich|so (?:eine\w?|jemand\w*) wie mich|für (?:mich|so jemand\w*|jemand\w* wie|eine\w? wie|ihn|sie)\b)(?! (?:\w+ )?(?:interessier|freu|frag|meld|kurz|beschäft))",
            r"(?:platz|plätzchen|platzerl|ecke|eck|stuhl|schreibtisch|büro|lücke|verwendung|arbeit|beschäftigung|was|etwas|unterschlupf|bedarf|stunden|dienst\w*|bedarf|einsatz) (?:\w+ ){0,3}für (?:mich|eine|einen|uns|ihn|sie|jemand\w*)",
            r"(?:teil|mitglied) (?:\w+ )?(?:ihre[sr]|eure[sr]|deine[sr]|des|der|vom)",
            r"bei (?:euch|ihnen|dir|eich|inne|öi) (?:\w+ ){0,5}(?:anfangen|anfang\w*|arbeiten|mitarbeit\w*|mitmachen|einsteigen|reinschnuppern|schnuppern|mitlaufen|lernen|unterkommen|einbringen|tätig|mithelfen|anpacken|anheuern|beginnen|starten|unterrichten|aushelfen|aufgehoben|einzusteigen|anzufangen|mitzuarbeiten|bewerben)",
            r"(?:in|zu|an|für) (?:ihr\w*|eure?\w*|dein\w*) (?:\w+ )?(?:team|haus|mannschaft|crew|schule|firma|betrieb|laden|truppe|unternehmen|kanzlei|praxis|agentur|studio|küche|redaktion|haufen|backstube)\w* (?:\w+ ){0,3}(?:arbeiten|mitarbeit\w*|passen|gehör\w*|wechseln|mitmachen|einsteigen|pass\w*|verstärk\w*|bereicher\w*|unterstütz\w*|kommen|mitwirken|zu verstärken)",
            r"verstärken|mittun|dabei sein|mitmachen|mitarbeit\w*|mitanpacken|gebrauchen",
            r"einsetzen können|einstell\w*|eingestellt|übernehmt|lasst mich|lass mich",
            r"lassen sie mich|nimmt mich|mich nimmt",
            r"für (?:sie|euch|dich) (?:arbeiten|tätig|da sein|loslegen|fahren|schreiben|kochen|backen|nähen)",
            r"an bord|ins boot|unter (?:ihre|eure|deine) fittiche|behalt\w*|übernehmts?|reinkomm\w*|fuß in (?:die|der) tür|(?:eine?|die) chance (?:\w+ )?(?:geb|gib|zu zeigen|mich)\w*|(?:gib|gebt|geben) (?:sie )?mir (?:\w+ )?(?:eine )?chance|hineinpass\w*|reinpass\w*|zu (?:ihnen|euch|eich|dir) g?e?hör\w*",
            r"unterkomm\w*|unterzukomm\w*|(?:fällt|fiele) (?:ihnen|dir|euch) (?:\w+ ){0,3}für mich|brauche? ich dich|(?:ihr|euer|dein) (?:neuer|neue|mann|frau) (?:\w+ ){0,2}(?:für|bin|wäre)|mich (?:\w+ ){0,3}(?:einsetzen|gebrauchen|brauchen|nehmen|behalten|übernehmen|einstellen|unterbringen|beschäftigen|einarbeiten|anlernen|testen|ausprobieren)\b",
            r"(?:wird|werden|würde) (?:\w+ ){0,6}(?:aufgenommen|eingestellt|genommen)|nehm\w*s? (?:mi|mich)\b",
        ),
    ),
    (
        "wish-to-work",
        pattern(
            r"(?:würde?|möchte|will|wär\w*|hätte?|könnte?|kunnt|tät|tat|wünsch\w*|träum\w*|brenne?|hoffe?|freu\w*) (?:\w+ ){0,7}(?:mitarbeit\w*|arbeiten|anfangen|einsteigen|mitmachen|mitwirken|beitragen|unterstützen|verstärken|bewerben|vorstellen|vorzustellen|einbringen|einzubringen|übernehmen|zu übernehmen|mithelfen|helfen|aushelfen|unterrichten|wechseln|einspringen|beginnen|starten|gehören|zugehör\w*|dazugehör\w*|tätig|arbeiten zu|lernen bei|dabei|anpacken|mitanpacken|loslegen|mitlaufen|hospitieren)\b",
            r"bewerbe? (?:ich )?mich",
            r"(?:mich|uns|sie|ihn) (?:\w+ )?(?:bewerben|beworben|vorstellen|vorzustellen)",
            r"mich (?:\w+ ){0,3}(?:anbieten|anzubieten|verändern)",
            r"biete (?:ich )?(?:mich|ihnen|dir|meine|an)|ich biete|mein angebot",
            r"(?:kann|könnte|kunnt|könnt) (?:ich )?(?:\w+ ){0,3}(?:übernehmen|anfangen|aushelfen|einspringen|mithelfen|helfen|anpacken|entlasten|unterstützen|loslegen|beginnen|starten|dazustoßen|guttun|weiterhelfen)",
            r"(?:sehe|sähe|seh) (?:ich )?(?:mich|meine)",
            r"vorstellen,? (?:bei|für|in) (?:ihnen|euch|dir|ihr\w*|eur\w*|dein\w*)|gut vorstellen",
            r"traum\w*|berufliche heimat|genau (?:meins|mein ding)|platz wäre",
            r"zur hand gehen|unter die arme|entlast\w*|meine dienste|in (?:ihre|eure) dienste|für (?:sie|euch|dich) da\b|(?:zeit und|lust,?) (?:lust|mit(?:zu)?machen|einzusteigen|bei)|mit anpacken|mitanzupacken|fuß fassen|auf vordermann|mitwirk\w*|mitgestalt\w*|dazustoß\w*",
        ),
    ),
    (
        "ready",
        pattern(
            r"ab sofort|sofort|jederzeit|verfügbar\w*|zur verfügung|bereit\b|bereitstehe",
            r"steh\w* ~(?:bereit|parat|gewehr)|parat",
            r"(?:ab|zum|mit|seit|von) (?:dem )?(?:\d+\. ?)?(?:montag|morgen|mai|juni|juli|august|september|oktober|november|dezember|januar|februar|märz|april|herbst|sommer|frühjahr|frühling|jahresende|jahresanfang|nächster woche|\d+)",
            r"(?:anfangen|starten|beginnen|loslegen|einspringen|einsteigen|antreten)\b",
            r"kündigungsfrist|flexibel|zeitlich|schicht\w*|wochenend\w*|nachts|vollzeit|teilzeit",
            r"stundenweise|probe\w*|schnupper\w*|probeweise|unbezahlt|umsonst",
            r"ohne (?:bezahlung|lohn|gehalt)|kostet nichts|nichts kosten|gehalt\w*|lohn",
            r"konditionen|honorar|umziehen|umzug",
            r"(?:luft|zeit|vormittage?|hände|kapazität\w*|termine) ~(?:frei|leer)",
            r"zeit (?:hätte|habe|hab) ich",
            r"(?:bin|wäre|wär) (?:\w+ ){0,3}(?:frei|dabei|da|zu haben|abkömmlich|startklar|einsatzbereit)\b",
            r"wieder zu haben|tag und nacht|anruf genügt|ein wort (?:von|und)",
            r"sagt? (?:einfach )?(?:bescheid|wann|ja)|vorstellungsgespräch|kennenlernen",
            r"kennen ?lernen|vorbeikommen|vorstellig|zeigen,? was|mich zeigen|mich da mal|geld",
            r"(?:hände|kopf|kalender|rücken) (?:\w+ )?frei|soweit|gewehr bei fuß|in den startlöchern|von jetzt auf gleich|(?:kann|könnte?|kunnt) (?:ich |i )?(?:\w+ ){0,4}(?:da sein|kommen|anfangen|vorbeikommen)\b|zeit,? (?:sehr )?viel zeit|letzter (?:arbeits)?tag",
        ),
    ),
    (
        "you-need",
        pattern(
            r"(?:such|sucht|suchen|suchst|suachts|gesucht|sucht's|suchts)\b",
            r"(?:fehlt|fehlen|fehlte)\b|verstärkung|unterbesetzt|personalnot|personalmangel",
            r"zu wenig (?:leute|personal|hände)|händeringend|bedarf|gebraucht",
            r"(?:brauch|braucht|brauchen|brauchst|brauchts|bräucht\w*)\b",
            r"(?:stelle|stellen|posten|position|job|jobs|praktikum|praktikumsplatz|lehrstelle|ausbildungsplatz|minijob|anstellung|arbeit|arbeitsplatz|vakan\w+|praktika|ferialjob|ferienjob)\b",
            r"\w+(?:stelle|job|platz|praktikum|posten)\b",
            r"frei (?:ist|wird|werden|sind|hast|habt|haben|werdend)|freie\w?\b|offene\w? ",
            r"was (?:frei|aufgeht|auf)|(?:et)?was auftut|aufgeht|ergibt|zu vergeben|zu besetzen",
            r"besetzung|besetzt|einstell\w*|stellen sie ein|eingestellt|aufgenommen|nachfolg\w*",
            r"nachfolger\w*|geht in rente|in (?:rente|pension)|elternzeit|ausgefallen|krank",
            r"überlastet|kommt (?:kaum|nicht) ~nach|liegen ?(?:geblieben|bleibt)|helfende hand",
            r"hände|leute (?:fehlen|brauchen|suchen)|noch (?:jemand\w*|wen|wer|leute|eine\w?|so) ",
            r"wachst|expandier\w*|aufbau\w*|zusammenstell\w*|ich suche?|suche ich|such i",
            r"auf der suche|suche nach|stellensuche|jobsuche|bewerb\w+|einstieg\w*|chance",
            r"möglichkeit\w*|perspektive\w*|herausforderung|aufgaben?\b|auftr[aä]g\w*",
        ),
    ),
    (
        "praise-self",
        pattern(
            r"zuverlässig\w*|fleißig\w*|fleissig\w*|pünktlich\w*|belastbar\w*|motiviert\w*",
            r"flexibel|teamfähig\w*|verlässlich\w*|ehrlich(?:e|er)\b|kräftig|stark\b|schnell\b",
            r"geschickt\w*|stressfest|durchsetzungs\w*|kommunikationsst\w*|engagiert\w*|kreativ\w*",
            r"ehrgeizig|erfolgs\w*|vernetzt|leidenschaft\w*|vollblut\w*|begabt|talentiert\w*",
            r"erfahren\w?\b|gelernte\w?|ausgebildete\w?|ausgezeichnet\w*|strukturiert|ruhig,",
            r"herzlich,|sauber|gewissenhaft|lernwillig|lernbereit|anpackend|goldschatz|schuftet",
            r"ass\b|hartnäckig|robust|nie (?:krank|zu spät|gefehlt)",
            r"(?:lerne|lern) (?:\w+ )?schnell|schnelle auffassung",
            r"(?:nicht|nie|keinen tag) (?:bereuen|enttäusch\w*|im stich)|bereuen",
            r"enttäusch\w* ~nicht|(?:der|die|das) richtige",
            r"passe? (?:\w+ ){0,3}(?:zu|in|perfekt|gut|rein)",
            r"(?:gut|perfekt|prima|bestens|rein) ~pass\w*",
            r"gut (?:zu|in) (?:ihnen|euch|dir|ihr|eur|dein)\w*|mehrwert|bereicher\w*|gewinn für",
            r"voranbring\w*|vorwärts|überzeug\w*|beweis\w*",
            r"meine\w? (?:\w+ )?(?:fähigkeiten|stärken|kompetenz\w*|erfahrung\w*|kenntniss?e|expertise|qualifikation\w*|talente?|leistung\w*)",
            r"was ich (?:kann|drauf|bieten|mitbringe)|bringe? (?:ich )?(?:\w+ ){0,5}mit\b|verfüge",
            r"zu schade|(?:werden|wirst|werdet) ~(?:staunen|sehen|merken)|ihr werdet|sie werden",
            r"verlass ist|du kennst mich|sie kennen mich|weißt,? (?:was|wie|dass) ich|g'?scheit\w*",
            r"fesch\w*|wie gemacht|anpacken|mich auszeichn\w*",
            r"was in mir steckt|kann zupacken|packe? (?:\w+ )?an\b|beschwere mich nie|nichts? (?:\w+ )?schreckt|suchen (?:sie |ihr )?nicht (?:weiter|länger)|wie geschaffen|(?:ned|net|nöd) (?:\w+ )?bereu\w*|erfolgshungrig|mein können|ihr mann|ihre frau|bestens",
        ),
    ),
    (
        "credentials",
        pattern(
            r"\d+ jahre",
            r"(?:\w+zehn|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|viele\w?|langjährige?\w?|mehrjährige?\w?) (?:jahre\w*|erfahrung|praxis)",
            r"\w*erfahrung\w*|diplom\w*|studium|abschluss|master|bachelor|zertifi\w+|zeugnis\w*",
            r"führerschein|\w+schein\b|lizenz|staatsprüfung|meisterbrief",
            r"ausbildung (?:als|zur|zum)|gelernte\w?|sprachen|spreche|budget\w*|umsatz\w*",
            r"führung\w*|schwerpunkt|promov\w*",
            r"als (?:\w+ )?(?:ingenieur|lehrer|entwickler|pfleger|koch|köchin|bäcker|fahrer|verkäufer)\w*",
        ),
    ),
    (
        "papers",
        pattern(
            r"lebensl[aä]uf\w*|cv|vita|unterlagen|mappe|zeugnis\w*|bewerbung\w*|\w*dossier",
            r"portfolio|profil\b|kurzprofil|arbeitsproben|referenz\w*|papiere|anbei|im anhang",
            r"häng\w* (?:\w+ )?an|angehängt|beigefügt|beiliegend|beilage|anlage|übersende",
            r"sende ich|schicke? (?:ich )?(?:\w+ ){0,2}(?:foto|mein\w*|gern|gerne)|einsehen",
            r"einsicht in mein|showreel|demo|kostprobe|leseprobe|skizzen",
            r"mein\w* (?:nummer|kontakt\w*|daten|seite|website)|link|prüfen",
        ),
    ),
    (
        "lost-work",
        pattern(
            r"arbeitslos\w*|gekündigt|kündigung\w*|entlass\w*|insolven\w*|pleite|sperrt ~zu",
            r"schließt|dicht ?(?:ge)?mach\w*|geschlossen",
            r"vertrag (?:\w+ )?(?:endet|läuft|aus|wird nicht)|(?:läuft|lief) ~aus\b|ausgelaufen",
            r"befristet\w*|ohne (?:arbeit|job|stelle)|stelle verloren|job verloren|stellensuche",
            r"jobsuche|arbeitsuchend|arbeitssuch\w*|auf der suche|orientiere|neu orientier\w*",
            r"umorientier\w*|verändern|neue\w? herausforderung|neustart|neuanfang|wiedereinstieg",
            r"zurück (?:in|aus)|elternzeit|wechseln|stellenabbau|abgebaut|bin ich dran|abfindung",
            r"sozialplan|wegfall\w*|weggefallen|umstrukturier\w*|gestrichen|etwas neues|was neues",
        ),
    ),
    (
        "distress",
        pattern(
            r"miete|letzte\w? (?:hoffnung|rettung|chance)|nicht mehr weiter|niemand\w* sonst",
            r"sonst niemand\w*|verzweif\w*|egal was|ganz gleich|mir gleich",
            r"(?:wirklich |einfach )?alles recht|irgend(?:was|etwas|wo|wie|ein\w*)|hauptsache",
            r"absagen|erspart\w*|ersparniss\w*|schulden|bitte,? bitte|flehe|am ende|rausk\w*",
            r"raus hier|aus dem gröbsten|im stich|hängen lassen|nicht hängen|dringend",
            r"kinder zu ernähren|reicht (?:hinten|nicht)|hoffnung|helfen|hilfe|not\b|retten",
            r"dankbar für|für jeden|jede\w? (?:tipp|hinweis|hilfe)|ewig (?:dankbar|verbunden)",
            r"vergess ich|vergesse ich|riesengefallen",
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
            r"(?:mein|meine|meinen|meiner|meinem|unser|unsere|unseren) (?:\w+ )?(?:sohn|tochter|neffe\w*|nichte|enkel\w*|bub|junge|jüngste\w*|älteste\w*|cousin\w*|bruder|schwester|mann|frau|freund|freundin|patenkind|schwager|schwägerin|kleine\w*|große\w*|mutter|vater)\b ~(?:ist|hat|sucht|braucht|würde|möchte|könnte|will|wäre|kann|träumt|macht|tut)",
            r"(?:ihn|ihr|ihm) (?:\w+ ){0,4}(?:einen platz|unterbring\w*|nehmen|brauchen|helfen|weiterhelfen|einstellen|eine chance)",
            r"für (?:ihn|sie) (?:findest|finden|habt|hast|haben)",
            r"er (?:hat|ist) ~(?:niemand|fleißig|zuverlässig)",
        ),
    ),
    (
        "outcome",
        pattern(
            r"wie (?:geht es|geht's|gehts) (?:jetzt |nun )?weiter|stand der dinge",
            r"gibt?s? (?:es )?(?:schon |was |etwas )*neues|was neues",
            r"schon (?:was|etwas|gelegenheit|entschied\w*)|entscheid\w*|chancen?\b|daumen",
            r"rückmeldung|ihrer antwort|positive\w?|geklappt|klappt|hoffen|zurückgekommen",
            r"was hat (?:er|sie) gesagt|hat (?:er|sie) (?:was|schon|etwas)|angekommen",
            r"weitergegeben|abgegeben|nach oben|nach wie vor|interessiert|geschlossen|frist|zusage",
            r"einladung|nächste\w? schritte?|zittere",
        ),
    ),
    (
        "inquire",
        pattern(
            r"(?:wie|was|warum|wieso|weshalb|woran|womit|worauf|wodurch|wann|woher|welche\w?|wofür|worin|wovon|ob|inwiefern|inwieweit) (?:\w+ ){0,5}(?:sie|du|ihnen|dir|dich|ihr|ihre\w?|deine\w?|man|es|sich|das|die|der|am meisten|dort|einem)\b",
            r"was (?:hat|ist|war|hätte|würd\w*|fehlt|zählt|macht|braucht|überrascht\w*|geändert)",
            r"würden sie (?:heute|noch|wieder|es|den|das|raten)",
            r"würdest du (?:heute|noch|wieder|es|das|den|raten)|lohnt (?:es )?sich",
            r"mit wem (?:\w+ )?(?:noch|sollte|sprech|red)\w*|wen (?:\w+ )?(?:noch|sollte|fragen)",
            r"wer (?:noch|sonst)|rätst du|raten sie",
            r"(?:hast du|haben sie) (?:es |das )?(?:je |schon mal |jemals )?(?:bereut|vermisst|gelernt|gemerkt)",
        ),
    ),
    (
        "understand",
        pattern(
            r"versteh\w*|begreif\w*|herausfind\w*|herauszufind\w*|erfahren,? ",
            r"erfahren (?:möchte|würde)|lernen,? (?:wie|was)|wissen,? (?:wie|was|ob|warum)",
            r"wüsste? (?:ich )?gern|wüsst\w*",
            r"würde (?:ich )?gern (?:wissen|hören|verstehen|erfahren|fragen)|neugierig",
            r"interessier\w*|beschäftigt mich|frage mich|frag mich|bild (?:zu )?mach\w*",
            r"einblick\w*|dein\w* (?:blick|sicht|rat|meinung|einschätzung|erfahrung)",
            r"ihr\w* (?:blick|sicht|rat|meinung|einschätzung|erfahrung)|erzähl\w*|klarer|klarheit",
            r"abwäg\w*|vergleich\w*|meine frage|eine frage|zwei fragen|paar fragen|fragen",
            r"hören,? wie|hören,? was|schlau werde\w*|sortier\w*|ahnung|realistisch",
        ),
    ),
    (
        "not-a-job",
        pattern(
            r"(?:nicht|kein\w*|ohne|nie|nöd|ned|net|weder|nix) ~(?:job|stelle|stellen|bewerb\w*|anstellung|arbeit|vakanz|lebenslauf|platz|posten|praktikum|gefallen|position|empfehl\w*|hintergedanken|unterlagen)",
            r"bevor ich|ehe ich",
            r"(?:gern|gerne|glücklich|zufrieden) ~(?:wo ich bin|in meinem|in meiner)",
            r"(?:geht|ging) (?:es )?mir (?:nur|nicht|rein|allein|um)",
            r"nur (?:verstehen|wissen|neugierig|neugier|information)",
            r"rein aus (?:neugier|interesse)|unabhängig davon",
        ),
    ),
    (
        "their-path",
        pattern(
            r"(?:sie|du|ihr) (?:\w+ ){0,6}(?:gewechselt|gekommen|gelandet|angefangen|umgestiegen|gewagt|erzählt|geschrieben|erwähnt|gesagt|berichtet|beschrieben|gemacht|gegangen|aufgebaut|gegründet|umgeschult|entschieden|geworden|hineingekommen|reingekommen|gezeigt|erklärt)",
            r"(?:ihr|dein|ihren|deinen|ihrem|deinem|ihre|deine) (?:\w+ )?(?:wechsel|weg|umstieg|schritt|werdegang|vortrag|artikel|buch|interview|beitrag|bericht|podcast|anfang|alltag|arbeit|referat|text|erste\w* jahr)",
            r"wie (?:sie|du|ihr)",
        ),
    ),
    (
        "thinking-of",
        pattern(
            r"(?:überleg\w*|denke? (?:\w+ )?(?:darüber |drüber )?nach|erwäge|nachdenke|schwanke|liebäugle|spiele mit|hadere|hin- und hergerissen|ringe|frage mich|unschlüssig|stehe vor)\b",
            r"ob (?:ich|das|es|sich|der|die)|oder (?:ob|lieber|doch)",
            r"könnte? (?:ich )?mir vorstell\w*|umsteigen|umsatteln|quereinst\w*",
            r"wechseln (?:soll|will|möchte)|in richtung|weggabelung|wohin",
        ),
    ),
    (
        "one-way-out",
        pattern(
            r"wenn (?:nicht|es nicht|nich|das nicht|gerade|es gerade|du keine|sie keine|es nich|es ned|'s|dir|ihnen|das|es)\b",
            r"falls (?:nicht|es|sie|du|gerade|das)|sollte (?:es|das)",
            r"kein (?:problem|stress|drama|ding|druck|thema)",
            r"(?:völlig|ganz|absolut|total|auch) (?:in ordnung|ok|okay|gut|recht|fein)|verständnis",
            r"verstehe ich|ruhig nein|ein nein|absag\w*|nicht böse|nicht übel|kein muss",
            r"ganz wie es|wann immer",
        ),
    ),
)
