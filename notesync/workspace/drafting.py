"""Turn a name and a kind of letter into its draft: the notes, me.md and the template put together.

Templates are shipped with notesync; one of the same name in the vault's folder ``templates/`` takes
its place. They are read as text and filled, never executed.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from notesync.errors import NotesyncError, Problem, UsageError
from notesync.index import inventory
from notesync.letters import drafts, relation, template
from notesync.letters.drafts import KINDS, Draft
from notesync.letters.kinds import REQUEST
from notesync.letters.lint import Report, lint
from notesync.letters.material import Setting, Wish
from notesync.letters.sender import Sender, sender
from notesync.letters.template import Template
from notesync.notes import document, values
from notesync.vault.errors import FileVanished
from notesync.vault.fingerprint import digest
from notesync.views.facts import Person
from notesync.words import N_
from notesync.workspace.new_notes import language
from notesync.workspace.opening import Workspace
from notesync.workspace.persons import person_named
from notesync.workspace.plan import Create, Plan, writing
from notesync.workspace.readers import reader_of

SHIPPED = Path(__file__).parent.parent / "letters" / "templates"
FOLDER = "templates"  # of a vault
IDEAS = "questions"  # the page of question ideas for `prep`, which lies beside the letters


class UnknownKind(UsageError):
    """No kind of letter is called so."""

    sentence = N_('There is no letter of the kind "{value}". There are: {known}.')


class BadMinutes(UsageError):
    """Not a number of minutes that one may ask for."""

    sentence = N_('"{value}" is not a number of minutes. Write it as 20.')


class BadTemplate(NotesyncError):
    """A template of the vault can't be used; ``reason`` is in the user's language."""

    sentence = N_("{path}: {reason}")


class TemplateUnreadable(NotesyncError):
    """A template of the vault is no text."""

    sentence = N_("{path} can't be read as a template. Save it as UTF-8, or delete it.")


def kind_named(workspace: Workspace, typed: str) -> str:
    """The kind of letter that a word means, in either language.

    Raises:
        UnknownKind: It means none.
    """
    found = relation.kind_named(typed)
    if not found:
        raise UnknownKind(value=typed, known=", ".join(known_kinds(workspace.words.lang)))
    return found


def kind(workspace: Workspace, typed: str, person: Person) -> str:
    """The kind of letter that a word means; a request is what the notes say of the person.

    Raises:
        UnknownKind: It means none.
    """
    found = kind_named(workspace, typed)
    return relation.relation(person, workspace.facts) if found == REQUEST else found


def known_kinds(lang: str) -> tuple[str, ...]:
    """What one may type for a kind, in this language."""
    listed = (REQUEST, *KINDS)
    return listed if lang != "de" else tuple(relation.NAMES[each][0] for each in listed)


def draft(workspace: Workspace, person: Person, kind: str, wish: Wish, register: str = "") -> Draft:
    """Draft a letter.

    Args:
        workspace: The vault.
        person: Whom it is for.
        kind: One of `notesync.letters.drafts.KINDS`.
        wish: What is wished of it.
        register: ``du`` or ``Sie``; "" for what the notes say.

    Raises:
        BadTemplate: The vault's template of that kind can't be used.
    """
    setting = Setting(
        person,
        workspace.facts,
        relation.language(person, language(workspace)),
        register or relation.register(person),
        who_writes(workspace),
        wish,
    )
    found = template_of(workspace, kind, setting.lang, setting.register)
    return drafts.draft(setting, kind, found, reader_of(workspace, person))


def wish(
    workspace: Workspace,
    *,
    about: str = "",
    whom: str = "",
    because: str = "",
    times: str = "",
    minutes: str = "",
) -> Wish:
    """What is typed for a letter, with the question and the person that are meant.

    Raises:
        NotFound: Nobody is called so.
        BadMinutes: It isn't a number of minutes.
    """
    from notesync.index import lookup

    if minutes and not (read := values.minutes(minutes)):
        raise BadMinutes(value=minutes)
    minutes = str(read) if minutes else ""
    paths = lookup.resolve(workspace.store, about, ("question",)) if about else ()
    return Wish(
        about=" ".join(about.split()),
        question=paths[0] if len(paths) == 1 else "",
        whom=person_named(workspace, whom).key if whom else "",
        because=because.strip().rstrip("."),
        times=times.strip().rstrip("."),
        minutes=minutes,
    )


def checked(
    workspace: Workspace, person: Person, text: str, kind: str, register: str = ""
) -> Report:
    """What the wording check says of a letter to somebody, as it was edited.

    Args:
        workspace: The vault.
        person: Whom it is for.
        text: The letter.
        kind: Its kind.
        register: How it is meant to address her; "" for what the notes say.
    """
    reader = reader_of(workspace, person)
    reader = replace(reader, register=register) if register else reader
    return lint(text, kind=kind, reader=reader, likely=language(workspace))


def keep(workspace: Workspace, file: Path, text: str) -> None:
    """Write a letter to a file; inside the vault `undo` can take it back.

    Raises:
        NotesyncError, OSError: It can't be written.
    """
    vault = workspace.vault
    whole = Path(os.path.realpath(file.parent), file.name)
    inside = whole.is_relative_to(vault.root) and whole.relative_to(vault.root)
    if not inside or any(part.startswith(".") for part in inside.parts):
        file.write_text(text, encoding="utf-8")
        return
    path = unicodedata.normalize("NFC", inside.as_posix())
    with writing(vault), vault.recording(f"draft --out {path}"):
        seen = digest(whole.read_bytes()) if whole.exists() else None
        vault.write_bytes(path, text.encode(), seen)


def who_writes(workspace: Workspace) -> Sender:
    """Who writes, as me.md says."""
    for path in inventory.paths(workspace.store, "me")[:1]:
        try:
            read = document.read(workspace.vault.read(path).text, path)
        except FileVanished:
            break
        return sender(read.header, read.body)
    return Sender()


# ---------------------------------------------------------------- templates


def template_of(workspace: Workspace, kind: str, lang: str, register: str) -> Template:
    """The template of a kind: the vault's own, else the one that is shipped.

    Raises:
        BadTemplate: The vault's can't be used.
        TemplateUnreadable: It is no text.
    """
    path = f"{FOLDER}/{lang}/{file_name(kind, lang, register)}"
    try:
        seen = workspace.vault.read(path)
    except FileVanished:
        shipped = SHIPPED / lang / file_name(kind, lang, register)
        return template.read(shipped.read_text(encoding="utf-8"))
    if seen.readonly:
        raise TemplateUnreadable(path=path)
    text = seen.text.removeprefix("\ufeff")
    for found in template.problems(text):
        where = f"{path}:{found.line}" if found.line else path
        reason = workspace.words.t(found.sentence, **dict(found.values))
        raise BadTemplate(path=where, reason=reason)
    return template.read(text)


def problems(workspace: Workspace) -> Iterator[Problem]:
    """What is wrong with the vault's own templates."""
    for lang in ("de", "en"):
        for file in (SHIPPED / lang).glob("*.md"):
            path = f"{FOLDER}/{lang}/{file.name}"
            if file.name.startswith(IDEAS):
                continue
            try:
                seen = workspace.vault.read(path)
            except FileVanished:
                continue
            if not seen.readonly:  # what is wrong with its bytes is told of every note
                for found in template.problems(seen.text.removeprefix("\ufeff")):
                    yield found._replace(path=path)


