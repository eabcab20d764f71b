"""Turn a step into words: what to do, why, and both in one sentence.

Names stand apart from what is done, so that neither language has to bend them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from notesync.views.facts import Facts
from notesync.views.steps import Step
from notesync.words import N_, Words

# Action -> what to do, beside the person's name. `{when}` is the step's date.
ACTIONS: Mapping[str, str] = {
    "thank": N_("say thank you"),
    "keep_promise": N_("keep a promise"),
    "confirm": N_("confirm the conversation"),
    "prepare": N_("prepare the conversation"),
    "did_it_happen": N_("Did it happen?"),
    "debrief": N_("write down what stays"),
    "reply": N_("answer"),
    "report_back": N_("tell how it went"),
    "ask": N_("ask for a conversation"),
    "remind": N_("ask once more, another way"),
    "broaden": N_("ask someone else there too"),
    "find_evidence": N_("ask about “{about}”"),
    "nudge": N_("ask how it is going"),
    "keep_in_touch": N_("say hello"),
    "reconnect": N_("write again"),
    "start": N_("ask for 20 minutes"),
}
# What one owes to somebody, told apart from what one may do.
OWED = frozenset(
    {"thank", "keep_promise", "confirm", "prepare", "did_it_happen", "reply", "debrief"}
)
# What differs from that, by (action, reason).
SPECIAL: Mapping[tuple[str, str], str] = {
    ("start", "five_names"): N_("Write down five names of people you know"),
    ("start", "one_question"): N_("Write down one question that you want to get clear about"),
}
# Reason -> why.
REASONS: Mapping[str, str] = {
    "talked": N_("talked {when}"),
    "promised": N_("promised for {when}: {about}"),
    "planned": N_("planned for {when}"),
    "today": N_("you meet today"),
    "day_passed": N_("planned for {when}"),
    "replied": N_("wrote to you {when}"),
    "met": N_("you met {others}"),
    "named": N_("named by {others}"),
    "no_answer": N_("asked {when}, no answer yet"),
    "no_answer_yet": N_("asked {when}, no answer yet"),
    "open_question": N_("still open"),
    "they_promised": N_("promised for {when}: {about}"),
    "cadence": N_("last contact {when}"),
    "dormant": N_("last contact {when}"),
    "easy": N_("two lines are enough"),
    "five_names": N_("from three parts of your life, if you can: notesync seed"),
    "one_question": N_('it is what you will ask about: notesync add question "…"'),
    "easiest": N_("the easiest one first"),
}


def label(step: Step, facts: Facts, words: Words) -> str:
    """What to do: ``say thank you by tomorrow``."""
    if special := SPECIAL.get((step.action, step.reason)):
        return words.t(special)
    if step.action == "thank" and not step.late and step.day:
        if step.day <= facts.today:
            return words.t("say thank you today")
        return words.t("say thank you, by {when}", when=day_words(step.day, facts.today, words))
    if step.action == "broaden" and not facts.org(step.contact):
        return words.t("ask someone else who knows")
    if step.action == "start" and not step.contact:
        return words.t("Ask one of them for 20 minutes")
    return words.t(ACTIONS[step.action], about=step.about)


def reason(step: Step, facts: Facts, words: Words) -> str:
    """Why: ``talked today``."""
    when = step.since or step.day
    if step.reason == "dormant" and when is None:
        return words.t("it has been long")
    if step.reason == "named" and not step.others:
        return words.t("named to you")
    if step.action == "broaden" and step.others:
        others = join(facts.names(step.others)[:2], words)
        asked = day_words(when, facts.today, words) if when else ""
        return words.t("no answer since {when}; perhaps {others}", when=asked, others=others)
    return words.t(
        REASONS[step.reason],
        when=day_words(when, facts.today, words) if when else "",
        others=join(facts.short_names(step.others), words),
        about=step.about,
    )


def sentence(step: Step, facts: Facts, words: Words) -> str:
    """Both, with the name: ``Jonas Kessler: say thank you, by tomorrow (talked today)``."""
    what, why = label(step, facts, words), reason(step, facts, words)
    if step.contact in facts.people:
        name = facts.people[step.contact].name
        return words.t("{name}: {what} ({why})", name=name, what=what, why=why)
    return words.t("{what} ({why})", what=what, why=why)


def day_words(day: date, today: date, words: Words) -> str:
    """A day as one says it: today, yesterday, tomorrow, or the date."""
    near = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}.get((day - today).days)
    return words.t(near) if near else words.day(day, today)


def join(names: Sequence[str], words: Words) -> str:
    """``Anna``, ``Anna and Ben``, ``Anna, Ben and Cem``."""
    if len(names) <= 1:
        return "".join(names)
    first, last = ", ".join(names[:-1]), names[-1]
    return words.t("{first} and {last}", first=first, last=last)
