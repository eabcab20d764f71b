"""Turn the table of views into docs/views.md (`make docs`).

Questions and definitions are those that ``notesync view`` shows; the keys of the JSON documents are
described here, and a test holds them against the documents themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from notesync.views.catalogue import VIEWS, View
from notesync.views.funnel import REMEDIES
from notesync.words import Words
from notesync.workspace.speech import speak

PAGE = Path(__file__).parent / "views.md"
OPENING = """\
# Views

A view answers one question from your notes, for one day. `notesync view` lists them, `notesync view
NAME` shows one; a name may be typed in either language, and its beginning is enough. With
`--today DATE` a view speaks of any day, with `--json` it gives every figure together with the
people, days or notes behind it. [Status](concepts/next-step.md) and the
[dashboard](concepts/dashboard.md) are made of the same views.

Small numbers are told as what they are: below eight there are counts and no percentages. Nobody
gets a score.

The page is made from the table of views by `make docs`.
"""
EVERY = """\
## What every JSON document has

`schema`, the document's version; `view`, the view's name; `today`, the day of which it speaks; and
`text`, what it shows in a sentence of your language. Keys and codes are English and stay what they
are; days are ISO dates; people stand there by name. A key without a value is `null`.
"""
# View -> its keys, and what they say.
KEYS: Mapping[str, Mapping[str, str]] = {
    "next": {
        "steps": "`action`, `contact`, `org`, `date`, `reason` (codes), `late`, `owed`, `others`, "
        "`about`, and in words `what`, `why`, `text`",
        "paused": "whether you have a break today",
        "paused_until": "its last day",
    },
    "ahead": {
        "meetings": "`people`, `date`, `time`, `org`, `city`, `channel`, `kind`, `confirmed`, "
        "`path`; `confirm` are those with whom to confirm it now",
    },
    "moved": {
        "week": "the week, as `2026-W20`",
        "moves": "`kind` (`talked`, `agreed`, `referred`, `declined`, `asked`, `names`, "
        "`insights`, `thanked`, `given`), `date`, `contact`, `named`, `count`",
    },
    "questions": {
        "questions": "`question`, `text`, `state` (`open`, `hint`, `supported`, `contested`, "
        "`decided`, `dropped`), `voices`, `people`, `saturated`, `decision`, `decided`, `stances` "
        "(`option`, `for`, `against`), `insights` (`text`, `people`, `date`, `path`)",
    },
    "thanks": {
        "thanks": "`contact`, `org`, `talked`, `due`, `days_late`",
        "report_back": "`contact` who named somebody, `org`, `met`, `talked`, `due`",
        "promises": "`who` (`me`, `they`), `people`, `text`, `due`, `nudge`, `path`, `line`",
        "older": "the same, from before `started` in me.md; never due",
    },
    "waiting": {
        "waiting": "`contact`, `org`, `asked`, `business_days`, `next_action` (`broaden`, "
        "`remind`, `reply`, `ask`), `next_date`, `due`, `until`, `closes`",
    },
    "expected": {
        "guessed": "answered asks with a guess",
        "expected_yes": "of these, how often you guessed yes",
        "got_yes": "of these, how often it was yes",
        "silent": "asks with a guess that nobody answered",
        "silent_expected_yes": "of these, how often you guessed yes",
        "asks": "`contact`, `asked`, `expected`, `answer`, `yes`",
    },
    "steps": {
        "steps": "for each of `asked`, `settled`, `yes`, `talked`, `named`, `thanked`: `step`, "
        "`count`, `of` (how many had the chance), `percent` (`null` below eight)",
        "by_origin": "`origin` and its `steps`",
        "by_wording": "`lint` (`ok`, `weak`, `plea`, or empty where it wasn't checked) and its "
        "`steps`",
        "weakest": "the step to which the smallest part came, or `null`",
        "few": "whether that is a first impression, from fewer than eight",
        "remedy": "what helps: " + ", ".join(f"`{code}`" for code in REMEDIES),
        "remedy_text": "the same in words",
    },
    "snowball": {
        "names_per_talk": "with two digits; `null` without conversations",
        "talks": "conversations that may lead to names",
        "names": "`contact`, `by`, `date`",
    },
    "tree": {
        "generations_listed": "the deepest generation",
        "generations_reached": "the deepest with whom you have talked",
        "chain": "the longest way, by name",
        "people": "`contact`, `generation`, `by`, `met`; everybody behind whoever named her",
        "alone": "people of your own who have named nobody yet",
        "introduced": "whom you brought together: `contact`, `others`, `date`",
    },
    "dormant": {
        "easy": "`contact`, `org`, `last_contact`, `long` (three years or more), and the reasons "
        "under `easy` and `valuable`, each with `reason` (a code), `about`, `text`",
        "valuable": "the same people as far as they are valuable, in that order",
    },
    "coverage": {
        "reached": "target organizations with at least one conversation",
        "targets": "target organizations",
        "organizations": "`organization`, `state` (`none`, `listed`, `asked`, `talked`, `voices`: "
        "two people or more), `motivation`, `people`",
    },
    "momentum": {
        "active_weeks": "weeks with something that you did",
        "weeks": "of so many",
        "each": "`week`, `active`",
    },
    "confidence": {
        "median": "the median of the changes; `null` without any",
        "talks": "`people`, `date`, `before`, `after`, `path`",
    },
    "loop": {
        "since": "the day from which there is something to tell",
        "because": "`arrived`, `accepted`, `decided`, or `null`",
        "about": "what was accepted or decided",
        "helped": "how many helped",
        "told": "those who know: `contact`, `org`, `how` (`talked`, `referred`), `date`, `told`",
        "untold": "those who don't know yet",
    },
    "give-back": {
        "this_month": "conversations given in this calendar month",
        "limit": "`give_limit` in me.md",
        "given": "`kind` (`talk`, `gave`), `people`, `date`, `text`",
        "introduced": "whom you brought together: `contact`, `others`, `date`",
    },
    "opportunities": {
        "opportunities": "`opportunity`, `org`, `source`, `via`, `stage`, `date`, `since`, "
        "`after_decision`",
        "by_source": "`source`, `count`",
        "by_via": "`contact`, `count`",
        "after_decision": "how many came on the day of a decision of yours or later",
        "dated": "of so many that have a date",
    },
}


def page() -> str:
    """The whole page, as Markdown; titles in both languages."""
    german = speak("de")
    parts = [OPENING, *(_entry(view, german) for view in VIEWS), EVERY]
    return "\n".join(parts)


def _entry(view: View, german: Words) -> str:
    others = ", ".join(f"`{name}`" for name in view.names[1:])
    keys = "".join(f"- `{key}`: {about}\n" for key, about in KEYS[view.name].items())
    return (
        f"## {view.name}\n\n"
        f"**{view.title}** · {german.t(view.title)} · {view.question}\n\n"
        f"{view.definition}\n\n"
        f"Also called {others}. In JSON:\n\n{keys}"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
