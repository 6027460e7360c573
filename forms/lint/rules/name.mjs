import { basename } from 'node:path';

/** A form is named in models by its id and looked for by its file. */
export default (form, path) => {
  const file = basename(path, '.form');
  return [
    ...(form.id === file ? [] : [`Expected the id to be the name of the file, but they are „${form.id}“ and „${file}“`]),
    ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(form.id) ? [] : [`Expected an id in kebab-case, but it is „${form.id}“`])
  ].map(message => ({ message }));
};
