"""Properties of reading and splicing, over generated notes whose meaning is known."""

from __future__ import annotations

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from notesync.notes import lines, scalars
from notesync.notes.document import Document, Nested, SpliceRefused, read
from notesync.notes.frontmatter import HeaderValue
from tests.notes.generators import (
    BODIES,
    KEYS,
    LINKS,
    NESTED,
    Sample,
    any_text,
    block_list,
    flow_list,
    samples,
)

lists = st.lists(any_text, max_size=4)


def same(found: HeaderValue | None, meant: HeaderValue) -> bool:
    return isinstance(found, Nested) if meant == NESTED else found == meant


def check_others(sample: Sample, after: Document, key: str) -> None:
    """Every other key has its value, in its order, and the body its bytes."""
    others = [k for k in sample.values if k != key]
    assert [k for k in after.header if k != key] == others
    assert all(same(after.header[k], sample.values[k]) for k in others)
    assert after.body == sample.body
    assert after.writable
    assert all(found.warning for found in after.problems)


def check_outside(sample: Sample, after: Document, key: str) -> str:
    """All that stands before and behind the key's lines is there, to the byte; gives the rest."""
    begin, end = sample.spans[key]
    before, behind = sample.text[:begin], sample.text[end:]
    assert after.text.startswith(before)
    assert after.text.endswith(behind)
    assert len(after.text) >= len(before) + len(behind)
    return after.text[begin : len(after.text) - len(behind)]


def key_of(data: st.DataObject, sample: Sample) -> str:
    return data.draw(st.sampled_from(sorted(sample.values)))


@given(samples())
def test_reading_finds_what_was_written_and_keeps_the_text(sample: Sample) -> None:
    document = read(sample.text)
    assert document.text == sample.text
    assert all(found.warning for found in document.problems)
    assert document.writable
    assert list(document.header) == list(sample.values)
    assert all(same(document.get(key), value) for key, value in sample.values.items())
    assert document.body == sample.body
    assert {key: document.key_line(key) for key in sample.values} == sample.lines
    before = sample.text[: len(sample.text) - len(sample.body)]
    assert document.body_line == 1 + lines.count(before, 0, len(before))


@given(samples(1), any_text, st.data())
def test_setting_a_text_changes_the_lines_of_its_key_only(
    sample: Sample, value: str, data: st.DataObject
) -> None:
    key = key_of(data, sample)
    after = read(sample.text).set(key, value)
    assert after.get(key) == value
    check_others(sample, after, key)
    check_outside(sample, after, key)


@given(samples(1), lists, st.data())
def test_setting_a_list_changes_the_lines_of_its_key_only(
    sample: Sample, value: list[str], data: st.DataObject
) -> None:
    key = key_of(data, sample)
    after = read(sample.text).set(key, value)
    assert after.get(key) == tuple(value)
    check_others(sample, after, key)
    check_outside(sample, after, key)


@given(samples(1), lists, st.data())
def test_appending_keeps_what_was_in_the_list(
    sample: Sample, added: list[str], data: st.DataObject
) -> None:
    key = key_of(data, sample)
    assume(sample.values[key] != NESTED)
    document = read(sample.text)
    after = document.append(key, *added)
    was = sample.values[key]
    old = was if isinstance(was, tuple) else (was,) if was else ()
    new = tuple(value for value in dict.fromkeys(added) if value not in old)
    assert after.get(key) == (old + new if new else was)
    check_others(sample, after, key)
    check_outside(sample, after, key)
    if not new:
        assert after is document


@given(samples(1, block_list()))
def test_appending_to_a_list_of_lines_adds_a_line(sample: Sample) -> None:
    key = next(iter(sample.values))
    after = read(sample.text).append(key, "entirely new")
    begin, end = sample.spans[key]
    written = check_outside(sample, after, key)
    assert written.startswith(sample.text[begin:end])
    assert len(lines.split(written)) == len(lines.split(sample.text[begin:end])) + 1


@given(samples(1, st.one_of(flow_list(), block_list())), st.data())
def test_discarding_takes_exactly_these_items_out(sample: Sample, data: st.DataObject) -> None:
    key, was = next(iter(sample.values.items()))
    assert isinstance(was, tuple)
    gone = data.draw(st.lists(st.sampled_from(was), min_size=1)) if was else []
    after = read(sample.text).discard(key, *(str(item) for item in gone))
    assert after.get(key) == tuple(item for item in was if item not in gone)
    check_others(sample, after, key)
    check_outside(sample, after, key)


