"""Begin: tell the status at once where that is all that was asked for, else open click's door.

Python's start and imports are most of what a command costs. click, which knows every option and
what to say to a mistyped one, takes longer to import than the status of an unchanged vault takes
altogether. So a line that asks for the status and nothing unusual is read here. Whatever isn't
understood for sure, and whatever goes wrong, is click's: it begins again from the start.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from notesync.cli.session import SHARED, Session

# How rarely a command that keeps running looks for garbage that lies in circles. All notes together
# are hundreds of thousands of small values and none of them is garbage; as often as usual, looking
# takes a third of the time of reading them. The other commands end before it would be worth it.
COLLECT = (100_000, 50, 100)
INTERRUPTED = 130
# Option -> the session's attribute, whether it takes a value, and the values that it may have.
_OPTIONS = {
    name: (names[0].removeprefix("--").replace("-", "_"), bool(metavar), choices)
    for names, _, metavar, choices in SHARED
    for name in names
}


def main() -> None:
    """Run notesync and end the process with the exit code of interface.md."""
    gc.disable()
    gc.set_threshold(*COLLECT)
    _open_streams()
    code = _status(sys.argv[1:])
    if code is None:
        from notesync.cli.main import run

        code = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody listens any more
            stream.flush()
    atexit._run_exitfuncs()  # noqa: SLF001 -- what Python would do before it ends
    os._exit(code)  # all memory goes back at once, and not value by value


def _open_streams() -> None:
    """Make the standard streams take whatever is printed.

    Those that are closed (``>&-``) lead nowhere, so that no file takes their numbers; a terminal
    without “ or 🌱 shows ? for it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def _status(args: Sequence[str]) -> int | None:
    """Tell the status if that is what a line asks for; None when click has to begin again."""
    session = None if "_NOTESYNC_COMPLETE" in os.environ else read(args)
    if session is None:
        return None
    from notesync.cli.today import print_status

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        print_status(session)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except Exception:  # noqa: BLE001 -- nothing is printed yet; it happens again, and is explained
        return None
    finally:
        session.close()
    return 0


def read(args: Sequence[str]) -> Session | None:
    """The session of a line that asks for the status with options that every command has.

    Returns:
        None when it asks for anything else, or might.
    """
    session = Session()
    words = []
    rest = iter(args)
    for arg in rest:
        name, equals, value = arg.partition("=")
        if name not in _OPTIONS:
            words.append(arg)
            continue
        attribute, takes_value, choices = _OPTIONS[name]
        if not takes_value:
            if equals:
                return None
            setattr(session, attribute, True)
            continue
        value = value if equals else next(rest, "")
        if not value or value.startswith("-") or (choices and value not in choices):
            return None
        setattr(session, attribute, value)
    return session if words == ["status"] else None
