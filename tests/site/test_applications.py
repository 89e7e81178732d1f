"""My applications: what a reader keeps on the device, and nowhere else."""

import csv
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from followup.guide import Guide
from tests.conftest import OpenPage, fresh_page, origin_of
from tests.site.axe import COLORS, NARROW, WIDE, dark, fits, resize, violations
from tests.site.quiz_page import ANSWERS, NOON, QuizPage, fragment, set_day

pytestmark = [pytest.mark.built, pytest.mark.browser]

BOARD = "[data-board]"
FORMAL = {"culture": "formal"}
KEPT = "() => Object.entries(localStorage).filter(([name]) => name.includes('.kept.'))"
PUT = "([id, text]) => localStorage.setItem(`should-i-call.kept.${id}`, text)"
REFUSES = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
IS_FULL = """const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, text) {
  const full = new DOMException("full", "QuotaExceededError");
  if (name.includes(".kept.") && text.length > 9) throw full;
  set.call(this, name, text);
};"""
NOT_SECURE = "http://not-secure.example/"
PHRASE = "a boat on a quiet lake"

# Where a page names no icon, a browser with windows asks the host for one, and is told of none.
EMPTY = {"content_type": "text/html", "body": '<!doctype html><link rel="icon" href="data:,">'}


class Board:
    """What a reader sees of the page and does on it."""

    def __init__(self, page: Page, guide: Guide) -> None:
        self.page, self.guide = page, guide
        self.quiz = QuizPage(page, guide)
        self.root = page.locator(BOARD)
        self.held = 0

    def t(self, phrase: str, **slots: object) -> str:
        """Return a phrase of the guide."""
        return self.guide.phrases[phrase].format(**slots)

    def keep(self, employer: str, answers: dict[str, str] | None = None, job: str = "") -> None:
        """Work out a day, and keep it."""
        self.page.goto("about:blank")
        self.quiz.start(fragment(ANSWERS | (answers or {})))
        self.quiz.on("advice")
        self.quiz.unfold("keep")
        self.page.get_by_label(self.t("keep-employer")).fill(employer)
        self.page.get_by_label(self.t("keep-job")).fill(job)
        self.quiz.press("keep-here")

    def put(self, employer: str, answers: dict[str, str] | None = None, job: str = "") -> None:
        """Let the browser hold one already: the quiz is asked in the tests of keeping."""
        self.page.route("**/empty", lambda route: route.fulfill(**EMPTY))
        self.page.goto("empty")
        self.held += 1
        names = {"employer": employer, "job": job, "person": ""}
        one = {"version": 1, "id": f"n{self.held}", **names, "answers": ANSWERS | (answers or {})}
        self.page.evaluate(PUT, [one["id"], json.dumps(one)])

    def open(self) -> "Board":
        """Open the page, and wait until all is worked out."""
        self.page.goto("applications/")
        return self.ready()

    def ready(self) -> "Board":
        """Wait until all is worked out."""
        expect(self.root).to_have_attribute("data-state", "ready")
        return self

    def button(self, phrase: str, name: str) -> Locator:
        """Find a button or a link of an application."""
        label = f"{self.t(phrase)}: {name}"
        return self.root.locator(f'[aria-label="{label}"]').first

    def note(self, name: str, **how: str) -> None:
        """Press "I did this", and say how."""
        self.button("board-did", name).click()
        form = self.root.locator("form")
        if "on" in how:
            form.locator("input").fill(how["on"])
        if "way" in how:
            form.locator("select").select_option(how["way"])
        form.get_by_role("button", name=self.t("board-note-it")).click()
        expect(form).to_have_count(0)
        self.ready()

    def fold(self, name: str) -> Locator:
        """Open a fold of the page."""
        fold = self.root.locator(f"[data-fold={name}]")
        fold.evaluate("(one) => (one.open = true)")
        return fold

    def kept(self) -> list[dict[str, Any]]:
        """Return what lies in the browser's storage."""
        return [json.loads(text) for _, text in self.page.evaluate(KEPT)]

    def names(self) -> list[str]:
        """Return the names in the list."""
        return self.root.locator(".fu-board__list h3").all_inner_texts()


@pytest.fixture
def board(page: Page, guide: Guide) -> Board:
    set_day(page)
    return Board(page, guide)


