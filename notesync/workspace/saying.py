"""Turn a sentence of the user's own into a plan: settle who is meant, then write every act.

`heard` reads the sentence with the names that the notes know; `Heard.doubts` are the questions that
it leaves open, which a door asks or answers itself; `plan` writes through the same use cases as
`log` and `talk`, all of it as one command that `undo` takes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from notesync.errors import NotFound, UsageError
from notesync.index import lookup
from notesync.notes import links, names
from notesync.notes.likeness import similar
from notesync.notes.names import search_fold
from notesync.notes.note import LogLine, Note
from notesync.notes.sayings.known import Known, known
from notesync.notes.sayings.reading import read
from notesync.notes.sayings.saying import NOTE, PLAN, PROMISE, TALK, Act, Saying, Somebody
from notesync.words import N_
from notesync.workspace import journal_entries, namings, new_notes, promises, talks
from notesync.workspace.learning import Learned
from notesync.workspace.namings import Named
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Create, Plan, Step
from notesync.workspace.settling import Settled, settle

NEW, OUT = "new", "out"  # what may become of somebody unknown, beside the path of whom it is
# Acts that are about a conversation that lies ahead, whose line in the log says till when.
_UNTIL = frozenset({"deferred"})
_FOR = frozenset({"agreed", "moved"})


class Nobody(UsageError):
    """A sentence in which nobody is found."""

    sentence = N_(
        "Nobody of your notes is in “{sentence}”. Name somebody, for example: "
        'notesync say "Coffee with {example}"'
    )


class NotKnown(NotFound):
    """Somebody who isn't in the notes, and nobody to ask."""

    sentence = N_(
        "“{name}” is not in your notes{near}. If that is somebody new: "
        'notesync say … --new "{name}"'
    )


class WhichDay(UsageError):
    """Words that fix no day, and nobody to ask."""

    sentence = N_("Which day is meant by “{words}”? Add it as --on DATE.")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody of whom it isn't clear who she is.

    Attributes:
        name: Her name as it stands in the sentence.
        paths: Whom it can mean, the likest first.
        needed: Whether nothing can be written without her.
        certain: Whether one of `paths` bears this very name.
    """

    name: str
    paths: tuple[str, ...]
    needed: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence, read.

    Attributes:
        saying: What it says.
        today: The day on which it was said.
        doubts: Who isn't clear.
        days: Each act's days.
    """

    saying: Saying
    today: date
    doubts: tuple[Doubt, ...]
    days: tuple[Settled, ...]


def names_known(workspace: Workspace) -> Known:
    """Everybody and everything that the notes know by name."""
    rows = workspace.store.rows
    sql = "SELECT path, names.name FROM names JOIN notes ON notes.id = note WHERE kind = ?"
    organizations = (name for _, name in rows(f"{sql} ORDER BY path", ("organization",)))
    cities = rows("SELECT DISTINCT value FROM fields WHERE key = 'city'")
    return known(namings.everybody(workspace), organizations, (city for (city,) in cities))


def heard(workspace: Workspace, sentence: str, today: date | None = None, on: str = "") -> Heard:
    """Read a sentence.

    Args:
        workspace: The vault.
        sentence: The sentence.
        today: The day on which it was said, if not today.
        on: The ISO day that the user says beside it; "" where the sentence says it.

    Raises:
        Nobody: Nobody is in it.
        NotADay: It speaks of a day that doesn't exist.
    """
    today = today or workspace.today
    saying = read(sentence, names_known(workspace), new_notes.language(workspace))
    if not saying.acts:
        example = workspace.store.value(
            "SELECT name FROM notes WHERE kind = 'contact' ORDER BY id DESC LIMIT 1"
        )
        raise Nobody(sentence=" ".join(sentence.split()), example=example or "Nora Lind")
    days = tuple(_settled(act, today, on) for act in saying.acts)
    return Heard(saying, today, tuple(_doubts(workspace, saying)), days)


def _settled(act: Act, today: date, on: str) -> Settled:
    found = settle(act, today)
    if not on:
        return found
    if found.verb == PLAN or (found.verb == TALK and on > today.isoformat()):
        return Settled(PLAN, today.isoformat(), on)
    return replace(found, on=on, days=(), vague="")


def on_day(heard_: Heard, day: str) -> Heard:
    """The same with the user's answer to which day was meant."""
    days = tuple(
        _settled(act, heard_.today, day) if settled.days or settled.vague else settled
        for act, settled in zip(heard_.saying.acts, heard_.days, strict=True)
    )
    return replace(heard_, days=days)


# ---------------------------------------------------------------- who is meant


def _doubts(workspace: Workspace, saying: Saying) -> Iterable[Doubt]:
    found: dict[str, Doubt] = {}
    everybody = namings.everybody(workspace)
    for act in saying.acts:
        for one, needed in (
            *((one, True) for one in act.people),
            *((one, False) for one in act.named),
        ):
            if len(one.paths) == 1 and not one.doubtful:
                continue
            key = search_fold(one.text)
            held = key in found and found[key].needed
            paths = one.paths or _like(workspace, one.text, everybody)
            certain = bool(one.paths) and not one.doubtful
            found[key] = Doubt(one.text, paths, needed or held, certain)
    return found.values()


def _like(workspace: Workspace, name: str, everybody: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Those whom a name that nobody has can mean all the same."""
    found = lookup.resolve(workspace.store, name, ("contact",))
    return tuple(dict.fromkeys((*found, *similar(name, everybody))))


def alone(heard_: Heard, new: Sequence[str]) -> dict[str, str]:
    """What becomes of those in doubt where nobody can be asked.

    Args:
        heard_: The sentence.
        new: Names that the user says are of somebody new.

    Raises:
        NotKnown: Somebody is needed and not known.
        Ambiguous: Somebody can be several.
        WhichDay: The day isn't clear.
    """
    from notesync.workspace.opening import Ambiguous

    fresh = {search_fold(name) for name in new}
    answers = {}
    for doubt in heard_.doubts:
        if search_fold(doubt.name) in fresh:
            answers[doubt.name] = NEW
        elif doubt.certain:
            candidates = ", ".join(map(names.without_suffix, doubt.paths))
            raise Ambiguous(name=doubt.name, candidates=candidates)
        elif doubt.needed:
            near = ", ".join(_stem(path) for path in doubt.paths[:3])
            raise NotKnown(name=doubt.name, near=f" ({near}?)" if near else "")
        else:
            answers[doubt.name] = OUT
    if unclear := unclear_day(heard_):
        raise WhichDay(words=unclear)
    return answers


def unclear_day(heard_: Heard) -> str:
    """The words whose day isn't clear, or ""."""
    for act, settled in zip(heard_.saying.acts, heard_.days, strict=True):
        if settled.days or settled.vague:
            return settled.vague or next((when.text for when in act.days), "")
    return ""


def _stem(path: str) -> str:
    return names.without_suffix(path).rpartition("/")[2]


# ---------------------------------------------------------------- writing


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
        return Note(path, _stem(path), "contact")
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
            new.append(_stem(made.path))
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
