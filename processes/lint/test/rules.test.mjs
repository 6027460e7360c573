import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { test } from 'node:test';
import { lintModel } from '../lib/linting.mjs';
import { read } from '../lib/reading.mjs';

const home = new URL('..', import.meta.url);
const plugin = createRequire(home)('./index.js');
const rules = readdirSync(new URL('rules', home)).map(file => basename(file, '.js'));

async function findings(probe) {
  const found = await lintModel(await read(readFileSync(new URL(`probes/${probe}`, home))));
  return found.map(({ element, message, rule }) => `${element}: ${message} (${rule})`);
}

test('the plugin turns on each rule there is', () => {
  assert.deepEqual(Object.keys(plugin.rules).sort(), rules);
  assert.deepEqual(plugin.configs.recommended.rules, Object.fromEntries(rules.map(rule => [rule, 'error'])));
});

test('there is no page and no probe without its rule', () => {
  assert.deepEqual(readdirSync(new URL('docs', home)).map(file => basename(file, '.md')).sort(), rules);
  assert.deepEqual(readdirSync(new URL('probes', home)).filter(name => name !== 'files').sort(), rules);
});

for (const rule of rules) {
  test(`${rule} accepts its right probe, and so do all other rules`, async () => {
    assert.deepEqual(await findings(`${rule}/right.bpmn`), []);
  });

  test(`${rule} finds in its wrong probe what stands beside it`, async () => {
    const expected = readFileSync(new URL(`probes/${rule}/wrong.txt`, home), 'utf8').trimEnd().split('\n');
    assert.ok(expected.some(line => line.endsWith(`(amtsfluss/${rule})`)), 'the expectation names the rule');

    assert.deepEqual(await findings(`${rule}/wrong.bpmn`), expected);
  });

  test(`${rule} has a page that says why, and shows right and wrong`, () => {
    const page = new URL(`docs/${rule}.md`, home);
    assert.ok(existsSync(page), `docs/${rule}.md exists`);

    const headings = readFileSync(page, 'utf8').match(/^#+ .*$/gm);
    assert.deepEqual(headings, [`# ${rule}`, '## Why', '## Right', '## Wrong']);
  });

  test(`${rule} is short enough to be read at once`, () => {
    const lines = readFileSync(new URL(`rules/${rule}.js`, home), 'utf8').split('\n').length;
    assert.ok(lines < 60, `Expected fewer than 60 lines, but there are ${lines}`);
  });
}
