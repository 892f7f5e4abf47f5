# Rows spread over two other servers by postgres_fdw: routed by hash, conditions and
# groups computed there.  And what a distributing engine needs of a column: a default
# hash class whose values never change, and binary input and output.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my ($node, @shard) = map { new_node($_) } 'main', 'shard_0', 'shard_1';
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION uscc;
CREATE EXTENSION postgres_fdw;
CREATE TABLE company (code uscc NOT NULL, name text) PARTITION BY HASH (code);
CREATE TABLE local (code uscc NOT NULL, name text);
SELECT setseed(0.32100);
INSERT INTO local SELECT uscc_random(), 'name ' || i FROM generate_series(1, 10000) AS i;
INSERT INTO local SELECT uscc_random('913501'), 'name ' || i FROM generate_series(1, 100) AS i;
INSERT INTO local SELECT uscc_random('51'), 'name ' || i FROM generate_series(1, 100) AS i;
SQL
foreach my $i (0, 1)
{
	my ($host, $port) = ($shard[$i]->host, $shard[$i]->port);
	$shard[$i]->safe_psql('postgres', <<"SQL");
CREATE EXTENSION uscc;
CREATE TABLE company_$i (code uscc PRIMARY KEY, name text);
CREATE INDEX ON company_$i (uscc_region(code));
SQL
	$node->safe_psql('postgres', <<"SQL");
CREATE SERVER shard_$i FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '$port', dbname 'postgres', extensions 'uscc', batch_size '500');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard_$i;
CREATE FOREIGN TABLE company_$i PARTITION OF company FOR VALUES WITH (MODULUS 2, REMAINDER $i) SERVER shard_$i;
SQL
}
$node->safe_psql('postgres', 'INSERT INTO company SELECT * FROM local; ANALYZE company_0; ANALYZE company_1; ANALYZE local');
my @there = map { $shard[$_]->safe_psql('postgres', "SELECT count(*) FROM company_$_") } 0, 1;
is($there[0] + $there[1], 10200, 'inserts are routed: every row is on a shard');
ok($there[$_] > 4500, "shard $_ has its half ($there[$_])") foreach 0, 1;
is($node->safe_psql('postgres', 'SELECT count(*) FROM company FULL JOIN local USING (code, name) WHERE company.code IS NULL OR local.code IS NULL'),
	0, 'the same rows come back');
is(sqlstate($node, 'postgres', "INSERT INTO company SELECT code FROM local LIMIT 1"), '23505', "a shard's primary key holds for all");
# on each shard: no row that the hash would send to the other
foreach my $i (0, 1)
{
	$shard[$i]->safe_psql('postgres', "CREATE TABLE routed (code uscc) PARTITION BY HASH (code)");
	is($shard[$i]->safe_psql('postgres', "SELECT count(*) FROM company_$i WHERE NOT satisfies_hash_partition('routed'::regclass, 2, $i, code)"),
		0, "shard $i has no row of the other");
}

