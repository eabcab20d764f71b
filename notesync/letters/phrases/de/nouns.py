"""The German words that several tables share, as pieces of expressions."""

from __future__ import annotations

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
    r"unterstützung|hilfskr[aä]ft\w*|(?!(?:über|unter|hinter|wieder|immer|aber|oder|jeder|aller|dieser|welcher|weiter|eher|mehrer\w*|besser|lieber|später|eurer|ihrer|deiner|meiner|einer|bisher|vorher)\b)\w+(?:er|erin|innen|entwickler|ingenieure?n?))"
)
MINUTES = (
    r"(?:(?:zehn|fünfzehn|zwanzig|fünfundzwanzig|dreißig|dreissig|fuenfzehn|vierzig|"
    r"fünfundvierzig|dreiviertel)|(?:\d{1,2} ?(?:-|–|bis|oder) ?)?(\d{1,3}))"
)
DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
