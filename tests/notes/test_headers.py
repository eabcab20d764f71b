"""What a header says, and what is wrong with it and where."""

import subprocess
import sys
from typing import Any

import frontmatter
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from hypothesis import given

from notesync.notes.document import read
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.headers import TextHandler
from tests.notes.generators import Sample, samples


def values(source: str) -> dict[str, HeaderValue]:
    document = read(f"---\n{source}\n---\n")
    assert document.problems == ()
    return dict(document.header)


def wrong(source: str) -> list[tuple[str, int, int]]:
    document = read(f"---\n{source}\n---\nText\n")
    assert document.body.endswith("Text\n")
    return [(found.code, found.line, found.column) for found in document.problems]


@pytest.mark.parametrize(
    "typed",
    ["01067", "no", "10:30", "+49 40 1234", "2026-02-30", "1e5", "0x1F", "True", "<<"],
)
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert values(f"k: {typed}") == {"k": typed}
    assert values(f"k: [{typed}, '{typed}']") == {"k": (typed, typed)}


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "''", "# comment"])
def test_nothing_is_an_empty_text(nothing: str) -> None:
    assert values(f"k: {nothing}") == {"k": ""}


def test_a_quoted_null_is_a_name() -> None:
    assert values('k: "null"') == {"k": "null"}


@pytest.mark.parametrize("link", ["[[Carla Voigt]]", "[[A|B]]", "[[A#B]]", "[[Voigt, Carla]]"])
def test_an_unquoted_link_is_its_text(link: str) -> None:
    assert values(f"k: {link} # c\nl: [{link}, x]\nm:\n- {link}") == {
        "k": link,
        "l": (link, "x"),
        "m": (link,),
    }


def test_unquoted_links_on_one_line_are_several_though_that_is_no_yaml() -> None:
    document = read(
        "---\nn: 1\npeople: [[A]], [[B]] # c\nl:\n- [[C # D]]\n- [[E]] and [[F]]\n---\n"
    )
    assert document.header == {
        "n": "1",
        "people": ("[[A]]", "[[B]]"),
        "l": ("[[C # D]]", "[[E]] and [[F]]"),
    }
    assert document.writable
    assert [(p.code, p.line, p.warning) for p in document.problems] == [("link-unquoted", 3, True)]


def test_unquoted_links_are_told_where_they_are_no_yaml() -> None:
    document = read("---\norg: [[Solvana]]\nvia: [[Rita]]  # she\npeople: [[A]], [[B]]\n---\n")
    assert document.header["people"] == ("[[A]]", "[[B]]")
    assert [(p.code, p.line) for p in document.problems] == [("link-unquoted", 4)]


def test_an_unquoted_embed_is_its_text_and_not_a_tag() -> None:
    assert dict(read("---\ncover: ![[x.png]]\nb: 1\n---\n").header) == {
        "cover": "![[x.png]]",
        "b": "1",
    }


def test_what_is_nested_is_kept_as_it_stands() -> None:
    found = values("k:\n  a: 1\n  b:\n# c\nl: {d: x}\nm: [[a], [b]]\nn:\n- x: 1\n  y: 2\n- z")
    assert found == {
        "k": Nested("a: 1\n  b:"),
        "l": Nested("{d: x}"),
        "m": (Nested("[a]"), Nested("[b]")),
        "n": (Nested("x: 1\n  y: 2"), "z"),
    }


def test_what_a_template_left_is_kept_too_and_warned_of() -> None:
    document = read("---\nl: {{date}}\n---\n")
    assert document.header == {"l": Nested("{{date}}")}
    assert [(found.code, found.warning) for found in document.problems] == [("header-braces", True)]
    assert document.set("m", "x").text == "---\nl: {{date}}\nm: x\n---\n"


def test_separators_that_only_yaml_counts_as_line_breaks_are_text() -> None:
    assert values("a: b\u2028c\x85d\u2029\n\ufeffe: f\ufeffg") == {
        "a": "b\u2028c\x85d\u2029",
        "\ufeffe": "f\ufeffg",
    }


def test_keys_keep_their_case_and_order_and_know_their_lines() -> None:
    document = read("\ufeff---\r\n# c\r\nTown: |\r\n  x\r\n\r\ntown: y\r\n'a b': z\r\n---\r\n")
    assert dict(document.header) == {"Town": "x\n", "town": "y", "a b": "z"}
    assert [document.key_line(key) for key in ("Town", "town", "a b", "no")] == [3, 6, 7, None]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a: 1\nb: c: d", ("header-colon", 3, 5)),
        ("a: 1\n  b: 2", ("header-indent", 3, 4)),
        ("text\nb: 2", ("header-below", 3, 2)),
        ("a: 1\ntext\nb: 2", ("header-no-colon", 3, 1)),
        ("a:\n\t- b", ("header-tab", 3, 1)),
        ("a: b\n\tc: d", ("header-tab", 3, 1)),
        ("a: `b`", ("header-character", 2, 4)),
        ("a: @b", ("header-character", 2, 4)),
        ("a: 'b\nc: d", ("header-quote", 2, 4)),
        ('a: "C:\\work"', ("header-escape", 2, 7)),
        ("a: [b\nc: d", ("header-bracket", 2, 4)),
        ('a: "b" c', ("header-yaml", 2, 8)),
        ("- a\n- b", ("header-list", 2, 0)),
        ("just text", ("header-text", 2, 0)),
        ("a: 1\n--- b", ("header-documents", 3, 1)),
        ("a: &x 1", ("header-anchor", 2, 4)),
        ("a: 1\nb: *x", ("header-anchor", 3, 4)),
        ("a: !!python/object:os.system x", ("header-tag", 2, 4)),
        ("a: !x [b]", ("header-tag", 2, 4)),
        ("a: b\x00", ("header-control", 2, 5)),
        ("a: b\nc: \ud800", ("header-control", 3, 4)),
        ("a: " + "[" * 60_000, ("header-deep", 2, 53)),
        ("- " * 30_000, ("header-deep", 2, 101)),
        ("x: y\n" * 2_001, ("header-keys", 2, 0)),
        ("{" + "a, " * 2_001 + "}", ("header-keys", 2, 0)),
        ("a: " + "ä" * 40_000, ("header-long", 1, 0)),
    ],
)
def test_what_can_not_be_read_is_one_problem_with_its_place(
    source: str, problem: tuple[str, int, int]
) -> None:
    assert wrong(source) == [problem]
    document = read(f"---\n{source}\n---\n")
    assert not document.writable
    assert document.header == {}


