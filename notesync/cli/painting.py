"""Make the dashboard's pages in a process of its own, which ends when nobody looks any more.

All notes of a big vault, and everything derived from them, need their room while a page is made.
Python rarely gives such room back, a process that has ended always does: so ``serve`` itself holds
no note. The two speak in lines of JSON, through the child's standard streams.
"""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from notesync.cli.session import Session
from notesync.dashboard.shown import Shown
from notesync.errors import NotesyncError, Unusable
from notesync.vault.program import program
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.pages import Pages

# Seconds without a request after which the child ends, when no page is open in a browser.
REST_AFTER = 30.0
# Seconds for which the file waits for an open page to be fetched, when something has changed.
PAGE_FIRST = 1.0
# Answers after which it looks through everything for garbage, and not only through what is new.
ALL_EACH = 20
# Seconds that it is given to end by itself.
PATIENCE = 5.0


class NotPainted(NotesyncError):
    """The page or the file could not be made; the sentence is that of the child."""

    sentence = N_("{reason}")


class NotOpened(Unusable):
    """The child can't use the vault or its index; the sentence is its own."""

    sentence = N_("{reason}")


class Painting:
    """The process that makes the pages, as a `notesync.workspace.following.Painter`.

    Args:
        session: What was typed; the child is told the same.
        incognito: Whether names are initials on the served pages.
        listening: Whether a page is open in a browser; then the child stays.
    """

    def __init__(self, session: Session, *, incognito: bool, listening: Callable[[], bool]) -> None:
        self._told = json.dumps(
            {
                "vault": session.vault,
                "lang": session.lang,
                "today": session.today,
                "quiet": session.quiet,
                "incognito": incognito,
            }
        )
        self._listening = listening
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._stale = False
        self._fetched = threading.Event()
        self._timer: threading.Timer | None = None

    def open(self) -> None:
        """Open the vault there, which builds an index that is missing.

        Raises:
            NotPainted: It can't be opened.
        """
        self._ask({"do": "open"})

    def changed(self) -> None:
        """What the child knows is old."""
        self._stale = True
        self._fetched.clear()

    def page(self, path: str, typed: str) -> Shown:
        """One of the served pages.

        Raises:
            NotPainted: It can't be made.
        """
        try:
            answer = self._ask({"do": "page", "path": path, "typed": typed})
        finally:
            self._fetched.set()
        return Shown(answer["html"], answer["status"])

    def write(self) -> None:
        """Write the dashboard's file; whoever has a page open comes first.

        Raises:
            NotPainted: It can't be written.
        """
        if self._listening():
            self._fetched.wait(PAGE_FIRST)
        self._ask({"do": "write"})

    def rest(self) -> None:
        """End the child, unless somebody may ask it for something soon."""
        with self._lock:
            if self._listening():
                self._stay_awake()
            else:
                self._end()

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _ask(self, request: Mapping[str, object]) -> dict[str, Any]:
        with self._lock:
            self._stay_awake()
            stale, self._stale = self._stale, False
            answer = self._exchange({**request, "stale": stale})
            if answer is None:  # it was killed: the next one reads everything anew
                self._end()
                self._stay_awake()
                answer = self._exchange({**request, "stale": True})
        if answer is None:
            raise NotPainted(reason=N_("The pages can't be made just now. Try again in a moment."))
        if reason := answer.get("reason"):
            failure = NotOpened if answer["exit"] == Unusable.exit_code else NotPainted
            raise failure(reason=reason)
        return answer

    def _exchange(self, request: Mapping[str, object]) -> dict[str, Any] | None:
        """One request and its answer; None when the child has gone."""
        child = self._child = self._child or self._start()
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(json.dumps(request).encode() + b"\n")
            child.stdin.flush()
            line = child.stdout.readline()
        except OSError:
            return None
        found: dict[str, Any] | None = json.loads(line) if line else None
        return found

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 -- ourselves
            [*program(__name__), self._told],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,  # Ctrl-C is for whoever started it
        )

    def _stay_awake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(REST_AFTER, self.rest)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        child, self._child = self._child, None
        if child is None:
            return
        assert child.stdin is not None
        assert child.stdout is not None
        with suppress(OSError):
            child.stdin.close()
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        child.stdout.close()


# ---------------------------------------------------------------- the child


def main(told: str) -> None:
    """Answer what stands on standard input until it ends."""
    gc.disable()  # `answer_all` looks for garbage while nobody waits
    options = json.loads(told)
    incognito = options.pop("incognito")
    session = Session(options.pop("vault"), options.pop("lang"))
    for name, value in options.items():
        setattr(session, name, value)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed is for the terminal
    pages = pages_of(session, incognito=incognito)
    try:
        answer_all(sys.stdin.buffer, answers, pages, session)
    finally:
        pages.close()


def pages_of(session: Session, *, incognito: bool = False) -> Pages:
    """The pages of the session's vault."""
    from notesync.workspace.pages import Pages

    fixed = session.fixed_day
    return Pages(
        lambda: session.workspace,
        clock=lambda vault: fixed or vault.config.today or date.today(),
        speak=lambda vault: session.speak(vault.config.lang, vault.config.form),
        incognito=incognito,
    )


def answer_all(requests: IO[bytes], answers: IO[bytes], pages: Pages, session: Session) -> None:
    """One line for each line, until there is none any more."""
    for count, line in enumerate(requests, 1):
        answers.write(json.dumps(_answer(json.loads(line), pages, session)).encode() + b"\n")
        answers.flush()
        gc.collect(1 if count % ALL_EACH else 2)


def _answer(request: Mapping[str, Any], pages: Pages, session: Session) -> dict[str, object]:
    try:
        return _done(request, pages)
    except NotesyncError as error:
        reason = session.words.t(error.sentence, **error.values)
        return {"reason": reason, "exit": error.exit_code}
    except OSError as error:
        return {"reason": f"{error.filename or 'notesync'}: {error.strerror}", "exit": 1}
    except Exception as error:  # noqa: BLE001 -- whatever it was, the next save may mend it
        return {"reason": f"{type(error).__name__}: {error}", "exit": 1}


def _done(request: Mapping[str, Any], pages: Pages) -> dict[str, object]:
    if request["stale"]:
        pages.changed()
    if request["do"] == "page":
        shown = pages.page(request["path"], request["typed"])
        return {"html": shown.html, "status": shown.status}
    if request["do"] == "write":
        pages.write()
    else:
        pages.open()
    return {}


if __name__ == "__main__":
    assert isinstance(sys.stdout, io.TextIOWrapper)
    main(sys.argv[1])
