"""The English phrasebook, put together from its tables."""

from __future__ import annotations

from notesync.letters.phrases.en.acts import ACTS
from notesync.letters.phrases.en.grammar import GRAMMAR
from notesync.letters.phrases.en.guards import GUARDS
from notesync.letters.phrases.en.kinds import KINDS
from notesync.letters.phrases.en.pleas import PLEAS
from notesync.letters.phrases.en.quality import QUALITY
from notesync.letters.phrases.phrasebook import Phrasebook

BOOK = Phrasebook("en", GRAMMAR, GUARDS, PLEAS, QUALITY, KINDS, ACTS)
