"""Turn a view's JSON document into blocks of rows: names first, figures second.

What a view prints is made from what its ``--json`` gives, so that neither knows more.
`notesync.cli.outcome_tables` has the views of what asking led to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from notesync.cli import outcome_tables
from notesync.cli.blocks import Block, Document, Row, Say
from notesync.views.labels import ELSEWHERE, SO_FAR, THEN
from notesync.views.telling import KINDS
from notesync.words import N_, Words


def blocks(name: str, found: Document, words: Words, today: date) -> list[Block]:
    """The blocks of a view, those with nothing in them left out.

    Args:
        name: The view's name.
        found: What `notesync.views.documents.document` gives for it.
        words: The user's words.
        today: The day of which it speaks.
    """
    return [block for block in _TABLES[name](found, Say(words, today)) if block.rows]


def _next(found: Document, _say: Say) -> Iterable[Block]:
    yield Block(
        "step",
        "",
        tuple(
            ("●" if step["owed"] else "○", step["contact"], step["org"], step["what"], step["why"])
            for step in found["steps"]
        ),
    )


def _ahead(found: Document, say: Say) -> Iterable[Block]:
    yield Block("meeting", "", tuple(_meeting(row, say) for row in found["meetings"]))


def _meeting(row: Document, say: Say) -> Row:
    place = say.t("conversation in {city}", city=row["city"]) if row["city"] else ""
    when = f"{say.day(row['date'])} {row['time']}".strip()
    mark = "●" if row["confirm"] else "○"
    confirm = say.t("confirm the conversation") if row["confirm"] else ""
    what = ", ".join(part for part in (place or say.t("conversation"), confirm) if part)
    return (mark, say.listed(row["people"]), row["org"], what, when)


def _moved(found: Document, say: Say) -> Iterable[Block]:
    rows = tuple(
        ("·", move["contact"], _move(move, say), say.day(move["date"])) for move in found["moves"]
    )
    yield Block("move", "", rows)


def _move(move: Document, say: Say) -> str:
    named = say.listed(move["named"])
    if move["kind"] == "insights":
        return say.n("{count} insight", "{count} insights", move["count"])
    if move["kind"] == "names":
        return say.t("new: {named}", named=named)
    if move["kind"] == "referred" and named:
        return say.t("couldn't, but named {others}", others=named)
    kind = KINDS["gave" if move["kind"] == "given" else move["kind"]]
    return say.t(kind)


def _questions(found: Document, say: Say) -> Iterable[Block]:
    yield Block(
        "question",
        "",
        tuple(
            (
                "●" if row["voices"] else "○",
                row["question"],
                clearness(row, say),
                say.listed(row["people"]),
            )
            for row in found["questions"]
        ),
    )
    for row in found["questions"]:
        heads = [
            ("·", say.listed(said["people"]), say.day(said["date"]), said["text"])
            for said in row["insights"]
        ]
        stances = [
            ("·", _sides(stance, say))
            for stance in row["stances"]
            if stance["for"] or stance["against"]
        ]
        yield Block("insight", row["question"], (*stances, *heads), whole=True)


def clearness(row: Document, say: Say) -> str:
    """How clear a question is, in words."""
    state = row["state"]
    if state == "decided":
        decision = row["decision"]
        return say.t("decided: {decision}", decision=decision) if decision else say.t("decided")
    if state == "contested":
        said = say.t("different views")
    elif state in {"open", "dropped"}:
        return say.t("open") if state == "open" else say.t("set aside")
    else:
        said = say.n("{count} voice", "{count} voices", row["voices"])
    return say.t("{state}, nothing new lately", state=said) if row["saturated"] else said


def _sides(stance: Document, say: Say) -> str:
    """Who stands for an option and who against it."""
    sides = [
        say.t(message, people=say.listed(people))
        for message, people in (
            (N_("for it {people}"), stance["for"]),
            (N_("against it {people}"), stance["against"]),
        )
        if people
    ]
    return f"{stance['option']}: {'; '.join(sides)}"


def _owing(found: Document, say: Say) -> Iterable[Block]:
    yield Block(
        "thanks",
        say.t("Say thank you"),
        tuple(
            (
                "●" if row["days_late"] else "○",
                row["contact"],
                row["org"],
                say.t("talked {when}", when=say.day(row["talked"])),
            )
            for row in found["thanks"]
        ),
    )
    yield Block(
        "report_back",
        say.t("Tell how it went"),
        tuple(
            (
                "○",
                row["contact"],
                row["org"],
                say.t("you met {others}", others=say.listed(row["met"])),
            )
            for row in found["report_back"]
        ),
    )
    mine = [row for row in found["promises"] if row["who"] == "me"]
    theirs = [row for row in found["promises"] if row["who"] == "they"]
    yield _promises("promise_of_mine", say.t("Promised by me"), mine, say)
    yield _promises("promise_of_theirs", say.t("Promised to me"), theirs, say)
    yield _promises("older", say.t("Older, from before you began; never due"), found["older"], say)


def _promises(code: str, title: str, rows: Iterable[Document], say: Say) -> Block:
    cells = (("○", say.listed(row["people"]), _due(row, say), row["text"]) for row in rows)
    return Block(code, title, tuple(cells), whole=True)


def _due(row: Document, say: Say) -> str:
    return say.t("by {when}", when=say.day(row["due"])) if row["due"] else ""


def _waiting(found: Document, say: Say) -> Iterable[Block]:
    rows: list[Row] = []
    for row in found["waiting"]:
        days = say.n("{count} business day", "{count} business days", row["business_days"])
        asked = say.t("asked {when}", when=say.day(row["asked"]))
        rows.append(
            (
                "●" if row["due"] else "○",
                row["contact"],
                row["org"],
                f"{asked}, {days}",
                _then(row, say),
            )
        )
    yield Block("waiting", "", tuple(rows))


def _then(row: Document, say: Say) -> str:
    """What may be done, and from when."""
    if row["until"]:
        return say.t("later, as agreed: {day}", day=say.day(row["until"]))
    if not row["next_action"]:
        return ""
    action = row["next_action"]
    message = ELSEWHERE if action == "broaden" and not row["org"] else THEN[action]
    what = say.t(message)
    if row["due"] or row["next_action"] == "reply":
        return what
    return say.t("from {day}: {what}", day=say.day(row["next_date"]), what=what)


def _coverage(found: Document, say: Say) -> Iterable[Block]:
    yield Block(
        "organization",
        "",
        tuple(
            (
                "●" if row["state"] in {"talked", "voices"} else "○",
                row["organization"],
                say.t(SO_FAR[row["state"]]),
                say.listed(row["people"]),
            )
            for row in found["organizations"]
        ),
    )


_TABLES: Mapping[str, Callable[[Any, Say], Iterable[Block]]] = {
    "next": _next,
    "ahead": _ahead,
    "moved": _moved,
    "questions": _questions,
    "thanks": _owing,
    "waiting": _waiting,
    "coverage": _coverage,
    **outcome_tables.TABLES,
}