@pytest.fixture
def context(board: Board) -> BrowserContext:
    return board.page.context


@pytest.fixture
def asked(board: Board) -> Iterator[list[str]]:
    """Give all that is asked for, unescaped; none of it may tell anything."""
    found: list[str] = []
    board.page.on("request", lambda one: found.append(unquote(f"{one.url} {one.post_data or ''}")))
    yield found
    assert [one for one in found if "Mill" in one or "heard" in one or "kept=" in one] == []


def test_what_was_done_and_what_they_answered_move_it_on_without_the_quiz(
    board: Board, asked: list[str]
) -> None:
    board.keep("Mill", job="Baker")
    assert asked
    board.open()
    expect(board.root.locator(".fu-board__now")).to_contain_text("Mill: Baker")
    board.note("Mill: Baker", on="2027-02-08", way="call")
    (kept,) = board.kept()
    done = {"check-ins": "1", "last-check-in": "2027-02-08", "calls": "1"}
    assert kept["answers"] == kept["answers"] | done
    expect(board.root).to_contain_text(board.t("board-nothing"))

    board.button("board-news", "Mill: Baker").click()
    board.quiz.on("1")
    board.quiz.answer("heard", "still-deciding")
    board.quiz.answer("heard-on", "2027-02-09")
    board.quiz.press("continue")
    board.quiz.on("advice")
    board.open()
    fold = board.fold("record")
    expect(fold.locator("tbody tr")).to_have_count(1)
    expect(fold.locator("tbody td").nth(1)).to_have_text("Mill: Baker")
    expect(fold.locator("tbody td").nth(4)).to_have_text(
        board.guide.questions["heard"].options["still-deciding"].label
    )


def test_a_kept_application_opens_its_result_and_takes_changes_back(board: Board) -> None:
    board.keep("Mill", FORMAL)
    board.open()
    board.root.get_by_role("link", name="Mill", exact=True).click()
    board.quiz.on("advice")
    assert "kept" not in board.page.url
    board.page.reload()
    board.quiz.on("advice")
    board.quiz.press("back")
    board.quiz.on("4")
    board.quiz.answer("culture", "unsure")
    board.quiz.press("continue")
    board.quiz.on("advice")
    (kept,) = board.kept()
    assert kept["answers"]["culture"] == "unsure"


def test_of_several_those_due_come_first_and_two_tabs_do_not_meet(
    board: Board, context: BrowserContext
) -> None:
    board.put("Later", FORMAL)
    board.put("Due")
    board.open()
    expect(board.root.locator(".fu-board__now")).to_contain_text("Due")
    assert board.names() == ["Later"]
    other = context.new_page()
    set_day(other)
    second = Board(other, board.guide).open()
    board.note("Due")
    expect(other.locator(".fu-board__now")).to_contain_text(board.t("board-nothing"))
    other.get_by_role("link", name="Due", exact=True).wait_for()
    second.ready()
    button = second.root.locator("details", has_text=board.t("board-more")).last
    button.evaluate("(one) => (one.open = true)")
    button.get_by_role("button", name=board.t("board-remove")).click()
    expect(board.root).to_have_attribute("data-kept", "1")
    assert len(board.kept()) == 1


def test_erasing_has_one_undo(board: Board) -> None:
    board.put("Mill")
    board.open()
    before = board.kept()
    board.fold("erase").get_by_role("button", name=board.t("board-erase")).click()
    expect(board.root).to_have_attribute("data-kept", "0")
    assert board.kept() == []
    board.root.get_by_role("button", name=board.t("undo")).click()
    expect(board.root).to_have_attribute("data-kept", "1")
    assert [one["id"] for one in board.kept()] == [one["id"] for one in before]


def test_where_nothing_can_be_kept_it_is_said_and_nothing_is_lost(
    open_page: OpenPage, guide: Guide
) -> None:
    for fault in (REFUSES, IS_FULL):
        with open_page() as page:
            page.add_init_script(fault)
            board = Board(page, guide)
            board.keep("Mill")
            board.quiz.on("advice")
            expect(board.quiz.stage).to_contain_text(board.t("keep-refused"))
            expect(page.get_by_label(board.t("keep-employer"))).to_have_value("Mill")


