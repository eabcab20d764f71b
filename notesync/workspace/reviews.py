"""Write a week's review: what moved, what was learned and decided, and the next three steps.

One note a week, made or brought up to date. What notesync writes stands in a block of its own; the
rest of the note is the user's, and so is every line of the block that she has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from notesync.errors import UsageError
from notesync.notes import blocks, document, links, names, values
from notesync.notes.blocks import Part
from notesync.notes.document import Document
from notesync.notes.names import search_fold
from notesync.views import steps as views
from notesync.views.facts import Facts, gather
from notesync.views.labels import MOVED
from notesync.views.moved import MOVES, Move
from notesync.views.sentences import label, reason
from notesync.views.week import Week, week
from notesync.words import N_, Words
from notesync.workspace import new_notes
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Create, Plan, Step
from notesync.workspace.speech import speak

# Folded word -> weeks from this one.
THIS_OR_LAST: Mapping[str, int] = {
    **dict.fromkeys(("", "this", "current", "now", "diese", "dieser", "jetzt", "aktuelle"), 0),
    **dict.fromkeys(("last", "previous", "letzte", "letzter", "vorige", "vergangene"), -1),
}
_NUMBER = re.compile(r"(?:[kc]?w|woche|week)?\s*([0-9]{1,2})")


class NoWeek(UsageError):
    """What was typed is no week."""

    sentence = N_('"{value}" is not a week. Write it as 2026-W19, 19 or last.')


class WeekAhead(UsageError):
    """A week that has not begun."""

    sentence = N_("Today is in {today}, and {week} has not begun yet.")


@dataclass(frozen=True, slots=True)
class Review:
    """A week and what becomes of its note.

    Attributes:
        name: ``2026-W19``.
        week: What happened in it.
        facts: Everything, as it stood on its last day, or today.
        parts: What notesync says of it, in the vault's language.
        plan: What is written.
    """

    name: str
    week: Week
    facts: Facts
    parts: tuple[Part, ...]
    plan: Plan


def week_named(typed: str, today: date) -> str:
    """The ISO week that is meant by ``2026-W19``, ``19``, ``KW 19``, ``last``.

    Raises:
        NoWeek: None.
        WeekAhead: One that has not begun.
    """
    folded = search_fold(" ".join(typed.split())).removesuffix(" woche").removesuffix(" week")
    if folded in THIS_OR_LAST:
        return _name(today + timedelta(weeks=THIS_OR_LAST[folded]))
    found = values.week(typed.strip().upper().replace(" ", ""))
    if found is None and (number := _NUMBER.fullmatch(folded)):
        found = _latest(int(number[1]), today)
    if found is None:
        raise NoWeek(value=typed)
    if found > _name(today):
        raise WeekAhead(week=found, today=_name(today))
    return found


def _name(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def _latest(number: int, today: date) -> str | None:
    """The last week of this number that has begun."""
    year = today.isocalendar().year
    weeks = (values.week(f"{each}-W{number:02}") for each in (year, year - 1))
    return next((week for week in weeks if week and week <= _name(today)), None)


def review(workspace: Workspace, name: str) -> Review:
    """Look back on a week, and plan what its note gets.

    Args:
        workspace: The vault.
        name: ``2026-W19``.
    """
    sunday = date.fromisocalendar(int(name[:4]), int(name[-2:]), 7)
    facts = _facts(workspace, min(sunday, workspace.today))
    found = week(facts)
    vault_words = speak(new_notes.language(workspace), workspace.words.form)
    parts = tuple(_parts(workspace, found, facts, vault_words))
    step = _step(workspace, name, found, parts, vault_words)
    said = workspace.words.t("Your review of {week}: {path}", week=name, path=step.path)
    plan = Plan(f"review {name}", (step,), said, note=step.path)
    return Review(name, found, facts, parts, plan)


def _facts(workspace: Workspace, day: date) -> Facts:
    if day == workspace.today:
        return workspace.facts
    return gather(workspace.everything, day, workspace.calendar, workspace.vault.config.rhythm)


# ---------------------------------------------------------------- the note


def _step(
    workspace: Workspace, name: str, found: Week, parts: tuple[Part, ...], words: Words
) -> Step:
    block = f"review {name}"

    def splice(note: Document) -> Document:
        return blocks.put(note, block, parts)

    path = next(_notes_of(workspace, name), "")
    if path:
        return Change(path, splice)
    title = words.t(
        "{week} of {year}, {first} to {last}",
        week=words.week(found.first),
        year=name[:4],
        first=words.day(found.first),
        last=words.day(found.last),
    )
    title = f"# {title[:1].upper()}{title[1:]}"
    made = new_notes.create(workspace, "review", name, {"week": name}, title)
    newline = "\r\n" if "\r\n" in made.text else "\n"
    text = splice(document.read(made.text)).text
    own = words.t("In my own words")
    return Create(made.path, f"{text}{newline}## {own}{newline}{newline}")


def _notes_of(workspace: Workspace, name: str) -> Iterator[str]:
    """The notes that are this week's review already, by their key or their name."""
    from notesync.index.lookup import Filter, select

    for listed in select(workspace.store, Filter(kind="review")):
        if (listed.text("week") or values.week(listed.name[:8])) == name:
            yield listed.path


