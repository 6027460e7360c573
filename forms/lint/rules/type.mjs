import { components, each, isKnown } from '../lib/components.mjs';

/** The page has its own buttons, and the server takes no value whose kind it cannot check. */
export default form => each(components(form).filter(component => !isKnown(component)), ({ type }) =>
  type === 'button'
    ? 'Expected no button, but there is one: the page has its own'
    : `Expected a kind of field the server can check, but it is „${type}“`);
