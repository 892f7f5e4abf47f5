// Kysely
const { Pool } = require('pg');
const { Kysely, PostgresDialect, sql } = require('kysely');
const { yes } = require('./result.js');

async function use(db) {
  await db.insertInto('organization').values({ code: '91350100M000100Y43', name: '福建' }).execute();
  const organizations = db.selectFrom('organization').select('name');
  const { name } = await organizations.where('code', '=', '12100000400000624D').executeTakeFirst();
  const both = await organizations.where('code', 'in', ['12100000400000624D', '91350100M000100Y43'])
    .orderBy('code').execute();
  const like = await organizations.where('code', 'like', '9135%').execute();
  const start = await organizations.where('code', '^@', '9135').execute();
  const below = await organizations.where('code', '<@', '3501').execute();
  try {
    await db.insertInto('organization').values({ code: '9135O100M000100Y43' }).execute();
  } catch ({ code, detail, hint }) {
    return [name, both, like, start, below, [code, detail, hint]];
  }
}

async function main() {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool() }) });
  const names = (rows) => rows.map((row) => row.name);
  const one = (where, value) => db.selectFrom('organization').selectAll().where(where, '=', value).executeTakeFirst();
  const [name, both, like, start, below, problem] = await use(db);
  await db.schema.createTable('created').addColumn('code', sql`uscc`, (column) => column.primaryKey()).execute();
  const created = (await db.introspection.getTables()).find((table) => table.name === 'created');
  yes('column', created.columns[0].dataType);
  yes('insert', (await one('name', '福建')).code);
  yes('read', (await one('name', '清华大学')).code);
  yes('look-up', name);
  yes('ANY', names(both));
  yes('LIKE', names(like));
  yes('prefix', names(start));
  yes('division', names(below));
  await db.insertInto('organization').values({ code: '914403001922038216', parent: null }).execute();
  yes('NULL', (await one('code', '914403001922038216')).parent);
  yes('error', problem.join('|'));
  await db.destroy();
}

main();
