"""When to look: quiet first, but never put off for ever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.watch.debounce import Burst, Rhythm, hint

RHYTHM = Rhythm(quiet=0.1, most=2.0)


def test_one_hint_is_due_when_it_has_been_quiet() -> None:
    assert hint(None, 5.0).due(RHYTHM) == 5.1


def test_a_second_hint_puts_the_look_off() -> None:
    assert hint(hint(None, 5.0), 5.05).due(RHYTHM) == 5.05 + 0.1


def test_a_stream_that_never_ends_is_looked_at_in_time() -> None:
    burst = hint(None, 5.0)
    for step in range(1000):
        burst = hint(burst, 5.0 + step * 0.01)
    assert burst.due(RHYTHM) == 7.0


@given(st.lists(st.floats(0, 100), min_size=1).map(sorted))
def test_a_look_is_never_before_quiet_nor_after_the_most(times: list[float]) -> None:
    burst: Burst | None = None
    for time in times:
        burst = hint(burst, time)
    assert burst is not None
    assert burst.due(RHYTHM) <= times[0] + RHYTHM.most
    assert burst.due(RHYTHM) == min(times[-1] + RHYTHM.quiet, times[0] + RHYTHM.most)
