# Verbs of the kit. `make demo` and `make test` set everything up on a fresh machine.
PYTHON ?= python3
UV := uv==0.13.8
BIN := .venv/bin
RUN := $(BIN)/python -m autograder
NAME ?= lstm
OUT ?= results/$(NAME)
TASK ?= forecast
PRESET ?= quick
BACKEND ?= tensorflow
# Assignments that are graded with TensorFlow need the larger environment.
GRADERS = $(if $(shell grep -s '^. packages:.*tensorflow' solutions/$(NAME)/reference.py),.venv/dev,.venv/core)
# uv installs in seconds; where it cannot reach the registry as pip is set up to, pip does the same more slowly.
define install
echo "installing $(1)"; $(BIN)/uv pip install -q --no-deps --require-hashes -r $(1) -p $(BIN)/python || \
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r $(1)
endef

.PHONY: help demo test lint release grade train catalogue bench doctor lock sandbox clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/core sandbox  ## print the assignments, grade a class of 36, write grades, feedback and report
	@$(RUN) release
	@$(BIN)/python -m tests.demo_class

test: .venv/dev sandbox lint  ## lint, types, and every test
	@$(BIN)/python -m autograder release --check
	@$(BIN)/python -m pytest -n 2

lint: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy

release: .venv/core  ## print assignments/ and pack dist/
	@$(RUN) release

grade: $(GRADERS) sandbox  ## grade SUBMISSIONS=folder of NAME=lstm into OUT=folder
	@test -n "$(SUBMISSIONS)" || { echo "say which folder: make grade NAME=$(NAME) SUBMISSIONS=path/to/notebooks"; exit 2; }
	@$(RUN) grade $(NAME) "$(SUBMISSIONS)" --out "$(OUT)"

train: .venv/dev  ## train TASK=forecast without a notebook: PRESET=quick or full, BACKEND=tensorflow, jax or torch, RECORD=1
	@$(RUN) train $(TASK) --preset $(PRESET) --backend $(BACKEND) $(if $(RECORD),--record)

catalogue: .venv/dev  ## what the checks see: exercise x mistake, caught and named; exercise x correct style, full marks
	@$(BIN)/python -m tests.catalogue $(NAMES)

bench: .venv/dev sandbox  ## time per submission, against otter run and nbgrader autograde
	@$(BIN)/python -m tests.bench

doctor: .venv/core  ## what works on this machine
	@$(RUN) doctor

lock: .venv/core  ## pin versions and hashes anew from pyproject.toml
	@$(BIN)/uv pip compile -q --universal --generate-hashes pyproject.toml -o locks/core.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --extra dev pyproject.toml -c locks/core.txt -o locks/dev.txt

sandbox:
	@command -v bwrap >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "installing bubblewrap"; apt-get update -qq && apt-get install -y -qq bubblewrap >/dev/null; \
	else echo "bubblewrap is missing. Install it: sudo apt-get install bubblewrap (or dnf, pacman, zypper)"; fi

.venv/bin/uv:
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check $(UV)

.venv/core: locks/core.txt .venv/bin/uv
	@$(call install,locks/core.txt)
	@touch $@

.venv/dev: locks/dev.txt .venv/core
	@$(call install,locks/dev.txt)
	@touch $@

clean:  ## remove everything that can be made again
	rm -rf .venv dist demo bench .pytest_cache .ruff_cache .mypy_cache .hypothesis
