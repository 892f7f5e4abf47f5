\echo Use "CREATE EXTENSION uscc" to load this file. \quit
-- What the planner and ANALYZE are told of the types and their operators.

CREATE FUNCTION uscc_planner_support(request pg_catalog.internal) RETURNS pg_catalog.internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_planner_support(pg_catalog.internal) IS 'planner support for ^@, LIKE, ILIKE and <@';

CREATE FUNCTION uscc_planner_sel(root pg_catalog.internal, operator pg_catalog.oid, arguments pg_catalog.internal, relation pg_catalog.int4) RETURNS pg_catalog.float8
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_planner_sel(pg_catalog.internal, pg_catalog.oid, pg_catalog.internal, pg_catalog.int4) IS 'restriction selectivity of ^@, LIKE, ILIKE and <@';
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
-- Type adcode, with all that it has in common with the other types: input and
-- output, and the comparison, hashing and indexes of int4.  The Makefile
-- writes the names in; its rule says what they are.

CREATE TYPE adcode;

CREATE FUNCTION adcode_in(input pg_catalog.cstring) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_in(pg_catalog.cstring) IS 'I/O';

CREATE FUNCTION adcode_out(code adcode) RETURNS pg_catalog.cstring
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_out(adcode) IS 'I/O';

CREATE FUNCTION adcode_recv(message pg_catalog.internal) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_recv(pg_catalog.internal) IS 'I/O';

CREATE FUNCTION adcode_send(code adcode) RETURNS pg_catalog.bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_send(adcode) IS 'I/O';

CREATE FUNCTION adcode_typanalyze(statistics pg_catalog.internal) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_typanalyze(pg_catalog.internal) IS 'adcode typanalyze';

CREATE TYPE adcode (
    INPUT = adcode_in,
    OUTPUT = adcode_out,
    RECEIVE = adcode_recv,
    SEND = adcode_send,
    ANALYZE = adcode_typanalyze,
    LIKE = pg_catalog.int4,
    CATEGORY = 'S'
);
COMMENT ON TYPE adcode IS 'administrative division code (GB/T 2260)';

CREATE CAST (pg_catalog.text AS adcode) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.text AS adcode) IS 'checked as on input';
CREATE CAST (pg_catalog.varchar AS adcode) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.varchar AS adcode) IS 'checked as on input';
CREATE CAST (pg_catalog.bpchar AS adcode) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.bpchar AS adcode) IS 'checked as on input';

CREATE FUNCTION adcode_text(code adcode) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_text(adcode) IS 'convert adcode to text';

CREATE CAST (adcode AS pg_catalog.text) WITH FUNCTION adcode_text(adcode) AS IMPLICIT;
COMMENT ON CAST (adcode AS pg_catalog.text) IS 'text of the code';
CREATE CAST (adcode AS pg_catalog.varchar) WITH FUNCTION adcode_text(adcode) AS IMPLICIT;
COMMENT ON CAST (adcode AS pg_catalog.varchar) IS 'text of the code';
CREATE CAST (adcode AS pg_catalog.bpchar) WITH FUNCTION adcode_text(adcode) AS IMPLICIT;
COMMENT ON CAST (adcode AS pg_catalog.bpchar) IS 'text of the code';

-- Comparison

CREATE FUNCTION adcode_eq(code1 adcode, code2 adcode) RETURNS pg_catalog.bool
    AS 'int4eq' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_eq(adcode, adcode) IS 'implementation of = operator';

CREATE FUNCTION adcode_ne(code1 adcode, code2 adcode) RETURNS pg_catalog.bool
    AS 'int4ne' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_ne(adcode, adcode) IS 'implementation of <> operator';

CREATE FUNCTION adcode_lt(code1 adcode, code2 adcode) RETURNS pg_catalog.bool
    AS 'int4lt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_lt(adcode, adcode) IS 'implementation of < operator';

CREATE FUNCTION adcode_le(code1 adcode, code2 adcode) RETURNS pg_catalog.bool
    AS 'int4le' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_le(adcode, adcode) IS 'implementation of <= operator';

CREATE FUNCTION adcode_gt(code1 adcode, code2 adcode) RETURNS pg_catalog.bool
    AS 'int4gt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_gt(adcode, adcode) IS 'implementation of > operator';

CREATE FUNCTION adcode_ge(code1 adcode, code2 adcode) RETURNS pg_catalog.bool
    AS 'int4ge' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_ge(adcode, adcode) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (adcode, adcode) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (adcode, adcode) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (adcode, adcode) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (adcode, adcode) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (adcode, adcode) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (adcode, adcode) IS 'greater than or equal';

-- Comparison with text, which is read as input is: drivers send it for a string
-- parameter.  The planner makes a comparison of two codes of it; the operators are
-- members of the operator families for arrays of texts and for rows.

CREATE FUNCTION adcode_text_support(request pg_catalog.internal) RETURNS pg_catalog.internal
    AS 'MODULE_PATHNAME', 'planner_support_text_comparison' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_text_support(pg_catalog.internal) IS 'planner support for comparison of adcode and text';

CREATE FUNCTION adcode_eq_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_eq_text(adcode, pg_catalog.text) IS 'implementation of = operator';

