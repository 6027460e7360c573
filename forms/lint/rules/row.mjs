import { components, each, text } from '../lib/components.mjs';

/** Rows are part of the layout, so they are written down and called after something that stands in them. */
export default form => [form, ...components(form)].flatMap(parent => each(parent.components ?? [], component => {
  const row = component.layout?.row;
  if (!row) {
    return 'Expected layout.row, but there is none';
  }
  const names = parent.components.filter(other => other.layout?.row === row).map(({ id }) => `Row_${text(id).split('_')[1]}`);
  return names.includes(row) ? undefined : `Expected the row ${names.join(' or ')}, but it is „${row}“`;
}));
