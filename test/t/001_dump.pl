# A database with indexes of every kind, constraints, generated columns,
# partitions and a materialized view comes through dump and restore as it was.
use strict;
use warnings;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main');
my $directory = PostgreSQL::Test::Utils::tempdir;
$node->safe_psql('postgres', 'CREATE DATABASE dumped');
create_company($node, 'dumped');
my $rows = company_rows($node, 'dumped');
my $plans = company_plans($node, 'dumped');
is(scalar(() = $rows =~ /^[^|\n]+\|[^|\n]+\|.*\|/mg) >= 10156, 1, '10156 rows are dumped');
like($plans, qr/using $_\b|on $_\b/, "index $_ serves")
  foreach qw(company_pkey company_hash company_organization_hash company_owner company_birth
  company_brin company_multi company_bloom company_region company_partial);
is(damage($node, 'dumped'), '', 'amcheck finds nothing before');

# The dump without the keys that newer versions choose at random.
sub dump_text
{
	my ($database) = @_;
	my ($stdout, $stderr) = run_command([ 'pg_dump', '-d', $node->connstr($database) ]);
	$stdout =~ s/^\\(un)?restrict .*\n//mg;
	return $stdout;
}
my $text = dump_text('dumped');

my %way = (
	plain => [ [ '-Fp' ], undef ],
	custom => [ [ '-Fc' ], [] ],
	'custom, restored by two' => [ [ '-Fc' ], [ '-j', '2' ] ],
	'directory, by two' => [ [ '-Fd', '-j', '2' ], [ '-j', '2' ] ],
	'inserts' => [ [ '-Fp', '--rows-per-insert=1000' ], undef ]);
foreach my $way (sort keys %way)
{
	my ($dump, $restore) = @{ $way{$way} };
	(my $file = "$directory/$way") =~ tr/ ,/_/d;
	$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
	$node->command_ok([ 'pg_dump', @$dump, '-f', $file, 'dumped' ], "$way: dumped");
	$node->command_ok(
		$restore
		? [ 'pg_restore', '--exit-on-error', @$restore, '-d', 'restored', $file ]
		: [ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-o', "$directory/out", '-d', 'restored', '-f', $file ],
		"$way: restored");
	$node->safe_psql('restored', 'ANALYZE');
	is(company_rows($node, 'restored') eq $rows, 1, "$way: the same rows");
	is(company_plans($node, 'restored'), $plans, "$way: the same plans and answers");
	is(dump_text('restored') eq $text, 1, "$way: dumped again, the same text");
	is(damage($node, 'restored'), '', "$way: amcheck finds nothing");
	$node->safe_psql('postgres', 'DROP DATABASE restored');
}

# binary COPY, the stored bytes as clients get them
$node->safe_psql('dumped', <<"SQL");
COPY (SELECT code, region, organization, owner FROM company) TO '$directory/binary' (FORMAT binary);
CREATE TABLE again (code uscc, region adcode, organization orgcode, owner citizen_id);
COPY again FROM '$directory/binary' (FORMAT binary);
SQL
is( $node->safe_psql('dumped', <<'SQL'), '0|10156', 'binary COPY brings every row back');
SELECT count(*) FILTER (WHERE again.code IS NULL), count(*) FROM company
LEFT JOIN again ON again.code = company.code AND again.region = company.region
	AND again.organization IS NOT DISTINCT FROM company.organization AND again.owner = company.owner
SQL

# what pg_upgrade does: every member of the extension by itself
my ($upgrade) = run_command([ 'pg_dump', '--binary-upgrade', '--schema-only', '-d', $node->connstr('dumped') ]);
like($upgrade, qr/binary_upgrade_create_empty_extension\('uscc'/, '--binary-upgrade dumps the members');

# constraints of uscc_gist, which pg_dump writes with their operators
my $temporal = check_pg_config('^#define PG_VERSION_NUM (1[89]|[2-9][0-9])');
$node->safe_psql('postgres', 'CREATE DATABASE periods');
$node->safe_psql('periods', 'CREATE SCHEMA types; CREATE SCHEMA gist; CREATE EXTENSION uscc SCHEMA types; CREATE EXTENSION btree_gist SCHEMA gist;
	CREATE EXTENSION uscc_gist SCHEMA gist; SET search_path = public, types, gist;
	CREATE TABLE name (code uscc, region adcode, name text, during daterange, EXCLUDE USING gist (code WITH =, during WITH &&), EXCLUDE USING gist (region WITH =, during WITH &&));'
	  . ($temporal ? 'CREATE TABLE company (code uscc, during daterange, PRIMARY KEY (code, during WITHOUT OVERLAPS));
		CREATE TABLE contract (seller uscc, during daterange, FOREIGN KEY (seller, PERIOD during) REFERENCES company (code, PERIOD during));
		INSERT INTO company VALUES ($$91350100M000100Y43$$, $$[2015-01-01,2020-01-01)$$); INSERT INTO contract VALUES ($$91350100M000100Y43$$, $$[2016-01-01,2017-01-01)$$);' : '')
	  . 'INSERT INTO name VALUES ($$91350100M000100Y43$$, $$350100$$, $$one$$, $$[2015-01-01,2020-01-01)$$)');
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'pg_dump', '-f', "$directory/periods", 'periods' ], 'periods: dumped');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-o', "$directory/out", '-d', 'restored', '-f', "$directory/periods" ], 'periods: restored');
is(dump_text('restored') eq dump_text('periods'), 1, 'periods: dumped again, the same text');
foreach my $insert (
	"name VALUES ('91350100M000100Y43', NULL, 'two', '[2016-01-01,2017-01-01)')", "name VALUES (NULL, '350100', 'two', '[2016-01-01,2017-01-01)')",
	$temporal ? ("company VALUES ('91350100m000100y43', '[2016-01-01,2017-01-01)')", "contract VALUES ('91350100M000100Y43', '[2016-01-01,2027-01-01)')") : ())
{
	my ($status, undef, $error) = $node->psql('restored', "INSERT INTO public.$insert");
	like($error, qr/violates (exclusion|foreign key) constraint/, "periods: refused after the restore: $insert");
}

$node->stop;
done_testing();
