# uscc: types for the identifier codes of China
#
#   make demo       see it work, on a private server that is gone afterwards
#   make test       run all checks, on a private server as well
#   make tap        of that, dumps, upgrades, replicas, crashes, privileges, shards, bytes, load
#   make test-versions
#                   the same on every PostgreSQL version that Debian has
#   make fuzz       random inputs for src/standards, under sanitizers; TIME=seconds each target
#   make test-sanitizers, make test-valgrind
#                   the module with -fsanitize=undefined and address; on a server for valgrind
#   make coverage   lines of src/ that the tests reach: fails below 95 %
#   make test-clients
#                   drivers and object-relational mappers of other languages
#   make web, make test-web
#                   the same sources for browsers and node, into build/web; their tests
#   make lint       what reads the sources: formatter, shellcheck, clang-tidy ...
#   make test-packages
#                   Debian's packages: built, installed in a clean system, purged
#   make bench      compare with bigint, text and others: prints ratios, draws a plot
#   make bench-growth, make bench-codec
#                   costs of a row as a table grows; of the codec without a server
#   make dist       the source archives, .tar.gz and PGXN's .zip, of what is committed
#   make deb        Debian packages, of the same, into build/deb
#   make rpm        an RPM, of the same, for the PostgreSQL of PG_CONFIG, into build/rpm
#   make && sudo make install && make installcheck
#                   install for good, the PGXS way

EXTENSION = uscc uscc_gist
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" uscc.control)

MODULE_big = uscc
OBJS = $(patsubst %.c,%.o,$(wildcard src/*.c src/*/*.c))
PG_CPPFLAGS = -Isrc -DUSCC_VERSION='"$(EXTVERSION)"'
PGFILEDESC = "uscc - types for the identifier codes of China"

