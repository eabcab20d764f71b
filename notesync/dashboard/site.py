"""Turn an address into one of the served pages; what is not in the table of addresses is not there.

Addresses are looked up whole among those of everybody and everything in the notes. None is ever
taken apart, joined to a path or opened as a file.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property

from notesync.dashboard.build import build
from notesync.dashboard.organization_page import organization_page
from notesync.dashboard.person_page import person_page
from notesync.dashboard.question_page import question_page
from notesync.dashboard.render import fill, render_page
from notesync.dashboard.scene import Scene
from notesync.dashboard.search_page import Find, search_page
from notesync.dashboard.shown import MISSING, Shown
from notesync.views.next import next_steps
from notesync.views.steps import Step, rows_of

OVERVIEW, SEARCH = "/", "/search"


class Site:
    """All pages of one scene; each is made when it is asked for.

    Args:
        scene: Everything, derived with ``live=True``.
        find: Searches the notes.
        footer: What the foot says of the last sync.
    """

    def __init__(self, scene: Scene, find: Find, footer: str) -> None:
        self._scene = scene
        self._find = find
        self._footer = footer

    @cached_property
    def _addresses(self) -> Mapping[str, tuple[str, str]]:
        return {address: (kind, key) for address, kind, key in self._scene.places.everything()}

    @cached_property
    def _steps(self) -> Sequence[Step]:
        """All steps of the day, not only those that the overview shows."""
        return next_steps(rows_of(self._scene.facts), sys.maxsize)

    @cached_property
    def _overview(self) -> Shown:
        return Shown(render_page(build(self._scene), self._scene, footer=self._footer))

    def page(self, path: str, typed: str = "") -> Shown:
        """The page at this address.

        Args:
            path: The address without host and query, decoded.
            typed: What is searched for.
        """
        if path == OVERVIEW:
            return self._overview
        if path == SEARCH:
            return self._fill(
                "search.html", SEARCH, page=search_page(typed, self._find, self._scene)
            )
        kind, key = self._addresses.get(path, ("", ""))
        if kind == "person":
            page: object = person_page(key, self._scene, self._steps)
        elif kind == "question":
            page = question_page(key, self._scene)
        elif kind == "organization":
            page = organization_page(key, self._scene)
        else:
            return Shown(self._fill("missing.html", "").html, MISSING)
        return self._fill(f"{kind}.html", path, page=page)

    def _fill(self, template: str, here: str, **values: object) -> Shown:
        scene = self._scene
        return Shown(fill(template, scene, here=here, footer=self._footer, **values))
