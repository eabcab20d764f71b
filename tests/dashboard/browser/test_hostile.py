"""Several hundred hostile notes in a real browser: no script runs, and nothing leaves."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.cli.running import notesync, running
from tests.dashboard.browser.window import Window
from tests.dashboard.pages import Reading, reading
from tests.dashboard.vectors import VECTORS, hostile_notes

pytestmark = pytest.mark.browser

# Everything that our pages are made of, with the attributes that are needed for it.
GLOBAL = {"id", "class", "lang", "tabindex", "hidden", "role", "data-version", "data-away"}
ELEMENTS = {
    *("html", "head", "title", "style", "body", "main", "nav", "header", "footer", "section"),
    *(
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "span",
        "div",
        "b",
        "em",
        "strong",
        "s",
        "code",
        "br",
    ),
    *("ol", "ul", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption", "mark"),
    *(
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "time",
        "a",
        "meta",
        "link",
        "script",
    ),
    *("svg", "g", "path", "circle", "rect", "line", "text", "tspan", "desc", "use", "defs"),
    *("polyline", "polygon", "pattern", "form", "label", "input", "button", "small", "abbr"),
}
NEVER = re.compile(r"on\w+|style|srcdoc|src|srcset|formaction|ping|background|poster|data|xlink:.*")
SAFE = ("#", "/", "https://", "http://", "mailto:", "tel:")


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault of attacks, with attachments that are attacks too."""
    root = tmp_path_factory.mktemp("hostile") / "net"
    notes = hostile_notes()
    assert len(VECTORS) > 350
    for path, text in notes.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
    (root / "notesync.toml").write_text('lang = "en"\ntoday = "2026-05-29"\n', encoding="utf-8")
    (root / "papers").mkdir()
    for name in ("attack.svg", "attack.html", "attack.xhtml", "attack.js"):
        (root / "papers" / name).write_text("<svg onload=canary(1)>", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(net: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    errors = tmp_path_factory.mktemp("errors") / "err"
    with running("--vault", net, "serve", "--port", "0", errors=errors) as serve:
        yield serve.line()
        assert "Traceback" not in serve.err


class Visitor:
    """Fetches pages without a browser."""

    def __init__(self, address: str) -> None:
        self.port = int(address.split(":")[2].partition("/")[0])
        self.cookie = f"notesync_{self.port}={address.partition('token=')[2]}"

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers={"Cookie": self.cookie})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def check(page: Reading, *, live: bool) -> None:
    """Nothing stands there but what our own templates have."""
    assert page.faults == []
    assert {one.name for one in page.elements} <= ELEMENTS
    for one in page.elements:
        if one.name == "script":
            assert one.attributes == {"src": "/static/live.js", "defer": ""}
            continue
        forbidden = [name for name in one.attributes if NEVER.fullmatch(name)]
        assert forbidden == [], one
        href = one.attributes.get("href")
        if href is not None and one.name == "a":
            assert href.startswith(SAFE) or ":" not in href.partition("/")[0], href
            assert not href.startswith("//")
            assert not href.startswith("/\\")
            assert "etc/passwd" not in href or href.startswith(("http", "#"))
            assert not live or href.startswith(SAFE)
    assert len(list(page.all("script"))) == live
    assert len(list(page.all("meta"))) == (6 if live else 8)
    assert len([one for one in page.all("title") if "svg" not in one.path]) == 1


def settle(window: Window) -> None:
    """Unfold everything, go over it, and give whatever would run the time to run."""
    page = window.page
    window.open_all()
    page.evaluate(
        """async () => {
          for (const one of document.querySelectorAll('main *')) {
            one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
          }
          for (const one of document.querySelectorAll('a, summary, input, [tabindex]')) {
            one.focus({preventScroll: true});
          }
          await new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)));
        }"""
    )
    assert page.evaluate("typeof canary") == "function"
    schemes = page.evaluate("[...new Set([...document.links].map(one => one.protocol))]")
    assert set(schemes) <= {"http:", "https:", "mailto:", "tel:", "file:"}


def test_the_file(net: Path, window: Window) -> None:
    file = Path(notesync("--vault", net, "dashboard").out.strip())
    html = file.read_text(encoding="utf-8")
    check(reading(html), live=False)
    assert ">49<" not in html
    window.page.goto(file.as_uri())
    settle(window)
    assert window.requests == [file.as_uri()]


def test_the_served_pages(address: str, window: Window) -> None:
    page = window.page
    page.goto(address)
    settle(window)
    links: list[str] = page.evaluate(
        "[...document.querySelectorAll('main a')].map(one => one.getAttribute('href'))"
    )
    kinds = ("/person/", "/question/", "/organization/")
    paths = [path for path in dict.fromkeys(links) if path.startswith(kinds)]
    assert len(paths) > 500
    visitor = Visitor(address)
    for path in ("/", *paths):
        status, html = visitor.get(path)
        assert status == 200, path
        check(reading(html), live=True)
        assert ">49<" not in html
    origin = address.partition("?")[0].rstrip("/")
    for path in paths[:: len(paths) // 24]:
        page.goto(f"{origin}{path}")
        settle(window)


def test_a_search_for_each_attack(address: str, window: Window) -> None:
    visitor = Visitor(address)
    for vector in VECTORS:
        status, html = visitor.get(f"/search?q={quote(vector)}")
        assert status == 200, vector
        check(reading(html), live=True)
    page = window.page
    page.goto(address)
    origin = address.partition("?")[0].rstrip("/")
    for vector in (VECTORS[0], VECTORS[24], 'script "canary', "onerror"):
        page.goto(f"{origin}/search?q={quote(vector)}")
        settle(window)


def test_attachments_are_not_served_at_all(address: str) -> None:
    visitor = Visitor(address)
    for name in ("attack.svg", "attack.html", "attack.xhtml", "attack.js"):
        for path in (
            f"/papers/{name}",
            f"/static/../papers/{name}",
            f"/static/%2e%2e/papers/{name}",
        ):
            status, html = visitor.get(path)
            assert status == 404
            assert "canary" not in html


def test_links_of_notes_open_nothing_without_being_asked(address: str, window: Window) -> None:
    """A link to elsewhere is there to be followed, but by hand, and it tells nobody whence."""
    page = window.page
    page.goto(address)
    far = page.locator('a[href^="http://"], a[href^="https://"]')
    for link in far.all():
        assert link.get_attribute("rel") == "noreferrer"
    assert far.count() > 0
    settle(window)
    assert {
        url.partition("?")[0].removeprefix(address.partition("?")[0]) for url in window.requests
    } <= {
        "",
        "events",
        "static/style.css",
        "static/pages.css",
        "static/live.js",
        "static/icon.svg",
    }
