# pg_upgrade carries the stored bytes from OLD_BINDIR's version, or from this one,
# to this one: same rows, same plans, no index to be built again.
use strict;
use warnings;
use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $bindir = dirname((run_command([ 'pg_config', '--bindir' ]))[0] . '/x');
my $old_bindir = $ENV{OLD_BINDIR} // $bindir;
my $old;
{
	local $ENV{TEMP_CONFIG} = $ENV{OLD_TEMP_CONFIG} // $ENV{TEMP_CONFIG};
	$old = new_node('old', new => $ENV{OLD_BINDIR} ? { install_path => dirname($old_bindir) } : {});
}
# checksums are on by default from 18 on, and both clusters have to agree
my $checksums = $old->safe_psql('postgres', 'SHOW data_checksums') eq 'on';
my $new = PostgreSQL::Test::Cluster->new('new');
my $version = (run_command([ 'pg_config', '--version' ]))[0];
$new->init(extra => [ '--locale=C', '--encoding=UTF8',
		$checksums ? '--data-checksums' : $version =~ /PostgreSQL (1[0-7])/ ? () : '--no-data-checksums' ]);
$new->append_conf('postgresql.conf', "shared_buffers = 32MB\nmax_connections = 40\nlog_statement = none");

$old->safe_psql('postgres', 'CREATE DATABASE dumped');
create_company($old, 'dumped');
my $rows = company_rows($old, 'dumped');
my $plans = company_plans($old, 'dumped');
my $from = $old->safe_psql('postgres', 'SHOW server_version');
$old->stop;

chdir PostgreSQL::Test::Utils::tempdir;
command_ok([ 'pg_upgrade', '--no-sync', '-d', $old->data_dir, '-D', $new->data_dir,
		'-b', $old_bindir, '-B', $bindir, '-s', $new->host, '-p', $old->port, '-P', $new->port ],
	'pg_upgrade');
$new->start;
note "upgraded from $from to " . $new->safe_psql('postgres', 'SHOW server_version');
is(company_rows($new, 'dumped') eq $rows, 1, 'the same rows');
is($new->safe_psql('dumped', <<'SQL'), '', 'no index is invalid');
SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid OR NOT indisready
SQL
is(damage($new, 'dumped'), '', 'amcheck finds nothing, without REINDEX');
$new->safe_psql('dumped', 'ANALYZE');
my $again = company_plans($new, 'dumped');
# another version may draw a plan in other words, but not count otherwise
is(join("\n", $again =~ /^\d+\|.*/mg), join("\n", $plans =~ /^\d+\|.*/mg), 'the same answers by every index');
is($again, $plans, 'the same plans') if $old_bindir eq $bindir;
like($again, qr/(?:using|on) $_\b/, "index $_ serves as before")
  foreach qw(company_pkey company_hash company_organization_hash company_owner company_birth
  company_brin company_multi company_bloom company_region company_partial);
is(sqlstate($new, 'dumped', "INSERT INTO company (code) VALUES ('12100000400000624D')"), '23505', 'a duplicate is found');
is(sqlstate($new, 'dumped', "INSERT INTO company (code, parent) VALUES ('91350100M000100Y43', '91350100M000100Y43')"), '23514', 'constraints hold');
is($new->safe_psql('dumped', "SELECT region_name('91350100M000100Y43'::uscc) = region_name('350100'::adcode)"),
	't', 'a function with an SQL body still works');
$new->stop;
done_testing();
