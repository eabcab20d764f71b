import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes import links
from notesync.notes.journal import format_line, parse_line
from notesync.notes.kinds import CHANNELS, VERBS, VOCABULARIES
from notesync.notes.note import LogLine


def line(text: str) -> LogLine:
    read, problems = parse_line(text)
    assert problems == ()
    assert read is not None
    return read


def problem_of(text: str) -> tuple[LogLine | None, str, dict[str, str]]:
    read, (found,) = parse_line(text)
    return read, found.code, dict(found.values)


# ---------------------------------------------------------------- reading


def test_the_three_lines_of_the_format_page_are_read() -> None:
    assert line("2026-04-22 asked email expect:no — about the harbour project") == LogLine(
        "2026-04-22", "asked", channel="email", expect="no", text="about the harbour project"
    )
    assert line("2026-05-12 referred — [[Falk Berger]] knows more about it") == LogLine(
        "2026-05-12",
        "referred",
        named=("Falk Berger",),
        text="[[Falk Berger]] knows more about it",
    )
    assert line("2026-05-20 deferred until:2026-06-15") == LogLine(
        "2026-05-20", "deferred", until="2026-06-15"
    )


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("term", VERBS, ids=lambda term: term.code)
def test_every_verb_is_read_in_both_languages(term: object, lang: str) -> None:
    code, german = getattr(term, "code"), getattr(term, "de")  # noqa: B009 -- a Term, for pytest
    assert line(f"2026-04-22 {german if lang == 'de' else code}").verb == code


@pytest.mark.parametrize(
    ("plain", "verb"),
    [
        ("gefragt", "asked"),
        ("ja", "agreed"),
        ("Nein", "declined"),
        ("verwiesen an [[Falk]]", "referred"),
        ("später", "deferred"),
        ("spaeter", "deferred"),
        ("erzählt", "told"),
        ("bekanntgemacht", "introduced"),
        ("geholfen", "gave"),
        ("BESTÄTIGT", "confirmed"),
        ("bestaetigt", "confirmed"),
    ],
)
def test_the_plain_german_forms_are_read(plain: str, verb: str) -> None:
    assert line(f"2026-04-22 {plain}").verb == verb


def test_the_text_follows_a_dash_a_colon_or_nothing() -> None:
    for between in (" — ", " – ", " - ", ": ", " ", ", ", " —", " -- "):
        assert line(f"2026-04-22 asked{between}whether she has time").text == (
            "whether she has time"
        )


@pytest.mark.parametrize("behind", [": ", ", ", "; ", ". ", " — ", " "])
def test_the_text_may_follow_a_value_at_once(behind: str) -> None:
    read = line(f"2026-05-20 deferred until:2026-06-15{behind}she moves")
    assert (read.until, read.text) == ("2026-06-15", "she moves")
    read = line(f"2026-05-20 asked email expect:yes{behind}she knows the harbour")
    assert (read.expect, read.text) == ("yes", "she knows the harbour")


def test_the_text_may_follow_a_time_at_once() -> None:
    read = line("2026-05-06 agreed for:2026-05-12 12:30: in the park")
    assert (read.on, read.at, read.text) == ("2026-05-12", "12:30", "in the park")


def test_after_a_dash_everything_is_text() -> None:
    assert line("2026-04-22 asked — email expect:no") == LogLine(
        "2026-04-22", "asked", text="email expect:no"
    )
    assert line("2026-04-22 — asked her sister").verb == "note"


def test_the_channel_may_have_a_preposition_or_two_words() -> None:
    assert line("2026-04-22 angefragt per E-Mail: kurz").channel == "email"
    assert line("2026-04-22 asked by phone").channel == "phone"
    assert line("2026-04-22 asked in person").channel == "in-person"
    assert line("2026-04-22 asked expect:yes email — x").channel == "email"
    assert line("2026-04-22 asked about email").text == "about email"


def test_an_agreed_day_may_carry_its_time() -> None:
    for written in ("for:2026-05-12T12:30", "for:2026-05-12 12:30", "für:2026-05-12T12:30"):
        read = line(f"2026-05-06 agreed message {written} — fine")
        assert (read.on, read.at, read.text) == ("2026-05-12", "12:30", "fine")
    assert line("2026-05-06 moved for:2026-05-20").at == ""


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('named:"Nora Lind"', ("Nora Lind",)),
        ("named:[[Nora Lind]]", ("Nora Lind",)),
        ("named:[[Nora Lind|Nora]],[[Emre]]", ("Nora Lind", "Emre")),
        ('named:"[[Nora Lind]]"', ("Nora Lind",)),
        ('named:"Nora Lind", "Emre"', ("Nora Lind", "Emre")),
        ("named:Nora,Emre", ("Nora", "Emre")),
        ("named:Nora Lind", ("Nora Lind",)),
        ("named:Nora named:Emre", ("Nora", "Emre")),
        ("genannt:[[Nora Lind]] named:[[nora lind]]", ("Nora Lind",)),
    ],
)
def test_named_people_are_links_quoted_or_plain(written: str, named: tuple[str, ...]) -> None:
    read = line(f"2026-05-05 talked phone {written} — fine")
    assert (read.named, read.text) == (named, "fine")


