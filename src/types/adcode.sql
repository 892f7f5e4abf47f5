-- Type adcode: what it has beside src/types/type.sql.in.

CREATE FUNCTION adcode(int4) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_from_int4' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode(int4) IS 'Makes a division code of its number of six digits.';

CREATE FUNCTION int4(adcode) RETURNS int4
    AS 'MODULE_PATHNAME', 'adcode_to_int4' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION int4(adcode) IS 'Returns the number of six digits that a division code is.';

CREATE CAST (int4 AS adcode) WITH FUNCTION adcode(int4) AS ASSIGNMENT;
COMMENT ON CAST (int4 AS adcode) IS 'The number must have six digits.';
CREATE CAST (adcode AS int4) WITH FUNCTION int4(adcode) AS ASSIGNMENT;
COMMENT ON CAST (adcode AS int4) IS 'The number has six digits.';

-- Hierarchy, by the digits of the code

CREATE FUNCTION level(adcode) RETURNS text
    AS 'MODULE_PATHNAME', 'adcode_level' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION level(adcode) IS 'Returns the level of a division: national, province, prefecture or county.';

CREATE FUNCTION parent(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_parent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION parent(adcode) IS 'Returns the division right above; NULL above a province.';

CREATE FUNCTION province(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_province' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION province(adcode) IS 'Returns the province that a division lies in, or is.';

CREATE FUNCTION prefecture(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_prefecture' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION prefecture(adcode) IS 'Returns the prefecture that a division lies in, or is; NULL for a province.';

CREATE FUNCTION adcode_last(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_last(adcode) IS 'Returns the last of the codes that lie in a division; the first is its own.';

CREATE FUNCTION adcode_within_support(internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_within_support(internal) IS 'Turns the <@ operator into a range of an index.';

CREATE FUNCTION adcode_within_sel(internal, oid, internal, int4) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_within_sel(internal, oid, internal, int4) IS 'Estimates the selectivity of the <@ operator.';

CREATE FUNCTION adcode_within(adcode, adcode) RETURNS bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT adcode_within_support;
COMMENT ON FUNCTION adcode_within(adcode, adcode) IS 'Implements the <@ operator.';

CREATE OPERATOR <@ (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_within, COMMUTATOR = @>,
    RESTRICT = adcode_within_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR <@ (adcode, adcode) IS 'Is the left division the right one, or does it lie in it?';

CREATE FUNCTION adcode_contains(adcode, adcode) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN $2 <@ $1;
COMMENT ON FUNCTION adcode_contains(adcode, adcode) IS 'Implements the @> operator.';

CREATE OPERATOR @> (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_contains, COMMUTATOR = <@,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @> (adcode, adcode) IS 'Is the left division the right one, or does it contain it?';

-- Names

CREATE FUNCTION region_name(adcode, language text DEFAULT 'zh') RETURNS text
    AS 'MODULE_PATHNAME', 'adcode_region_name' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION region_name(adcode, text) IS 'Returns the name of a division, in zh or en; NULL if it has none.';

CREATE FUNCTION region_path(adcode) RETURNS text
    AS 'MODULE_PATHNAME', 'adcode_region_path' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION region_path(adcode) IS 'Returns the Chinese names of province, prefecture and county, as far as they are known.';

CREATE FUNCTION adcode_divisions(
        OUT code adcode, OUT name text, OUT name_en text, OUT level text, OUT parent adcode,
        OUT first_year int4, OUT last_year int4)
    RETURNS SETOF record
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 7000;
COMMENT ON FUNCTION adcode_divisions() IS 'Lists the known administrative divisions since 1980, for the view of that name.';

CREATE VIEW adcode_divisions AS
    SELECT * FROM adcode_divisions();
COMMENT ON VIEW adcode_divisions IS 'Lists the known administrative divisions since 1980, abolished ones too, with the years of their names.';
GRANT SELECT ON adcode_divisions TO PUBLIC;