def taken(board: Board, phrase: str) -> Path:
    """Save a copy, sealed with a passphrase."""
    fold = board.fold("take")
    fold.locator("input[type=password]").fill(phrase)
    with board.page.expect_download() as download:
        fold.get_by_role("button", name=board.t("file-take")).click()
    return Path(download.value.path())


def test_a_sealed_copy_opens_elsewhere_and_nothing_else_changes_anything(
    board: Board, open_page: OpenPage, tmp_path: Path
) -> None:
    board.put("Mill")
    board.open()
    file = taken(board, PHRASE)
    text = file.read_text(encoding="utf-8")
    head = json.loads(text)
    assert "Mill" not in text
    assert head["sealed"]["rounds"] >= 600_000
    foreign, broken = tmp_path / "foreign.json", tmp_path / "broken.json"
    foreign.write_text("not ours")
    broken.write_text(json.dumps(head | {"data": head["data"][:-8] + "AAAAAAA="}))
    with open_page() as page:
        set_day(page)
        elsewhere = Board(page, board.guide)
        page.goto("applications/")
        fold = elsewhere.fold("bring")
        said = fold.locator(".fu-copied")
        bring = fold.get_by_role("button", name=board.t("file-bring"))
        fold.locator("input[type=file]").set_input_files(foreign)
        expect(said).to_have_text(board.t("file-foreign"))
        for one, phrase in ((broken, PHRASE), (file, "another")):
            fold.locator("input[type=file]").set_input_files(one)
            fold.locator("input[type=password]").fill(phrase)
            bring.click()
            expect(said).to_have_text(board.t("file-passphrase"))
            assert elsewhere.kept() == []
        fold.locator("input[type=password]").fill(PHRASE)
        bring.click()
        expect(elsewhere.root).to_have_attribute("data-kept", "1")
        elsewhere.ready()
        assert elsewhere.kept()[0]["employer"] == "Mill"


def test_one_file_has_all_days_and_a_newer_one_moves_them(board: Board) -> None:
    def file() -> Calendar:
        with board.page.expect_download() as download:
            board.root.get_by_role("button", name=board.t("board-calendar")).click()
        return Calendar.from_ical(Path(download.value.path()).read_bytes())

    board.put("Mill")
    board.put("Hill", FORMAL)
    board.open()
    first = {str(one["UID"]): one for one in file().walk("VEVENT")}
    assert {str(one["SUMMARY"]).rpartition(": ")[2] for one in first.values()} == {"Mill", "Hill"}
    board.note("Mill")
    second = {str(one["UID"]): one for one in file().walk("VEVENT")}
    assert set(first) <= set(second)
    gone = [uid for uid, one in second.items() if one.get("STATUS") == "CANCELLED"]
    assert set(gone) & set(first)


def test_two_jobs_at_one_employer_keep_apart_and_then_share_a_note(board: Board) -> None:
    board.put("Mill", job="Baker")
    board.put("mill", {"interviewed-on": "2027-02-04"}, job="Miller")
    board.open()
    assert {one["next"]["on"] for one in board.kept()} == {"2027-02-09", "2027-02-16"}
    row = board.root.locator(".fu-board__list li")
    expect(row).to_contain_text(board.t("board-kept-apart", day="Tuesday, February 9"))
    row.get_by_role("link", name="mill: Miller", exact=True).click()
    board.quiz.on("advice")  # whose own result says the same
    expect(board.quiz.stage).to_contain_text("another job")
    board.open().note("Mill: Baker", on="2027-02-05")
    assert "2027-02-12" in {one["next"]["on"] for one in board.kept()}
    board.root.get_by_role("button", name=board.t("undo")).click()
    expect(row).to_contain_text(board.t("board-kept-apart", day="Tuesday, February 9"))
    board.ready().note("Mill: Baker")
    set_day(board.page, NOON + timedelta(days=7))
    board.page.reload()
    board.ready()
    first = board.root.locator(".fu-board__now")
    expect(first).to_contain_text(board.t("board-one-note", name="mill: Miller"))
    board.note("Mill: Baker")
    assert [len(one["deeds"]) for one in board.kept()].count(0) == 0
    assert {one["next"]["on"] for one in board.kept()} > {"2027-02-23"}


