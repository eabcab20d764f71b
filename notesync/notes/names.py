"""Turn spellings of names into what they have in common, and names into the notes they mean.

Two different folds: `key` is a link's identity ("case-insensitive, Unicode-normalised"), while
`search_fold` goes further and lets German spellings find each other. Links resolve by path, then
file name, then alias (docs/format.md, "Links and names"); what a person types on the command line
may also be a first name or the beginning of a name. Last, which names a file of ours may have, so
that every platform can hold it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

SUFFIX = ".md"
# What a file name may have in UTF-8 on ext4, APFS and NTFS, with room for temporary files and for
# the second name that a sync may need.
ROOM = 255 - len(SUFFIX) - len(".conflict-12345678")

# Marks that search leaves out (a macron, an accent, the dots of ä), and letters that are no
# letter plus mark for Unicode though a reader may type them so. (Every body is folded: replacing
# is several times as fast as str.translate.)
_ASCII = bytes(range(0x80))
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_GERMAN = tuple(zip("äöüÄÖÜß", ("a", "o", "u", "a", "o", "u", "ss"), strict=True))
_LETTERS = (
    *(("æ", "ae"), ("œ", "oe"), ("ø", "o")),
    *(("ł", "l"), ("đ", "d"), ("ð", "d"), ("ı", "i")),
)
_SPELLED_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"))
# As FTS5's unicode61 cuts words: letters and digits; accents that stand alone belong to them.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")

TITLES = frozenset({"dr", "prof", "frau", "herr", "mrs", "mr", "ms", "dipl", "ing", "mag", "pd"})
_AND = re.compile(r"\s*(?:,|;|&|\+|\bund\b|\band\b)\s*", re.IGNORECASE)


def key(text: str) -> str:
    """What two spellings of one name share: case and Unicode form are left out."""
    text = text.strip()
    if text.isascii():
        return text.lower()
    # Canonical caseless matching, The Unicode Standard, section 3.13, D145.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def search_fold(text: str) -> str:
    """Fold a text for search: Müller, Mueller and muller are one, and so are Straße and strasse.

    Blanks stay where they are, so that a token becomes a token; its length may change.
    """
    text = text.lower() if text.isascii() else _folded(text)
    for spelled, letter in _SPELLED_OUT:
        if spelled in text:
            first, *others = text.split(spelled)
            text = letter.join((first, *[other.lstrip("e") for other in others]))
    return text


def _folded(text: str) -> str:
    """A text without case and marks. A look at nothing but what is not ASCII often spares more."""
    text = _replaced(text, _GERMAN)
    if text.isascii():
        return text.lower()
    encoded = text.encode(errors="surrogatepass")
    if _stays(encoded.translate(None, _ASCII).decode(errors="surrogatepass")):
        return encoded.lower().decode(errors="surrogatepass")
    return _BEYOND_ASCII.sub(lambda found: _bare(found[0]), text.casefold())


def _stays(letters: str) -> bool:
    """Whether no part of these letters has case or marks to leave out: dashes, say, or emoji."""
    if _replaced(letters.casefold(), _LETTERS) != letters or _MARKS.search(letters):
        return False
    return all(unicodedata.is_normalized(form, letters) for form in ("NFC", "NFD"))


@lru_cache(maxsize=4096)
def _bare(letters: str) -> str:
    """Letters, none of them ASCII, without their marks; no mark behind them changes a letter."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", letters))
    return unicodedata.normalize("NFC", _replaced(bare, _LETTERS))


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def split_names(text: str) -> tuple[str, ...]:
    """``Carla Voigt und Nora Lind`` is two names; so are names with a comma between them."""
    return tuple(part for part in _AND.split(" ".join(text.split())) if part)


class Directory(NamedTuple):
    """Where names lead. Every value is a tuple of paths, so that ambiguity can be told.

    Attributes:
        paths: Key of a path without ``.md`` to paths (more than one only for case or NFC twins).
        stems: Key of a file name without ``.md`` to paths.
        aliases: Key of an alias to paths.
    """

    paths: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]


def directory(notes: Iterable[tuple[str, tuple[str, ...]]]) -> Directory:
    """Build a `Directory` from (path, aliases) of every note."""
    paths: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    for path, others in sorted(notes):
        whole = key(without_suffix(path))
        paths[whole] = (*paths.get(whole, ()), path)
        stem = whole.rpartition("/")[2]
        stems[stem] = (*stems.get(stem, ()), path)
        for alias in dict.fromkeys(map(key, others)):
            aliases[alias] = (*aliases.get(alias, ()), path)
    return Directory(paths, stems, aliases)


