"""Make up notes and what people and tools do to them, from a seed; every word typed is told apart.

An edit works on the raw text, as an editor does, and knows nothing of the code under test. Words
that somebody types are tokens that occur nowhere else, so that a test can ask after a merge where
each of them is.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from random import Random

Edit = Callable[["Typist", str], str]


class Typist:
    """One device with somebody who types: a source of chance and of words that nobody else has."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = Random(seed)
        self.name = name
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"{self.name}{self.count}{self.random.choice(('a', 'ö', 'x', 'ß', 'é'))}"

    def words(self, least: int = 1, most: int = 8) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(least, most)))

    def sentence(self) -> str:
        return self.words(2, 7).capitalize() + self.random.choice(".!?.")

    def day(self) -> str:
        return f"2026-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def pick(self, among: Sequence[int]) -> int:
        return self.random.choice(among)


KEYS = ("org", "role", "city", "email", "origin", "met", "phone", "own key", "Größe", "note")
LISTS = ("tags", "topics", "aliases", "people")
VERBS = ("asked email", "thanked", "met", "note", "agreed call for:2026-05-05", "gave message")


def header(typist: Typist) -> str:
    random = typist.random
    rows = ["type: contact"]
    for key in random.sample(KEYS, random.randint(0, 5)):
        value = typist.words(1, 3)
        quote = random.choice(("", "", "'", '"'))
        tail = f"  # {typist.word()}" if random.random() < 0.15 else ""
        rows.append(f"{key}: {quote}{value}{quote}{tail}")
    for key in random.sample(LISTS, random.randint(0, 2)):
        items = [typist.word() for _ in range(random.randint(1, 4))]
        if random.random() < 0.5:
            rows.append(f"{key}: [{', '.join(items)}]")
        else:
            rows += [f"{key}:", *(f"  - {item}" for item in items)]
    if random.random() < 0.5:
        rows.append(f"last_contact: {typist.day()}")
    if random.random() < 0.2:
        rows.insert(random.randint(0, len(rows)), f"# {typist.words(1, 2)}")
    if random.random() < 0.15:
        rows += ["text: |", f"  {typist.words()}", f"  {typist.words()}"]
    if random.random() < 0.15:
        rows.insert(1, "")
    return "---\n" + "".join(row + "\n" for row in rows) + "---\n"


def paragraph(typist: Typist) -> str:
    text = " ".join(typist.sentence() for _ in range(typist.random.randint(1, 4)))
    if typist.random.random() < 0.3:
        text = textwrap.fill(text, 30, break_long_words=False, break_on_hyphens=False)
    return text


def log_line(typist: Typist) -> str:
    return f"- {typist.day()} {typist.random.choice(VERBS)} — {typist.words(1, 6)}"


def task(typist: Typist) -> str:
    due = f" 📅 {typist.day()}" if typist.random.random() < 0.5 else ""
    return f"- [{typist.random.choice('  x')}] {typist.words(1, 5)}{due}"


def section(typist: Typist, title: str) -> str:
    random = typist.random
    if title == "Log":
        rows = [log_line(typist) for _ in range(random.randint(0, 5))]
        return "## Log\n\n" + "".join(row + "\n" for row in rows)
    if title == "Learned":
        rows = [
            f"- {typist.sentence()} [[Q]] +{typist.word()}" for _ in range(random.randint(0, 3))
        ]
        return "## Learned\n\n" + "".join(row + "\n" for row in rows)
    if title == "Tasks":
        rows = [task(typist) for _ in range(random.randint(1, 4))]
        return "## Tasks\n\n" + "".join(row + "\n" for row in rows)
    if title == "Table":
        cells = [[typist.word() for _ in range(3)] for _ in range(random.randint(1, 4))]
        rows = ["| a | b | c |", "|---|---|---|", *("| " + " | ".join(c) + " |" for c in cells)]
        return "## Table\n\n" + "".join(row + "\n" for row in rows)
    if title == "Code":
        rows = [typist.words(1, 3) for _ in range(random.randint(1, 6))]
        return "## Code\n\n```py\n" + "\n".join(rows) + "\n```\n"
    parts = [paragraph(typist) for _ in range(random.randint(0, 3))]
    if random.random() < 0.3:
        parts.append("\n".join(f"- {typist.words(1, 4)}" for _ in range(random.randint(1, 4))))
    if random.random() < 0.2:
        parts.append(f"1. {typist.words(1, 4)}\n   - {typist.words(1, 3)}\n2. {typist.words(1, 3)}")
    return f"## {title}\n\n" + "\n\n".join(parts) + ("\n" if parts else "")


