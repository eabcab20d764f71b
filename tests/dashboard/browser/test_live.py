"""The served page in a real browser: it follows every save, and keeps its reader's place."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from notesync.merge.notation import noted
from tests.cli.running import Running, notesync, running
from tests.dashboard.browser.window import PATIENCE, Window, Windows
from tests.dashboard.serving import TOKEN, served, wait_for

pytestmark = pytest.mark.browser

EDITORS = {
    "sed -i": ("sed", "-i", "s/Hamburg/Leipzig/", "FILE"),
    "vim": ("vim", "-u", "NONE", "-N", "-es", "FILE", "-c", "%s/Hamburg/Leipzig/", "-c", "wq"),
    "ed": ("sh", "-c", "printf '%s\\n' ',s/Hamburg/Leipzig/' w q | ed -s FILE"),
}
ANNA = "---\ncity: Hamburg\norg: Elbgrün\n---\n\n## Log\n\n- 2026-05-01 asked email\n"
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def net(petra: Path) -> Path:
    """Petra's vault with Anna in it."""
    (petra / "contacts" / "Anna Berg.md").write_text(ANNA, encoding="utf-8")
    return petra


@pytest.fixture
def serve(net: Path, tmp_path: Path) -> Iterator[Running]:
    with running("--vault", net, "serve", "--port", "0", errors=tmp_path / "err") as one:
        yield one
        assert "Traceback" not in one.err


def change(editor: str, path: Path) -> None:
    words = [word.replace("FILE", str(path)) for word in EDITORS[editor]]
    if editor == "ed":
        words[-1] = words[-1].replace(str(path), "Anna*.md")
    environment = {**os.environ, "TERM": "dumb", "HOME": str(path.parents[2])}
    subprocess.run(words, check=True, env=environment, cwd=path.parent, capture_output=True)


def anna(window: Window, address: str) -> str:
    """Go to Anna's page; returns where it is."""
    page = window.page
    page.goto(address)
    window.open_all()
    page.get_by_role("link", name="Anna Berg").first.click()
    page.wait_for_url("**/person/**")
    return page.url


@pytest.mark.parametrize(
    "editor",
    [
        pytest.param(
            name,
            marks=pytest.mark.skipif(
                shutil.which(words[0] if name != "ed" else "ed") is None,
                reason=f"{name} is not installed here",
            ),
        )
        for name, words in EDITORS.items()
    ],
)
def test_a_save_by_an_editor_appears_without_a_reload(
    editor: str, net: Path, serve: Running, window: Window
) -> None:
    page = window.page
    anna(window, serve.line())
    expect(page.locator("main")).to_contain_text("Hamburg")
    page.evaluate("window.before = 'still here'")
    change(editor, net / "contacts" / "Anna Berg.md")
    expect(page.locator("main")).to_contain_text("Leipzig")
    assert page.evaluate("window.before") == "still here"


def test_scroll_focus_and_what_is_open_stay_as_they_were(
    net: Path, serve: Running, windows: Windows
) -> None:
    window = windows.open(viewport={"width": 900, "height": 500})
    page = window.page
    page.goto(serve.line())
    page.locator("#people > summary").click()
    link = page.get_by_role("link", name="Anna Berg").last
    link.focus()
    link.scroll_into_view_if_needed()
    before = link.bounding_box()
    assert before
    assert page.evaluate("window.scrollY") > 0
    new = "# Zoe\n\n## Log\n- 2026-05-01 asked email\n"
    (net / "contacts" / "Aaron First.md").write_text(new, encoding="utf-8")
    expect(page.get_by_role("link", name="Aaron First").last).to_be_attached()
    assert page.locator("#people").get_attribute("open") is not None
    assert page.evaluate("document.activeElement.textContent") == "Anna Berg"
    after = page.get_by_role("link", name="Anna Berg").last.bounding_box()
    assert after
    # Somebody new stands before her now; the fold that was in sight hasn't moved by more than her.
    assert abs(after["y"] - before["y"]) < 120


def test_what_is_being_typed_survives_a_save(net: Path, serve: Running, window: Window) -> None:
    page = window.page
    page.goto(serve.line())
    page.get_by_role("link", name="Search notes").first.click()
    page.wait_for_url("**/search")
    expect(page.locator("#typed")).to_be_focused()
    page.keyboard.type("Hambu")
    version = page.locator("html").get_attribute("data-version")
    with page.expect_response("**/search"):
        change("sed -i", net / "contacts" / "Anna Berg.md")
    expect(page.locator("#typed")).to_have_value("Hambu")
    expect(page.locator("#typed")).to_be_focused()
    page.keyboard.type("rg")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Hamburg")
    assert page.locator("html").get_attribute("data-version") != version
    assert page.locator("mark").first.inner_text() == "Hamburg"


