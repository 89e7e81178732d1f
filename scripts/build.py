"""Make everything, in order, and say what was made: name, size, seconds."""

import argparse
import sys

from scripts.steps import EVERYTHING, QUIZ_ONLY, SHOWN, StepError, run


def main() -> int:
    """Build; stop at the first thing a person has to mend."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.set_defaults(steps=EVERYTHING)
    for option, steps, meaning in (
        ("--quiz", QUIZ_ONLY, "no site: only what it is made of"),
        ("--shown", SHOWN, "what make serve shows: the quiz with Python as it comes"),
    ):
        parser.add_argument(option, dest="steps", action="store_const", const=steps, help=meaning)
    try:
        run(parser.parse_args().steps)
    except StepError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