TITLES = ("Log", "Learned", "Tasks", "Table", "Code")


def note(typist: Typist) -> str:
    random = typist.random
    parts = [paragraph(typist) + "\n" for _ in range(random.randint(0, 2))]
    parts += [section(typist, title) for title in random.sample(TITLES, random.randint(0, 4))]
    parts += [section(typist, typist.words(1, 2)) for _ in range(random.randint(0, 2))]
    body = "\n".join(parts)
    top = header(typist) if random.random() < 0.9 else ""
    return top + ("\n" if top and body else "") + body


# ---------------------------------------------------------------- places in a text


def split(text: str) -> tuple[str, str]:
    """Header and body."""
    found = re.match(r"---\n.*?^---\n", text, re.DOTALL | re.MULTILINE)
    return (found.group(), text[found.end() :]) if found else ("", text)


def lines_of(text: str, kind: str) -> list[int]:
    """The lines of one kind in a body, code and comments left out."""
    found = []
    fenced = False
    hidden = False
    for number, line in enumerate(text.split("\n")):
        if line.startswith("```"):
            fenced = not fenced
            if kind == "fence":
                found.append(number)
            continue
        if line.startswith("<!--"):
            hidden = True
        if not fenced and not hidden and KINDS[kind](line):
            found.append(number)
        if fenced and kind == "code":
            found.append(number)
        if "-->" in line:
            hidden = False
    return found


KINDS: dict[str, Callable[[str], object]] = {
    "log": lambda line: re.match(r"- \d{4}-", line),
    "task": lambda line: re.match(r"\s*[-*+] \[.\] ", line),
    "item": lambda line: re.match(r"\s*([-*+]|\d+\.) ", line),
    "heading": lambda line: re.match(r"#+ ", line),
    "text": lambda line: line.strip() and not re.match(r"\s*([-*+]|\d+\.|#+) |[|<]", line),
    "row": lambda line: re.match(r"\| [^a-]", line),
    "any": lambda line: line.strip(),
    "code": lambda _: False,
    "fence": lambda _: False,
}


def _section_end(lines: Sequence[str], heading: int) -> int:
    end = heading + 1
    while end < len(lines) and not re.match(r"#+ ", lines[end]):
        end += 1
    while end > heading + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _on_lines(kind: str) -> Callable[[Callable[[Typist, list[str], int], None]], Edit]:
    """An edit of one line of a kind in the body."""

    def made(change: Callable[[Typist, list[str], int], None]) -> Edit:
        def edit(typist: Typist, text: str) -> str:
            top, body = split(text)
            places = lines_of(body, kind)
            if not places:
                return text
            lines = body.split("\n")
            change(typist, lines, typist.pick(places))
            return top + "\n".join(lines)

        edit.__name__ = change.__name__
        return edit

    return made


# ---------------------------------------------------------------- what people do


@_on_lines("log")
def add_log_line_below(typist: Typist, lines: list[str], at: int) -> None:
    lines.insert(at + 1, log_line(typist))


def add_log_line(typist: Typist, text: str) -> str:
    """At the end of the log, as a command does; the log is made where there is none."""
    top, body = split(text)
    lines = body.split("\n")
    heads = [at for at in lines_of(body, "heading") if lines[at] == "## Log"]
    new = log_line(typist)
    if not heads:
        gap = "\n" if body and not body.endswith("\n\n") else ""
        ending = "" if body.endswith("\n") or not body else "\n"
        return f"{text}{ending}{gap}## Log\n\n{new}\n"
    end = _section_end(lines, heads[0])
    if end == heads[0] + 1:
        lines[end:end] = ["", new] if end < len(lines) and not lines[end].strip() else ["", new, ""]
    else:
        lines.insert(end, new)
    return top + "\n".join(lines)


@_on_lines("log")
def edit_log_line(typist: Typist, lines: list[str], at: int) -> None:
    lines[at] += f" {typist.word()}"


@_on_lines("log")
def change_log_date(typist: Typist, lines: list[str], at: int) -> None:
    lines[at] = re.sub(r"\d{4}-\d\d-\d\d", typist.day(), lines[at], count=1)


@_on_lines("item")
def delete_item(_typist: Typist, lines: list[str], at: int) -> None:
    del lines[at]


