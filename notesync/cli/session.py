"""What was typed besides the command, as one value that opens the vault when it is asked to.

Nothing here needs click: the status of an unchanged vault is told before click would be imported.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

from notesync.cli.echo import echo
from notesync.errors import NotesyncError, UsageError
from notesync.words import N_, Words

if TYPE_CHECKING:
    from datetime import date

    from click._termui_impl import ProgressBar

    from notesync.workspace.opening import Workspace


class BadToday(UsageError):
    """``--today`` is not a day."""

    sentence = N_('"{value}" is not a day. Write --today as YYYY-MM-DD.')


class Session:
    """What was typed besides the command, and the vault that it means.

    Attributes:
        vault: ``--vault``, or None to look for it.
        today: What counts as today, as typed, or None for the calendar's day.
        lang: ``--lang``, or None.
        json, plain, quiet, no_input, dry_run: The flags of the same names.
        color: ``auto``, ``always`` or ``never``.
    """

    today: str | None = None
    json: bool = False
    plain: bool = False
    quiet: bool = False
    no_input: bool = False
    dry_run: bool = False
    color: str = "auto"
    opened: Workspace | None = None

    def __init__(self, vault: str | None = None, lang: str | None = None) -> None:
        """What was typed so far."""
        self.vault = vault
        self.lang = lang

    @classmethod
    def early(cls, args: Sequence[str]) -> Self:
        """What can be told of a line before it is parsed: --vault and --lang."""
        found: dict[str, str] = {}
        for at, arg in enumerate(args):
            name, equals, value = arg.partition("=")
            if name in ("--vault", "--lang"):
                found[name.removeprefix("--")] = value if equals else "".join(args[at + 1 : at + 2])
        return cls(vault=found.get("vault"), lang=found.get("lang"))

    @cached_property
    def words(self) -> Words:
        """The user's words: --lang, NOTESYNC_LANG, notesync.toml, then the locale."""
        if self.opened is not None:
            return self.opened.words
        from notesync.vault.config import load
        from notesync.vault.finding import FILE, locate

        try:
            folder = locate(self.vault, os.environ.get("NOTESYNC_VAULT"))
            config = load(f"{folder}/{FILE}")
        except (NotesyncError, OSError):  # there is none yet, or what is wrong is told later
            return self.speak("", "")
        return self.speak(config.lang, config.form)

    def speak(self, lang: str, form: str) -> Words:
        """The user's words where a vault says `lang` and `form` ("" for nothing)."""
        from notesync.workspace.speech import language, speak

        locale = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        wishes = (self.lang, os.environ.get("NOTESYNC_LANG"), lang, *locale)
        return speak(language(*wishes), form or "du")

    @cached_property
    def workspace(self) -> Workspace:
        """The vault, opened and looked through for changes.

        Raises:
            Unusable: There is no vault here, or its configuration or index can't be used.
        """
        with Progress(self) as progress:
            self.opened = self.open(progress)
        self.__dict__.pop("words", None)  # the vault's own language is known only now
        return self.opened

    def open(self, progress: Progress | None = None) -> Workspace:
        """Open the vault anew, for a thread of its own.

        Raises:
            Unusable: There is no vault here, or its configuration or index can't be used.
        """
        from datetime import date

        from notesync.workspace.opening import open_workspace

        return open_workspace(
            explicit=self.vault,
            env=os.environ.get("NOTESYNC_VAULT"),
            start=".",
            today=self.fixed_day,
            clock=date.today,
            say=self.say,
            speak=lambda vault: self.speak(vault.config.lang, vault.config.form),
            progress=progress,
        )

    def close(self) -> None:
        """Let go of the vault, if it was opened."""
        if self.opened is not None:
            self.opened.close()

    @property
    def fixed_day(self) -> date | None:
        """The day that was typed, or that NOTESYNC_TODAY says.

        Raises:
            BadToday: It isn't an ISO day.
        """
        return self.day(self.today or os.environ.get("NOTESYNC_TODAY"))

    @property
    def interactive(self) -> bool:
        """Whether a question can be asked: a person at a terminal who did not say --no-input."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def colored(self) -> bool:
        """Whether colour is wanted on stdout (``NO_COLOR`` is honoured)."""
        if self.color != "auto":
            return self.color == "always"
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and not self.plain

    def say(self, message: str) -> None:
        """Tell the user something on stderr, unless --quiet."""
        if not self.quiet:
            echo(message, err=True)

    @staticmethod
    def day(text: str | None) -> date | None:
        """Read ``--today``.

        Raises:
            BadToday: It isn't an ISO day.
        """
        if not text:
            return None
        from datetime import date

        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            raise BadToday(value=text) from None


class Progress:
    """A progress bar for what takes more than a second, shown on a terminal only."""

    def __init__(self, session: Session) -> None:
        self._shown = not session.quiet and sys.stderr.isatty()
        self._start = time.monotonic()
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def __call__(self, done: int, everything: int) -> None:
        """`done` of `everything` notes are read."""
        if not self._shown or (self._bar is None and time.monotonic() - self._start < 1):
            return
        if self._bar is None:
            import click  # only where there is something to wait for

            self._bar = click.progressbar(length=everything, file=sys.stderr)
        self._bar.update(done - self._bar.pos)


# Names, what it is for, its metavar ("" for a flag) and its choices (none: any text).
SHARED: tuple[tuple[tuple[str, ...], str, str, tuple[str, ...]], ...] = (
    (("--vault",), N_("The vault to work in."), "DIR", ()),
    (("--today",), N_("What counts as today, so that every view can be replayed."), "DATE", ()),
    (("--lang",), N_("The language of what is shown."), "LANG", ("de", "en")),
    (("--json",), N_("Print JSON."), "", ()),
    (("--plain",), N_("Print tab-separated lines."), "", ()),
    (("--quiet", "-q"), N_("No messages but errors."), "", ()),
    (("--no-input",), N_("Never ask anything."), "", ()),
    (("--dry-run",), N_("Show what would be written, write nothing."), "", ()),
    (("--color",), N_("When to use colour."), "WHEN", ("auto", "always", "never")),
)
