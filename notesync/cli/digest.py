"""Turn the brief of ``status`` into the page that a person reads: at most 22 lines, names first.

README.md shows one. Marks carry the meaning without colour; empty blocks vanish; a block shows at
most five rows and says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from notesync.cli.rows import joined, marked
from notesync.cli.screen import Screen, cells, clean, clip, wrap
from notesync.views.labels import MOVED
from notesync.views.welcome import welcome
from notesync.words import N_, Words

Payload = Mapping[str, Any]
LINES = 22
ROWS = 5
COMEBACK = 4  # weeks without any event after which status greets

STATES: Mapping[str, str] = {
    "open": N_("{question} open"),
    "hint": N_("{question} one voice"),
    "supported": N_("{question} several voices"),
    "contested": N_("{question} different views"),
    "decided": N_("{question} decided: {decision}"),
}


def digest(
    found: Payload,
    words: Words,
    screen: Screen,
    vault: Path,
    synced: str = "",
    *,
    inbox: bool = False,
) -> list[str]:
    """All lines of ``status``.

    Args:
        found: What `notesync.views.payload.brief` gives.
        words: The user's words.
        screen: How wide it may be, and whether colour is wanted.
        vault: The vault's folder, for the second line.
        synced: How old the last sync is, in the user's words; "" for none.
        inbox: Whether something waits in the inbox.
    """
    today = date.fromisoformat(found["today"])
    lines = _head(found, today, words, screen, vault)
    titles = []
    if found["paused"]:
        until = words.day(date.fromisoformat(found["paused_until"]), today)
        said = words.t("You have a break until {day}; nothing is due.", day=until)
        lines += [screen.style(line, bold=True) for line in wrap(said, screen.width)]
    for title, block in _blocks(found, today, words, screen):
        if block:
            titles.append(screen.style(title, bold=True))
            lines += [titles[-1], *block]
    foot = _foot(found, words, synced, inbox=inbox)
    if not screen.narrow:  # there rows take two lines, and no page would hold them
        lines = lines[: LINES - len(foot) - 1]
        while lines[-1] in titles:
            lines.pop()
    return [*lines, "", *[line for text in foot for line in wrap(text, screen.width)]]


def _head(found: Payload, today: date, words: Words, screen: Screen, vault: Path) -> list[str]:
    left, right = words.long_day(today), words.week(today)
    gap = screen.width - cells(left) - cells(right)
    first = left + " " * gap + right if gap > 1 else left
    counts = [
        words.n("{count} person", "{count} people", found["contacts"]),
        words.n("{count} conversation", "{count} conversations", found["conversations"]),
    ]
    figures = " · ".join(counts)
    place = clean(_home(vault))
    room = screen.width - cells(figures) - 3
    if cells(place) > room:
        place = clip(f"…/{clean(vault.name)}", room)
    return [first, f"{place} · {figures}", ""]


def _home(vault: Path) -> str:
    try:
        return f"~/{vault.relative_to(Path.home())}"
    except (ValueError, RuntimeError):  # elsewhere, or there is no home
        return str(vault)


def _blocks(
    found: Payload, today: date, words: Words, screen: Screen
) -> Iterable[tuple[str, list[str]]]:
    yield _now_title(found, words), _now(found, words, screen)
    yield words.t("Ahead"), _ahead(found, today, words, screen)
    yield words.t("Whom I will tell"), _tell(found, words, screen)
    yield words.t("Passing it on"), _passed_on(found, words, screen)
    yield words.t("This week"), _week(found, words, screen)
    yield words.t("What gets clearer"), _clearer(found, words, screen)


def _now_title(found: Payload, words: Words) -> str:
    if found["gap_weeks"] >= COMEBACK:
        return welcome(len(found["next"]), words)
    return words.t("Now")


def _now(found: Payload, words: Words, screen: Screen) -> list[str]:
    rows = [
        ("●" if step["owed"] else "○", step["contact"], step["org"], *_texts(step))
        for step in found["next"]
    ]
    if not rows:
        nothing = words.t("Nothing is waiting for you today.")
        return [] if found["paused"] else [f"  {nothing}"]
    return marked(rows, screen)


def _texts(step: Mapping[str, str]) -> tuple[str, str]:
    return step["what"], step["why"]


def _ahead(found: Payload, today: date, words: Words, screen: Screen) -> list[str]:
    rows = []
    for meeting in found["ahead"][:ROWS]:
        day = words.day(date.fromisoformat(meeting["date"]), today)
        when = f"{day} {meeting['time']}".strip()
        where = (
            words.t("conversation in {city}", city=meeting["city"])
            if meeting["city"]
            else words.t("conversation")
        )
        rows.append(("○", ", ".join(meeting["people"]), meeting["org"], where, when))
    return [*marked(rows, screen), *_more(len(found["ahead"]) - ROWS, words)] if rows else []


def _more(count: int, words: Words) -> list[str]:
    return ["  " + words.n("… {count} more", "… {count} more", count)] if count > 0 else []


def _tell(found: Payload, words: Words, screen: Screen) -> list[str]:
    """Once I have arrived: whoever helped and doesn't know it yet."""
    if found["mode"] != "arrived" or found["paused"]:
        return []
    names = [
        *found["tell"][:ROWS],
        *(line.strip() for line in _more(len(found["tell"]) - ROWS, words)),
    ]
    return [f"  {line}" for line in joined(names, screen.width - 2)]


