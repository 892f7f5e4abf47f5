-- Every object of the extension has the properties that its kind needs.
CREATE VIEW member AS
    SELECT dep.classid, dep.objid, pg_describe_object(dep.classid, dep.objid, 0) AS object
    FROM pg_depend dep
    JOIN pg_extension ext ON ext.oid = dep.refobjid
    WHERE ext.extname = 'uscc' AND dep.deptype = 'e'
      AND dep.refclassid = 'pg_extension'::regclass
      -- array and row types, which are members from 17 on, are not ours to describe
      AND NOT EXISTS (SELECT FROM pg_type
                      WHERE dep.classid = 'pg_type'::regclass AND oid = dep.objid
                        AND typcategory IN ('A', 'C'));

-- Every function has the name of a type before its own, as has every function of
-- the types' names, and every argument a name.
SELECT object FROM member
JOIN pg_proc pro ON pro.oid = objid AND classid = 'pg_proc'::regclass
WHERE pro.prokind <> 'a' AND (pro.proname !~ '^(uscc|adcode|orgcode|citizen_id)_'
                              OR cardinality(pro.proargnames) IS DISTINCT FROM nullif(cardinality(coalesce(pro.proallargtypes, pro.proargtypes::oid[])), 0)
                              OR '' = ANY (pro.proargnames))
ORDER BY object COLLATE "C";

-- Functions are immutable, strict and parallel safe, except these and those of
-- uscc_adopt that read the catalog, which are stable.
SELECT object, pro.provolatile, pro.proisstrict, pro.proparallel
FROM member
JOIN pg_proc pro ON pro.oid = objid AND classid = 'pg_proc'::regclass
WHERE pro.prokind = 'f'
  AND (pro.provolatile <> 'i' OR NOT pro.proisstrict OR pro.proparallel <> 's')
  AND NOT (pro.proname ~ '^uscc_internal_' AND pro.provolatile = 's' AND pro.proisstrict AND pro.proparallel = 's')
ORDER BY object COLLATE "C";

SELECT object, pro.proparallel FROM member
JOIN pg_proc pro ON pro.oid = objid AND classid = 'pg_proc'::regclass
WHERE pro.prokind = 'a' AND pro.proparallel <> 's';

-- Leakproof are the comparisons of a type with itself, and what questions for a
-- prefix or a division come down to; nothing else.
SELECT object FROM member
JOIN pg_proc pro ON pro.oid = objid AND classid = 'pg_proc'::regclass
WHERE pro.proleakproof
ORDER BY object COLLATE "C";

-- SQL functions have parsed bodies, so no search_path can change them.
SELECT object, pro.prosqlbody IS NOT NULL AS parsed FROM member
JOIN pg_proc pro ON pro.oid = objid AND classid = 'pg_proc'::regclass
JOIN pg_language lan ON lan.oid = pro.prolang
WHERE lan.lanname = 'sql' AND NOT (pro.proname ~ '^uscc_internal_' AND pro.prosqlbody IS NOT NULL)
ORDER BY object COLLATE "C";

-- No function is SECURITY DEFINER or has settings of its own.
SELECT object FROM member
JOIN pg_proc pro ON pro.oid = objid AND classid = 'pg_proc'::regclass
WHERE pro.prosecdef OR pro.proconfig IS NOT NULL;

-- Every object has a comment, a phrase as in the catalog of PostgreSQL.
SELECT object FROM member
WHERE (obj_description(objid, classid::regclass::name) ~ '[^.]$') IS NOT TRUE
ORDER BY object COLLATE "C";

-- Every operator has a restriction and a join estimator, and a commutator except
-- for ^@ and LIKE; every comparison has a negator except #=#; only = between equal
-- types hashes and merges.
SELECT object, opr.oprcom <> 0 AS commutator, opr.oprnegate <> 0 AS negator,
       opr.oprrest <> 0 AS restrict, opr.oprjoin <> 0 AS "join",
       opr.oprcanhash AS hashes, opr.oprcanmerge AS merges
FROM member
JOIN pg_operator opr ON opr.oid = objid AND classid = 'pg_operator'::regclass
ORDER BY object COLLATE "C";

-- The types: 8 and 4 bytes, by value, with binary input and output.
SELECT typname, typlen, typalign, typcategory, typreceive, typsend
FROM member
JOIN pg_type typ ON typ.oid = objid AND classid = 'pg_type'::regclass
ORDER BY typname COLLATE "C";

-- Implicit are the casts to text and varchar, and nothing in the other direction.
SELECT object, cst.castcontext, cst.castmethod FROM member
JOIN pg_cast cst ON cst.oid = objid AND classid = 'pg_cast'::regclass
ORDER BY object COLLATE "C";

-- Everybody who can connect may read the view.
SELECT has_table_privilege('public', 'uscc_categories', 'SELECT');

-- The extension moves to another schema, with all that refers to itself.
CREATE SCHEMA elsewhere;
ALTER EXTENSION uscc SET SCHEMA elsewhere;
SELECT elsewhere.uscc_category_name('91350100M000100Y43'::elsewhere.uscc),
       '91350100M000100Y43'::elsewhere.uscc OPERATOR(elsewhere.=) '91350100m000100y43'::text AS same,
       (SELECT count(*) FROM elsewhere.uscc_categories) AS categories;
ALTER EXTENSION uscc SET SCHEMA public;
DROP SCHEMA elsewhere;
DROP VIEW member;
