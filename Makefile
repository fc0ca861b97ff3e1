# `make` installs and runs the main job; `make test` installs what the tests need and runs them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: run test torture lint bench generate generate-check fmt lock clean

run: $(VENV)/.run
	@$(BIN)/vis check
	@mkdir -p out
	@$(BIN)/vis meeting agenda tjanstestyrgruppen-2026-02-19 -o out/agenda.md
	@$(BIN)/vis meeting agenda tjanstestyrgruppen-2026-02-19 -o out/agenda.pdf
	@echo
	@echo "The agenda of 19 February 2026 is in out/agenda.md and out/agenda.pdf."
	@echo "Try next:  $(BIN)/vis --help"
	@echo "           $(BIN)/vis show tjanstestyrgruppen"
	@echo "           $(BIN)/vis check --gaps"

$(VENV)/.run: .requirements/run.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r .requirements/run.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: .requirements/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes -r .requirements/dev.txt
	@touch $@

test: lint $(VENV)/.editor
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not alone"
	$(BIN)/python -m pytest -m alone

# An hour of kills, faults and many writers at once: `make torture MINUTES=5` for less, `SEED=7` for other moments.
torture: $(VENV)/.dev
	@mkdir -p out
	$(BIN)/python -m tests.faults.torture --minutes $(or $(MINUTES),60) --seed $(or $(SEED),1) --json out/torture.json

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The server that editors use, for the tests that drive it; without npm they are skipped.
$(VENV)/.editor: .requirements/editor/package-lock.json $(VENV)/.run
	@mkdir -p $(VENV)/editor
	@cp .requirements/editor/*.json $(VENV)/editor
	@npm ci --prefix $(VENV)/editor --silent --no-audit --no-fund || echo "no npm: the tests of the editor are skipped"
	@touch $@

fmt: $(VENV)/.dev
	$(BIN)/ruff check --fix-only -q .
	$(BIN)/ruff format -q .
	$(BIN)/vis fmt

generate: $(VENV)/.dev
	$(BIN)/python -m vis_cli.reference

generate-check: $(VENV)/.dev
	$(BIN)/python -m vis_cli.reference --check

bench: $(VENV)/.bench
	$(BIN)/python -m bench

$(VENV)/.bench: .requirements/bench.txt .requirements/peers/package-lock.json $(VENV)/.run
	@test -x $(VENV)/peers/bin/python || $(PYTHON) -m venv $(VENV)/peers
	$(VENV)/peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r .requirements/bench.txt
	@cp .requirements/peers/*.json $(VENV)/peers
	@npm ci --prefix $(VENV)/peers --silent --no-audit --no-fund || echo "no npm: ajv-cli is not measured"
	@touch $@

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
