"""Turn ``KEY=VALUE`` into a splice of any note's header, and a decision into the question's note.

Keys of ours are checked and written as files need them; any other key takes what was typed. Only
the lines of the keys that were named change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notesync.errors import UsageError
from notesync.index import lookup
from notesync.notes import names
from notesync.notes.document import Document, Nested
from notesync.notes.fields import KEYS, FieldKey, folded_key, key_of
from notesync.notes.note import Note
from notesync.words import N_
from notesync.workspace import typed
from notesync.workspace.new_notes import language, link_to
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan, Splice

_PAIR = re.compile(r"\s*([^=]*?)\s*([+-]?)=(.*)", re.DOTALL)


class NotAPair(UsageError):
    """What was typed has no ``=``, or no key before it."""

    sentence = N_("“{value}” is no KEY=VALUE. Lists also take KEY+=VALUE and KEY-=VALUE.")


class NotAnOption(UsageError):
    """A decision for something that the question doesn't ask about."""

    sentence = N_("“{value}” is none of the options of “{question}”. They are: {known}.")


@dataclass(frozen=True, slots=True)
class Assignment:
    """One ``KEY=VALUE``, ``KEY+=VALUE`` or ``KEY-=VALUE``; ``sign`` is "", "+" or "-"."""

    key: str
    sign: str
    value: str


def assignment(text: str) -> Assignment:
    """Read one pair.

    Raises:
        NotAPair: It is none.
    """
    found = _PAIR.fullmatch(text)
    if found is None or not found[1]:
        raise NotAPair(value=text)
    return Assignment(found[1], found[2], found[3].strip())


def set_keys(workspace: Workspace, note: Note, pairs: Sequence[Assignment]) -> Plan:
    """Set, add to, take from or remove keys of a note.

    Raises:
        UsageError: A value can't be meant for its key.
    """
    splices = [_splice(workspace, note, pair) for pair in pairs]

    def splice(read: Document) -> Document:
        for one in splices:
            read = one(read)
        return read

    keys = ", ".join(dict.fromkeys(pair.key for pair in pairs))
    said = workspace.words.t("{name}: {keys} changed.", name=note.name, keys=keys)
    for key, near in _near_misses(note.kind, pairs):
        hint = workspace.words.t(
            '"{key}" is a key of your own now. Did you mean "{near}"? '
            "To take it back: notesync undo",
            key=key,
            near=near,
        )
        said = f"{said} {hint}"
    return Plan(f"set {note.name}", (Change(note.path, splice),), said, note=note.path)


def _near_misses(kind: str, pairs: Sequence[Assignment]) -> Iterator[tuple[str, str]]:
    """Keys that were set and are none of ours, but written much like one of them."""
    for pair in pairs:
        if pair.value and pair.sign != "-" and key_of(kind, pair.key) is None:
            from difflib import get_close_matches  # hardly ever needed

            near = get_close_matches(folded_key(pair.key), KEYS[kind], 1, 0.8)
            if near:
                yield pair.key, KEYS[kind][near[0]].name


def _splice(workspace: Workspace, note: Note, pair: Assignment) -> Splice:
    key = key_of(note.kind, pair.key)
    texts: tuple[str, ...] = (pair.value,) if pair.value else ()
    if key is not None and texts and pair.sign != "-":
        texts = written(workspace, key, texts)
    many = key is not None and typed.listed(key)

    def splice(read: Document) -> Document:
        spelled = _spelled(read, note.kind, key, pair.key)
        if pair.sign == "-":
            held = read.get(spelled)
            items = held if isinstance(held, tuple) else (held,)
            gone = [i for i in items if isinstance(i, str) and typed.same(key, i, pair.value)]
            return read.discard(spelled, *gone) if gone else read
        if not texts:
            return read if pair.sign else read.remove(spelled)
        if pair.sign == "+":
            if read.get(spelled) is not None:
                return read.append(spelled, *texts)
        elif not many:
            return _set(read, spelled, _as_it_stands(read, spelled, key, texts[0]), note.kind)
        return _set(read, spelled, texts, note.kind)

    return splice


def _set(read: Document, spelled: str, value: str | Sequence[str], kind: str) -> Document:
    name = key.name if (key := key_of(kind, spelled)) else spelled
    return read.set(spelled, value, after=typed.before(read.header, kind, name))


def _spelled(read: Document, kind: str, key: FieldKey | None, asked: str) -> str:
    """How the key is spelled in this header; in its canonical form where it is new."""
    if asked in read.header or key is None:
        return asked
    same = [other for other in read.header if key_of(kind, other) is key]
    return key.name if key.name in same or not same else same[0]


def _as_it_stands(read: Document, spelled: str, key: FieldKey | None, text: str) -> str:
    """A name without brackets where the old value has none either."""
    held = read.get(spelled)
    plain = isinstance(held, str) and held and "[[" not in held
    if key is None or key.type not in typed.LINKS or not plain or isinstance(held, Nested):
        return text
    return text.removeprefix("[[").removesuffix("]]")


def written(workspace: Workspace, key: FieldKey, texts: Sequence[str]) -> tuple[str, ...]:
    """What the header gets for what was typed under a key of ours.

    Raises:
        UsageError: It can't be meant.
    """
    return typed.write(
        key,
        texts,
        lang=language(workspace),
        today=workspace.today,
        words=workspace.words,
        link=lambda key, name: _link(workspace, key, name),
    )


def _link(workspace: Workspace, key: FieldKey, name: str) -> str:
    """What stands between the brackets for a name: the note's own, where it means one."""
    kind = "organization" if key.name == "org" else "contact"
    paths = lookup.resolve(workspace.store, name, (kind,))
    return link_to(workspace, paths[0]) if len(paths) == 1 else name


# ---------------------------------------------------------------- deciding


def decide(workspace: Workspace, question: Note, option: str, day: str) -> Plan:
    """Write a decision into the question's note.

    Args:
        workspace: The vault.
        question: The question.
        option: One of its options, if it has some; else anything.
        day: ISO day of the decision.

    Raises:
        NotAnOption: It is none of them.
    """
    chosen = _option(question, " ".join(option.split()))

    def splice(read: Document) -> Document:
        for name, value in (("decided", day), ("decision", chosen)):
            spelled = _spelled(read, "question", key_of("question", name), name)
            read = _set(read, spelled, value, "question")
        return read

    said = workspace.words.t(
        "Decided: {question} – {option}.", question=question.name, option=chosen
    )
    return Plan(
        f"decide {question.name}", (Change(question.path, splice),), said, note=question.path
    )


def _option(question: Note, typed_: str) -> str:
    options = question.texts("options")
    folded = names.search_fold(typed_)
    for fits in (str.__eq__, str.startswith):
        found = [one for one in options if fits(names.search_fold(one), folded)]
        if len(found) == 1:
            return found[0]
    if options:
        raise NotAnOption(value=typed_, question=question.name, known=", ".join(options))
    return typed_