DATA_built = uscc--$(EXTVERSION).sql uscc_gist--$(EXTVERSION).sql
# uscc--A--B.sql, from each version to the next
DATA = $(wildcard src/updates/*.sql)

REGRESS = $(patsubst sql/%.sql,%,$(wildcard sql/*.sql))
REGRESS_PREP = superuser
REGRESS_OPTS = --load-extension=uscc --encoding=UTF8 --no-locale
EXTRA_CLEAN = uscc--*.sql uscc_gist--*.sql uscc-*.tar.gz uscc-*.zip

# Without gettext all messages are in English.
ifeq ($(shell msgfmt --version 2>/dev/null),)
override enable_nls = no
all: without_gettext
endif

# Debian has PGXS in the package of the clients, without the headers.
PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
SERVER_HEADERS := $(shell $(PG_CONFIG) --includedir-server 2>/dev/null)

ifneq ($(wildcard $(SERVER_HEADERS)/postgres.h),)
include $(PGXS)
else
all install installcheck clean:
	@echo "PostgreSQL's server headers are missing: $(PG_CONFIG) names none." >&2
	@echo "Debian and Ubuntu: apt-get install postgresql-server-dev-all" >&2
	@echo "Fedora and RHEL: dnf install postgresql-server-devel" >&2
	@echo "Another place: make PG_CONFIG=/path/to/pg_config" >&2
	@exit 1
endif

without_gettext:
	@echo "Without gettext (msgfmt): all messages will be in English."

# What make installcheck needs, said before it fails.
superuser:
	@super=$$($(bindir)/psql -X -At -d postgres -c 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user') && \
	[ "$$super" = t ] || { \
		echo "make installcheck needs a running server, and a superuser in it."; \
		echo "On Debian and Ubuntu, this makes you one:"; \
		echo "    sudo -u postgres createuser --superuser $$(id -un)"; \
		exit 1; } >&2

# PGXS does so from 16 on: only what is declared PGDLLEXPORT is visible.
ifeq ($(MAJORVERSION) $(GCC),15 yes)
override CFLAGS += -fvisibility=hidden
endif

# The types in the order in which they need each other.  Of each there is the
# template of all types, for its name, the integer that it is stored as and its
# name in words; and the file of what it alone has.
# The btree of int4 and int8 has skip support from 18 on.
SKIP_SUPPORT = $(if $(filter 15 16 17,$(MAJORVERSION)),/@skipsupport@/d,s/@skipsupport@/FUNCTION 6 (@type@, @type@) pg_catalog.bt@base@skipsupport(internal),/)
expand = sed -e '$(SKIP_SUPPORT)' -e 's/@type@/$(1)/g; s/@base@/$(2)/g; s|@what@|$(3)|g'

uscc--$(EXTVERSION).sql: uscc.control Makefile $(wildcard src/*/*.sql src/*/*.in)
	( printf '%s\n' '\echo Use "CREATE EXTENSION uscc" to load this file. \quit' && \
	  cat src/planner/planner.sql && \
	  cd src/types && cat with_text.sql && \
	  $(call expand,adcode,int4,administrative division code (GB/T 2260)) type.sql.in && \
	  cat adcode.sql && \
	  $(call expand,orgcode,int8,organization code (GB 11714)) type.sql.in && \
	  cat orgcode.sql && \
	  $(call expand,uscc,int8,unified social credit code (GB 32100)) type.sql.in && \
	  cat uscc.sql && \
	  $(call expand,citizen_id,int8,citizen identity number (GB 11643)) type.sql.in && \
	  cat citizen_id.sql && \
	  cd ../tools && cat diagnose.sql scan.sql random.sql adopt.sql ) > $@.tmp
	mv $@.tmp $@

# An extension of its own, as it needs btree_gist.  From 16 on, the names of other
# extensions' objects can be qualified in the script; from 18 on, btree_gist sorts when
# it builds an index, and GiST has temporal keys.
GIST_NAMES = $(if $(filter 15,$(MAJORVERSION)),s/@uscc@//g; s/@btree_gist@//g,s/@uscc@/@extschema:uscc@./g; s/@btree_gist@/@extschema:btree_gist@./g)
GIST_18 = $(if $(filter 15 16 17,$(MAJORVERSION)),/@sortsupport@/d; /@translate@/d,s/@sortsupport@/FUNCTION 11 (@uscc@@type@, @uscc@@type@) @btree_gist@gbt_@base@_sortsupport(pg_catalog.internal),/; s/@translate@/FUNCTION 12 (pg_catalog."any", pg_catalog."any") @btree_gist@gist_translate_cmptype_btree(pg_catalog.int4),/)
expand_gist = sed -e '$(GIST_18)' -e 's/@type@/$(1)/g; s/@base@/$(2)/g; s/@key@/$(3)/g' -e '$(GIST_NAMES)' src/types/gist.sql.in

uscc_gist--$(EXTVERSION).sql: uscc.control Makefile src/types/gist.sql.in
	( printf '%s\n' '\echo Use "CREATE EXTENSION uscc_gist" to load this file. \quit' && \
	  $(call expand_gist,adcode,int4,gbtreekey8) && \
	  $(call expand_gist,orgcode,int8,gbtreekey16) && \
	  $(call expand_gist,uscc,int8,gbtreekey16) && \
	  $(call expand_gist,citizen_id,int8,gbtreekey16) ) > $@.tmp
	mv $@.tmp $@

# make dist adds it, and make clean leaves it, so that a release needs no awk.
divisions = src/standards/gb2260_divisions.h

$(OBJS) $(OBJS:.o=.bc): uscc.control $(wildcard src/*.h src/*/*.h) $(divisions)

$(divisions): $(wildcard data/divisions.tsv data/divisions.awk)
	LC_ALL=C awk -f data/divisions.awk data/divisions.tsv > $@.tmp
	mv $@.tmp $@

maintainer-clean:
	rm -f $(divisions)

# The same sources for browsers and node, with Debian's clang and lld, into build/web, from
# where npm pack makes a package.  Of the C library they need a few functions, web/libc.
WEB_CC = clang --target=wasm32 -std=c11 -Wall -Wextra -Werror -Os -flto -ffreestanding -nostdlib -fvisibility=hidden \
	-Iweb/libc -Isrc -Ibuild/web-made -Wl,--no-entry -Wl,--gc-sections -Wl,--strip-all -Wl,-z,stack-size=65536
