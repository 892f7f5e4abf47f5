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
