# doc2pgsql. `make demo` shows it, `make test` proves it, `make help` lists the rest.
SAN     ?=
BUILD   ?= build$(if $(SAN),-san)
PREFIX  ?= /usr/local
DESTDIR ?=
VERSION := $(shell sed -n 's/^## //p;T;q' NEWS.md | cut -d' ' -f1)

LIBS     := libpq libarchive json-c libxml-2.0 libcrypto libutf8proc md4c yaml-0.1 uchardet zlib libbrotlidec
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla -Wundef
CFLAGS   ?= -O2 -g
# = and not :=, because `make packages` may install pkg-config first
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(CFLAGS) $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all) \
             -Iloader -pthread -DDOC2PGSQL_VERSION='"$(VERSION)"' $(shell pkg-config --cflags $(LIBS))
ALL_LIBS   = $(shell pkg-config --libs $(LIBS)) -lcsv -lm -pthread

SOURCES  := $(sort $(wildcard loader/*/*.c loader/*/*/*.c))
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o
MAIN     := $(BUILD)/loader/cli/main.o
LIBRARY  := $(BUILD)/libdoc2pgsql.a
BINARY   := $(BUILD)/doc2pgsql
EMBEDDED := $(sort $(wildcard schema/*.sql schema/*.csv sql/*.sql sql/ask/*.sql sql/distributed/*.sql sql/doctor/*.sql sql/export/*.sql sql/internal/*.sql sql/report/*.sql sql/verify/*.sql sql/views/*.sql))

.PHONY: all
all: $(BINARY)

$(BINARY): $(MAIN) $(LIBRARY)
	@echo 'link  $@'
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS))
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/.stamp
	@mkdir -p $(@D)
	@echo 'build $<'
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# the SQL and CSV files that the binary carries along
$(BUILD)/embedded.c: loader/embed.sh $(EMBEDDED) $(BUILD)/.embedded
	@mkdir -p $(@D)
	@sh loader/embed.sh $(EMBEDDED) >$@

$(BUILD)/embedded.o: $(BUILD)/embedded.c
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

# the demonstration, on a server of its own: short path (a socket's may have 107 bytes) that any user can reach ------------
DEMO_DIR = /var/tmp/doc2pgsql-demo-$(shell id -u)-$(shell echo '$(CURDIR)' | cksum | cut -d' ' -f1)

.PHONY: demo demo-stop
demo:
	@sh .ci/setup build run serve
	@$(MAKE) --no-print-directory -s all
	@DOC2PGSQL=$(BINARY) sh sql/demo $(DEMO_DIR)
demo-stop:
	@[ ! -x $(BINARY) ] || [ ! -e $(DEMO_DIR) ] || $(BINARY) --local=$(DEMO_DIR) stop

# the dashboard: Superset over the private server in LOCAL, or over the sample articles on the demonstration's ------------
DASHBOARD = build/dashboard
LOCAL    ?=
.PHONY: dashboard dashboard-stop dashboard-test
dashboard:
	@sh .ci/setup build run serve dashboard
	@$(MAKE) --no-print-directory -s all
	@[ -n '$(LOCAL)' ] || $(BINARY) --local=$(DEMO_DIR) load --quiet tests/articles
	@DOC2PGSQL=$(BINARY) sh sql/dashboards/start $(DASHBOARD) $(or $(LOCAL),$(DEMO_DIR))
dashboard-stop:
	@[ ! -e $(DASHBOARD) ] || sh sql/dashboards/start $(DASHBOARD) stop
# in headless Chromium; OUTPUT=FILE.png keeps the picture, COUNTRY=NAME filters by it
dashboard-test: dashboard
	@sh .ci/setup browser
	@sh tests/lab/dashboard/run $(DASHBOARD) $(if $(OUTPUT),--output $(OUTPUT)) $(if $(COUNTRY),--country '$(COUNTRY)')

# tests ---------------------------------------------------------------------------------------------------------------
# prove runs everything and prints the summary: unit programs, the spec's cases, pgTAP and bats (see tests/exec).
# One file alone: make test TESTS=tests/cli/options.bats
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(sort $(wildcard tests/unit/*/test_*.c tests/unit/*/*/test_*.c)))
# the longest first, for files run beside each other and none should be waited for alone
TESTS      ?= $(sort $(wildcard tests/e2e/*.bats)) $(sort $(wildcard tests/cli/*.bats tests/spec/*.md tests/sql/*.sql)) $(UNIT_TESTS)

.PHONY: test tests unit-tests
tests:
	@printf '%s\n' $(TESTS)
test: test-packages all unit-tests
	@BUILD=$(BUILD) sh tests/run $(TESTS)
unit-tests: $(UNIT_TESTS) $(addprefix $(BUILD)/tests/,spec_rows spec_blocks item_keys faults.so)
test-packages:
	@sh .ci/setup build run serve test
.PHONY: test-packages

$(BUILD)/tests/unit/%: tests/unit/%.c $(LIBRARY) | test-packages
	@mkdir -p $(@D)
	@echo 'build $<'
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -Itests/unit -MMD -MP -o $@ $< $(LIBRARY) -lcmocka $(ALL_LIBS)
$(BUILD)/tests/spec_%: tests/spec/spec_%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo 'build $<'
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(ALL_LIBS)

$(BUILD)/tests/item_keys: tests/e2e/item_keys.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo 'build $<'
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(ALL_LIBS)

# fuzzing: make fuzz runs each target for FUZZ_SECONDS of its own corpus, the sample articles and tests/fuzz/seeds/TARGET -----
FUZZ_SECONDS ?= 60
FUZZERS      := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

.PHONY: fuzz fuzzers
fuzz: fuzzers
	@sh tests/fuzz/run $(FUZZ_SECONDS) $(FUZZERS)
fuzzers: packages
	@sh .ci/setup check
	@$(MAKE) --no-print-directory -s BUILD=build-fuzz CC=clang CFLAGS='-O1 -g' SAN=fuzzer-no-link,address,undefined \
	    $(FUZZERS:%=build-fuzz/fuzz_%)
build-fuzz/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/require.h build-fuzz/libdoc2pgsql.a
	@echo 'build $<'
	@$(CC) $(filter-out -fsanitize=%,$(ALL_CFLAGS)) -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $@ $< \
	    build-fuzz/libdoc2pgsql.a $(ALL_LIBS)

# test-cluster: the same commands and answers on a Citus cluster, whose coordinator's database CLUSTER is (CONTRIBUTING.md) --------
CLUSTER_ROUNDS ?= 10
.PHONY: test-cluster
test-cluster: test-packages all
	@[ -n '$(CLUSTER)' ] || { echo 'make test-cluster CLUSTER=CONNINFO: which cluster?' >&2; exit 2; }
	@CLUSTER='$(CLUSTER)' CLUSTER_ROUNDS=$(CLUSTER_ROUNDS) BUILD=$(BUILD) sh tests/run tests/cluster/cluster.bats

# soak: loads that are disturbed at random moments; see tests/soak/soak ---------------------------------------------------
SOAK_ROUNDS ?= 500
.PHONY: soak
soak:
	@sh .ci/setup build run serve
	@$(MAKE) --no-print-directory -s all
	@tests/soak/soak --rounds $(SOAK_ROUNDS) $(BINARY)

# faults: each allocation, read and write goes wrong once, in a run of its own; see tests/faults/run ----------------------
FAULTS_EVERY ?= 1
.PHONY: faults
faults:
	@sh .ci/setup build run serve
	@$(MAKE) --no-print-directory -s all $(BUILD)/tests/faults.so
	@tests/faults/run --every $(FAULTS_EVERY) $(BUILD)/tests/faults.so $(BINARY)
$(BUILD)/tests/faults.so: tests/faults/faults.c
	@mkdir -p $(@D)
	@$(CC) -std=c11 $(WARNINGS) -O1 -g -fPIC -shared -o $@ $<

# scores, on the corpus beside the checkout -----------------------------------------------------------------------------
# Each document by a program that has not learned from it. SCORE_EXTRA, SCORE_BESIDE: train.py's --extra and --beside.
CORPUS   ?= ../shared/corpus
SCORE    := $(BUILD)/score
LEARNING := $(addprefix tests/lab/train/,train.py dump.c) $(wildcard loader/parse/layout/*.[ch] loader/parse/speaker*.[ch]) \
            $(addprefix loader/parse/extracted/,context.c context.h features.c features.h glyph.c grid.c grid.h level.c level.h \
              parallel.c parallel.h shape.c shape.h words.c)
.PHONY: score
score: $(foreach fold,0 1 2 3 4,$(SCORE)/doc2pgsql_$(fold))
	@python3 tests/lab/score/structure $(SCORE) $(CORPUS)
$(SCORE)/doc2pgsql_%: $(MAIN) $(SCORE)/model_%.o $(LIBRARY)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)
$(SCORE)/model_%.o: $(SCORE)/.learned
	@$(CC) $(ALL_CFLAGS) -c -o $@ $(SCORE)/model_$*.c
$(SCORE)/.learned: $(LEARNING)
	@mkdir -p $(@D)
	@tests/lab/train/train.py $(addprefix $(CORPUS)/,articles english articles-v2 wikipages wikitables) \
	    $(if $(SCORE_EXTRA),--extra $(SCORE_EXTRA)) $(if $(SCORE_BESIDE),--beside $(SCORE_BESIDE)) --folds 5 --models $(SCORE)
	@touch $@

.PHONY: score-entities
score-entities: $(BUILD)/tests/find_mentions
	@python3 tests/lab/score/entities $< ../shared/corpus $(if $(TREEBANKS),--treebanks $(TREEBANKS))
.PHONY: score-statements
score-statements: $(BUILD)/tests/find_statements
	@python3 tests/lab/score/statements $< ../shared/statements
$(BUILD)/tests/find_%: tests/lab/score/find_%.c $(LIBRARY)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(ALL_LIBS)

.PHONY: score-html
score-html: $(BUILD)/tests/dump_html_tree
	@python3 tests/lab/score/html_trees $< $(TREES)
$(BUILD)/tests/dump_%: tests/lab/score/dump_%.c $(LIBRARY)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(ALL_LIBS)

# benchmark: against psql's \copy and others, on a private server; see tests/lab/bench/bench for what can be chosen ---------
.PHONY: bench
bench:
	@sh .ci/setup build run serve bench
	@$(MAKE) --no-print-directory -s all $(BUILD)/bench/parsers
	@BUILD=$(BUILD) tests/lab/bench/bench
$(BUILD)/bench/parsers: tests/lab/bench/parsers.c $(LIBRARY)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) -lcmark-gfm -lcmark-gfm-extensions $(ALL_LIBS)

# checks --------------------------------------------------------------------------------------------------------------
.PHONY: check
check: all pages
	@sh .ci/setup check
	@BUILD=$(BUILD) sh tests/check

# what the program's tables tell: manual pages, reference, completion ---------------------------------------------------
# RUN runs the program where it is built for another machine
RUN   ?=
PAGES := $(BUILD)/doc

.PHONY: pages
pages: $(PAGES)/.made
$(PAGES)/.made: $(BINARY) loader/manual.mdoc
	@rm -rf $(PAGES) && mkdir -p $(PAGES)/man
	@{ $(RUN) $(BINARY) help --format=man && cat loader/manual.mdoc; } >$(PAGES)/man/doc2pgsql.1
	@commands=$$($(RUN) $(BINARY) help --format=commands) && for c in $$commands; do \
	    $(RUN) $(BINARY) help --format=man $$c >$(PAGES)/man/doc2pgsql-$$c.1 || exit; done
	@$(RUN) $(BINARY) help --format=markdown >$(PAGES)/command-line.md
	@for s in bash zsh fish; do $(RUN) $(BINARY) help --format=$$s >$(PAGES)/completion.$$s || exit; done
	@touch $@

# what is given away: a tarball that builds offline, where the packages of .ci/packages are; a package for Debian and Ubuntu --
.PHONY: dist deb
dist:
	@mkdir -p $(BUILD)
	@git archive --prefix=doc2pgsql-$(VERSION)/ -o $(BUILD)/doc2pgsql-$(VERSION).tar.gz HEAD
	@echo '$(BUILD)/doc2pgsql-$(VERSION).tar.gz'
deb: all pages
	@sh .ci/setup deb
	@VERSION=$(VERSION) BUILD=$(BUILD) sh .ci/deb

.PHONY: install clean help
SHARE = $(DESTDIR)$(PREFIX)/share
DOC   = $(SHARE)/doc/doc2pgsql
ZSH_COMPLETIONS ?= zsh/site-functions
install: all pages
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(DOC)/sql $(DOC)/tests $(DOC)/loader $(DOC)/articles $(SHARE)/bash-completion/completions \
	    $(SHARE)/$(ZSH_COMPLETIONS) $(SHARE)/fish/vendor_completions.d
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/doc2pgsql
	install -m 644 $(PAGES)/man/*.1 $(SHARE)/man/man1/
	install -m 644 $(PAGES)/command-line.md README.md MANUAL.md NEWS.md CONTRIBUTING.md SECURITY.md LICENSE $(DOC)/
	install -m 644 loader/doc2pgsql.conf $(DOC)/loader/
	install -m 644 tests/FIGURES.md $(DOC)/tests/
	install -m 644 tests/articles/* $(DOC)/articles/
	install -m 644 sql/README.md sql/REFERENCE.md $(DOC)/sql/
	cp -R sql/dashboards sql/dbt sql/examples $(DOC)/sql/
	chmod -R u=rwX,go=rX $(DOC)/sql
	install -m 644 $(PAGES)/completion.bash $(SHARE)/bash-completion/completions/doc2pgsql
	install -m 644 $(PAGES)/completion.zsh $(SHARE)/$(ZSH_COMPLETIONS)/_doc2pgsql
	install -m 644 $(PAGES)/completion.fish $(SHARE)/fish/vendor_completions.d/doc2pgsql.fish

# leaves nothing running
clean: demo-stop dashboard-stop
	@rm -rf build build-* $(DEMO_DIR)

help:
	@echo 'make demo        installs what is missing, builds, loads the samples, answers questions'
	@echo 'make dashboard   the same set-up, and a dashboard in Superset, on loopback (LOCAL=DIR: of your private server)'
	@echo 'make test        the same set-up, and every test (TESTS=FILE… for some)'
	@echo 'make             builds build/doc2pgsql'
	@echo 'make check       layers, headers, format, static analysis, shell scripts, man page, compose file'
	@echo 'make score       how well structure is recovered, on the corpus'
	@echo 'make score-entities  how well mentions of countries and organisations are found, on labelled texts (TREEBANKS=DIR)'
	@echo 'make score-statements  how well statements of who gives what are found, on labelled sentences'
	@echo 'make score-html TREES=DIR  how many trees of html5lib-tests the HTML parser builds'
	@echo 'make bench       how long loading takes, beside psql and others (BENCH_ARTICLES, BENCH_ROUNDS)'
	@echo 'make fuzz        runs the fuzzers, FUZZ_SECONDS each'
	@echo 'make pages       manual pages, reference and completion, in build/doc'
	@echo 'make dist        a tarball that builds offline; make deb: a package for Debian and Ubuntu'
	@echo 'make faults      each allocation, read and write goes wrong once (FAULTS_EVERY=N: every Nth)'
	@echo 'make test-cluster CLUSTER=CONNINFO    the same commands and answers on a Citus cluster as on one server'
	@echo 'make soak        loads that are killed, cut off and starved at random moments, against fresh ones (SOAK_ROUNDS)'
	@echo 'make install     to PREFIX (default /usr/local), below DESTDIR'
	@echo 'make dashboard-test  looks at the dashboard in headless Chromium; make dashboard-stop stops it'
	@echo 'make demo-stop   stops the private server of make demo; make clean removes it and the build'
	@echo 'SAN=address,undefined with any of them: with sanitizers'

# another set of flags is another build
FLAGS := $(CC) $(CFLAGS) $(SAN) $(VERSION)
$(BUILD)/.stamp: $(BUILD)/.flags | packages
	@touch $@
$(BUILD)/.flags: force
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@
# one file less is another list, too
$(BUILD)/.embedded: force
	@mkdir -p $(@D)
	@echo '$(EMBEDDED)' | cmp -s - $@ || echo '$(EMBEDDED)' >$@
.PHONY: force packages
force:
packages:
	@sh .ci/setup build

-include $(OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
