"""Store bytes in git: any number of files in one process, by the format that git itself sends.

A pack is a header, each object as its type and length with its deflated bytes, and a checksum
(gitformat-pack(5)). ``git unpack-objects`` checks all of it and writes the objects.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Collection, Iterable

from notesync.sync.git import Git

BLOB = 3  # the type of an object that is a file
LEVEL = 1  # of compression; git packs anew what stays


def name_of(content: bytes, *, sha256: bool = False) -> str:
    """The name that git gives a file of these bytes."""
    named = b"blob %d\0%b" % (len(content), content)
    if sha256:
        return hashlib.sha256(named).hexdigest()
    return hashlib.sha1(named, usedforsecurity=False).hexdigest()


def store(
    git: Git, contents: Iterable[bytes], there: Collection[str], *, sha256: bool = False
) -> dict[bytes, str]:
    """Have these bytes in git.

    Args:
        git: The repository.
        contents: Of files.
        there: Names of objects that are known to be there.
        sha256: Whether objects are named by SHA-256.

    Returns:
        The name of each.
    """
    names = {content: name_of(content, sha256=sha256) for content in contents}
    new = [content for content, name in names.items() if name not in there]
    if new:
        git.run("unpack-objects", "-q", feed=pack(new, sha256=sha256))
    return names


def pack(contents: Collection[bytes], *, sha256: bool = False) -> bytes:
    """A pack of files."""
    parts = [struct.pack(">4sII", b"PACK", 2, len(contents))]
    parts += [_head(len(each)) + zlib.compress(each, LEVEL) for each in contents]
    whole = b"".join(parts)
    algorithm = hashlib.sha256 if sha256 else hashlib.sha1
    return whole + algorithm(whole, usedforsecurity=False).digest()


def _head(size: int) -> bytes:
    """Type and length: four bits of the length beside the type, then seven in each byte."""
    head = bytearray([BLOB << 4 | size & 15])
    size >>= 4
    while size:
        head[-1] |= 128
        head.append(size & 127)
        size >>= 7
    return bytes(head)
