// What a program of this folder prints; result.py says it.

function show(feature, cell, value, note = '-') {
  const text = value === null ? 'NULL' : Array.isArray(value) ? value.join(',') : value;
  console.log([feature, cell, text, note].join('\t'));
}

module.exports = {
  yes: (feature, value) => show(feature, 'yes', value),
  line: (feature, value, without) => show(feature, 'line', value, without),
  no: (feature, why) => show(feature, 'no', '-', why),
};
