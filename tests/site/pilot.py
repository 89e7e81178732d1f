"""A reader of the quiz, for the tests: answers what is asked, by the ids of the contract."""

import json
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import Locator, Page, expect

from followup import bridge

TODAY = "2027-02-09"
NOON = datetime.fromisoformat(f"{TODAY}T12:00:00")
STAGE = "[data-quiz]"

# A friendly place, no day named, a week of silence: the plainest follow-up there is.
ANSWERS = {
    "heard": "nothing",
    "interviewed-on": "2027-02-02",
    "timeline": "none",
    "instructions": "none",
    "other-deadline": "none",
    "thanked": "yes",
    "check-ins": "0",
    "contact": "hiring-manager",
    "channels": "email",
    "culture": "unsure",
    "manner": "friendly",
    "calls-normal": "no",
}


def view(answers: dict[str, str], **more: object) -> dict[str, object]:
    """Ask the ordinary Python what the page must show."""
    asked = {"answers": answers, "today": TODAY} | more
    document: dict[str, object] = json.loads(bridge.view(json.dumps(asked)))
    return document


@dataclass(frozen=True)
class Pilot:
    """Drives the quiz on a page."""

    page: Page
    phrases: dict[str, str]

    def start(self, fragment: str = "", path: str = "quiz/") -> "Pilot":
        """Open the quiz on the day of the tests and wait until it shows anything."""
        self.page.clock.set_fixed_time(NOON)
        self.page.goto(f"{path}{fragment}")
        self.stage.locator("h1, h2").first.wait_for()  # the notice that Python is down has an h2
        return self

    @property
    def stage(self) -> Locator:
        """The quiz on the page."""
        return self.page.locator(STAGE)

    @property
    def screen(self) -> str | None:
        """What is shown: the number of a screen, advice, slow or down."""
        return self.stage.get_attribute("data-screen")

    def on(self, screen: str) -> None:
        """Wait for a screen; Python may have to wake up first."""
        expect(self.stage).to_have_attribute("data-screen", screen, timeout=60_000)

    def field(self, question: str, value: str) -> Locator:
        """Find an option, or the field of a day."""
        option = self.page.locator(f"#fu-{question}-{value}")
        return option if option.count() else self.page.locator(f"#fu-{question}")

    def answer(self, question: str, value: str) -> None:
        """Answer one question."""
        field = self.field(question, value)
        if field.get_attribute("type") == "date":
            field.fill(value)
        else:
            field.check()

    def asked(self) -> list[str]:
        """List the questions on the screen."""
        ids = self.stage.locator("fieldset").evaluate_all(
            "all => all.map((one) => one.querySelector('[id^=fu-]:is(input)').id)"
        )
        known = sorted(ANSWERS, key=len, reverse=True)
        return [next(q for q in known if one.startswith(f"fu-{q}")) for one in ids]

    def press(self, phrase: str) -> None:
        """Press the button with this phrase on it."""
        self.stage.get_by_role("button", name=self.phrases[phrase], exact=True).first.click()

    def submit(self) -> None:
        """Continue, and wait until another screen stands."""
        before = self.screen
        self.press("continue")
        expect(self.stage).not_to_have_attribute("data-screen", before or "", timeout=60_000)
        expect(self.stage).not_to_have_attribute("data-screen", "slow", timeout=60_000)

    def finish(self) -> list[str]:
        """Answer screen after screen until the advice stands; return the screens passed."""
        passed: list[str] = []
        while (screen := self.screen) != "advice":
            assert screen not in {None, *passed}, f"screen {screen} comes again"
            passed.append(str(screen))
            for question in self.asked():
                self.answer(question, ANSWERS[question])
            self.submit()
        return passed
