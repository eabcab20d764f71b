"""Turn one question into a page of its own: for each option who said what for it and against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notesync.dashboard.pictures.drawing import Drawing
from notesync.dashboard.pictures.evidence import draw
from notesync.dashboard.places import Places, visible
from notesync.dashboard.rows import Ref, Stance, Voice
from notesync.dashboard.scene import Scene
from notesync.views import sentences
from notesync.views.evidence import find_evidence
from notesync.views.questions import Clarity, Evidence
from notesync.words import Words

# State of a question -> its mark, so that colour is never alone.
_MARKS = {
    "open": "○",
    "hint": "◐",
    "supported": "●",
    "contested": "◆",
    "decided": "✓",
    "dropped": "–",
}


@dataclass(frozen=True, slots=True)
class Side:
    """What was said for an option, or against it."""

    option: str
    against: bool
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question's page.

    Attributes:
        state, says: As in `Card`.
        finding: What the voices for and against come to; ``picture`` shows them.
        sides: Of each option what speaks for it, then what speaks against it.
        others: What was said without taking a side.
        ask: Who could be asked while nobody has said anything.
        opens: What opens the note in an editor, or "".
    """

    name: str
    question: str
    state: str
    says: str
    finding: str
    picture: Drawing | None
    sides: tuple[Side, ...]
    others: tuple[Voice, ...]
    ask: tuple[Ref, ...]
    opens: str


def question_page(key: str, scene: Scene) -> QuestionPage:
    """The page of the question of this key."""
    (row,) = (row for row in scene.found.questions if row.question.key == key)
    sources = find_evidence(scene.facts, scene.found.questions)
    return QuestionPage(
        name=visible(row.question.name),
        question=row.question.question,
        state=row.state,
        says=state(row, scene.words),
        finding=finding(row, scene.words),
        picture=draw(stances(row, scene.places), scene.words),
        sides=tuple(_sides(row, scene)),
        others=_voices((said for said in row.evidence if not said.stances), scene),
        ask=scene.places.people(one.contact for one in sources if one.question == key),
        opens=scene.opener.address(key),
    )


def _sides(row: Clarity, scene: Scene) -> Iterable[Side]:
    for option in row.question.options:
        for sign in ("+", "-"):
            said = [one for one in row.evidence if (sign, option) in one.stances]
            if said:
                yield Side(option, sign == "-", _voices(said, scene))


def _voices(evidence: Iterable[Evidence], scene: Scene) -> tuple[Voice, ...]:
    return tuple(
        Voice(
            scene.places.said(said.text, said.conversation),
            scene.places.people(said.people),
            said.day,
            signed(said.stances),
        )
        for said in evidence
    )


def finding(row: Clarity, words: Words) -> str:
    """What the voices for and against come to, in a sentence; "" without any."""
    sides = sorted(row.stances, key=lambda side: -len(side[1]))
    if not any(pro or con for _, pro, con in sides):
        return ""
    option, pro, con = sides[0]
    if row.state == "contested":
        others = sentences.join([name for name, for_, _ in sides[1:] if for_], words)
        return words.t(
            "Some speak for {option}, others for {others}.", option=option, others=others
        )
    if pro and con:
        return words.t(
            "Voices on {option} differ: {pro} for it, {con} against it.",
            option=option,
            pro=len(pro),
            con=len(con),
        )
    if pro:
        return words.n(
            "{count} voice speaks for {option}.",
            "{count} voices speak for {option}.",
            len(pro),
            option=option,
        )
    option, _, con = max(row.stances, key=lambda side: len(side[2]))
    return words.n(
        "{count} voice speaks against {option}.",
        "{count} voices speak against {option}.",
        len(con),
        option=option,
    )


def stances(row: Clarity, places: Places) -> tuple[Stance, ...]:
    """Of each option on which somebody has a stance, who is for it and who against it."""
    return tuple(
        Stance(option, places.people(pro), places.people(con))
        for option, pro, con in row.stances
        if pro or con
    )


def signed(stances: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Stances as they are shown: ``+company``, ``−agency``."""
    return tuple(("−" if sign == "-" else sign) + option for sign, option in stances)


def state(row: Clarity, words: Words) -> str:
    """How it stands with a question, in words behind a mark."""
    return f"{_MARKS[row.state]} {_state(row, words)}"


def _state(row: Clarity, words: Words) -> str:
    if row.state == "decided":
        if not row.question.decision:
            return words.t("decided")
        return words.t("decided: {decision}", decision=row.question.decision)
    if row.state == "dropped":
        return words.t("set aside")
    if row.state == "contested":
        said = words.t("different views")
    elif row.voices:
        said = words.n("{count} voice", "{count} voices", len(row.voices))
    else:
        said = words.t("open")
    if row.saturated:
        said = words.t("{state}, nothing new lately", state=said)
    return said
