"""Take the pictures of docs/pictures/ anew: ``python -m docs.write_pictures`` (needs Chromium).

Each shows the example's dashboard, or that of a made-up or an empty vault, as a browser shows it:
written by the command itself, on a given day, at a given width, light or dark.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.vaults import write_vault
from tests.dashboard.browser.conftest import FLAGS, installed

FOLDER = Path(__file__).parent / "pictures"
PEOPLE = 2000
NOTES = PEOPLE * 10 // 3  # three in ten notes of a made-up vault are people


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        vault: ``petra``, ``empty``, ``one`` with a single note, or ``crowd``.
        opened: Ids of the blocks that are opened.
        top: Id of what stands at the top; "" for the page's beginning.
        height: In pixels.
    """

    name: str
    vault: str = "petra"
    lang: str = "en"
    day: str = "2026-05-12"
    width: int = 1280
    height: int = 1240
    scheme: str = "light"
    opened: tuple[str, ...] = ()
    top: str = ""


SHOTS = (
    Shot("dashboard"),
    Shot("dark-german", lang="de", day="2026-05-29", scheme="dark"),
    Shot(
        "pictures",
        day="2026-05-29",
        height=1640,
        opened=("tree", "weeks", "confidence"),
        top="tree",
    ),
    Shot("tablet", width=768, height=1400, lang="de"),
    Shot("phone", width=375, height=1500, lang="de"),
    Shot("phone-dark", width=375, height=1500, day="2026-05-29", scheme="dark"),
    Shot("empty", vault="empty", height=720),
    Shot("one-note", vault="one", lang="de", day="2026-05-29", height=800),
    Shot(
        "two-thousand-people",
        vault="crowd",
        lang="de",
        day="2026-05-29",
        opened=("tree",),
        top="tree",
        height=1300,
    ),
)


def run(*arguments: str | Path) -> None:
    """Run notesync."""
    command = [sys.executable, "-m", "notesync", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 -- itself


def vault_of(shot: Shot, folder: Path) -> Path:
    """The vault of a picture, made when it isn't there yet."""
    vault = folder / shot.lang / shot.vault
    if vault.exists():
        return vault
    vault.parent.mkdir(exist_ok=True)
    if shot.vault == "crowd":
        vault.mkdir()
        write_vault(vault, NOTES)
    else:
        demo = ["--demo"] if shot.vault == "petra" else []
        run("--quiet", "init", vault, *demo, "--lang", shot.lang)
    if shot.vault == "one":
        meike = ("add", "contact", "Meike Brandt", "--org", "Elbgrün")
        run("--quiet", "--vault", vault, "--today", shot.day, *meike)
    return vault


def take(shot: Shot, folder: Path, browser: Browser) -> None:
    """Write the page and photograph it."""
    vault = vault_of(shot, folder)
    run("--quiet", "--vault", vault, "--today", shot.day, "--lang", shot.lang, "dashboard")
    (page,) = vault.glob("*.html")
    context = browser.new_context(
        viewport={"width": shot.width, "height": 900},
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    window = context.new_page()
    window.goto(page.as_uri())
    for one in shot.opened:
        window.evaluate("name => { document.getElementById(name).open = true }", one)
    top = 0.0
    if shot.top:
        box = window.locator(f"#{shot.top}").bounding_box()
        assert box
        top = box["y"]
    window.screenshot(
        path=FOLDER / f"{shot.name}.png",
        full_page=True,
        clip={"x": 0, "y": top, "width": shot.width, "height": shot.height},
    )
    context.close()


def main() -> None:
    """Take all of them, or those named."""
    FOLDER.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or [shot.name for shot in SHOTS]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=[*FLAGS])
        for shot in SHOTS:
            if shot.name in wanted:
                take(shot, Path(folder), browser)
        browser.close()


if __name__ == "__main__":
    main()
