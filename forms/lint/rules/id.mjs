import { components, each, isInput, text } from '../lib/components.mjs';

/** Ids stand in tests and in the page: Radio_geleert says what Field_1ab2cd3 does not. */
export default form => {
  const all = components(form);
  return [
    ...each(all.filter(component => !speaks(component)), component =>
      `Expected the id ${prefix(component)}_${isNamed(component) ? component.key : 'name'}, but it is „${text(component.id)}“`),
    ...each(all.filter(({ id }, index) => id && all.findIndex(other => other.id === id) < index), ({ id }) =>
      `Expected each id once, but „${id}“ is there before`)
  ];
};

function speaks(component) {
  const [first, ...rest] = text(component.id).split('_');
  const name = rest.join('_');
  return first === prefix(component)
    && (isNamed(component) ? name === component.key : /^[a-z][a-zA-Z0-9]*$/.test(name));
}

/** An input without key is a finding of `key`. */
function isNamed(component) {
  return isInput(component) && text(component.key) !== '';
}

function prefix({ type }) {
  return type[0].toUpperCase() + type.slice(1);
}
