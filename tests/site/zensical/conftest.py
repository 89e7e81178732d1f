"""Tests of the site that Zensical makes: only make zensical collects them."""

from scripts.paths import GENERATOR

collect_ignore_glob = [] if GENERATOR == "zensical" else ["test_*.py"]
