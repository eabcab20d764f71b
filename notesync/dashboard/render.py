"""Turn a Book into the text of the dashboard, for the file and for the server alike.

Jinja2 with autoescape and strict names; nothing from a vault is ever a template. The static file
carries its style inside and a policy that allows just that style, no script and no address; the
served page takes style and script from the server, whose headers carry the policy.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from notesync.dashboard.assets import asset
from notesync.dashboard.branches import LEGEND
from notesync.dashboard.build import build
from notesync.dashboard.gallery import gallery
from notesync.dashboard.motion import DAYS
from notesync.dashboard.page import Page
from notesync.dashboard.phrases import strong
from notesync.dashboard.pictures.drawing import number
from notesync.dashboard.pictures.evidence import initials
from notesync.dashboard.pictures.tree import FOLD_ABOVE, in_order, size
from notesync.dashboard.scene import Scene, scene
from notesync.errors import Problem
from notesync.notes.book import Book
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import Words

# Stands in the first lines of every file that is ours, and in no other.
MARKER = "notesync dashboard"
# Insights of a question that are shown before the rest folds.
SHOWN = 3


@cache
def static_policy() -> str:
    """The Content-Security-Policy of the file: its own style, and nothing else."""
    digest = b64encode(sha256(asset("style.css").encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def render(  # noqa: PLR0913 -- everything that the page depends on, and nothing else
    book: Book,
    *,
    today: date,
    calendar: Calendar,
    rhythm: Rhythm,
    words: Words,
    problems: Sequence[Problem] = (),
    vault_name: str = "",
    live: bool = False,
    footer: str = "",
) -> str:
    """The whole HTML page, a pure function of its arguments.

    Args:
        book: All notes; private ones stay out of the page.
        today: The day that it shows.
        calendar: Business days.
        rhythm: How long things take.
        words: The reader's language.
        problems: Those of our kinds of notes.
        vault_name: What stands in the page's title.
        live: True for the served page, which follows every save.
        footer: What the foot says of the last sync, in the reader's language; "" says that
            everything is on this device only.
    """
    seen = scene(
        book,
        today=today,
        calendar=calendar,
        rhythm=rhythm,
        words=words,
        problems=problems,
        vault_name=vault_name,
        live=live,
    )
    return render_page(build(seen), seen, footer=footer or words.t("Only on this device."))


def render_page(page: Page, seen: Scene, *, footer: str) -> str:
    """The whole HTML text of the overview.

    Args:
        page: What stands on it.
        seen: What it was made of.
        footer: What the foot says of the last sync.
    """
    return fill(
        "page.html",
        seen,
        page=page,
        here="/",
        footer=footer,
        shown=SHOWN,
        pictures=gallery(page, seen.words),
        legend=LEGEND,
        most_days=DAYS,
        folding=size(page.tree) > FOLD_ABOVE,
        in_order=in_order,
    )


def fill(template: str, seen: Scene, **values: object) -> str:
    """The whole HTML text of one of the pages.

    Args:
        template: Its file in ``templates/``.
        seen: What it was made of.
        values: What stands on it; all of them have ``page``, ``here`` and ``footer``.
    """
    phrases, words = seen.phrases, seen.words
    text = (
        _environment()
        .get_template(template)
        .render(
            words=words,
            t=phrases.t,
            n=phrases.n,
            names=phrases.names,
            person=phrases.person,
            month=phrases.month,
            moment=lambda day: phrases.moment(day, seen.today),
            org=lambda name: phrases.person(seen.places.organization(name)),
            strong=strong,
            number=number,
            initials=initials,
            today=seen.today,
            vault=seen.vault,
            live=seen.live,
            marker=MARKER,
            policy=static_policy(),
            style=Markup(asset("style.css")),  # noqa: S704 -- our own file
            **values,
        )
    )
    if seen.mask is not None:
        text = seen.mask.page(text)
    # Bytes of a file name that are no UTF-8 arrive as lone surrogates, which no page can hold.
    return text.encode("utf-8", "replace").decode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("notesync.dashboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
