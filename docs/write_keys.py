"""Turn the tables of keys and words into docs/keys.md (`make docs`).

The page says what notesync reads, since it is made from the very tables by which it reads; a test
holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from notesync.notes.fields import EVERY, FIELDS, FieldKey
from notesync.notes.journal import PAIRS
from notesync.notes.kinds import FOLDERS, KINDS, TYPE_NAMES, VOCABULARIES

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


def page() -> str:
    """The whole page, as Markdown."""
    common = [key for key in FIELDS if set(EVERY) <= set(key.kinds)]
    parts = [OPENING, "## Keys\n", "### In every note\n", _keys(common)]
    for kind in KINDS:
        own = [key for key in FIELDS if kind in key.kinds and key not in common]
        parts += [f"### {kind}\n", _kind(kind), _keys(own)]
    parts += ["## Words\n", "Either language is read in every vault.\n", _words()]
    parts += ["## Keys of a log line\n", _pairs()]
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


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