def test_an_unquoted_name_ends_where_the_text_begins() -> None:
    read = line("2026-05-05 talked named:Nora who knows Berlin")
    assert (read.named, read.text) == (("Nora",), "who knows Berlin")


def test_who_was_referred_to_is_named() -> None:
    assert line("2026-05-12 verwiesen an Falk Berger — kennt alle").named == ("Falk Berger",)
    assert line("2026-05-12 verwiesen an [[Falk Berger]], [[Rita]]").named == (
        "Falk Berger",
        "Rita",
    )
    assert line("2026-05-12 verwiesen an Falk Berger und Rita").named == ("Falk Berger", "Rita")
    assert line("2026-05-12 referred to her colleague").named == ()
    assert line("2026-05-12 thanked — for [[Falk Berger]]").named == ()


def test_a_day_needs_no_colon_to_be_understood() -> None:
    assert line("2026-05-20 vertagt bis 2026-06-15").until == "2026-06-15"
    assert line("2026-05-20 deferred until 2026-06-15 — busy").until == "2026-06-15"
    read = line("2026-05-20 verschoben auf 2026-06-15 12:30, mittags")
    assert (read.on, read.at, read.text) == ("2026-06-15", "12:30", "mittags")
    assert line("2026-05-20 moved to Berlin").text == "to Berlin"
    assert problem_of("2026-05-20 deferred until 2026-02-30")[1] == "bad-date"


def test_unknown_pairs_stay_text() -> None:
    assert line("2026-04-22 asked email mood:good expect:no").text == "mood:good expect:no"
    assert line("2026-04-22 asked https://example.org/a").text == "https://example.org/a"
    assert line("2026-04-22 asked for: a coffee").text == "for: a coffee"


@pytest.mark.parametrize("dash", ["–", "—", "-", "- "])
def test_a_dash_may_stand_before_the_verb(dash: str) -> None:
    line, problems = parse_line(f"2026-05-04 {dash} ja Telefon für:2026-05-12 — gern")
    assert line is not None
    assert (line.verb, line.channel, line.on, line.text) == (
        "agreed",
        "phone",
        "2026-05-12",
        "gern",
    )
    assert problems == ()
    told, _ = parse_line(f"2026-05-04 {dash} Kaffee am Hafen, ja")
    assert told is not None
    assert (told.verb, told.text) == ("note", "Kaffee am Hafen, ja")


def test_any_other_word_makes_a_note() -> None:
    for word in ("walked", "Kuchen", "aufgefallen", "bekannt", "gekommen", "have", "seen", "lunch"):
        read = line(f"2026-04-22 {word} with her")
        assert (read.verb, read.text) == ("note", f"{word} with her")


def test_a_date_alone_is_a_note_without_words() -> None:
    assert line("2026-04-22") == LogLine("2026-04-22", "note")


def test_the_date_may_be_a_link_bold_or_carry_a_time() -> None:
    for date in ("[[2026-04-22]]", "**2026-04-22**", "2026-04-22:", "2026-04-22 09:30"):
        assert line(f"{date} asked email") == LogLine("2026-04-22", "asked", channel="email")


# ---------------------------------------------------------------- problems


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("askd", "asked"),
        ("aksed", "asked"),
        ("thankd", "thanked"),
        ("thanks", "thanked"),
        ("refered", "referred"),
        ("canceled", "cancelled"),
        ("nachgefragd", "nachgefragt"),
        ("angefragtt", "angefragt"),
        ("bestätgt", "bestätigt"),
        ("ausgefalen", "ausgefallen"),
        ("gesprohcen", "gesprochen"),
    ],
)
def test_a_near_miss_of_a_verb_is_a_note_with_a_suggestion(word: str, meant: str) -> None:
    read, code, values = problem_of(f"2026-04-22 {word} email — hello")
    assert read is not None
    assert (read.verb, read.text) == ("note", f"{word} email — hello")
    assert code == "verb-near"
    assert values == {"value": word, "suggestion": meant}


