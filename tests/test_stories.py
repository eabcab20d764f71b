"""Stories like Petra's, written by hand as different people would: their figures, day by day.

Each folder in ``stories/`` holds a vault and ``figures.json``: what ``status --json --today DATE``
must show on some days, derived by hand from the method before anything was run, and why. The
problems are those that ``check`` must list, and no others.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from notesync.cli.screen import cells
from tests.cli.running import notesync

STORIES = {
    path.parent.name: path.parent
    for path in sorted(Path(__file__).parent.glob("stories/*/figures.json"))
}
FIGURES: dict[str, dict[str, Any]] = {
    name: json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    for name, folder in STORIES.items()
}
MOMENTS = [
    pytest.param(name, check["today"], check["status"], id=f"{name}-{check['today']}")
    for name, figures in FIGURES.items()
    for check in figures["checks"]
]
# Words that put somebody to shame, or that belong to selling (method.md, "Principles").
UNKIND = (
    *("neglect", "overdue", "failed", "lead", "prospect", "pipeline", "funnel"),
    *("vernachlässigt", "überfällig", "gescheitert", "versäumt", "Absage"),
)


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Copies of the stories' vaults, so that nothing derived comes to lie beside them."""
    folder = tmp_path_factory.mktemp("stories")
    return {
        name: Path(shutil.copytree(story / "vault", folder / name))
        for name, story in STORIES.items()
    }


def shown(found: object, wanted: object) -> object:
    """What was found, without the keys of rows that the story doesn't speak of."""
    if isinstance(wanted, list) and isinstance(found, list):
        rows = [*wanted, *[wanted[-1] if wanted else None] * len(found)]
        return [shown(row, like) for row, like in zip(found, rows, strict=False)]
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: shown(found[key], value) for key, value in wanted.items()}
    return found


@pytest.mark.parametrize(("name", "today", "status"), MOMENTS)
def test_each_story_has_its_figures_on_each_day(
    vaults: dict[str, Path], name: str, today: str, status: dict[str, Any]
) -> None:
    found = notesync("--vault", vaults[name], "status", "--json", "--today", today).json
    assert found["today"] == today
    assert shown({key: found[key] for key in status}, status) == status


@pytest.mark.parametrize(("name", "today", "status"), MOMENTS)
@pytest.mark.parametrize("lang", ["en", "de"])
def test_each_day_fits_on_a_page_and_shames_nobody(
    vaults: dict[str, Path], name: str, today: str, status: dict[str, Any], lang: str
) -> None:
    said = notesync("--vault", vaults[name], "--lang", lang, "status", "--today", today)
    lines = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert len(lines) <= 22
    assert max(map(cells, lines)) <= 80
    assert not [word for word in UNKIND if word.casefold() in said.out.casefold()]
    for step in status.get("next", []):
        assert step["contact"] is None or step["contact"] in said.out


@pytest.mark.parametrize("name", STORIES)
def test_check_lists_the_problems_of_a_story_and_no_others(
    vaults: dict[str, Path], name: str
) -> None:
    today = FIGURES[name]["checks"][-1]["today"]
    found = notesync("--vault", vaults[name], "check", "--json", "--today", today).json["problems"]
    assert [[row["path"], row["line"], row["code"]] for row in found] == FIGURES[name]["problems"]


@pytest.mark.parametrize("name", STORIES)
def test_looking_changes_no_note_of_a_story(vaults: dict[str, Path], name: str) -> None:
    notesync("--vault", vaults[name], "status")
    for note in (STORIES[name] / "vault").rglob("*.md"):
        copy = vaults[name] / note.relative_to(STORIES[name] / "vault")
        assert copy.read_bytes() == note.read_bytes()
