"""Turn a line that asks for the status or a sync, and nothing unusual, into what it asks for.

click, which knows every option and what to say to a mistyped one, takes longer to import than the
status of an unchanged vault takes altogether, or a sync that has nothing to do. So such a line is
read here. Whatever isn't understood for sure, and whatever goes wrong unexpectedly, is click's: it
begins again from the start.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from notesync.cli.session import SHARED, Session

# Option -> the session's attribute, whether it takes a value, and the values that it may have.
_OPTIONS = {
    name: (names[0].removeprefix("--").replace("-", "_"), bool(metavar), choices)
    for names, _, metavar, choices in SHARED
    for name in names
}


def begun(args: Sequence[str]) -> int | None:
    """Do what a line asks for, if that is the status or a sync; None when click has to begin."""
    session, command = (None, "") if "_NOTESYNC_COMPLETE" in os.environ else read(args)
    if session is None:
        return None
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        return _COMMANDS[command](session)
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
