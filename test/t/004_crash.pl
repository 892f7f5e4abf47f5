# The server is killed in the middle of COPY, and of uscc_adopt: what was committed
# is there afterwards, nothing else, and no index is damaged.
use strict;
use warnings;
use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main', conf => "autovacuum = off\n");
my @psql = ('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('postgres'));

# SIGKILL for every process of the server, then a start with recovery.
sub kill_and_start
{
	my @backends = split /\n/, $node->safe_psql('postgres', 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
	my ($postmaster) = slurp_file($node->data_dir . '/postmaster.pid') =~ /^(\d+)/;
	$node->kill9;
	kill 'KILL', @backends;
	my $log = -s $node->logfile;
	# the server does not start while a process with that number exists
	foreach (1 .. 300)
	{
		last unless kill 0, $postmaster, @backends;
		select undef, undef, undef, 0.1;
	}
	$node->start;
	like(slurp_file($node->logfile, $log), qr/automatic recovery in progress/, "$_[0]: recovery");
	return;
}

create_company($node, 'postgres');
my $rows = company_rows($node, 'postgres');
my $codes = $node->safe_psql('postgres', 'SELECT uscc_random() FROM generate_series(1, 20000)') . "\n";

my ($in, $out, $err) = ('', '', '');
my $copy = IPC::Run::start([ @psql, '-c', 'COPY company (code) FROM STDIN' ], '<', \$in, '>', \$out, '2>', \$err);
$in .= $codes;
my $begun = '';
foreach (1 .. 600)
{
	last if $begun eq 't';
	$copy->pump_nb foreach 1 .. 10;
	$begun = $node->safe_psql('postgres', 'SELECT tuples_processed > 5000 FROM pg_stat_progress_copy');
}
is($begun, 't', 'COPY: in the middle');
kill_and_start('COPY');
# psql may have read all lines and wait for more: the new server has inherited the pipe
$copy->kill_kill;
is($node->safe_psql('postgres', "SELECT count(*) FROM company"), 10156, 'COPY: none of its rows is there');
is(company_rows($node, 'postgres') eq $rows, 1, 'COPY: all that was there is there');
is(damage($node, 'postgres'), '', 'COPY: amcheck finds nothing');
$node->safe_psql('postgres', 'CREATE TABLE given (code uscc)');
is(sqlstate($node, 'postgres', "COPY given FROM STDIN;\n$codes\\.\n"), '00000', 'COPY: the same lines once more');
$node->safe_psql('postgres', 'INSERT INTO company (code) SELECT DISTINCT code FROM given ON CONFLICT DO NOTHING');
is($node->safe_psql('postgres', 'SELECT count(*) FROM given LEFT JOIN company USING (code) WHERE company.code IS NULL'),
	0, 'COPY: all are there after it');
is(damage($node, 'postgres'), '', 'COPY: amcheck finds nothing after it');

my $plan = "SELECT command FROM uscc_adopt_plan('customer', 'code') WHERE stage = ANY ('%s'::text[]) \\gexec";
$node->safe_psql('postgres', <<'SQL');
CREATE TABLE customer (id int PRIMARY KEY, code varchar(40));
INSERT INTO customer SELECT i, CASE WHEN i % 50 = 0 THEN 'none' ELSE lower(uscc_random()::text) END FROM generate_series(1, 60000) AS i;
CREATE TABLE before AS TABLE customer;
SQL
$node->safe_psql('postgres', sprintf($plan, '{prepare}'));
my $call = IPC::Run::start([ @psql, '-c', "CALL uscc_adopt('customer', 'code', batch_size => 500)" ], '<', \undef, '>', \$out, '2>', \$err);
# another session asks, while the table is at work
my $half;
foreach (1 .. 600)
{
	(undef, $half) = $node->psql('postgres', 'SELECT count(code_uscc) FROM customer');
	last if ($half // '') =~ /^\d+$/ && $half > 5000;
}
kill_and_start('uscc_adopt');
eval { $call->finish };
my $done = $node->safe_psql('postgres', 'SELECT count(code_uscc) FROM customer');
ok($done >= $half && $done < 58800, "uscc_adopt: batches that were committed are there, not all");
is(damage($node, 'postgres'), '', 'uscc_adopt: amcheck finds nothing');
$node->safe_psql('postgres', sprintf($plan, '{fill}'));
is($node->safe_psql('postgres', 'SELECT count(*) FROM customer WHERE code_uscc IS DISTINCT FROM uscc_clean(code)'),
	0, 'uscc_adopt: a second call brings it to the end');
like($node->safe_psql('postgres', "SELECT note FROM uscc_adopt_plan('customer', 'code') WHERE stage = 'rejects'"), qr/ 1200\./, 'uscc_adopt: the rejects are complete');
is($node->safe_psql('postgres', 'SELECT count(*) FROM customer JOIN before USING (id) WHERE customer.code IS DISTINCT FROM before.code'),
	0, 'uscc_adopt: no text is another');
$node->safe_psql('postgres', 'DELETE FROM customer WHERE code_uscc IS NULL');
$node->safe_psql('postgres', sprintf($plan, '{index,swap}')) foreach 1 .. 2;
is($node->safe_psql('postgres', 'SELECT pg_typeof(code), count(*) FROM customer GROUP BY 1'), 'uscc|58800', 'uscc_adopt: swapped');
is(damage($node, 'postgres'), '', 'uscc_adopt: amcheck finds nothing at the end');
$node->stop;
done_testing();
