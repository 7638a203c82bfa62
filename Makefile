# Everything needs only python3 (3.11 or later); `make` alone says what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
export PYTHONDONTWRITEBYTECODE ?=

.PHONY: help demo test check bench accuracy soak clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   set up, then screen invented customers and read an article on the starter list"
	@echo "make test   set up, then run the tests"
	@echo "make check  what CI runs: format, lint, types, import rules, tests and coverage, bare install"
	@echo "make bench  speed and accuracy beside the peers (needs the real lists, ICU headers, a C++ compiler)"
	@echo "make accuracy  how well names are found and refused (needs the real lists; takes minutes)"
	@echo "make soak   the long proofs (needs the real lists)"
	@echo "make clean  remove what make made"

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Namesake needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Say which with make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo 'Setting up in $(VENV) ...'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

$(VENV)/installed-peers: $(VENV)/installed-dev
	@$(PIP) install -c constraints.txt -e '.[dev,peers]' || { echo "The peers could not be installed: they need ICU's headers and a C++ compiler (Debian: apt-get install libicu-dev pkg-config g++)."; exit 1; }
	@touch $@

demo: $(VENV)/installed
	@$(BIN)/namesake demo

# On all cores, each file's tests together because they share what is slow to make.
TESTS := $(BIN)/python -m pytest -q -n auto --dist loadfile

test: $(VENV)/installed-dev
	$(TESTS)

check: export NAMESAKE_REAL_LISTS = required
check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(TESTS) src tests/unit tests/cases tests/formats tests/surface --cov --cov-report=term --cov-fail-under=90
	$(TESTS) tests/laws tests/lists
	$(BIN)/python scripts/check_bare_install.py

bench: $(VENV)/installed-peers
	$(BIN)/python -m benchmarks

accuracy: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.accuracy

soak: export NAMESAKE_REAL_LISTS = required
soak: $(VENV)/installed-dev
	$(BIN)/python -m pytest -q -m soak

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage build dist
