-- Every object of extension uscc with all of its catalog columns, without OIDs:
-- two installations are equal if this prints the same of both.
SET search_path = pg_catalog;
CREATE TEMP VIEW member AS
    SELECT classid, objid, pg_describe_object(classid, objid, 0) AS object
    FROM pg_depend dep JOIN pg_extension ext ON ext.oid = dep.refobjid
    WHERE ext.extname = 'uscc' AND dep.deptype = 'e' AND dep.refclassid = 'pg_extension'::regclass;
CREATE TEMP VIEW property (classid, objid, name, value) AS
    SELECT classid, objid, 'comment', to_jsonb(obj_description(objid, classid::regclass::name)) FROM member
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, 'function', to_jsonb(CASE prokind WHEN 'a' THEN NULL ELSE pg_get_functiondef(oid) END) FROM pg_proc
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, 'arguments, result, privileges',
           jsonb_build_array(pg_get_function_arguments(oid), pg_get_function_result(oid), proacl::text) FROM pg_proc
    UNION ALL
    SELECT 'pg_proc'::regclass, aggfnoid, 'aggregate',
           to_jsonb(a) - '{aggfnoid,aggsortop,aggtranstype,aggmtranstype}'::text[] ||
           jsonb_build_array(aggsortop::regoperator, aggtranstype::regtype, aggmtranstype::regtype) FROM pg_aggregate AS a
    UNION ALL
    SELECT 'pg_type'::regclass, oid, 'type',
           to_jsonb(t) - '{oid,typnamespace,typowner,typrelid,typelem,typarray,typbasetype}'::text[] ||
           jsonb_build_array(typelem::regtype, typarray::regtype, typbasetype::regtype, typrelid::regclass) FROM pg_type AS t
    UNION ALL
    SELECT 'pg_operator'::regclass, oid, 'operator',
           to_jsonb(o) - '{oid,oprnamespace,oprowner,oprleft,oprright,oprresult,oprcom,oprnegate}'::text[] ||
           jsonb_build_array(oprresult::regtype, oprcom::regoperator, oprnegate::regoperator) FROM pg_operator AS o
    UNION ALL
    SELECT 'pg_cast'::regclass, oid, 'cast', jsonb_build_array(castfunc::regprocedure, castcontext, castmethod) FROM pg_cast
    UNION ALL
    SELECT 'pg_opclass'::regclass, oid, 'operator class',
           jsonb_build_array(opcintype::regtype, opckeytype::regtype, opcdefault, pg_describe_object('pg_opfamily'::regclass, opcfamily, 0))
    FROM pg_opclass
    UNION ALL
    SELECT 'pg_opfamily'::regclass, amopfamily, 'operators', jsonb_agg(jsonb_build_array(amopstrategy, amoppurpose, amopopr::regoperator,
           amopsortfamily <> 0) ORDER BY amopstrategy, amopopr::regoperator::text COLLATE "C")
    FROM pg_amop GROUP BY amopfamily
    UNION ALL
    SELECT 'pg_opfamily'::regclass, amprocfamily, 'support functions', jsonb_agg(jsonb_build_array(amprocnum, amproclefttype::regtype,
           amprocrighttype::regtype, amproc::oid::regprocedure) ORDER BY amprocnum, amproclefttype::regtype::text COLLATE "C",
           amprocrighttype::regtype::text COLLATE "C")
    FROM pg_amproc GROUP BY amprocfamily
    UNION ALL
    SELECT 'pg_class'::regclass, oid, 'relation',
           jsonb_build_array(relkind, relpersistence, reloptions, relacl::text, pg_get_viewdef(oid)) FROM pg_class WHERE relkind = 'v'
    UNION ALL
    SELECT 'pg_class'::regclass, attrelid, 'column', jsonb_build_array(attnum, attname, atttypid::regtype, atttypmod, attnotnull, attacl::text,
           col_description(attrelid, attnum)) FROM pg_attribute WHERE attnum > 0
    UNION ALL
    SELECT 'pg_extension'::regclass, oid, 'extension', jsonb_build_array(extrelocatable, extconfig, extcondition) FROM pg_extension;
SELECT object, name, value FROM member LEFT JOIN property USING (classid, objid)
ORDER BY object COLLATE "C", name COLLATE "C", value::text COLLATE "C";