@_on_lines("item")
def add_item_below(typist: Typist, lines: list[str], at: int) -> None:
    indent = re.match(r"\s*", lines[at])
    lines.insert(at + 1, f"{indent.group() if indent else ''}- {typist.words(1, 5)}")


@_on_lines("item")
def add_child(typist: Typist, lines: list[str], at: int) -> None:
    indent = re.match(r"\s*", lines[at])
    lines.insert(at + 1, f"{indent.group() if indent else ''}   - {typist.words(1, 5)}")


@_on_lines("task")
def tick(typist: Typist, lines: list[str], at: int) -> None:
    done = "x" if "[ ]" in lines[at] else " "
    lines[at] = re.sub(r"\[.\]", f"[{done}]", lines[at], count=1)
    if done == "x" and typist.random.random() < 0.3:
        lines[at] += f" ✅ {typist.day()}"


@_on_lines("any")
def edit_word(typist: Typist, lines: list[str], at: int) -> None:
    words = list(re.finditer(r"[^\W\d_]+\d+\w", lines[at]))
    if words and not lines[at].startswith("#"):
        found = typist.random.choice(words)
        lines[at] = lines[at][: found.start()] + typist.word() + lines[at][found.end() :]


@_on_lines("any")
def add_words(typist: Typist, lines: list[str], at: int) -> None:
    if not re.match(r"[|`#]", lines[at]) and not lines[at].endswith("|"):
        lines[at] += f" {typist.words(1, 2)}"


@_on_lines("text")
def add_sentence(typist: Typist, lines: list[str], at: int) -> None:
    lines[at] += f" {typist.sentence()}"


@_on_lines("text")
def delete_text_line(_typist: Typist, lines: list[str], at: int) -> None:
    del lines[at]


@_on_lines("text")
def add_paragraph_after(typist: Typist, lines: list[str], at: int) -> None:
    while at + 1 < len(lines) and lines[at + 1].strip():
        at += 1
    lines[at + 1 : at + 1] = ["", *paragraph(typist).split("\n")]


@_on_lines("text")
def add_line_below(typist: Typist, lines: list[str], at: int) -> None:
    lines.insert(at + 1, typist.words(2, 6))


@_on_lines("row")
def add_row(typist: Typist, lines: list[str], at: int) -> None:
    lines.insert(at + 1, f"| {typist.word()} | {typist.word()} | {typist.word()} |")


@_on_lines("row")
def edit_cell(typist: Typist, lines: list[str], at: int) -> None:
    cells = lines[at].split("|")
    cells[typist.random.randint(1, max(1, len(cells) - 2))] = f" {typist.word()} "
    lines[at] = "|".join(cells)


@_on_lines("code")
def edit_code(typist: Typist, lines: list[str], at: int) -> None:
    if typist.random.random() < 0.5:
        lines[at] += f" {typist.word()}"
    else:
        lines.insert(at + 1, typist.words(1, 3))


def append_paragraph(typist: Typist, text: str) -> str:
    end = "" if text.endswith("\n") or not text else "\n"
    gap = "\n" if text and not text.endswith("\n\n") else ""
    return f"{text}{end}{gap}{paragraph(typist)}\n"


def add_section(typist: Typist, text: str) -> str:
    title = typist.random.choice([*TITLES, "Ideas", typist.word()])
    end = "" if text.endswith("\n") or not text else "\n"
    return f"{text}{end}\n{section(typist, title)}"


@_on_lines("heading")
def delete_section(_typist: Typist, lines: list[str], at: int) -> None:
    end = _section_end(lines, at)
    while end < len(lines) and not lines[end].strip():
        end += 1
    del lines[at:end]


@_on_lines("heading")
def move_section(typist: Typist, lines: list[str], at: int) -> None:
    end = at + 1
    while end < len(lines) and not re.match(r"#+ ", lines[end]):
        end += 1
    moved = lines[at:end]
    del lines[at:end]
    places = [n for n, line in enumerate(lines) if re.match(r"## ", line)]
    if moved[-1].strip():
        moved.append("")
    if places:
        to = typist.pick(places)
        lines[to:to] = moved
    else:
        if lines and lines[-1] == "":
            lines.pop()
        lines += ["", *moved] if moved[-1] == "" else ["", *moved, ""]


@_on_lines("heading")
def rename_heading(typist: Typist, lines: list[str], at: int) -> None:
    if lines[at] not in {f"## {title}" for title in TITLES}:
        lines[at] += f" {typist.word()}"


