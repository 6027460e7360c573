import { lintExpression } from '@bpmn-io/feel-lint';
import { components, each, text } from '../lib/components.mjs';

/** form-js shows what it cannot evaluate, without a word. */
export default form => each(components(form).filter(({ conditional }) => conditional?.hide), ({ conditional: { hide } }) =>
  text(hide).startsWith('=') && lintExpression(hide.slice(1)).length === 0
    ? undefined
    : `Expected conditional.hide to be a FEEL expression after „=“, but it is „${hide}“`);
