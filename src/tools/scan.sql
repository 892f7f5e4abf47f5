-- The codes in a free text; STABLE as uscc_is_standard is

CREATE FUNCTION uscc_scan(string pg_catalog.text,
        OUT found uscc, OUT "position" pg_catalog.int4, OUT original pg_catalog.text,
        OUT standard pg_catalog.bool)
    RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME', 'uscc_scan_rows' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION uscc_scan(pg_catalog.text) IS 'every code in a text, with the position of its first character as it is written there, and whether it is standard';
