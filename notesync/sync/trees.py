"""Compare trees: names of tree objects in, the paths out at which they differ or are the same.

Only folders that differ are walked into, and of their entries only those that differ are decoded: a
vault of ten thousand notes is compared in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notesync.sync.objects import FOLDER, Entry, Objects, RawEntry

_FOLDER = FOLDER.encode()


def paths(objects: Objects, tree: str, prefix: str = "") -> Iterator[str]:
    """The path of every file of a tree."""
    entries = objects.folder(tree)
    objects.know(oid.hex() for mode, _, oid in entries if mode == _FOLDER)
    for mode, name, oid in entries:
        path = prefix + name.decode("utf-8", "surrogateescape")
        if mode == _FOLDER:
            yield from paths(objects, oid.hex(), f"{path}/")
        else:
            yield path


def differing(objects: Objects, trees: Sequence[str], prefix: str = "") -> list[dict[str, Entry]]:
    """The files at which any of several trees differs from the others, of each tree.

    Args:
        objects: Where the trees are.
        trees: Names of tree objects; "" stands for an empty one.
        prefix: The folder that they are of, with a slash at its end.
    """
    folders = _sets(objects, trees)
    common = frozenset.intersection(*folders)
    found: list[dict[str, Entry]] = [{} for _ in trees]
    below: dict[bytes, list[str]] = {}  # folders that differ, with their tree in each
    for side, folder in enumerate(folders):
        for mode, name, oid in folder - common:
            if mode == _FOLDER:
                below.setdefault(name, [""] * len(trees))[side] = oid.hex()
            else:
                path = prefix + name.decode("utf-8", "surrogateescape")
                found[side][path] = Entry(mode.decode("ascii"), oid.hex())
    objects.know(oid for oids in below.values() for oid in oids)
    for name, oids in below.items():
        path = prefix + name.decode("utf-8", "surrogateescape")
        more = differing(objects, oids, f"{path}/")
        found = [files | deeper for files, deeper in zip(found, more, strict=True)]
    return [dict(sorted(files.items())) for files in found]


def unchanged(objects: Objects, trees: Sequence[str], prefix: str = "") -> Iterator[str]:
    """The paths that are the same in all of several trees; their order is not told."""
    folders = _sets(objects, trees)
    common = frozenset.intersection(*folders)
    objects.know(oid.hex() for mode, _, oid in common if mode == _FOLDER)
    for mode, name, oid in common:
        path = prefix + name.decode("utf-8", "surrogateescape")
        if mode == _FOLDER:
            yield from paths(objects, oid.hex(), f"{path}/")
        else:
            yield path
    below = [
        {name: oid for mode, name, oid in each - common if mode == _FOLDER} for each in folders
    ]
    for name in below[0]:
        if all(name in each for each in below):
            path = prefix + name.decode("utf-8", "surrogateescape")
            yield from unchanged(objects, [each[name].hex() for each in below], f"{path}/")


def _sets(objects: Objects, trees: Sequence[str]) -> list[frozenset[RawEntry]]:
    objects.know(trees)
    return [frozenset(objects.folder(tree)) if tree else frozenset() for tree in trees]
