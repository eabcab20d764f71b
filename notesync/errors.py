"""Turn what can go wrong into values: a `Problem` travels with its note, a `NotesyncError` stops.

Sentences are English msgids with ``{name}`` slots; the doors translate them (see `notesync.words`).
One bad note never hides the others, so whatever is wrong *inside* a note is a `Problem`, listed by
``notesync check``, the dashboard and the editor alike; an exception only ends an action.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from notesync.words import N_

# Problem code -> sentence. What happened and what to do; path and line are put before it.
PROBLEMS: Mapping[str, str] = {
    "bad-date": N_('"{value}" is not a date. Write it as YYYY-MM-DD.'),
    # The header (notesync.notes.headers). A note whose header can't be read is never written.
    "header-unclosed": N_(
        "The header begins with {mark} but never ends. Put a line {mark} below its last key."
    ),
    "header-documents": N_("A second header begins here. Merge its keys into the first one."),
    "header-late": N_(
        "A header begins here, but it counts only in the first line. Delete what stands before it."
    ),
    "header-list": N_("The header is a list. Write keys: values, one a line."),
    "header-text": N_(
        "The header is plain text. Write keys: values, one a line, or put a blank line "
        "before the first ---."
    ),
    "conflict": N_(
        "A merge left both versions here (<<<<<<<, =======, >>>>>>>). Keep what is right "
        "and delete the marks."
    ),
    "header-anchor": N_(
        "Anchors and aliases (& and *) are not read. Put quotes around a value that "
        "begins with one."
    ),
    "header-tag": N_("A value that begins with ! needs quotes around it."),
    "header-deep": N_(
        "Lists are nested too deeply here. Keep the header flat: keys, texts, lists of texts."
    ),
    "header-long": N_("The header is longer than {limit} kB and was not read. Move text below it."),
    "header-keys": N_("The header has more than {limit} keys and was not read."),
    "header-control": N_("The character {value} can't stand in a header. Delete it."),
    "header-tab": N_("A tab stands where blanks are needed. Replace it by blanks."),
    "header-colon": N_("A second colon on one line. Put quotes around the value."),
    "header-indent": N_(
        '"{value}" is indented, but the line above already has a value. Move it to the left.'
    ),
    "header-below": N_('"{value}" does not fit the line above. Write key: value there too.'),
    "header-character": N_("A value that begins with {value} needs quotes around it."),
    "header-no-colon": N_(
        '"{value}" is not a key with a value. Write key: value, or move it below the header.'
    ),
    "header-escape": N_(
        "A backslash in double quotes begins an escape. Write it twice, or use single quotes."
    ),
    "header-quote": N_("The quotes that begin here never end. Close them on this line."),
    "header-bracket": N_("The bracket {value} that opens here is not closed properly."),
    "header-yaml": N_(
        "The header can't be read from here on. Look at quotes, brackets and indentation."
    ),
    "header-toml": N_(
        "The header is not valid TOML here. notesync reads TOML headers and never writes them."
    ),
    "header-json": N_(
        "The header is not valid JSON here. notesync reads JSON headers and never writes them."
    ),
    "duplicate-key": N_(
        '"{key}" stands twice, first in line {first}. Keep one of them; until then it '
        "can't be edited."
    ),
    "header-braces": N_(
        "Other programs read no header with {value} in it. Put quotes around it, or fill it in."
    ),
    "link-unquoted": N_("Other programs can't read these links. Put each in quotes, in a list."),
    # Values of the header (notesync.notes.schema). They stay in the header as typed.
    "date-form": N_('"{value}" is not a date that files understand. Write it as {suggestion}.'),
    "bad-partial-date": N_('"{value}" is not a date. Write it as YYYY-MM-DD, YYYY-MM or YYYY.'),
    "bad-birthday": N_(
        '"{value}" is not a birthday. Write it as YYYY-MM-DD, or as --MM-DD without a year.'
    ),
    "bad-span": N_('"{value}" is not a span of days. Write it as 2026-07-01..2026-07-14.'),
    "bad-week": N_('"{value}" is not a week. Write it as 2026-W19.'),
    "bad-time": N_('"{value}" is not a time. Write it as 12:30.'),
    "bad-minutes": N_('"{value}" is not a number of minutes. Write it as 20.'),
    "bad-number": N_(
        '"{value}" is not a number from {low} to {high}. Write one of these for {key}.'
    ),
    "bad-yes-no": N_('"{value}" is neither yes nor no. Write one of them for {key}.'),
    "bad-cadence": N_(
        '"{value}" is not an interval. Write it as "12 weeks", "3 months" or "never".'
    ),
    "word-near": N_('"{value}" is not known for {key}. Write {suggestion}, if that is meant.'),
    "unknown-word": N_('"{value}" is not known for {key}. Known are: {known}.'),
    # Lines of a log (notesync.notes.journal). They are shown as a note with the whole text.
    "verb-near": N_('"{value}" is not a verb of the log. Write {suggestion}, if that is meant.'),
    "log-no-date": N_("This line has no date and doesn't count. Begin it with YYYY-MM-DD."),
    "log-value": N_('"{value}" is not known for {key}:. Known are: {known}.'),
    # Orders that can't have been so (notesync.views.orders). The figures follow what stands there.
    "thanked-early": N_(
        "Thanks on {day}, but nothing before it to thank for. If you talked, add the conversation "
        "or correct the date."
    ),
    "asked-twice": N_(
        "Asked on {day}, while the request of {first} is still open; it counts once. If this was "
        "a reminder, write reminded."
    ),
    "reminded-twice": N_(
        "Reminded on {day}, after {first}. If she answered in between, add replied; else one "
        "reminder is enough."
    ),
    "talk-undated": N_(
        "This conversation has no day and isn't counted. Write date:, or begin the file's name "
        "with it."
    ),
    "later-line": N_(
        "This line is dated {day}, later than today, and doesn't count until then. Is the year "
        "right?"
    ),
    "later-created": N_(
        "created: {day} is later than today, so this person isn't there until then. Is the year "
        "right?"
    ),
    "later-talk": N_(
        "This conversation is called held and dated {day}, later than today; until then it counts "
        "as planned. Is the year right?"
    ),
    # Templates of letters (notesync.letters.template). No letter is made from such a one.
    "template-slot": N_("There is no slot {slot} for letters. There are: {known}."),
    "template-near": N_("There is no slot {slot} for letters. Is it {guess}?"),
    "template-brace": N_("This brace has no other half. Slots look like {example}."),
    "template-empty": N_("This template is empty. Write the letter, or delete the file."),
    # Names of files (notesync.notes.names).
    "name-bytes": N_("The file name is not UTF-8. Rename the file."),
    "name-control": N_("The file name holds a character that can't be seen. Rename the file."),
    "name-windows": N_(
        "Windows can't hold a file of this name. Rename it, if the vault may get there."
    ),
    "name-link": N_("No link can lead to a name with [ ] # or ^ in it. Rename the file."),
    "name-long": N_("The file name is so long that other systems may cut it. Shorten it."),
    # The file itself (notesync.vault). Such a note is listed as well as can be and never written.
    "symlink": N_("This is a link to another place. notesync follows no links; put the file here."),
    "folder-symlink": N_("This folder is a link to another place and is not looked into."),
    "folder-named-note": N_("This is a folder, not a note."),
    "pipe": N_("This is a pipe, not a note. Delete it or rename it."),
    "socket": N_("This is a socket, not a note. Delete it or rename it."),
    "device": N_("This is a device, not a note. Delete it or rename it."),
    "unreadable": N_("The file can't be read ({reason}). Look at its permissions."),
    "folder-unreadable": N_("The folder can't be looked into ({reason}). Look at its permissions."),
    "not-utf8": N_(
        "This is not UTF-8 from here on (byte {value}). Save the file as UTF-8; until then it is "
        "shown as well as can be and not changed."
    ),
    "wide-text": N_(
        "The file is {value}. Save it as UTF-8; until then notesync does not change it."
    ),
    "nul": N_("A zero byte stands here. Delete it; until then notesync does not change the file."),
    "large": N_("The file has {megabytes} MB, so only its header was read. Is it one note?"),
    "huge": N_("The file has {megabytes} MB and was not read. Is it a note?"),
    "left-over": N_(
        "A write was interrupted and left this file. If nothing in it is missing, delete it."
    ),
    "name-unlisted": N_("A file here has a name that can't be shown and is left out. Rename it."),
    # What only several notes together show (notesync.index.problems).
    "link-ambiguous": N_(
        "[[{value}]] can mean {candidates}. Write the folder as well, as it stands here."
    ),
    "id-twice": N_("{other} has the id {value} too. Remove the line id: from one of them."),
    "name-twin": N_(
        "{other} has the same name but for capitals or accents. Rename one: not every "
        "computer can hold both."
    ),
}


class Problem(NamedTuple):
    """Something in one note that a person should look at.

    Attributes:
        code: A key of `PROBLEMS`.
        line: 1-based line in the file; 0 when the problem is the whole file's.
        column: 1-based column in characters; 0 when the whole line is meant.
        values: What fills the sentence's slots, as pairs (hashable, stored as JSON).
        path: The note, relative to the vault, with ``/``; "" until the note is put in its place.
        warning: True for what is worth knowing but is not wrong (it never makes ``check`` exit 3).
    """

    code: str
    line: int = 0
    column: int = 0
    values: tuple[tuple[str, str], ...] = ()
    path: str = ""
    warning: bool = False

    @property
    def sentence(self) -> str:
        """The English msgid with its slots unfilled."""
        return PROBLEMS[self.code]

    @property
    def where(self) -> str:
        """``path:line:column`` as editors understand it, shortened where a part is unknown."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


def problem(code: str, line: int = 0, column: int = 0, **values: object) -> Problem:
    """Make a `Problem` of this code; keyword arguments fill its sentence.

    Raises:
        KeyError: `code` is not in `PROBLEMS`.
    """
    assert code in PROBLEMS, code
    return Problem(code, line, column, tuple((key, str(value)) for key, value in values.items()))


class NotesyncError(Exception):
    """What stops an action; a small subclass owns its sentence and its exit code.

    Attributes:
        sentence: English msgid: what happened, where, what to do. Set by the subclass.
        exit_code: What the process ends with (docs/commands.md: 1 error, 2 usage, 3 problems,
            4 not found or ambiguous, 5 vault or index unusable, 6 committed but not synced).
        values: What fills the sentence's slots.
    """

    sentence: ClassVar[str] = "{reason}"
    exit_code: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        """Keep the values that fill the sentence."""
        super().__init__(self.sentence.format(**values))
        self.values = values


class Unusable(NotesyncError):
    """The vault or the index can't be used at all."""

    exit_code = 5


class NotFound(NotesyncError):
    """A name that fits nothing, or more than one thing."""

    exit_code = 4


class UsageError(NotesyncError):
    """What was typed can't be meant."""

    exit_code = 2
