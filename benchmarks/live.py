"""Measure ``serve``: its memory while nobody looks, and from a save to the page in a browser.

``python -m benchmarks.live [--sizes 100 1000 10000]`` prints a table. The browser is a real one, so
this needs the environment that ``make test`` makes. It takes its time: ``serve`` must come to rest.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import memory, tasks
from benchmarks.measure import COMMAND, Place, notesync
from benchmarks.vaults import SEED, write_vault
from notesync.cli.painting import REST_AFTER

ROUNDS = 7
DEBOUNCE = 0.1  # seconds of quiet that the watcher waits for
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Resolves with the moment at which the page has become another one.
CHANGED = """() => new Promise(done => {
  const watch = new MutationObserver(() => { watch.disconnect(); done(Date.now() / 1000); });
  watch.observe(document.body, {childList: true});
})"""


class Served:
    """A running ``notesync serve``."""

    def __init__(self, folder: Path) -> None:
        """Start it, and wait until it tells its address."""
        self.child = subprocess.Popen(
            [*COMMAND, "--vault", folder, "serve", "--port", "0", "--quiet"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.child.stdout is not None
        self.address = self.child.stdout.readline().strip()

    def memory(self) -> float:
        """Its resident memory in MB, with that of the process that makes the pages (Linux)."""
        return memory.resident(self.child.pid)

    def end(self) -> None:
        """Stop it, as Ctrl-C does."""
        self.child.terminate()
        self.child.wait(60)


def until_changed(page: Page, folder: Path) -> float:
    """Seconds from a save to another page."""
    waiting = page.evaluate_handle(f"() => ({{moment: ({CHANGED})()}})")
    begin = time.time()
    tasks.change_one(folder)
    changed: float = waiting.evaluate("one => one.moment")
    return changed - begin


def measure(browser: Browser, folder: Path, size: int) -> str:
    """A row of the table."""
    write_vault(folder, size, SEED)
    time.sleep(2.5)  # until no note is young any more
    notesync(Place(folder, size), "status")
    served = Served(folder)
    try:
        page = browser.new_page()
        page.goto(served.address)
        seconds = []
        for _ in range(ROUNDS):
            time.sleep(2.5)
            seconds.append(until_changed(page, folder))
        open_ = served.memory()
        page.close()
        time.sleep(2 * REST_AFTER + 1)
        rest = served.memory()
    finally:
        served.end()
    middle = statistics.median(seconds)
    times = f"{middle:.2f} s | {middle / DEBOUNCE:.0f} ×"
    return f"| {size:,} | {times} | {open_:.0f} MB | {rest:.0f} MB |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.live", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    chosen = parser.parse_args()
    print("| notes | save to page | of the debounce | with a page open | at rest |")
    print("|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="notesync-live-") as folder, sync_playwright() as found:
        path = next(path for name in CHROMIUM if (path := shutil.which(name)))
        browser = found.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for size in chosen.sizes:
            print(measure(browser, Path(folder) / str(size), size), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