CREATE FUNCTION adcode_text_eq(string pg_catalog.text, code adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_text_eq(pg_catalog.text, adcode) IS 'implementation of = operator';

CREATE FUNCTION adcode_ne_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_ne_text(adcode, pg_catalog.text) IS 'implementation of <> operator';

CREATE FUNCTION adcode_text_ne(string pg_catalog.text, code adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_text_ne(pg_catalog.text, adcode) IS 'implementation of <> operator';

CREATE FUNCTION adcode_lt_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_lt_text(adcode, pg_catalog.text) IS 'implementation of < operator';

CREATE FUNCTION adcode_text_lt(string pg_catalog.text, code adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_text_lt(pg_catalog.text, adcode) IS 'implementation of < operator';

CREATE FUNCTION adcode_le_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_le_text(adcode, pg_catalog.text) IS 'implementation of <= operator';

CREATE FUNCTION adcode_text_le(string pg_catalog.text, code adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_text_le(pg_catalog.text, adcode) IS 'implementation of <= operator';

CREATE FUNCTION adcode_gt_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_gt_text(adcode, pg_catalog.text) IS 'implementation of > operator';

CREATE FUNCTION adcode_text_gt(string pg_catalog.text, code adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_text_gt(pg_catalog.text, adcode) IS 'implementation of > operator';

CREATE FUNCTION adcode_ge_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_ge_text(adcode, pg_catalog.text) IS 'implementation of >= operator';

CREATE FUNCTION adcode_text_ge(string pg_catalog.text, code adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT adcode_text_support;
COMMENT ON FUNCTION adcode_text_ge(pg_catalog.text, adcode) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_eq_text,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (adcode, pg_catalog.text) IS 'equal';

CREATE OPERATOR = (
    LEFTARG = pg_catalog.text, RIGHTARG = adcode, FUNCTION = adcode_text_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (pg_catalog.text, adcode) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_ne_text,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (adcode, pg_catalog.text) IS 'not equal';

CREATE OPERATOR <> (
    LEFTARG = pg_catalog.text, RIGHTARG = adcode, FUNCTION = adcode_text_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (pg_catalog.text, adcode) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_lt_text,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (adcode, pg_catalog.text) IS 'less than';

CREATE OPERATOR < (
    LEFTARG = pg_catalog.text, RIGHTARG = adcode, FUNCTION = adcode_text_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (pg_catalog.text, adcode) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_le_text,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (adcode, pg_catalog.text) IS 'less than or equal';

CREATE OPERATOR <= (
    LEFTARG = pg_catalog.text, RIGHTARG = adcode, FUNCTION = adcode_text_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (pg_catalog.text, adcode) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_gt_text,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (adcode, pg_catalog.text) IS 'greater than';

CREATE OPERATOR > (
    LEFTARG = pg_catalog.text, RIGHTARG = adcode, FUNCTION = adcode_text_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (pg_catalog.text, adcode) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_ge_text,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (adcode, pg_catalog.text) IS 'greater than or equal';

CREATE OPERATOR >= (
    LEFTARG = pg_catalog.text, RIGHTARG = adcode, FUNCTION = adcode_text_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (pg_catalog.text, adcode) IS 'greater than or equal';

-- Indexes

CREATE FUNCTION adcode_cmp(code1 adcode, code2 adcode) RETURNS pg_catalog.int4
    AS 'btint4cmp' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION adcode_cmp(adcode, adcode) IS 'less-equal-greater';

CREATE FUNCTION adcode_cmp_text(code adcode, string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_cmp_text(adcode, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION adcode_text_cmp(string pg_catalog.text, code adcode) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_text_cmp(pg_catalog.text, adcode) IS 'less-equal-greater';

CREATE FUNCTION adcode_cmp_texts(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_cmp_texts(pg_catalog.text, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION adcode_hash(code adcode) RETURNS pg_catalog.int4
    AS 'hashint4' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_hash(adcode) IS 'hash';

CREATE FUNCTION adcode_hash_extended(code adcode, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'hashint4extended' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_hash_extended(adcode, pg_catalog.int8) IS 'hash';

CREATE FUNCTION adcode_text_hash(string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_text_hash(pg_catalog.text) IS 'hash';

CREATE FUNCTION adcode_text_hash_extended(string pg_catalog.text, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_text_hash_extended(pg_catalog.text, pg_catalog.int8) IS 'hash';

CREATE OPERATOR FAMILY adcode_ops USING btree;
COMMENT ON OPERATOR FAMILY adcode_ops USING btree IS 'order of the text';
CREATE OPERATOR CLASS adcode_ops DEFAULT FOR TYPE adcode USING btree FAMILY adcode_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 adcode_cmp(adcode, adcode),
    FUNCTION 2 (adcode, adcode) pg_catalog.btint4sortsupport(pg_catalog.internal),
    FUNCTION 6 (adcode, adcode) pg_catalog.btint4skipsupport(internal),
    FUNCTION 4 (adcode, adcode) pg_catalog.btequalimage(pg_catalog.oid);
COMMENT ON OPERATOR CLASS adcode_ops USING btree IS 'order of the text';

-- Without #=#, although amvalidate() misses it: with it PostgreSQL accepts a foreign
-- key of text that references a code, and every later DELETE there is an internal error.
ALTER OPERATOR FAMILY adcode_ops USING btree ADD
    OPERATOR 1 < (adcode, pg_catalog.text), OPERATOR 2 <= (adcode, pg_catalog.text), OPERATOR 3 = (adcode, pg_catalog.text),
    OPERATOR 4 >= (adcode, pg_catalog.text), OPERATOR 5 > (adcode, pg_catalog.text),
    FUNCTION 1 (adcode, pg_catalog.text) adcode_cmp_text(adcode, pg_catalog.text),
    OPERATOR 1 < (pg_catalog.text, adcode), OPERATOR 2 <= (pg_catalog.text, adcode), OPERATOR 3 = (pg_catalog.text, adcode),
    OPERATOR 4 >= (pg_catalog.text, adcode), OPERATOR 5 > (pg_catalog.text, adcode),
    FUNCTION 1 (pg_catalog.text, adcode) adcode_text_cmp(pg_catalog.text, adcode),
    OPERATOR 1 #<# (pg_catalog.text, pg_catalog.text), OPERATOR 2 #<=# (pg_catalog.text, pg_catalog.text),
    OPERATOR 4 #>=# (pg_catalog.text, pg_catalog.text), OPERATOR 5 #># (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) adcode_cmp_texts(pg_catalog.text, pg_catalog.text);

CREATE OPERATOR FAMILY adcode_ops USING hash;
COMMENT ON OPERATOR FAMILY adcode_ops USING hash IS 'hash of the value';
CREATE OPERATOR CLASS adcode_ops DEFAULT FOR TYPE adcode USING hash FAMILY adcode_ops AS
    OPERATOR 1 =,
    FUNCTION 1 adcode_hash(adcode),
    FUNCTION 2 adcode_hash_extended(adcode, pg_catalog.int8);
COMMENT ON OPERATOR CLASS adcode_ops USING hash IS 'hash of the value';

ALTER OPERATOR FAMILY adcode_ops USING hash ADD
    OPERATOR 1 = (adcode, pg_catalog.text), OPERATOR 1 = (pg_catalog.text, adcode), OPERATOR 1 #=# (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) adcode_text_hash(pg_catalog.text),
    FUNCTION 2 (pg_catalog.text, pg_catalog.text) adcode_text_hash_extended(pg_catalog.text, pg_catalog.int8);

CREATE OPERATOR FAMILY adcode_minmax_ops USING brin;
COMMENT ON OPERATOR FAMILY adcode_minmax_ops USING brin IS 'first and last value of a page range';
CREATE OPERATOR CLASS adcode_minmax_ops DEFAULT FOR TYPE adcode USING brin FAMILY adcode_minmax_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS adcode_minmax_ops USING brin IS 'first and last value of a page range';

CREATE OPERATOR FAMILY adcode_minmax_multi_ops USING brin;
COMMENT ON OPERATOR FAMILY adcode_minmax_multi_ops USING brin IS 'intervals of values of a page range';
CREATE OPERATOR CLASS adcode_minmax_multi_ops FOR TYPE adcode USING brin FAMILY adcode_minmax_multi_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_multi_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_multi_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_multi_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_minmax_multi_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_minmax_multi_options(pg_catalog.internal),
    FUNCTION 11 (adcode, adcode) pg_catalog.brin_minmax_multi_distance_int4(pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS adcode_minmax_multi_ops USING brin IS 'intervals of values of a page range';

CREATE OPERATOR FAMILY adcode_bloom_ops USING brin;
COMMENT ON OPERATOR FAMILY adcode_bloom_ops USING brin IS 'Bloom filter of the values of a page range';
CREATE OPERATOR CLASS adcode_bloom_ops FOR TYPE adcode USING brin FAMILY adcode_bloom_ops AS
    OPERATOR 1 =,
    FUNCTION 1 pg_catalog.brin_bloom_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_bloom_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_bloom_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_bloom_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_bloom_options(pg_catalog.internal),
    FUNCTION 11 (adcode, adcode) adcode_hash(adcode);
COMMENT ON OPERATOR CLASS adcode_bloom_ops USING brin IS 'Bloom filter of the values of a page range';

-- Aggregates

CREATE FUNCTION adcode_larger(code1 adcode, code2 adcode) RETURNS adcode
    AS 'int4larger' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_larger(adcode, adcode) IS 'larger of two';

CREATE FUNCTION adcode_smaller(code1 adcode, code2 adcode) RETURNS adcode
    AS 'int4smaller' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_smaller(adcode, adcode) IS 'smaller of two';

CREATE AGGREGATE max(adcode) (
    SFUNC = adcode_larger, STYPE = adcode, COMBINEFUNC = adcode_larger,
    SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(adcode) IS 'maximum value of all adcode input values';

CREATE AGGREGATE min(adcode) (
    SFUNC = adcode_smaller, STYPE = adcode, COMBINEFUNC = adcode_smaller,
    SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(adcode) IS 'minimum value of all adcode input values';

-- Prefixes

CREATE FUNCTION adcode_first(prefix pg_catalog.text) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_first(pg_catalog.text) IS 'first value with this prefix; NULL if there is none';

CREATE FUNCTION adcode_last(prefix pg_catalog.text) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_last(pg_catalog.text) IS 'last value with this prefix; NULL if there is none';

CREATE FUNCTION adcode_starts_with(code adcode, prefix pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION adcode_starts_with(adcode, pg_catalog.text) IS 'implementation of ^@ operator';

CREATE OPERATOR ^@ (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_starts_with,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR ^@ (adcode, pg_catalog.text) IS 'starts with';

-- Patterns

CREATE FUNCTION adcode_like(code adcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION adcode_like(adcode, pg_catalog.text) IS 'implementation of ~~ operator';

CREATE OPERATOR ~~ (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_like,
    NEGATOR = !~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.likejoinsel
);
COMMENT ON OPERATOR ~~ (adcode, pg_catalog.text) IS 'matches LIKE expression';

CREATE FUNCTION adcode_not_like(code adcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_not_like(adcode, pg_catalog.text) IS 'implementation of !~~ operator';

CREATE OPERATOR !~~ (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_not_like,
    NEGATOR = ~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.nlikejoinsel
);
COMMENT ON OPERATOR !~~ (adcode, pg_catalog.text) IS 'does not match LIKE expression';

CREATE FUNCTION adcode_ilike(code adcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION adcode_ilike(adcode, pg_catalog.text) IS 'implementation of ~~* operator';

CREATE OPERATOR ~~* (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_ilike,
    NEGATOR = !~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.iclikejoinsel
);
COMMENT ON OPERATOR ~~* (adcode, pg_catalog.text) IS 'matches LIKE expression, case-insensitive';

CREATE FUNCTION adcode_not_ilike(code adcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_not_ilike(adcode, pg_catalog.text) IS 'implementation of !~~* operator';

CREATE OPERATOR !~~* (
    LEFTARG = adcode, RIGHTARG = pg_catalog.text, FUNCTION = adcode_not_ilike,
    NEGATOR = ~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.icnlikejoinsel
);
COMMENT ON OPERATOR !~~* (adcode, pg_catalog.text) IS 'does not match LIKE expression, case-insensitive';

-- Text that may be a value

CREATE FUNCTION adcode_is_valid(string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_is_valid(pg_catalog.text) IS 'is this text valid input for type adcode?';

CREATE FUNCTION adcode_clean(string pg_catalog.text) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_clean(pg_catalog.text) IS 'value of a text without its formatting; NULL if that is not enough';
-- Type adcode: what it has in addition to src/types/type.sql.in.

-- Casts of numbers.  All types have them: otherwise they would be cast by their text, in
-- which 35 is the province 350000.  A number with a fraction is refused, as the text of an
-- integer is: rounded, it would be another division.

CREATE FUNCTION adcode(number pg_catalog.int4) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_from_int4' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode(pg_catalog.int4) IS 'convert int4 to adcode';

CREATE FUNCTION adcode(number pg_catalog.int8) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_from_int8' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode(pg_catalog.int8) IS 'convert int8 to adcode';

CREATE FUNCTION adcode(number pg_catalog.int2) RETURNS adcode
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN adcode(number::pg_catalog.int4);
COMMENT ON FUNCTION adcode(pg_catalog.int2) IS 'convert int2 to adcode';

CREATE FUNCTION adcode(number pg_catalog.numeric) RETURNS adcode
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN adcode(pg_catalog.trim_scale(number)::pg_catalog.text::pg_catalog.int8);
COMMENT ON FUNCTION adcode(pg_catalog.numeric) IS 'convert numeric to adcode';

CREATE FUNCTION adcode(number pg_catalog.float8) RETURNS adcode
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN adcode(number::pg_catalog.numeric);
COMMENT ON FUNCTION adcode(pg_catalog.float8) IS 'convert float8 to adcode';

CREATE FUNCTION adcode(number pg_catalog.float4) RETURNS adcode
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN adcode(number::pg_catalog.numeric);
COMMENT ON FUNCTION adcode(pg_catalog.float4) IS 'convert float4 to adcode';

CREATE FUNCTION int4(code adcode) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME', 'adcode_to_int4' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION int4(adcode) IS 'convert adcode to int4';

CREATE FUNCTION int8(code adcode) RETURNS pg_catalog.int8
    AS 'MODULE_PATHNAME', 'adcode_to_int8' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION int8(adcode) IS 'convert adcode to int8';

CREATE CAST (pg_catalog.int2 AS adcode) WITH FUNCTION adcode(pg_catalog.int2) AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.int2 AS adcode) IS 'number of six digits';
CREATE CAST (pg_catalog.int4 AS adcode) WITH FUNCTION adcode(pg_catalog.int4) AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.int4 AS adcode) IS 'number of six digits';
CREATE CAST (pg_catalog.int8 AS adcode) WITH FUNCTION adcode(pg_catalog.int8) AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.int8 AS adcode) IS 'number of six digits';
CREATE CAST (pg_catalog.numeric AS adcode) WITH FUNCTION adcode(pg_catalog.numeric) AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.numeric AS adcode) IS 'number of six digits';
CREATE CAST (pg_catalog.float8 AS adcode) WITH FUNCTION adcode(pg_catalog.float8) AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.float8 AS adcode) IS 'number of six digits';
CREATE CAST (pg_catalog.float4 AS adcode) WITH FUNCTION adcode(pg_catalog.float4) AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.float4 AS adcode) IS 'number of six digits';
CREATE CAST (adcode AS pg_catalog.int4) WITH FUNCTION int4(adcode) AS ASSIGNMENT;
COMMENT ON CAST (adcode AS pg_catalog.int4) IS 'number of six digits';
CREATE CAST (adcode AS pg_catalog.int8) WITH FUNCTION int8(adcode) AS ASSIGNMENT;
COMMENT ON CAST (adcode AS pg_catalog.int8) IS 'number of six digits';

-- Hierarchy, by the digits of the code

CREATE FUNCTION adcode_level(code adcode) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_level(adcode) IS 'level of a division: national, province, prefecture or county';

CREATE FUNCTION adcode_parent(code adcode) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_parent(adcode) IS 'division directly above; NULL above a province';

CREATE FUNCTION adcode_province(code adcode) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_province(adcode) IS 'province of a division';

CREATE FUNCTION adcode_prefecture(code adcode) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_prefecture(adcode) IS 'prefecture of a division; NULL for a province';

CREATE FUNCTION adcode_within_last(code adcode) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_within_last(adcode) IS 'last code within a division, for planner support of <@';

CREATE FUNCTION adcode_within(code adcode, division adcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION adcode_within(adcode, adcode) IS 'implementation of <@ operator';

CREATE OPERATOR <@ (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_within, COMMUTATOR = @>,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR <@ (adcode, adcode) IS 'is contained by';

CREATE FUNCTION adcode_contains(division adcode, code adcode) RETURNS pg_catalog.bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN code <@ division;
COMMENT ON FUNCTION adcode_contains(adcode, adcode) IS 'implementation of @> operator';

CREATE OPERATOR @> (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_contains, COMMUTATOR = <@,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @> (adcode, adcode) IS 'contains';

-- Names

-- Not strict: NULL as the year means the last name.
CREATE FUNCTION adcode_name(
        code adcode, language pg_catalog.text DEFAULT 'zh', year pg_catalog.int4 DEFAULT NULL)
    RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION adcode_name(adcode, pg_catalog.text, pg_catalog.int4) IS 'name of a division in a year, or its last one, in zh or en; NULL if it is not known';

CREATE FUNCTION adcode_path(code adcode, year pg_catalog.int4 DEFAULT NULL) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION adcode_path(adcode, pg_catalog.int4) IS 'Chinese names of province, prefecture and county in a year, or their last ones, as far as they are known';

CREATE FUNCTION adcode_successors(code adcode) RETURNS SETOF adcode
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION adcode_successors(adcode) IS 'current divisions that succeed an abolished one, as far as they are known; a current division itself';

CREATE FUNCTION adcode_divisions(
        OUT code adcode, OUT name_zh pg_catalog.text, OUT name_en pg_catalog.text,
        OUT level pg_catalog.text, OUT parent adcode,
        OUT first_year pg_catalog.int4, OUT last_year pg_catalog.int4)
    RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 7000;
COMMENT ON FUNCTION adcode_divisions() IS 'rows of view adcode_divisions';

CREATE VIEW adcode_divisions AS
    SELECT * FROM adcode_divisions();
COMMENT ON VIEW adcode_divisions IS 'administrative divisions since 1981, abolished ones included: a row for each name, with its years';
GRANT SELECT ON adcode_divisions TO PUBLIC;
-- Type orgcode, with all that it has in common with the other types: input and
-- output, and the comparison, hashing and indexes of int8.  The Makefile
-- writes the names in; its rule says what they are.

CREATE TYPE orgcode;

CREATE FUNCTION orgcode_in(input pg_catalog.cstring) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_in(pg_catalog.cstring) IS 'I/O';

CREATE FUNCTION orgcode_out(code orgcode) RETURNS pg_catalog.cstring
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_out(orgcode) IS 'I/O';

CREATE FUNCTION orgcode_recv(message pg_catalog.internal) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_recv(pg_catalog.internal) IS 'I/O';

CREATE FUNCTION orgcode_send(code orgcode) RETURNS pg_catalog.bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_send(orgcode) IS 'I/O';

CREATE FUNCTION orgcode_typanalyze(statistics pg_catalog.internal) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_typanalyze(pg_catalog.internal) IS 'orgcode typanalyze';

CREATE TYPE orgcode (
    INPUT = orgcode_in,
    OUTPUT = orgcode_out,
    RECEIVE = orgcode_recv,
    SEND = orgcode_send,
    ANALYZE = orgcode_typanalyze,
    LIKE = pg_catalog.int8,
    CATEGORY = 'S'
);
COMMENT ON TYPE orgcode IS 'organization code (GB 11714)';

CREATE CAST (pg_catalog.text AS orgcode) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.text AS orgcode) IS 'checked as on input';
CREATE CAST (pg_catalog.varchar AS orgcode) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.varchar AS orgcode) IS 'checked as on input';
CREATE CAST (pg_catalog.bpchar AS orgcode) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.bpchar AS orgcode) IS 'checked as on input';

CREATE FUNCTION orgcode_text(code orgcode) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_text(orgcode) IS 'convert orgcode to text';

CREATE CAST (orgcode AS pg_catalog.text) WITH FUNCTION orgcode_text(orgcode) AS IMPLICIT;
COMMENT ON CAST (orgcode AS pg_catalog.text) IS 'text of the code';
CREATE CAST (orgcode AS pg_catalog.varchar) WITH FUNCTION orgcode_text(orgcode) AS IMPLICIT;
COMMENT ON CAST (orgcode AS pg_catalog.varchar) IS 'text of the code';
CREATE CAST (orgcode AS pg_catalog.bpchar) WITH FUNCTION orgcode_text(orgcode) AS IMPLICIT;
COMMENT ON CAST (orgcode AS pg_catalog.bpchar) IS 'text of the code';

-- Comparison

CREATE FUNCTION orgcode_eq(code1 orgcode, code2 orgcode) RETURNS pg_catalog.bool
    AS 'int8eq' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_eq(orgcode, orgcode) IS 'implementation of = operator';

CREATE FUNCTION orgcode_ne(code1 orgcode, code2 orgcode) RETURNS pg_catalog.bool
    AS 'int8ne' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_ne(orgcode, orgcode) IS 'implementation of <> operator';

CREATE FUNCTION orgcode_lt(code1 orgcode, code2 orgcode) RETURNS pg_catalog.bool
    AS 'int8lt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_lt(orgcode, orgcode) IS 'implementation of < operator';

CREATE FUNCTION orgcode_le(code1 orgcode, code2 orgcode) RETURNS pg_catalog.bool
    AS 'int8le' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_le(orgcode, orgcode) IS 'implementation of <= operator';

CREATE FUNCTION orgcode_gt(code1 orgcode, code2 orgcode) RETURNS pg_catalog.bool
    AS 'int8gt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_gt(orgcode, orgcode) IS 'implementation of > operator';

CREATE FUNCTION orgcode_ge(code1 orgcode, code2 orgcode) RETURNS pg_catalog.bool
    AS 'int8ge' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_ge(orgcode, orgcode) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = orgcode, RIGHTARG = orgcode, FUNCTION = orgcode_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (orgcode, orgcode) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = orgcode, RIGHTARG = orgcode, FUNCTION = orgcode_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (orgcode, orgcode) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = orgcode, RIGHTARG = orgcode, FUNCTION = orgcode_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (orgcode, orgcode) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = orgcode, RIGHTARG = orgcode, FUNCTION = orgcode_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (orgcode, orgcode) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = orgcode, RIGHTARG = orgcode, FUNCTION = orgcode_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (orgcode, orgcode) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = orgcode, RIGHTARG = orgcode, FUNCTION = orgcode_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (orgcode, orgcode) IS 'greater than or equal';

-- Comparison with text, which is read as input is: drivers send it for a string
-- parameter.  The planner makes a comparison of two codes of it; the operators are
-- members of the operator families for arrays of texts and for rows.

CREATE FUNCTION orgcode_text_support(request pg_catalog.internal) RETURNS pg_catalog.internal
    AS 'MODULE_PATHNAME', 'planner_support_text_comparison' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_text_support(pg_catalog.internal) IS 'planner support for comparison of orgcode and text';

CREATE FUNCTION orgcode_eq_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_eq_text(orgcode, pg_catalog.text) IS 'implementation of = operator';

CREATE FUNCTION orgcode_text_eq(string pg_catalog.text, code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_text_eq(pg_catalog.text, orgcode) IS 'implementation of = operator';

CREATE FUNCTION orgcode_ne_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_ne_text(orgcode, pg_catalog.text) IS 'implementation of <> operator';

CREATE FUNCTION orgcode_text_ne(string pg_catalog.text, code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_text_ne(pg_catalog.text, orgcode) IS 'implementation of <> operator';

CREATE FUNCTION orgcode_lt_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_lt_text(orgcode, pg_catalog.text) IS 'implementation of < operator';

CREATE FUNCTION orgcode_text_lt(string pg_catalog.text, code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_text_lt(pg_catalog.text, orgcode) IS 'implementation of < operator';

CREATE FUNCTION orgcode_le_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_le_text(orgcode, pg_catalog.text) IS 'implementation of <= operator';

CREATE FUNCTION orgcode_text_le(string pg_catalog.text, code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_text_le(pg_catalog.text, orgcode) IS 'implementation of <= operator';

CREATE FUNCTION orgcode_gt_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_gt_text(orgcode, pg_catalog.text) IS 'implementation of > operator';

CREATE FUNCTION orgcode_text_gt(string pg_catalog.text, code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_text_gt(pg_catalog.text, orgcode) IS 'implementation of > operator';

CREATE FUNCTION orgcode_ge_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_ge_text(orgcode, pg_catalog.text) IS 'implementation of >= operator';

CREATE FUNCTION orgcode_text_ge(string pg_catalog.text, code orgcode) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT orgcode_text_support;
COMMENT ON FUNCTION orgcode_text_ge(pg_catalog.text, orgcode) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_eq_text,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (orgcode, pg_catalog.text) IS 'equal';

CREATE OPERATOR = (
    LEFTARG = pg_catalog.text, RIGHTARG = orgcode, FUNCTION = orgcode_text_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (pg_catalog.text, orgcode) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_ne_text,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (orgcode, pg_catalog.text) IS 'not equal';

CREATE OPERATOR <> (
    LEFTARG = pg_catalog.text, RIGHTARG = orgcode, FUNCTION = orgcode_text_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (pg_catalog.text, orgcode) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_lt_text,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (orgcode, pg_catalog.text) IS 'less than';

CREATE OPERATOR < (
    LEFTARG = pg_catalog.text, RIGHTARG = orgcode, FUNCTION = orgcode_text_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (pg_catalog.text, orgcode) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_le_text,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (orgcode, pg_catalog.text) IS 'less than or equal';

CREATE OPERATOR <= (
    LEFTARG = pg_catalog.text, RIGHTARG = orgcode, FUNCTION = orgcode_text_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (pg_catalog.text, orgcode) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_gt_text,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (orgcode, pg_catalog.text) IS 'greater than';

CREATE OPERATOR > (
    LEFTARG = pg_catalog.text, RIGHTARG = orgcode, FUNCTION = orgcode_text_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (pg_catalog.text, orgcode) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_ge_text,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (orgcode, pg_catalog.text) IS 'greater than or equal';

CREATE OPERATOR >= (
    LEFTARG = pg_catalog.text, RIGHTARG = orgcode, FUNCTION = orgcode_text_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (pg_catalog.text, orgcode) IS 'greater than or equal';

-- Indexes

CREATE FUNCTION orgcode_cmp(code1 orgcode, code2 orgcode) RETURNS pg_catalog.int4
    AS 'btint8cmp' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_cmp(orgcode, orgcode) IS 'less-equal-greater';

CREATE FUNCTION orgcode_cmp_text(code orgcode, string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_cmp_text(orgcode, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION orgcode_text_cmp(string pg_catalog.text, code orgcode) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_text_cmp(pg_catalog.text, orgcode) IS 'less-equal-greater';

CREATE FUNCTION orgcode_cmp_texts(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_cmp_texts(pg_catalog.text, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION orgcode_hash(code orgcode) RETURNS pg_catalog.int4
    AS 'hashint8' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_hash(orgcode) IS 'hash';

CREATE FUNCTION orgcode_hash_extended(code orgcode, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'hashint8extended' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_hash_extended(orgcode, pg_catalog.int8) IS 'hash';

CREATE FUNCTION orgcode_text_hash(string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_text_hash(pg_catalog.text) IS 'hash';

CREATE FUNCTION orgcode_text_hash_extended(string pg_catalog.text, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_text_hash_extended(pg_catalog.text, pg_catalog.int8) IS 'hash';

CREATE OPERATOR FAMILY orgcode_ops USING btree;
COMMENT ON OPERATOR FAMILY orgcode_ops USING btree IS 'order of the text';
CREATE OPERATOR CLASS orgcode_ops DEFAULT FOR TYPE orgcode USING btree FAMILY orgcode_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 orgcode_cmp(orgcode, orgcode),
    FUNCTION 2 (orgcode, orgcode) pg_catalog.btint8sortsupport(pg_catalog.internal),
    FUNCTION 6 (orgcode, orgcode) pg_catalog.btint8skipsupport(internal),
    FUNCTION 4 (orgcode, orgcode) pg_catalog.btequalimage(pg_catalog.oid);
COMMENT ON OPERATOR CLASS orgcode_ops USING btree IS 'order of the text';

-- Without #=#, although amvalidate() misses it: with it PostgreSQL accepts a foreign
-- key of text that references a code, and every later DELETE there is an internal error.
ALTER OPERATOR FAMILY orgcode_ops USING btree ADD
    OPERATOR 1 < (orgcode, pg_catalog.text), OPERATOR 2 <= (orgcode, pg_catalog.text), OPERATOR 3 = (orgcode, pg_catalog.text),
    OPERATOR 4 >= (orgcode, pg_catalog.text), OPERATOR 5 > (orgcode, pg_catalog.text),
    FUNCTION 1 (orgcode, pg_catalog.text) orgcode_cmp_text(orgcode, pg_catalog.text),
    OPERATOR 1 < (pg_catalog.text, orgcode), OPERATOR 2 <= (pg_catalog.text, orgcode), OPERATOR 3 = (pg_catalog.text, orgcode),
    OPERATOR 4 >= (pg_catalog.text, orgcode), OPERATOR 5 > (pg_catalog.text, orgcode),
    FUNCTION 1 (pg_catalog.text, orgcode) orgcode_text_cmp(pg_catalog.text, orgcode),
    OPERATOR 1 #<# (pg_catalog.text, pg_catalog.text), OPERATOR 2 #<=# (pg_catalog.text, pg_catalog.text),
    OPERATOR 4 #>=# (pg_catalog.text, pg_catalog.text), OPERATOR 5 #># (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) orgcode_cmp_texts(pg_catalog.text, pg_catalog.text);

CREATE OPERATOR FAMILY orgcode_ops USING hash;
COMMENT ON OPERATOR FAMILY orgcode_ops USING hash IS 'hash of the value';
CREATE OPERATOR CLASS orgcode_ops DEFAULT FOR TYPE orgcode USING hash FAMILY orgcode_ops AS
    OPERATOR 1 =,
    FUNCTION 1 orgcode_hash(orgcode),
    FUNCTION 2 orgcode_hash_extended(orgcode, pg_catalog.int8);
COMMENT ON OPERATOR CLASS orgcode_ops USING hash IS 'hash of the value';

ALTER OPERATOR FAMILY orgcode_ops USING hash ADD
    OPERATOR 1 = (orgcode, pg_catalog.text), OPERATOR 1 = (pg_catalog.text, orgcode), OPERATOR 1 #=# (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) orgcode_text_hash(pg_catalog.text),
    FUNCTION 2 (pg_catalog.text, pg_catalog.text) orgcode_text_hash_extended(pg_catalog.text, pg_catalog.int8);

CREATE OPERATOR FAMILY orgcode_minmax_ops USING brin;
COMMENT ON OPERATOR FAMILY orgcode_minmax_ops USING brin IS 'first and last value of a page range';
CREATE OPERATOR CLASS orgcode_minmax_ops DEFAULT FOR TYPE orgcode USING brin FAMILY orgcode_minmax_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS orgcode_minmax_ops USING brin IS 'first and last value of a page range';

CREATE OPERATOR FAMILY orgcode_minmax_multi_ops USING brin;
COMMENT ON OPERATOR FAMILY orgcode_minmax_multi_ops USING brin IS 'intervals of values of a page range';
CREATE OPERATOR CLASS orgcode_minmax_multi_ops FOR TYPE orgcode USING brin FAMILY orgcode_minmax_multi_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_multi_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_multi_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_multi_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_minmax_multi_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_minmax_multi_options(pg_catalog.internal),
    FUNCTION 11 (orgcode, orgcode) pg_catalog.brin_minmax_multi_distance_int8(pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS orgcode_minmax_multi_ops USING brin IS 'intervals of values of a page range';

CREATE OPERATOR FAMILY orgcode_bloom_ops USING brin;
COMMENT ON OPERATOR FAMILY orgcode_bloom_ops USING brin IS 'Bloom filter of the values of a page range';
CREATE OPERATOR CLASS orgcode_bloom_ops FOR TYPE orgcode USING brin FAMILY orgcode_bloom_ops AS
    OPERATOR 1 =,
    FUNCTION 1 pg_catalog.brin_bloom_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_bloom_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_bloom_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_bloom_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_bloom_options(pg_catalog.internal),
    FUNCTION 11 (orgcode, orgcode) orgcode_hash(orgcode);
COMMENT ON OPERATOR CLASS orgcode_bloom_ops USING brin IS 'Bloom filter of the values of a page range';

-- Aggregates

CREATE FUNCTION orgcode_larger(code1 orgcode, code2 orgcode) RETURNS orgcode
    AS 'int8larger' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_larger(orgcode, orgcode) IS 'larger of two';

CREATE FUNCTION orgcode_smaller(code1 orgcode, code2 orgcode) RETURNS orgcode
    AS 'int8smaller' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_smaller(orgcode, orgcode) IS 'smaller of two';

CREATE AGGREGATE max(orgcode) (
    SFUNC = orgcode_larger, STYPE = orgcode, COMBINEFUNC = orgcode_larger,
    SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(orgcode) IS 'maximum value of all orgcode input values';

CREATE AGGREGATE min(orgcode) (
    SFUNC = orgcode_smaller, STYPE = orgcode, COMBINEFUNC = orgcode_smaller,
    SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(orgcode) IS 'minimum value of all orgcode input values';

-- Prefixes

CREATE FUNCTION orgcode_first(prefix pg_catalog.text) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_first(pg_catalog.text) IS 'first value with this prefix; NULL if there is none';

CREATE FUNCTION orgcode_last(prefix pg_catalog.text) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_last(pg_catalog.text) IS 'last value with this prefix; NULL if there is none';

CREATE FUNCTION orgcode_starts_with(code orgcode, prefix pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION orgcode_starts_with(orgcode, pg_catalog.text) IS 'implementation of ^@ operator';

CREATE OPERATOR ^@ (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_starts_with,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR ^@ (orgcode, pg_catalog.text) IS 'starts with';

-- Patterns

CREATE FUNCTION orgcode_like(code orgcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION orgcode_like(orgcode, pg_catalog.text) IS 'implementation of ~~ operator';

CREATE OPERATOR ~~ (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_like,
    NEGATOR = !~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.likejoinsel
);
COMMENT ON OPERATOR ~~ (orgcode, pg_catalog.text) IS 'matches LIKE expression';

CREATE FUNCTION orgcode_not_like(code orgcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_not_like(orgcode, pg_catalog.text) IS 'implementation of !~~ operator';

CREATE OPERATOR !~~ (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_not_like,
    NEGATOR = ~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.nlikejoinsel
);
COMMENT ON OPERATOR !~~ (orgcode, pg_catalog.text) IS 'does not match LIKE expression';

CREATE FUNCTION orgcode_ilike(code orgcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION orgcode_ilike(orgcode, pg_catalog.text) IS 'implementation of ~~* operator';

CREATE OPERATOR ~~* (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_ilike,
    NEGATOR = !~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.iclikejoinsel
);
COMMENT ON OPERATOR ~~* (orgcode, pg_catalog.text) IS 'matches LIKE expression, case-insensitive';

CREATE FUNCTION orgcode_not_ilike(code orgcode, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_not_ilike(orgcode, pg_catalog.text) IS 'implementation of !~~* operator';

CREATE OPERATOR !~~* (
    LEFTARG = orgcode, RIGHTARG = pg_catalog.text, FUNCTION = orgcode_not_ilike,
    NEGATOR = ~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.icnlikejoinsel
);
COMMENT ON OPERATOR !~~* (orgcode, pg_catalog.text) IS 'does not match LIKE expression, case-insensitive';

-- Text that may be a value

CREATE FUNCTION orgcode_is_valid(string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_is_valid(pg_catalog.text) IS 'is this text valid input for type orgcode?';

CREATE FUNCTION orgcode_clean(string pg_catalog.text) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_clean(pg_catalog.text) IS 'value of a text without its formatting; NULL if that is not enough';
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
-- Type uscc, with all that it has in common with the other types: input and
-- output, and the comparison, hashing and indexes of int8.  The Makefile
-- writes the names in; its rule says what they are.

CREATE TYPE uscc;

CREATE FUNCTION uscc_in(input pg_catalog.cstring) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_in(pg_catalog.cstring) IS 'I/O';

CREATE FUNCTION uscc_out(code uscc) RETURNS pg_catalog.cstring
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_out(uscc) IS 'I/O';

CREATE FUNCTION uscc_recv(message pg_catalog.internal) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_recv(pg_catalog.internal) IS 'I/O';

CREATE FUNCTION uscc_send(code uscc) RETURNS pg_catalog.bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_send(uscc) IS 'I/O';

CREATE FUNCTION uscc_typanalyze(statistics pg_catalog.internal) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_typanalyze(pg_catalog.internal) IS 'uscc typanalyze';

CREATE TYPE uscc (
    INPUT = uscc_in,
    OUTPUT = uscc_out,
    RECEIVE = uscc_recv,
    SEND = uscc_send,
    ANALYZE = uscc_typanalyze,
    LIKE = pg_catalog.int8,
    CATEGORY = 'S'
);
COMMENT ON TYPE uscc IS 'unified social credit code (GB 32100)';

CREATE CAST (pg_catalog.text AS uscc) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.text AS uscc) IS 'checked as on input';
CREATE CAST (pg_catalog.varchar AS uscc) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.varchar AS uscc) IS 'checked as on input';
CREATE CAST (pg_catalog.bpchar AS uscc) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.bpchar AS uscc) IS 'checked as on input';

CREATE FUNCTION uscc_text(code uscc) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_text(uscc) IS 'convert uscc to text';

CREATE CAST (uscc AS pg_catalog.text) WITH FUNCTION uscc_text(uscc) AS IMPLICIT;
COMMENT ON CAST (uscc AS pg_catalog.text) IS 'text of the code';
CREATE CAST (uscc AS pg_catalog.varchar) WITH FUNCTION uscc_text(uscc) AS IMPLICIT;
COMMENT ON CAST (uscc AS pg_catalog.varchar) IS 'text of the code';
CREATE CAST (uscc AS pg_catalog.bpchar) WITH FUNCTION uscc_text(uscc) AS IMPLICIT;
COMMENT ON CAST (uscc AS pg_catalog.bpchar) IS 'text of the code';

-- Comparison

CREATE FUNCTION uscc_eq(code1 uscc, code2 uscc) RETURNS pg_catalog.bool
    AS 'int8eq' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_eq(uscc, uscc) IS 'implementation of = operator';

CREATE FUNCTION uscc_ne(code1 uscc, code2 uscc) RETURNS pg_catalog.bool
    AS 'int8ne' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_ne(uscc, uscc) IS 'implementation of <> operator';

CREATE FUNCTION uscc_lt(code1 uscc, code2 uscc) RETURNS pg_catalog.bool
    AS 'int8lt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_lt(uscc, uscc) IS 'implementation of < operator';

CREATE FUNCTION uscc_le(code1 uscc, code2 uscc) RETURNS pg_catalog.bool
    AS 'int8le' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_le(uscc, uscc) IS 'implementation of <= operator';

CREATE FUNCTION uscc_gt(code1 uscc, code2 uscc) RETURNS pg_catalog.bool
    AS 'int8gt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_gt(uscc, uscc) IS 'implementation of > operator';

CREATE FUNCTION uscc_ge(code1 uscc, code2 uscc) RETURNS pg_catalog.bool
    AS 'int8ge' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_ge(uscc, uscc) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = uscc, RIGHTARG = uscc, FUNCTION = uscc_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (uscc, uscc) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = uscc, RIGHTARG = uscc, FUNCTION = uscc_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (uscc, uscc) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = uscc, RIGHTARG = uscc, FUNCTION = uscc_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (uscc, uscc) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = uscc, RIGHTARG = uscc, FUNCTION = uscc_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (uscc, uscc) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = uscc, RIGHTARG = uscc, FUNCTION = uscc_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (uscc, uscc) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = uscc, RIGHTARG = uscc, FUNCTION = uscc_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (uscc, uscc) IS 'greater than or equal';

-- Comparison with text, which is read as input is: drivers send it for a string
-- parameter.  The planner makes a comparison of two codes of it; the operators are
-- members of the operator families for arrays of texts and for rows.

CREATE FUNCTION uscc_text_support(request pg_catalog.internal) RETURNS pg_catalog.internal
    AS 'MODULE_PATHNAME', 'planner_support_text_comparison' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_text_support(pg_catalog.internal) IS 'planner support for comparison of uscc and text';

CREATE FUNCTION uscc_eq_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_eq_text(uscc, pg_catalog.text) IS 'implementation of = operator';

CREATE FUNCTION uscc_text_eq(string pg_catalog.text, code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_text_eq(pg_catalog.text, uscc) IS 'implementation of = operator';

CREATE FUNCTION uscc_ne_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_ne_text(uscc, pg_catalog.text) IS 'implementation of <> operator';

CREATE FUNCTION uscc_text_ne(string pg_catalog.text, code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_text_ne(pg_catalog.text, uscc) IS 'implementation of <> operator';

CREATE FUNCTION uscc_lt_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_lt_text(uscc, pg_catalog.text) IS 'implementation of < operator';

CREATE FUNCTION uscc_text_lt(string pg_catalog.text, code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_text_lt(pg_catalog.text, uscc) IS 'implementation of < operator';

CREATE FUNCTION uscc_le_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_le_text(uscc, pg_catalog.text) IS 'implementation of <= operator';

CREATE FUNCTION uscc_text_le(string pg_catalog.text, code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_text_le(pg_catalog.text, uscc) IS 'implementation of <= operator';

CREATE FUNCTION uscc_gt_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_gt_text(uscc, pg_catalog.text) IS 'implementation of > operator';

CREATE FUNCTION uscc_text_gt(string pg_catalog.text, code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_text_gt(pg_catalog.text, uscc) IS 'implementation of > operator';

CREATE FUNCTION uscc_ge_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_ge_text(uscc, pg_catalog.text) IS 'implementation of >= operator';

CREATE FUNCTION uscc_text_ge(string pg_catalog.text, code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT uscc_text_support;
COMMENT ON FUNCTION uscc_text_ge(pg_catalog.text, uscc) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_eq_text,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (uscc, pg_catalog.text) IS 'equal';

CREATE OPERATOR = (
    LEFTARG = pg_catalog.text, RIGHTARG = uscc, FUNCTION = uscc_text_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (pg_catalog.text, uscc) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_ne_text,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (uscc, pg_catalog.text) IS 'not equal';

CREATE OPERATOR <> (
    LEFTARG = pg_catalog.text, RIGHTARG = uscc, FUNCTION = uscc_text_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (pg_catalog.text, uscc) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_lt_text,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (uscc, pg_catalog.text) IS 'less than';

CREATE OPERATOR < (
    LEFTARG = pg_catalog.text, RIGHTARG = uscc, FUNCTION = uscc_text_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (pg_catalog.text, uscc) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_le_text,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (uscc, pg_catalog.text) IS 'less than or equal';

CREATE OPERATOR <= (
    LEFTARG = pg_catalog.text, RIGHTARG = uscc, FUNCTION = uscc_text_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (pg_catalog.text, uscc) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_gt_text,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (uscc, pg_catalog.text) IS 'greater than';

CREATE OPERATOR > (
    LEFTARG = pg_catalog.text, RIGHTARG = uscc, FUNCTION = uscc_text_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (pg_catalog.text, uscc) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_ge_text,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (uscc, pg_catalog.text) IS 'greater than or equal';

CREATE OPERATOR >= (
    LEFTARG = pg_catalog.text, RIGHTARG = uscc, FUNCTION = uscc_text_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (pg_catalog.text, uscc) IS 'greater than or equal';

-- Indexes

CREATE FUNCTION uscc_cmp(code1 uscc, code2 uscc) RETURNS pg_catalog.int4
    AS 'btint8cmp' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_cmp(uscc, uscc) IS 'less-equal-greater';

CREATE FUNCTION uscc_cmp_text(code uscc, string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_cmp_text(uscc, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION uscc_text_cmp(string pg_catalog.text, code uscc) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_text_cmp(pg_catalog.text, uscc) IS 'less-equal-greater';

CREATE FUNCTION uscc_cmp_texts(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_cmp_texts(pg_catalog.text, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION uscc_hash(code uscc) RETURNS pg_catalog.int4
    AS 'hashint8' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_hash(uscc) IS 'hash';

CREATE FUNCTION uscc_hash_extended(code uscc, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'hashint8extended' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_hash_extended(uscc, pg_catalog.int8) IS 'hash';

CREATE FUNCTION uscc_text_hash(string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_text_hash(pg_catalog.text) IS 'hash';

CREATE FUNCTION uscc_text_hash_extended(string pg_catalog.text, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_text_hash_extended(pg_catalog.text, pg_catalog.int8) IS 'hash';

CREATE OPERATOR FAMILY uscc_ops USING btree;
COMMENT ON OPERATOR FAMILY uscc_ops USING btree IS 'order of the text';
CREATE OPERATOR CLASS uscc_ops DEFAULT FOR TYPE uscc USING btree FAMILY uscc_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 uscc_cmp(uscc, uscc),
    FUNCTION 2 (uscc, uscc) pg_catalog.btint8sortsupport(pg_catalog.internal),
    FUNCTION 6 (uscc, uscc) pg_catalog.btint8skipsupport(internal),
    FUNCTION 4 (uscc, uscc) pg_catalog.btequalimage(pg_catalog.oid);
COMMENT ON OPERATOR CLASS uscc_ops USING btree IS 'order of the text';

-- Without #=#, although amvalidate() misses it: with it PostgreSQL accepts a foreign
-- key of text that references a code, and every later DELETE there is an internal error.
ALTER OPERATOR FAMILY uscc_ops USING btree ADD
    OPERATOR 1 < (uscc, pg_catalog.text), OPERATOR 2 <= (uscc, pg_catalog.text), OPERATOR 3 = (uscc, pg_catalog.text),
    OPERATOR 4 >= (uscc, pg_catalog.text), OPERATOR 5 > (uscc, pg_catalog.text),
    FUNCTION 1 (uscc, pg_catalog.text) uscc_cmp_text(uscc, pg_catalog.text),
    OPERATOR 1 < (pg_catalog.text, uscc), OPERATOR 2 <= (pg_catalog.text, uscc), OPERATOR 3 = (pg_catalog.text, uscc),
    OPERATOR 4 >= (pg_catalog.text, uscc), OPERATOR 5 > (pg_catalog.text, uscc),
    FUNCTION 1 (pg_catalog.text, uscc) uscc_text_cmp(pg_catalog.text, uscc),
    OPERATOR 1 #<# (pg_catalog.text, pg_catalog.text), OPERATOR 2 #<=# (pg_catalog.text, pg_catalog.text),
    OPERATOR 4 #>=# (pg_catalog.text, pg_catalog.text), OPERATOR 5 #># (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) uscc_cmp_texts(pg_catalog.text, pg_catalog.text);

CREATE OPERATOR FAMILY uscc_ops USING hash;
COMMENT ON OPERATOR FAMILY uscc_ops USING hash IS 'hash of the value';
CREATE OPERATOR CLASS uscc_ops DEFAULT FOR TYPE uscc USING hash FAMILY uscc_ops AS
    OPERATOR 1 =,
    FUNCTION 1 uscc_hash(uscc),
    FUNCTION 2 uscc_hash_extended(uscc, pg_catalog.int8);
COMMENT ON OPERATOR CLASS uscc_ops USING hash IS 'hash of the value';

ALTER OPERATOR FAMILY uscc_ops USING hash ADD
    OPERATOR 1 = (uscc, pg_catalog.text), OPERATOR 1 = (pg_catalog.text, uscc), OPERATOR 1 #=# (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) uscc_text_hash(pg_catalog.text),
    FUNCTION 2 (pg_catalog.text, pg_catalog.text) uscc_text_hash_extended(pg_catalog.text, pg_catalog.int8);

CREATE OPERATOR FAMILY uscc_minmax_ops USING brin;
COMMENT ON OPERATOR FAMILY uscc_minmax_ops USING brin IS 'first and last value of a page range';
CREATE OPERATOR CLASS uscc_minmax_ops DEFAULT FOR TYPE uscc USING brin FAMILY uscc_minmax_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS uscc_minmax_ops USING brin IS 'first and last value of a page range';

CREATE OPERATOR FAMILY uscc_minmax_multi_ops USING brin;
COMMENT ON OPERATOR FAMILY uscc_minmax_multi_ops USING brin IS 'intervals of values of a page range';
CREATE OPERATOR CLASS uscc_minmax_multi_ops FOR TYPE uscc USING brin FAMILY uscc_minmax_multi_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_multi_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_multi_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_multi_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_minmax_multi_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_minmax_multi_options(pg_catalog.internal),
    FUNCTION 11 (uscc, uscc) pg_catalog.brin_minmax_multi_distance_int8(pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS uscc_minmax_multi_ops USING brin IS 'intervals of values of a page range';

CREATE OPERATOR FAMILY uscc_bloom_ops USING brin;
COMMENT ON OPERATOR FAMILY uscc_bloom_ops USING brin IS 'Bloom filter of the values of a page range';
CREATE OPERATOR CLASS uscc_bloom_ops FOR TYPE uscc USING brin FAMILY uscc_bloom_ops AS
    OPERATOR 1 =,
    FUNCTION 1 pg_catalog.brin_bloom_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_bloom_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_bloom_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_bloom_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_bloom_options(pg_catalog.internal),
    FUNCTION 11 (uscc, uscc) uscc_hash(uscc);
COMMENT ON OPERATOR CLASS uscc_bloom_ops USING brin IS 'Bloom filter of the values of a page range';

-- Aggregates

CREATE FUNCTION uscc_larger(code1 uscc, code2 uscc) RETURNS uscc
    AS 'int8larger' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_larger(uscc, uscc) IS 'larger of two';

CREATE FUNCTION uscc_smaller(code1 uscc, code2 uscc) RETURNS uscc
    AS 'int8smaller' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_smaller(uscc, uscc) IS 'smaller of two';

CREATE AGGREGATE max(uscc) (
    SFUNC = uscc_larger, STYPE = uscc, COMBINEFUNC = uscc_larger,
    SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(uscc) IS 'maximum value of all uscc input values';

CREATE AGGREGATE min(uscc) (
    SFUNC = uscc_smaller, STYPE = uscc, COMBINEFUNC = uscc_smaller,
    SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(uscc) IS 'minimum value of all uscc input values';

-- Prefixes

CREATE FUNCTION uscc_first(prefix pg_catalog.text) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_first(pg_catalog.text) IS 'first value with this prefix; NULL if there is none';

CREATE FUNCTION uscc_last(prefix pg_catalog.text) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_last(pg_catalog.text) IS 'last value with this prefix; NULL if there is none';

CREATE FUNCTION uscc_starts_with(code uscc, prefix pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION uscc_starts_with(uscc, pg_catalog.text) IS 'implementation of ^@ operator';

CREATE OPERATOR ^@ (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_starts_with,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR ^@ (uscc, pg_catalog.text) IS 'starts with';

-- Patterns

CREATE FUNCTION uscc_like(code uscc, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION uscc_like(uscc, pg_catalog.text) IS 'implementation of ~~ operator';

CREATE OPERATOR ~~ (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_like,
    NEGATOR = !~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.likejoinsel
);
COMMENT ON OPERATOR ~~ (uscc, pg_catalog.text) IS 'matches LIKE expression';

CREATE FUNCTION uscc_not_like(code uscc, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_not_like(uscc, pg_catalog.text) IS 'implementation of !~~ operator';

CREATE OPERATOR !~~ (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_not_like,
    NEGATOR = ~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.nlikejoinsel
);
COMMENT ON OPERATOR !~~ (uscc, pg_catalog.text) IS 'does not match LIKE expression';

CREATE FUNCTION uscc_ilike(code uscc, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION uscc_ilike(uscc, pg_catalog.text) IS 'implementation of ~~* operator';

CREATE OPERATOR ~~* (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_ilike,
    NEGATOR = !~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.iclikejoinsel
);
COMMENT ON OPERATOR ~~* (uscc, pg_catalog.text) IS 'matches LIKE expression, case-insensitive';

CREATE FUNCTION uscc_not_ilike(code uscc, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_not_ilike(uscc, pg_catalog.text) IS 'implementation of !~~* operator';

CREATE OPERATOR !~~* (
    LEFTARG = uscc, RIGHTARG = pg_catalog.text, FUNCTION = uscc_not_ilike,
    NEGATOR = ~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.icnlikejoinsel
);
COMMENT ON OPERATOR !~~* (uscc, pg_catalog.text) IS 'does not match LIKE expression, case-insensitive';

-- Text that may be a value

CREATE FUNCTION uscc_is_valid(string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_is_valid(pg_catalog.text) IS 'is this text valid input for type uscc?';

CREATE FUNCTION uscc_clean(string pg_catalog.text) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_clean(pg_catalog.text) IS 'value of a text without its formatting; NULL if that is not enough';
-- Type uscc: what it has in addition to src/types/type.sql.in.

-- Fields

CREATE FUNCTION uscc_department(code uscc) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_department(uscc) IS 'registering department, position 1';

CREATE FUNCTION uscc_category(code uscc) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_category(uscc) IS 'category within the department, position 2';

CREATE FUNCTION uscc_region(code uscc) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION uscc_region(uscc) IS 'administrative division of the registering authority, positions 3 to 8';

CREATE FUNCTION uscc_subject(code uscc) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_subject(uscc) IS 'subject identifier (organization code), positions 9 to 17';

CREATE FUNCTION uscc_check_character(code uscc) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_check_character(uscc) IS 'check character, position 18';

CREATE FUNCTION uscc_orgcode(code uscc) RETURNS orgcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_orgcode(uscc) IS 'organization code, positions 9 to 17; NULL if it was issued with a wrong check character';

-- STABLE, as the names are: a later version may know more of them

CREATE FUNCTION uscc_is_standard(code uscc) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_is_standard(uscc) IS 'are department and category assigned, the province known and the check of the organization code right?';

CREATE FUNCTION uscc_department_name(code uscc, language pg_catalog.text DEFAULT 'zh') RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_department_name(uscc, pg_catalog.text) IS 'name of the registering department, in zh or en; NULL if it is not assigned';

CREATE FUNCTION uscc_category_name(code uscc, language pg_catalog.text DEFAULT 'zh') RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_category_name(uscc, pg_catalog.text) IS 'name of the category, in zh or en; NULL if it is not assigned';

CREATE FUNCTION uscc_region_name(code uscc, language pg_catalog.text DEFAULT 'zh') RETURNS pg_catalog.text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN adcode_name(uscc_region(code), language);
COMMENT ON FUNCTION uscc_region_name(uscc, pg_catalog.text) IS 'name of the administrative division of the registering authority, in zh or en; NULL if it is not known';

CREATE FUNCTION uscc_make(department pg_catalog.text, category pg_catalog.text, region adcode, subject pg_catalog.text) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_make(pg_catalog.text, pg_catalog.text, adcode, pg_catalog.text) IS 'code from its fields; the check character is computed, and that of the subject as well if the subject has 8 characters';

CREATE FUNCTION uscc_categories(
        OUT department pg_catalog.text, OUT category pg_catalog.text,
        OUT department_name_zh pg_catalog.text, OUT name_zh pg_catalog.text,
        OUT department_name_en pg_catalog.text, OUT name_en pg_catalog.text)
    RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 49;
COMMENT ON FUNCTION uscc_categories() IS 'rows of view uscc_categories';

CREATE VIEW uscc_categories AS
    SELECT * FROM uscc_categories();
COMMENT ON VIEW uscc_categories IS 'assigned departments and categories, with their names';
GRANT SELECT ON uscc_categories TO PUBLIC;

-- Divisions

CREATE FUNCTION uscc_within(code uscc, division adcode) RETURNS pg_catalog.bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN uscc_region(code) <@ division;
COMMENT ON FUNCTION uscc_within(uscc, adcode) IS 'implementation of <@ operator';

CREATE FUNCTION adcode_contains(division adcode, code uscc) RETURNS pg_catalog.bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN uscc_region(code) <@ division;
COMMENT ON FUNCTION adcode_contains(adcode, uscc) IS 'implementation of @> operator';

CREATE OPERATOR <@ (
    LEFTARG = uscc, RIGHTARG = adcode, FUNCTION = uscc_within, COMMUTATOR = @>,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR <@ (uscc, adcode) IS 'is contained by';

CREATE OPERATOR @> (
    LEFTARG = adcode, RIGHTARG = uscc, FUNCTION = adcode_contains, COMMUTATOR = <@,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @> (adcode, uscc) IS 'contains';
-- Type citizen_id, with all that it has in common with the other types: input and
-- output, and the comparison, hashing and indexes of int8.  The Makefile
-- writes the names in; its rule says what they are.

CREATE TYPE citizen_id;

CREATE FUNCTION citizen_id_in(input pg_catalog.cstring) RETURNS citizen_id
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_in(pg_catalog.cstring) IS 'I/O';

CREATE FUNCTION citizen_id_out(code citizen_id) RETURNS pg_catalog.cstring
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_out(citizen_id) IS 'I/O';

CREATE FUNCTION citizen_id_recv(message pg_catalog.internal) RETURNS citizen_id
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_recv(pg_catalog.internal) IS 'I/O';

CREATE FUNCTION citizen_id_send(code citizen_id) RETURNS pg_catalog.bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_send(citizen_id) IS 'I/O';

CREATE FUNCTION citizen_id_typanalyze(statistics pg_catalog.internal) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_typanalyze(pg_catalog.internal) IS 'citizen_id typanalyze';

CREATE TYPE citizen_id (
    INPUT = citizen_id_in,
    OUTPUT = citizen_id_out,
    RECEIVE = citizen_id_recv,
    SEND = citizen_id_send,
    ANALYZE = citizen_id_typanalyze,
    LIKE = pg_catalog.int8,
    CATEGORY = 'S'
);
COMMENT ON TYPE citizen_id IS 'citizen identity number (GB 11643)';

CREATE CAST (pg_catalog.text AS citizen_id) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.text AS citizen_id) IS 'checked as on input';
CREATE CAST (pg_catalog.varchar AS citizen_id) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.varchar AS citizen_id) IS 'checked as on input';
CREATE CAST (pg_catalog.bpchar AS citizen_id) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pg_catalog.bpchar AS citizen_id) IS 'checked as on input';

CREATE FUNCTION citizen_id_text(code citizen_id) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_text(citizen_id) IS 'convert citizen_id to text';

CREATE CAST (citizen_id AS pg_catalog.text) WITH FUNCTION citizen_id_text(citizen_id) AS IMPLICIT;
COMMENT ON CAST (citizen_id AS pg_catalog.text) IS 'text of the code';
CREATE CAST (citizen_id AS pg_catalog.varchar) WITH FUNCTION citizen_id_text(citizen_id) AS IMPLICIT;
COMMENT ON CAST (citizen_id AS pg_catalog.varchar) IS 'text of the code';
CREATE CAST (citizen_id AS pg_catalog.bpchar) WITH FUNCTION citizen_id_text(citizen_id) AS IMPLICIT;
COMMENT ON CAST (citizen_id AS pg_catalog.bpchar) IS 'text of the code';

-- Comparison

CREATE FUNCTION citizen_id_eq(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.bool
    AS 'int8eq' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_eq(citizen_id, citizen_id) IS 'implementation of = operator';

CREATE FUNCTION citizen_id_ne(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.bool
    AS 'int8ne' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_ne(citizen_id, citizen_id) IS 'implementation of <> operator';

CREATE FUNCTION citizen_id_lt(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.bool
    AS 'int8lt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_lt(citizen_id, citizen_id) IS 'implementation of < operator';

CREATE FUNCTION citizen_id_le(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.bool
    AS 'int8le' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_le(citizen_id, citizen_id) IS 'implementation of <= operator';

CREATE FUNCTION citizen_id_gt(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.bool
    AS 'int8gt' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_gt(citizen_id, citizen_id) IS 'implementation of > operator';

CREATE FUNCTION citizen_id_ge(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.bool
    AS 'int8ge' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_ge(citizen_id, citizen_id) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = citizen_id, RIGHTARG = citizen_id, FUNCTION = citizen_id_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (citizen_id, citizen_id) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = citizen_id, RIGHTARG = citizen_id, FUNCTION = citizen_id_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (citizen_id, citizen_id) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = citizen_id, RIGHTARG = citizen_id, FUNCTION = citizen_id_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (citizen_id, citizen_id) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = citizen_id, RIGHTARG = citizen_id, FUNCTION = citizen_id_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (citizen_id, citizen_id) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = citizen_id, RIGHTARG = citizen_id, FUNCTION = citizen_id_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (citizen_id, citizen_id) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = citizen_id, RIGHTARG = citizen_id, FUNCTION = citizen_id_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (citizen_id, citizen_id) IS 'greater than or equal';

-- Comparison with text, which is read as input is: drivers send it for a string
-- parameter.  The planner makes a comparison of two codes of it; the operators are
-- members of the operator families for arrays of texts and for rows.

CREATE FUNCTION citizen_id_text_support(request pg_catalog.internal) RETURNS pg_catalog.internal
    AS 'MODULE_PATHNAME', 'planner_support_text_comparison' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_text_support(pg_catalog.internal) IS 'planner support for comparison of citizen_id and text';

CREATE FUNCTION citizen_id_eq_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_eq_text(citizen_id, pg_catalog.text) IS 'implementation of = operator';

CREATE FUNCTION citizen_id_text_eq(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_text_eq(pg_catalog.text, citizen_id) IS 'implementation of = operator';

CREATE FUNCTION citizen_id_ne_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_ne_text(citizen_id, pg_catalog.text) IS 'implementation of <> operator';

CREATE FUNCTION citizen_id_text_ne(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_text_ne(pg_catalog.text, citizen_id) IS 'implementation of <> operator';

CREATE FUNCTION citizen_id_lt_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_lt_text(citizen_id, pg_catalog.text) IS 'implementation of < operator';

CREATE FUNCTION citizen_id_text_lt(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_text_lt(pg_catalog.text, citizen_id) IS 'implementation of < operator';

CREATE FUNCTION citizen_id_le_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_le_text(citizen_id, pg_catalog.text) IS 'implementation of <= operator';

CREATE FUNCTION citizen_id_text_le(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_text_le(pg_catalog.text, citizen_id) IS 'implementation of <= operator';

CREATE FUNCTION citizen_id_gt_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_gt_text(citizen_id, pg_catalog.text) IS 'implementation of > operator';

CREATE FUNCTION citizen_id_text_gt(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_text_gt(pg_catalog.text, citizen_id) IS 'implementation of > operator';

CREATE FUNCTION citizen_id_ge_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_ge_text(citizen_id, pg_catalog.text) IS 'implementation of >= operator';

CREATE FUNCTION citizen_id_text_ge(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SUPPORT citizen_id_text_support;
COMMENT ON FUNCTION citizen_id_text_ge(pg_catalog.text, citizen_id) IS 'implementation of >= operator';

CREATE OPERATOR = (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_eq_text,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (citizen_id, pg_catalog.text) IS 'equal';

CREATE OPERATOR = (
    LEFTARG = pg_catalog.text, RIGHTARG = citizen_id, FUNCTION = citizen_id_text_eq,
    COMMUTATOR = =, NEGATOR = <>,
    RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel
);
COMMENT ON OPERATOR = (pg_catalog.text, citizen_id) IS 'equal';

CREATE OPERATOR <> (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_ne_text,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (citizen_id, pg_catalog.text) IS 'not equal';

CREATE OPERATOR <> (
    LEFTARG = pg_catalog.text, RIGHTARG = citizen_id, FUNCTION = citizen_id_text_ne,
    COMMUTATOR = <>, NEGATOR = =,
    RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (pg_catalog.text, citizen_id) IS 'not equal';

CREATE OPERATOR < (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_lt_text,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (citizen_id, pg_catalog.text) IS 'less than';

CREATE OPERATOR < (
    LEFTARG = pg_catalog.text, RIGHTARG = citizen_id, FUNCTION = citizen_id_text_lt,
    COMMUTATOR = >, NEGATOR = >=,
    RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (pg_catalog.text, citizen_id) IS 'less than';

CREATE OPERATOR <= (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_le_text,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (citizen_id, pg_catalog.text) IS 'less than or equal';

CREATE OPERATOR <= (
    LEFTARG = pg_catalog.text, RIGHTARG = citizen_id, FUNCTION = citizen_id_text_le,
    COMMUTATOR = >=, NEGATOR = >,
    RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (pg_catalog.text, citizen_id) IS 'less than or equal';

CREATE OPERATOR > (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_gt_text,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (citizen_id, pg_catalog.text) IS 'greater than';

CREATE OPERATOR > (
    LEFTARG = pg_catalog.text, RIGHTARG = citizen_id, FUNCTION = citizen_id_text_gt,
    COMMUTATOR = <, NEGATOR = <=,
    RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (pg_catalog.text, citizen_id) IS 'greater than';

CREATE OPERATOR >= (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_ge_text,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (citizen_id, pg_catalog.text) IS 'greater than or equal';

CREATE OPERATOR >= (
    LEFTARG = pg_catalog.text, RIGHTARG = citizen_id, FUNCTION = citizen_id_text_ge,
    COMMUTATOR = <=, NEGATOR = <,
    RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (pg_catalog.text, citizen_id) IS 'greater than or equal';

-- Indexes

CREATE FUNCTION citizen_id_cmp(code1 citizen_id, code2 citizen_id) RETURNS pg_catalog.int4
    AS 'btint8cmp' LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_cmp(citizen_id, citizen_id) IS 'less-equal-greater';

CREATE FUNCTION citizen_id_cmp_text(code citizen_id, string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_cmp_text(citizen_id, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION citizen_id_text_cmp(string pg_catalog.text, code citizen_id) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_text_cmp(pg_catalog.text, citizen_id) IS 'less-equal-greater';

CREATE FUNCTION citizen_id_cmp_texts(string1 pg_catalog.text, string2 pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_cmp_texts(pg_catalog.text, pg_catalog.text) IS 'less-equal-greater';

CREATE FUNCTION citizen_id_hash(code citizen_id) RETURNS pg_catalog.int4
    AS 'hashint8' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_hash(citizen_id) IS 'hash';

CREATE FUNCTION citizen_id_hash_extended(code citizen_id, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'hashint8extended' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_hash_extended(citizen_id, pg_catalog.int8) IS 'hash';

CREATE FUNCTION citizen_id_text_hash(string pg_catalog.text) RETURNS pg_catalog.int4
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_text_hash(pg_catalog.text) IS 'hash';

CREATE FUNCTION citizen_id_text_hash_extended(string pg_catalog.text, seed pg_catalog.int8) RETURNS pg_catalog.int8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_text_hash_extended(pg_catalog.text, pg_catalog.int8) IS 'hash';

CREATE OPERATOR FAMILY citizen_id_ops USING btree;
COMMENT ON OPERATOR FAMILY citizen_id_ops USING btree IS 'order of the text';
CREATE OPERATOR CLASS citizen_id_ops DEFAULT FOR TYPE citizen_id USING btree FAMILY citizen_id_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 citizen_id_cmp(citizen_id, citizen_id),
    FUNCTION 2 (citizen_id, citizen_id) pg_catalog.btint8sortsupport(pg_catalog.internal),
    FUNCTION 6 (citizen_id, citizen_id) pg_catalog.btint8skipsupport(internal),
    FUNCTION 4 (citizen_id, citizen_id) pg_catalog.btequalimage(pg_catalog.oid);
COMMENT ON OPERATOR CLASS citizen_id_ops USING btree IS 'order of the text';

-- Without #=#, although amvalidate() misses it: with it PostgreSQL accepts a foreign
-- key of text that references a code, and every later DELETE there is an internal error.
ALTER OPERATOR FAMILY citizen_id_ops USING btree ADD
    OPERATOR 1 < (citizen_id, pg_catalog.text), OPERATOR 2 <= (citizen_id, pg_catalog.text), OPERATOR 3 = (citizen_id, pg_catalog.text),
    OPERATOR 4 >= (citizen_id, pg_catalog.text), OPERATOR 5 > (citizen_id, pg_catalog.text),
    FUNCTION 1 (citizen_id, pg_catalog.text) citizen_id_cmp_text(citizen_id, pg_catalog.text),
    OPERATOR 1 < (pg_catalog.text, citizen_id), OPERATOR 2 <= (pg_catalog.text, citizen_id), OPERATOR 3 = (pg_catalog.text, citizen_id),
    OPERATOR 4 >= (pg_catalog.text, citizen_id), OPERATOR 5 > (pg_catalog.text, citizen_id),
    FUNCTION 1 (pg_catalog.text, citizen_id) citizen_id_text_cmp(pg_catalog.text, citizen_id),
    OPERATOR 1 #<# (pg_catalog.text, pg_catalog.text), OPERATOR 2 #<=# (pg_catalog.text, pg_catalog.text),
    OPERATOR 4 #>=# (pg_catalog.text, pg_catalog.text), OPERATOR 5 #># (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) citizen_id_cmp_texts(pg_catalog.text, pg_catalog.text);

CREATE OPERATOR FAMILY citizen_id_ops USING hash;
COMMENT ON OPERATOR FAMILY citizen_id_ops USING hash IS 'hash of the value';
CREATE OPERATOR CLASS citizen_id_ops DEFAULT FOR TYPE citizen_id USING hash FAMILY citizen_id_ops AS
    OPERATOR 1 =,
    FUNCTION 1 citizen_id_hash(citizen_id),
    FUNCTION 2 citizen_id_hash_extended(citizen_id, pg_catalog.int8);
COMMENT ON OPERATOR CLASS citizen_id_ops USING hash IS 'hash of the value';

ALTER OPERATOR FAMILY citizen_id_ops USING hash ADD
    OPERATOR 1 = (citizen_id, pg_catalog.text), OPERATOR 1 = (pg_catalog.text, citizen_id), OPERATOR 1 #=# (pg_catalog.text, pg_catalog.text),
    FUNCTION 1 (pg_catalog.text, pg_catalog.text) citizen_id_text_hash(pg_catalog.text),
    FUNCTION 2 (pg_catalog.text, pg_catalog.text) citizen_id_text_hash_extended(pg_catalog.text, pg_catalog.int8);

CREATE OPERATOR FAMILY citizen_id_minmax_ops USING brin;
COMMENT ON OPERATOR FAMILY citizen_id_minmax_ops USING brin IS 'first and last value of a page range';
CREATE OPERATOR CLASS citizen_id_minmax_ops DEFAULT FOR TYPE citizen_id USING brin FAMILY citizen_id_minmax_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS citizen_id_minmax_ops USING brin IS 'first and last value of a page range';

CREATE OPERATOR FAMILY citizen_id_minmax_multi_ops USING brin;
COMMENT ON OPERATOR FAMILY citizen_id_minmax_multi_ops USING brin IS 'intervals of values of a page range';
CREATE OPERATOR CLASS citizen_id_minmax_multi_ops FOR TYPE citizen_id USING brin FAMILY citizen_id_minmax_multi_ops AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 pg_catalog.brin_minmax_multi_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_minmax_multi_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_minmax_multi_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_minmax_multi_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_minmax_multi_options(pg_catalog.internal),
    FUNCTION 11 (citizen_id, citizen_id) pg_catalog.brin_minmax_multi_distance_int8(pg_catalog.internal, pg_catalog.internal);
COMMENT ON OPERATOR CLASS citizen_id_minmax_multi_ops USING brin IS 'intervals of values of a page range';

CREATE OPERATOR FAMILY citizen_id_bloom_ops USING brin;
COMMENT ON OPERATOR FAMILY citizen_id_bloom_ops USING brin IS 'Bloom filter of the values of a page range';
CREATE OPERATOR CLASS citizen_id_bloom_ops FOR TYPE citizen_id USING brin FAMILY citizen_id_bloom_ops AS
    OPERATOR 1 =,
    FUNCTION 1 pg_catalog.brin_bloom_opcinfo(pg_catalog.internal),
    FUNCTION 2 pg_catalog.brin_bloom_add_value(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 3 pg_catalog.brin_bloom_consistent(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.int4),
    FUNCTION 4 pg_catalog.brin_bloom_union(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal),
    FUNCTION 5 pg_catalog.brin_bloom_options(pg_catalog.internal),
    FUNCTION 11 (citizen_id, citizen_id) citizen_id_hash(citizen_id);
COMMENT ON OPERATOR CLASS citizen_id_bloom_ops USING brin IS 'Bloom filter of the values of a page range';

-- Aggregates

CREATE FUNCTION citizen_id_larger(code1 citizen_id, code2 citizen_id) RETURNS citizen_id
    AS 'int8larger' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_larger(citizen_id, citizen_id) IS 'larger of two';

CREATE FUNCTION citizen_id_smaller(code1 citizen_id, code2 citizen_id) RETURNS citizen_id
    AS 'int8smaller' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_smaller(citizen_id, citizen_id) IS 'smaller of two';

CREATE AGGREGATE max(citizen_id) (
    SFUNC = citizen_id_larger, STYPE = citizen_id, COMBINEFUNC = citizen_id_larger,
    SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(citizen_id) IS 'maximum value of all citizen_id input values';

CREATE AGGREGATE min(citizen_id) (
    SFUNC = citizen_id_smaller, STYPE = citizen_id, COMBINEFUNC = citizen_id_smaller,
    SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(citizen_id) IS 'minimum value of all citizen_id input values';

-- Prefixes

CREATE FUNCTION citizen_id_first(prefix pg_catalog.text) RETURNS citizen_id
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_first(pg_catalog.text) IS 'first value with this prefix; NULL if there is none';

CREATE FUNCTION citizen_id_last(prefix pg_catalog.text) RETURNS citizen_id
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_last(pg_catalog.text) IS 'last value with this prefix; NULL if there is none';

CREATE FUNCTION citizen_id_starts_with(code citizen_id, prefix pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION citizen_id_starts_with(citizen_id, pg_catalog.text) IS 'implementation of ^@ operator';

CREATE OPERATOR ^@ (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_starts_with,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR ^@ (citizen_id, pg_catalog.text) IS 'starts with';

-- Patterns

CREATE FUNCTION citizen_id_like(code citizen_id, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION citizen_id_like(citizen_id, pg_catalog.text) IS 'implementation of ~~ operator';

CREATE OPERATOR ~~ (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_like,
    NEGATOR = !~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.likejoinsel
);
COMMENT ON OPERATOR ~~ (citizen_id, pg_catalog.text) IS 'matches LIKE expression';

CREATE FUNCTION citizen_id_not_like(code citizen_id, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_not_like(citizen_id, pg_catalog.text) IS 'implementation of !~~ operator';

CREATE OPERATOR !~~ (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_not_like,
    NEGATOR = ~~,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.nlikejoinsel
);
COMMENT ON OPERATOR !~~ (citizen_id, pg_catalog.text) IS 'does not match LIKE expression';

CREATE FUNCTION citizen_id_ilike(code citizen_id, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT uscc_planner_support;
COMMENT ON FUNCTION citizen_id_ilike(citizen_id, pg_catalog.text) IS 'implementation of ~~* operator';

CREATE OPERATOR ~~* (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_ilike,
    NEGATOR = !~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.iclikejoinsel
);
COMMENT ON OPERATOR ~~* (citizen_id, pg_catalog.text) IS 'matches LIKE expression, case-insensitive';

CREATE FUNCTION citizen_id_not_ilike(code citizen_id, pattern pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_not_ilike(citizen_id, pg_catalog.text) IS 'implementation of !~~* operator';

CREATE OPERATOR !~~* (
    LEFTARG = citizen_id, RIGHTARG = pg_catalog.text, FUNCTION = citizen_id_not_ilike,
    NEGATOR = ~~*,
    RESTRICT = uscc_planner_sel, JOIN = pg_catalog.icnlikejoinsel
);
COMMENT ON OPERATOR !~~* (citizen_id, pg_catalog.text) IS 'does not match LIKE expression, case-insensitive';

-- Text that may be a value

CREATE FUNCTION citizen_id_is_valid(string pg_catalog.text) RETURNS pg_catalog.bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_is_valid(pg_catalog.text) IS 'is this text valid input for type citizen_id?';

CREATE FUNCTION citizen_id_clean(string pg_catalog.text) RETURNS citizen_id
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_clean(pg_catalog.text) IS 'value of a text without its formatting; NULL if that is not enough';
-- Type citizen_id: what it has in addition to src/types/type.sql.in.

CREATE FUNCTION citizen_id_region(code citizen_id) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_region(citizen_id) IS 'administrative division of the first registration; province, of a foreigner';

CREATE FUNCTION citizen_id_nationality(code citizen_id) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_nationality(citizen_id) IS 'nationality of a foreigner (ISO 3166-1 numeric); NULL for citizens';

CREATE FUNCTION citizen_id_birth_date(code citizen_id) RETURNS pg_catalog.date
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_birth_date(citizen_id) IS 'birth date, positions 7 to 14';

CREATE FUNCTION citizen_id_sequence(code citizen_id) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_sequence(citizen_id) IS 'sequence, positions 15 to 17';

CREATE FUNCTION citizen_id_sex(code citizen_id) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_sex(citizen_id) IS 'sex: M if the sequence is odd, F if it is even';

CREATE FUNCTION citizen_id_check_character(code citizen_id) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_check_character(citizen_id) IS 'check character, position 18';

CREATE FUNCTION citizen_id_mask(code citizen_id) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_mask(citizen_id) IS 'number with asterisks in place of the birth date';
-- What is wrong with a text, and what was meant?

-- STABLE: what is known of kinds and regions grows, and messages are in the
-- language of the session

CREATE FUNCTION uscc_diagnose(string pg_catalog.text,
        OUT valid pg_catalog.bool, OUT cleaned uscc, OUT problem pg_catalog.text,
        OUT "position" pg_catalog.int4, OUT message pg_catalog.text,
        OUT kind pg_catalog.text, OUT suggestion uscc)
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_diagnose(pg_catalog.text) IS 'what is wrong with a text that should be a uscc, what it is instead, and which code was probably meant';

CREATE FUNCTION orgcode_diagnose(string pg_catalog.text,
        OUT valid pg_catalog.bool, OUT cleaned orgcode, OUT problem pg_catalog.text,
        OUT "position" pg_catalog.int4, OUT message pg_catalog.text, OUT kind pg_catalog.text)
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode_diagnose(pg_catalog.text) IS 'what is wrong with a text that should be an orgcode, and what it is instead';

CREATE FUNCTION citizen_id_diagnose(string pg_catalog.text,
        OUT valid pg_catalog.bool, OUT cleaned citizen_id, OUT problem pg_catalog.text,
        OUT "position" pg_catalog.int4, OUT message pg_catalog.text, OUT kind pg_catalog.text)
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION citizen_id_diagnose(pg_catalog.text) IS 'what is wrong with a text that should be a citizen_id, and what it is instead';

CREATE FUNCTION uscc_suggest(string pg_catalog.text, max pg_catalog.int4 DEFAULT 5,
        OUT suggestion uscc, OUT change pg_catalog.text, OUT "position" pg_catalog.int4,
        OUT given pg_catalog.text, OUT meant pg_catalog.text, OUT score pg_catalog.float4)
    RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME', 'uscc_suggest_rows' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION uscc_suggest(pg_catalog.text, pg_catalog.int4) IS 'codes that a text with one mistake may mean, the most likely first, with the change';
-- The codes in a free text; STABLE as uscc_is_standard is

CREATE FUNCTION uscc_scan(string pg_catalog.text,
        OUT found uscc, OUT "position" pg_catalog.int4, OUT original pg_catalog.text,
        OUT standard pg_catalog.bool)
    RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME', 'uscc_scan_rows' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION uscc_scan(pg_catalog.text) IS 'every code in a text, with the position of its first character as it is written there, and whether it is standard';
-- Test data

CREATE FUNCTION uscc_random(prefix pg_catalog.text DEFAULT NULL) RETURNS uscc
    AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL RESTRICTED;
COMMENT ON FUNCTION uscc_random(pg_catalog.text) IS 'random code with this prefix, of an assigned category and a known division; repeatable with setseed()';
-- A text column of a live table becomes a column of one of the four types.
--
-- The new column is added beside the old one, and a trigger keeps the two in step
-- (adopt_sync.c); then it is filled, gets the indexes and constraints of the old
-- one, and changes names with it.  All state is in the catalog and in the table:
-- the trigger's WHEN clause names the two columns, and what is made for the new
-- column has the name of its counterpart with the suffix "_uscc" (or of another
-- type), and what is left to the old one has the suffix "_text".
--
-- The functions uscc_internal_... read the catalog and write commands; adopt.c gives them to
-- the user and executes them, and has all messages.  Their bodies are bound when
-- the extension is created, so no search_path matters; they are called with an
-- empty one, so that what they write has qualified names.

CREATE FUNCTION uscc_adopt_sync() RETURNS pg_catalog.trigger
    AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION uscc_adopt_sync() IS 'trigger of uscc_adopt: keeps the two columns that its WHEN clause names in step';

CREATE FUNCTION uscc_internal_expressions(tree pg_catalog.pg_node_tree, relation pg_catalog.oid, from_columns pg_catalog.int2[], to_columns pg_catalog.int2[], as_type pg_catalog.bool) RETURNS pg_catalog.text[]
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_internal_expressions(pg_catalog.pg_node_tree, pg_catalog.oid, pg_catalog.int2[], pg_catalog.int2[], pg_catalog.bool) IS 'internal to uscc_adopt: expressions of a table with columns replaced by others, compared as their type does or as text';

CREATE FUNCTION uscc_internal_condition(tree pg_catalog.pg_node_tree, relation pg_catalog.oid, columns pg_catalog.int2[]) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_internal_condition(pg_catalog.pg_node_tree, pg_catalog.oid, pg_catalog.int2[]) IS 'internal to uscc_adopt: condition of a trigger with columns as text';

CREATE FUNCTION uscc_internal_bad_default(relation pg_catalog.oid, "column" pg_catalog.int2, type pg_catalog.regtype) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_internal_bad_default(pg_catalog.oid, pg_catalog.int2, pg_catalog.regtype) IS 'internal to uscc_adopt: constant default that is not valid for a type';

-- Names of at most 63 bytes.  A name that is cut ends with a hash of the whole name.
CREATE FUNCTION uscc_internal_name(base pg_catalog.text, suffix pg_catalog.text) RETURNS pg_catalog.name
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_catalog.octet_length(base || suffix) <= 63 THEN base || suffix
                ELSE (SELECT pg_catalog.left(base, pg_catalog.max(n)) FROM pg_catalog.generate_series(0, 63) AS n
                      WHERE pg_catalog.octet_length(pg_catalog.left(base, n)) <= 54 - pg_catalog.octet_length(suffix))
                    || '_' || pg_catalog.left(pg_catalog.md5(base), 8) || suffix END;
COMMENT ON FUNCTION uscc_internal_name(pg_catalog.text, pg_catalog.text) IS 'internal to uscc_adopt: name with a suffix';

CREATE FUNCTION uscc_internal_table(relation pg_catalog.oid) RETURNS pg_catalog.text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = relation;
END;
COMMENT ON FUNCTION uscc_internal_table(pg_catalog.oid) IS 'internal to uscc_adopt: qualified name of a relation';

-- A table and its partitions.
CREATE FUNCTION uscc_internal_tree(root pg_catalog.oid, OUT relation pg_catalog.oid, OUT level pg_catalog.int4) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(t.relid::oid, root), coalesce(t.level, 0)
    FROM (SELECT root) AS given LEFT JOIN pg_catalog.pg_partition_tree(root) AS t ON true;
END;
COMMENT ON FUNCTION uscc_internal_tree(pg_catalog.oid) IS 'internal to uscc_adopt: a table and its partitions';

-- The columns that go over together, because foreign keys connect them, in each
-- table and partition: "main" has the name that the application uses, "other" is
-- the new column before the swap and the text after it.
CREATE FUNCTION uscc_internal_columns(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT root pg_catalog.oid, OUT relation pg_catalog.oid, OUT level pg_catalog.int4, OUT relation_name pg_catalog.text,
        OUT main pg_catalog.int2, OUT main_name pg_catalog.name, OUT other pg_catalog.int2, OUT other_name pg_catalog.name,
        OUT swapped pg_catalog.bool, OUT sync pg_catalog.name) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH RECURSIVE member(root, name) AS (
        SELECT coalesce(pg_catalog.pg_partition_root(target)::oid, target::oid), column_name
        UNION
        SELECT coalesce(pg_catalog.pg_partition_root(side.peer)::oid, side.peer), peer.attname
        FROM member AS m
        CROSS JOIN LATERAL uscc_internal_tree(m.root) AS t
        JOIN pg_attribute AS own ON own.attrelid = t.relation AND own.attname = m.name
        JOIN pg_constraint AS c ON c.contype = 'f' AND t.relation IN (c.conrelid, c.confrelid)
        CROSS JOIN LATERAL (VALUES (c.conrelid, c.conkey, c.confrelid, c.confkey),
                                   (c.confrelid, c.confkey, c.conrelid, c.conkey)) AS side (own, keys, peer, peer_keys)
        JOIN pg_attribute AS peer ON peer.attrelid = side.peer
            AND peer.attnum = side.peer_keys[pg_catalog.array_position(side.keys, own.attnum)]
        WHERE side.own = t.relation AND (peer.atttypid = type::oid) = (own.atttypid = type::oid)
    ), pair AS (
        SELECT m.root, m.name, s.tgname, s.swapped, partner.attname AS partner_name
        FROM member AS m
        LEFT JOIN LATERAL (
            SELECT tg.tgname, tg.tgnargs > 0 AS swapped, partner.refobjsubid AS partner
            FROM pg_attribute AS a
            JOIN pg_depend AS own ON own.classid = 'pg_trigger'::regclass::oid AND own.refclassid = 'pg_class'::regclass::oid
                AND own.refobjid = a.attrelid AND own.refobjsubid = a.attnum
            JOIN pg_trigger AS tg ON tg.oid = own.objid AND tg.tgrelid = m.root AND tg.tgfoid = 'uscc_adopt_sync()'::regprocedure::oid
            JOIN pg_depend AS partner ON partner.classid = own.classid AND partner.objid = own.objid
                AND partner.refclassid = own.refclassid AND partner.refobjid = m.root
                AND partner.refobjsubid NOT IN (0, a.attnum)
            WHERE a.attrelid = m.root AND a.attname = m.name
            ORDER BY tg.tgname COLLATE "C" DESC LIMIT 1) AS s ON true
        LEFT JOIN pg_attribute AS partner ON partner.attrelid = m.root AND partner.attnum = s.partner
    )
    SELECT p.root, t.relation, t.level, uscc_internal_table(t.relation), own.attnum, own.attname, partner.attnum,
        coalesce(p.partner_name, uscc_internal_name(p.name, (SELECT '_' || typname::text FROM pg_type WHERE oid = type::oid))),
        coalesce(p.swapped, false), p.tgname
    FROM pair AS p
    CROSS JOIN LATERAL uscc_internal_tree(p.root) AS t
    JOIN pg_attribute AS own ON own.attrelid = t.relation AND own.attname = p.name
    LEFT JOIN pg_attribute AS partner ON partner.attrelid = t.relation AND partner.attname = p.partner_name
    WHERE p.tgname IS NOT NULL OR own.atttypid <> type::oid;
END;
COMMENT ON FUNCTION uscc_internal_columns(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: columns that go over together';

-- The same columns, per table or partition: a foreign key to the table itself, and
-- two foreign keys to the same table, give a table several of them.
CREATE FUNCTION uscc_internal_tables(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT root pg_catalog.oid, OUT relation pg_catalog.oid, OUT level pg_catalog.int4, OUT relation_name pg_catalog.text,
        OUT main pg_catalog.int2[], OUT main_names pg_catalog.name[], OUT other pg_catalog.int2[], OUT other_names pg_catalog.name[],
        OUT swapped pg_catalog.bool) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.root, c.relation, c.level, c.relation_name,
        pg_catalog.array_agg(c.main ORDER BY c.main), pg_catalog.array_agg(c.main_name ORDER BY c.main),
        CASE WHEN pg_catalog.bool_and(c.other IS NOT NULL) THEN pg_catalog.array_agg(c.other ORDER BY c.main) END,
        pg_catalog.array_agg(c.other_name ORDER BY c.main), pg_catalog.bool_or(c.swapped)
    FROM uscc_internal_columns(target, column_name, type) AS c
    GROUP BY c.root, c.relation, c.level, c.relation_name;
END;
COMMENT ON FUNCTION uscc_internal_tables(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: columns that go over together, per table';

-- The keys of an index, with columns replaced by others.  btree, hash
-- and BRIN have operator classes of our types; others index the text of it.
CREATE FUNCTION uscc_internal_index_keys(index pg_catalog.oid, from_columns pg_catalog.int2[], to_columns pg_catalog.int2[],
        OUT "position" pg_catalog.int8, OUT key pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT k.position,
        CASE WHEN k.attnum = 0 THEN '(' || (uscc_internal_expressions(x.indexprs, x.indrelid, from_columns, to_columns, true))
                [pg_catalog.count(*) FILTER (WHERE k.attnum = 0) OVER (ORDER BY k.position)] || ')'
             WHEN as_text THEN pg_catalog.format('((%I)::pg_catalog.text)', a.attname)
             ELSE pg_catalog.quote_ident(a.attname) END
        || CASE WHEN k.position > x.indnkeyatts OR (replaced AND NOT as_text) THEN ''
                ELSE CASE WHEN cl.oid IS NULL OR cl.oid = a.attcollation THEN '' ELSE pg_catalog.format(' COLLATE %I.%I', cn.nspname, cl.collname) END
                    || CASE WHEN op.opcdefault AND k.attnum <> 0 AND NOT as_text THEN '' ELSE pg_catalog.format(' %I.%I', opn.nspname, op.opcname) END
                    || coalesce('(' || (SELECT pg_catalog.string_agg(pg_catalog.format('%s=%L', pg_catalog.split_part(o, '=', 1), pg_catalog.split_part(o, '=', 2)), ', ')
                                        FROM pg_catalog.unnest(own.attoptions) AS o) || ')', '') END
        || CASE WHEN am.amname <> 'btree' OR k.position > x.indnkeyatts THEN ''
                ELSE (ARRAY['', ' DESC NULLS LAST', ' NULLS FIRST', ' DESC'])[1 + (x.indoption[k.position - 1]::int4 & 3)] END
    FROM pg_index AS x
    JOIN pg_class AS i ON i.oid = x.indexrelid
    JOIN pg_am AS am ON am.oid = i.relam
    CROSS JOIN LATERAL pg_catalog.unnest(x.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
    CROSS JOIN LATERAL (SELECT coalesce(to_columns[pg_catalog.array_position(from_columns, k.attnum)], k.attnum) AS attnum) AS new
    CROSS JOIN LATERAL (SELECT new.attnum <> k.attnum AS replaced,
        new.attnum <> k.attnum AND am.amname NOT IN ('btree', 'hash', 'brin') AS as_text) AS how
    JOIN pg_attribute AS own ON own.attrelid = index AND own.attnum = k.position
    LEFT JOIN pg_attribute AS a ON a.attrelid = x.indrelid AND k.attnum > 0 AND a.attnum = new.attnum
    LEFT JOIN pg_opclass AS op ON op.oid = x.indclass[k.position - 1] AND k.position <= x.indnkeyatts
    LEFT JOIN pg_namespace AS opn ON opn.oid = op.opcnamespace
    LEFT JOIN pg_collation AS cl ON cl.oid = x.indcollation[k.position - 1] AND k.position <= x.indnkeyatts
    LEFT JOIN pg_namespace AS cn ON cn.oid = cl.collnamespace
    WHERE x.indexrelid = index;
END;
COMMENT ON FUNCTION uscc_internal_index_keys(pg_catalog.oid, pg_catalog.int2[], pg_catalog.int2[]) IS 'internal to uscc_adopt: keys of an index with columns replaced by others';

CREATE FUNCTION uscc_internal_index_definition(index pg_catalog.oid, from_columns pg_catalog.int2[], to_columns pg_catalog.int2[], name pg_catalog.name) RETURNS pg_catalog.text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT pg_catalog.format('CREATE %sINDEX %s%I ON %s USING %I (%s)%s%s%s%s%s',
        CASE WHEN x.indisunique THEN 'UNIQUE ' ELSE '' END,
        CASE i.relkind WHEN 'i' THEN 'CONCURRENTLY ' ELSE '' END,
        name, uscc_internal_table(x.indrelid), am.amname,
        k.keys, ' INCLUDE (' || k.included || ')',
        CASE pg_catalog.to_jsonb(x) ->> 'indnullsnotdistinct' WHEN 'true' THEN ' NULLS NOT DISTINCT' ELSE '' END,
        ' WITH (' || (SELECT pg_catalog.string_agg(pg_catalog.format('%s=%L', pg_catalog.split_part(o, '=', 1), pg_catalog.split_part(o, '=', 2)), ', ')
                      FROM pg_catalog.unnest(i.reloptions) AS o) || ')',
        ' TABLESPACE ' || pg_catalog.quote_ident(ts.spcname),
        ' WHERE ' || (uscc_internal_expressions(x.indpred, x.indrelid, from_columns, to_columns, true))[1])
    FROM pg_index AS x
    JOIN pg_class AS i ON i.oid = x.indexrelid
    JOIN pg_am AS am ON am.oid = i.relam
    LEFT JOIN pg_tablespace AS ts ON ts.oid = i.reltablespace
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(key, ', ' ORDER BY position) FILTER (WHERE position <= x.indnkeyatts) AS keys,
            pg_catalog.string_agg(key, ', ' ORDER BY position) FILTER (WHERE position > x.indnkeyatts) AS included
        FROM uscc_internal_index_keys(index, from_columns, to_columns)) AS k
    WHERE x.indexrelid = index;
END;
COMMENT ON FUNCTION uscc_internal_index_definition(pg_catalog.oid, pg_catalog.int2[], pg_catalog.int2[], pg_catalog.name) IS 'internal to uscc_adopt: command that makes an index like another one';

-- The indexes of the columns: what each is called when the columns have changed
-- names, and the index that takes its place, which has the name "promoted" before.
-- A unique index is dropped in the swap, and the text has a spare one from then on:
-- an INSERT looks at indexes in the order of their OIDs, and ON CONFLICT waits only
-- for the index that it names, so that must be the oldest, before the swap and after it.
CREATE FUNCTION uscc_internal_indexes(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT relation pg_catalog.oid, OUT relation_name pg_catalog.text, OUT main pg_catalog.int2[], OUT other pg_catalog.int2[],
        OUT swapped pg_catalog.bool, OUT level pg_catalog.int4,
        OUT index pg_catalog.oid, OUT index_name pg_catalog.name, OUT schema pg_catalog.name, OUT kind pg_catalog."char",
        OUT is_child pg_catalog.bool, OUT is_unique pg_catalog.bool, OUT is_dropped pg_catalog.bool, OUT "constraint" pg_catalog.oid, OUT contype pg_catalog."char",
        OUT demoted pg_catalog.name, OUT promoted pg_catalog.name,
        OUT counterpart pg_catalog.oid, OUT counterpart_valid pg_catalog.bool, OUT counterpart_is_constraint pg_catalog.bool)
    RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.relation, c.relation_name, c.main, c.other, c.swapped, c.level,
        x.indexrelid, i.relname, n.nspname, i.relkind, parent.inhrelid IS NOT NULL, x.indisunique,
        x.indisunique AND coalesce(NOT con.condeferrable, true), con.oid, con.contype,
        uscc_internal_name(i.relname, suffix.demoted), uscc_internal_name(i.relname, suffix.promoted),
        y.indexrelid,
        -- a key of a partitioned table is made of those of its partitions, in the swap
        CASE WHEN i.relkind = 'I' AND con.oid IS NOT NULL THEN NOT EXISTS (
            SELECT FROM pg_catalog.pg_partition_tree(i.oid) AS leaf JOIN pg_class AS l ON l.oid = leaf.relid::oid AND leaf.isleaf
            WHERE NOT EXISTS (SELECT FROM pg_class AS lt JOIN pg_index AS ly ON ly.indexrelid = lt.oid AND ly.indisvalid
                              WHERE lt.relnamespace = l.relnamespace AND lt.relname = uscc_internal_name(l.relname, suffix.promoted)))
        ELSE coalesce(y.indisvalid, false) END,
        EXISTS (SELECT FROM pg_constraint WHERE conindid = y.indexrelid AND conrelid = c.relation AND contype IN ('p', 'u'))
    FROM uscc_internal_tables(target, column_name, type) AS c
    CROSS JOIN LATERAL (SELECT '_text' AS text, '_' || typname::text AS code FROM pg_type WHERE oid = type::oid) AS s
    CROSS JOIN LATERAL (SELECT CASE WHEN c.swapped THEN s.code ELSE s.text END AS demoted,
                               CASE WHEN c.swapped THEN s.text ELSE s.code END AS promoted) AS suffix
    JOIN pg_index AS x ON x.indrelid = c.relation
    JOIN pg_class AS i ON i.oid = x.indexrelid
    JOIN pg_namespace AS n ON n.oid = i.relnamespace
    LEFT JOIN pg_inherits AS parent ON parent.inhrelid = i.oid
    LEFT JOIN pg_constraint AS con ON con.conindid = i.oid AND con.conrelid = c.relation AND con.contype IN ('p', 'u', 'x')
    LEFT JOIN (pg_class AS t JOIN pg_index AS y ON y.indexrelid = t.oid)
        ON t.relnamespace = i.relnamespace AND t.relname = uscc_internal_name(i.relname, suffix.promoted) AND y.indrelid = c.relation
    WHERE (c.main && x.indkey::int2[]
           OR EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass::oid AND d.objid = i.oid
                      AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid = ANY (c.main)))
        AND NOT (i.relkind = 'I' AND parent.inhrelid IS NOT NULL)
        -- the spare index of a unique one
        AND NOT EXISTS (SELECT FROM pg_index AS u JOIN pg_class AS p ON p.oid = u.indexrelid
                        WHERE u.indrelid = c.relation AND u.indisunique AND uscc_internal_name(p.relname, suffix.demoted) = i.relname);
END;
COMMENT ON FUNCTION uscc_internal_indexes(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: indexes of the column';

-- The CHECK constraints of the columns, and those that take their place.
CREATE FUNCTION uscc_internal_checks(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT relation_name pg_catalog.text, OUT swapped pg_catalog.bool, OUT unfilled pg_catalog.text, OUT conname pg_catalog.name,
        OUT demoted pg_catalog.name, OUT promoted pg_catalog.name, OUT is_valid pg_catalog.bool,
        OUT expression pg_catalog.text, OUT no_inherit pg_catalog.bool, OUT counterpart pg_catalog.oid, OUT counterpart_valid pg_catalog.bool)
    RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.relation_name, c.swapped,
        (SELECT pg_catalog.string_agg(pg_catalog.format('%I IS NOT NULL AND %I IS NULL', o.main_name, o.other_name), ' OR ')
         FROM ROWS FROM (pg_catalog.unnest(c.main_names), pg_catalog.unnest(c.other_names)) AS o (main_name, other_name)),
        con.conname,
        uscc_internal_name(con.conname, CASE WHEN c.swapped THEN s.code ELSE '_text' END),
        uscc_internal_name(con.conname, CASE WHEN c.swapped THEN '_text' ELSE s.code END),
        con.convalidated, (uscc_internal_expressions(con.conbin, c.relation, c.main, c.other, false))[1], con.connoinherit,
        twin.oid, coalesce(twin.convalidated, false)
    FROM uscc_internal_tables(target, column_name, type) AS c
    CROSS JOIN LATERAL (SELECT '_' || typname::text AS code FROM pg_type WHERE oid = type::oid) AS s
    JOIN pg_constraint AS con ON con.conrelid = c.relation AND con.contype = 'c' AND con.coninhcount = 0
    LEFT JOIN pg_constraint AS twin ON twin.conrelid = c.relation AND twin.contype = 'c'
        AND twin.conname = uscc_internal_name(con.conname, CASE WHEN c.swapped THEN '_text' ELSE s.code END)
    WHERE c.main && con.conkey AND (c.other && con.conkey) IS NOT TRUE
        AND (pg_catalog.to_jsonb(con) ->> 'conenforced') IS DISTINCT FROM 'false';
END;
COMMENT ON FUNCTION uscc_internal_checks(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: CHECK constraints of the column';

CREATE FUNCTION uscc_internal_foreign_keys(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT "constraint" pg_catalog.oid, OUT conname pg_catalog.name, OUT relation pg_catalog.oid, OUT relation_name pg_catalog.text,
        OUT is_valid pg_catalog.bool, OUT definition pg_catalog.text)
    RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT con.oid, con.conname, con.conrelid, uscc_internal_table(con.conrelid), con.convalidated,
        pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(con.oid), ' NOT VALID$', '')
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_constraint AS con ON con.contype = 'f' AND con.conparentid = 0
        AND (con.conrelid = c.relation AND c.main = ANY (con.conkey) OR con.confrelid = c.relation AND c.main = ANY (con.confkey));
END;
COMMENT ON FUNCTION uscc_internal_foreign_keys(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: foreign keys from and to the column';

-- Objects that rely on a key which the swap, or its undoing, drops and makes anew.
CREATE FUNCTION uscc_internal_key_dependents(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT swapped pg_catalog.bool, OUT object pg_catalog.text, OUT remedy pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT x.swapped,
        CASE WHEN v.oid IS NOT NULL THEN pg_catalog.pg_describe_object('pg_class'::regclass::oid, v.oid, 0) ELSE pg_catalog.pg_describe_object(d.classid, d.objid, 0) END,
        CASE WHEN v.oid IS NOT NULL THEN pg_catalog.format('DROP %sVIEW %s', CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, uscc_internal_table(v.oid))
             WHEN p.oid IS NOT NULL THEN pg_catalog.format('DROP ROUTINE %s', p.oid::regprocedure)
             WHEN pol.oid IS NOT NULL THEN pg_catalog.format('DROP POLICY %I ON %s', pol.polname, uscc_internal_table(pol.polrelid))
             WHEN con.oid IS NOT NULL THEN pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', uscc_internal_table(con.conrelid), con.conname) END
    FROM uscc_internal_indexes(target, column_name, type) AS x
    JOIN pg_depend AS d ON d.deptype = 'n' AND (d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = x.index OR d.refclassid = 'pg_constraint'::regclass::oid AND d.refobjid = x.constraint)
    LEFT JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass::oid AND r.oid = d.objid
    LEFT JOIN pg_class AS v ON v.oid = r.ev_class
    LEFT JOIN pg_proc AS p ON d.classid = 'pg_proc'::regclass::oid AND p.oid = d.objid
    LEFT JOIN pg_policy AS pol ON d.classid = 'pg_policy'::regclass::oid AND pol.oid = d.objid
    LEFT JOIN pg_constraint AS con ON d.classid = 'pg_constraint'::regclass::oid AND con.oid = d.objid
    WHERE x.is_dropped AND coalesce(con.conparentid, 0) = 0
        AND NOT EXISTS (SELECT FROM uscc_internal_foreign_keys(target, column_name, type) AS f WHERE f.constraint = con.oid);
END;
COMMENT ON FUNCTION uscc_internal_key_dependents(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: objects that rely on a key which is made anew';

-- Expressions over the two columns, in SQL: what a text stands for; does a row
-- still need the new column; do the columns agree?
CREATE FUNCTION uscc_internal_texts(main_name pg_catalog.name, other_name pg_catalog.name, type pg_catalog.regtype,
        OUT code pg_catalog.text, OUT rejected pg_catalog.text, OUT differs pg_catalog.text, OUT agrees pg_catalog.text,
        OUT type_name pg_catalog.text, OUT diagnosis pg_catalog.text, OUT "standard" pg_catalog.text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT e.code, pg_catalog.format('%I IS NOT NULL AND %s IS NULL', main_name, e.code),
        pg_catalog.format('CASE WHEN %1$I IS NULL THEN %2$s IS NOT NULL ELSE (%1$I OPERATOR(%3$I.=) %2$s) IS NOT TRUE END',
               other_name, e.code, n.nspname),
        pg_catalog.format('CASE WHEN %1$I IS NULL THEN %2$I IS NULL ELSE (%1$I OPERATOR(%3$I.=) %4$s) IS TRUE END',
               other_name, main_name, n.nspname, e.code),
        pg_catalog.format('%I.%I', n.nspname, t.typname),
        CASE WHEN pg_catalog.to_regprocedure(pg_catalog.format('%I.%I(pg_catalog.text)', n.nspname, t.typname::text || '_diagnose')) IS NOT NULL
             THEN pg_catalog.format('%I.%I', n.nspname, t.typname::text || '_diagnose') END,
        CASE WHEN pg_catalog.to_regprocedure(pg_catalog.format('%1$I.%2$I(%1$I.%3$I)', n.nspname, t.typname::text || '_is_standard', t.typname)) IS NOT NULL
             THEN pg_catalog.format('%I.%I(%s)', n.nspname, t.typname::text || '_is_standard', e.code) END
    FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
    CROSS JOIN LATERAL (SELECT pg_catalog.format('%I.%I(%I::pg_catalog.text)', n.nspname, t.typname::text || '_clean', main_name) AS code) AS e
    WHERE t.oid = type::oid;
END;
COMMENT ON FUNCTION uscc_internal_texts(pg_catalog.name, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: expressions over the two columns';

-- A step of the plan.  It is left out if its question, a count, is 0; the note is
-- made of word, object, the count and query.
CREATE TYPE uscc_internal_step AS (
    stage pg_catalog.text,
    position pg_catalog.int4,
    command pg_catalog.text,
    lock pg_catalog.text,
    word pg_catalog.text,
    object pg_catalog.text,
    question pg_catalog.text,
    query pg_catalog.text
);
COMMENT ON TYPE uscc_internal_step IS 'internal to uscc_adopt: step of the plan';

-- Privileges, comment and statistics settings that the other column does not have yet.
CREATE FUNCTION uscc_internal_likeness(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT root pg_catalog.oid, OUT relation_name pg_catalog.text, OUT swapped pg_catalog.bool, OUT command pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH columns AS (
        SELECT c.root, c.relation_name, c.swapped, c.relation, c.main, c.other, c.other_name, m.attacl, o.attacl AS other_acl,
            coalesce(m.attstattarget, -1) AS target, coalesce(o.attstattarget, -1) AS other_target,
            (SELECT pg_catalog.string_agg(v, ', ') FROM pg_catalog.unnest(m.attoptions) AS v WHERE v LIKE 'n_distinct%') AS options,
            (SELECT pg_catalog.string_agg(v, ', ') FROM pg_catalog.unnest(o.attoptions) AS v WHERE v LIKE 'n_distinct%') AS other_options
        FROM uscc_internal_columns(target, column_name, type) AS c
        JOIN pg_attribute AS m ON m.attrelid = c.relation AND m.attnum = c.main
        LEFT JOIN pg_attribute AS o ON o.attrelid = c.relation AND o.attnum = c.other
    ), grants AS (
        SELECT c.*, given, g.privilege_type, g.is_grantable,
            CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END AS grantee
        FROM columns AS c
        CROSS JOIN LATERAL (VALUES (true, c.attacl), (false, c.other_acl)) AS side (given, acl)
        CROSS JOIN LATERAL pg_catalog.aclexplode(side.acl) AS g
    )
    SELECT a.root, a.relation_name, a.swapped,
        pg_catalog.format(CASE WHEN a.given THEN 'GRANT %s (%I) ON %s TO %s' ELSE 'REVOKE %s (%I) ON %s FROM %s' END,
               a.privilege_type, a.other_name, a.relation_name, a.grantee)
        || CASE WHEN a.given AND a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
    FROM grants AS a
    WHERE NOT EXISTS (SELECT FROM grants AS b WHERE b.relation = a.relation AND b.given <> a.given AND b.grantee = a.grantee
                      AND b.privilege_type = a.privilege_type AND b.is_grantable = a.is_grantable)
    UNION ALL
    SELECT c.root, c.relation_name, c.swapped, pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.relation_name, c.other_name, pg_catalog.col_description(c.relation, c.main))
    FROM columns AS c WHERE pg_catalog.col_description(c.relation, c.main) IS DISTINCT FROM pg_catalog.col_description(c.relation, c.other)
    UNION ALL
    SELECT c.root, c.relation_name, c.swapped, pg_catalog.format('ALTER TABLE ONLY %s ALTER COLUMN %I SET STATISTICS %s', c.relation_name, c.other_name, c.target)
    FROM columns AS c WHERE c.target <> c.other_target
    UNION ALL
    SELECT c.root, c.relation_name, c.swapped, pg_catalog.format('ALTER TABLE ONLY %s ALTER COLUMN %I SET (%s)', c.relation_name, c.other_name, c.options)
    FROM columns AS c WHERE c.options <> coalesce(c.other_options, '');
END;
COMMENT ON FUNCTION uscc_internal_likeness(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: what a column must have as the other has';

-- The command that limits the wait for a lock, unless the session has a limit.
CREATE FUNCTION uscc_internal_lock_timeout() RETURNS pg_catalog.text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE pg_catalog.current_setting('lock_timeout') WHEN '0' THEN E'SET LOCAL lock_timeout = ''500ms'';\n' ELSE '' END;
COMMENT ON FUNCTION uscc_internal_lock_timeout() IS 'internal to uscc_adopt: command for a transaction that locks a table';

CREATE FUNCTION uscc_internal_prepare(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT 'prepare', 1,
        uscc_internal_lock_timeout()
        || pg_catalog.format(E'ALTER TABLE %1$s ADD COLUMN %2$I %3$s;\n'
                  'CREATE TRIGGER %4$I BEFORE INSERT OR UPDATE ON %1$s FOR EACH ROW WHEN (NEW.%5$I IS NOT NULL OR NEW.%2$I IS NOT NULL) EXECUTE FUNCTION %6$s;'
                  '\nALTER TABLE %1$s ENABLE ALWAYS TRIGGER %4$I',
                  c.relation_name, c.other_name, t.type_name, uscc_internal_name('zzz_' || c.main_name::text, '_sync'), c.main_name,
                  'uscc_adopt_sync()'::regprocedure)
        || coalesce((SELECT pg_catalog.string_agg(E';\n' || l.command, '' ORDER BY l.command)
                     FROM uscc_internal_likeness(target, column_name, type) AS l WHERE l.root = c.root), ''),
        'ACCESS EXCLUSIVE ON ' || c.relation_name, 'add', pg_catalog.format('%s.%I', c.relation_name, c.other_name), NULL::text, NULL::text
    FROM uscc_internal_columns(target, column_name, type) AS c
    CROSS JOIN LATERAL uscc_internal_texts(c.main_name, c.other_name, type) AS t
    WHERE c.level = 0 AND c.other IS NULL
    UNION ALL
    SELECT 'prepare', 2, l.command, 'SHARE UPDATE EXCLUSIVE ON ' || l.relation_name, 'like', l.relation_name, NULL, NULL
    FROM uscc_internal_likeness(target, column_name, type) AS l
    WHERE NOT l.swapped AND EXISTS (SELECT FROM uscc_internal_columns(target, column_name, type) AS c WHERE c.root = l.root AND c.other IS NOT NULL)
    UNION ALL
    SELECT 'prepare', 3, uscc_internal_lock_timeout() || pg_catalog.format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', c.relation_name, tg.tgname),
        'SHARE ROW EXCLUSIVE ON ' || c.relation_name, 'enable', pg_catalog.format('%I', tg.tgname), NULL, NULL
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND tg.tgfoid = 'uscc_adopt_sync()'::regprocedure::oid AND tg.tgenabled <> 'A'
    WHERE c.other IS NOT NULL;
END;
COMMENT ON FUNCTION uscc_internal_prepare(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps that add the new column';

-- The constraint that proves that the columns agree, from before the swap to the end.
CREATE FUNCTION uscc_internal_agreement(root pg_catalog.oid, main pg_catalog.int2, other pg_catalog.int2,
        OUT conname pg_catalog.name, OUT is_valid pg_catalog.bool) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT con.conname, con.convalidated FROM pg_constraint AS con
    WHERE con.conrelid = root AND con.contype = 'c' AND main = ANY (con.conkey) AND other = ANY (con.conkey)
    ORDER BY con.convalidated DESC LIMIT 1;
END;
COMMENT ON FUNCTION uscc_internal_agreement(pg_catalog.oid, pg_catalog.int2, pg_catalog.int2) IS 'internal to uscc_adopt: constraint that the columns agree';

-- The keys of a unique index, with the code that the text stands for, to find duplicates.
CREATE FUNCTION uscc_internal_unique_keys(index pg_catalog.oid, main pg_catalog.int2[], other pg_catalog.int2[], type pg_catalog.regtype,
        OUT main_name pg_catalog.name, OUT keys pg_catalog.text, OUT given pg_catalog.text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT (SELECT attname FROM pg_attribute WHERE attrelid = x.indrelid AND attnum = main[1]), pg_catalog.string_agg(e.key, ', ' ORDER BY k.position),
        coalesce(nullif(pg_catalog.concat_ws(' AND ', (uscc_internal_expressions(x.indpred, x.indrelid, main, other, true))[1],
            CASE WHEN pg_catalog.to_jsonb(x) ->> 'indnullsnotdistinct' IS DISTINCT FROM 'true' THEN pg_catalog.string_agg(e.key || ' IS NOT NULL', ' AND ' ORDER BY k.position) END), ''), 'true')
    FROM pg_index AS x
    CROSS JOIN LATERAL (
        SELECT position, attnum, pg_catalog.count(*) FILTER (WHERE attnum = 0) OVER (ORDER BY position) AS expression
        FROM pg_catalog.unnest(x.indkey::int2[]) WITH ORDINALITY AS u (attnum, position)) AS k
    LEFT JOIN pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = k.attnum
    CROSS JOIN LATERAL (SELECT
        CASE WHEN k.attnum = ANY (main) THEN (SELECT code FROM uscc_internal_texts(a.attname, a.attname, type))
             WHEN k.attnum = 0 THEN '(' || (uscc_internal_expressions(x.indexprs, x.indrelid, main, other, true))[k.expression] || ')'
             ELSE pg_catalog.quote_ident(a.attname) END AS key) AS e
    WHERE x.indexrelid = index AND k.position <= x.indnkeyatts
    GROUP BY x.indexrelid, x.indrelid, x.indpred, pg_catalog.to_jsonb(x);
END;
COMMENT ON FUNCTION uscc_internal_unique_keys(pg_catalog.oid, pg_catalog.int2[], pg_catalog.int2[], pg_catalog.regtype) IS 'internal to uscc_adopt: keys of a unique index with codes for texts';

CREATE FUNCTION uscc_internal_fill(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH root AS (
        SELECT c.*, t.*, a.conname, where_rejected
        FROM uscc_internal_columns(target, column_name, type) AS c
        CROSS JOIN LATERAL uscc_internal_texts(c.main_name, c.other_name, type) AS t
        CROSS JOIN LATERAL (SELECT pg_catalog.format(E'FROM %s WHERE %s', c.relation_name, t.rejected)) AS w (where_rejected)
        LEFT JOIN LATERAL uscc_internal_agreement(c.root, c.main, c.other) AS a ON true
        WHERE c.level = 0 AND NOT c.swapped AND a.is_valid IS NOT TRUE
    )
    SELECT 'fill', 1,
        pg_catalog.format('CALL %s.uscc_adopt(%L, %L, %L)', pg_catalog.regexp_replace('uscc_adopt_sync()'::regprocedure::text, '\.[^.]*$', ''), r.relation_name, r.main_name, r.type_name),
        'ROW EXCLUSIVE ON ' || r.relation_name, 'fill', r.relation_name,
        CASE WHEN r.other IS NOT NULL THEN pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE %s', r.relation_name, r.differs) END, NULL::text
    FROM root AS r
    UNION ALL
    SELECT 'rejects', 1, uscc_internal_lock_timeout() || pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', r.relation_name, r.conname),
        'ACCESS EXCLUSIVE ON ' || r.relation_name, 'drop_agreement', r.relation_name, 'SELECT pg_catalog.count(*) ' || r.where_rejected, NULL
    FROM root AS r WHERE r.conname IS NOT NULL
    UNION ALL
    SELECT 'rejects', 2, NULL, NULL, 'rejects', pg_catalog.format('%s.%I', r.relation_name, r.main_name), 'SELECT pg_catalog.count(*) ' || r.where_rejected,
        pg_catalog.format('SELECT value, rows%s FROM (SELECT %I::pg_catalog.text AS value, count(*) AS rows %s GROUP BY 1) AS rejects%s ORDER BY rows DESC, value',
               CASE WHEN r.diagnosis IS NOT NULL THEN ', d.*' ELSE '' END, r.main_name, r.where_rejected, ', ' || r.diagnosis || '(value) AS d')
    FROM root AS r
    UNION ALL
    SELECT 'rejects', 3, NULL, NULL, 'duplicates', pg_catalog.format('%s.%I', x.relation_name, x.index_name),
        pg_catalog.format('SELECT pg_catalog.count(*) FROM (SELECT FROM %s WHERE %s GROUP BY %s HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1) AS d', x.relation_name, k.given, k.keys),
        pg_catalog.format('SELECT %s, count(*), array_agg(%I) FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1', k.keys, k.main_name, x.relation_name, k.given, k.keys)
    FROM uscc_internal_indexes(target, column_name, type) AS x
    CROSS JOIN LATERAL uscc_internal_unique_keys(x.index, x.main, coalesce(x.other, x.main), type) AS k
    WHERE x.is_unique AND NOT x.is_child AND NOT x.counterpart_valid AND NOT x.swapped
    UNION ALL
    SELECT 'rejects', 4, NULL, NULL, 'check', pg_catalog.format('%s.%I', k.relation_name, k.conname),
        pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE NOT (%s) AND NOT (%s)', k.relation_name, k.unfilled, k.expression),
        pg_catalog.format('SELECT * FROM %s WHERE NOT (%s) AND NOT (%s)', k.relation_name, k.unfilled, k.expression)
    FROM uscc_internal_checks(target, column_name, type) AS k
    WHERE NOT k.counterpart_valid AND k.is_valid AND NOT k.swapped AND k.expression IS NOT NULL;
END;
COMMENT ON FUNCTION uscc_internal_fill(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps that fill the new column, and what is wrong with the text';

CREATE FUNCTION uscc_internal_index(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH wanted AS (
        SELECT 2 AS position, x.relation, x.relation_name, x.schema, x.index, x.kind, x.index_name, x.main, x.other, x.promoted AS name,
            x.counterpart, x.counterpart_valid AS is_valid
        FROM uscc_internal_indexes(target, column_name, type) AS x
        WHERE NOT x.swapped AND (x.kind = 'i' OR x.contype IS NULL)
        UNION ALL
        -- the spare index, which must be newer than that of the new column
        SELECT 3, x.relation, x.relation_name, x.schema, x.index, x.kind, x.index_name, x.main, CASE WHEN x.other IS NOT NULL THEN x.main END, x.demoted, y.indexrelid,
            coalesce(y.indisvalid AND y.indexrelid > x.counterpart, false)
        FROM uscc_internal_indexes(target, column_name, type) AS x
        LEFT JOIN (pg_class AS t JOIN pg_index AS y ON y.indexrelid = t.oid) ON t.relname = x.demoted AND y.indrelid = x.relation
        WHERE NOT x.swapped AND x.kind = 'i' AND x.is_dropped
    )
    SELECT 'index', CASE w.kind WHEN 'i' THEN 1 ELSE 4 END, pg_catalog.format('DROP INDEX %s%I.%I', CASE w.kind WHEN 'i' THEN 'CONCURRENTLY ' ELSE '' END, w.schema, w.name),
        'SHARE UPDATE EXCLUSIVE ON ' || w.relation_name, 'invalid_index', pg_catalog.format('%I.%I', w.schema, w.name), NULL::text, NULL::text
    FROM wanted AS w WHERE w.counterpart IS NOT NULL AND NOT w.is_valid
    UNION ALL
    SELECT 'index', CASE w.kind WHEN 'i' THEN w.position ELSE 5 END,
        CASE WHEN w.other IS NOT NULL THEN CASE w.kind WHEN 'I' THEN uscc_internal_lock_timeout() ELSE '' END
            || uscc_internal_index_definition(w.index, w.main, w.other, w.name) END,
        CASE w.kind WHEN 'i' THEN 'SHARE UPDATE EXCLUSIVE' ELSE 'SHARE' END || ' ON ' || w.relation_name,
        CASE WHEN w.position = 3 THEN 'index_spare' WHEN w.other IS NULL THEN 'index_later' WHEN w.kind = 'I' THEN 'index_parent' ELSE 'index' END,
        pg_catalog.format('%I.%I', w.schema, w.index_name), NULL, NULL
    FROM wanted AS w WHERE NOT w.is_valid
    UNION ALL
    SELECT DISTINCT 'index', 6, pg_catalog.format('ANALYZE %s', uscc_internal_table(c.root)), 'SHARE UPDATE EXCLUSIVE ON ' || uscc_internal_table(c.root),
        'analyze', uscc_internal_table(c.root), NULL, NULL
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_class AS r ON r.oid = c.relation
    JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum = c.other AND a.attstattarget IS DISTINCT FROM 0
    WHERE NOT c.swapped AND r.reltuples <> 0::float4
        AND NOT EXISTS (SELECT FROM pg_stats AS s JOIN pg_namespace AS n ON n.nspname = s.schemaname AND n.oid = r.relnamespace
                        WHERE s.tablename = r.relname AND s.attname = c.other_name);
END;
COMMENT ON FUNCTION uscc_internal_index(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps that build indexes of the new column';

-- A foreign key that is NOT VALID cannot be added to a partitioned table, so it is
-- added to all its partitions, and the table takes these over once they are valid.
CREATE FUNCTION uscc_internal_parent_keys(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT command pg_catalog.text, OUT lock pg_catalog.text, OUT word pg_catalog.text, OUT object pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT uscc_internal_lock_timeout() || pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', uscc_internal_table(c.root), f.conname, f.definition),
        'SHARE ROW EXCLUSIVE ON ' || uscc_internal_table(c.root), 'foreign_key_parent', f.conname::text
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN uscc_internal_foreign_keys(target, column_name, type) AS f ON f.relation = c.relation AND c.level > 0
    GROUP BY c.root, f.conname, f.definition
    HAVING pg_catalog.count(DISTINCT f.relation) = (SELECT pg_catalog.count(*) FROM uscc_internal_tree(c.root) AS t JOIN pg_class AS r ON r.oid = t.relation WHERE r.relkind <> 'p');
END;
COMMENT ON FUNCTION uscc_internal_parent_keys(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: foreign keys that a partitioned table takes over from its partitions';

-- Before the swap, constraints that are checked without a lock; after it, foreign keys.
CREATE FUNCTION uscc_internal_swap(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH root AS (
        SELECT c.*, t.*, m.attnotnull, a.conname, a.is_valid, coalesce(a.conname, uscc_internal_name(c.other_name, '_agrees')) AS agreement
        FROM uscc_internal_columns(target, column_name, type) AS c
        CROSS JOIN LATERAL uscc_internal_texts(c.main_name, c.other_name, type) AS t
        JOIN pg_attribute AS m ON m.attrelid = c.relation AND m.attnum = c.main
        LEFT JOIN LATERAL uscc_internal_agreement(c.root, c.main, c.other) AS a ON true
        WHERE c.level = 0 AND NOT c.swapped
    )
    SELECT 'swap', 1, uscc_internal_lock_timeout() || pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%s%s) NOT VALID',
            r.relation_name, r.agreement, CASE WHEN r.attnotnull THEN pg_catalog.format('%I IS NOT NULL AND ', r.other_name) ELSE '' END, r.agrees),
        'ACCESS EXCLUSIVE ON ' || r.relation_name, 'agreement', r.relation_name, NULL::text, NULL::text
    FROM root AS r WHERE r.conname IS NULL
    UNION ALL
    SELECT 'swap', 2, pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I', r.relation_name, r.agreement),
        'SHARE UPDATE EXCLUSIVE ON ' || r.relation_name, 'validate', r.agreement, NULL, NULL
    FROM root AS r WHERE r.is_valid IS NOT TRUE
    UNION ALL
    SELECT 'swap', 3, uscc_internal_lock_timeout() || pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%s)%s NOT VALID',
            k.relation_name, k.promoted, k.expression, CASE WHEN k.no_inherit THEN ' NO INHERIT' ELSE '' END),
        'ACCESS EXCLUSIVE ON ' || k.relation_name, 'check_add', k.conname, NULL, NULL
    FROM uscc_internal_checks(target, column_name, type) AS k WHERE NOT k.swapped AND k.counterpart IS NULL
    UNION ALL
    SELECT 'swap', 4, pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I', k.relation_name, k.promoted),
        'SHARE UPDATE EXCLUSIVE ON ' || k.relation_name, 'validate', k.promoted, NULL, NULL
    FROM uscc_internal_checks(target, column_name, type) AS k WHERE NOT k.swapped AND k.is_valid AND NOT k.counterpart_valid
    UNION ALL
    SELECT 'swap', 5, pg_catalog.format('CALL %s.uscc_adopt(%L, %L, %L, swap => true)', pg_catalog.regexp_replace('uscc_adopt_sync()'::regprocedure::text, '\.[^.]*$', ''),
            uscc_internal_table(target), column_name, pg_catalog.min(r.type_name)),
        pg_catalog.string_agg('ACCESS EXCLUSIVE ON ' || r.relation_name, ', ' ORDER BY r.relation_name), 'swap',
        pg_catalog.string_agg(pg_catalog.format('%s.%I', r.relation_name, r.main_name), ', ' ORDER BY r.relation_name),
        'SELECT pg_catalog.sum(count) FROM (' || pg_catalog.string_agg(pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE NOT ', r.relation_name) || r.standard, ' UNION ALL ') || ') AS c',
        pg_catalog.string_agg(pg_catalog.format('SELECT %I FROM %s WHERE NOT ', r.main_name, r.relation_name) || r.standard, '; ')
    FROM root AS r HAVING pg_catalog.count(*) > 0
    UNION ALL
    SELECT 'swap', 6, NULL, NULL, 'row_variables', pg_catalog.string_agg(DISTINCT p.oid::regprocedure::text, ', '), NULL, NULL
    FROM root AS r
    JOIN pg_class AS t ON t.oid = r.relation
    JOIN pg_proc AS p ON p.prosrc ~* ('\m' || pg_catalog.regexp_replace(t.relname, '(\W)', '\\\1', 'g') || '"?\s*%\s*rowtype')
    JOIN pg_language AS l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
    HAVING pg_catalog.count(*) > 0
    UNION ALL
    SELECT 'swap', 6, pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I', f.relation_name, f.conname),
        'SHARE UPDATE EXCLUSIVE ON ' || f.relation_name, 'validate', f.conname, NULL, NULL
    FROM uscc_internal_foreign_keys(target, column_name, type) AS f
    WHERE NOT f.is_valid AND EXISTS (SELECT FROM uscc_internal_columns(target, column_name, type) AS c WHERE c.swapped)
    UNION ALL
    SELECT 'swap', 7, p.command, p.lock, p.word, p.object, NULL, NULL FROM uscc_internal_parent_keys(target, column_name, type) AS p
    WHERE EXISTS (SELECT FROM uscc_internal_columns(target, column_name, type) AS c WHERE c.swapped)
    UNION ALL
    SELECT 'swap', 9, l.command, 'SHARE UPDATE EXCLUSIVE ON ' || l.relation_name, 'like_code', l.relation_name, NULL, NULL
    FROM uscc_internal_likeness(target, column_name, type) AS l WHERE l.swapped
    UNION ALL
    -- statistics objects were made anew
    SELECT DISTINCT 'swap', 8, pg_catalog.format('ANALYZE %s', c.relation_name), 'SHARE UPDATE EXCLUSIVE ON ' || c.relation_name, 'analyze', c.relation_name, NULL, NULL
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_class AS r ON r.oid = c.relation AND r.reltuples <> 0::float4
    JOIN pg_statistic_ext AS s ON s.stxrelid = c.relation AND s.stxstattarget IS DISTINCT FROM 0
    JOIN pg_namespace AS n ON n.oid = s.stxnamespace
    WHERE c.swapped AND NOT EXISTS (SELECT FROM pg_stats_ext AS d WHERE d.statistics_schemaname = n.nspname AND d.statistics_name = s.stxname)
        AND EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_statistic_ext'::regclass::oid AND d.objid = s.oid
                    AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid = c.main)
        AND NOT EXISTS (SELECT FROM pg_depend AS d JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid AND a.attstattarget = 0
                        WHERE d.classid = 'pg_statistic_ext'::regclass::oid AND d.objid = s.oid AND d.refclassid = 'pg_class'::regclass::oid);
END;
COMMENT ON FUNCTION uscc_internal_swap(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps of the swap';

-- The triggers, which are made anew when the columns change names: what drops, what
-- makes and what completes them.  They may name a column, and PL/pgSQL keeps the types
-- of NEW and OLD in a session for as long as the trigger is the same.  Those for UPDATE
-- OF a column are for both while there are two; they have to be made anew for the
-- cleanup, too.
CREATE FUNCTION uscc_internal_triggers(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT relation pg_catalog.oid, OUT "trigger" pg_catalog.oid, OUT names_text pg_catalog.bool, OUT command pg_catalog.text, OUT definition pg_catalog.text, OUT properties pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.relation, tg.oid, old.list <> new.list, pg_catalog.format('DROP TRIGGER %I ON %s', tg.tgname, c.relation_name),
        pg_catalog.replace(pg_catalog.replace(pg_catalog.pg_get_triggerdef(tg.oid), ' UPDATE OF ' || old.list || ' ', ' UPDATE OF ' || new.list || ' '),
            coalesce(' WHEN (' || uscc_internal_condition(tg.tgqual, c.relation, '{}') || ') ', ''),
            coalesce(' WHEN (' || uscc_internal_condition(tg.tgqual, c.relation, CASE WHEN c.swapped THEN '{}' ELSE c.main END) || ') ', '')),
        coalesce((
            SELECT pg_catalog.string_agg(pg_catalog.format(E';\nALTER TABLE ONLY %s %s TRIGGER %I', uscc_internal_table(t.relation),
                CASE p.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, p.tgname), '' ORDER BY t.level, t.relation)
            FROM uscc_internal_tree(c.relation) AS t
            JOIN pg_trigger AS p ON p.tgrelid = t.relation AND p.tgname = tg.tgname AND p.tgenabled <> 'O'), '')
        || coalesce(pg_catalog.format(E';\nCOMMENT ON TRIGGER %I ON %s IS %L', tg.tgname, c.relation_name, pg_catalog.obj_description(tg.oid, 'pg_trigger')), '')
    FROM uscc_internal_tables(target, column_name, type) AS c
    JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND NOT tg.tgisinternal AND tg.tgparentid = 0
        AND tg.tgfoid <> 'uscc_adopt_sync()'::regprocedure::oid
    CROSS JOIN LATERAL (
        SELECT coalesce(pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.position), '') AS list
        FROM pg_catalog.unnest(tg.tgattr::int2[]) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum = k.attnum) AS old
    CROSS JOIN LATERAL (
        SELECT coalesce(pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || CASE WHEN k.attnum = ANY (c.main) AND NOT c.swapped
                THEN ', ' || pg_catalog.quote_ident(uscc_internal_name(a.attname, '_text')) ELSE '' END, ', ' ORDER BY k.position), '') AS list
        FROM pg_catalog.unnest(tg.tgattr::int2[]) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum = k.attnum
        WHERE NOT c.swapped OR k.attnum <> ALL (c.other)) AS new;
END;
COMMENT ON FUNCTION uscc_internal_triggers(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: triggers that are made anew';

-- The keys and indexes when the columns change names.
CREATE FUNCTION uscc_internal_exchange_indexes(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT "position" pg_catalog.int4, OUT command pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH x AS (
        SELECT i.*, pg_catalog.format('%I.%I', i.schema, i.index_name) AS name,
            CASE WHEN con.condeferrable THEN ' DEFERRABLE' ELSE '' END
                || CASE WHEN con.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END AS deferral,
            pg_catalog.pg_get_constraintdef(con.oid) AS definition, ix.indisreplident, ix.indisclustered,
            i.kind = 'I' AND i.constraint IS NULL AND i.is_dropped AND i.counterpart IS NULL AS is_missing
        FROM uscc_internal_indexes(target, column_name, type) AS i
        JOIN pg_index AS ix ON ix.indexrelid = i.index
        LEFT JOIN pg_constraint AS con ON con.oid = i.constraint
    )
    SELECT 20, CASE WHEN x.constraint IS NULL THEN pg_catalog.format('DROP INDEX %s', x.name)
            ELSE pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', x.relation_name, x.index_name) END
    FROM x WHERE x.is_dropped AND NOT x.is_child
    UNION ALL
    SELECT 21, pg_catalog.format('ALTER INDEX %s RENAME TO %I', x.name, x.demoted) FROM x WHERE NOT x.is_dropped
    UNION ALL
    -- on the way back, a partitioned table has no spare index, but its partitions have
    SELECT 22, uscc_internal_index_definition(x.index, x.main, x.other, x.promoted) FROM x WHERE x.is_missing
    UNION ALL
    SELECT 50, pg_catalog.format('ALTER INDEX %I.%I RENAME TO %I', x.schema, x.promoted, x.index_name)
    FROM x WHERE x.is_missing OR x.counterpart IS NOT NULL AND (x.contype IS NULL OR x.counterpart_is_constraint)
    UNION ALL
    SELECT 60, pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s USING INDEX %I%s', x.relation_name, x.index_name,
                      CASE x.contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END, x.promoted, x.deferral)
    FROM x WHERE x.kind = 'i' AND x.contype IS NOT NULL AND NOT x.counterpart_is_constraint
    UNION ALL
    SELECT 61, pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', x.relation_name, x.index_name, x.definition)
    FROM x WHERE x.kind = 'I' AND x.contype IS NOT NULL AND NOT x.counterpart_is_constraint
    UNION ALL
    SELECT 80, pg_catalog.format('ALTER TABLE %s REPLICA IDENTITY USING INDEX %I', x.relation_name, x.index_name) FROM x WHERE x.indisreplident
    UNION ALL
    SELECT 80, pg_catalog.format('ALTER TABLE %s CLUSTER ON %I', x.relation_name, x.index_name) FROM x WHERE x.indisclustered
    UNION ALL
    SELECT 81, pg_catalog.format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', x.name, a.attnum, a.attstattarget)
    FROM x JOIN pg_attribute AS a ON a.attrelid = x.index AND a.attstattarget >= 0
    UNION ALL
    SELECT 81, pg_catalog.format('COMMENT ON INDEX %s IS %L', x.name, pg_catalog.obj_description(x.index, 'pg_class')) FROM x WHERE pg_catalog.obj_description(x.index, 'pg_class') IS NOT NULL
    UNION ALL
    SELECT 81, pg_catalog.format('COMMENT ON CONSTRAINT %I ON %s IS %L', x.index_name, x.relation_name, pg_catalog.obj_description(x.constraint, 'pg_constraint'))
    FROM x WHERE pg_catalog.obj_description(x.constraint, 'pg_constraint') IS NOT NULL;
END;
COMMENT ON FUNCTION uscc_internal_exchange_indexes(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: commands by which indexes change names';

-- Foreign keys, CHECK constraints, statistics and publications when the columns change names.
CREATE FUNCTION uscc_internal_exchange_others(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT "position" pg_catalog.int4, OUT command pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT 10, pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', f.relation_name, f.conname) FROM uscc_internal_foreign_keys(target, column_name, type) AS f
    UNION ALL
    -- what is NOT VALID cannot be added to a partitioned table, but to its partitions
    SELECT 70, pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', uscc_internal_table(t.relation), f.conname, f.definition,
                      CASE WHEN f.definition LIKE '% NOT ENFORCED' THEN '' ELSE ' NOT VALID' END)
    FROM uscc_internal_foreign_keys(target, column_name, type) AS f
    CROSS JOIN LATERAL uscc_internal_tree(f.relation) AS t
    JOIN pg_class AS r ON r.oid = t.relation AND r.relkind <> 'p'
    UNION ALL
    SELECT 71, pg_catalog.format('COMMENT ON CONSTRAINT %I ON %s IS %L', f.conname, f.relation_name, pg_catalog.obj_description(f.constraint, 'pg_constraint'))
    FROM uscc_internal_foreign_keys(target, column_name, type) AS f
    JOIN pg_class AS r ON r.oid = f.relation AND r.relkind <> 'p'
    WHERE pg_catalog.obj_description(f.constraint, 'pg_constraint') IS NOT NULL
    UNION ALL
    SELECT 30, pg_catalog.format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', k.relation_name, k.conname, k.demoted) FROM uscc_internal_checks(target, column_name, type) AS k
    UNION ALL
    SELECT 50, pg_catalog.format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', k.relation_name, k.promoted, k.conname)
    FROM uscc_internal_checks(target, column_name, type) AS k WHERE k.counterpart IS NOT NULL
    UNION ALL
    SELECT side.position, side.command
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_statistic_ext AS s ON s.stxrelid = c.relation
    JOIN pg_namespace AS n ON n.oid = s.stxnamespace
    CROSS JOIN LATERAL (VALUES
        (35, pg_catalog.format('DROP STATISTICS %I.%I', n.nspname, s.stxname)), (80, pg_catalog.pg_get_statisticsobjdef(s.oid)),
        (81, pg_catalog.format('ALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname, s.stxname, nullif(s.stxstattarget, -1))),
        (81, pg_catalog.format('COMMENT ON STATISTICS %I.%I IS %L', n.nspname, s.stxname, pg_catalog.obj_description(s.oid, 'pg_statistic_ext')))) AS side (position, command)
    WHERE EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_statistic_ext'::regclass::oid AND d.objid = s.oid
                  AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid = c.main)
        AND side.command !~ '(IS NULL|SET STATISTICS )$'
    UNION ALL
    SELECT 45, pg_catalog.format('ALTER SEQUENCE %s OWNED BY %s.%I', uscc_internal_table(d.objid), c.relation_name, c.main_name)
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass::oid AND d.refclassid = 'pg_class'::regclass::oid
        AND d.refobjid = c.relation AND d.refobjsubid = c.main AND d.deptype = 'a'
    JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
    UNION ALL
    SELECT side.position, side.command
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_publication_rel AS pr ON pr.prrelid = c.relation AND c.main = ANY (pr.prattrs::int2[])
    JOIN pg_publication AS p ON p.oid = pr.prpubid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) AS list
        FROM pg_catalog.unnest(pr.prattrs::int2[]) AS k JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum = k) AS l
    CROSS JOIN LATERAL (VALUES
        (35, pg_catalog.format('ALTER PUBLICATION %I DROP TABLE %s', p.pubname, c.relation_name)),
        (82, pg_catalog.format('ALTER PUBLICATION %I ADD TABLE %s (%s)', p.pubname, c.relation_name, l.list))) AS side (position, command);
END;
COMMENT ON FUNCTION uscc_internal_exchange_others(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: commands by which other objects change to the other column';

-- The commands, in order, by which the two columns change names; they lead from
-- before the swap to after it, and back.
CREATE FUNCTION uscc_internal_exchange(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF pg_catalog.text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH c AS (
        SELECT c.*, m.attnotnull, m.atthasdef,
            uscc_internal_name(c.main_name, CASE WHEN c.swapped THEN (SELECT '_' || typname::text FROM pg_type WHERE oid = type::oid) ELSE '_text' END) AS demoted
        FROM uscc_internal_columns(target, column_name, type) AS c
        JOIN pg_attribute AS m ON m.attrelid = c.relation AND m.attnum = c.main
        WHERE c.other IS NOT NULL
    ), step(position, depth, command) AS (
        SELECT position, 0, command FROM uscc_internal_exchange_indexes(target, column_name, type)
        UNION ALL SELECT position, 0, command FROM uscc_internal_exchange_others(target, column_name, type)
        UNION ALL SELECT 35, 0, command FROM uscc_internal_triggers(target, column_name, type)
        UNION ALL SELECT 80, 0, definition || properties FROM uscc_internal_triggers(target, column_name, type)
        UNION ALL
        SELECT 35, 0, pg_catalog.format('DROP TRIGGER %I ON %s', tg.tgname, c.relation_name)
        FROM c JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND tg.tgfoid = 'uscc_adopt_sync()'::regprocedure::oid
            AND EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_trigger'::regclass::oid AND d.objid = tg.oid
                        AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid = c.main)
        WHERE c.level = 0
        UNION ALL
        SELECT 40 + n, 0, pg_catalog.format('ALTER TABLE %s RENAME COLUMN %I TO %I', c.relation_name, old, new)
        FROM c CROSS JOIN LATERAL (VALUES (0, c.main_name, c.demoted), (1, c.other_name, c.main_name)) AS v (n, old, new) WHERE c.level = 0
        UNION ALL
        SELECT 55, c.level, pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', c.relation_name, c.main_name) FROM c WHERE c.attnotnull
        UNION ALL
        SELECT 75, c.level, pg_catalog.format('ALTER TABLE ONLY %1$s ALTER COLUMN %2$I DROP DEFAULT, ALTER COLUMN %3$I SET DEFAULT %4$s',
                                   c.relation_name, c.demoted, c.main_name,
            -- on the way back, a constant of the type becomes one of the text
            CASE WHEN c.swapped THEN pg_catalog.regexp_replace(pg_catalog.pg_get_expr(d.adbin, d.adrelid), '^(''[^'']*'')::[^'' ]+$', '\1') ELSE pg_catalog.pg_get_expr(d.adbin, d.adrelid) END)
        FROM c JOIN pg_attrdef AS d ON d.adrelid = c.relation AND d.adnum = c.main
        UNION ALL
        SELECT 80, 0, pg_catalog.format(E'CREATE TRIGGER %1$I BEFORE INSERT OR UPDATE%2$s ON %3$s FOR EACH ROW WHEN (NEW.%4$I IS NOT NULL OR NEW.%5$I IS NOT NULL) EXECUTE FUNCTION %6$s(%7$s);\n'
                             'ALTER TABLE %3$s ENABLE ALWAYS TRIGGER %1$I', t.name, t.columns, c.relation_name, c.main_name, c.demoted,
                             pg_catalog.regexp_replace('uscc_adopt_sync()'::regprocedure::text, '..$', ''), t.argument)
        FROM c CROSS JOIN LATERAL (VALUES
            (true, uscc_internal_name('zzz_' || c.main_name::text, '_sync'), '', ''),
            (false, uscc_internal_name('zzz_' || c.main_name::text, '_sync'), '', '''code'''),
            (false, uscc_internal_name('000_' || c.main_name::text, '_sync'), pg_catalog.format(' OF %I', c.demoted), '''strict''')) AS t (swapped, name, columns, argument)
        WHERE c.level = 0 AND t.swapped = c.swapped
    )
    SELECT command FROM (SELECT DISTINCT position, depth, command FROM step) AS s ORDER BY position, depth, command;
END;
COMMENT ON FUNCTION uscc_internal_exchange(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: commands of the swap, or of its undoing';

-- Objects that use the text column after the swap.
CREATE FUNCTION uscc_internal_dependents(relation pg_catalog.oid, "column" pg_catalog.int2, OUT class pg_catalog.oid, OUT dependent pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT d.classid, CASE WHEN d.classid = 'pg_rewrite'::regclass::oid
            THEN (SELECT pg_catalog.pg_describe_object('pg_class'::regclass::oid, ev_class, 0) FROM pg_rewrite WHERE oid = d.objid)
            WHEN d.classid = 'pg_attrdef'::regclass::oid
            THEN (SELECT pg_catalog.pg_describe_object('pg_class'::regclass::oid, adrelid, adnum) FROM pg_attrdef WHERE oid = d.objid)
            ELSE pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) END
    FROM pg_depend AS d
    WHERE d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = relation AND d.refobjsubid = "column"
        AND (d.classid IN ('pg_rewrite'::regclass::oid, 'pg_proc'::regclass::oid, 'pg_policy'::regclass::oid, 'pg_publication_rel'::regclass::oid)
             OR d.classid = 'pg_attrdef'::regclass::oid AND NOT EXISTS (SELECT FROM pg_attrdef WHERE oid = d.objid AND adnum = "column")
             -- generated columns, before 17 or so, depend on columns themselves
             OR d.classid = 'pg_class'::regclass::oid AND d.objid = relation AND d.objsubid > 0);
END;
COMMENT ON FUNCTION uscc_internal_dependents(pg_catalog.oid, pg_catalog.int2) IS 'internal to uscc_adopt: objects that use a column and are not carried over';

CREATE FUNCTION uscc_internal_cleanup(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH c AS (
        SELECT c.*, d.dependents
        FROM uscc_internal_columns(target, column_name, type) AS c
        CROSS JOIN LATERAL (
            SELECT pg_catalog.string_agg(DISTINCT dependent, ', ') AS dependents
            FROM uscc_internal_columns(target, column_name, type) AS t
            CROSS JOIN LATERAL uscc_internal_dependents(t.relation, CASE WHEN t.swapped THEN t.other ELSE t.main END)
            WHERE t.root = c.root) AS d
        WHERE c.level = 0
    )
    SELECT 'cleanup', 1,
        CASE WHEN c.swapped AND c.dependents IS NULL THEN uscc_internal_lock_timeout()
            || (SELECT pg_catalog.string_agg(pg_catalog.format(E'DROP TRIGGER %I ON %s;\n', tg.tgname, c.relation_name), '' ORDER BY tg.tgname)
                FROM pg_trigger AS tg WHERE tg.tgrelid = c.relation AND tg.tgfoid = 'uscc_adopt_sync()'::regprocedure::oid
                    AND EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_trigger'::regclass::oid AND d.objid = tg.oid
                                AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid = c.main))
            || coalesce((SELECT pg_catalog.string_agg(tg.command || E';\n' || tg.definition || tg.properties || E';\n', '' ORDER BY tg.command)
                         FROM uscc_internal_triggers(target, column_name, type) AS tg JOIN uscc_internal_tree(c.root) AS t ON t.relation = tg.relation
                         WHERE tg.names_text), '')
            || pg_catalog.format('ALTER TABLE %s DROP COLUMN %I', c.relation_name, c.other_name) END,
        'ACCESS EXCLUSIVE ON ' || c.relation_name,
        CASE WHEN c.dependents IS NOT NULL THEN 'dependents' WHEN c.swapped THEN 'cleanup' ELSE 'cleanup_later' END,
        CASE WHEN c.dependents IS NOT NULL THEN c.dependents ELSE c.relation_name END, NULL::text, NULL::text
    FROM c;
END;
COMMENT ON FUNCTION uscc_internal_cleanup(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps that drop the text';

-- The operators and functions of the extension that an object depends on, other than casts to text.
CREATE FUNCTION uscc_internal_uses(class pg_catalog.oid, object pg_catalog.oid, type pg_catalog.regtype, OUT used_class pg_catalog.oid, OUT used pg_catalog.oid) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT d.refclassid, d.refobjid
    FROM pg_depend AS t
    JOIN pg_depend AS e ON e.refclassid = t.refclassid AND e.refobjid = t.refobjid AND e.deptype = 'e'
    JOIN pg_depend AS d ON d.classid = class AND d.objid = object AND d.refclassid = e.classid AND d.refobjid = e.objid
    WHERE t.classid = 'pg_type'::regclass::oid AND t.objid = type::oid AND t.deptype = 'e'
        AND d.refclassid IN ('pg_operator'::regclass::oid, 'pg_proc'::regclass::oid)
        AND NOT (d.refclassid = 'pg_proc'::regclass::oid
                 AND (d.refobjid = 'uscc_adopt_sync()'::regprocedure::oid OR EXISTS (SELECT FROM pg_cast WHERE castfunc = d.refobjid)));
END;
COMMENT ON FUNCTION uscc_internal_uses(pg_catalog.oid, pg_catalog.oid, pg_catalog.regtype) IS 'internal to uscc_adopt: what an object uses of the extension';

-- Objects made after the swap that the text cannot have as the code has them.
CREATE FUNCTION uscc_internal_undo_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF pg_catalog.text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT d.dependent
    FROM uscc_internal_columns(target, column_name, type) AS c
    CROSS JOIN LATERAL uscc_internal_dependents(c.relation, CASE WHEN c.swapped THEN c.main ELSE c.other END) AS d
    WHERE d.class <> 'pg_publication_rel'::regclass::oid
    UNION SELECT k.object FROM uscc_internal_key_dependents(target, column_name, type) AS k WHERE k.swapped
    UNION
    SELECT pg_catalog.pg_describe_object('pg_class'::regclass::oid, x.index, 0)
    FROM uscc_internal_indexes(target, column_name, type) AS x
    WHERE x.swapped AND (x.contype = 'x' OR x.counterpart IS NULL AND NOT x.is_child AND EXISTS (
        SELECT FROM uscc_internal_uses('pg_class'::regclass::oid, x.index, type) AS u
        WHERE u.used_class = 'pg_proc'::regclass::oid OR EXISTS (SELECT FROM pg_operator AS o WHERE o.oid = u.used AND o.oprname = '<@')))
    UNION
    SELECT pg_catalog.pg_describe_object('pg_trigger'::regclass::oid, tg.trigger, 0)
    FROM uscc_internal_triggers(target, column_name, type) AS tg
    JOIN uscc_internal_columns(target, column_name, type) AS c ON c.relation = tg.relation AND c.swapped
    WHERE EXISTS (SELECT FROM uscc_internal_uses('pg_trigger'::regclass::oid, tg.trigger, type))
    UNION
    -- foreign keys to columns that do not go back with it
    SELECT pg_catalog.pg_describe_object('pg_constraint'::regclass::oid, con.oid, 0)
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_constraint AS con ON con.contype = 'f' AND con.conparentid = 0 AND con.conrelid = c.relation AND c.main = ANY (con.conkey)
    WHERE c.swapped AND NOT EXISTS (
        SELECT FROM uscc_internal_columns(target, column_name, type) AS peer
        WHERE peer.relation = con.confrelid AND peer.main = con.confkey[pg_catalog.array_position(con.conkey, c.main)])
    UNION
    -- statistics of nothing but the text of the code
    SELECT pg_catalog.pg_describe_object('pg_statistic_ext'::regclass::oid, s.oid, 0)
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_statistic_ext AS s ON s.stxrelid = c.relation
    JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum = c.other AND a.atttypid = 'text'::regtype::oid
    WHERE c.swapped AND pg_catalog.pg_get_statisticsobjdef(s.oid) LIKE pg_catalog.format('%% ON (%I::text) FROM %%', c.main_name);
END;
COMMENT ON FUNCTION uscc_internal_undo_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: objects that prevent the way back';

-- The way back: of the swap, then of all that was made before it.
CREATE FUNCTION uscc_internal_undo(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH blocked AS (
        SELECT pg_catalog.string_agg(o.object, ', ' ORDER BY o.object) AS objects FROM uscc_internal_undo_obstacles(target, column_name, type) AS o (object)
    )
    SELECT s.stage, s.position, CASE WHEN b.objects IS NULL AND s.is_ready THEN s.command END,
        s.lock, s.word, s.object, s.question, s.query
    FROM blocked AS b CROSS JOIN LATERAL (
    SELECT 'undo' AS stage, -1 AS position, NULL::text AS command, NULL::text AS lock, 'undo_dependents' AS word, b.objects AS object, NULL::text AS question, NULL::text AS query, true AS is_ready
    WHERE b.objects IS NOT NULL
    UNION ALL
    -- what the code has got since the swap
    SELECT 'undo', 0, l.command, 'SHARE UPDATE EXCLUSIVE ON ' || l.relation_name, 'like_code', l.relation_name, NULL, NULL, true
    FROM uscc_internal_likeness(target, column_name, type) AS l WHERE l.swapped
    UNION ALL
    -- a foreign key of the texts needs them written alike
    SELECT 'undo', 0, pg_catalog.format('UPDATE %s SET %I = %I::pg_catalog.text WHERE %2$I::pg_catalog.text OPERATOR(pg_catalog.<>) %3$I::pg_catalog.text',
            c.relation_name, c.other_name, c.main_name), 'ROW EXCLUSIVE ON ' || c.relation_name, 'undo_texts', c.relation_name,
        pg_catalog.format('SELECT pg_catalog.count(*) FROM %s WHERE %I::pg_catalog.text OPERATOR(pg_catalog.<>) %I::pg_catalog.text', c.relation_name, c.other_name, c.main_name), NULL, true
    FROM uscc_internal_columns(target, column_name, type) AS c
    WHERE c.level = 0 AND c.swapped AND EXISTS (SELECT FROM uscc_internal_foreign_keys(target, column_name, type))
    UNION ALL
    -- partitions and indexes that were added after the swap have no index of the text
    SELECT 'undo', 0, CASE WHEN x.counterpart IS NULL THEN uscc_internal_index_definition(x.index, x.main, x.other, x.promoted)
            ELSE pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', x.schema, x.promoted) END,
        'SHARE UPDATE EXCLUSIVE ON ' || x.relation_name, CASE WHEN x.counterpart IS NULL THEN 'index' ELSE 'invalid_index' END,
        pg_catalog.format('%I.%I', x.schema, CASE WHEN x.counterpart IS NULL THEN x.index_name ELSE x.promoted END), NULL, NULL, true
    FROM uscc_internal_indexes(target, column_name, type) AS x
    WHERE x.swapped AND x.kind = 'i' AND (x.is_dropped OR NOT x.is_child) AND NOT x.counterpart_valid
    UNION ALL
    SELECT 'undo', 1, uscc_internal_lock_timeout()
        || (SELECT pg_catalog.format(E'LOCK TABLE %s;\n', pg_catalog.string_agg(relation_name, ', ' ORDER BY relation_name)) FROM uscc_internal_columns(target, column_name, type) WHERE level = 0 AND swapped)
        || pg_catalog.string_agg(e, E';\n' ORDER BY n),
        (SELECT pg_catalog.string_agg('ACCESS EXCLUSIVE ON ' || relation_name, ', ' ORDER BY relation_name) FROM uscc_internal_columns(target, column_name, type) WHERE level = 0 AND swapped),
        'undo_swap', NULL, NULL, NULL, true
    FROM uscc_internal_exchange(target, column_name, type) WITH ORDINALITY AS t (e, n)
    WHERE EXISTS (SELECT FROM uscc_internal_columns(target, column_name, type) WHERE swapped)
        AND NOT EXISTS (SELECT FROM uscc_internal_indexes(target, column_name, type) AS x WHERE x.swapped AND x.kind = 'i' AND (x.is_dropped OR NOT x.is_child) AND NOT x.counterpart_valid)
    HAVING pg_catalog.count(*) > 0
    UNION ALL
    SELECT 'undo', 2, pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I', f.relation_name, f.conname),
        'SHARE UPDATE EXCLUSIVE ON ' || f.relation_name, 'validate', f.conname, NULL, NULL, true
    FROM uscc_internal_foreign_keys(target, column_name, type) AS f
    WHERE NOT f.is_valid AND EXISTS (SELECT FROM uscc_internal_columns(target, column_name, type) WHERE other IS NOT NULL AND NOT swapped)
    UNION ALL
    SELECT 'undo', 3, p.command, p.lock, p.word, p.object, NULL, NULL, true FROM uscc_internal_parent_keys(target, column_name, type) AS p
    WHERE EXISTS (SELECT FROM uscc_internal_columns(target, column_name, type) WHERE other IS NOT NULL AND NOT swapped)
    UNION ALL
    SELECT 'undo', 4, uscc_internal_lock_timeout() || pg_catalog.format(E'DROP TRIGGER %I ON %s;\nALTER TABLE %2$s DROP COLUMN %3$I', c.sync, c.relation_name, c.other_name),
        'ACCESS EXCLUSIVE ON ' || c.relation_name, 'undo', pg_catalog.format('%s.%I', c.relation_name, c.other_name), NULL, NULL,
        NOT EXISTS (SELECT FROM uscc_internal_foreign_keys(target, column_name, type) AS f WHERE NOT f.is_valid) AND NOT EXISTS (SELECT FROM uscc_internal_parent_keys(target, column_name, type))
    FROM uscc_internal_columns(target, column_name, type) AS c WHERE c.level = 0 AND c.other IS NOT NULL AND NOT c.swapped
    UNION ALL
    SELECT 'undo', 5, pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', x.schema, t.relname), 'SHARE UPDATE EXCLUSIVE ON ' || x.relation_name,
        'undo_index', pg_catalog.format('%I.%I', x.schema, t.relname), NULL, NULL, true
    FROM uscc_internal_indexes(target, column_name, type) AS x
    JOIN pg_class AS t ON t.relname = x.demoted
    JOIN pg_index AS y ON y.indexrelid = t.oid AND y.indrelid = x.relation
    WHERE x.kind = 'i' AND x.is_dropped AND NOT x.swapped) AS s
    ORDER BY s.position, s.command COLLATE "C";
END;
COMMENT ON FUNCTION uscc_internal_undo(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps that lead back';

-- Valid codes of a type, with letters where it has any.
CREATE FUNCTION uscc_internal_examples(type pg_catalog.regtype) RETURNS SETOF pg_catalog.text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT e.code FROM (VALUES ('uscc', '91350100M000100Y43'), ('uscc', '12100000400000624D'), ('uscc', '91350100731861218W'),
                               ('citizen_id', '11010519491231002X'), ('citizen_id', '34052419800101001X'),
                               ('orgcode', 'PDY00001X'), ('orgcode', '400000624'), ('adcode', '350100'), ('adcode', '110000')) AS e (type_name, code)
    JOIN pg_type AS t ON t.typname = e.type_name WHERE t.oid = type::oid;
END;
COMMENT ON FUNCTION uscc_internal_examples(pg_catalog.regtype) IS 'internal to uscc_adopt: valid codes of a type';

-- The CHECK constraints of the columns.  The question counts rows, those of the table and
-- one without values, in which a constraint takes examples in another spelling than that
-- in which the type writes them, and does not take any of these as the type writes them.
CREATE FUNCTION uscc_internal_check_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT word pg_catalog.text, OUT object pg_catalog.text, OUT remedy pg_catalog.text, OUT question pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT 'check', pg_catalog.format('%I ON %s', con.conname, c.relation_name), pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', c.relation_name, con.conname),
        pg_catalog.format('SELECT pg_catalog.count(*) '
               'FROM (SELECT r.* FROM (SELECT) AS one LEFT JOIN (SELECT * FROM %2$s LIMIT 100) AS r ON true UNION ALL SELECT r.* FROM (SELECT) AS one LEFT JOIN %2$s AS r ON false) AS r '
               'CROSS JOIN LATERAL (SELECT '
                   'pg_catalog.bool_and(NOT EXISTS (SELECT FROM (SELECT %5$s) AS %6$I WHERE (%7$s) IS NOT FALSE)) AS refuses '
                   'FROM (VALUES %1$s) AS e (code) '
                   'CROSS JOIN LATERAL (VALUES (pg_catalog.lower(e.code)), (pg_catalog.regexp_replace(e.code, ''(.)$'', ''-\1'')), (pg_catalog.lower(pg_catalog.regexp_replace(e.code, ''(.)$'', ''-\1'')))) AS s (spelling) '
                   'WHERE s.spelling OPERATOR(pg_catalog.<>) e.code AND %3$s OPERATOR(pg_catalog.=) e.code AND EXISTS (SELECT FROM (SELECT %4$s) AS %6$I WHERE (%7$s) IS NOT FALSE)) AS t '
               'WHERE t.refuses',
               (SELECT pg_catalog.string_agg(pg_catalog.format('(%L)', example), ', ') FROM uscc_internal_examples(type) AS example),
               c.relation_name, (SELECT code FROM uscc_internal_texts('spelling', 'spelling', type)) || '::pg_catalog.text',
               pg_catalog.string_agg(CASE WHEN a.attnum = ANY (c.main) THEN pg_catalog.format('CAST(s.spelling AS %s) AS %I', pg_catalog.format_type(a.atttypid, -1), a.attname)
                          ELSE pg_catalog.format('r.%I', a.attname) END, ', '),
               pg_catalog.string_agg(CASE WHEN a.attnum = ANY (c.main) THEN pg_catalog.format('CAST(e.code AS %s) AS %I', pg_catalog.format_type(a.atttypid, -1), a.attname)
                          ELSE pg_catalog.format('r.%I', a.attname) END, ', '),
               r.relname, pg_catalog.pg_get_expr(con.conbin, con.conrelid))
    FROM uscc_internal_tables(target, column_name, type) AS c
    JOIN pg_class AS r ON r.oid = c.relation
    JOIN pg_constraint AS con ON con.conrelid = c.relation AND con.contype = 'c' AND con.coninhcount = 0
        AND c.main && con.conkey AND (c.other && con.conkey) IS NOT TRUE
    JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum = ANY (con.conkey)
    WHERE NOT c.swapped AND (pg_catalog.to_jsonb(con) ->> 'conenforced') IS DISTINCT FROM 'false'
    GROUP BY c.relation_name, r.relname, con.oid, con.conname, con.conbin, con.conrelid;
END;
COMMENT ON FUNCTION uscc_internal_check_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: constraints that prevent an adoption';

-- The triggers of the users that fire in an ordinary session.
CREATE FUNCTION uscc_internal_user_triggers(relation pg_catalog.oid) RETURNS SETOF pg_catalog.oid
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT tg.oid FROM pg_trigger AS tg
    WHERE tg.tgrelid = relation AND NOT tg.tgisinternal AND tg.tgparentid = 0 AND tg.tgenabled IN ('O', 'A')
        AND tg.tgfoid <> 'uscc_adopt_sync()'::regprocedure::oid;
END;
COMMENT ON FUNCTION uscc_internal_user_triggers(pg_catalog.oid) IS 'internal to uscc_adopt: triggers of a table that fire';

-- The columns of a copy of the tables in a stage ('' is before the first), what each
-- has in it, and how its triggers are made.
CREATE FUNCTION uscc_internal_copies(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT relation pg_catalog.oid, OUT stage pg_catalog.text, OUT copy pg_catalog.text, OUT "values" pg_catalog.text, OUT updates pg_catalog.text, OUT triggers pg_catalog.text)
    RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH pair AS (
        SELECT c.*, pg_catalog.format('coalesce((SELECT %s::pg_catalog.text FROM (SELECT r.%I AS value) AS v), e.code)', t.code, c.main_name) AS example, t.type_name
        FROM uscc_internal_columns(target, column_name, type) AS c
        CROSS JOIN LATERAL uscc_internal_texts('value', 'value', type) AS t
        WHERE NOT c.swapped AND EXISTS (SELECT FROM uscc_internal_user_triggers(c.relation))
    ), item AS (
        SELECT a.attrelid AS relation, s.stage, a.attnum::int4 AS position,
            CASE s.stage WHEN 'swap' THEN coalesce(code.main_name, uscc_internal_name(text.main_name, '_text'), a.attname) ELSE a.attname END AS name,
            CASE WHEN coalesce(text.example, code.example) IS NULL THEN pg_catalog.format('r.%I', a.attname)
                 ELSE pg_catalog.format('CAST(%s AS %s)', coalesce(text.example, code.example), pg_catalog.format_type(a.atttypid, a.atttypmod)) END AS value
        FROM (SELECT DISTINCT relation FROM pair) AS r
        CROSS JOIN (VALUES (''), ('prepare'), ('swap')) AS s (stage)
        JOIN pg_attribute AS a ON a.attrelid = r.relation AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pair AS text ON text.relation = a.attrelid AND text.main = a.attnum
        LEFT JOIN pair AS code ON code.relation = a.attrelid AND code.other = a.attnum
        WHERE s.stage <> '' OR code.relation IS NULL
        UNION ALL
        SELECT p.relation, s.stage, 10000 + p.main::int4, CASE s.stage WHEN 'swap' THEN p.main_name ELSE p.other_name END,
            pg_catalog.format('CAST(%s AS %s)', p.example, p.type_name)
        FROM pair AS p CROSS JOIN (VALUES ('prepare'), ('swap')) AS s (stage) WHERE p.other IS NULL
    )
    SELECT i.relation, i.stage, n.copy,
        pg_catalog.string_agg(pg_catalog.format('%s AS %I', i.value, i.name), ', ' ORDER BY i.position),
        pg_catalog.string_agg(pg_catalog.format('%1$I = %1$I', i.name), ', ' ORDER BY i.position),
        (SELECT pg_catalog.string_agg(pg_catalog.replace(coalesce(CASE i.stage WHEN 'swap' THEN made.definition END, pg_catalog.pg_get_triggerdef(tg)),
                                                         ' ON ' || uscc_internal_table(i.relation) || ' ', ' ON ' || n.copy || ' '), E';\n')
         FROM uscc_internal_user_triggers(i.relation) AS tg
         LEFT JOIN uscc_internal_triggers(target, column_name, type) AS made ON made.trigger = tg)
    FROM item AS i
    JOIN pg_class AS r ON r.oid = i.relation
    CROSS JOIN LATERAL (
        SELECT pg_catalog.format('pg_temp.%I', CASE WHEN pg_catalog.to_regclass(pg_catalog.format('pg_temp.%I', r.relname)) IS NULL THEN r.relname
                                                    ELSE uscc_internal_name(r.relname, '_copy') END) AS copy) AS n
    GROUP BY i.relation, i.stage, n.copy;
END;
COMMENT ON FUNCTION uscc_internal_copies(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: columns and triggers of a table in the stages';

-- How the triggers of each table are tried in the stages (adopt_rehearsal.c): what
-- makes a copy of a row, and statements on it.  Where the copy tells nothing: what
-- gives the table itself its new column, unless it has it, and what gives the columns
-- their names after the swap, and a statement on a row of the table.
CREATE FUNCTION uscc_internal_rehearsals(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT relation_name pg_catalog.text, OUT column_name pg_catalog.text, OUT owner pg_catalog.oid, OUT stage pg_catalog.text, OUT setup pg_catalog.text, OUT trials pg_catalog.text[],
        OUT reshape pg_catalog.text, OUT rename pg_catalog.text, OUT on_table pg_catalog.text)
    RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.relation_name, pg_catalog.quote_ident(c.main_names[1]), r.relowner, k.stage,
        pg_catalog.format(E'CREATE TEMPORARY TABLE %s AS SELECT %s FROM (VALUES (%L)) AS e (code) LEFT JOIN (SELECT * FROM %s LIMIT 1) AS r ON true;\n%s',
               k.copy, k.values, e.codes[1], c.relation_name, k.triggers),
        (SELECT pg_catalog.array_agg(pg_catalog.format(s.statement, k.copy, k.updates, pg_catalog.quote_ident(main_name), e.codes[2]) ORDER BY n, main_name)
         FROM (VALUES (1, 'INSERT INTO %1$s SELECT * FROM %1$s'), (2, 'UPDATE %1$s SET %2$s'), (3, 'UPDATE %1$s SET %3$s = %4$L'), (4, 'DELETE FROM %1$s')) AS s (n, statement)
         CROSS JOIN pg_catalog.unnest(c.main_names) AS m (main_name)
         WHERE s.n = 3 OR m.main_name = c.main_names[1]),
        CASE WHEN c.other IS NULL THEN pg_catalog.format('ALTER TABLE %s ADD COLUMN ', uscc_internal_table(c.root)) || n.added END,
        n.renamed,
        pg_catalog.format('UPDATE %s SET %s WHERE ctid OPERATOR(pg_catalog.=) ANY (ARRAY(SELECT ctid FROM %1$s LIMIT 1))', c.relation_name,
               (SELECT pg_catalog.string_agg(pg_catalog.format('%1$I = %1$I', a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
                WHERE a.attrelid = c.relation AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a' AND (a.attnum = ANY (c.other)) IS NOT TRUE))
    FROM uscc_internal_copies(target, column_name, type) AS k
    JOIN uscc_internal_tables(target, column_name, type) AS c ON c.relation = k.relation
    JOIN pg_class AS r ON r.oid = k.relation
    CROSS JOIN (SELECT pg_catalog.array_agg(example) AS codes FROM uscc_internal_examples(type) AS example) AS e
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.format('%I %s', o.other_name, t.type_name), ', ADD COLUMN ') AS added,
            (SELECT pg_catalog.string_agg(tg.command || ';' || E'\n', '') FROM uscc_internal_triggers(target, column_name, type) AS tg WHERE tg.relation = c.relation)
            || pg_catalog.string_agg(pg_catalog.format(E'ALTER TABLE %1$s RENAME %2$I TO %3$I;\nALTER TABLE %1$s RENAME %4$I TO %2$I', uscc_internal_table(c.root), o.main_name, uscc_internal_name(o.main_name, '_text'), o.other_name), E';\n')
            || (SELECT pg_catalog.string_agg(E';\n' || tg.definition || tg.properties, '') FROM uscc_internal_triggers(target, column_name, type) AS tg WHERE tg.relation = c.relation) AS renamed
        FROM ROWS FROM (pg_catalog.unnest(c.main_names), pg_catalog.unnest(c.other_names)) AS o (main_name, other_name)
        CROSS JOIN LATERAL uscc_internal_texts(o.main_name, o.other_name, type) AS t) AS n
    ORDER BY c.relation_name, k.stage;
END;
COMMENT ON FUNCTION uscc_internal_rehearsals(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: how triggers are tried in the stages';

-- Properties of the tables that prevent an adoption, and commands that remove them.
CREATE FUNCTION uscc_internal_table_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT word pg_catalog.text, OUT object pg_catalog.text, OUT remedy pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH c AS (
        SELECT c.*, r.relkind, r.relam, r.relowner, r.reloftype, r.relispartition
        FROM uscc_internal_columns(target, column_name, type) AS c JOIN pg_class AS r ON r.oid = c.relation
    )
    SELECT 'table_kind', c.relation_name, CASE WHEN c.reloftype <> 0 THEN pg_catalog.format('ALTER TABLE %s NOT OF', c.relation_name)
        WHEN c.relispartition THEN pg_catalog.format('ALTER TABLE %s DETACH PARTITION %s', uscc_internal_table(i.inhparent), c.relation_name) END
    FROM c LEFT JOIN pg_inherits AS i ON i.inhrelid = c.relation AND c.relispartition
    WHERE c.relkind NOT IN ('r', 'p') OR c.reloftype <> 0
    UNION ALL
    SELECT 'partition', uscc_internal_table(target), pg_catalog.format('SELECT * FROM uscc_adopt_plan(%L, %L)', uscc_internal_table(pg_catalog.pg_partition_root(target)), column_name)
    FROM pg_class WHERE oid = target::oid AND relispartition
    UNION ALL
    SELECT 'inherited', c.relation_name, pg_catalog.format('ALTER TABLE %s NO INHERIT %s', uscc_internal_table(i.inhrelid), uscc_internal_table(i.inhparent))
    FROM c JOIN pg_inherits AS i ON c.relation IN (i.inhrelid, i.inhparent)
    WHERE c.relkind = 'r' AND NOT (c.relispartition AND i.inhrelid = c.relation)
    UNION ALL
    SELECT 'access_method', pg_catalog.format('%s, %s', c.relation_name, am.amname), pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I TYPE %s USING %s', c.relation_name, c.main_name, t.type_name, t.code)
    FROM c JOIN pg_am AS am ON am.oid = c.relam AND am.amname <> 'heap'
    CROSS JOIN LATERAL uscc_internal_texts(c.main_name, c.other_name, type) AS t
    UNION ALL
    SELECT 'owner', c.relation_name, pg_catalog.format('GRANT %I TO %I', pg_catalog.pg_get_userbyid(c.relowner), CURRENT_USER) FROM c WHERE NOT pg_catalog.pg_has_role(c.relowner, 'USAGE')
    UNION ALL
    -- to make and rename indexes
    SELECT 'schema', pg_catalog.quote_ident(n.nspname), pg_catalog.format('GRANT CREATE ON SCHEMA %I TO %I', n.nspname, pg_catalog.pg_get_userbyid(c.relowner))
    FROM c JOIN pg_class AS r ON r.oid = c.relation JOIN pg_namespace AS n ON n.oid = r.relnamespace
    WHERE NOT pg_catalog.has_schema_privilege(c.relowner, n.oid, 'CREATE')
    UNION ALL
    SELECT 'row_security', c.relation_name, pg_catalog.format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', c.relation_name) FROM c WHERE pg_catalog.row_security_active(c.relation)
    UNION ALL
    SELECT 'rule', pg_catalog.format('%I ON %s', r.rulename, c.relation_name), pg_catalog.format('DROP RULE %I ON %s', r.rulename, c.relation_name)
    FROM c JOIN pg_rewrite AS r ON r.ev_class = c.relation
    WHERE c.relkind IN ('r', 'p')
    UNION ALL
    SELECT 'partition_key', c.relation_name, NULL
    FROM c JOIN pg_partitioned_table AS p ON p.partrelid = c.relation
    WHERE c.main = ANY (p.partattrs::int2[])
        OR EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass::oid AND d.objid = c.relation AND d.objsubid = c.main
                   AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid = 0)
    UNION ALL
    SELECT DISTINCT 'temporary', c.relation_name, pg_catalog.format('GRANT TEMPORARY ON DATABASE %I TO %I', pg_catalog.current_database(), pg_catalog.pg_get_userbyid(c.relowner))
    FROM c WHERE EXISTS (SELECT FROM uscc_internal_user_triggers(c.relation)) AND NOT pg_catalog.has_database_privilege(c.relowner, pg_catalog.current_database(), 'TEMPORARY')
    UNION ALL
    SELECT DISTINCT 'execute', pg_catalog.format('%I ON %s', tg.tgname, c.relation_name), pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO %I', tg.tgfoid::regprocedure, pg_catalog.pg_get_userbyid(c.relowner))
    FROM c JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND NOT tg.tgisinternal AND tg.tgparentid = 0 AND tg.tgfoid <> 'uscc_adopt_sync()'::regprocedure::oid
    WHERE NOT pg_catalog.has_function_privilege(c.relowner, tg.tgfoid, 'EXECUTE')
    UNION ALL
    SELECT 'replica_identity', c.relation_name,
        (SELECT pg_catalog.format('ALTER TABLE %s REPLICA IDENTITY DEFAULT', c.relation_name) FROM pg_constraint AS k WHERE k.conrelid = c.relation AND k.contype = 'p')
    FROM c JOIN pg_class AS r ON r.oid = c.relation AND r.relreplident = 'f' JOIN pg_namespace AS n ON n.oid = r.relnamespace
    WHERE EXISTS (SELECT FROM pg_publication_tables AS p JOIN pg_publication AS d ON d.pubname = p.pubname AND (d.pubupdate OR d.pubdelete)
                  WHERE p.schemaname = n.nspname AND p.tablename = r.relname
                      OR EXISTS (SELECT FROM pg_partition_ancestors(c.relation) AS up JOIN pg_class AS a ON a.oid = up.relid::oid JOIN pg_namespace AS s ON s.oid = a.relnamespace
                                 WHERE p.schemaname = s.nspname AND p.tablename = a.relname))
    UNION ALL
    SELECT 'columns', c.relation_name, NULL
    FROM c JOIN pg_class AS r ON r.oid = c.relation WHERE c.other IS NULL
    GROUP BY c.relation_name, r.relnatts HAVING r.relnatts + pg_catalog.count(*) > 1600
    UNION ALL
    SELECT 'trigger_order', pg_catalog.format('%I ON %s', tg.tgname, c.relation_name), pg_catalog.format('ALTER TRIGGER %I ON %s RENAME TO %I', tg.tgname, c.relation_name, uscc_internal_name('a_' || tg.tgname::text, ''))
    FROM c JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND NOT tg.tgisinternal AND tg.tgparentid = 0
        AND tg.tgtype::int4 & 3 = 3 AND tg.tgtype::int4 & 20 <> 0 AND tg.tgfoid <> 'uscc_adopt_sync()'::regprocedure::oid
    WHERE tg.tgname COLLATE "C" > coalesce(c.sync, uscc_internal_name('zzz_' || c.main_name::text, '_sync')) COLLATE "C";
END;
COMMENT ON FUNCTION uscc_internal_table_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: properties of tables that prevent an adoption';

-- The same for the columns.
CREATE FUNCTION uscc_internal_column_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT word pg_catalog.text, OUT object pg_catalog.text, OUT remedy pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH c AS (
        SELECT c.*, pg_catalog.format('%s.%I', c.relation_name, c.main_name) AS object, m.attgenerated, m.attidentity, m.atttypid, m.atttypmod,
            t.typtype, pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base
        FROM uscc_internal_columns(target, column_name, type) AS c
        JOIN pg_attribute AS m ON m.attrelid = c.relation AND m.attnum = c.main
        JOIN pg_type AS t ON t.oid = m.atttypid
        WHERE NOT c.swapped
    )
    SELECT 'domain', c.object, pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I TYPE %s', c.relation_name, c.main_name, c.base)
    FROM c WHERE c.level = 0 AND c.typtype = 'd'
    UNION ALL
    -- columns that foreign keys connect change their types without these
    SELECT 'type', pg_catalog.format('%s %s', c.object, pg_catalog.format_type(c.atttypid, c.atttypmod)),
        CASE WHEN pg_catalog.row_number() OVER (ORDER BY c.object) = 1 THEN
            coalesce((SELECT pg_catalog.string_agg(pg_catalog.format(E'ALTER TABLE %s DROP CONSTRAINT %I;\n', f.relation_name, f.conname), '') FROM uscc_internal_foreign_keys(target, column_name, type) AS f), '')
            || pg_catalog.string_agg(pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I TYPE %s USING %s', c.relation_name, c.main_name, t.type_name, t.code), E';\n') OVER ()
            || coalesce((SELECT pg_catalog.string_agg(pg_catalog.format(E';\nALTER TABLE %s ADD CONSTRAINT %I %s', f.relation_name, f.conname, f.definition), '') FROM uscc_internal_foreign_keys(target, column_name, type) AS f), '') END
    FROM c CROSS JOIN LATERAL uscc_internal_texts(c.main_name, c.other_name, type) AS t
    WHERE c.level = 0 AND c.typtype <> 'd' AND c.atttypid NOT IN ('text'::regtype::oid, 'varchar'::regtype::oid, 'bpchar'::regtype::oid)
        AND NOT EXISTS (SELECT FROM pg_cast WHERE castsource = c.atttypid AND casttarget = 'text'::regtype::oid AND castmethod = 'b')
    UNION ALL
    SELECT 'length', pg_catalog.format('%s %s', c.object, pg_catalog.format_type(c.atttypid, c.atttypmod)),
        pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I TYPE %s', c.relation_name, c.main_name, pg_catalog.format_type(c.atttypid, l.length + 4))
    FROM c CROSS JOIN LATERAL (SELECT CASE typname WHEN 'orgcode' THEN 9 WHEN 'adcode' THEN 6 ELSE 18 END AS length FROM pg_type WHERE oid = type::oid) AS l
    WHERE c.level = 0 AND c.atttypid IN ('varchar'::regtype::oid, 'bpchar'::regtype::oid) AND c.atttypmod > 0 AND c.atttypmod < l.length + 4
    UNION ALL
    SELECT 'generated', c.object, CASE WHEN c.attgenerated = 's' THEN pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I DROP EXPRESSION', c.relation_name, c.main_name) END
    FROM c WHERE c.level = 0 AND (c.attgenerated <> '' OR c.attidentity <> '')
    UNION ALL
    SELECT 'default', pg_catalog.format('%s DEFAULT %L', c.object, d.bad), pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT', c.relation_name, c.main_name)
    FROM c CROSS JOIN LATERAL (SELECT uscc_internal_bad_default(c.relation, c.main, type) AS bad) AS d WHERE d.bad IS NOT NULL
    UNION ALL
    SELECT 'security_label', c.object, pg_catalog.format('SECURITY LABEL FOR %I ON COLUMN %s IS NULL', l.provider, c.object)
    FROM c JOIN pg_seclabel AS l ON l.classoid = 'pg_class'::regclass::oid AND l.objoid = c.relation AND l.objsubid = c.main
    UNION ALL
    SELECT 'exclusion', pg_catalog.format('%I ON %s', con.conname, c.relation_name), pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', c.relation_name, con.conname)
    FROM c JOIN pg_constraint AS con ON con.conrelid = c.relation AND con.conparentid = 0
        AND (con.contype = 'x' OR pg_catalog.to_jsonb(con) ->> 'conperiod' = 'true')
    LEFT JOIN pg_depend AS d ON d.classid = 'pg_constraint'::regclass::oid AND d.objid = con.oid AND d.refobjid = c.relation AND d.refobjsubid = c.main
    WHERE c.main = ANY (con.conkey) OR d.objid IS NOT NULL
    UNION ALL
    SELECT 'publication', pg_catalog.format('%I, %s', p.pubname, c.relation_name), pg_catalog.format('ALTER PUBLICATION %I DROP TABLE %s', p.pubname, c.relation_name)
    FROM c JOIN pg_publication_rel AS pr ON pr.prrelid = c.relation JOIN pg_publication AS p ON p.oid = pr.prpubid
    WHERE EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_publication_rel'::regclass::oid AND d.objid = pr.oid AND d.refobjid = c.relation AND d.refobjsubid = c.main)
        AND (pr.prqual IS NOT NULL OR NOT pg_catalog.pg_has_role(p.pubowner, 'USAGE'))
    UNION ALL
    SELECT DISTINCT 'foreign_key', pg_catalog.format('%I ON %s', f.conname, f.relation_name), pg_catalog.format('ALTER TABLE %s VALIDATE CONSTRAINT %I', f.relation_name, f.conname)
    FROM uscc_internal_foreign_keys(target, column_name, type) AS f
    WHERE NOT f.is_valid AND f.definition NOT LIKE '% NOT ENFORCED' AND EXISTS (SELECT FROM c WHERE c.other IS NULL);
END;
COMMENT ON FUNCTION uscc_internal_column_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: properties of columns that prevent an adoption';

-- The same for objects that use a column.
CREATE FUNCTION uscc_internal_object_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT word pg_catalog.text, OUT object pg_catalog.text, OUT remedy pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH c AS (SELECT * FROM uscc_internal_tables(target, column_name, type) WHERE NOT swapped)
    -- rows that are stored in columns of the table's row type would have NULL under the column's name
    SELECT 'row_type', pg_catalog.format('%s.%I', uscc_internal_table(a.attrelid), a.attname),
        CASE WHEN u.relkind IN ('r', 'p') THEN pg_catalog.format('ALTER TABLE %1$s ALTER COLUMN %2$I TYPE pg_catalog.jsonb USING pg_catalog.to_jsonb(%2$I)', uscc_internal_table(a.attrelid), a.attname) END
    FROM c JOIN pg_type AS t ON t.typrelid = c.relation
    JOIN pg_attribute AS a ON a.atttypid IN (t.oid, t.typarray) AND NOT a.attisdropped
    JOIN pg_class AS u ON u.oid = a.attrelid AND u.relkind IN ('r', 'p', 'm', 'f', 'c')
    UNION ALL
    SELECT 'pending', pg_catalog.format('%s.%I', c.relation_name, p.attname),
        pg_catalog.format('SELECT * FROM %s.uscc_adopt_plan(%L, %L, %L%s)', t.schema, c.relation_name, p.attname, t.type_name, CASE WHEN c.other IS NOT NULL THEN ', undo => true' ELSE '' END)
    FROM c JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND tg.tgfoid = 'uscc_adopt_sync()'::regprocedure::oid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.min(a.attname::text COLLATE "C") AS attname, pg_catalog.array_agg(a.attnum) AS columns,
            pg_catalog.max(a.atttypid) FILTER (WHERE a.atttypid::regtype::text ~ '(uscc|citizen_id|orgcode|adcode)$') AS type
        FROM pg_depend AS d JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_trigger'::regclass::oid AND d.objid = tg.oid AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation AND d.refobjsubid > 0) AS p
    CROSS JOIN LATERAL (SELECT pg_catalog.regexp_replace('uscc_adopt_sync()'::regprocedure::text, '\.[^.]*$', '') AS schema, p.type::regtype::text AS type_name) AS t
    WHERE NOT p.columns && (c.main || coalesce(c.other, c.main))
        AND EXISTS (SELECT FROM pg_depend AS d JOIN pg_depend AS e ON e.classid = d.classid AND e.objid = d.objid AND e.refclassid = d.refclassid AND e.refobjid = d.refobjid
                    WHERE d.classid IN ('pg_class'::regclass::oid, 'pg_constraint'::regclass::oid) AND d.objid <> c.relation
                        AND d.refclassid = 'pg_class'::regclass::oid AND d.refobjid = c.relation
                        AND d.refobjsubid = ANY (c.main) AND e.refobjsubid = ANY (p.columns)
                        AND NOT EXISTS (SELECT FROM pg_constraint AS f WHERE f.oid = d.objid AND d.classid = 'pg_constraint'::regclass::oid AND f.contype = 'f'))
    UNION ALL
    SELECT 'tsvector', pg_catalog.format('%I ON %s', tg.tgname, c.relation_name), pg_catalog.format('DROP TRIGGER %I ON %s', tg.tgname, c.relation_name)
    FROM c CROSS JOIN LATERAL pg_catalog.unnest(c.main_names) AS n (main_name)
    JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND tg.tgparentid = 0
        AND tg.tgfoid IN ('pg_catalog.tsvector_update_trigger()'::regprocedure::oid, 'pg_catalog.tsvector_update_trigger_column()'::regprocedure::oid)
    WHERE position('\x00'::bytea || pg_catalog.convert_to(n.main_name::text, pg_catalog.getdatabaseencoding()) || '\x00'::bytea IN tg.tgargs) > 0
    UNION ALL
    SELECT 'deferrable', pg_catalog.format('%I ON %s', con.conname, c.relation_name),
        pg_catalog.format('ALTER TABLE %1$s DROP CONSTRAINT %2$I, ADD CONSTRAINT %2$I %3$s', c.relation_name, con.conname,
               pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(con.oid), ' DEFERRABLE( INITIALLY DEFERRED)?$', ''))
    FROM c JOIN pg_constraint AS con ON con.conrelid = c.relation AND con.conparentid = 0
        AND con.contype = 'p' AND con.condeferrable AND c.main && con.conkey
    UNION ALL
    SELECT 'key', k.object, k.remedy FROM uscc_internal_key_dependents(target, column_name, type) AS k WHERE NOT k.swapped;
END;
COMMENT ON FUNCTION uscc_internal_object_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: objects that prevent an adoption';

-- Names that the adoption needs and other objects have.
CREATE FUNCTION uscc_internal_name_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT word pg_catalog.text, OUT object pg_catalog.text, OUT remedy pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT 'name', pg_catalog.format('%s.%I', c.relation_name, a.attname), pg_catalog.format('ALTER TABLE %s RENAME COLUMN %I TO %I', c.relation_name, a.attname, uscc_internal_name(a.attname, '_old'))
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_attribute AS a ON a.attrelid = c.relation AND a.attnum <> coalesce(c.other, 0)
        AND a.attname IN (c.other_name, uscc_internal_name(c.main_name, '_text'))
    WHERE NOT c.swapped AND c.level = 0
    UNION ALL
    SELECT 'name', pg_catalog.format('%I.%I', x.schema, r.relname),
        pg_catalog.format('ALTER %s %I.%I RENAME TO %I', CASE WHEN r.relkind IN ('i', 'I') THEN 'INDEX' WHEN r.relkind = 'c' THEN 'TYPE' ELSE 'TABLE' END, x.schema, r.relname, uscc_internal_name(r.relname, '_old'))
    FROM uscc_internal_indexes(target, column_name, type) AS x
    JOIN pg_namespace AS n ON n.nspname = x.schema
    JOIN pg_class AS r ON r.relnamespace = n.oid AND r.relname IN (x.demoted, x.promoted)
    LEFT JOIN pg_index AS i ON i.indexrelid = r.oid
    WHERE NOT x.swapped AND (x.other IS NULL OR i.indrelid IS DISTINCT FROM x.relation
                             OR r.relname = x.demoted AND NOT x.is_dropped)
    UNION ALL
    SELECT 'name', pg_catalog.format('%I ON %s', con.conname, k.relation_name),
        pg_catalog.format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', k.relation_name, con.conname, uscc_internal_name(con.conname, '_old'))
    FROM uscc_internal_checks(target, column_name, type) AS k
    JOIN pg_constraint AS con ON con.conrelid = k.relation_name::regclass::oid
        AND (con.conname = k.demoted OR con.conname = k.promoted AND k.expression IS NULL)
    WHERE NOT k.swapped
    UNION ALL
    SELECT 'name', pg_catalog.format('%I ON %s', con.conname, c.relation_name),
        pg_catalog.format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', c.relation_name, con.conname, uscc_internal_name(con.conname, '_old'))
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_constraint AS con ON con.conrelid = c.relation AND con.conname = uscc_internal_name(c.other_name, '_agrees')
        AND NOT (c.main = ANY (con.conkey) AND c.other = ANY (con.conkey)) IS TRUE
    WHERE NOT c.swapped
    UNION ALL
    SELECT 'name', pg_catalog.format('%I ON %s', tg.tgname, c.relation_name),
        pg_catalog.format('ALTER TRIGGER %I ON %s RENAME TO %I', tg.tgname, c.relation_name, uscc_internal_name('a_' || tg.tgname::text, ''))
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_trigger AS tg ON tg.tgrelid = c.relation AND tg.tgparentid = 0 AND tg.tgfoid <> 'uscc_adopt_sync()'::regprocedure::oid
        AND tg.tgname IN (uscc_internal_name('zzz_' || c.main_name::text, '_sync'), uscc_internal_name('000_' || c.main_name::text, '_sync'))
    WHERE NOT c.swapped;
END;
COMMENT ON FUNCTION uscc_internal_name_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: names that are taken';

-- An obstacle with a question, a count, is none if that is 0.
CREATE FUNCTION uscc_internal_obstacles(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT word pg_catalog.text, OUT object pg_catalog.text, OUT remedy pg_catalog.text, OUT question pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH objects AS (SELECT word, object, remedy FROM uscc_internal_object_obstacles(target, column_name, type))
    SELECT word, object, remedy, NULL::text FROM objects
    UNION SELECT word, object, remedy, NULL FROM uscc_internal_table_obstacles(target, column_name, type)
    UNION SELECT word, object, remedy, NULL FROM uscc_internal_column_obstacles(target, column_name, type)
    UNION SELECT word, object, remedy, question FROM uscc_internal_check_obstacles(target, column_name, type)
    -- names that another adoption has taken must stay
    UNION SELECT word, object, remedy, NULL FROM uscc_internal_name_obstacles(target, column_name, type)
    WHERE NOT EXISTS (SELECT FROM objects WHERE word = 'pending')
    ORDER BY word, object;
END;
COMMENT ON FUNCTION uscc_internal_obstacles(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: what prevents an adoption';

CREATE FUNCTION uscc_internal_steps(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype) RETURNS SETOF uscc_internal_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT s.* FROM (
        SELECT * FROM uscc_internal_prepare(target, column_name, type)
        UNION ALL SELECT * FROM uscc_internal_fill(target, column_name, type)
        UNION ALL SELECT * FROM uscc_internal_index(target, column_name, type)
        UNION ALL SELECT * FROM uscc_internal_swap(target, column_name, type)
        UNION ALL SELECT * FROM uscc_internal_cleanup(target, column_name, type)) AS s
    ORDER BY pg_catalog.array_position(ARRAY['prepare', 'fill', 'rejects', 'index', 'swap', 'cleanup'], s.stage), s.position, s.command COLLATE "C";
END;
COMMENT ON FUNCTION uscc_internal_steps(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: steps that remain';

-- What uscc_adopt executes for a batch of each table and partition: rows between
-- two positions that need it, and are not locked by others.
CREATE FUNCTION uscc_internal_batches(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype,
        OUT relation pg_catalog.oid, OUT command pg_catalog.text, OUT remaining pg_catalog.text, OUT unlocked pg_catalog.text) RETURNS SETOF pg_catalog.record
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.relation,
        pg_catalog.format('UPDATE ONLY %1$s SET %2$I = %3$s WHERE ctid OPERATOR(pg_catalog.=) ANY (ARRAY('
               'SELECT ctid FROM ONLY %1$s WHERE ctid OPERATOR(pg_catalog.>=) $1 AND ctid OPERATOR(pg_catalog.<) $2 AND %4$s '
               'LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED))', c.relation_name, c.other_name, t.code, t.differs),
        pg_catalog.format('SELECT pg_catalog.count(*) FROM ONLY %s WHERE %s', c.relation_name, t.differs),
        pg_catalog.format('SELECT pg_catalog.count(*) FROM (SELECT FROM ONLY %s WHERE %s FOR NO KEY UPDATE SKIP LOCKED) AS r', c.relation_name, t.differs)
    FROM uscc_internal_columns(target, column_name, type) AS c
    JOIN pg_class AS r ON r.oid = c.relation AND r.relkind = 'r'
    CROSS JOIN LATERAL uscc_internal_texts(c.main_name, c.other_name, type) AS t
    WHERE c.root = target::oid AND c.other IS NOT NULL AND NOT c.swapped
    ORDER BY c.relation_name COLLATE "C";
END;
COMMENT ON FUNCTION uscc_internal_batches(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype) IS 'internal to uscc_adopt: commands that fill the new column';

CREATE FUNCTION uscc_adopt_plan(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype DEFAULT 'uscc', undo pg_catalog.bool DEFAULT false,
        OUT stage pg_catalog.text, OUT command pg_catalog.text, OUT lock pg_catalog.text, OUT note pg_catalog.text) RETURNS SETOF pg_catalog.record
    AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE ROWS 20;
COMMENT ON FUNCTION uscc_adopt_plan(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype, pg_catalog.bool) IS 'steps that remain to make a text column one of a type, or to undo that';

CREATE PROCEDURE uscc_adopt(target pg_catalog.regclass, column_name pg_catalog.name, type pg_catalog.regtype DEFAULT 'uscc',
        batch_size pg_catalog.int4 DEFAULT 10000, swap pg_catalog.bool DEFAULT false)
    AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE uscc_adopt(pg_catalog.regclass, pg_catalog.name, pg_catalog.regtype, pg_catalog.int4, pg_catalog.bool) IS 'fills the new column of an adoption in batches that are committed, or swaps it';
