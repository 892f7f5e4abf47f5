# A text column becomes a uscc column and everything that worked with it works on,
# or that is refused before anything is changed.  All is done by a plain role that
# owns the tables; each table has a schema of its own, with the extension elsewhere.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use IPC::Run ();
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main', allows_streaming => 'logical', conf => 'max_prepared_transactions = 2');
my @owner = (extra_params => [ '-U', 'owner' ]);
my $codes = "'12100000400000624D'";

sub as_owner
{
	my ($sql) = @_;
	return $node->safe_psql('adopt', $sql, @owner);
}

# A schema with a table that is described, empty of what was there before.
sub create
{
	my ($sql) = @_;
	$node->safe_psql('adopt', 'DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app AUTHORIZATION owner');
	as_owner($sql);
	return;
}

sub schema_dump
{
	my ($stdout) = run_command([ 'pg_dump', '--schema-only', '--schema=app', '--dbname=' . $node->connstr('adopt') ]);
	return $stdout =~ s/^\\(un)?restrict .*$//mgr;
}

# The loop of the manual: what it says on stderr, rounds until nothing was left.
sub adopt
{
	my ($table, $column, $more) = @_;
	my $plan = "uscc_adopt_plan('$table', '$column'" . ($more // '') . ")";
	my $errors = '';
	foreach my $round (1 .. 8)
	{
		my ($status, $stdout, $stderr) = $node->psql('adopt',
			"SET client_min_messages = warning; SELECT command FROM $plan WHERE stage <> 'cleanup' \\gexec", @owner, on_error_stop => 0);
		$errors .= $stderr;
		return $errors if as_owner("SELECT count(*) FROM $plan WHERE stage <> 'cleanup'") eq '0';
	}
	return $errors . 'did not end: ' . as_owner("SELECT stage, command, note FROM $plan");
}

# Refused with what stands in the way and commands that remove it, and nothing is
# changed; then these are executed, and it is refused no more.
sub refused
{
	my ($name, $detail, $remedy, $column) = @_;
	my $before = schema_dump();
	my $plan = "SELECT * FROM uscc_adopt_plan('app.t', '" . ($column // 'code') . "')";
	my ($status, undef, $stderr) = $node->psql('adopt', $plan, @owner);
	like($stderr, qr/ERROR:  column .* cannot be adopted\nDETAIL:  .*$detail/, "$name: refused");
	is(schema_dump(), $before, "$name: nothing is changed");
	return unless $remedy;
	like($stderr, qr/HINT:  .*\Q$remedy\E/s, "$name: says what removes it");
	$node->safe_psql('adopt', $remedy);
	is(sqlstate($node, 'adopt', $plan, @owner), '00000', "$name: and that does") if !defined $column;
	return;
}

$node->safe_psql('postgres', 'CREATE DATABASE adopt; CREATE ROLE owner LOGIN; CREATE ROLE clerk LOGIN');
$node->safe_psql('adopt', 'CREATE EXTENSION uscc; GRANT USAGE ON SCHEMA public TO PUBLIC');
$node->safe_psql('adopt', 'ALTER ROLE owner SET search_path = app, public; ALTER ROLE clerk SET search_path = app, public');

# 1. Whichever column a statement changes reaches the other: foreign keys that
# cascade, a view from before the swap, a function whose body is bound.
create(<<'SQL');
CREATE TABLE customer (code varchar(18) PRIMARY KEY, name text);
CREATE TABLE invoice (id int PRIMARY KEY, customer varchar(18) REFERENCES customer ON UPDATE CASCADE ON DELETE SET NULL);
CREATE VIEW seen AS SELECT code, name FROM customer;
CREATE FUNCTION rename(old text, new text) RETURNS void LANGUAGE sql BEGIN ATOMIC UPDATE customer SET code = new WHERE code = old; END;
INSERT INTO customer VALUES ('12100000400000624d', 'T'), ('91350100M000100Y43', 'A');
INSERT INTO invoice VALUES (1, '12100000400000624d'), (2, '91350100M000100Y43');
SQL
my $before = schema_dump();
is(adopt('customer', 'code'), '', 'foreign key: adopted, with the table that refers to it');
is(as_owner("SELECT count(*) FROM uscc_adopt_plan('invoice', 'customer') WHERE stage <> 'cleanup'"), 0, 'foreign key: that table is done, too');
is(as_owner("UPDATE customer SET code = '914403001922038216' WHERE code = '12100000400000624D'; SELECT code, code_text FROM customer ORDER BY name DESC; SELECT customer, customer_text FROM invoice ORDER BY id"),
	"914403001922038216|914403001922038216\n91350100M000100Y43|91350100M000100Y43\n914403001922038216|914403001922038216\n91350100M000100Y43|91350100M000100Y43",
	'foreign key: ON UPDATE CASCADE reaches both columns');
is(as_owner("UPDATE seen SET code = '91350100731861218w' WHERE name = 'A'; SELECT code, code_text FROM customer WHERE name = 'A'; SELECT customer FROM invoice WHERE id = 2"),
	"91350100731861218W|91350100731861218w\n91350100731861218W", 'view: what is written through it reaches the code');
is(as_owner("INSERT INTO seen VALUES ('12100000400000624d', 'N'); SELECT code, code_text FROM customer WHERE name = 'N'"),
	'12100000400000624D|12100000400000624d', 'view: a row that is inserted through it has its code');
is(as_owner("SELECT rename('12100000400000624d', '91110108PDY00001XU'); SELECT code FROM customer WHERE name = 'N'"),
	"\n91110108PDY00001XU", 'function with a bound body: what it writes reaches the code');
is(as_owner("DELETE FROM customer WHERE name = 'A'; SELECT customer IS NULL, customer_text IS NULL FROM invoice WHERE id = 2"), 't|t', 'foreign key: ON DELETE SET NULL reaches both columns');
is(sqlstate($node, 'adopt', "UPDATE customer SET code = '12100000400000624D', code_text = '91350100M000100Y43' WHERE name = 'N'", @owner), '27000', 'both columns, with values that disagree, are an error');
is(sqlstate($node, 'adopt', "UPDATE seen SET code = 'none'", @owner), '22P02', 'view: a wrong value is an error');
like(as_owner("SELECT note FROM uscc_adopt_plan('customer', 'code') WHERE stage = 'cleanup' AND command IS NULL"), qr/function app.rename\(text,text\), view app.seen/, 'cleanup names what uses the text');
is(adopt('customer', 'code', ', undo => true'), '', 'undone');
is(schema_dump(), $before, 'undone: the schema is as it was');

# Undone from before the swap, with all that was made for it.
as_owner("UPDATE customer SET code = lower(code)");
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('customer', 'code') \\gexec", @owner) foreach 1 .. 2;
is(as_owner("SELECT count(*) FROM pg_index WHERE indrelid = 'customer'::regclass"), 3, 'before the swap: the indexes are there');
is(adopt('customer', 'code', ', undo => true'), '', 'before the swap: undone');
is(schema_dump(), $before, 'before the swap: the schema is as it was');

# 2. Keys and indexes: the names that the application knows, before the swap is done.
create(<<'SQL');
CREATE TABLE t (id int, code varchar(40) NOT NULL, n int, CONSTRAINT t_code_key UNIQUE (code) DEFERRABLE, CONSTRAINT t_key PRIMARY KEY (id, code));
CREATE INDEX t_desc ON t (code DESC NULLS LAST, n) INCLUDE (id) WHERE n > 0;
CREATE INDEX t_hash ON t USING hash (code);
CREATE INDEX t_brin ON t USING brin (code) WITH (pages_per_range = 16);
CREATE INDEX t_upper ON t (upper(code)) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX t_pattern ON t (code varchar_pattern_ops) WITH (fillfactor = 80);
ALTER INDEX t_upper ALTER COLUMN 1 SET STATISTICS 55;
CREATE STATISTICS t_stat (dependencies) ON code, n FROM t;
ALTER STATISTICS t_stat SET STATISTICS 77;
COMMENT ON INDEX t_desc IS 'descending'; COMMENT ON CONSTRAINT t_code_key ON t IS 'one each'; COMMENT ON STATISTICS t_stat IS 'both';
ALTER TABLE t REPLICA IDENTITY USING INDEX t_pattern;
ALTER TABLE t CLUSTER ON t_code_key;
INSERT INTO t SELECT i, CASE WHEN i % 10 = 1 THEN lower(uscc_random()::text) ELSE uscc_random()::text END, i % 7 FROM generate_series(1, 3000) AS i;
SQL
$before = schema_dump();
my $names = <<'SQL';
SELECT string_agg(relname || ' ' || indisunique || indisprimary || indimmediate || indisreplident || indisclustered, ', ' ORDER BY relname COLLATE "C")
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = 't'::regclass AND relname !~ '_text$'
SQL
my $old_names = as_owner($names);
is(adopt('t', 'code'), '', 'indexes: adopted');
is(as_owner($names), $old_names, 'indexes: the same names and properties');
is(as_owner(q{SELECT string_agg(pg_get_indexdef(indexrelid), E'\n' ORDER BY indexrelid::regclass::text COLLATE "C") FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = 't'::regclass AND relname !~ '_text$'}),
	"CREATE INDEX t_brin ON app.t USING brin (code) WITH (pages_per_range='16')\n"
	  . "CREATE UNIQUE INDEX t_code_key ON app.t USING btree (code)\n"
	  . "CREATE INDEX t_desc ON app.t USING btree (code DESC NULLS LAST, n) INCLUDE (id) WHERE (n > 0)\n"
	  . "CREATE INDEX t_hash ON app.t USING hash (code)\n"
	  . "CREATE UNIQUE INDEX t_key ON app.t USING btree (id, code)\n"
	  . "CREATE UNIQUE INDEX t_pattern ON app.t USING btree (code) WITH (fillfactor='80')\n"
	  . "CREATE INDEX t_upper ON app.t USING btree (upper((code)::text)) WHERE (code IS NOT NULL)", 'indexes: of the new column');
is(as_owner("SELECT obj_description('t_desc'::regclass), (SELECT obj_description(oid) FROM pg_constraint WHERE conname = 't_code_key'), (SELECT obj_description(oid) FROM pg_statistic_ext WHERE stxname = 't_stat' AND stxstattarget = 77)"),
	'descending|one each|both', 'indexes: their comments');
is(as_owner("SELECT attstattarget FROM pg_attribute WHERE attrelid = 't_upper'::regclass"), '55', 'indexes: statistics target of an expression');
is(as_owner("SELECT attnames FROM pg_stats_ext WHERE statistics_name = 't_stat'"), '{n,code}', 'statistics object: of the new column, with data');
like(as_owner("SET enable_seqscan = off; EXPLAIN SELECT * FROM t WHERE code = '12100000400000624D'"), qr/Index/, 'indexes: a look-up uses one');
is(as_owner("INSERT INTO t SELECT id, code, 5 FROM t WHERE id = 1 ON CONFLICT (id, code) DO UPDATE SET n = 42 RETURNING n"), '42', 'indexes: ON CONFLICT');
is(as_owner("INSERT INTO t SELECT id, code, 5 FROM t WHERE id = 1 ON CONFLICT ON CONSTRAINT t_key DO UPDATE SET n = 43 RETURNING n"), '43', 'indexes: ON CONFLICT ON CONSTRAINT');
is(as_owner("SELECT id, code, n FROM t WHERE id = 1 GROUP BY id, code") =~ /^1\|/ ? 1 : 0, 1, 'indexes: the primary key is one');
is(adopt('t', 'code', ', undo => true'), '', 'indexes: undone');
is(schema_dump() =~ s/t_desc'/'/r, $before =~ s/t_desc'/'/r, 'indexes: the schema is as it was');

# Two spellings of one code are not swapped, and no index is left behind.
create("CREATE TABLE t (code text UNIQUE); INSERT INTO t VALUES ('12100000400000624D'), ('12100000400000624d')");
like(adopt('t', 'code'), qr/did not end: rejects\|\|keys of app.t.t_code_key that occur more than once.*: 1\. To list them/, 'two spellings: the plan says so');
is(as_owner("SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass"), 1, 'two spellings: no invalid index');
as_owner("DELETE FROM t WHERE code = '12100000400000624d'");
is(adopt('t', 'code'), '', 'two spellings: adopted when one is gone');

# Conditions of indexes are those that the application's statements have.
my @conditions = ("code LIKE '9%'", "code NOT LIKE '8%'", "code ILIKE '9%'", "code ^@ '91'", "code = $codes", "NOT (code <> $codes)", "code IN ($codes, '91350100M000100Y43')", "code NOT IN ($codes, '91350100731861218W')",
	"code BETWEEN '12' || '100000400000624D' AND '91350100M000100Y43'", "code IS DISTINCT FROM $codes", "code ~ '^9' AND code IS NOT NULL", "length(code) = 18 OR code LIKE '91%' AND n > 5");
create("CREATE TABLE t (id int, n int, code varchar(18)); INSERT INTO t SELECT i, i, uscc_random('91') FROM generate_series(1, 1000) AS i; CREATE UNIQUE INDEX arbiter ON t (n) WHERE code LIKE '9%';"
	. join(' ', map { "CREATE INDEX c_$_ ON t (id) WHERE $conditions[$_];" } 0 .. $#conditions) . "CREATE INDEX key ON t ((code LIKE '913%'), (code = $codes)); CREATE INDEX wrong ON t (n) WHERE code <> 'none'");
is(adopt('t', 'code'), '', 'conditions of indexes: adopted');
is(as_owner("INSERT INTO t VALUES (0, 5, '91350100M000100Y43') ON CONFLICT (n) WHERE code LIKE '9%' DO UPDATE SET id = -1 RETURNING id"), '-1', 'conditions of indexes: ON CONFLICT finds its index');
foreach my $condition (@conditions, 'key')
{
	my $where = $condition eq 'key' ? "(code LIKE '913%') AND (code = $codes)" : "id = 7 AND ($condition)";
	my $index = $condition eq 'key' ? 'key' : 'c_' . (grep { $conditions[$_] eq $condition } 0 .. $#conditions)[0];
	like(as_owner("BEGIN; SET LOCAL enable_seqscan = off; "
		  . join(' ', map { "DROP INDEX $_;" } grep { $_ ne $index } (map { "c_$_" } 0 .. $#conditions), 'key', 'arbiter', 'wrong') . " EXPLAIN SELECT * FROM t WHERE $where; ROLLBACK"), qr/Index Scan (using|on) $index\b/, "conditions of indexes: $where");
}

# 3. Privileges, comment, statistics target, default
create(<<'SQL');
CREATE TABLE t (id int PRIMARY KEY, code varchar(18) NOT NULL DEFAULT '91350100M000100Y43', secret text);
COMMENT ON COLUMN t.code IS 'the code';
ALTER TABLE t ALTER code SET STATISTICS 321, ALTER code SET (n_distinct = -0.5);
GRANT USAGE ON SCHEMA app TO clerk;
GRANT SELECT (id, code), INSERT (id, code), UPDATE (code) ON t TO clerk;
GRANT REFERENCES (code) ON t TO clerk WITH GRANT OPTION;
SQL
$before = schema_dump();
my $clerk = "INSERT INTO t (id, code) VALUES (%d, $codes); UPDATE t SET code = '91350100m000100y43' WHERE id = %d; SELECT code FROM t WHERE code = '91350100M000100Y43'; INSERT INTO t (id) VALUES (%d + 1)";
my $id = 0;
foreach my $round ('before', 'prepared', 'indexed', 'swapped')
{
	is(sqlstate($node, 'adopt', sprintf($clerk, ($id += 2) x 3), extra_params => [ '-U', 'clerk' ]), '00000', "privileges: a clerk works, $round");
	$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage <> 'cleanup' \\gexec", @owner);
}
is(as_owner("SELECT DISTINCT code FROM t"), '91350100M000100Y43', 'default: it is that of the column');
is(as_owner("SELECT col_description(attrelid, attnum), attstattarget, 'n_distinct=-0.5' = ANY (attoptions), attnotnull FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'code' AND atttypid = 'uscc'::regtype"),
	'the code|321|t|t', 'comment, statistics target, options, NOT NULL');
is(as_owner("SELECT has_column_privilege('clerk', 't', 'code', 'REFERENCES WITH GRANT OPTION')"), 't', 'privileges: grant option');
as_owner("INSERT INTO t (id, code_text) VALUES (100, $codes)");
is(as_owner("SELECT code FROM t WHERE id = 100"), '12100000400000624D', 'default: it gives way to a text');
is(adopt('t', 'code', ', undo => true'), '', 'privileges: undone');
is(schema_dump(), $before, 'privileges: the schema is as it was');

create("CREATE TABLE t (code text DEFAULT '')");
refused('default', "The default is not valid for the type: app.t.code DEFAULT ''", 'ALTER TABLE app.t ALTER COLUMN code DROP DEFAULT');

# Several columns of a table that go over together: two foreign keys to one table, or
# one to the table itself, with an index, a constraint and a trigger that name both
create(<<'SQL');
CREATE TABLE company (code varchar(18) PRIMARY KEY);
CREATE TABLE deal (id int PRIMARY KEY, buyer varchar(18) NOT NULL REFERENCES company ON UPDATE CASCADE, seller varchar(18) NOT NULL REFERENCES company,
	UNIQUE (buyer, seller), CONSTRAINT differ CHECK (buyer <> seller));
CREATE INDEX deal_both ON deal (buyer, seller, id);
CREATE STATISTICS deal_stat ON buyer, seller FROM deal;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER both_columns AFTER UPDATE OF buyer, id, seller ON deal FOR EACH ROW EXECUTE FUNCTION f();
INSERT INTO company VALUES ('12100000400000624D'), ('91350100M000100Y43');
INSERT INTO deal VALUES (1, '12100000400000624D', '91350100M000100Y43');
SQL
$before = schema_dump();
is(adopt('company', 'code'), '', 'two foreign keys to a table: adopted');
is(sqlstate($node, 'adopt', "INSERT INTO deal (id, buyer, seller) VALUES (2, $codes, $codes)", @owner), '23514', 'two foreign keys to a table: the CHECK compares the codes');
is(as_owner("INSERT INTO deal (id, buyer, seller) SELECT 3, buyer, seller FROM deal ON CONFLICT (buyer, seller) DO UPDATE SET id = 4; SELECT id FROM deal"), '4', 'two foreign keys to a table: the key has both codes');
is(as_owner("UPDATE company SET code = '914403001922038216' WHERE code = $codes; SELECT buyer, buyer_text FROM deal"), '914403001922038216|914403001922038216', 'two foreign keys to a table: ON UPDATE CASCADE');
is(adopt('company', 'code', ', undo => true'), '', 'two foreign keys to a table: undone');
is(schema_dump(), $before, 'two foreign keys to a table: the schema is as it was');
is(adopt('company', 'code'), '', 'two foreign keys to a table: adopted again');
as_owner("SELECT command FROM uscc_adopt_plan('company', 'code') \\gexec");
is(as_owner("SELECT count(*) FROM pg_attribute WHERE attrelid IN ('deal'::regclass, 'company'::regclass) AND attname ~ '_text\$'"), 0, 'two foreign keys to a table: cleaned up');
is(as_owner("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'both_columns'"), 'CREATE TRIGGER both_columns AFTER UPDATE OF buyer, id, seller ON app.deal FOR EACH ROW EXECUTE FUNCTION f()', 'cleaned up: a trigger for UPDATE OF is as it was');
create("CREATE TABLE t (code varchar(18) PRIMARY KEY, parent varchar(18) REFERENCES t ON UPDATE CASCADE ON DELETE SET NULL, CHECK (parent <> code)); CREATE INDEX ON t (parent, code); INSERT INTO t VALUES ($codes, NULL), ('91350100M000100Y43', $codes)");
$before = schema_dump();
is(adopt('t', 'code'), '', 'foreign key to the table itself: adopted');
is(as_owner("UPDATE t SET code = '914403001922038216' WHERE code = $codes; SELECT parent, parent_text FROM t WHERE parent IS NOT NULL; DELETE FROM t WHERE code = '914403001922038216'; SELECT * FROM t"),
	"914403001922038216|914403001922038216\n91350100M000100Y43||91350100M000100Y43|", 'foreign key to the table itself: both columns follow');
is(adopt('t', 'code', ', undo => true'), '', 'foreign key to the table itself: undone');
is(schema_dump(), $before, 'foreign key to the table itself: the schema is as it was');

# WHEN compares texts as before; a partition's own setting of a trigger stays.
create(<<'SQL');
CREATE TABLE log (code text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO log VALUES (NEW.code); RETURN NEW; END';
CREATE TABLE t (id int, code text) PARTITION BY LIST (id);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
CREATE TRIGGER log AFTER UPDATE OF code ON t FOR EACH ROW WHEN (NEW.code <> '' AND OLD.code IS DISTINCT FROM NEW.code) EXECUTE FUNCTION f();
ALTER TABLE t_1 DISABLE TRIGGER log;
INSERT INTO t VALUES (1, '12100000400000624D'), (2, '12100000400000624D');
SQL
$before = schema_dump();
is(adopt('t', 'code'), '', 'trigger with WHEN: adopted');
is(as_owner("UPDATE t SET code = '91350100M000100Y43'; SELECT * FROM log"), '91350100M000100Y43', 'trigger with WHEN: fires where it is enabled');
is(adopt('t', 'code', ', undo => true'), '', 'trigger with WHEN: undone');
is(schema_dump(), $before, 'trigger with WHEN: the schema is as it was');

# ON CONFLICT waits only for the index that it names: that must be older than any other unique one.
create("CREATE TABLE t (id int, code text PRIMARY KEY, other text UNIQUE); CREATE UNIQUE INDEX t_upper ON t (upper(code)); INSERT INTO t VALUES (1, $codes, $codes)");
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage <> 'cleanup' \\gexec", @owner) foreach 1 .. 2;
my $order = "SELECT string_agg(relname, ' ' ORDER BY pg_class.oid) FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid WHERE indrelid = 't'::regclass AND relname ~ '%s'";
is(as_owner(sprintf($order, 'pkey')), 't_pkey t_pkey_uscc t_pkey_text', 'ON CONFLICT: the index of the text is the oldest before the swap');
is(adopt('t', 'code') . adopt('t', 'other'), '', 'ON CONFLICT: adopted');
is(as_owner(sprintf($order, 'pkey')), 't_pkey t_pkey_text', 'ON CONFLICT: that of the code is the older one after it');
is(as_owner(sprintf($order, 'other')), 't_other_key t_other_key_text', 'ON CONFLICT: also for a unique constraint');
is(as_owner(sprintf($order, 'upper')), 't_upper t_upper_text', 'ON CONFLICT: and for a unique index');

# A partition that is added after the swap has no index of the text; the way back builds it.
create("CREATE TABLE t (year int, code text, PRIMARY KEY (year, code)) PARTITION BY LIST (year); CREATE INDEX ON t (code); CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1); INSERT INTO t VALUES (1, $codes)");
is(adopt('t', 'code'), '', 'partition added after the swap: adopted');
as_owner("CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2); INSERT INTO t (year, code) VALUES (2, $codes)");
is(adopt('t', 'code', ', undo => true'), '', 'partition added after the swap: undone');
is(as_owner("SELECT count(*), min(pg_typeof(code)::text), (SELECT count(*) FROM pg_constraint WHERE contype = 'p' AND conrelid = 't_2'::regclass) FROM t"), '2|text|1', 'partition added after the swap: it has its key');

# Duplicates of a unique index of an expression; columns without statistics
create("CREATE TABLE t (code text); CREATE UNIQUE INDEX t_upper ON t (upper(code)); INSERT INTO t VALUES ($codes), (' 12100000400000624D')");
like(adopt('t', 'code'), qr/^did not end: rejects\|\|keys of app.t.t_upper that occur more than once.*: 1\. To list them/, 'unique expression: duplicates hold the swap up');
create("CREATE TABLE t (id int, code text); ALTER TABLE t ALTER code SET STATISTICS 0; INSERT INTO t SELECT i, $codes FROM generate_series(1, 100) AS i; ANALYZE t");
is(adopt('t', 'code'), '', 'statistics target 0: adopted');

# A default that is an expression gives way to a text, too.
create("CREATE FUNCTION next() RETURNS uscc LANGUAGE sql AS 'SELECT uscc_random()'; CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS 'SELECT next()::text'; CREATE TABLE t (id int, code text DEFAULT app.next_code()); CREATE VIEW v AS SELECT * FROM t");
is(adopt('t', 'code'), '', 'default that is an expression: adopted');
is(as_owner("INSERT INTO t VALUES (1, $codes); INSERT INTO v VALUES (2, $codes); INSERT INTO t (id, code) VALUES (3, $codes); INSERT INTO t (id) VALUES (4); SELECT id FROM t WHERE code = $codes ORDER BY id"), "1\n2\n3", 'default that is an expression: gives way to what is written');

# citext keeps its operators in constraints; writers need no privilege for the extension's schema.
$node->safe_psql('adopt', 'CREATE EXTENSION citext SCHEMA public; CREATE EXTENSION pg_trgm SCHEMA public');
create("CREATE TABLE t (n int, code char(18)); CREATE UNIQUE INDEX i ON t (n) WHERE code = '91350100M000100Y43' OR code IN ($codes, '91350100731861218W'); CREATE TABLE c (n int, code citext); CREATE UNIQUE INDEX j ON c (n) WHERE code = '91350100m000100y43' OR code LIKE '9%'");
is(adopt('t', 'code') . adopt('c', 'code'), '', 'conditions of indexes on char and citext: adopted');
is(as_owner("INSERT INTO t (n, code) VALUES (1, $codes) ON CONFLICT (n) WHERE code = '91350100M000100Y43' OR code IN ($codes, '91350100731861218W') DO NOTHING; SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indexrelid = 'j'::regclass"),
	"((code = '91350100M000100Y43'::uscc) OR ((code)::citext ~~ '9%'::citext))", 'conditions of indexes on char and citext: their own comparisons');
create("CREATE FUNCTION lo0() RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''none''::text'; CREATE FUNCTION lo() RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN lo0(); END'; CREATE TABLE t (id int, code text DEFAULT lo() || '', CHECK (code <> lo())); CREATE INDEX i ON t (id) WHERE id > 0 AND code <> 'x' || id");
is(adopt('t', 'code'), '', 'functions of the user in conditions: adopted');
create("CREATE TABLE t (code citext UNIQUE CHECK (code <> 'none' AND code <> '12100000400000624d')); GRANT USAGE ON SCHEMA app TO clerk; GRANT ALL ON t TO clerk; INSERT INTO t VALUES ('91350100M000100Y43')");
is(adopt('t', 'code'), '', 'citext: adopted');
is(sqlstate($node, 'adopt', "INSERT INTO t (code) VALUES ($codes)", @owner), '23514', 'citext: a CHECK compares as before');
$node->safe_psql('adopt', 'REVOKE USAGE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO owner');
is(sqlstate($node, 'adopt', "INSERT INTO t (code) VALUES ('914403001922038216')", extra_params => [ '-U', 'clerk' ]), '00000', 'extension in a schema that a writer may not use: it writes');
$node->safe_psql('adopt', 'GRANT USAGE ON SCHEMA public TO PUBLIC');

# 4. What cannot work
create('CREATE TABLE t (code text) PARTITION BY LIST (code)');
refused('partition key', 'The column is part of the partition key of app.t');
create('CREATE TABLE t (code text) PARTITION BY RANGE (upper(code))');
refused('partition key, in an expression', 'The column is part of the partition key of app.t');
create('CREATE DOMAIN d AS varchar(18) NOT NULL; CREATE TABLE t (code d)');
refused('domain', 'Column app.t.code is of a domain', 'ALTER TABLE app.t ALTER COLUMN code TYPE character varying(18)');
create('CREATE TABLE t (code text); CREATE TABLE child () INHERITS (t)');
refused('inheritance', 'app.t is part of an inheritance hierarchy', 'ALTER TABLE app.child NO INHERIT app.t');
create('CREATE TYPE r AS (code text); CREATE TABLE t OF r');
refused('typed table', 'app.t is not an ordinary or partitioned table', 'ALTER TABLE app.t NOT OF');
create('CREATE TABLE t (code text); CREATE TABLE history (was t, all_of_them t[])');
refused('row type', 'Column app.history.all_of_them has the row type of the table', 'ALTER TABLE app.history ALTER COLUMN was TYPE pg_catalog.jsonb USING pg_catalog.to_jsonb(was)', 'code');
create("CREATE TABLE t (code text, v tsvector); CREATE TRIGGER search BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(v, 'pg_catalog.simple', code)");
refused('text search', 'Trigger search ON app.t indexes the column for text search', 'DROP TRIGGER search ON app.t');
create('CREATE TABLE t (code varchar(17))');
refused('length', 'Column app.t.code character varying\(17\) is too short', 'ALTER TABLE app.t ALTER COLUMN code TYPE character varying(18)');
create('CREATE TABLE t (code text PRIMARY KEY DEFERRABLE)');
refused('deferrable primary key', 'Primary key t_pkey ON app.t is deferrable', 'ALTER TABLE app.t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY (code)');
create('CREATE TABLE t (code text PRIMARY KEY, n int); CREATE VIEW v AS SELECT code, n FROM t GROUP BY code');
refused('GROUP BY the primary key', 'The swap makes a key anew, on which view app.v relies', 'DROP VIEW app.v');
create('CREATE TABLE t (id int, code varchar(18), PRIMARY KEY (id) INCLUDE (code)); CREATE TABLE r (id int CONSTRAINT fk REFERENCES t)');
refused('foreign key to a key that includes the code', 'on which constraint fk on table app.r relies', 'ALTER TABLE app.r DROP CONSTRAINT fk');
create('CREATE TABLE t (code varchar(18) PRIMARY KEY, n int); CREATE FUNCTION g() RETURNS SETOF int LANGUAGE sql BEGIN ATOMIC SELECT n FROM t GROUP BY code; END');
refused('function that relies on a key', 'on which function app.g\(\) relies', 'DROP ROUTINE app.g()');
create('CREATE TABLE t (code varchar(18) PRIMARY KEY, n int); CREATE TABLE z (a int); CREATE POLICY p ON z USING (a IN (SELECT n FROM t GROUP BY code))');
refused('policy that relies on a key', 'on which policy p on table app.z relies', 'DROP POLICY p ON app.z');
create('CREATE TABLE t (code varchar(18), CONSTRAINT uc UNIQUE (code)); CREATE FUNCTION g() RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (NULL) ON CONFLICT ON CONSTRAINT uc DO NOTHING; END');
refused('function that names a key', 'on which function app.g\(\) relies', 'DROP ROUTINE app.g()');
create('CREATE TABLE region (code int PRIMARY KEY); CREATE TABLE t (code int CONSTRAINT fk REFERENCES region); INSERT INTO region VALUES (350102); INSERT INTO t VALUES (350102)');
my $types = as_owner('SELECT 1') && ($node->psql('adopt', "SELECT * FROM uscc_adopt_plan('t', 'code', 'adcode')", @owner))[2];
as_owner($types =~ s/.*stands in the way:\n//sr);
is(as_owner("SELECT pg_typeof(t.code), (SELECT count(*) FROM pg_constraint WHERE conname = 'fk' AND convalidated) FROM t JOIN region USING (code)"), 'adcode|1', 'integers that a foreign key connects: the commands convert both');
create('CREATE TABLE t (code int)');
refused('integer', 'Column app.t.code integer is not of a text type', 'ALTER TABLE app.t ALTER COLUMN code TYPE public.uscc USING public.uscc_clean(code::pg_catalog.text)');
create('CREATE TABLE t (code text)');
$node->safe_psql('adopt', 'ALTER SCHEMA app OWNER TO postgres; GRANT USAGE ON SCHEMA app TO owner');
refused('schema', 'The owner of the table may not create indexes in schema app', 'GRANT CREATE ON SCHEMA app TO owner');
create('CREATE TABLE t (a text, code text, UNIQUE (a, code))');
as_owner("SELECT command FROM uscc_adopt_plan('t', 'a') WHERE stage = 'prepare' \\gexec");
refused('another column of the same key', 'The adoption of app.t.a has an index or constraint in common', "SELECT * FROM public.uscc_adopt_plan('app.t', 'a', 'public.uscc')", 'code');
is(adopt('t', 'a', ', undo => true') . adopt('t', 'code'), '', 'another column of the same key: adopted when that is undone');
create('CREATE TABLE t (id int); ALTER TABLE t ADD code text GENERATED ALWAYS AS (id::text) STORED');
refused('generated', 'Column app.t.code is generated', 'ALTER TABLE app.t ALTER COLUMN code DROP EXPRESSION');
create("CREATE TABLE t (code text); CREATE RULE r AS ON UPDATE TO t DO ALSO NOTIFY t");
refused('rule', 'Rule r ON app.t rewrites', 'DROP RULE r ON app.t');
create("CREATE TABLE t (code text); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER zzzz BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()");
refused('trigger order', 'Trigger zzzz ON app.t would run after', 'ALTER TRIGGER zzzz ON app.t RENAME TO a_zzzz');
create('CREATE TABLE t (code text); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY');
refused('row-level security', 'Row-level security hides rows of app.t', 'ALTER TABLE app.t NO FORCE ROW LEVEL SECURITY');
$node->safe_psql('adopt', 'CREATE ACCESS METHOD columnar TYPE TABLE HANDLER heap_tableam_handler');
create('CREATE TABLE t (code text) USING columnar');
refused('access method', 'app.t, columnar: a table of this access method', 'ALTER TABLE app.t ALTER COLUMN code TYPE public.uscc USING public.uscc_clean(code::pg_catalog.text)');
create('CREATE TABLE k (code text PRIMARY KEY); CREATE TABLE t (code text); INSERT INTO t VALUES (1); ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (code) REFERENCES k NOT VALID');
refused('foreign key that is not validated', 'Foreign key fk ON app.t is not validated');
create('CREATE TABLE k (code text PRIMARY KEY); CREATE TABLE t (code text CONSTRAINT fk REFERENCES k)');
$node->safe_psql('adopt', 'ALTER TABLE app.k OWNER TO postgres');
refused('owner', 'app.k belongs to another role');
$node->safe_psql('adopt', 'CREATE EXTENSION btree_gist SCHEMA public');
create('CREATE TABLE t (code text, during daterange, CONSTRAINT x EXCLUDE USING gist (code WITH =, during WITH &&))');
refused('exclusion constraint', 'Exclusion constraint x ON app.t', 'ALTER TABLE app.t DROP CONSTRAINT x');
create("CREATE TABLE t (id int PRIMARY KEY, code text)");
$node->safe_psql('adopt', "CREATE PUBLICATION filtered FOR TABLE app.t WHERE (code <> 'x')");
refused('publication with a row filter', 'Publication filtered, app.t has a row filter', 'ALTER PUBLICATION filtered DROP TABLE app.t');
$node->safe_psql('adopt', 'DROP PUBLICATION filtered');
foreach my $publication ('FOR ALL TABLES', 'FOR TABLE app.t')
{
	create('CREATE TABLE t (id int PRIMARY KEY, code text) PARTITION BY LIST (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1); ALTER TABLE t_1 REPLICA IDENTITY FULL');
	is(sqlstate($node, 'adopt', "SELECT * FROM uscc_adopt_plan('app.t', 'code')", @owner), '00000', 'replica identity FULL: without a publication');
	$node->safe_psql('adopt', "CREATE PUBLICATION p $publication");
	refused('replica identity FULL', 'With replica identity FULL, a subscriber finds a row of app.t_1 by all columns', 'ALTER TABLE app.t_1 REPLICA IDENTITY DEFAULT');
	$node->safe_psql('adopt', 'DROP PUBLICATION p');
}
create('CREATE TABLE t (code text, code_uscc text)');
refused('name of the column', 'The name of app.t.code_uscc is needed', 'ALTER TABLE app.t RENAME COLUMN code_uscc TO code_uscc_old');
create('CREATE TABLE t (code text, n int CONSTRAINT code_uscc_agrees CHECK (n > 0))');
refused('name of a constraint', 'The name of code_uscc_agrees ON app.t is needed', 'ALTER TABLE app.t RENAME CONSTRAINT code_uscc_agrees TO code_uscc_agrees_old');
foreach my $trigger ('zzz_code_sync', '000_code_sync')
{
	create(qq{CREATE TABLE t (code text); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER "$trigger" AFTER INSERT ON t EXECUTE FUNCTION f()});
	my $quoted = $trigger =~ /^0/ ? qq{"$trigger"} : $trigger;
	refused('name of a trigger', "The name of $quoted ON app.t is needed", "ALTER TRIGGER $quoted ON app.t RENAME TO a_$trigger");
}
create('CREATE TABLE t (code text UNIQUE); CREATE TABLE t_code_key_uscc ()');
refused('name of an index', 'The name of app.t_code_key_uscc is needed', 'ALTER TABLE app.t_code_key_uscc RENAME TO t_code_key_uscc_old');
create('CREATE TABLE t (id int, code text) PARTITION BY LIST (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1); ALTER TABLE t RENAME TO whole; ALTER TABLE t_1 RENAME TO t');
refused('partition', "app.t is a partition");
# a table of Citus is known by the catalog that the extension keeps
$node->safe_psql('adopt', 'SET allow_system_table_mods = on; CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass); GRANT SELECT ON pg_catalog.pg_dist_partition TO PUBLIC');
create('CREATE TABLE t (code text)');
$node->safe_psql('adopt', "INSERT INTO pg_catalog.pg_dist_partition VALUES ('app.t')");
refused('distributed table', 'app.t is distributed over other servers');
$node->safe_psql('adopt', 'SET allow_system_table_mods = on; DROP TABLE pg_catalog.pg_dist_partition');

# A CHECK that takes codes in another spelling than that of the type, with rows or without
create('CREATE TABLE t (code varchar(18), CONSTRAINT low CHECK (code = lower(code)))');
refused('CHECK of lower case', 'Constraint low ON app.t takes valid codes in a spelling', 'ALTER TABLE app.t DROP CONSTRAINT low');
create('CREATE TABLE t (id int, code char(18), CONSTRAINT low CHECK (id > 5 AND code !~ \'[A-Z]\')); INSERT INTO t VALUES (6, NULL)');
refused('CHECK with another column', 'Constraint low ON app.t takes valid codes in a spelling', 'ALTER TABLE app.t DROP CONSTRAINT low');
create(q{CREATE TABLE t (org varchar(20), CONSTRAINT hyphen CHECK (org ~ '^.{8}-.$'))});
is(sqlstate($node, 'adopt', "SELECT * FROM uscc_adopt_plan('t', 'org', 'orgcode')", @owner), '55000', 'CHECK of a hyphen: refused');
create(q{CREATE FUNCTION picky(text) RETURNS bool LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN IF $1 ~ '-' THEN RAISE 'no hyphens'; END IF; RETURN length($1) = 18; END $$;
	CREATE TABLE t (id int, code text CHECK (code ~ '^[0-9A-Z]+$' AND upper(code) = code), CHECK (code ~* '^91' AND id > 0), CHECK (code <> ''), CHECK (picky(code)))});
is(sqlstate($node, 'adopt', "SELECT * FROM uscc_adopt_plan('t', 'code')", @owner), '00000', 'CHECK: others are none of it');
create('CREATE TABLE t (code text, ' . join(', ', map { "c$_ int" } 1 .. 1599) . ')');
refused('1600 columns', 'app.t has as many columns as a table can have');

# Triggers are tried on a copy, which says what would fail, and when.
sub create_trigger
{
	my ($body, $event, $table) = @_;
	$event //= 'BEFORE INSERT OR UPDATE';
	$table //= 't';
	as_owner("CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS \$\$ $body \$\$; CREATE OR REPLACE TRIGGER f $event ON $table FOR EACH ROW EXECUTE FUNCTION f()");
	return;
}

sub tried
{
	my ($name, $reason, $body, $event) = @_;
	create("CREATE TABLE t (id int, code varchar(18), name text); CREATE TABLE history (LIKE t, at timestamptz); INSERT INTO t VALUES (1, $codes)");
	create_trigger($body, $event);
	my $before = schema_dump();
	my (undef, undef, $stderr) = $node->psql('adopt', "SELECT * FROM uscc_adopt_plan('t', 'code')", @owner);
	$reason ? like($stderr, qr/ERROR:  column app.t.code cannot be adopted\nDETAIL:  A trigger of app.t would fail once the $reason/, "$name: refused") : is($stderr, '', "$name: not refused");
	is(schema_dump() . as_owner('SELECT count(*) FROM history'), $before . '0', "$name: nothing is changed");
	return;
}

foreach my $event ('AFTER INSERT', 'AFTER UPDATE', 'AFTER DELETE', 'BEFORE UPDATE OF name', 'BEFORE UPDATE OF code')
{
	my $row = $event =~ /INSERT/ ? 'NEW' : 'OLD';
	tried("$event with $row.*", 'table has one more column: .* \(PL/pgSQL function (app\.)?f\(\) line 1 at SQL statement\)\. A function that names the columns',
		"BEGIN INSERT INTO history SELECT $row.*, now(); RETURN $row; END", $event);
}
tried('trigger that compares rows', '', q{BEGIN IF TG_OP = 'UPDATE' AND NEW IS DISTINCT FROM OLD THEN INSERT INTO history (id, name) SELECT NEW.id, to_jsonb(NEW)::text; END IF; RETURN NEW; END});
tried('trigger that compares with an empty text', 'column has the type: invalid input syntax for type uscc: "" .*line 1 at IF\)\. Where the function needs', q{BEGIN IF NEW.code = '' THEN NEW.code := NULL; END IF; RETURN NEW; END});
tried('trigger for another code', 'column has the type: invalid input syntax', q{BEGIN IF NEW.code IS DISTINCT FROM OLD.code AND coalesce(OLD.code, '') <> '' THEN NEW.name := 'moved'; END IF; RETURN NEW; END}, 'BEFORE UPDATE');
tried('trigger that normalises', '', q{BEGIN NEW.code := nullif(upper(trim(NEW.code)), ''); RETURN NEW; END});
tried('deferred trigger', 'column has the type: ', q{BEGIN IF NEW.code = 'none' THEN RAISE 'no'; END IF; RETURN NULL; END}, 'AFTER INSERT');
as_owner("DROP TRIGGER f ON t; CREATE CONSTRAINT TRIGGER f AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()");
is(sqlstate($node, 'adopt', "SELECT * FROM uscc_adopt_plan('t', 'code')", @owner), '55000', 'deferred trigger: also as a constraint');
tried('trigger with a row of the table', '', q{DECLARE r app.t%ROWTYPE; BEGIN r := NEW; r.name := upper(r.name); RETURN r; END});
tried('trigger that makes a row of the table', '', q{BEGIN RETURN jsonb_populate_record(NULL::app.t, to_jsonb(NEW)); END});
tried('trigger that keeps versions in the table', '', q{BEGIN IF pg_trigger_depth() = 1 THEN INSERT INTO app.t SELECT OLD.*; END IF; RETURN NEW; END}, 'BEFORE UPDATE');
tried('trigger with a line break in an argument', '', q{BEGIN RETURN NEW; END});
as_owner("CREATE OR REPLACE TRIGGER f AFTER UPDATE OF code ON t FOR EACH ROW EXECUTE FUNCTION f(E'a;\nb')");
is(adopt('t', 'code'), '', 'trigger with a line break in an argument: adopted');
tried('trigger for tables of any name', 'table has one more column: INSERT has more expressions', q{BEGIN EXECUTE format('INSERT INTO %I.history SELECT ($1).*, now()', TG_TABLE_SCHEMA) USING NEW; RETURN NEW; END});
tried('trigger that does not like the copy', '', q{BEGIN IF TG_TABLE_SCHEMA <> 'app' THEN RAISE 'who are you?'; END IF; RETURN NEW; END});

# Triggers of a table that goes over together with it, and of a partition
create('CREATE TABLE t (code text PRIMARY KEY); CREATE TABLE invoice (id int, customer text REFERENCES t, year int) PARTITION BY LIST (year); CREATE TABLE i_1 PARTITION OF invoice FOR VALUES IN (1); CREATE TABLE history (id int, customer text, year int)');
create_trigger('BEGIN INSERT INTO history SELECT OLD.*; RETURN OLD; END', 'BEFORE DELETE', 'invoice');
refused('trigger of another table', 'A trigger of app.invoice would fail once the table has one more column');
as_owner("DROP TRIGGER f ON invoice");
create_trigger('BEGIN INSERT INTO history SELECT OLD.*; RETURN OLD; END', 'BEFORE DELETE', 'i_1');
refused('trigger of a partition', 'A trigger of app.i_1 would fail once the table has one more column');

# Where the copy tells nothing, a row of the table does, and the plan says so.
create("CREATE TABLE t (id int, code text, name text); CREATE TABLE t_audit (LIKE t); INSERT INTO t VALUES (1, $codes)");
create_trigger(q{BEGIN EXECUTE format('INSERT INTO %I.%I SELECT ($1).id', TG_TABLE_SCHEMA, TG_TABLE_NAME || '_audit') USING NEW; IF NEW.code = '' THEN NEW.code := NULL; END IF; RETURN NEW; END});
like(as_owner("SELECT note FROM uscc_adopt_plan('t', 'code')"), qr/could not be tried: app.t \(relation "pg_temp_\d+.t_audit" does not exist\)/, 'trigger for the name of the table: the plan says that it was not tried');
like(adopt('t', 'code'), qr/DETAIL:  A trigger of app.t would fail once the column has the type: invalid input syntax/, 'trigger for the name of the table: the swap finds out');
create_trigger(q{BEGIN EXECUTE format('INSERT INTO %I.%I SELECT ($1).id', TG_TABLE_SCHEMA, TG_TABLE_NAME || '_audit') USING NEW; RETURN NEW; END});
is(adopt('t', 'code'), '', 'trigger for the name of the table: adopted without it');

# The owner makes all triggers anew, also those of others.
create('CREATE TABLE t (id int, code text); GRANT USAGE ON SCHEMA app TO clerk; GRANT TRIGGER ON t TO clerk; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS \'BEGIN RETURN NEW; END\'');
$node->safe_psql('adopt', 'ALTER FUNCTION app.f() OWNER TO clerk; REVOKE EXECUTE ON FUNCTION app.f() FROM PUBLIC; SET ROLE clerk; CREATE TRIGGER f BEFORE UPDATE OF code ON app.t FOR EACH ROW EXECUTE FUNCTION app.f()');
refused('trigger whose function the owner may not execute', 'Trigger f ON app.t is made anew in the swap', 'GRANT EXECUTE ON FUNCTION app.f() TO owner');

# A session that has run a trigger before the swap runs it after the swap, and after the way back.
create('CREATE TABLE t (id int, code varchar(18))');
create_trigger(q{BEGIN IF NEW.code IS NULL OR NEW.code LIKE 'x%' THEN NEW.id := 0; END IF; RETURN NEW; END});
my $psql = "psql -XAtq -U owner -d '" . $node->connstr('adopt') . "' >/dev/null 2>&1";
my $all = sub { my ($more) = @_; return join('', map { "\\! echo \"SELECT command FROM uscc_adopt_plan('t', 'code'$more) WHERE stage <> 'cleanup' \\\\\\gexec\" | $psql\n" } 1 .. 4) };
is(as_owner("INSERT INTO t VALUES (1, $codes);\n" . $all->('') . "INSERT INTO t (id, code) VALUES (2, $codes); UPDATE t SET id = id + 10;\n" . $all->(', undo => true')
	  . "INSERT INTO t VALUES (3, $codes); SELECT id, code FROM t ORDER BY id; SELECT count(*) FROM pg_trigger WHERE tgrelid = 't'::regclass"),
	"3|12100000400000624D\n11|12100000400000624D\n12|12100000400000624D\n1", 'a session with a trigger that it has run: it goes on through the swap and back');

# With values that are not valid, it is said when these are corrected, and by the swap.
create("CREATE TABLE t (id int, code text, name text); INSERT INTO t VALUES (1, $codes), (2, 'none')");
create_trigger(q{BEGIN IF EXISTS (SELECT FROM app.t WHERE code = NEW.code AND id <> NEW.id) THEN RAISE unique_violation; END IF; RETURN NEW; END});
is(sqlstate($node, 'adopt', "SELECT * FROM uscc_adopt_plan('t', 'code')", @owner), '00000', 'trigger that reads the table: wrong values there are no reason');
as_owner("UPDATE t SET code = NULL WHERE code = 'none'");
is(adopt('t', 'code'), '', 'trigger that reads the table: adopted');
is(sqlstate($node, 'adopt', "INSERT INTO t (id, code) VALUES (3, $codes)", @owner), '23505', 'trigger that reads the table: it works');
is(adopt('t', 'code', ', undo => true'), '', 'trigger that reads the table: undone');
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE command NOT LIKE '%swap => true%' AND stage <> 'cleanup' \\gexec", @owner) foreach 1 .. 2;
create_trigger(q{BEGIN IF NEW.code = '' THEN NEW.code := NULL; END IF; RETURN NEW; END});
(undef, undef, my $error) = $node->psql('adopt', "CALL uscc_adopt('t', 'code', swap => true)", @owner);
like($error, qr/ERROR:  column app.t.code cannot be adopted\nDETAIL:  A trigger of app.t would fail once the column has the type/, 'trigger that was replaced: the swap is refused');
is(sqlstate($node, 'adopt', "INSERT INTO t (id, code) VALUES (4, '')", @owner), '00000', 'trigger that was replaced: it works as before');
create_trigger(q{BEGIN IF NEW.code::text = '' THEN NEW.code := NULL; END IF; RETURN NEW; END});
is(adopt('t', 'code'), '', 'trigger that was replaced: adopted when it takes the text');

# Triggers are tried as the owner, also if a superuser calls; the owner must be allowed
# to make temporary tables.
create("CREATE TABLE t (id int, code text, name text); CREATE SEQUENCE run_by_owner; CREATE SEQUENCE run_by_postgres");
create_trigger(q{BEGIN PERFORM nextval(('app.run_by_' || current_user)::regclass); RETURN NEW; END});
$node->safe_psql('adopt', "SELECT * FROM uscc_adopt_plan('app.t', 'code')");
is($node->safe_psql('adopt', 'SELECT o.is_called, p.is_called FROM app.run_by_owner AS o, app.run_by_postgres AS p'), 't|f', 'triggers are tried as the owner');
$node->safe_psql('adopt', 'REVOKE TEMPORARY ON DATABASE adopt FROM PUBLIC');
refused('temporary tables', 'The triggers of app.t are tried on a temporary copy', 'GRANT TEMPORARY ON DATABASE adopt TO owner');

# A sequence that the column owns goes over with it.
create("CREATE TABLE t (id int, code text); CREATE SEQUENCE s OWNED BY t.code; CREATE FUNCTION next() RETURNS text LANGUAGE sql AS 'SELECT uscc_random()::text FROM nextval(''app.s'')'; ALTER TABLE t ALTER code SET DEFAULT app.next()");
$before = schema_dump();
is(adopt('t', 'code') . adopt('t', 'code', ', undo => true'), '', 'sequence: adopted and undone');
is(schema_dump(), $before, 'sequence: the schema is as it was');
is(adopt('t', 'code'), '', 'sequence: adopted again');
as_owner("SELECT command FROM uscc_adopt_plan('t', 'code') \\gexec");
is(as_owner("INSERT INTO t (id) VALUES (1); SELECT last_value, pg_get_serial_sequence('t', 'code'), (SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 AND NOT attisdropped) FROM s"), '1|app.s|2', 'sequence: cleaned up, the column owns it');

# The way back waits for what uses the code, and takes along what the code got after the swap.
create("CREATE TABLE t (id int PRIMARY KEY, code text UNIQUE); COMMENT ON COLUMN t.code IS 'before'; GRANT SELECT (code) ON t TO clerk; INSERT INTO t VALUES (1, $codes)");
is(adopt('t', 'code'), '', 'changed after the swap: adopted');
as_owner("CREATE VIEW v AS SELECT code FROM t; CREATE INDEX i ON t (id, code); COMMENT ON COLUMN t.code IS 'after'; REVOKE SELECT (code) ON t FROM clerk; GRANT UPDATE (code) ON t TO clerk; ALTER TABLE t ALTER code SET STATISTICS 50, ALTER code SET DEFAULT '91350100M000100Y43'");
like(adopt('t', 'code'), qr/^\z/, 'changed after the swap: the text gets it, too');
is(as_owner("SELECT has_column_privilege('clerk', 't', 'code_text', 'SELECT'), has_column_privilege('clerk', 't', 'code_text', 'UPDATE'), col_description('t'::regclass, attnum), attstattarget FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'code_text'"), 'f|t|after|50', 'changed after the swap: privileges, comment, statistics target');
like(adopt('t', 'code', ', undo => true'), qr/^did not end: undo\|\|the way back is free once these do not use the code: view app.v\nundo\|\|/, 'changed after the swap: the way back waits for a view');
is(as_owner("SELECT pg_typeof(code) FROM v"), 'uscc', 'changed after the swap: nothing went back');
as_owner('DROP VIEW v');
is(adopt('t', 'code', ', undo => true'), '', 'changed after the swap: undone');
is(as_owner("SELECT has_column_privilege('clerk', 't', 'code', 'SELECT'), has_column_privilege('clerk', 't', 'code', 'UPDATE'), col_description('t'::regclass, attnum), attstattarget, pg_get_expr(adbin, adrelid), pg_get_indexdef('i'::regclass) FROM pg_attribute JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = 't'::regclass AND attname = 'code'"),
	"f|t|after|50|'91350100M000100Y43'::text|CREATE INDEX i ON app.t USING btree (id, code)", 'changed after the swap: what it got is there');
# What was made after the swap, and the text cannot have
create("CREATE TABLE reg (code uscc PRIMARY KEY); CREATE TABLE t (id int, code text); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; INSERT INTO t VALUES (1, $codes), (2, NULL); INSERT INTO reg VALUES ($codes)");
$before = schema_dump();
foreach my $object (
	[ "CREATE INDEX i ON t (uscc_category(code))", 'index app.i', 'DROP INDEX i' ],
	[ "CREATE TRIGGER f BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.code LIKE '9%') EXECUTE FUNCTION f()", 'trigger f on table app.t', 'DROP TRIGGER f ON t' ],
	[ "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (code) REFERENCES reg", 'constraint fk on table app.t', 'ALTER TABLE t DROP CONSTRAINT fk' ],
	[ "CREATE STATISTICS s ON (code::text) FROM t", 'statistics object app.s', 'DROP STATISTICS s' ],
	[ "ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING btree (code WITH =)", 'index app.x', 'ALTER TABLE t DROP CONSTRAINT x' ],
	[ "CREATE INDEX i ON t (id) WHERE code LIKE '9%' AND code <> '91350100M000100Y43' AND upper(code) <> '1'; CREATE INDEX j ON t USING gin ((code::text) gin_trgm_ops)", '', 'DROP INDEX i, j' ])
{
	my ($make, $name, $drop) = @$object;
	is(adopt('t', 'code'), '', "$make: adopted");
	as_owner($make);
	like(adopt('t', 'code', ', undo => true'), $name ? qr/^did not end: undo\|\|the way back .*: \Q$name\E\n/ : qr/^\z/, "$make: the way back" . ($name ? ' waits' : ''));
	is(sqlstate($node, 'adopt', "INSERT INTO t VALUES (3, 'none'); DELETE FROM t WHERE id = 3", @owner), '00000', "$make: the text takes what it took") if !$name;
	as_owner($drop);
	is(adopt('t', 'code', ', undo => true'), '', "$make: undone");
	is(schema_dump(), $before, "$make: the schema is as it was");
}

# A partitioned table with a unique index that has a condition, and one of an expression
create("CREATE TABLE t (y int, id int, code varchar(18)) PARTITION BY LIST (y); CREATE UNIQUE INDEX u ON t (y, id) WHERE code LIKE '9%' AND code <> $codes AND length(code) > 3; CREATE UNIQUE INDEX e ON t (y, upper(code)); CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1)");
$before = schema_dump();
is(adopt('t', 'code') . adopt('t', 'code', ', undo => true'), '', 'partial unique index of a partitioned table: adopted and undone');
is(schema_dump(), $before, 'partial unique index of a partitioned table: the schema is as it was');

create('CREATE TABLE t (id int, code text)');
as_owner("SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = 'prepare' \\gexec");
as_owner('CREATE VIEW v AS SELECT * FROM t');
like(adopt('t', 'code', ', undo => true'), qr/^did not end: undo\|\|the way back .*: view app.v\n/, 'view of the new column: the way back waits for it, too');
as_owner('DROP VIEW v');
is(adopt('t', 'code', ', undo => true'), '', 'view of the new column: undone');

# A foreign key whose check is interrupted is not forgotten.
create("CREATE TABLE t (code text PRIMARY KEY); CREATE TABLE r (code text CONSTRAINT fk REFERENCES t); INSERT INTO t SELECT $codes; INSERT INTO r SELECT $codes FROM generate_series(1, 20000)");
foreach my $direction ('', ', undo => true')
{
	my $valid = "SELECT convalidated FROM pg_constraint WHERE conname = 'fk'";
	foreach my $round (1 .. 8)
	{
		$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code'$direction) WHERE command NOT LIKE '%VALIDATE CONSTRAINT fk%' \\gexec", @owner, on_error_stop => 0);
		last if as_owner($valid) eq 'f' && $round > 5;
	}
	is(as_owner("$valid; SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 AND NOT attisdropped"), "f\n2", "foreign key that is not checked: the last step waits$direction");
	is(adopt('t', 'code', $direction), '', "foreign key that is not checked: then it is$direction");
	is(as_owner($valid), 't', "foreign key that is not checked: it is valid$direction");
}

# Variables of the row type are filled by position, so the plan names the functions that have them.
create(q{CREATE TABLE "t x" (id int, code text); CREATE TABLE t (id int, code text); CREATE TABLE not_t ();
	CREATE FUNCTION i() RETURNS text LANGUAGE plpgsql AS $$ DECLARE r not_t%ROWTYPE; BEGIN RETURN r; END $$;
	CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS $$ DECLARE r "t x" % ROWTYPE; BEGIN SELECT * INTO r FROM "t x"; RETURN r.code; END $$;
	CREATE FUNCTION h() RETURNS text LANGUAGE plpgsql AS $$ DECLARE r app.t%rowtype; BEGIN SELECT * INTO r FROM t; RETURN r.code; END $$});
like(as_owner("SELECT note FROM uscc_adopt_plan('t', 'code') WHERE stage = 'swap'"), qr/variables in these functions have; .*: app\.h\(\)$/m, 'variables of the row type: the plan names the function');
like(as_owner(q{SELECT note FROM uscc_adopt_plan('"t x"', 'code') WHERE stage = 'swap'}), qr/: app\.g\(\)$/m, 'variables of the row type: also of a table whose name needs quotes');
is(adopt('t', 'code'), '', 'variables of the row type: the plan comes to its end');

# 5., 9. The user's code runs under the user's settings, which stay as they are.
# (from 17 on, CREATE INDEX runs functions with a search_path of its own)
my $max_length = $node->pg_version >= 17 ? 'app.max_length' : 'max_length';
create(<<'SQL' =~ s/MAX_LENGTH/$max_length/r);
CREATE TABLE audit_log (op text, code text);
CREATE FUNCTION valid_length(text) RETURNS bool LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN length($1) < max_length(); END $$;
CREATE FUNCTION max_length() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 50';
CREATE FUNCTION folded(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN lower($1) || MAX_LENGTH(); END $$;
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit_log VALUES (TG_OP, NEW.code); RETURN NEW; END $$;
CREATE TABLE t (id int PRIMARY KEY, code text CHECK (valid_length(code)), f text GENERATED ALWAYS AS (folded(code)) STORED);
CREATE INDEX t_folded ON t (folded(code));
CREATE TRIGGER audit AFTER INSERT OR UPDATE OF code ON t FOR EACH ROW EXECUTE FUNCTION audit();
CREATE TRIGGER changed BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code) EXECUTE FUNCTION audit();
ALTER TABLE t DISABLE TRIGGER changed;
COMMENT ON TRIGGER audit ON t IS 'auditors';
INSERT INTO t SELECT i, uscc_random() FROM generate_series(1, 500) AS i;
SQL
$before = schema_dump();
is(adopt('t', 'code'), '', 'user code: adopted');
is(as_owner("TRUNCATE audit_log; UPDATE t SET code = $codes WHERE id = 1; UPDATE t SET code_text = '91350100m000100y43' WHERE id = 2; UPDATE t SET id = 0 WHERE id = 3; SELECT op, code FROM audit_log ORDER BY code"),
	"UPDATE|12100000400000624D\nUPDATE|91350100M000100Y43", 'user code: a trigger for UPDATE OF the column fires for either');
is(as_owner("SELECT tgenabled, tgname, obj_description(oid) FROM pg_trigger WHERE tgrelid = 't'::regclass AND tgname IN ('audit', 'changed') ORDER BY 2"), "O|audit|auditors\nD|changed|", 'user code: triggers are enabled as they were');
is(as_owner("SELECT f FROM t WHERE id = 1"), '12100000400000624d50', 'user code: a generated column follows');
is(adopt('t', 'code', ', undo => true'), '', 'user code: undone');
is(schema_dump(), $before, 'user code: the schema is as it was');
as_owner("SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = 'prepare' \\gexec");
is(as_owner("SET row_security = on; DO \$\$ BEGIN CALL uscc_adopt('t', 'code'); END \$\$; SELECT current_setting('search_path'), current_setting('row_security'), count(code_uscc) FROM t"), 'app, public|on|500', 'CALL in DO: settings stay as they are');
# a rename in the middle
is(sqlstate($node, 'adopt', "ALTER TABLE t RENAME code TO credit_code; INSERT INTO t VALUES (1000, $codes)", @owner), '42703', 'renamed in the middle: only the audit trigger minds');
as_owner("DROP TRIGGER audit ON t; INSERT INTO t VALUES (1000, $codes)");
is(adopt('t', 'credit_code'), '', 'renamed in the middle: adopted under the new name');
is(as_owner("SELECT credit_code FROM t WHERE id = 1000 AND pg_typeof(credit_code) = 'uscc'::regtype"), '12100000400000624D', 'renamed in the middle: the row that was written is there');

# 6. A publication for all tables, and one with a list of columns
create('CREATE TABLE t (id int PRIMARY KEY, code text, other int); INSERT INTO t SELECT i, uscc_random() FROM generate_series(1, 100) AS i');
$node->safe_psql('adopt', 'CREATE PUBLICATION everything FOR ALL TABLES; CREATE PUBLICATION listed FOR TABLE app.t (id, code); ALTER PUBLICATION listed OWNER TO owner; GRANT CREATE ON DATABASE adopt TO owner');
$before = schema_dump();
is(adopt('t', 'code'), '', 'publications: adopted');
is(as_owner("SELECT attnames FROM pg_publication_tables WHERE pubname = 'listed'"), '{id,code}', 'publications: a list of columns has the new one');
is(adopt('t', 'code', ', undo => true'), '', 'publications: undone');
is(as_owner("SELECT attnames FROM pg_publication_tables WHERE pubname = 'listed'"), '{id,code}', 'publications: and again the old one');
is(schema_dump(), $before, 'publications: the schema is as it was');
$node->safe_psql('adopt', 'DROP PUBLICATION everything; DROP PUBLICATION listed');

# 7. Rejects are read from the table, by its owner; nothing is made that others can read.
create("CREATE TABLE t (id_no text); INSERT INTO t VALUES ('11010519491231002X'), ('11010519491231002Y')");
$node->safe_psql('adopt', "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC; SET search_path = app, public; SELECT command FROM uscc_adopt_plan('t', 'id_no', 'citizen_id') \\gexec");
is($node->safe_psql('adopt', "SELECT count(*) FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r'"), 1, 'rejects: no table is made for them');
my $note = as_owner("SELECT note FROM uscc_adopt_plan('t', 'id_no', 'citizen_id') WHERE stage = 'rejects'");
like($note, qr/not valid: 1\. Correct them .* To list them: SELECT/, 'rejects: the note tells how many and how to see them');
like(as_owner($note =~ s/.*To list them: //r), qr/^11010519491231002Y\|1/, 'rejects: the owner sees them');
is(sqlstate($node, 'adopt', $note =~ s/.*To list them: //r, extra_params => [ '-U', 'clerk' ]), '42501', 'rejects: nobody else does');
$node->safe_psql('adopt', 'ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC');

# 8. Names of 63 bytes, and loops that end
my $long = '统一社会信用代码登记管理部门机构类别';    # 54 bytes
create(qq{CREATE TABLE t ("${long}一号" text UNIQUE, "${long}二号" text UNIQUE); INSERT INTO t VALUES ($codes, '91350100M000100Y43')});
is(adopt('t', "${long}一号") . adopt('t', "${long}二号"), '', 'long names: both columns are adopted');
is(as_owner(qq{SELECT "${long}一号", "${long}二号", count(*) OVER () FROM t}), '12100000400000624D|91350100M000100Y43|1', 'long names: each has its own codes');
$node->safe_psql('adopt', 'DROP SCHEMA IF EXISTS ab CASCADE; CREATE SCHEMA ab AUTHORIZATION owner');
create('CREATE TABLE ab.b (c_d text); CREATE TABLE ab.b_c (d text)');
is(adopt('ab.b', 'c_d') . adopt('ab.b_c', 'd'), '', 'names that could be mistaken: both are adopted');
create(<<'SQL');
CREATE TABLE t (id int PRIMARY KEY, code text);
INSERT INTO t SELECT i, uscc_random() FROM generate_series(1, 100) AS i;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN CASE WHEN OLD.id > 10 THEN NEW END; END';
CREATE TRIGGER no BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
SQL
as_owner("SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = 'prepare' \\gexec");
my (undef, undef, $stderr) = $node->psql('adopt', "CALL uscc_adopt('t', 'code')", @owner);
like($stderr, qr/ERROR:  10 rows of table app.t do not take their code\nDETAIL:  No other session .* trigger/, 'a trigger that returns NULL: the fill ends and says why');
as_owner('DROP TRIGGER no ON t');

# Another session that holds a lock for a while
sub start_session
{
	my ($sql) = @_;
	my $session = IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('adopt'), '-U', 'owner', '-c', "BEGIN; $sql; SELECT pg_sleep(120)" ], '<', \undef, '>', \my $out, '2>', \my $err);
	$node->poll_query_until('adopt', "SELECT count(*) = 1 FROM pg_stat_activity WHERE query LIKE 'BEGIN;%' AND wait_event = 'PgSleep'") or die 'no session';
	return $session;
}

sub end_session
{
	my ($session) = @_;
	$node->safe_psql('adopt', "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'BEGIN;%'");
	eval { $session->finish };
	return;
}

my $session = start_session('SELECT FROM t WHERE id < 8 FOR UPDATE');
(undef, undef, $stderr) = $node->psql('adopt', "CALL uscc_adopt('t', 'code')", @owner);
like($stderr, qr/ERROR:  7 rows of table app.t are locked by other sessions/, 'rows that are locked: the fill ends and says why');
my $pid = $node->safe_psql('adopt', "SELECT pid FROM pg_stat_activity WHERE query LIKE 'BEGIN;%'");
(undef, undef, $stderr) = $node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = 'index' \\gexec", @owner);
end_session($session);
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage <> 'cleanup' \\gexec", @owner);
as_owner("SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = 'swap' AND command NOT LIKE 'CALL%' \\gexec");
$session = start_session('SELECT FROM t');
$pid = $node->safe_psql('adopt', "SELECT pid FROM pg_stat_activity WHERE query LIKE 'BEGIN;%'");
# other sessions wait for half a second at most, behind each attempt
(undef, undef, $stderr) = $node->psql('adopt', "CALL uscc_adopt('t', 'code', swap => true)", @owner);
like($stderr, qr/ERROR:  could not lock app.t\nDETAIL:  Sessions that use it: $pid\./, 'a table that is locked: the swap ends and says by whom');
end_session($session);
as_owner("BEGIN; SELECT FROM t; PREPARE TRANSACTION 'left''over'");
(undef, undef, $stderr) = $node->psql('adopt', "CALL uscc_adopt('t', 'code', swap => true)", @owner);
like($stderr, qr/DETAIL:  Sessions that use it: PREPARE TRANSACTION 'left''over'\./, 'a table that is locked: also by a prepared transaction');
as_owner("ROLLBACK PREPARED 'left''over'");
is(adopt('t', 'code'), '', 'a table that is locked: adopted when it is free');

# Names that need quotes
create(qq{CREATE TABLE "T, ""one""" (id int, "the ""code""" text UNIQUE CHECK ("the ""code""" <> '')); INSERT INTO "T, ""one""" VALUES (1, $codes)});
create_trigger(q{BEGIN NEW.id := NEW.id + 1; RETURN NEW; END}, 'BEFORE INSERT', '"T, ""one"""');
my @quoted = ('"T, ""one"""', 'the "code"');
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('$quoted[0]', '$quoted[1]') WHERE command NOT LIKE '%swap => true%' AND stage <> 'cleanup' \\gexec", @owner) foreach 1 .. 3;
$session = start_session(qq{SELECT FROM $quoted[0]});
$pid = $node->safe_psql('adopt', "SELECT pid FROM pg_stat_activity WHERE query LIKE 'BEGIN;%'");
(undef, undef, $stderr) = $node->psql('adopt', "CALL uscc_adopt('$quoted[0]', '$quoted[1]', swap => true)", @owner);
like($stderr, qr/ERROR:  could not lock .*\nDETAIL:  Sessions that use it: $pid\./, 'names that need quotes: locked');
end_session($session);
is(adopt(@quoted), '', 'names that need quotes: adopted');

# 11. What is valid by chance is counted.
create("CREATE TABLE t (code text); INSERT INTO t VALUES ($codes), ('123456789012345678'), ('914403001000027000')");
like(as_owner("SELECT note FROM uscc_adopt_plan('t', 'code') WHERE stage = 'swap'"), qr/valid but not standard, .*: 2\. To list them/, 'valid by chance: counted before anything is changed');
$note = as_owner("SELECT note FROM uscc_adopt_plan('t', 'code') WHERE stage = 'swap' AND note LIKE '%standard%'");
is(as_owner($note =~ s/.*To list them: //r . ' ORDER BY 1'), "123456789012345678\n914403001000027000", 'valid by chance: the note shows how to list them');

# A CHECK that a code, as the type writes it, would violate
create("CREATE TABLE t (code text, CONSTRAINT low CHECK (code <> '91350100731861218W'), CONSTRAINT longish CHECK (length(code) > 17)); INSERT INTO t VALUES ('91350100731861218w')");
$before = schema_dump();
like(adopt('t', 'code'), qr/did not end: rejects\|\|rows that would violate constraint app.t.low .*: 1\. To list/, 'CHECK: one that would be violated holds the swap up');
is(adopt('t', 'code', ', undo => true'), '', 'CHECK: undone');
is(schema_dump(), $before, 'CHECK: the schema is as it was');
as_owner('ALTER TABLE t DROP CONSTRAINT low');
is(adopt('t', 'code'), '', 'CHECK: adopted without it');
is(as_owner("SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), ', ') FROM pg_constraint WHERE conname = 'longish'"), 'longish CHECK ((length((code)::text) > 17))', 'CHECK: the other one is that of the new column');

# What a wrong value meets from the constraint on, and who may still correct it
create("CREATE TABLE t (id int, code text); INSERT INTO t VALUES (1, $codes), (2, 'none')");
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage <> 'cleanup' \\gexec", @owner) foreach 1 .. 3;
as_owner("ALTER TABLE t ADD CONSTRAINT code_uscc_agrees CHECK ((code IS NULL) = (code_uscc IS NULL)) NOT VALID");
is(as_owner("SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = 'rejects'"), "SET LOCAL lock_timeout = '500ms';\nALTER TABLE app.t DROP CONSTRAINT code_uscc_agrees\n", 'a reject that came late: the plan drops the constraint');
$node->psql('adopt', "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage <> 'cleanup' \\gexec", @owner);
as_owner("UPDATE t SET id = 3 WHERE id = 2; UPDATE t SET code = '91350100M000100Y43' WHERE id = 3");
is(adopt('t', 'code'), '', 'a reject that came late: corrected and adopted');

# Killed at every step, the session and the server: nothing is lost, and nothing is
# left that the plan does not show.
create(<<'SQL');
CREATE TABLE customer (code varchar(40) PRIMARY KEY, n int CHECK (n > 0), name text);
CREATE INDEX customer_name ON customer (name, code);
CREATE TABLE invoice (id int PRIMARY KEY, customer varchar(40) NOT NULL REFERENCES customer ON UPDATE CASCADE);
CREATE INDEX invoice_customer ON invoice (customer);
INSERT INTO customer SELECT CASE WHEN i % 5 = 0 THEN lower(uscc_random()::text) ELSE uscc_random()::text END, i, 'c' || i FROM generate_series(1, 20000) AS i;
INSERT INTO invoice SELECT n, code FROM customer;
CREATE TABLE before AS SELECT * FROM customer;
SQL
$before = schema_dump();
my $kills = 0;
foreach my $direction ('', ', undo => true', '')
{
	my $plan = "uscc_adopt_plan('customer', 'code'$direction)";
	my %tries;
	foreach my $step (1 .. 100)
	{
		# after the server was killed, it may take a moment
		my $command = as_owner("SELECT command FROM $plan WHERE stage <> 'cleanup' AND command IS NOT NULL LIMIT 1");
		last if $command eq '';
		my $try = $tries{$command}++;
		$command =~ s/'public.uscc'\)/'public.uscc', 500)/;
		my $run = IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('adopt'), '-U', 'owner', '-c', $command ], '<', \undef, '>', \my $out, '2>', \my $err);
		if ($try < 2)
		{
			$node->psql('adopt', 'SELECT pg_sleep(' . (0.004 * (1 + $step % 7)) . ')');
			if ($try == 1 && $step % 4 == 1)
			{
				$node->stop('immediate');
				$node->start;
			}
			else
			{
				$node->safe_psql('adopt', "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'owner'");
			}
		}
		eval { $run->finish };
		$kills++ if $err =~ /terminat|connection/;
	}
	is(as_owner("SELECT count(*) FROM $plan WHERE stage <> 'cleanup'"), 0, "killed at every step$direction: it comes to its end");
	is(as_owner("SELECT count(*) FROM customer JOIN before USING (n) JOIN invoice ON id = n WHERE uscc_clean(before.code) = uscc_clean(customer.code::text) AND customer.code = invoice.customer"), 20000, "killed at every step$direction: no row is another");
	is(schema_dump(), $before, 'killed at every step: undone, nothing is left') if $direction;
	is(damage($node, 'adopt'), '', "killed at every step$direction: amcheck finds nothing");
}
note("$kills commands were killed in the middle");
ok($kills > 5, 'killed at every step: some were in the middle');
is(as_owner("SELECT string_agg(relname, ' ' ORDER BY relname COLLATE \"C\") FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'i' AND relname !~ '_text\$'"), 'customer_name customer_pkey invoice_customer invoice_pkey', 'killed at every step: the indexes have their names');
as_owner("SELECT command FROM uscc_adopt_plan('customer', 'code') \\gexec");
is(as_owner("SELECT count(*) FROM pg_attribute WHERE attrelid IN ('customer'::regclass, 'invoice'::regclass) AND attname ~ '_(text|uscc)\$'"), 0, 'cleaned up: no column is left');
is(as_owner("SELECT count(*) FROM pg_trigger WHERE tgfoid = 'uscc_adopt_sync'::regproc AND tgrelid IN ('customer'::regclass, 'invoice'::regclass)"), 0, 'cleaned up: no trigger is left');
$node->stop;
done_testing();
