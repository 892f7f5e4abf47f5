-- Test data

CREATE FUNCTION uscc_random(prefix pg_catalog.text DEFAULT NULL) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL RESTRICTED;
COMMENT ON FUNCTION uscc_random(pg_catalog.text) IS 'random code with this prefix, of an assigned category and a known division; repeatable with setseed()';
