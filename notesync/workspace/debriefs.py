"""Give a conversation's note the headings of a debrief, for two minutes in an editor.

What is filled in below them is read as insights, surprises, names and promises (docs/format.md,
"What a conversation says"); what stays empty counts as nothing. Headings that are there already are
not made again. Source: method.md, "Debrief after a conversation".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from notesync.errors import NotFound
from notesync.index import lookup
from notesync.notes import document, lines, links, names
from notesync.notes.body import SECTIONS
from notesync.notes.book import Question
from notesync.notes.document import Document
from notesync.notes.names import search_fold
from notesync.notes.note import Note
from notesync.views.briefing import briefing
from notesync.views.questions import ASKING, questions
from notesync.words import N_, Words
from notesync.workspace import conversations, new_notes, promises
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Create, Plan, Step
from notesync.workspace.speech import speak

MOST_QUESTIONS = 5
MORE = N_("More or less of it? (behind the question: +{option} or -{option})")
WHO = N_("Who else should I talk to? May I mention you?")
CONFIDENCE = ("confidence_before", "confidence_after")


class NoTalk(NotFound):
    """No conversation with that person has a note."""

    sentence = N_("There is no note of a conversation with {name} yet. To write one: {command}")

    def __init__(self, **values: object) -> None:
        """Say which command writes one."""
        super().__init__(**values, command=f'notesync talk "{values["name"]}" --edit')


def with_form(workspace: Workspace, plan: Plan, people: Sequence[Note]) -> Plan:
    """A plan whose note also gets the form.

    Args:
        workspace: The vault.
        plan: What `talks.plan` gave; its first step is about the conversation's note.
        people: With whom it was.
    """
    first, *rest = plan.steps
    filled = _filled(workspace, first, _asked(workspace, people))
    return replace(plan, steps=(filled, *rest))


def last_talk(workspace: Workspace, person: Note) -> Plan:
    """The form alone, for the last conversation that took place with a person.

    Raises:
        NoTalk: There is none.
    """
    talks = (
        workspace.facts.people[person.path].talks if person.path in workspace.facts.people else ()
    )
    noted = [talk for talk in talks if talk.noted]
    if not noted:
        raise NoTalk(name=person.name)
    path = noted[-1].path
    step = _filled(workspace, Change(path, lambda note: note), _asked(workspace, [person]))
    return Plan(f"edit {person.name} --talk", (step,), note=path)


def is_empty(workspace: Workspace, path: str) -> bool:
    """Whether nothing of a debrief is filled in."""
    note = lookup.note(workspace.store, path)
    if note is None:
        return False
    facts = (note.insights, note.surprises, note.promises, note.named)
    return not any(facts) and not any(note.text(key) for key in CONFIDENCE)


def _filled(workspace: Workspace, step: Step, asked: Sequence[Question]) -> Step:
    lang = new_notes.language(workspace)
    words = speak(lang, workspace.words.form)
    linked = [(links.write(new_notes.link_to(workspace, one.key)), one) for one in asked]
    if isinstance(step, Create):
        return replace(step, text=_form(document.read(step.text), linked, words).text)
    if isinstance(step, Change):
        splice = step.splice
        return replace(step, splice=lambda note: _form(splice(note), linked, words))
    return step


def _asked(workspace: Workspace, people: Sequence[Note]) -> list[Question]:
    """The questions on which they may have said something."""
    facts = workspace.facts
    known = [one.path for one in people if one.path in facts.people]
    keys = [row.key for key in known[:1] for row in briefing(key, facts).questions]
    if not keys:
        rows = (row for row in questions(facts) if row.state in ASKING)
        keys = [row.question.key for row in rows]
    found = (facts.book.questions.get(key) for key in keys)
    return [one for one in found if one and not one.private][:MOST_QUESTIONS]


# ---------------------------------------------------------------- the form


def _form(note: Document, asked: Sequence[tuple[str, Question]], words: Words) -> Document:
    """The note with every heading that it lacks."""
    for key in CONFIDENCE:
        spelled = conversations.spelled(note, "conversation", key)
        note = note if spelled in note.header else conversations.put(note, key, "")
    learned = _in_order(SECTIONS["learned"], words)
    present = _titles(note)
    if not asked and not present.intersection(map(search_fold, learned)):
        note = note.add_line(learned, "- ")
    for link, question in asked:
        target = names.without_suffix(question.key)
        headings = (link, question.name, links.write(target))
        if not _titles(note).intersection(map(search_fold, headings)):
            note = note.add_line(headings, "- ", level=3, under=learned)
    return _with_tail(_with_stances(note, asked, learned, words), words)


def _with_stances(
    note: Document,
    asked: Sequence[tuple[str, Question]],
    learned: Sequence[str],
    words: Words,
) -> Document:
    """A line for each question that offers a choice: does this speak for more of it, or less?"""
    choices = [(link, question) for link, question in asked if question.options]
    if not choices:
        return note
    heading = words.t(MORE, option=choices[0][1].options[0])
    if any(title.startswith(search_fold(heading[:12])) for title in _titles(note)):
        return note
    for link, _ in choices:
        note = note.add_line((heading,), f"- {link} ", level=3, under=learned)
    return note


def _with_tail(note: Document, words: Words) -> Document:
    """The sections that stand below what was learned."""
    newline = lines.newline_before(note.text, note.body_start)
    present = _titles(note)
    rows = [row for part in _tail(words) if not present & part[0] for row in part[1]]
    if not rows:
        return note
    text = note.text
    if not text.endswith(("\n", "\r")):
        text += newline
    gap = newline if note.body.strip() else ""
    return document.read(text + gap + newline.join(rows), note.path)


def _tail(words: Words) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    """(what the heading may be called, the rows), for each of these sections."""
    me, they = ("ich", "sie") if words.lang == "de" else ("me", "they")
    surprised = ("What surprised me", "Was mich überrascht hat")
    for called, shown, rows in (
        (SECTIONS["surprises"], surprised, ("- ",)),
        (SECTIONS["names"], SECTIONS["names"], (f"<!-- {words.t(WHO)} -->", "", "- ")),
        (promises.SECTION, promises.SECTION, (f"- [ ] {me}: ", f"- [ ] {they}: ")),
    ):
        heading = f"## {_in_order(shown, words)[0]}"
        yield frozenset(map(search_fold, called)), (heading, "", *rows, "")


def _in_order(headings: Sequence[str], words: Words) -> tuple[str, ...]:
    english, german, *more = headings
    return (german, english, *more) if words.lang == "de" else (english, german, *more)


def _titles(note: Document) -> set[str]:
    from notesync.notes.sections import sections  # markdown-it, for whoever writes

    return {search_fold(section.title.strip(" :*_")) for section in sections(note.body)}
