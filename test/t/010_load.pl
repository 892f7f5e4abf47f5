# 16 clients of pgbench write and read codes for LOAD_SECONDS (default 10), one in
# ten malformed: each of those is refused with 22P02, each good one is there.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $seconds = $ENV{LOAD_SECONDS} // 10;
my $node = new_node('main');
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION uscc;
CREATE TABLE company (code uscc NOT NULL);
CREATE INDEX ON company (code);
CREATE INDEX ON company (uscc_region(code));
CREATE TABLE journal (given text NOT NULL, malformed bool NOT NULL, state text NOT NULL);
-- one other character anywhere: MOD 31 finds every one
CREATE FUNCTION spoilt(code text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	place int := 1 + floor(random() * 18);
	alphabet text := replace('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, place, 1), '');
BEGIN
	RETURN overlay(code PLACING substr(alphabet, 1 + floor(random() * 30)::int, 1) FROM place);
END $$;
CREATE FUNCTION visit() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	malformed bool := random() < 0.1;
	given text := uscc_random()::text;
	state text := '00000';
BEGIN
	IF malformed THEN
		given := spoilt(given);
	END IF;
	BEGIN
		INSERT INTO company SELECT given;
	EXCEPTION WHEN OTHERS THEN
		state := SQLSTATE;
	END;
	INSERT INTO journal VALUES (given, malformed, state);
	IF NOT malformed AND NOT EXISTS (SELECT FROM company WHERE code = given) THEN
		RAISE 'code % is not found', given;
	END IF;
	PERFORM count(*) FROM (SELECT FROM company WHERE code ^@ substr(given, 1, 6) LIMIT 10) AS ten;
END $$;
SQL
my $script = PostgreSQL::Test::Utils::tempdir . '/visit.sql';
append_to_file($script, "SELECT visit();\n");
my ($stdout, $stderr) = run_command([ 'pgbench', '-n', '-M', 'prepared', '-c', '16', '-j', '2', '-T', $seconds, '-f', $script, $node->connstr('postgres') ]);
unlike($stderr, qr/error|abort/i, 'no client failed');
my ($transactions) = $stdout =~ /transactions actually processed: (\d+)/;
is($node->safe_psql('postgres', 'SELECT count(*) FROM journal'), $transactions, "$transactions transactions are in the journal");
cmp_ok($transactions, '>', 100 * $seconds, 'the clients were at work');
my $malformed = $node->safe_psql('postgres', 'SELECT count(*) FROM journal WHERE malformed');
ok($malformed > 0.08 * $transactions && $malformed < 0.12 * $transactions, "$malformed are malformed, one in ten");
is($node->safe_psql('postgres', "SELECT string_agg(DISTINCT state, ' ') FROM journal WHERE malformed"), '22P02', 'each of them was refused with 22P02');
is($node->safe_psql('postgres', "SELECT string_agg(DISTINCT state, ' ') FROM journal WHERE NOT malformed"), '00000', 'no good one was refused');
is($node->safe_psql('postgres', <<'SQL'), 0, 'each good one is there, and no other');
SELECT count(*) FROM (SELECT given, count(*) FROM journal WHERE NOT malformed GROUP BY 1) AS j
FULL JOIN (SELECT code::text AS given, count(*) FROM company GROUP BY 1) AS c USING (given, count) WHERE j.given IS NULL OR c.given IS NULL
SQL
is(damage($node, 'postgres'), '', 'amcheck finds nothing');
$node->stop;
done_testing();
