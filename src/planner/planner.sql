-- What the planner and ANALYZE are told of the types and their operators.

CREATE FUNCTION uscc_planner_support(request pg_catalog.internal) RETURNS pg_catalog.internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_planner_support(pg_catalog.internal) IS 'planner support for ^@, LIKE, ILIKE and <@';

CREATE FUNCTION uscc_planner_sel(root pg_catalog.internal, operator pg_catalog.oid, arguments pg_catalog.internal, relation pg_catalog.int4) RETURNS pg_catalog.float8
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_planner_sel(pg_catalog.internal, pg_catalog.oid, pg_catalog.internal, pg_catalog.int4) IS 'restriction selectivity of ^@, LIKE, ILIKE and <@';
