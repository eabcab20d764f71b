"""Petra's story, typed day by day: after each day the figures are those of the story."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import notesync

STORY = json.loads(
    (Path(__file__).parents[1] / "stories" / "petra.json").read_text(encoding="utf-8")
)
QUESTIONS = {
    "Q1": "B2B or B2C",
    "Q2": "Energy",
    "Q3": "Agency or company",
    "Q4": "Leading part-time",
}
# Those whom Petra lists herself; the others are named to her.
OWN = {
    "Meike Brandt": "friend",
    "Jonas Kessler": "former-colleague",
    "Aylin": "leisure",
    "Tobias": "friend",
    "Sabine": "former-colleague",
}
ORIGINS = {"Jonas Kessler": "dormant", "Sabine": "dormant"}
VERBS = {"thank": "thanked", "remind": "reminded", "confirm": "confirmed", "report": "reported"}


class Diary:
    """A vault into which one types."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.folder = folder
        self.known: set[str] = set()
        self.type("2026-04-20", "init", str(folder), "--lang", lang, "--region", "DE-HH")
        for name in STORY["targets"]:
            self.type("2026-04-20", "add", "organization", name, "--target", "yes")
        self.type("2026-04-20", "add", "question", QUESTIONS["Q1"], "--options", "B2B,B2C")
        for name in list(QUESTIONS.values())[1:]:
            self.type("2026-04-20", "add", "question", name)
        for name, circle in OWN.items():
            origin = ("--origin", ORIGINS.get(name, "known"))
            self.type("2026-04-20", "add", "contact", name, "--circle", circle, *origin)
            self.place("2026-04-20", name)
        self.type("2026-04-20", "set", "me", "started=2026-04-20")

    def type(self, day: str, *words: str) -> str:
        ran = notesync("--vault", self.folder, "--today", day, *words)
        assert ran.code == 0, (words, ran.err)
        return ran.out

    def place(self, day: str, name: str) -> None:
        """Say where somebody works."""
        self.known.add(name)
        if org := STORY["people"][name]["org"]:
            self.type(day, "set", name, f"org={org}")

    def write(self, event: Mapping[str, Any]) -> None:
        """Type what happened."""
        day, what, who = event["date"], event["event"], event.get("who", "")
        first = next((word for word in who.split() if not word.endswith(".")), "")
        named = [word for name in event.get("names", ()) for word in ("--named", name)]
        if what == "ask":
            if who not in self.known:
                self.type(day, "add", "contact", who, "--origin", "cold")
                self.place(day, who)
            self.type(day, "ask", first, "--expect", "yes" if event["expect"] else "no")
        elif what == "agree":
            self.type(day, "log", first, "agreed", "--for", event["when"])
        elif what == "refer":
            self.type(day, "log", first, "verwiesen", *named)
        elif what == "talk":
            learned = [
                word
                for q in event["answers"]
                for word in ("--insight", f"On {q}", "--question", QUESTIONS[q])
            ]
            self.type(day, "talk", first, *named, *learned)
        elif what == "decide":
            self.type(day, "decide", QUESTIONS[event["question"]], event["option"].lower())
        elif what == "apply":
            chance = ("--org", event["org"], "--via", event["via"], "--applied", "today")
            self.type(day, "add", "opportunity", f"{event['org']} posting", *chance)
        else:
            self.type(day, "log", first, VERBS[what])
        for name in event.get("names", ()):
            self.place(day, name)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_story_that_is_typed_has_the_figures_of_the_story(tmp_path: Path, lang: str) -> None:
    diary = Diary(tmp_path / "net", lang)
    events = list(STORY["events"])
    for check in STORY["checks"]:
        while events and events[0]["date"] <= check["built_until"]:
            diary.write(events.pop(0))
        status = json.loads(diary.type(check["today"], "status", "--json"))
        assert status["problems"] == 0
        for key, wanted in check["status"].items():
            found = status[key]
            if key == "questions":
                names = {name: short for short, name in QUESTIONS.items()}
                voices = {names[one["question"]]: one["voices"] for one in found}
                assert voices == {one["question"]: one["voices"] for one in wanted}
            elif isinstance(wanted, list) and wanted and isinstance(wanted[0], dict):
                assert [{k: row[k] for k in wanted[0]} for row in found] == wanted, key
            elif isinstance(wanted, dict):
                assert {k: found[k] for k in wanted} == wanted, key
            else:
                assert found == wanted, (check["today"], key)
