"""The greeting after a gap promises no more steps than follow."""

from notesync.views.catalogue import VIEWS
from notesync.views.findings import finding
from notesync.views.welcome import WELCOMES
from notesync.words import ENGLISH
from tests.views.vault import facts_of

TALKED = "=== contacts/{name}\n## Log\n- 2026-04-10 talked\n- 2026-04-11 thanked\n"
BEGUN = "".join(f"=== contacts/{name}\n## Log\n- 2026-04-20 asked\n- 2026-04-21 declined\n"
                for name in ("Chris", "Dora", "Emil", "Frieda"))  # fmt: skip


def greeted(text: str) -> tuple[str, int]:
    facts = facts_of("=== questions/Q\n" + BEGUN + text, "2026-06-30")
    view = next(view for view in VIEWS if view.name == "next")
    rows = view.of(facts)
    assert isinstance(rows, tuple)
    return finding("next", rows, facts, ENGLISH), len(rows)


def test_it_counts_the_steps_below_it() -> None:
    people = [TALKED.format(name=name) for name in ("Anna", "Ben", "Gül")]
    found = [greeted("".join(people[:count])) for count in range(len(people) + 1)]
    assert [count for _, count in found] == [1, 1, 2, 2]
    assert [text for text, _ in found] == [WELCOMES[count] for _, count in found]
