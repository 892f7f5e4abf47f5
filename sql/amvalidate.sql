-- Every operator class of the extension passes the check of its access method, except
-- that the btree families have no equality of two texts: with it a foreign key of text
-- that references a code would be accepted, and could not work (see statement.sql).
SELECT am.amname, opc.opcname, opc.opcintype::regtype AS type,
       opc.opcdefault AS "default", amvalidate(opc.oid)
FROM pg_opclass opc
JOIN pg_am am ON am.oid = opc.opcmethod
JOIN pg_depend dep ON dep.classid = 'pg_opclass'::regclass AND dep.objid = opc.oid AND dep.deptype = 'e'
JOIN pg_extension ext ON ext.oid = dep.refobjid
WHERE ext.extname = 'uscc'
ORDER BY 3, 1, 2;

-- What the planner can use an operator class for: sort support (2), equal
-- means the same bytes (4), and from PostgreSQL 18 on skip scans (6).
SELECT opf.opfname, am.amname,
       array_agg(amproc.amprocnum ORDER BY amproc.amprocnum)
       @> CASE am.amname WHEN 'hash' THEN '{1,2}'
          ELSE CASE WHEN current_setting('server_version_num')::int >= 180000
               THEN '{1,2,4,6}' ELSE '{1,2,4}' END END::int2[] AS complete
FROM pg_opfamily opf
JOIN pg_am am ON am.oid = opf.opfmethod
JOIN pg_amproc amproc ON amproc.amprocfamily = opf.oid
WHERE opf.opfname IN ('uscc_ops', 'adcode_ops', 'orgcode_ops', 'citizen_id_ops')
GROUP BY 1, 2
ORDER BY 1, 2;
