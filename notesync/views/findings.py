"""Turn each view into one sentence: what it shows today, for captions and above the rows.

Warm and plain: what is missing is told as what may be done, and a few asks are called few. "" where
the rows say it all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from notesync.views.ahead import Meeting
from notesync.views.confidence import Confidence
from notesync.views.coverage import Target
from notesync.views.expected import Expected
from notesync.views.facts import Facts
from notesync.views.funnel import REMEDIES, Funnel
from notesync.views.give_back import GiveBack
from notesync.views.loop import Loop
from notesync.views.momentum import Momentum, gap
from notesync.views.moved import Move
from notesync.views.opportunities import Chances
from notesync.views.owing import Owing
from notesync.views.questions import ASKING, Clarity
from notesync.views.reconnect import Reconnect
from notesync.views.sentences import day_words
from notesync.views.snowball import Snowball, Tree
from notesync.views.steps import Step
from notesync.views.waiting import Waiting
from notesync.views.welcome import welcome
from notesync.words import Words


def finding(name: str, rows: object, facts: Facts, words: Words) -> str:
    """What a view shows, in a sentence or two.

    Args:
        name: The view's name in `notesync.views.catalogue.VIEWS`.
        rows: What its function gave.
        facts: The facts that it was given.
        words: The user's words.
    """
    return _FINDINGS[name](rows, facts, words)


def pause(facts: Facts, words: Words) -> str:
    """That today is in a pause, and until when; "" when it isn't."""
    if facts.pause_ends is None:
        return ""
    until = words.day(facts.pause_ends, facts.today)
    return words.t("You have a break until {day}; nothing is due.", day=until)


def _next(rows: tuple[Step, ...], facts: Facts, words: Words) -> str:
    if facts.paused:
        return pause(facts, words)
    if gap(facts):
        return welcome(len(rows), words)
    return "" if rows else words.t("Nothing is waiting for you today.")


def _ahead(rows: tuple[Meeting, ...], facts: Facts, words: Words) -> str:
    if not rows:
        return words.t("Nothing is planned yet.")
    return words.t("Next: {day}", day=day_words(rows[0].day, facts.today, words))


def _moved(rows: tuple[Move, ...], _facts: Facts, words: Words) -> str:
    return "" if rows else words.t("Nothing is written down for this week yet.")


def _questions(rows: tuple[Clarity, ...], _facts: Facts, words: Words) -> str:
    if not rows:
        return words.t(
            "Write down what you would like to know: notesync add question “What is it like to …?”"
        )
    decided = sum(row.state == "decided" for row in rows)
    asking = [row for row in rows if row.state in ASKING]
    heard = sum(bool(row.voices) for row in asking)
    parts = []
    if asking and not heard:
        parts.append(
            words.n(
                "Nothing is written down about your question yet.",
                "Nothing is written down about your {count} questions yet.",
                len(asking),
            )
        )
    elif asking:
        parts.append(
            words.n(
                "You have heard something on {heard} of {count} question.",
                "You have heard something on {heard} of {count} questions.",
                len(asking),
                heard=heard,
            )
        )
    if decided:
        parts.append(words.n("One is decided.", "{count} are decided.", decided))
    return " ".join(parts)


def _owing(rows: Owing, _facts: Facts, words: Words) -> str:
    owed = rows.thanks or rows.reports or rows.promises
    return "" if owed else words.t("You owe nobody anything.")


def _waiting(rows: tuple[Waiting, ...], facts: Facts, words: Words) -> str:
    if rows:
        return words.n("{count} answer is to come.", "{count} answers are to come.", len(rows))
    asked = any(True for _ in facts.episodes)
    return words.t("No answer is open.") if asked else words.t("You have asked nobody yet.")


def _expected(row: Expected, _facts: Facts, words: Words) -> str:
    parts = []
    if row.guessed:
        parts.append(
            words.n(
                "Of {count} answered ask you expected a yes from {expected}, and got one from "
                "{got}.",
                "Of {count} answered asks you expected a yes from {expected}, and got one from "
                "{got}.",
                row.guessed,
                expected=row.expected_yes,
                got=row.got_yes,
            )
        )
        if row.got_yes > row.expected_yes:
            parts.append(words.t("People are kinder than you thought."))
    if row.silent:
        parts.append(
            words.n(
                "{count} more stayed without an answer ({yes} where you expected a yes).",
                "{count} more stayed without an answer ({yes} where you expected a yes).",
                row.silent,
                yes=row.silent_expected_yes,
            )
        )
    if parts:
        return " ".join(parts)
    return words.t("When you ask, note what you expect: notesync ask NAME --expect yes")


def _funnel(row: Funnel, _facts: Facts, words: Words) -> str:
    if not row.remedy:
        if any(step.count < step.of for step in row.counts):
            return words.t("So few asks don't tell yet where it sticks.")
        return words.t("Nothing falls behind so far.")
    remedy = words.t(REMEDIES[row.remedy])
    if row.few:
        return words.t("{remedy} (Only a first impression, from a few asks.)", remedy=remedy)
    return remedy


