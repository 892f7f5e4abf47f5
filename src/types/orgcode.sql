-- Type orgcode: what it has beside src/types/type.sql.in.

CREATE FUNCTION orgcode_from_body(body text) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_from_body(text) IS 'Makes an organization code from its first 8 characters and computes its check character.';

CREATE FUNCTION body(orgcode) RETURNS text
    AS 'MODULE_PATHNAME', 'orgcode_body' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION body(orgcode) IS 'Returns the first 8 characters.';

CREATE FUNCTION check_character(orgcode) RETURNS text
    AS 'MODULE_PATHNAME', 'orgcode_check_character' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION check_character(orgcode) IS 'Returns the check character, position 9.';

CREATE FUNCTION is_private_use(orgcode) RETURNS bool
    AS 'MODULE_PATHNAME', 'orgcode_is_private_use' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION is_private_use(orgcode) IS 'Is the body one of PDY00001 to PDY99999, which nobody is issued?';
