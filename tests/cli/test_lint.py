"""lint: from a file, from what is piped, with and without a vault."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.running import notesync

PLEA = "Hey Meg,\nis Northern hiring in marketing? I could start right away.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(PLEA, encoding="utf-8")
    return file


def piped(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def test_a_draft_is_read_from_a_file_and_never_blocked(draft: Path) -> None:
    result = notesync("lint", draft)
    assert result.code == 0
    assert result.out.startswith("Sounds like asking for a job\n")
    assert "Line 2: “is Northern hiring”" in result.out


def test_json_has_the_verdict_the_findings_and_the_good_signs(draft: Path) -> None:
    document = notesync("lint", draft, "--json").json
    assert list(document) == ["schema", "verdict", "findings", "good"]
    assert document["verdict"] == "plea"
    for finding in document["findings"]:
        assert list(finding) == ["rule", "span", "text", "reason", "hint"]
        start, end = finding["span"]
        assert PLEA[start:end] == finding["text"]


@pytest.mark.parametrize("typed", [("lint",), ("lint", "-")])
def test_a_draft_is_read_from_a_pipe(
    typed: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped("Meg, thanks for lunch! Now I know that B2B is slower.", monkeypatch)
    result = notesync(*typed, "--kind", "thank-you")
    assert (result.code, result.out) == (
        0,
        "Good as it is\n\n✓ says thank you\n✓ says what stayed with you\n",
    )


def test_plain_rows_begin_with_the_verdict(draft: Path) -> None:
    rows = notesync("lint", draft, "--plain").out.splitlines()
    assert rows[0] == "verdict\tplea"
    assert rows[1].startswith("opening\t2\tis Northern hiring\t")


def test_good_signs_are_rows_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    piped("Thanks for lunch! Now I know that B2B is slower.", monkeypatch)
    assert "good\tthanks" in notesync("lint", "--plain", "--kind", "thank-you").out.splitlines()


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    result = notesync("lint", tmp_path / "none.txt")
    assert result.code == 2
    assert "can't be read" in result.err


def test_an_unknown_kind_is_a_usage_error(draft: Path) -> None:
    assert notesync("lint", draft, "--kind", "poem").code == 2


def test_without_a_vault_the_check_goes_on(draft: Path) -> None:
    result = notesync("lint", draft, "--to", "Carla Voigt", "--json")
    assert (result.code, result.json["verdict"]) == (0, "plea")


def test_a_name_that_the_vault_lacks_is_said_and_the_check_goes_on(
    draft: Path, petra: Path
) -> None:
    result = notesync("--vault", petra, "lint", draft, "--to", "Nobody Known")
    assert result.code == 0
    assert "Nobody Known" in result.err


def test_a_greeting_to_another_contact_is_found(petra: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Dear Carla,\nhow did you start? 20 minutes?\n", encoding="utf-8")
    found = notesync("--vault", petra, "lint", draft, "--to", "Nora Lind", "--json").json
    assert ("other-name", "Carla") in [(one["rule"], one["text"]) for one in found["findings"]]


def test_a_vault_that_was_named_and_is_not_there_is_said(draft: Path, tmp_path: Path) -> None:
    result = notesync("--vault", tmp_path / "none", "lint", draft, "--to", "Meg")
    assert result.code == 5
