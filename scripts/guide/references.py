"""Check that everything in the guide that must point somewhere does.

Rules name sections, claims and conflicts; questions name options and
sections; prose repeats numbers of the one table; messages have blanks and a
length. Each finding names the file and the line, and what is wrong there.
"""

from __future__ import annotations

import re
import string
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from followup import quiz, rules
from followup.model import STATUS_CONTACTS, Action, Channel, Confidence, Recipient, Sending
from scripts.guide import (
    doubtful_numbers,
    evidence,
    question_lists,
    quiz_references,
    two_readers,
)
from scripts.guide.all_rules import ALL_RULES, CASES
from scripts.guide.reader import (
    ANSWERS,
    MADE_PAGES,
    MESSAGES_PAGE,
    QUIZ_PAGE,
    GuideSource,
    GuideSourceError,
    Place,
    links_in,
    read_guide,
)
from scripts.paths import DOCS, PACKAGE, ROOT

LEAD_WORDS, LEAD_CHARACTERS = 40, 240
MESSAGE_WORDS = 120
SHORTER = dict.fromkeys(
    ("ask-for-news", "date-has-passed", "last-message", "still-going-on", "call-script"), 90
) | {"voicemail": 60}
ALSO_NEEDED = ("voicemail", "deadline-sentence")  # parts of other messages, or beside them
BLANKS = frozenset(
    (
        "interviewer",
        "job",
        "company",
        "interview day",
        "their date",
        "deadline day",
        "answer day",
        "one detail",
        "your name",
        "phone",
        "one line of fit",
        "what they asked for",
        "time 1",
        "time 2",
        "what was agreed",
        "first answer",
        "second answer",
    ),
)
FRAME = re.compile(r"Hello(?: \[interviewer\])?,$|Kind regards,|\[your name\]$")
END = re.compile(r"(?:[.?!]|\])(?=\s|$)")  # a blank that ends a paragraph is a sentence
BLANK = re.compile(r"\[([^\]]+)\]")
WORD = re.compile(r"[^\s—–]+")
A_ROW = re.compile(r'\b(?:after|within|TimingId)\([^"\n\[]*"([a-z-]+)"')  # named in code
WHICH_MESSAGE = "which-message"
FRONT_MATTER = ["title", "description", "reviewed"]
ALSO = ["template", "search"]  # how a page is shown; after the others
Fault = tuple[Place | str, str]  # where an editor or a programmer has to mend something, and what


def findings(source: GuideSource) -> list[str]:
    """Return all that is wrong, in the order of the checks; an empty list is good news."""
    checks = (
        pages,
        two_readers.faults,
        headings,
        links,
        leads,
        numbers_in_prose,
        messages,
        messages_chosen,
        messages_listed,
        reasons,
        quiz_references.faults,
        rule_sources,
        rule_ids,
        rows_in_code,
        evidence.claims_without_a_place,
        question_lists.faults,
        evidence.disagreements_without_a_place,
        evidence.bare_figures,
        doubtful_numbers.faults,
        phrases,
    )
    return [f"{place}: {text}" for check in checks for place, text in check(source)]


def pages(source: GuideSource) -> Iterator[Fault]:
    """Each page has exactly the front matter that the site and its checks rely on."""
    for page, front in source.pages.items():
        place = Place(f"docs/{page}.md", 1)
        if [name for name in front if name not in ALSO] != FRONT_MATTER:
            yield place, f"the front matter must be {', '.join(FRONT_MATTER)}, in this order"
        elif not re.fullmatch(r"\d{4}-\d\d-\d\d", front["reviewed"]):
            yield place, "“reviewed” is not a date such as 2026-11-22"


def headings(source: GuideSource) -> Iterator[Fault]:
    """Each heading has an id, and no id stands twice in the whole site."""
    for block in source.blocks:
        if block.level > 1 and not block.id:
            yield block.place, f"the heading “{block.title}” has no id such as {{ #some-id }}"
    homes: dict[str, list[Place]] = {}
    for ref, places in source.ids.items():
        homes.setdefault(ref.partition("#")[2], []).extend(places)
    for identifier, places in homes.items():
        for place in places[1:]:
            yield place, f"the id {identifier} is already used at {places[0]}"


