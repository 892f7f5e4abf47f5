# pg_upgrade carries the stored bytes from version to version: same rows, same
# answers by every index, no index to be built again.
#
# UPGRADE_PATH has the versions, as their directories of programs with colons
# between; the extension is installed in each.  Without it, from this version to
# itself.
use strict;
use warnings;
use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $bindir = (run_command([ 'pg_config', '--bindir' ]))[0];
my @path = split /:/, $ENV{UPGRADE_PATH} // "$bindir:$bindir";
delete $ENV{TEMP_CONFIG} if $ENV{UPGRADE_PATH};
my $directory = PostgreSQL::Test::Utils::tempdir;

# What new() takes, for the version of a directory of programs.
sub version_of { return $ENV{UPGRADE_PATH} ? { install_path => dirname($_[0]) } : {} }

my $node = new_node('step_0', new => version_of($path[0]));
if ($node->psql('postgres', q(LOAD '$libdir/uscc')))
{
	# from 18 on, CREATE EXTENSION finds a library elsewhere, and pg_upgrade does not
	$node->stop;
	plan skip_all => 'pg_upgrade loads what is in $libdir, and uscc is not installed there';
}
$node->safe_psql('postgres', 'CREATE DATABASE dumped');
create_company($node, 'dumped');
my $rows = company_rows($node, 'dumped');
my $plans = company_plans($node, 'dumped');
# checksums are on by default from 18 on, and all clusters have to agree
my $checksums = $node->safe_psql('postgres', 'SHOW data_checksums') eq 'on';

foreach my $step (1 .. $#path)
{
	my ($from, $to) = @path[ $step - 1, $step ];
	my $old = $node;
	my $old_version = $old->safe_psql('postgres', 'SHOW server_version');
	my ($major) = (run_command([ "$to/pg_config", '--version' ]))[0] =~ /PostgreSQL (\d+)/;
	$node = PostgreSQL::Test::Cluster->new("step_$step", %{ version_of($to) });
	$node->init(extra => [ '--locale=C', '--encoding=UTF8',
			$checksums ? '--data-checksums' : $major < 18 ? () : '--no-data-checksums' ]);
	$node->append_conf('postgresql.conf', "shared_buffers = 32MB\nmax_connections = 40\nlog_statement = none");
	# 15.20 and 17.12 give each column an option that 18.6 and 19rc1 do not know, which
	# stops pg_upgrade whatever is in the table
	$node->start;
	my (undef, undef, $unknown) = $node->psql('postgres', 'CREATE TEMP TABLE t (a int); ALTER TABLE t ALTER a SET (pg_attver = 1)');
	$node->stop;
	my $options = "attoptions::text LIKE '%pg_attver%'";
	if ($unknown =~ /unrecognized parameter "pg_attver"/ && $old->safe_psql('dumped', "SELECT EXISTS (SELECT FROM pg_attribute WHERE $options)") eq 't')
	{
		note "step $step: option pg_attver is taken off, as the next version does not know it";
		$old->safe_psql('dumped', "UPDATE pg_attribute SET attoptions = NULL WHERE $options");
	}
	$old->stop;
	chdir $directory;
	command_ok([ "$to/pg_upgrade", '--no-sync', '-d', $old->data_dir, '-D', $node->data_dir,
			'-b', $from, '-B', $to, '-s', $node->host, '-p', $old->port, '-P', $node->port ],
		"step $step: pg_upgrade")
	  or diag map { substr slurp_file($_), -2000 } glob $node->data_dir . '/pg_upgrade_output.d/*/log/*dump*.log';
	$node->start;
	note "step $step: from $old_version to " . $node->safe_psql('postgres', 'SHOW server_version');
	is(company_rows($node, 'dumped') eq $rows, 1, "step $step: the same rows");
	is($node->safe_psql('dumped', <<'SQL'), '', "step $step: no index is invalid");
SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid OR NOT indisready
SQL
	is(damage($node, 'dumped'), '', "step $step: amcheck finds nothing, without REINDEX");
	$node->safe_psql('dumped', 'ANALYZE');
	my $again = company_plans($node, 'dumped');
	# another version may draw a plan in other words, but not count otherwise
	is(join("\n", $again =~ /^\d+\|.*/mg), join("\n", $plans =~ /^\d+\|.*/mg), "step $step: the same answers by every index");
	is($again, $plans, "step $step: the same plans") if $from eq $to;
	like($again, qr/(?:using|on) $_\b/, "step $step: index $_ serves as before")
	  foreach qw(company_pkey company_hash company_organization_hash company_owner company_birth
	  company_brin company_multi company_bloom company_region company_partial);
	is(sqlstate($node, 'dumped', "INSERT INTO company (code) VALUES ('12100000400000624D')"), '23505', "step $step: a duplicate is found");
	is(sqlstate($node, 'dumped', "INSERT INTO company (code, parent) VALUES ('91350100M000100Y43', '91350100M000100Y43')"), '23514',
		"step $step: constraints hold");
	is($node->safe_psql('dumped', "SELECT uscc_region_name('91350100M000100Y43'::uscc) = adcode_name('350100'::adcode)"),
		't', "step $step: a function with an SQL body still works");
}
$node->stop;
done_testing();
