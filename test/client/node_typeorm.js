// TypeORM
const { DataSource, EntitySchema, In, Like, QueryFailedError, Raw } = require('typeorm');
const { no, yes } = require('./result.js');

// `synchronize` would make a varchar of it: write the column in a migration
const Organization = new EntitySchema({
  name: 'organization',
  columns: {
    code: { type: 'varchar', primary: true },
    name: { type: 'text', nullable: true },
    parent: { type: 'varchar', nullable: true },
  },
});

async function use(organizations) {
  await organizations.insert({ code: '91350100M000100Y43', name: '福建' });
  const { name } = await organizations.findOneBy({ code: '12100000400000624D' });
  const both = await organizations.find({
    where: { code: In(['12100000400000624D', '91350100M000100Y43']) },
    order: { code: 'ASC' },
  });
  const like = await organizations.findBy({ code: Like('9135%') });
  const start = await organizations.findBy({ code: Raw((code) => `${code} ^@ :prefix`, { prefix: '9135' }) });
  try {
    await organizations.insert({ code: '9135O100M000100Y43' });
  } catch (error) {
    if (!(error instanceof QueryFailedError)) throw error;
    const { code, detail, hint } = error.driverError;
    return [name, both, like, start, [code, detail, hint]];
  }
}

async function main() {
  const source = await new DataSource({
    type: 'postgres', host: process.env.PGHOST, port: Number(process.env.PGPORT), username: process.env.PGUSER,
    database: process.env.PGDATABASE, entities: [Organization],
  }).initialize();
  const organizations = source.getRepository('organization');
  const [name, both, like, start, problem] = await use(organizations);
  const uscc = new EntitySchema({ name: 'created', columns: { code: { type: 'uscc', primary: true } } });
  const refused = await new DataSource({ ...source.options, entities: [uscc] }).initialize().catch((error) => error);
  no('column', refused.message);
  yes('insert', (await organizations.findOneBy({ name: '福建' })).code);
  yes('read', (await organizations.findOneBy({ name: '清华大学' })).code);
  yes('look-up', name);
  yes('ANY', both.map((row) => row.name));
  yes('LIKE', like.map((row) => row.name));
  yes('prefix', start.map((row) => row.name));
  yes('division', (await organizations.findBy({ code: Raw((code) => `${code} <@ :in`, { in: '3501' }) })).map((row) => row.name));
  await organizations.insert({ code: '914403001922038216', parent: null });
  yes('NULL', (await organizations.findOneBy({ code: '914403001922038216' })).parent);
  yes('error', problem.join('|'));
  await source.destroy();
}

main();