def _parts(workspace: Workspace, found: Week, facts: Facts, words: Words) -> Iterator[Part]:
    told = tuple(f"- {row}" for row in _moved(workspace, found.moved, words))
    learned = tuple(
        f"- {lesson.text} — {_links(workspace, [*lesson.people, *filter(None, [lesson.question])])}"
        for lesson in found.learned
    )
    decided = tuple(
        f"- {_links(workspace, [key])}: {decision}" if decision else f"- {_links(workspace, [key])}"
        for key, decision in found.decided
    )
    following = tuple(f"- {_next(workspace, step, facts, words)}" for step in found.next)
    quiet = words.t("A quiet week. Those are part of it.")
    nothing = words.t("Nothing written down this week.")
    open_ = words.t("Nothing yet; it may take its time.")
    rest = words.t("Nothing is waiting.")
    yield Part(f"## {words.t('What moved')}", told or (quiet,))
    yield Part(f"## {words.t('What I learned')}", learned or (nothing,))
    yield Part(f"## {words.t('What I decided')}", decided or (open_,))
    yield Part(f"## {words.t('What comes next')}", following or (rest,))


def _moved(workspace: Workspace, moves: Iterable[Move], words: Words) -> Iterator[str]:
    """What moved, people of one kind together; who referred me stands alone."""
    by_code = {code: [move for move in moves if move.code == code] for code in MOVES}
    for code, found in by_code.items():
        if code == "referred":
            for move in found:
                text = MOVED["referred" if move.named else "declined"]
                yield _sentence(workspace, text, [move], words)
        elif found:
            yield _sentence(workspace, MOVED[code], found, words)


def _sentence(workspace: Workspace, text: str, moves: list[Move], words: Words) -> str:
    people = [move.contact for move in moves]
    named = [key for move in moves for key in move.named]
    return words.t(text, names=_links(workspace, people), named=_links(workspace, named))


def _next(workspace: Workspace, step: views.Step, facts: Facts, words: Words) -> str:
    what, why = label(step, facts, words), reason(step, facts, words)
    if step.contact in facts.people:
        name = _links(workspace, [step.contact])
        return words.t("{name}: {what} ({why})", name=name, what=what, why=why)
    return words.t("{what} ({why})", what=what, why=why)


def _links(workspace: Workspace, keys: Iterable[str]) -> str:
    """Links to people and questions; those without a note are linked by their name."""
    book = workspace.everything
    found = []
    for key in dict.fromkeys(keys):
        if key.startswith("?"):
            contact = book.contacts.get(key)
            found.append(links.write(names.safe_name(contact.name if contact else key[1:])))
        else:
            found.append(links.write(new_notes.link_to(workspace, key)))
    return ", ".join(found)
