"""The command that reads a draft before it is sent: lint."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from notesync.cli.command import Command
from notesync.cli.completing import note_names
from notesync.cli.options import Session, session_of
from notesync.cli.out import print_json, print_plain
from notesync.cli.screen import Screen, clean, clip, screen, wrap
from notesync.errors import NotFound, Unusable, UsageError
from notesync.letters.kinds import KINDS, REQUEST
from notesync.letters.lint import Report, lint
from notesync.letters.named import NOBODY, Reader
from notesync.letters.rules import GOOD, Finding
from notesync.words import N_

# Verdict -> what it is called.
VERDICTS = {
    "plea": N_("Sounds like asking for a job"),
    "weak": N_("Could be clearer"),
    "ok": N_("Good as it is"),
    "": N_("Nothing to read here"),
}
QUOTED = 60  # cells of the draft that are shown beside a finding


class NoDraft(UsageError):
    """Nothing to read was given."""

    sentence = N_("Name a file with the draft, or - and type it: notesync lint letter.txt")


class UnreadableDraft(UsageError):
    """The file can't be read."""

    sentence = N_("{path} can't be read ({reason}). Name a text file with the draft.")


@click.command("lint", cls=Command, help=N_("Read a draft: does it ask for information?"))
@click.argument("file", default="", metavar="[FILE|-]")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    metavar="KIND",
    help=N_("What is written, such as request-cold, reminder, thank-you."),
)
@click.option(
    "--to", "name", default="", metavar="NAME", shell_complete=note_names, help=N_("To whom.")
)
@click.pass_context
def lint_(ctx: click.Context, file: str, kind: str | None, name: str) -> None:
    """Print what the wording check finds; it never blocks anything."""
    session = session_of(ctx)
    text = read_draft(file)
    reader = _reader(session, name) if name else NOBODY
    report = lint(text, kind=kind or "", reader=reader, likely=session.words.lang)
    if session.json:
        print_json(document(report, text, session))
    elif session.plain:
        print_plain(_rows(report, text, session))
    else:
        terminal = screen(color=session.colored)
        terminal.show(page(report, text, session, terminal))


def read_draft(file: str) -> str:
    """A draft, from a file or from what is typed or piped.

    Raises:
        NoDraft: There is no file, and nobody pipes anything.
        UnreadableDraft: The file can't be read.
    """
    if file in ("", "-"):
        if not file and sys.stdin.isatty():
            raise NoDraft
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            raise UnreadableDraft(path=file, reason=error.strerror or error) from None
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def checked_draft(session: Session, file: str, name: str, kind: str) -> str:
    """Check the wording of a draft that goes with a log line, and say what it says.

    Args:
        session: The session.
        file: Its file, or ``-``.
        name: To whom it goes.
        kind: Its kind; a request is told from the notes, "" from the text.

    Returns:
        The verdict, as the line keeps it.

    Raises:
        UnreadableDraft: The file can't be read.
    """
    text = read_draft(file)
    reader = _reader(session, name)
    kind = reader.kind or kind if kind == REQUEST else kind
    report = lint(text, kind=kind, reader=reader, likely=session.words.lang)
    for line in page(report, text, session, screen(color=False)):
        session.say(line)
    return report.verdict


def _reader(session: Session, name: str) -> Reader:
    """Who will read it, as far as there are notes on her; the check goes on without any."""
    from notesync.workspace.readers import reader_named

    try:
        return reader_named(session.workspace, name)
    except NotFound as error:
        session.say(session.words.t(error.sentence, **error.values))
    except Unusable:
        if session.vault:
            raise
    return Reader(names=(name,))


def _line(text: str, finding: Finding) -> int:
    return text.count("\n", 0, finding.start) + 1


def _quote(text: str, finding: Finding) -> str:
    return " ".join(text[finding.start : finding.end].split())


def page(report: Report, text: str, session: Session, terminal: Screen) -> Iterator[str]:
    """What the wording check says, for people."""
    words = session.words
    yield terminal.style(words.t(VERDICTS[report.verdict]), bold=True)
    for finding in report.findings:
        yield ""
        if quote := _quote(text, finding):
            where = words.t("Line {line}: “{text}”", line=_line(text, finding), text="{text}")
            yield where.replace("{text}", clean(clip(quote, QUOTED)))
        yield from wrap(words.t(finding.reason), terminal.width)
        yield from wrap(f"→ {words.t(finding.hint)}", terminal.width, "  ")
    if report.good:
        yield ""
    for sign in report.good:
        yield f"✓ {words.t(GOOD[sign])}"


def _rows(report: Report, text: str, session: Session) -> Iterator[tuple[object, ...]]:
    """The verdict, then a row for each finding and each good sign."""
    yield "verdict", report.verdict
    for finding in report.findings:
        reason = session.words.t(finding.reason)
        yield finding.rule, _line(text, finding), _quote(text, finding), reason
    for sign in report.good:
        yield "good", sign


def document(report: Report, text: str, session: Session) -> dict[str, object]:
    """What the wording check says, as keys of a JSON document."""
    return {
        "verdict": report.verdict,
        "findings": [
            {
                "rule": finding.rule,
                "span": [finding.start, finding.end],
                "text": text[finding.start : finding.end],
                "reason": session.words.t(finding.reason),
                "hint": session.words.t(finding.hint),
            }
            for finding in report.findings
        ],
        "good": list(report.good),
    }
