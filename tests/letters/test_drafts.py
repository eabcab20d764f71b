"""Drafts of letters: to everybody in Petra's story, of every kind; and what the notes don't say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.letters.drafts import KINDS, Draft, asked, draft
from notesync.letters.lint import Report, lint
from notesync.letters.material import Setting, Wish
from notesync.letters.named import Reader
from notesync.letters.quality import MOST_WORDS
from notesync.letters.relation import register
from notesync.letters.sender import Sender
from notesync.letters.template import problems, read, unfilled
from notesync.notes.binding import bind
from notesync.notes.rhythm import Rhythm
from notesync.views.facts import Facts, Person, gather
from tests.views.vault import HAMBURG, day, facts_of, notes_of

ROOT = Path(__file__).parents[2] / "notesync"
STORY = {"de": "Elf Jahre Marketing, dann elf Monate über Land", "en": "Eleven years in marketing"}
DU = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|hast|kannst|magst)\b")
SIE = re.compile(r"(?<=[a-zäöü,] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b")


def petra(lang: str, today: str = "2026-05-29") -> Facts:
    folder = ROOT / "demo" / lang
    files = [
        f"=== {path.relative_to(folder).with_suffix('').as_posix()}\n{path.read_text('utf-8')}"
        for path in sorted(folder.rglob("*.md"))
    ]
    return facts_of("\n".join(files), today)


PETRA = {lang: petra(lang) for lang in ("de", "en")}
WAYS = [("de", "du"), ("de", "Sie"), ("en", "du"), ("en", "Sie")]


def template(kind: str, lang: str, form: str) -> str:
    file = f"{kind}.{form}.md" if lang == "de" else f"{kind}.md"
    return (ROOT / "letters" / "templates" / lang / file).read_text("utf-8")


def drafted(
    facts: Facts, name: str, kind: str, lang: str = "de", form: str = "", **wish: str
) -> Draft:
    person = called(name, facts)
    form = form or register(person)
    setting = Setting(person, facts, lang, form, Sender("Petra", STORY[lang]), Wish(**wish))
    return draft(setting, kind, read(template(kind, lang, form)), reader_of(facts, name, form))


def reader_of(facts: Facts, name: str, form: str) -> Reader:
    person = called(name, facts)
    others = tuple(each.name for each in facts.people.values() if each is not person)
    unnamed = () if person.contact.mention == "yes" else facts.names(person.introducers)
    return Reader((name, *person.contact.aliases), form, others, unnamed)


def called(name: str, facts: Facts) -> Person:
    return next(each for each in facts.people.values() if each.name == name)


def checked(letter: Draft, facts: Facts, name: str) -> Report:
    reader = reader_of(facts, name, letter.register)
    return lint(letter.text, lang=letter.lang, kind=letter.kind, reader=reader)


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize(("lang", "form"), WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_shipped_template_has_a_problem(kind: str, lang: str, form: str) -> None:
    assert problems(template(kind, lang, form)) == ()


@pytest.mark.parametrize(("lang", "form"), WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_to_everybody_is_good_as_it_is(kind: str, lang: str, form: str) -> None:
    for person in PETRA[lang].people.values():
        letter = drafted(PETRA[lang], person.name, kind, lang, form)
        report = checked(letter, PETRA[lang], person.name)
        found = [
            (each.rule, letter.text[each.start : each.end])
            for each in report.findings
            if each.rule != "open-slot"
        ]
        assert (person.name, report.verdict, found) == (person.name, "ok", [])
        assert len(letter.text.split()) <= MOST_WORDS
        assert not re.search(r"[{}|\\]|\.\.|\?\.| ,|  |None", letter.text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_german_letter_keeps_to_one_form_of_address(kind: str) -> None:
    for person in PETRA["de"].people.values():
        formal = drafted(PETRA["de"], person.name, kind, form="Sie").text
        near = drafted(PETRA["de"], person.name, kind, form="du").text
        assert not DU.search(formal), formal
        assert not SIE.search(near), near


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_from_empty_notes_has_nothing_but_marks(kind: str, lang: str) -> None:
    facts = facts_of("=== contacts/Anna Berg\n", "2026-05-12")
    letter = drafted(facts, "Anna Berg", kind, lang)
    assert "Anna" in letter.text
    assert checked(letter, facts, "Anna Berg").verdict in {"ok", "weak"}
    assert not re.search(r"[{}|\\]|\.\.|  |None", letter.text)


def test_the_free_text_of_a_log_gets_into_no_letter() -> None:
    text = (
        "=== contacts/Anna\n## Log\n- 2026-05-05 asked email — XYZZY\n- 2026-05-06 agreed — XYZZY\n"
        "- 2026-05-07 talked — XYZZY\n- [ ] me: XYZZY 📅 2026-06-01\n"
        "=== conversations/2026-05-08 Anna\n- [surprise] XYZZY\n- [ ] they: XYZZY\nXYZZY\n"
    )
    facts = facts_of(text, "2026-05-12")
    for kind in KINDS:
        assert "XYZZY" not in drafted(facts, "Anna", kind).text


# ---------------------------------------------------------------- who is named


INTRODUCED = (
    "=== contacts/Anna Berg\n---\nintroduced_by: [Ben Tal, Cem Ak]\n{}\n---\n"
    "=== contacts/Ben Tal\n---\n{}\n---\n=== contacts/Cem Ak\n"
)


def introduced(mention: str, ben: str = "") -> Draft:
    facts = facts_of(INTRODUCED.format(mention, ben), "2026-05-12")
    return drafted(facts, "Anna Berg", "request-introduced")


def test_an_introducer_is_named_only_where_the_note_says_so() -> None:
    assert "Ben Tal und Cem Ak" in introduced("mention: yes").text
    for mention in ("", "mention: no", "mention: ask-first"):
        letter = introduced(mention)
        assert "Ben" not in letter.text
        facts = facts_of(INTRODUCED.format(mention, ""), "2026-05-12")
        assert checked(letter, facts, "Anna Berg").verdict == "ok"


def test_who_wanted_to_ask_first_is_told_beside_the_letter() -> None:
    assert [each.code for each in introduced("mention: ask-first").advice][-1] == "ask-first"
    assert [each.code for each in introduced("").advice][-1] == "unnamed"


def test_whose_note_is_private_is_named_to_nobody() -> None:
    letter = introduced("mention: yes", "private: true")
    assert "Cem Ak" in letter.text
    assert "Ben" not in letter.text


def test_a_private_person_who_was_named_is_not_thanked_for() -> None:
    text = (
        "=== contacts/Anna\n=== contacts/Ben\n---\nprivate: true\n---\n"
        "=== conversations/2026-05-08 Anna\n---\nnamed: [Ben, Cem]\n---\n"
    )
    letter = drafted(facts_of(text, "2026-05-12"), "Anna", "thank-you").text
    assert "Cem" in letter
    assert "Ben" not in letter


def test_what_was_said_in_a_private_conversation_is_told_to_nobody_else() -> None:
    text = (
        "=== contacts/Anna\n=== contacts/Ben\n---\nintroduced_by: Anna\n---\n"
        "=== conversations/2026-05-08 Ben\n---\nprivate: {}\n---\n- [insight] Sales decides it\n"
    )
    for private in (False, True):
        facts = facts_of(text.format(str(private).lower()), "2026-05-12")
        said = "Sales decides it" in drafted(facts, "Anna", "report-back").text
        assert said is not private
        assert "Sales decides it" in drafted(facts, "Ben", "thank-you").text


def test_a_private_question_is_neither_asked_nor_told_unless_it_is_meant() -> None:
    text = (
        "=== contacts/Anna\n---\ntopics: [energy]\n---\n=== questions/Energy\n---\n"
        "question: How is energy?\nprivate: true\n{}---\n"
    )
    facts = facts_of(text.format(""), "2026-05-12")
    assert "energy" not in drafted(facts, "Anna", "request-warm").text
    meant = drafted(facts, "Anna", "request-warm", question="questions/Energy.md")
    assert "How is energy?" in meant.text
    decided = facts_of(text.format("decided: 2026-05-10\ndecision: yes\n"), "2026-05-12")
    assert "Energy" not in drafted(decided, "Anna", "news").text


# ---------------------------------------------------------------- the question


def test_the_open_question_that_fits_and_that_she_has_not_spoken_of_is_asked() -> None:
    letter = drafted(PETRA["de"], "Rita", "request-introduced")
    assert letter.question == "Fragen/Führung in Teilzeit.md"
    assert "Kann ich ein Team leiten, ohne fünf Tage zu arbeiten? " in letter.text


def test_where_no_question_fits_one_is_asked_for_and_the_open_ones_are_named() -> None:
    letter = drafted(PETRA["de"], "Tobias", "request-dormant")
    assert "[… welche Frage?]" in letter.text
    assert ("question" in letter.open, letter.advice[-1].code) == (True, "question")


def test_what_was_typed_is_asked_instead() -> None:
    typed = {"about": "wie man von außen in die Energie kommt"}
    text = drafted(PETRA["de"], "Rita", "request-introduced", **typed).text
    assert "Ich überlege gerade, wie man von außen in die Energie kommt." in text


def test_a_reminder_asks_what_was_asked() -> None:
    text = (
        "=== contacts/Anna\n## Log\n- 2026-04-28 asked email — about [[Food]]\n"
        "=== questions/Food\n---\nquestion: What do people eat?\n---\n"
    )
    letter = drafted(facts_of(text, "2026-05-12"), "Anna", "reminder", "en")
    assert "I asked you for a short conversation two weeks ago" in letter.text
    assert "What do people eat? " in letter.text.replace("\n", " ")


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("how do you start?", [{"question": "How do you start?"}, {"topic": "Start"}]),
        ("How one starts.", [{"wondering": "how one starts"}, {"topic": "Start"}]),
        ("Ob es sich lohnt", [{"wondering": "ob es sich lohnt"}, {"topic": "Start"}]),
        ("heat networks", [{"topic": "heat networks"}, {"topic": "Start"}]),
        (
            "Is it hard, and does it need someone like me?",
            [{"question": "Is it hard?"}, {"topic": "Start"}],
        ),
        (
            "Wie ist es, und was zahlt man?",
            [{"question": "Wie ist es, und was zahlt man?"}, {"question": "Wie ist es?"},
             {"topic": "Start"}],
        ),
        ("Who needs somebody like me?", [{"topic": "Start"}]),
    ],
)  # fmt: skip
def test_a_question_is_put_in_its_fullest_way_first(typed: str, ways: list[dict[str, str]]) -> None:
    assert list(asked(typed, "Start")) == ways


def test_a_question_that_would_be_a_plea_is_shortened_until_it_is_none() -> None:
    letter = drafted(
        PETRA["de"], "Ida", "request-introduced", about="Sucht ihr noch jemanden, und wie ist es?"
    )
    verdict = checked(letter, PETRA["de"], "Ida").verdict
    assert verdict == "plea"  # nothing shorter helps
    text = drafted(PETRA["de"], "Nora Lind", "request-introduced").text
    assert "jemanden wie mich" not in text
    assert "Wie ist Marketing in der Energiebranche wirklich?" in text


def test_a_story_that_makes_a_letter_too_long_is_left_out() -> None:
    person = called("Falk Berger", PETRA["de"])
    story = Sender("Petra", "Wort " * 29 + "Ende")
    question = "Wie ist es, wenn man " + "sehr " * 20 + "lange fragt?"
    wish = Wish(about=question, because="Ihr Interview")
    setting = Setting(person, PETRA["de"], "de", "Sie", story, wish)
    found = draft(setting, "request-cold", read(template("request-cold", "de", "Sie")))
    assert question in found.text
    assert "Wort" not in found.text
    assert checked(found, PETRA["de"], "Falk Berger").verdict == "ok"


# ---------------------------------------------------------------- what it is filled with


def test_thanks_say_what_for_what_stayed_whom_she_named_and_what_comes() -> None:
    assert drafted(PETRA["de"], "Dr. Henrik Solms", "thank-you").text == (
        "Guten Tag Dr. Henrik Solms,\n\n"
        "danke für das Gespräch am 20. Mai und für Ihre Zeit. Ein Gedanke geht mir seitdem nach: "
        "Wer einen Speicher kauft, fragt vorher drei Leute: den Elektriker, die Steuerberaterin "
        "und jemanden, der schon einen hat. Und danke, dass Sie mir Rita und Emre genannt haben. "
        "Was ich Ihnen versprochen habe, kommt bis zum 1. Juni.\n\n"
        "Wenn ich weiter bin, erzähle ich Ihnen davon.\n\nHerzliche Grüße\nPetra\n"
    )


def test_who_could_not_and_named_somebody_is_thanked_for_that() -> None:
    text = drafted(PETRA["de"], "Sabine", "thank-you").text
    assert "danke, dass du mir Falk Berger genannt hast." in text


def test_a_dormant_tie_hears_since_when_it_was_quiet() -> None:
    text = drafted(petra("de", "2026-04-21"), "Jonas Kessler", "request-dormant").text
    first = text.split("\n\n")[1]
    assert first.startswith(
        "wir haben früher zusammen gearbeitet, und zuletzt voneinander gehört haben wir 2022."
    )


def test_a_confirmation_says_day_time_and_place() -> None:
    text = drafted(petra("de", "2026-05-19"), "Dr. Henrik Solms", "confirm").text
    assert "unser Gespräch morgen um 11 Uhr in Leipzig." in text


def test_the_introducer_hears_whom_i_met() -> None:
    text = drafted(PETRA["de"], "Meike Brandt", "report-back").text
    assert "am 5. Mai habe ich mit Carla Voigt gesprochen, und das verdanke ich dir." in text


def test_a_blurb_names_whom_she_wanted_to_ask_and_her_question() -> None:
    text = drafted(PETRA["de"], "Jonas Kessler", "intro-blurb").text
    assert "danke, dass du Ida von mir erzählen willst." in text
    assert "Zurück in eine Agentur oder in ein Unternehmen?" in text


def test_news_tell_what_was_decided_and_which_thought_helped() -> None:
    text = drafted(PETRA["en"], "Meike Brandt", "news", "en").text
    assert "My question “B2B or B2C” has an answer: B2B." in text
    assert "helped me there: In food, three supermarket buyers decide" in text


def test_a_thought_on_something_else_did_not_help_to_decide() -> None:
    text = drafted(PETRA["de"], "Aylin", "news").text
    assert "Geholfen hat" not in text
    assert "geht mir immer noch nach: Wer anruft" in text


def test_who_arrived_says_where() -> None:
    text = (
        "=== contacts/Anna\n=== opportunities/Post\n---\norg: Elbgrün\naccepted: 2026-05-10\n---\n"
    )
    facts = facts_of(text, "2026-05-12")
    assert "und zwar bei Elbgrün." in drafted(facts, "Anna", "close-the-loop").text
    university = facts_of(text.replace("Elbgrün", "Universität Kiel"), "2026-05-12")
    assert "Universität" not in drafted(university, "Anna", "close-the-loop").text


def test_a_pause_says_from_when_there_is_room() -> None:
    text = "=== me\n---\npaused: [2026-05-01..2026-05-31]\n---\n=== contacts/Anna\n"
    letter = drafted(facts_of(text, "2026-05-12"), "Anna", "decline-give")
    assert "ab dem 1. Juni habe ich wieder Luft" in letter.text


def test_what_is_typed_beside_the_notes_is_put_in() -> None:
    wish = {"because": "Ihr Interview in der Welle", "times": "dienstags", "minutes": "15"}
    text = drafted(PETRA["de"], "Falk Berger", "request-cold", **wish).text
    assert "aufmerksam geworden bin ich durch Ihr Interview in der Welle." in text
    assert "15 Minuten am Telefon" in text
    assert "Mir passt es zum Beispiel dienstags, sonst" in text


@pytest.mark.parametrize("kind", ["give-back", "employment"])
def test_for_a_conversation_that_i_gave_nobody_is_thanked(kind: str) -> None:
    text = f"=== contacts/Anna\n=== conversations/2026-05-08 Anna\n---\nkind: {kind}\n---\n"
    assert "8. Mai" not in drafted(facts_of(text, "2026-05-12"), "Anna", "thank-you").text


LETTERS = "Ann Bö 'Dr.()[]{}|\\#*_“„?!:;-"


@given(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=20).filter(str.strip),
    st.text(st.sampled_from(LETTERS), max_size=30),
    st.sampled_from(KINDS),
    st.sampled_from(WAYS),
)
def test_whatever_names_and_insights_look_like_there_is_a_letter(
    name: str, insight: str, kind: str, way: tuple[str, str]
) -> None:
    note, talk = "contacts/Anna.md", "conversations/2026-05-08 Anna.md"
    texts = {"contacts/Anna.md": "## Log\n- 2026-05-01 asked\n", talk: f"- [insight] {insight}\n"}
    facts = gather(bind(notes_of(texts)), day("2026-05-12"), HAMBURG, Rhythm())
    anna = facts.people[note]
    person = anna._replace(contact=anna.contact._replace(name=name))
    found = draft(Setting(person, facts, *way), kind, read(template(kind, *way)))
    assert found.text.strip()
    assert found.open == unfilled(found.text, way[0])


# ---------------------------------------------------------------- what to think of


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Nora Lind", "request-introduced", "asked"),
        ("Rita", "reminder", "not-asked"),
        ("Falk Berger", "thank-you", "no-talk"),
        ("Falk Berger", "confirm", "no-plan"),
        ("Falk Berger", "report-back", "no-met"),
        ("Aylin", "close-the-loop", "no-arrival"),
    ],
)
def test_what_to_think_of_before_sending_is_told(name: str, kind: str, code: str) -> None:
    assert code in [each.code for each in drafted(PETRA["de"], name, kind).advice]


def test_who_said_no_lately_is_given_time() -> None:
    text = "=== contacts/Anna Berg\n---\nregister: du\n---\n## Log\n- 2026-03-02 asked\n{}"
    said_no = facts_of(text.format("- 2026-03-05 declined\n"), "2026-05-12")
    (advice,) = drafted(said_no, "Anna Berg", "request-warm", about="Wie geht das?").advice
    assert (advice.code, str(dict(advice.values)["again"])) == ("again", "2026-09-03")
    silent = facts_of(text.format(""), "2026-05-12")
    assert drafted(silent, "Anna Berg", "request-warm", about="Wie?").advice[0].code == "again"
    long_ago = facts_of(text.format("- 2026-03-05 declined\n"), "2026-09-04")
    assert drafted(long_ago, "Anna Berg", "request-warm", about="Wie geht das?").advice == ()


def test_one_reminder_is_enough() -> None:
    facts = petra("de", "2026-05-05")
    assert [e.code for e in drafted(facts, "Jonas Kessler", "reminder").advice] == ["reminded"]


def test_a_guessed_form_of_address_is_told_in_german_only() -> None:
    facts = facts_of("=== contacts/Anna Berg\n---\ncircle: friend\n---\n", "2026-05-12")
    (advice,) = drafted(facts, "Anna Berg", "offer").advice
    assert dict(advice.values) == {"register": "du", "other": "Sie", "name": "Anna Berg"}
    assert drafted(facts, "Anna Berg", "offer", "en").advice == ()


def test_whoever_has_arrived_is_not_told_that_she_has_not() -> None:
    told = "=== contacts/Anna\n## Log\n- 2026-04-20 talked\n=== me\n---\narrived: {day}\n---\n"
    codes = {
        day: [
            said.code
            for said in drafted(
                facts_of(told.format(day=day), "2026-05-20"), "Anna", "close-the-loop"
            ).advice
        ]
        for day in ("2026-05-19", "2026-05-21")
    }
    assert "no-arrival" not in codes["2026-05-19"]
    assert "no-arrival" in codes["2026-05-21"]
