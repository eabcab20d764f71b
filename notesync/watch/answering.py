"""Answer, beside whatever else a watcher does, who asks whether the index is right."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from notesync.watch.asking import MOST, NO, PATIENCE, SOCKET, YES, address
from notesync.watch.witness import Witness

WAITING = 64  # questions that may wait; who comes after them looks by himself


@contextmanager
def answering(state: str, witness: Witness, hint: Callable[[], None]) -> Iterator[None]:
    """Within it a thread answers. Only for the one who holds the vault's lock for watchers.

    Args:
        state: The vault's state folder. A socket that a killed watcher has left there is replaced.
        witness: Knows the answers.
        hint: Called when a look would be of use for the next one who asks.

    Raises:
        OSError: The system or the file system has no such sockets.
    """
    # By its descriptor the folder is the same wherever it is moved, and whatever takes its place.
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener, _opened(state) as folder:
        _remove(folder)
        listener.bind(address(folder))
        listener.listen(WAITING)
        thread = threading.Thread(
            target=_answer_all, args=(listener, witness, hint), name="notesync-answers", daemon=True
        )
        thread.start()
        try:
            yield
        finally:
            with suppress(OSError):  # the disk may take no change any more
                _remove(folder)
            listener.shutdown(socket.SHUT_RDWR)  # which `accept` notices
            thread.join()


@contextmanager
def _opened(state: str) -> Iterator[int]:
    folder = os.open(state, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield folder
    finally:
        os.close(folder)


def _remove(folder: int) -> None:
    with suppress(FileNotFoundError):
        os.unlink(SOCKET, dir_fd=folder)


def _answer_all(listener: socket.socket, witness: Witness, hint: Callable[[], None]) -> None:
    while True:
        try:
            asked, _ = listener.accept()
        except OSError:
            return
        with asked, suppress(OSError):  # whoever asked may have gone
            asked.settimeout(PATIENCE)
            word = witness.vouches(asked.recv(MOST))
            asked.send(YES if word else NO)
            if word is None:
                hint()
