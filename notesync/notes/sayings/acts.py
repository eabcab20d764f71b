"""Find the act in a clause: what happened, with whom, and whether it was mine at all.

A clause that denies something, or intends it, or tells of others, is no act.
"""

from __future__ import annotations

import re
from dataclasses import replace

from notesync.notes.sayings.clauses import HARD, Clause
from notesync.notes.sayings.hearing import Hearing
from notesync.notes.sayings.lexicon import DAY, PERSON, Form, pattern
from notesync.notes.sayings.people import persons, same, with_org
from notesync.notes.sayings.saying import NOTE, PLAN, TALK, Act

# Acts whose own words deny something.
_DENYING = frozenset({"declined", "no-show", "cancelled", "deferred"})
# Acts whose own words can say that something will be.
_INTENDING = frozenset({"agreed", *_DENYING})
_DATE = (
    "Termin|Treffen|Gespräch|Telefonat|Call|Mittagessen|Kaffee|treffen uns|sehen uns"
    "|meeting|appointment|call|lunch|coffee|meet|see"
)
_WHEN = r"(am |on )?{day}[ ,]*(um |gegen |at |around )?{time}"


def acted(hearing: Hearing, clause: Clause) -> bool:
    """``thanked Jonas``: an act of mine, or of hers towards me."""
    if hearing.learning:
        return False
    text = with_topic(hearing, with_pronoun(hearing, clause.text))
    said = form_of(hearing, text) or form_of(hearing, text, loose=True)
    if said is None:
        return False
    form, match = said
    if _guarded(hearing, form, text, match):
        hearing.unclear = True
        return False
    people = with_org(hearing, persons(hearing, match["who"]), text, match.end("who"), met=True)
    if not (hearing.acts and hearing.last.verb == form.verb and same(people, hearing.last.people)):
        other = match.groupdict().get("other")
        named = persons(hearing, other) if other else ()
        hearing.begin(
            Act(form.verb, people, (), "", form.channel, form.kind, named=named, open=form.open)
        )
    hearing.detail(text)
    if _says_something_else(hearing, form, text, match):
        hearing.keep(clause)
    else:
        hearing.keep_rest(replace(clause, text=text))
    return True


def _says_something_else(hearing: Hearing, form: Form, text: str, match: re.Match[str]) -> bool:
    """Whether a clause tells of another act besides, which would be lost."""
    rest = f"{text[: match.start()]} , {text[match.end() :]}"
    other = form_of(hearing, rest)
    return other is not None and other[0].verb != form.verb


def _can_mean_another(hearing: Hearing, form: Form, text: str, match: re.Match[str]) -> bool:
    """``lunch with Meike and Jonas said yes``: who belongs to which act can't be told."""
    if len(persons(hearing, match["who"])) == 1:
        return False
    one = set(range(*match.span()))
    for other in hearing.lexicon.forms:
        if {other.verb, form.verb} <= {TALK, PLAN} or other.verb == form.verb:
            continue
        found = pattern(other.text).search(text)
        two = set(range(*found.span())) if found else set()
        if one & two and one - two and two - one:
            return True
    return False


def unreached(hearing: Hearing, clause: Clause) -> bool:
    """``called Ida, voicemail``: behind a call it says that there was no talk."""
    if not hearing.acts or hearing.last.verb != TALK or clause.before in HARD:
        return False
    if not pattern(hearing.lexicon.unreached).search(clause.text):
        return False
    hearing.change(verb=NOTE)
    return True


def with_pronoun(hearing: Hearing, text: str) -> str:
    """A clause with whoever was spoken of in the place of "she"."""
    found = pattern(hearing.lexicon.she).match(text)
    if found is None or not hearing.person:
        return text
    masked, person = hearing.masked, hearing.person[0]
    return masked.sign(PERSON, masked.people, person, found.group()) + text[found.end() :]


def with_topic(hearing: Hearing, text: str) -> str:
    """``Jonas: said yes`` says it of Jonas."""
    topic = hearing.person[:1] if not hearing.acts and not hearing.people(text) else ()
    if not topic or not pattern(hearing.lexicon.of_topic).match(text):
        return text
    sign = hearing.masked.sign(PERSON, hearing.masked.people, topic[0], "")
    return f"{sign} hat {text}" if hearing.lexicon.lang == "de" else f"{sign} {text}"


