-- The codes in a free text

CREATE FUNCTION uscc_scan(string pg_catalog.text,
        OUT found uscc, OUT "position" pg_catalog.int4, OUT original pg_catalog.text)
    RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME', 'uscc_scan_rows' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION uscc_scan(pg_catalog.text) IS 'every code in a text, with the position of its first character and as it is written there';
