"""Terms of the glossary are explained where they stand."""

from scripts.guide.reader import GuideSource
from scripts.pages.glossary_tooltips import terms, tooltips
from tests.scripts.little_guide import read


def test_a_term_has_its_first_sentence_in_all_spellings() -> None:
    body = "## Due day { #term-due-day }\n\nThe day to ask. See [more](../timing.md).\n"
    assert tooltips(read({"about/glossary": body}))["terms.md"].splitlines() == [
        "*[Due day]: The day to ask.",
        "*[due day]: The day to ask.",
        "*[Due days]: The day to ask.",
        "*[due days]: The day to ask.",
    ]


def test_everyday_words_are_left_alone() -> None:
    body = "## Thanks { #term-thanks }\n\nA short message.\n"
    assert list(terms(read({"about/glossary": body}))) == []


def test_the_glossary_explains_its_main_terms(source: GuideSource) -> None:
    assert {"Business day", "Status contact", "Due day"} <= set(dict(terms(source)))
