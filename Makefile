# Thin names for the real commands. Needs Python 3.11 or newer, git and make; every tool's settings are in pyproject.toml.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := validate
.PHONY: validate test quick pages lint types contracts deps check coverage bench generate goldens package lock help clean

validate: $(READY) ## check the documents in data/; what plain `make` does
	@$(BIN)/compactctl validate; code=$$?; echo 'The command is $(abspath $(BIN)/compactctl)'; exit $$code

test: $(READY) ## run the tests, in as many processes as there are cores
	@$(BIN)/pytest -n auto

quick: $(READY) ## run the quicker tests, while you work: none that is marked slow, few examples of each property
	@$(BIN)/pytest -n auto -m 'not slow' --hypothesis-profile quick

lint: $(READY) ## code style and layout, and the safety of our workflows
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/zizmor --offline --quiet --persona pedantic .github action.yml

types: $(READY) ## check the types
	@$(BIN)/mypy

contracts: $(READY) ## check that imports only go down the floors
	@$(BIN)/lint-imports --no-logo

deps: $(READY) ## check that what is imported is declared, and what is declared is imported
	@$(BIN)/deptry src

check: test lint types contracts deps validate ## all of the above

pages: $(READY) ## look at pages and papers with a browser, checkers and LibreOffice, where they are installed
	@$(BIN)/pytest -o addopts=--import-mode=importlib -q -rs tests/pages

coverage: $(READY) ## run the tests and show the lines and branches that none of them reaches
	@$(BIN)/pytest --cov

bench: $(READY) ## measure speed and memory as ratios to a plain script
	@$(BIN)/python -m benchmarks

# In schemas/ there are no documents, whose areas the schema of a compact would name.
generate: $(READY) ## make every file anew that is made from the code; CI fails where one is not what it would be
	@$(BIN)/python -m tools.documents
	@cd schemas && for file in *.json; do env -u COMPACTCTL_DATA ../$(BIN)/compactctl schema $${file%.json} --output $$file; done
	@$(BIN)/compactctl rules --format markdown --output docs/rules.md

goldens: $(READY) ## write the golden files of the tests anew, to be looked at before they are committed
	@$(BIN)/pytest --regen-all $$(grep -rl file_regression tests --include='test_*.py')

lock: ## choose the newest libraries and tools, which `make` installs from then on
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/bin/pip install --quiet --disable-pip-version-check uv
	@UV_CUSTOM_COMPILE_COMMAND='make lock' build/lock/bin/uv pip compile --quiet --upgrade --universal \
		--python-version 3.11 --only-binary :all: --generate-hashes --extra dev --output-file requirements-dev.txt pyproject.toml

package: ## build what is published, check it, and run it with the newest libraries; with Python 3.11 also with the lowest
	@PYTHON=$(PYTHON) ci/package

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf '%-15s  %s\n' "$$name" "$$text"; done

clean: ## remove what can be made again, .venv too
	rm -rf .venv tests/pages/node_modules .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist htmlcov
	find src tests benchmarks fuzz tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# The very files that everybody has, where they are made for this machine (decision 0037). Made anew only when one of the
# two files is newer.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCKED := import platform as p, sys; sys.exit(sys.platform != "linux" or p.machine() not in ("x86_64", "aarch64") or sys.version_info >= (3, 14))
$(READY): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit("compactctl needs Python 3.11 or newer: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@echo 'Setting up .venv; this takes a minute, once'
	@$(PYTHON) -m venv .venv
	@if $(BIN)/python -c '$(LOCKED)'; then \
		$(PIP) --require-hashes --only-binary :all: --requirement requirements-dev.txt && \
		$(PIP) --no-deps --no-build-isolation --editable .; \
	else \
		echo 'requirements-dev.txt is for Linux and Python 3.11 to 3.13: here the newest libraries are taken'; \
		$(PIP) --editable '.[dev]'; \
	fi
	@touch $@
