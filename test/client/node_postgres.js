// Postgres.js (postgres)
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const postgres = require('postgres');
const { no, yes } = require('./result.js');

async function use(sql) {
  await sql`INSERT INTO organization (code, name) VALUES (${'91350100M000100Y43'}, ${'福建'})`;
  const [{ name }] = await sql`SELECT name FROM organization WHERE code = ${'12100000400000624D'}`;
  const codes = ['12100000400000624D', '91350100M000100Y43'];
  const both = await sql`SELECT name FROM organization WHERE code = ANY (${codes}) ORDER BY code`;
  try {
    await sql`INSERT INTO organization (code) VALUES (${'9135O100M000100Y43'})`;
  } catch (error) {
    return [name, both, [error.code, error.detail, error.hint]];
  }
}

// The values of one column.
async function ask(query) {
  return (await query.values()).map(([value]) => value);
}

async function main() {
  const sql = postgres();
  const [name, both, problem] = await use(sql);
  yes('insert', await ask(sql`SELECT code FROM organization WHERE name = '福建'`));
  yes('read', await ask(sql`SELECT code FROM organization WHERE name = ${'清华大学'}`));
  yes('look-up', name);
  yes('ANY', both.map((row) => row.name));
  yes('prefix', await ask(sql`SELECT name FROM organization WHERE code ^@ ${'9135'}`));
  yes('division', await ask(sql`SELECT name FROM organization WHERE code <@ ${'3501'}`));
  await sql`INSERT INTO organization (code, parent) VALUES (${'914403001922038216'}, ${null})`;
  yes('NULL', (await ask(sql`SELECT parent FROM organization WHERE code = '914403001922038216'`))[0]);
  yes('array', (await ask(sql`SELECT array_agg(code ORDER BY code) FROM organization`))[0]);
  await pipeline(Readable.from(['93410100NA000307XN\t合作社\n']),
    await sql`COPY organization (code, name) FROM STDIN`.writable());
  yes('COPY in', await ask(sql`SELECT code FROM organization WHERE name = '合作社'`));
  let out = '';
  for await (const chunk of await sql`COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT`.readable()) {
    out += chunk;
  }
  yes('COPY out', out.trim());
  // even an integer comes as text
  const [[raw]] = await sql`SELECT 258 WHERE ${1}::int = 1`.raw();
  if (raw.toString() !== '258') throw new Error('binary');
  no('binary', 'all values are text');
  yes('error', problem.join('|'));
  await sql.end();
}

main();
