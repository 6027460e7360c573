'use strict';

const { is } = require('bpmnlint-utils');

const { flowNodes, isLevel } = require('../lib/level');
const { label, objectAndState } = require('../lib/words');

/** Sentences that are true at any end of any process. */
const NO_RESULT = /^(ablauf|bearbeitung|prozess|verfahren|vorgang|workflow)\s+(ist\s+)?(abgeschlossen|beendet|durchlaufen|zu ende)$/i;

/** Each end event names a result, and each result has one end event on its level. */
module.exports = () => ({
  check(node, reporter) {
    if (!isLevel(node)) {
      return;
    }
    const ends = flowNodes(node).filter(element => is(element, 'bpmn:EndEvent') && label(element));
    ends.forEach((end, index) => {
      const twin = ends.slice(0, index).find(other => label(other) === label(end));
      problems(label(end), twin).forEach(problem => reporter.report(end.id, problem, ['name']));
    });
  }
});

function problems(name, twin) {
  if (NO_RESULT.test(name)) {
    return [`Expected the result of the process, as in „Hund angemeldet“, but the label is „${name}“`];
  }
  return [
    ...objectAndState(name),
    ...(twin ? [`Expected one end event per result, but ${twin.id} is called „${name}“ too`] : [])
  ];
}
