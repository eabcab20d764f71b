"""What a German request should have, and should not."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

import re

from notesync.letters.phrases.de.nouns import DAY, MINUTES
from notesync.letters.phrases.phrasebook import Quality, pattern

QUALITY = Quality(
    formal=pattern(
        r"sehr geehrte\w?|(?:herr|frau)(?:n)?(?: dr\.?| prof\w*\.?)? [A-ZÄÖÜ]\w+|damen und herren"
    ),
    logistics=pattern(
        r"wie geht(?:'s|s| es)?~|wann ~|wie (?:wäre|wär)(?:'s|s| es)?~|was (?:hältst|halten) (?:du|sie) ~|welcher (?:termin|tag)~|wo ~treffen|was (?:du|ihr|sie|de) (?:gerade |so |mittlerweile |jetzt |alles )*(?:machst|treibst|macht|machen|treiben|treibt|machsch)|wie es (?:dir|euch|ihnen) ~geht|wie du (?:so )?bist|bist du (?:noch|da|dabei)~|wie steht (?:es|'s) (?:um|mit)~|keine zeit für~|wie lange nicht|was machst du (?:so|gerade)~|(?:mit|bei) (?:ihnen|dir|euch) (?:\w+ )?(?:aus(?:zu)?tauschen|unterhalten|sprechen|reden)|ganz allgemein~|gott und die welt",
    ),
    question=pattern(
        r"(?:wie|wieso|warum|weshalb|worauf|woran|womit|wofür|wodurch|worin|wonach|wovon|wozu|was|welche[nmrs]?|woher|inwiefern|inwieweit|wer|wen|wem|wo|wia|wieviel|wie viel|ob) [^.!?\n]{5,}",
        r"(?:unterschied|unterscheide\w*) ~|(?:würden|würdest|würdst) (?:sie|du|dus|du's) ~(?:oder|heute|noch|eher|wieder) ~",
        r"(?:lohnt|reicht|braucht|geht|gibt|kann|muss|ist|sind|war|hat) (?:sich |es |man |das |der |die )(?!.{0,30}(?:zeit|treffen|telefonier))[^.!?\n]{10,}\?",
    ),
    topic=pattern(
        r"mich (?:beschäftigt|interessiert|treibt|bewegt) ~\w+|frage? (?:ich )?mich|thema:? \w+|(?:fragen?|etwas|was|paar fragen|gespräch|austausch|austauschen|sprechen|reden|unterhalten|erzählen|gedanken|rat) (?:\w+ ){0,3}(?:zu|zum|zur|über|von|dazu) (?!ihnen|dir|euch|mir)\w+|(?:über|zu) [^.!?\n]{3,40} (?:sprechen|reden|austauschen|fragen|unterhalten|erfahren|ausfragen|lernen|hören)|(?:interessier|interessiere|beschäftigt|interessiert) ~(?:mich|für|sehr) ~\w+|möchte ~(?:verstehen|wissen|herausfinden|lernen)|(?:eine|zwei|drei|paar|kurze|kleine) (?:\w+ )?fragen? (?:zu|zur|zum|über|dazu)|meine frage|ihren? (?:alltag|erfahrung\w*|weg|blick|sicht)|deine[nr]? (?:alltag|erfahrung\w*|weg|blick|sicht)",
    ),
    minutes=pattern(
        rf"{MINUTES} ?-?(?:min|mins|minuten|minütchen|minute|minütiges|minütige|')",
        r"viertelst[uü]nd\w*|viertel stund\w*|halbe[s]? ?st[uü]nd\w*|hoibe stund|halb stund|halbi stund|½ stunde|halbstündig\w*|'?ne halbe|dreiviertelstunde",
    ),
    brief=pattern(
        r"kaffee|mittagessen|mittagspause|mittag|lunch|tee|feierabendbier|bier|spaziergang|runde|kaffeepause|frühstück|(?:ein|zwei|drei|ein, zwei|ein paar) (?:sätze|zeilen|namen|name|stichworte)|kurze[rn]? (?:mail|antwort|nachricht|telefonat|anruf|frage)|kurz (?:\w+ )?(?:telefonieren|anrufen|sprechen|fragen)|per mail|lesetipp|sprachnachricht|abendessen",
    ),
    hours=pattern(
        r"(?:eine|1|ne|'ne) (?:ganze |gute |knappe |volle )?(?:stunde|stündchen|h)|(?:zwei|drei|vier|2|3|4|anderthalb|eineinhalb|ein bis zwei|1-2|1,5|1 bis 2|mehrere|paar) ?(?:stunden|h|stündig\w*)|(?:ganzen?|halben) (?:tag|nachmittag|vormittag|abend)|(?:einen|zwei|ein paar) tage? (?:\w+ )?(?:hospitier\w*|begleit\w*|mitlauf\w*|über die schulter)|(?:50|60|90|120) ?(?:min|minuten)",
    ),
    connection=pattern(
        r"(?:ihr|ihre|ihren|ihrem|ihrer|dein|deine|deinen|deinem|deiner) (?:\w+ ){0,3}(?:vortrag|talk|referat|bericht|kurs|rede|artikel|beitrag|post|buch|podcast|interview|aufsatz|porträt|portrait|führung|workshop|blog\w*|konzert|gastbeitrag|video|webinar|seminar|vorlesung|projekt|kolumne|studie|newsletter|text|keynote|stand|arbeit|werkstatt|abteilung|team|profil|tweet|kommentar|film|ausstellung|auftritt|laden|seite|website)",
        r"(?:gehört|gelesen|gesehen|gestoßen|erlebt|aufmerksam|kennengelernt|begegnet|getroffen|besucht|verfolgt|angeschaut|gefunden|empfohlen|genannt|gesprochen|erinner\w*|erzählt\w?|meinte|gemeint|erwähnt\w?|betreut|gearbeitet|geraten|verwiesen|gesessen|gemailt|geschrieben|ermuntert|gegeben)",
        r"wir (?:beide|haben|waren|sind|kennen|saßen|teilen)|(?:mein|meine) (?:\w+ )?(?:professor\w*|dozent\w*|chef\w*|kolleg\w+|freund\w*|schwester|bruder|nachbar\w*|mutter|vater|tante|onkel)|ehemalige\w?|leser(?:in)? ihre[sr]|alumn\w+|kommiliton\w+|gemeinsam\w*|beide|genau wie sie|wie sie (?:arbeite|bin|komme|habe)|in der zeitung|damals|früher|neulich|seit ihrem|seit deinem|(?:nummer|adresse|kontakt) ~(?:ggeh|gegeben|von)|über (?:frau|herrn)|von (?:frau|herrn)|lese ich|liegt (?:\w+ ){0,3}auf meinem|du (?:kennst|bist|hast)|du doch|sie doch|als sie|lieber onkel|liebe tante|ggeh|gseit|auf der \w+ saß|saß ich|durfte ich",
        r"(?:ihr|ihre[nmrs]?|euer|eure[nmrs]?) (?!unternehmen|firma|haus|team|betrieb|hilfe|zeit|kontakt|branche|bereich|beruf)(?:\w+ ){0,2}\w+ (?:\w+ ){0,8}(?:gekostet|gehört|probiert|geblieben|verklang|beschäftigt|gefallen|beeindruckt|bewegt|überrascht|gebracht|gesehen|gelesen|verfolgt|lief|stand|nachgebaut|ausprobiert|besucht|mitgemacht)",
        r"(?:haben|hatten|waren|sind) sie (?:\w+ ){1,6}(?:begleitet|gebaut|gesagt|erklärt|erzählt|gezeigt|geleitet|gesprochen|beschrieben|geschrieben|gegründet|umgebaut|aufgebaut|gehalten|vorgestellt)|dass sie (?:\w+ ){1,8}(?:haben|sind|hatten|waren|begonnen|leiten|machen)|(?:stand|lief|hörte|las|sah|erfuhr|blieb|stolperte|begegnete|saß)\b|(?:erklärten|erzählten|sagten|zeigten|beschrieben|schrieben|schilderten|berichteten|sprachen|erwähnten|nannten) sie|(?:erklärtest|erzähltest|sagtest|zeigtest|schriebst) du|(?:gast|kunde|kundin|hörer\w*|zuhörer\w*|schüler\w*|leser\w*|besucher\w*|abonnent\w*) (?:in |auf |bei )?(?:ihre\w|deine\w|eure\w)",
    ),
    way_out=pattern(
        r"(?:wenn|wenns|wenn's|falls|sollte|sollten|sofern|soweit)\b[^.!?\n]{0,60}?(?:nicht|nich|ned|nöd|net|kein\w*|nein|passt|passen|mag|magst|mögen|mögt|möchten|möchtest|lust|luft|voll|eng|verschlingt|stress|viel|keine zeit|fehlt|andermal|erst im|knapp|ungünstig|möglich|zu|drückt|abschluss|zeit hast|zeit haben|umständlich|geht|ginge|lieber|hergibt|dazwischenkommt|untersagt|unpassend)",
        r"kein(?:en|e|er)? (?:stress|problem|druck|ding|thema|eile|muss|umstände)|auch (?:gut|ok|okay|in ordnung|kein problem|völlig ok|schön|guet|fein|nicht schlimm)|(?:völlig|ganz|natürlich|absolut|total) (?:in ordnung|ok|okay)|verständnis|verstehe ich|(?:ein|kurzes|klares) nein|(?:eine )?(?:kurze )?absage (?:ist|wäre|genügt|reicht)|nur (?:wenn|falls|so)|ignorier\w*|ein ?andermal|sag einfach|alles gut|macht (?:gar |überhaupt )?(?:nichts|nix)|passt schon|au guet|sonst (?:auch|gern|eben|per|schreib|dann|schick|bleib\w*|bin|ist|freue)|(?:sagen sie|sag) ruhig (?:nein|ab)|so passt es nicht|gern (?:erst )?(?:später|nächste|im)|auch eine antwort|trage ich mit|respektiere|lässt|ist es auch recht|auch recht|(?:oder|gern auch|notfalls|alternativ|reicht auch|auch gern) (?:\w+ ){0,2}(?:per mail|einen lesetipp|schriftlich|kurz per|später|eine kurze mail|sprachnachricht|gar nicht)|wenn nicht|wenn nich|wenns nöd|falls nicht|nimm dir ruhig zeit|ganz ohne druck|unverbindlich|nehme ich (?:gern|nicht übel)|nicht böse|nicht übel|fühl\w* (?:dich|sie) (?:sich )?(?:zu nichts|nicht) verpflichtet|nicht verpflichtet|ohne verpflichtung|auch wenn die antwort nein|zu nichts",
        r"(?:ehrliches|freundliches|klares|schlichtes|höfliches) nein|keine antwort (?:nehme|ist|genügt|wäre)|(?:nicht|bin nicht) (?:krumm|beleidigt)|(?:lasse|lass) (?:ich )?es damit gut sein|(?:antworten müssen|müssen nicht antworten|musst nicht antworten)|(?:niemand|keiner|nichts) einfällt|ungelegen|zu viel ist|ohne weiteres ab|winken? (?:sie |du )?ab|ein (?:später|nein) ist|mit nein|no pressure|tut's auch|tuts auch|auch gern per",
        r"(?:wenns|wenn's|wenn|falls|sollte|sollten)\b[^.!?\n]{3,50}, (?:sag|sagen|schreib|schreiben|lass|lassen|vergiss|vergessen|schick|freue? ich|reicht|genügt|nehme? ich|lese? ich|ist das|geht es|bin ich|lösch\w*|überspring\w*)\b",
    ),
    pressure=pattern(
        r"(?:im|schon im|bereits im) vor(?:aus|hinein)|vorab (?:schon )?(?:vielen )?dank|(?:danke|dank) (?:schon|bereits) (?:mal |jetzt|im|vorab)|schon (?:mal|jetzt) (?:vielen |herzlichen )?dank",
        rf"(?:bitte|mir|antwort\w*|rückmeldung|bescheid|melden|termin) [^.!?\n]{{0,50}}?bis (?:spätestens |zum |nächsten |kommenden |diesen )*(?:{DAY}|morgen|heute|ende|übermorgen|\d)|bis {DAY}\b|spätestens (?:am|bis|{DAY})",
        r"umgehend|zeitnah|asap|schnellstmöglich|so schnell wie möglich|unverzüglich|(?:antwort\w*|melde?n?|bescheid|sprechen|telefonieren|brauche?|anrufen|ruf|rückmeldung) ~(?:heute noch|noch heute)|gleich morgen|dringend|kurzfristig|am besten (?:heute|gleich|sofort|morgen)|(?:rechne|zähle|zähl|baue|verlasse mich) (?:ich )?(?:fest |voll )?(?:mit|auf) (?:dich|dir|sie|ihnen|ihre\w?|deine\w?|euch)|ich erwarte|erwarte ich|(?:du|sie) (?:musst|müssen)(?! (?:gar |natürlich |mir |auch |ja |überhaupt )*(?:nicht|nichts|keine?))|(?:melde|meld|antworte|ruf|schreib)\w* ~endlich|endlich (?:mal|melden|antworten)|unbedingt (?:\w+ ){0,2}(?:sprechen|reden|treffen|heute|diese)|ich bestehe|es eilt|muss (?:dich|sie) ~(?:sprechen|fragen|sehen)|duldet keinen|lass mich nicht (?:hängen|im stich)|enttäusch\w* mich nicht|(?:danke|dank|bedanke) [^.!?\n]{0,20}schon (?:mal|jetzt)|brauche? (?:ich )?[^.!?\n]{0,25}bis (?:morgen|heute|spätestens)|(?:morgen|heute)(?: \w+)? um (?:punkt )?\w+ (?:rufe|ruf) ich|rufe? (?:ich )?(?:sie|dich) (?:morgen|heute|gleich)|akzeptiere kein|lasse? (?:ich )?nicht gelten|keine ausreden?|halte dir ~frei|halten sie sich ~frei|melden sie sich (?:bei mir|umgehend|heute)|ich zähle auf|sofort (?:antworten|bescheid|zurück)|innerhalb von",
    ),
    supposing=pattern(r"wenn|falls|sofern|sollte\w*|solange"),
    favour=pattern(
        r"(?:könn(?:en|ten|test|tet)|kannst|kann|würd(?:en|est)|magst|mögen|darf|dürfte|hätt(?:en|est|st|sch)|hast|haben|wär(?:en|e)|bitte|hab) (?:sie|du|ihr|ich|wir|mir|es|bitte)"
    ),
    further=re.compile(
        r"(?:,| und| sowie| oder)(?: und)?(?: (?:außerdem|auch|noch|dann|kurz|zudem|gleich|vielleicht|bitte))* (?:mir|mich|mein\w*|uns|unser\w*)\b",
        re.IGNORECASE,
    ),
    flattery=pattern(
        r"koryphäe|(?:absolut|wirklich|unglaublich|wahnsinnig|total|extrem|zutiefst|mega) (?:beeindruck\w*|inspirierend\w*|großartig\w*|faszinierend\w*|genial\w*)|beeindruckende[nrs]? (?:profil|werdegang|karriere|laufbahn|lebenslauf|persönlichkeit|vita)|(?:top|absoluter|absolute)[- ](?:top-?)?(?:expert\w*|profi)|genau (?:der mann|die frau), d|(?:größter|riesiger|großer) fan|ich bewundere (?:sie|dich)|bewundere ich|(?:mein|ein) (?:großes |absolutes )?(?:vorbild|idol)|(?:eine |große )?ehre|brillant\w*|legende|gurus?|niemand (?:kann|weiß) ~(?:so|besser)|einzigartige?[nrs]? (?:expertise|persönlichkeit|werdegang)|(?:sie|du) (?:sind|bist) (?:einfach )?(?:der|die|das) (?:beste|größte)\w*|(?:so|unfassbar|derart|unendlich) (?:genial|klug|brillant|großartig|wunderbar|begnadet)\w*|(?:göttin|gott|genie|königin|könig|meisterin aller|stern|star|superstar|ikone|lichtgestalt|held|heldin|weltklasse|phänomen\w*|überragend\w*|unerreicht\w*|vollkommen\w*|sensationell\w*|einzigartig\w*)|niemand (?:auf der welt|in deutschland|weit und breit|außer (?:ihnen|dir))|(?:größte|beste|klügste|bedeutendste)\w? (?:\w+ )?(?:aller zeiten|der welt|deutschlands|weit und breit|überhaupt|europas)|verneige mich|ihnen kann (?:niemand|keiner)|dir kann (?:niemand|keiner)",
    ),
    reproach=pattern(
        r"(?:noch |bisher |bis heute |leider |immer noch )*(?:immer )?(?:noch )?keine (?:antwort|rückmeldung|reaktion)|nichts (?:von (?:ihnen|dir) )?gehört|(?:schon |bereits )(?:zweimal|dreimal|mehrfach|mehrmals|zum \w+ mal) ~(?:geschrieben|gefragt|angerufen|gemeldet)|(?:das |finde ich |ich finde das |sehr |etwas |echt )(?:schade|enttäuschend|unhöflich|traurig|befremdlich)|enttäuscht(?! hat)|wenigstens|keine zeit für (?:mich|alte|uns)|ignorier(?:st|en sie|t ihr)|(?:melde|meld) dich (?:doch )?(?:endlich|mal wieder|gefälligst)|warum (?:antwort|meld|schreib)\w+ (?:du|sie)|anstand|so viel zeit (?:muss|wird)|warte (?:ich )?(?:nun|jetzt|seit|schon|noch|immer)|gute[nmr]? ton|höflichkeit|(?:dich|sie) (?:ja )?(?:ewig|lange|nie) nicht gemeldet|(?:hast|haben) (?:du|sie) ~(?:vergessen|nicht (?:geantwortet|reagiert|gemeldet))|vergessen haben|nicht für nötig|(?:immer noch|bis heute|leider|gar|überhaupt|wieder) (?:\w+ )?(?:nicht|nichts|keine) (?:reagiert|geantwortet|gehört|höre|gemeldet|zustande)|(?:gar )?nichts (?:\w+ )?höre?|mehr erwartet|nicht zu viel verlangt|zu viel verlangt|nicht wichtig genug|nicht einmal (?:eine |zwei )?(?:antwort|zeile|minuten)|abgetaucht|taub|schade,? (?:dass|von)|seit \w+ \w+ warte|ich warte|nicht beantwortet|zu (?:berühmt|fein|wichtig|beschäftigt) für|etwas getan|so geht man|höflich,? aber bestimmt|woran liegt das|(?:hatte|hattest|hatten) ~versprochen|ich warte auf (?:ihre|deine)|wert\b|schweigen",
    ),
    flexible=pattern(
        r"wann (?:immer )?(?:es )?(?:ihnen|dir|du|sie|euch)|wann es|(?:richte|passe) (?:ich )?mich|(?:ort|zeit|zeitpunkt|wo und wann|termin)~(?:bestimmen|wählen|aussuchen|überlasse|ihnen|dir)|wie (?:es |du |sie )(?:ihnen |dir |am liebsten |magst|mögen|möchte\w*|passt)|(?:telefon|telefonisch|persönlich|video|kaffee|vor ort|tee) (?:oder|und) \w+|oder (?:am )?(?:telefon|telefonisch|per video|video|anruf)|(?:an einem tag|tag|zeit), (?:der|die) (?:ihnen|dir)|(?:diese|kommende|nächste) oder (?:nächste|übernächste)|in den nächsten \w+|irgendwann|jederzeit|(?:komme|komm) (?:ich )?(?:gern|gerne|jederzeit)|nach ihnen|nach dir|wie du magst|gern auch (?:später|im|abends|telefonisch)|falls gerade|lieber danach|eben im sommer",
    ),
    thanks=pattern(
        r"danke|dankeschön|vielen dank|herzlichen dank|besten dank|dankbar|merci|dank|bedanke|dank dir|vergelts gott"
    ),
    insight=pattern(
        r"(?:dass|wie|warum|weshalb|ob|was|der satz|der hinweis|der gedanke|der tipp|dein tipp|ihr tipp|ihr rat|dein rat|ihr hinweis|dein hinweis|das mit|die idee|die geschichte|die sache mit|der teil|das bild|das beispiel|ihr beispiel|dein beispiel|der punkt|der unterschied|den unterschied|die unterscheidung|ihr satz|dein satz|ihre idee|deine idee|ihr bild|dein bild|ihr vergleich),? [^.!?\n]{8,}|(?:überrascht|neu für mich|war mir neu|wusste (?:ich )?nicht|weiß ich|gelernt|verstanden|klarer|mitgenommen|nehme ~mit|aufgefallen|nachgegangen|nachgedacht|nicht aus dem kopf|hängen geblieben|gemerkt|hilfreich war|geholfen hat|augen geöffnet|verstehe ich)",
    ),
    du=re.compile(
        r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[nmrs]?)?|hast|kannst|magst|würdest|könntest|hättest|bist)\b"
    ),
    sie=re.compile(
        r"(?<=[a-zäöüß,] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b|\b(?:[Hh]aben|[Kk]önnten|[Hh]ätten|[Ww]ürden|[Mm]öchten) Sie\b"
    ),
)