def _snowball(row: Snowball, _facts: Facts, words: Words) -> str:
    if not row.talks:
        return words.t("Once you have talked with somebody, the names from there stand here.")
    names = words.n("{count} name", "{count} names", len(row.names))
    return words.n(
        "{names} from {count} conversation.",
        "{names} from {count} conversations.",
        row.talks,
        names=names,
    )


def _tree(row: Tree, facts: Facts, words: Words) -> str:
    if not row.chain:
        return words.t("Nobody has been named to you yet.")
    return words.t("The longest way: {chain}.", chain=" → ".join(facts.short_names(row.chain)))


def _reconnect(rows: Reconnect, _facts: Facts, words: Words) -> str:
    if rows.easy and rows.valuable:
        return words.t("Two easy messages first make the harder one more likely.")
    if rows.easy or rows.valuable:
        return words.t("Two lines are enough; nobody minds that it has been long.")
    return words.t("There is nobody you have lost sight of.")


def _coverage(rows: tuple[Target, ...], _facts: Facts, words: Words) -> str:
    if not rows:
        return words.t("Mark where you would like to work: notesync set NAME target=yes")
    return words.n(
        "You have talked with somebody at {reached} of {count} organization.",
        "You have talked with somebody at {reached} of {count} organizations.",
        len(rows),
        reached=sum(row.reached for row in rows),
    )


def _momentum(row: Momentum, _facts: Facts, words: Words) -> str:
    if not row.weeks:
        return words.t("Your first week begins with the first thing you do.")
    if not row.active:
        return words.t("These were quiet weeks. One line is enough, and the next one counts.")
    return words.n(
        "In motion in {active} of {count} week.",
        "In motion in {active} of {count} weeks.",
        row.weeks,
        active=row.active,
    )


def _confidence(row: Confidence, _facts: Facts, words: Words) -> str:
    if row.median is None:
        return words.t(
            "After a conversation, note before and after: notesync talk --confidence 2-4"
        )
    count = len(row.changes)
    change = f"{abs(row.median):g}".replace(".", "," if words.lang == "de" else ".")
    if row.median > 0:
        return words.n(
            "Your confidence rose by {change} in the last conversation.",
            "Your confidence mostly rose by {change} in the last {count} conversations.",
            count,
            change=change,
        )
    if row.median < 0:
        fell = words.n(
            "Your confidence fell by {change} in the last conversation.",
            "Your confidence mostly fell by {change} in the last {count} conversations.",
            count,
            change=change,
        )
        return f"{fell} " + words.t("That happens; perhaps somebody easier next?")
    return words.n(
        "Your confidence stayed where it was in the last conversation.",
        "Your confidence mostly stayed where it was in the last {count} conversations.",
        count,
    )


def _loop(row: Loop, _facts: Facts, words: Words) -> str:
    if row.since is None:
        return words.t(
            "Once you have decided or arrived, everyone who helped will be glad to hear of it."
        )
    if row.untold:
        return words.n(
            "{count} person who helped would be glad to hear what came of it.",
            "{count} people who helped would be glad to hear what came of it.",
            len(row.untold),
        )
    if row.told:
        return words.t("Everyone who helped knows what came of it.")
    return ""


def _give_back(row: GiveBack, _facts: Facts, words: Words) -> str:
    if not row.given and not row.introduced and not row.limit:
        return words.t("One day somebody will ask you. What you give then stands here.")
    given = words.n(
        "{count} conversation given this month.",
        "{count} conversations given this month.",
        row.this_month,
    )
    if not row.limit:
        return given
    if row.this_month >= row.limit:
        full = words.t("That is as much as you wanted; the next one may wait.")
        return f"{given} {full}"
    return f"{given} " + words.t("Your limit is {limit}.", limit=row.limit)


def _opportunities(row: Chances, _facts: Facts, words: Words) -> str:
    if not row.rows:
        return words.t("What comes up stands here: notesync add opportunity NAME --via NAME")
    if not row.dated:
        return ""
    return words.n(
        "{after} of {count} came after you had decided something.",
        "{after} of {count} came after you had decided something.",
        row.dated,
        after=row.after,
    )


# Each takes the rows of its view; the table is keyed by the view's name.
_FINDINGS: Mapping[str, Callable[[Any, Facts, Words], str]] = {
    "next": _next,
    "ahead": _ahead,
    "moved": _moved,
    "questions": _questions,
    "thanks": _owing,
    "waiting": _waiting,
    "expected": _expected,
    "steps": _funnel,
    "snowball": _snowball,
    "tree": _tree,
    "dormant": _reconnect,
    "coverage": _coverage,
    "momentum": _momentum,
    "confidence": _confidence,
    "loop": _loop,
    "give-back": _give_back,
    "opportunities": _opportunities,
}
