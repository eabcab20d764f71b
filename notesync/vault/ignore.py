"""Turn the `ignore` patterns of notesync.toml into one test of a path.

A pattern without a slash fits any file or folder name at any depth; one with a slash fits from the
vault's root; ``*`` and ``?`` stay within a name, ``**`` crosses folders. A folder that fits hides
everything below it. (The part of gitignore's rules that people use, without its negations.)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_TOKENS = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]/]+\]|.", re.DOTALL)
_GLOBS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _one(pattern: str) -> str:
    pattern = unicodedata.normalize("NFC", pattern).removesuffix("/")
    anchored = "/" in pattern
    body = "".join(
        _GLOBS.get(token) or (token if len(token) > 1 else re.escape(token))
        for token in _TOKENS.findall(pattern.removeprefix("/"))
    )
    return body if anchored else f"(?:.*/)?{body}"


def compile_ignore(patterns: Sequence[str]) -> re.Pattern[str] | None:
    """One expression whose `match` says that a path, or a folder above it, is ignored.

    Args:
        patterns: Globs, relative to the vault.

    Returns:
        None when nothing is ignored.

    Raises:
        re.error: A pattern's brackets make no sense.
    """
    if not patterns:
        return None
    return re.compile("|".join(f"(?:{_one(each)})(?:/|\\Z)" for each in patterns), re.DOTALL)
