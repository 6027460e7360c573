import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const probes = new URL('../probes/file/', import.meta.url);

function lint(...places) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lint.mjs', ...places], { cwd: home, encoding: 'utf8' });
  return { status, stderr, lines: stdout.split('\n').filter(Boolean) };
}

test('a file that is no form is one line, and there is no stack trace', () => {
  const forms = readdirSync(probes).filter(name => name.endsWith('.form')).sort();
  const lines = readFileSync(new URL('expected.txt', probes), 'utf8').trimEnd().split('\n');
  assert.deepEqual(lines.map(line => line.split(':')[0]), forms.map(name => `probes/file/${name}`));

  assert.deepEqual(lint('probes/file'), { status: 1, stderr: '', lines });
});

test('findings of several forms come at once', () => {
  const { status, lines } = lint('probes/key', 'probes/label/wrong.form');

  assert.ok(lines.some(line => line.startsWith('probes/key/wrong.form: ')));
  assert.ok(lines.some(line => line.startsWith('probes/label/wrong.form: ')));
  assert.equal(status, 1);
});

test('a warning is told and fails nothing', () => {
  const { status, lines } = lint('probes/warning');

  assert.match(lines.join(), /\(camunda, warning\)$/);
  assert.equal(status, 0);
});

test('a place without forms is a finding', () => {
  assert.deepEqual(lint('test'), { status: 1, stderr: '', lines: ['test: Expected forms to lint, but found none (file)'] });
  assert.deepEqual(lint('nowhere').lines, ['nowhere: Expected forms to lint, but found none (file)']);
});

test('without a place the forms of the module are linted', () => {
  const { status, lines } = lint();

  assert.deepEqual(lines, []);
  assert.equal(status, 0);
});
