"""Find the people in a piece of a clause, each with the organization that stands behind her."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from notesync.notes.names import search_fold
from notesync.notes.sayings.hearing import Hearing
from notesync.notes.sayings.lexicon import BETWEEN, DAY, ORG, PERSON, pattern
from notesync.notes.sayings.saying import Somebody

_APOSTROPHE = re.compile(r"['’]s?$")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,60}|.)\)")
_SHORT_FORM = r"(?-i:AG|SE|KG|GmbH|Ltd|Inc|[A-Z]{2,})"
_ORG = rf"({{org}}|({{cap}}|{{p}}|{_SHORT_FORM})( ({{cap}}|{{p}}|{_SHORT_FORM}))*)"


def persons(hearing: Hearing, text: str) -> tuple[Somebody, ...]:
    """Everybody in a text, single capitalized words that are no words of the language included."""
    found: list[Somebody] = []
    for token in pattern("{p}|{cap}").finditer(text):
        word = token.group()
        if PERSON <= word[0] < DAY:
            found.append(hearing.masked.people[ord(word[0]) - ord(PERSON)])
        elif not word.isupper() and search_fold(word) not in hearing.lexicon.words:
            found.append(Somebody(_APOSTROPHE.sub("", word)))
    return tuple(dict.fromkeys(found))


def with_org(
    hearing: Hearing, people: tuple[Somebody, ...], text: str, end: int, *, met: bool = False
) -> tuple[Somebody, ...]:
    """People, the last of them with the organization that stands from `end` on.

    Args:
        hearing: The sentence.
        people: The people.
        text: The clause.
        end: Where their names end in it.
        met: Whether we met them, so that "at" can also mean where.
    """
    org, part_of_name, words = _org_behind(hearing, text, end, met=met)
    if not people or not org:
        return people
    last = people[-1]
    if part_of_name and " " not in last.text:
        last = replace(last, text=f"{last.text} {words}", org=org, doubtful=True)
    else:
        last = replace(last, org=org)
    return (*people[:-1], last)


def _org_behind(hearing: Hearing, text: str, end: int, *, met: bool) -> tuple[str, bool, str]:
    """An organization, whether its words can be a part of the name, and these words."""
    lexicon = hearing.lexicon
    behind = pattern(rf" (?P<at>{lexicon.at}) (?P<firm>{_ORG})(?= |$|[,.;:)])").match(text, end)
    if behind:
        org = organization(hearing, behind["firm"])
        where = met and not pattern(lexicon.whose).fullmatch(behind["at"])
        if search_fold(org) in lexicon.words or (where and not _is_known(behind["firm"])):
            return "", False, ""
        noble = not _is_known(behind["firm"]) and behind["at"].casefold() == lexicon.noble
        return org, noble, hearing.masked.plain(behind.group())
    if found := _IN_BRACKETS.match(text, end):
        return organization(hearing, found[1].strip()), False, ""
    return "", False, ""


def _is_known(text: str) -> bool:
    return len(text) == 1 and ORG <= text < BETWEEN


def organization(hearing: Hearing, text: str) -> str:
    """What an organization is called: as the notes know it, else as it stands there."""
    if _is_known(text):
        return hearing.masked.organizations[ord(text) - ord(ORG)]
    return hearing.masked.plain(text)


def each_named(hearing: Hearing, text: str, *, loose: bool = True) -> tuple[list[Somebody], str]:
    """Those whom a list of names means, each with her organization, and what stands behind them.

    Args:
        hearing: The sentence.
        text: The list.
        loose: Whether a single unknown word can be a name.
    """
    names = pattern("{p}|{cap}" if loose else "{p}")
    to_next = pattern(r"[^,;)]*?\)?(?=$|[,;]| (und|and|&) )")
    between = pattern(rf"[\s,{BETWEEN}]*((and|und|&|sowie|also|auch|noch|außerdem|then) ?)*")
    found: list[Somebody] = []
    at = 0
    while match := names.search(text, at):
        people = with_org(hearing, persons(hearing, match.group()), text, match.end())
        if not people or (found and not between.fullmatch(text, at, match.start())):
            if found:
                break
            at = match.end()
            continue
        found += people
        at = match.end()
        if people[0].org and (behind := to_next.match(text, at)):
            at = behind.end()
    return found, text[at:]


def same(one: Sequence[Somebody], other: Sequence[Somebody]) -> bool:
    """Whether the same people are meant."""
    return {key(each) for each in one} == {key(each) for each in other}


def key(somebody: Somebody) -> tuple[str, ...]:
    """What two mentions of somebody share."""
    return somebody.paths or (search_fold(somebody.text),)
