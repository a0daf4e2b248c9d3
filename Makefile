# Two commands are enough: `make run` shows Pejling, `make test` proves it.

PYTHON  ?= python3
PORT    ?= 8501
VENV    := .venv
BIN     := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEV     := $(VENV)/.dev
AUDIT   := $(VENV)/audit
# What is downloaded must have one of the hashes that the two files name, from whichever index it comes;
# what builds the project (setuptools) is among it.
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run demo test check style types prove fix wording pictures lock browser clean

help:
	@echo "make run      start Pejling on port $(PORT) and print the address with its key"
	@echo "make demo     fill a fresh database with an invented region, then: make run DATABASE=demo"
	@echo "make test     everything: format, lint, walls, types, tests (SQLite, PostgreSQL, browser);"
	@echo "              with COVERAGE=1 also that survey and models are covered, every branch"
	@echo "make prove    on demand, an hour: many examples, a region of size XL, disclosure rules broken one by one"
	@echo "make check    format, lint, walls, types: under a minute"
	@echo "make fix      let the tools mend format and lint"
	@echo "make wording  collect what the program says into the catalogues"
	@echo "make pictures take the pictures of the documents anew, of an invented region; look at each"
	@echo "make lock     pin the newest versions that pyproject.toml allows, with their hashes"
	@echo "make audit    ask whether a fault is known of a package that is pinned"

# DATABASE=demo looks at the invented region; otherwise PEJLING_DATABASE_URL, else var/pejling.db.
ifeq ($(DATABASE),demo)
export PEJLING_DATABASE_URL := sqlite:///var/demo.db
endif

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Pejling needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 | head -n 1)."; \
	  echo "Name a newer one: make run PYTHON=python3.12"; exit 1; }
	@echo "Creating $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python could not make $(VENV). On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(RUNTIME): $(BIN)/python requirements.txt pyproject.toml
	@echo "Installing what Pejling needs (a minute or two, the first time only) ..."
	@$(PIP) --require-hashes -r requirements.txt \
	  && $(PIP) --no-deps --no-build-isolation --no-index -e . || { \
	  echo "The packages could not be installed: see the line above. Is the network there? Then try again."; exit 1; }
	@touch $@

$(DEV): $(RUNTIME) tests/requirements.txt
	@echo "Installing the tools for tests ..."
	@$(PIP) --require-hashes -r requirements.txt -r tests/requirements.txt || { \
	  echo "The test tools could not be installed: see the line above. Is the network there? Then try again."; exit 1; }
	@touch $@

run: $(RUNTIME)
	@$(BIN)/python -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(sys.argv[1])))' $(PORT) 2>/dev/null || { \
	  echo "Port $(PORT) is taken. Stop the other program, or choose another: make run PORT=8600"; exit 1; }
	@$(BIN)/pejling migrate > /dev/null
	@echo "Pejling starts; open the address with the key below  (stop with Ctrl+C)"
	@exec $(BIN)/streamlit run app.py --server.port $(PORT)

demo: $(RUNTIME)
	@mkdir -p var && rm -f var/demo.db var/demo.db-wal var/demo.db-shm
	@$(BIN)/pejling --database sqlite:///var/demo.db demo --size S > /dev/null
	@echo "Look at it: make run DATABASE=demo"

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "The tests need Chromium on the path; install it and try again."; exit 1; }; \
	  echo "Installing Debian's Chromium for the tests ..."; \
	  { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1 || { \
	  echo "Chromium could not be installed. As root: apt-get install chromium"; exit 1; }; }

check: $(DEV)
	@$(MAKE) --no-print-directory --jobs=2 --output-sync types style

style:
	@echo "Format ..." && $(BIN)/ruff format --check --quiet .
	@echo "Lint ..."   && $(BIN)/ruff check --quiet .
	@echo "Walls ..."  && $(BIN)/lint-imports --no-cache > $(VENV)/walls.txt || { cat $(VENV)/walls.txt; exit 1; }

types:
	@echo "Types ..."  && $(BIN)/mypy --no-error-summary

# Whole files go to a worker, as tests/conftest.py says: the journeys to one, the longest first.
PARALLEL := -n auto --dist loadfile --no-loadscope-reorder
ifdef COVERAGE
MEASURED := --cov --cov-report=term-missing:skip-covered --cov-fail-under=100
endif

# Compiled code is written, whatever the environment says: tests start the program many times over.
test: export PYTHONDONTWRITEBYTECODE =
# Each worker has a core; threads for matrices would only wait for each other there.
test: export OMP_NUM_THREADS = 1
test: export OPENBLAS_NUM_THREADS = 1
test: $(DEV) browser check
	@echo "Tests ..."
	@$(BIN)/pytest -q $(PARALLEL) $(MEASURED)

prove: $(DEV)
	@$(BIN)/python -m tests.proof

fix: $(DEV)
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

wording: $(DEV)
	@$(BIN)/python -m models.wording.collect

pictures: $(DEV) browser
	@$(BIN)/python -m tests.journeys.pictures

# From the public index alone: a wheel that this machine has built itself has a hash that nobody else can check.
LOCKING  = env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null $(BIN)/pip-compile --quiet --upgrade \
  --generate-hashes --allow-unsafe --no-header --no-annotate --strip-extras --no-emit-options

lock: $(DEV)
	@echo "Pinning, with the hashes of every platform (some minutes) ..."
	@$(PIP) pip-tools
	@$(LOCKING) --all-build-deps --output-file requirements.txt pyproject.toml
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' \
	  | $(LOCKING) --constraint requirements.txt --output-file tests/requirements.txt -

# Ends with 0, 1 (a fault is known) or 3 (could not ask); make itself turns the last two into 2.
audit: $(DEV)
	@test -x $(AUDIT)/bin/pip-audit || { $(BIN)/python -m venv $(AUDIT) && \
	  $(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check pip-audit; } || { \
	  echo "pip-audit could not be installed, so nothing was audited. Is the network there?"; exit 3; }
	@$(BIN)/python -m tests.advisories $(AUDIT)/bin/pip-audit

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
