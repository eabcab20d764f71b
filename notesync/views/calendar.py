"""Turn the public holidays of a region into business days to count with.

Which days are holidays is a value: whoever opens the vault fills it in (the `holidays` library
knows the regions), so that no view waits for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from notesync.notes.book import Book

_SATURDAY = 5
_DAY = timedelta(days=1)


class Calendar:
    """Business days: Monday to Friday without public holidays.

    Attributes:
        holidays: The days on which the region rests.
        years: The years for which `holidays` is complete; see `years_needed`.
    """

    __slots__ = ("_closed", "holidays", "years")

    def __init__(
        self, holidays: frozenset[date] = frozenset(), years: frozenset[int] = frozenset()
    ) -> None:
        """Sort the holidays that take a business day away."""
        self.holidays = holidays
        self.years = years
        self._closed = sorted(day for day in holidays if day.weekday() < _SATURDAY)

    def is_business_day(self, day: date) -> bool:
        """Whether offices are open on this day."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def business_days(self, after: date, through: date) -> int:
        """Days after the event day that are business days, up to and including today.

        The definition is method.md's, "Timing rules"; 0 when `through` isn't later.
        """
        if through <= after:
            return 0
        weekdays = _weekdays_until(through) - _weekdays_until(after)
        return weekdays - (bisect_right(self._closed, through) - bisect_right(self._closed, after))

    def add(self, day: date, count: int) -> date:
        """The first day on which `count` business days have passed since `day`."""
        assert count >= 0, count
        if not count:
            return day
        past = bisect_right(self._closed, day)
        weekdays = _weekdays_until(day) + count
        taken = 0  # by holidays on the way, which may lead to further ones
        while True:
            end = _weekday(weekdays + taken)
            now = bisect_right(self._closed, end) - past
            if now == taken:
                return end
            taken = now

    def before(self, day: date) -> date:
        """The last business day before a day."""
        day -= _DAY
        while not self.is_business_day(day):
            day -= _DAY
        return day


def _weekdays_until(day: date) -> int:
    """How many weekdays there have been from Monday, 1 January of year 1, to the end of a day."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


def _weekday(count: int) -> date:
    """The day with which there have been so many weekdays; the last one that there is, at most."""
    weeks, rest = divmod(count - 1, 5)
    return date.fromordinal(min(weeks * 7 + rest + 1, date.max.toordinal()))


def years_needed(book: Book, today: date) -> Iterable[int]:
    """The years for which a `Calendar` has to know the holidays, so that no count goes wrong."""
    days = [contact.log[0].day for contact in book.contacts.values() if contact.log]
    days += [talk.day for talk in book.conversations[:1] if talk.day]
    ends = [event.until for c in book.contacts.values() for event in c.log if event.until]
    last = max((*ends, *(talk.day for talk in book.conversations if talk.day), today))
    last = min(last, today + timedelta(days=730))  # a typing error mustn't ask for 8,000 years
    first = min((*days, today))
    return range(max(first.year, today.year - 30), last.year + 2)
