# The commands of this project. `make serve` shows the site; `make test` checks everything.

PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
NEW_ENOUGH := -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
PY ?= $(firstword $(foreach p,$(PYTHONS),$(shell $(p) $(NEW_ENOUGH) && echo $(p))))
PYTHON := .venv/bin/python
export NO_MKDOCS_2_WARNING := 1

.PHONY: help accept setup build serve preview test test-browsers test-calendars test-hosts test-speech test-mcp conformance zensical days law check addresses release outside renumber publish verify test-faults twice audit changed proof fuzz parity mutation bench bench-growth bench-advice bench-applications clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: .venv/.ready node_modules/.ready ## install what the project needs, here and nowhere else

ifdef PYODIDE # another version than the pinned one, to try it: make preview PYODIDE=314.0.7
export PYODIDE_FOLDER := build/pyodide-$(PYODIDE)/node_modules/pyodide
setup: $(PYODIDE_FOLDER)/package.json
$(PYODIDE_FOLDER)/package.json: | node_modules/.ready
	@mkdir -p build/pyodide-$(PYODIDE)
	@npm install --prefix build/pyodide-$(PYODIDE) --ignore-scripts --no-audit --no-fund --loglevel=error pyodide@$(PYODIDE)
endif

build: setup ## make the site, into site/
	@$(PYTHON) -m scripts.build

serve: setup ## show the site while you edit it
	@$(PYTHON) -m scripts.serve

preview: build ## show the built site as its host would
	@$(PYTHON) -m scripts.preview

check: setup ## the quick checks: no build, no browser, nothing slow
	@$(PYTHON) -m scripts.check
	@$(PYTHON) -m pytest -q -m 'not built and not slow' --numprocesses 2 --dist worksteal

test: setup ## all checks, the proof and all tests, in a real browser
	@$(PYTHON) -m scripts.check
	@$(PYTHON) -m scripts.prove
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.browser
	@$(PYTHON) -m pytest --numprocesses auto --dist worksteal

addresses: setup ## add what is new on the site to the ledger of published addresses: part of a release
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.addresses --add $(if $(DATE),--date $(DATE))

release: setup ## make a release, here only: make release VERSION=2026.12.0; with DRY=1 only show it
	@$(PYTHON) -m scripts.release $(VERSION) $(if $(DATE),--date $(DATE)) $(if $(DRY),--dry-run)

renumber: setup ## after a change in the table of numbers: change all prose that repeats it
	@$(PYTHON) -m scripts.renumber

accept: setup ## after a change in the table of numbers: rewrite the advice that tests have stored, for review
	@$(PYTHON) -m scripts.accept $(REV)

outside: setup ## ask the addresses of the sources whether they still answer; reports, never fails
	@$(PYTHON) -m scripts.outside

test-browsers: setup ## try the quiz in Firefox and WebKit too, where they can be had
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/webkit.lock
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.browsers

test-calendars: setup ## add our calendar files to real calendars, and read back what a person would see
	@$(PYTHON) -m scripts.programs calendars

test-hosts: setup ## serve the site by nginx, Caddy, Apache and as Cloudflare Pages, those that are here, and walk the quiz
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.browser
	@$(PYTHON) -m scripts.programs hosts

test-speech: setup ## hear what Orca says of the quiz in Chromium and Firefox, where they can be had
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.programs speech

test-faults: setup ## break each file in each way, publish three times, follow 10,000 odd links: half an hour
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.browser
	@FAULTS=1 $(PYTHON) -m pytest -q --numprocesses auto --dist worksteal tests/site/faults

publish: build ## put the quiz of former releases beside the new one: make publish FROM=a-copy-of-what-is-online
	@$(PYTHON) -m scripts.publish "$(FROM)"

verify: setup ## compare a copy of the site with what was built here: make verify COPY=https://your.site/path/
	@$(PYTHON) -m scripts.verify "$(COPY)"

twice: build ## build once more, elsewhere and as if on another day, and compare every byte
	@$(PYTHON) -m scripts.twice

audit: setup build/audit-env/.ready ## ask the registries whether what we use has known flaws
	@build/audit-env/bin/python -m scripts.audit

conformance: setup ## try the site for accessibility, and write what was tried into the statement
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.conformance

test-mcp: setup ## try the server for assistants with the protocol's own client
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/mcp.lock
	@$(PYTHON) -m scripts.build --quiz
	@$(PYTHON) -m pytest -q tests/mcp

