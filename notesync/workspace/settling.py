"""Settle which day the words of an act mean: "Friday" is the last or the next one.

What happened lies behind, what is planned ahead. Where the words leave open which is meant, both
days are given, so that the user may be asked and nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from notesync.notes.sayings.hearing import OTHERS_DAY
from notesync.notes.sayings.saying import PLAN, TALK, Act, When
from notesync.workspace import dates

# Acts whose days lie ahead: the one that was agreed on, moved or put off to.
AHEAD = frozenset({PLAN, "agreed", "moved", "deferred"})


@dataclass(frozen=True, slots=True)
class Settled:
    """The days of an act.

    Attributes:
        verb: The act's, or `PLAN` where a talk lies ahead.
        on: ISO day on which it happened.
        planned: ISO day for which something was agreed, or "".
        days: Where it isn't clear, the days that can be meant; `on` and `planned` are a guess then.
        vague: Words that fix no day, or "".
    """

    verb: str
    on: str
    planned: str = ""
    days: tuple[str, ...] = ()
    vague: str = ""


def settle(act: Act, today: date) -> Settled:
    """Find the days that an act's words mean.

    Args:
        act: The act.
        today: The day on which the words were said.

    Raises:
        NotADay: A day that doesn't exist.
    """
    now = today.isoformat()
    clear = [when for when in act.days if not when.vague]
    vague = next((when.text for when in act.days if when.vague), "") if not clear else ""
    if act.verb in OTHERS_DAY:  # "cancelled the meeting on Thursday" was not said on Thursday
        clear = [when for when in clear if when.way == "back" or when.ago is not None]
    if act.verb in AHEAD:
        return _ahead(act, clear, today, vague)
    if act.verb != TALK:
        on = min([day for when in clear if (day := _behind(when, today)) <= now], default=now)
        return Settled(act.verb, on, vague=vague)
    days = tuple(
        dict.fromkeys((_next if when.way == "ahead" else _behind)(when, today) for when in clear)
    )
    if len(days) > 1:
        return Settled(TALK, min(days), days=days)
    if not days:
        return Settled(TALK, now, vague=vague)
    if open_ := _open(act, clear[0], today):
        return Settled(TALK, open_[0], days=open_)
    if days[0] > now:
        return Settled(PLAN, now, days[0])
    return Settled(TALK, days[0])


def _ahead(act: Act, clear: list[When], today: date, vague: str) -> Settled:
    """The day for which it was agreed, and the one on which."""
    now = today.isoformat()
    on = [_behind(when, today) for when in clear if when.way == "back"]
    later = [_next(when, today) for when in clear if when.way != "back" and when.ago != 0]
    if act.verb == PLAN:
        later += [now] if any(when.ago == 0 for when in clear) else []
    planned = tuple(dict.fromkeys(later))
    return Settled(
        act.verb,
        min([day for day in on if day <= now], default=now),
        planned[0] if planned else "",
        days=planned if len(planned) > 1 else (),
        vague=vague,
    )


def _behind(when: When, today: date) -> str:
    if when.ago is not None:
        return (today - timedelta(days=when.ago)).isoformat()
    return dates.moment(when.day, today)[0]


def _next(when: When, today: date) -> str:
    if when.ago is not None:
        return (today - timedelta(days=when.ago)).isoformat()
    return dates.moment(when.day, today, today)[0]


def _open(act: Act, when: When, today: date) -> tuple[str, ...]:
    """Both days, where the words leave open whether it was or will be."""
    told = act.named or act.learned or act.promises or act.minutes
    if not act.open or told or when.way or when.ago is not None:
        return ()
    both = (_behind(when, today), _next(when, today))
    near = (date.fromisoformat(both[1]) - today).days < 7  # noqa: PLR2004 -- a weekday without a date
    return both if both[0] != both[1] and near else ()
