"""Give git a stand-in for a repository's common folder: its objects and refs, our configuration.

Git reads a repository's configuration, hooks and much else from its *common folder*, which
``GIT_COMMON_DIR`` may name. Ours is ``.git/notesync/common/``: links to the real objects, refs and
logs, and a ``config`` that holds what `notesync.sync.settings` lets through.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress

from notesync.sync.repository import Place
from notesync.sync.settings import COMMON, KNOWN, Settings, listed, mark_of, remembered

NEW = ".new"  # the end of a file's name before it is put in place

# What git looks for in a repository's common folder, and finds as a link to the real thing.
# (`worktrees`, `modules` and `hooks` are left out on purpose: nothing of ours needs them.)
LINKS = ("objects", "refs", "packed-refs", "reftable", "logs", "info", "shallow")


def make(place: Place) -> Settings:
    """Have the stand-in of a repository, up to date with its configuration.

    Returns:
        What the configuration says, as far as it is honoured.

    Raises:
        NoGit: There is no git.
        OddRepository: The configuration can't be read, or asks for what isn't known here.
    """
    _make_room(place)
    mark = mark_of(place)
    settings = remembered(place, mark)
    if settings is None:
        settings = listed(place)
        _write_down(place, settings, mark)
    _put(f"{place.ours}/{COMMON}/config", "".join(_lines(settings)))
    _link(place)
    return settings


def _make_room(place: Place) -> None:
    """Have the folder of our own files, with nothing in it that we did not put there."""
    for folder in (place.ours, f"{place.ours}/{COMMON}"):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            if not stat.S_ISDIR(os.lstat(folder).st_mode):  # a link would lead our files elsewhere
                os.unlink(folder)
                os.mkdir(folder, 0o700)
    ours = {*LINKS, "config", KNOWN}
    if not ours.issuperset(os.listdir(folder)):
        import shutil  # hardly ever

        shutil.rmtree(folder)
        os.mkdir(folder, 0o700)


def _write_down(place: Place, settings: Settings, mark: str) -> None:
    known = {
        "mark": mark,
        "values": settings.values,
        "passed_over": settings.passed_over,
        "filters": settings.filters,
        "sparse": settings.sparse,
    }
    _put(f"{place.ours}/{COMMON}/{KNOWN}", json.dumps(known))


def _put(file: str, text: str) -> None:
    """Have a file say this, at once; it is not written when it does."""
    content = text.encode(errors="surrogateescape")
    with suppress(OSError), open(file, "rb") as there:
        if not os.path.islink(file) and there.read() == content:
            return
    new = f"{os.path.dirname(os.path.dirname(file))}/{os.path.basename(file)}-{os.getpid()}{NEW}"
    with suppress(FileNotFoundError):
        os.unlink(new)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb") as opened:
        opened.write(content)
    os.replace(new, file)


def _lines(settings: Settings) -> Iterator[str]:
    """The configuration that git is given for the repository's own."""
    yield "# Written by notesync from the repository's config, without what could run a command.\n"
    fetched = [
        (f"remote.{name}.fetch", f"+refs/heads/*:refs/remotes/{name}/*")
        for name in settings.remotes
    ]
    for key, value in (*settings.values, *fetched):
        section, _, rest = key.partition(".")
        name, dot, variable = rest.rpartition(".")
        yield f"[{section} {_quoted(name)}]\n" if dot else f"[{section}]\n"
        said = _quoted(value).replace("\n", "\\n").replace("\t", "\\t")
        yield f"\t{variable if dot else rest} = {said}\n"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _link(place: Place) -> None:
    """Lead from our stand-in to the repository's objects and refs."""
    folder = f"{place.ours}/{COMMON}"
    for name in LINKS:
        target, link = f"{place.common}/{name}", f"{folder}/{name}"
        if os.path.islink(link):
            if os.readlink(link) == target:
                continue
            os.unlink(link)
        elif os.path.lexists(link):
            os.rename(link, f"{folder}/{name}.odd")  # and is swept away the next time
        with suppress(FileExistsError):  # another notesync was faster
            os.symlink(target, link)