@_on_lines("text")
def add_heading_above(typist: Typist, lines: list[str], at: int) -> None:
    while at and lines[at - 1].strip():
        at -= 1
    lines[at:at] = [f"{typist.random.choice(('##', '###'))} {typist.word()}", ""]


@_on_lines("text")
def part_paragraph(typist: Typist, lines: list[str], at: int) -> None:
    words = lines[at].split(" ")
    cut = typist.random.randint(1, len(words))
    lines[at : at + 1] = [" ".join(words[:cut]), "", " ".join(words[cut:])]


@_on_lines("text")
def join_lines(_typist: Typist, lines: list[str], at: int) -> None:
    if at + 1 < len(lines) and KINDS["text"](lines[at + 1]):
        lines[at : at + 2] = [f"{lines[at]} {lines[at + 1].strip()}"]


@_on_lines("item")
def move_item(typist: Typist, lines: list[str], at: int) -> None:
    line = lines.pop(at)
    places = [n for n in range(len(lines)) if KINDS["item"](lines[n])]
    lines.insert(typist.pick(places) if places else at, line)


@_on_lines("item")
def indent_item(_typist: Typist, lines: list[str], at: int) -> None:
    lines[at] = lines[at][2:] if lines[at].startswith("  ") else f"  {lines[at]}"


@_on_lines("heading")
def other_level(_typist: Typist, lines: list[str], at: int) -> None:
    lines[at] = lines[at][1:] if lines[at].startswith("###") else f"#{lines[at]}"


@_on_lines("text")
def fence(_typist: Typist, lines: list[str], at: int) -> None:
    """A paragraph of one line becomes code."""
    around = (lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else "")
    if not any(line.strip() for line in around):
        lines[at : at + 1] = ["```", lines[at], "```"]


def edit_scalar(typist: Typist, text: str) -> str:
    top, body = split(text)
    found = list(re.finditer(r"^([\w ]+): (['\"]?)([^\n#'\"\[|>]+)\2", top, re.MULTILINE))
    found = [each for each in found if each[1] not in {"type", "id", "conflicts"}]
    if not found:
        return text
    each = typist.random.choice(found)
    new = typist.day() if each[1] == "last_contact" else typist.words(1, 2)
    return (
        top[: each.start(3)]
        + new
        + (" " if top[each.end(3) - 1] == " " else "")
        + (top[each.end(3) :] + body)
    )


def add_key(typist: Typist, text: str) -> str:
    top, body = split(text)
    key = typist.random.choice([*KEYS, typist.word()])
    if not top or re.search(rf"^{key}:", top, re.MULTILINE):
        return text
    lines = top.split("\n")
    places = [
        at for at, line in enumerate(lines) if at and re.match(r"[\w]|---$", line)
        and not re.match(r"\s|#", lines[at])
    ]  # fmt: skip
    lines.insert(typist.pick(places[-2:]), f"{key}: {typist.words(1, 2)}")
    return "\n".join(lines) + body


def remove_key(typist: Typist, text: str) -> str:
    top, body = split(text)
    found = list(re.finditer(r"^(?!type|id|conflicts)[\w ]+: [^\n\[|>]*\n", top, re.MULTILINE))
    if not found:
        return text
    each = typist.random.choice(found)
    return top[: each.start()] + top[each.end() :] + body


def add_to_list(typist: Typist, text: str) -> str:
    top, body = split(text)
    flow = list(re.finditer(r"^\w+: \[[^\n\]]+(\])", top, re.MULTILINE))
    items = list(re.finditer(r"^  - \w+\n", top, re.MULTILINE))
    if not flow and not items:
        return text
    each = typist.random.choice(flow + items)
    if each in flow:
        return top[: each.start(1)] + f", {typist.word()}" + top[each.start(1) :] + body
    return top[: each.end()] + f"  - {typist.word()}\n" + top[each.end() :] + body


def remove_from_list(typist: Typist, text: str) -> str:
    top, body = split(text)
    found = list(re.finditer(r"(?<=\[)\w+, |, \w+(?=\])|^  - \w+\n(?=  - )", top, re.MULTILINE))
    if not found:
        return text
    each = typist.random.choice(found)
    return top[: each.start()] + top[each.end() :] + body


# ---------------------------------------------------------------- what tools do


