# doc2pgsql. `make demo` shows it, `make test` proves it, `make help` lists the rest.
BUILD   ?= build
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= gcc
SAN     ?=
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

-include $(OBJECTS:.o=.d)