def test_where_a_page_is_not_secure_a_copy_is_plain_after_a_warning(
    browser: Browser, site_url: str, guide: Guide, tmp_path: Path
) -> None:
    # Our server answers whatever name it is asked by.
    elsewhere = {"proxy": {"server": origin_of(site_url)}}
    url = site_url.replace(origin_of(site_url), NOT_SECURE)
    sealed, plain = tmp_path / "sealed.json", tmp_path / "plain.json"
    sealed.write_text(json.dumps({"format": "should-i-call", "version": 1, "sealed": {}}))
    expected = "Opener-Policy"  # which browsers heed on secure pages alone
    with fresh_page(browser, NOT_SECURE, expected=expected, base_url=url, **elsewhere) as page:
        set_day(page)
        board = Board(page, guide)
        board.put("Mill")
        board.open()
        assert page.evaluate("() => isSecureContext || !!crypto.subtle") is False
        fold = board.fold("take")
        expect(fold).to_contain_text(board.t("file-no-seal"))
        take = fold.get_by_role("button", name=board.t("file-take"))
        take.click()
        expect(fold.locator(".fu-copied")).to_have_text(board.t("file-plain-first"))
        fold.get_by_label(board.t("file-plain")).check()
        with page.expect_download() as download:
            take.click()
        download.value.save_as(plain)
        board.fold("erase").get_by_role("button", name=board.t("board-erase")).click()
        fold = board.fold("bring")
        bring = fold.get_by_role("button", name=board.t("file-bring"))
        fold.locator("input[type=file]").set_input_files(sealed)
        bring.click()
        expect(fold.locator(".fu-copied")).to_have_text(board.t("file-cannot-open"))
        assert board.kept() == []
        fold.locator("input[type=file]").set_input_files(plain)
        bring.click()
        expect(board.root).to_have_attribute("data-kept", "1")


def test_the_record_is_a_table_that_no_program_takes_for_formulas(board: Board) -> None:
    board.put('=HYPERLINK("https://example.org")')
    board.open()
    board.root.get_by_role("button", name=board.t("board-did")).first.click()
    board.root.get_by_role("button", name=board.t("board-note-it")).click()
    board.ready()
    fold = board.fold("record")
    with board.page.expect_download() as download:
        fold.get_by_role("button", name=board.t("record-save")).click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    head, row = csv.reader(text.splitlines())
    assert head[0] == board.t("record-day")
    assert row[0] == "2027-02-09"
    assert row[1].startswith("'=")


def test_what_another_version_wrote_can_be_read(board: Board) -> None:
    board.put("Mill")
    board.page.evaluate(
        """() => {
          const [name] = Object.keys(localStorage).filter((one) => one.includes(".kept."));
          const { answers, id } = JSON.parse(localStorage[name]);
          const more = { version: 9, employer: "Mill", color: "red" };
          localStorage[name] = JSON.stringify({ id, answers, ...more });
          localStorage["should-i-call.kept.x"] = "{";
        }"""
    )
    board.open()
    expect(board.root).to_have_attribute("data-kept", "1")
    expect(board.root).to_contain_text(board.t("board-unreadable-one"))
    board.note("Mill")
    assert next(one for one in board.page.evaluate(KEPT) if "red" in one[1])


def test_an_empty_page_wakes_no_python(board: Board, asked: list[str]) -> None:
    board.page.goto("applications/")
    expect(board.root).to_contain_text(board.t("board-empty"))
    assert not [one for one in asked if one.endswith((".wasm ", "worker.js "))]


def test_it_is_accessible(board: Board) -> None:
    board.put("Mill")
    board.put("Hill", FORMAL)
    board.open()
    board.note("Mill")
    for fold in ("record", "take", "bring", "erase"):
        board.fold(fold)
    board.root.locator(".fu-board__more").first.evaluate("(one) => (one.open = true)")
    for width in (NARROW, WIDE):
        resize(board.page, width)
        assert fits(board.page)
    assert violations(board.page) == []
    with dark(board.page):
        assert violations(board.page, *COLORS) == []


def test_without_javascript_there_is_a_record_to_print(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("applications/")
        expect(page.locator(".fu-static table")).to_be_visible()