def reorder_keys(typist: Typist, text: str) -> str:
    top, body = split(text)
    if not top:
        return text
    entries = re.split(r"^(?=[\w])", top[4:-4], flags=re.MULTILINE)
    first, rest = entries[0], [each for each in entries[1:] if each]
    if typist.random.random() < 0.5:
        rest.sort()
    else:
        typist.random.shuffle(rest)
    return "---\n" + first + "".join(rest) + "---\n" + body


def requote(typist: Typist, text: str) -> str:
    top, body = split(text)
    quote = typist.random.choice("'\"")

    def quoted(found: re.Match[str]) -> str:
        value = found[2].strip("'\"")
        return f"{found[1]}{quote}{value}{quote}{found[3]}"

    top = re.sub(r"^([\w ]+: )([\w][^\n#:'\"|>\[]*?|'[^'\n]*'|\"[^\"\n]*\")(\s*(?:#.*)?)$", quoted,
                 top, flags=re.MULTILINE)  # fmt: skip
    return top + body


def block_lists(_typist: Typist, text: str) -> str:
    """Flow lists become block lists, as Obsidian writes them."""
    top, body = split(text)

    def block(found: re.Match[str]) -> str:
        items = [item.strip() for item in found[2].split(",") if item.strip()]
        return f"{found[1]}:\n" + "".join(f"  - {item}\n" for item in items)

    return re.sub(r"^(\w+): \[([^\n\]#]+)\]\n", block, top, flags=re.MULTILINE) + body


def reflow(typist: Typist, text: str) -> str:
    """Wrap all paragraphs anew."""
    top, body = split(text)
    width = typist.random.choice((25, 40, 10_000))
    parts = body.split("\n\n")
    for at, part in enumerate(parts):
        if part.strip() and not re.search(r"^\s*([-*+|#<`]|\d+\.|$)", part, re.MULTILINE):
            end = part[len(part.rstrip("\n")) :]
            parts[at] = textwrap.fill(
                part, width, break_long_words=False, break_on_hyphens=False
            ) + end  # fmt: skip
    body = "\n\n".join(parts)
    if "```" in text:
        return text
    return top + body


def other_bullets(_typist: Typist, text: str) -> str:
    top, body = split(text)
    new = "*" if re.search(r"^- ", body, re.MULTILINE) else "-"
    return top + re.sub(r"^(\s*)[-*] ", rf"\1{new} ", body, flags=re.MULTILINE)


def trim_blanks(_typist: Typist, text: str) -> str:
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


def squeeze_blank_lines(_typist: Typist, text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text)


def sort_log(typist: Typist, text: str) -> str:
    """Sort all lines of the log by date, one way or the other."""
    top, body = split(text)
    lines = body.split("\n")
    places = lines_of(body, "log")
    runs = [at for at in places if at == places[0] or at - 1 in places]
    if runs != places or any(lines[at + 1].startswith("  ") for at in places[:-1]):
        return text
    found = sorted((lines[at] for at in places), reverse=typist.random.random() < 0.5)
    for at, line in zip(places, found, strict=True):
        lines[at] = line
    return top + "\n".join(lines)


EDITS: tuple[Edit, ...] = (
    add_log_line_below, add_log_line, add_log_line, edit_log_line, change_log_date, delete_item,
    add_item_below, add_child, tick, tick, edit_word, edit_word, add_words, add_sentence,
    add_sentence, delete_text_line, add_paragraph_after, add_line_below, add_row, edit_cell,
    edit_code, append_paragraph, add_section, delete_section, move_section, rename_heading,
    edit_scalar, edit_scalar, add_key, remove_key, add_to_list, remove_from_list,
)  # fmt: skip
# What changes the build of a note; where another device's lines belong then is a matter of taste.
REBUILDING: tuple[Edit, ...] = (
    add_heading_above, part_paragraph, join_lines, indent_item, other_level,
)  # fmt: skip
NOISE: tuple[Edit, ...] = (
    reorder_keys, requote, block_lists, reflow, other_bullets, trim_blanks, squeeze_blank_lines,
    sort_log,
)  # fmt: skip


def edited(
    typist: Typist, text: str, times: int, *, noise: float = 0.2, among: Sequence[Edit] = EDITS
) -> str:
    """The text after so many edits, some of them by tools."""
    for _ in range(times):
        noisy = typist.random.random() < noise
        text = typist.random.choice(NOISE if noisy else among)(typist, text)
    return text
