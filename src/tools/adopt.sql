-- A text column of a live table becomes a uscc column

CREATE FUNCTION uscc_adopt_sync() RETURNS pg_catalog.trigger
    AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION uscc_adopt_sync() IS 'trigger of uscc_adopt: derives the column named by the second argument from the one named by the first';

CREATE FUNCTION uscc_adopt_message(message pg_catalog.text) RETURNS pg_catalog.text
    AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION uscc_adopt_message(pg_catalog.text) IS 'message of uscc_adopt in the language of the session';

-- Every transaction begins with the settings: names are looked up in pg_catalog
-- alone, and row-level security that would hide rows is an error.  All else is
-- named with its schema, and so messages are looked up by a command of their own;
-- nls.mk finds them by the line that does it.  A row needs work while its two columns do not agree;
-- that is all the state there is, so that a call after an interrupt goes on.

CREATE PROCEDURE uscc_adopt(target pg_catalog.regclass, column_name pg_catalog.name, batch_size pg_catalog.int4 DEFAULT 10000, swap pg_catalog.bool DEFAULT false)
    LANGUAGE plpgsql
AS $procedure$
DECLARE
    settings CONSTANT pg_catalog.text := 'SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL row_security = off;';
    reject_columns CONSTANT pg_catalog.text := '(value text NOT NULL, rows bigint NOT NULL, problem text NOT NULL, "position" int, message text NOT NULL, kind text, suggestion %I.uscc)';
    again CONSTANT pg_catalog.text := 'CALL uscc_adopt(..., swap => true)';
    codes pg_catalog.name;             -- schema of the extension
    home pg_catalog.name;              -- schema and name of the table
    relation pg_catalog.name;
    base pg_catalog.text;              -- names of what is made begin with these
    long_base pg_catalog.text;
    shadow pg_catalog.name;            -- the column of type uscc
    old pg_catalog.name;               -- the text column after the swap
    sync pg_catalog.name;              -- the trigger
    agreed pg_catalog.name;            -- the constraint of the swap
    rejects pg_catalog.text;           -- the table of rejects, quoted
    source pg_catalog.record;          -- the text column
    shadow_type pg_catalog.oid;
    shadow_is_ours pg_catalog.bool;
    leaves pg_catalog.regclass[];      -- the table, or its partitions
    leaf pg_catalog.regclass;
    pages bigint;           -- in all, and done
    pages_done bigint;
    page bigint;
    last_page bigint;
    step bigint;            -- pages of a batch
    pass int := 0;
    changed bigint;
    changed_in_pass bigint;
    changed_in_all bigint := 0;
    started pg_catalog.timestamptz;    -- of all, of the pass, of a batch or lock, of a notice
    pass_started pg_catalog.timestamptz;
    lock_started pg_catalog.timestamptz;
    noticed pg_catalog.timestamptz;
    seconds pg_catalog.float8;
    longest_batch pg_catalog.float8 := 0;
    longest_lock pg_catalog.float8 := 0;
    unfinished bigint;
    given bigint;
    adopted bigint;
    rejected bigint;
    reject_values bigint;
    dependents pg_catalog.text;
    translate pg_catalog.text;         -- command that translates a message
    message pg_catalog.text;
    detail pg_catalog.text;
    hint pg_catalog.text;
