"""Another process of this program is this program, wherever the user stands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import notesync
from notesync.vault.program import program

PACKAGE = Path(notesync.__file__).parent


def test_a_module_of_the_vault_is_never_run(tmp_path: Path) -> None:
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w')\n"
    for name in ("json", "click", "runpy", "notesync", "pickle"):
        (tmp_path / f"{name}.py").write_text(trap, encoding="utf-8")
    command = (*program("notesync"), "--version")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert notesync.__version__ in done.stdout
    assert not (tmp_path / "sprung").exists()


def test_no_other_way_to_start_ourselves_is_taken() -> None:
    holders = [
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if "sys.executable" in file.read_text(encoding="utf-8")
    ]
    assert holders == ["vault/program.py"]