def test_fifty_levels_are_read_and_sixty_four_kilobytes_and_two_thousand_keys() -> None:
    assert wrong("a: " + "[" * 49 + "]" * 49) == []
    assert wrong("a: " + "b" * (64 * 1024 - 4)) == []
    assert wrong("\n".join(f"k{n}: v" for n in range(2_000))) == []


def test_a_key_that_stands_twice_has_its_last_value_and_a_problem() -> None:
    document = read("---\na: 1\nb: 2\na: 3\n---\n")
    assert dict(document.header) == {"a": "3", "b": "2"}
    (found,) = document.problems
    assert (found.code, found.line, dict(found.values)) == (
        "duplicate-key",
        4,
        {"key": "a", "first": "2"},
    )
    assert document.key_line("a") == 2
    assert document.writable


def test_a_list_deep_enough_to_end_a_yaml_parser_does_not_end_the_process() -> None:
    code = (
        "from notesync.notes.document import read;"
        "print([read('---\\n' + s * 15000 + '\\n---\\n').problems[0].code"
        " for s in ('[', '- ', '{a: ')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['header-deep', 'header-deep', 'header-deep']"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '+++\na = "x"\nn = 3\nf = 1.50\nd = 2026-05-04\nl = [true, [1]]\n+++\n',
            {
                "a": "x",
                "n": "3",
                "f": "1.50",
                "d": "2026-05-04",
                "l": ("true", Nested("[1]")),
            },
        ),
        (
            ';;;\n"a": "x",\n"n": 1.50, "l": ["x", null, {"y": 1}]\n;;;\n',
            {"a": "x", "n": "1.50", "l": ("x", "", Nested('{"y": "1"}'))},
        ),
        ('{\n  "a": "x"\n}\nText', {"a": "x"}),
    ],
)
def test_toml_and_json_headers_are_read_and_not_written(
    text: str, found: dict[str, HeaderValue]
) -> None:
    document = read(text)
    assert document.header == found
    assert document.problems == ()
    assert not document.writable
    assert document.key_line("a") == 2


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("+++\na = 1\nb = \n+++\n", "header-toml", 3),
        (';;;\n{"a": 1,\n"b"}\n;;;\n', "header-json", 3),
        ("+++\na = " + "[" * 20_000 + "\n+++\n", "header-toml", 2),
        (';;;\n{"a":' + "[" * 20_000 + "\n;;;\n", "header-json", 2),
        ("+++\na = 1\n", "header-unclosed", 1),
    ],
)
def test_toml_and_json_that_can_not_be_read_is_a_problem(text: str, code: str, line: int) -> None:
    assert [(found.code, found.line) for found in read(text).problems] == [(code, line)]


class _BareHandler(YAMLHandler):
    """python-frontmatter with PyYAML's own loader: what anybody would use to keep scalars text."""

    def load(self, fm: str, **_: object) -> Any:  # noqa: ANN401 -- as it is declared there
        return yaml.load(fm, Loader=yaml.CBaseLoader)  # noqa: S506 -- it builds text only


def _meant(value: HeaderValue, theirs: object) -> object:
    """Our value in their terms: they know no null, no links, and build what is nested."""
    if isinstance(value, tuple) and isinstance(theirs, list):
        return [_meant(item, other) for item, other in zip(value, theirs, strict=True)]
    if isinstance(value, Nested):
        assert isinstance(theirs, list | dict)
        return theirs
    if value.__class__ is str and str(value).startswith("[[") and isinstance(theirs, list):
        return theirs
    return theirs if value == "" and theirs in {"~", "null"} else value


@given(samples())
def test_python_frontmatter_reads_the_same_values(sample: Sample) -> None:
    ours = read(sample.text)
    # It strips the text, misses a header behind a byte order mark, reads past ``...``, and YAML
    # breaks lines that nobody else does.
    plain = sample.text.removeprefix("\ufeff")
    if any(char in plain for char in "\x85\u2028\u2029\ufeff") or "\n..." in plain or "\r" in plain:
        return
    if "\n---" not in plain.removesuffix(sample.body) or "{{" in plain:
        return  # ``{{date}}`` has a key that Python can't hash; it gives up the whole header
    theirs = frontmatter.loads(plain, handler=_BareHandler()).metadata
    assert list(theirs) == list(ours.header)
    assert {key: _meant(ours.header[key], theirs[key]) for key in theirs} == theirs


def test_the_handler_serves_python_frontmatter_itself() -> None:
    post = frontmatter.loads("---\nzip: 01067\nl: [no, [[A]]]\n---\nText", handler=TextHandler())
    assert post.metadata == {"zip": "01067", "l": ("no", "[[A]]")}
    with pytest.raises(ValueError, match="header-list"):
        frontmatter.loads("---\n- a\n---\n", handler=TextHandler())
