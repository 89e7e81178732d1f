"""Terms of the glossary are explained where they stand."""

from scripts.guide.reader import read_guide, read_pages
from scripts.pages import glossary_tooltips
from scripts.paths import DOCS

FRONT = "---\ntitle: T\ndescription: D\nreviewed: 2026-11-22\n---\n\n# Glossary\n\n"


def test_a_term_has_its_first_sentence_in_all_spellings() -> None:
    body = "## Due day { #term-due-day }\n\nThe day to ask. See [more](../timing.md).\n"
    assert glossary_tooltips.page(read_pages({"about/glossary": FRONT + body})).splitlines() == [
        "*[Due day]: The day to ask.",
        "*[due day]: The day to ask.",
        "*[Due days]: The day to ask.",
        "*[due days]: The day to ask.",
    ]


def test_everyday_words_are_left_alone() -> None:
    body = "## Thanks { #term-thanks }\n\nA short message.\n"
    assert list(glossary_tooltips.terms(read_pages({"about/glossary": FRONT + body}))) == []


def test_the_glossary_explains_its_main_terms() -> None:
    known = dict(glossary_tooltips.terms(read_guide(DOCS)))
    assert {"Business day", "Status contact", "Due day"} <= set(known)
