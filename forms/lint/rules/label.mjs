import { components, each, isInput, text } from '../lib/components.mjs';

/** A placeholder is gone as soon as somebody types, and screen readers may not read it: a label is always there. */
export default form => [
  ...each(components(form).filter(component => isInput(component) || component.type === 'group'), component =>
    names(component).filter(name => !text(component[name])).map(name => component.placeholder
      ? `Expected a ${name}, but there is only the placeholder „${component.placeholder}“`
      : `Expected a ${name}, but there is none`)),
  ...each(components(form).filter(({ values }) => [values ?? []].flat().some(value => !text(value?.label))), () =>
    'Expected a label for each value, but one has none')
];

/** A date and a time in one field are two things to fill in, with a label each. */
function names({ type, subtype }) {
  if (type !== 'datetime') {
    return ['label'];
  }
  return { date: ['dateLabel'], time: ['timeLabel'] }[subtype] ?? ['dateLabel', 'timeLabel'];
}
