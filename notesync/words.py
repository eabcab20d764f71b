"""Turn English message ids and dates into the words of the user's language.

A `Words` is a value: the doors load a gettext catalog once (`notesync.workspace`) and hand it down,
so that the pure floors never read a file or a global. Message ids are whole English sentences with
``{name}`` slots. German has two forms of address, du and Sie; the second catalog holds only the
sentences in which they differ and falls back to the first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: dict[str, tuple[str, ...]] = {
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "translate later"
    """Mark a message in a literal table for the catalogs; returns it unchanged."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 -- likewise
    """Mark a message that depends on a count; returns both forms unchanged."""
    return one, many


def _one_or_many(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


# Slots that hold a message of their own: why something can't be, and what to write instead.
MESSAGES = ("reason", "wanted")
# What the system says most often when a file can't be read or written.
SYSTEM = (
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Input/output error"),
    N_("Too many open files"),
    N_("inotify watch limit reached"),
    N_("inotify instance limit reached"),
    N_("database disk image is malformed"),
    N_("file is not a database"),
)


class Words(NamedTuple):
    """One language, ready to speak.

    Attributes:
        lang: ``"de"`` or ``"en"``.
        form: How the interface addresses its user in German: ``"du"`` or ``"Sie"``.
        gettext: Message id to translated message (identity in English).
        ngettext: Singular id, plural id and count to translated message.
    """

    lang: str = "en"
    form: str = "du"
    gettext: Callable[[str], str] = str
    ngettext: Callable[[str, str, int], str] = _one_or_many

    def t(self, message: str, /, **values: object) -> str:
        """Translate and fill a message; slots that the message lacks are ignored."""
        text = self.gettext(message)
        if not values:
            return text
        for slot in MESSAGES:
            if (inner := values.get(slot)) and isinstance(inner, str):
                values[slot] = self.gettext(inner)
        return text.format(**values)

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate and fill a message that depends on a count, available as ``{count}``."""
        return self.ngettext(one, many, count).format(count=count, **values)

    def weekday(self, day: date) -> str:
        """``Tuesday`` / ``Dienstag``."""
        return WEEKDAYS[self.lang][day.weekday()]

    def day(self, day: date, today: date | None = None) -> str:
        """``Wed 20 May`` / ``Mi 20.5.``; with the year when it isn't `today`'s."""
        year = "" if today is None or today.year == day.year else f"{day.year}"
        if self.lang == "de":
            return f"{self.weekday(day)[:2]} {day.day}.{day.month}.{year}"
        month = MONTHS["en"][day.month - 1][:3]
        return f"{self.weekday(day)[:3]} {day.day} {month} {year}".rstrip()

    def long_day(self, day: date) -> str:
        """``Tuesday, 12 May 2026`` / ``Dienstag, 12. Mai 2026``."""
        dot = "." if self.lang == "de" else ""
        month = MONTHS[self.lang][day.month - 1]
        return f"{self.weekday(day)}, {day.day}{dot} {month} {day.year}"

    def week(self, day: date) -> str:
        """``week 20`` / ``KW 20`` (ISO 8601)."""
        return f"{'KW' if self.lang == 'de' else 'week'} {day.isocalendar().week}"


ENGLISH = Words()
