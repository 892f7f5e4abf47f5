-- Is a text a unified social credit code?

CREATE FUNCTION uscc_is_valid(text) RETURNS bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_is_valid(text) IS 'Does the text become a uscc without an error?';

CREATE FUNCTION try_uscc(text) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION try_uscc(text) IS 'Returns the code that a text is without blanks, hyphens, dots and invisible marks, and with full-width forms as ASCII; NULL if it is none.';
