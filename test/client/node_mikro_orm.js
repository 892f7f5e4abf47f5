// MikroORM
const { DriverException, EntitySchema, MikroORM, raw } = require('@mikro-orm/postgresql');
const { yes } = require('./result.js');

const Organization = new EntitySchema({
  name: 'organization',
  properties: {
    code: { type: 'string', columnType: 'uscc', primary: true },
    name: { type: 'text', nullable: true },
    parent: { type: 'string', columnType: 'uscc', nullable: true },
  },
});

async function use(em) {
  await em.insert(Organization, { code: '91350100M000100Y43', name: '福建' });
  const { name } = await em.findOne(Organization, { code: '12100000400000624D' });
  const both = await em.find(Organization, { code: ['12100000400000624D', '91350100M000100Y43'] },
    { orderBy: { code: 'asc' } });
  const like = await em.find(Organization, { code: { $like: '9135%' } });
  const start = await em.find(Organization, { [raw('code ^@ ?', ['9135'])]: [] });
  try {
    await em.insert(Organization, { code: '9135O100M000100Y43' });
  } catch (error) {
    if (!(error instanceof DriverException)) throw error;
    const { code, detail, hint } = error;
    return [name, both, like, start, [code, detail, hint]];
  }
}

async function main() {
  const { PGHOST, PGPORT, PGUSER, PGDATABASE } = process.env;
  const options = { host: PGHOST, port: Number(PGPORT), user: PGUSER, dbName: PGDATABASE, discovery: { disableDynamicFileAccess: true } };
  const orm = await MikroORM.init({ ...options, entities: [Organization] });
  const em = orm.em.fork();
  const names = (rows) => rows.map((row) => row.name);
  const [name, both, like, start, problem] = await use(em);
  const created = new EntitySchema({ name: 'created', properties: { code: { type: 'string', columnType: 'uscc', primary: true } } });
  const other = await MikroORM.init({ ...options, entities: [created] });
  await other.schema.createSchema();
  const [{ type }] = await em.execute(
    "SELECT atttypid::regtype::text AS type FROM pg_attribute WHERE attrelid = 'created'::regclass AND attname = 'code'");
  yes('column', type);
  yes('insert', (await em.findOne(Organization, { name: '福建' })).code);
  yes('read', (await em.findOne(Organization, { name: '清华大学' })).code);
  yes('look-up', name);
  yes('ANY', names(both));
  yes('LIKE', names(like));
  yes('prefix', names(start));
  yes('division', names(await em.find(Organization, { [raw('code <@ ?', ['3501'])]: [] })));
  await em.insert(Organization, { code: '914403001922038216', parent: null });
  yes('NULL', (await em.findOne(Organization, { code: '914403001922038216' })).parent);
  yes('error', problem.join('|'));
  await other.close();
  await orm.close();
}

main();
