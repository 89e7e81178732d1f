"""Python and the page read and write the same links."""

import doctest
import json
import random
import subprocess
from typing import Any

import pytest

from followup import address
from followup.address import read_fragment, write_fragment
from followup.errors import AnswerError
from scripts.paths import ROOT

LINKS = 3_000
PIECES = (
    *("v=1", "heard=nothing", "channels=email+phone", "closed=2027-02-09..2027-02-10", "__proto__"),
    *("&", "&", "=", "=", "#", "+", "%", "%2", "%2B", "%26", "%3D", "%25", "%zz", " ", "1", "é"),
    *("%C3%A9", "%E2%82%AC", "%E2%82", "%ED%A0%80", "%C0%80", "%F0%9F%98%80", "%FF", "\U0001f600"),
)
PAGE = """
import { json } from "node:stream/consumers";
import { readFragment, writeFragment } from "./widget/web/answers/address.js";
const links = await json(process.stdin);
const read = links.map(readFragment);
const both = read.map((answers) => [Object.entries(answers), writeFragment(answers)]);
console.log(JSON.stringify(both));
"""


def page(links: list[str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what the page reads from links, and writes again."""
    command = ["node", "--input-type=module", "-e", PAGE]
    done = subprocess.run(
        command, input=json.dumps(links), cwd=ROOT, check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def test_python_and_the_page_read_and_write_the_same() -> None:
    rnd = random.Random(3)  # noqa: S311 - not for secrets
    links = ["".join(rnd.choices(PIECES, k=rnd.randrange(9))) for _ in range(LINKS)]
    for link, (answers, written) in zip(links, page(links), strict=True):
        # An object of JavaScript sorts keys that are numbers first.
        assert sorted(read_fragment(link).items()) == sorted(map(tuple, answers)), link
        assert write_fragment(dict(answers)) == written, link


def test_the_examples_in_its_docstrings_run() -> None:
    found = doctest.testmod(address)
    assert found.attempted > 1
    assert found.failed == 0


@pytest.mark.parametrize(
    "long", ["#heard=" + "x" * 8192, "#v=1" + "".join(f"&k{n}=1" for n in range(65))]
)
def test_what_is_longer_than_any_link_of_ours_is_not_read(long: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read_fragment(long)
    assert caught.value.code == "link-too-long"
