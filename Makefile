# Everything a developer does with notesync. `make` alone lists it.
# PYTHON=… names another Python (3.11 or newer) than the first one found.

PYTHON ?=
PY := .venv/bin/python
CATALOGS := notesync/locale
BABEL := $(PY) -m babel.messages.frontend --quiet
SOURCES := notesync tests docs benchmarks

.PHONY: help run test test-long bench lock words docs learn clean run-venv dev-venv browser

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

run: run-venv ## set up, then status and live dashboard of the example vault (Ctrl-C ends it)
	@$(PY) -m notesync --vault vault-example status
	@echo
	@$(PY) -m notesync --vault vault-example serve || [ $$? -eq 130 ]

test: dev-venv browser ## set up, then every check and every test but the long ones
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PY) -m pytest -q -n auto --cov

test-long: dev-venv browser ## the long tests too, with many more examples for every property
	NOTESYNC_TEST=long $(PY) -m pytest -q -n auto

bench: dev-venv ## measure on generated vaults and rewrite docs/benchmarks.md
	$(PY) -m benchmarks

lock: dev-venv ## pin every dependency with its hashes (.ci/lock --upgrade: the newest of each)
	.ci/lock

words: dev-venv ## collect the sentences from code and templates, update and compile the catalogs
	@mkdir -p $(CATALOGS)
	$(BABEL) extract -F pyproject.toml -k 't n:1,2 N_ NN_:1,2' --no-default-keywords --strip-comments \
		--add-comments=: --sort-by-file --no-location --no-wrap --project=notesync \
		--copyright-holder="the notesync authors" -o $(CATALOGS)/notesync.pot .
	$(BABEL) update -D notesync -d $(CATALOGS) -i $(CATALOGS)/notesync.pot -l de --init-missing \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	for form in $(CATALOGS)/*/LC_MESSAGES; do \
		$(BABEL) compile -l de -i "$$form/notesync.po" -o "$$form/notesync.mo" || exit 1; \
	done

docs: dev-venv ## write docs/commands.md, keys.md and views.md anew from the code itself
	$(PY) -m docs.write_commands
	$(PY) -m docs.write_keys
	$(PY) -m docs.write_views

learn: dev-venv ## learn the weights of the wording check anew from tests/letters, and measure them
	$(PY) -m tests.letters.learn
	$(PY) -m tests.letters.crosswise

clean: ## remove everything that can be made again, the environment too
	rm -rf .venv build dist .coverage .coverage.* htmlcov .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache vault-example/.notesync \
		vault-example/dashboard.html vault-example/Übersicht.html
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +

run-venv:
	@PYTHON="$(PYTHON)" .ci/venv run

dev-venv:
	@PYTHON="$(PYTHON)" .ci/venv dev

browser:
	@.ci/browser
