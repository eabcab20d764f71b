"""Turn a line that asks for status, sync, list or search, and nothing unusual, into what it asks.

click, which knows every option and what to say to a mistyped one, takes longer to import than the
status of an unchanged vault takes altogether, or a sync that has nothing to do. So a line that has
no options but those of every command is read here. Whatever isn't understood for sure, and whatever
goes wrong unexpectedly, is click's: it begins again from the start.
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
    """Do what a line asks for, if it is a short one; None when click has to begin."""
    asked = None if "_NOTESYNC_COMPLETE" in os.environ else read(args)
    if asked is None:
        return None
    session, command, words = asked
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        return _COMMANDS[command][0](session, *words)
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


def _list(session: Session, *kind: str) -> int:
    from notesync.cli.listing import print_list

    print_list(session, *kind)
    return 0


def _search(session: Session, *words: str) -> int:
    from notesync.cli.searching import print_search

    print_search(session, " ".join(words))
    return 0


# Command -> what does it, and how many words may follow its name.
_COMMANDS: Mapping[str, tuple[Callable[..., int], range]] = {
    "status": (_status, range(1)),
    "sync": (_sync, range(1)),
    "list": (_list, range(2)),
    "search": (_search, range(1, sys.maxsize)),
}


def read(args: Sequence[str]) -> tuple[Session, str, tuple[str, ...]] | None:
    """Session, name and words of a short command that has only options that every command has.

    Returns:
        None when the line asks for anything else, or might.
    """
    session = Session()
    words = []
    rest = iter(args)
    for arg in rest:
        name, equals, value = arg.partition("=")
        if name not in _OPTIONS:
            if not arg or arg.startswith("-"):
                return None
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
    command, *following = words or [""]
    if command not in _COMMANDS or len(following) not in _COMMANDS[command][1]:
        return None
    return session, command, tuple(following)
