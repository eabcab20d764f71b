"""Turns NOTESYNC_TEST into how much is tested: nothing for every day, `long` for the whole.

Under `long`, tests marked so run too, and every property is tried on many more examples.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

LONG = os.environ.get("NOTESYNC_TEST") == "long"

# No deadline and no check for slowness: a busy machine must never fail a test.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)

settings.register_profile("default", parent=PATIENT, max_examples=200)
settings.register_profile("long", parent=PATIENT, max_examples=5000)
settings.load_profile("long" if LONG else "default")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what is marked `long`, unless asked for, and lets pytest say how many."""
    if LONG:
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
