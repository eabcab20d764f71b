"""The made-up vaults that speed is measured on, and the table; what they measure is no test."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks import peers, tasks
from benchmarks.measure import Place, Sample
from benchmarks.plot import plot
from benchmarks.table import GROUPS, ROWS, Figures, Row, page, table
from benchmarks.vaults import notes, write_vault
from notesync.index.problems import problems
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault

TAKEN = {name for group in GROUPS for name in group.samples} | {
    "saved",
    "rg",
    "rg, rare word",
    "rg, common word",
    "python while watched",
    "status while watched",
}


def test_the_same_seed_makes_the_same_vault_and_another_one_another() -> None:
    assert list(notes(200, seed=7)) == list(notes(200, seed=7))
    assert list(notes(200, seed=7)) != list(notes(200, seed=8))


@pytest.mark.parametrize("count", [20, 300])
def test_a_made_up_vault_has_so_many_notes_and_all_are_understood(
    count: int, tmp_path: Path
) -> None:
    size = write_vault(tmp_path, count)
    vault = Vault.open(tmp_path)
    with Store(vault.state_dir()) as store:
        assert len(refresh(vault, store).added) == count
        assert problems(store, everything=True) == []
        kinds = {kind for (kind,) in store.rows("SELECT DISTINCT kind FROM notes")}
    assert {"contact", "conversation", "organization", "question", "note", "me"} <= kinds
    assert 1_500 < size / count < 3_500


def test_every_row_is_made_of_samples_that_are_taken_in_one_group() -> None:
    for row in ROWS:
        assert {row.above, row.below} - {""} <= TAKEN, row
        if row.below:
            pairs = [
                {*group.samples, *(name for name in TAKEN if "rg" in name)} for group in GROUPS
            ]
            pairs.append({"python while watched", "status while watched"})
            assert any({row.above, row.below} <= pair for pair in pairs), row


def test_a_row_is_a_ratio_of_medians_with_its_verdict() -> None:
    found = {
        "cold": [Sample(wall, 0, 0) for wall in (9.0, 3.0, 4.0)],
        "bare": [Sample(wall, 0, 0) for wall in (2.0, 2.0, 8.0)],
    }
    row = Row("cold ÷ bare", "cold", "bare", target=2.0)
    assert row.cell(found, 1000) == "2.00 × ✓"
    assert Row("cold ÷ bare", "cold", "bare", target=1.9).cell(found, 1000) == "2.00 × ✗"
    assert Row("cold ÷ bare", "cold", "bare", target=1.9, at=10_000).cell(found, 1000) == "2.00 ×"
    assert Row("cold", "cold", per_note=True).value(found, 1000) == pytest.approx(0.004)
    assert Row("rg is not here", "cold", "rg").cell(found, 1000) == ""


def test_the_page_shows_a_row_for_each_figure_that_could_be_taken() -> None:
    samples = {name: [Sample(0.5, 0.5, 50)] for name in TAKEN if "rg" not in name}
    figures = Figures({1000: samples, 10_000: samples}, {1000: 2_300_000, 10_000: 23_000_000})
    shown = table(figures)
    assert "| | 1,000 notes | 10,000 notes | target |" in shown
    assert len(shown.splitlines()) == 3 + sum("rg" not in row.below for row in ROWS)
    assert shown in page(figures)


@pytest.mark.parametrize(
    "name", ["read_and_hash", "cold_index", "after_one_change", "unchanged_look"]
)
def test_a_task_prints_its_seconds(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_vault(tmp_path, 30)
    tasks.TASKS[name](tmp_path)
    assert '"wall"' in capsys.readouterr().out


def test_the_plot_draws_a_line_for_whatever_has_two_sizes() -> None:
    drawn = plot({"cold <index>": [(1000, 0.5), (10_000, 5.0)], "status": [(1000, 0.07)]})
    root = ET.fromstring(drawn)  # noqa: S314 -- our own picture
    lines = root.findall("{*}polyline")
    assert len(lines) == 1
    (x1, y1), (x2, y2) = (
        map(float, point.split(",")) for point in lines[0].attrib["points"].split()
    )
    assert x2 > x1
    assert y2 < y1  # longer is higher up
    assert "cold <index>" in [text.text for text in root.findall("{*}text")]
    assert plot({"status": [(1000, 0.07)]}) == ""


def test_git_and_sync_are_asked_beside_the_vault_and_not_in_it(tmp_path: Path) -> None:
    write_vault(tmp_path / "vault", 30)
    place = Place(tmp_path / "vault", 30)
    before = sorted(place.folder.iterdir())
    assert peers.git_status(place).wall > 0
    assert peers.bare_sync(place).wall > 0
    assert sorted(place.folder.iterdir()) == before
    assert len(peers.rare_word(place)) > len("post")
