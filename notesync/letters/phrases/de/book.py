"""The German phrasebook, put together from its tables."""

from __future__ import annotations

from notesync.letters.phrases.de.acts import ACTS
from notesync.letters.phrases.de.grammar import GRAMMAR
from notesync.letters.phrases.de.guards import GUARDS
from notesync.letters.phrases.de.kinds import KINDS
from notesync.letters.phrases.de.pleas import PLEAS
from notesync.letters.phrases.de.quality import QUALITY
from notesync.letters.phrases.phrasebook import Phrasebook

BOOK = Phrasebook("de", GRAMMAR, GUARDS, PLEAS, QUALITY, KINDS, ACTS)
