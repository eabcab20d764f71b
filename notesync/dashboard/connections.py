"""One connection to the dashboard's server, which doesn't wait for ever and answers in our way.

uvicorn waits as long as it takes for the head of a request, so a client that sends a byte now and
then would hold a connection until there are none left; and what it says itself of a request that
is no HTTP lacks the headers that every answer must have.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from notesync.dashboard.guard import HEADERS

# Seconds for the head of a request, and for reading on when an answer is on its way.
HEAD_WITHIN = 10.0
READ_WITHIN = 60.0
# Connections at once; a browser opens about six, and forgotten tabs close theirs.
MOST = 400


class Connection(H11Protocol):
    """uvicorn's connection with an end to its patience."""

    _patience: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn, whose method this is, narrows what asyncio gives
        """Somebody has come: the head of a request is expected."""
        super().connection_made(transport)
        if len(self.connections) > MOST:
            transport.abort()
            return
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Something was sent; the clock runs on until the head is whole."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._expect_head()
        else:
            _stop(self._patience)
            self._patience = None

    def pause_writing(self) -> None:
        """The other side has not read what was sent before."""
        self.flow.pause_writing()
        self._stuck = self._stuck or self.loop.call_later(READ_WITHIN, self.transport.abort)

    def resume_writing(self) -> None:
        """It reads again."""
        self.flow.resume_writing()
        _stop(self._stuck)
        self._stuck = None

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        _stop(self._patience)
        _stop(self._stuck)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, with the headers that every answer has."""
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"connection", b"close"),
            *((name.lower().encode(), value.encode()) for name, value in HEADERS),
        ]
        for event in (
            h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
            h11.Data(data=msg.encode("ascii")),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _expect_head(self) -> None:
        if self._patience is None and not self.transport.is_closing():
            self._patience = self.loop.call_later(HEAD_WITHIN, self.transport.close)


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
