"""Turn the documents of the views of what asking led to into blocks of rows.

How asking goes, who led to whom, what came of it; `notesync.cli.tables` has the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from notesync.cli.blocks import Block, Document, Row, Say
from notesync.notes.kinds import LINTS, ORIGINS, SOURCES, Term
from notesync.views.labels import STAGES, STEPS
from notesync.words import N_

DEEPEST = 12  # generations that are drawn one behind the other


def _expected(found: Document, say: Say) -> Iterable[Block]:
    rows: list[Row] = []
    for ask in found["asks"]:
        guess = say.t("a yes expected") if ask["expected"] == "yes" else say.t("a no expected")
        got = say.t("a yes received") if ask["yes"] else say.t("a no received")
        came = got if ask["answer"] else say.t("no answer")
        rows.append(("·", ask["contact"], guess, came, say.day(ask["asked"])))
    yield Block("ask", "", tuple(rows))


def _funnel(found: Document, say: Say) -> Iterable[Block]:
    yield Block("step", "", tuple(_step(step, say) for step in found["steps"]))
    for code, title, key, terms in (
        ("origin", say.t("By origin"), "origin", ORIGINS),
        ("wording", say.t("By the wording of the last message"), "lint", LINTS),
    ):
        parts = found[f"by_{code}"]
        if len(parts) > 1 or any(part[key] for part in parts):
            rows = tuple(
                ("·", term(part[key], terms, say) or say.t("not said"), *_part(part["steps"], say))
                for part in parts
            )
            yield Block(code, title, rows)


def _step(step: Document, say: Say) -> Row:
    share = say.t("{count} of {of}", count=step["count"], of=step["of"])
    count = str(step["count"]) if step["step"] == "asked" else share
    percent = step["percent"] if step["step"] != "asked" else None
    return ("·", say.t(STEPS[step["step"]]), count, "" if percent is None else f"{percent} %")


def _part(steps: Iterable[Document], say: Say) -> tuple[str, ...]:
    """What became of some of the asks: the steps to which at least one had the chance."""
    return tuple(
        f"{say.t(STEPS[step['step']])} {step['count']}"
        for step in steps
        if step["step"] in {"asked", "yes", "talked"}
    )


def term(code: str | None, terms: Iterable[Term], say: Say) -> str:
    """A code of the vocabulary in the user's language; "" for none."""
    found = next((term for term in terms if term.code == code), None)
    return code or "" if found is None or say.words.lang == "en" else found.de


def _momentum(found: Document, _say: Say) -> Iterable[Block]:
    weeks = (f"{week['week'][-3:]} {'●' if week['active'] else '○'}" for week in found["each"])
    if found["each"]:
        yield Block("weeks", "", (("·", "  ".join(weeks)),), whole=True)


def _confidence(found: Document, say: Say) -> Iterable[Block]:
    yield Block(
        "talk",
        "",
        tuple(
            (
                "·",
                say.listed(talk["people"]),
                say.t("{before} before, {after} after", before=talk["before"], after=talk["after"]),
                say.day(talk["date"]),
            )
            for talk in found["talks"]
        ),
    )


def _snowball(found: Document, say: Say) -> Iterable[Block]:
    yield Block(
        "name",
        "",
        tuple(
            (
                "·",
                row["contact"],
                say.t("named by {others}", others=say.listed(row["by"])),
                say.day(row["date"]),
            )
            for row in found["names"]
        ),
    )


def _tree(found: Document, say: Say) -> Iterable[Block]:
    rows = tuple(
        (
            f"{'  ' * min(row['generation'], DEEPEST)}{'●' if row['met'] else '○'}",
            row["contact"],
        )
        for row in found["people"]
    )
    yield Block("person", "", rows, whole=True)
    yield Block("introduced", say.t("Brought together by you"), _pairs(found, say))
    if found["alone"]:
        alone = say.listed(found["alone"])
        yield Block("alone", say.t("Have named nobody yet"), (("·", alone),), whole=True)


def _pairs(found: Document, say: Say) -> tuple[Row, ...]:
    return tuple(
        ("·", say.listed([row["contact"], *row["others"]]), say.day(row["date"]))
        for row in found["introduced"]
    )


def _reconnect(found: Document, say: Say) -> Iterable[Block]:
    for column, title in (("easy", say.t("Easy")), ("valuable", say.t("Worth the courage"))):
        rows: list[Row] = []
        for row in found[column]:
            last = (
                say.t("last contact {when}", when=say.day(row["last_contact"]))
                if row["last_contact"]
                else say.t("it has been long")
            )
            why = " · ".join(reason["text"] for reason in row[column])
            rows.append(("○", row["contact"], row["org"], last, why))
        yield Block(column, title, tuple(rows), whole=True)


def _loop(found: Document, say: Say) -> Iterable[Block]:
    untold: list[Row] = []
    for row in found["untold"]:
        said = N_("talked {when}") if row["how"] == "talked" else N_("named somebody {when}")
        when = say.day(row["date"])
        untold.append(("○", row["contact"], row["org"], say.t(said, when=when)))
    told = tuple(
        ("✓", row["contact"], row["org"], say.t("told {when}", when=say.day(row["told"])))
        for row in found["told"]
    )
    yield Block("untold", "", tuple(untold))
    yield Block("told", say.t("They know"), told)


def _give_back(found: Document, say: Say) -> Iterable[Block]:
    rows: list[Row] = []
    for row in found["given"]:
        what = say.t("conversation") if row["kind"] == "talk" else row["text"] or say.t("gave")
        rows.append(("·", say.listed(row["people"]), say.day(row["date"]), what))
    yield Block("given", "", tuple(rows), whole=True)
    yield Block("introduced", say.t("Brought together by you"), _pairs(found, say))


def _opportunities(found: Document, say: Say) -> Iterable[Block]:
    rows: list[Row] = []
    for row in found["opportunities"]:
        reached = row["stage"]
        stage = say.t(STAGES[reached]) if reached else ""
        since = say.day(row["since"] or row["date"])
        via = say.t("through {people}", people=say.listed(row["via"])) if row["via"] else ""
        via = via or term(row["source"], SOURCES, say)
        rows.append(
            (
                "·",
                row["opportunity"],
                row["org"],
                ", ".join(part for part in (stage, since) if part),
                via,
            )
        )
    yield Block("opportunity", "", tuple(rows))
    yield Block(
        "source",
        say.t("Where they came from"),
        tuple(
            ("·", term(row["source"], SOURCES, say) or say.t("not said"), str(row["count"]))
            for row in found["by_source"]
        ),
    )
    people = tuple(("·", row["contact"], str(row["count"])) for row in found["by_via"])
    yield Block("via", say.t("Through whom"), people)


# Keyed by the view's name.
TABLES: Mapping[str, Callable[[Any, Say], Iterable[Block]]] = {
    "expected": _expected,
    "steps": _funnel,
    "snowball": _snowball,
    "tree": _tree,
    "dormant": _reconnect,
    "momentum": _momentum,
    "confidence": _confidence,
    "loop": _loop,
    "give-back": _give_back,
    "opportunities": _opportunities,
}
