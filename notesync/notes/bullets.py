"""Turn one bullet into what it says: an insight, a promise, the people whom it names.

Source: docs/format.md, "What a conversation says". Which bullet is read as what is decided by its
section and its mark, in `notesync.notes.body`. Stances are kept as typed: only the book knows which
options a question has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from notesync.errors import Problem, problem
from notesync.notes import links, values
from notesync.notes.links import Link
from notesync.notes.names import key, split_names
from notesync.notes.note import Insight, Promise
from notesync.notes.outline import HIDDEN, visible

# Who promises -> me or they.
WHO: Mapping[str, str] = {
    **dict.fromkeys(("me", "i", "ich"), "me"),
    **dict.fromkeys(("they", "she", "he", "sie", "er"), "they"),
}
# What stands in a task's box -> its state; anything else is open.
STATES: Mapping[str, str] = {"x": "done", "X": "done", "-": "dropped"}
# What the date behind an Obsidian task's mark says; dates of no meaning to us are taken off too.
TASK_DATES: Mapping[str, str] = {
    **dict.fromkeys(("📅", "📆", "🗓", "due", "fällig", "bis"), "due"),
    **dict.fromkeys(("➕", "created"), "made"),
    **dict.fromkeys(("✅", "completion"), "kept"),
    **dict.fromkeys(("❌", "⏳", "🛫", "cancelled", "scheduled", "start"), ""),
}
# Written where nobody was named.
NOBODY = frozenset({"none", "nobody", "no one", "noone", "niemand", "keine", "keiner", "n/a"})
MOST_WORDS = 6  # of a name that is no link; more are a sentence
MOST_LETTERS = 500  # in which the names stand at the beginning of a bullet

BOX = re.compile(r"\[(.)\](?:\s+|$)")
_WHO = re.compile(r"[*_]{0,2}([^\W\d_]{1,4})[*_]{0,2}\s*:[*_]{0,2}\s*")
_TASK_DATE = (  # compiled when the first promise is read
    r"(?i)\s{0,2}(?:(?P<mark>[📅📆🗓➕✅❌⏳🛫])\ufe0f?\s*"
    r"|[\[(](?P<field>due|created|completion|cancelled|scheduled|start)::\s*"
    r"|(?<!\S)(?P<word>due|fällig|bis):)"
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2})?[\])]?"
)
# A link as plain as can be that ends a text. `stated` must say the same without it.
_ONLY_LINK = re.compile(r"(?<!!)\[\[([^\[\]\r\n\0|#^\\]*[^\[\]\r\n\0|#^\\\s])\]\]\Z")
_STANCE = re.compile(
    r'\s*(?:,\s*)?([+-])(?:"([^"]+)"|„([^“”"]+)[“”"]|“([^“”]+)”|([^\s"„“+,;-][^\s,;]*))'
)
_BETWEEN = re.compile(r"[\s,;&/()]{0,9}(?:\b(?:and|und)\b)?[\s,;&/()]{0,9}")
# Compiled when the first bullet names somebody.
_NAME_END = r"\s+[-–—]+(?:\s|$)|\s*[,;:(—–/]|\s*[.!?…]+\s*$"
_MARKUP = r"\[([^\[\]]*)\]\([^()]*\)|(?<![\w\[])[*_~]+|[*_~]+(?![\w\]])"


def one_line(text: str) -> str:
    """A bullet's text on one line."""
    return " ".join(line.strip() for line in text.split("\n")) if "\n" in text else text.strip()


# ---------------------------------------------------------------- insights


def insights(text: str, heading: str, line: int, *, linked: bool) -> list[Insight]:
    """What a bullet says that I learned: one insight for each question that it is on.

    Args:
        text: The bullet without its mark.
        heading: The question above it, or "".
        line: 1-based line in the file.
        linked: Whether that question is a link; then only stances lead to other questions.
    """
    found = [(link, *_stances(text, link.end)) for link in links.find(visible(text))]
    stanced = [(link, stances) for link, stances, _ in found if stances]
    if heading and linked:
        own = [stances for link, stances in stanced if key(link.target) == key(heading)]
        on = [(heading, own[0] if own else ())]
        on += [(link.target, s) for link, s in stanced if key(link.target) != key(heading)]
    else:
        last = [(link, stances) for link, stances, _ in _last(text, found) if not stances]
        on = [(link.target, stances) for link, stances in stanced + last]
        if not on:
            on = [(found[-1][0].target, ())] if found else [(heading, ())]
    unique = {key(target): (target, stances) for target, stances in reversed(on)}
    return [
        Insight(text=text, question=target, stances=stances, line=line)
        for target, stances in reversed(unique.values())
    ]