def without_suffix(path: str) -> str:
    """The path or link target without its ``.md``, however it is capitalized."""
    return path[: -len(SUFFIX)] if path[-len(SUFFIX) :].lower() == SUFFIX else path


def stem(path: str) -> str:
    """What a note is called, by its path or by a link to it: the file name without ``.md``."""
    return without_suffix(path).rpartition("/")[2]


def resolve(names: Directory, target: str, source: str = "") -> tuple[str, ...]:
    """The notes that a link may mean: one when it is clear, several when it is ambiguous.

    Args:
        names: All notes.
        target: What stands between the brackets, without heading and shown text.
        source: Path of the note that holds the link, for ``./`` and ``../``.
    """
    wanted = key(without_suffix(target.strip()))
    if wanted.startswith(("./", "../")):
        return names.paths.get(_join(key(source), wanted), ())
    wanted = wanted.removeprefix("/")
    if not wanted:
        return ()
    if found := names.paths.get(wanted):
        return found
    if "/" in wanted:
        tail = f"/{wanted}"
        ends = names.stems.get(wanted.rpartition("/")[2], ())
        if found := tuple(path for path in ends if key(without_suffix(path)).endswith(tail)):
            return found
    return names.stems.get(wanted) or names.aliases.get(wanted, ())


def _join(source: str, relative: str) -> str:
    parts = source.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def find(notes: Iterable[tuple[str, str, tuple[str, ...]]], query: str) -> tuple[str, ...]:
    """The notes that a typed name may mean, of (path, name, aliases).

    The first that fits anything wins: the same name or alias; the same in German spelling; one of
    its words, such as the first name; the beginning of the name or of a word in it.
    """
    entries = [(path, (name, *aliases)) for path, name, aliases in notes]
    wanted, folded = key(without_suffix(query)), search_fold(query.strip())
    if not folded:
        return ()
    tiers: tuple[Callable[[str, str], bool], ...] = (
        lambda path, name: wanted in {key(name), key(without_suffix(path))},
        lambda _path, name: folded == search_fold(name),
        lambda _path, name: folded in _words(name),
        lambda _path, name: _begins(name, folded),
    )
    for fits in tiers:
        found = tuple(path for path, names in entries if any(fits(path, name) for name in names))
        if found:
            return found
    return ()


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w'’-]+", search_fold(name))
    return [word for word in words if word not in TITLES]


def _begins(name: str, folded: str) -> bool:
    words = _words(name)
    return any(" ".join(words[at:]).startswith(folded) for at in range(len(words)))


# ---------------------------------------------------------------- names of files

# What no file name of ours holds: Windows forbids it, or it would end a wiki-link. (These three are
# compiled when the first name is made.)
_FORBIDDEN = r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\[\]#^]'
# Invisible characters that turn the direction of text or have no width, and lone surrogates (bytes
# that are no UTF-8). The joiner U+200D stays: emoji are made with it.
_INVISIBLE = r"[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
_RESERVED = r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)"


def risk(name: str) -> str:
    """Why a file name may be lost on another platform: a problem code, or "" when it is fine.

    Args:
        name: The last part of a path, with its suffix.
    """
    if re.search(r"[\ud800-\udfff]", name):
        return "name-bytes"
    if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", name):
        return "name-control"
    stem = without_suffix(name)
    if re.search(r'[<>:"/\\|?*]', name) or re.match(_RESERVED, name) or stem != stem.rstrip(". "):
        return "name-windows"
    if re.search(r"[\[\]#^]", name):
        return "name-link"
    return "name-long" if len(name.encode()) > ROOM + len(SUFFIX) else ""


def safe_name(text: str) -> str:
    """The nearest name (without ``.md``) that every platform and every link can hold.

    Never empty; a name that is safe already comes back unchanged but for Unicode form (NFC).
    """
    name = unicodedata.normalize("NFC", re.sub(_INVISIBLE, "", text))
    name = " ".join(re.sub(_FORBIDDEN, " ", name).split()).lstrip(". ")
    while len(name.encode()) > ROOM:
        name = name[:-1]
    name = name.rstrip(". ")
    if re.match(_RESERVED, name):
        name = f"{name[:3]}_{name[3:]}"
    return name or "_"
