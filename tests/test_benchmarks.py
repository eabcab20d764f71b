"""The made-up vaults that speed is measured on, and the table; what they measure is no test."""

from __future__ import annotations

import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks import cards, indexers, memory, peers, tasks, watched
from benchmarks.groups import GROUPS
from benchmarks.measure import Place, Sample, notesync, process
from benchmarks.page import Figures, page, table
from benchmarks.plot import plot
from benchmarks.rows import ROWS, Row, fraction, late
from benchmarks.vaults import notes, write_vault
from notesync.index.problems import problems
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault

PEERS = {"rg", "notmuch", "recoll", "hugo", "khard"}  # taken only where they are installed
TOGETHER = [{*group.samples, *group.small} for group in GROUPS] + [{*watched.BESIDE}]
TAKEN = {*watched.ITSELF}.union(*TOGETHER)


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


def test_every_row_is_made_of_samples_that_are_taken_in_turn() -> None:
    for row in ROWS:
        assert row.above in TAKEN, row
        if row.below in TAKEN:
            assert any({row.above, row.below} <= together for together in TOGETHER), row
        else:
            assert row.below == "" or peer(row.below), row


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
    assert Row("the slowest", "cold", figure=max).value(found, 1000) == 9.0


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0.0, "0"),
        (1 / 5120, "1/5,120"),
        (1 / 36, "1/36"),
        (0.2, "1/5"),
        (0.4, "1/2.5"),
        (2, "2.00 ×"),
    ],
)
def test_a_fraction_tells_as_much_as_there_is_to_tell(number: float, shown: str) -> None:
    assert fraction(number) == shown


def test_one_of_twenty_may_be_later_than_late() -> None:
    assert late([1.0] * 19 + [100.0]) < 10
    assert late([1.0] * 18 + [100.0] * 2) > 90
    assert late([7.0]) == 7.0


def peer(name: str) -> bool:
    return name.partition(",")[0] in PEERS


def test_the_page_shows_a_row_for_each_figure_that_could_be_taken() -> None:
    samples = {name: [Sample(0.5, 0.5, 50)] for name in TAKEN if not peer(name)}
    figures = Figures({1000: samples, 10_000: samples}, {1000: 2_300_000, 10_000: 23_000_000})
    shown = table(figures)
    assert "| | 1,000 notes | 10,000 notes | target |" in shown
    assert len(shown.splitlines()) == 3 + sum(not peer(row.below) for row in ROWS)
    assert shown in page(figures)


@pytest.mark.parametrize(
    "name",
    [
        "read_and_hash",
        "cold_index",
        "cold_index_without_text",
        "after_one_change",
        "unchanged_look",
    ],
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


def test_notmuch_gets_every_note_as_a_mail_with_the_same_text(tmp_path: Path) -> None:
    write_vault(tmp_path / "vault", 30)
    indexers.write_mail(tmp_path / "vault", tmp_path / "mail")
    mails = {
        file.relative_to(tmp_path / "mail").with_suffix(".md"): message_from_bytes(
            file.read_bytes(), policy=policy.default
        )
        for file in (tmp_path / "mail").rglob("*.eml")
    }
    texts = {path: mail.get_content() for path, mail in mails.items()}
    assert texts == {
        note.relative_to(tmp_path / "vault"): note.read_text(encoding="utf-8")
        for note in tasks.files(tmp_path / "vault")
    }
    assert len({mail["Message-ID"] for mail in mails.values()}) == len(texts) == 30


def test_khard_gets_every_contact_as_a_card(tmp_path: Path) -> None:
    write_vault(tmp_path / "vault", 30)
    cards.write_cards(Place(tmp_path / "vault", 30), tmp_path / "cards")
    found = [card.read_text(encoding="utf-8") for card in (tmp_path / "cards").iterdir()]
    names = {line[3:] for card in found for line in card.splitlines() if line.startswith("FN:")}
    assert names == {note.stem for note in tasks.contacts(tmp_path / "vault")}
    assert all("\nORG:\n" not in card and "@example.org\n" in card for card in found)


def test_our_contacts_are_listed_from_a_vault_of_their_own(tmp_path: Path) -> None:
    write_vault(tmp_path / "vault", 30)
    assert cards.ours(Place(tmp_path / "vault", 30)).wall > 0
    assert not (tmp_path / "vault" / ".notesync").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /proc")
def test_the_peak_of_a_program_is_that_of_all_its_processes_together() -> None:
    child = "import time; held = bytearray(60_000_000); time.sleep(1)"
    parent = (
        "import subprocess, sys; held = bytearray(60_000_000);"
        f" subprocess.run([sys.executable, '-c', {child!r}])"
    )
    together, _ = process(sys.executable, "-c", parent, whole=True)
    assert 120 < together.peak < 170


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /proc")
def test_a_running_process_tells_its_memory_and_cpu_and_one_that_has_ended_nothing() -> None:
    script = "held = bytearray(60_000_000); sum(range(3_000_000)); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert list(memory.tree(child.pid)) == [child.pid]
        assert 60 < memory.resident(child.pid) < 110
        assert memory.shared_once(child.pid) <= memory.resident(child.pid)
        assert memory.cpu(child.pid) > 0
        child.communicate(b"\n")
    assert memory.resident(child.pid) == memory.cpu(child.pid) == 0


def test_a_save_is_known_to_the_index_and_then_shown_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "YOUNG", 0.1)
    monkeypatch.setattr(watched, "REST", 0.1)
    monkeypatch.setattr(watched, "PATIENCE", 60.0)
    write_vault(tmp_path, 30)
    place = Place(tmp_path, 30)
    notesync(place, "status")
    found = watched.take(place, 0.1)
    assert {*found} == {*watched.ITSELF, *watched.BESIDE}
    assert all(samples for samples in found.values())
    for known, shown in zip(found["saved, index"], found["saved, page"], strict=True):
        assert known.wall <= shown.wall
