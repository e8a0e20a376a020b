# Everything a person does with a checkout. Each target makes what it needs; a second run is quick.
#
#   make run     set up, write the sample forum and its handouts, open the window
#   make test    set up, then lint, types, architecture and all tests
#                (make test TESTS="tests/store -x": some of the tests)
#   make coverage
#                the same tests with the lines and branches they reach, which takes much longer;
#                fails where they reach less than 95 % of domain, store, services or exchange
#   make bench   set up, then the speed ratios
#   make words   extract the program's words, update and compile the catalogues
#   make clean   remove what the others have made
#
# PYTHON=… names the Python to set up with, JOBS=… how many tests run side by side.

PYTHON ?= python3
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
TESTS ?=
VENV := .venv
BIN := $(VENV)/bin
# What is installed is compiled when it is first imported; most of it never is.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
LAYERS := domain store services exchange

# An environment left half-made, or whose Python is gone, is made anew.
$(shell [ ! -e $(VENV) ] || $(BIN)/python -c 'import pip' 2>/dev/null || rm -rf $(VENV))

# A worker goes on with the tests beside each other, so that what they share is made once.
PYTEST = $(BIN)/python -m pytest -n $(JOBS) --dist worksteal

# Every process of the tests would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test coverage lint bench words system clean
# Two installations into one environment would trip over each other.
.NOTPARALLEL:

run: $(VENV)/.program system
	$(BIN)/python -m forumdesk demo --into sample-forum

# Printed pages are read with poppler; where it can't be had, those tests are skipped.
test: $(VENV)/.tools system
	@sh .ci/system-libraries poppler-utils
ifeq ($(strip $(TESTS)),)
# While one processor checks types, another compiles the tests for all who run them.
	@$(BIN)/python -m pytest --collect-only -qq >/dev/null 2>&1 & \
	  $(MAKE) --no-print-directory lint; linted=$$?; wait; exit $$linted
	$(PYTEST)
else
	@$(MAKE) --no-print-directory lint
	$(PYTEST) $(TESTS)
endif

coverage: $(VENV)/.tools system
	@sh .ci/system-libraries poppler-utils
	$(PYTEST) --cov --cov-report=term
	@for layer in $(LAYERS); do \
	  $(BIN)/python -m coverage report --include="forumdesk/$$layer/*" --format=total --fail-under=95 \
	    >/dev/null || { echo "coverage of $$layer is below 95 %"; exit 1; }; done

lint: $(VENV)/.tools
	$(BIN)/python -m ruff format --check --quiet .
	$(BIN)/python -m ruff check --quiet .
	$(BIN)/python -m mypy

bench: $(VENV)/.tools system
	$(BIN)/python -m tests.bench

words: $(VENV)/.tools
	$(BIN)/python -m tests.words

system:
	@sh .ci/system-libraries

$(BIN)/python:
	@PYTHON='$(PYTHON)' sh .ci/environment $(VENV)

$(VENV)/.program: pyproject.toml | $(BIN)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.tools: pyproject.toml | $(BIN)/python
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.program

clean:
	rm -rf $(VENV) build dist sample-forum .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