@given(samples(1), st.data())
def test_removing_takes_exactly_the_lines_of_the_key(sample: Sample, data: st.DataObject) -> None:
    key = key_of(data, sample)
    after = read(sample.text).remove(key)
    check_others(sample, after, key)
    begin, end = sample.spans[key]
    left = sample.text[:begin] + sample.text[end:]
    if after.text != left:
        # Comments and blank lines behind it, which the block scalar above would have swallowed.
        behind = lines.split(sample.text[end:])
        while behind and behind[0].strip()[:1] in {"", "#"}:
            behind.pop(0)
        assert after.text == sample.text[:begin] + "".join(behind)
        order = list(sample.values)
        above = sample.spans[order[order.index(key) - 1]]
        assert any(mark in sample.text[slice(*above)] for mark in "|>")


@given(
    samples(),
    st.one_of(st.sampled_from(KEYS), any_text),
    st.one_of(any_text, lists),
    st.lists(st.sampled_from(KEYS), max_size=3),
)
def test_a_new_key_is_whole_lines_that_can_be_taken_out_again(
    sample: Sample, key: str, value: str | list[str], after: list[str]
) -> None:
    assume(key not in sample.values)
    document = read(sample.text)
    changed = document.set(key, value, after=after)
    assert changed.get(key) == (value if isinstance(value, str) else tuple(value))
    check_others(sample, changed, key)
    present = [k for k in sample.values if k in after]
    if present:
        order = list(changed.header)
        assert order[order.index(key) - 1] == present[-1]
    else:
        assert list(changed.header)[-1] == key
    assert changed.remove(key).text == sample.text


@given(
    st.sampled_from(BODIES), any_text, st.one_of(any_text, lists), st.sampled_from(["", "\ufeff"])
)
def test_a_note_without_a_header_gets_one_and_keeps_its_body(
    body: str, key: str, value: str | list[str], mark: str
) -> None:
    assume(not body.startswith("---"))
    after = read(mark + body).set(key, value)
    assert after.header == {key: value if isinstance(value, str) else tuple(value)}
    assert after.body == body
    assert after.text.startswith(mark + "---")


@given(samples(), st.lists(st.tuples(st.integers(0, 4), any_text), max_size=4), st.data())
def test_any_edits_one_after_the_other_add_up(
    sample: Sample, edits: list[tuple[int, str]], data: st.DataObject
) -> None:
    document = read(sample.text)
    meant: dict[str, HeaderValue] = dict(document.header)
    for what, value in edits:
        key = data.draw(st.sampled_from([*meant, "fresh"]))
        was = meant.get(key, "")
        if what == 0:
            document, meant[key] = document.set(key, value), value
        elif what == 1:
            document, meant[key] = document.set(key, [value, "x"]), (value, "x")
        elif what == 2:
            document = document.remove(key)
            meant.pop(key, None)
        elif not isinstance(was, Nested):
            old = was if isinstance(was, tuple) else (was,) if was else ()
            document = document.append(key, value)
            if value not in old:
                meant[key] = (*old, value)
        assert document.header == meant
    assert document.body == sample.body


@given(any_text, st.sampled_from(["", "'", '"', "|"]), st.sampled_from(["flow", "block"]))
def test_a_written_scalar_is_one_line_that_reads_back(text: str, style: str, where: str) -> None:
    written = scalars.write_item(text, style, flow=where == "flow")
    assert not lines.BREAK.search(written)
    rows = {"flow": f"k: [{written}, {written}]\n", "block": f"k:\n- {written}\n- {written} # c\n"}
    source = rows[where]
    assert yaml.load(source, yaml.CBaseLoader) == {"k": [text, text]}  # noqa: S506 -- it builds text only
    assert yaml.load(source, yaml.BaseLoader) == {"k": [text, text]}  # noqa: S506 -- likewise


@given(
    st.one_of(
        any_text, st.from_regex(r"[-+0-9.:_exobTZ ]{1,12}|(?i:yes|no|on|null)", fullmatch=True)
    )
)
def test_other_yaml_readers_show_a_plain_scalar_as_the_same_text(text: str) -> None:
    assume(scalars.is_plain(text))
    loaded = yaml.safe_load(f"k: {text}\n")["k"]
    shown = str(loaded).lower() if isinstance(loaded, bool) else str(loaded)
    assert shown == text


