#!/usr/bin/env node
// Lints forms: node lint.mjs [file or folder …]; without any, the forms of the module.
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintFile } from './lib/linting.mjs';

const given = process.argv.slice(2);
const places = given.length ? given : [relative('', fileURLToPath(new URL('../forms', import.meta.url))) || '.'];

let errors = 0;
for (const place of places) {
  const files = forms(place);
  if (files.length === 0) {
    report(place, { rule: 'file', message: 'Expected forms to lint, but found none' });
  }
  for (const file of files) {
    lintFile(file).forEach(finding => report(file, finding));
  }
}
process.exitCode = errors ? 1 : 0;

function forms(place) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat ? [place] : [];
  }
  return readdirSync(place, { recursive: true })
    .filter(name => name.endsWith('.form'))
    .sort()
    .map(name => join(place, name));
}

function report(file, { element, message, rule, warning }) {
  errors += warning ? 0 : 1;
  console.log(`${[file, element, message].filter(Boolean).join(': ')} (${rule}${warning ? ', warning' : ''})`);
}
