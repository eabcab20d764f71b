"""Find what makes a message harder to answer than it needs to be, and what is good about it.

What a message should have depends on its kind: a first request needs a question, a time box and a
way out; a reminder no reproach; thanks something from the talk. Every check is one function, and
CHECKS lists them with the kinds that they are for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notesync.letters.clauses import Message, Span
from notesync.letters.kinds import EVERY, REQUEST, REQUESTS
from notesync.letters.named import NOBODY, Reader, wrong_names
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.rules import Finding

MOST_WORDS = 120
LONGEST_TALK = 45  # minutes
SHORT_TALK = range(10, 31)  # minutes
FEW_QUESTIONS = 2  # sentences
MOST_FAVOURS = 2
MOST_QUESTIONS = 3
PRESSING = 2  # places that are shown, and count
LISTED = 2  # further favours in one sentence, before they count
_SLOT = re.compile(
    r"\{\{?[^{}\n]{0,60}\}?\}|(?<!\[)\[(?!\[)[^\[\]\n]{1,60}\](?!\()|<(?!https?:)[A-Za-zÄÖÜäöü][^<>@/\n]{0,40}>"
    r"|\bX{2,}\b|_{3,}|\bTODO\b|\bN\.\s?N\."
)


Check = Callable[[Message, Phrasebook, Reader], Iterator[Finding]]


def asks(message: Message, book: Phrasebook) -> tuple[Span, ...]:
    """The sentences that ask for information, directly or indirectly."""
    return tuple(one for one in message.sentences if _informs(one.text, book))


def _informs(sentence: str, book: Phrasebook) -> bool:
    rest = book.quality.logistics.sub(lambda found: " " * len(found.group()), sentence)
    return book.quality.question.search(rest) is not None


def topical(message: Message, book: Phrasebook) -> bool:
    """Whether a question is asked, or at least a topic named."""
    return bool(asks(message, book)) or bool(topics(message, book))


def topics(message: Message, book: Phrasebook) -> tuple[Span, ...]:
    """The sentences that name a topic without asking."""
    return tuple(
        one
        for one in message.sentences
        if book.quality.topic.search(book.quality.logistics.sub("", one.text))
    )


def _missing(rule: str, message: Message) -> Finding:
    """A finding about what isn't there stands at the end of the text."""
    end = len(message.text.rstrip())
    return Finding(rule, end, end)


