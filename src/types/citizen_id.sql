-- Type citizen_id: what it has beside src/types/type.sql.in and prefix.sql.in.

CREATE FUNCTION region(citizen_id) RETURNS adcode
    AS 'MODULE_PATHNAME', 'citizen_id_region' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION region(citizen_id) IS 'Returns the administrative division of the first registration, positions 1 to 6.';

CREATE FUNCTION birth_date(citizen_id) RETURNS date
    AS 'MODULE_PATHNAME', 'citizen_id_birth_date' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION birth_date(citizen_id) IS 'Returns the birth date, positions 7 to 14.';

CREATE FUNCTION sequence(citizen_id) RETURNS text
    AS 'MODULE_PATHNAME', 'citizen_id_sequence' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sequence(citizen_id) IS 'Returns the sequence, positions 15 to 17.';

CREATE FUNCTION sex(citizen_id) RETURNS text
    AS 'MODULE_PATHNAME', 'citizen_id_sex' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sex(citizen_id) IS 'Returns the sex: M if the sequence is odd, F if it is even.';

CREATE FUNCTION check_character(citizen_id) RETURNS text
    AS 'MODULE_PATHNAME', 'citizen_id_check_character' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION check_character(citizen_id) IS 'Returns the check character, position 18.';

CREATE FUNCTION mask(citizen_id) RETURNS text
    AS 'MODULE_PATHNAME', 'citizen_id_mask' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mask(citizen_id) IS 'Returns the number with asterisks in the place of the birth date.';
