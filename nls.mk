# The messages that are translated, for PostgreSQL's nls-global.mk.
CATALOG_NAME = uscc
# read by itself from 16 on
AVAIL_LANGUAGES = $(shell cat po/LINGUAS)
GETTEXT_FILES = $(sort $(wildcard src/*.c src/*/*.c)) src/types/sentences.h
GETTEXT_TRIGGERS = $(BACKEND_COMMON_GETTEXT_TRIGGERS) translated gettext_noop
GETTEXT_FLAGS = $(BACKEND_COMMON_GETTEXT_FLAGS) translated:1:c-format gettext_noop:1:c-format
