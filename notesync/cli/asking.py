"""Turn what is not clear into a question, where a person sits at a terminal and can answer it.

Elsewhere (in a script, with --no-input) nothing is asked: the command ends with the candidates and
exit code 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from notesync.cli.options import Session
from notesync.cli.screen import clean
from notesync.cli.writing import finish
from notesync.notes import values

if TYPE_CHECKING:
    from notesync.notes.note import Note


LETTERS = {"y": "yes", "j": "yes", "n": "no"}  # what one types for yes and no in a hurry


def choose(session: Session, question: str, options: Sequence[str]) -> int | None:
    """Let the user choose one of several; None where nobody can be asked."""
    if not session.interactive or not options:
        return None
    for number, option in enumerate(options, 1):
        click.echo(f"  {number}  {clean(option)}", err=True)
    among = click.IntRange(1, len(options))
    typed = click.prompt(question, type=among, err=True, show_choices=False, prompt_suffix=" ")
    return int(typed) - 1


def agreed(session: Session, question: str, *, default: bool) -> bool:
    """Whether the user says yes, in either language; Enter alone is the default."""
    words = session.words
    letters = words.t("Y/n") if default else words.t("y/N")

    def read(typed: str) -> bool:
        answer = values.code("yes-no", typed) if typed.strip() else ("no", "yes")[default]
        if answer is None:
            answer = LETTERS.get(typed.strip().casefold())
        if answer is None:
            raise click.UsageError(words.t("Please answer yes or no."))
        return answer == "yes"

    shown = f"{clean(question)} [{letters}]"
    return bool(
        click.prompt(
            shown, default="", show_default=False, value_proc=read, err=True, prompt_suffix=" "
        )
    )


def person(session: Session, name: str) -> Note:
    """The person that a typed name means; somebody new gets a note, if the user says so.

    Raises:
        NotFound: Nobody, or several and nobody to ask.
    """
    workspace = session.workspace
    paths = _meant(session, name, "contact")
    if not paths and session.interactive and not session.dry_run:
        paths = _new_or_like(session, name)
    return workspace.find(paths[0] if len(paths) == 1 else name, "contact")


def _new_or_like(session: Session, name: str) -> tuple[str, ...]:
    """Somebody whose name is like one that nobody has, or a new note for it."""
    from notesync.notes.names import stem
    from notesync.workspace import additions, namings

    words, workspace = session.words, session.workspace
    if like := namings.persons_like(workspace, name)[: namings.MOST_LIKE]:
        options = [stem(path) for path in like]
        new = words.t("somebody new: {name}", name=name)
        chosen = choose(session, words.t("Who is “{name}”?", name=name), [*options, new])
        if chosen != len(like):
            return () if chosen is None else (like[chosen],)
    elif not agreed(
        session, words.t("No note is called “{name}”. Make one?", name=name), default=False
    ):
        return ()
    finish(session, replace(additions.add(workspace, "contact", name, {}), next=""))
    return ()


def really_new(session: Session, name: str) -> bool:
    """Whether a name that is like a known one is of somebody else; asks only then."""
    from notesync.notes.names import stem
    from notesync.workspace import namings

    like = namings.persons_like(session.workspace, name)[: namings.MOST_LIKE]
    if not like:
        return True
    others = ", ".join(map(stem, like))
    message = session.words.n(
        "{others} is in your notes already. Make another note for “{name}”?",
        "{others} are in your notes already. Make another note for “{name}”?",
        len(like),
        others=others,
        name=name,
    )
    return agreed(session, message, default=False)


def question(session: Session, name: str) -> Note:
    """The question of the user's that a typed name means; where none is meant, she may choose.

    Raises:
        NotFound: None, or several and nobody to ask.
    """
    from notesync.index.lookup import Filter, select

    workspace = session.workspace
    paths = _meant(session, name, "question")
    if not paths and session.interactive:
        known = select(workspace.store, Filter(kind="question"))
        asked = session.words.t("Which question is meant?")
        chosen = choose(session, asked, [one.name for one in known])
        paths = paths if chosen is None else (known[chosen].path,)
    return workspace.find(paths[0] if len(paths) == 1 else name, "question")


def note(session: Session, name: str) -> Note:
    """The note of any kind that a typed name means.

    Raises:
        NotFound: None, or several and nobody to ask.
    """
    paths = _meant(session, name)
    return session.workspace.find(paths[0] if len(paths) == 1 else name)


def _meant(session: Session, name: str, *kinds: str) -> tuple[str, ...]:
    """The notes that a name can mean; of several the one that the user chooses."""
    from notesync.index import lookup
    from notesync.notes.names import without_suffix

    paths = lookup.resolve(session.workspace.store, name, kinds)
    if len(paths) > 1:
        asked = session.words.t("Which one is meant?")
        chosen = choose(session, asked, [without_suffix(path) for path in paths])
        paths = paths if chosen is None else (paths[chosen],)
    return paths
