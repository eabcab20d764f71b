"""Turn names as typed into the keys of those who are meant, and remember those without a note.

People are looked for among contacts, organizations among organizations, questions among questions;
so a person and a company of one name are told apart by where the name stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notesync.notes import names
from notesync.notes.packing import Brief

# The kinds that a name in a note may mean.
_KINDS = ("contact", "organization", "question")


class Resolver:
    """Every note's name, ready to be looked up.

    Attributes:
        ghosts: Key (``?name``, folded) to name, of everybody named who has no note.
    """

    def __init__(self, notes: Sequence[Brief]) -> None:
        """Know the notes by path, name and alias."""
        sorted_out: dict[str, list[tuple[str, tuple[str, ...]]]] = {kind: [] for kind in _KINDS}
        for note in notes:
            if note.kind in sorted_out:
                sorted_out[note.kind].append((note.path, tuple(note.aliases)))
        self._directories = {kind: names.directory(known) for kind, known in sorted_out.items()}
        self._options = {
            note.path: {names.search_fold(option): option for option in note.texts("options")}
            for note in notes
            if note.kind == "question"
        }
        self._found: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
        self._people: dict[str, str] = {}
        self.ghosts: dict[str, str] = {}

    def find(self, kind: str, target: str, source: str = "") -> str:
        """The path of the note of this kind that a name means, or "".

        Of several that it may mean, the one nearest to the vault's root, then the first by path;
        ``check`` lists the ambiguity.
        """
        known = self._found[kind].get(target)
        if known is not None:
            return known
        paths = names.resolve(self._directories[kind], target, source)
        found = paths[0] if len(paths) == 1 else min(paths, key=_place, default="")
        if not _is_relative(target):
            self._found[kind][target] = found
        return found

    def person(self, target: str, source: str = "") -> str:
        """The key of a person; "" when the name means an organization or a question, or nobody."""
        known = self._people.get(target)
        if known is None:
            known = self._person(target, source)
            if not _is_relative(target):
                self._people[target] = known
        if known.startswith("?"):
            self.ghosts.setdefault(known, _spelled(target))
        return known

    def people(self, targets: Sequence[str], source: str = "") -> tuple[str, ...]:
        """The keys of several people, in order, each once."""
        if len(targets) == 1:
            key = self.person(targets[0], source)
            return (key,) if key else ()
        found = dict.fromkeys(self.person(target, source) for target in targets)
        found.pop("", None)
        return tuple(found)

    def of_file_name(self, rest: str) -> tuple[str, ...]:
        """Those of whom a conversation's file name speaks: they have a note, or were named so far.

        Free words name nobody.
        """
        whole = self._known(rest)
        parts = (rest,) if whole else names.split_names(rest)
        return tuple(dict.fromkeys(key for part in parts if (key := self._known(part))))

    def _known(self, name: str) -> str:
        ghost = f"?{names.key(name)}"
        return self.find("contact", name) or (ghost if ghost in self.ghosts else "")

    def _person(self, target: str, source: str) -> str:
        if found := self.find("contact", target, source):
            return found
        name = _spelled(target)
        if not name or any(self.find(kind, target, source) for kind in _KINDS[1:]):
            return ""
        return f"?{names.key(name)}"

    def stances(
        self, question: str, typed: Iterable[tuple[str, str]]
    ) -> tuple[tuple[str, str], ...]:
        """Those stances that are on an option of this question, in its own spelling."""
        options = self._options.get(question, {})
        folded = ((sign, names.search_fold(option)) for sign, option in typed)
        return tuple((sign, options[option]) for sign, option in folded if option in options)


def _spelled(target: str) -> str:
    """How a name in a link is spelled, without folders and suffix."""
    return names.stem(target.strip()).strip()


def _place(path: str) -> tuple[int, str]:
    """The nearer to the vault's root, the earlier."""
    return path.count("/"), path


def _is_relative(target: str) -> bool:
    """Whether a link means something else in another folder."""
    return target.lstrip().startswith(".")
