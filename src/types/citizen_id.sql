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
