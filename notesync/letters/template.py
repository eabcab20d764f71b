r"""Turn the text of a template into a letter: slots filled, what can't be filled clearly marked.

A template is plain text with slots in braces, and nothing in it is ever executed:

- ``{question}`` is filled from the notes, or marked where they don't say: ``[… which question?]``.
- A line that begins with ``?`` is left out when one of its slots can't be filled.
- Lines below it that begin with ``|`` are other ways to say it: the first one that can be filled is
  taken; if none can, the last one, with its marks. A ``|`` alone leaves the sentence out.
- The lines of a paragraph run together; a ``\`` at the end of a line keeps its break.
- A line that begins with ``#`` is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from notesync.errors import Problem, problem
from notesync.letters.slots import SLOTS

MAYBE, OR = "?", "|"  # how a line begins that may be left out, and another way to say it
_SLOT = re.compile(r"\{([^{}]*)\}|([{}])")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: the ways to say it, whether the line ends behind it, whether it is needed."""

    ways: tuple[str, ...]
    ends: bool = False
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A template, read: its paragraphs."""

    paragraphs: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter, and the slots that are marked in it, in the order of the text."""

    text: str
    open: tuple[str, ...] = ()


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a template: slots that don't exist, loose braces, nothing in it."""
    lines = [line.strip() for line in text.splitlines()]
    said = [(number, line) for number, line in enumerate(lines, 1) if not line.startswith("#")]
    if not any(line for _, line in said):
        return (problem("template-empty"),)
    return tuple(
        _problem(found, number)
        for number, line in said
        for found in _SLOT.finditer(line)
        if found[2] or found[1] not in SLOTS
    )


def _problem(found: re.Match[str], line: int) -> Problem:
    slot = found.group()
    if found[2]:
        return problem("template-brace", line, example="{greeting}")
    for guess in get_close_matches(found[1], SLOTS, 1, 0.75):
        return problem("template-near", line, slot=slot, guess=f"{{{guess}}}")
    return problem("template-slot", line, slot=slot, known=", ".join(SLOTS))


def read(text: str) -> Template:
    """Read a template that has no `problems`."""
    paragraphs: list[list[Row]] = [[]]
    for typed in text.splitlines():
        line = typed.strip()
        if line.startswith("#"):
            continue
        rows = paragraphs[-1]
        ends, said = line.endswith("\\"), line.removesuffix("\\").strip()
        if not line:
            paragraphs.append([])
        elif not line.startswith((MAYBE, OR)):
            rows.append(Row((said,), ends))
        elif line.startswith(OR) and rows and rows[-1].maybe:
            rows[-1] = Row((*rows[-1].ways, said[1:].strip()), ends or rows[-1].ends, maybe=True)
        else:
            rows.append(Row((said[1:].strip(),), ends, maybe=True))
    return Template(tuple(tuple(rows) for rows in paragraphs if rows))


def fill(template: Template, values: Mapping[str, str], lang: str) -> Filled:
    """Fill a template.

    Args:
        template: The template.
        values: Slot to text; a slot that isn't there or is "" is marked.
        lang: The language of the letter, for the marks.
    """

    def slot(found: re.Match[str]) -> str:
        return values.get(found[1]) or mark(found[1], lang)

    paragraphs: list[str] = []
    for rows in template.paragraphs:
        text = ""
        goes_on = lang == "de" and bool(paragraphs) and paragraphs[-1].endswith(",")
        for row in rows:
            way = _way(row, values)
            said = _SLOT.sub(slot, way)
            if way.startswith("{") and (text or not goes_on):
                said = said[0].upper() + said[1:]
            text += said + ("\n" if row.ends else " ") if said else ""
        if text.strip():
            paragraphs.append(text.strip())
    whole = _tidy("\n\n".join(paragraphs)) + "\n"
    return Filled(whole, unfilled(whole, lang))


def unfilled(text: str, lang: str) -> tuple[str, ...]:
    """The slots whose marks stand in a text, in its order."""
    places = {slot: text.find(mark(slot, lang)) for slot in SLOTS}
    return tuple(sorted((slot for slot in SLOTS if places[slot] >= 0), key=places.__getitem__))


def mark(slot: str, lang: str) -> str:
    """What stands in a letter where a slot couldn't be filled: ``[… which question?]``."""
    return f"[… {SLOTS[slot].marks[lang]}]"


def slots_of(way: str) -> tuple[str, ...]:
    """The slots of a line, each once."""
    return tuple(dict.fromkeys(found[1] for found in _SLOT.finditer(way)))


def _way(row: Row, values: Mapping[str, str]) -> str:
    """The first way that can be said whole; else the last one, or nothing of a lone ``?``."""
    whole = (way for way in row.ways if all(values.get(slot) for slot in slots_of(way)))
    lone = row.maybe and len(row.ways) == 1
    return next(whole, "" if lone else row.ways[-1])


def _tidy(text: str) -> str:
    """One mark at the end of a sentence: a question that was filled in brings its own."""
    return re.sub(r"([!?…][”“\"’']?|\.[”“\"’'])\.(?=\s|$)", r"\1", text)
