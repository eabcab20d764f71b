"""A conversation told in one line, and the note that holds it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notesync.workspace import dates, learning, talks
from notesync.workspace.learning import Learned
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Plan
from notesync.workspace.talks import Told
from tests.workspace.places import done, files, opened, text, write

CARLA = "---\norg: Elbgrün\n---\n\n## Log\n\n- 2026-04-28 agreed for:2026-05-12\n"
ENERGY = "---\noptions: [yes, not yet]\n---\n"
B2B = "---\noptions: [B2B, B2C]\n---\n"
VAULT: dict[str, str | bytes] = {
    "contacts/Carla Voigt.md": CARLA,
    "questions/Energy.md": ENERGY,
    "questions/B2B or B2C.md": B2B,
    "questions/Abroad.md": "Really?\n",
}
PLANNED = """\
---
# made by hand
date: 2026-05-12
people: [Carla Voigt]
state: planned  # by phone?
weather: rain
---

Bring the tea tin.
"""


def talk(workspace: Workspace, *people: str, **told: object) -> Plan:
    found = [workspace.find(name, "contact") for name in people]
    return done(workspace, talks.plan(workspace, found, Told(**told)))  # type: ignore[arg-type]  # as `talk` has them


def test_a_conversation_becomes_a_note_with_everything_in_its_place(tmp_path: Path) -> None:
    write(tmp_path, VAULT)
    with opened(tmp_path) as workspace:
        plan = talk(
            workspace,
            "Carla",
            at="17:30",
            by="Telefon",
            minutes="35",
            city="Hamburg",
            named=("Nora Lind",),
            learned=(
                Learned("Nobody wakes up wanting it", "Energy"),
                Learned("She asks back"),
                Learned("A year and a half", "B2B", ("+b2b",)),
                Learned("The law is faster", "energy", ("-not",)),
            ),
            promises=("send the article until 20.5.", "they: introduce Nora"),
            confidence="3-4",
        )
        (held,) = [c for c in workspace.everything.conversations if c.noted]
    note = text(tmp_path, "conversations/2026-05-12 Carla Voigt.md")
    head, _, rest = note.partition("id: ")
    assert head == (
        '---\ntype: conversation\ndate: 2026-05-12\ntime: "17:30"\n'
        'people: ["[[Carla Voigt]]"]\nchannel: phone\nminutes: 35\ncity: Hamburg\n'
        'named: ["[[Nora Lind]]"]\n'
        "confidence_before: 3\nconfidence_after: 4\ncreated: 2026-05-12\n"
    )
    assert rest.partition("\n")[2] == (
        "---\n\n## Learned\n\n- She asks back\n\n"
        "### [[Energy]]\n\n- Nobody wakes up wanting it\n"
        '- The law is faster [[Energy]] -"not yet"\n\n'
        "### [[B2B or B2C]]\n\n- A year and a half [[B2B or B2C]] +B2B\n\n"
        "## Promises\n\n- [ ] me: send the article 📅 2026-05-20\n- [ ] they: introduce Nora\n"
    )
    assert [(i.question, i.stances) for i in held.insights] == [
        ("", ()),
        ("questions/Energy.md", ()),
        ("questions/Energy.md", (("-", "not yet"),)),
        ("questions/B2B or B2C.md", (("+", "B2B"),)),
    ]
    assert [(p.who, p.due) for p in held.promises] == [("me", "2026-05-20"), ("they", "")]
    assert held.named == ("contacts/Nora Lind.md",)
    assert plan.next == "New in your notes: Nora Lind. Thank Carla Voigt by tomorrow."


def test_a_planned_conversation_is_completed_and_not_doubled(tmp_path: Path) -> None:
    write(tmp_path, {**VAULT, "conversations/2026-05-12 Carla.md": PLANNED})
    with opened(tmp_path) as workspace:
        talk(
            workspace,
            "Carla",
            by="phone",
            learned=(Learned("Wait", "Energy"), Learned("Plain")),
            promises=("call",),
        )
    assert text(tmp_path, "conversations/2026-05-12 Carla.md") == PLANNED.replace(
        "state: planned", "channel: phone\nstate: held"
    ) + ("\n## Learned\n\n- Plain\n\n### [[Energy]]\n\n- Wait\n\n## Promises\n\n- [ ] me: call\n")
    assert len(files(tmp_path)) == len(VAULT) + 1


@pytest.mark.parametrize(
    ("planned", "happened", "same"),
    [
        ("2026-05-05", "2026-05-12", True),  # a week late
        ("2026-05-14", "2026-05-12", True),  # two days early
        ("2026-03-01", "2026-05-12", False),  # long past
        ("2026-06-10", "2026-05-12", False),  # another one, next month
    ],
)
def test_a_conversation_on_another_day_than_planned(
    tmp_path: Path, planned: str, happened: str, *, same: bool
) -> None:
    note = f'---\ndate: {planned}\npeople: ["[[Carla Voigt]]"]\nstate: planned\n---\n'
    write(tmp_path, {**VAULT, f"conversations/{planned} Carla Voigt.md": note})
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", on=happened)
        states = {str(c.day): c.state for c in workspace.everything.conversations if c.noted}
    assert states == ({happened: "held"} if same else {planned: "planned", happened: ""})
    assert (tmp_path / f"conversations/{happened} Carla Voigt.md").exists()


def test_what_is_added_later_goes_where_it_belongs(tmp_path: Path) -> None:
    write(tmp_path, VAULT)
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", learned=(Learned("One", "Energy"),))
        talk(workspace, "Carla", learned=(Learned("Two", "B2B"), Learned("Three", "Energy")))
        talk(workspace, "Carla", named=("Nora Lind",))
        talk(workspace, "Carla", named=("Nora Lind", "Falk Berger"))
        (held,) = [c for c in workspace.everything.conversations if c.noted]
    assert text(tmp_path, held.path).endswith(
        "## Learned\n\n### [[Energy]]\n\n- One\n- Three\n\n### [[B2B or B2C]]\n\n- Two\n"
    )
    assert held.named == ("contacts/Nora Lind.md", "contacts/Falk Berger.md")


def test_several_people_are_in_one_conversation(tmp_path: Path) -> None:
    write(tmp_path, {**VAULT, "contacts/Nora Lind.md": ""})
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", "Nora")
        (held,) = [c for c in workspace.everything.conversations if c.noted]
    assert held.path == "conversations/2026-05-12 Carla Voigt, Nora Lind.md"
    assert held.people == ("contacts/Carla Voigt.md", "contacts/Nora Lind.md")


@pytest.mark.parametrize(("state", "kept"), [("cancelled", "cancelled"), ("no-show", "no-show")])
def test_a_planned_conversation_that_was_not_held(tmp_path: Path, state: str, kept: str) -> None:
    write(tmp_path, {**VAULT, "conversations/2026-05-12 Carla.md": PLANNED})
    with opened(tmp_path, date(2026, 5, 13)) as workspace:
        talk(workspace, "Carla", state=state)
    assert text(tmp_path, "conversations/2026-05-12 Carla.md") == PLANNED.replace(
        "state: planned", f"state: {kept}"
    )


def test_a_conversation_can_be_planned(tmp_path: Path) -> None:
    write(tmp_path, VAULT, 'lang = "de"\n')
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", on="Mi 12:30", state="planned", kind="Wiedersehen")
    note = text(tmp_path, "Gespräche/2026-05-13 Carla Voigt.md")
    assert note.startswith(
        '---\ntype: Gespräch\ndate: 2026-05-13\ntime: "12:30"\npeople: ["[[Carla Voigt]]"]\n'
        "kind: Wiedersehen\nstate: geplant\n"
    )


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"on": "2026-05-20"}, talks.StillToCome),
        ({"on": "soon"}, dates.NotADay),
        ({"at": "noon"}, dates.NotATime),
        ({"minutes": "long"}, talks.NotMinutes),
        ({"confidence": "2-7"}, talks.BadConfidence),
        ({"learned": (Learned("x", "Q5"),)}, learning.UnknownQuestion),
        ({"learned": (Learned("x", "Energy", ("+B2B",)),)}, learning.UnknownStance),
        ({"learned": (Learned("x", "Abroad", ("+yes",)),)}, learning.NoOptions),
        ({"learned": (Learned("x", "", ("+B2B",)),)}, learning.LooseStance),
    ],
)
def test_what_can_not_be_meant_writes_nothing(
    tmp_path: Path, told: dict[str, object], error: type[Exception]
) -> None:
    write(tmp_path, VAULT)
    before = files(tmp_path)
    with opened(tmp_path) as workspace, pytest.raises(error):
        talk(workspace, "Carla", named=("Somebody New",), **told)
    assert files(tmp_path) == before


def test_promises_are_written_as_the_vault_writes_them(tmp_path: Path) -> None:
    old = "---\ndate: 2026-05-01\npeople: Carla Voigt\n---\n\n- [ ] me: call [due:: 2026-05-03]\n"
    write(tmp_path, {**VAULT, "conversations/2026-05-01 Carla.md": old})
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", promises=("sie: ruft an bis Freitag", "send it by email"))
    note = text(tmp_path, "conversations/2026-05-12 Carla Voigt.md")
    assert note.endswith("- [ ] they: ruft an [due:: 2026-05-15]\n- [ ] me: send it by email\n")


def test_a_vault_with_crlf_gets_notes_with_crlf(tmp_path: Path) -> None:
    carla = CARLA.replace("\n", "\r\n")
    write(tmp_path, {"contacts/Carla Voigt.md": carla})
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", learned=(Learned("One"),))
    note = (tmp_path / "conversations/2026-05-12 Carla Voigt.md").read_bytes()
    assert note.count(b"\n") == note.count(b"\r\n") > 8


def test_a_conversation_that_was_called_off_makes_room_for_another(tmp_path: Path) -> None:
    write(tmp_path, {**VAULT, "conversations/2026-05-12 Carla Voigt.md": PLANNED})
    with opened(tmp_path) as workspace:
        talk(workspace, "Carla", state="cancelled")
        plan = talk(workspace, "Carla", on="today")
        assert plan.note == "conversations/2026-05-12 Carla Voigt 2.md"
        states = {c.path: c.state for c in workspace.everything.conversations if c.noted}
    assert states == {
        "conversations/2026-05-12 Carla Voigt.md": "cancelled",
        "conversations/2026-05-12 Carla Voigt 2.md": "",
    }


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("today", "Thank Carla Voigt by tomorrow."),
        ("yesterday", "Thank Carla Voigt today."),
        ("2026-05-01", "A thank-you to Carla Voigt is still welcome."),
    ],
)
def test_thanks_are_said_in_time(tmp_path: Path, on: str, said: str) -> None:
    write(tmp_path, VAULT)
    with opened(tmp_path) as workspace:
        assert talk(workspace, "Carla", on=on).next == said
        assert talk(workspace, "Carla", on=on, kind="give-back").next == ""


def test_whoever_was_thanked_since_is_not_to_be_thanked_again(tmp_path: Path) -> None:
    write(tmp_path, {**VAULT, "contacts/Carla Voigt.md": f"{CARLA}- 2026-05-02 thanked\n"})
    with opened(tmp_path) as workspace:
        assert talk(workspace, "Carla", on="2026-05-01").next == ""
        assert talk(workspace, "Carla", on="2026-05-02").next == ""
        assert "still welcome" in talk(workspace, "Carla", on="2026-05-03").next
