import { components, each, isInput } from '../lib/components.mjs';

/** What is marked goes to the engine, everything else stays in the Vorgang; "false", true or yes would look like a mark. */
export default form => each(components(form).filter(({ properties }) => properties?.engine !== undefined), component => {
  const { engine } = component.properties;
  if (engine !== 'true') {
    return `Expected properties.engine to be "true" or not there, but it is ${JSON.stringify(engine)}`;
  }
  return isInput(component) ? undefined : 'Expected properties.engine at a field that takes a value, but this one takes none';
});
