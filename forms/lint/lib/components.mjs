/** What takes a value; the server checks exactly these (`FormField` in processes). */
const INPUTS = new Set([
  'checkbox', 'checklist', 'datetime', 'number', 'radio', 'select', 'taglist', 'textarea', 'textfield'
]);

/** What only shows something or holds others together. */
const OTHERS = new Set(['group', 'html', 'image', 'separator', 'spacer', 'table', 'text']);

export const isInput = ({ type }) => INPUTS.has(type);

export const isKnown = component => isInput(component) || OTHERS.has(component.type);

/** All components of a form or a group, those in groups too. */
export const components = parent => (parent.components ?? []).flatMap(component => [component, ...components(component)]);

/** The text of a property, empty where it is missing or something else. */
export const text = value => typeof value === 'string' ? value.trim() : '';

/** What a finding calls a component: the name nearest to the file. */
export const nameOf = component => component.id ?? component.key ?? component.label ?? `a ${component.type}`;

/** One finding for each of the components for which there is a sentence. */
export const each = (found, sentence) => found.flatMap(component =>
  [sentence(component) ?? []].flat().map(message => ({ element: nameOf(component), message })));
