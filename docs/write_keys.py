"""Turn the tables of keys and words into docs/keys.md (`make docs`).

The page says what notesync reads, since it is made from the very tables by which it reads; a test
holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from notesync.notes.fields import EVERY, FIELDS, FieldKey
from notesync.notes.kinds import FOLDERS, KINDS, TYPE_NAMES, VOCABULARIES
from notesync.notes.pairs import PAIRS
from notesync.notes.rhythm import Rhythm

PAGE = Path(__file__).parent / "keys.md"
OPENING = """\
# Keys and words

Every key that means something to notesync, and every word that it knows. The page is made from the
tables by which notesync reads (`make docs`); the rules are in [format](format.md). All keys are
optional, and keys of your own may stand beside them. Whether a key or word has capitals, hyphens or
`_`, `ü` or `ue`, makes no difference.
"""
# Type of a field -> what is written there.
FORMS = {
    "text": "text",
    "texts": "list of texts",
    "link": "link",
    "links": "list of links",
    "date": "date",
    "moment": "date",
    "partial-date": "date, `2022-06` or `2022`",
    "birthday": "date, or `--05-12`",
    "spans": "list of spans",
    "week": "week, `2026-W19`",
    "time": "time, `12:30`",
    "minutes": "minutes",
    "yes-no": "yes or no",
    "cadence": "interval",
    "word": "one of the [words](#words)",
    "words": "list of [words](#words)",
}
# Timing rule -> its unit, and what it is for.
RULES = {
    "broaden": ("business days", "after an ask: think of someone else there too"),
    "remind": ("business days", "after an ask: one reminder"),
    "no_reply": ("business days", "after the reminder: the ask closes by itself"),
    "no_reply_unreminded": ("business days", "after an ask without a reminder: likewise"),
    "confirm": ("business days", "before a planned conversation: confirm it"),
    "thanks": ("days", "after a conversation: thanks are due"),
    "promise": ("days", "in which a promise of yours without a date is kept"),
    "nudge": ("business days", "after the day of their promise: a friendly word"),
    "ask_named": ("days", "in which someone who was named is asked"),
    "report_back": ("days", "in which whoever named her hears how it went"),
    "ask_again": ("weeks", "after an ask without an answer, until another one"),
    "dormant": ("days", "without contact: someone you have lost sight of"),
    "long_dormant": ("years", "without contact: for a long time"),
    "cadence_close": ("weeks", "between two contacts with someone close"),
    "cadence_familiar": ("weeks", "with someone familiar"),
    "cadence_loose": ("weeks", "with a loose acquaintance"),
}


def page() -> str:
    """The whole page, as Markdown."""
    common = [key for key in FIELDS if set(EVERY) <= set(key.kinds)]
    parts = [OPENING, "## Keys\n", "### In every note\n", _keys(common)]
    for kind in KINDS:
        own = [key for key in FIELDS if kind in key.kinds and key not in common]
        parts += [f"### {kind}\n", _kind(kind), _keys(own)]
    parts += ["## Words\n", "Either language is read in every vault.\n", _words()]
    parts += ["## Keys of a log line\n", _pairs()]
    parts += ["## Timing rules\n", "In `notesync.toml`, under `[rhythm]`.\n", _rules()]
    return "\n".join(parts)


def _kind(kind: str) -> str:
    """How a note says that it is of this kind."""
    types = [kind, *(word for word, means in TYPE_NAMES.items() if means == kind)]
    said = f"`type:` {_listed(f'`{word}`' for word in types)}"
    folders = [f"`{names[kind]}/`" for names in FOLDERS.values() if kind in names]
    return said + (f", or a note in {_listed(folders)}.\n" if folders else ", or `me.md`.\n")


def _listed(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def _keys(keys: Iterable[FieldKey]) -> str:
    return _table(
        ("key", "value", "what it says", "also read"),
        ((f"`{key.name}`", _form(key), key.about, ", ".join(key.also)) for key in keys),
    )


def _form(key: FieldKey) -> str:
    return f"{key.low} to {key.high}" if key.type == "number" else FORMS[key.type]


def _words() -> str:
    return _table(
        ("of", "English", "German", "also read"),
        (
            (f"`{name}`" if not at else "", term.code, term.de, ", ".join(term.also))
            for name, terms in VOCABULARIES.items()
            for at, term in enumerate(terms)
        ),
    )


def _pairs() -> str:
    return _table(
        ("key", "also read"),
        (
            *((f"`{pair.name}:`", ", ".join(pair.also)) for pair in PAIRS),
            ("`named:`", "genannt"),
        ),
    )


def _rules() -> str:
    return _table(
        ("key", "default", "what for"),
        (
            (f"`{name}`", f"{default} {unit[:-1] if default == 1 else unit}", about)
            for name, default in Rhythm._field_defaults.items()
            for unit, about in [RULES[name]]
        ),
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