BEGIN
    EXECUTE settings;
    SELECT nspname INTO STRICT codes
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'uscc';
    translate := format('SELECT %I.uscc_adopt_message($1)', codes);
    IF target IS NULL OR column_name IS NULL OR batch_size IS NULL OR swap IS NULL THEN
        EXECUTE translate INTO message USING 'arguments of uscc_adopt must not be null';
        RAISE null_value_not_allowed USING MESSAGE = message;
    END IF;
    IF batch_size < 1 THEN
        EXECUTE translate INTO message USING 'batch size must be at least 1';
        RAISE invalid_parameter_value USING MESSAGE = message;
    END IF;
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        EXECUTE translate INTO message USING 'uscc_adopt must run at isolation level READ COMMITTED';
        RAISE object_not_in_prerequisite_state USING MESSAGE = message;
    END IF;

    -- what there is
    SELECT nspname, relname INTO STRICT home, relation
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE pg_class.oid = target;
    IF EXISTS (SELECT FROM pg_class WHERE oid = target AND (relkind NOT IN ('r', 'p') OR relispartition))
        OR EXISTS (SELECT FROM pg_inherits JOIN pg_class ON pg_class.oid = inhparent
                   WHERE inhparent = target AND relkind = 'r')
        OR EXISTS (SELECT FROM pg_partition_tree(target) AS part JOIN pg_class ON pg_class.oid = part.relid
                   WHERE part.isleaf AND relkind <> 'r')
    THEN
        EXECUTE translate INTO message USING '%s is not a table that uscc_adopt can work on';
        EXECUTE translate INTO detail USING 'It works on ordinary tables and on partitioned ones with all their partitions, without foreign tables and inheritance.';
        RAISE wrong_object_type USING MESSAGE = format(message, target), DETAIL = detail;
    END IF;
    SELECT attnum, attnotnull, attgenerated, typcategory, format_type(atttypid, NULL) AS type,
           atttypid = (quote_ident(codes) || '.uscc')::regtype AS is_code
    INTO source
    FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
    WHERE attrelid = target AND attname = column_name AND attnum > 0 AND NOT attisdropped;
    IF NOT FOUND THEN
        EXECUTE translate INTO message USING 'column %s of table %s does not exist';
        RAISE undefined_column USING MESSAGE = format(message, quote_ident(column_name), target);
    ELSIF source.is_code THEN
        EXECUTE translate INTO message USING 'column %s of table %s is of type uscc: nothing to do';
        RAISE NOTICE '%', format(message, quote_ident(column_name), target);
        RETURN;
    ELSIF source.typcategory <> 'S' OR source.attgenerated <> '' THEN
        EXECUTE translate INTO message USING 'column %s of table %s is no text column that can be adopted';
        IF source.attgenerated = '' THEN
            EXECUTE translate INTO detail USING 'It is of type %s.';
        ELSE
            EXECUTE translate INTO detail USING 'It is of type %s, generated.';
        END IF;
        RAISE wrong_object_type
            USING MESSAGE = format(message, quote_ident(column_name), target), DETAIL = format(detail, source.type);
    END IF;

    -- names of at most 63 bytes
    base := column_name;
    WHILE octet_length(base) > 50 LOOP
        base := left(base, -1);
    END LOOP;
    long_base := relation || '_' || column_name;
    WHILE octet_length(long_base) > 50 LOOP
        long_base := left(long_base, -1);
    END LOOP;
    shadow := base || '_uscc';
    old := base || '_text';
    sync := 'zzz_' || base || '_uscc';   -- the last of the triggers, which fire by name
    agreed := base || '_uscc_agreed';
    rejects := format('%I.%I', home, long_base || '_rejects');

    -- the column, the trigger that fills it from now on, the table of rejects
    SELECT atttypid INTO shadow_type FROM pg_attribute
    WHERE attrelid = target AND attname = shadow AND NOT attisdropped;
    shadow_is_ours := EXISTS (SELECT FROM pg_trigger
                              WHERE tgrelid = target AND tgname = sync
                                AND tgfoid = (quote_ident(codes) || '.uscc_adopt_sync()')::regprocedure);
    IF shadow_type IS NOT NULL AND NOT shadow_is_ours THEN
        EXECUTE translate INTO message USING 'column %s of table %s is not of uscc_adopt';
        EXECUTE translate INTO hint USING 'Rename or drop it.';
        RAISE duplicate_column USING MESSAGE = format(message, quote_ident(shadow), target), HINT = hint;
    ELSIF shadow_type IS NULL THEN
        IF current_setting('lock_timeout') = '0' THEN
            SET LOCAL lock_timeout = '5s';
        END IF;
        EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', target);
        lock_started := clock_timestamp();
        EXECUTE format('ALTER TABLE %s ADD COLUMN %I %I.uscc', target, shadow, codes);
        EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %I.uscc_adopt_sync(%L, %L)',
                       sync, target, codes, column_name, shadow);
        EXECUTE format('CREATE TABLE %s ' || reject_columns, rejects, codes);
        COMMIT;
        EXECUTE settings;
        longest_lock := extract(epoch FROM clock_timestamp() - lock_started);
        EXECUTE translate INTO message USING 'new column %s of table %s is filled by a trigger from now on';
        RAISE NOTICE '%', format(message, quote_ident(shadow), target);
    ELSE
        EXECUTE translate INTO message USING 'going on with column %s of table %s';
        RAISE NOTICE '%', format(message, quote_ident(shadow), target);
        IF to_regclass(rejects) IS NULL THEN
            EXECUTE format('CREATE TABLE %s ' || reject_columns, rejects, codes);
        END IF;
        COMMIT;
        EXECUTE settings;
    END IF;

    -- Every row written from here on agrees, so one pass over the pages that the
    -- table has now meets all others.  Rows that someone has locked are left for
    -- the next pass: nobody waits for a row while holding others.
    started := clock_timestamp();
    LOOP
        pass := pass + 1;
        pass_started := clock_timestamp();
        noticed := pass_started;
        changed_in_pass := 0;
        pages_done := 0;
        -- pg_partition_tree has no row of a table that is not partitioned
        SELECT coalesce(array_agg(part.relid), ARRAY[target]) INTO leaves
        FROM pg_partition_tree(target) AS part WHERE part.isleaf OR part.relid = target;
        SELECT coalesce(sum(pg_relation_size(part) / current_setting('block_size')::int), 0)
        INTO pages FROM unnest(leaves) AS part;
        FOREACH leaf IN ARRAY leaves LOOP
            last_page := pg_relation_size(leaf) / current_setting('block_size')::int;
            SELECT greatest(1, (batch_size * CASE WHEN reltuples > 0 AND relpages > 0 THEN relpages / reltuples ELSE 0.02 END)::bigint)
            INTO step FROM pg_class WHERE oid = leaf;
            page := 0;
            WHILE page < last_page LOOP
                lock_started := clock_timestamp();
                EXECUTE format(
                    'UPDATE ONLY %1$s SET %2$I = %3$I.uscc_clean(%4$I::text) WHERE ctid = ANY (ARRAY('
                    'SELECT ctid FROM ONLY %1$s WHERE ctid >= %5$L AND ctid < %6$L AND '
                    '%2$I::text IS DISTINCT FROM %3$I.uscc_clean(%4$I::text)::text '
                    'LIMIT %7$s FOR NO KEY UPDATE SKIP LOCKED))',
                    leaf, shadow, codes, column_name,
                    format('(%s,0)', page), format('(%s,0)', page + step), batch_size);
                GET DIAGNOSTICS changed = ROW_COUNT;
                COMMIT;
                EXECUTE settings;
                changed_in_pass := changed_in_pass + changed;
                longest_batch := greatest(longest_batch, extract(epoch FROM clock_timestamp() - lock_started));
                IF changed < batch_size THEN
                    pages_done := pages_done + least(step, last_page - page);
                    page := page + step;
                END IF;
                IF clock_timestamp() - noticed >= '5 s' OR (pass = 1 AND pages_done = pages) THEN
                    noticed := clock_timestamp();
                    seconds := extract(epoch FROM noticed - pass_started);
                    EXECUTE translate INTO message USING '%s %% (%s rows, %s rows/s, %s s left)';
                    RAISE NOTICE '%', format(message,
                        least(pages_done * 100 / pages, 100), changed_in_all + changed_in_pass,
                        (changed_in_pass / greatest(seconds, 0.001))::bigint,
                        (seconds * greatest(pages - pages_done, 0) / greatest(pages_done, 1))::bigint);
                END IF;
            END LOOP;
        END LOOP;
        changed_in_all := changed_in_all + changed_in_pass;

        EXECUTE format('SELECT count(*) FILTER (WHERE %1$I::text IS DISTINCT FROM %2$I.uscc_clean(%3$I::text)::text), count(%3$I), count(%1$I) FROM %4$s',
                       shadow, codes, column_name, target)
            INTO unfinished, given, adopted;
        EXIT WHEN unfinished = 0;
        IF pass >= 3 AND changed_in_pass = 0 THEN
            EXECUTE translate INTO message USING '%s rows of table %s are locked by other sessions';
            EXECUTE translate INTO detail USING 'All others are done.';
            EXECUTE translate INTO hint USING 'Call uscc_adopt again when those sessions have ended their transactions.';
            RAISE object_in_use USING MESSAGE = format(message, unfinished, target), DETAIL = detail, HINT = hint;
        END IF;
        COMMIT;
        EXECUTE settings;
        PERFORM pg_catalog.pg_sleep(least(pass, 10) * 0.1);
        COMMIT;
        EXECUTE settings;
    END LOOP;

    -- rejects, anew at each call
    EXECUTE format('DELETE FROM %s', rejects);
    EXECUTE format(
        'INSERT INTO %1$s SELECT value, rows, d.problem, d."position", d.message, d.kind, d.suggestion '
        'FROM (SELECT %2$I::text COLLATE "C" AS value, count(*) AS rows FROM %3$s '
        'WHERE %2$I IS NOT NULL AND %4$I IS NULL GROUP BY 1) AS r, %5$I.uscc_diagnose(value) AS d',
        rejects, column_name, target, shadow, codes);
    EXECUTE format('SELECT count(*), coalesce(sum(rows), 0) FROM %s', rejects) INTO reject_values, rejected;
    COMMIT;
    EXECUTE settings;
    EXECUTE translate INTO message USING '%s values in table %s: %s are codes, %s are rejected (%s different, in table %s)';
    RAISE NOTICE '%', format(message, adopted + rejected, target, adopted, rejected, reject_values, rejects);

    IF swap AND rejected = 0 THEN
        -- from here on a wrong code is refused, so that the check stays true
        IF current_setting('lock_timeout') = '0' THEN
            SET LOCAL lock_timeout = '5s';
        END IF;
        IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = target AND conname = agreed) THEN
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', target);
            lock_started := clock_timestamp();
            EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%I IS NOT NULL%s) NOT VALID', target, agreed, shadow,
                           CASE WHEN source.attnotnull THEN '' ELSE format(' OR %I IS NULL', column_name) END);
            COMMIT;
            EXECUTE settings;
            longest_lock := greatest(longest_lock, extract(epoch FROM clock_timestamp() - lock_started));
        END IF;
        BEGIN
            EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', target, agreed);
        EXCEPTION WHEN check_violation THEN
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', target, agreed);
            swap := false;
            EXECUTE translate INTO message USING 'not swapped: a value that is no code was written meanwhile';
            RAISE WARNING '%', message;
        END;
        COMMIT;
        EXECUTE settings;
    ELSIF swap THEN
        swap := false;
        EXECUTE translate INTO message USING 'not swapped: mend or clear the rejected values first';
        RAISE WARNING '%', message;
    END IF;

    IF swap THEN
        IF current_setting('lock_timeout') = '0' THEN
            SET LOCAL lock_timeout = '5s';
        END IF;
        EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', target);
        lock_started := clock_timestamp();
        EXECUTE format('DROP TRIGGER %I ON %s', sync, target);
        EXECUTE format('ALTER TABLE %s RENAME COLUMN %I TO %I', target, column_name, old);
        EXECUTE format('ALTER TABLE %s RENAME COLUMN %I TO %I', target, shadow, column_name);
        IF source.attnotnull THEN
            EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', target, column_name);
        END IF;
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', target, agreed);
        EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %I.uscc_adopt_sync(%L, %L)',
                       sync, target, codes, column_name, old);
        COMMIT;
        EXECUTE settings;
        longest_lock := greatest(longest_lock, extract(epoch FROM clock_timestamp() - lock_started));
        EXECUTE translate INTO message USING 'column %s of table %s is of type uscc now; column %s keeps the text, and a trigger writes it';
        RAISE NOTICE '%', format(message, quote_ident(column_name), target, quote_ident(old));
    END IF;

    EXECUTE translate INTO message USING 'rows were locked for at most %s s, the table for at most %s s';
    RAISE NOTICE '%', format(message, round(longest_batch::numeric, 3), round(longest_lock::numeric, 3));
    SELECT string_agg(DISTINCT pg_describe_object(classid, objid, objsubid), ', ') INTO dependents
    FROM pg_depend
    WHERE refclassid = 'pg_class'::regclass AND refobjid = target AND refobjsubid = source.attnum
      AND NOT (classid = 'pg_trigger'::regclass AND objid IN (SELECT oid FROM pg_trigger WHERE tgname = sync))
      -- a constraint of its own from 18 on
      AND NOT (classid = 'pg_constraint'::regclass AND objid IN (SELECT oid FROM pg_constraint WHERE contype = 'n'));
    IF dependents IS NOT NULL THEN
        EXECUTE translate INTO message USING 'left to do: these use the text column: %s';
        RAISE NOTICE '%', format(message, dependents);
    END IF;
    IF swap THEN
        EXECUTE translate INTO message USING 'left to do: %s';
        RAISE NOTICE '%', format(message, format('DROP TRIGGER %I ON %s; ALTER TABLE %2$s DROP COLUMN %3$I; DROP TABLE %4$s',
                                                 sync, target, old, rejects));
    ELSIF rejected > 0 THEN
        EXECUTE translate INTO message USING 'left to do: mend the values in table %s, then %s';
        RAISE NOTICE '%', format(message, rejects, again);
    ELSE
        EXECUTE translate INTO message USING 'left to do: %s';
        RAISE NOTICE '%', format(message, again);
    END IF;
END
$procedure$;
COMMENT ON PROCEDURE uscc_adopt(pg_catalog.regclass, pg_catalog.name, pg_catalog.int4, pg_catalog.bool) IS 'convert a text column of a live table to a uscc column, in batches that are committed, and list the other values in a table of rejects';
