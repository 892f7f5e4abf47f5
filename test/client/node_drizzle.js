// Drizzle
const { Client } = require('pg');
const { eq, inArray, like, sql } = require('drizzle-orm');
const { drizzle } = require('drizzle-orm/node-postgres');
const { customType, pgTable, text } = require('drizzle-orm/pg-core');
const { no, yes } = require('./result.js');

const uscc = customType({ dataType: () => 'uscc' });
const organization = pgTable('organization', {
  code: uscc('code').primaryKey(),
  name: text('name'),
  parent: uscc('parent'),
});

async function use(db) {
  await db.insert(organization).values({ code: '91350100M000100Y43', name: '福建' });
  const find = (condition) => db.select().from(organization).where(condition).orderBy(organization.code);
  const [{ name }] = await find(eq(organization.code, '12100000400000624D'));
  const both = await find(inArray(organization.code, ['12100000400000624D', '91350100M000100Y43']));
  const alike = await find(like(organization.code, '9135%'));
  const start = await find(sql`${organization.code} ^@ ${'9135'}`);
  const below = await find(sql`${organization.code} <@ ${'3501'}`);
  try {
    await db.insert(organization).values({ code: '9135O100M000100Y43' });
  } catch ({ cause: { code, detail, hint } }) {
    return [name, both, alike, start, below, [code, detail, hint]];
  }
}

async function main() {
  const client = new Client();
  await client.connect();
  const db = drizzle(client);
  const names = (rows) => rows.map((row) => row.name);
  const one = async (condition) => (await db.select().from(organization).where(condition))[0];
  const [name, both, alike, start, below, problem] = await use(db);
  no('column', `tables are made by drizzle-kit, with the type ${organization.code.getSQLType()}`);
  yes('insert', (await one(eq(organization.name, '福建'))).code);
  yes('read', (await one(eq(organization.name, '清华大学'))).code);
  yes('look-up', name);
  yes('ANY', names(both));
  yes('LIKE', names(alike));
  yes('prefix', names(start));
  yes('division', names(below));
  await db.insert(organization).values({ code: '914403001922038216', parent: null });
  yes('NULL', (await one(eq(organization.code, '914403001922038216'))).parent);
  yes('error', problem.join('|'));
  await client.end();
}

main();
