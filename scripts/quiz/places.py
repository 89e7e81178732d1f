"""What we know of places that the library does not: weekends, days off in fact, and names.

Each line has a reason and, where it goes against the library, two sources that agree.
"""

from __future__ import annotations

from dataclasses import dataclass

MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class ClosedInFact:
    """Days that are no public holiday by law, on which most offices are closed all the same."""

    country: str
    category: str  # of the library
    why: str
    sources: tuple[str, str]
    names: tuple[str, ...] = ()  # how the names of the days begin; none: all of the category
    weekdays: frozenset[int] = frozenset(range(7))


CLOSED_IN_FACT = (
    ClosedInFact(
        "BR",
        "optional",
        "Carnival and Corpus Christi: each place decides, and banks, post and most offices close.",
        (
            "diariodoconesul.com.br/como-funcionarao-os-bancos-durante-o-carnaval",
            "inteligenciafinanceira.com.br/financas/financas-pessoais/corpus-christi-confira-o-que-abre-e-o-que-fecha-neste-feriado",
        ),
        ("Carnival", "Corpus Christi"),
    ),
    ClosedInFact(
        "HK",
        "optional",
        "General holidays, on which offices close; the law obliges employers only on some.",
        ("npm date-holidays 3.37.0: public holidays", "PyPI workalendar 17.0.0"),
    ),
    ClosedInFact(
        "ID",
        "government",
        "Collective leave: set by the state, free for companies, and the country stands still.",
        (
            "en.wikipedia.org/wiki/Cuti_bersama",
            "thejakartapost.com/business/2024/04/20/despite-its-name-collective-leave-is-off-limits-for-many.html",
        ),
    ),
    ClosedInFact(
        "PT",
        "optional",
        "Carnival Tuesday: in the Labor Code as optional, and given by custom and most agreements.",
        (
            "apcmc.pt/legislacao/terca-feira-carnaval-feriado-2",
            "theportugalnews.com/news/2023-02-13/civil-servants-given-day-off-for-carnival/74707",
        ),
        ("Carnival",),
    ),
    ClosedInFact(
        "SE",
        "de_facto",
        "Midsummer Eve, Christmas Eve and New Year’s Eve: free by agreement nearly everywhere.",
        ("npm date-holidays 3.37.0: bank holidays", "PyPI workalendar 17.0.0"),
    ),
    ClosedInFact(
        "TT",
        "optional",
        "Carnival Monday and Tuesday: no public holidays, and most businesses are closed.",
        (
            "otp.tt/trinidad-and-tobago/national-holidays-and-awards",
            "officeholidays.com/countries/trinidad-and-tobago/2019",
        ),
        ("Carnival",),
    ),
    ClosedInFact(
        "UY",
        "bank",
        "Tourism Week: Thursday and Friday only, on which most businesses close.",
        ("en.wikipedia.org/wiki/Tourism_Week", "npm date-holidays 3.37.0: public holidays"),
        ("Tourism Week",),
        frozenset((THURSDAY, FRIDAY)),
    ),
)


@dataclass(frozen=True, slots=True)
class OwnWeekend:
    """A weekend for which two sources agree against the library, or which a region has alone."""

    place: str
    days: frozenset[int]
    why: str
    sources: tuple[str, str]


FRIDAY_SATURDAY = frozenset((FRIDAY, SATURDAY))
MALAYSIAN = (
    "thestar.com.my/news/nation/2024/12/31/business-as-usual-on-new-year039s-day-for-residents-in-five-states-across-malaysia",
    "dollarsandsense.my/what-different-weekends-in-malaysian-states-how-it-started-first-place",
)
OWN_WEEKENDS = (
    OwnWeekend(
        "LY",
        FRIDAY_SATURDAY,
        "Sunday to Thursday are working days by decision 489 of 2005.",
        ("ilo.org/dyn/natlex/natlex4.detail?p_isn=75276", "CLDR 48"),
    ),
    OwnWeekend(
        "MR",
        frozenset((SATURDAY, SUNDAY)),
        "Saturday and Sunday since October 2014.",
        (
            "zeit.de/news/2014-09/11/mauretanien-mauretaniens-wochenende-beginnt-kuenftig-wieder-am-samstag-11235202",
            "CLDR 48",
        ),
    ),
    OwnWeekend(
        "PS",
        FRIDAY_SATURDAY,
        "Friday and Saturday; in Ramallah some rest on Sunday in place of Saturday.",
        (
            "visitramallah.ramallah.ps/en/article/62/Holidays-and-Weekends",
            "english.pnn.ps/2020/11/23/due-to-corona-prime-minister-announces-total-closure-during-weekends",
        ),
    ),
    OwnWeekend(
        "SO",
        FRIDAY_SATURDAY,
        "Friday is the weekly day off, and Sunday is worked. Saturday is open, so it stays off.",
        ("trtafrika.com/english/article/e22b16537522", "workdays.space/en/somalia/jubbada-hoose"),
    ),
    OwnWeekend("MY-02", FRIDAY_SATURDAY, "Kedah, offices and companies alike.", MALAYSIAN),
    OwnWeekend("MY-03", FRIDAY_SATURDAY, "Kelantan, offices and companies alike.", MALAYSIAN),
    OwnWeekend("MY-11", FRIDAY_SATURDAY, "Terengganu, offices and companies alike.", MALAYSIAN),
)

