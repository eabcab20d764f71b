"""Turn a body into its headings, bullets and paragraphs, and a text into what of it is no code.

markdown-it-py's block rules say what is what, so that fences, indented code and HTML comments are
left out and quotations are known as such. Inline markup is looked at only where code, HTML or a
backslash may hide something, by the same library's inline rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Stands in the place of what is hidden; no link and no tag goes across it.
HIDDEN = "\0"

# Type of a token without _open and _close -> what we count of it.
CONTAINERS: Mapping[str, str] = {
    "bullet_list": "list",
    "ordered_list": "list",
    "blockquote": "quote",
    "heading": "heading",
}
_HIDING = re.compile(r"[`<\\]")


class Block(NamedTuple):
    """One heading or paragraph.

    Attributes:
        text: Its raw text; continued lines are parted by line breaks.
        line: 0-based line in the body.
        level: A heading's level, 0 for a paragraph.
        depth: In how many lists it stands, 0 outside of lists.
        bullet: Whether it is what a list item begins with.
        above: What the list item begins with in whose list it stands, "" at the top.
        quoted: Whether it stands in a quotation.
    """

    text: str
    line: int
    level: int = 0
    depth: int = 0
    bullet: bool = False
    above: str = ""
    quoted: bool = False


# Block rule -> the signs one of which it needs. markdown-it asks every rule at every line, so those
# that can find nothing in a body are left out, which saves a tenth of the time.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "blockquote": (">",),
    "code": ("    ", "\t"),
    "fence": ("```", "~~~"),
    "heading": ("#",),
    "html_block": ("<",),
}


def _idle(body: str) -> frozenset[str]:
    """The rules that can find nothing in a body."""
    return frozenset(rule for rule, signs in SIGNS.items() if not any(s in body for s in signs))


@cache
def _block_parser(idle: frozenset[str]) -> MarkdownIt:
    # Imported when the first body needs it: notes without lists and code don't.
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import lheading, paragraph

    # `[insight]: text` is no link definition here, and nothing reads inline tokens.
    parser = MarkdownIt("commonmark").disable(["reference", "inline", *idle])
    for name, rule in {"lheading": lheading, "paragraph": paragraph}.items():
        parser.block.ruler.at(name, _at_its_text(rule))
    return parser


def _at_its_text(
    rule: Callable[[StateBlock, int, int, bool], bool],
) -> Callable[[StateBlock, int, int, bool], bool]:
    """The rule of a block, which says of its text in which line that begins.

    The library trims a text of more than Markdown's blanks, of form feeds say. The block then
    begins in a line of which its text holds nothing.
    """

    # markdown-it-py calls every rule of a block with these four, by position.
    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- see above
        found = rule(state, start, end, silent)
        if found and not silent:
            inline = state.tokens[-2]
            begins = state.bMarks[start] + state.tShift[start]
            if not state.src.startswith(inline.content[:1], begins):
                whole = state.getLines(start, state.line, state.blkIndent, keepLastLF=False)
                trimmed = whole.count("\n", 0, whole.find(inline.content))
                inline.map = [start + trimmed, state.line]
        return found

    return placed


def blocks(body: str) -> Iterator[Block]:
    """The headings and paragraphs of a body, in order."""
    from notesync.notes import simple_blocks  # imported by whoever reads a body

    simple = simple_blocks.read(body)
    return _by_markdown_it(body) if simple is None else map(Block._make, simple)


def _by_markdown_it(body: str) -> Iterator[Block]:
    items: list[str | None] = []  # what each open list item begins with, None until it is known
    open_now = dict.fromkeys(("list", "quote", "heading"), 0)
    for token in _block_parser(_idle(body)).parse(body):
        if token.type == "inline":
            bullet = bool(items) and items[-1] is None and not open_now["heading"]
            if bullet:
                items[-1] = token.content
            yield Block(
                text=token.content,
                line=token.map[0] if token.map else 0,
                level=open_now["heading"],
                depth=open_now["list"],
                bullet=bullet,
                above=(items[-2] or "") if len(items) > 1 else "",
                quoted=open_now["quote"] > 0,
            )
            continue
        if token.type == "list_item_open":
            items.append(None)
        elif token.type == "list_item_close":
            items.pop()
        elif token.type not in {"paragraph_open", "paragraph_close"}:
            if items and items[-1] is None:
                items[-1] = ""  # it begins with something else than a paragraph
            if container := CONTAINERS.get(token.type.rpartition("_")[0]):
                level = int(token.tag[1:]) if container == "heading" else 1
                open_now[container] += level * token.nesting


@cache
def _inline_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, backtick, escape, html_inline

    parser = MarkdownIt("commonmark")
    rules = {
        "backticks": backtick,
        "autolink": autolink,
        "html_inline": html_inline,
        "escape": escape,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _recorded(rule))
    parser.inline.ruler.enableOnly(["text", *rules])
    parser.inline.ruler2.enableOnly([])
    return parser


def _recorded(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    """The rule, which notes in the environment from where to where it found something."""

    def noted(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the library's signature
        start = state.pos
        found = rule(state, silent)
        if found:
            state.env["hidden"].append((start, state.pos))
        return found

    return noted


def visible(text: str) -> str:
    """The text with code spans, HTML and escaped brackets blanked; every offset stays.

    Args:
        text: A block's raw text.
    """
    if not _HIDING.search(text):
        return text
    env: dict[str, list[tuple[int, int]]] = {"hidden": []}
    _inline_parser().inline.parse(text, _inline_parser(), env, [])
    parts, at = [], 0
    for start, end in env["hidden"]:
        hidden = text[start:end]
        unmatched = not hidden.strip("`")  # a backtick that opens nothing
        if start < at or unmatched or (hidden[0] == "\\" and hidden[1:] not in {"[", "#"}):
            continue
        parts += [text[at:start], re.sub(r"[^\n]", HIDDEN, hidden)]
        at = end
    return "".join((*parts, text[at:]))
