-- Type uscc: what it has beside src/types/type.sql.in.

-- Fields

CREATE FUNCTION department(uscc) RETURNS text
    AS 'MODULE_PATHNAME', 'uscc_department' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION department(uscc) IS 'Returns the registering department, position 1.';

CREATE FUNCTION category(uscc) RETURNS text
    AS 'MODULE_PATHNAME', 'uscc_category' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION category(uscc) IS 'Returns the category within the department, position 2.';

CREATE FUNCTION region(uscc) RETURNS adcode
    AS 'MODULE_PATHNAME', 'uscc_region' LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION region(uscc) IS 'Returns the administrative division of the registering authority, positions 3 to 8.';

CREATE FUNCTION subject(uscc) RETURNS text
    AS 'MODULE_PATHNAME', 'uscc_subject' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION subject(uscc) IS 'Returns the subject identifier (organization code), positions 9 to 17.';

CREATE FUNCTION check_character(uscc) RETURNS text
    AS 'MODULE_PATHNAME', 'uscc_check_character' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION check_character(uscc) IS 'Returns the check character, position 18.';

CREATE FUNCTION orgcode(uscc) RETURNS orgcode
    AS 'MODULE_PATHNAME', 'uscc_orgcode' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION orgcode(uscc) IS 'Returns the organization code, positions 9 to 17; NULL if its check character is wrong.';

-- STABLE, as the names are: a later version may know more of them

CREATE FUNCTION is_standard(uscc) RETURNS bool
    AS 'MODULE_PATHNAME', 'uscc_is_standard' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION is_standard(uscc) IS 'Are department and category assigned, the province known and the organization code''s check character right?';

CREATE FUNCTION department_name(uscc, language text DEFAULT 'zh') RETURNS text
    AS 'MODULE_PATHNAME', 'uscc_department_name' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION department_name(uscc, text) IS 'Returns the name of the registering department, in zh or en; NULL if it is not assigned.';

CREATE FUNCTION category_name(uscc, language text DEFAULT 'zh') RETURNS text
    AS 'MODULE_PATHNAME', 'uscc_category_name' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION category_name(uscc, text) IS 'Returns the name of the category, in zh or en; NULL if it is not assigned.';

CREATE FUNCTION uscc(department text, category text, region adcode, subject text) RETURNS uscc
    AS 'MODULE_PATHNAME', 'uscc_construct' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc(text, text, adcode, text) IS 'Makes a code from its fields and computes its check character; a subject of 8 characters gets its own, too.';

CREATE FUNCTION uscc_categories(
        OUT department text, OUT category text,
        OUT department_name_zh text, OUT category_name_zh text,
        OUT department_name_en text, OUT category_name_en text)
    RETURNS SETOF record
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 49;
COMMENT ON FUNCTION uscc_categories() IS 'Lists the assigned departments and categories with their names, for the view of that name.';

CREATE VIEW uscc_categories AS
    SELECT * FROM uscc_categories();
COMMENT ON VIEW uscc_categories IS 'Lists the assigned departments and categories with their names in Chinese and English.';
GRANT SELECT ON uscc_categories TO PUBLIC;

-- both parameters have names: pg_dump --binary-upgrade cannot write the body otherwise
CREATE FUNCTION region_name(code uscc, language text DEFAULT 'zh') RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN region_name(region(code), language);
COMMENT ON FUNCTION region_name(uscc, text) IS 'Returns the name of the administrative division of the registering authority, in zh or en; NULL if it has none.';

-- Divisions

CREATE FUNCTION uscc_within(uscc, adcode) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN region($1) <@ $2;
COMMENT ON FUNCTION uscc_within(uscc, adcode) IS 'Implements the <@ operator.';

CREATE FUNCTION adcode_contains(adcode, uscc) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN region($2) <@ $1;
COMMENT ON FUNCTION adcode_contains(adcode, uscc) IS 'Implements the @> operator.';

CREATE OPERATOR <@ (
    LEFTARG = uscc, RIGHTARG = adcode, FUNCTION = uscc_within, COMMUTATOR = @>,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR <@ (uscc, adcode) IS 'Is the code registered in the division or below it?';

CREATE OPERATOR @> (
    LEFTARG = adcode, RIGHTARG = uscc, FUNCTION = adcode_contains, COMMUTATOR = <@,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @> (adcode, uscc) IS 'Is the code registered in the division or below it?';
