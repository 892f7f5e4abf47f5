# A standby has the same rows and indexes, and can take over; a subscriber gets
# every change, in text and in binary, with REPLICA IDENTITY FULL too.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $primary = new_node('primary', allows_streaming => 'logical');
$primary->safe_psql('postgres', 'CREATE DATABASE company');
create_company($primary, 'company');
$primary->backup('base');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($primary, 'base', has_streaming => 1);
$standby->start;
$primary->safe_psql('company', <<'SQL');
INSERT INTO company (code, parent)
	SELECT uscc_make('9', '2', (110000 + i)::adcode, lpad(i::text, 8, '0')), '12100000400000624D'
	FROM generate_series(1, 5000) AS i;
DELETE FROM company WHERE code ^@ '911101';
VACUUM company;
SQL
$primary->wait_for_catchup($standby);
is(company_rows($standby, 'company') eq company_rows($primary, 'company'), 1, 'streaming: the same rows');
is($standby->safe_psql('company', <<'SQL'), '5000', 'streaming: a standby answers by index');
SET enable_seqscan = off; SELECT count(*) FROM company WHERE code ^@ '92'
SQL
my $rows = company_rows($primary, 'company');
$primary->stop('immediate');
$standby->promote;
is(company_rows($standby, 'company') eq $rows, 1, 'promotion: the same rows');
is(sqlstate($standby, 'company', "INSERT INTO company (code) VALUES ('12100000400000624D')"), '23505',
	'promotion: the primary key still holds');
$standby->safe_psql('company', "INSERT INTO company (code) SELECT uscc_make('9', '3', '350100', lpad(i::text, 8, '0')) FROM generate_series(1, 1000) AS i");
is(damage($standby, 'company'), '', 'promotion: amcheck finds nothing');

my $publisher = $standby;
my $subscriber = new_node('subscriber', allows_streaming => 'logical');
foreach my $binary ('false', 'true')
{
	my $name = $binary eq 'true' ? 'in_binary' : 'in_text';
	$publisher->safe_psql('postgres', "CREATE DATABASE $name");
	$subscriber->safe_psql('postgres', "CREATE DATABASE $name");
	foreach my $node ($publisher, $subscriber)
	{
		$node->safe_psql($name, <<'SQL');
CREATE EXTENSION uscc;
CREATE TABLE keyed (code uscc PRIMARY KEY, region adcode, organization orgcode, owner citizen_id);
CREATE TABLE full_identity (code uscc, region adcode, organization orgcode, owner citizen_id);
ALTER TABLE full_identity REPLICA IDENTITY FULL;
CREATE INDEX ON full_identity (code);
SQL
	}
	my $insert = <<'SQL';
WITH new AS (SELECT uscc_make('9', '1', (350000 + i)::adcode, lpad(i::text, 8, '0')) AS code, i FROM generate_series(%1, %2) AS i),
	k AS (INSERT INTO keyed SELECT code, uscc_region(code), uscc_orgcode(code), '11010519491231002X' FROM new)
INSERT INTO full_identity SELECT code, uscc_region(code), uscc_orgcode(code), CASE WHEN i % 2 = 0 THEN '11010519491231002X'::citizen_id END FROM new;
SQL
	$publisher->safe_psql($name, $insert =~ s/%1/1/r =~ s/%2/500/r);
	$publisher->safe_psql($name, "CREATE PUBLICATION codes FOR ALL TABLES");
	$subscriber->safe_psql($name, "CREATE SUBSCRIPTION ${name}_codes CONNECTION '"
		  . $publisher->connstr($name) =~ s/'/''/gr . "' PUBLICATION codes WITH (binary = $binary)");
	$subscriber->wait_for_subscription_sync($publisher, "${name}_codes", $name);
	$publisher->safe_psql($name, $insert =~ s/%1/501/r =~ s/%2/1000/r);
	$publisher->safe_psql($name, <<'SQL');
UPDATE keyed SET code = uscc_make('9', '2', region, '0' || substr(uscc_subject(code), 2, 7)) WHERE organization < orgcode_make('00000200');
UPDATE full_identity SET region = '350100' WHERE code <@ '3503';
DELETE FROM keyed WHERE region = '350900';
DELETE FROM full_identity WHERE code <@ '3507';
SQL
	$publisher->wait_for_catchup("${name}_codes");
	foreach my $table ('keyed', 'full_identity')
	{
		my $query = "SELECT * FROM $table ORDER BY code";
		my $there = $publisher->safe_psql($name, $query);
		is($subscriber->safe_psql($name, $query) eq $there, 1, "logical, $name: the same rows of $table");
		is(($there =~ tr/\n//) + 1, $table eq 'keyed' ? 999 : 900, "logical, $name: as many as were left of $table");
	}
	is(damage($subscriber, $name), '', "logical, $name: amcheck finds nothing");
	is($subscriber->safe_psql($name, "SELECT subbinary FROM pg_subscription WHERE subname = '${name}_codes'"),
		$binary eq 'true' ? 't' : 'f', "logical, $name: that is the form");
	$subscriber->safe_psql($name, "DROP SUBSCRIPTION ${name}_codes");
}
$_->stop foreach ($publisher, $subscriber);
done_testing();
