"""Turn a sentence that was heard into a plan: every act in it is written, as one command.

It is written through the same use cases as `log` and `talk`; who is new gets a note first. What was
not understood, or left out, stays as text in the note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from notesync.index import lookup
from notesync.notes import links
from notesync.notes.names import search_fold, stem
from notesync.notes.note import LogLine, Note
from notesync.notes.sayings.saying import NOTE, PLAN, PROMISE, TALK, Act, Somebody
from notesync.workspace import journal_entries, namings, new_notes, promises, talks
from notesync.workspace.hearing import NEW, OUT, Heard
from notesync.workspace.learning import Learned
from notesync.workspace.namings import Named
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Create, Plan, Step
from notesync.workspace.settling import Settled

# Acts that are about a conversation that lies ahead, whose line in the log says till when.
_UNTIL = frozenset({"deferred"})
_FOR = frozenset({"agreed", "moved"})


@dataclass(slots=True)
class _Writing:
    """A plan in the making; ``made`` are the notes of new people by folded name."""

    workspace: Workspace
    heard: Heard
    answers: Mapping[str, str]
    whole: bool
    made: dict[str, Create] = field(default_factory=dict)
    plans: list[Plan] = field(default_factory=list)


def plan(
    workspace: Workspace, heard_: Heard, answers: Mapping[str, str], *, whole: bool = False
) -> Plan:
    """Everything that a sentence says, as one command.

    Args:
        workspace: The vault.
        heard_: The sentence.
        answers: Who is meant by a name in doubt: a path, `NEW` or `OUT`.
        whole: Keep the whole sentence beside what was understood, as what comes from the inbox.

    Raises:
        NotesyncError: As `log` and `talk`.
    """
    writing = _Writing(workspace, heard_, answers, whole)
    for act, settled in zip(heard_.saying.acts, heard_.days, strict=True):
        _write(writing, act, settled)
    sentence = " ".join(heard_.saying.text.split())
    steps: dict[str, Step] = {}
    changes: list[Step] = []
    for step in (*writing.made.values(), *(step for each in writing.plans for step in each.steps)):
        if isinstance(step, Create):
            steps.setdefault(step.path, step)
        else:
            changes.append(step)
    follows = list(dict.fromkeys(each.next for each in writing.plans if each.next))
    left = [name for name, answer in answers.items() if answer == OUT]
    if left:
        follows.append(
            workspace.words.t(
                'Left out: {names}. To note her as somebody new: notesync say … --new "{first}"',
                names=", ".join(left),
                first=left[0],
            )
        )
    return Plan(
        command=f"say {sentence}",
        steps=(*steps.values(), *changes),
        said="\n".join(dict.fromkeys(each.said for each in writing.plans)),
        next=" ".join(follows),
        note=next((each.note for each in writing.plans), ""),
    )


def _write(writing: _Writing, act: Act, settled: Settled) -> None:
    workspace = writing.workspace
    who = [note for one in act.people if (note := _person(writing, one))]
    met = _named(writing, act, who)
    text = _text(writing, act, settled)
    if settled.verb == PLAN and not settled.planned:
        settled = replace(settled, verb=NOTE)
        text = " ".join(writing.heard.saying.text.split())
    if settled.verb == PLAN and len(who) == 1 and _asked(workspace, who[0]):
        settled = replace(settled, verb="agreed")
    if settled.verb in {TALK, PLAN, "no-show"}:
        writing.plans.append(_talk(workspace, who, act, settled, met, text))
        return
    for person in who:
        if settled.verb == PROMISE:
            writing.plans.append(_promise(writing, person, act.promises, text))
            continue
        line = _line(act, settled, met, text)
        writing.plans.append(journal_entries.plan(workspace, person, line, met=met))
        if act.promises:
            writing.plans.append(_promise(writing, person, act.promises, ""))


def _person(writing: _Writing, one: Somebody) -> Note | None:
    """The note of somebody; a new one where the user says so."""
    workspace = writing.workspace
    answer = writing.answers.get(one.text) or (one.paths[0] if len(one.paths) == 1 else OUT)
    if answer == OUT:
        return None
    if answer == NEW:
        key = search_fold(one.text)
        if key not in writing.made:
            header = org_header(workspace, one.org)
            writing.made[key] = namings.newcomer(workspace, one.text, header=header)
        path = writing.made[key].path
        return Note(path, stem(path), "contact")
    return lookup.note(workspace.store, answer)


def org_header(workspace: Workspace, org: str) -> dict[str, str]:
    """The header's line for an organization that stood beside a name, if one did."""
    if not org:
        return {}
    path = new_notes.same_name(workspace, "organization", org)
    return {"org": links.write(new_notes.link_to(workspace, path) if path else org)}


