-- The codes in a free text

CREATE FUNCTION uscc_scan(text, OUT code uscc, OUT "position" int, OUT found text)
    RETURNS SETOF record
    AS 'MODULE_PATHNAME', 'uscc_scan_rows' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION uscc_scan(text) IS 'Returns every code in a text, with the position of its first character and as it stands there.';
