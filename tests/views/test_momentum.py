from notesync.views.momentum import gap, momentum
from tests.views.vault import facts_of


def weeks(log: str, today: str, more: str = "") -> tuple[int, int]:
    found = momentum(facts_of(f"=== contacts/Anna\n## Log\n{log}\n{more}", today))
    return found.active, found.weeks


START = "=== me\n---\nstarted: 2026-04-20\n---\n"


def test_the_current_week_counts_only_once_it_is_active() -> None:
    log = "- 2026-04-22 asked\n- 2026-04-29 thanked"
    assert weeks(log, "2026-04-26", START) == (1, 1)
    assert weeks(log, "2026-04-28", START) == (1, 1)
    assert weeks(log, "2026-04-29", START) == (2, 2)
    assert weeks(log, "2026-05-06", START) == (2, 2)
    assert weeks(log, "2026-05-11", START) == (2, 3)


def test_what_others_do_makes_no_week_active() -> None:
    for verb in ("replied", "agreed", "declined", "received", "note", "rests"):
        assert weeks(f"- 2026-04-22 {verb}", "2026-04-26", START) == (0, 0), verb
    for verb in ("asked", "wrote", "thanked", "gave", "introduced", "talked"):
        assert weeks(f"- 2026-04-22 {verb}", "2026-04-26", START) == (1, 1), verb


def test_decisions_and_applications_are_acts_too() -> None:
    decided = "=== questions/Work\n---\ndecided: 2026-04-22\n---\n"
    applied = "=== opportunities/Posting\n---\napplied: 2026-04-22\n---\n"
    assert weeks("", "2026-04-26", START + decided) == (1, 1)
    assert weeks("", "2026-04-26", START + applied) == (1, 1)


def test_at_most_the_last_eight_weeks_are_shown() -> None:
    assert weeks("- 2026-04-22 asked", "2026-07-06", START) == (0, 8)


def test_weeks_of_a_pause_are_left_out() -> None:
    pause = "=== me\n---\nstarted: 2026-04-20\npaused: 2026-04-27..2026-05-10\n---\n"
    assert weeks("- 2026-04-22 asked\n- 2026-05-12 asked", "2026-05-12", pause) == (2, 2)


def test_without_a_start_the_first_act_is_it() -> None:
    assert weeks("- 2026-04-22 asked", "2026-05-04") == (1, 2)
    assert weeks("", "2026-05-04") == (0, 0)


def test_however_long_ago_the_first_act_was_it_is_the_start() -> None:
    log = "- 2025-11-04 asked\n- 2025-11-05 agreed\n- 2026-05-04 asked"
    assert weeks(log, "2026-05-05") == (1, 8)
    assert weeks("- 2025-11-05 asked\n- 2025-11-12 replied", "2026-05-05") == (0, 8)


def test_a_long_pause_lets_older_weeks_count() -> None:
    pause = "=== me\n---\npaused: 2026-01-05..2026-04-26\n---\n"
    log = "- 2025-12-09 asked\n- 2025-12-16 wrote\n- 2026-04-28 asked"
    assert weeks(log, "2026-05-03", pause) == (3, 5)


def test_each_week_says_whether_it_was_active() -> None:
    found = momentum(facts_of("=== contacts/Anna\n## Log\n- 2026-04-22 asked", "2026-05-04"))
    assert [(str(monday), active) for monday, active in found.mondays] == [
        ("2026-04-20", True),
        ("2026-04-27", False),
    ]


def test_a_gap_is_four_weeks_without_any_event() -> None:
    def weeks_since(today: str, more: str = "") -> int:
        return gap(facts_of("=== contacts/Anna\n## Log\n- 2026-05-04 replied\n" + more, today))

    assert weeks_since("2026-05-31") == 0
    assert weeks_since("2026-06-01") == 4
    assert weeks_since("2026-06-01", "=== me\n---\npaused: 2026-05-20..2026-06-10\n---") == 0
    assert gap(facts_of("=== contacts/Anna", "2026-06-01")) == 0