def _named(writing: _Writing, act: Act, by: Sequence[Note]) -> Named:
    """Links to those who were named, and notes for those of them who are new."""
    workspace = writing.workspace
    targets, steps, new = [], [], []
    naming = () if act.verb in journal_entries.NOT_NAMING else by
    for one in act.named:
        key = search_fold(one.text)
        if writing.answers.get(one.text) == NEW and key not in writing.made:
            made = namings.newcomer(workspace, one.text, naming, org_header(workspace, one.org))
            writing.made[key] = made
            steps.append(made)
            new.append(stem(made.path))
        found = _person(writing, one)
        if found and found.path not in {person.path for person in by}:
            targets.append(new_notes.link_to(workspace, found.path))
    return Named(tuple(dict.fromkeys(targets)), tuple(steps), tuple(new))


def _text(writing: _Writing, act: Act, settled: Settled) -> str:
    """What is kept as text: what wasn't understood, or all of it."""
    whole = " ".join(writing.heard.saying.text.split())
    left = any(writing.answers.get(one.text) == OUT for one in (*act.named, *act.people))
    if writing.whole or left:
        return whole
    learned = "" if settled.verb in {TALK, PLAN} else "; ".join(act.learned)
    return "; ".join(filter(None, (act.text, learned)))


def _asked(workspace: Workspace, person: Note) -> bool:
    """Whether she was asked and has not answered: an appointment is her yes."""
    found = workspace.facts.people.get(person.path)
    return bool(found and found.open)


def _talk(
    workspace: Workspace,
    who: Sequence[Note],
    act: Act,
    settled: Settled,
    met: Named,
    text: str,
) -> Plan:
    state = {PLAN: "planned", "no-show": "no-show"}.get(settled.verb, "")
    told = talks.Told(
        on=settled.planned if state == "planned" else settled.on if act.days or not state else "",
        at=act.time,
        by=act.channel,
        kind=act.kind,
        minutes=str(act.minutes or ""),
        city=act.city,
        learned=tuple(map(Learned, act.learned)),
        promises=act.promises,
        state=state,
        text=text,
    )
    return talks.plan(workspace, who, told, met)


def _line(act: Act, settled: Settled, met: Named, text: str) -> LogLine:
    planned = settled.planned
    return LogLine(
        settled.on,
        settled.verb,
        act.channel,
        until=planned if settled.verb in _UNTIL else "",
        on=planned if settled.verb in _FOR else "",
        at=act.time if settled.verb in _FOR and planned else "",
        named=met.links,
        text=text,
    )


def _promise(writing: _Writing, person: Note, told: Sequence[str], text: str) -> Plan:
    """Promises that belong to no conversation stand in the person's own note."""
    workspace, day = writing.workspace, writing.heard.today
    rows = [promises.written(workspace, promise, day) for promise in told]
    english, german = promises.SECTION
    headings = (german, english) if new_notes.language(workspace) == "de" else (english, german)
    steps: list[Step] = [
        Change(person.path, lambda note, row=row: note.add_line(headings, row))  # type: ignore[misc]  # each row its own
        for row in rows
    ]
    said = workspace.words.t(
        "Noted for {name}: {line}", name=person.name, line="; ".join(row[2:] for row in rows)
    )
    if text:
        line = LogLine(day.isoformat(), "note", text=text)
        steps += journal_entries.plan(workspace, person, line).steps
    return Plan("", tuple(steps), said, note=person.path)
