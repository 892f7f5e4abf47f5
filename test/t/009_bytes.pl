# Random and mutated bytes at every recv function and every function and cast that
# takes text, in every server encoding that matters, until BYTES inputs (default
# 200000) have been refused.  They go in PostgreSQL's own protocol, many at a time:
# so bytes reach the server that psql would not send.  Every refusal has an SQLSTATE
# of bad data, every accepted value is checked anew, and the server never restarts.
use strict;
use warnings;
use IO::Socket::UNIX;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $bytes = $ENV{BYTES} // 200000;
my $seed = srand($ENV{SEED} // 32100);
my $batch = 200;        # inputs for a query, before the next
my $portion = 10_000;   # bytes that are sent before the answers are read
note "SEED=$seed";

my $node = new_node('main', conf => "log_min_messages = log\nlog_min_error_statement = panic\n");
my $started = $node->safe_psql('postgres', 'SELECT pg_postmaster_start_time()');

# A session, in bytes.
sub message { my ($type, $body) = @_; return $type . pack('N', 4 + length $body) . $body }

sub answer
{
	my ($socket) = @_;
	read($socket, my $head, 5) == 5 or die "the server closed the connection\n";
	my ($type, $length) = unpack 'aN', $head;
	my $body = '';
	$length == 4 or read($socket, $body, $length - 4) == $length - 4 or die "the server closed the connection\n";
	return ($type, $body);
}

sub session
{
	my ($database, $client_encoding) = @_;
	my $socket = IO::Socket::UNIX->new(Peer => $node->host . '/.s.PGSQL.' . $node->port) or die "connect: $!\n";
	my ($user) = getpwuid $>;
	my $body = pack('N', 196608) . join("\0", 'user', $user, 'database', $database, 'client_encoding', $client_encoding) . "\0\0";
	$socket->syswrite(pack('N', 4 + length $body) . $body);
	my $type = '';
	while ($type ne 'Z')
	{
		($type, $body) = answer($socket);
		die $body if $type eq 'E';
	}
	return $socket;
}

# Sends each value as the parameter of a query; returns [SQLSTATE or '', first column].
# No more at a time than the socket holds, and a longer value by itself: while the
# server waits to send an answer, it reads nothing.
sub ask
{
	my ($socket, $query, $oid, $binary, @values) = @_;
	my @answers;
	$socket->syswrite(message('P', "\0$query\0" . pack('nN', 1, $oid)));
	while (@values)
	{
		my ($messages, $sent) = ('', 0);
		while (@values && (!$sent || length($messages) + length $values[0] < $portion))
		{
			my $value = shift @values;
			$messages .= message('B', "\0\0" . pack('nnnN/a*n', 1, $binary, 1, $value, 0))
			  . message('E', "\0" . pack('N', 0)) . message('S', '');
			$sent++;
		}
		$socket->syswrite($messages) == length $messages or die "the server closed the connection\n";
		push @answers, next_answer($socket) foreach 1 .. $sent;
	}
	return @answers;
}

sub next_answer
{
	my ($socket) = @_;
	my ($state, $value) = ('', undef);
	while (1)
	{
		my ($type, $body) = answer($socket);
		return [ $state, $value ] if $type eq 'Z';
		($state) = $body =~ /(?:^|\0)C(\w{5})\0/ if $type eq 'E';
		if ($type eq 'D')
		{
			my $length = unpack 'x2l>', $body;
			$value = $length < 0 ? undef : substr $body, 6, $length;
		}
	}
}

my @good = qw(91350100M000100Y43 12100000400000624D 54110000MATE00010J Y9999999Y9999999X5 914403001922038216
  400000624 40000062-4 350100 3501 35 11010519491231002X 34052419800101001X 810000199408230021);

# Pieces of text that are characters in an encoding of clients.
my %pieces = (
	UTF8 => [ "\xef\xbc\x99", "\xe3\x80\x80", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xe6\x97\xa0", "\xf0\x9f\x98\x80", "\xc3\xa9" ],
	EUC_CN => [ "\xa3\xb9", "\xa1\xa1", "\xce\xde" ], GBK => [ "\xa3\xb9", "\xa1\xa1", "\xce\xde", "\x81\x40" ],
	GB18030 => [ "\xa3\xb9", "\xa1\xa1", "\xce\xde", "\x81\x30\x84\x36", "\x94\x39\xda\x33" ],
	LATIN1 => [ "\xe9", "\xa0", "\xad" ], SQL_ASCII => [ "\xff", "\x80", "\xef\xbc" ]);

sub mutated
{
	my ($client) = @_;
	return join '', map { chr int rand 256 } 1 .. rand 40 if rand() < 0.1;
	my $text = $good[ rand @good ];
	foreach (0 .. rand 3)
	{
		my $at = int rand(1 + length $text);
		my $what = rand() < 0.4 ? $pieces{$client}[ rand @{ $pieces{$client} } ]
		  : rand() < 0.2 ? chr int rand 256 : chr(32 + int rand 95);
		my $way = int rand 6;
		if ($way == 0) { substr($text, $at, 0) = $what }
		elsif ($way == 1) { substr($text, $at, 1) = $what if $at < length $text }
		elsif ($way == 2) { substr($text, $at, 1) = '' if $at < length $text }
		elsif ($way == 3) { $text = substr $text, 0, $at }
		elsif ($way == 4) { $text = rand() < 0.02 ? $text x 500 : "$text$what$text" }
		else { $text = lc $text }
	}
	return $text;
}

# Is it a value of the type, by an independent check?
sub orgcode_check
{
	my ($body) = @_;
	my ($sum, @weight) = (0, 3, 7, 9, 10, 5, 8, 4, 2);
	$sum += shift(@weight) * ($_ =~ /\d/ ? $_ : ord($_) - 55) foreach split //, $body;
	return substr '0X987654321', $sum % 11, 1;
}
my %is_value = (
	uscc => \&check31,
	orgcode => sub { $_[0] =~ /\A[0-9A-Z]{8}[0-9X]\z/ && orgcode_check(substr $_[0], 0, 8) eq substr $_[0], 8 },
	adcode => sub { $_[0] =~ /\A[0-9]{6}\z/ },
	citizen_id => sub {
		return 0 unless $_[0] =~ /\A[0-9]{6}(18|19|20|21)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]\z/;
		my ($sum, $weight) = (0, 1);
		# 2^17, 2^16, ... 2 modulo 11, from the right
		$sum += $_ * ($weight = $weight * 2 % 11) foreach reverse split //, substr $_[0], 0, 17;
		return substr('10X98765432', $sum % 11, 1) eq substr $_[0], 17;
	});
# What an accepted text is, as it comes out; undef where it may have another form.
my %as_output = (
	uscc => sub { uc $_[0] }, orgcode => sub { uc $_[0] =~ s/-(?=.\z)//r },
	adcode => sub { substr "$_[0]0000", 0, 6 }, citizen_id => sub { length $_[0] == 15 ? undef : uc $_[0] });

# In each database: queries of one parameter, what they give, and the form.
my %database = (UTF8 => [ 'UTF8', 'GB18030', 'GBK' ], EUC_CN => ['EUC_CN'], LATIN1 => ['LATIN1'], SQL_ASCII => ['SQL_ASCII']);
# the column of type uscc of what returns rows
my %column = (uscc_diagnose => 'cleaned', uscc_suggest => 'suggestion', uscc_scan => 'found');
my (@work, %seen);
foreach my $encoding (sort keys %database)
{
	my $database = lc "bytes_$encoding";
	$node->safe_psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	$node->safe_psql($database, 'CREATE EXTENSION uscc');
	my %oid = map { split /\|/ } split /\n/, $node->safe_psql($database,
		"SELECT typname, oid FROM pg_type WHERE typname IN ('uscc', 'orgcode', 'adcode', 'citizen_id', 'text', 'varchar', 'bpchar')");
	my @query;
	# recv and in, by a parameter of the type itself
	foreach my $type (sort keys %is_value)
	{
		push @query, [ "${type}_recv", 'SELECT $1', $oid{$type}, 1, $type, 1 ], [ "${type}_in", 'SELECT $1', $oid{$type}, 0, $type, 1 ];
		push @query, [ "$_ to $type", "SELECT \$1::$type", $oid{$_}, 0, $type, $_ ne 'bpchar' ] foreach 'text', 'varchar', 'bpchar';
	}
	# all functions with an argument of type text, each such argument in its turn
	foreach my $row (split /\n/, $node->safe_psql($database, <<'SQL'))
SELECT pro.oid::regproc, array_to_string(ARRAY(SELECT format_type(a, NULL) FROM unnest(proargtypes) AS a), ' '), format_type(prorettype, NULL), proretset
FROM pg_proc AS pro JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = pro.oid AND d.deptype = 'e'
WHERE prokind = 'f' AND 'text'::regtype = ANY (proargtypes) ORDER BY 1, 2
SQL
	{
		my ($name, $types, $returns, $set) = split /\|/, $row;
		my %other = (text => "'91'", uscc => "'91350100M000100Y43'", orgcode => "'400000624'", adcode => "'350100'",
			citizen_id => "'11010519491231002X'", integer => '5', bigint => '5');
		my @types = split / /, $types;
		foreach my $i (grep { $types[$_] eq 'text' } 0 .. $#types)
		{
			my $arguments = join ', ', map { $_ == $i ? '$1' : ($other{ $types[$_] } // die "no value of type $types[$_]") . "::$types[$_]" } 0 .. $#types;
			my $row = $column{$name};
			push @query, [ "$name($types), $i", $row ? "SELECT $row FROM $name($arguments)" : "SELECT $name($arguments)",
				$oid{text}, 0, $row ? 'uscc' : $returns, 0 ];
		}
	}
	push @work, map { [ $database, $_, \@query ] } @{ $database{$encoding} };
	$seen{$encoding} = @query;
}
my @members = split /\n/, $node->safe_psql('bytes_utf8', <<'SQL');
SELECT proname FROM pg_proc JOIN pg_depend ON classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e' WHERE proname LIKE '%\_recv' ORDER BY 1
SQL
is("@members", join(' ', map { "${_}_recv" } sort keys %is_value), 'these are all recv functions');
is(join(' ', sort map { $_->[0] } grep { $_->[0] =~ /^(uscc_diagnose|uscc_suggest|uscc_scan|uscc_clean|uscc_is_valid)\(/ } @{ $work[0][2] }),
	'uscc_clean(text), 0 uscc_diagnose(text), 0 uscc_is_valid(text), 0 uscc_scan(text), 0 uscc_suggest(text integer), 0', 'functions of text are found');

my ($sent, $refused, $accepted, %state, %wrong, %refused_by, %accepted_by) = (0, 0, 0);
my @session = map { session($_->[0], $_->[1]) } @work;
while ($refused < $bytes && !%wrong)
{
	foreach my $i (0 .. $#work)
	{
		my ($database, $client, $queries) = @{ $work[$i] };
		foreach my $query (@$queries)
		{
			my ($name, $sql, $oid, $binary, $returns, $same) = @$query;
			# in a text parameter, a NUL ends the value
			my @values = map { $binary ? $_ : tr/\0//dr } $good[ rand @good ], map { mutated($client) } 2 .. $batch;
			my @answers = ask($session[$i], $sql, $oid, $binary, @values);
			foreach my $j (0 .. $#answers)
			{
				my ($state, $value) = @{ $answers[$j] };
				$sent++;
				if ($state)
				{
					# bytes that are not a character of the client's encoding are refused earlier
					$refused++ unless $state =~ /^(22021|22P05)$/;
					$state{$state}++;
					$refused_by{$name}++;
					# bad text, bad binary form, no character, bad argument, bad pattern
					$wrong{"$name: SQLSTATE $state for " . unpack 'H*', $values[$j]} = 1 unless $state =~ /^(22P02|22P03|22021|22P05|22023|22025)$/;
				}
				elsif (defined $value && $is_value{$returns})
				{
					$accepted++;
					$accepted_by{$name}++;
					$wrong{"$name: accepted " . unpack('H*', $values[$j]) . " as $value"} = 1 unless $is_value{$returns}->($value);
					next unless $same;
					my $output = $as_output{$returns}->($values[$j] =~ s/\A[ \t-\r]+|[ \t-\r]+\z//gr);
					$wrong{"$name: $value is not what was given, " . unpack 'H*', $values[$j]} = 1 if defined $output && $output ne $value;
				}
			}
		}
	}
}
is(join("\n", sort keys %wrong), '', 'every refusal is one of bad data, every accepted value is right');
cmp_ok($refused, '>=', $bytes, "$refused of $sent inputs refused");
note "$accepted values accepted and checked; refused with " . join ', ', map { "$_ $state{$_}" } sort keys %state;
foreach my $type (sort keys %is_value)
{
	foreach my $name ("${type}_recv", "${type}_in", "text to $type", "varchar to $type", "bpchar to $type")
	{
		ok($refused_by{$name} && $accepted_by{$name}, "$name has refused and accepted");
	}
}
is($node->safe_psql('postgres', 'SELECT pg_postmaster_start_time()'), $started, 'the server was never restarted');
unlike(slurp_file($node->logfile), qr/terminated by signal|PANIC|reinitializ|TRAP/, 'no process of it crashed');
$_->close foreach @session;
$node->stop;
done_testing();
