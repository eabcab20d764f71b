"""Turn what I learned from somebody into what can be said back to her, or to nobody.

Insights are written for oneself: many speak *about* the other ("she envies her colleague"). Such a
one never gets into a letter. Her own words, in quotation marks, come first; then a sentence that
stands by itself. The rest is left to whoever writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from notesync.notes.book import Learned
from notesync.notes.links import plain

SHORT, LONG = 12, 150  # characters
_QUOTE = re.compile(rf"[„“\"»]([^„“”\"«»\n]{{{SHORT},{LONG}}})[“”\"«]")
_EMPHASIS = re.compile(r"(?<!\w)[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?!\w)")
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZÄÖÜ„“\"])")
_ABOUT = {
    "de": re.compile(
        r"(?<!\w)(?:er|sie|ihn|ihm|ihr\w{0,2}|seine?[mnrs]?|du|dich|dir|deine?[mnrs]?|euch|ich|mich|"
        r"mir|meine?[mnrs]?)(?!\w)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<!\w)(?:she|he|hers?|his|him|they|theirs?|them|i|me|my|i'm|i'd)(?!\w)", re.IGNORECASE
    ),
}


@dataclass(frozen=True, slots=True)
class Memory:
    """What can be said back: her own words, and something learned; "" where nothing can."""

    quote: str = ""
    insight: str = ""


def memory(insights: Iterable[Learned], lang: str) -> Memory:
    """The first quotation and the first sentence that can be said back, questions' insights first.

    Args:
        insights: What was learned in a conversation.
        lang: The language of the letter.
    """
    ordered = sorted(insights, key=lambda each: not each.question)
    texts = [_EMPHASIS.sub("", " ".join(plain(each.text).split())) for each in ordered]
    quotes = (found[1].rstrip(" .,;") for text in texts if (found := _QUOTE.match(text)))
    sentences = (one for text in texts if (one := _sentence(text, lang)))
    return Memory(next(quotes, ""), next(sentences, ""))


def _sentence(text: str, lang: str) -> str:
    """The first sentence of an insight that stands by itself, without its full stop; or ""."""
    end = _SENTENCE.search(text)
    first = text[: end.start() + 1] if end else text
    if len(first) > LONG:
        first = first.partition(";")[0]
    first = first.rstrip(" .;,")
    wordy = SHORT <= len(first) <= LONG and not _QUOTE.search(first)
    return first if wordy and not _ABOUT[lang].search(first) else ""
