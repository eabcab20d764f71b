"""The labelled messages of this folder, and the half that each belongs to.

A file holds messages below headings ``## LABEL · KIND · what varies``. Which half a message
belongs to follows from its text, so that nobody chooses: rules were tuned on TUNE only.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("de", "en")
SENTENCES = "sentences"  # a file of single sentences, which are no messages
TUNE, HELD_OUT = "tune", "held-out"
# Written after rules, each looked at once before anything was mended with it.
ROUNDS = (
    "round-two",
    "round-three",
    "fresh",
    "round-four",
    "round-five",
    "round-six",
    "round-seven",
    "round-eight",
    "round-nine",
    "round-ten",
    "round-eleven",
    "round-twelve",
    "round-thirteen",
    "round-fourteen",
)
# Whoever wrote the rules wrote the rest; these people had never seen a rule.
FIRST_AUTHOR = "first"
AUTHORS = {"round-five": "second", "round-thirteen": "third", "round-fourteen": "fourth"}


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message."""

    lang: str
    label: str
    kind: str
    about: str
    text: str
    part: str

    @property
    def author(self) -> str:
        return AUTHORS.get(self.part, FIRST_AUTHOR)


def sentences(lang: str) -> list[tuple[str, str]]:
    """Single sentences of a language, each with ``plea`` or ``harmless``."""
    found = []
    for block in (HERE / lang / f"{SENTENCES}.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        label, *lines = block.splitlines()
        found += [(label, line) for line in lines if line]
    return found


def half(text: str) -> str:
    """TUNE or HELD_OUT, by the parity of a hash of the message."""
    return TUNE if hashlib.sha256(text.encode()).digest()[0] % 2 == 0 else HELD_OUT


def messages(lang: str) -> list[Message]:
    """All messages of a language, in the order of their files."""
    found = []
    for path in sorted((HERE / lang).glob("*.md")):
        if path.stem == SENTENCES:
            continue
        for block in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            heading, _, body = block.partition("\n")
            label, kind, about = heading.split(" · ", 2)
            text = body.strip()
            part = path.stem if path.stem in ROUNDS else half(text)
            found.append(Message(lang, label, kind, about, text, part))
    return found
