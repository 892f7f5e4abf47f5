# Partitions by hash, list and range; parallel query; row-level security, where only
# LEAKPROOF operators may be asked before the policy.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main');
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION uscc;
SELECT setseed(0.32100);
CREATE TABLE company AS SELECT DISTINCT ON (code) code, i AS id FROM (SELECT uscc_random() AS code, i FROM generate_series(1, 50000) AS i) AS r;
SQL

my %partition = (
	hash => [ 'HASH (code)', map { "FOR VALUES WITH (MODULUS 4, REMAINDER $_)" } 0 .. 3 ],
	list => [ 'LIST (uscc_department(code))', "FOR VALUES IN ('9')", "FOR VALUES IN ('5', '1')", 'DEFAULT' ],
	range => [ 'RANGE (code)', "FOR VALUES FROM (uscc_first('91')) TO (uscc_first('92'))",
		"FOR VALUES FROM (uscc_first('92')) TO (uscc_first('93'))", 'DEFAULT' ]);
foreach my $kind (sort keys %partition)
{
	my ($by, @bounds) = @{ $partition{$kind} };
	$node->safe_psql('postgres', join ';', "CREATE TABLE by_$kind (code uscc NOT NULL, id int) PARTITION BY $by",
		(map { "CREATE TABLE by_${kind}_$_ PARTITION OF by_$kind $bounds[$_]" } 0 .. $#bounds),
		"INSERT INTO by_$kind SELECT * FROM company", "CREATE INDEX ON by_$kind (code)", "ANALYZE by_$kind");
	is($node->safe_psql('postgres', "SELECT count(*) FROM by_$kind FULL JOIN company USING (code, id) WHERE by_$kind.code IS NULL OR company.code IS NULL")
		, 0, "$kind partitions: every row, and no other");
	is($node->safe_psql('postgres', "SELECT count(DISTINCT tableoid) FROM by_$kind"), scalar @bounds, "$kind partitions: all are used");
	my $code = $node->safe_psql('postgres', "SELECT min(code) FROM company WHERE code ^@ '92'");
	my $plan = plan_of($node, 'postgres', "SELECT * FROM by_$kind WHERE "
		  . ($kind eq 'list' ? "uscc_department(code) = '9'" : "code = '$code'"));
	is(scalar(() = $plan =~ /Scan /g), 1 + ($plan =~ /Bitmap Heap/ ? 1 : 0), "$kind partitions: the others are left out");
	is($node->safe_psql('postgres', "SELECT count(*) FROM by_$kind WHERE code = '$code'"), 1, "$kind partitions: the row is found");
	$node->safe_psql('postgres', "UPDATE by_$kind SET code = '12100000400000624D' WHERE code = '$code'");
	is($node->safe_psql('postgres', "SELECT count(*) FROM by_$kind WHERE code = '12100000400000624D'"), 1, "$kind partitions: a row moves");
}
my $plan = plan_of($node, 'postgres', "SELECT * FROM by_range WHERE code BETWEEN uscc_first('92') AND uscc_last('92')");
unlike($plan, qr/by_range_[02]/, 'range partitions: an interval of a prefix leaves others out');
$plan = plan_of($node, 'postgres', "SELECT * FROM by_hash JOIN by_hash AS other USING (code)", 'SET enable_partitionwise_join = on');
is(scalar(() = $plan =~ /Join|Nested Loop/g), 4, 'hash partitions: joined one by one');
is($node->safe_psql('postgres', "SELECT count(*) FROM company WHERE NOT satisfies_hash_partition('by_hash'::regclass, 4, 0, code)
		AND NOT satisfies_hash_partition('by_hash'::regclass, 4, 1, code) AND NOT satisfies_hash_partition('by_hash'::regclass, 4, 2, code)
		AND NOT satisfies_hash_partition('by_hash'::regclass, 4, 3, code)"), 0, 'hash partitions: each code has one');

my $parallel = 'SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
	SET min_parallel_index_scan_size = 0; SET max_parallel_workers_per_gather = 2';
my $serial = 'SET max_parallel_workers_per_gather = 0';
my %query = (
	fields => "SELECT min(code), max(code), count(DISTINCT uscc_region(code)), min(uscc_department(code)), max(uscc_subject(code)) FROM company",
	groups => "SELECT adcode_province(uscc_region(code)) AS p, count(*), min(code) FROM company GROUP BY 1 ORDER BY 1",
	prefix => "SELECT count(*) FROM company WHERE code ^@ '91'",
	division => "SELECT count(*), min(code) FROM company WHERE code <@ '35'",
	'comparison with text' => "SELECT count(*) FROM company WHERE code <> '91350100M000100Y43'::text",
	join => "SELECT count(*), min(a.code) FROM company a JOIN company b ON a.code = b.code",
	dirty => "SELECT count(uscc_clean(code::text)), count(*) FILTER (WHERE uscc_is_valid(code::text)), max((uscc_diagnose(code::text)).cleaned) FROM company",
	names => "SELECT max(uscc_region_name(code)), max(uscc_category_name(code)), count(*) FILTER (WHERE uscc_is_standard(code)) FROM company");
foreach my $name (sort keys %query)
{
	like(plan_of($node, 'postgres', $query{$name}, $parallel), qr/Gather/, "parallel query, $name: workers") ;
	is($node->safe_psql('postgres', "$parallel; $query{$name}"), $node->safe_psql('postgres', "$serial; $query{$name}"),
		"parallel query, $name: the answer of one");
}
$node->safe_psql('postgres', "$parallel; CREATE INDEX built ON company (code)");
is(damage($node, 'postgres'), '', 'parallel CREATE INDEX: amcheck finds nothing');

$node->safe_psql('postgres', <<'SQL');
CREATE ROLE reader LOGIN;
GRANT CREATE ON SCHEMA public TO reader;
CREATE TABLE secret (code uscc, visible bool);
INSERT INTO secret SELECT code, id % 1000 = 1 FROM company;
CREATE INDEX secret_code ON secret (code);
CREATE INDEX secret_region ON secret (uscc_region(code));
ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON secret USING (visible);
GRANT SELECT ON secret TO reader;
ANALYZE secret;
CREATE FUNCTION leak(uscc) RETURNS bool LANGUAGE plpgsql COST 0.000001
	AS $$ BEGIN RAISE NOTICE 'leak %', $1; RETURN true; END $$;
SQL
my ($hidden) = split /\n/, $node->safe_psql('postgres', 'SELECT code FROM secret WHERE NOT visible AND code ^@ $$91$$ LIMIT 1');
my $as_reader = 'SET ROLE reader';
my (undef, undef, $notices) = $node->psql('postgres', "$as_reader; SELECT count(*) FROM secret WHERE leak(code)");
my $visible = $node->safe_psql('postgres', 'SELECT count(*) FROM secret WHERE visible');
is(scalar(() = $notices =~ /leak/g), $visible, 'row-level security: a leaky function sees the visible rows alone');
is($node->safe_psql('postgres', "$as_reader; SELECT count(*) FROM secret WHERE code = '$hidden'"), 0, 'row-level security: a hidden row is not found');
# with each: its index, and whether it may be asked of rows before the policy
foreach my $case (
	[ "code = '$hidden'", 'secret_code' ], [ "code = '$hidden'::text", 'secret_code' ],
	[ "code ^@ '9135'", 'secret_code' ], [ "code > '$hidden' AND code < '$hidden'", 'secret_code' ],
	[ "code <@ '3501'", 'secret_region' ], [ "uscc_region(code) = '350100'", 'secret_region' ])
{
	my ($condition, $index) = @$case;
	like(plan_of($node, 'postgres', "SELECT * FROM secret WHERE $condition", "$as_reader; SET enable_seqscan = off"),
		qr/$index.*Index Cond/s, "row-level security: index for " . $condition =~ s/$hidden/.../gr);
}
# uscc_department() is not leakproof, so it may not go first
$node->safe_psql('postgres', 'CREATE INDEX secret_department ON secret (uscc_department(code))');
unlike(plan_of($node, 'postgres', "SELECT * FROM secret WHERE uscc_department(code) = '5'", "$as_reader; SET enable_seqscan = off"),
	qr/Index Cond/, 'row-level security: no index for a function that is not leakproof');
# a cast that fails shows the text that it was given
(undef, undef, $notices) = $node->psql('postgres', "$as_reader; SELECT count(*) FROM secret WHERE (code::text || 'x')::uscc = code");
unlike($notices, qr/$hidden/, 'row-level security: no error names a hidden code');
$node->stop;
done_testing();