def test_a_page_whose_note_is_gone_says_so_and_comes_back_with_it(
    net: Path, serve: Running, window: Window
) -> None:
    page = window.page
    anna(window, serve.line())
    (net / "contacts" / "Anna Berg.md").unlink()
    expect(page.locator("h1")).to_have_text("There is nothing at this address")
    (net / "contacts" / "Anna Berg.md").write_text(ANNA, encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Anna Berg")
    window.forgive("the server responded with a status of 404")


def test_two_versions_stand_on_the_page_until_one_is_chosen(
    net: Path, serve: Running, window: Window
) -> None:
    page = window.page
    page.goto(serve.line())
    expect(page.locator("#people")).to_be_attached()
    assert page.locator("#conflicts").count() == 0
    note = net / "contacts" / "Anna Berg.md"
    record = f"---\nconflicts:\n  - '{noted('city', 'Leipzig', 'Kiel', 1_800_000_000)}'\n"
    note.write_text(ANNA.replace("---\n", record, 1), encoding="utf-8")
    page.locator("#conflicts > summary").click()
    command = page.locator("#conflicts .command").last.inner_text()
    assert command == "notesync conflicts --take 1"
    assert notesync("--vault", net, *command.split()[1:]).code == 0
    expect(page.locator("#conflicts")).to_have_count(0)
    assert "city: Leipzig" in note.read_text(encoding="utf-8")


def test_after_a_restart_the_page_catches_up_by_itself(
    net: Path, tmp_path: Path, window: Window
) -> None:
    page = window.page
    with running("--vault", net, "serve", "--port", "0", errors=tmp_path / "one") as first:
        anna(window, address := first.line())
        port = address.split(":")[2].partition("/")[0]
        expect(page.locator("main")).to_contain_text("Hamburg")
        assert first.end() == 0
    expect(page.locator("[data-away]")).to_be_visible()
    assert window.violations() == []
    change("sed -i", net / "contacts" / "Anna Berg.md")
    with running("--vault", net, "serve", "--port", port, errors=tmp_path / "two") as second:
        assert second.line() == address
        expect(page.locator("main")).to_contain_text("Leipzig")
        expect(page.locator("[data-away]")).to_be_hidden()
        window.forgive("net::ERR_CONNECTION_REFUSED")
        page.close()
        assert second.end() == 0


def test_a_closed_tab_frees_its_connection(windows: Windows) -> None:
    icon = '<link rel="icon" href="/static/icon.svg" type="image/svg+xml">'
    head = f'<title>one</title>{icon}<script src="/static/live.js" defer></script>'
    html = f"<!doctype html><html lang='en'>{head}<main>one</main></html>"
    with served(lambda: html) as running:
        pages = [windows.open().page for _ in range(3)]
        for page in pages:
            page.goto(f"http://127.0.0.1:{running.port}/?token={TOKEN}")
        wait_for(lambda: running.changes.waiting == 3)
        pages[0].close()
        wait_for(lambda: running.changes.waiting == 2)
        pages[1].goto("about:blank")
        wait_for(lambda: running.changes.waiting == 1)
        running.changes.publish()
        wait_for(lambda: running.changes.waiting == 1)
        windows.close()


def test_without_a_script_everything_is_there_but_the_live_update(
    net: Path, serve: Running, windows: Windows
) -> None:
    del net
    page = windows.open(java_script_enabled=False).page
    page.goto(serve.line())
    page.get_by_role("link", name="Search notes").first.click()
    expect(page.locator("#typed")).to_be_focused()
    page.locator("#typed").fill("elbgrün")
    page.get_by_role("button").click()
    page.get_by_role("link", name="Anna Berg").click()
    assert page.locator("h1").inner_text() == "Anna Berg"
    page.get_by_role("link", name="Elbgrün").first.click()
    assert page.locator("h1").inner_text() == "Elbgrün"


def test_the_token_leaves_the_address_and_is_told_to_nobody(
    net: Path, serve: Running, windows: Windows
) -> None:
    del net
    window = windows.open()
    page = window.page
    told: list[str] = []
    page.on("request", lambda one: told.append(one.headers.get("referer", "")))
    address = serve.line()
    token = address.partition("token=")[2]
    page.goto(address)
    assert token not in page.url
    assert token not in page.content()
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("document.referrer") == ""
    page.get_by_role("link", name="Search notes").first.click()
    assert set(told) == {""}
    assert [url for url in window.requests if token in url] == [address]


def test_from_a_file_the_first_address_lets_the_browser_in_too(
    serve: Running, window: Window, tmp_path: Path
) -> None:
    way = tmp_path / "way.html"
    way.write_text(f'<meta http-equiv="refresh" content="0;url={serve.line()}">', encoding="utf-8")
    page = window.page
    page.goto(way.as_uri())
    expect(page.locator("h1")).to_be_visible()
    assert "token" not in page.url
