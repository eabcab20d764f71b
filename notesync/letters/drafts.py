"""Turn the facts about a person and a template into the draft of a letter to her.

Text in, text out: templates are read elsewhere. A draft never pretends: what the notes don't say is
marked, what should be thought of before sending is said beside it. A question of mine that would
sound like asking for a job is shortened until it doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from notesync.letters import template as templates
from notesync.letters.advice import ASKING, Advice, advice
from notesync.letters.kinds import FOLLOWING, RELATIONS, REQUESTS
from notesync.letters.lint import Report, lint
from notesync.letters.material import Setting, material, to_meet
from notesync.letters.named import NOBODY, Reader
from notesync.letters.template import Template
from notesync.notes import links, names
from notesync.notes.book import Question
from notesync.views.briefing import open_questions
from notesync.views.questions import questions

# What can be drafted, in the order of the arc.
KINDS = (
    *RELATIONS.values(),
    "reminder",
    "confirm",
    "thank-you",
    "report-back",
    "intro-blurb",
    "news",
    "close-the-loop",
    "offer",
    "decline-give",
)
assert set(KINDS) == (REQUESTS | FOLLOWING) - {"request"}
PLEA = 100  # a plea weighs more than all warnings together
# How a clause begins that wonders: it is asked within a sentence, not by one.
_WONDERING = re.compile(
    r"(?:wie|wieso|warum|weshalb|was|wer|wen|wem|wo|woher|wohin|wann|womit|wof[uü]r|woran|worauf|"
    r"worin|welche\w?|inwie\w+|ob|how|what|why|whether|if|who|where|when|which)\b[^?]*",
    re.IGNORECASE,
)
# What asks about the writer and not about the work: it is left to the talk itself.
_OF_ME = re.compile(r"\b(?:like me|wie mich|wie mir|wie ich)\b", re.IGNORECASE)
# Where a second question is joined to a first one.
_SECOND = re.compile(r",? (?:und|and) (?=[^?]*\?$)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be edited.

    Attributes:
        kind: One of `KINDS`.
        lang, register: How it speaks.
        text: The letter.
        open: Slots that nobody has filled, in the order of the text.
        advice: What to think of before sending.
        question: Key of the question of mine that it asks, or "".
    """

    kind: str
    lang: str
    register: str
    text: str
    open: tuple[str, ...]
    advice: tuple[Advice, ...]
    question: str = ""


def draft(setting: Setting, kind: str, template: Template, reader: Reader = NOBODY) -> Draft:
    """Draft a letter.

    Args:
        setting: Whom it is for, and how it speaks.
        kind: One of `KINDS`.
        template: The template of that kind, language and register.
        reader: The same person as the wording check knows her.
    """
    question = chosen(setting, kind) if kind in ASKING | {"confirm"} else None
    found = material(setting)
    reader = replace(reader, register=setting.register)
    briefly = {slot: text for slot, text in found.items() if slot != "story"}
    tried: list[tuple[int, int, templates.Filled]] = []
    for values in (said | way for way in _ways(setting, question) for said in (found, briefly)):
        filled = templates.fill(template, values, setting.lang)
        report = lint(filled.text, lang=setting.lang, kind=kind, reader=reader)
        tried.append((_weight(report), len(tried), filled))
        if not tried[-1][0]:
            break
    _, _, filled = min(tried, key=lambda each: each[:2])
    return Draft(
        kind,
        setting.lang,
        setting.register,
        filled.text,
        filled.open,
        advice(setting, kind, filled.open),
        question.key if question else "",
    )


def _weight(report: Report) -> int:
    """How much the wording check holds against a draft; what is left to fill in doesn't count."""
    found = [each for each in report.findings if each.rule != "open-slot"]
    return len(found) + (PLEA if report.verdict == "plea" else 0)


def chosen(setting: Setting, kind: str) -> Question | None:
    """The question to ask: the one that is meant or was asked, else the best open one for her."""
    facts, wish, person = setting.facts, setting.wish, setting.person
    if wish.question:
        return facts.book.questions.get(wish.question)
    if wish.about:
        return None
    if kind == "reminder" and (found := _asked_about(setting)):
        return found
    meant = (wish.whom or to_meet(person, facts)) if kind == "intro-blurb" else ""
    whom = facts.people.get(meant, person)
    rows = open_questions(whom, facts, questions(facts))
    fitting = (facts.book.questions[row.key] for row in rows if row.fits and not row.heard)
    return next((each for each in fitting if not each.private), None)


def _asked_about(setting: Setting) -> Question | None:
    """The question of mine that my last ask links to."""
    asks = [event.text for event in setting.person.contact.log if event.verb == "asked"]
    linked = {names.key(link.target) for link in links.find(asks[-1])} if asks else set()
    mine = setting.facts.book.questions.values()
    return next((each for each in mine if names.key(each.name) in linked), None)


def _ways(setting: Setting, question: Question | None) -> Iterator[dict[str, str]]:
    """The ways to put the question, the fullest first; one at least."""
    if question is not None:
        yield from asked(question.question or question.name, question.name)
    elif setting.wish.about:
        yield from asked(setting.wish.about, "")
    else:
        yield {}


def asked(text: str, name: str) -> Iterator[dict[str, str]]:
    """The slots that a question can fill, the fullest way first.

    Args:
        text: The question: a sentence that asks, "how one …", or a topic.
        name: What it is called in short, or "".
    """
    text = " ".join(links.plain(text).split())
    if text.endswith("?"):
        text = text[0].upper() + text[1:]
        shorter = [f"{text[: second.start()]}?" for second in _SECOND.finditer(text)]
        yield from ({"question": one} for one in (text, *shorter[::-1]) if not _OF_ME.search(one))
    elif _WONDERING.fullmatch(text):
        yield {"wondering": text[0].lower() + text[1:].rstrip(".")}
    else:
        yield {"topic": text.rstrip(".")}
    yield {"topic": name or text.rstrip("?")}