# The statements that are sent, and that the answer is that of a local table.
sub sent
{
	my ($query, $settings) = @_;
	return join "\n", plan_of($node, 'postgres', $query, $settings) =~ /Remote SQL: (.*)/g;
}
my $code = $node->safe_psql('postgres', 'SELECT min(code) FROM local');
foreach my $case (
	[ "code = '$code'", qr/WHERE \(\(code OPERATOR\(public\.=\) '$code'\)\)/, 'a code' ],
	[ "code = '$code'::text", qr/WHERE \(\(code OPERATOR\(public\.=\) '$code'/, 'a code as text' ],
	[ "uscc_region(code) = '350100'", qr/WHERE \(\(public\.uscc_region\(code\) OPERATOR\(public\.=\) '350100'/, 'a region' ],
	[ "uscc_region(code) <@ '35'", qr/WHERE \(\(public\.uscc_region\(code\) OPERATOR\(public\.<@\) '350000'/, 'a division of the region' ],
	[ "code <@ '35'", qr/WHERE \(\(public\.uscc_region\(code\) OPERATOR\(public\.<@\) '350000'/, 'a division' ],
	[ "code BETWEEN uscc_first('9135') AND uscc_last('9135')", qr/WHERE \(\(code OPERATOR\(public\.>=\) '9135\w+'.*\(code OPERATOR\(public\.<=\) '9135/, 'the interval of a prefix' ],
	[ "code > '$code'", qr/WHERE \(\(code OPERATOR\(public\.>\) '$code'/, 'a comparison' ],
	[ "uscc_orgcode(code) = '400000624'", qr/WHERE \(\(public\.uscc_orgcode\(code\) OPERATOR\(public\.=\) '400000624'/, 'an organization code' ],
	[ "code ^@ '9135'", qr/WHERE \(\(code OPERATOR\(public\.\^@\) '9135'/, 'a prefix' ],
	[ "code LIKE '9135%'", qr/WHERE \(\(code OPERATOR\(public\.\^@\) '9135'/, 'a pattern that is a prefix' ],
	[ "code ILIKE '91350100m%'", qr/WHERE \(\(code OPERATOR\(public\.\^@\) '91350100M'/, 'a pattern that is a prefix, in any case' ],
	# another operand of type text has a collation, and no column that it comes from
	[ "code LIKE '9135%0'", undef, 'another pattern' ],
	[ "uscc_department(code) = '5'", undef, 'a department' ])
{
	my ($condition, $remote, $name) = @$case;
	my $sql = sent("SELECT * FROM company WHERE $condition");
	if ($remote) { like($sql, $remote, "$name is asked there"); }
	else { unlike($sql, qr/WHERE/, "$name is computed here: the collation of the constant may differ there"); }
	is($node->safe_psql('postgres', "SELECT * FROM company WHERE $condition ORDER BY code"),
		$node->safe_psql('postgres', "SELECT * FROM local WHERE $condition ORDER BY code"), "$name: the same rows");
}
is(scalar(() = plan_of($node, 'postgres', "SELECT * FROM company WHERE code = '$code'") =~ /Foreign Scan/g), 1, 'a code asks one shard only');
like(sent('SELECT * FROM company ORDER BY code LIMIT 5'), qr/ORDER BY code ASC/, 'the order is made there');
$node->safe_psql('postgres', "UPDATE company SET name = 'changed' WHERE uscc_region(code) <@ '3501'; UPDATE local SET name = 'changed' WHERE uscc_region(code) <@ '3501'");
like(sent("UPDATE company SET name = 'changed' WHERE uscc_region(code) <@ '3501'"), qr/^UPDATE .*<@/m, 'an update of a division is one statement there');

my $wise = 'SET enable_partitionwise_aggregate = on; SET enable_partitionwise_join = on';
like(sent('SELECT code, count(*) FROM company GROUP BY code HAVING count(*) > 1', $wise), qr/count\(\*\).* GROUP BY/, 'groups by code are made there');
like(sent('SELECT uscc_region(code), count(*) FROM company_0 GROUP BY 1 HAVING count(*) > 1'), qr/public\.uscc_region\(code\), count\(\*\).* GROUP BY/, 'groups by region of a shard are made there');
like(sent('SELECT uscc_region(code), min(code), max(code) FROM company_0 GROUP BY 1 HAVING count(*) > 1'), qr/public\.min\(code\), public\.max\(code\).* GROUP BY/, 'first and last codes of groups are found there');
foreach my $query ('SELECT uscc_region(code) AS r, count(*), min(code), max(code) FROM %1 GROUP BY 1 ORDER BY 1',
	'SELECT uscc_department(code) AS d, count(DISTINCT code) FROM %1 GROUP BY 1 ORDER BY 1',
	'SELECT count(*), min(a.code) FROM %1 AS a JOIN %1 AS b USING (code)')
{
	is($node->safe_psql('postgres', "$wise; " . $query =~ s/%1/company/gr),
		$node->safe_psql('postgres', $query =~ s/%1/local/gr), 'the same answer: ' . $query =~ s/%1/company/gr);
}
like(plan_of($node, 'postgres', "SELECT a.code, b.name FROM company AS a JOIN company AS b USING (code) WHERE a.name = 'name 5'", $wise), qr/Relations: .*JOIN/, 'joins by code are made there');

# Golden values, of the numbers of the documented ranks: a shard never moves.
my %golden = (
	uscc => { '11000000000000000U' => '-9223372036854775808', '91350100M000100Y43' => '467643523055934544', 'Y9999999Y9999999X5' => '8964560228789644191' },
	orgcode => { '400000624' => undef }, adcode => { '350100' => '350100' }, citizen_id => { '11010519491231002X' => '11010519491231002' });
$golden{orgcode}{'400000624'} = 0;
$golden{orgcode}{'400000624'} = $golden{orgcode}{'400000624'} * 36 + $_ foreach split //, '40000062';
my $pinned = do { local $/; <DATA> };
my $is = '';
foreach my $type (sort keys %golden)
{
	foreach my $text (sort keys %{ $golden{$type} })
	{
		my $number = $golden{$type}{$text};
		my $base = $type eq 'adcode' ? 'int4' : 'int8';
		$is .= "$type $text " . $node->safe_psql('postgres',
			"SELECT ${type}_hash('$text'), ${type}_hash_extended('$text', 0), ${type}_hash_extended('$text', 8816678312871386365)") . "\n";
		is($node->safe_psql('postgres', "SELECT ${type}_hash('$text') = hash$base('$number'), ${type}_hash_extended('$text', 42) = hash${base}extended('$number', 42)"),
			't|t', "$type $text hashes as the number that it is stored as");
	}
}
is($is, $pinned, 'hash values are those of version 1.0.0');
is($node->safe_psql('postgres', <<'SQL'), "adcode|t|t|t\ncitizen_id|t|t|t\norgcode|t|t|t\nuscc|t|t|t", 'a default hash class, binary form, immutable hash, of each type');
SELECT typname, EXISTS (SELECT FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod AND amname = 'hash' WHERE opcintype = pg_type.oid AND opcdefault),
	typsend <> 0 AND typreceive <> 0, (SELECT bool_and(provolatile = 'i') AND count(*) = 2 FROM pg_proc WHERE proname IN (typname || '_hash', typname || '_hash_extended'))
FROM pg_type WHERE typname IN ('uscc', 'orgcode', 'adcode', 'citizen_id') ORDER BY 1
SQL
$_->stop foreach $node, @shard;
done_testing();

__DATA__
adcode 350100 339121733|-1928181805778299323|-1295627799261590838
citizen_id 11010519491231002X -1105285568|8045418452424240704|3303601156625466173
orgcode 400000624 -1935192228|2681768395047128924|3758232899586863891
uscc 11000000000000000U -96758253|-9109110466470504941|-6050265599104649060
uscc 91350100M000100Y43 -998180705|-8608165814341666657|7707510232173711544
uscc Y9999999Y9999999X5 -1644858031|-4220488819520735919|-7038991312176575684
