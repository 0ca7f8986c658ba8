# Set-up, build and tests. `make site` builds the publication with its search, `make test` runs every
# test.

SHELL := /bin/bash
VENV := .build/venv
BIN := .build/release/dossier

.PHONY: site build libraries test test-tools bench deep dist dist-test clean

site: build
	@test -f templates/assets/fonts/fonts.css -a -f templates/fonts/sans.ttf || { ./scripts/install-fonts $(VENV) && \
		PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(BIN) fonts; } || true   # without them the site has its readers' fonts
	$(BIN) build
	@./scripts/install-pagefind $(VENV) || echo "Pagefind could not be installed" >&2
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(BIN) index || test $$? -eq 3   # without it the search leads to a list
	@$(BIN) cards || test $$? -eq 3   # without an engine the site is whole but for its previews

build: libraries
	swift build -c release --product dossier

# libcmark, libyaml, expat, zlib and pkg-config, through the system's package manager, where they are missing.
libraries:
	@pkg-config --exists libcmark yaml-0.1 expat zlib 2>/dev/null || ./scripts/install-libraries

# The closing lines say how many tests there were; .build/test.log has all that they said.
test: libraries test-tools
	swift format lint --strict --recursive --configuration .swift-format Sources Tests Plugins Package.swift
	swift build
	./scripts/test
	./scripts/fuzz 0

# How fast the preview shows an edit, at 1,000 and at 10,000 briefings, and a page under a flood.
bench: build test-tools
	./scripts/bench-preview $(BIN)
	./scripts/flood-preview $(BIN) .

# What the tests run beside the tool: a browser.
test-tools:
	@./scripts/install-test-tools $(VENV)

# The tests under the address and the thread sanitizer, and ten minutes of fuzzing of each parser.
deep: libraries
	./scripts/deep

# What is handed out: a program that wants the C library alone, a package for Debian, a tarball, in
# .build/dist.
dist: libraries
	./scripts/dist

# The package as a new user would have it: in a bare Debian 12.
dist-test:
	./scripts/dist-test

clean:
	rm -rf .build