def test_an_impossible_date_is_a_problem() -> None:
    assert problem_of("2026-02-30 asked") == (None, "bad-date", {"value": "2026-02-30"})


def test_a_date_in_another_form_gets_its_iso_form() -> None:
    assert problem_of("24.4.2026 angefragt") == (
        None,
        "date-form",
        {"value": "24.4.2026", "suggestion": "2026-04-24"},
    )
    assert problem_of("2026-4-24 asked")[1] == "date-form"


def test_a_line_without_a_date_does_not_go_unnoticed() -> None:
    _, (found,) = parse_line("asked by email")
    assert (found.code, found.warning) == ("log-no-date", False)
    _, (found,) = parse_line("what a day")
    assert (found.code, found.warning) == ("log-no-date", True)


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        ("expect:maybe", "log-value"),
        ("lint:great", "log-value"),
        ("minutes:some", "bad-minutes"),
        ("until:2026-02-30", "bad-date"),
        ("for:soon", "bad-date"),
    ],
)
def test_a_bad_value_is_kept_as_text(pair: str, code: str) -> None:
    read, found, values = problem_of(f"2026-04-22 asked email {pair} minutes:20 — hello")
    assert read is not None
    assert (read.channel, read.minutes, read.text) == ("email", 20, f"{pair} hello")
    assert found == code
    assert values["value"] == pair.partition(":")[2]


def test_a_problem_knows_its_column() -> None:
    text = "2026-04-22 asked email expect:maybe"
    _, (found,) = parse_line(text, 7, 3)
    assert found.line == 7
    assert text[found.column - 3 :] == "expect:maybe"


# ---------------------------------------------------------------- writing


def test_a_line_is_written_in_the_language_of_its_vault() -> None:
    written = LogLine(
        "2026-05-06",
        "agreed",
        channel="in-person",
        on="2026-05-12",
        at="12:30",
        named=("Nora Lind",),
        text="gern",
    )
    assert format_line(written, "de") == (
        "2026-05-06 zugesagt persönlich for:2026-05-12T12:30 named:[[Nora Lind]] — gern"
    )
    assert format_line(written, "en") == (
        "2026-05-06 agreed in-person for:2026-05-12T12:30 named:[[Nora Lind]] — gern"
    )


def test_links_of_a_referral_are_not_written_twice() -> None:
    written = "2026-05-12 referred email — [[Falk Berger]] knows more"
    assert format_line(line(written), "en") == written


_DAYS = st.dates().map(str)
_NAMES = st.text(alphabet="abcÄß .,'-#|^1", min_size=1, max_size=12).filter(
    lambda name: name.strip(" ,") == name
)
_TEXTS = (
    st.text(alphabet="ab —–-: ,.äß[]\"'!\t2026", max_size=30)
    | st.sampled_from(["[[Falk Berger]] knows", "expect:no", "email", "— x", "asked"])
).map(str.strip)


@st.composite
def log_lines(draw: st.DrawFn) -> LogLine:
    """Any line that the grammar can say."""
    verb = draw(st.sampled_from([term.code for term in VOCABULARIES["verb"]]))
    text = draw(_TEXTS)
    named = draw(st.lists(_NAMES, max_size=3, unique_by=str.lower))
    if verb == "referred":
        linked = [link.target for link in links.find(text)]
        named += [name for name in linked if name.lower() not in map(str.lower, named)]
    on = draw(st.just("") | _DAYS)
    return LogLine(
        day=draw(_DAYS),
        verb=verb,
        channel=draw(st.sampled_from(["", *(term.code for term in CHANNELS)])),
        expect=draw(st.sampled_from(["", "yes", "no"])),
        until=draw(st.just("") | _DAYS),
        on=on,
        at=draw(st.just("") | st.times().map(lambda t: f"{t:%H:%M}")) if on else "",
        minutes=draw(st.integers(0, 9999)),
        lint=draw(st.sampled_from(["", "plea", "weak", "ok"])),
        named=tuple(named),
        text=text,
    )


@given(log_lines(), st.sampled_from(["de", "en"]))
def test_what_is_written_reads_back_equal(written: LogLine, lang: str) -> None:
    read, problems = parse_line(format_line(written, lang))
    assert problems == ()
    assert read == written


@given(st.text(max_size=60) | _TEXTS.map("2026-04-22 asked ".__add__))
def test_any_text_is_read(text: str) -> None:
    read, problems = parse_line(text, 5)
    assert read is None or read.line == 5
    assert read is not None or problems
    if read:
        again, _ = parse_line(format_line(read, "de"), 5)
        assert again is not None
        assert again._replace(text="") == read._replace(text="")
