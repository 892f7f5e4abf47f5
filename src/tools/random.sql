-- Test data

CREATE FUNCTION random_uscc(prefix text DEFAULT NULL) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL RESTRICTED;
COMMENT ON FUNCTION random_uscc(text) IS 'Draws a random code that begins with the prefix, of an assigned category and a known division; setseed() repeats it.';
