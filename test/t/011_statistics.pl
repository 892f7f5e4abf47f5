# Statistics of the types change nothing for others: the sample of ANALYZE, extended
# statistics, and, from 18 on, a dump of the statistics, after which estimates are as
# good as PostgreSQL's own statistics make them.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main');
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION uscc;
CREATE TABLE company (code uscc, region adcode, organization orgcode, owner citizen_id, number bigint);
SELECT setseed(0.32100);
INSERT INTO company SELECT code, uscc_region(code), uscc_orgcode(code), citizen_id_first('110105' || to_char(date '1950-01-01' + i % 20000, 'YYYYMMDD')), i
	FROM (SELECT uscc_random('9') AS code, i FROM generate_series(1, 100000) AS i OFFSET 0) AS drawn;
SQL

# The number of rows that ANALYZE samples.
sub sampled
{
	my ($table) = @_;
	my ($status, $out, $messages) = $node->psql('postgres', "ANALYZE (VERBOSE) $table");
	return $messages =~ /(\d+) rows in sample/ ? $1 : $messages;
}
is(sampled('company (number)'), 30000, 'of a bigint, 30,000 rows are sampled');
is(sampled("company ($_)"), 45000, "of column $_, half as many again") foreach qw(code region organization owner);
is(sampled('company'), 45000, 'of all columns, as many');
foreach my $kind (qw(dependencies ndistinct mcv))
{
	$node->safe_psql('postgres', "CREATE STATISTICS company_$kind ($kind) ON code, region, organization, owner FROM company");
}
is(sampled('company'), 45000, 'the same with extended statistics');
$node->safe_psql('postgres', 'ALTER TABLE company ALTER code SET STATISTICS 10, ALTER region SET STATISTICS 10, ALTER organization SET STATISTICS 10, ALTER owner SET STATISTICS 10');
is(sampled('company (code, region)'), 4500, 'ALTER TABLE ... SET STATISTICS lowers it');
$node->safe_psql('postgres', 'ALTER TABLE company ALTER code SET STATISTICS 0');
is(sampled('company (code)'), 100, 'and turns it off');
is($node->safe_psql('postgres', 'SET default_statistics_target = 10000; ALTER TABLE company ALTER region SET STATISTICS 10000; ALTER TABLE company ALTER code SET STATISTICS 10000; ANALYZE company; SELECT count(*) > 0 FROM pg_stats WHERE tablename = \'company\''),
	't', 'the largest target works');
$node->safe_psql('postgres', 'ALTER TABLE company ALTER code SET STATISTICS -1, ALTER region SET STATISTICS -1, ALTER organization SET STATISTICS -1, ALTER owner SET STATISTICS -1; ANALYZE company');

# Is the estimate of a condition near the truth?
sub near
{
	my ($database, $condition) = @_;
	my $truth = $node->safe_psql($database, "SELECT count(*) FROM company WHERE $condition");
	my ($estimate) = $node->safe_psql($database, "EXPLAIN SELECT * FROM company WHERE $condition") =~ /rows=(\d+)/;
	return $estimate >= $truth / 2 && $estimate <= $truth * 2 || diag("$condition: $estimate of $truth");
}
SKIP:
{
	my @conditions = ("code ^@ '91'", "code <@ '44'", "'32' \@> region", "region <@ '44'", "code LIKE '9%'", "organization ^@ 'MA'", "owner ^@ '1101051'");
	ok(near('postgres', $_), "estimated: $_") foreach @conditions;
	skip 'statistics are not dumped before 18', 11 if $node->pg_version < 18;
	my $file = PostgreSQL::Test::Utils::tempdir . '/dump';
	$node->command_ok([ 'pg_dump', '--statistics', '-f', $file, 'postgres' ], 'statistics are dumped');
	$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
	$node->command_checks_all([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', 'restored', '-f', $file ],
		0, [qr/.*/s], [qr/^$/], 'and restored without a warning');
	ok(near('restored', $_), "estimated from what was restored: $_") foreach @conditions;
}
done_testing();
