"""The quiz on a page, for the tests: answers what is asked, by the ids of the contract."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from followup import bridge
from followup.guide import Guide, QuestionText
from followup.questions import BY_ID, LINES, lines_of, one_line_at_most
from scripts.quiz.plainest import PLAINEST

TODAY = "2027-02-09"
NOON = datetime.fromisoformat(f"{TODAY}T12:00:00")
ANSWERS = PLAINEST
STAGE = "[data-quiz]"
# Days alone stand still. Playwright's clock slows each timer down too, and axe sets thousands.
FIXED = """(now) => {
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length ? given : [now])); }
    static now() { return now; }
  };
}"""
FOLLOW = """(link) => {
  document.querySelector("[data-quiz] h1").dataset.before = "";
  location.hash = link;
}"""
STYLED = "() => getComputedStyle(document.querySelector('.fu-mount')).scrollMarginTop !== '0px'"
SLEEPS = "**/*.wasm"  # without it, Python does not wake up


def set_day(page: Page, moment: datetime = NOON) -> None:
    """Let it be this moment on a page, and on all that is loaded there."""
    now = moment.timestamp() * 1000
    page.add_init_script(f"({FIXED})({now})")
    page.evaluate(FIXED, now)


def fragment(answers: dict[str, str]) -> str:
    """Return the part of a link that holds answers."""
    return "#v=1&" + "&".join(f"{question}={value}" for question, value in answers.items())


def headline(answers: dict[str, str]) -> str:
    """Return what the ordinary Python says first."""
    return str(view(answers, advise=True)["headline"]["text"])


def view(answers: dict[str, str], **more: object) -> dict[str, Any]:
    """Ask the ordinary Python what the page must show."""
    asked = {"answers": answers, "today": TODAY} | more
    document: dict[str, Any] = json.loads(bridge.view(json.dumps(asked)))
    return document


@dataclass(frozen=True)
class QuizPage:
    """What a reader sees of the quiz and does with it."""

    page: Page
    guide: Guide

    @property
    def phrases(self) -> dict[str, str]:
        """The words of the interface."""
        return self.guide.phrases

    @property
    def questions(self) -> dict[str, QuestionText]:
        """The questions in words."""
        return self.guide.questions

    def without_python(self) -> "QuizPage":
        """Let Python never come: no question needs it."""
        self.page.route(SLEEPS, lambda _: None)
        return self

    def start(self, fragment: str = "", path: str = "quiz/") -> "QuizPage":
        """Open the quiz on the day of the tests and wait until it shows a screen of its own."""
        set_day(self.page)
        self.page.goto(f"{path}{fragment}")
        expect(self.stage).to_have_attribute("data-screen", re.compile("."))
        return self

    def follow(self, answers: dict[str, str]) -> None:
        """Follow a link with these answers on the page, and wait until what stands is theirs."""
        self.page.evaluate(FOLLOW, fragment(answers))
        expect(self.stage.locator("h1[data-before]")).to_have_count(0)  # another took its place
        expect(self.stage).to_have_attribute("aria-busy", "false")

    def look_elsewhere(self) -> None:
        """Open a page of the guide, and come back."""
        self.page.goto("timing/")
        self.page.go_back()

    @property
    def stage(self) -> Locator:
        """The quiz on the page."""
        return self.page.locator(STAGE)

    @property
    def screen(self) -> str | None:
        """What is shown: the number of a screen, advice, slow or down."""
        return self.stage.get_attribute("data-screen")

    def is_awake(self) -> None:
        """Wait until Python is there, and nothing is asked of it."""
        expect(self.stage).to_have_attribute("data-state", "asking")
        expect(self.stage).to_have_attribute("aria-busy", "false")

    def on(self, screen: str) -> None:
        """Wait for a screen; Python may have to wake up first."""
        expect(self.stage).to_have_attribute("data-screen", screen)

    def field(self, question: str, value: str) -> Locator:
        """Find an option, or the field of a day."""
        return self.page.locator(f"#fu-{question}-{value}, input[type=date]#fu-{question}")

    def answer(self, question: str, value: str) -> None:
        """Answer one question; where there are lines to tick, by those."""
        if lines_of(question):
            self.tick(question, value)
            return
        group = self.questions[question].options.get(value)
        more = self.page.locator(f"[aria-controls=fu-{question}-more]")
        if group and group.group and more.get_attribute("aria-expanded") == "false":
            more.click()
        field = self.field(question, value)
        if field.get_attribute("type") == "date":
            field.fill(value)
        else:
            field.check()

    def tick(self, question: str, value: str) -> None:
        """Tick the lines that say this of a question, and no other of its lines."""
        lines = lines_of(question)
        told = {value} if one_line_at_most(question) else {*value.split("+")}
        rest = told - {line.value for line in lines} - {BY_ID[question].plain}
        for line in lines:
            box = self.page.locator(f"#fu-true-{line.id}")
            if box.is_visible():
                box.set_checked(line.value in told if line.value else bool(rest))
        for one in rest:
            for member in one.split("+"):
                self.page.locator(f"#fu-{question}-{member}").check()

    def asked(self) -> list[str]:
        """List the questions on the screen."""
        found = [
            *self.stage.locator("legend:visible[id]").all(),
            *self.stage.locator(".fu-lines > label:visible > input").all(),
        ]
        ids = [one.get_attribute("id") or "" for one in found]
        named = {f"fu-{one}-legend": one for one in BY_ID}
        named |= {f"fu-true-{line.id}": line.question for line in LINES}
        return [*dict.fromkeys(named[one] for one in ids)]

    def press(self, phrase: str) -> None:
        """Press the button with this phrase on it."""
        self.stage.get_by_role("button", name=self.phrases[phrase], exact=True).first.click()

    def unfold(self, *names: str) -> None:
        """Open these folds of a result, and the folds in them."""
        for name in names:
            fold = self.stage.locator(f"details[data-fold={name}]")
            expect(fold).to_have_count(1)
            inside = fold.locator("details")
            for one in (fold, inside):
                one.evaluate_all("all => all.forEach((one) => (one.open = true))")

    def fill_in(self) -> None:
        """Answer what is on the screen."""
        for question in self.asked():
            self.answer(question, ANSWERS[question])

    def go_on(self, *screens: str) -> None:
        """Answer these screens."""
        for screen in screens:
            self.on(screen)
            self.fill_in()
            self.press("continue")

    def told(self) -> list[str]:
        """List the questions of "What you told us", open or closed."""
        titles = {text.title: question for question, text in self.questions.items()}
        return [titles[one] for one in self.stage.locator(".fu-told dt").all_inner_texts()]

    def change(self, question: str) -> None:
        """Change an answer from "What you told us"."""
        name = self.phrases["change-what"].format(label=self.questions[question].title)
        self.stage.get_by_role("button", name=name).click()

    def submit(self) -> None:
        """Continue, and wait until another screen stands."""
        before = self.screen
        self.press("continue")
        expect(self.stage).not_to_have_attribute("data-screen", before or "")
        expect(self.stage).not_to_have_attribute("data-screen", "slow")

    def finish(self) -> list[str]:
        """Answer screen after screen until the advice stands; return the screens passed."""
        passed: list[str] = []
        while (screen := self.screen) != "advice":
            assert screen not in {None, *passed}, f"screen {screen} comes again"
            passed.append(str(screen))
            self.fill_in()
            self.submit()
        return passed
