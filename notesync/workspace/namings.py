"""Turn names as they are typed into links to people, and make a note for whoever has none.

Someone who was named to me is never lost: she gets a note at once that says who introduced us.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from notesync.index import inventory, lookup
from notesync.notes import links, names, values
from notesync.notes.likeness import similar
from notesync.notes.note import Note
from notesync.workspace import new_notes
from notesync.workspace.opening import Ambiguous, Workspace
from notesync.workspace.plan import Create

MOST_LIKE = 3  # people who are told of
EMPTY: new_notes.Header = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Named:
    """Whom some names mean.

    Attributes:
        links: What stands between the brackets of their links.
        steps: The notes to be made for those who have none.
        new: Their names.
    """

    links: tuple[str, ...] = ()
    steps: tuple[Create, ...] = ()
    new: tuple[str, ...] = ()


def named(workspace: Workspace, typed: Sequence[str], by: Sequence[Note] = ()) -> Named:
    """Find those who were named; make notes for the others.

    Args:
        workspace: The vault.
        typed: Their names; several may stand in one text, with commas between them.
        by: Who named them; nobody where they were not named to me.

    Raises:
        Ambiguous: A name can be several people.
    """
    found: dict[str, tuple[str, Create | None]] = {}
    for text in typed:
        for name in (text,) if "[[" in text else names.split_names(text):
            target, step = _one(workspace, _bare(name), by)
            found.setdefault(names.key(target), (target, step))
    for one in by:  # nobody names herself
        found.pop(names.key(new_notes.link_to(workspace, one.path)), None)
    made = [(target, step) for target, step in found.values() if step]
    return Named(
        tuple(target for target, _ in found.values()),
        tuple(step for _, step in made),
        tuple(target for target, _ in made),
    )


def news(workspace: Workspace, new: Sequence[str]) -> str:
    """What to say of those who are new: who they are, and whom they may be after all."""
    if not new:
        return ""
    words = workspace.words
    said = [words.t("New in your notes: {names}.", names=", ".join(new))]
    likes = ((name, persons_like(workspace, name)) for name in new)
    said += [also(workspace, name, like) for name, like in likes if like]
    return " ".join(said)


def everybody(workspace: Workspace) -> list[tuple[str, str]]:
    """(path, name or alias) of everybody who has a note."""
    return inventory.all_names(workspace.store, "contact")


def persons_like(workspace: Workspace, name: str) -> tuple[str, ...]:
    """The paths of those who have a name so like this one that they may be meant."""
    return similar(name, everybody(workspace))


def also(workspace: Workspace, name: str, like: Sequence[str]) -> str:
    """A kind word about a name that is like another."""
    others = ", ".join(map(names.stem, like[:MOST_LIKE]))
    return workspace.words.t(
        "There is also {others}; if “{name}” is the same person, notesync undo takes this back.",
        others=others,
        name=name,
    )


def _bare(name: str) -> str:
    link = links.whole(name)
    return link.target if link else " ".join(name.split())


def _one(workspace: Workspace, name: str, by: Sequence[Note]) -> tuple[str, Create | None]:
    paths = lookup.resolve(workspace.store, name, ("contact",))
    if len(paths) > 1:
        raise Ambiguous(
            name=name, candidates=", ".join(names.without_suffix(path) for path in paths)
        )
    if paths:
        return new_notes.link_to(workspace, paths[0]), None
    return names.safe_name(name), newcomer(workspace, name, by)


def newcomer(
    workspace: Workspace, name: str, by: Sequence[Note] = (), header: new_notes.Header = EMPTY
) -> Create:
    """The note of somebody new.

    Args:
        workspace: The vault.
        name: Her name.
        by: Who named her to me; nobody where I met her myself.
        header: What else is known of her.
    """
    values_: dict[str, str | Sequence[str]] = dict(header)
    if by:
        lang = new_notes.language(workspace)
        callers = [links.write(new_notes.link_to(workspace, one.path)) for one in by]
        values_["introduced_by"] = callers[0] if len(callers) == 1 else tuple(callers)
        values_["origin"] = values.word("origin", "introduced", lang)
    return new_notes.create(workspace, "contact", name, values_)
