// China's identifier codes in JavaScript, by the same C sources as the PostgreSQL
// extension uscc: import load from './uscc.mjs'; const uscc = await load();
// The names of SQL, in JavaScript's habit; uscc.d.mts describes them.

const USCC = 0, ORGCODE = 1, CITIZEN_ID = 2, ADCODE = 3;

// of the year in gb2260_names.h: the last name
const LAST_NAME = -(2 ** 31);

async function instantiate(file) {
  const url = new URL(file, import.meta.url);
  let bytes;
  if (url.protocol === 'file:') {
    bytes = await (await import('node:fs/promises')).readFile(url);
  } else {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`cannot load ${url}: ${response.status}`);
    bytes = await response.arrayBuffer();
  }
  return (await WebAssembly.instantiate(bytes)).instance.exports;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

// What a module answered: strings, each terminated.
function reader(wasm) {
  const start = wasm.answer();
  return (length) => {
    const text = decoder.decode(new Uint8Array(wasm.memory.buffer, start, length));
    return text.slice(0, -1).split('\0');
  };
}

function fill(template, values) {
  let next = 0;
  return template.replace(/%(?:(\d)\$)?s/g, (_, number) => values[number ? number - 1 : next++]);
}

export default async function load() {
  const wasm = await instantiate('uscc.wasm');
  const read = reader(wasm);
  const input = wasm.input();
  let bytes = new Uint8Array(wasm.memory.buffer);

  // Writes a text where the module reads it; returns its length in bytes.
  function write(text) {
    if (typeof text !== 'string') throw new TypeError(`a string is needed, not ${text === null ? 'null' : typeof text}`);
    const most = 3 * text.length + 1; // and a terminator
    if (input + most > bytes.length) {
      wasm.memory.grow(Math.ceil((input + most - bytes.length) / 65536));
      bytes = new Uint8Array(wasm.memory.buffer);
    }
    // browsers take long to begin encodeInto
    let ascii = 0;
    for (; ascii < text.length && text.charCodeAt(ascii) < 0x80; ascii++) bytes[input + ascii] = text.charCodeAt(ascii);
    return ascii === text.length ? ascii : ascii + encoder.encodeInto(text.slice(ascii), bytes.subarray(input + ascii)).written;
  }

  const decode = (start, end) => decoder.decode(bytes.subarray(input + Number(start), input + Number(end)));

  function template(number, chinese) {
    const start = wasm.sentence(number, chinese);
    return start === 0 ? null : decoder.decode(bytes.subarray(start, bytes.indexOf(0, start)));
  }
  const sentences = Array.from({ length: wasm.sentences() }, (_, number) =>
    ({ zh: template(number, 1), en: template(number, 0) }));

  // A sentence; it may begin with a character of the input.
  function say([number, start, end, first, ...others]) {
    const { zh, en } = sentences[number];
    const values = [start === end ? first : decode(start, end), ...others];
    return en === null ? null : { zh: fill(zh, values), en: fill(en, values) };
  }

  const orNull = (text) => text === '' ? null : text;
  const isValid = (type) => (text) => wasm.isValid(type, write(text)) === 1;
  const clean = (type) => (text) => {
    const length = wasm.clean(type, write(text));
    return length === 0 ? null : read(length)[0];
  };
  const diagnose = (type) => (text) => {
    const [cleaned, problem, position, kind, suggestion, ...explanations] = read(wasm.diagnose(type, write(text)));
    const diagnosis = {
      valid: problem === '',
      cleaned: orNull(cleaned),
      problem: orNull(problem),
      position: position === '' ? null : Number(position),
      message: say(explanations.slice(0, explanations.length / 2)),
      kind: orNull(kind),
    };
    if (type === USCC) {
      diagnosis.suggestion = orNull(suggestion);
      diagnosis.hint = say(explanations.slice(explanations.length / 2));
    }
    return diagnosis;
  };

  // The fields of a value, or null if it is not valid.
  const fields = (type, name) => (text) => {
    const length = wasm.fields(type, write(text));
    return length === 0 ? null : name(read(length));
  };

  const mask = (text) => decode(0, wasm.mask(write(text)));

  const pair = (zh, en) => zh === '' ? null : { zh, en: orNull(en) };

  function suggest(text, max = 5) {
    return Array.from({ length: wasm.suggest(write(text), max) }, (_, index) => {
      const [suggestion, change, position, meant = null, start, end] = read(wasm.suggestion(index));
      return { suggestion, change, position: meant === null ? null : Number(position),
        given: meant === null ? null : decode(start, end), meant, score: Math.round(wasm.score(index) * 10000) / 10000 };
    });
  }

  function scan(text) {
    const length = write(text);
    const found = [];
    let counted = 0, position = 1;
    wasm.scanStart();
    for (let size; (size = wasm.scanNext(length)) > 0;) {
      const [code, start, end, standard] = read(size);
      for (; counted < start; counted++) {
        if ((bytes[input + counted] & 0xC0) !== 0x80) position++;
      }
      found.push({ found: code, position, original: decode(start, end), standard: standard !== '' });
    }
    return found;
  }

  let names = null;
  let readNames;

  async function loadNames() {
    if (names !== null) return;
    const loaded = await instantiate('uscc_names.wasm');
    readNames = reader(loaded);
    names = loaded;
  }

  // Calls the module of names for a code, if it is valid; its strings.
  function askNames(what, text, ...year) {
    if (names === null) throw new Error('names of divisions are loaded by: await loadNames()');
    const length = wasm.fields(ADCODE, write(text));
    const size = length === 0 ? 0 : names[what](Number(read(length)[0]), ...year);
    return size === 0 ? [] : readNames(size);
  }

  const nameOf = (code, year = LAST_NAME) => {
    const [zh, en] = askNames('name', code, year);
    return zh === undefined ? null : pair(zh, en);
  };
  const regionName = (region) => names === null ? null : nameOf(region);

  return {
    isValid: isValid(USCC),
    isStandard: (text) => wasm.isStandard(write(text)) === 1,
    clean: clean(USCC),
    diagnose: diagnose(USCC),
    suggest,
    scan,
    fields: fields(USCC, ([code, department, category, region, subject, checkCharacter, orgcode, standard,
      departmentZh, departmentEn, categoryZh, categoryEn]) => ({
      code, department, category, region, subject, checkCharacter, orgcode: orNull(orgcode), isStandard: standard !== '',
      departmentName: pair(departmentZh, departmentEn), categoryName: pair(categoryZh, categoryEn),
      regionName: regionName(region),
    })),
    orgcode: {
      isValid: isValid(ORGCODE),
      clean: clean(ORGCODE),
      diagnose: diagnose(ORGCODE),
      fields: fields(ORGCODE, ([code, body, checkCharacter, privateUse]) =>
        ({ code, body, checkCharacter, isPrivateUse: privateUse !== '' })),
    },
    adcode: {
      isValid: isValid(ADCODE),
      clean: clean(ADCODE),
      fields: fields(ADCODE, ([code, level, province, parent = null, prefecture = null]) =>
        ({ code, level, parent, province, prefecture, name: regionName(code) })),
      name: nameOf,
      path: (code, year = LAST_NAME) => orNull(askNames('path', code, year).join('')),
      successors: (code) => askNames('successors', code).map((successor) => successor.padStart(6, '0')),
    },
    citizenId: {
      isValid: isValid(CITIZEN_ID),
      clean: clean(CITIZEN_ID),
      diagnose: diagnose(CITIZEN_ID),
      mask: fields(CITIZEN_ID, ([code]) => mask(code)),
      maskIn: mask,
    },
    loadNames,
  };
}