def file_name(kind: str, lang: str, register: str) -> str:
    """What a template's file is called; only German has two forms of address."""
    return f"{kind}.{register}.md" if lang == "de" else f"{kind}.md"


def copy_templates(workspace: Workspace, typed: Sequence[str] = ()) -> Plan:
    """Copy the shipped templates of the vault's language into it, but for those that it has.

    Args:
        workspace: The vault.
        typed: Of which kinds, in either language; of all where there are none.

    Raises:
        UnknownKind: A word means no kind.
    """
    words = workspace.words
    kinds = tuple(kind_named(workspace, each) for each in typed) or (*KINDS, IDEAS)
    steps = tuple(_missing(workspace, language(workspace), kinds))
    folder = f"{FOLDER}/{language(workspace)}"
    if steps:
        said = words.n(
            "{count} template is in {folder} now. Change it as you like.",
            "{count} templates are in {folder} now. Change them as you like.",
            len(steps),
            folder=folder,
        )
    else:
        said = ""
    return Plan("draft --templates", steps, said)


def _missing(workspace: Workspace, lang: str, kinds: tuple[str, ...]) -> Iterator[Create]:
    for file in sorted((SHIPPED / lang).glob("*.md")):
        if not file.name.startswith(kinds):
            continue
        path = f"{FOLDER}/{lang}/{file.name}"
        if not Path(workspace.vault.disk(path)).exists():
            yield Create(path, file.read_text(encoding="utf-8"))
