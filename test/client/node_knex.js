// Knex
const Knex = require('knex');
const { yes } = require('./result.js');

async function use(knex) {
  await knex('organization').insert({ code: '91350100M000100Y43', name: '福建' });
  const { name } = await knex('organization').where({ code: '12100000400000624D' }).first();
  const both = await knex('organization').whereIn('code', ['12100000400000624D', '91350100M000100Y43'])
    .orderBy('code').pluck('name');
  const like = await knex('organization').whereLike('code', '9135%').pluck('name');
  const start = await knex('organization').whereRaw('code ^@ ?', ['9135']).pluck('name');
  const below = await knex('organization').where('code', '<@', '3501').pluck('name');
  try {
    await knex('organization').insert({ code: '9135O100M000100Y43' });
  } catch ({ code, detail, hint }) {
    return [name, both, like, start, below, [code, detail, hint]];
  }
}

async function main() {
  const knex = Knex({ client: 'pg', connection: {} });
  const [name, both, like, start, below, problem] = await use(knex);
  await knex.schema.createTable('created', (table) => table.specificType('code', 'uscc').primary());
  const { rows: [{ type }] } = await knex.raw(
    "SELECT atttypid::regtype::text AS type FROM pg_attribute WHERE attrelid = 'created'::regclass AND attname = 'code'");
  yes('column', type);
  yes('insert', (await knex('organization').where({ name: '福建' }).first()).code);
  yes('read', (await knex('organization').where({ name: '清华大学' }).first()).code);
  yes('look-up', name);
  yes('ANY', both);
  yes('LIKE', like);
  yes('prefix', start);
  yes('division', below);
  await knex('organization').insert({ code: '914403001922038216', parent: null });
  yes('NULL', (await knex('organization').where({ code: '914403001922038216' }).first()).parent);
  yes('error', problem.join('|'));
  await knex.destroy();
}

main();
