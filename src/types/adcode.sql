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
