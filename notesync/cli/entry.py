"""Begin: tell the status or sync at once where no more was asked for, else open click's door.

Python's start and imports are most of what a command costs. click, which knows every option and
what to say to a mistyped one, takes longer to import than the status of an unchanged vault takes
altogether, or a sync that has nothing to do. So a line that asks for one of them and nothing
unusual is read here. Whatever isn't understood for sure, and whatever goes wrong unexpectedly, is
click's: it begins again from the start.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
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
    """Run notesync and end the process as docs/commands.md, "How a command ends", has it."""
    gc.disable()
    gc.set_threshold(*COLLECT)
    _open_streams()
    code = _short(sys.argv[1:])
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


def _short(args: Sequence[str]) -> int | None:
    """Do what a line asks for, if that is the status or a sync; None when click has to begin."""
    session, command = (None, "") if "_NOTESYNC_COMPLETE" in os.environ else read(args)
    if session is None:
        return None
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        return _COMMANDS[command](session)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except Exception:  # noqa: BLE001 -- nothing is printed yet; it happens again, and is explained
        return None
    finally:
        session.close()


def _status(session: Session) -> int:
    from notesync.cli.today import print_status

    print_status(session)
    return 0


def _sync(session: Session) -> int:
    from notesync.cli.syncing import sync_now

    return sync_now(session)


_COMMANDS: Mapping[str, Callable[[Session], int]] = {"status": _status, "sync": _sync}


def read(args: Sequence[str]) -> tuple[Session | None, str]:
    """Session and name of a short command with options that every command has.

    Returns:
        None and "" when the line asks for anything else, or might.
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
                return None, ""
            setattr(session, attribute, True)
            continue
        value = value if equals else next(rest, "")
        if not value or value.startswith("-") or (choices and value not in choices):
            return None, ""
        setattr(session, attribute, value)
    command = words[0] if len(words) == 1 else ""
    return (session, command) if command in _COMMANDS else (None, "")
