// Sequelize
const { DatabaseError, DataTypes, Op, Sequelize, col, where } = require('sequelize');
const { yes } = require('./result.js');

async function use(Organization) {
  await Organization.create({ code: '91350100M000100Y43', name: '福建' });
  const { name } = await Organization.findByPk('12100000400000624D');
  const both = await Organization.findAll({
    where: { code: ['12100000400000624D', '91350100M000100Y43'] }, order: ['code'],
  });
  const like = await Organization.findAll({ where: { code: { [Op.startsWith]: '9135' } } });
  const start = await Organization.findAll({ where: where(col('code'), '^@', '9135') });
  const below = await Organization.findAll({ where: { code: { [Op.contained]: '3501' } } });
  try {
    await Organization.create({ code: '9135O100M000100Y43' });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { code, detail, hint } = error.original;
    return [name, both, like, start, below, [code, detail, hint]];
  }
}

async function main() {
  const { PGHOST, PGPORT, PGUSER, PGDATABASE } = process.env;
  const options = { dialect: 'postgres', host: PGHOST, port: PGPORT, logging: false, define: { freezeTableName: true, timestamps: false } };
  const sequelize = new Sequelize(PGDATABASE, PGUSER, undefined, options);
  const Organization = sequelize.define('organization', {
    code: { type: 'uscc', primaryKey: true },
    name: DataTypes.TEXT,
    parent: 'uscc',
  });
  const names = (rows) => rows.map((row) => row.name);
  const [name, both, like, start, below, problem] = await use(Organization);
  await sequelize.define('created', { code: { type: 'uscc', primaryKey: true } }).sync();
  const [[{ type }]] = await sequelize.query(
    "SELECT atttypid::regtype::text AS type FROM pg_attribute WHERE attrelid = 'created'::regclass AND attname = 'code'");
  yes('column', type);
  yes('insert', (await Organization.findOne({ where: { name: '福建' } })).code);
  yes('read', (await Organization.findOne({ where: { name: '清华大学' } })).code);
  yes('look-up', name);
  yes('ANY', names(both));
  yes('LIKE', names(like));
  yes('prefix', names(start));
  yes('division', names(below));
  await Organization.create({ code: '914403001922038216', parent: null });
  yes('NULL', (await Organization.findByPk('914403001922038216')).parent);
  yes('error', problem.join('|'));
  await sequelize.close();
}

main();
