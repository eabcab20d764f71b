"""How to start a module of this very program once more, in a process of its own.

The folder in which the user stands is no place to look for modules: it may be a vault, and a vault
that somebody else has written to may hold a ``json.py``. So ``python -m``, which looks there before
anywhere else, is not used.
"""

from __future__ import annotations

import sys
from pathlib import Path

import notesync

# Our package is looked for last in the place where this process has it: then it is found however
# it was installed, and nothing beside it comes before the standard library.
_START = (
    "import runpy, sys; sys.path.append(sys.argv.pop(1));"
    " runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)


def program(module: str) -> tuple[str, ...]:
    """The command that runs a module of the package as a program; its arguments are to follow."""
    package = Path(notesync.__file__).parent
    return (sys.executable, "-P", "-c", _START, str(package.parent), module)
