"""Measure notesync on made-up vaults: ``python -m benchmarks [--full] [--sizes 1000 10000]``."""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.groups import take
from benchmarks.measure import YOUNG, Place, notesync
from benchmarks.page import Figures, growth, interpreter, page, table
from benchmarks.vaults import SEED, write_vault

USUAL = (1_000, 10_000)
FULL = (*USUAL, 100_000)
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def options() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", help="how many notes the vaults have")
    parser.add_argument("--full", action="store_true", help="100,000 notes too")
    parser.add_argument("--rounds", type=float, default=1.0, help="factor of how often; 1 is usual")
    parser.add_argument("--seed", type=int, default=SEED, help="another one, other vaults")
    parser.add_argument("--dry-run", action="store_true", help=f"leave {PAGE.name} as it is")
    return parser.parse_args()


def say(text: str) -> None:
    """Tell what is going on."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Make the vaults up, measure, print the table, write the page."""
    chosen = options()
    sizes = chosen.sizes or (FULL if chosen.full else USUAL)
    print(f"Python: {interpreter()}", flush=True)
    for package in ("benchmarks", "notesync"):
        compileall.compile_dir(PAGE.parent.parent / package, quiet=1)
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="notesync-bench-") as folder:
        for size in sizes:
            place = Place(Path(folder) / str(size), size)
            say(f"{size:,} notes: writing them")
            figures.bytes[size] = write_vault(place.folder, size, chosen.seed)
            time.sleep(YOUNG)
            notesync(place, "status")  # so that there is an index, and no note in it is young
            figures.found[size] = take(place, chosen.rounds, say)
    print(table(figures))
    if not chosen.dry_run:
        PAGE.write_text(page(figures), encoding="utf-8")
        if picture := growth(figures):
            PAGE.with_name("benchmarks-growth.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
