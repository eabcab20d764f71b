"""Turn a repository's own configuration into the part of it that is honoured: data, never commands.

A vault may have been unpacked from anywhere, and git would run whatever its ``.git/config`` names:
``core.sshCommand``, credential helpers, filters, hooks, programs to sign or to show. So git is
never let near that file. It is read here as data; what `ALLOWED` lists (who commits, which remotes
there are, how lines end) is written to a configuration of our own, and git is told to take that one
for the repository's. A key that is not listed does not exist, whatever a future git does with it.
The user's global configuration is hers, and git reads it as always.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from notesync.sync.errors import NoGit, OddRepository
from notesync.sync.repository import Place
from notesync.words import N_

COMMON = "common"  # our stand-in for the repository's common folder
KNOWN = "settings.json"

# The keys of the repository's own configuration that are honoured. `*` stands for any name.
ALLOWED = frozenset(
    {
        *("core.repositoryformatversion", "core.filemode", "core.ignorecase", "core.symlinks"),
        *("core.precomposeunicode", "core.autocrlf", "core.eol", "core.logallrefupdates"),
        *("core.trustctime", "core.checkstat", "core.excludesfile"),
        *("extensions.objectformat", "extensions.refstorage", "extensions.partialclone"),
        *("extensions.noop", "extensions.preciousobjects", "extensions.relativeworktrees"),
        *("user.name", "user.email", "author.name", "author.email"),
        *("committer.name", "committer.email", "user.signingkey", "user.useconfigonly"),
        *("commit.gpgsign", "gpg.format"),
        *("remote.*.url", "remote.*.pushurl"),
        *("remote.*.promisor", "remote.*.partialclonefilter"),
        *("branch.*.remote", "branch.*.merge"),
    }
)
EXTENSIONS = frozenset(
    {
        *("objectformat", "refstorage", "partialclone", "noop", "preciousobjects"),
        *("relativeworktrees", "worktreeconfig"),
    }
)


class Settings(NamedTuple):
    """What the repository's own configuration says, as far as it is honoured.

    Attributes:
        values: Key and value in the order of the file; keys as git prints them.
        passed_over: Keys that were not honoured, once each.
        filters: Names of content filters that the repository insists on.
        sparse: Whether only a part of the tree is checked out.
    """

    values: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    sparse: bool = False

    def get(self, key: str) -> str:
        """The last value of a key; "" when it has none."""
        return next((value for name, value in reversed(self.values) if name == key), "")

    @property
    def remotes(self) -> Mapping[str, str]:
        """Names of the remotes to their URL, in the order of the file."""
        found: dict[str, str] = {}
        for key, value in self.values:
            if key.startswith("remote.") and key.endswith(".url"):
                found.setdefault(key.removeprefix("remote.").removesuffix(".url"), value)
        return found


def remembered(place: Place, mark: str) -> Settings | None:
    """What was read from the very same bytes before.

    Whoever made the vault may have made this file too, so it is believed no more than the
    configuration itself: its keys have to be allowed.
    """
    try:
        with open(f"{place.ours}/{COMMON}/{KNOWN}", "rb") as file:
            found: dict[str, Any] = json.load(file)
        if found["mark"] != mark:
            return None
        values = tuple((str(key), str(value)) for key, value in found["values"])
        over, filters = (tuple(map(str, found[key])) for key in ("passed_over", "filters"))
        sparse = bool(found["sparse"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    allowed = all(_allowed(key, value) for key, value in values)
    return Settings(values, over, filters, sparse) if allowed else None


def listed(place: Place) -> Settings:
    """What the configuration says, read by git as a mere file.

    Raises:
        NoGit: There is no git.
        OddRepository: It can't be read, or asks for what isn't known here.
    """
    return _read(place, [pair for file in sources(place) for pair in _pairs(place, file)])


def sources(place: Place) -> list[str]:
    """The files that make up a repository's own configuration."""
    found = [f"{place.common}/config"]
    worktree = f"{place.gitdir}/config.worktree"
    return [*found, worktree] if os.path.exists(worktree) else found


def mark_of(place: Place) -> str:
    """What tells whether the configuration has changed."""
    found = []
    for file in sources(place):
        try:
            with open(file, "rb") as opened:
                found.append(opened.read().decode("utf-8", "backslashreplace"))
        except OSError:
            continue
    return "\0".join(found)


def _pairs(place: Place, file: str) -> Iterator[tuple[str, str]]:
    """Key and value of everything in a configuration file; what it includes is left out."""
    if not os.path.isfile(file):
        return
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "config", "--file", file, "--no-includes", "--list", "-z"]
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed program, by argument list
            command,
            cwd="/",
            env=clean | {"GIT_DIR": os.devnull, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=30,
        )
    except FileNotFoundError:
        raise NoGit from None
    except (OSError, subprocess.SubprocessError):
        reason = N_("its configuration can't be read")
        raise OddRepository(folder=place.root, reason=reason) from None
    for entry in done.stdout.decode(errors="surrogateescape").split("\0")[:-1]:
        key, newline, value = entry.partition("\n")
        yield key, value if newline else "true"


def _read(place: Place, pairs: list[tuple[str, str]]) -> Settings:
    kept: list[tuple[str, str]] = []
    over: dict[str, None] = {}
    filters: dict[str, None] = {}
    sparse = False
    for key, value in pairs:
        true = value.lower() in {"true", "yes", "on", "1"}
        if key == "core.sparsecheckout":
            sparse = true
        elif key.startswith("extensions.") and key.removeprefix("extensions.") not in EXTENSIONS:
            reason = N_("it needs a newer git than notesync knows")
            raise OddRepository(folder=place.root, reason=reason)
        elif _allowed(key, value):
            kept.append((key, value))
        else:
            over[key] = None
            if true and (name := re.fullmatch(r"filter\.(.+)\.required", key)):
                filters[name[1]] = None
    return Settings(tuple(kept), tuple(over), tuple(filters), sparse)


def _allowed(key: str, value: str) -> bool:
    """Whether a key is honoured, with this value."""
    section, _, rest = key.partition(".")
    _, named, variable = rest.rpartition(".")
    if (f"{section}.*.{variable}" if named else key) not in ALLOWED:
        return False
    if any(not letter.isprintable() for letter in key):
        return False
    return key != "core.excludesfile" or os.path.isfile(os.path.expanduser(value))
