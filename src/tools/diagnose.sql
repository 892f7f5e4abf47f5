-- What is wrong with a text, and what was meant?

-- STABLE: what is known of kinds and regions grows, and messages are in the
-- language of the session

CREATE FUNCTION uscc_diagnose(text,
        OUT valid bool, OUT code uscc, OUT problem text, OUT "position" int,
        OUT message text, OUT kind text, OUT suggestion uscc)
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_diagnose(text) IS 'Says what is wrong with a text that should be a uscc, what it is instead, and which code was probably meant.';

CREATE FUNCTION uscc_suggest(text, max int DEFAULT 5,
        OUT code uscc, OUT change text, OUT "position" int,
        OUT given text, OUT meant text, OUT score real)
    RETURNS SETOF record
    AS 'MODULE_PATHNAME', 'uscc_suggest_rows' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION uscc_suggest(text, int) IS 'Returns the codes that a text with one mistake may stand for, the likeliest first, with what was changed.';