zensical: setup build/zensical-env/.ready ## make a second site from the same sources with Zensical, and compare
	@$(PYTHON) -m scripts.build
	@GENERATOR=zensical $(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.zensical
	@$(PYTHON) -m scripts.browser
	@GENERATOR=zensical $(PYTHON) -m pytest -q tests/site/zensical tests/site/test_quiz.py tests/site/test_embed.py tests/site/test_site.py

law: setup ## list what the law gives that nobody has checked for half a year
	@$(PYTHON) -m scripts.law

days: setup build/other-calendars/.ready ## compare our days off with two other calendars; what differs has a reason
	@$(PYTHON) -m scripts.days_off

changed: setup ## say which advice changes since the last release: make changed REV=…
	@$(PYTHON) -m scripts.changed $(REV)

proof: setup ## try the rules on their whole space, and in 20,000 lives; the next build shows what was tried
	@$(PYTHON) -m scripts.prove --all

fuzz: setup ## try 100,000 requests, links and command lines that nobody means
	@FUZZ=100000 $(PYTHON) -m pytest -q tests/followup/test_fuzz.py

parity: setup ## ask Python, the command line and the browser's Python 20,000 times the same
	@$(PYTHON) -m scripts.build --quiz
	@PARITY=20000 $(PYTHON) -m pytest -q --numprocesses auto --dist worksteal tests/followup/test_parity.py tests/scripts/quiz/test_endings.py tests/scripts/quiz/test_first_screens.py

mutation: setup ## break the rules on purpose and see whether a test notices: make mutation ONLY=engine
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/mutation.lock
	@$(PYTHON) -m scripts.mutation $(ONLY)

bench: setup ## measure how fast Python starts in the page, beside the usual recipe: make bench N=7 BEFORE=an-older-site/assets/quiz
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.bench --rounds $(or $(N),7) $(if $(BEFORE),--before $(BEFORE))

bench-growth: setup ## measure how size, start and one advice grow with the rules, and the memory
	@$(PYTHON) -m scripts.build
	@$(PYTHON) -m scripts.bench.growth

bench-advice: setup ## measure how long one advice takes, here and in the browser's Python
	@$(PYTHON) -m scripts.build --quiz
	@$(PYTHON) -m scripts.bench.advice

bench-applications: build ## measure how soon five hundred kept applications show, beside an empty list
	@$(PYTHON) -m scripts.bench.applications

clean: ## remove all that is made or installed
	rm -rf .venv node_modules build site widget/followup/guide.json widget/followup/almanac.json widget/followup/sections.json
	rm -rf .cache .mypy_cache .pytest_cache .ruff_cache widget/followup.egg-info

.venv/.ready: requirements.lock pyproject.toml
	@test -n "$(PY)" || { echo "Python 3.11 or newer is missing. Install python3 and python3-venv, or run: make PY=/path/to/python" >&2; exit 1; }
	@test -x $(PYTHON) || $(PY) -m venv .venv || { rm -rf .venv; echo "Python cannot make a virtual environment. Install python3-venv." >&2; exit 1; }
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

build/audit-env/.ready: scripts/audit.lock
	@test -x $(@D)/bin/python || $(PY) -m venv $(@D)
	@$(@D)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/audit.lock
	@touch $@

build/zensical-env/.ready: scripts/zensical.lock
	@test -x $(@D)/bin/python || $(PY) -m venv $(@D)
	@$(@D)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/zensical.lock
	@touch $@

build/other-calendars/.ready: scripts/other_calendars/requirements.lock scripts/other_calendars/package-lock.json
	@test -x $(@D)/bin/python || $(PY) -m venv $(@D)
	@$(@D)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r scripts/other_calendars/requirements.lock
	@cp scripts/other_calendars/package.json scripts/other_calendars/package-lock.json .npmrc $(@D)
	@cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

node_modules/.ready: package-lock.json .npmrc
	@command -v node >/dev/null || { echo "Node.js is missing. Install Node.js 20 or newer, with npm." >&2; exit 1; }
	@node -e 'process.exit(+(parseInt(process.versions.node) < 20))' || { echo "Node.js $$(node --version) is too old. Install Node.js 20 or newer." >&2; exit 1; }
	@command -v npm >/dev/null || { echo "npm is missing. Install npm." >&2; exit 1; }
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@
