"""Take the samples of listing contacts: ours, and khard's of the same people as vCards.

Both have a folder beside the vault with at most `MOST` of its contacts and nothing else, made when
it is first asked for; that is not measured. Both print all of them.
"""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

from benchmarks.measure import YOUNG, Place, Sample, notesync, process
from benchmarks.vaults import ME

MOST = 2_500
CARD = """\
BEGIN:VCARD
VERSION:3.0
UID:{number}
FN:{name}
N:{last};{first};;;
ORG:{org}
TITLE:{role}
EMAIL:{email}
TEL;TYPE=work:{phone}
ADR;TYPE=work:;;;{city};;;
END:VCARD
"""
KHARD = """\
[addressbooks]
[[people]]
path = {folder}
"""
_FIELD = re.compile(r"^(org|role|city|email|phone): (.*)$", re.MULTILINE)
_MARKS = re.compile(r"[\[\]\"]")


def _contacts(place: Place) -> list[Path]:
    return sorted((place.folder / "Menschen").iterdir())[:MOST]


def ours(place: Place) -> Sample:
    """``notesync list contacts``, when the index is fresh."""
    own = Place(Path(f"{place.folder}.contacts"), MOST)
    if not own.folder.exists():
        people = own.folder / "Menschen"
        people.mkdir(parents=True)
        shutil.copyfile(place.folder / "notesync.toml", own.folder / "notesync.toml")
        (own.folder / "me.md").write_text(ME, encoding="utf-8")
        for note in _contacts(place):
            shutil.copy2(note, people)
        time.sleep(YOUNG)
        notesync(own, "status")
    return notesync(own, "list", "contacts")


def khard(place: Place) -> Sample:
    """``khard list``."""
    own = Path(f"{place.folder}.khard")
    if not own.exists():
        write_cards(place, own / "people")
        (own / "khard.conf").write_text(KHARD.format(folder=own / "people"), encoding="utf-8")
    return process("khard", "--config", own / "khard.conf", "list")[0]


def write_cards(place: Place, folder: Path) -> None:
    """Write each of them as a vCard."""
    folder.mkdir(parents=True)
    for number, note in enumerate(_contacts(place)):
        card = _card(number, note).replace("\n", "\r\n")
        (folder / f"{number}.vcf").write_bytes(card.encode())


def _card(number: int, note: Path) -> str:
    """A contact's fields as a vCard."""
    fields = dict.fromkeys(("org", "role", "city", "email", "phone"), "")
    fields |= {key: _MARKS.sub("", value) for key, value in _FIELD.findall(note.read_text("utf-8"))}
    first, _, last = note.stem.partition(" ")
    return CARD.format(number=number, name=note.stem, first=first, last=last, **fields)
