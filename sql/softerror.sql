-- Errors that are only reported (PostgreSQL 16 and later).
SELECT text, pg_input_is_valid(text, 'uscc') AS valid, info.*
FROM (VALUES ('91350100M000100Y43'), ('91350100M000100Y44'), ('9135O100M000100Y43'), ('无'),
             ('11010519491231002X'), ('91350100МА000100Y43')) AS v (text),
     LATERAL pg_input_error_info(text, 'uscc') AS info;
SELECT text, pg_input_is_valid(text, 'adcode') AS valid, info.*
FROM (VALUES ('35'), ('35x'), ('3501021'), ('')) AS v (text),
     LATERAL pg_input_error_info(text, 'adcode') AS info;
SELECT text, pg_input_is_valid(text, 'orgcode') AS valid, info.*
FROM (VALUES ('40000062-4'), ('400000623'), ('12100000400000624D')) AS v (text),
     LATERAL pg_input_error_info(text, 'orgcode') AS info;
SELECT pg_input_is_valid(text, 'citizen_id') AS valid, info.*
FROM (VALUES ('11010519491231002X'), ('110105194912310021'), ('110105194902290029')) AS v (text),
     LATERAL pg_input_error_info(text, 'citizen_id') AS info;
