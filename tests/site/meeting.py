"""A reader on somebody else's page with the quiz in it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import cast

from playwright.sync_api import Frame, Page, expect

from followup.guide import Guide
from tests.site.foreign import ForeignSite
from tests.site.pilot import Pilot


@dataclass(frozen=True)
class Visit:
    """A reader on a foreign page with the quiz in it."""

    page: Page
    site: ForeignSite
    guide: Guide

    @property
    def frame(self) -> Frame:
        """The embedded page."""
        return next(one for one in self.page.frames if one != self.page.main_frame)

    @property
    def quiz(self) -> Pilot:
        """A reader who answers in the frame."""
        return Pilot(cast("Page", self.frame), self.guide)

    def ready(self) -> "Visit":
        """Show that a reader is there, and wait until Python is awake."""
        stage = self.frame.locator("[data-quiz]")
        expect(stage).to_have_attribute("data-state", re.compile("."))
        stage.dispatch_event("pointerdown")
        expect(stage).to_have_attribute("data-state", re.compile("asking|advising"), timeout=60_000)
        return self

    def tall(self) -> int:
        """How tall the page shows the frame."""
        return int(self.page.locator("iframe").evaluate("frame => frame.clientHeight"))


Meet = Callable[..., AbstractContextManager[Visit]]
