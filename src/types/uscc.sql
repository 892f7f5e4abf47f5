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
