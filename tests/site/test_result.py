"""The result: its picture, what would change it, the calendar file, and what can be taken along."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Page, expect

from followup.guide import Guide
from followup.model import Action
from followup.questions import UNSURE
from scripts.paths import ROOT
from tests.conftest import OpenPage, origin_of, promised, without_faults
from tests.site.axe import COLORS, NARROW, WIDE, dark, resize, violations
from tests.site.quiz_page import ANSWERS, TODAY, QuizPage, fragment, set_day, view

pytestmark = [pytest.mark.built, pytest.mark.browser]

FOLDS = ("words", "because", "avoid", "changes", "stated", "keep", "call")
LIMITED = "Win32"  # the one platform on which an address may not be long
HOSTILE = "<img src=x onerror=window.hurt=1>"


def arrived(quiz: QuizPage, answers: dict[str, str] = ANSWERS) -> QuizPage:
    """Come by a link; where Python is awake already, as a reader who erased what was there."""
    if quiz.page.url == "about:blank" or quiz.screen != "advice":
        quiz.page.goto("about:blank")
        quiz.start(fragment(answers))
    else:
        expect(quiz.stage).to_have_attribute("aria-busy", "false")  # else it is drawn once more
        quiz.unfold("keep")
        quiz.press("start-again")
        quiz.on("1")
        quiz.follow(answers)
    quiz.on("advice")
    quiz.unfold(*set(FOLDS) & set(folds(quiz)))
    return quiz


def folds(quiz: QuizPage) -> list[str]:
    """List the folds there are."""
    every = quiz.stage.locator("details[data-fold]")
    names: list[str] = every.evaluate_all("all => all.map((one) => one.dataset.fold)")
    return names


@pytest.fixture
def result(kept: Page, site_url: str, guide: Guide) -> Iterator[QuizPage]:
    """Give the result, in the one page of this module: Python wakes up once."""
    kept.set_viewport_size({"width": 1280, "height": 720})
    with without_faults(kept, origin_of(site_url)):
        yield arrived(QuizPage(kept, guide))


def changes() -> list[dict[str, str]]:
    found: list[dict[str, str]] = view(ANSWERS, advise=True)["words"]["changes"]
    return found


def take_another(result: QuizPage) -> None:
    """Try an answer that brings no question, and take it: another advice stands."""
    change = changes()[0]
    result.unfold("changes")
    row = result.stage.locator(f".fu-flips > li[data-question={change['question']}]").first
    row.get_by_role("button").first.click()
    row.get_by_role("button", name=result.phrases["use-it"]).click()
    expect(result.stage.locator("h1")).to_have_text(change["then"])


def test_the_plan_is_drawn_for_the_width_there_is_and_said_in_words(result: QuizPage) -> None:
    plan = result.stage.locator(".fu-plan")
    expect(plan.locator(".fu-plan__wide")).to_be_visible()
    expect(plan.locator(".fu-plan__tall")).to_be_hidden()
    marks = view(ANSWERS, advise=True)["timeline"]["marks"]
    expect(plan.get_by_role("img")).to_have_accessible_description("")
    expect(plan.get_by_role("img")).to_have_accessible_name(
        " ".join(["Your plan on a calendar", *(mark["text"] for mark in marks)])
        + " Fine any day: Feb\u00a09–23"
    )
    plan.locator("summary").click()
    expect(plan.locator("ol > li")).to_have_text([mark["text"] for mark in marks])
    result.page.set_viewport_size({"width": 320, "height": 700})
    expect(plan.locator(".fu-plan__tall")).to_be_visible()
    expect(plan.locator(".fu-plan__wide")).to_be_hidden()


def test_what_was_said_stands_beside_what_follows(result: QuizPage) -> None:
    because = view(ANSWERS, advise=True)["words"]["because"]
    rows = result.stage.locator("[data-fold=because] .fu-because > li")
    expect(rows).to_have_count(len(because))
    for row, one in zip(rows.all(), because, strict=True):
        expect(row).to_contain_text(one["said"])
        expect(row).to_contain_text(one["so"])
    expect(result.stage.locator(".fu-claim")).to_have_count(0)


def test_what_is_asked_less_often_is_a_line_that_opens(result: QuizPage) -> None:
    close = "all => all.forEach((one) => (one.open = false))"
    result.stage.locator("details").evaluate_all(close)
    assert folds(result)[-5:] == ["because", "disagree", "avoid", "changes", "keep"]
    for name in folds(result)[-5:]:
        summary = result.stage.locator(f"[data-fold={name}] > summary")
        expect(summary.get_by_role("heading", level=2)).to_have_count(1)
        height = (summary.bounding_box() or {"height": 99})["height"]
        assert height < 60, f"{name}: more than one line"


def test_trying_another_answer_leaves_the_own_answers_as_they_are(result: QuizPage) -> None:
    own = result.stage.locator("h1").inner_text()
    change = changes()[0]
    row = result.stage.locator(".fu-flips > li").first
    expect(row).to_contain_text(change["if"])
    attempt = row.get_by_role("button").first
    expect(attempt).to_have_attribute("aria-expanded", "false")
    attempt.focus()
    result.page.keyboard.press("Enter")
    expect(attempt).to_have_attribute("aria-expanded", "true")
    expect(attempt).to_be_focused()
    sides = row.locator(".fu-compare > div")
    expect(sides.first).to_contain_text(own)
    expect(sides.last).to_contain_text(change["then"])
    expect(sides.last.locator("mark").first).to_be_visible()
    expect(result.stage.locator(".fu-leaf--pencil")).not_to_have_count(0)
    expect(result.stage.locator("h1")).to_have_text(own)
    result.page.keyboard.press("Escape")
    expect(attempt).to_have_attribute("aria-expanded", "false")
    expect(attempt).to_be_focused()
    expect(row.locator(".fu-compare")).to_have_count(0)
    expect(result.stage.locator("h1")).to_have_text(own)


def test_only_one_other_answer_is_tried_at_a_time(result: QuizPage) -> None:
    rows = result.stage.locator(".fu-flips > li")
    for number in (0, 1):
        rows.nth(number).get_by_role("button").first.click()
        expect(rows.nth(number).locator(".fu-compare")).to_be_visible()
    expect(result.stage.locator(".fu-compare")).to_have_count(1)


def test_what_really_happened_becomes_the_answer(result: QuizPage) -> None:
    take_another(result)
    expect(result.stage.locator("h1")).to_be_focused()


def test_an_answer_that_brings_a_question_leads_to_it(result: QuizPage) -> None:
    row = result.stage.locator(".fu-flips > li[data-question=check-ins]").first
    row.get_by_role("button").first.click()
    row.get_by_role("button", name=result.phrases["use-it"]).click()
    result.on("4")
    result.stage.get_by_role("button", name=result.questions["last-check-in"].title).click()
    field = result.page.locator("#fu-last-check-in-typed")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    field.fill("8 feb")
    result.page.keyboard.press("Enter")
    expect(result.stage).not_to_have_attribute("data-screen", "1")


def test_what_was_taken_can_be_taken_back(result: QuizPage) -> None:
    h1 = result.stage.locator("h1")
    own = h1.inner_text()
    take_another(result)
    other = h1.inner_text()
    assert other != own
    result.page.go_back()
    expect(h1).to_have_text(own)
    result.page.go_forward()
    expect(h1).to_have_text(other)
    result.press("back")
    expect(h1).to_have_text(own)
    take_another(result)
    result.page.reload()
    expect(h1).to_have_text(other)
    result.page.go_back()
    expect(h1).to_have_text(own)
    take_another(result)
    result.press("undo")
    expect(h1).to_have_text(own)
    expect(result.stage.get_by_role("button", name=result.phrases["undo"])).to_have_count(0)
    result.unfold("keep")
    result.press("start-again")
    result.on("1")
    result.page.go_back()  # all that is left is a first screen without an answer
    result.on("1")
    assert result.told() == []


def test_what_is_typed_fills_the_message_and_stays_on_the_page(quiz: QuizPage) -> None:
    seen: list[str] = []
    quiz.page.on("request", lambda request: seen.append(request.url))
    arrived(quiz).page.fill("#fu-blank-your-name", HOSTILE)
    letter = quiz.stage.locator(".fu-letter").first
    expect(letter).to_contain_text(HOSTILE)
    expect(quiz.page.locator("img[src=x]")).to_have_count(0)
    assert quiz.page.evaluate("window.hurt") is None
    stored = quiz.page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])")
    for place in (quiz.page.url, stored, *seen):
        assert "hurt" not in place


def test_a_name_without_end_breaks_nothing(result: QuizPage) -> None:
    result.page.set_viewport_size({"width": 320, "height": 700})
    result.page.fill("#fu-blank-your-name", "x" * 10_000)
    result.page.fill("#fu-blank-job", "y" * 10_000)
    expect(result.stage.locator(".fu-letter").first).to_contain_text("x" * 10_000)
    assert result.page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_edited_message_survives_what_happens_around_it(result: QuizPage) -> None:
    letter = result.stage.locator(".fu-letterbox").first
    result.page.fill("#fu-blank-your-name", "Kim")
    letter.get_by_role("button", name=result.phrases["edit"]).click()
    area = letter.locator("textarea")
    expect(area).to_be_focused()
    area.fill("Hello [interviewer],\n\nMy own words.\n\nKim")
    result.stage.locator(".fu-flips > li").first.get_by_role("button").first.click()
    expect(result.stage.locator(".fu-compare")).to_be_visible()
    result.page.keyboard.press("Escape")
    expect(area).to_be_visible()
    result.press("beside")
    result.on("5")
    result.page.go_back()
    result.on("advice")
    sheet = result.stage.locator(".fu-letter__body").first
    expect(sheet).to_contain_text("My own words.")
    result.page.fill("#fu-blank-interviewer", "Ana")
    expect(sheet).to_contain_text("Hello Ana,")
    mail = result.stage.locator("a[href^='mailto:']").first
    address = mail.get_attribute("href") or ""
    assert "My%20own%20words" in address
    assert address.startswith("mailto:?")
    result.press("our-words")
    expect(sheet).not_to_contain_text("My own words.")
    result.press("my-words")
    expect(sheet).to_contain_text("My own words.")


def test_a_blank_filled_while_writing_shows_at_once_and_stays_a_blank(result: QuizPage) -> None:
    letter = result.stage.locator(".fu-letterbox").first
    letter.get_by_role("button", name=result.phrases["edit"]).click()
    area = letter.locator("textarea")
    result.page.fill("#fu-blank-interviewer", "Ana")
    expect(area).to_have_value(re.compile("Ana"))
    area.press("Control+End")
    area.press_sequentially("Bye")
    result.page.fill("#fu-blank-interviewer", "Ben")
    expect(area).to_have_value(re.compile("Ben.*Bye$", re.DOTALL))
    expect(area).not_to_have_value(re.compile("Ana"))


def test_a_message_too_long_for_a_mail_address_is_not_cut(result: QuizPage) -> None:
    letter = result.stage.locator(".fu-letterbox").first
    note = letter.get_by_text(result.phrases["mail-long"])
    expect(note).to_be_hidden()
    letter.get_by_role("button", name=result.phrases["edit"]).click()
    letter.locator("textarea").fill("Long words. " * 200)
    mail = letter.locator("a[href^='mailto:']")
    expect(mail).to_have_attribute("href", re.compile("body=.*Long%20words"))
    expect(note).to_be_hidden()
    result.page.evaluate(f"Object.defineProperty(navigator, 'platform', {{ value: '{LIMITED}' }})")
    letter.locator("textarea").fill("Long words. " * 201)
    expect(note).to_be_visible()
    expect(mail).not_to_have_attribute("href", re.compile("body="))


def test_each_sentence_of_the_message_has_its_reason(result: QuizPage) -> None:
    message = view(ANSWERS, advise=True)["words"]["message"]
    assert len(message["reasons"]) > 1
    fold = result.stage.locator(".fu-letterbox details").first
    fold.locator("summary").click()
    expect(fold.locator("ol > li")).to_have_text(message["reasons"])


def test_the_message_can_be_saved_as_text(result: QuizPage) -> None:
    result.page.fill("#fu-blank-your-name", "Zoë")
    with result.page.expect_download() as download:
        result.press("save-text")
    assert download.value.suggested_filename.endswith(".txt")
    text = download.value.path().read_text(encoding="utf-8")
    assert text.rstrip().endswith("Zoë")
    assert text.count("\n\n") > 2


def test_the_calendar_file_holds_each_step_with_a_reminder(quiz: QuizPage, site_url: str) -> None:
    asked: list[str] = []
    quiz.page.on("request", lambda request: asked.append(request.url))
    arrived(quiz).page.fill("#fu-blank-job", "clerk; <b>, \\ or ☎")
    assert not [url for url in asked if "ical" in url]
    days = saved_days(quiz)
    steps = view(ANSWERS, advise=True)["plan"]
    assert [day.start for day in days] == [date.fromisoformat(step["on"]) for step in steps]
    for event in days:
        assert event.end - event.start == timedelta(days=1)
        assert "clerk; <b>, \\ or ☎" in str(event["SUMMARY"])
        assert str(event["URL"]).startswith(site_url)
        assert f"{site_url}quiz/\n" in str(event["DESCRIPTION"])  # without an answer
        (alarm,) = event.walk("VALARM")
        local = datetime.combine(event.start, time(9)).astimezone()  # as the browser's zone
        assert alarm.decoded("TRIGGER") == local
    again = saved_days(quiz)
    assert [event["UID"] for event in again] == [event["UID"] for event in days]
    assert len({str(event["UID"]) for event in days}) == len(days)


def test_the_calendar_gets_a_link_with_the_answers_if_that_is_ticked(
    quiz: QuizPage, site_url: str
) -> None:
    box = arrived(quiz).stage.get_by_role("checkbox", name=quiz.phrases["calendar-link"])
    expect(box).not_to_be_checked()
    box.check()
    for event in saved_days(quiz):
        text = str(event["DESCRIPTION"])
        link = next(word for word in text.split() if word.startswith(f"{site_url}quiz/#"))
        assert {*link.partition("#")[2].split("&")} == {*fragment(ANSWERS)[1:].split("&")}
    box.uncheck()
    for event in saved_days(quiz):
        assert "interviewed-on" not in str(event["DESCRIPTION"])


def test_two_jobs_with_one_interview_day_are_two_in_a_calendar(quiz: QuizPage) -> None:
    arrived(quiz).page.fill("#fu-blank-job", "clerk")
    clerk = named(saved_days(quiz))
    quiz.page.fill("#fu-blank-job", "cook")
    assert not clerk.keys() & named(saved_days(quiz)).keys()
    quiz.page.fill("#fu-blank-job", "clerk")
    assert named(saved_days(quiz)) == clerk


def test_a_later_answer_and_a_later_name_move_the_same_days(quiz: QuizPage) -> None:
    first = named(saved_days(arrived(quiz)))
    quiz.page.fill("#fu-blank-job", "clerk")
    assert named(saved_days(quiz)).keys() == first.keys()
    later = {"contact": "hr", "country": "JP", "stage": "final"}
    assert named(saved_days(arrived(quiz, ANSWERS | later))).keys() == first.keys()
    waited = ANSWERS | {"check-ins": "1", "last-check-in": TODAY, "calls": "0"}
    assert named(saved_days(arrived(quiz, waited))).keys() < first.keys()


def test_what_no_longer_holds_is_canceled_if_the_reader_says_so(quiz: QuizPage) -> None:
    arrived(quiz).page.fill("#fu-blank-job", "clerk")
    first = named(saved_days(quiz))
    heard = {"heard": "still-deciding", "heard-on": TODAY}
    news = ANSWERS | heard | {"timeline": "date", "decision-date": "2027-02-24"}
    arrived(quiz, news)
    quiz.stage.get_by_label(quiz.phrases["calendar-earlier"]).check()
    quiz.stage.get_by_label(quiz.phrases["calendar-earlier-name"]).fill("clerk")
    moved = saved_days(quiz)
    gone = {str(one["UID"]) for one in moved if one.get("STATUS") == "CANCELLED"}
    steps = view(news, advise=True)["plan"][1:]
    assert [one.start for one in moved if str(one["UID"]) not in gone] == [
        date.fromisoformat(step["on"]) for step in steps
    ]
    assert len(first.keys() & gone) == len(first) - len(steps)
    assert not any(one.walk("VALARM") for one in moved if str(one["UID"]) in gone)


def test_after_a_no_the_days_can_be_taken_away(quiz: QuizPage) -> None:
    first = named(saved_days(arrived(quiz)))
    arrived(quiz, ANSWERS | {"heard": "rejected", "heard-on": TODAY, "replied": "no"})
    day = quiz.stage.get_by_label(quiz.phrases["calendar-earlier-day"])
    expect(day).to_have_value(ANSWERS["interviewed-on"])
    day.fill("")
    quiz.press("calendar-remove")
    expect(day).to_be_focused()  # without it nothing is saved
    day.fill(ANSWERS["interviewed-on"])
    gone = saved_days(quiz, "calendar-remove")
    assert first.keys() <= named(gone).keys()
    assert {str(one["STATUS"]) for one in gone} == {"CANCELLED"}
    assert not any(one.walk("VALARM") for one in gone)


def named(days: list[Event]) -> dict[str, date]:
    """Return the days of steps by their names."""
    found = {str(event["UID"]): event.start for event in days}
    assert found
    assert len(found) == len(days)
    return found


def saved_days(quiz: QuizPage, button: str = "calendar") -> list[Event]:
    with quiz.page.expect_download() as download:
        kept = quiz.stage.locator(".fu-keep")
        kept.get_by_role("button", name=quiz.phrases[button]).click()
    assert download.value.suggested_filename.endswith(".ics")
    content = download.value.path().read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return [*Calendar.from_ical(content).walk("VEVENT")]  # type: ignore[list-item]


def test_two_quick_presses_save_one_file(quiz: QuizPage) -> None:
    saved: list[str] = []
    quiz.page.on(
        "download", lambda download: saved.append(Path(download.suggested_filename).suffix)
    )
    button = arrived(quiz).stage.get_by_role("button", name=quiz.phrases["calendar"]).first
    button.dblclick()
    expect(button.locator("..")).to_contain_text(quiz.phrases["calendar-done"])
    with quiz.page.expect_download():
        quiz.press("save-text")  # a second file would have come before this one
    assert saved == [".ics", ".txt"]


def test_without_the_library_the_page_says_where_the_days_stand(
    open_page: OpenPage, guide: Guide
) -> None:
    with open_page(expected="ERR_FAILED") as page:
        page.route("**/ical.js", lambda route: route.abort())
        quiz = arrived(QuizPage(page, guide))
        quiz.press("calendar")
        expect(quiz.stage).to_contain_text(quiz.phrases["calendar-failed"])


def test_erasing_leaves_nothing_typed(result: QuizPage) -> None:
    result.page.fill("#fu-blank-your-name", "Kim")
    result.press("start-again")
    result.on("1")
    assert result.told() == []
    result.follow(ANSWERS)
    result.on("advice")
    expect(result.page.locator("#fu-blank-your-name")).to_have_value("")


def test_the_link_brings_the_result_back_elsewhere(quiz: QuizPage, open_page: OpenPage) -> None:
    arrived(quiz).page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    quiz.press("copy-link")
    said = quiz.stage.locator(".fu-copied", has_text=quiz.phrases["copied"])
    expect(said).to_have_count(1)  # hidden before long, and still there
    link = promised(quiz.page, "navigator.clipboard.readText()")
    heading = quiz.stage.locator("h1").inner_text()
    with open_page() as page:
        other = QuizPage(page, quiz.guide).start("#" + link.partition("#")[2])
        other.on("advice")
        expect(other.stage.locator("h1")).to_have_text(heading)


def test_a_blank_leads_to_its_field_and_the_copy_button_knows_what_is_left(
    quiz: QuizPage,
) -> None:
    arrived(quiz).page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    left = quiz.stage.locator(".fu-letter").first.locator("button.fu-blank")
    names = list(dict.fromkeys(left.all_inner_texts()))
    fill = quiz.phrases["fill-and-copy"].format(n=len(names))
    copy = quiz.stage.locator(".fu-result__answer .fu-copier")
    expect(copy.get_by_role("button", name=fill)).to_be_visible()
    left.last.click()
    expect(quiz.page.locator("#fu-blank-your-name")).to_be_focused()
    copy.get_by_role("button", name=fill).click()
    expect(quiz.page.locator(f"#fu-blank-{names[0][1:-1].replace(' ', '-')}")).to_be_focused()
    anyway = quiz.stage.locator(".fu-letter__acts .fu-copier").first
    anyway.get_by_role("button").click()
    expect(anyway).to_contain_text(quiz.phrases["blanks"].format(n=len(names)))
    for name in names:
        quiz.page.fill(f"#fu-blank-{name[1:-1].replace(' ', '-')}", "Kim")
    copy.get_by_role("button", name=quiz.phrases["copy"], exact=True).click()
    text = quiz.page.evaluate("navigator.clipboard.readText()")
    assert "[" not in text
    assert "\N{NO-BREAK SPACE}" not in text
    quiz.press("copy-subject")
    subject = quiz.page.evaluate("navigator.clipboard.readText()")
    quiz.press("copy-body")
    body = quiz.page.evaluate("navigator.clipboard.readText()")
    assert text == f"{quiz.phrases['subject']}: {subject}\n\n{body}"


def test_axe_finds_nothing_on_the_result(open_page: OpenPage, guide: Guide) -> None:
    with open_page(reduced_motion="reduce") as page:
        quiz = arrived(QuizPage(page, guide))
        quiz.press("edit")
        quiz.stage.locator(".fu-flip__try").first.click()
        expect(quiz.stage.locator(".fu-compare")).to_be_visible()
        quiz.stage.locator("details").evaluate_all("all => all.map((one) => (one.open = true))")
        for width in (WIDE, NARROW):
            resize(page, width)
            assert violations(page, within="[data-quiz]") == [], f"{width} px"
        with dark(page):
            assert violations(page, *COLORS, within="[data-quiz]") == [], "dark"


def finished(answers: dict[str, str], today: date) -> dict[str, str]:
    """Answer whatever would still be asked as one does who is not sure."""
    while True:
        page = view(answers, today=today.isoformat())
        if page["kind"] == "advice":
            return answers
        asked = [one["id"] for one in page["questions"] if one["value"] is None]
        assert asked, page["problems"]
        answers = answers | dict.fromkeys(asked, UNSURE)


def situations() -> dict[str, dict[str, Any]]:
    """Return one situation of the cases for each action."""
    files = sorted((ROOT / "tests/cases").glob("*.toml"))
    cases = [case for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]
    tomorrow = {"heard": "nothing", "interviewed-on": "2027-02-10"}
    cases.append({"action": "prepare", "today": date.fromisoformat(TODAY), "answers": tomorrow})
    return {case["action"]: case for case in cases}


def test_there_is_a_situation_for_each_action() -> None:
    assert set(situations()) == {action.value for action in Action}


def test_each_action_has_a_result_that_is_whole(quiz: QuizPage) -> None:
    arrived(quiz)  # a page of its own: its day changes
    for action, case in situations().items():
        answers = finished(case["answers"], case["today"])
        set_day(quiz.page, datetime.combine(case["today"], time(12)))
        quiz.follow(answers)
        expected = view(answers, today=case["today"].isoformat())
        expect(quiz.stage).to_have_attribute("data-action", action)
        expect(quiz.stage.locator("h1")).to_have_text(expected["headline"]["text"])
        expect(quiz.stage).not_to_contain_text(re.compile(r"undefined|\{"))
        expect(quiz.stage.locator(".fu-plan svg:visible")).to_have_count(1)


def test_what_the_law_gives_stands_beside_the_advice(quiz: QuizPage) -> None:
    quiz.start(fragment(ANSWERS | {"region": "CA-ON", "staff": "yes"}))
    quiz.on("advice")
    law = quiz.stage.locator(".fu-result__law")
    expect(law.get_by_role("heading", level=2).first).to_have_text(quiz.phrases["law-title"])
    expect(law.locator("[data-right=law-ontario]")).to_contain_text("Friday, March 19")
    official = law.get_by_role("link", name="Regulation 476/24")
    expect(official).to_have_attribute("href", re.compile("ontario.ca/laws/"))
    words = law.locator("details").first
    words.locator("summary").first.click()
    expect(words).to_contain_text("whether a hiring decision has been made")
    expect(quiz.stage.locator(".fu-plan")).to_contain_text(quiz.phrases["mark-law"])


def test_the_size_is_asked_for_where_the_law_looks_at_it(quiz: QuizPage) -> None:
    quiz.start(fragment(ANSWERS))
    quiz.on("advice")
    quiz.unfold("stated")
    quiz.press("beside")
    quiz.on("5")
    size = quiz.page.locator("#fu-staff-yes")
    quiz.page.locator("#fu-country").select_option("CA")
    region = quiz.page.get_by_label(quiz.questions["region"].title)
    region.select_option(label="Quebec")
    expect(size).to_have_count(0)
    region.select_option(label="Ontario")
    quiz.answer("staff", "yes")
    quiz.press("continue")
    quiz.on("advice")
    expect(quiz.stage.locator("[data-right=law-ontario]")).to_be_visible()
