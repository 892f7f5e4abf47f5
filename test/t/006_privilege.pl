# The plain owner of a database creates the extension, in any schema, and adopts
# columns, among objects of an attacker that are found first.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Uscc;

my $node = new_node('main');
$node->safe_psql('postgres', 'CREATE ROLE owner LOGIN; CREATE ROLE plain LOGIN');

# Objects that would be taken for PostgreSQL's or the extension's own, if names were
# looked up with them: each tells when it is used, by a row that stays.
my $hostile = <<'SQL';
CREATE TABLE %1.trap (what text);
CREATE FUNCTION %1.spring(what pg_catalog.text) RETURNS pg_catalog.bool LANGUAGE plpgsql
	AS $$ BEGIN RAISE WARNING 'sprung: %', what; INSERT INTO %1.trap VALUES (what); RETURN true; END $$;
CREATE FUNCTION %1.any_operator(a pg_catalog.anyelement, b pg_catalog.anyelement) RETURNS pg_catalog.bool LANGUAGE sql AS $$ SELECT %1.spring('operator') $$;
CREATE OPERATOR %1.= (LEFTARG = pg_catalog.anyelement, RIGHTARG = pg_catalog.anyelement, FUNCTION = %1.any_operator);
CREATE OPERATOR %1.<> (LEFTARG = pg_catalog.anyelement, RIGHTARG = pg_catalog.anyelement, FUNCTION = %1.any_operator);
CREATE OPERATOR %1.<@ (LEFTARG = pg_catalog.anyelement, RIGHTARG = pg_catalog.anyelement, FUNCTION = %1.any_operator);
CREATE FUNCTION %1.text_operator(a pg_catalog.text, b pg_catalog.text) RETURNS pg_catalog.bool LANGUAGE sql AS $$ SELECT %1.spring('operator of text') $$;
CREATE OPERATOR %1.= (LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = %1.text_operator);
CREATE OPERATOR %1.<> (LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = %1.text_operator);
CREATE FUNCTION %1.int_operator(a pg_catalog.int4, b pg_catalog.int4) RETURNS pg_catalog.bool LANGUAGE sql AS $$ SELECT %1.spring('operator of int4') $$;
CREATE OPERATOR %1.< (LEFTARG = pg_catalog.int4, RIGHTARG = pg_catalog.int4, FUNCTION = %1.int_operator);
CREATE FUNCTION %1.joined(a pg_catalog.text, b pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('||')::pg_catalog.text $$;
CREATE OPERATOR %1.|| (LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = %1.joined);
CREATE FUNCTION %1.format(pg_catalog.text, VARIADIC pg_catalog.text[]) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('format')::pg_catalog.text $$;
CREATE FUNCTION %1.quote_ident(pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('quote_ident')::pg_catalog.text $$;
CREATE FUNCTION %1.current_setting(pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('current_setting')::pg_catalog.text $$;
CREATE FUNCTION %1.clock_timestamp() RETURNS pg_catalog.timestamptz LANGUAGE sql AS $$ SELECT %1.spring('clock_timestamp')::pg_catalog.text::pg_catalog.timestamptz $$;
CREATE FUNCTION %1.octet_length(pg_catalog.text) RETURNS pg_catalog.int4 LANGUAGE sql AS $$ SELECT %1.spring('octet_length')::pg_catalog.int4 $$;
CREATE FUNCTION %1.uscc_region(pg_catalog.anyelement) RETURNS pg_catalog.int4 LANGUAGE sql AS $$ SELECT %1.spring('uscc_region')::pg_catalog.int4 $$;
CREATE FUNCTION %1.adcode_name(pg_catalog.anyelement, pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('adcode_name')::pg_catalog.text $$;
CREATE FUNCTION %1.uscc_clean(pg_catalog.anyelement) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('uscc_clean')::pg_catalog.text $$;
GRANT USAGE ON SCHEMA %1 TO PUBLIC;
GRANT ALL ON %1.trap TO PUBLIC;
SQL
# What fits an expression over the catalog better than PostgreSQL's own does.
foreach my $pair ([ 'oid', 'regclass' ], [ 'oid', 'regtype' ], [ 'oid', 'regprocedure' ], [ 'float4', 'int4' ], [ 'name', 'varchar' ], [ 'int8', 'name' ])
{
	my ($left, $right) = map { "pg_catalog.$_" } @$pair;
	$hostile .= <<"SQL";
CREATE FUNCTION %1."$pair->[0] $pair->[1]"(a $left, b $right) RETURNS pg_catalog.bool LANGUAGE sql AS \$\$ SELECT %1.spring('operator of $left') \$\$;
CREATE OPERATOR %1.= (LEFTARG = $left, RIGHTARG = $right, FUNCTION = %1."$pair->[0] $pair->[1]");
CREATE OPERATOR %1.<> (LEFTARG = $left, RIGHTARG = $right, FUNCTION = %1."$pair->[0] $pair->[1]");
SQL
}
$hostile .= <<'SQL';
CREATE FUNCTION %1.joined(a pg_catalog.text, b pg_catalog.name) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('|| name')::pg_catalog.text $$;
CREATE OPERATOR %1.|| (LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.name, FUNCTION = %1.joined);
CREATE FUNCTION %1.joined(a pg_catalog.name, b pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('name ||')::pg_catalog.text $$;
CREATE OPERATOR %1.|| (LEFTARG = pg_catalog.name, RIGHTARG = pg_catalog.text, FUNCTION = %1.joined);
CREATE FUNCTION %1.bits(a pg_catalog.int2, b pg_catalog.int4) RETURNS pg_catalog.int4 LANGUAGE sql AS $$ SELECT %1.spring('&')::pg_catalog.int4 $$;
CREATE OPERATOR %1.& (LEFTARG = pg_catalog.int2, RIGHTARG = pg_catalog.int4, FUNCTION = %1.bits);
CREATE FUNCTION %1.unnest(pg_catalog.int2[]) RETURNS SETOF pg_catalog.int2 LANGUAGE sql AS $$ SELECT %1.spring('unnest')::pg_catalog.int4::pg_catalog.int2 $$;
CREATE FUNCTION %1.array_position(pg_catalog.int2[], pg_catalog.int2) RETURNS pg_catalog.int4 LANGUAGE sql AS $$ SELECT %1.spring('array_position')::pg_catalog.int4 $$;
CREATE FUNCTION %1.to_jsonb(pg_catalog.pg_index) RETURNS pg_catalog.jsonb LANGUAGE sql AS $$ SELECT %1.spring('to_jsonb')::pg_catalog.text::pg_catalog.jsonb $$;
CREATE FUNCTION %1.quote_ident(pg_catalog.name) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT %1.spring('quote_ident')::pg_catalog.text $$;
SQL
# Tables and types of PostgreSQL's names; a domain's check is code that runs.
my $hostile_names = <<'SQL';
CREATE VIEW %1.pg_extension AS SELECT 'pg_catalog'::pg_catalog.name AS extname, 0::pg_catalog.oid AS extnamespace WHERE %1.spring('pg_extension');
CREATE VIEW %1.pg_class AS SELECT * FROM pg_catalog.pg_class WHERE %1.spring('pg_class');
CREATE DOMAIN %1.text AS pg_catalog.text CHECK (%1.spring('type text'));
CREATE DOMAIN %1.name AS pg_catalog.name CHECK (%1.spring('type name'));
CREATE DOMAIN %1.bool AS pg_catalog.bool CHECK (%1.spring('type bool'));
CREATE DOMAIN %1.oid AS pg_catalog.oid CHECK (%1.spring('type oid'));
CREATE DOMAIN %1.float8 AS pg_catalog.float8 CHECK (%1.spring('type float8'));
CREATE DOMAIN %1.timestamptz AS pg_catalog.timestamptz CHECK (%1.spring('type timestamptz'));
CREATE DOMAIN %1.regclass AS pg_catalog.regclass CHECK (%1.spring('type regclass'));
SQL

# What the extension's SQL bodies refer to and is neither its own nor PostgreSQL's.
my $strangers = <<'SQL';
SET search_path = pg_catalog;
SELECT pg_describe_object(d.classid, d.objid, 0), pg_describe_object(d.refclassid, d.refobjid, 0)
FROM pg_depend AS member
JOIN pg_extension ON pg_extension.oid = member.refobjid AND member.refclassid = 'pg_extension'::regclass AND extname = 'uscc'
JOIN pg_depend AS d ON d.classid = member.classid AND d.objid = member.objid AND d.deptype <> 'e'
WHERE member.deptype = 'e' AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass, 'pg_cast'::regclass)
	AND d.refobjid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend AS own
		WHERE own.classid = d.refclassid AND own.objid = d.refobjid AND own.deptype IN ('e', 'i')
			AND (own.deptype = 'i' OR own.refobjid = pg_extension.oid))
SQL

foreach my $schema ('public', 'codes', 'Odd "schema')
{
	(my $quoted = $schema) =~ s/"/""/g;
	my $database = "in_" . ($schema =~ /^(\w+)$/ ? $1 : 'odd');
	my $as_owner = sub { $node->safe_psql($database, $_[0], extra_params => [ '-U', 'owner' ]) };
	$node->safe_psql('postgres', "CREATE DATABASE $database OWNER owner");
	$node->safe_psql($database, "GRANT CREATE ON SCHEMA public TO plain");
	$node->safe_psql($database, $hostile =~ s/%1/public/gr, extra_params => [ '-U', 'plain' ]);
	$as_owner->(qq{CREATE SCHEMA IF NOT EXISTS "$quoted"}) if $schema ne 'public';
	is(sqlstate($node, $database, 'CREATE EXTENSION uscc', extra_params => [ '-U', 'plain' ]), '42501',
		"$schema: refused to who may not create in the database");
	$as_owner->(qq{CREATE EXTENSION uscc SCHEMA "$quoted"});
	is($node->safe_psql($database, $strangers), '', "$schema: nothing of the extension refers to hostile objects");
	is($node->safe_psql($database, "SELECT nspname FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'uscc'"),
		$schema, "$schema: that is where it is");
	is($node->safe_psql($database, 'SELECT * FROM public.trap'), '', "$schema: no trap is sprung by CREATE EXTENSION");

	# every operator and function with an SQL body, attacker's schema first
	$as_owner->('CREATE SCHEMA hostile');
	$as_owner->($hostile =~ s/%1/hostile/gr);
	my $c = qq{'91350100M000100Y43'::"$quoted".uscc};
	my $o = sub { qq{OPERATOR("$quoted".$_[0])} };
	my $answer = $node->safe_psql($database, <<"SQL");
SET search_path = hostile, public, pg_catalog;
SELECT $c ${\$o->('=')} '91350100M000100Y43'::pg_catalog.text, '91350100M000100Y43'::pg_catalog.text ${\$o->('=')} $c,
	$c ${\$o->('<>')} '91350100M000100Y43'::pg_catalog.text, $c ${\$o->('<@')} '35'::"$quoted".adcode, '35'::"$quoted".adcode ${\$o->('@>')} $c,
	'35'::"$quoted".adcode ${\$o->('@>')} '3501'::"$quoted".adcode, "$quoted".uscc_region_name($c) OPERATOR(pg_catalog.=) "$quoted".adcode_name("$quoted".uscc_region($c));
SQL
	is($answer, 't|t|f|t|t|t|t', "$schema: SQL bodies keep their meaning under a hostile search_path");

	# the owner adopts a column, the attacker's names first
	foreach my $case ([ 'objects', '' ], [ 'types and tables', $hostile_names ])
	{
		my ($name, $more) = @$case;
		$as_owner->($more =~ s/%1/hostile/gr) if $more;
		$as_owner->(<<'SQL');
DROP TABLE IF EXISTS public.customer;
CREATE TABLE public.customer (id int, code varchar(40));
INSERT INTO public.customer VALUES (1, '91350100m000100y43'), (2, 'none'), (3, NULL);
TRUNCATE hostile.trap, public.trap;
SQL
		my $steps = qq{SELECT command FROM "$quoted".uscc_adopt_plan('public.customer', 'code') WHERE stage OPERATOR(pg_catalog.<>) 'cleanup' \\gexec\n};
		my ($status, undef, $stderr) = $node->psql($database,
			"SET search_path = hostile, public, pg_catalog;\n" . $steps x 2 . "DELETE FROM public.customer WHERE id OPERATOR(pg_catalog.=) 2;\n" . $steps x 3,
			extra_params => [ '-U', 'owner' ]);
		is(join(' ', $stderr =~ /sprung: (.*)/g), '', "$schema: uscc_adopt springs no trap of hostile $name");
		is($status, 0, "$schema: uscc_adopt succeeds among hostile $name") or diag $stderr;
		is($as_owner->('SELECT id, code, pg_typeof(code) FROM public.customer ORDER BY 1') =~ s/\|[^|]*uscc$/|uscc/mgr, "1|91350100M000100Y43|uscc\n3||uscc",
			"$schema: the column is adopted among hostile $name");
	}
	is(sqlstate($node, $database, qq{CALL "$quoted".uscc_adopt('public.customer', 'code')}, extra_params => [ '-U', 'plain' ]),
		'42501', "$schema: uscc_adopt does not help a role that does not own the table");

	# a move
	$as_owner->('CREATE SCHEMA elsewhere');
	is(sqlstate($node, $database, 'ALTER EXTENSION uscc SET SCHEMA elsewhere', extra_params => [ '-U', 'owner' ]), '42501',
		"$schema: the plain owner cannot move it");
	$node->safe_psql($database, 'ALTER EXTENSION uscc SET SCHEMA elsewhere');
	my $moved = $node->safe_psql($database, <<'SQL');
SET search_path = elsewhere;
SELECT '91350100M000100Y43'::uscc = '91350100M000100Y43'::text, '91350100M000100Y43'::text = '91350100M000100Y43'::uscc,
	'91350100M000100Y43'::uscc <> '91350100M000100Y43'::text, '91350100M000100Y43'::uscc <@ '35'::adcode, '35'::adcode @> '91350100M000100Y43'::uscc,
	'35'::adcode @> '3501'::adcode, uscc_region_name('91350100M000100Y43'::uscc) = adcode_name('350100'::adcode),
	(SELECT count(*) > 40 FROM uscc_categories), (SELECT count(*) > 7000 FROM adcode_divisions), code FROM public.customer WHERE id = 1;
SQL
	is($moved, 't|t|f|t|t|t|t|t|t|91350100M000100Y43', "$schema: moved by a superuser, every SQL body and view works");
	$node->safe_psql($database, "SELECT command FROM elsewhere.uscc_adopt_plan('public.customer', 'code', undo => true) \\gexec") foreach 1 .. 2;
	is($node->safe_psql($database, "SET search_path = pg_catalog; SELECT string_agg(attname || ' ' || atttypid::regtype, ', ') FROM pg_attribute WHERE attrelid = 'public.customer'::regclass AND attnum > 1 AND NOT attisdropped"),
		'code character varying', "$schema: uscc_adopt is undone after the move");
	is(sqlstate($node, $database, 'DROP EXTENSION uscc CASCADE', extra_params => [ '-U', 'owner' ]), '00000', "$schema: the owner drops it");
}
$node->stop;
done_testing();
