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
