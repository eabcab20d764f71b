"""The method's timing rules as one value, with their defaults.

Source: method.md, "Timing rules". All can be set in notesync.toml under ``[rhythm]``.
"""

from __future__ import annotations

from typing import NamedTuple


class Rhythm(NamedTuple):
    """How long things take. Business days where said, else calendar days or weeks."""

    broaden: int = 3  # business days after an unanswered ask
    remind: int = 7  # business days after the ask
    no_reply: int = 7  # business days after the reminder
    no_reply_unreminded: int = 14  # business days after an ask without a reminder
    confirm: int = 1  # business days before a planned conversation
    thanks: int = 1  # days after the conversation
    promise: int = 7  # days, for a promise of mine without a date
    nudge: int = 3  # business days after the date of their promise
    ask_named: int = 7  # days after being named
    report_back: int = 7  # days after the conversation with the named person
    ask_again: int = 26  # weeks after "no reply"
    dormant: int = 365  # days since the last two-way contact
    long_dormant: int = 3  # years since the last two-way contact
    cadence_close: int = 4  # weeks
    cadence_familiar: int = 12  # weeks
    cadence_loose: int = 26  # weeks
