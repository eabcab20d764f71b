"""The labelled sentences: what each says, in a short form that people can check by reading it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from notesync.notes.sayings.known import Known, known
from notesync.notes.sayings.reading import read
from notesync.notes.sayings.saying import NOTE, PROMISE, Act, Somebody
from notesync.workspace.settling import settle

TODAY = date(2026, 5, 12)  # a Tuesday
PEOPLE = (
    *("Meike Sand", "Jonas Kessler", "Sabine Wolff", "Dr. Henrik Solms", "Nora Lind", "Anna Berg"),
    *("Anna Tal", "Tom Reed", "Emre Yıldız", "Aylin", "Ida Brandt"),
)
KNOWN: Known = known(
    [(name, name) for name in PEOPLE],
    ("Hafenwerk", "Solvana", "Nordlicht Food"),
    ("Leipzig", "Hamburg"),
)


def sentences(name: str) -> Iterator[tuple[str, str]]:
    """(sentence, what it says) of a file beside this one."""
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, says = line.partition(" => ")
            yield sentence, says


def told(sentence: str, lang: str) -> str:
    """What is read from a sentence, in the labels' form."""
    acts = read(sentence, KNOWN, lang).acts
    return " ; ".join(_act(act, sentence) for act in acts) or "nobody"


def _act(act: Act, sentence: str) -> str:
    settled = settle(act, TODAY)
    people = " + ".join(map(_who, act.people))
    parts = [f"{settled.verb} {people}".replace("Dr. ", "")]
    if settled.verb == NOTE and not act.named:
        return parts[0]
    if settled.days or settled.vague:
        parts.append("which day?")
    elif act.days and settled.on and not settled.planned:
        parts.append(f"on {settled.on}")
    if settled.planned and not settled.days:
        parts.append(f"for {settled.planned}" + (f"T{act.time}" if act.time else ""))
    if act.channel and act.verb != PROMISE:
        parts.append(f"by {act.channel}")
    parts += [f"min {act.minutes}"] if act.minutes and act.verb == "talk" else []
    parts += [f"city {act.city}"] if act.city else []
    parts += [f"named {' + '.join(map(_who, act.named))}"] if act.named else []
    parts += [f"learned {text}" for text in act.learned]
    parts += [*act.promises]
    del sentence
    return " | ".join(parts)


def _who(one: Somebody) -> str:
    name = "/".join(path.removeprefix("Dr. ") for path in one.paths) or f"?{one.text}"
    return name + (f" @{one.org}" if one.org else "")
