import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync(new URL('../../web/package.json', import.meta.url), 'utf8'));
const formJs = dependencies['@bpmn-io/form-js'];

/** What a form says about itself; editors and the engine go by it. The schema's version is that of our form-js. */
const EXPECTED = {
  $schema: [value => String(value).endsWith(`/@bpmn-io/form-json-schema@${formJs}/resources/schema.json`), `the schema of form-js ${formJs}`],
  schemaVersion: [value => value === 19, '19'],
  type: [value => value === 'default', '„default“'],
  executionPlatform: [value => value === 'Camunda Cloud', '„Camunda Cloud“'],
  executionPlatformVersion: [value => /^8\.6(\.\d+)?$/.test(value), '8.6']
};

export default form => Object.entries(EXPECTED)
  .filter(([name, [fits]]) => !fits(form[name]))
  .map(([name, [, wanted]]) => ({ message: `Expected ${name} to be ${wanted}, but it is ${JSON.stringify(form[name]) ?? 'missing'}` }));
