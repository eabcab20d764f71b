"""Literal tables of German words that the made-up vaults are written with."""

from __future__ import annotations

FIRST_NAMES = (
    "Anna", "Ayşe", "Bernd", "Birte", "Björn", "Carla", "Çağla", "Dörte", "Elif", "Emre", "Falk",
    "Femke", "Gesa", "Günther", "Hanne", "Henrik", "Ida", "Ilse", "Jannis", "Jonas", "Jörg",
    "Jürgen", "Käthe", "Kemal", "Lale", "Lars", "Lena", "Lütfi", "Maren", "Mehmet", "Meike",
    "Müjde", "Nele", "Nora", "Okke", "Ömer", "Paula", "Petra", "Quirin", "Rita", "Rüdiger",
    "Sabine", "Silke", "Sönke", "Tobias", "Uğur", "Ulrike", "Wiebke", "Xaver", "Yusuf", "Zoë",
)  # fmt: skip
NAME_FRONTS = (
    "Ahl", "Berg", "Brand", "Buch", "Dorn", "Eich", "Fels", "Grün", "Hagen", "Hein", "Jäger",
    "Kessel", "Kirch", "Küh", "Lind", "Loh", "Mühl", "Neu", "Ober", "Rosen", "Sand", "Schön",
    "Stein", "Voigt", "Wald", "Wiesen", "Winter", "Wolf", "Zander", "Ziegel",
)  # fmt: skip
NAME_BACKS = (
    "acker", "bach", "baum", "beck", "born", "burg", "dorf", "er", "feld", "gärtner", "hagen",
    "hauer", "hof", "kamp", "ler", "mann", "meier", "müller", "ner", "reuter", "rich", "schmidt",
    "see", "sen", "stedt", "strauß", "thal", "topf", "vogel", "weg",
)  # fmt: skip
MIDDLES = "ABCDEFGHJKLMNPRSTVW"
FRONTS = (
    "Arbeits", "Bau", "Beratungs", "Bildungs", "Daten", "Einkaufs", "Energie", "Förder",
    "Führungs", "Garten", "Gemeinde", "Geschäfts", "Hafen", "Handels", "Jahres", "Küsten", "Lager",
    "Leitungs", "Markt", "Messe", "Museums", "Nachbarschafts", "Netz", "Personal", "Presse",
    "Prüf", "Quartiers", "Reise", "Schul", "Schiffs", "Solar", "Sommer", "Stadt", "Straßen",
    "Tee", "Umwelt", "Verlags", "Wärme", "Werk", "Wohnungs", "Zeitungs", "Ziel", "Zukunfts",
)  # fmt: skip
BACKS = (
    "abend", "amt", "auftrag", "bericht", "börse", "büro", "dienst", "entwurf", "fest", "frage",
    "gebäude", "gespräch", "gruppe", "haus", "idee", "kasse", "konzept", "küche", "leitung",
    "lösung", "messe", "netz", "plan", "planung", "preis", "projekt", "rat", "raum", "rechnung",
    "reform", "runde", "schule", "stelle", "tag", "übergabe", "verein", "vertrag", "werk",
    "wettbewerb", "zentrum",
)  # fmt: skip
FORMS = ("GmbH", "AG", "eG", "KG", "Verein", "Stiftung")
NOUNS = (
    "Anfang", "Angebot", "Antwort", "Arbeit", "Ausschreibung", "Brief", "Budget", "Energie",
    "Entscheidung", "Erfahrung", "Fähre", "Fehler", "Forschung", "Freiheit", "Führung", "Garten",
    "Gehalt", "Genossenschaft", "Größe", "Hafen", "Handwerk", "Herbst", "Kantine", "Klarheit",
    "Klima", "Kollegin", "Konzern", "Küste", "Lehre", "Marketing", "Mittelstand", "Museum",
    "Mut", "Neugier", "Pause", "Redaktion", "Schiff", "Schreiben", "Selbständigkeit", "Sicherheit",
    "Straße", "Teilzeit", "Tempo", "Umzug", "Verantwortung", "Verlag", "Verwaltung", "Wärme",
    "Werkstatt", "Zeit", "Zuhören", "Zweifel",
)  # fmt: skip
ADJECTIVES = (
    "alte", "ehrliche", "freie", "frühe", "große", "gründliche", "günstige", "harte", "höfliche",
    "junge", "kleine", "klare", "künftige", "laute", "leise", "lange", "müde", "neue", "offene",
    "öffentliche", "ruhige", "schöne", "späte", "stille", "süße", "tägliche", "übliche", "weite",
)  # fmt: skip
VERBS = (
    "braucht", "erklärt", "erzählt", "fragt", "führt", "gewinnt", "hält", "hört", "kennt", "lernt",
    "liebt", "plant", "prüft", "sagt", "schreibt", "sucht", "träumt", "trägt", "überlegt",
    "verkauft", "versteht", "vermisst", "weiß", "zahlt", "zeigt",
)  # fmt: skip
PLACES = (
    "in Altona", "am Hafen", "in der Kantine", "auf der Fähre", "im Büro", "in Lübeck", "zu Hause",
    "im Museum", "an der Förde", "auf der Messe", "in der Küche", "bei der Bahn", "im Süden",
)  # fmt: skip
CITIES = ("Hamburg", "Kiel", "Lübeck", "Köln", "München", "Flensburg", "Düsseldorf", "Görlitz")
ROLES = (
    "Leiterin Kommunikation", "Einkauf", "Produktmarketing", "Geschäftsführer", "Redakteurin",
    "Referentin für Wärmewende", "Werkstudent", "Personal", "Vertrieb Süd", "Kuratorin",
)  # fmt: skip
SENTENCES = (
    "Die {adjective} {compound} {verb} mehr {noun} als {other}.",
    "Wer {place} nach {noun} fragt, {verb} am Ende die {adjective} {compound}.",
    "Ohne {noun} {verb} hier niemand, und ohne {other} schon gar nicht.",
    "Im {compound} war von {noun} die Rede, aber kaum von {other}.",
    "Sie {verb} {place}, seit die {adjective} {compound} vorbei ist.",
    "Über {noun} und {other} spricht man {place} lieber nicht.",
    "Das {compound} {verb} Geld; {noun} kostet nur Zeit.",
    "Er sagt, {noun} sei {place} wichtiger als jede {adjective} {compound}.",
    "Erst kommt {noun}, dann {other}, dann lange nichts.",
)
PROMISES = (
    "den Artikel schicken",
    "Nora von dem Gespräch erzählen",
    "das Buch zurückbringen",
    "die zwei Seiten über den Hafen schreiben",
)
# Episodes as (line, days since the line before); {day} is the day that was agreed on, six days on.
EPISODES = (
    (
        ("angefragt mail expect:ja — {text}", 0),
        ("zugesagt mail for:{day} — gern", 3),
        ("bedankt mail — {text}", 7),
    ),
    (
        ("angefragt mail expect:nein — {text}", 0),
        ("nachgefragt mail", 8),
        ("zugesagt telefon for:{day}", 4),
        ("bedankt telefon", 8),
        ("berichtet mail — {text}", 60),
    ),
    (
        ("angefragt mail — {text}", 0),
        ("zugesagt mail for:{day} — mittags", 1),
        ("bestätigt mail", 5),
        ("bedankt mail — {text}", 2),
    ),
    (
        ("angefragt mail — {text}", 0),
        ("verwiesen — [[{person}]] weiß mehr darüber", 5),
        ("bedankt mail", 1),
    ),
    (("angefragt telefon — {text}", 0),),
    (("angefragt mail — {text}", 0), ("abgesagt mail — {text}", 6)),
)
