# Signpost's commands. Each installs what it needs where it may, else it says in one line what is missing.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test stories browser browser-all lighthouse check scan faults pooler failover fuzz bench bench-limits bench-growth

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build, seed the demo school if there is nothing yet, and serve it
	@.ci/need cargo postgres
	cargo build
	target/debug/signpost seed --if-empty
	exec target/debug/signpost serve

test: ## Run all tests: the stories, and a browser beside them
	@$(MAKE) --no-print-directory --jobs=2 --keep-going stories browser

stories: ## Run the unit tests and the stories
	@.ci/need cargo postgres
	@.ci/stories

browser: ## Run the main job through a real browser (SHOTS=1: keep pictures in target/shots)
	@.ci/need cargo postgres chromium node
	cargo build --bins --tests
	cd tests/browser && npm ci --silent --ignore-scripts
	node=$$(.ci/node) && cd tests/browser && "$$node" --test --test-concurrency=2 --test-reporter=spec

browser-all: ## Look at every page that a result can be, in every way (SHOTS=1: keep pictures in target/shots)
	@OUTCOMES=all $(MAKE) --no-print-directory browser

lighthouse: ## Hold four pages against Lighthouse, as a phone gets them
	@.ci/need cargo postgres chromium node
	cargo build --release --bin signpost
	cd tests/lighthouse && npm ci --silent --ignore-scripts
	SIGNPOST_BINARY=$$PWD/target/release/signpost "$$(.ci/node)" tests/lighthouse/run.mjs

check: ## Hold the formatting, the lints, the licenses, the list of crates and the reading level
	@.ci/need cargo postgres
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	@.ci/crates
	@.ci/stories reading::
	@cat target/tmp/reading.txt

scan: ## Let public scanners look for holes as each role (FULL=1: for hours instead of minutes)
	@.ci/need cargo postgres python
	cargo build --bins
	@.ci/scanners
	python3 -B tests/scan/run.py

faults: ## Break one thing after the other under people who write, and count what is lost (root: the disk too)
	@.ci/need cargo postgres node haproxy faketime
	cargo build --bins
	"$$(.ci/node)" tests/faults/run.mjs
	"$$(.ci/node)" tests/faults/mail.mjs
	"$$(.ci/node)" tests/faults/rolling.mjs

pooler: ## Run the stories through pgbouncer in transaction mode (1.21 or newer; PGBOUNCER=where it is)
	@.ci/need cargo postgres pgbouncer
	SIGNPOST_TEST_PGBOUNCER="$$(command -v "$${PGBOUNCER:-pgbouncer}")" cargo nextest run --no-fail-fast

failover: ## Lose the leader of a replicated database under people who write (root; Patroni, etcd, HAProxy)
	@.ci/need cargo postgres node haproxy patroni etcd
	cargo build --bins
	"$$(.ci/node)" tests/faults/replicas.mjs

fuzz: ## 100,000 odd requests over all doors as everybody (FULL=1: a million)
	@.ci/need cargo postgres node
	cargo build --bins
	"$$(.ci/node)" tests/fuzz/run.mjs

bench: ## Measure the pages beside a bare program in the same minutes
	@.ci/need cargo postgres wrk node
	cargo build --release --bin signpost --example bare
	"$$(.ci/node)" benches/run.mjs

bench-limits: ## Measure starts, memory, many who save at once, answers under load, letters a minute
	@.ci/need cargo postgres node
	cargo build --release --bin signpost
	SIGNPOST_BINARY=$$PWD/target/release/signpost "$$(.ci/node)" benches/limits.mjs

bench-growth: ## Measure the staff's lists with 1,000 to 100,000 students (FULL=1: a million too)
	@.ci/need cargo postgres wrk node
	cargo build --release --bin signpost
	"$$(.ci/node)" benches/growth.mjs
