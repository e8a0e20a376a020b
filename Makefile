# Everything a person does with a checkout. Each target makes what it needs; a second run is quick.
#
#   make run     set up, write the sample forum and its handouts, open the window
#   make test    set up, then lint, types, architecture and all tests
#   make bench   set up, then the speed ratios
#   make words   extract the program's words, update and compile the catalogues

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LAYERS := domain store services exchange
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: run test bench words lint system clean

run: $(VENV)/.program system
	$(BIN)/forumdesk demo --into sample-forum

test: $(VENV)/.tools system lint
	$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term $(TESTS)
	@for layer in $(LAYERS); do \
	  $(BIN)/python -m coverage report --include="forumdesk/$$layer/*" --format=total --fail-under=95 \
	    >/dev/null || { echo "coverage of $$layer is below 95 %"; exit 1; }; done

lint: $(VENV)/.tools
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/mypy

bench: $(VENV)/.tools system
	$(BIN)/python -m tests.bench

words: $(VENV)/.tools
	$(BIN)/python -m tests.words

system:
	@sh .ci/system-libraries

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "ForumDesk needs Python 3.11 or newer; set PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh .ci/system-libraries venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.program: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tools: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.program

clean:
	rm -rf $(VENV) build dist sample-forum .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
