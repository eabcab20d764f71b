"""However a command begins and ends, nobody sees how it is made."""

from __future__ import annotations

import subprocess
import sys

import pytest

INTERRUPTED_IN = """
import builtins, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
imported, module = builtins.__import__, sys.argv.pop()
def interrupt(name, *rest):
    if name == module:
        os.kill(os.getpid(), signal.SIGINT)
    return imported(name, *rest)
from notesync.cli.entry import main
builtins.__import__ = interrupt
main()
"""


@pytest.mark.parametrize("module", ["notesync.cli.short", "notesync.cli.main", "click"])
def test_ctrl_c_while_modules_are_imported_ends_it_without_a_word(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_IN, module],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "\n", 130)
