"""German: how one says what happened, whom one was pointed to, what was learned and promised."""

from __future__ import annotations

from notesync.notes.sayings.lexicon import Form, Lexicon

_TALK = (
    "Mittag|Mittagessen|Mittagspause|Lunch|Frühstück|Abendessen|Essen|Kaffee|Kaffeetrinken|Tee|Bier"
    "|Spaziergang|Telefonat|Anruf|Videoanruf|Videocall|Videogespräch|Zoom|Call|Gespräch|Treffen"
    "|Meeting|Interview|Wiedersehen|Austausch|Informationsgespräch|Vorstellungsgespräch"
    "|Bewerbungsgespräch|Übungsgespräch|Coaching"
)
_APPOINTMENT = "Termin|Verabredung|verabredet"
_DATE = f"{_TALK}|Termin|Verabredung"
_HAD = (
    "telefoniert|gesprochen|geredet|unterhalten|getroffen|gegessen|geplaudert|gequatscht|gezoomt"
    "|gefrühstückt|zusammengesessen|ausgetauscht|spazieren|essen|unterwegs|getrunken"
)
_WRITING = "SMS|Mail|E-Mail|Nachricht|WhatsApp|Brief|Karte|Postkarte|Zeilen|Sprachnachricht"

FORMS: tuple[Form, ...] = (
    Form("no-show", "",
         r"{who} (ist )?(({day}|leider|einfach|wieder|auch) )*nicht "
         r"(gekommen|erschienen|aufgetaucht)"),
    Form("no-show", "", r"{who} kam (leider |einfach )?nicht\b"),
    Form("cancelled", "",
         rf"({_DATE}) mit {{who}}{{gap}} (ausgefallen|abgesagt|geplatzt|gestrichen"
         rf"|gecancelt)"),
    Form("cancelled", "", rf"({_DATE}) mit {{who}}{{gap}} (fällt|fiel)\b.*\baus\b"),
    Form("moved", "",
         rf"({_DATE}) mit {{who}}{{gap}} auf (den )?{{day}}{{gap}} (verschoben|verlegt)"),
    Form("moved", "",
         r"{who} (hat|will){gap} auf (den )?{day}.*\b(verschoben|verlegt|verschieben|verlegen)"),
    Form("moved", "", r"{who} (verschiebt|verschob|verlegt){gap} auf (den )?{day}"),
    Form("deferred", "", r"{who}{gap} (vertagt|vertröstet|bittet|bat)\b.*\bbis (zum )?{day}"),
    Form("deferred", "", r"{who} hat{gap} auf (den )?{day} (vertagt|vertröstet)"),
    Form("deferred", "",
         r"{who}{gap} (bis|erst ab|ab) (zum |dem )?{day}.*\b(vertagt|vertröstet|melden)"),
    Form("declined", "they", r"{who} (hat|hatte|haben){gap} (abgesagt|nein gesagt|abgelehnt)"),
    Form("declined", "they", r"\bhat {who}{gap} (abgesagt|nein gesagt|abgelehnt)"),
    Form("declined", "",
         r"{who} (hat|hatte|haben) (leider |gerade |derzeit |im Moment )*"
         r"keine (Zeit|Lust|Luft|Kapazität)"),
    Form("declined", "",
         r"{who} (kann|konnte|möchte|will|mag) (leider |gerade |im Moment |doch )*nicht\b"),
    Form("declined", "", r"{who} (sagte|sagt|lehnte|lehnt){gap} (ab|nein)\b"),
    Form("declined", "", r"(Absage|Nein) (von|bekommen von) {who}"),
    Form("confirmed", "", r"{who} (hat{gap} bestätigt|bestätigt|bestätigte)\b"),
    Form("confirmed", "", r"(mit|bei) {who}{gap} bestätigt"),
    Form("confirmed", "me", r"{who} (den )?Termin bestätigt"),
    Form("agreed", "they",
         r"{who} (hat|hatte|haben){gap} (zugesagt|ja gesagt|zugestimmt|eingewilligt)"),
    Form("agreed", "they", r"\bhat {who}{gap} (zugesagt|ja gesagt|zugestimmt)"),
    Form("agreed", "", r"{who} (sagte|sagt){gap} (zu|ja)\b"),
    Form("agreed", "", r"{who} (kann|könnte|würde){gap} (am )?{day}(?! nicht)"),
    Form("agreed", "",
         r"{who} (hat (am )?({day} |{time} )*Zeit|ist dabei|freut sich auf|trifft mich"
         r"|trifft sich mit mir)\b"),
    Form("agreed", "", r"(Zusage|Ja) (von|bekommen von) {who}"),
    Form("thanked", "me", r"(mich )?bei {who}{gap} bedankt\b"),
    Form("thanked", "me", r"bedankte mich{gap} bei {who}"),
    Form("thanked", "me",
         r"{who}( (für|mit)\b.*|{gap}) (gedankt|bedankt|danke gesagt|Dank gesagt)\b"),
    Form("thanked", "me",
         r"\b(Dank|Danke|Dankeskarte|Dankesbrief|Dankesmail|Dankeschön|Dankesnachricht) "
         r"(an|für) {who}"),
    Form("thanked", "me",
         r"{who} (eine |einen |ein )?(Dankeskarte|Dankesbrief|Dankesmail|Dankeschön"
         r"|Dankesnachricht)\b"),
    Form("thanked", "me", r"\bdankte {who}"),
    Form("news", "me",
         r"{who}{gap}\s*(erzählt|geschrieben|berichtet|gemeldet),? was (daraus|aus\b)"),
    Form("reported", "me", r"{who}{gap}\s*(berichtet|erzählt)\b(,? (wie|von|dass)\b|\s*$|\s*\.)"),
    Form("reported", "me", r"bei {who}{gap} (rückgemeldet|zurückgemeldet)"),
    Form("introduced", "me",
         r"{who} (mit |und )?{other}{gap} (bekannt\s*gemacht|zusammengebracht|vernetzt"
         r"|verbunden|verkuppelt)"),
    Form("introduced", "me",
         r"{who}{gap} (bekannt\s*gemacht|zusammengebracht|miteinander vernetzt)"),
    Form("introduced", "me", r"{who} {other} vorgestellt"),
    Form("reminded", "me", r"(bei|an) {who}{gap} (nachgefragt|nachgehakt|nachgefasst|erinnert)"),
    Form("reminded", "me", r"(Nachfrage|Erinnerung) (bei|an) {who}"),
    Form("reminded", "me", r"{who}{gap} (nachgefragt|nachgehakt|erinnert)\b"),
    Form("reminded", "me", r"(nachgefragt|nachgehakt) bei {who}"),
    Form("asked", "me",
         r"{who}( [^\s,]+){0,7}? (angeschrieben|angefragt|gefragt|angesprochen|gebeten)\b"),
    Form("asked", "me", r"(Anfrage|Bitte) an {who}"),
    Form("asked", "me", r"\b(fragte|bat) (ich )?{who}"),
    Form("asked", "me", r"\bschrieb (ich )?{who}{gap} an\b"),
    Form("asked", "me", r"(angeschrieben|angefragt|gefragt):? {who}"),
    Form("received", "they",
         r"{who} hat mir (.*\s)?(geschickt|gegeben|geliehen|geschenkt|weitergeleitet"
         r"|besorgt)"),
    Form("received", "", r"\bvon {who} (.*\s)?(bekommen|erhalten|geschenkt)"),
    Form("talk", "",
         r"{who} hat (mich )?({day} )?(kurz |zurück\s*)?(angerufen|zurückgerufen)", "phone"),
    Form("talk", "", r"{who} rief (mich )?({day} )?(an|zurück)\b", "phone"),
    Form("talk", "", r"\b(Anruf|Rückruf) von {who}", "phone"),
    Form("replied", "they",
         r"{who} (hat|hatte|haben){gap} (geantwortet|zurückgeschrieben|geschrieben|reagiert"
         r"|gemeldet)"),
    Form("replied", "they",
         r"\bhat {who}{gap} (geantwortet|zurückgeschrieben|geschrieben|reagiert|gemeldet)"),
    Form("replied", "",
         r"{who} (antwortete|antwortet|meldete sich|meldet sich zurück|schrieb zurück"
         r"|schrieb mir|schreibt|schrieb(?! ich))\b"),
    Form("replied", "",
         r"(Antwort|Mail|E-Mail|Nachricht|Brief|Rückmeldung|Post) (bekommen )?von {who}"),
    Form("wrote", "me", r"(Mail|E-Mail|Nachricht|Brief|Karte|Postkarte) an {who}"),
    Form("wrote", "me", r"an {who}{gap} (geschrieben|gemailt)"),
    Form("wrote", "me", r"(mich )?bei {who}{gap} gemeldet"),
    Form("wrote", "me", r"{who}{gap} (geschrieben|geantwortet|gemailt|getextet|gesimst)\b"),
    Form("wrote", "me", r"\bschrieb (ich )?(an )?{who}"),
    Form("plan", "", rf"({_APPOINTMENT}) (\w+ ){{0,2}}?(mit|bei) {{who}}"),
    Form("plan", "", r"mit {who}{gap} verabredet"),
    Form("talk", "", r"mit {who}( [^\s,]+){0,7}? (telefoniert)\b", "phone"),
    Form("talk", "", r"mit {who}( [^\s,]+){0,7}? (gezoomt|geskypt)\b", "video"),
    Form("talk", "", rf"mit {{who}}( [^\s,]+){{0,7}}? ({_HAD})\b"),
    Form("talk", "", rf"\b({_TALK}) ([^\s,]+ ){{0,3}}?mit {{who}}", open=True),
    Form("talk", "", r"\b(sprach|redete|aß|plauderte|saß) ([^\s,]+ ){0,3}?mit {who}"),
    Form("talk", "", r"\btelefonierte ([^\s,]+ ){0,3}?mit {who}", "phone"),
    Form("talk", "", r"\bwar ([^\s,]+ ){0,3}?mit {who}"),
    Form("talk", "me", r"{who}{gap} angerufen\b", "phone"),
    Form("talk", "", r"{who}{gap} über den Weg gelaufen", "in-person", "chance"),
    Form("talk", "me", r"{who}{gap} (getroffen|wiedergetroffen)\b", "in-person"),
    Form("talk", "me", r"{who}{gap} (gesehen|besucht|gesprochen|wiedergesehen)\b"),
    Form("talk", "me", r"\btraf ([^\s,]+ ){0,3}?{who}", "in-person"),
    Form("plan", "me", r"\btreffe ([^\s,]+ ){0,3}?{who}", "in-person"),
    Form("talk", "me", r"\b(besuchte|sah) ([^\s,]+ ){0,3}?{who}"),
    Form("plan", "me", r"\b(spreche|sehe|besuche) ([^\s,]+ ){0,3}?(mit )?{who}"),
    Form("talk", "", r"\bbei {who} (gewesen|vorbeigeschaut|eingeladen)"),
    Form("talk", "", r"\bwar bei {who}"),
    Form("talk", "", rf"\b({_TALK}) bei {{who}}", open=True),
    Form("talk", "", r"\btel\.? mit {who}", "phone"),
    Form("talk", "", rf"{{who}} und ich\b.*\b({_HAD}|telefoniert|gezoomt)\b"),
    Form("talk", "", r"{who} (\w+ )?kennengelernt"),
    Form("wrote", "me",
         rf"{{who}} (\w+ ){{0,2}}({_WRITING}) "
         r"(geschickt|gesendet|gesandt|geschrieben|zukommen lassen)"),
    Form("gave", "me", r"{who}{gap} (geholfen|unterstützt|beraten)\b"),
    Form("gave", "me", r"{who} (.*\s)?(geschickt|gegeben|weitergeleitet|geschenkt|geliehen)\b"),
)  # fmt: skip

