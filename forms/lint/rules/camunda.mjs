import { register } from 'node:module';

register('../lib/bundler-imports.mjs', import.meta.url);
const { FormLinter } = await import('@camunda/form-linting');

/** Camunda's own rules for forms of the platform's version. Its `info` is advice for another tasklist. */
export default form => new FormLinter().lint(readable(form))
  .filter(({ category }) => category !== 'info')
  .map(({ id, message, category }) => ({ element: id, message, warning: category === 'warn' }));

/** The package stumbles over these two; `schema` asks for them. */
function readable(form) {
  return { ...form, type: 'default', executionPlatformVersion: String(form.executionPlatformVersion) };
}