def form_of(
    hearing: Hearing, text: str, *, loose: bool = False
) -> tuple[Form, re.Match[str]] | None:
    """How a clause says that something happened; with `loose` of somebody nobody knows."""
    for form in hearing.lexicon.forms:
        for match in pattern(form.text, loose=loose).finditer(text):
            mine = form.by != "me" or not _others(hearing, text, match)
            if mine and persons(hearing, match["who"]):
                return form, match
    return None


def _others(hearing: Hearing, text: str, match: re.Match[str]) -> bool:
    """Whether somebody else than me does it."""
    lexicon = hearing.lexicon
    she = lexicon.she.removeprefix("^")
    subject = rf"^({lexicon.adverbs})*{{p}}( (and|und) {{p}})* ({lexicon.has})"
    passive = r"(is|was|were|been|being|wird|wurde|werden)"
    # "Nora bei Henrik bedankt": what stands before a preposition is no subject.
    behind = pattern("(bei|mit|an|mich) ").match(match.group())
    if not behind and pattern(rf"(^|\s)({{p}}|{she}|{passive})\s*$").search(text[: match.start()]):
        return True
    return bool(pattern(subject).search(text) or pattern(lexicon.turned).search(text))


def _guarded(hearing: Hearing, form: Form, text: str, match: re.Match[str]) -> bool:
    """Whether the clause says that it did not happen, not yet, or between others."""
    lexicon = hearing.lexicon
    if form.verb not in _DENYING and pattern(lexicon.denied).search(text):
        return True
    if form.verb in {TALK, PLAN} and pattern(lexicon.undone).search(text):
        return True
    if _somebody_elses(hearing, text, match) or _can_mean_another(hearing, form, text, match):
        return True
    if form.verb in _INTENDING:
        return False
    meant = pattern(lexicon.meant).search(text)
    if meant and meant.group() not in match.group():
        return True
    if form.verb != TALK or form.by == "me":
        return False
    found = pattern(rf"^({lexicon.adverbs})*(?P<subject>{{p}}) ({lexicon.has})").search(text)
    me = pattern(r"\b(mich|mir|me|I|ich)\b").search(text)
    return bool(found and match.start("who") > found.start("subject") and not me)


def _somebody_elses(hearing: Hearing, text: str, match: re.Match[str]) -> bool:
    """``Meike's boss`` is not Meike."""
    kin = hearing.lexicon.kin
    if pattern(rf" ({kin})\b").match(text, match.end("who")):
        return True
    if pattern(rf"\b({kin}) (von|of) $").search(text[: match.start("who")]):
        return True
    behind = text[match.end("who") :][:2]
    genitive = match["who"][-1] in hearing.masked.genitives
    return (genitive and behind[:1] == " ") or behind in {"' ", "’ "}


def another_date(hearing: Hearing, clause: Clause) -> bool:
    """``meeting on Friday at 10``: another conversation with whoever was spoken of.

    Behind a yes, day and time are enough: ``Friday 12:30 in the canteen``.
    """
    text = clause.text
    if hearing.learning or not hearing.person:
        return False
    agreed = hearing.acts and hearing.last.verb == "agreed" and not hearing.last.days
    meeting = pattern("{day}").search(text) and pattern(rf"\b({_DATE})\b").search(text)
    if not meeting and not (agreed and pattern(_WHEN).match(text)):
        return False
    days = (hearing.masked.days[ord(sign) - ord(DAY)] for sign in pattern("{day}").findall(text))
    if pattern(hearing.lexicon.denied).search(text) or any(when.way == "back" for when in days):
        return False
    waiting = hearing.acts and hearing.last.verb in {TALK, PLAN, "agreed"} and not hearing.last.days
    if not waiting:
        hearing.begin(Act(PLAN, hearing.person))
    hearing.detail(text)
    hearing.keep_rest(clause)
    return True
