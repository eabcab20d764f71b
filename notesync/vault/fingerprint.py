"""Turn bytes into what tells them from all others: BLAKE2b, 128 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b


def hashed(content: bytes) -> blake2b:
    """Their hash, which goes on with whatever is added to it."""
    try:
        from _blake2 import blake2b  # hashlib's own, which brings OpenSSL along: 2 ms
    except ImportError:  # another Python keeps it elsewhere
        from hashlib import blake2b
    return blake2b(content, digest_size=16)


def digest(content: bytes) -> str:
    """The fingerprint of a file's bytes, in hex."""
    return hashed(content).hexdigest()
