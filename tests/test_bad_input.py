"""Bad input inside a note: every row of format.md's table, told with path, line and what to do.

Each text stands in a contact; `check` must print exactly the line given beside it. Whatever is
wrong, the note stays listed, its body is found, and no byte of it changes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from notesync.vault.vault import Vault
from tests.bad_input_vault import (
    WORD,
    checked,
    codes,
    found,
    listed,
    notesync,
    put,
    untouched,
    write_refused,
)

NOTE = "contacts/Anna.md"
BODY = f"Am {WORD} getroffen.\n"

# Sentences that several rows end in.
ESCAPE = "A backslash in double quotes begins an escape. Write it twice, or use single quotes."
MERGE = (
    "A merge left both versions here (<<<<<<<, =======, >>>>>>>). Keep what is right and delete "
    "the marks."
)
ANCHOR = (
    "Anchors and aliases (& and *) are not read. Put quotes around a value that begins with one."
)
DEEP = "Lists are nested too deeply here. Keep the header flat: keys, texts, lists of texts."
LATE = "A header begins here, but it counts only in the first line. Delete what stands before it."
NOT_UTF8 = (
    "This is not UTF-8 from here on (byte {}). Save the file as UTF-8; until then it is shown as "
    "well as can be and not changed."
)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    put(tmp_path, "notesync.toml", "")
    return tmp_path


# -------------------------------------------------------------------- headers that can't be read

# What is wrong with it, the header, and what `check` says behind the path.
HEADERS: list[tuple[str, str, str]] = [
    (
        "two colons",
        "---\ncity: Kiel\nrole: a: b\n---\n",
        "3:8: A second colon on one line. Put quotes around the value.",
    ),
    (
        "quotes that never end",
        '---\ncity: "Kiel\nrole: x\n---\n',
        "2:7: The quotes that begin here never end. Close them on this line.",
    ),
    (
        "a bracket that never ends",
        "---\ncity: Kiel\ntags: [a, b\nrole: x\n---\n",
        "3:7: The bracket [ that opens here is not closed properly.",
    ),
    (
        "a line without a colon",
        "---\ncity: Kiel\nLeiterin\n---\n",
        '3:1: "Leiterin" is not a key with a value. Write key: value, or move it below the header.',
    ),
    (
        "a value that begins with @",
        "---\nemail: @anna\n---\n",
        "2:8: A value that begins with @ needs quotes around it.",
    ),
    (
        "a backslash in quotes",
        '---\nwhere: "C:\\Kiel"\n---\n',
        f"2:11: {ESCAPE}",
    ),
    (
        "half a character in quotes",
        '---\ncity: "\\ud800"\n---\n',
        f"2:10: {ESCAPE}",
    ),
    (
        "an indented key",
        "---\ncity: Kiel\n  role: x\n---\n",
        '3:7: "role: x" is indented, but the line above already has a value. Move it to the left.',
    ),
    (
        "a tab for blanks",
        "---\ntags:\n\t- a\n---\n",
        "3:1: A tab stands where blanks are needed. Replace it by blanks.",
    ),
    (
        "a bell",
        "---\ncity: Ki\x07el\n---\n",
        "2:9: The character U+0007 can't stand in a header. Delete it.",
    ),
    (
        "a directive",
        "---\n%YAML 1.1\ncity: x\n---\n",
        "3:1: The header can't be read from here on. Look at quotes, brackets and indentation.",
    ),
    (
        "no end",
        "---\ncity: Kiel\n\n",
        "1: The header begins with --- but never ends. Put a line --- below its last key.",
    ),
    (
        "an indented end",
        "---\ncity: Kiel\n ---\n",
        "1: The header begins with --- but never ends. Put a line --- below its last key.",
    ),
    (
        "two headers",
        "---\ncity: Kiel\n---\n---\nrole: x\n---\n",
        "4:1: A second header begins here. Merge its keys into the first one.",
    ),
    (
        "an empty line above",
        "\n---\ncity: Kiel\n---\n",
        f"2: {LATE}",
    ),
    (
        "a blank before",
        " ---\ncity: Kiel\n---\n",
        f"1: {LATE}",
    ),
    (
        "a byte order mark too many",
        "\ufeff\ufeff---\ncity: Kiel\n---\n",
        f"1: {LATE}",
    ),
    ("a list", "---\n- a\n- b\n---\n", "2: The header is a list. Write keys: values, one a line."),
    (
        "plain text",
        "---\nKiel\n---\n",
        (
            "2: The header is plain text. Write keys: values, one a line, or put a blank line "
            "before the first ---."
        ),
    ),
    (
        "a merge's marks in the header",
        "---\n<<<<<<< HEAD\ncity: Kiel\n=======\ncity: Bonn\n>>>>>>> other\n---\n",
        f"2:1: {MERGE}",
    ),
    (
        "a merge's marks in the body",
        "---\ncity: Kiel\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n",
        f"4:1: {MERGE}",
    ),
    (
        "an anchor",
        "---\ncity: &here Kiel\n---\n",
        f"2:7: {ANCHOR}",
    ),
    (
        "an alias",
        "---\nrole: x\ncity: *here\n---\n",
        f"3:7: {ANCHOR}",
    ),
    (
        "aliases that grow tenfold at each level",
        "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
        f"2:4: {ANCHOR}",
    ),
    (
        "51 levels",
        f"---\ncity: Kiel\nx: {'[' * 51}{']' * 51}\n---\n",
        f"3:53: {DEEP}",
    ),
    (
        "60,000 levels",
        f"---\ncity: Kiel\nx: {'[' * 60_000}\n---\n",
        f"3:53: {DEEP}",
    ),
    (
        "70 kB",
        f"---\ncity: Kiel\nx: {'y' * 70_000}\n---\n",
        "1: The header is longer than 64 kB and was not read. Move text below it.",
    ),
    (
        "2,001 keys",
        "---\n" + "".join(f"k{number}: v\n" for number in range(2001)) + "---\n",
        "2: The header has more than 2000 keys and was not read.",
    ),
    (
        "a tag of Python's",
        '---\ncity: !!python/object/apply:os.system ["touch pwned"]\n---\n',
        "2:7: A value that begins with ! needs quotes around it.",
    ),
    (
        "TOML that is none",
        "+++\ncity =\n+++\n",
        "2: The header is not valid TOML here. notesync reads TOML headers and never writes them.",
    ),
    (
        "TOML without an end",
        '+++\ncity = "Kiel"\n',
        "1: The header begins with +++ but never ends. Put a line +++ below its last key.",
    ),
    (
        "JSON that is none",
        '{\n"city":\n}\n',
        "3: The header is not valid JSON here. notesync reads JSON headers and never writes them.",
    ),
]


@pytest.mark.parametrize(("header", "line"), [pytest.param(*row[1:], id=row[0]) for row in HEADERS])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_header_that_cant_be_read_is_told_and_the_note_stays(
    vault: Path, header: str, line: str, newline: str
) -> None:
    put(vault, NOTE, (header + BODY).replace("\n", newline))
    with untouched(vault):
        said = notesync(vault, "check")
        assert (said.code, said.out.splitlines()) == (3, [f"{NOTE}:{line}"])
        assert listed(vault) == {NOTE}
        assert found(vault, WORD) == {NOTE}
        assert write_refused(vault, NOTE)
        assert notesync(vault, "status").code == 0


@pytest.mark.parametrize("header", [row[1] for row in HEADERS], ids=[row[0] for row in HEADERS])
def test_behind_a_byte_order_mark_the_same_is_wrong_in_the_same_line(
    vault: Path, header: str
) -> None:
    put(vault, NOTE, header + BODY)
    without = checked(vault)
    put(vault, NOTE, b"\xef\xbb\xbf" + (header + BODY).encode())
    assert [line.split(":")[:2] for line in checked(vault)] == [
        line.split(":")[:2] for line in without
    ]
    assert checked(vault)[0].split(" ", 1)[1] == without[0].split(" ", 1)[1]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_a_header_of_brackets_only_never_ends_the_process(vault: Path, opening: str) -> None:
    """PyYAML's C composer would: it recurses, and nothing in Python can stop it."""
    put(vault, NOTE, f"---\nx: {opening * (60_000 // len(opening))}\n---\n{BODY}")
    done = subprocess.run(
        [sys.executable, "-m", "notesync", "--quiet", "--vault", vault, "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout.startswith(f"{NOTE}:2:")


def test_nothing_in_a_header_is_ever_run(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(vault)
    put(vault, NOTE, '---\ncity: !!python/object/apply:os.system ["touch pwned"]\n---\n')
    checked(vault)
    assert not (vault / "pwned").exists()


def test_fifty_levels_and_2000_keys_are_read(vault: Path) -> None:
    put(vault, "contacts/Deep.md", f"---\nx: {'[' * 49}{']' * 49}\ncity: Kiel\n---\n")
    many = "".join(f"k{number}: v\n" for number in range(1999))
    put(vault, "contacts/Many.md", f"---\n{many}city: Kiel\n---\n")
    assert checked(vault) == []
    assert notesync(vault, "list", "--city", "kiel", "--plain").out.count("\n") == 2


@pytest.mark.parametrize(
    "text",
    [
        "\n---\n\nBelow a line.\n\n---\n",
        "\n---\nA sentence without a colon.\n---\n",
        "\n---\nNote: this line has no end\n",
        "  \n# Title\n---\na: b\n---\n",
        "----\na: b\n----\n",
    ],
)
def test_lines_drawn_in_a_text_are_no_header(vault: Path, text: str) -> None:
    put(vault, NOTE, text + BODY)
    assert checked(vault) == []
    assert not write_refused(vault, NOTE)


def test_what_a_template_left_is_told_as_a_warning_and_the_rest_is_read(vault: Path) -> None:
    put(vault, NOTE, f"---\nmet: {{{{date}}}}\ntags: [a, {{{{tag}}}}]\ncity: Kiel\n---\n{BODY}")
    advice = "in it. Put quotes around it, or fill it in."
    assert checked(vault) == [
        f"{NOTE}:2:6: Other programs read no header with {{{{date}}}} {advice}",
        f"{NOTE}:3:11: Other programs read no header with {{{{tag}}}} {advice}",
    ]
    assert notesync(vault, "check").code == 0
    assert "Anna" in notesync(vault, "list", "--city", "kiel").out
    assert not write_refused(vault, NOTE)
    assert "met: {{date}}\n" in (vault / NOTE).read_text()


# -------------------------------------------------------------------- what commands write

WRITES = [
    ["set", "Anna", "city=Bonn"],
    ["log", "Anna", "asked", "email"],
    ["rename", "Anna", "Ann"],
]


@pytest.mark.parametrize("command", WRITES, ids=" ".join)
@pytest.mark.parametrize("header", [row[1] for row in HEADERS], ids=[row[0] for row in HEADERS])
def test_no_command_writes_a_note_whose_header_cant_be_read(
    vault: Path, header: str, command: list[str]
) -> None:
    put(vault, NOTE, header + BODY)
    with untouched(vault):
        said = notesync(vault, *command)
    assert said.code == 1
    assert said.err.startswith(f"{NOTE}: ")


def test_a_link_in_a_note_that_cant_be_written_stays_right_when_its_target_is_renamed(
    vault: Path,
) -> None:
    anna = put(vault, NOTE, "---\ncity: [\n---\nknows [[Bernd]]\n")
    put(vault, "contacts/Bernd.md", BODY)
    put(vault, "contacts/Carla.md", "knows [[Bernd]]\n")
    said = notesync(vault, "rename", "Bernd", "Bert")
    assert said.code == 0
    assert f"{NOTE} can't be written; its links stay right." in said.out + said.err
    assert anna.read_text() == "---\ncity: [\n---\nknows [[Bernd]]\n"
    assert (vault / "contacts/Carla.md").read_text() == "knows [[Bert]]\n"
    assert "contacts/Bert.md" in {
        row["path"] for row in notesync(vault, "list", "--json").json["notes"]
    }
    assert codes(vault) == [(NOTE, "header-bracket")]  # and no link that leads nowhere, or to two


# -------------------------------------------------------------------- a key that stands twice


def test_a_key_that_stands_twice_is_told_and_only_it_cant_be_edited(vault: Path) -> None:
    put(vault, NOTE, f"---\ncity: Kiel\nrole: x\ncity: Bonn\n---\n{BODY}")
    (line,) = checked(vault)
    assert line.startswith(f'{NOTE}:4:1: "city" stands twice, first in line 2. Keep one of them;')
    assert write_refused(vault, NOTE)
    assert found(vault, WORD) == {NOTE}
    Vault.open(vault).edit(NOTE, lambda seen: seen.text.replace("role: x", "role: y"))
    assert "role: y" in (vault / NOTE).read_text()


# -------------------------------------------------------------------- values that make no sense

# The note, and what `check` says behind the path. The header keeps each value as it was typed.
VALUES: list[tuple[str, str, str]] = [
    (
        "an impossible day",
        "---\nlast_contact: 2026-02-30\n---\n",
        '2:15: "2026-02-30" is not a date. Write it as YYYY-MM-DD, YYYY-MM or YYYY.',
    ),
    (
        "a day in German",
        "---\nlast_contact: 12.5.2026\n---\n",
        '2:15: "12.5.2026" is not a date that files understand. Write it as 2026-05-12.',
    ),
    (
        "a month too many",
        "---\nmet: 2026-13\n---\n",
        '2:6: "2026-13" is not a date. Write it as YYYY-MM-DD, YYYY-MM or YYYY.',
    ),
    (
        "a birthday that never comes",
        "---\nbirthday: --02-30\n---\n",
        '2:11: "--02-30" is not a birthday. Write it as YYYY-MM-DD, or as --MM-DD without a year.',
    ),
    (
        "an impossible day in the log",
        "## Log\n- 2026-02-30 asked\n",
        '2:3: "2026-02-30" is not a date. Write it as YYYY-MM-DD.',
    ),
    (
        "nearly a verb",
        "## Log\n- 2026-05-01 askd email\n",
        '2:14: "askd" is not a verb of the log. Write asked, if that is meant.',
    ),
    (
        "nearly a German verb",
        "## Verlauf\n- 2026-05-01 angefragtt\n",
        '2:14: "angefragtt" is not a verb of the log. Write angefragt, if that is meant.',
    ),
    (
        "no day in the log",
        "## Log\n- asked by email\n",
        "2:3: This line has no date and doesn't count. Begin it with YYYY-MM-DD.",
    ),
    (
        "a wrong value in the log",
        "## Log\n- 2026-05-01 asked expect:maybe\n",
        '2:27: "maybe" is not known for expect:. Known are: yes, no.',
    ),
    (
        "an unknown word",
        "---\nregister: ihr\n---\n",
        '2:11: "ihr" is not known for register. Known are: Sie, du.',
    ),
    (
        "nearly a word",
        "---\ncloseness: familar\n---\n",
        '2:12: "familar" is not known for closeness. Write familiar, if that is meant.',
    ),
    (
        "an interval that is none",
        "---\nkeep_in_touch: soon\n---\n",
        '2:16: "soon" is not an interval. Write it as "12 weeks", "3 months" or "never".',
    ),
    (
        "neither yes nor no",
        "---\nprivate: perhaps\n---\n",
        '2:10: "perhaps" is neither yes nor no. Write one of them for private.',
    ),
    (
        "a number too high",
        "---\ntype: organization\nmotivation: 9\n---\n",
        '3:13: "9" is not a number from 1 to 5. Write one of these for motivation.',
    ),
    (
        "a number that is none",
        "---\ntype: conversation\nminutes: twenty\ndate: 2026-05-05\n---\n",
        '3:10: "twenty" is not a number of minutes. Write it as 20.',
    ),
    (
        "a time that is none",
        "---\ntype: conversation\ntime: 25:30\ndate: 2026-05-05\n---\n",
        '3:7: "25:30" is not a time. Write it as 12:30.',
    ),
    (
        "a span that is none",
        "---\ntype: me\npaused: [2026-07-14..2026-07-01]\n---\n",
        '3:10: "2026-07-14..2026-07-01" is not a span of days. Write it as 2026-07-01..2026-07-14.',
    ),
    (
        "a week that is none",
        "---\ntype: review\nweek: 2026-W60\n---\n",
        '3:7: "2026-W60" is not a week. Write it as 2026-W19.',
    ),
]


@pytest.mark.parametrize(("text", "line"), [pytest.param(*row[1:], id=row[0]) for row in VALUES])
def test_a_value_that_makes_no_sense_is_told_and_kept_as_text(
    vault: Path, text: str, line: str
) -> None:
    put(vault, NOTE, text + BODY)
    with untouched(vault):
        said = notesync(vault, "check")
        assert (said.code, said.out.splitlines()) == (3, [f"{NOTE}:{line}"])
        assert listed(vault) == {NOTE}
        assert found(vault, WORD) == {NOTE}
        assert notesync(vault, "status").code == 0
    assert not write_refused(vault, NOTE)
    wrong = line.split('"')[1] if '"' in line else "asked by email"
    assert wrong in (vault / NOTE).read_text(encoding="utf-8")
    assert "city: Bremen" in (vault / NOTE).read_text(encoding="utf-8")
    assert [told.partition(": ")[2] for told in checked(vault)] == [line.partition(": ")[2]]


def test_a_long_value_is_cut_where_it_is_told(vault: Path) -> None:
    long = "9" * 50_000
    log = f"## Log\n- 2026-05-01 asked expect:{long}\n"
    put(vault, NOTE, f"---\nlast_contact: {long}\n---\n{log}")
    lines = checked(vault)
    assert len(lines) == 2
    assert all(len(line) < 300 and "…" in line for line in lines)


def test_one_bad_note_hides_no_other(vault: Path) -> None:
    for number, (_, header, _) in enumerate(HEADERS):
        put(vault, f"contacts/{number:02}.md", header + BODY)
    put(vault, "contacts/Good.md", "---\ncity: Kiel\n---\n## Log\n- 2026-05-20 asked email\n")
    assert len(listed(vault)) == len(found(vault, WORD)) + 1 == len(HEADERS) + 1
    assert len(checked(vault)) == len(HEADERS)
    assert "Good" in notesync(vault, "status").out
    assert f"{len(HEADERS)} lines not understood" in notesync(vault, "status").out


# -------------------------------------------------------------------- whose problems count


def test_what_is_wrong_in_plain_notes_is_told_with_all_only(vault: Path) -> None:
    put(vault, "Templates/Contact.md", f"---\ncity: {{{{city}}\n---\n{BODY}")
    with untouched(vault):
        quiet = notesync(vault, "check")
        assert (quiet.code, quiet.out) == (0, "")
        loud = notesync(vault, "check", "--all")
        assert loud.code == 3
        assert loud.out.startswith("Templates/Contact.md:2:7: The bracket { that opens here")
        assert found(vault, WORD) == {"Templates/Contact.md"}


def test_a_header_that_cant_be_read_leaves_the_kind_to_the_folder(vault: Path) -> None:
    put(vault, "contacts/Anna.md", "---\ntype: [\n---\n")
    put(vault, "diary.md", "---\ntype: contact\ncity: [\n---\n")
    assert codes(vault) == [("contacts/Anna.md", "header-bracket")]
    assert codes(vault, "--all") == [
        ("contacts/Anna.md", "header-bracket"),
        ("diary.md", "header-bracket"),
    ]


# -------------------------------------------------------------------- bytes that are no text

# What the file holds, what `check` says behind the path, and a word of the body that is found.
BYTES: list[tuple[str, bytes, str, str]] = [
    (
        "Latin-1",
        "---\ncity: Kiel\n---\nGrüße vom Leuchtturm\n".encode("latin-1"),
        f"4:3: {NOT_UTF8.format('FC')}",
        "Grüße",
    ),
    (
        "Windows-1252",
        "Leuchtturm – 5 €\n".encode("cp1252"),
        f"1:12: {NOT_UTF8.format('96')}",
        "Leuchtturm",
    ),
    (
        "a cut character",
        "Leuchtturm ü".encode()[:-1],
        f"1:12: {NOT_UTF8.format('C3')}",
        "Leuchtturm",
    ),
    (
        "UTF-16 with its mark",
        "---\ncity: Kiel\n---\nLeuchtturm\n".encode("utf-16"),
        " The file is UTF-16. Save it as UTF-8; until then notesync does not change it.",
        "Leuchtturm",
    ),
    (
        "UTF-16 of the other order",
        b"\xfe\xff" + "Leuchtturm\n".encode("utf-16-be"),
        " The file is UTF-16. Save it as UTF-8; until then notesync does not change it.",
        "Leuchtturm",
    ),
    (
        "UTF-16 without its mark",
        "---\ncity: Kiel\n---\nLeuchtturm\n".encode("utf-16-le"),
        " The file is UTF-16. Save it as UTF-8; until then notesync does not change it.",
        "Leuchtturm",
    ),
    (
        "UTF-32",
        "---\ncity: Kiel\n---\nLeuchtturm\n".encode("utf-32"),
        " The file is UTF-32. Save it as UTF-8; until then notesync does not change it.",
        "Leuchtturm",
    ),
    (
        "a zero byte",
        b"---\ncity: Kiel\n---\nam \0 Leuchtturm\n",
        "4:4: A zero byte stands here. Delete it; until then notesync does not change the file.",
        "Leuchtturm",
    ),
]


@pytest.mark.parametrize(
    ("content", "line", "word"), [pytest.param(*row[1:], id=row[0]) for row in BYTES]
)
def test_bytes_that_are_no_text_are_shown_as_well_as_can_be_and_never_written(
    vault: Path, content: bytes, line: str, word: str
) -> None:
    put(vault, NOTE, content)
    with untouched(vault):
        said = notesync(vault, "check")
        assert (said.code, said.out.splitlines()) == (3, [f"{NOTE}:{line}"])
        assert listed(vault) == {NOTE}
        assert found(vault, word) == {NOTE}
        assert write_refused(vault, NOTE)
        assert notesync(vault, "status").code == 0
        for command in WRITES:
            said = notesync(vault, *command)
            assert said.code == 1
            assert said.err.startswith(f"{NOTE} can't be edited by notesync.")


def test_a_wrong_byte_and_a_wrong_header_are_both_told(vault: Path) -> None:
    put(vault, NOTE, "---\nrole: a: b\n---\nGrüße\n".encode("latin-1"))
    assert codes(vault) == [(NOTE, "header-colon"), (NOTE, "not-utf8")]


def test_control_characters_never_reach_the_screen(vault: Path) -> None:
    put(vault, NOTE, '---\nregister: "\\e[31mred\\a"\n---\n\x1b]0;pwned\x07 Leuchtturm \x9b31m\n')
    for command in (["check"], ["search", WORD], ["list"], ["status"], ["check", "--plain"]):
        said = notesync(vault, *command, "--color", "always" if "search" in command else "never")
        shown = said.out.replace("\x1b[1m", "").replace("\x1b[0m", "")
        assert not set(shown) & {"\x1b", "\x07", "\x9b"}, command
