"""watch, serve and dashboard: they follow, they end cleanly, and there is one watcher per vault."""

from __future__ import annotations

import re
import signal
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.cli.running import PATIENCE, eventually, notesync, running

BEN = "---\ntype: contact\norg: Solvana\n---\n\n## Log\n\n- 2026-05-29 asked email\n"


def test_dashboard_writes_one_file_for_its_owner_only(petra: Path) -> None:
    found = notesync("--vault", petra, "dashboard")
    page = petra / "dashboard.html"
    assert found.out == f"{page}\n"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "Falk Berger" in page.read_text(encoding="utf-8")


def test_dashboard_with_dry_run_writes_nothing(petra: Path) -> None:
    assert notesync("--vault", petra, "dashboard", "--dry-run").out.endswith("dashboard.html\n")
    assert not (petra / "dashboard.html").exists()


def test_dashboard_incognito_is_a_file_of_its_own_without_names(petra: Path) -> None:
    notesync("--vault", petra, "dashboard")
    found = notesync("--vault", petra, "dashboard", "--incognito")
    page = petra / ".notesync" / "incognito.html"
    assert found.out == f"{page}\n"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "F. B." in page.read_text(encoding="utf-8")
    assert "Falk Berger" not in page.read_text(encoding="utf-8")
    assert "Falk Berger" in (petra / "dashboard.html").read_text(encoding="utf-8")
    dry = notesync("--vault", petra, "dashboard", "--incognito", "--dry-run")
    assert dry.out == found.out


def test_dashboard_never_overwrites_a_page_of_somebody_else(petra: Path) -> None:
    (petra / "dashboard.html").write_text("mine", encoding="utf-8")
    found = notesync("--vault", petra, "dashboard")
    assert found.code == 1
    assert (petra / "dashboard.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("extra", [[], ["--poll"]])
def test_watch_follows_every_save(extra: list[str], petra: Path, tmp_path: Path) -> None:
    page = petra / "dashboard.html"
    with running("--vault", petra, "watch", *extra, errors=tmp_path / "err") as watch:
        watch.says("Watching")
        eventually(page.exists, wanted=True)
        (petra / "contacts" / "Ben.md").write_text(BEN, encoding="utf-8")
        eventually(lambda: "Ben" in page.read_text(encoding="utf-8"), wanted=True)
        (petra / "contacts" / "Ben.md").unlink()
        eventually(lambda: "Ben" in page.read_text(encoding="utf-8"), wanted=False)
        assert watch.end() == 0


FOR_MANY = """
import sys
from notesync.cli import main, painting, run
run.MANY, painting.REST_AFTER = 1, 0.2
sys.exit(main.run(sys.argv[1:]))
"""


def test_in_a_big_vault_the_page_is_made_elsewhere_and_nothing_is_held_at_rest(
    petra: Path,
) -> None:
    page = petra / "dashboard.html"
    watch = subprocess.Popen([sys.executable, "-c", FOR_MANY, "--vault", petra, "watch"])

    def children() -> str:
        found = subprocess.run(["pgrep", "-P", str(watch.pid)], check=False, capture_output=True)
        return found.stdout.decode()

    try:
        eventually(page.exists, wanted=True)
        eventually(children, wanted="")
        (petra / "contacts" / "Ben.md").write_text(BEN, encoding="utf-8")
        eventually(lambda: "Ben" in page.read_text(encoding="utf-8"), wanted=True)
        watch.terminate()
        assert watch.wait(PATIENCE) == 0
    finally:
        watch.kill()
        watch.wait()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_watch_ends_cleanly(number: int, code: int, petra: Path, tmp_path: Path) -> None:
    with running("--vault", petra, "watch", errors=tmp_path / "err") as watch:
        watch.says("Watching")
        assert watch.end(number) == code
        assert "Traceback" not in watch.err


def test_there_is_one_watcher_per_vault(petra: Path, tmp_path: Path) -> None:
    with running("--vault", petra, "watch", errors=tmp_path / "err") as watch:
        watch.says("Watching")
        second = notesync("--vault", petra, "watch")
        assert second.code == 5
        assert f"is running already (process {watch.process.pid})" in second.err
        watch.end()


def test_a_wrong_notesync_toml_is_told_and_mended_while_watching(
    petra: Path, tmp_path: Path
) -> None:
    toml, page = petra / "notesync.toml", petra / "dashboard.html"
    good = toml.read_text(encoding="utf-8")
    with running("--vault", petra, "watch", errors=tmp_path / "err") as watch:
        eventually(page.exists, wanted=True)
        toml.write_text(good + "\nlnag = 1\n", encoding="utf-8")
        watch.says("lnag")
        toml.write_text(good.replace('"2026-05-29"', '"2026-05-12"'), encoding="utf-8")
        eventually(lambda: "12 May 2026" in page.read_text(encoding="utf-8"), wanted=True)
        assert watch.end() == 0
        assert watch.err.count("lnag") == 1


def test_serve_shows_the_page_and_follows(petra: Path, tmp_path: Path) -> None:
    with running("--vault", petra, "serve", "--port", "0", errors=tmp_path / "err") as serve:
        address = serve.line()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", address)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

        def page() -> str:
            with opener.open(address, timeout=30) as answer:
                text: str = answer.read().decode()
            return text

        assert "Falk Berger" in page()
        (petra / "contacts" / "Ben.md").write_text(BEN, encoding="utf-8")
        eventually(lambda: "Ben" in page(), wanted=True)
        eventually((petra / "dashboard.html").exists, wanted=True)
        assert serve.end(signal.SIGINT) == 130
        assert "Traceback" not in serve.err


def test_serve_incognito_has_a_page_for_everybody_and_names_nobody(
    petra: Path, tmp_path: Path
) -> None:
    args = ("--vault", petra, "serve", "--port", "0", "--incognito")
    with running(*args, errors=tmp_path / "err") as serve:
        address = serve.line()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        home = address.partition("?")[0]

        def page(path: str) -> str:
            with opener.open(path, timeout=30) as answer:
                text: str = answer.read().decode()
            return text

        overview = page(address)
        assert "F. B." in overview
        person = re.search(r'href="/(person/p-\d+)">F\. B\.<', overview)
        assert person
        for text in (overview, page(home + person[1]), page(home + "search?q=falk")):
            assert "Falk" not in text
            assert "Berger" not in text
        assert "Falk Berger" in (petra / "dashboard.html").read_text(encoding="utf-8")
        assert serve.end() == 0


def test_a_taken_port_is_told_in_a_sentence(petra: Path, tmp_path: Path) -> None:
    with running("--vault", petra, "serve", "--port", "0", errors=tmp_path / "err") as serve:
        port = serve.line().rpartition(":")[2].partition("/")[0]
        second = notesync("--vault", petra, "serve", "--port", port)
        assert second.code == 1
        assert f"Port {port} is in use" in second.err
        serve.end()


def test_without_a_wish_any_free_port_will_do(petra: Path, petra_de: Path, tmp_path: Path) -> None:
    with running("--vault", petra, "serve", errors=tmp_path / "one") as first:
        one = first.line()
        with running("--vault", petra_de, "serve", errors=tmp_path / "two") as second:
            two = second.line()
            assert one.startswith("http://127.0.0.1:")
            assert two.startswith("http://127.0.0.1:")
            assert one.split("/")[2] != two.split("/")[2]
            assert second.end() == 0
        assert first.end() == 0
