"""The command that drafts a letter: filled from the notes, shown, copied or written, never sent."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notesync.cli.asking import agreed
from notesync.cli.command import Command
from notesync.cli.completing import note_names
from notesync.cli.lint import VERDICTS, document
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json
from notesync.cli.screen import clean
from notesync.errors import NotesyncError, UsageError
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.letters.advice import Advice
    from notesync.letters.drafts import Draft
    from notesync.letters.lint import Report
    from notesync.views.facts import Person


class WhichLetter(UsageError):
    """Neither a kind nor a name, or only one of them."""

    sentence = N_("Say which letter to whom: notesync draft KIND NAME. The kinds are: {known}.")


class FileThere(UsageError):
    """A file that nobody allowed to overwrite."""

    sentence = N_("{path} is there already and stays as it is. Name another file.")


class NotKept(NotesyncError):
    """The file can't be written."""

    sentence = N_("{path} can't be written ({reason}).")


@click.command(cls=Command, help=N_("Draft a letter from your notes; it is never sent."))
@click.argument("words", nargs=-1, metavar="KIND NAME", shell_complete=note_names)
@click.option("--about", default="", metavar="QUESTION", help=N_("What you would like to know."))
@click.option(
    "--for",
    "whom",
    default="",
    metavar="NAME",
    shell_complete=note_names,
    help=N_("Whom you met through her, or would like to meet."),
)
@click.option("--because", default="", metavar="TEXT", help=N_("What drew your attention to her."))
@click.option("--times", default="", metavar="TEXT", help=N_("When it would suit you."))
@click.option("--minutes", default="", metavar="N", help=N_("How long you ask for; else 20."))
@click.option(
    "--register", type=click.Choice(["du", "Sie"]), help=N_("How to address her in German.")
)
@click.option("--edit", is_flag=True, help=N_("Change it in your editor first."))
@click.option("--copy", "copied", is_flag=True, help=N_("Copy it to the clipboard."))
@click.option("--out", "--to", "out", default="", metavar="FILE", help=N_("Write it to a file."))
@click.option("--templates", is_flag=True, help=N_("Copy the templates into the vault, to edit."))
@click.pass_context
def draft(ctx: click.Context, /, words: tuple[str, ...], templates: bool, **given: str) -> None:
    """Draft a letter."""
    from notesync.workspace import drafting, persons

    session = session_of(ctx)
    if len(words) == 1:
        words = tuple(words[0].split(maxsplit=1))
    if templates:
        copy_templates(session, words)
        return
    if len(words) <= 1:
        raise WhichLetter(known=", ".join(drafting.known_kinds(session.words.lang)))
    workspace = session.workspace
    drafting.kind_named(workspace, words[0])  # a wrong kind is told before a name that fits none
    person = persons.person_named(workspace, " ".join(words[1:]))
    register, edit, copied, out = (
        given.pop(name) for name in ("register", "edit", "copied", "out")
    )
    found = drafting.draft(
        workspace,
        person,
        drafting.kind(workspace, words[0], person),
        drafting.wish(workspace, **given),
        register or "",
    )
    text = edited(session, found.text) if edit and not session.dry_run else found.text
    report = drafting.checked(workspace, person, text, found.kind, found.register)
    if session.json:
        print_json(_json(found, text, report, person, session))
    elif not (out or copied):
        click.echo(clean_letter(text), nl=False)
    _hand_over(session, text, out, copied=bool(copied))
    if not session.json:
        if not (out or copied):
            session.say("")  # the letter ends here
        for line in _beside(found, text, report, session):
            session.say(line)


def clean_letter(text: str) -> str:
    """A letter without characters that a terminal would act on; its line breaks stay."""
    return "\n".join(map(clean, text.split("\n")))


def copy_templates(session: Session, kinds: Sequence[str]) -> None:
    """Copy the shipped templates into the vault, all or of some kinds, but for those it has."""
    from notesync.cli.writing import finish
    from notesync.workspace import drafting

    finish(session, drafting.copy_templates(session.workspace, kinds))


def _hand_over(session: Session, text: str, out: str, *, copied: bool) -> None:
    """Copy a letter, and write it to a file, as it was wished."""
    if copied and not session.dry_run:
        from notesync.cli.clipboard import copy

        copy(text)
        session.say(session.words.t("Copied. Paste it where you write."))
    if out:
        keep(session, Path(out), text)


def _beside(found: Draft, text: str, report: Report, session: Session) -> Iterator[str]:
    """What is said beside a letter: what is unfilled, what to think of, what the check says."""
    from notesync.letters.template import mark, unfilled

    words = session.words
    if open_ := unfilled(text, found.lang):
        marks = " ".join(mark(slot, found.lang) for slot in open_)
        yield words.t("Still to fill in: {marks}", marks=marks)
    for each in found.advice:
        yield clean(_advice(each, session))
    yield from verdict_lines(report, session)


def _advice(each: Advice, session: Session) -> str:
    words, today = session.words, session.workspace.today
    values = {
        name: words.day(value, today) if isinstance(value, date) else value
        for name, value in each.values
    }
    return words.t(each.sentence, **values)


def verdict_lines(report: Report, session: Session) -> Iterator[str]:
    """What the wording check says of a letter, in a line or a few; what is unfilled is said."""
    words = session.words
    yield words.t("Wording: {verdict}", verdict=words.t(VERDICTS[report.verdict]))
    for finding in report.findings:
        if finding.rule != "open-slot":
            yield f"  {words.t(finding.reason)} {words.t(finding.hint)}"


def edited(session: Session, text: str) -> str:
    """A letter as it is when its editor is closed."""
    from notesync.cli.edit import run_editor

    with tempfile.TemporaryDirectory(prefix="notesync-") as folder:
        file = Path(folder, "draft.txt")
        file.write_text(text, encoding="utf-8")
        run_editor(session, str(file))
        return file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def keep(session: Session, file: Path, text: str) -> None:
    """Write a letter to a file; one that is there only if the user says so.

    Raises:
        FileThere: It is there, and nobody can be asked.
        NotKept: It can't be written.
    """
    from notesync.workspace import drafting

    there = file.exists() or file.is_symlink()
    if there:
        question = session.words.t("{path} is there already. Overwrite it?", path=file)
        if not (session.interactive and agreed(session, question, default=False)):
            raise FileThere(path=file)
    if not session.dry_run:
        try:
            drafting.keep(session.workspace, file, text)
        except OSError as error:
            raise NotKept(path=file, reason=error.strerror or error) from None
    message = N_("This would be written: {path}") if session.dry_run else N_("Written: {path}")
    session.say(clean(session.words.t(message, path=file)))


def _json(
    found: Draft, text: str, report: Report, person: Person, session: Session
) -> dict[str, object]:
    from notesync.letters.template import mark, unfilled

    return {
        "kind": found.kind,
        "contact": person.name,
        "lang": found.lang,
        "register": found.register,
        "question": found.question or None,
        "text": text,
        "open": [
            {"slot": slot, "mark": mark(slot, found.lang)} for slot in unfilled(text, found.lang)
        ],
        "advice": [{"code": each.code, "text": _advice(each, session)} for each in found.advice],
        **document(report, text, session),
    }
