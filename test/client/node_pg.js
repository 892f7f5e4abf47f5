// node-postgres (pg)
const { Client } = require('pg');
const { line, no, yes } = require('./result.js');

async function use(client) {
  await client.query('INSERT INTO organization (code, name) VALUES ($1, $2)', ['91350100M000100Y43', '福建']);
  const one = await client.query('SELECT name FROM organization WHERE code = $1', ['12100000400000624D']);
  const both = await client.query('SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code',
    [['12100000400000624D', '91350100M000100Y43']]);
  try {
    await client.query('INSERT INTO organization (code) VALUES ($1)', ['9135O100M000100Y43']);
  } catch (error) {
    return [one, both, [error.code, error.detail, error.hint]];
  }
}

async function main() {
  const client = new Client();
  await client.connect();

  // The values of one column.
  async function ask(text, values, binary = false) {
    return (await client.query({ text, values, binary, rowMode: 'array' })).rows.map(([value]) => value);
  }

  const [one, both, problem] = await use(client);
  yes('insert', await ask("SELECT code FROM organization WHERE name = '福建'"));
  yes('read', await ask('SELECT code FROM organization WHERE name = $1', ['清华大学']));
  yes('look-up', one.rows[0].name);
  yes('ANY', both.rows.map(({ name }) => name));
  yes('prefix', await ask('SELECT name FROM organization WHERE code ^@ $1', ['9135']));
  yes('division', await ask('SELECT name FROM organization WHERE code <@ $1', ['3501']));
  await client.query('INSERT INTO organization (code, parent) VALUES ($1, $2)', ['914403001922038216', null]);
  yes('NULL', (await ask("SELECT parent FROM organization WHERE code = '914403001922038216'"))[0]);
  const [without] = await ask('SELECT array_agg(code ORDER BY code) FROM organization');
  const [list] = await ask('SELECT array_agg(code ORDER BY code)::text[] FROM organization');
  if (typeof without !== 'string') throw new Error('no line is needed');
  line('array', list, `the text ${without}`);
  const refused = await client.query('COPY organization FROM STDIN').catch((error) => error.message.split('\n')[0]);
  no('COPY in', refused);
  no('COPY out', `${(await client.query("COPY organization TO STDOUT")).rows.length} rows`);
  yes('binary', await ask('SELECT code FROM organization WHERE code = $1', [Buffer.from('12100000400000624D')], true));
  yes('error', problem.join('|'));
  await client.end();
}

main();
