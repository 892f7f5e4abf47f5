// Proves that the module gives the server's answer to every question about every text.
// Arguments: the folder of the module, and what answers.sql printed.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';

const [folder, file] = process.argv.slice(2);
const { default: load } = await import(pathToFileURL(`${folder}/uscc.mjs`));
const uscc = await load();

// before they are loaded
const without = uscc.fields('91350100M000100Y43').regionName === null;
let thrown = '';
try { uscc.adcode.name('350100'); } catch (error) { thrown = error.message; }
await uscc.loadNames();

const counts = { texts: 0, divisions: 0, answers: 0, different: 0 };

function same(text, question, given, expected) {
  counts.answers++;
  if (isDeepStrictEqual(given, expected)) return;
  if (counts.different++ < 20) {
    console.log(`${JSON.stringify(text).slice(0, 100)} ${question}: module ${JSON.stringify(given)}, server ${JSON.stringify(expected)}`);
  }
}

// Every sentence, as what the server says of some text has to match it.
const sentences = [...readFileSync('src/types/sentences.h', 'utf8').matchAll(/gettext_noop\("((?:[^"\\]|\\.)*)"\)/g)]
  .map(([, sentence]) => ({ sentence, seen: false,
    pattern: new RegExp(`^${sentence.replaceAll('\\"', '"').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%s', '.*')}$`, 's') }));

function see(said) {
  for (const one of sentences) one.seen ||= one.pattern.test(said);
}

const both = (name, { en, zh }) => en[name] === null ? null : { zh: zh[name], en: en[name] };

function compareText(row) {
  const { text, en, zh } = row;
  Object.values(en).forEach(see);
  const diagnose = (type, given, expected, name) => {
    const wanted = { ...expected, message: both(name, { en, zh }) };
    if (name === 'uscc') wanted.hint = both('hint', { en, zh });
    same(text, `${type}.diagnose`, given, wanted);
  };
  same(text, 'isStandard', uscc.isStandard(text), row.fields?.isStandard ?? false);
  for (const question of ['isValid', 'clean', 'suggest', 'scan', 'fields']) same(text, question, uscc[question](text), row[question]);
  diagnose('uscc', uscc.diagnose(text), row.diagnose, 'uscc');
  for (const type of ['orgcode', 'adcode', 'citizenId']) {
    for (const [question, expected] of Object.entries(row[type])) {
      const given = uscc[type][question](text);
      if (question === 'diagnose') diagnose(type, given, expected, type);
      else same(text, `${type}.${question}`, given, expected);
    }
  }
}

function compareDivision({ division, name, path, path1990, successors }) {
  same(division, 'adcode.name', uscc.adcode.name(division), name);
  same(division, 'adcode.path', uscc.adcode.path(division), path);
  same(division, 'adcode.path in 1990', uscc.adcode.path(division, 1990), path1990);
  same(division, 'adcode.successors', uscc.adcode.successors(division), successors);
}

for await (const line of createInterface({ input: createReadStream(file) })) {
  const row = JSON.parse(line);
  if (row.division === undefined) {
    counts.texts++;
    compareText(row);
  } else {
    counts.divisions++;
    compareDivision(row);
  }
}

// Each line of README.md that ends in what it gives.
async function compareExamples() {
  const lines = readFileSync(`${folder}/README.md`, 'utf8').match(/^```js\n(.*?)^```/ms)[1].split('\n');
  const code = lines.filter((line) => !/^import|load\(\);/.test(line)).map((line) => {
    const [, example, expected] = line.match(/^(.*);\s+\/\/ (true|'.*')$/) ?? [];
    return example ? `same(${JSON.stringify(example)}, 'README.md', ${example}, ${expected});` : line;
  });
  await new (async () => {}).constructor('uscc', 'same', code.join('\n'))(uscc, same);
}
await compareExamples();

// what the server cannot be asked
same('a character 0', 'diagnose', uscc.diagnose('91350100M000100Y\u00003').message.en,
  'Character "\u0000" at position 17 is not used in unified social credit codes.');
same('a citizen number', 'maskIn', uscc.citizenId.maskIn('张三 １１０１０５１９４９１２３１００２Ｘ，女'), '张三 １１０１０５********００２Ｘ，女');

function check(name, holds) {
  console.log(`${holds ? 'ok' : 'not ok'} - ${name}`);
  if (!holds) process.exitCode = 1;
}

check('names of divisions are there only after loadNames()', without && thrown.includes('loadNames'));
check('what is not a string is a TypeError', [null, undefined, 91, {}].every((value) => {
  try { uscc.isValid(value); return false; } catch (error) { return error instanceof TypeError; }
}));
check(`the module answers as the server does: ${counts.texts} texts, ${counts.divisions} divisions, ` +
  `${counts.answers} answers, ${counts.different} different`,
  counts.texts > 1000 && counts.divisions > 3000 && counts.different === 0);
check('every sentence is among the answers', sentences.length > 30 && sentences.every(({ seen, sentence }) => seen || console.log(sentence)));

const codes = readFileSync('data/organizations.csv', 'utf8').match(/^[0-9A-Z]{18}/gm);
for (const question of ['isValid', 'diagnose']) {
  const start = performance.now();
  for (let n = 0; n < 1000000; n++) uscc[question](codes[n % codes.length]);
  console.log(`# 1,000,000 ${question} in node: ${Math.round(performance.now() - start)} ms`);
}
