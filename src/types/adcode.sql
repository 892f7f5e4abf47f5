-- Type adcode: what it has beside src/types/type.sql.in.

CREATE FUNCTION adcode(int4) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_from_int4' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode(int4) IS 'administrative division code from its number of six digits';

CREATE FUNCTION int4(adcode) RETURNS int4
    AS 'MODULE_PATHNAME', 'adcode_to_int4' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION int4(adcode) IS 'number of an administrative division code';

CREATE CAST (int4 AS adcode) WITH FUNCTION adcode(int4) AS ASSIGNMENT;
COMMENT ON CAST (int4 AS adcode) IS 'the number of six digits, checked';
CREATE CAST (adcode AS int4) WITH FUNCTION int4(adcode) AS ASSIGNMENT;
COMMENT ON CAST (adcode AS int4) IS 'the number of six digits';

-- Hierarchy, by the digits of the code

CREATE FUNCTION level(adcode) RETURNS text
    AS 'MODULE_PATHNAME', 'adcode_level' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION level(adcode) IS 'national, province, prefecture or county';

CREATE FUNCTION parent(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_parent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION parent(adcode) IS 'division right above; NULL above a province';

CREATE FUNCTION province(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_province' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION province(adcode) IS 'province that a division lies in, or is';

CREATE FUNCTION prefecture(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME', 'adcode_prefecture' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION prefecture(adcode) IS 'prefecture that a division lies in, or is; NULL for a province';

CREATE FUNCTION adcode_last(adcode) RETURNS adcode
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_last(adcode) IS 'last of the codes that lie in a division; the first is its own';

CREATE FUNCTION adcode_within_support(internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_within_support(internal) IS 'planner support for <@';

CREATE FUNCTION adcode_within_sel(internal, oid, internal, int4) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION adcode_within_sel(internal, oid, internal, int4) IS 'restriction selectivity of <@';

CREATE FUNCTION adcode_within(adcode, adcode) RETURNS bool
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
    SUPPORT adcode_within_support;
COMMENT ON FUNCTION adcode_within(adcode, adcode) IS 'implementation of <@ operator';

CREATE OPERATOR <@ (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_within, COMMUTATOR = @>,
    RESTRICT = adcode_within_sel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR <@ (adcode, adcode) IS 'is the division or lies in it';

CREATE FUNCTION adcode_contains(adcode, adcode) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN $2 <@ $1;
COMMENT ON FUNCTION adcode_contains(adcode, adcode) IS 'implementation of @> operator';

CREATE OPERATOR @> (
    LEFTARG = adcode, RIGHTARG = adcode, FUNCTION = adcode_contains, COMMUTATOR = <@,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @> (adcode, adcode) IS 'is the division or contains it';

-- Names

CREATE FUNCTION region_name(adcode, language text DEFAULT 'zh') RETURNS text
    AS 'MODULE_PATHNAME', 'adcode_region_name' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION region_name(adcode, text) IS 'name of a division, in zh or en; NULL if it has none';

CREATE FUNCTION region_path(adcode) RETURNS text
    AS 'MODULE_PATHNAME', 'adcode_region_path' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION region_path(adcode) IS 'names of province, prefecture and county, as far as they are known';

CREATE FUNCTION adcode_divisions(
        OUT code adcode, OUT name text, OUT name_en text, OUT level text, OUT parent adcode,
        OUT first_year int4, OUT last_year int4)
    RETURNS SETOF record
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 7000;
COMMENT ON FUNCTION adcode_divisions() IS 'known administrative divisions since 1980';

CREATE VIEW adcode_divisions AS
    SELECT * FROM adcode_divisions();
COMMENT ON VIEW adcode_divisions IS 'known administrative divisions since 1980, abolished ones too, with the years of their names';
GRANT SELECT ON adcode_divisions TO PUBLIC;