def links(source: GuideSource) -> Iterator[Fault]:
    """Each link inside the guide leads to a page and a section that exist."""
    for link in source.links:
        if re.match(r"[a-z]+:", link.target):
            continue
        path, _, anchor = link.target.partition("#")
        if path.endswith((".json", ".txt")):
            continue  # MkDocs knows the files
        page = resolve(link.page, path.removesuffix(".md")) if path else link.page
        if path and not path.endswith(".md"):
            yield link.place, f"link to a page of the guide by its .md file: {link.target}"
        elif page not in source.pages:
            if page not in MADE_PAGES:  # those are checked in the built site
                yield link.place, f"there is no page {path}"
        elif anchor.startswith(ANSWERS) and page == QUIZ_PAGE:
            continue
        elif anchor and f"{page}#{anchor}" not in source.ids:
            yield link.place, f"there is no section {page}#{anchor}"


def resolve(page: str, path: str) -> str:
    """Return the page that a relative path means, seen from a page."""
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def leads(source: GuideSource) -> Iterator[Fault]:
    """The first paragraph of a section is short enough for the quiz to quote."""
    quoted = [(ref, one["lead"], source.lead_places[ref]) for ref, one in source.sections.items()]
    quoted += [(name, one["ours"], source.places[name]) for name, one in source.conflicts.items()]
    for ref, lead, place in quoted:
        words = len(WORD.findall(lead))
        if not lead:
            yield place, f"the section {ref} does not begin with a paragraph"
        elif words > LEAD_WORDS or len(lead) > LEAD_CHARACTERS:
            most = f"at most {LEAD_WORDS} and {LEAD_CHARACTERS}"
            yield place, f"the lead of {ref} has {words} words and {len(lead)} characters; {most}"


def numbers_in_prose(source: GuideSource) -> Iterator[Fault]:
    """Prose that repeats a number of the table says the same number."""
    for link in source.links:
        row = link.target.rpartition("timing.md#")[2]
        if row == link.target or row not in source.timings:
            continue
        if link.text != source.timings[row].words:
            says = f"links to {row}, which says “{source.timings[row].words}”"
            way_out = "to change all such links at once: make renumber"
            yield link.place, f"“{link.text}” {says}; {way_out}"


def messages(source: GuideSource) -> Iterator[Fault]:
    """Each message is short, its blanks are known, and those that are needed are there."""
    for identifier, message in source.messages.items():
        most = SHORTER.get(identifier, MESSAGE_WORDS)
        place = source.places[identifier]
        for text in (message["usual"], *message["variants"].values()):
            words = len(WORD.findall(" ".join(text["paragraphs"])))
            if words > most:
                yield place, f"the message {identifier} has {words} words; at most {most}"
            everything = " ".join((text["subject"] or "", *text["paragraphs"]))
            for blank in BLANK.findall(everything):
                if blank not in BLANKS:
                    yield place, f"the message {identifier} has an unknown blank [{blank}]"
    for needed in ALSO_NEEDED:
        if needed not in source.messages:
            yield "docs/messages.md", f"there is no message with the id {needed}"


def messages_chosen(source: GuideSource) -> Iterator[Fault]:
    """Each message that the rules choose is there, of its kind, and is what some step gets."""
    cases = [*(case for _, case in CASES.values()), *({"channel": one} for one in Channel)]
    actions = defaultdict(set)
    for action, case in product(Action, cases):
        chosen = rules.message_for(Sending(action, **{"channel": Channel.EMAIL} | case))
        actions[str(chosen)].add(action)
    for rule in rules.MESSAGE.rules:
        place, form = place_of_rule(rules.MESSAGE.name, rule.id), rule.then
        if rule.id not in source.messages:
            yield place, f"docs/messages.md has no message with the id {rule.id}"
        if rule.id not in actions:
            yield place, "no step gets this message; move the line above the one that fits"
        if actions[rule.id] & STATUS_CONTACTS and not (form.asks_for_both or form.spoken):
            yield place, "it asks for news, so its kind is NEWS"


def messages_listed(source: GuideSource) -> Iterator[Fault]:
    """Each message can be found in the list at the top of its page."""
    of_list = (one.tokens for one in source.blocks if one.id == WHICH_MESSAGE)
    inlines = (token for tokens in of_list for token in tokens if token.type == "inline")
    listed = {target.rpartition("#")[2] for inline in inlines for _, target, _ in links_in(inline)}
    for name in (one for one in source.messages if one not in source.rights):
        if name not in listed:
            text = f"{WHICH_MESSAGE} does not list {name}; write [its words](messages.md#{name})"
            yield source.places[name], text


