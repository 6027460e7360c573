import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const folder = new URL('../rules/', import.meta.url);
const rules = await Promise.all(readdirSync(folder).sort().map(async file =>
  [basename(file, '.mjs'), (await import(new URL(file, folder))).default]));

/** All findings of a form; when the file is no form at all, only that. */
export function lintFile(path) {
  const { form, problem } = read(path);
  if (problem) {
    return [{ rule: 'file', message: `Expected a form in JSON, but ${problem}` }];
  }
  return rules.flatMap(([rule, check]) => check(form, path).map(finding => ({ rule, ...finding })));
}

function read(path) {
  let json = '';
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    const form = JSON.parse(json);
    return { form, problem: shape(form) };
  } catch (error) {
    return { problem: json ? `the file is none${place(json, error)}` : 'the file is empty or not in UTF-8' };
  }
}

/** The line is all that different versions of Node tell alike. */
function place(json, error) {
  const [, position] = /position (\d+)/.exec(error.message) ?? [];
  return position ? ` (line ${json.slice(0, position).split('\n').length})` : '';
}

/** Rules rely on this much, and so does form-js. */
function shape(form) {
  if (!Array.isArray(form?.components) || form.components.length === 0) {
    return 'there is no list of components';
  }
  return broken(form.components) ? 'one of its components is none: type must be a text, components a list, validate an object' : undefined;
}

function broken(list) {
  return list.some(component => typeof component?.type !== 'string' || component.type === ''
    || (component.validate !== undefined && typeof component.validate !== 'object')
    || (component.components !== undefined && (!Array.isArray(component.components) || broken(component.components))));
}
