import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { read } from './reading.mjs';

const home = new URL('..', import.meta.url);
const config = JSON.parse(readFileSync(new URL('.bpmnlintrc', home), 'utf8'));
const resolver = new NodeResolver({ require: createRequire(home) });

/**
 * Checks a model and the file around it.
 *
 * @returns all findings in the order of the file, each with rule, message, warning (or error), and where known the element
 */
export async function lintFile(path) {
  const model = await read(readFileSync(path));
  if (!model.definitions) {
    return model.findings;
  }
  return [...name(path, model.definitions), ...readme(path), ...await lintModel(model)];
}

/** Checks what stands in the model, whatever its file is called. Rules follow references, so they wait until all lead somewhere. */
export async function lintModel({ definitions, order, whole, findings }) {
  if (!whole) {
    return findings;
  }
  // A linter of its own for each model: bpmnlint's no-duplicate-sequence-flows remembers what it has seen.
  const linter = new Linter({ config, resolver });
  const results = Object.entries(await linter.lint(definitions)).flatMap(([rule, reports]) =>
    reports.map(({ id, message, category }) => ({ rule, element: id, message, warning: category === 'warn' })));
  const rank = ({ element }) => order.get(element) ?? -1;
  return [...findings, ...results.sort((one, other) => rank(one) - rank(other))];
}

/** What is deployed, where it lies and what it is called must not be three things. */
function name(path, definitions) {
  const [file, folder] = [basename(path, '.bpmn'), basename(dirname(path))];
  const processes = (definitions.rootElements ?? []).filter(element => element.$type === 'bpmn:Process' && element.isExecutable);
  if (processes.length !== 1) {
    return [{ rule: 'name', message: `Expected one executable process, but there are ${processes.length}` }];
  }
  const [{ id }] = processes;
  return id === file && id === folder ? [] : [{
    rule: 'name',
    element: id,
    message: `Expected one name for process, file and folder, but they are „${id}“, „${file}“ and „${folder}“`
  }];
}

function readme(path) {
  return existsSync(join(dirname(path), 'README.md'))
    ? []
    : [{ rule: 'readme', message: 'Expected a README.md beside the model, but there is none' }];
}