HEADINGS = ("Log", "Verlauf")
PIECES = (
    "## Log", "## Verlauf", "## log", "# Log", "Log\n---", "## Other", "- a", "* a", "- b\n  more",
    "  - nested", "1. one", "Text.", "", "", "> ## Log", "> - q", "```\n## Log\n- x\n```",
    "<!--\n## Log\n-->", "    - code", "| a |\n|---|\n| b |", "<div>", "- [ ] task", "***",
    "- x\n\n  para", "+ plus", "lazy", "\t- tab", "~~~", "<!-- open",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=10),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n"]),
    st.sampled_from(["", "---\na: 1\n---\n", "\ufeff"]),
)
def test_a_line_goes_into_the_body_and_nothing_else_moves(
    pieces: list[str], newline: str, final: str, top: str
) -> None:
    body = "\n".join(pieces) + (final if pieces else "")
    text = (top + body).replace("\n", newline)
    assume(not body.startswith("---"))
    if newline not in text:
        newline = "\n"  # nothing to copy
    after = read(text).add_line(HEADINGS, "- 2026-05-04 asked email")
    old, new = (lines.split(t.removeprefix("\ufeff")) for t in (text, after.text))
    if old and not old[-1].endswith(newline):
        old[-1] += newline
    if not new[-1].endswith(newline):
        new[-1] += newline
    added = len(new) - len(old)
    at = next(i for i, row in enumerate(new) if i >= len(old) or row != old[i])
    # One slice was put in; equal rows around it may be told apart either way.
    assert any(new[:i] + new[i + added :] == old for i in range(at + 1))
    row = next(row for row in new[at : at + added] if "asked" in row)
    assert row.strip().lstrip("-*+") == " 2026-05-04 asked email"
    assert set("".join(new[at : at + added]).replace(newline, "")) <= set(
        " #Log-*+2026-05-04 asked email"
    )
    assert text.endswith(("\n", "\r")) == after.text.endswith(("\n", "\r")) or not body


@given(samples(), st.data())
def test_replacing_a_line_leaves_all_others(sample: Sample, data: st.DataObject) -> None:
    document = read(sample.text)
    rows = lines.split(sample.body)
    assume(rows)
    assume(
        "\r" not in sample.text.replace("\r\n", "")
    )  # CR, then LF on an emptied line, is one break
    index = data.draw(st.integers(0, len(rows) - 1))
    old = rows[index].rstrip("\r\n")
    new = data.draw(st.sampled_from(["- new", "", None]))
    after = document.replace_line(document.body_line + index, old, new)
    rows[index] = "" if new is None else new + rows[index][len(old) :]
    assert after.body == "".join(rows)
    assert after.text[: after.body_start] == document.text[: document.body_start]


EXAMPLES = (
    "---\ntype: contact\norg: [[Elbgrün]]\ntags: [a, b]\n---\n## Log\n- 2026-05-04 asked email\n",
    "\ufeff---\r\na: |\r\n  b\r\nl:\r\n- x # c\r\n---\r\nText",
    "---\npeople: [[A]], [[B]]\nm: {a: 1}\n---\n",
    "+++\na = 1\nb = [1, 2]\n+++\nText\n",
    ';;;\n{"a": 1, "b": [true, null]}\n;;;\n',
    '{\n  "a": 1\n}\nText\n',
    "<<<<<<< HEAD\n---\na: 1\n=======\n---\na: 2\n>>>>>>> x\n---\n",
    "---\na: &x 1\nb: *x\nc: !!str d\n? e\n: f\n---\n---\ng: h\n---\n",
)
SEEDS = st.sampled_from([*EXAMPLES, *("---\n" + link + ": " + link + "\n---\n" for link in LINKS)])
SPLINTERS = st.sampled_from(
    [*"-:#[]{}\"'|>&*!%@`,?\t\r\n\x00\x85\u2028\ufeff\ud800\\ ", "---", "\n---\n", ": ", "[[", "- "]
)


@given(SEEDS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 5), SPLINTERS), max_size=6))
def test_reading_a_damaged_note_never_raises_and_keeps_the_text(
    text: str, wounds: list[tuple[int, int, str]]
) -> None:
    for at, length, splinter in wounds:
        text = text[:at] + splinter + text[at + length :]
    check_any(text)


@given(st.one_of(st.text(st.characters()), st.binary().map(lambda raw: raw.decode("latin-1"))))
def test_reading_any_text_never_raises(text: str) -> None:
    check_any(text)
    check_any("---\n" + text + "\n---\n")
    check_any("---\nk: " + text + "\n---\n")
    check_any("+++\n" + text + "\n+++\n")
    check_any(";;;\n" + text + "\n;;;\n")


def check_any(text: str) -> None:
    """Reading keeps the text; a problem lies in the file; an edit is right or refused."""
    document = read(text, "a.md")
    assert document.text == text
    assert text.endswith(document.body)
    total = len(lines.split(text)) + 1
    for found in document.problems:
        assert 0 < found.line <= total
        assert found.sentence.format(**dict(found.values))
        assert found.path == "a.md"
    for key in [*document.header, "new"][:3]:
        try:
            after = document.set(key, "value")
        except SpliceRefused:
            continue
        assert document.writable
        assert after.get(key) == "value"
        assert after.body == document.body
