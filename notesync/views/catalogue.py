"""All views in one table: name, title, the question each answers, its definition, its function.

Commands, dashboard and docs use this one list. A view is a function of the facts of a day and gives
frozen rows; its definition is the one of method.md, "Views, in order of value", in words for the
user.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from notesync.notes.names import search_fold
from notesync.views.ahead import ahead
from notesync.views.confidence import confidence
from notesync.views.coverage import coverage
from notesync.views.expected import expected
from notesync.views.facts import Facts
from notesync.views.funnel import funnel
from notesync.views.give_back import give_back
from notesync.views.loop import loop
from notesync.views.momentum import momentum
from notesync.views.moved import moved
from notesync.views.next import next_steps
from notesync.views.opportunities import opportunities
from notesync.views.owing import owing
from notesync.views.questions import questions
from notesync.views.reconnect import reconnect
from notesync.views.snowball import snowball, tree
from notesync.views.steps import rows_of
from notesync.views.waiting import waiting
from notesync.words import N_


@dataclass(frozen=True, slots=True)
class View:
    """One view.

    Attributes:
        name: Its name in JSON and on the command line.
        german: Its German name on the command line.
        also: Other names that may be typed.
        title: What stands above it.
        question: Which question it answers.
        definition: What exactly it counts or lists.
        of: The function that derives it.
    """

    name: str
    german: str
    also: tuple[str, ...]
    title: str
    question: str
    definition: str
    of: Callable[[Facts], object]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may be typed for it."""
        return (self.name, self.german, *self.also)


VIEWS: tuple[View, ...] = (
    View(
        "next",
        "jetzt",
        ("now",),
        N_("Now"),
        N_("What do I do now?"),
        N_(
            "At most three steps, ordered by what waiting would cost with people. "
            "What rests, lies in a pause or before your start is never due."
        ),
        lambda facts: next_steps(rows_of(facts)),
    ),
    View(
        "ahead",
        "verabredet",
        (),
        N_("Ahead"),
        N_("Whom do I meet?"),
        N_("Planned conversations from today on."),
        ahead,
    ),
    View(
        "moved",
        "woche",
        ("week", "diese-woche"),
        N_("This week"),
        N_("Does anything move?"),
        N_("Asked, agreed, talked, insights, names, thanked and given in this calendar week."),
        moved,
    ),
    View(
        "questions",
        "fragen",
        ("clearer", "was-klarer-wird"),
        N_("What gets clearer"),
        N_("What is clearer?"),
        N_(
            "Per question the different people with an insight on it, each of them one voice: "
            "none open, one a first voice, two or more several voices; different views where two "
            "options each have a voice. Saturated when the last three conversations about it "
            "brought no new stance."
        ),
        questions,
    ),
    View(
        "thanks",
        "dank",
        ("promises", "versprochenes", "dank-und-versprochenes"),
        N_("Thanks and promises"),
        N_("Whom do I owe something?"),
        N_(
            "Conversations without a later thank-you, whoever hasn't heard yet how it went with "
            "somebody she named, and open promises, yours and those made to you."
        ),
        owing,
    ),
    View(
        "waiting",
        "wartet",
        ("noch-ohne-antwort",),
        N_("No answer yet"),
        N_("What is open, and from when may I do something?"),
        N_(
            "Asks without an answer, with the business days since, what may be done next, "
            "and from when."
        ),
        waiting,
    ),
    View(
        "expected",
        "erwartet",
        ("erwartet-und-erlebt",),
        N_("Expected and got"),
        N_("Are people kinder than I think?"),
        N_(
            "Of the answered asks with a guess: how often you guessed yes, and how often it was "
            "yes. Those without an answer are counted beside them."
        ),
        expected,
    ),
    View(
        "steps",
        "schritte",
        ("funnel", "vom-fragen-zum-dank"),
        N_("From asking to thanks"),
        N_("Where does it stick?"),
        N_(
            "By ask: asked, settled, yes, talked, at least one name, thanked in time; each of "
            "those that had the chance. Split by origin and by the wording of the last message "
            "before the answer. Below eight, counts and no percentages."
        ),
        funnel,
    ),
    View(
        "snowball",
        "namen",
        ("schneeball", "names", "namen-aus-gesprächen"),
        N_("Names from conversations"),
        N_("Does one conversation lead to the next?"),
        N_(
            "New people named in conversations that asked for information or met again, divided "
            "by those conversations. Names from a no are in the tree, not in this figure."
        ),
        snowball,
    ),
    View(
        "tree",
        "baum",
        ("wer-mich-zu-wem-führte",),
        N_("Who led me to whom"),
        N_("How far has it travelled?"),
        N_(
            "People of your own are generation 0; whoever was named is one more than whoever "
            "named her. Beside it the people whom you brought together."
        ),
        tree,
    ),
    View(
        "dormant",
        "eingeschlafen",
        ("reconnect", "lange-nicht-gesprochen", "not-for-long"),
        N_("Not spoken to for long"),
        N_("Whom did I forget?"),
        N_(
            "No contact both ways for a year. Valuable: not close, much experience, another "
            "industry, an organization or city that matters now, a topic of an open question. "
            "Easy: close or familiar, in touch in the last three years, said yes before."
        ),
        reconnect,
    ),
    View(
        "coverage",
        "wunschfirmen",
        ("firmen", "organizations"),
        N_("Organizations I would like"),
        N_("Which organizations are dark?"),
        N_(
            "Target organizations with at least one conversation, of all of them; each with "
            "how far you have come there."
        ),
        coverage,
    ),
    View(
        "momentum",
        "wochen",
        ("wochen-in-bewegung", "weeks"),
        N_("Weeks in motion"),
        N_("Am I in it?"),
        N_(
            "Weeks with something that you did, of the weeks since your start, at most the last "
            "eight. The current week counts once it has something; pauses are left out."
        ),
        momentum,
    ),
    View(
        "confidence",
        "zuversicht",
        (),
        N_("Confidence"),
        N_("Does it do me good?"),
        N_("The median of (after - before) over the last five conversations that say both."),
        confidence,
    ),
    View(
        "loop",
        "erzählen",
        ("wem-ich-noch-erzähle", "whom-to-tell"),
        N_("Whom I will tell"),
        N_("Who doesn't know yet what came of it?"),
        N_(
            "Everyone who talked with you or named somebody, and who of them has heard from you "
            "since you arrived, accepted or decided."
        ),
        loop,
    ),
    View(
        "give-back",
        "weitergeben",
        ("giving", "geschenkt"),
        N_("Passing it on"),
        N_("Do I pass it on?"),
        N_(
            "Conversations given this month beside your own limit, what else you gave, and whom "
            "you brought together. A list, not a score."
        ),
        give_back,
    ),
    View(
        "opportunities",
        "chancen",
        (),
        N_("Opportunities"),
        N_("What came of it?"),
        N_(
            "Opportunities by where they came from and through whom, and how many of them came "
            "after a decision."
        ),
        opportunities,
    ),
)


def view_named(typed: str) -> View | None:
    """The view that a typed name means, in either language; a beginning that fits one is enough."""
    wanted = _folded(typed)
    known = {_folded(name): view for view in VIEWS for name in (*view.names, view.title)}
    if wanted in known:
        return known[wanted]
    begun = {view.name: view for name, view in known.items() if wanted and name.startswith(wanted)}
    return next(iter(begun.values())) if len(begun) == 1 else None


def _folded(name: str) -> str:
    return search_fold(name).replace("-", "").replace("_", "").replace(" ", "")