GERMAN = Lexicon(
    lang="de",
    forms=FORMS,
    channels={
        r"((?<!{day}\s)\bMittag|\bLunch)\b(?= (\S+ ){0,2}?mit\b)": "lunch",
        r"\b(Mittagessen|Mittagspause)\b|\bzu Mittag\b": "lunch",
        r"\b(Kaffee|Kaffeetrinken|Café)\b": "coffee",
        r"\b(Spaziergang|spazieren|Spazierengehen)\b": "walk",
        r"\b(Telefonat|Telefon|telefonisch|telefoniert|telefonierte|Anruf|angerufen)\b": "phone",
        r"\b(Video|Videoanruf|Videocall|Videogespräch|Zoom|gezoomt|Teams|Skype)\b": "video",
        r"\b(E-Mail|Email|Mail|gemailt|Dankesmail)\b": "email",
        r"\b(WhatsApp|SMS|LinkedIn|Xing|Signal|Threema)\b": "message",
        r"\b(Nachricht|Chat|Dankesnachricht)\b": "message",
        r"\b(Brief|Postkarte|Karte|Dankeskarte|Dankesbrief)\b": "letter",
        r"\b(getroffen|persönlich)\b": "in-person",
        r"\b(Messe|Konferenz|Tagung|Meetup|Stammtisch)\b": "event",
    },
    kinds={
        r"\b(Vorstellungsgespräch|Bewerbungsgespräch)\b": "employment",
        r"\bÜbungsgespräch\b": "practice",
        r"\bWiedersehen\b|\bwiedergesehen\b|\bwiedergetroffen\b": "catch-up",
        r"\bCoaching\b": "coaching",
        r"\bInformationsgespräch\b": "information",
    },
    learned=(
        r"((und|dabei|sie|er|ich|habe|hab) )*"
        r"((gelernt|lernte|erfahren|erfuhr|Erkenntnis|Erkenntnisse|mitgenommen|Fazit|klar geworden)"
        r"(\s*:\s*|\s*,? (habe ich\s*,? )?dass |\s*$))"
    ),
    naming=(
        r"(nannte|nennt|empfahl|empfiehlt|erwähnte|erwähnt) (mir |uns |noch |auch |dabei "
        r"|dann |außerdem )*"
        r"|(verwies|verweist|vermittelte|schickte|leitete) (mich |uns |noch |dann |weiter "
        r")*(an|auf|zu) "
        r"|(soll|sollte|solle|könnte) (ich )?(mal |auch |noch |mich |unbedingt )*(mit|bei|an) "
        r"|(soll|sollte|solle) (ich )?(mal |auch |noch |unbedingt )*(?=\S+( \S+)? (fragen"
        r"|anschreiben|anrufen|ansprechen|kennenlernen|treffen)\b)"
        r"|(sprich|rede) (mal |doch )*mit |frag (mal |doch )*(?=\S)"
        r"|(Kontakt|Nummer|Name|Namen|Adresse|Kontaktdaten) (von|zu|zur) "
        r"|(Name|Namen|Kontakt|Kontakte)\s*:\s*"
        r"|(erzählte|sprach) (mir )?von "
        r"|stellte mich "
    ),
    named_before=(
        (
            r"(\bhat|\bhabe) (sie |er )?(mir |uns |mich |noch |auch |aber |dabei |dann |als "
            r"Kontakt )*(?P<names>.+?) (als Kontakt )?(genannt|empfohlen|erwähnt|ans Herz gelegt"
            r"|vorgestellt|vorgeschlagen)\b"
        ),
        r"(\ban|\bauf) (?P<names>.+?) (verwiesen|weitergeleitet|vermittelt|weiterverwiesen)\b",
        r"(\bvon) (?P<names>.+?) erzählt\b",
        r"^(und |mir |dabei |auch |noch )*(?P<names>.+?) (genannt|empfohlen)( bekommen)?$",
    ),
    referring=(
        r"\b(verwies|verweist|verwiesen|vermittelte|weitergeleitet|weiterverwiesen"
        r"|schickte mich|leitete mich)\b"
    ),
    mine=(
        (
            r"(^|\b)(ich )?(habe|hab|hatte) (ich )?({p} |ihr |ihm |ihnen "
            r")?versprochen\s*[,:]?\s*(?P<told>.*)"
        ),
        r"^({p} |ihr |ihm )?versprochen\s*[,:]?\s*(?P<told>.*)",
        r"^(und )?(ich )?versprach (ich )?({p} |ihr |ihm |ihnen )?[,:]?\s*(?P<told>.*)",
        (
            r"^(und )?ich (?P<told>(schicke|sende|maile|leite|stelle|frage|melde|gebe|bringe"
            r"|suche|schaue|rufe|schreibe|teile|höre|besorge|leihe|lade|vermittle|mache) .+)"
        ),
        r"^(und )?ich (?P<told>(werde|will) (ihr|ihm|ihnen|mich|{p}) .+)",
        r"^(und )?(?P<told>(schicke|sende|maile|leite|leihe|besorge) (ihr|ihm|ihnen|{p}) .+)",
        r"^(und )?(?P<told>muss (ihr|ihm|ihnen) .+)",
    ),
    giving="schicke|sende|maile|leite|stelle|gebe|bringe|leihe|besorge|vermittle|lade|muss|werde|will",
    theirs=(
        r"^(und |dann )*(sie|er|{p}) (hat|hatte) (mir )?versprochen\s*[,:]?\s*(?P<told>.*)",
        r"^(und )?(sie|er|{p}) (versprach|verspricht)\s*(mir\s*)?[,:]?\s*(?P<told>.*)",
        (
            r"^(und )?(sie|er|{p}) (?P<told>(schickt|sendet|mailt|leitet|bringt|gibt|besorgt"
            r"|leiht|vermittelt|sucht) (mir|mich|uns|es|sie|ihn|den|die|das|noch) .+)"
        ),
        r"^(und )?(sie|er|{p}) (?P<told>(stellt|lädt|macht|ruft|bringt) mich .+)",
        r"^(und )?(sie|er|{p}) (?P<told>ruft .*\b(zurück|an)\b.*)",
        (
            r"^(und )?(sie|er|{p}) (?P<told>(hört sich|meldet sich|schaut (mal|nach|sich)|gibt "
            r"Bescheid|fragt (nach|mal|bei|noch|{p}))(?!.*\bob\b).*)"
        ),
        r"^(und )?(sie|er|{p}) (?P<told>(will|wird|möchte) (mir|mich|sich|noch|mal) .+)",
    ),
    starts=(
        r"(sie|er) \S+|(hat|habe|hab) \S+|nannte|nennt|empfahl|empfiehlt|erwähnte|verwies"
        r"|lernte|gelernt|erfahren|mich bei|bei {p}"
        r"|versprach|versprochen|schicke\s|stellte mich|verspricht"
    ),
    links=r"und|aber|dann|dabei|wobei|außerdem|doch|jedoch|die|der",
    denied=(
        r"\b(nicht|nie|niemand|kein|keine|keinen|keiner|noch keine|ohne|vergeblich|Mailbox"
        r"|besetzt|fast|beinahe)\b"
    ),
    meant=(
        r"\b(muss|müsste|sollte|will|wollte|möchte|würde|könnte|darf|vielleicht|plane"
        r"|vorhaben|todo|wollen|müssen|werde|soll)\b"
        r"|\b(vorbereiten|planen|vereinbaren|ausmachen|anrufen|fragen|schreiben|anschreiben|danken"
        r"|bedanken|melden|verabreden|organisieren|bitten|erinnern|nachfragen|treffen)\s*$"
    ),
    undone=r"\b(fällt|fiel|ausgefallen|abgesagt|verschoben|verlegt|geplatzt|gestrichen)\b",
    unreached=(
        r"\b((keiner|niemand|nicht) (da|erreicht|erreichbar|abgenommen|rangegangen|zu Hause)"
        r"|Mailbox|Anrufbeantworter|besetzt|ging nicht ran|keine Antwort)\b"
    ),
    clause=r"\b(sie|er|dass|weil|ob|wenn|obwohl|damit)\b",
    she=r"^(und |aber |doch |dann )*(sie|er)\b",
    of_topic=r"(zugesagt|abgesagt|ja gesagt|nein gesagt|verschoben)\b",
    adverbs=(
        r"({day}|{time}|und|aber|dann|also|heute|eben|endlich|gerade|leider|soeben|noch|auch"
        r"|,)\s*"
    ),
    has=(
        r"(hat|hatte|ist|war|will|kann|konnte|möchte|sagte|meinte|fragte|traf|sprach|rief"
        r"|schrieb|telefonierte)\b"
    ),
    turned=r"\b(hat|hatte) (sie|er|{p})\b",
    at=r"von der|von dem|von|vom|bei der|bei dem|beim|bei",
    whose=r"von der|von dem|von|vom",
    noble="von",
    kin=(
        "Chef|Chefin|Kollege|Kollegin|Kollegen|Mutter|Vater|Frau|Mann|Freund|Freundin|Bruder"
        "|Schwester|Sohn|Tochter|Team|Assistent|Assistentin|Eltern|Nachfolger|Nachfolgerin"
    ),
    compound="termin|gespräch|treffen|essen|telefonat|anruf|kaffee|spaziergang|chef|chefin",
    opening=(
        "\\w+(iert|iere|ete|tte|gte|chte)|ge\\w+t|\\w+ge\\w+(t|en)|liebe[rs]?|hallo|schön\\w*|lang\\w*"
        "|kurz\\w*|gut\\w*|nett\\w*|endlich|auch|noch|wieder"
    ),
    before_people="mit|bei|an|von",
    due=r"bis|bis zum|bis spätestens|spätestens|ab|seit|vor|nach",
    nouns=(
        "Artikel Link Buch Studie Lebenslauf Geburtstag Urlaub Wetter Idee Frage Thema Projekt "
        "Bewerbung Firma Stelle Job Büro Kollege Kollegin Kollegen Chef Chefin Team Leute "
        "Freund Freundin Eltern Mutter Vater Schwester Bruder Bescheid"
    ),
    filler=(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember ich "
        "du er sie es wir ihr mich mir ihm ihn uns sich mein meine meinen dein der die das den "
        "dem des ein eine einen einem einer und oder aber auch noch dann dabei da hier dort so "
        "sehr gut schön nett lange lang kurz kurzes kurzer langes schönes gutes nettes erstes "
        "erster hat habe hab hatte haben ist war bin sind gewesen am im in um an auf bei zu zur "
        "zum mit von vom für über per via nach aus gerade eben heute gestern morgen wieder mal "
        "nochmal endlich dass wie was Herr Frau Herrn Uhr Termin Gespräch Treffen Essen Tag "
        "Zeit Woche Abend Früh Mittag Vormittag Nachmittag Danke Dank Rückmeldung Hallo Liebe "
        "Grüße zusammen miteinander gemeinsam zufällig unterwegs etwa ca circa rund ganz ja "
        "nein doch jetzt nun schon bereits erneut ebenfalls gleich direkt nebenbei spontan "
        "bitte kaffee"
    ),
)