def _question(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    if not topical(message, book):
        yield _missing("no-question", message)


def _time_box(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    given = (book.quality.minutes, book.quality.brief, book.quality.hours)
    if not any(each.search(message.plain) for each in given):
        yield _missing("no-time-box", message)


def opening_sentences(message: Message) -> Span | None:
    """The first two sentences after the greeting, as one stretch."""
    first = message.sentences[:2]
    if not first:
        return None
    return Span(first[0].start, first[-1].end, message.text[first[0].start : first[-1].end])


def connected(message: Message, book: Phrasebook) -> bool:
    """Whether the first two sentences tell what connects writer and reader."""
    return any(
        book.quality.connection.search(one.text)
        for one in message.sentences[:2]
        if not one.text.endswith("?")
    )


def _connection(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    first = opening_sentences(message)
    if first is not None and not connected(message, book):
        yield Finding("no-connection", first.start, first.end)


def _way_out(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    if not book.quality.way_out.search(message.plain, message.greeting.end):
        yield _missing("no-way-out", message)


def _length(message: Message, _: Phrasebook, __: Reader) -> Iterator[Finding]:
    if message.words > MOST_WORDS:
        places = [found.start() for found in re.finditer(r"\w+(?:['’-]\w+)*", message.text)]
        yield Finding("too-long", places[MOST_WORDS], len(message.text.rstrip()))


def _pressure(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    """The first two places that press: thanks in advance, and a date beside them, are two."""
    places = []
    for found in book.quality.pressure.finditer(message.masked, message.greeting.end):
        clause = next(c for c in reversed(message.clauses) if c.start <= found.start())
        before = message.masked[clause.start : found.start()]
        if not (
            book.guards.negation.search(before)
            or book.quality.supposing.match(before.lstrip(" ,;"))
        ):
            places.append((clause.start, Finding("pressure", *found.span())))
    by_clause = dict(reversed(places))
    yield from sorted(by_clause.values(), key=lambda each: each.start)[:PRESSING]


def _amount(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    """More than 45 minutes; more than two favours, or a list of questions."""
    long = book.quality.hours.search(message.plain, message.greeting.end) or next(
        (
            found
            for found in book.quality.minutes.finditer(message.plain)
            if found.group(1) and int(found.group(1)) > LONGEST_TALK
        ),
        None,
    )
    if long:
        yield Finding("too-much", *long.span())
    favours = [favour for one in message.sentences for favour in _favours(one, book)]
    questions = [one for one in message.sentences if one.text.rstrip("\"'”").endswith("?")]
    if len(favours) > MOST_FAVOURS:
        yield Finding("too-much", favours[MOST_FAVOURS].start, favours[MOST_FAVOURS].end)
    elif len(questions) > MOST_QUESTIONS:
        yield Finding("too-much", questions[MOST_QUESTIONS].start, questions[MOST_QUESTIONS].end)


def _favours(sentence: Span, book: Phrasebook) -> Iterator[Span]:
    """What a sentence asks for: "could you send me …, name me … and read my …" are three."""
    asking = book.quality.favour.match(sentence.text) is not None
    if asking:
        yield sentence
    further = list(book.quality.further.finditer(sentence.text))
    if asking or len(further) >= LISTED:
        for found in further:
            begin, end = found.span()
            yield Span(sentence.start + begin, sentence.start + end, found.group())


def _address(message: Message, book: Phrasebook, reader: Reader) -> Iterator[Finding]:
    if book.quality.du is None or book.quality.sie is None:
        return
    du, sie = book.quality.du.search(message.masked), book.quality.sie.search(message.masked)
    if du and sie:
        yield Finding("mixed-address", *max(du.span(), sie.span()))
    elif (wrong := du if reader.register == "Sie" else sie) and reader.register:
        yield Finding("wrong-address", *wrong.span())


def _slot(message: Message, _: Phrasebook, __: Reader) -> Iterator[Finding]:
    for found in _SLOT.finditer(message.text):
        yield Finding("open-slot", *found.span())
        return


def _flattery(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    found = book.quality.flattery.search(message.masked, message.greeting.end)
    if found:
        yield Finding("flattery", *found.span())


def _reproach(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    found = book.quality.reproach.search(message.plain)
    if found:
        yield Finding("reproach", *found.span())


def _learned(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    if not learned(message, book):
        yield _missing("nothing-learned", message)


def learned(message: Message, book: Phrasebook) -> bool:
    """Whether a thank-you note says something from the talk."""
    return book.quality.insight.search(message.text, message.greeting.end) is not None


def _new_request(message: Message, book: Phrasebook, _: Reader) -> Iterator[Finding]:
    for one in message.sentences:
        if one.text.endswith("?") and book.quality.favour.search(one.text):
            yield Finding("new-request", one.start, one.end)
            return


FIRST = REQUESTS | {"intro-blurb"}  # before anything was agreed
CHECKS: tuple[tuple[Check, frozenset[str]], ...] = (
    (_question, FIRST),
    (_time_box, FIRST),
    (_connection, frozenset({"request-cold"})),
    (_way_out, FIRST | {"reminder"}),
    (_length, EVERY),
    (_pressure, EVERY),
    (_amount, REQUESTS | {"reminder"}),
    (_address, EVERY - {"intro-blurb"}),  # it holds words to another reader
    (_slot, EVERY),
    (wrong_names, EVERY),
    (_flattery, REQUESTS | {"reminder", "thank-you", "report-back", "intro-blurb"}),
    (_reproach, frozenset({"reminder", REQUEST})),
    (_learned, frozenset({"thank-you"})),
    (_new_request, frozenset({"thank-you"})),
)


def quality(
    message: Message, book: Phrasebook, kind: str, reader: Reader = NOBODY
) -> list[Finding]:
    """What could be clearer in a message of this kind, in the order of CHECKS."""
    return [
        finding
        for check, kinds in CHECKS
        if kind in kinds
        for finding in check(message, book, reader)
    ]


def good_signs(message: Message, book: Phrasebook, kind: str) -> list[str]:
    """What is good about a message: keys of `notesync.letters.rules.GOOD`."""
    minutes = book.quality.minutes.search(message.plain)
    digits = minutes.group(1) if minutes else None
    signs = {
        "connection": connected(message, book) and kind in REQUESTS,
        "question": 1 <= len(asks(message, book)) <= FEW_QUESTIONS and kind in REQUESTS,
        "minutes": bool(minutes) and (digits is None or int(digits) in SHORT_TALK),
        "flexible": book.quality.flexible.search(message.plain) is not None and kind in REQUESTS,
        "way-out": not list(_way_out(message, book, NOBODY)) and kind in REQUESTS | {"reminder"},
        "thanks": book.quality.thanks.search(message.plain) is not None
        and not list(_pressure(message, book, NOBODY)),
        "insight": kind == "thank-you" and learned(message, book),
    }
    return [sign for sign, there in signs.items() if there]