_Found = tuple[Link, tuple[tuple[str, str], ...], int]


def _stances(text: str, at: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The ``+option`` and ``-option`` right after a link, and where they end."""
    stances = []
    while found := _STANCE.match(text, at):
        sign, *forms = found.groups()
        stances.append((sign, next(filter(None, forms)).rstrip(".!?")))
        at = found.end()
    return tuple(stances), at


def _last(text: str, found: list[_Found]) -> list[_Found]:
    """The links at the end of the text, one beside the other, in order."""
    last: list[_Found] = []
    end = len(text)
    for link, stances, behind in reversed(found):
        between = text[behind:end]
        if between.strip(" .!?)") if not last else not _BETWEEN.fullmatch(between):
            break
        last.insert(0, (link, stances, behind))
        end = link.start
    return last


def stated(text: str, is_question: Callable[[str], bool]) -> str:
    """An insight's text for readers, without the questions and stances at its end.

    Args:
        text: `Insight.text`.
        is_question: Whether a link's target is a question; other links stay.
    """
    start = text.find("[[")
    if start < 0:
        return text
    if only := _ONLY_LINK.match(text, start):  # most end with one plain link, and there are many
        return text[:start].rstrip(" ,;(") or text if is_question(only[1].strip()) else text
    found = [(link, *_stances(text, link.end)) for link in links.find(text)]
    end = len(text)
    for link, _, _ in reversed(_last(text, found)):
        if not is_question(link.target):
            break
        end = link.start
    return text[:end].rstrip(" ,;(") or text


# ---------------------------------------------------------------- promises


def promise(text: str, line: int) -> tuple[Promise | None, tuple[Problem, ...]]:
    """A task that begins with who promised; None when it is another task, or says nothing yet.

    Args:
        text: The bullet with its box.
        line: 1-based line in the file.
    """
    box = BOX.match(text)
    who = _WHO.match(text, box.end()) if box else None
    if box is None or who is None or who[1].casefold() not in WHO:
        return None, ()
    dates: dict[str, str] = {}
    problems = []
    told = text[who.end() :]
    for found in re.finditer(_TASK_DATE, told):
        mark = found["mark"] or found["field"] or found["word"]
        if day := values.day(found["date"]):
            dates.setdefault(TASK_DATES[mark.lower()], day)
        else:
            problems.append(problem("bad-date", line, value=found["date"]))
    said = " ".join(re.sub(_TASK_DATE, "", told).split())
    if not said:
        return None, tuple(problems)
    made = Promise(
        who=WHO[who[1].casefold()],
        text=said,
        state=STATES.get(box[1], "open"),
        due=dates.get("due", ""),
        made=dates.get("made", ""),
        kept=dates.get("kept", ""),
        line=line,
    )
    return made, tuple(problems)


# ---------------------------------------------------------------- names


def people(text: str) -> tuple[str, ...]:
    """Whom a bullet names: the links that it begins with, else the name before any explanation."""
    box = BOX.match(text)
    text = text[box.end() if box else 0 :][:MOST_LETTERS]
    text = visible(text).replace(HIDDEN, "")
    text = re.sub(_MARKUP, lambda markup: markup[1] or "", text)
    found = links.find(text)
    leading = []
    at = 0
    for link in found:
        if not _BETWEEN.fullmatch(text[at : link.start]):
            break
        leading.append(link.target)
        at = link.end
    if leading:
        return tuple(leading)
    end = re.search(_NAME_END, text)
    name = text[: end.start()] if end else text
    if "[[" in name:
        return tuple(link.target for link in links.find(name))
    name = name.strip(" .\"'„“”")
    if name.casefold() in NOBODY:
        return ()
    if re.search(r"[^\W\d_]", name) and len(name.split()) <= MOST_WORDS:
        return split_names(name)
    return tuple(link.target for link in found[:1])
