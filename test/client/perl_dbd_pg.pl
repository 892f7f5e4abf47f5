# DBD::Pg
use strict;
use warnings;
use utf8;
use open ':std', ':encoding(UTF-8)';
use DBI;
use DBD::Pg ':pg_types';

my $dbh = DBI->connect('dbi:Pg:', undef, undef, { RaiseError => 1, PrintError => 0, PrintWarn => 0 });

$dbh->do('INSERT INTO organization (code, name) VALUES (?, ?)', {}, '91350100M000100Y43', '福建');
my ($name) = $dbh->selectrow_array('SELECT name FROM organization WHERE code = ?', {}, '12100000400000624D');
my $names = $dbh->selectcol_arrayref('SELECT name FROM organization WHERE code = ANY (?) ORDER BY code',
	{}, [ '12100000400000624D', '91350100M000100Y43' ]);
my @problem;
unless (eval { $dbh->do('INSERT INTO organization (code) VALUES (?)', {}, '9135O100M000100Y43') })
{
	@problem = ($dbh->state, $dbh->pg_error_field('detail'), $dbh->pg_error_field('hint'));
}

# result.py says what these print.
sub show
{
	my ($feature, $cell, $value, $note) = @_;
	print join("\t", $feature, $cell, ref $value ? join(',', map { $_ // 'NULL' } @$value) : $value, $note // '-'), "\n";
	return;
}

sub ask
{
	my ($sql, @parameters) = @_;
	return $dbh->selectcol_arrayref($sql, {}, @parameters);
}

show('insert', 'yes', ask(q{SELECT code FROM organization WHERE name = '福建'}));
show('read', 'yes', ask('SELECT code FROM organization WHERE name = ?', '清华大学'));
show('look-up', 'yes', $name);
show('ANY', 'yes', $names);
show('prefix', 'yes', ask('SELECT name FROM organization WHERE code ^@ ?', '9135'));
show('division', 'yes', ask('SELECT name FROM organization WHERE code <@ ?', '3501'));
$dbh->do('INSERT INTO organization (code, parent) VALUES (?, ?)', {}, '914403001922038216', undef);
show('NULL', 'yes', ask(q{SELECT parent FROM organization WHERE code = '914403001922038216'}));
my $without = ask('SELECT array_agg(code ORDER BY code) FROM organization')->[0];
die 'no line is needed' if ref $without;
show('array', 'line', ask('SELECT array_agg(code ORDER BY code)::text[] FROM organization')->[0], "the text $without");
$dbh->do('COPY organization (code, name) FROM STDIN');
$dbh->pg_putcopydata("93410100NA000307XN\t合作社\n");
$dbh->pg_putcopyend;
show('COPY in', 'yes', ask(q{SELECT code FROM organization WHERE name = '合作社'}));
$dbh->do(q{COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT});
my ($out, $end) = ('', '');
1 while $dbh->pg_getcopydata($out) >= 0 && chomp($end = $out);
show('COPY out', 'yes', $end);

# what it sends in binary form is bytea and nothing else
my $sth = $dbh->prepare('SELECT code FROM organization WHERE code = ?');
$sth->bind_param(1, '12100000400000624D', { pg_type => PG_BYTEA });
eval { $sth->execute; 1 } and die 'binary';
show('binary', 'no', '-', $dbh->errstr =~ /^(.*)/);
show('error', 'yes', join '|', @problem);