def reasons(source: GuideSource) -> Iterator[Fault]:
    """Below each message stands one reason for each of its sentences."""
    for block in source.blocks:
        if block.page != MESSAGES_PAGE or block.id not in source.messages:
            continue
        paragraphs = source.messages[block.id]["usual"]["paragraphs"]
        said = sum(sentences(one) for one in paragraphs if not FRAME.match(one))
        kinds = [token.type for token in block.tokens]
        end = kinds.index("ordered_list_close") if "ordered_list_close" in kinds else 0
        if said != (given := kinds[:end].count("list_item_open")):
            counted = f"has {said} sentences and {given} reasons"
            wanted = "below it goes a numbered list with one for each"
            yield block.place, f"the message {block.id} {counted}; {wanted}"


def sentences(paragraph: str) -> int:
    """Count the sentences of a paragraph; a blank inside of one ends nothing."""
    inner = re.sub(r"\[[^\]]*\](?!$)", "X", paragraph.strip())
    return len(END.findall(inner))


def place_of_rule(table: str, identifier: str) -> str:
    """Return the file, the line and the table in which a rule stands."""
    file = f"widget/followup/rules/{'wait' if table == 'FLOORS' else table.lower()}.py"
    text = (ROOT / file).read_text(encoding="utf-8")
    test = f"def {identifier.replace('-', '_')}("
    line = text[: text.find(test if test in text else f'"{identifier}"')].count("\n") + 1
    return f"{file}:{line}: {table}, {identifier}"


def rule_sources(source: GuideSource) -> Iterator[Fault]:
    """Each rule rests on a section, on claims that we keep, and on known conflicts."""
    for table, rule in ALL_RULES:
        place = place_of_rule(table, rule.id)
        if rule.section not in source.sections:
            yield place, f"there is no section {rule.section}"
        if table == "ACTION" and not rule.claims:
            yield place, 'it names no claim; write claims="T9", with those that it rests on'
        for claim in rule.claims:
            if claim not in source.claims:
                yield place, f"the ledger has no claim {claim}"
        for conflict in rule.conflicts:
            if conflict not in source.conflicts:
                yield place, f"there is no disagreement {conflict}"


def rule_ids(_: GuideSource) -> Iterator[Fault]:
    """No two lines have the same id: one could not tell which of them decided."""
    seen: dict[str, str] = {}
    for table, rule in (*ALL_RULES, *(("MESSAGE", one) for one in rules.MESSAGE.rules)):
        if rule.id in seen:
            text = f"the id stands in the table {seen[rule.id]} already; choose another"
            yield place_of_rule(table, rule.id), text
        seen[rule.id] = table


def rows_in_code(source: GuideSource) -> Iterator[Fault]:
    """Each row of the table of numbers that the code names is there."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for row in A_ROW.findall(line):
                if row not in source.timings:
                    text = f"docs/timing.md has no row {row}; write one, with {{ #{row} }}"
                    yield Place(file.relative_to(ROOT).as_posix(), number), text


def phrases(source: GuideSource) -> Iterator[Fault]:
    """Every word that the brain puts together has its phrase, with known slots."""
    needed = {
        *(f"headline-{action}" for action in Action),
        *(f"so-{rule.id}" for rule in rules.ACTION.rules),
        *(f"then-{action}" for action in Action if action not in {Action.WAIT, Action.NO_CONTACT}),
        *(f"do-{channel}" for channel in Channel if channel is not Channel.NONE),
        *(f"by-{channel}" for channel in Channel if channel is not Channel.NONE),
        *(f"how-{channel}" for channel in Channel),
        *(f"to-{recipient}" for recipient in Recipient),
        *(f"sure-{mark}" for mark in Confidence),
        *quiz.PHRASES,
    }
    for identifier in sorted(needed - set(source.phrases)):
        near = quiz_references.place_of_phrase(source, identifier)
        yield near, quiz_references.without_phrase(identifier)
    for identifier, text in (source.phrases | source.errors).items():
        try:
            list(string.Formatter().parse(text))
        except ValueError:
            place = quiz_references.place_of_phrase(source, identifier)
            yield place, f"the phrase {identifier} has a brace that is never closed"


def main() -> int:
    """Print what is wrong in the guide."""
    try:
        faults = findings(read_guide(DOCS))
    except GuideSourceError as error:
        faults = [str(error)]
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
