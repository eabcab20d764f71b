"""Petra's story: the 176 figures, from notes written in every style that a person may choose."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notesync.notes.binding import bind
from notesync.notes.kinds import FOLDERS, VERBS
from notesync.notes.rhythm import Rhythm
from notesync.views.payload import payload
from notesync.views.status import status
from notesync.words import ENGLISH
from tests.views.vault import HAMBURG, notes_of

STORY: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "stories" / "petra.json").read_text("utf-8")
)
CHECKS: list[dict[str, Any]] = STORY["checks"]
ORIGINS = {
    "Meike Brandt": ("known", "bekannt"),
    "Aylin": ("known", "bekannt"),
    "Tobias": ("known", "bekannt"),
    "Jonas Kessler": ("dormant", "eingeschlafen"),
    "Sabine": ("dormant", "eingeschlafen"),
    "Dr. Henrik Solms": ("cold", "kalt"),
}
LISTED_LATER = {"Dr. Henrik Solms": "2026-05-07"}
LOGGED = {
    "ask": "asked",
    "agree": "agreed",
    "remind": "reminded",
    "confirm": "confirmed",
    "thank": "thanked",
    "report": "reported",
    "refer": "referred",
}


@dataclass(frozen=True)
class Style:
    """How the same story may be written down."""

    lang: str
    named_day: bool = True  # agreed for:2026-05-12
    planned_note: bool = True  # a note of the conversation from the day of the yes
    ghosts: bool = False  # people who were named get no note of their own

    def folder(self, kind: str) -> str:
        return FOLDERS[self.lang][kind]

    def verb(self, code: str) -> str:
        term = next(term for term in VERBS if term.code == code)
        return term.de if self.lang == "de" else term.code

    def word(self, en: str, de: str) -> str:
        return de if self.lang == "de" else en


STYLES = [
    Style(lang, *how)
    for lang in ("en", "de")
    for how in ((True, True), (True, False), (False, True), (True, True, True))
]


def story_files(style: Style, until: str) -> dict[str, str]:
    """The vault as Petra would have written it by the evening of a day."""
    events = [event for event in STORY["events"] if event["date"] <= until]
    return {
        "me.md": f"---\nstarted: {STORY['started']}\n---\n",
        **{f"{style.folder('organization')}/{org}.md": _org(style) for org in STORY["targets"]},
        **{
            f"{style.folder('question')}/{name}.md": _question(style, name, events)
            for name in STORY["questions"]
        },
        **dict(_contacts(style, events)),
        **dict(_conversations(style, events)),
        **dict(_opportunities(style, events)),
    }


def _org(style: Style) -> str:
    return f"---\n{style.word('target: true', 'ziel: ja')}\n---\n"


def _question(style: Style, name: str, events: list[dict[str, Any]]) -> str:
    decided = [e for e in events if e["event"] == "decide" and e["question"] == name]
    lines = [f"decided: {e['date']}\ndecision: {e['option']}\n" for e in decided]
    return (
        f"---\ntype: {style.word('question', 'Frage')}\noptions: [B2B, B2C]\n{''.join(lines)}---\n"
    )


def _contacts(style: Style, events: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    named = {name: e for e in reversed(events) for name in e.get("names", ())}
    for name, about in STORY["people"].items():
        created = LISTED_LATER.get(name, STORY["started"])
        log = [line for e in events if e.get("who") == name if (line := _log_line(style, e))]
        if name not in ORIGINS:
            if name not in named or (style.ghosts and not log):
                continue
            created = named[name]["date"]
        elif created > (events[-1]["date"] if events else "9"):
            continue
        header = [f"created: {created}"]
        if about["org"]:
            header.append(f'org: "[[{about["org"]}]]"')
        if name in ORIGINS:
            header.append(f"{style.word('origin', 'herkunft')}: {style.word(*ORIGINS[name])}")
        heading = style.word("Log", "Verlauf")
        body = "\n".join(log)
        text = "\n".join(header)
        yield (
            f"{style.folder('contact')}/{name}.md",
            f"---\n{text}\n---\n\n## {heading}\n\n{body}\n",
        )


def _log_line(style: Style, event: dict[str, Any]) -> str:
    if event["event"] not in LOGGED:
        return ""
    line = f"- {event['date']} {style.verb(LOGGED[event['event']])}"
    if "expect" in event:
        line += f" expect:{'yes' if event['expect'] else 'no'}"
    if style.named_day and "when" in event:
        line += f" for:{event['when']}T12:30"
    if event["event"] == "refer":
        line += " — " + ", ".join(f"[[{name}]]" for name in event["names"])
    return line


def _conversations(style: Style, events: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    held = {(e["who"], e["date"]) for e in events if e["event"] == "talk"}
    for event in events:
        day, who = event.get("when", event["date"]), event.get("who")
        path = f"{style.folder('conversation')}/{day} {who}.md"
        people = f'people: ["[[{who}]]"]\ndate: {day}\n'
        if event["event"] == "agree" and style.planned_note:
            if (event["who"], event["when"]) not in held:
                state = style.word("state: planned", "stand: geplant")
                yield path, f"---\n{people}created: {event['date']}\n{state}\n---\n"
        elif event["event"] == "talk":
            learned = "".join(
                f"### [[{question}]]\n- It was worth it\n\n" for question in event["answers"]
            )
            names = "".join(f"- [[{name}]]\n" for name in event.get("names", ()))
            yield (
                path,
                (
                    f"---\n{people}---\n\n## {style.word('Learned', 'Gelernt')}\n\n{learned}"
                    f"## {style.word('Names', 'Namen')}\n\n{names}"
                ),
            )


def _opportunities(style: Style, events: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    for event in events:
        if event["event"] == "apply":
            header = f'org: {event["org"]}\nvia: "[[{event["via"]}]]"\napplied: {event["date"]}'
            yield f"{style.folder('opportunity')}/{event['org']}.md", f"---\n{header}\n---\n"


def shown(files: dict[str, str], today: str) -> dict[str, Any]:
    book = bind(notes_of(files))
    return payload(status(book, date.fromisoformat(today), HAMBURG, Rhythm()), ENGLISH)


def picked(got: Any, wanted: object) -> object:  # noqa: ANN401 -- JSON
    """What was shown, reduced to the keys that the story speaks of."""
    if isinstance(wanted, dict):
        return {key: picked(got[key], wanted[key]) for key in wanted}
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], dict):
        return [{key: row[key] for key in wanted[0]} for row in got]
    return got


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check["today"])
@pytest.mark.parametrize("style", STYLES, ids=str)
def test_the_figures_of_a_day_are_those_of_the_story(style: Style, check: dict[str, Any]) -> None:
    got = shown(story_files(style, check["built_until"]), check["today"])
    assert picked(got, check["status"]) == check["status"]


@pytest.mark.parametrize(
    "check",
    [check for check in CHECKS if check["today"] == check["built_until"]],
    ids=lambda check: check["today"],
)
@pytest.mark.parametrize("style", STYLES, ids=str)
def test_the_finished_vault_cut_to_a_day_shows_that_days_figures(
    style: Style, check: dict[str, Any]
) -> None:
    got = shown(story_files(style, "2026-05-29"), check["today"])
    assert picked(got, check["status"]) == check["status"]


def test_the_story_speaks_of_176_figures() -> None:
    assert sum(len(check["status"]) for check in CHECKS) == 176
