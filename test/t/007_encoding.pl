# A dump of a UTF8 database into databases of other encodings; clients of GB18030
# and GBK, whose codes and names are their bytes.
use strict;
use warnings;
use Encode;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main');
my $file = PostgreSQL::Test::Utils::tempdir . '/dump';
$node->safe_psql('postgres', 'CREATE DATABASE company_utf8');
$node->safe_psql('company_utf8', <<'SQL');
CREATE EXTENSION uscc;
CREATE TABLE company (code uscc PRIMARY KEY, region adcode GENERATED ALWAYS AS (uscc_region(code)) STORED, owner citizen_id);
SELECT setseed(0.32100);
INSERT INTO company (code, owner) SELECT uscc_random(), '11010519491231002X' FROM generate_series(1, 2000);
SQL
my $query = 'SELECT code, region, owner, adcode_level(region), hashtext(code::text), uscc_hash(code) FROM company ORDER BY code';
my $rows = $node->safe_psql('company_utf8', $query);
$node->command_ok([ 'pg_dump', '-Fc', '-f', $file, 'company_utf8' ], 'dumped');
foreach my $encoding ('EUC_CN', 'LATIN1', 'SQL_ASCII', 'UTF8')
{
	my $database = lc "restored_$encoding";
	$node->safe_psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	$node->command_ok([ 'pg_restore', '--exit-on-error', '-d', $database, $file ], "$encoding: restored");
	is($node->safe_psql($database, $query) eq $rows, 1, "$encoding: the same codes, with the same hash values");
	is(damage($node, $database), '', "$encoding: amcheck finds nothing");
	my $name = $node->safe_psql($database,
		"SET client_encoding = '" . ($encoding eq 'SQL_ASCII' ? 'SQL_ASCII' : 'UTF8') . "'; SELECT uscc_category_name('91350100M000100Y43'::uscc), uscc_category_name('91350100M000100Y43'::uscc, 'en')");
	my $expected = ($encoding eq 'LATIN1' ? '??' : encode('UTF-8', "\x{4f01}\x{4e1a}")) . '|enterprise';
	is($name, $expected, "$encoding: names");
	next if $encoding ne 'UTF8';
	foreach my $client ('GBK', 'GB18030')
	{
		# full-width digits, as they are in the client's bytes
		my $wide = encode('gbk', join '', map { chr(0xfee0 + ord $_) } split //, '91350100M000100Y43');
		is($node->safe_psql($database, "SET client_encoding = '$client'; SELECT uscc_clean('$wide')"), '91350100M000100Y43', "$encoding, client $client: full-width");
		is($node->safe_psql($database, "SET client_encoding = '$client'; SELECT uscc_category_name('91350100M000100Y43'::uscc)"),
			encode('gbk', "\x{4f01}\x{4e1a}"), "$encoding, client $client: a name");
		my $none = encode('gbk', "\x{65e0}");
		is(sqlstate($node, $database, "SET client_encoding = '$client'; SELECT '${none}1350100M000100Y43'::uscc"), '22P02',
			"$encoding, client $client: text that is not a code is refused");
		like(sqlstate($node, $database, "SET client_encoding = '$client'; SELECT '91350100M000100Y\xff\xff'::uscc"), qr/^(22021|22P05)$/,
			"$encoding, client $client: bytes that are not a character are refused");
	}
}
$node->stop;
done_testing();
