import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const probes = readdirSync(new URL('../probes/files', import.meta.url)).sort();

function lint(...places) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lint.mjs', ...places], { cwd: home, encoding: 'utf8' });
  return { status, stderr, lines: stdout.split('\n').filter(Boolean) };
}

function expected(probe) {
  return readFileSync(new URL(`../probes/files/${probe}/expected.txt`, import.meta.url), 'utf8').split('\n').filter(Boolean);
}

for (const probe of probes) {
  test(`files/${probe}: each finding is one line, and there is no stack trace`, () => {
    const { status, lines, stderr } = lint(`probes/files/${probe}`);

    assert.deepEqual(lines, expected(probe));
    assert.equal(stderr, '');
    assert.equal(status, lines.some(line => !line.endsWith(', warning)')) ? 1 : 0);
  });
}

test('only one probe of files is without findings, so the others are not empty by mistake', () => {
  assert.deepEqual(probes.filter(probe => expected(probe).length === 0), ['right']);
});

test('a folder is searched for models, and all findings come at once', () => {
  const { status, lines } = lint('probes/files');

  assert.deepEqual(lines, probes.flatMap(expected));
  assert.equal(status, 1);
});

test('what a rule has seen in one model does not count in the next', () => {
  const { status, lines } = lint('probes/files/right', 'probes/files/right/right.bpmn');

  assert.deepEqual(lines, []);
  assert.equal(status, 0);
});

test('a warning is told and fails nothing', () => {
  const { status, lines } = lint('probes/files/warning');

  assert.match(lines.join(), /\(superfluous-label, warning\)$/);
  assert.equal(status, 0);
});

test('a place without models is a finding', () => {
  assert.deepEqual(lint('docs'), { status: 1, stderr: '', lines: ['docs: Expected models to lint, but found none (file)'] });
  assert.deepEqual(lint('nowhere').lines, ['nowhere: Expected models to lint, but found none (file)']);
});

test('without a place the models of the module are linted', () => {
  const { status, lines } = lint();

  assert.deepEqual(lines, []);
  assert.equal(status, 0);
});
