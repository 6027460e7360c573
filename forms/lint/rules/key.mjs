import { components, each, isInput } from '../lib/components.mjs';

/** A key is the variable's name in form, model and table. The server reads the keys of a form as one list. */
export default form => {
  const inputs = components(form).filter(isInput);
  const twice = ({ key }, index) => inputs.findIndex(other => other.key === key) < index;
  return [
    ...each(inputs.filter(({ key }) => !/^[a-z][a-zA-Z0-9]*$/.test(key ?? '')), ({ key }) =>
      key ? `Expected a key in camelCase, but it is „${key}“` : 'Expected a key, but there is none'),
    ...each(inputs.filter(twice).filter(({ key }) => key), ({ key }) => `Expected each key once, but „${key}“ is there before`),
    ...each(components(form).filter(({ path }) => path), ({ path }) =>
      `Expected keys without a path before them, but the path is „${path}“`)
  ];
};