def _passed_on(found: Payload, words: Words, screen: Screen) -> list[str]:
    """Once it is my turn to give: how much I gave this month, beside my own limit."""
    given, limit = found["given_this_month"], found["give_limit"]
    if found["mode"] != "giving" or not (given or limit):
        return []
    count = words.n("{count} conversation", "{count} conversations", given)
    if limit:
        said = words.t("{given} this month, at most {limit}", given=count, limit=limit)
    else:
        said = words.t("{given} this month", given=count)
    return [f"  {line}" for line in joined([said], screen.width - 2)]


def _week(found: Payload, words: Words, screen: Screen) -> list[str]:
    lines = joined([*_moved(found["moved"], words)], screen.width - 2)
    lines += joined([*_comfort(found, words)], screen.width - 2)
    if found["asked"]:
        lines += joined([*_so_far(found, words)], screen.width - 2)
    return [f"  {line}" for line in lines]


def _moved(moves: Sequence[Payload], words: Words) -> Iterable[str]:
    """What moved, people of one kind together, in the order in which the view gives it."""
    for code in dict.fromkeys(move["kind"] for move in moves):
        these = [move for move in moves if move["kind"] == code]
        if code == "referred":
            yield from (_referred(move, words) for move in these)
        elif code == "insights":
            count = sum(move["count"] for move in these)
            yield words.n("{count} insight", "{count} insights", count)
        else:
            yield words.t(
                MOVED[code],
                names=", ".join(dict.fromkeys(move["contact"] for move in these)),
                named=", ".join(dict.fromkeys(name for move in these for name in move["named"])),
            )


def _referred(move: Payload, words: Words) -> str:
    if not move["named"]:
        return words.t("{name} couldn't", name=move["contact"])
    named = ", ".join(move["named"])
    return words.t("{name} couldn't, but named {named}", name=move["contact"], named=named)


def _so_far(found: Payload, words: Words) -> Iterable[str]:
    asked = words.n("{count} asked so far", "{count} asked so far", found["asked"])
    yield ", ".join(part for part in (asked, _agreed(found, words)) if part)
    if found["waiting"]:
        yield words.n("{count} answer to come", "{count} answers to come", found["waiting"])
    elif not found["no_reply"]:
        yield words.t("everyone has answered")


def _agreed(found: Payload, words: Words) -> str:
    """How many said yes, beside how many I had expected to; "" when nobody did yet.

    The two are compared where each answer had a guess, and where people were as kind as I thought;
    the view ``expected`` has all of it.
    """
    agreed = found["agreed"]
    if not agreed:
        return ""
    answered = agreed + found["declined"]
    if found["guessed"] != answered or found["expected_yes"] > agreed:
        return words.n("{count} said yes", "{count} said yes", agreed)
    return words.n(
        "{count} said yes (you expected {expected})",
        "{count} said yes (you expected {expected})",
        agreed,
        expected=found["expected_yes"],
    )


def _comfort(found: Payload, words: Words) -> Iterable[str]:
    """A word for a week in which nobody said yes."""
    kinds = [move["kind"] for move in found["moved"]]
    if {"agreed", "talked", "names"} & {*kinds}:
        return
    asked = len({move["contact"] for move in found["moved"] if move["kind"] == "asked"})
    if "declined" in kinds and asked:
        yield words.n(
            "You asked {count} person; that was your part, and you did it.",
            "You asked {count} people; that was your part, and you did it.",
            asked,
        )
    elif "declined" in kinds:
        yield words.t("A no is mostly about their time, not about you.")


def _clearer(found: Payload, words: Words, screen: Screen) -> list[str]:
    asked = [row for row in found["questions"] if row["state"] in STATES]  # what was dropped rests
    states = [
        words.t(STATES[row["state"]], question=row["question"], decision=row["decision"])
        for row in asked[:ROWS]
    ]
    states += [line.strip() for line in _more(len(asked) - ROWS, words)]
    lines = joined(states, screen.width - 2)
    chain = []
    if len(found["chain"]) > 1:
        chain.append(" → ".join(found["chain"]))
    if found["names_from_talks"]:
        names = words.n("{count} name", "{count} names", found["names_from_talks"])
        from_talks = words.n(
            "{names} from {count} conversation",
            "{names} from {count} conversations",
            found["leading_talks"],
            names=names,
        )
        chain.append(from_talks)
    return [f"  {line}" for line in [*lines, *joined(chain, screen.width - 2)]]


def _foot(found: Payload, words: Words, synced: str, *, inbox: bool) -> list[str]:
    first = synced or words.t("Only on this device.")
    parts = []
    if found["conflicts"]:
        parts.append(
            words.n(
                "One value in two versions: notesync conflicts",
                "{count} values in two versions: notesync conflicts",
                found["conflicts"],
            )
        )
    if found["problems"]:
        parts.append(
            words.n(
                "One line not understood: notesync check",
                "{count} lines not understood: notesync check",
                found["problems"],
            )
        )
    if inbox:
        parts.append(words.t("Something waits in your inbox: notesync inbox"))
    return [" ".join((first, *parts[:1])), *parts[1:]]
