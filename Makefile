# doc2pgsql. `make demo` shows it, `make test` proves it, `make help` lists the rest.
SAN     ?=
BUILD   ?= build$(if $(SAN),-san)
PREFIX  ?= /usr/local
DESTDIR ?=
VERSION := $(shell sed -n 's/^## //p;T;q' NEWS.md | cut -d' ' -f1)

LIBS     := libpq libarchive json-c libxml-2.0 libcrypto libutf8proc md4c
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla -Wundef
CFLAGS   ?= -O2 -g
# = and not :=, because `make packages` may install pkg-config first
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(CFLAGS) $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all) \
             -Iloader -pthread -DDOC2PGSQL_VERSION='"$(VERSION)"' -DDOC2PGSQL_BINDIR='"$(PREFIX)/bin"' $(shell pkg-config --cflags $(LIBS))
ALL_LIBS   = $(shell pkg-config --libs $(LIBS)) -lcsv -lm -pthread

SOURCES  := $(sort $(wildcard loader/*/*.c loader/*.c))
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o
MAIN     := $(BUILD)/loader/cli/main.o
LIBRARY  := $(BUILD)/libdoc2pgsql.a
BINARY   := $(BUILD)/doc2pgsql
EMBEDDED := $(sort $(wildcard schema/*.sql schema/*.csv sql/views/*.sql))

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
$(BUILD)/embedded.c: loader/embed.sh $(EMBEDDED)
	@mkdir -p $(@D)
	@sh loader/embed.sh $(EMBEDDED) >$@

$(BUILD)/embedded.o: $(BUILD)/embedded.c
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

# tests ---------------------------------------------------------------------------------------------------------------
# prove runs everything and prints the summary: unit programs, the spec's cases, pgTAP and bats (see tests/exec).
# One file alone: make test TESTS=tests/cli/options.bats
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
TESTS      ?= $(UNIT_TESTS) $(sort $(wildcard tests/spec/*.md tests/sql/*.sql tests/cli/*.bats tests/e2e/*.bats))

.PHONY: test unit-tests
test: test-packages all unit-tests
	@BUILD=$(BUILD) sh tests/run $(TESTS)
unit-tests: $(UNIT_TESTS) $(BUILD)/tests/spec
test-packages:
	@sh .ci/setup build run serve test
.PHONY: test-packages

$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY) | test-packages
	@mkdir -p $(@D)
	@echo 'build $<'
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -MMD -MP -o $@ $< $(LIBRARY) -lcmocka $(ALL_LIBS)
$(BUILD)/tests/spec: tests/spec/spec.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo 'build $<'
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(ALL_LIBS)

# another set of flags is another build
FLAGS := $(CC) $(CFLAGS) $(SAN) $(VERSION) $(PREFIX)
$(BUILD)/.stamp: $(BUILD)/.flags | packages
	@touch $@
$(BUILD)/.flags: force
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@
.PHONY: force packages
force:
packages:
	@sh .ci/setup build

-include $(OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
