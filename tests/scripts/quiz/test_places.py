"""Where we go against the library, we say so; where others differ from us, we have looked."""

import json
import subprocess

import holidays
import pytest

from followup import opened
from scripts.bench.page import MADE
from scripts.days_off import CAUSES, PAGE, compared, of_places
from scripts.quiz.places import CLOSED_IN_FACT, LEFT, NAMES, OWN_WEEKENDS

ASK_ICU = """
const ask = (code) => new Intl.Locale(`en-${code}`);
const week = (locale) => locale.getWeekInfo?.() ?? locale.weekInfo;
const codes = JSON.parse(process.argv[1]);
const days = codes.map((code) => [code, week(ask(code)).weekend.map((day) => day - 1)]);
console.log(JSON.stringify(Object.fromEntries(days)));
"""


def test_every_country_whose_weekend_others_tell_otherwise_was_looked_at() -> None:
    codes = [code for code in opened.holidays().countries if code != "UK"]
    command = ["node", "-e", ASK_ICU, json.dumps(codes)]
    icu = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = {code: place.weekend for code in codes if (place := opened.holidays().place(code))}
    library = {code: holidays.country_holidays(code, years=2027).weekend for code in codes}
    saturday_too = {"IN", "UG"}  # of those with Sunday alone, those for which ICU has that as well
    assert {code for code in codes if ours[code] != {*icu[code]}} == {
        *("AF", "BD", "BN", "DJ", "MV", "PS", "SO"),
        *saturday_too,
    }
    against_the_library = {
        code for code in codes if ours[code] != library[code] | {5, 6} & ours[code]
    }
    assert against_the_library == {"LY", "MR", "PS", "SO"}
    known = {one.place for one in OWN_WEEKENDS} | {*LEFT}
    assert known >= {code for code in codes if ours[code] != {*icu[code]}} | against_the_library


@pytest.mark.parametrize("one", [*CLOSED_IN_FACT, *OWN_WEEKENDS], ids=str)
def test_who_goes_against_the_library_names_two_sources(one: object) -> None:
    sources = getattr(one, "sources")  # noqa: B009 - of either sort
    assert len({*sources}) == 2


def test_every_name_of_ours_is_that_of_a_region() -> None:
    known = opened.holidays()
    assert {region for region in NAMES if region not in known.regions(region[:2])} == set()


def test_the_page_shows_what_we_set_and_every_difference_with_its_cause() -> None:
    shown = {found[2]: found[0] for found in MADE.finditer(PAGE.read_text(encoding="utf-8"))}
    for name, made in of_places().items():
        assert made in shown[name]
    rows = shown["differences"].split("\n| ")[3:]
    assert {row.split(" | ")[0]: row.split(" | ")[2].split(" |")[0] for row in rows} == CAUSES


def test_a_day_on_which_both_others_agree_against_us_is_a_difference() -> None:
    good_friday, easter_monday = "2027-03-26", "2027-03-29"
    both = {"2027": [good_friday, easter_monday], "2028": ["2028-01-03"]}
    one = {"2027": [good_friday], "2028": ["2028-01-03"]}
    rows = compared(opened.holidays(), {"US": both, "FR": both, "JP": {}}, {"US": one, "FR": both})
    assert good_friday in rows["US"][0]
    assert easter_monday not in rows["US"][0]
    assert "JP" not in rows
