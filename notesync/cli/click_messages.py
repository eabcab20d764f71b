"""What click says by itself, collected for our catalogs, so that it speaks the user's language too.

Click asks the standard library's gettext, which follows the locale alone. Within `speaking` it is
led to our catalogs and to the language that the user wished for; click's own English stays where a
message (of a version yet to come) isn't listed here.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from notesync.words import N_, NN_, Words
from notesync.workspace.speech import DOMAIN, catalogs, chain

MESSAGES = (
    N_("Options"),
    N_("Commands"),
    N_("Usage:"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such option: {name}"),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Argument {name!r} takes {nargs} values."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Choose from:\n\t{choices}"),
    N_("env var: {var}"),
    N_("default: {default}"),
    N_("Shell completion is not supported for Bash versions older than 4.4."),
    N_("Couldn't detect Bash version, shell completion is not supported."),
)
COUNTED = (
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
# What stands for a value in a command's usage and in front of an option's help.
PLACES = (
    N_("[OPTIONS]"),
    N_("[COMMAND] [ARGS]..."),
    N_("COMMAND [ARGS]..."),
    N_("NAME VERB [TEXT]"),
    N_("SENTENCE"),
    N_("CIRCLE"),
    N_("[WEEK]"),
    N_("KIND NAME"),
    N_("NAME..."),
    N_("NAME…"),
    N_("[NAME]"),
    N_("[NAME]..."),
    N_("[WORDS]..."),
    N_("[FOLDER]"),
    N_("[VIEW]..."),
    N_("[KIND]"),
    N_("KIND"),
    N_("[FILE|-]"),
    N_("FILE"),
    N_("NOTE"),
    N_("BASE"),
    N_("OURS"),
    N_("THEIRS"),
    N_("[PATH]"),
    N_("FILE|-"),
    N_("QUESTION"),
    N_("OPTION..."),
    N_("TEXT..."),
    N_("OLD"),
    N_("NEW"),
    N_("NEW..."),
    N_("KEY=VALUE…"),
    N_("KEY=VALUE"),
    N_("CHANNEL"),
    N_("DATE"),
    N_("TIME"),
    N_("DIR"),
    N_("FOLDER"),
    N_("KEY"),
    N_("LANG"),
    N_("NAME"),
    N_("TEXT"),
    N_("WHEN"),
    N_("yes|no"),
)


@contextmanager
def speaking(words: Words) -> Iterator[None]:
    """Let click speak like `words`; gettext is told by LANGUAGE, its own way to choose."""
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(catalogs()))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = ":".join(chain(words.lang, words.form))
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
