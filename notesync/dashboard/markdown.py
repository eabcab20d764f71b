"""Turn a line of somebody's Markdown into inline HTML that can do no harm.

Raw HTML stays text, images become their description and are never fetched, a link survives only
with a scheme of `SCHEMES` or as a path inside the vault, and ``[[names]]`` become links to their
place on the page. Everything else is escaped. Lines without any mark of Markdown, which are most,
never meet the parser.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from notesync.notes import links, names

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
WITHOUT_HOST = frozenset({"mailto", "tel"})
# Longer lines are cut for display, so that no pattern in them costs more than a moment.
LONGEST = 1500

_MARKS = re.compile(r"[\\`*_~\[\]<>!&\n]|https?:")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
# Browsers drop tabs and newlines from addresses, and take a backslash for a slash.
_TREACHEROUS = re.compile(r"[\x00-\x20\x7f\\]")
# A colon before the first slash could be taken for a scheme's (RFC 3986, 4.2).
_TREACHEROUS_IN_PATH = re.compile(r"[\x00-\x1f\x7f\\]|^[^/]*:")

# A name as it stands between brackets -> the address that leads to it, "" without one.
Places = Callable[[str], str]


def nowhere(_name: str) -> str:
    """The `Places` of a page that has none."""
    return ""


def allowed(address: str) -> bool:
    """Whether a link to this address may stand on the page."""
    if _TREACHEROUS.search(address):
        return False
    scheme = _SCHEME.match(address)
    if scheme is not None:
        # Without slashes a browser reads the rest as a path of the page's own server.
        whole = address[scheme.end() :].startswith("//") or scheme[1].lower() in WITHOUT_HOST
        return whole and scheme[1].lower() in SCHEMES
    # Browsers read an escaped dot as a dot, so what counts is the path behind the escapes.
    path = unquote(address)
    return not (_TREACHEROUS_IN_PATH.search(path) or path.startswith(("/", "?")))


def inline(text: str, places: Places = nowhere, *, folder: str = "", files: bool = True) -> Markup:
    """Render one line of Markdown.

    Args:
        text: As it stands in the note.
        places: Finds the people and questions that have a place on the page.
        folder: Where the note lies, relative to the vault: what its relative links start from.
        files: Whether the page can lead to other files of the vault; no served page can.
    """
    if len(text) > LONGEST:
        text = text[:LONGEST].rstrip() + " …"
    if not _MARKS.search(text):
        return escape(text)
    rendered = _parser().renderInline(text, {"places": places, "folder": folder, "files": files})
    return Markup(rendered)  # noqa: S704 -- every rule below escapes what it is given


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": False})
    parser.disable("html_inline")
    parser.enable("strikethrough")
    parser.validateLink = allowed  # type: ignore[method-assign,assignment]  # its one hook
    parser.inline.ruler.before("link", "place", _wiki_link)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("place", _place)
    return parser


def _wiki_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the parser's call
    match = links.LINK.match(state.src, state.pos, state.posMax)
    if match is None or not match["target"].strip():
        return False
    if not silent:
        token = state.push("place", "", 0)
        token.content = match["shown"] or match["target"].rpartition("/")[2]
        token.meta = {"name": match["target"].strip()}
    state.pos = match.end()
    return True


def _place(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: Mapping[str, Any],
    env: MutableMapping[str, Any],
) -> str:
    token = tokens[index]
    shown = escapeHtml(token.content.strip())
    place = env["places"](token.meta["name"])
    return f'<a href="{escapeHtml(place)}">{shown}</a>' if place else shown


def _image(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: Mapping[str, Any],
    _env: MutableMapping[str, Any],
) -> str:
    return escapeHtml(tokens[index].content)


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: Mapping[str, Any],
    env: MutableMapping[str, Any],
) -> str:
    token = tokens[index]
    address = str(token.attrs.get("href", ""))
    if _SCHEME.match(address):
        token.attrs["rel"] = "noreferrer"
    elif not address.startswith("#"):
        path, fragment = _from_root(env["folder"], address)
        if path.endswith(names.SUFFIX) and (place := env["places"](path)):
            token.attrs["href"] = place
        elif env["files"]:
            token.attrs["href"] = f"{quote(path)}{fragment}" if path else "#"
        else:
            del token.attrs["href"]
    return renderer.renderToken(tokens, index, options, env)  # type: ignore[arg-type]  # Sequence, not list


def _from_root(folder: str, address: str) -> tuple[str, str]:
    """The path as seen from the vault's root, "" when it leads out of it, and what follows."""
    target, sharp, fragment = address.partition("#")
    path = posixpath.normpath(posixpath.join(folder, unquote(target)))
    return "" if path.startswith("..") else path, f"{sharp}{fragment}"
