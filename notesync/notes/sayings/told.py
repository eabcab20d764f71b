"""Find what she told in a clause: whom she named, what I learned, what was promised."""

from __future__ import annotations

from dataclasses import replace

from notesync.notes.sayings.acts import acted, form_of
from notesync.notes.sayings.clauses import DASHES, HARD, Clause
from notesync.notes.sayings.hearing import Hearing
from notesync.notes.sayings.lexicon import Lexicon, pattern
from notesync.notes.sayings.people import each_named, organization, persons, same
from notesync.notes.sayings.saying import NOTE, PROMISE, TALK, Act

# Acts in which her naming somebody says: no, but talk to …
_SENT_ON = frozenset({"declined", "referred"})
# Before an intention, which is a promise only where it was said to somebody.
_WILL = frozenset({"", "ich", "i'll", "i will", "will", "i'm going to", "i am going to", "i shall"})
_ENOUGH = 3  # words of an insight that nothing but a colon announces

# ---------------------------------------------------------------- names


def named(hearing: Hearing, clause: Clause) -> bool:
    """``she named Carla Voigt at Elbgrün``."""
    where = _naming(clause.text, hearing.lexicon)
    if where is None:
        return False
    before, names = clause.text[: where[0]], where[1]
    found, rest = each_named(hearing, names)
    by = tuple(hearing.people(before))
    if found and form_of(hearing, before):
        acted(hearing, replace(clause, text=before))
    if not found or not (hearing.acts or by or hearing.person):
        return False
    if not hearing.acts or (by and not same(by, hearing.last.people)):
        sent_on = pattern(hearing.lexicon.referring).search(clause.text)
        hearing.begin(Act("referred" if sent_on else NOTE, by or hearing.person))
    elif hearing.last.verb in _SENT_ON:
        hearing.change(verb="referred")
    _add(hearing, names)
    hearing.detail(clause.text, but=names)
    hearing.learning = False
    if hearing.says_more(rest):
        hearing.keep(clause)
    return True


def _naming(text: str, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where a naming begins, and the words in which the names stand."""
    for last in lexicon.named_before:
        if found := pattern(last).search(text):
            return found.start(), found["names"]
    if found := pattern(rf"\b({lexicon.naming})").search(text):
        return found.start(), text[found.end() :]
    return None


def _add(hearing: Hearing, text: str, *, loose: bool = True) -> None:
    held = list(hearing.last.named)
    for one in each_named(hearing, text, loose=loose)[0]:
        if one not in held and not same((one,), hearing.last.people):
            held.append(one)
    hearing.change(named=tuple(held))


def more_names(hearing: Hearing, clause: Clause) -> bool:
    """``… and Rita Kranz (Elbgrün)``: nothing but names, right behind others."""
    if not hearing.naming or not hearing.acts or clause.before in HARD:
        return False
    at = hearing.lexicon.at
    item = rf"({{p}}|{{cap}})( ({at}) ({{org}}|{{p}}|{{cap}})|\s*\([^)]*\))?"
    if pattern("{org}").fullmatch(clause.text) and hearing.last.named:
        *others, last = hearing.last.named
        org = last.org or organization(hearing, clause.text)
        hearing.change(named=(*others, replace(last, org=org)))
        return True
    whole = rf"(and |und )?{item}( (and|und|&) {item})*"
    if not pattern(whole).fullmatch(clause.text) or not persons(hearing, clause.text):
        return False
    if not hearing.last.named:
        return False
    # Behind "Ben Adler" one word is rather what he does than somebody else.
    _add(hearing, clause.text, loose=" " not in hearing.last.named[-1].text)
    return True


# ---------------------------------------------------------------- insights


def learned(hearing: Hearing, clause: Clause) -> bool:
    """``learned that sales decides``: an insight, to the end of the sentence."""
    found = pattern(rf"^{hearing.lexicon.learned}").match(clause.text)
    if found is None or not (hearing.acts or hearing.person):
        return False
    rest = clause.text[found.end() :]
    if not rest and clause.after not in {":", ","}:
        return False
    hearing.change(learned=(*hearing.last.learned, _insight(hearing, rest)))
    hearing.learning = True
    return True


def _insight(hearing: Hearing, text: str) -> str:
    return hearing.masked.plain(pattern("^(dass|that) ").sub("", text))


def goes_on(hearing: Hearing, clause: Clause) -> bool:
    """What goes on with an insight; or is one, behind the colon of a conversation."""
    if hearing.learning and hearing.acts:
        *others, last = hearing.last.learned
        mark = f" {clause.before} " if clause.before in DASHES else f"{clause.before} "
        mark = " " if clause.before == "&" else mark
        told = hearing.masked.plain(clause.text)
        both = f"{last}{mark}{told}" if last else _insight(hearing, clause.text)
        hearing.change(learned=(*others, both))
        return True
    behind_colon = clause.before == ":" and hearing.acts and hearing.last.verb == TALK
    if behind_colon and len(clause.text.split()) >= _ENOUGH and not hearing.unclear:
        hearing.learning = True
        hearing.change(learned=(*hearing.last.learned, _insight(hearing, clause.text)))
        return True
    return False


# ---------------------------------------------------------------- promises


def promised(hearing: Hearing, clause: Clause) -> bool:
    """``I'll send her the article by Friday``: a promise, mine or hers."""
    if hearing.promising:
        _promise(hearing, hearing.promising, clause.text)
        hearing.promising = ""
        return True
    for who, table in (("they", hearing.lexicon.theirs), ("me", hearing.lexicon.mine)):
        for text in table:
            found = pattern(text).match(clause.text)
            if found and _promised(hearing, clause, who, found["told"]):
                return True
    return False


def _promised(hearing: Hearing, clause: Clause, who: str, told: str) -> bool:
    before = clause.text[: len(clause.text) - len(told)]
    people = tuple(hearing.people(before) or (hearing.people(told) if who == "me" else ()))
    if not (hearing.acts or people or hearing.person):
        return False
    if pattern(r"\b(nicht|not)\b").search(clause.text):
        return False
    if not told and clause.after not in {",", ":"}:
        return False
    alone = who == "me" and not hearing.acts and before.strip().casefold() in _WILL
    if alone and not pattern(rf"({hearing.lexicon.giving})\b").match(told):
        return False
    if not hearing.acts or (people and not same(people, hearing.last.people)):
        hearing.begin(Act(PROMISE, people or hearing.person))
    hearing.learning = False
    if not told:
        hearing.promising = who
        return True
    _promise(hearing, who, told)
    introduced = pattern("introduce me to |mich (?=(mit )?{p})").search(told)
    if who == "they" and introduced:  # then she has named somebody
        _add(hearing, told[introduced.end() :], loose=False)
    return True


def _promise(hearing: Hearing, who: str, told: str) -> None:
    promise = f"{who}: {hearing.masked.plain(told)}"
    hearing.change(promises=(*hearing.last.promises, promise))


def until(hearing: Hearing, clause: Clause) -> bool:
    """``by Friday``, behind a comma: till when the promise is to be kept."""
    due = pattern(rf"^({hearing.lexicon.due})\b").match(clause.text)
    if not due or not hearing.acts or not hearing.last.promises:
        return False
    *others, last = hearing.last.promises
    hearing.change(promises=(*others, f"{last} {hearing.masked.plain(clause.text)}"))
    return True
