// @camunda/form-linting is written for bundlers: ES modules that neither say so nor name the endings of their files. These
// hooks read it as a bundler would, so that the build needs none. They can go when the package runs in Node by itself.
const PACKAGE = '/node_modules/@camunda/form-linting/';

export async function resolve(specifier, context, next) {
  const bare = context.parentURL?.includes(PACKAGE) && /^\.\.?\//.test(specifier) && !specifier.endsWith('.js');
  return next(bare ? `${specifier}.js` : specifier, context);
}

export async function load(url, context, next) {
  return next(url, url.includes(PACKAGE) ? { ...context, format: 'module' } : context);
}