web_sources = $(wildcard src/standards/*.[ch] src/repair/*.[ch] web/*.[ch] web/libc/*) src/types/sentences.h $(divisions)
web_copied = $(addprefix build/web/,uscc.mjs uscc.d.mts check.html README.md)

web: build/web/uscc.wasm build/web/uscc_names.wasm build/web/package.json build/web/LICENSE $(web_copied)

web_programs:
	@missing=; for program in clang wasm-ld msgfmt python3; do \
		command -v $$program >/dev/null || missing="$$missing $$program"; \
	done; [ -z "$$missing" ] || { \
		echo "make web does not find:$$missing. What it needs:"; \
		echo "    apt-get install clang lld gettext python3"; \
		exit 1; } >&2

build/web/uscc.wasm: $(web_sources) build/web-made/sentences_zh.h | web_programs
	@mkdir -p build/web
	$(WEB_CC) web/uscc_web.c web/libc/string.c $(filter-out %_names.c,$(wildcard src/standards/*.c)) $(wildcard src/repair/*.c) -o $@

build/web/uscc_names.wasm: $(web_sources) | web_programs
	@mkdir -p build/web
	$(WEB_CC) web/names_web.c web/libc/string.c src/standards/gb2260.c src/standards/gb2260_names.c -o $@

build/web-made/sentences_zh.h: src/types/sentences.h po/zh_CN.po web/make_sentences.py | web_programs
	@mkdir -p build/web-made
	msgfmt -o build/web-made/zh_CN.mo po/zh_CN.po
	python3 web/make_sentences.py src/types/sentences.h build/web-made/zh_CN.mo > $@.tmp
	mv $@.tmp $@

$(web_copied): build/web/%: web/%
	@mkdir -p build/web
	cp $< $@

build/web/LICENSE: LICENSE
	@mkdir -p build/web
	cp $< $@

build/web/package.json: web/package.json uscc.control
	@mkdir -p build/web
	sed 's/@version@/$(EXTVERSION)/' $< > $@

# A target for each script there.
scripts = $(patsubst test/targets/%.sh,%,$(wildcard test/targets/*.sh))

$(scripts):
	@test/targets/$@.sh

bench-growth:
	@test/targets/bench.sh growth

# What git holds at HEAD, and the header that is made of it.
archives = uscc-$(EXTVERSION).tar.gz uscc-$(EXTVERSION).zip

dist:
	@git rev-parse --verify --quiet HEAD >/dev/null || \
		{ echo "make dist needs the git repository." >&2; exit 1; }
	rm -rf build/dist
	mkdir -p build/dist
	git archive HEAD data Makefile uscc.control src | tar xf - -C build/dist
	$(MAKE) -s -C build/dist $(divisions)
	for archive in $(archives); do \
		git archive --prefix=uscc-$(EXTVERSION)/$(dir $(divisions)) --add-file=build/dist/$(divisions) \
			--prefix=uscc-$(EXTVERSION)/ --output=$$archive HEAD || exit 1; \
	done

# The versions of PostgreSQL that this release of Debian has, in debian/control.  The
# maintainer of a package is who builds it, named as dch does it.
maintainer = $${DEBFULLNAME:-$$(id -un)} <$${DEBEMAIL:-$${EMAIL:-$$(id -un)@$$(hostname -f)}}>

deb:
	@missing=; for program in git dpkg-buildpackage dh pg_buildext msgfmt; do \
		command -v $$program >/dev/null || missing="$$missing $$program"; \
	done; [ -z "$$missing" ] || { \
		echo "make deb does not find:$$missing. What it needs:"; \
		echo "    apt-get install git dpkg-dev debhelper postgresql-all gettext"; \
		exit 1; } >&2
	$(MAKE) dist
	rm -rf build/deb
	mkdir -p build/deb
	tar xzf uscc-$(EXTVERSION).tar.gz -C build/deb
	cp uscc-$(EXTVERSION).tar.gz build/deb/postgresql-uscc_$(EXTVERSION).orig.tar.gz
	cd build/deb/uscc-$(EXTVERSION) && \
		sed -i "s/@MAINTAINER@/$(maintainer)/" debian/control.in debian/changelog && pg_buildext updatecontrol && dpkg-buildpackage -us -uc

# Debian's packages are unknown to rpm, and its rpm does not split off debugging symbols.
rpm:
	@command -v rpmbuild >/dev/null || { \
		echo "make rpm does not find rpmbuild. What it needs:"; \
		echo "    dnf install rpm-build, or apt-get install rpm"; \
		exit 1; } >&2
	$(MAKE) dist
	rpmbuild -tb $(if $(wildcard /etc/debian_version),--nodeps --define "debug_package %{nil}") --define "_topdir $(CURDIR)/build/rpm" \
		--define "pg_config $(shell command -v $(PG_CONFIG))" uscc-$(EXTVERSION).tar.gz

.PHONY: dist deb rpm web web_programs superuser without_gettext $(scripts) bench-growth
