# Everything that one does here has a target; `make help` lists them.
# A target works from a fresh clone: it makes what it needs first.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

FRAMEWORK ?= herefordshire
# the first Python on the path that is new enough; PYTHON=… chooses another
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(shell \
  $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
export CHROMIUM ?= $(firstword $(foreach b,chromium chromium-browser google-chrome,$(shell command -v $(b))))
BIN := .venv/bin

.PHONY: help
help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' Makefile | sed -E 's/^([a-z0-9-]+):.*## /  \1\t/' | expand -t 12

.PHONY: setup
setup: .venv/dev.stamp node_modules/npm.stamp ## .venv with the pinned packages, and what npm brings for demo and tests

.PHONY: demo
demo: .venv/run.stamp node_modules/npm.stamp ## a council to try in Microsoft's local Teams client (FRAMEWORK=sefton for another)
	$(BIN)/python app.py demo --framework $(FRAMEWORK)

.PHONY: run
run: .venv/run.stamp ## the service itself, as the settings in the environment say
	$(BIN)/python app.py serve

.PHONY: teams-app
teams-app: .venv/bin/python ## the app to upload in Teams, zipped (APP_ID=the bot's id SITE=https://… for its pages)
	$(BIN)/python -m tools.teams_package --app-id "$(APP_ID)" $(if $(SITE),--site "$(SITE)")

.PHONY: check
check: .venv/dev.stamp ## format, lint, types and the import table
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports

.PHONY: test
test: setup check ## check, then every test (without a Chromium: all but those in a browser)
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not e2e"
	$(if $(CHROMIUM),$(BIN)/pytest -m e2e,@echo "The browser tests were left out: no Chromium found. $(NEEDS_CHROMIUM)")

.PHONY: e2e
e2e: setup ## a person's path in the local Teams client with a real browser
	@$(if $(CHROMIUM),:,echo "Nothing was run: $(NEEDS_CHROMIUM)" && exit 1)
	$(BIN)/pytest -m e2e

.PHONY: year
year: .venv/dev.stamp ## twelve months of every council on both databases (COUNCIL=sefton for one of them)
	$(BIN)/pytest tests/year/whole_years.py -rP $(if $(COUNCIL),-k $(COUNCIL))

.PHONY: shape
shape: ## the figures of the shape that we keep; fails beyond a hard limit
	@$(if $(wildcard $(BIN)/python),$(BIN)/python,$(PYTHON)) -m tools.shape

.PHONY: bench
bench: .venv/dev.stamp ## our bot beside its peers, with figures (ONLY=turn for one of the benchmarks)
	$(BIN)/python -m bench $(if $(ONLY),--only $(ONLY))
	$(BIN)/python -m bench.report

NEEDS_CHROMIUM := these tests drive a real browser; install it (Debian: apt-get install chromium) or name one with CHROMIUM=…

# One stamp a set of packages: a target is made again only when its list changes.
.venv/bin/python:
	@$(if $(PYTHON),:,echo "Python 3.11 or newer is needed and none was found; PYTHON=… names one." && exit 1)
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

.venv/dev.stamp: requirements.txt requirements-dev.txt constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	@touch $@ .venv/run.stamp

# Scripts of npm packages are not run: none that we use needs one.
node_modules/npm.stamp: package.json package-lock.json
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@; \
	else echo "npm was not found, so there is no local Teams client: demo says so, and tests that need it fail. Node.js 20 or newer brings it."; fi
