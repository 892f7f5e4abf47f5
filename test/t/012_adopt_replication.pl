# Logical replication goes on while the publisher's column is adopted, in the order
# of doc/migrating.md: by a publication for all tables, whose subscriber has the new
# columns first, and by one with a list of columns, whose subscriber needs nothing.
# Afterwards the subscriber's column is adopted while rows arrive.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $publisher = new_node('publisher', allows_streaming => 'logical');
my $subscriber = new_node('subscriber', allows_streaming => 'logical');
my $connection = $publisher->connstr('postgres') =~ s/'/''/gr;
my $table = 'CREATE EXTENSION uscc; CREATE TABLE t (id int PRIMARY KEY, code varchar(18) NOT NULL); CREATE UNIQUE INDEX t_code ON t (code);';
$publisher->safe_psql('postgres', "$table INSERT INTO t SELECT i, uscc_random() FROM generate_series(1, 1000) AS i");
$subscriber->safe_psql('postgres', "$table CREATE DATABASE listed");
$subscriber->safe_psql('listed', $table);
$publisher->safe_psql('postgres', 'CREATE PUBLICATION everything FOR ALL TABLES; CREATE PUBLICATION listed FOR TABLE t (id, code)');
foreach my $pair ([ 'postgres', 'everything' ], [ 'listed', 'listed' ])
{
	my ($database, $publication) = @$pair;
	$subscriber->safe_psql($database, "CREATE SUBSCRIPTION $publication CONNECTION '$connection' PUBLICATION $publication");
	$subscriber->wait_for_subscription_sync($publisher, $publication, $database);
}

# What the publisher writes at each stage, in any spelling; both subscribers have it.
my $next = 10000;
sub replicated
{
	my ($stage) = @_;
	$publisher->safe_psql('postgres', <<"SQL");
INSERT INTO t (id, code) SELECT i, lower(uscc_random()::text) FROM generate_series($next, $next + 9) AS i;
UPDATE t SET code = uscc_random()::text WHERE id IN ($next, $next % 1000 + 1);
DELETE FROM t WHERE id = $next + 1;
SQL
	$next += 10;
	my $rows = $publisher->safe_psql('postgres', 'SELECT id, upper(code::text) FROM t ORDER BY id');
	foreach my $pair ([ 'postgres', 'everything' ], [ 'listed', 'listed' ])
	{
		my ($database, $subscription) = @$pair;
		$publisher->wait_for_catchup($subscription);
		is($subscriber->safe_psql($database, 'SELECT id, upper(code::text) FROM t ORDER BY id') eq $rows, 1, "$subscription: the same rows, $stage");
	}
	return;
}

sub adopt
{
	my ($node, $database, $stages) = @_;
	$node->safe_psql($database, "SELECT command FROM uscc_adopt_plan('t', 'code') WHERE stage = ANY ('{$stages}') \\gexec") foreach 1 .. 3;
	return;
}

replicated('before');
$subscriber->safe_psql('postgres', 'ALTER TABLE t ADD COLUMN code_uscc uscc, ADD COLUMN code_text varchar(18)');
foreach my $stages ('prepare', 'fill', 'index', 'swap', 'cleanup')
{
	adopt($publisher, 'postgres', $stages);
	replicated("after $stages");
}
is($publisher->safe_psql('postgres', "SELECT pg_typeof(code) FROM t LIMIT 1"), 'uscc', 'the publisher has adopted its column');
$subscriber->safe_psql('postgres', 'ALTER TABLE t DROP COLUMN code_uscc, DROP COLUMN code_text');
foreach my $stages ('prepare', 'fill', 'index', 'swap', 'cleanup')
{
	adopt($subscriber, $_, $stages) foreach ('postgres', 'listed');
	replicated("after $stages of the subscriber");
}
foreach my $database ('postgres', 'listed')
{
	is($subscriber->safe_psql($database, "SELECT DISTINCT pg_typeof(code) FROM t"), 'uscc', "$database: the subscriber has adopted its column");
	is(damage($subscriber, $database), '', "$database: amcheck finds nothing");
}
$subscriber->safe_psql($_->[0], "DROP SUBSCRIPTION $_->[1]") foreach ([ 'postgres', 'everything' ], [ 'listed', 'listed' ]);
$_->stop foreach ($publisher, $subscriber);
done_testing();