# Looked at and left as the library has it.
LEFT = {
    "AF": "Thursday is a working morning (afghannews.af), though CLDR has it off with Friday.",
    "BD": "CLDR alone has Saturday and Sunday; the library and the press have Friday and Saturday.",
    "BN": "CLDR alone has Saturday and Sunday; offices rest on Friday and Sunday.",
    "DJ": "CLDR alone has Saturday and Sunday; no second source was found.",
    "IN": "CLDR has Sunday alone; most offices rest on Saturday, too.",
    "MV": "CLDR alone has Saturday and Sunday; the press has Friday and Saturday.",
    "NP": "A second day was tried in 2022 and taken back; library and CLDR have both days.",
    "AE-SH": "Sharjah’s three days bind its government; companies set their own.",
    "MY-01": "Johor went back to Saturday and Sunday on 1 January 2025.",
    "UG": "CLDR has Sunday alone; most offices rest on Saturday, too.",
}

# Where working days were swapped for years, and are no longer.
NO_LONGER_SWAPPED = {
    "TW": "taipeitimes.com/News/taiwan/archives/2025/06/14/2003838607",
}

# By what name people know a region in English, where the library has another.
NAMES = {
    "AR-B": "Buenos Aires Province",
    "AR-C": "Buenos Aires City",
    "BA-BIH": "Federation of Bosnia and Herzegovina",
    "BA-BRC": "Brčko",
    "CH-BE": "Bern",
    "CH-GE": "Geneva",
    "CH-LU": "Lucerne",
    "CH-SG": "St. Gallen",
    "CH-ZH": "Zurich",
    "CL-AI": "Aysén",
    "CL-LI": "O’Higgins",
    "CL-RM": "Santiago",
    "DE-BY": "Bavaria",
    "DE-HE": "Hesse",
    "DE-MV": "Mecklenburg-Western Pomerania",
    "DE-NI": "Lower Saxony",
    "DE-NW": "North Rhine-Westphalia",
    "DE-RP": "Rhineland-Palatinate",
    "DE-SN": "Saxony",
    "DE-ST": "Saxony-Anhalt",
    "DE-TH": "Thuringia",
    "ES-AN": "Andalusia",
    "ES-AR": "Aragon",
    "ES-CL": "Castile and León",
    "ES-CN": "Canary Islands",
    "ES-CT": "Catalonia",
    "ES-IB": "Balearic Islands",
    "ES-NC": "Navarre",
    "ES-PV": "Basque Country",
    "ES-VC": "Valencia",
    "FI-01": "Åland",
    "FI-02": "South Karelia",
    "FI-03": "South Ostrobothnia",
    "FI-04": "South Savo",
    "FI-07": "Central Ostrobothnia",
    "FI-08": "Central Finland",
    "FI-10": "Lapland",
    "FI-12": "Ostrobothnia",
    "FI-13": "North Karelia",
    "FI-14": "North Ostrobothnia",
    "FI-15": "North Savo",
    "FI-18": "Uusimaa (Helsinki)",
    "FI-19": "Southwest Finland",
    "FR-973": "French Guiana",
    "FR-974": "Réunion",
    "FR-MF": "Saint Martin",
    "FR-NC": "New Caledonia",
    "FR-PF": "French Polynesia",
    "FR-PM": "Saint Pierre and Miquelon",
    "FR-TF": "French Southern Territories",
    "FR-WF": "Wallis and Futuna",
    "IN-DH": "Dadra and Nagar Haveli, Daman and Diu",
    "IT-BZ": "Bolzano (South Tyrol)",
    "IT-FI": "Florence",
    "IT-FC": "Forlì-Cesena",
    "IT-GE": "Genoa",
    "IT-MB": "Monza and Brianza",
    "IT-MI": "Milan",
    "IT-MN": "Mantua",
    "IT-NA": "Naples",
    "IT-PD": "Padua",
    "IT-RM": "Rome",
    "IT-SR": "Syracuse",
    "IT-SU": "South Sardinia",
    "IT-TN": "Trento",
    "IT-TO": "Turin",
    "IT-VE": "Venice",
    "MY-04": "Malacca",
    "MY-07": "Penang",
    "MY-14": "Kuala Lumpur",
    "MY-15": "Labuan",
    "MY-16": "Putrajaya",
    "NZ-CIT": "Chatham Islands",
    "NZ-MWT": "Manawatū-Whanganui",
    "NZ-WGN": "Wellington",
    "PT-11": "Lisbon",
    "PT-20": "Azores",
    "PT-30": "Madeira",
    "US-DC": "Washington, D.C.",
    "US-VI": "US Virgin Islands",
    "US-WA": "Washington State",
}

# The library's own codes for what ISO 3166-2 calls otherwise.
ISO = {"BQ-BON": "BQ-BO", "BQ-SAB": "BQ-SA", "BQ-STA": "BQ-SE"}
