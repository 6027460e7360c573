'use strict';

const { is, isAny } = require('bpmnlint-utils');

const { label, wording } = require('../lib/words');

/** A gateway that decides asks a question and names each answer; one that does not decide has no label. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Gateway')) {
      return;
    }
    if (!isAny(node, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']) || (node.outgoing || []).length < 2) {
      if (label(node)) {
        reporter.report(node.id, `Expected no label where nothing is decided, but it is „${label(node)}“`, ['name']);
      }
      return;
    }
    question(label(node)).forEach(problem => reporter.report(node.id, problem, ['name']));
    node.outgoing.filter(isUnnamed).forEach(flow =>
      reporter.report(flow.id, 'Expected an answer to the question of the gateway, but the flow has no label', ['name']));
  }
});

/** Without any label it is a finding of `label-required`. */
function question(name) {
  return name && !name.endsWith('?')
    ? [`Expected a question, as in „Antrag vollständig?“, but the label is „${name}“`]
    : wording(name);
}

/** A flow with a condition and without a label is a finding of `label-required`. */
function isUnnamed(flow) {
  return !label(flow) && !flow.conditionExpression;
}
