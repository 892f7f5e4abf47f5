-- Type orgcode: what it has in addition to src/types/type.sql.in.

CREATE FUNCTION orgcode_make(body pg_catalog.text) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_make(pg_catalog.text) IS 'organization code of a body of 8 characters, with its check character computed';

CREATE FUNCTION orgcode_body(code orgcode) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_body(orgcode) IS 'body, positions 1 to 8';

CREATE FUNCTION orgcode_check_character(code orgcode) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_check_character(orgcode) IS 'check character, position 9';

CREATE FUNCTION orgcode_is_private_use(code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_is_private_use(orgcode) IS 'is the body reserved for private use, PDY00001 to PDY99999?';
