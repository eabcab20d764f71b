"""Take the samples of programs that make something of every note as well: notmuch, recoll, hugo.

Each gets the same texts beside the vault, in the form that it reads: notmuch as mail, with no more
header than a mail needs. That is written when it is first asked for and not measured; every sample
begins without the program's own files, as a cold index does.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from benchmarks.measure import Place, Sample, process
from benchmarks.tasks import files

MAIL = """\
From: Petra <petra@example.org>
Subject: {subject}
Date: Fri, 29 May 2026 12:00:00 +0200
Message-ID: <{number}@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

"""
NOTMUCH = """\
[database]
path={folder}
[user]
name=Petra
primary_email=petra@example.org
[new]
tags=
"""
RECOLL = "topdirs = {folder}\nskippedNames+ = .notesync\nloglevel = 1\n"
# Nothing but a page for each note: no lists, feeds, maps or taxonomies.
HUGO = {
    "baseURL": "https://example.org/",
    "disableKinds": ["taxonomy", "term", "section", "home", "RSS", "sitemap", "robotsTXT", "404"],
    "buildFuture": True,
}
LAYOUT = "<!doctype html><title>{{ .File.BaseFileName }}</title>{{ .Content }}\n"


def beside(place: Place, program: str) -> Path:
    """The folder in which a program has its own."""
    return Path(f"{place.folder}.{program}")


def notmuch(place: Place) -> Sample:
    """``notmuch new``."""
    own = beside(place, "notmuch")
    if not own.exists():
        write_mail(place.folder, own / "mail")
        (own / "config").write_text(NOTMUCH.format(folder=own / "mail"), encoding="utf-8")
    shutil.rmtree(own / "mail" / ".notmuch", ignore_errors=True)
    return process("notmuch", f"--config={own / 'config'}", "new", "--quiet")[0]


def write_mail(folder: Path, mail: Path) -> None:
    """Write every note as a mail, in the same folders."""
    for number, note in enumerate(files(folder)):
        file = mail / note.relative_to(folder).with_suffix(".eml")
        file.parent.mkdir(parents=True, exist_ok=True)
        subject = re.sub(r"[^\x20-\x7e]", "", note.stem)  # a mail's header is ASCII
        file.write_bytes(MAIL.format(subject=subject, number=number).encode() + note.read_bytes())


def recoll(place: Place) -> Sample:
    """``recollindex`` of the vault itself."""
    own = beside(place, "recoll")
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir()
    (own / "recoll.conf").write_text(RECOLL.format(folder=place.folder), encoding="utf-8")
    return process("recollindex", "-c", own)[0]


def hugo(place: Place) -> Sample:
    """``hugo``: a page of HTML for each note."""
    own = beside(place, "hugo")
    if not own.exists():
        layouts = own / "layouts" / "_default"
        layouts.mkdir(parents=True)
        (layouts / "single.html").write_text(LAYOUT, encoding="utf-8")
        (own / "config.json").write_text(json.dumps(HUGO), encoding="utf-8")
        skipped = shutil.ignore_patterns(".*", "*.html", "*.toml")
        shutil.copytree(place.folder, own / "content", ignore=skipped)
    for made in ("public", "resources"):
        shutil.rmtree(own / made, ignore_errors=True)
    return process("hugo", "--quiet", "--source", own)[0]
