# The two commands of the README are `make demo` and `make test`. Everything else is for those who build hoego.
JOBS ?= $(shell nproc)
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1

.PHONY: help setup build demo test check bench bench-web truth fuzz clean

help:
	@echo 'make demo    build hoego, write the sample life, review it and print where the page is'
	@echo 'make test    build and run the tests'
	@echo 'make check   format, tidy, layers, documents, and the tests again under sanitizers'
	@echo 'make bench   times beside exiftool, exiv2 and find'
	@echo 'make bench-web  how soon the page shows a million records'
	@echo 'make truth   the findings judged on simulated lives whose truth is known'
	@echo 'make fuzz    each reader against hostile bytes (SECONDS=10 each)'

setup:
	@tools/setup build

build/release/build.ninja: | setup
	cmake --preset release

build: setup build/release/build.ninja
	cmake --build --preset release --parallel $(JOBS)

demo: build
	build/release/bin/hoego demo build/demo

test: build
	ctest --test-dir build/release --output-on-failure --parallel $(JOBS)

check: setup
	@tools/setup check
	tools/check_layers
	tools/check_docs
	tools/check_format
	cmake --preset asan
	cmake --build --preset asan --parallel $(JOBS)
	tools/check_tidy build/asan
	ctest --test-dir build/asan --output-on-failure --parallel $(JOBS) -LE slow
	$(MAKE) fuzz

fuzz:
	@tools/setup check
	tools/run_fuzz

bench: build
	@tools/setup bench
	bench/run

bench-web: build
	node bench/web/run.mjs

truth: build
	build/release/bin/hoego_truth

clean:
	rm -rf build
