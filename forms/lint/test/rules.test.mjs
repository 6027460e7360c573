import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lintFile } from '../lib/linting.mjs';

const home = new URL('..', import.meta.url);
const rules = readdirSync(new URL('rules', home)).map(file => basename(file, '.mjs'));

function findings(probe) {
  return lintFile(fileURLToPath(new URL(`probes/${probe}`, home))).map(({ element, message, rule, warning }) =>
    `${[element, message].filter(Boolean).join(': ')} (${rule}${warning ? ', warning' : ''})`);
}

function expected(file) {
  return readFileSync(new URL(`probes/${file}`, home), 'utf8').trimEnd().split('\n');
}

test('each rule has its probes and its row in the README, and there is none without a rule', () => {
  const rows = [...readFileSync(new URL('README.md', home), 'utf8').matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);

  assert.deepEqual(readdirSync(new URL('probes', home)).filter(name => !['file', 'warning'].includes(name)).sort(), rules);
  assert.deepEqual(rows.sort(), rules);
});

for (const rule of rules) {
  test(`${rule} accepts its right probe, and so do all other rules`, () => {
    assert.deepEqual(findings(`${rule}/right.form`), []);
  });

  test(`${rule} finds in its wrong probe what stands beside it, and no other rule finds anything`, () => {
    const lines = expected(`${rule}/wrong.txt`);
    assert.ok(lines.every(line => line.includes(`(${rule}`)), 'the expectation names the rule');

    assert.deepEqual(findings(`${rule}/wrong.form`), lines);
  });
}
