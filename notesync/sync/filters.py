"""Which files would have to go through a filter that is not run here: paths in, paths out.

A repository may insist that files are encrypted (git-crypt) or kept elsewhere (git-lfs) on their
way into git. Filters that the vault's own ``.git`` defines are never run, and without them the
plain text would be pushed; so such files are left out and told. A filter that is merely wished for
does nothing when it is missing, as git itself has it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from notesync.sync.checkout import Checkout

LFS = "lfs"
POINTER = b"version https://git-lfs.github.com/spec/"
_WORD = b"filter"
_MOST = 1_000_000  # bytes of an attributes file that is looked into


def insisted_on(checkout: Checkout, paths: Sequence[str]) -> frozenset[str]:
    """Those of several files that must not be added as they are.

    Args:
        checkout: The repository.
        paths: Of files that shall be committed.
    """
    if not paths or not _mentioned(checkout, paths):
        return frozenset()
    feed = "".join(f"{path}\0" for path in paths).encode(errors="surrogateescape")
    done = checkout.git.run("check-attr", "-z", "--stdin", "filter", feed=feed)
    fields = done.out.decode("utf-8", "surrogateescape").split("\0")
    insisted = {*checkout.settings.filters, LFS}
    rows = zip(fields[::3], fields[2::3], strict=False)
    return frozenset(path for path, value in rows if value in insisted)


def may_convert(checkout: Checkout, paths: Sequence[str]) -> bool:
    """Whether files may have other bytes on the disk than in git: line ends, encodings, filters.

    Args:
        checkout: The repository.
        paths: Of files that are about to be written.
    """
    configured = checkout.configured
    if configured.get("core.autocrlf", "").lower() == "true":
        return True
    own = configured.get("core.attributesfile", "")
    system = (f"{prefix}/etc/gitattributes" for prefix in ("", "/usr/local", "/opt/homebrew"))
    files = (*_attributes(checkout, paths), *system, *([os.path.expanduser(own)] if own else ()))
    return any(path.endswith(".gitattributes") for path in paths) or any(
        os.path.exists(file) for file in files
    )


def _mentioned(checkout: Checkout, paths: Sequence[str]) -> bool:
    """Whether any attributes of these files name a filter: read here, since most name none."""
    return any(map(_names_filter, _attributes(checkout, paths)))


def _attributes(checkout: Checkout, paths: Sequence[str]) -> list[str]:
    """The files that may give these files attributes."""
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return [
        *(f"{checkout.root}/{folder}/.gitattributes" for folder in folders),
        f"{checkout.place.common}/info/attributes",
        f"{home}/git/attributes",
    ]


def _names_filter(file: str) -> bool:
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as opened:
            return _WORD in opened.read(_MOST)
    except OSError:
        return False
