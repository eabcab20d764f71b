"""Begin and end: do what a short line asks for (`notesync.cli.short`), else open click's door.

Python's start and imports are most of what a command costs. So nearly nothing is imported here
before garbage is no longer looked for: of all that an import makes, none is ever garbage.
"""

from __future__ import annotations

import gc
import os
import sys

# How rarely a command that keeps running looks for garbage that lies in circles. All notes together
# are hundreds of thousands of small values and none of them is garbage; as often as usual, looking
# takes a third of the time of reading them. The other commands end before it would be worth it.
COLLECT = (100_000, 50, 100)
INTERRUPTED = 130


def main() -> None:
    """Run notesync and end the process as docs/commands.md, "How a command ends", has it."""
    gc.disable()
    gc.set_threshold(*COLLECT)
    _open_streams()
    code = _code()
    import atexit
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, KeyboardInterrupt):  # nobody listens any more
            stream.flush()
    atexit._run_exitfuncs()  # noqa: SLF001 -- what Python would do before it ends
    os._exit(code)  # all memory goes back at once, and not value by value


def _code() -> int:
    """Do what the line asks for; Ctrl-C may come while the modules for it are still imported."""
    try:
        from notesync.cli.short import begun

        code = begun(sys.argv[1:])
        if code is None:
            from notesync.cli.main import run

            code = run()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    return code


def _open_streams() -> None:
    """Make the standard streams take whatever is printed.

    Those that are closed (``>&-``) lead nowhere, so that no file takes their numbers; a terminal
    without “ or 🌱 shows ? for it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))
