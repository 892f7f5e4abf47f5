-- Comparison of two texts as codes, which no query asks for: btree sorts an array of
-- texts, and the operator families of the types are complete with these operators.

CREATE FUNCTION uscc_texts_eq(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_texts_eq(pg_catalog.text, pg_catalog.text) IS 'implementation of #=# operator';

CREATE FUNCTION uscc_texts_lt(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_texts_lt(pg_catalog.text, pg_catalog.text) IS 'implementation of #<# operator';

CREATE FUNCTION uscc_texts_le(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_texts_le(pg_catalog.text, pg_catalog.text) IS 'implementation of #<=# operator';

CREATE FUNCTION uscc_texts_gt(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_texts_gt(pg_catalog.text, pg_catalog.text) IS 'implementation of #># operator';

CREATE FUNCTION uscc_texts_ge(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_texts_ge(pg_catalog.text, pg_catalog.text) IS 'implementation of #>=# operator';

CREATE OPERATOR #=# (
    LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = uscc_texts_eq,
    COMMUTATOR = #=#,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR #=# (pg_catalog.text, pg_catalog.text) IS 'equal as codes';

CREATE OPERATOR #<# (
    LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = uscc_texts_lt,
    COMMUTATOR = #>#, NEGATOR = #>=#,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR #<# (pg_catalog.text, pg_catalog.text) IS 'less than as codes';

CREATE OPERATOR #<=# (
    LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = uscc_texts_le,
    COMMUTATOR = #>=#, NEGATOR = #>#,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR #<=# (pg_catalog.text, pg_catalog.text) IS 'less than or equal as codes';

CREATE OPERATOR #># (
    LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = uscc_texts_gt,
    COMMUTATOR = #<#, NEGATOR = #<=#,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR #># (pg_catalog.text, pg_catalog.text) IS 'greater than as codes';

CREATE OPERATOR #>=# (
    LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = uscc_texts_ge,
    COMMUTATOR = #<=#, NEGATOR = #<#,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR #>=# (pg_catalog.text, pg_catalog.text) IS 'greater than or equal as codes';
