"""Which remote a branch is synced with, and whether its address can be trusted: settings in.

An address can name a program (``ext::sh -c …``), look like an option, or lead to a repository that
lies in the vault itself and brings hooks of its own. Such remotes are refused before git hears of
them.
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from notesync.sync.errors import BadRemote, SeveralRemotes
from notesync.sync.repository import HEADS, Place
from notesync.sync.settings import Settings
from notesync.words import N_

# How a remote may be reached. Everything else, such as `ext::`, runs a program of the URL's choice.
SCHEMES = frozenset({"file", "git", "git+ssh", "http", "https", "ssh", "ssh+git"})
_SSH = frozenset({"ssh", "git+ssh", "ssh+git"})


class Remote(NamedTuple):
    """The remote that a branch is synced with.

    Attributes:
        name: Its name.
        url: Where it is.
        upstream: Full name of the branch there that the configuration names; "" for none.
    """

    name: str
    url: str
    upstream: str = ""

    @property
    def local(self) -> bool:
        """Whether it is a folder of this computer, such as a drive."""
        return not _is_ssh(self.url) and "://" not in self.url.removeprefix("file://")


def remote_of(place: Place, settings: Settings, branch: str) -> Remote | None:
    """The remote of a branch; None when there is none.

    Args:
        place: The repository.
        settings: What it says.
        branch: The branch's short name.

    Raises:
        SeveralRemotes: It can't be told which one is meant.
        BadRemote: It is one that could run something, or lies within the vault.
    """
    remotes = settings.remotes
    named = settings.get(f"branch.{branch}.remote")
    if named == "." or (named and named not in remotes):
        named = ""
    if not named:
        if not remotes:
            return None
        if len(remotes) > 1 and "origin" not in remotes:
            raise SeveralRemotes(remotes=", ".join(remotes), branch=branch)
        named = "origin" if "origin" in remotes else next(iter(remotes))
    if named.startswith("-"):
        raise BadRemote(remote=named, reason=N_("its name could be taken for an option"))
    if re.search(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|^[./]|[./]$", named):
        raise BadRemote(remote=named, reason=N_("git allows no such name"))
    pushed = settings.get(f"remote.{named}.pushurl")
    for url in (remotes[named], *([pushed] if pushed else [])):
        if reason := refused(url, place.root):
            raise BadRemote(remote=named, reason=reason)
    upstream = settings.get(f"branch.{branch}.merge") if _says(settings, branch, named) else ""
    if not upstream.startswith(HEADS):
        upstream = ""
    return Remote(named, remotes[named], upstream)


def _says(settings: Settings, branch: str, remote: str) -> bool:
    return settings.get(f"branch.{branch}.remote") == remote


def refused(url: str, root: str) -> str:
    """Why a URL is not used; "" when it is.

    Args:
        url: As it is configured.
        root: The vault's folder: a repository inside it would bring hooks of its own.
    """
    if not url or url.startswith("-") or re.search(r"[\x00-\x1f\x7f]", url):
        return N_("its address could be taken for an option")
    if re.match(r"[A-Za-z0-9+.-]+::", url):
        return N_("its address names a program to run")
    scheme, slashes, rest = url.partition("://")
    if slashes and scheme.lower() not in SCHEMES:
        return N_("its address names a program to run")
    host = rest.rpartition("@")[2] if slashes else url.rpartition("@")[2]
    if host.startswith("-") or (_is_ssh(url) and not slashes and ":-" in url):
        return N_("its address could be taken for an option")
    if slashes and scheme.lower() != "file":
        return ""
    if not slashes and _is_ssh(url):
        return ""
    path = re.sub(r"^(?:localhost|127\.0\.0\.1)?(?=/)", "", rest) if slashes else url
    there = os.path.realpath(os.path.join(root, path))
    if there == root or there.startswith(f"{root}/"):
        return N_("it lies inside the vault itself")
    return ""


def _is_ssh(url: str) -> bool:
    """Whether git takes this for an address of ssh: by its scheme, or as ``host:path``."""
    scheme, slashes, _ = url.partition("://")
    if slashes:
        return scheme.lower() in _SSH
    colon = url.find(":")
    return colon >= 0 and "/" not in url[:colon]
