// Objection.js
const Knex = require('knex');
const { DataError, Model } = require('objection');
const { no, yes } = require('./result.js');

class Organization extends Model {
  static tableName = 'organization';
  static idColumn = 'code';
}

async function use() {
  await Organization.query().insert({ code: '91350100M000100Y43', name: '福建' });
  const { name } = await Organization.query().findById('12100000400000624D');
  const both = await Organization.query().findByIds(['12100000400000624D', '91350100M000100Y43']).orderBy('code');
  const like = await Organization.query().where('code', 'like', '9135%');
  const start = await Organization.query().whereRaw('code ^@ ?', ['9135']);
  try {
    await Organization.query().insert({ code: '9135O100M000100Y43' });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { code, detail, hint } = error.nativeError;
    return [name, both, like, start, [code, detail, hint]];
  }
}

async function main() {
  const knex = Knex({ client: 'pg', connection: {} });
  Model.knex(knex);
  const names = (rows) => rows.map((row) => row.name);
  const [name, both, like, start, problem] = await use();
  no('column', 'tables are made by Knex');
  yes('insert', (await Organization.query().findOne({ name: '福建' })).code);
  yes('read', (await Organization.query().findOne({ name: '清华大学' })).code);
  yes('look-up', name);
  yes('ANY', names(both));
  yes('LIKE', names(like));
  yes('prefix', names(start));
  yes('division', names(await Organization.query().where('code', '<@', '3501')));
  await Organization.query().insert({ code: '914403001922038216', parent: null });
  yes('NULL', (await Organization.query().findById('914403001922038216')).parent);
  yes('error', problem.join('|'));
  await knex.destroy();
}

main();
