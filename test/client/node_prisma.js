// Prisma
const { PrismaClient } = require('@prisma/client');
const { PrismaPg } = require('@prisma/adapter-pg');
const { no, yes } = require('./result.js');

async function use(prisma) {
  await prisma.organization.create({ data: { code: '91350100M000100Y43', name: '福建' } });
  const { name } = await prisma.organization.findUnique({ where: { code: '12100000400000624D' } });
  const both = await prisma.organization.findMany({
    where: { code: { in: ['12100000400000624D', '91350100M000100Y43'] } }, orderBy: { code: 'asc' },
  });
  const like = await prisma.organization.findMany({ where: { code: { startsWith: '9135' } } });
  const start = await prisma.$queryRaw`SELECT name FROM organization WHERE code ^@ ${'9135'}`;
  const below = await prisma.$queryRaw`SELECT name FROM organization WHERE code <@ ${'3501'}`;
  try {
    await prisma.organization.create({ data: { code: '9135O100M000100Y43' } });
  } catch (error) {
    const { code, detail, hint } = error.cause;
    return [name, both, like, start, below, [code, detail, hint]];
  }
}

async function main() {
  const prisma = new PrismaClient({ adapter: new PrismaPg({}) });
  const names = (rows) => rows.map((row) => row.name);
  const [name, both, like, start, below, problem] = await use(prisma);
  no('column', 'tables are made by prisma migrate');
  yes('insert', (await prisma.organization.findFirst({ where: { name: '福建' } })).code);
  yes('read', (await prisma.organization.findFirst({ where: { name: '清华大学' } })).code);
  yes('look-up', name);
  yes('ANY', names(both));
  yes('LIKE', names(like));
  yes('prefix', names(start));
  yes('division', names(below));
  await prisma.organization.create({ data: { code: '914403001922038216', parent: null } });
  yes('NULL', (await prisma.organization.findUnique({ where: { code: '914403001922038216' } })).parent);
  yes('error', problem.join('|'));
  await prisma.$disconnect();
}

main();
