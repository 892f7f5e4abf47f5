# What the tests share: servers with the extension, a table with indexes of every
# kind, and questions about them.
package Uscc;

use strict;
use warnings;
use Exporter 'import';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

our @EXPORT = qw(new_node create_company company_rows company_plans damage plan_of
  sqlstate check31);

# A server that runs; parameters go to init and to the configuration.
sub new_node
{
	my ($name, %param) = @_;
	my $conf = delete $param{conf} // '';
	my $node = PostgreSQL::Test::Cluster->new($name, %{ delete $param{new} // {} });
	$node->init(extra => [ '--locale=C', '--encoding=UTF8' ], %param);
	$node->append_conf('postgresql.conf',
		"shared_buffers = 32MB\nmax_connections = 40\nlog_statement = none\n$conf");
	$node->start;
	return $node;
}

# Tables with everything that a dump or an upgrade has to carry: 10,156 rows.
sub create_company
{
	my ($node, $database) = @_;
	$node->safe_psql($database, <<'SQL');
CREATE EXTENSION uscc;
CREATE TABLE company (
	code uscc PRIMARY KEY,
	name text,
	region adcode GENERATED ALWAYS AS (uscc_region(code)) STORED,
	parent uscc REFERENCES company CHECK (parent <> code),
	former uscc DEFAULT '91350100M000100Y43',
	organization orgcode GENERATED ALWAYS AS (uscc_orgcode(code)) STORED,
	owner citizen_id DEFAULT '11010519491231002X' CHECK (citizen_id_birth_date(owner) > '1900-01-01')
);
\copy company (code, name) from 'data/organizations.csv' (format csv, header)
INSERT INTO company (code, parent)
	SELECT uscc_make('9', '1', (110000 + i)::adcode, lpad(i::text, 8, '0')), '12100000400000624D'
	FROM generate_series(1, 10000) AS i;
CREATE INDEX company_owner ON company (owner);
CREATE INDEX company_birth ON company (citizen_id_birth_date(owner));
CREATE INDEX company_organization_hash ON company USING hash (organization);
CREATE INDEX company_hash ON company USING hash (code);
CREATE INDEX company_brin ON company USING brin (code);
CREATE INDEX company_multi ON company USING brin (code uscc_minmax_multi_ops);
CREATE INDEX company_bloom ON company USING brin (code uscc_bloom_ops);
CREATE INDEX company_region ON company (uscc_region(code), uscc_department(code)) INCLUDE (code);
CREATE INDEX company_partial ON company (region) WHERE code = '12100000400000624D'::text;
CREATE DOMAIN enterprise AS uscc CHECK (VALUE ^@ '91');
CREATE VIEW recent AS SELECT code, uscc_region_name(code) FROM company WHERE code > '91350100M000100Y43';
CREATE MATERIALIZED VIEW province AS
	SELECT adcode_province(region) AS province, min(code), max(code), count(*) FROM company GROUP BY 1;
CREATE UNIQUE INDEX ON province (province);
CREATE TABLE sharded (code enterprise) PARTITION BY HASH (code);
CREATE TABLE sharded_0 PARTITION OF sharded FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE sharded_1 PARTITION OF sharded FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE ranged (code uscc PRIMARY KEY) PARTITION BY RANGE (code);
CREATE TABLE ranged_91 PARTITION OF ranged FOR VALUES FROM (uscc_first('91')) TO (uscc_first('92'));
CREATE TABLE ranged_rest PARTITION OF ranged DEFAULT;
CREATE TABLE listed (code uscc) PARTITION BY LIST (uscc_department(code));
CREATE TABLE listed_9 PARTITION OF listed FOR VALUES IN ('9');
CREATE TABLE listed_rest PARTITION OF listed DEFAULT;
INSERT INTO sharded SELECT code FROM company WHERE code ^@ '91';
INSERT INTO ranged SELECT code FROM company;
INSERT INTO listed SELECT code FROM company;
CREATE STATISTICS company_fields ON (uscc_department(code)), (uscc_region(code)) FROM company;
ANALYZE;
SQL
	return;
}

# Every row of those tables, with the partition that it is in.
sub company_rows
{
	my ($node, $database) = @_;
	return $node->safe_psql($database, <<'SQL');
SELECT code, region, parent, former, organization, owner, name FROM company ORDER BY code;
SELECT * FROM province ORDER BY 1;
SELECT count(*), md5(string_agg(recent::text, ',' ORDER BY code)) FROM recent;
SELECT tableoid::regclass, code FROM sharded ORDER BY 2;
SELECT tableoid::regclass, code FROM ranged ORDER BY 2;
SELECT tableoid::regclass, code FROM listed ORDER BY 2;
SQL
}

# The plans of a question for each index, and their answers.
sub company_plans
{
	my ($node, $database) = @_;
	my %index = (
		company_pkey => "code = '12100000400000624D'",
		company_hash => "code = '12100000400000624D'",
		company_organization_hash => "organization = '400000624'",
		company_owner => "owner ^@ '110105'",
		company_birth => "citizen_id_birth_date(owner) = '1949-12-31'",
		company_brin => "code ^@ '9111'",
		company_multi => "code ^@ '9111'",
		company_bloom => "code = '12100000400000624D'",
		company_region => "code <@ '1101'",
		company_partial => "code = '12100000400000624D'::text");
	my $answer = '';
	foreach my $index (sort keys %index)
	{
		# only that index: others are taken away for a moment
		$answer .= $node->safe_psql($database, <<SQL);
SET client_min_messages = error;
BEGIN;
SET LOCAL enable_seqscan = off;
UPDATE pg_index SET indisvalid = indexrelid = '$index'::regclass WHERE indrelid = 'company'::regclass;
EXPLAIN (COSTS OFF) SELECT code FROM company WHERE $index{$index};
SELECT count(*), min(code), max(code) FROM company WHERE $index{$index};
ROLLBACK;
SQL
		$answer .= "\n";
	}
	return $answer;
}

# What amcheck finds in any index or table of a database: nothing, if all is well.
sub damage
{
	my ($node, $database) = @_;
	return $node->safe_psql($database, <<'SQL');
SET client_min_messages = error;
CREATE EXTENSION IF NOT EXISTS amcheck;
DO $$
DECLARE index regclass;
BEGIN
	FOR index IN SELECT indexrelid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
		JOIN pg_am ON pg_am.oid = relam
		WHERE amname = 'btree' AND relkind = 'i' AND relpersistence = 'p' AND relnamespace = 'public'::regnamespace
	LOOP
		PERFORM bt_index_parent_check(index, heapallindexed => true, rootdescend => true);
	END LOOP;
END $$;
SELECT relname, damage.* FROM pg_class, verify_heapam(pg_class.oid) AS damage
WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace;
SQL
}

# A plan, without costs.
sub plan_of
{
	my ($node, $database, $query, $settings) = @_;
	return $node->safe_psql($database, ($settings // '') . "; EXPLAIN (COSTS OFF, VERBOSE) $query");
}

# SQLSTATE of a failing statement, 00000 if it does not fail.
sub sqlstate
{
	my ($node, $database, $sql, @param) = @_;
	my ($status, $stdout, $stderr) = $node->psql($database, "\\set VERBOSITY sqlstate\n$sql", @param);
	return $stderr =~ /(?:ERROR|FATAL):\s+(\w{5})/ ? $1 : $status ? $stderr : '00000';
}

# Is it 18 characters of GB 32100 with the right check character?  Written anew
# from the standard, apart from the code that it checks.
sub check31
{
	my ($code) = @_;
	my $alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
	return 0 unless $code =~ /\A[$alphabet]{2}[0-9]{6}[$alphabet]{10}\z/;
	my ($sum, $weight) = (0, 1);
	foreach my $character (split //, substr($code, 0, 17))
	{
		$sum += index($alphabet, $character) * $weight;
		$weight = $weight * 3 % 31;
	}
	return substr($alphabet, (31 - $sum % 31) % 31, 1) eq substr($code, 17);
}

1;
